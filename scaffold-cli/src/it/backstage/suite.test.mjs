// Generates the plugins of cases.mjs into one working copy of the host and has
// Backstage's own tools, a started backend and an MCP client judge them.
// Started by run.mjs, which says in BACKSTAGE_GEN_SUITE where everything is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { signIn, startBackend } from './backend.mjs';
import { select } from './cases.mjs';
import {
  checkClosed,
  checkDenied,
  checkIdentity,
  checkOwnership,
  checkResource,
} from './http-checks.mjs';
import { packagesIn } from './lockfile.mjs';
import {
  checkDeniedTools,
  checkOwnershipTool,
  checkResourceTools,
  checkTools,
} from './mcp-checks.mjs';
import { succeed } from './shell.mjs';

// The test runner asks for colours, which make the output of others hard to
// read in the log of a build.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const suite = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
const { workspace, postgres } = suite;
const cases = select(suite.cases);

const here = path.dirname(fileURLToPath(import.meta.url));
const HOST_FILES = [
  'app-config.yaml',
  'packages/backend/package.json',
  'packages/backend/src/index.ts',
];

const withoutPostgres = postgres ? false : 'PostgreSQL is not on this machine';

const inHost = (command, ...args) =>
  succeed(binary(command), args, { cwd: workspace });
const read = name => fs.readFileSync(path.join(workspace, name), 'utf8');
const pristine = Object.fromEntries(
  [...HOST_FILES, 'yarn.lock'].map(name => [name, read(name)]),
);

describe('in the repository', () => {
  for (const { id, flags, folder } of cases) {
    test(`${id}: is generated`, async () => {
      await succeed(
        process.env.BACKSTAGE_GEN,
        ['new', 'backend-plugin', '--id', id, ...flags],
        { cwd: workspace },
      );
      assert.ok(fs.existsSync(path.join(workspace, folder, 'package.json')));
    });
  }

  test('the host is wired, and nothing in it is lost', () => {
    for (const name of ['app-config.yaml', 'packages/backend/src/index.ts']) {
      assert.deepEqual(lost(pristine[name], read(name)), [], name);
    }
    const old = JSON.parse(pristine['packages/backend/package.json']);
    const now = JSON.parse(read('packages/backend/package.json'));
    const added = Object.fromEntries(
      cases.map(({ folder }) => [
        JSON.parse(read(`${folder}/package.json`)).name,
        'workspace:^',
      ]),
    );
    assert.deepEqual(now, {
      ...old,
      dependencies: { ...old.dependencies, ...added },
    });
  });

  test('yarn install', async () => {
    // Built already, in the cache; the new folder would make Yarn build again.
    await succeed('yarn', ['install', '--no-immutable', '--mode=skip-build'], {
      cwd: workspace,
    });
  });

  test('no second version of a Backstage package is installed', () => {
    const host = packagesIn(pristine['yarn.lock']);
    const now = packagesIn(read('yarn.lock'));
    const changed = {};
    for (const [name, versions] of now) {
      const known = host.get(name);
      if (name.startsWith('@backstage/') && String(versions) !== `${known}`) {
        changed[name] = { before: known, now: versions };
      }
    }
    assert.deepEqual(changed, {});
    for (const [name, versions] of host) {
      assert.deepEqual(
        versions.filter(version => !now.get(name)?.includes(version)),
        [],
        `${name} was replaced`,
      );
    }
  });

  test('tsc', async () => {
    await inHost('tsc', '--pretty', 'false');
  });

  test('prettier: the edited files of the host', async () => {
    await inHost('prettier', '--check', ...HOST_FILES);
  });

  test('lint: the backend', async () => {
    await backstage('packages/backend', 'lint', '--max-warnings', '0');
  });

  test('repo fix --check --publish', async () => {
    await inHost('backstage-cli', 'repo', 'fix', '--check', '--publish');
  });

  for (const testCase of cases) {
    const { id, folder } = testCase;

    test(`${id}: prettier`, async () => {
      await inHost('prettier', '--check', folder);
    });

    test(`${id}: lint`, async () => {
      await backstage(folder, 'lint', '--max-warnings', '0');
    });

    describe(`${id}: its own tests`, () => {
      let results;

      test('pass', async () => {
        results = await runTests(folder);
        assert.ok(results.numPassedTests > 0, 'there are none');
        assert.equal(results.numPassedTests, results.numTotalTests);
      });

      test('cover 90 % of lines and branches', () => {
        const { total } = JSON.parse(
          read(`${folder}/coverage/coverage-summary.json`),
        );
        for (const { pct, total: count } of [total.lines, total.branches]) {
          assert.ok(count === 0 || pct >= 90, JSON.stringify(total));
        }
      });

      if (testCase.path) {
        for (const database of ['POSTGRES_14', 'POSTGRES_18']) {
          test(`ran on ${database}`, { skip: withoutPostgres }, () => {
            const titles = results.testResults.flatMap(file =>
              file.assertionResults.map(({ fullName }) => fullName),
            );
            const count = titles.filter(it => it.includes(database)).length;
            assert.ok(count > 0, titles.join('\n'));
          });
        }
      }
    });

    test(`${id}: build`, async () => {
      await backstage(folder, 'build');
      assert.ok(fs.existsSync(path.join(workspace, folder, 'dist')));
    });
  }
});

testBackend('on SQLite', {
  database: { client: 'better-sqlite3', connection: ':memory:' },
  checks: checkAllowed,
});

testBackend('on PostgreSQL', {
  skip: withoutPostgres,
  database: { client: 'pg', connection: postgres?.connection },
  checks: checkAllowed,
});

testBackend('under a policy that denies everything', {
  database: { client: 'better-sqlite3', connection: ':memory:' },
  prepare: denyEverything,
  checks: checkRefused,
});

/**
 * One backend with all the plugins in it, and the checks of each plugin. If it
 * does not start, that is the only failure.
 */
function testBackend(name, { skip, database, prepare, checks }) {
  test(`the backend ${name}`, { skip }, async t => {
    prepare?.();
    const backend = await startBackend({ workspace, database });
    try {
      const session = { workspace, backend, token: await signIn(backend) };
      const running = [];
      for (const testCase of cases) {
        checks(
          (title, check) => running.push(t.test(title, check)),
          testCase,
          session,
        );
      }
      await Promise.all(running);
    } finally {
      await backend.stop();
    }
  });
}

function checkAllowed(...args) {
  const [, { path: resource, actions }] = args;
  checkIdentity(...args);
  checkClosed(...args);
  if (resource) {
    checkResource(...args);
  } else {
    checkOwnership(...args);
  }
  if (actions) {
    checkTools(...args);
    if (resource) {
      checkResourceTools(...args);
    } else {
      checkOwnershipTool(...args);
    }
  }
}

function checkRefused(...args) {
  const [, { permissions, actions }] = args;
  checkIdentity(...args);
  if (permissions) {
    checkDenied(...args);
    if (actions) {
      checkDeniedTools(...args);
    }
  }
}

function binary(name) {
  return path.join(workspace, 'node_modules/.bin', name);
}

/** A command of the Backstage CLI in one package. */
function backstage(folder, command, ...args) {
  return succeed(binary('backstage-cli'), ['package', command, ...args], {
    cwd: path.join(workspace, folder),
    env: testEnvironment(),
  });
}

async function runTests(folder) {
  const output = path.join(workspace, folder, 'coverage/results.json');
  await backstage(
    folder,
    ...['test', '--coverage', '--coverageReporters=json-summary'],
    ...['--json', `--outputFile=${output}`],
  );
  return JSON.parse(fs.readFileSync(output, 'utf8'));
}

/** Two versions to the plugins, one server: what is there to try them on. */
function testEnvironment() {
  if (!postgres) {
    return process.env;
  }
  return {
    ...process.env,
    BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING: postgres.url,
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
  };
}

function denyEverything() {
  const source = path.join(workspace, 'packages/backend/src');
  fs.copyFileSync(
    path.join(here, 'denyAllPolicy.ts'),
    path.join(source, 'denyAllPolicy.ts'),
  );
  const index = path.join(source, 'index.ts');
  const allowed =
    '@backstage/plugin-permission-backend-module-allow-all-policy';
  const text = fs.readFileSync(index, 'utf8');
  assert.ok(text.includes(allowed));
  fs.writeFileSync(index, text.replace(allowed, './denyAllPolicy'));
}

/** The lines of the old text that the new one does not have, in order. */
function lost(old, now) {
  const lines = now.split('\n');
  let from = 0;
  return old.split('\n').filter(line => {
    const found = lines.indexOf(line, from);
    if (found < 0) return true;
    from = found + 1;
    return false;
  });
}
