
  it('reads documents through the reader of the backend', async () => {
    const urlReader = mockServices.urlReader.mock({
      readUrl: async () => ({ buffer: async () => Buffer.from('Text'), etag: 'v1' }),
    });
    const { server } = await startTestBackend({ features: [...features, urlReader.factory] });

    const response = await request(server).get('/api/[=plugin.id]/document').query({ url: 'https://docs.example.com/guide.md' });

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ content: 'Text' });
    expect(urlReader.readUrl).toHaveBeenCalledWith('https://docs.example.com/guide.md', expect.anything());
  });

  it('reads from no host that is not listed', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).get('/api/[=plugin.id]/document').query({ url: 'http://localhost/secret' });

    expect(response.status).toBe(400);
    expect(response.body.error.message).toBe('The backend does not read from localhost');
  });

  it('reads no document for callers without the permission', async () => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
    });

    const response = await request(server).get('/api/[=plugin.id]/document').query({ url: 'https://docs.example.com' });

    expect(response.status).toBe(403);
  });
