[#assign asked = checksPermissions?then('upstreamService', 'apiClient')]

  it('answers how the upstream service is', async () => {
    const status = { status: 'up', version: '1.2.3' };
    [=asked].getStatus.mockResolvedValue(status);

    const response = await request(app).get('/upstream');

    expect(response.status).toBe(200);
    expect(response.body).toEqual(status);
[#if checksPermissions]
    expect(upstreamService.getStatus).toHaveBeenCalledWith({ credentials: mockCredentials.user() });
[/#if]
  });

  it('asks no upstream service for callers without credentials', async () => {
    const response = await request(app).get('/upstream').set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect([=asked].getStatus).not.toHaveBeenCalled();
  });
