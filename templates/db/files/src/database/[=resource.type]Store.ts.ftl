import { randomUUID } from 'node:crypto';
import { DatabaseService, isDatabaseConflictError, resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { [=resource.type], [=resource.type]Input, [=resource.type]List, [=resource.type]Patch, Page } from '../service/schemas';

type [=resource.type]Row = {
  id: string;
  title: string;
  description: string | null;
  archived: boolean | number;
  created_by: string;
  created_at: Date | string;
  updated_at: Date | string;
};

const migrationsDir = resolvePackagePath('[=plugin.package]', 'migrations');

/** Reads and writes [=resource.many.text] in the plugin's own database. */
export class [=resource.type]Store {
  static async create(database: DatabaseService): Promise<[=resource.type]Store> {
    const client = await database.getClient();
    if (!database.migrations?.skip) {
      await client.migrate.latest({ directory: migrationsDir });
    }
    return new [=resource.type]Store(client);
  }

  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  async list(page: Page): Promise<[=resource.type]List> {
    const [rows, [{ count }]] = await Promise.all([
      this.#rows().orderBy(['created_at', 'id']).limit(page.limit).offset(page.offset),
      this.#rows().count({ count: '*' }),
    ]);
    return { items: rows.map(to[=resource.type]), totalItems: Number(count) };
  }

  async get(id: string): Promise<[=resource.type] | undefined> {
    const row = await this.#rows().where({ id }).first();
    return row && to[=resource.type](row);
  }

  async insert(input: [=resource.type]Input, createdBy: string): Promise<[=resource.type]> {
    const now = new Date().toISOString();
    const row: [=resource.type]Row = {
      id: randomUUID(),
      title: input.title,
      description: input.description ?? null,
      archived: input.archived,
      created_by: createdBy,
      created_at: now,
      updated_at: now,
    };
    await refuseDuplicates(this.#rows().insert(row));
    return to[=resource.type](row);
  }

  async update(id: string, patch: [=resource.type]Patch): Promise<[=resource.type] | undefined> {
    await refuseDuplicates(
      this.#rows()
        .where({ id })
        .update({ ...patch, updated_at: new Date().toISOString() }),
    );
    return this.get(id);
  }

  async delete(id: string): Promise<boolean> {
    return (await this.#rows().where({ id }).delete()) > 0;
  }

  #rows() {
    return this.#client<[=resource.type]Row>('[=resource.many.snake]');
  }
}

async function refuseDuplicates(query: PromiseLike<unknown>): Promise<void> {
  try {
    await query;
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      throw new ConflictError('The title is already taken');
    }
    throw error;
  }
}

// SQLite answers with numbers and texts where PostgreSQL has booleans and dates.
function to[=resource.type](row: [=resource.type]Row): [=resource.type] {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    archived: Boolean(row.archived),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}
