
  it('counts every request', async () => {
    await request(app).get('/health');
    await request(app).get('/nothing');

    expect(counted.slice(-2)).toEqual(['/health', '/nothing']);
  });
