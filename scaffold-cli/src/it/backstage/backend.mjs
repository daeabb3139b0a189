// A started backend of the working copy, and how to talk to it over HTTP.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort, waitFor } from './shell.mjs';

/** A static token: whoever has it is a service, not a user. */
export const SERVICE_TOKEN = 'only-for-the-suite-0123456789';
export const SERVICE_SUBJECT = 'external:suite';
export const USER = 'user:default/guest';

/** Starts packages/backend with a database and waits until it is ready. */
export async function startBackend({ workspace, database }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = path.join(workspace, `app-config.suite.local.yaml`);
  // JSON is YAML.
  fs.writeFileSync(
    config,
    JSON.stringify({
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        database,
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: SERVICE_TOKEN, subject: SERVICE_SUBJECT },
            },
          ],
        },
      },
    }),
  );

  const child = spawn(
    path.join(workspace, 'node_modules/.bin/backstage-cli'),
    ['package', 'start', '--config', '../../app-config.yaml'].concat(
      '--config',
      config,
    ),
    {
      cwd: path.join(workspace, 'packages/backend'),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      log += chunk;
    });
  }
  const ended = new Promise(resolve => child.on('exit', resolve));

  // The command passes the signal on to the backend and waits for it.
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(timer);
  };

  try {
    await waitFor(
      'the backend is ready',
      async () => {
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error('the backend ended');
        }
        const response = await fetch(
          `${url}/.backstage/health/v1/readiness`,
        ).catch(() => undefined);
        return response?.status === 200;
      },
      { seconds: 120 },
    );
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${log}`);
  }

  return { url, call: caller(url), log: () => log, stop };
}

/** Signs in as the guest; resolves to the token of that user. */
export async function signIn(backend) {
  const { status, body } = await backend.call(
    'POST',
    '/api/auth/guest/refresh',
  );
  if (status !== 200) {
    throw new Error(`Sign-in answered ${status}: ${JSON.stringify(body)}`);
  }
  return body.backstageIdentity.token;
}

/** A request; `raw` is a body that is sent as it is. */
function caller(url) {
  return async (method, path_, { token, body, raw } = {}) => {
    const response = await fetch(url + path_, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...((body ?? raw) !== undefined && {
          'Content-Type': 'application/json',
        }),
      },
      body: raw ?? JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: parse(text) };
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
