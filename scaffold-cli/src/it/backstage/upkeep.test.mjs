// Plugins that are generated, edited as a person does, and then kept up: after
// each step they are as sound as on the first day, without another edit.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { edit } from './person.mjs';
import { Repository } from './repository.mjs';

delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const { workspace } = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
// Without PostgreSQL: what is asked here is the same on each database.
const repository = new Repository({ workspace });

/** Renamed in code only, and with the files of that name. */
const PLUGINS = [
  { id: 'helpdesk', moves: false },
  { id: 'desk', moves: true },
].map(plugin => ({ ...plugin, folder: `plugins/${plugin.id}-backend` }));

/** What is asked of the tool, one after the other. A conflict is a failure. */
const STEPS = [
  ['add', 'mcp'],
  ['add', 'scheduler'],
  ['add', 'field', 'item', 'severity:enum(low,high)=low'],
  ['remove', 'cache'],
  ['update'],
  ['add', 'identity'],
  ['add', 'common'],
];

describe('plugins that a person edited', { concurrency: 1 }, () => {
  const edited = [];
  let before;

  test('are generated', async () => {
    for (const { id } of PLUGINS) {
      await repository.generate(['--id', id, '--with-db', '--with-cache']);
    }
    await check(...PLUGINS);
  });

  test('are edited', async () => {
    for (const plugin of PLUGINS) {
      edited.push(...(await edit(repository, plugin.folder, plugin)));
    }
    await check(...PLUGINS);
  });

  for (const step of STEPS) {
    test(step.join(' '), async () => {
      for (const { folder } of PLUGINS) {
        before = repository.snapshot();
        await repository.tool(...step, folder);
      }
      if (step[0] === 'update') {
        assert.deepEqual(repository.snapshot(), before, 'nothing to do');
      } else {
        await check(...PLUGINS);
      }
    });
  }

  for (const { folder } of PLUGINS) {
    test(`${folder}: only what was edited is not as generated`, async () => {
      const { stdout } = await repository.tool(
        ...['status', folder, '--check', '--format', 'json'],
      );
      const { files } = JSON.parse(stdout).plugins[0];
      const others = files.filter(({ state }) => state !== 'generated');
      assert.ok(others.length > 5 && others.length < files.length);
      assert.deepEqual(
        others.filter(
          ({ path, state }) => state !== 'edited' || !edited.includes(path),
        ),
        [],
      );
    });
  }

  test('undo: the tree is as before the last step', async () => {
    await repository.tool('undo');
    assert.deepEqual(repository.snapshot(), before);
  });
});

/** As their repository wants them, and as their own tests do. */
async function check(...plugins) {
  const folders = plugins.map(({ folder }) => folder);
  await repository.install();
  const checks = await Promise.allSettled([
    repository.command('tsc', '--pretty', 'false'),
    repository.command('prettier', '--check', ...folders),
    ...folders.map(async folder => {
      await repository.inPackage(folder, 'lint', '--max-warnings', '0');
      await repository.inPackage(folder, 'test', '--runInBand');
    }),
  ]);
  const failures = checks.flatMap(({ reason }) => reason?.message ?? []);
  assert.equal(failures.join('\n\n'), '');
}
