import { randomUUID } from 'node:crypto';
[#assign path = "/api/" + plugin.id + "/" + resource.many.kebab]

  describe('with a database', () => {
    const databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_14', 'POSTGRES_18'],
    });

    it.each(databases.eachSupportedId())('serves one from creation to deletion on %s', async databaseId => {
      const knex = await databases.init(databaseId);
      const { server } = await startTestBackend({
        features: [...features, mockServices.database.factory({ knex })],
      });

      const created = await request(server).post('[=path]').send({ title: 'One' });
      expect(created.status).toBe(201);
      expect(created.body).toMatchObject({
        archived: false,
        createdBy: mockCredentials.user().principal.userEntityRef,
      });

      const path = `[=path]/${created.body.id}`;
      const updated = await request(server).patch(path).send({ archived: true });
      expect(updated.body).toEqual({
        ...created.body,
        archived: true,
        updatedAt: expect.any(String),
      });

      const list = await request(server).get('[=path]');
      expect(list.body).toEqual({ items: [updated.body], totalItems: 1 });

      const twin = await request(server).post('[=path]').send({ title: 'One' });
      expect(twin.status).toBe(409);
      expect(twin.body.error.name).toBe('ConflictError');

      expect((await request(server).get(path)).body).toEqual(updated.body);
      expect((await request(server).delete(path)).status).toBe(204);
      expect((await request(server).get(path)).status).toBe(404);
      expect((await request(server).delete(path)).status).toBe(404);
    });
  });
[#if checksPermissions]

  it('refuses what the permission policy denies', async () => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
    });
    const many = '[=path]';
    const one = `${many}/${randomUUID()}`;

    const responses = await Promise.all([
      request(server).get(many),
      request(server).get(one),
      request(server).post(many).send({ title: 'One' }),
      request(server).patch(one).send({ title: 'Uno' }),
      request(server).delete(one),
    ]);

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
[/#if]
