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

  it.each([{}, { title: '' }, { title: 1 }, { title: 'x'.repeat(256) }, { title: 'x\0' }])(
    'refuses the body %j',
    async body => {
      const response = await request(app).post('[=path]').send(body);

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain('title');
      expect([=service].create).not.toHaveBeenCalled();
    },
  );

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

  it.each(['one', '%00', '1; drop table x'])('refuses the id %s', async id => {
    const response = await request(app).get(`[=path]/${id}`);

    expect(response.status).toBe(400);
    expect([=service].get).not.toHaveBeenCalled();
  });

  it('refuses to create without credentials', async () => {
    const response = await request(app)
      .post('[=path]')
      .set('Authorization', mockCredentials.none.header())
      .send({ title: 'One' });

    expect(response.status).toBe(401);
    expect([=service].create).not.toHaveBeenCalled();
  });
