    expect((await anonymous('/api/[=plugin.id]/document?url=https://docs.example.com')).status).toBe(401);
