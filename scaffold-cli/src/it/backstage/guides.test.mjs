// The examples of the guides, each guide a plugin of its own: whether the
// compiler takes them, prettier likes them, and the tests among them pass.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readGuides } from './guides.mjs';
import { Repository } from './repository.mjs';

delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const suite = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
const { workspace } = suite;
const repository = new Repository(suite);
const guides = readGuides();

const PACKAGE = '@internal/plugin-example-backend';

const MANIFEST = {
  name: PACKAGE,
  version: '0.0.0',
  backstage: { role: 'backend-plugin', pluginId: 'example' },
  // There is no link to it in node_modules, where migrations are looked for.
  jest: { moduleNameMapper: { [`^${PACKAGE}/(.*)$`]: '<rootDir>/../$1' } },
};

/** The host's own settings, for these instead of its packages. */
const SETTINGS = {
  extends: path.join(workspace, 'tsconfig.json'),
  include: ['*/src', '*/packages', '*/config.d.ts'],
  compilerOptions: { noEmit: true, incremental: false, rootDir: workspace },
};

describe('the examples of the guides', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guides-'));

  before(() => {
    write('tsconfig.json', JSON.stringify(SETTINGS));
    for (const { name, files } of guides) {
      write(`${name}/package.json`, JSON.stringify(MANIFEST));
      for (const [file, text] of Object.entries(files)) {
        write(`${name}/${file}`, text);
      }
    }
  });

  after(() => fs.rmSync(folder, { recursive: true }));

  function write(name, text) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  it('are there', () => {
    assert.ok(guides.length > 25);
    for (const { name, files } of guides) {
      assert.ok(Object.keys(files).length > 0, name);
    }
  });

  it('have nothing that the compiler complains of', () =>
    repository.command('tsc', '--project', folder, '--pretty', 'false'));

  it('have nothing that prettier would change', () =>
    repository.command(
      ...['prettier', '--check', '--ignore-path', os.devNull],
      `${path.relative(workspace, folder)}/*/{src,packages,migrations}/**`,
    ));

  for (const { name, files } of guides) {
    if (Object.keys(files).some(file => file.endsWith('.test.ts'))) {
      it(`${name}: the tests pass`, () =>
        repository.inPackage(
          path.relative(workspace, path.join(folder, name)),
          ...['test', '--runInBand', '--watchAll=false'],
        ));
    }
  }
});
