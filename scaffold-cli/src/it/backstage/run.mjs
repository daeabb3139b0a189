// Surrounds the tests: prepares, starts PostgreSQL, and whatever happens stops
// and deletes everything that was started or made. Started by ./run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { select } from './cases.mjs';
import { combinations, partOf } from './combinations.mjs';
import { featuresOf, readFeatures } from './features.mjs';
import { figuresPage } from './figures.mjs';
import { startPostgres } from './postgres.mjs';
import { environment, prepare, RELEASES } from './prepare.mjs';
import {
  createWorkspace,
  removeWorkspace,
  temporaryFolder,
} from './workspace.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../../../..');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const USAGE = `Usage: run [--cases a,b]
       run --array [--strength 3] [--record]
       run --part N/M
       run --releases [1.45,1.50]
       run --random [1.45,1.50]
       run --guides
       run --upkeep`;

const page = path.join(repository, 'docs/combinations.md');

async function main() {
  for (const job of jobs(process.argv.slice(2))) {
    const code = await perform(job);
    if (code !== 0) {
      return code;
    }
  }
  return 0;
}

/** What to do: the tests, the host that they run in, and what they have to know. */
function jobs(args) {
  const { values } = parseArgs({
    args: ['--releases', '--random'].reduce(
      (all, option) => withValue(all, option, RELEASES.join(',')),
      args,
    ),
    options: {
      cases: { type: 'string' },
      array: { type: 'boolean' },
      part: { type: 'string' },
      releases: { type: 'string' },
      random: { type: 'string' },
      guides: { type: 'boolean' },
      upkeep: { type: 'boolean' },
      record: { type: 'boolean' },
      strength: { type: 'string', default: '2' },
    },
  });
  const modes = Object.keys(values).filter(
    name => name !== 'record' && name !== 'strength',
  );
  if (modes.length > 1 || (values.record && !values.array)) {
    throw new Error(USAGE);
  }
  const newest = RELEASES.at(-1);
  if (values.releases) {
    return values.releases.split(',').map(release => ({
      release,
      tests: ['combinations.test.mjs'],
      knows: {
        combinations: combinations(featuresOf(readFeatures(), release), {
          array: false,
        }),
      },
    }));
  }
  if (values.random) {
    return values.random.split(',').map(release => ({
      release,
      tests: ['random.test.mjs'],
      knows: {},
    }));
  }
  if (values.guides) {
    return [{ release: newest, tests: ['guides.test.mjs'], knows: {} }];
  }
  // In working copies of their own, whose files nothing else touches.
  const upkeep = ['upkeep.test.mjs', 'adopt.test.mjs'].map(name => ({
    release: newest,
    tests: [name],
    knows: {},
  }));
  if (values.upkeep) {
    return upkeep;
  }
  if (values.array || values.part) {
    const features = featuresOf(readFeatures(), newest);
    const strength = Number(values.strength);
    const all = combinations(features, { strength });
    return [
      {
        release: newest,
        tests: ['combinations.test.mjs'],
        knows: {
          combinations: values.part ? partOf(all, readPart(values.part)) : all,
        },
        record: values.record && { features, strength },
      },
    ];
  }
  const cases = select(values.cases?.split(',') ?? []).map(({ id }) => id);
  return [
    {
      release: newest,
      tests: values.cases
        ? ['suite.test.mjs']
        : [
            'covering.test.mjs',
            'guides.test.mjs',
            'hosts.test.mjs',
            'migrations.test.mjs',
            'random.test.mjs',
            'suite.test.mjs',
          ],
      knows: { cases },
    },
    ...(values.cases ? [] : upkeep),
  ];
}

/** An option that may stand alone, in a form that parseArgs knows. */
function withValue(args, option, value) {
  return args.flatMap((arg, i) =>
    arg === option && (args[i + 1] ?? '--').startsWith('--')
      ? [option, value]
      : [arg],
  );
}

function readPart(text) {
  const [, part, parts] = text.match(/^(\d+)\/(\d+)$/)?.map(Number) ?? [];
  if (!(part >= 1 && part <= parts)) {
    throw new Error(USAGE);
  }
  return { part, parts };
}

async function perform({ release, tests: files, knows, record }) {
  const prepared = prepare(release);
  const cleanups = [];
  let tests;
  const cleanUp = () => {
    // All that the tests started is in the group of their process.
    killGroup(tests);
    for (const cleanup of cleanups.splice(0).reverse()) {
      cleanup();
    }
  };
  const interrupted = () => {
    cleanUp();
    process.exit(130);
  };
  for (const signal of SIGNALS) {
    process.once(signal, interrupted);
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
    const temporary = temporaryFolder(workspace);
    const figures = record && path.join(temporary, 'figures.json');

    tests = spawn(
      prepared.node,
      [
        ...['--test', '--test-concurrency=1', '--test-reporter=spec'],
        ...files.map(name => path.join(here, name)),
      ],
      {
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: {
          ...environment(prepared),
          TMPDIR: temporary,
          BACKSTAGE_GEN: path.resolve(
            process.env.BACKSTAGE_GEN || path.join(repository, 'backstage-gen'),
          ),
          BACKSTAGE_GEN_SUITE: JSON.stringify({
            ...knows,
            ...{ workspace, postgres, release, figures },
          }),
        },
      },
    );
    const code = await new Promise((resolve, reject) => {
      tests.on('error', reject);
      tests.on('exit', status => resolve(status ?? 1));
    });
    if (code === 0 && record) {
      write(figures, { ...record, release, all: knows.combinations }, prepared);
    }
    return code;
  } finally {
    cleanUp();
    for (const signal of SIGNALS) {
      process.off(signal, interrupted);
    }
  }
}

/** The page of figures, laid out by the host's prettier like all others. */
function write(figures, run, { host }) {
  const { format } = createRequire(path.join(host, 'package.json'))('prettier');
  const measured = JSON.parse(fs.readFileSync(figures, 'utf8'));
  fs.writeFileSync(
    page,
    format(figuresPage({ ...run, measured }), { parser: 'markdown' }),
  );
  console.log(`Written: ${path.relative(process.cwd(), page)}`);
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
