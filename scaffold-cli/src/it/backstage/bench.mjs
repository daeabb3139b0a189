// Times whole processes in pairs, A B A B …, so that a machine whose speed
// drifts treats both alike: this tool's `new` beside `backstage-cli new`.
//
//   node bench.mjs [pairs]
//
// Prints the table of docs/performance.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, prepare } from './prepare.mjs';
import { createWorkspace, removeWorkspace } from './workspace.mjs';

const repository = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../..',
);
const launcher = path.join(repository, 'backstage-gen');

function main(pairs) {
  const prepared = prepare();
  const workspace = createWorkspace(prepared);
  const host = workspace;
  const cli = path.join(host, 'node_modules/@backstage/cli/bin/backstage-cli');
  const ours = (...args) => [launcher, 'new', 'backend-plugin', ...args];
  const commands = {
    'backstage-gen new, bare': n => ours('--id', `bare-${n}`),
    'backstage-gen new --with-db --with-mcp': n =>
      ours('--id', `full-${n}`, '--with-db', '--with-mcp'),
    'backstage-gen --version': () => [launcher, '--version'],
    'backstage-cli new --skip-install': n => [
      ...[prepared.node, cli, 'new', '--select', 'backend-plugin'],
      ...['--option', `pluginId=theirs-${n}`, '--option', 'owner='],
      '--skip-install',
    ],
    'yarn new --skip-install': n => [
      ...[prepared.node, prepared.yarn, 'new', '--select', 'backend-plugin'],
      ...['--option', `pluginId=yarned-${n}`, '--option', 'owner='],
      '--skip-install',
    ],
    'node -e 0': () => [prepared.node, '-e', '0'],
  };
  const times = Object.fromEntries(Object.keys(commands).map(k => [k, []]));
  try {
    for (let n = 0; n <= pairs; n += 1) {
      for (const [name, command] of Object.entries(commands)) {
        const [program, ...args] = command(n);
        const began = process.hrtime.bigint();
        const { status, stderr } = spawnSync(program, args, {
          cwd: host,
          env: { ...environment(prepared), CI: 'true' },
          encoding: 'utf8',
        });
        const took = Number(process.hrtime.bigint() - began) / 1e6;
        if (status !== 0) {
          throw new Error(`${name} ended with ${status}: ${stderr}`);
        }
        // The first round warms the caches of the disk.
        if (n > 0) {
          times[name].push(took);
        }
      }
    }
  } finally {
    removeWorkspace(workspace);
  }
  const node = times['node -e 0'];
  console.log(`${os.cpus().length} processors, ${pairs} rounds in turn\n`);
  console.log('| whole process | median ms | min | max | x `node -e 0` |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [name, all] of Object.entries(times)) {
    const ratio = median(all.map((time, i) => time / node[i])).toFixed(1);
    const figures = [median(all), Math.min(...all), Math.max(...all)];
    console.log(
      `| \`${name}\` | ${figures.map(Math.round).join(' | ')} | ${ratio} |`,
    );
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

if (!fs.existsSync(launcher)) {
  throw new Error(`There is no ${launcher}`);
}
main(Number(process.argv[2] ?? 11));
