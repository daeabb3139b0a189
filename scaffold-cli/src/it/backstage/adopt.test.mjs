// Plugins of `yarn new` that are taken on, and take on a feature each, and one of
// them much more: nothing of theirs changes when they are taken on, and with what
// came they are as sound as before, without an edit and without a conflict.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Repository } from './repository.mjs';

delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const { workspace } = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
// Without PostgreSQL: what is asked here is the same on each database.
const repository = new Repository({ workspace });

const FEATURES = [
  'cache',
  'ci',
  'config',
  'db',
  'discovery',
  'events',
  'lifecycle',
  'mcp',
  'scheduler',
];

const YEAR = [
  ['add', 'db'],
  ['add', 'mcp'],
  ['add', 'resource', 'note', '--field', 'body:text'],
  ['add', 'field', 'note', 'pinned:boolean=false'],
  ['add', 'route', 'GET /stats'],
  ['add', 'scheduler', 'config', 'cache'],
  ['remove', 'scheduler'],
  ['add', 'common'],
];

const PLUGINS = [
  ...FEATURES.map(feature => ({ name: feature, steps: [['add', feature]] })),
  { name: 'year', steps: YEAR },
].map(plugin => ({
  ...plugin,
  folder: `plugins/notebook-${plugin.name}-backend`,
}));

describe('plugins of yarn new', { concurrency: 1 }, () => {
  const own = {};

  test('are taken on, and no byte of them changes', async () => {
    for (const { name } of PLUGINS) {
      await repository.shell(
        `yarn new --select backend-plugin --option pluginId=notebook-${name} --option owner= --skip-install`,
      );
    }
    const folders = PLUGINS.map(({ folder }) => folder);
    // Their own layout is not that of their repository.
    await repository.command('prettier', '--write', ...folders);
    const before = repository.snapshot();
    for (const folder of folders) {
      await repository.tool('adopt', folder);
    }
    const after = repository.snapshot();
    for (const folder of folders) {
      for (const file of ['.backstage-gen.yaml', '.backstage-gen.base']) {
        assert.ok(after[`${folder}/${file}`], `${folder}/${file}`);
        delete after[`${folder}/${file}`];
      }
      await repository.tool('status', folder, '--check');
    }
    assert.deepEqual(after, before);
    Object.assign(own, before);
  });

  for (const { name, folder, steps } of PLUGINS) {
    for (const step of steps) {
      test(`${name}: ${step.join(' ')}`, () =>
        repository.tool(...step, folder));
    }

    test(`${name}: nothing is behind`, () =>
      repository.tool('status', folder, '--check'));
  }

  test('yarn install', () => repository.install());

  test('tsc', () => repository.command('tsc', '--pretty', 'false'));

  test('prettier', () =>
    repository.command(
      'prettier',
      '--check',
      ...PLUGINS.map(({ folder }) => folder),
    ));

  for (const { name, folder } of PLUGINS) {
    test(`${name}: lint`, () =>
      repository.inPackage(folder, 'lint', '--max-warnings', '0'));

    test(`${name}: the tests of both sides pass`, () =>
      repository.inPackage(folder, 'test', '--runInBand'));

    test(`${name}: each test that there was is there`, () => {
      const tests = Object.keys(own).filter(
        path => path.startsWith(`${folder}/`) && path.endsWith('.test.ts'),
      );
      assert.equal(tests.length, 2);
      for (const path of tests) {
        assert.deepEqual(
          titles(own[path]).filter(
            title => !titles(repository.read(path)).includes(title),
          ),
          [],
        );
      }
    });
  }
});

function titles(text) {
  const found = [...text.matchAll(/\bit\('([^']+)'/g)].map(
    ([, title]) => title,
  );
  assert.ok(found.length > 0);
  return found;
}
