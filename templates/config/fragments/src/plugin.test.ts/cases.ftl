
  it('answers what is configured, without the secret', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).get('/api/[=plugin.id]/settings');

    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      title: '[=plugin.title]',
      baseUrl: 'https://api.example.com',
      hasToken: true,
    });
    expect(response.text).not.toContain('abc-123');
  });

  it('does not start without its configuration', async () => {
    const nothing = mockServices.rootConfig.factory({ data: { [=plugin.camel]: {} } });

    await expect(startTestBackend({ features: [[=plugin.camel]Plugin, nothing] })).rejects.toThrow(
      "Missing required config value at '[=plugin.camel].baseUrl'",
    );
  });
[#if checksPermissions]

  it('keeps its settings from those whom the permission policy denies them', async () => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
    });

    const response = await request(server).get('/api/[=plugin.id]/settings');

    expect(response.status).toBe(403);
    expect(response.text).not.toContain('api.example.com');
  });
[/#if]
