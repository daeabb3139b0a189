    expect((await anonymous('/api/[=plugin.id]/settings')).status).toBe(401);
