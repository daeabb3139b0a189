// The migrations of plugins that evolved, with rows in their tables: up, back
// and up again, on SQLite and on PostgreSQL, run by the host's own knex.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const { workspace, postgres } = JSON.parse(process.env.BACKSTAGE_GEN_SUITE);
const knexOf = createRequire(path.join(workspace, 'package.json'))('knex');

const goldens = fileURLToPath(
  new URL(
    '../../../../scaffold-core/src/test/resources/evolved',
    import.meta.url,
  ),
);

const made = {
  created_by: 'user:default/ann',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
};
const [service, item, twin, note] = Array.from({ length: 4 }, randomUUID);

const few = {
  items: [
    { id: item, title: 'One', size: 1, ...made },
    { id: twin, title: 'Two', size: 2, ...made },
  ],
  notes: [{ id: note, item_id: item, body: 'Kept', ...made }],
};
const owned = Object.fromEntries(
  Object.entries(few).map(([table, rows]) => [
    table,
    rows.map(row => ({ ...row, owner: 'group:default/team' })),
  ]),
);
const whole = {
  plain: 'plain',
  notes: 'text',
  count: 1,
  cost: 1.5,
  open: false,
  seen_at: '2026-01-01T00:00:00.000Z',
  due_on: '2026-01-01',
  component: 'component:default/c',
  homepage: 'https://example.com/',
  severity: 'high',
  details: '{"a":1}',
  tags: '["a"]',
  service_id: service,
};
const services = [{ id: service, name: 'S', ...made }];
const full = {
  services,
  items: [
    { ...few.items[0], ...whole, twin_id: null },
    { ...few.items[1], ...whole, count: 2, twin_id: item },
  ].map(({ size, ...row }) => row),
  notes: few.notes,
};

/**
 * What each golden is filled with, what a row of it then holds after the
 * change, what more can be kept after it, and what may be empty after the way
 * back although it was not before.
 */
const cases = {
  'added-fields': {
    rows: few,
    holds: {
      ...{ title: 'One', size: 1, plain: null, notes: null, count: null },
      ...{ cost: null, open: null, seen_at: null, due_on: null },
      ...{ component: null, homepage: null, severity: null, details: null },
      ...{ tags: null, level: 'high', is_public: false, is_open: true },
      ...{ votes: -3, weight: 0.5, service_id: null, backup_id: null },
      parent_id: null,
    },
    more: {
      services,
      items: [
        {
          ...{ ...few.items[0], ...whole, id: randomUUID(), title: 'Three' },
          ...{ backup_id: service, parent_id: item },
        },
      ],
    },
    refused: { items: { ...few.items[0], service_id: randomUUID() } },
  },
  'added-owner': {
    rows: few,
    holds: { title: 'One', owner: 'user:default/ann' },
    more: { items: [{ ...owned.items[0], id: randomUUID(), title: 'Three' }] },
    refused: { items: { ...owned.items[0], owner: null } },
  },
  'dropped-owner': {
    rows: owned,
    holds: { title: 'One', owner: undefined },
    more: { items: [{ ...few.items[0], id: randomUUID(), title: 'Three' }] },
    refused: { items: { ...few.items[0], title: 'Two' } },
  },
  'dropped-fields': {
    rows: full,
    holds: { title: 'One', plain: undefined, service_id: undefined },
    more: { items: [{ id: randomUUID(), title: 'Three', ...made }] },
    refused: { items: { id: randomUUID(), title: 'One', ...made } },
    loosened: ['items.service_id'],
  },
  'dropped-keys': {
    rows: few,
    holds: { title: 'One', size: 1 },
    more: {},
    refused: { notes: { ...few.notes[0], item_id: randomUUID() } },
  },
};

const databases = {
  SQLite: {
    open: () =>
      knexOf({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
        pool: {
          // As Backstage has it, and what makes it dangerous to make a table anew.
          afterCreate: (connection, done) =>
            done(connection.pragma('foreign_keys = ON') && undefined),
        },
      }),
    tables: async knex =>
      names(
        await knex('sqlite_master').where({ type: 'table' }).select('name'),
        'name',
      ),
    keys: async (knex, table) => {
      const keys = [];
      for (const { name, unique } of await knex.raw(
        `pragma index_list('${table}')`,
      )) {
        const columns = await knex.raw(`pragma index_info('${name}')`);
        if (!name.startsWith('sqlite_')) {
          keys.push(`${unique} ${name} ${columns.map(each => each.name)}`);
        }
      }
      for (const key of await knex.raw(`pragma foreign_key_list('${table}')`)) {
        keys.push(`${key.from} ${key.table} ${key.to} ${key.on_delete}`);
      }
      return keys.sort();
    },
    // SQLite calls types as they were called when the column was made.
    type: () => '',
  },
  PostgreSQL: {
    open: async () => {
      const name = `migrations_${randomUUID().replaceAll('-', '')}`;
      const server = { client: 'pg', connection: postgres.connection };
      const admin = knexOf(server);
      await admin.raw('create database ??', [name]);
      await admin.destroy();
      return knexOf({
        client: 'pg',
        connection: { ...postgres.connection, database: name },
      });
    },
    tables: async knex =>
      names(
        await knex('pg_tables').where({ schemaname: 'public' }),
        'tablename',
      ),
    keys: async (knex, table) =>
      [
        ...(await knex('pg_indexes').where({ tablename: table })).map(
          each => each.indexdef,
        ),
        ...(
          await knex.raw(
            'select conname, pg_get_constraintdef(oid) as text from pg_constraint where conrelid = ?::regclass',
            [table],
          )
        ).rows.map(each => `${each.conname} ${each.text}`),
      ].sort(),
    type: ({ type, maxLength }) => `${type} ${maxLength}`,
  },
};

function names(rows, key) {
  return rows
    .map(row => row[key])
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

/** The files of a txtar by folder; none of these holds a line to be escaped. */
function unpack(text) {
  const files = {};
  for (const [, folder, name, content] of text.matchAll(
    /^-- (\w+)\/(\S+) --\n([^]*?)(?=^-- \S+ --$|$(?![^]))/gm,
  )) {
    (files[folder] ??= {})[name] = content;
  }
  return files;
}

/** What tables are like, whatever the order of their columns and the defaults. */
async function shape(knex, database) {
  const tables = {};
  for (const table of await database.tables(knex)) {
    const columns = Object.entries(await knex(table).columnInfo());
    tables[table] = {
      columns: Object.fromEntries(
        columns
          .map(([name, info]) => [
            name,
            `${database.type(info)} ${info.nullable}`,
          ])
          .sort(),
      ),
      keys: await database.keys(knex, table),
    };
  }
  return tables;
}

/** The shape, when some columns may be empty that may not. */
function loosen(tables, columns = []) {
  const loose = structuredClone(tables);
  for (const [table, column] of columns.map(name => name.split('.'))) {
    loose[table].columns[column] = loose[table].columns[column].replace(
      'false',
      'true',
    );
  }
  return loose;
}

async function insert(knex, rows) {
  for (const [table, each] of Object.entries(rows)) {
    await knex(table).insert(each);
  }
}

/** What can be told from how a row was before, and from what is expected. */
function like(row, expected) {
  return Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [
      name,
      // SQLite has no booleans.
      typeof value === 'boolean' && row[name] !== null
        ? Boolean(row[name])
        : row[name],
    ]),
  );
}

describe('the migrations of plugins that evolved', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'));

  after(() => fs.rmSync(folder, { recursive: true }));

  it('are all tried', () => {
    assert.deepEqual(
      fs.readdirSync(goldens).sort(),
      Object.keys(cases)
        .map(name => `${name}.txtar`)
        .sort(),
    );
  });

  for (const [name, { rows, holds, more, refused, loosened }] of Object.entries(
    cases,
  )) {
    const directory = kind => path.join(folder, name, kind);

    before(() => {
      const files = unpack(
        fs.readFileSync(path.join(goldens, `${name}.txtar`), 'utf8'),
      );
      for (const [kind, texts] of Object.entries(files)) {
        fs.mkdirSync(directory(kind), { recursive: true });
        for (const [file, text] of Object.entries(texts)) {
          fs.writeFileSync(path.join(directory(kind), file), text);
        }
      }
    });

    for (const [title, database] of Object.entries(databases)) {
      const skip = title === 'PostgreSQL' && !postgres;
      it(`${name} keeps what there is on ${title}`, { skip }, async () => {
        const knex = await database.open();
        const fresh = await database.open();
        const check = async () => {
          for (const table of Object.keys(rows)) {
            const ids = rows[table].map(row => row.id);
            const { length } = await knex(table).whereIn('id', ids);
            assert.equal(length, ids.length, `rows of ${table}`);
          }
          assert.equal((await knex('notes').first()).item_id, item);
          const row = await knex('items').where({ id: item }).first();
          assert.deepEqual(like(row, holds), holds);
        };
        try {
          await knex.migrate.latest({ directory: directory('before') });
          const was = await shape(knex, database);
          await insert(knex, rows);

          await fresh.migrate.latest({ directory: directory('anew') });
          const wanted = await shape(fresh, database);
          await knex.migrate.latest({ directory: directory('after') });
          await check();
          assert.deepEqual(await shape(knex, database), wanted);
          await insert(knex, more);
          for (const [table, row] of Object.entries(refused)) {
            await assert.rejects(
              knex(table).insert({ ...row, id: randomUUID() }),
              /constraint/i,
            );
          }
          for (const [table, added] of Object.entries(more).reverse()) {
            const ids = added.map(row => row.id);
            await knex(table).whereIn('id', ids).delete();
          }

          await knex.migrate.rollback({ directory: directory('after') });
          const { length } = await knex('notes').where({ item_id: item });
          assert.equal(length, 1, 'what refers to a row stays');
          assert.deepEqual(await shape(knex, database), loosen(was, loosened));

          await knex.migrate.latest({ directory: directory('after') });
          await check();
          assert.deepEqual(await shape(knex, database), wanted);

          await knex.migrate.rollback({ directory: directory('after') }, true);
          assert.deepEqual(await database.tables(knex), []);
        } finally {
          await knex.destroy();
          await fresh.destroy();
        }
      });
    }
  }
});
