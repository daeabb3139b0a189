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
import { describeSpec } from './description.mjs';
import {
  checkClosed,
  checkDenied,
  checkIdentity,
  checkOwnership,
  checkResource,
} from './http-checks.mjs';
import {
  checkDeniedTools,
  checkOwnershipTool,
  checkResourceTools,
  checkTools,
} from './mcp-checks.mjs';
import {
  checkPieces,
  checkPiecesDenied,
  describePieces,
} from './piece-checks.mjs';
import { checkHost, checkPackages, Repository } from './repository.mjs';
import { checkResources, checkResourcesDenied } from './resource-checks.mjs';

// The test runner asks for colours, which make the output of others hard to
// read in the log of a build.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

const suite = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
const { workspace, postgres } = suite;

const CI = '--with-ci';

/** A plugin written by hand that breaks most of the rules that can be repaired. */
const UNTIDY = 'untidy';

const BROKEN = [
  'auth/health-policy',
  'auth/user-info-needs-user',
  'config/secret-visibility',
  'database/migrations-path',
  'database/migrations-skip',
  'integration/installed',
  'mcp/attributes',
  'mcp/given-zod',
  'mcp/name-style',
  'mcp/no-service-fallback',
  'package/plugin-id',
  'package/scripts',
  'package/test-dependencies',
  'permissions/result-enum',
  'plugin/declared-deps-used',
  'plugin/default-export',
  'router/body-parser',
  'router/input-error',
  'router/no-api-prefix',
  'router/promise-router',
  'scheduler/awaited',
];

const here = path.dirname(fileURLToPath(import.meta.url));
const skip = postgres ? false : 'PostgreSQL is not on this machine';
const repository = new Repository(suite);
const cases = select(suite.cases).map(it =>
  it.spec
    ? described(it, readSpec(it.spec))
    : { ...it, keeps: Boolean(it.path) },
);

describe('in the repository', () => {
  for (const { id, flags } of cases) {
    test(`${id}: is generated`, async () => {
      await repository.generate(flags);
      assert.ok(repository.has(`plugins/${id}-backend/package.json`));
    });
  }

  test(`${UNTIDY}: is found wanting, and repaired`, async () => {
    await repository.adopt(
      path.join(here, UNTIDY),
      `plugins/${UNTIDY}-backend`,
    );
    const before = await repository.check(`plugins/${UNTIDY}-backend`);
    const broken = new Set(before.map(({ rule }) => rule));
    assert.deepEqual(
      BROKEN.filter(rule => !broken.has(rule)),
      [],
      'not found',
    );
    const repair = ['--fix', '--fix-suggestions'];
    await repository.check(`plugins/${UNTIDY}-backend`, ...repair);
    const after = await repository.check(`plugins/${UNTIDY}-backend`);
    // What these rules say shows only once others are kept to.
    const { files, dependencies } = repository.json(
      `plugins/${UNTIDY}-backend/package.json`,
    );
    assert.ok(files.some(file => file.startsWith('migrations')));
    assert.ok(dependencies['@backstage/errors']);
    assert.match(
      repository.read(`plugins/${UNTIDY}-backend/src/router.test.ts`),
      /mockErrorHandler\(\)/,
    );
    assert.match(repository.read('app-config.yaml'), /^ +- untidy$/m);
    assert.deepEqual(
      after.filter(({ fixable }) => fixable !== 'none'),
      [],
      'not repaired',
    );
  });

  checkHost(repository, [...cases.map(({ id }) => id), UNTIDY]);

  checkPackages(repository, [...cases, { id: UNTIDY, written: 'by hand' }], {
    skip,
  });
});

describe('the workflows', () => {
  for (const { id } of cases.filter(({ flags }) => flags.includes(CI))) {
    const workflow = `.github/workflows/${id}-backend.yml`;

    test(`${id}: the commands of its own pass`, { skip }, async () => {
      const { env, steps } = repository
        .require('yaml')
        .parse(repository.read(workflow)).jobs.test;
      const here = Object.keys(env).map(name => [name, repository.databaseUrl]);
      const commands = steps.flatMap(({ run }) => run ?? []);
      assert.ok(commands.length > 4, commands.join('\n'));
      for (const command of commands.filter(it => it !== 'corepack enable')) {
        await repository.shell(command, Object.fromEntries(here));
      }
      for (const folder of repository.folders(id)) {
        assert.ok(repository.has(`${folder}/coverage/lcov.info`), folder);
      }
    });
  }
});

testBackend('on SQLite', {
  database: { client: 'better-sqlite3', connection: ':memory:' },
  checks: checkAllowed,
});

testBackend('on PostgreSQL', {
  skip,
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
  const [, { path: resource, actions, resources, pieces }] = args;
  checkIdentity(...args);
  if (pieces) {
    checkPieces(...args);
  }
  if (resources) {
    checkResources(...args);
    return;
  }
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
  const [, { permissions, actions, resources, pieces }] = args;
  checkIdentity(...args);
  if (pieces) {
    checkPiecesDenied(...args);
  }
  if (resources) {
    checkResourcesDenied(...args);
  }
  if (permissions) {
    checkDenied(...args);
    if (actions) {
      checkDeniedTools(...args);
    }
  }
}

/** A case with what its spec file asks for. */
function described(testCase, spec) {
  const resources = describeSpec(spec);
  return {
    ...testCase,
    keeps: resources.length > 0,
    resources: resources.length > 0 ? resources : undefined,
    pieces: describePieces(spec),
  };
}

function readSpec(file) {
  return repository.require('yaml').parse(fs.readFileSync(file, 'utf8'));
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
