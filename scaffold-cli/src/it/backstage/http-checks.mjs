// What the routes of a generated plugin answer in a started backend.
import assert from 'node:assert/strict';
import { SERVICE_SUBJECT, SERVICE_TOKEN, USER } from './backend.mjs';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const MALFORMED = '{"title":';

/** Checks of every plugin, whoever may do what. */
export function checkIdentity(test, { id, api }, session) {
  test(`${id}: health needs no token`, async () => {
    const { backend } = session;
    const { status } = await backend.call('GET', `${api}/health`);
    assert.equal(status, 200);
  });

  test(`${id}: whoami names the caller`, async () => {
    const { backend, token } = session;
    const whoami = credentials =>
      backend.call('GET', `${api}/whoami`, { token: credentials });

    assertError(await whoami(undefined), 401, 'AuthenticationError');
    for (const [credentials, name] of [
      [token, USER],
      [SERVICE_TOKEN, SERVICE_SUBJECT],
    ]) {
      const { status, body } = await whoami(credentials);
      assert.equal(status, 200, JSON.stringify(body));
      assert.ok(JSON.stringify(body).includes(name), JSON.stringify(body));
    }
  });

  test(`${id}: a wrong token opens nothing`, async () => {
    const { backend } = session;
    const response = await backend.call('GET', `${api}/whoami`, {
      token: 'wrong',
    });
    assertError(response, 401, 'AuthenticationError');
  });
}

/** Checks of every plugin: no other route is open. */
export function checkClosed(test, testCase, session) {
  test(`${testCase.id}: all else needs a token`, async () => {
    const { backend } = session;
    for (const [method, path, body] of [
      ...routes(testCase),
      ['GET', `${testCase.api}/no-such-route`],
    ]) {
      const response = await backend.call(method, path, { body });
      assertError(response, 401, 'AuthenticationError', `${method} ${path}`);
    }
  });
}

/** Under a policy that denies everything. */
export function checkDenied(test, testCase, session) {
  test(`${testCase.id}: the policy is obeyed over HTTP`, async () => {
    const { backend, token } = session;
    for (const [method, path, body] of routes(testCase)) {
      const response = await backend.call(method, path, { token, body });
      assertError(response, 403, 'NotAllowedError', `${method} ${path}`);
    }
  });
}

/** Plugins without a resource of their own. */
export function checkOwnership(test, { id, api }, session) {
  const ask = request =>
    session.backend.call('POST', `${api}/ownership`, {
      token: session.token,
      ...request,
    });

  test(`${id}: ownership is answered`, async () => {
    const { status, body } = await ask({ body: { entityRefs: [USER] } });
    assert.equal(status, 200, JSON.stringify(body));
    assert.ok(Array.isArray(body.owned), JSON.stringify(body));
  });

  test(`${id}: bad questions about ownership are refused`, async () => {
    for (const body of [
      {},
      [],
      { entityRefs: USER },
      { entityRefs: [1] },
      { entityRefs: [null] },
    ]) {
      const response = await ask({ body });
      assertError(response, 400, 'InputError', JSON.stringify(body));
    }
    assertError(await ask({ raw: MALFORMED }), 400, undefined, MALFORMED);
  });
}

/** Plugins with a resource of their own, in a database. */
export function checkResource(test, { id, path }, session) {
  const call = (method, rest, request) =>
    session.backend.call(method, path + rest, {
      token: session.token,
      ...request,
    });
  const create = async (body, request) => {
    const response = await call('POST', '', { body, ...request });
    assert.equal(response.status, 201, JSON.stringify(response.body));
    return response.body;
  };

  test(`${id}: a whole life over HTTP`, async () => {
    const created = await create({ title: 'First', description: 'Text' });
    assert.deepEqual(
      { ...created, id: undefined, createdAt: undefined, updatedAt: undefined },
      {
        id: undefined,
        title: 'First',
        description: 'Text',
        archived: false,
        createdBy: USER,
        createdAt: undefined,
        updatedAt: undefined,
      },
    );
    assert.match(created.createdAt, ISO_TIME);
    assert.match(created.updatedAt, ISO_TIME);

    const got = await call('GET', `/${created.id}`);
    assert.deepEqual(got, { status: 200, body: created });

    const patched = await call('PATCH', `/${created.id}`, {
      body: { title: 'Changed', archived: true },
    });
    assert.equal(patched.status, 200, JSON.stringify(patched.body));
    assert.match(patched.body.updatedAt, ISO_TIME);
    assert.deepEqual(patched.body, {
      ...created,
      title: 'Changed',
      archived: true,
      updatedAt: patched.body.updatedAt,
    });
    const emptied = await call('PATCH', `/${created.id}`, {
      body: { description: null },
    });
    assert.equal(emptied.status, 200, JSON.stringify(emptied.body));
    assert.equal(emptied.body.description, null);
    assert.deepEqual(await call('GET', `/${created.id}`), emptied);

    for (const body of [{}, { titel: 'Typo' }]) {
      const response = await call('PATCH', `/${created.id}`, { body });
      assertError(response, 400, 'InputError', JSON.stringify(body));
    }
    const shouted = await call('GET', `/${created.id.toUpperCase()}`);
    assert.deepEqual(shouted, emptied);

    const deleted = await call('DELETE', `/${created.id}`);
    assert.deepEqual(deleted, { status: 204, body: '' });
    for (const [method, body] of [
      ['GET'],
      ['PATCH', { title: 'Too late' }],
      ['DELETE'],
    ]) {
      const response = await call(method, `/${created.id}`, { body });
      assertError(response, 404, 'NotFoundError', method);
    }
  });

  test(`${id}: a service's name is kept`, async () => {
    const created = await create(
      { title: 'By a service' },
      { token: SERVICE_TOKEN },
    );
    assert.equal(created.createdBy, SERVICE_SUBJECT);
    assert.equal(created.description, null);
    assert.equal((await call('DELETE', `/${created.id}`)).status, 204);
  });

  test(`${id}: lists page by page`, async () => {
    const created = [];
    for (const title of ['Page 1', 'Page 2', 'Page 3']) {
      created.push(await create({ title }));
    }
    const first = await call('GET', '?limit=2&offset=0');
    const second = await call('GET', '?limit=2&offset=2');
    assert.equal(first.status, 200);
    assert.equal(first.body.items.length, 2);
    assert.equal(first.body.totalItems, 3);
    assert.equal(second.body.items.length, 1);
    assert.deepEqual(
      byId([...first.body.items, ...second.body.items]),
      byId(created),
    );
    const all = await call('GET', '');
    assert.deepEqual(byId(all.body.items), byId(created));
    const beyond = await call('GET', '?offset=1000000');
    assert.deepEqual(beyond.body, { items: [], totalItems: 3 });
    for (const item of created) {
      assert.equal((await call('DELETE', `/${item.id}`)).status, 204);
    }
  });

  test(`${id}: titles are unique`, async () => {
    const taken = await create({ title: 'Taken' });
    const again = await call('POST', '', { body: { title: 'Taken' } });
    assertError(again, 409, 'ConflictError');

    const other = await create({ title: 'Other' });
    const renamed = await call('PATCH', `/${other.id}`, {
      body: { title: 'Taken' },
    });
    assertError(renamed, 409, 'ConflictError');
    const itself = await call('PATCH', `/${taken.id}`, {
      body: { title: 'Taken' },
    });
    assert.equal(itself.status, 200, JSON.stringify(itself.body));

    const race = await Promise.all(
      Array.from({ length: 5 }, () =>
        call('POST', '', { body: { title: 'Race' } }),
      ),
    );
    assert.deepEqual(
      race.map(({ status }) => status).sort(),
      [201, 409, 409, 409, 409],
    );
    const winner = race.find(({ status }) => status === 201).body;
    for (const item of [taken, other, winner]) {
      assert.equal((await call('DELETE', `/${item.id}`)).status, 204);
    }
  });

  test(`${id}: hostile texts come back as they were`, async () => {
    const text = `'; drop table x; -- "\\ \` \${1} <script> %00 \u2028 木🎭`;
    const created = await create({ title: text, description: text });
    assert.equal(created.title, text);
    const { body } = await call('GET', `/${created.id}`);
    assert.deepEqual(body, created);
    const longest = await call('PATCH', `/${created.id}`, {
      body: { title: 'x'.repeat(255) },
    });
    assert.equal(longest.status, 200, JSON.stringify(longest.body));
    assert.equal((await call('DELETE', `/${created.id}`)).status, 204);
  });

  test(`${id}: bad bodies are refused`, async () => {
    const { id: existing } = await create({ title: 'Existing' });
    for (const body of [
      [],
      { title: 1 },
      { title: null },
      { title: 'x'.repeat(256) },
      { title: 'a\0b' },
      { title: 'a', description: 1 },
      { title: 'a', description: 'a\0b' },
      { title: 'a', archived: 'yes' },
    ]) {
      const what = JSON.stringify(body);
      const post = await call('POST', '', { body });
      assertError(post, 400, 'InputError', `POST ${what}`);
      const patch = await call('PATCH', `/${existing}`, { body });
      assertError(patch, 400, 'InputError', `PATCH ${what}`);
    }
    const empty = await call('POST', '', { body: {} });
    assertError(empty, 400, 'InputError', 'POST {}');
    const nothing = await call('POST', '');
    assertError(nothing, 400, 'InputError', 'POST without a body');
    for (const [method, rest] of [
      ['POST', ''],
      ['PATCH', `/${existing}`],
    ]) {
      const response = await call(method, rest, { raw: MALFORMED });
      assertError(response, 400, undefined, `${method} ${MALFORMED}`);
    }
    assert.equal((await call('DELETE', `/${existing}`)).status, 204);
    const { body } = await call('GET', '');
    assert.deepEqual(body, { items: [], totalItems: 0 });
  });

  test(`${id}: bad ids and pages are refused`, async () => {
    for (const bad of ['anything', '%00', "1'%20or%20'1'='1", '-1', '1e400']) {
      for (const [method, body] of [
        ['GET'],
        ['PATCH', { title: 'Too late' }],
        ['DELETE'],
      ]) {
        const response = await call(method, `/${bad}`, { body });
        assert.ok(
          [400, 404].includes(response.status),
          `${method} ${bad}: ${response.status}`,
        );
        assertError(response, response.status);
      }
    }
    assertError(await call('GET', '/%00'), 400, 'InputError', '%00');
    for (const query of [
      'offset=1e20',
      'offset=-1',
      'offset=x',
      'limit=0',
      'limit=1e20',
      'limit=x',
      'limit=1.5',
    ]) {
      assertError(await call('GET', `?${query}`), 400, 'InputError', query);
    }
  });
}

/** Backstage's form of an error; a name when it is known. */
function assertError({ status, body }, expected, name, what = '') {
  const said = `${what}: ${status} ${JSON.stringify(body)}`;
  assert.equal(status, expected, said);
  assert.equal(typeof body.error?.name, 'string', said);
  assert.equal(typeof body.error.message, 'string', said);
  if (name) {
    assert.equal(body.error.name, name, said);
  }
  assert.equal(body.response?.statusCode, expected, said);
  assert.equal(typeof body.request?.method, 'string', said);
}

/** Every route that needs a token, with a body that would be accepted. */
function routes({ api, path }) {
  if (!path) {
    return [['POST', `${api}/ownership`, { entityRefs: [USER] }]];
  }
  return [
    ['GET', path],
    ['GET', `${path}/${UNKNOWN_ID}`],
    ['POST', path, { title: 'Refused' }],
    ['PATCH', `${path}/${UNKNOWN_ID}`, { title: 'Refused' }],
    ['DELETE', `${path}/${UNKNOWN_ID}`],
  ];
}

function byId(items) {
  return items.toSorted((a, b) => a.id.localeCompare(b.id));
}
