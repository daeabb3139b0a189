// What a plugin has of its own beside its resources, in a started backend:
// its routes over HTTP, its actions through a real MCP client, its tasks.
import assert from 'node:assert/strict';
import { SERVICE_TOKEN, USER } from './backend.mjs';
import { connect } from './mcp.mjs';

/** Routes, actions and tasks, as a spec file names them. */
export function describePieces({ actions = [], routes = [], tasks = [] }) {
  return {
    actions: actions.map(name => name.replaceAll('-', '_')),
    routes: routes.map(describeRoute),
    tasks,
  };
}

function describeRoute(text) {
  const [method, path] = text.split(' ');
  const parameters = path.match(/:\w+/g) ?? [];
  const isSent = ['POST', 'PUT', 'PATCH'].includes(method);
  return {
    text,
    method,
    path: path.replaceAll(/:\w+/g, 'one'),
    malformed: parameters.length > 0 && path.replaceAll(/:\w+/g, 'a%20b'),
    body: isSent ? { note: 'A note' } : undefined,
    status: { POST: 201, DELETE: 204 }[method] ?? 200,
    answer:
      method === 'DELETE'
        ? ''
        : {
            ...Object.fromEntries(parameters.map(it => [it.slice(1), 'one'])),
            ...(isSent && { note: 'A note' }),
            caller: USER,
          },
  };
}

export function checkPieces(test, { id, api, pieces }, session) {
  const { backend, token } = session;

  for (const route of pieces.routes) {
    const call = request =>
      backend.call(route.method, api + (request.path ?? route.path), {
        token,
        body: route.body,
        ...request,
      });

    test(`${id}: ${route.text} answers its caller`, async () => {
      const { status, body } = await call({});
      assert.equal(status, route.status, JSON.stringify(body));
      assert.deepEqual(body, route.answer);
    });

    test(`${id}: ${route.text} refuses the rest`, async () => {
      assertError(await call({ token: undefined }), 401, 'AuthenticationError');
      if (route.body) {
        for (const body of [{}, [], { note: 1 }, { ...route.body, other: 1 }]) {
          assertError(await call({ body }), 400, 'InputError');
        }
      }
      if (route.method === 'GET') {
        const path = `${route.path}?other=1`;
        assertError(await call({ path }), 400, 'InputError');
      }
      if (route.malformed) {
        const path = route.malformed;
        assertError(await call({ path }), 400, 'InputError');
      }
    });
  }

  for (const action of pieces.actions) {
    test(`${id}: ${action} answers its caller through MCP`, async () => {
      const client = await connect(session);
      assert.deepEqual(await client.call(id, action, { subject: 'Week 7' }), {
        subject: 'Week 7',
        caller: USER,
      });
      for (const input of [{}, { subject: 1 }, { subject: 'a', other: 1 }]) {
        assert.match(await client.refusal(id, action, input), /InputError/);
      }
      await client.close();
    });
  }

  test(`${id}: its tasks can be triggered`, async () => {
    for (const task of pieces.tasks) {
      const { status, body } = await backend.call(
        'POST',
        `${api}/.backstage/scheduler/v1/tasks/${id}-${task}/trigger`,
        { token: SERVICE_TOKEN },
      );
      assert.equal(status, 200, JSON.stringify(body));
    }
  });
}

/** Under a policy that denies everything. */
export function checkPiecesDenied(test, { id, api, pieces }, session) {
  test(`${id}: the policy is obeyed by routes and actions of its own`, async () => {
    const { backend, token } = session;
    for (const { method, path, body } of pieces.routes) {
      const answer = await backend.call(method, api + path, { token, body });
      assertError(answer, 403, 'NotAllowedError');
    }
    const client = await connect(session);
    for (const action of pieces.actions) {
      assert.match(
        await client.refusal(id, action, { subject: 'Week 7' }),
        // Hidden from the caller, or refused.
        /NotAllowedError|Action ".*" not found/,
      );
    }
    await client.close();
  });
}

function assertError({ status, body }, expected, name) {
  assert.equal(status, expected, JSON.stringify(body));
  assert.equal(body.error.name, name, JSON.stringify(body));
}
