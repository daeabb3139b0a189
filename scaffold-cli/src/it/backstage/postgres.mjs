// A PostgreSQL server of our own: an empty cluster in a temporary folder, on a
// free port of 127.0.0.1, gone without a trace at the end.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './shell.mjs';

const USER = 'postgres';
const PASSWORD = 'postgres';

/** Starts the server; undefined when PostgreSQL is not on this machine. */
export async function startPostgres() {
  const bin = findBinaries();
  if (!bin) {
    return undefined;
  }
  const directory = fs.mkdtempSync(
    path.join(os.tmpdir(), 'backstage-gen-postgres-'),
  );
  const as = unprivileged(directory);
  const data = path.join(directory, 'data');
  const passwordFile = path.join(directory, 'password');
  fs.writeFileSync(passwordFile, PASSWORD);
  // The server's user reads it, and it is worth nothing to anybody else.
  fs.chmodSync(passwordFile, 0o644);

  const stop = () => {
    spawnSync(...as(bin, 'pg_ctl', ['-D', data, '-m', 'immediate', 'stop']));
    fs.rmSync(directory, { recursive: true, force: true });
  };
  try {
    execute(
      ...as(bin, 'initdb', [
        ...['-D', data, '-U', USER, '--auth', 'scram-sha-256'],
        ...['--pwfile', passwordFile, '--encoding', 'UTF8'],
        ...['--locale', 'C', '--no-sync'],
      ]),
    );
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: directory,
      // Nothing here has to survive a crash.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Each plugin of each backend keeps a pool of its own.
      max_connections: 300,
    };
    fs.appendFileSync(
      path.join(data, 'postgresql.conf'),
      Object.entries(settings)
        .map(([name, value]) => `${name} = '${value}'\n`)
        .join(''),
    );
    const log = path.join(directory, 'log');
    execute(...as(bin, 'pg_ctl', ['-D', data, '-l', log, '-w', 'start']));
    return {
      connection: { host: '127.0.0.1', port, user: USER, password: PASSWORD },
      url: `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}`,
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The folder of the newest PostgreSQL that has everything a server needs. */
function findBinaries() {
  const packaged = '/usr/lib/postgresql';
  const versions = fs.existsSync(packaged) ? fs.readdirSync(packaged) : [];
  return [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map(version => path.join(packaged, version, 'bin')),
    ...process.env.PATH.split(path.delimiter),
  ].find(directory =>
    ['initdb', 'pg_ctl', 'postgres'].every(name =>
      fs.existsSync(path.join(directory, name)),
    ),
  );
}

/** PostgreSQL refuses to run as root; then it runs as the user postgres. */
function unprivileged(directory) {
  const root = process.getuid() === 0;
  if (root) {
    execFileSync('chown', ['postgres', directory]);
  }
  return (bin, name, args) => {
    const command = [path.join(bin, name), ...args];
    const [file, ...rest] = root
      ? ['runuser', '-u', 'postgres', '--', ...command]
      : command;
    // The folder we are in need not be one that this user may enter.
    return [file, rest, { cwd: directory, encoding: 'utf8' }];
  };
}

function execute(file, args, options) {
  // pg_ctl leaves a server behind that keeps pipes open: output goes to files.
  const log = path.join(options.cwd, 'command.log');
  const output = fs.openSync(log, 'w');
  const { status, error } = spawnSync(file, args, {
    ...options,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  if (error || status !== 0) {
    throw new Error(
      `${[file, ...args].join(' ')} failed: ${error ?? status}\n` +
        fs.readFileSync(log, 'utf8'),
    );
  }
}
