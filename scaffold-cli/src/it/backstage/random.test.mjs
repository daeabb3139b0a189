// Random plugins, those of RandomPluginsTest, by the hundred: whether the layout
// step agrees with the host's prettier, and whether the compiler takes them, all
// in one run.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { succeed } from './shell.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../../../..');
const AT_LEAST = 200;

const { workspace, release } = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);

/** The host's own settings, for these instead of its packages. */
const SETTINGS = {
  extends: path.join(workspace, 'tsconfig.json'),
  include: ['*/*/src', '*/*/config.d.ts'],
  exclude: ['*/node_modules'],
  compilerOptions: { noEmit: true, incremental: false, rootDir: workspace },
};

describe('random plugins', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'random-plugins-'));

  before(async () => {
    await succeed(
      'mvn',
      [
        ...['-B', '-q', '-f', path.join(repository, 'pom.xml')],
        ...['-pl', 'scaffold-core', 'test'],
        '-Dtest=RandomPluginsTest#manyPluginsAreThereToBeJudged',
      ],
      {
        env: {
          ...process.env,
          BACKSTAGE_GEN_RENDER_TO: folder,
          BACKSTAGE_GEN_RENDER_FOR: release,
        },
      },
    );
    link(folder);
  });

  after(() => fs.rmSync(folder, { recursive: true }));

  it(`are ${AT_LEAST} or more`, () => {
    assert.ok(fs.readdirSync(folder).length >= AT_LEAST);
  });

  it('have nothing that prettier would change', () =>
    succeed(process.execPath, [path.join(here, 'format.mjs'), folder]));

  it('have nothing that the compiler complains of', async () => {
    const project = path.join(folder, 'tsconfig.json');
    fs.writeFileSync(project, JSON.stringify(SETTINGS));
    await succeed(
      process.execPath,
      [
        '--max-old-space-size=8192',
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
    for (const name of fs.readdirSync(path.join(folder, plugin))) {
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
