[#import "/samples.ftl" as samples]
[#import "/fields.ftl" as fields]
import { randomUUID } from 'node:crypto';
import { openDatabase } from './database/openDatabase';
[#list resources as resource]
import { sample[=resource.type] } from './database/samples';
[/#list]
[#list resources as resource]
import { [=resource.type]Store } from './database/[=resource.type]Store';
[/#list]

  describe('with a database', () => {
    const databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_14', 'POSTGRES_18'],
    });

    async function setUp(databaseId: TestDatabaseId) {
      const knex = await databases.init(databaseId);
      const { server } = await startTestBackend({
        features: [...features, mockServices.database.factory({ knex })],
      });
      return { client: await openDatabase(mockServices.database({ knex })), server };
    }
[#list resources as resource]
[#assign path = "/api/" + plugin.id + "/" + resource.many.kebab]
[#assign sample = samples.one(resource, "1")]

    it.each(databases.eachSupportedId())('serves [=resource.many.text] on %s', async databaseId => {
      const { [#if resource.refers || !resource.can.create]client, [/#if]server } = await setUp(databaseId);
[#if resource.can.create]
      const input = [=sample];

      const created = await request(server).post('[=path]').send(input);
      expect(created.status).toBe(201);
      expect(created.body).toMatchObject({
        ...input,
        createdBy: mockCredentials.user().principal.userEntityRef,
      });
      const one = created.body;
[#else]
      const one = await new [=resource.type]Store(client).insert([=sample], 'user:default/guest');
[/#if]
[#if resource.can.get || resource.can.update || resource.can.delete]
      const path = `[=path]/${one.id}`;
[/#if]
[#if resource.can.get]

      expect((await request(server).get(path)).body).toEqual(one);
[/#if]
[#if resource.can.list]

      const list = await request(server).get('[=path]');
      expect(list.body).toEqual({ items: [one], totalItems: 1 });
[/#if]
[#if resource.can.update]

      const updated = await request(server).patch(path).send({ [=resource.first.property]: [#if resource.first.kind == "ref"]one.[=resource.first.property][#else][=fields.other(resource.first)][/#if] });
      expect(updated.status).toBe(200);
      expect(updated.body).toEqual({ ...one, [=resource.first.property]: [#if resource.first.kind == "ref"]one.[=resource.first.property][#else][=fields.other(resource.first)][/#if], updatedAt: expect.any(String) });
[/#if]
[#if resource.can.delete]

      expect((await request(server).delete(path)).status).toBe(204);
[#if resource.can.get]
      expect((await request(server).get(path)).status).toBe(404);
[/#if]
      expect((await request(server).delete(path)).status).toBe(404);
[/#if]
    });
[#if resource.uniques?has_content && resource.can.create]

    it.each(databases.eachSupportedId())('says what of [=resource.many.text] is taken on %s', async databaseId => {
      const { [#if resource.refers]client, [/#if]server } = await setUp(databaseId);
[#assign rest = resource.uniques[0].fields?filter(field -> field.optional && field.kind != "ref")]
      const input = [#if rest?has_content]{ ...([=sample]), [#list rest as field][=field.property]: [=fields.sample(field, "1")][#sep], [/#sep][/#list] }[#else][=sample][/#if];
      await request(server).post('[=path]').send(input);

      const twin = await request(server).post('[=path]').send(input);

      expect(twin.status).toBe(409);
      expect(twin.body.error.name).toBe('ConflictError');
    });
[/#if]
[/#list]
[@hole name="database"/]
  });
[#if checksPermissions]
[#assign needsId = false]
[#list resources as resource]
[#if resource.can.get || resource.can.update || resource.can.delete || (resource.can.create && resource.refers)]
[#assign needsId = true]
[/#if]
[/#list]

  it('refuses what the permission policy denies', async () => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
    });
[#if needsId]
    const id = randomUUID();
[/#if]

    const responses = await Promise.all([
[#list resources as resource]
[#assign path = "/api/" + plugin.id + "/" + resource.many.kebab]
[#if resource.can.list]
      request(server).get('[=path]'),
[/#if]
[#if resource.can.get]
      request(server).get(`[=path]/${id}`),
[/#if]
[#if resource.can.create]
      request(server).post('[=path]').send({
[#list resource.fields as field]
[#if !field.optional]
        [=field.property]: [#if field.kind == "ref"]id[#else][=fields.sample(field, "1")][/#if],
[/#if]
[/#list]
      }),
[/#if]
[#if resource.can.update]
      request(server).patch(`[=path]/${id}`).send({}),
[/#if]
[#if resource.can.delete]
      request(server).delete(`[=path]/${id}`),
[/#if]
[/#list]
    ]);

    for (const { status } of responses) {
      expect(status).toBe(403);
    }
  });
[/#if]
