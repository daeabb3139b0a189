import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

describe('openDatabase', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_14', 'POSTGRES_18'],
  });
  const tables = [[#list resources as resource]'[=resource.many.snake]'[#sep], [/#sep][/#list]];

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('creates the tables, and takes them back', async () => {
      const knex = await databases.init(databaseId);
      const client = await openDatabase(mockServices.database({ knex }));
      for (const table of tables) {
        await expect(client.schema.hasTable(table)).resolves.toBe(true);
      }

      await client.migrate.rollback({ directory: `${__dirname}/../../migrations` }, true);

      for (const table of tables) {
        await expect(client.schema.hasTable(table)).resolves.toBe(false);
      }
    });

    it('leaves the schema alone when migrations are skipped', async () => {
      const knex = await databases.init(databaseId);

      await openDatabase(mockServices.database({ knex, migrations: { skip: true } }));

      for (const table of tables) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(false);
      }
    });
  });
});
