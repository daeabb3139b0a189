
  it('looks entities up for the caller', async () => {
    const summary = {
      entityRef: 'component:default/example',
      title: 'Example',
      description: null,
      owner: 'group:default/team-a',
    };
    entityService.get.mockResolvedValue(summary);

    const response = await request(app).get('/entities/Component/Default/Example');

    expect(response.status).toBe(200);
    expect(response.body).toEqual(summary);
    expect(entityService.get).toHaveBeenCalledWith('component:default/example', {
      credentials: mockCredentials.user(),
    });
  });

  it.each([
    ['kind', 'a:b/default/example'],
    ['namespace', 'component/%20/example'],
    ['name', 'component/default/a%2Fb'],
    ['name', 'component/default/%00'],
    ['name', `component/default/${'x'.repeat(64)}`],
  ])('refuses the %s in /entities/%s', async (part, path) => {
    const response = await request(app).get(`/entities/${path}`);

    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
    expect(response.body.error.message).toContain(part);
    expect(entityService.get).not.toHaveBeenCalled();
  });

  it('looks up no entity without credentials', async () => {
    const response = await request(app)
      .get('/entities/component/default/example')
      .set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect(entityService.get).not.toHaveBeenCalled();
  });
