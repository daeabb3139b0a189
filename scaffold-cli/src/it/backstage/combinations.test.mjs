// Many combinations of features, in one working copy of the host: whether they
// please its own tools, pass their own tests, and start in one backend. What a
// plugin answers is tried in detail by suite.test.mjs, for fewer of them.
// Started by run.mjs, which says in BACKSTAGE_GEN_SUITE where everything is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, describe, test } from 'node:test';
import { signIn, startBackend } from './backend.mjs';
import { checkIdentity } from './http-checks.mjs';
import { connect } from './mcp.mjs';
import { checkHost, checkPackages, Repository } from './repository.mjs';

delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const suite = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
const { workspace, postgres, release, combinations } = suite;
const skip = postgres ? false : 'PostgreSQL is not on this machine';
const repository = new Repository(suite);
const started = Date.now();

const plugins = combinations.map(it => ({
  ...it,
  title: `${it.id} (${it.features.join(', ') || 'no feature'})`,
  keeps: it.features.includes('db'),
  backend: `plugins/${it.id}-backend`,
}));
const ids = plugins.map(({ id }) => id);

describe(`in a repository of Backstage ${release}`, () => {
  for (const { id, title, flags, backend } of plugins) {
    test(`${title}: is generated`, async () => {
      await repository.generate(['--id', id, ...flags]);
      assert.ok(repository.has(`${backend}/package.json`));
    });
  }

  checkHost(repository, ids);

  checkPackages(repository, plugins, { skip });
});

for (const { name, database, needs } of [
  {
    name: 'SQLite',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
  {
    name: 'PostgreSQL',
    database: { client: 'pg', connection: postgres?.connection },
    needs: skip,
  },
]) {
  test(`one backend with all of them, on ${name}`, { skip: needs }, async t => {
    const backend = await startBackend({ workspace, database });
    try {
      const session = { workspace, backend, token: await signIn(backend) };
      for (const { id, features } of plugins) {
        const running = [];
        checkIdentity(
          (title, check) => running.push(t.test(title, check)),
          { id, api: `/api/${id}` },
          session,
        );
        if (features.includes('mcp') && offersTools()) {
          running.push(
            t.test(`${id}: MCP offers tools`, () => tools(session, id)),
          );
        }
        await Promise.all(running);
      }
    } finally {
      await backend.stop();
    }
  });
}

/** What the tests say in numbers, for the page of figures. */
after(() => {
  if (suite.figures) {
    const results = plugins.flatMap(({ backend }) => {
      const name = `${backend}/coverage/results.json`;
      return repository.has(name) ? [repository.json(name)] : [];
    });
    fs.writeFileSync(
      suite.figures,
      JSON.stringify({
        plugins: plugins.length,
        packages: ids.flatMap(id => repository.folders(id)).length,
        tested: results.length,
        passed: results.reduce((sum, it) => sum + it.numPassedTests, 0),
        total: results.reduce((sum, it) => sum + it.numTotalTests, 0),
        seconds: Math.round((Date.now() - started) / 1000),
      }),
    );
  }
});

/** Not every release has a published backend for MCP near it. */
function offersTools() {
  return repository.installs('@backstage/plugin-mcp-actions-backend');
}

async function tools(session, id) {
  const client = await connect(session);
  const names = await client.names();
  await client.close();
  // Older backends leave out the prefix; then only some names have the id.
  const own = names.filter(
    name => name.startsWith(`${id}.`) || name.includes(`_${id}_`),
  );
  assert.ok(own.length > 0, names.join(' '));
}
