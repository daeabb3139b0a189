
  it('tells of entities in the catalog', async () => {
    const { server } = await startTestBackend({ features });

    const found = await request(server).get('/api/[=plugin.id]/entities/component/default/example');
    expect(found.status).toBe(200);
    expect(found.body).toEqual({
      entityRef: 'component:default/example',
      title: 'Example',
      description: null,
      owner: null,
    });

    const missing = await request(server).get('/api/[=plugin.id]/entities/component/default/other');
    expect(missing.status).toBe(404);
    expect(missing.body.error.name).toBe('NotFoundError');
  });
