// Surrounds the tests: prepares, starts PostgreSQL, and whatever happens stops
// and deletes everything that was started or made. Started by ./run.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { select } from './cases.mjs';
import { startPostgres } from './postgres.mjs';
import { environment, prepare } from './prepare.mjs';
import {
  createWorkspace,
  removeWorkspace,
  temporaryFolder,
} from './workspace.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../../../..');

async function main() {
  const { values } = parseArgs({ options: { cases: { type: 'string' } } });
  const cases = select(values.cases?.split(',') ?? []).map(({ id }) => id);

  const prepared = prepare();
  const cleanups = [];
  let tests;
  const cleanUp = () => {
    // All that the tests started is in the group of their process.
    killGroup(tests);
    for (const cleanup of cleanups.splice(0).reverse()) {
      cleanup();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      cleanUp();
      process.exit(130);
    });
  }

  try {
    const postgres = await startPostgres();
    if (postgres) {
      cleanups.push(postgres.stop);
    } else if (process.env.BACKSTAGE_GEN_REQUIRE_ALL === '1') {
      throw new Error('PostgreSQL is not on this machine, and is required.');
    } else {
      console.log(
        'PostgreSQL is not on this machine: what needs it is skipped.',
      );
    }

    const workspace = createWorkspace(prepared);
    cleanups.push(() => removeWorkspace(workspace));

    tests = spawn(
      prepared.node,
      [
        ...['--test', '--test-concurrency=1', '--test-reporter=spec'],
        path.join(here, 'format.test.mjs'),
        path.join(here, 'suite.test.mjs'),
      ],
      {
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: {
          ...environment(prepared),
          TMPDIR: temporaryFolder(workspace),
          BACKSTAGE_GEN: path.resolve(
            process.env.BACKSTAGE_GEN || path.join(repository, 'backstage-gen'),
          ),
          BACKSTAGE_GEN_SUITE: JSON.stringify({ cases, workspace, postgres }),
        },
      },
    );
    return await new Promise((resolve, reject) => {
      tests.on('error', reject);
      tests.on('exit', code => resolve(code ?? 1));
    });
  } finally {
    cleanUp();
  }
}

function killGroup(child) {
  try {
    if (child) {
      process.kill(-child.pid, 'SIGKILL');
    }
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 3;
}
