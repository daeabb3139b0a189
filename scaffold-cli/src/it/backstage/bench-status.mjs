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
import { median, run, start, write } from './whole-process.mjs';

const LETTERS = 'abcdefghij';

async function main(rounds, most) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-status-'));
  try {
    const sizes = [...new Set([1, 10, 100, most])].filter(size => size <= most);
    const ids = Array.from({ length: most }, (_, n) => idOf(n));
    // One processor each: two runs in one repository would wait for another.
    const shares = os.cpus().map((_, i) => path.join(temp, `share-${i}`));
    await Promise.all(
      shares.map((root, i) =>
        make(
          root,
          ids.filter((_, n) => n % shares.length === i),
        ),
      ),
    );
    const repositories = sizes.map(size => {
      const root = path.join(temp, `of-${size}`);
      begin(root);
      for (let n = 0; n < size; n += 1) {
        const plugin = `plugins/${ids[n]}-backend`;
        fs.cpSync(
          path.join(shares[n % shares.length], plugin),
          path.join(root, plugin),
          { recursive: true },
        );
      }
      return root;
    });
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

/** A repository without plugins. */
function begin(root) {
  write(root, 'backstage.json', '{ "version": "1.55.0" }\n');
  write(
    root,
    'package.json',
    '{ "name": "root", "private": true, "workspaces": ["packages/*", "plugins/*"] }\n',
  );
}

/** A repository with plugins that keep something and have actions. */
async function make(root, ids) {
  begin(root);
  for (const id of ids) {
    await start(root, [
      'new',
      'backend-plugin',
      ...['--id', id, '--with-db', '--with-mcp', '--no-wire'],
    ]);
  }
}

function idOf(n) {
  const digits = String(n).padStart(3, '0');
  return `p-${digits.replace(/\d/g, digit => LETTERS[digit])}`;
}

await main(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 500));
