
  it('answers the settings', async () => {
    const settings = { title: 'Our service', baseUrl: 'https://api.example.com', hasToken: false };
    settingsService.get.mockResolvedValue(settings);

    const response = await request(app).get('/settings');

    expect(response.status).toBe(200);
    expect(response.body).toEqual(settings);
    expect(settingsService.get).toHaveBeenCalledWith({ credentials: mockCredentials.user() });
  });

  it('keeps the settings from callers without credentials', async () => {
    const response = await request(app).get('/settings').set('Authorization', mockCredentials.none.header());

    expect(response.status).toBe(401);
    expect(settingsService.get).not.toHaveBeenCalled();
  });
