[#assign path = "/" + resource.many.kebab]
[#assign service = resource.var + "Service"]
[#assign caller][#if checksPermissions], { credentials: mockCredentials.user() }[/#if][/#assign]

  it('passes the page on', async () => {
    const list = { items: [sample], totalItems: 1 };
    [=service].list.mockResolvedValue(list);

    const response = await request(app).get('[=path]?limit=10&offset=20');

    expect(response.status).toBe(200);
    expect(response.body).toEqual(list);
    expect([=service].list).toHaveBeenCalledWith({ limit: 10, offset: 20 }[=caller]);
  });

  it('begins with the first page', async () => {
    [=service].list.mockResolvedValue({ items: [], totalItems: 0 });

    await request(app).get('[=path]');

    expect([=service].list).toHaveBeenCalledWith({ limit: 50, offset: 0 }[=caller]);
  });

  it.each(['limit=0', 'limit=101', 'limit=many', 'offset=-1', 'offset=1e20'])('refuses the page %s', async query => {
    const response = await request(app).get(`[=path]?${query}`);

    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect([=service].list).not.toHaveBeenCalled();
  });

  it('creates with the credentials of the caller', async () => {
    [=service].create.mockResolvedValue(sample);

    const response = await request(app).post('[=path]').send({ title: ' One ' });

    expect(response.status).toBe(201);
    expect(response.body).toEqual(sample);
    expect([=service].create).toHaveBeenCalledWith(
      { title: 'One', archived: false },
      { credentials: mockCredentials.user() },
    );
  });

  it.each([
    ['title', {}],
    ['title', { title: '' }],
    ['title', { title: 1 }],
    ['title', { title: 'x'.repeat(256) }],
    ['title', { title: 'x\0' }],
    ['description', { title: 'One', description: 'x\0' }],
    ['description', { title: 'One', description: 'x'.repeat(10_001) }],
    ['archived', { title: 'One', archived: 'yes' }],
    ['titel', { title: 'One', titel: 'Uno' }],
  ])('refuses to create with a bad %s: %j', async (field, body) => {
    const response = await request(app).post('[=path]').send(body);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
    expect([=service].create).not.toHaveBeenCalled();
  });

  it('refuses a body that is no object', async () => {
    const response = await request(app).post('[=path]').set('Content-Type', 'application/json').send('[]');

    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/^input: /);
  });

  it('changes only what the body names', async () => {
    [=service].update.mockResolvedValue(sample);

    const response = await request(app).patch(`[=path]/${sample.id}`).send({ archived: true });

    expect(response.status).toBe(200);
    expect([=service].update).toHaveBeenCalledWith(sample.id, { archived: true }[=caller]);
  });

  it.each([{ title: '' }, { description: 'x\0' }, { archived: null }, { titel: 'Uno' }])(
    'refuses the change %j',
    async body => {
      const response = await request(app).patch(`[=path]/${sample.id}`).send(body);

      expect(response.status).toBe(400);
      expect(response.body.error.name).toBe('InputError');
      expect([=service].update).not.toHaveBeenCalled();
    },
  );

  it('knows an id in capital letters', async () => {
    [=service].get.mockResolvedValue(sample);

    const response = await request(app).get(`[=path]/${sample.id.toUpperCase()}`);

    expect(response.status).toBe(200);
    expect([=service].get).toHaveBeenCalledWith(sample.id[=caller]);
  });

  it.each(['one', '%00', '1; drop table x'])('refuses the id %s', async id => {
    const responses = [
      await request(app).get(`[=path]/${id}`),
      await request(app).patch(`[=path]/${id}`).send({ title: 'Uno' }),
      await request(app).delete(`[=path]/${id}`),
    ];

    for (const { status, body } of responses) {
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/^id: /);
    }
  });

  const routes = [
    ['get', '[=path]'],
    ['get', `[=path]/${sample.id}`],
    ['post', '[=path]'],
    ['patch', `[=path]/${sample.id}`],
    ['delete', `[=path]/${sample.id}`],
  ] as const;

  it.each(routes)('refuses %s %s without credentials', async (verb, path) => {
    const response = await request(app)
      [verb](path)
      .set('Authorization', mockCredentials.none.header())
      .send({ title: 'One' });

    expect(response.status).toBe(401);
    for (const method of Object.values([=service])) {
      expect(method).not.toHaveBeenCalled();
    }
  });

  it.each(routes)('serves %s %s to services', async (verb, path) => {
    const response = await request(app)
      [verb](path)
      .set('Authorization', mockCredentials.service.header())
      .send(verb === 'get' || verb === 'delete' ? undefined : { title: 'One' });

    expect(response.status).toBeLessThan(300);
  });
