// What a plugin made from a spec has to do with its resources, whatever they
// are: the same checks over HTTP and through a real MCP client.
import assert from 'node:assert/strict';
import { USER } from './backend.mjs';
import { refused, sample } from './description.mjs';
import { connect } from './mcp.mjs';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const MANY = 5;

/** All checks of the resources of one plugin, through both doors. */
export function checkResources(test, { id, resources, pieces }, session) {
  for (const [door, open] of [
    ['HTTP', async () => overHttp(session)],
    ['MCP', () => throughMcp(session, id)],
  ]) {
    for (const resource of resources) {
      for (const [title, check] of Object.entries(CHECKS)) {
        test(`${id}: ${resource.name}, ${door}: ${title}`, async () => {
          const api = await open();
          const stage = new Stage(api);
          try {
            await check(stage, resource);
          } finally {
            await stage.clear();
          }
          for (const each of resources) {
            const left = await stage.count(each);
            assert.equal(left, 0, `${each.name}: something was left behind`);
          }
          await api.close();
        });
      }
    }
  }

  for (const resource of resources) {
    const { name, path, verbs } = resource;
    test(`${id}: ${name}, HTTP: nothing without a token, nor what is not offered`, async () => {
      for (const [verb, method, rest] of ROUTES) {
        const call = token =>
          session.backend.call(method, path + rest, {
            token,
            body: input(method, resource),
          });
        const { status, body: said } = await call(undefined);
        assert.equal(status, 401, `${method} ${path}${rest}`);
        assert.equal(said.error.name, 'AuthenticationError');
        if (!verbs.includes(verb)) {
          const { status: known } = await call(session.token);
          assert.equal(known, 404, `${method} ${path}${rest}`);
        }
      }
    });
  }

  test(`${id}: MCP offers exactly the actions of the spec`, async () => {
    const client = await connect(session);
    const tools = await client.tools(id);
    await client.close();
    assert.deepEqual(
      [...tools.keys()].sort(),
      resources
        .flatMap(({ actions }) => Object.values(actions))
        .concat(pieces.actions)
        .sort(),
    );
  });
}

/** Under a policy that denies everything. */
export function checkResourcesDenied(test, { id, resources }, session) {
  test(`${id}: the policy is obeyed over HTTP and through MCP`, async () => {
    const client = await connect(session);
    for (const resource of resources) {
      const { path, verbs, actions } = resource;
      for (const [verb, method, rest] of ROUTES.filter(([it]) =>
        verbs.includes(it),
      )) {
        const values = input(method, resource);
        const answer = await session.backend.call(method, path + rest, {
          token: session.token,
          body: values,
        });
        assert.equal(answer.status, 403, `${method} ${path}${rest}`);
        assert.equal(answer.body.error.name, 'NotAllowedError');
        assert.match(
          await client.refusal(id, actions[verb], {
            ...(rest && { id: UNKNOWN_ID }),
            ...values,
          }),
          // Hidden from the caller, or refused.
          /NotAllowedError|Action ".*" not found/,
        );
      }
    }
    await client.close();
  });
}

const ROUTES = [
  ['list', 'GET', ''],
  ['get', 'GET', `/${UNKNOWN_ID}`],
  ['create', 'POST', ''],
  ['update', 'PATCH', `/${UNKNOWN_ID}`],
  ['delete', 'DELETE', `/${UNKNOWN_ID}`],
];

/** What a request of this kind needs to be well-formed. */
function input(method, { fields }) {
  return ['POST', 'PATCH'].includes(method)
    ? Object.fromEntries(
        fields.map(field => [
          field.property,
          field.kind === 'ref' ? UNKNOWN_ID : sample(field, 1),
        ]),
      )
    : undefined;
}

const CHECKS = {
  'a whole life': async (stage, resource) => {
    const values = await stage.values(resource, 1);
    const created = await stage.create(resource, values);
    assert.deepEqual(own(resource, created), values);
    assert.equal(created.createdBy, USER);
    assert.match(created.id, /^[0-9a-f-]{36}$/);
    assert.match(created.createdAt, ISO_TIME);
    assert.match(created.updatedAt, ISO_TIME);
    assert.deepEqual(await stage.get(resource, created.id), created);
    assert.deepEqual(await stage.list(resource, {}), {
      items: [created],
      totalItems: 1,
    });

    if (resource.verbs.includes('update')) {
      let now = created;
      const others = await stage.values(resource, 2);
      for (const { property, optional } of resource.fields) {
        for (const value of optional
          ? [others[property], null]
          : [others[property]]) {
          const changed = await stage.update(resource, now.id, {
            [property]: value,
          });
          assert.deepEqual(changed, {
            ...now,
            [property]: value,
            updatedAt: changed.updatedAt,
          });
          assert.match(changed.updatedAt, ISO_TIME);
          now = changed;
        }
      }
      assert.deepEqual(await stage.get(resource, created.id), now);
      await stage.refuses(400, 'update', resource, created.id, {});
    }

    await stage.delete(resource, created.id);
    await stage.refuses(404, 'get', resource, created.id);
    await stage.refuses(404, 'delete', resource, created.id);
    if (resource.verbs.includes('update')) {
      await stage.refuses(404, 'update', resource, created.id, values);
    }
  },

  'what may be left out': async (stage, resource) => {
    const values = await stage.values(resource, 1);
    const least = Object.fromEntries(
      resource.fields
        .filter(({ optional, given }) => !optional && given === undefined)
        .map(({ property }) => [property, values[property]]),
    );
    const created = await stage.create(resource, least);
    for (const { property, optional, given } of resource.fields) {
      const expected = given ?? (optional ? null : values[property]);
      assert.deepEqual(created[property], expected, property);
    }
    assert.deepEqual(await stage.get(resource, created.id), created);
    await stage.delete(resource, created.id);

    for (const property of Object.keys(least)) {
      const { [property]: _, ...rest } = least;
      await stage.refuses(400, 'create', resource, rest);
    }
    await stage.refuses(400, 'create', resource, { ...least, unheardOf: 1 });
    for (const property of ['id', 'createdBy', 'createdAt']) {
      await stage.refuses(400, 'create', resource, {
        ...least,
        [property]: created[property],
      });
    }
  },

  'bad values are refused': async (stage, resource) => {
    const values = await stage.values(resource, 1);
    const existing = await stage.create(resource, values);
    const others = await stage.values(resource, 2);
    for (const field of resource.fields) {
      for (const value of refused(field)) {
        const { property } = field;
        await stage.refuses(400, 'create', resource, {
          ...others,
          [property]: value,
        });
        if (resource.verbs.includes('update')) {
          await stage.refuses(400, 'update', resource, existing.id, {
            [property]: value,
          });
        }
      }
    }
    assert.deepEqual(await stage.list(resource, {}), {
      items: [existing],
      totalItems: 1,
    });
    for (const bad of ['anything', '1', "' or 1=1 --"]) {
      await stage.refuses(400, 'get', resource, bad);
      await stage.refuses(400, 'delete', resource, bad);
    }
  },

  'times of other zones': async (stage, resource) => {
    for (const { property, kind, many } of resource.fields) {
      if (kind === 'timestamp' && !many) {
        const created = await stage.create(resource, {
          ...(await stage.values(resource, 1)),
          [property]: '2026-03-01T01:30:00.5+02:00',
        });
        assert.equal(created[property], '2026-02-28T23:30:00.500Z');
        assert.deepEqual(await stage.get(resource, created.id), created);
        await stage.delete(resource, created.id);
      }
    }
  },

  'what is unique': async (stage, resource) => {
    const first = await stage.create(resource, await stage.values(resource, 1));
    for (const names of resource.unique) {
      const same = Object.fromEntries(
        names.map(name => {
          const { property } = resource.fields.find(it => it.name === name);
          return [property, first[property]];
        }),
      );
      const others = await stage.values(resource, 2);
      await stage.refuses(409, 'create', resource, { ...others, ...same });
      if (resource.verbs.includes('update')) {
        const second = await stage.create(resource, others);
        await stage.refuses(409, 'update', resource, second.id, same);
        await stage.update(resource, first.id, same);
        await stage.delete(resource, second.id);
      }
      const race = await Promise.all(
        Array.from({ length: 4 }, () =>
          stage.call('create', resource, {
            ...others,
            ...same,
            ...later(resource, names),
          }),
        ),
      );
      assert.deepEqual(
        race.map(({ status }) => status).sort(),
        [201, 409, 409, 409],
      );
      const winner = race.find(({ status }) => status === 201);
      await stage.delete(resource, winner.body.id);
    }
  },

  'references lead somewhere': async (stage, resource) => {
    for (const { property, kind, args, target } of resource.fields) {
      if (kind === 'ref') {
        const values = await stage.values(resource, 1);
        await stage.refuses(400, 'create', resource, {
          ...values,
          [property]: UNKNOWN_ID,
        });
        const created = await stage.create(resource, values);
        if (resource.verbs.includes('update')) {
          await stage.refuses(400, 'update', resource, created.id, {
            [property]: UNKNOWN_ID,
          });
        }
        const other = await stage.create(target, await stage.values(target, 7));
        const led = await stage.create(resource, {
          ...(await stage.values(resource, 6)),
          [property]: other.id,
        });
        switch (args[1] ?? 'restrict') {
          case 'restrict':
            await stage.refuses(409, 'delete', target, other.id);
            assert.deepEqual(await stage.get(resource, led.id), led);
            break;
          case 'cascade':
            await stage.delete(target, other.id);
            await stage.refuses(404, 'get', resource, led.id);
            break;
          default:
            await stage.delete(target, other.id);
            assert.equal((await stage.get(resource, led.id))[property], null);
        }
        await stage.clear();
      }
    }
  },

  'lists, narrowed, sorted and page by page': async (stage, resource) => {
    const created = [];
    for (let n = 1; n <= MANY; n += 1) {
      created.push(
        await stage.create(resource, await stage.values(resource, n)),
      );
    }
    const found = async query => {
      const { items, totalItems } = await stage.list(resource, query);
      assert.equal(totalItems, items.length, JSON.stringify(query));
      return ids(items);
    };
    const expected = matches => ids(created.filter(matches));

    for (const { property, isFilter, isRange, isSortable } of resource.fields) {
      const values = created.map(it => it[property]);
      if (isRange) {
        const [, from, , to] = values;
        for (const [query, matches] of [
          [{ [`${property}From`]: from }, it => it[property] >= from],
          [{ [`${property}To`]: to }, it => it[property] <= to],
          [
            { [`${property}From`]: from, [`${property}To`]: to },
            it => it[property] >= from && it[property] <= to,
          ],
        ]) {
          assert.deepEqual(await found(query), expected(matches), property);
        }
      } else if (isFilter) {
        for (const value of new Set(values)) {
          assert.deepEqual(
            await found({ [property]: value }),
            expected(it => it[property] === value),
            `${property}=${value}`,
          );
        }
      } else {
        await stage.refuses(400, 'list', resource, {
          [property]: typeof values[0] === 'object' ? 'x' : values[0],
        });
      }
      if (isSortable) {
        for (const order of ['asc', 'desc']) {
          const { items } = await stage.list(resource, {
            orderBy: property,
            order,
          });
          const sorted = values.toSorted(byValue);
          assert.deepEqual(
            items.map(it => it[property]),
            order === 'asc' ? sorted : sorted.toReversed(),
            `${property} ${order}`,
          );
        }
      } else {
        await stage.refuses(400, 'list', resource, { orderBy: property });
      }
    }

    for (const { property, optional, isSortable } of resource.fields) {
      if (optional && isSortable && resource.verbs.includes('update')) {
        const [emptied] = created;
        await stage.update(resource, emptied.id, { [property]: null });
        for (const order of ['asc', 'desc']) {
          const { items } = await stage.list(resource, {
            orderBy: property,
            order,
          });
          assert.equal(items.at(-1).id, emptied.id, `${property} ${order}`);
        }
      }
    }

    for (const orderBy of ['createdAt', 'updatedAt']) {
      const { items } = await stage.list(resource, { orderBy, order: 'desc' });
      const times = items.map(it => it[orderBy]);
      assert.deepEqual(times, times.toSorted().toReversed());
    }
    const pages = [];
    for (const offset of [0, 2, 4, 6]) {
      const { items, totalItems } = await stage.list(resource, {
        limit: 2,
        offset,
      });
      assert.equal(totalItems, MANY);
      pages.push(items);
    }
    assert.deepEqual(
      pages.map(items => items.length),
      [2, 2, 1, 0],
    );
    assert.deepEqual(ids(pages.flat()), ids(created));

    for (const query of [
      { limit: 0 },
      { limit: 101 },
      { limit: 1.5 },
      { limit: 'x' },
      { offset: -1 },
      { offset: 'x' },
      { order: 'sideways' },
      { orderBy: 'unheardOf' },
      { orderBy: 'id; drop table x' },
      { unheardOf: 'x' },
    ]) {
      await stage.refuses(400, 'list', resource, query);
    }
  },
};

/** Creates things with what they refer to, and remembers them to delete. */
class Stage {
  #api;
  #made = [];

  constructor(api) {
    this.#api = api;
  }

  /** Values for all fields; what is referred to is made, or was before. */
  async values(resource, n) {
    const values = {};
    for (const field of resource.fields) {
      values[field.property] =
        field.kind === 'ref'
          ? await this.#referred(field.target, n)
          : sample(field, n);
    }
    return values;
  }

  async #referred(target, n) {
    const known = this.#made.find(it => it.resource === target && it.n === n);
    if (known) {
      return known.id;
    }
    const created = await this.create(target, await this.values(target, n));
    this.#made.at(-1).n = n;
    return created.id;
  }

  async create(resource, values) {
    return this.#expect(201, 'create', resource, values);
  }

  get(resource, id) {
    return this.#expect(200, 'get', resource, id);
  }

  list(resource, query) {
    return this.#expect(200, 'list', resource, query);
  }

  async count(resource) {
    return (await this.list(resource, {})).totalItems;
  }

  update(resource, id, patch) {
    return this.#expect(200, 'update', resource, id, patch);
  }

  async delete(resource, id) {
    await this.#expect(204, 'delete', resource, id);
  }

  /** A call whose answer is not known in advance; what it makes is noted. */
  async call(verb, resource, ...args) {
    const answer = await this.#api[verb](resource, ...args);
    if (verb === 'create' && answer.status === 201) {
      this.#made.push({ resource, id: answer.body.id });
    }
    return answer;
  }

  async refuses(status, verb, resource, ...args) {
    const answer = await this.call(verb, resource, ...args);
    assert.equal(
      answer.status,
      status,
      `${verb} ${resource.name} ${short(args)}: ${short(answer)}`,
    );
    assert.equal(answer.name, NAMES[status], short(answer));
  }

  async #expect(status, verb, resource, ...args) {
    const answer = await this.call(verb, resource, ...args);
    assert.equal(
      answer.status,
      status,
      `${verb} ${resource.name} ${short(args)}: ${short(answer)}`,
    );
    return answer.body;
  }

  /** Deletes what is left, the newest first: it may refer to the older. */
  async clear() {
    for (const { resource, id } of this.#made.splice(0).reverse()) {
      await this.#api.delete(resource, id);
    }
  }
}

const NAMES = { 400: 'InputError', 404: 'NotFoundError', 409: 'ConflictError' };

/** Each verb as a request; answers `{ status, body, name }`. */
function overHttp({ backend, token }) {
  const call = async (method, path_, input) => {
    const { status, body: said } = await backend.call(method, path_, {
      token,
      body: input,
    });
    return { status, body: said, name: said.error?.name };
  };
  const one = ({ path }, id) => `${path}/${encodeURIComponent(id)}`;
  return {
    list: ({ path }, query) =>
      call('GET', `${path}?${new URLSearchParams(query)}`),
    get: (resource, id) => call('GET', one(resource, id)),
    create: ({ path }, values) => call('POST', path, values),
    update: (resource, id, patch) => call('PATCH', one(resource, id), patch),
    delete: (resource, id) => call('DELETE', one(resource, id)),
    close: () => {},
  };
}

/** The same through a real MCP client, with the status that HTTP would have. */
async function throughMcp(session, pluginId) {
  const client = await connect(session);
  const call = async (success, name, input) => {
    const { error, result } = await client.attempt(pluginId, name, input);
    if (error === undefined) {
      return { status: success, body: result };
    }
    const [status, known] =
      Object.entries(NAMES).find(([, it]) => error.includes(it)) ?? [];
    return { status: Number(status), body: error, name: known };
  };
  return {
    list: ({ actions }, query) => call(200, actions.list, query),
    get: ({ actions }, id) => call(200, actions.get, { id }),
    create: ({ actions }, values) => call(201, actions.create, values),
    update: ({ actions }, id, patch) =>
      call(200, actions.update, { id, ...patch }),
    delete: ({ actions }, id) => call(204, actions.delete, { id }),
    close: () => client.close(),
  };
}

/** The values of the fields, without what every resource has. */
function own({ fields }, thing) {
  return Object.fromEntries(
    fields.map(({ property }) => [property, thing[property]]),
  );
}

/** Samples of a race: new values for what is unique, the same for all. */
function later({ fields }, names) {
  const scalars = fields.filter(
    ({ name, kind }) => names.includes(name) && kind !== 'ref',
  );
  return Object.fromEntries(
    scalars.map(field => [field.property, sample(field, 8)]),
  );
}

function ids(things) {
  return things.map(({ id }) => id).sort();
}

function byValue(a, b) {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function short(value) {
  const text = JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
