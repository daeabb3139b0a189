
  it('makes its permissions known', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).get('/api/[=plugin.id]/.well-known/backstage/permissions/metadata');

    expect(response.body.permissions.map(({ name }: { name: string }) => name)).toEqual([
[#if resource??]
[#list ["read", "create", "update", "delete"] as verb]
      '[=plugin.id].[=resource.kebab].[=verb]',
[/#list]
[#else]
      '[=plugin.id].ownership.read',
[/#if]
    ]);
  });
