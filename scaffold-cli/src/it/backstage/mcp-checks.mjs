// What a generated plugin offers to AI assistants, seen by a real MCP client.
import assert from 'node:assert/strict';
import { SERVICE_TOKEN, USER } from './backend.mjs';
import { connect } from './mcp.mjs';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** readOnlyHint and destructiveHint of each kind of action. */
const HINTS = {
  list: [true, false],
  get: [true, false],
  ownership: [true, false],
  create: [false, false],
  update: [false, true],
  delete: [false, true],
};

export function checkTools(test, { id, actions }, session) {
  test(`${id}: MCP offers the tools, and says what they do`, async () => {
    const client = await connect(session);
    const tools = await client.tools(id);
    await client.close();

    assert.deepEqual(
      [...tools.keys()].sort(),
      Object.values(actions).toSorted(),
    );
    for (const [kind, action] of Object.entries(actions)) {
      const { description, annotations, inputSchema } = tools.get(action);
      assert.ok(description, `${action} has no description`);
      assert.ok(annotations.title, `${action} has no title`);
      assert.equal(inputSchema.type, 'object', action);
      for (const [name, schema] of Object.entries(inputSchema.properties)) {
        assert.ok(schema.description, `${action}: ${name} is not described`);
      }
      assert.deepEqual(
        [annotations.readOnlyHint, annotations.destructiveHint],
        HINTS[kind],
        `${action}: [readOnlyHint, destructiveHint]`,
      );
    }
  });
}

export function checkResourceTools(test, { id, actions }, session) {
  for (const [caller, credentials] of [
    ['a user', () => session.token],
    ['a service', () => SERVICE_TOKEN],
  ]) {
    test(`${id}: a whole life through MCP, as ${caller}`, async () => {
      const client = await connect({ ...session, token: credentials() });
      const call = (kind, input) => client.call(id, actions[kind], input);
      const refusal = (kind, input) => client.refusal(id, actions[kind], input);

      const created = await call('create', { title: 'Through MCP' });
      assert.equal(created.title, 'Through MCP');
      assert.equal(created.archived, false);
      if (caller === 'a user') {
        assert.equal(created.createdBy, USER);
      } else {
        assert.ok(created.createdBy);
      }
      assert.match(
        await refusal('create', { title: 'Through MCP' }),
        /ConflictError/,
      );
      assert.deepEqual(await call('get', { id: created.id }), created);
      const updated = await call('update', {
        id: created.id,
        description: 'Changed',
        archived: true,
      });
      assert.deepEqual(updated, {
        ...created,
        description: 'Changed',
        archived: true,
        updatedAt: updated.updatedAt,
      });
      assert.deepEqual(await call('list', { limit: 10 }), {
        items: [updated],
        totalItems: 1,
      });
      await call('delete', { id: created.id });
      assert.match(await refusal('get', { id: created.id }), /NotFoundError/);
      await client.close();
    });
  }

  test(`${id}: MCP refuses bad input`, async () => {
    const client = await connect(session);
    for (const [kind, input] of [
      ['create', {}],
      ['create', { title: 1 }],
      ['create', { title: 'a\0b' }],
      ['get', {}],
      ['get', { id: 'anything' }],
      ['list', { limit: 0 }],
      ['list', { offset: 1e20 }],
      ['update', { id: UNKNOWN_ID, title: 1 }],
      ['update', { title: 'No id' }],
      ['update', { id: UNKNOWN_ID }],
      ['delete', { id: '\0' }],
    ]) {
      assert.match(
        await client.refusal(id, actions[kind], input),
        /InputError/,
        `${kind} ${JSON.stringify(input)}`,
      );
    }
    for (const [kind, change] of [
      ['get'],
      ['update', { title: 'New' }],
      ['delete'],
    ]) {
      assert.match(
        await client.refusal(id, actions[kind], { id: UNKNOWN_ID, ...change }),
        /NotFoundError/,
        kind,
      );
    }
    await client.close();
  });
}

export function checkOwnershipTool(test, { id, actions }, session) {
  test(`${id}: MCP answers about ownership, and refuses bad input`, async () => {
    const client = await connect(session);
    const { owned } = await client.call(id, actions.ownership, {
      entityRefs: [USER],
    });
    assert.ok(Array.isArray(owned));
    for (const input of [{}, { entityRefs: USER }, { entityRefs: [1] }]) {
      assert.match(
        await client.refusal(id, actions.ownership, input),
        /InputError/,
        JSON.stringify(input),
      );
    }
    await client.close();
  });
}

/** Under a policy that denies everything. */
export function checkDeniedTools(test, { id, actions }, session) {
  test(`${id}: the policy is obeyed through MCP`, async () => {
    const client = await connect(session);
    for (const [kind, input] of Object.entries({
      list: {},
      get: { id: UNKNOWN_ID },
      create: { title: 'Refused' },
      update: { id: UNKNOWN_ID, title: 'Refused' },
      delete: { id: UNKNOWN_ID },
      ownership: { entityRefs: [USER] },
    })) {
      if (actions[kind]) {
        // Hidden from the caller, or refused: not a lack of what was asked for.
        assert.match(
          await client.refusal(id, actions[kind], input),
          /NotAllowedError|Action ".*" not found/,
          kind,
        );
      }
    }
    await client.close();
  });
}
