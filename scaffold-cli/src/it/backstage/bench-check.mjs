// Times `check` as whole processes, in turn, so that a machine whose speed
// drifts treats all alike: one plugin, and repositories with many of them.
//
//   node bench-check.mjs [rounds] [most plugins]
//
// Prints the table of docs/performance.md. Needs no Backstage: nothing is
// installed, which is how `check` is meant to be used.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median, run, write } from './whole-process.mjs';

const FLAGS = ['--with-db', '--with-mcp'];

function main(rounds, most) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-check-'));
  try {
    const sizes = [1, 10, 100, most].filter(size => size <= most);
    const repositories = sizes.map(size => [size, repository(temp, size)]);
    const empty = repository(temp, 0);
    const commands = {
      [`new ${FLAGS.join(' ')}`]: {
        cwd: empty,
        args: make('example'),
        before: () =>
          fs.rmSync(path.join(empty, 'plugins'), {
            recursive: true,
            force: true,
          }),
      },
      ...Object.fromEntries(
        repositories.map(([size, cwd]) => [
          `check, ${size} plugin${size > 1 ? 's' : ''}`,
          { cwd, args: ['check'], size },
        ]),
      ),
    };
    report(rounds, measure(rounds, commands), commands);
  } finally {
    fs.rmSync(temp, { recursive: true });
  }
}

function measure(rounds, commands) {
  const times = Object.fromEntries(Object.keys(commands).map(k => [k, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, { cwd, args, before }] of Object.entries(commands)) {
      before?.();
      const began = process.hrtime.bigint();
      run(cwd, args);
      const took = Number(process.hrtime.bigint() - began) / 1e6;
      // The first round warms the caches of the disk.
      if (round > 0) {
        times[name].push(took);
      }
    }
  }
  return times;
}

function report(rounds, times, commands) {
  const [first] = Object.values(times);
  console.log(`${os.cpus().length} processors, ${rounds} rounds in turn\n`);
  console.log(
    '| whole process | median ms | min | max | x `new` | ms a plugin |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [name, all] of Object.entries(times)) {
    const ratio = median(all.map((time, i) => time / first[i])).toFixed(1);
    const figures = [median(all), Math.min(...all), Math.max(...all)];
    const { size } = commands[name];
    const each = size ? (median(all) / size).toFixed(1) : '';
    console.log(
      `| \`${name}\` | ${figures
        .map(Math.round)
        .join(' | ')} | ${ratio} | ${each} |`,
    );
  }
}

/** A repository with so many plugins, each the one that `new` makes. */
function repository(temp, size) {
  const root = path.join(temp, `of-${size}`);
  write(root, 'backstage.json', '{ "version": "1.55.0" }\n');
  write(
    root,
    'package.json',
    '{ "name": "root", "private": true, "workspaces": ["packages/*", "plugins/*"] }\n',
  );
  write(root, 'app-config.yaml', 'app:\n  title: Acme\n');
  write(
    root,
    'packages/backend/package.json',
    '{ "name": "backend", "backstage": { "role": "backend" }, "dependencies": { "@backstage/backend-defaults": "^0.18.0" } }\n',
  );
  write(
    root,
    'packages/backend/src/index.ts',
    "import { createBackend } from '@backstage/backend-defaults';\n\nconst backend = createBackend();\n\nbackend.start();\n",
  );
  if (size > 0) {
    run(root, make('example'));
    multiply(root, size);
  }
  return root;
}

/** Copies the one plugin, with another name in each, and makes them known. */
function multiply(root, size) {
  const ids = Array.from({ length: size }, (_, n) => `example${n}`);
  const plugin = path.join(root, 'plugins/example-backend');
  for (const id of ids) {
    for (const name of fs.readdirSync(plugin, { recursive: true })) {
      const file = path.join(plugin, name);
      if (fs.statSync(file).isFile()) {
        const text = fs.readFileSync(file, 'utf8').replaceAll('example', id);
        write(root, `plugins/${id}-backend/${name}`, text);
      }
    }
  }
  fs.rmSync(plugin, { recursive: true });
  for (const name of [
    'packages/backend/package.json',
    'packages/backend/src/index.ts',
    'app-config.yaml',
  ]) {
    const text = fs.readFileSync(path.join(root, name), 'utf8');
    const lines = text
      .split('\n')
      .flatMap(line =>
        /\bexample\b/.test(line)
          ? ids.map(id => line.replace(/\bexample\b/, id))
          : [line],
      );
    write(root, name, lines.join('\n').replace(/"(\n\s*"@internal)/g, '",$1'));
  }
}

function make(id) {
  return ['new', 'backend-plugin', '--id', id, ...FLAGS];
}

main(Number(process.argv[2] ?? 11), Number(process.argv[3] ?? 500));
