// What the benchmarks share that time the tool as whole processes.
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const launcher = path.join(here, '../../../../backstage-gen');

export function write(root, name, text) {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

const env = { ...process.env, CI: 'true' };

/** For what is not timed, and may be done side by side. */
export async function start(cwd, args) {
  await promisify(execFile)(launcher, args, { cwd, env });
}

export function run(cwd, args) {
  const { status, stdout, stderr } = spawnSync(launcher, args, {
    cwd,
    env,
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
