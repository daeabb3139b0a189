import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { [=resource.type]Store } from './[=resource.type]Store';

jest.setTimeout(60_000);

describe('[=resource.type]Store', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_14', 'POSTGRES_18'],
  });
  const createdBy = 'user:default/guest';

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function createStore() {
      const knex = await databases.init(databaseId);
      return [=resource.type]Store.create(mockServices.database({ knex }));
    }

    it('keeps what is inserted', async () => {
      const store = await createStore();

      const one = await store.insert({ title: 'One', archived: true }, createdBy);

      expect(one).toEqual({
        id: expect.any(String),
        title: 'One',
        description: null,
        archived: true,
        createdBy,
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
        updatedAt: one.createdAt,
      });
      await expect(store.get(one.id)).resolves.toEqual(one);
    });

    it('lists page by page', async () => {
      const store = await createStore();
      for (const title of ['One', 'Two', 'Three']) {
        await store.insert({ title, archived: false }, createdBy);
      }

      const first = await store.list({ limit: 2, offset: 0 });
      const second = await store.list({ limit: 2, offset: 2 });

      expect(first.totalItems).toBe(3);
      expect(first.items).toHaveLength(2);
      expect(second.items).toHaveLength(1);
      expect([...first.items, ...second.items].map(({ title }) => title).sort()).toEqual(['One', 'Three', 'Two']);
    });

    it('lists the oldest first', async () => {
      const knex = await databases.init(databaseId);
      const store = await [=resource.type]Store.create(mockServices.database({ knex }));
      const newer = await store.insert({ title: 'New', archived: false }, createdBy);
      const older = await store.insert({ title: 'Old', archived: false }, createdBy);
      await knex('[=resource.many.snake]').where({ id: older.id }).update({ created_at: '2020-01-01T00:00:00.000Z' });

      const { items } = await store.list({ limit: 10, offset: 0 });

      expect(items.map(({ id }) => id)).toEqual([older.id, newer.id]);
    });

    it('changes only what is given', async () => {
      const store = await createStore();
      const { id } = await store.insert({ title: 'One', description: 'first', archived: false }, createdBy);

      await expect(store.update(id, { archived: true })).resolves.toMatchObject({
        title: 'One',
        description: 'first',
        archived: true,
      });
      await expect(store.update(randomUUID(), {})).resolves.toBeUndefined();
    });

    it('knows when it was changed', async () => {
      const knex = await databases.init(databaseId);
      const store = await [=resource.type]Store.create(mockServices.database({ knex }));
      const { id } = await store.insert({ title: 'One', archived: false }, createdBy);
      const updatedAt = '2020-01-01T00:00:00.000Z';
      await knex('[=resource.many.snake]').where({ id }).update({ updated_at: updatedAt });

      const changed = await store.update(id, { title: 'Uno' });

      expect(Date.parse(changed!.updatedAt)).toBeGreaterThan(Date.parse(updatedAt));
    });

    it('keeps titles unique', async () => {
      const store = await createStore();
      await store.insert({ title: 'One', archived: false }, createdBy);
      const { id } = await store.insert({ title: 'Two', archived: false }, createdBy);

      await expect(store.insert({ title: 'One', archived: false }, createdBy)).rejects.toThrow(ConflictError);
      await expect(store.update(id, { title: 'One' })).rejects.toThrow(ConflictError);
    });

    it('does not take every error for a conflict', async () => {
      const knex = await databases.init(databaseId);
      const store = await [=resource.type]Store.create(mockServices.database({ knex }));
      await knex.schema.dropTable('[=resource.many.snake]');

      await expect(store.insert({ title: 'One', archived: false }, createdBy)).rejects.not.toThrow(ConflictError);
    });

    it('deletes', async () => {
      const store = await createStore();
      const { id } = await store.insert({ title: 'One', archived: false }, createdBy);

      await expect(store.delete(id)).resolves.toBe(true);
      await expect(store.delete(id)).resolves.toBe(false);
      await expect(store.get(id)).resolves.toBeUndefined();
    });

    it('rolls its migrations back', async () => {
      const knex = await databases.init(databaseId);
      await [=resource.type]Store.create(mockServices.database({ knex }));

      await knex.migrate.rollback({ directory: `${__dirname}/../../migrations` }, true);

      await expect(knex.schema.hasTable('[=resource.many.snake]')).resolves.toBe(false);
    });

    it('leaves the schema alone when migrations are skipped', async () => {
      const knex = await databases.init(databaseId);

      await [=resource.type]Store.create(mockServices.database({ knex, migrations: { skip: true } }));

      await expect(knex.schema.hasTable('[=resource.many.snake]')).resolves.toBe(false);
    });
  });
});
