
  it('serves documents', async () => {
    remoteDocumentService.read.mockResolvedValue({ content: 'Text' });

    const response = await request(app).get('/document').query({ url: 'https://docs.example.com' });

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ content: 'Text' });
  });
