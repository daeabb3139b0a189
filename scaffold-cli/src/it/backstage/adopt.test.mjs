// Plugins of `yarn new` that are taken on, and take on a feature each: nothing of
// theirs changes when they are taken on, and with the feature they are as sound
// as before, without an edit and without a conflict.
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

const PLUGINS = FEATURES.map(feature => ({
  feature,
  folder: `plugins/notebook-${feature}-backend`,
}));

describe('plugins of yarn new', { concurrency: 1 }, () => {
  const own = {};

  test('are taken on, and no byte of them changes', async () => {
    for (const { feature } of PLUGINS) {
      await repository.shell(
        `yarn new --select backend-plugin --option pluginId=notebook-${feature} --option owner= --skip-install`,
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
      for (const name of ['.backstage-gen.yaml', '.backstage-gen.base']) {
        assert.ok(after[`${folder}/${name}`], `${folder}/${name}`);
        delete after[`${folder}/${name}`];
      }
      await repository.tool('status', folder, '--check');
    }
    assert.deepEqual(after, before);
    Object.assign(own, before);
  });

  for (const { feature, folder } of PLUGINS) {
    test(`add ${feature}`, () => repository.tool('add', feature, folder));
  }

  test('yarn install', () => repository.install());

  test('tsc', () => repository.command('tsc', '--pretty', 'false'));

  test('prettier', () =>
    repository.command(
      'prettier',
      '--check',
      ...PLUGINS.map(({ folder }) => folder),
    ));

  for (const { feature, folder } of PLUGINS) {
    test(`${feature}: lint`, () =>
      repository.inPackage(folder, 'lint', '--max-warnings', '0'));

    test(`${feature}: the tests of both sides pass`, () =>
      repository.inPackage(folder, 'test', '--runInBand'));

    test(`${feature}: each test that there was is there`, () => {
      const tests = Object.keys(own).filter(
        name => name.startsWith(`${folder}/`) && name.endsWith('.test.ts'),
      );
      assert.equal(tests.length, 2);
      for (const name of tests) {
        assert.deepEqual(
          titles(own[name]).filter(
            title => !titles(repository.read(name)).includes(title),
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
