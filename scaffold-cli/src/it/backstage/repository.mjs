// The working copy as a repository of Backstage: its own commands, and the
// tests that it has to stand whatever was generated into it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { packagesIn } from './lockfile.mjs';
import { run, succeed } from './shell.mjs';

const HOST_FILES = [
  'app-config.yaml',
  'packages/backend/package.json',
  'packages/backend/src/index.ts',
];

/** Made before anything is generated: it remembers how the host was. */
export class Repository {
  #workspace;
  #postgres;
  #pristine;

  constructor({ workspace, postgres }) {
    this.#workspace = workspace;
    this.#postgres = postgres;
    this.#pristine = Object.fromEntries(
      [...HOST_FILES, 'yarn.lock'].map(name => [name, this.read(name)]),
    );
  }

  read(name) {
    return fs.readFileSync(path.join(this.#workspace, name), 'utf8');
  }

  json(name) {
    return JSON.parse(this.read(name));
  }

  write(name, text) {
    fs.writeFileSync(path.join(this.#workspace, name), text);
  }

  remove(name) {
    fs.rmSync(path.join(this.#workspace, name));
  }

  /** The names of all files below a folder, as seen from there. */
  files(folder) {
    const place = path.join(this.#workspace, folder);
    return fs
      .readdirSync(place, { recursive: true })
      .filter(name => fs.statSync(path.join(place, name)).isFile())
      .sort();
  }

  /** Every file that git would keep, but for what Yarn writes, with its bytes. */
  snapshot() {
    return Object.fromEntries(
      ['packages', 'plugins']
        .flatMap(folder => this.files(folder).map(name => `${folder}/${name}`))
        .concat('package.json', 'app-config.yaml')
        .filter(name => !/\/(node_modules|coverage|dist)\//.test(name))
        .map(name => [name, this.read(name)]),
    );
  }

  has(name) {
    return fs.existsSync(path.join(this.#workspace, name));
  }

  /** How a file of the host was before anything was generated. */
  pristine(name) {
    return this.#pristine[name];
  }

  /** A module that the host has installed, such as a parser. */
  require(name) {
    return createRequire(path.join(this.#workspace, 'package.json'))(name);
  }

  /** Whether the host has a package of Backstage installed. */
  installs(name) {
    return packagesIn(this.pristine('yarn.lock')).has(name);
  }

  /** The folders below plugins/ that belong to a plugin. */
  folders(id) {
    return ['backend', 'common', 'node']
      .map(role => `plugins/${id}-${role}`)
      .filter(folder => this.has(folder));
  }

  generate(flags) {
    return succeed(
      process.env.BACKSTAGE_GEN,
      ['new', 'backend-plugin', ...flags],
      { cwd: this.#workspace },
    );
  }

  /** A command of the tool at the top, which has to do all that it is asked. */
  tool(...args) {
    return succeed(process.env.BACKSTAGE_GEN, args, { cwd: this.#workspace });
  }

  /** A package that nobody generated. */
  async adopt(from, to) {
    fs.cpSync(from, path.join(this.#workspace, to), { recursive: true });
  }

  /** What the rules find; those that are not followed are no failure here. */
  async check(...args) {
    const { stdout } = await run(
      process.env.BACKSTAGE_GEN,
      ['check', ...args, '--format', 'json'],
      { cwd: this.#workspace },
    );
    return JSON.parse(stdout).findings;
  }

  /** A command of the host's node_modules, at the top. */
  command(name, ...args) {
    return succeed(this.#binary(name), args, {
      cwd: this.#workspace,
      env: this.#environment(),
    });
  }

  /** A command of the Backstage CLI in one package. */
  inPackage(folder, command, ...args) {
    return succeed(
      this.#binary('backstage-cli'),
      ['package', command, ...args],
      {
        cwd: path.join(this.#workspace, folder),
        env: this.#environment(),
      },
    );
  }

  /** A command as somebody types it at the top. */
  shell(line, env) {
    return succeed('sh', ['-c', line], {
      cwd: this.#workspace,
      env: { ...this.#environment(), ...env },
    });
  }

  /** How to reach a PostgreSQL server as its superuser. */
  get databaseUrl() {
    return this.#postgres?.url;
  }

  install() {
    // Built already, in the cache; the new folder would make Yarn build again.
    return succeed('yarn', ['install', '--no-immutable', '--mode=skip-build'], {
      cwd: this.#workspace,
    });
  }

  #binary(name) {
    return path.join(this.#workspace, 'node_modules/.bin', name);
  }

  /** Two versions to the plugins, one server: what is there to try them on. */
  #environment() {
    const { url } = this.#postgres ?? {};
    return {
      ...process.env,
      ...(url && {
        BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING: url,
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: url,
      }),
    };
  }
}

/** Tests of the whole: wired, installed, type-checked, as prettier likes it. */
export function checkHost(repository, ids) {
  test('the host is wired, and nothing in it is lost', () => {
    for (const name of ['app-config.yaml', 'packages/backend/src/index.ts']) {
      assert.deepEqual(
        lost(repository.pristine(name), repository.read(name)),
        [],
        name,
      );
    }
    const old = JSON.parse(
      repository.pristine('packages/backend/package.json'),
    );
    const added = Object.fromEntries(
      ids.map(id => [
        repository.json(`plugins/${id}-backend/package.json`).name,
        'workspace:^',
      ]),
    );
    assert.deepEqual(repository.json('packages/backend/package.json'), {
      ...old,
      dependencies: { ...old.dependencies, ...added },
    });
  });

  test('yarn install', () => repository.install());

  test('no second version of a Backstage package is installed', () => {
    const host = packagesIn(repository.pristine('yarn.lock'));
    const now = packagesIn(repository.read('yarn.lock'));
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

  test('tsc', () => repository.command('tsc', '--pretty', 'false'));

  test('prettier: the edited files of the host', () =>
    repository.command('prettier', '--check', ...HOST_FILES));

  test('repo fix --check --publish', () =>
    repository.command('backstage-cli', 'repo', 'fix', '--check', '--publish'));
}

/** Tests of the packages that were generated, with the host's own tools. */
export function checkPackages(repository, plugins, { skip }) {
  test('prettier: all plugins', () =>
    repository.command('prettier', '--check', 'plugins'));

  test('prettier: all workflows', () =>
    repository.command(
      ...['prettier', '--check', '--no-error-on-unmatched-pattern'],
      '.github/**',
    ));

  test('check: nothing is found in what was generated', async () => {
    const byHand = plugins
      .filter(({ written }) => written)
      .map(({ id }) => `plugins/${id}-backend`);
    const found = await repository.check();
    assert.deepEqual(
      found.filter(({ plugin }) => !byHand.includes(plugin)),
      [],
    );
  });

  test('lint: all packages', () =>
    repository.command('backstage-cli', 'repo', 'lint', '--max-warnings', '0'));

  test('build: all packages', async () => {
    await repository.command('backstage-cli', 'repo', 'build', '--all');
    for (const folder of plugins.flatMap(({ id }) => repository.folders(id))) {
      assert.ok(repository.has(`${folder}/dist`), folder);
    }
  });

  describe('tests', { concurrency: os.availableParallelism() }, () => {
    for (const plugin of plugins) {
      checkOwnTests(repository, plugin, { skip });
    }
  });
}

/** The tests that were generated with a plugin. */
function checkOwnTests(
  repository,
  { id, title = id, keeps, written },
  { skip },
) {
  const folder = `plugins/${id}-backend`;

  // One after the other, even where those of several packages run side by side.
  describe(`${title}: its own tests`, { concurrency: 1 }, () => {
    let results;

    test('pass', async () => {
      results = await runTests(repository, folder);
      assert.ok(results.numPassedTests > 0, 'there are none');
      assert.equal(results.numPassedTests, results.numTotalTests);
    });

    if (!written) {
      test('cover 90 % of lines and branches', () => {
        const { total } = repository.json(
          `${folder}/coverage/coverage-summary.json`,
        );
        for (const { pct, total: count } of [total.lines, total.branches]) {
          assert.ok(count === 0 || pct >= 90, JSON.stringify(total));
        }
      });
    }

    test('pass in the packages beside it', async () => {
      for (const beside of repository.folders(id)) {
        if (beside !== folder) {
          await repository.inPackage(beside, 'test', '--passWithNoTests');
        }
      }
    });

    if (keeps) {
      for (const database of ['POSTGRES_14', 'POSTGRES_18']) {
        test(`ran on ${database}`, { skip }, () => {
          const titles = results.testResults.flatMap(file =>
            file.assertionResults.map(({ fullName }) => fullName),
          );
          const count = titles.filter(it => it.includes(database)).length;
          assert.ok(count > 0, titles.join('\n'));
        });
      }
    }
  });
}

async function runTests(repository, folder) {
  const output = `${folder}/coverage/results.json`;
  await repository.inPackage(
    folder,
    // In one process: workers would be thrown away and load everything again.
    ...[
      'test',
      '--runInBand',
      '--coverage',
      '--coverageReporters=json-summary',
    ],
    ...['--json', '--outputFile=coverage/results.json'],
  );
  return repository.json(output);
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
