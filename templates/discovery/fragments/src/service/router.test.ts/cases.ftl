
  it('tells the kinds that the caller sees', async () => {
    const items = [{ kind: 'Component', count: 3 }];
    catalogFacets.kinds.mockResolvedValue(items);

    const response = await request(app).get('/kinds');

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ items });
    expect(catalogFacets.kinds).toHaveBeenCalledWith({ credentials: mockCredentials.user() });
  });

  it('tells no kinds without credentials', async () => {
    const response = await request(app).get('/kinds').set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect(catalogFacets.kinds).not.toHaveBeenCalled();
  });
