[#import "/samples.ftl" as samples]
[#assign who = keepsOwners?then('owner', 'createdBy')]
import { Knex } from 'knex';
[#list resources as resource]
import { RESOURCE_TYPE_[=resource.snake?upper_case] } from './permissions';
[/#list]

    describe.each([
[#list resources as resource]
      {
        resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
        insert: [#if resource.refers]async [/#if](client: Knex) => new [=resource.type]Store(client).insert([=samples.one(resource, "1")], 'user:default/mock'),
      },
[/#list]
    ])('asked about $resourceType', ({ resourceType, insert }) => {
      it.each(databases.eachSupportedId())('tells the permission framework which meet a condition on %s', async databaseId => {
        const { client, server } = await setUp(databaseId);
        const { id } = await insert(client);
        const item = (resourceRef: string, [=who]: string[]) => ({
          id: '1',
          resourceRef,
          resourceType,
          conditions: { rule: '[=keepsOwners?then("IS_OWNER", "IS_CREATOR")]', resourceType, params: { [=who] } },
        });

        const response = await request(server)
          .post('/api/[=plugin.id]/.well-known/backstage/permissions/apply-conditions')
          .set('Authorization', mockCredentials.service.header())
          .send({ items: [item(id, ['user:default/mock']), item(id, []), item(randomUUID(), ['user:default/mock'])] });

        expect(response.status).toBe(200);
        expect(response.body.items.map(({ result }: { result: string }) => result)).toEqual(['ALLOW', 'DENY', 'DENY']);
      });
    });
[#assign listed = resources?filter(resource -> resource.can.list)]
[#if listed?has_content]

    it.each([
[#list listed as resource]
      {
        path: '/api/[=plugin.id]/[=resource.many.kebab]',
        resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
        insert: [#if resource.refers]async [/#if](client: Knex) => new [=resource.type]Store(client).insert([=samples.one(resource, "1")], 'user:default/mock'),
      },
[/#list]
    ])('answers GET $path with what meets a condition', async ({ path, resourceType, insert }) => {
      const knex = await databases.init('SQLITE_3');
      const permissions = mockServices.permissions.mock();
      const { server } = await startTestBackend({
        features: [...features, mockServices.database.factory({ knex }), permissions.factory],
      });
      await insert(await openDatabase(mockServices.database({ knex })));
      const totalFor = async ([=who]: string) => {
        permissions.authorizeConditional.mockResolvedValue([
          {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: '[=plugin.id]',
            resourceType,
            conditions: { rule: '[=keepsOwners?then("IS_OWNER", "IS_CREATOR")]', resourceType, params: { [=who]: [[=who]] } },
          },
        ]);
        return (await request(server).get(path)).body.totalItems;
      };

      expect(await totalFor('user:default/mock')).toBe(1);
      expect(await totalFor('user:default/eve')).toBe(0);
    });
[/#if]
