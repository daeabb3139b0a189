// Random plugins, those of RandomPluginsTest, by the hundred: whether the layout
// step agrees with the host's prettier, and whether the compiler takes them, all
// of a release in one run.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { succeed } from './shell.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../../../..');
const AT_LEAST = 60;

const { workspace, release } = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);

describe('random plugins', () => {
  const all = fs.mkdtempSync(path.join(os.tmpdir(), 'random-plugins-'));
  const folder = path.join(all, `${release}.0`);

  before(async () => {
    await succeed(
      'mvn',
      [
        ...['-B', '-q', '-f', path.join(repository, 'pom.xml')],
        ...['-pl', 'scaffold-core', 'test'],
        '-Dtest=RandomPluginsTest#manyPluginsAreThereToBeJudged',
      ],
      { env: { ...process.env, BACKSTAGE_GEN_RENDER_TO: all } },
    );
    link(folder);
  });

  after(() => fs.rmSync(all, { recursive: true }));

  it(`are ${AT_LEAST} or more`, () => {
    assert.ok(fs.readdirSync(folder).length >= AT_LEAST);
  });

  it('have nothing that prettier would change', () =>
    succeed(process.execPath, [path.join(here, 'format.mjs'), all]));

  it('have nothing that the compiler complains of', async () => {
    const project = path.join(all, 'tsconfig.json');
    fs.writeFileSync(project, JSON.stringify(settings(folder)));
    await succeed(
      process.execPath,
      [
        '--max-old-space-size=12288',
        path.join(workspace, 'node_modules/typescript/bin/tsc'),
        ...['--project', project, '--pretty', 'false'],
      ],
      { cwd: workspace },
    );
  });
});

/** Lets the packages of one plugin find each other, as an install would. */
function link(folder) {
  for (const plugin of fs.readdirSync(folder)) {
    const packages = fs.readdirSync(path.join(folder, plugin));
    for (const name of packages) {
      const target = path.join(folder, plugin, name);
      const manifest = fs.readFileSync(path.join(target, 'package.json'));
      const place = path.join(
        ...[folder, plugin, 'node_modules', JSON.parse(manifest).name],
      );
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.symlinkSync(target, place);
    }
  }
}

/** The host's own settings, for these instead of its packages. */
function settings(folder) {
  return {
    extends: path.join(workspace, 'tsconfig.json'),
    include: [`${folder}/*/*/src`, `${folder}/*/*/config.d.ts`],
    exclude: [`${folder}/*/node_modules`],
    compilerOptions: { noEmit: true, incremental: false, rootDir: workspace },
  };
}
