// Runs commands: quiet while they succeed, in full when they fail.
import { spawn } from 'node:child_process';
import net from 'node:net';

/** Runs a command to its end; resolves to its exit code and its output. */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', chunk => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? signal, stdout, output }),
    );
  });
}

/** Like run, but anything other than exit code 0 is an error that shows all. */
export async function succeed(command, args, options = {}) {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    throw new Error(
      [
        `${[command, ...args].join(' ')}`,
        `in ${options.cwd ?? process.cwd()} ended with ${result.code}:`,
        result.output,
      ].join('\n'),
    );
  }
  return result;
}

/** Resolves when check() is true; throws what it was waiting for when late. */
export async function waitFor(what, check, { seconds }) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await check())) {
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${seconds} s`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
