// Times `status --all --check` as whole processes, in turn, over repositories
// with many plugins that are as generated.
//
//   node bench-status.mjs [rounds] [most plugins]
//
// Prints a table of docs/performance.md. Needs no Backstage: nothing is
// installed, which is how a gate in CI is meant to run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median, run, write } from './whole-process.mjs';

const LETTERS = 'abcdefghij';

function main(rounds, most) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-status-'));
  try {
    const sizes = [1, 10, 100, most].filter(size => size <= most);
    const repositories = sizes.map(size => repository(temp, size));
    const times = sizes.map(() => []);
    for (let round = 0; round <= rounds; round += 1) {
      repositories.forEach((cwd, i) => {
        const began = process.hrtime.bigint();
        run(cwd, ['status', '--all', '--check']);
        // The first round warms the caches of the disk.
        if (round > 0) {
          times[i].push(Number(process.hrtime.bigint() - began) / 1e6);
        }
      });
    }
    report(rounds, sizes, times);
  } finally {
    fs.rmSync(temp, { recursive: true });
  }
}

function report(rounds, sizes, times) {
  console.log(`${os.cpus().length} processors, ${rounds} rounds in turn\n`);
  console.log('| whole process | median ms | min | max | ms a plugin |');
  console.log('| --- | --- | --- | --- | --- |');
  sizes.forEach((size, i) => {
    const middle = median(times[i]);
    const figures = [middle, Math.min(...times[i]), Math.max(...times[i])];
    console.log(
      `| \`status --all --check\`, ${size} plugins | ${figures
        .map(Math.round)
        .join(' | ')} | ${(middle / size).toFixed(1)} |`,
    );
  });
}

/** A repository with so many plugins. */
function repository(temp, size) {
  const root = path.join(temp, `of-${size}`);
  write(root, 'backstage.json', '{ "version": "1.55.0" }\n');
  write(
    root,
    'package.json',
    '{ "name": "root", "private": true, "workspaces": ["packages/*", "plugins/*"] }\n',
  );
  run(root, [
    'new',
    'backend-plugin',
    '--id',
    'example',
    '--with-db',
    '--with-mcp',
    '--no-wire',
  ]);
  const plugin = path.join(root, 'plugins/example-backend');
  for (let n = 1; n < size; n += 1) {
    const id = `p${String(n).padStart(6, '0')}`.replace(
      /\d/g,
      digit => LETTERS[digit],
    );
    fs.cpSync(path.join(plugin, '.backstage-gen.yaml'), `${root}/${id}.yaml`);
    const spec = fs.readFileSync(`${root}/${id}.yaml`, 'utf8');
    write(root, `${id}.yaml`, spec.replaceAll('example', id));
    run(root, ['new', 'backend-plugin', '--spec', `${id}.yaml`, '--no-wire']);
    fs.rmSync(`${root}/${id}.yaml`);
  }
  return root;
}

main(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 500));
