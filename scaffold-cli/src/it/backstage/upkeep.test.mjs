// A plugin that is generated, edited as a person does, and then kept up: after
// each step it is as sound as on the first day, without another edit. And one
// of `yarn new` that is taken on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { edit } from './person.mjs';
import { Repository } from './repository.mjs';

delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const { workspace } = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
// Without PostgreSQL: what is asked here is the same on each database.
const repository = new Repository({ workspace });

const folder = 'plugins/helpdesk-backend';

/** What is asked of the tool, one after the other. */
const STEPS = [
  ['add', 'mcp'],
  ['add', 'scheduler'],
  ['add', 'field', 'item', 'severity:enum(low,high)=low'],
  ['remove', 'cache'],
  ['update'],
  ['add', 'identity'],
  ['add', 'common'],
];

describe('a plugin that a person edited', { concurrency: 1 }, () => {
  let edited = [];
  let before;

  test('is generated', async () => {
    await repository.generate([
      '--id',
      'helpdesk',
      '--with-db',
      '--with-cache',
    ]);
    await checkPlugin(folder);
  });

  test('is edited', async () => {
    edited = await edit(repository, folder);
    await checkPlugin(folder);
  });

  for (const step of STEPS) {
    test(step.join(' '), async () => {
      before = repository.snapshot();
      await repository.tool(...step, folder);
      await checkPlugin(folder);
    });
  }

  test('status: only what was edited is not as generated', async () => {
    const { stdout } = await repository.tool(
      ...['status', folder, '--check', '--format', 'json'],
    );
    const { files } = JSON.parse(stdout).plugins[0];
    assert.ok(files.length > edited.length);
    const others = files.filter(
      ({ path, state }) =>
        state !== (edited.includes(path) ? 'edited' : 'generated'),
    );
    assert.deepEqual(others, []);
  });

  test('undo: the tree is as before the last step', async () => {
    await repository.tool('undo');
    assert.deepEqual(repository.snapshot(), before);
  });
});

/** As its repository wants it, and as its tests do. */
async function checkPlugin(place) {
  await repository.install();
  const checks = await Promise.allSettled([
    repository.command('tsc', '--pretty', 'false'),
    repository
      .inPackage(place, 'lint', '--max-warnings', '0')
      .then(() => repository.command('prettier', '--check', place)),
    repository.inPackage(place, 'test', '--runInBand'),
  ]);
  assert.equal(
    checks.flatMap(({ reason }) => reason?.message ?? []).join('\n\n'),
    '',
  );
}
