import { [=plugin.camel]Permissions } from './permissions';

  it('makes its permissions known', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).get('/api/[=plugin.id]/.well-known/backstage/permissions/metadata');

    const names = response.body.permissions.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual([=plugin.camel]Permissions.map(({ name }) => name).sort());
    expect(new Set(names).size).toBe(names.length);
  });
