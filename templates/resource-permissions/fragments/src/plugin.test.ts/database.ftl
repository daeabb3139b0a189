[#assign who = keepsOwners?then('owner', 'createdBy')]
[#assign rule = keepsOwners?then("IS_OWNER", "IS_CREATOR")]
import { RESOURCE_TYPE_[=resources[0].snake?upper_case] } from './permissions';
[#assign resource = resources[0]]

  it.each(databases.eachSupportedId())('tells the permission framework which [=resource.many.text] meet a condition on %s', async databaseId => {
    const { client, server } = await setUp(databaseId);
    const { id } = await new [=resource.type]Store(client).insert([=resource.refers?then("await sample" + resource.type + "(client, 1)", "sample" + resource.type + "(1)")], 'user:default/mock');
    const item = (resourceRef: string, [=who]: string[]) => ({
      id: '1',
      resourceRef,
      resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
      conditions: { rule: '[=rule]', resourceType: RESOURCE_TYPE_[=resource.snake?upper_case], params: { [=who] } },
    });

    const response = await request(server)
      .post('/api/[=plugin.id]/.well-known/backstage/permissions/apply-conditions')
      .set('Authorization', mockCredentials.service.header())
      .send({ items: [item(id, ['user:default/mock']), item(id, []), item(randomUUID(), ['user:default/mock'])] });

    expect(response.status).toBe(200);
    expect(response.body.items.map(({ result }: { result: string }) => result)).toEqual(['ALLOW', 'DENY', 'DENY']);
  });
