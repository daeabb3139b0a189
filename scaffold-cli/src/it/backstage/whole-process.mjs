// What the benchmarks share that time the tool as whole processes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const launcher = path.join(here, '../../../../backstage-gen');

export function write(root, name, text) {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

export function run(cwd, args) {
  const { status, stdout, stderr } = spawnSync(launcher, args, {
    cwd,
    env: { ...process.env, CI: 'true' },
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(
      `${args.join(' ')} ended with ${status}: ${stdout}${stderr}`,
    );
  }
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
