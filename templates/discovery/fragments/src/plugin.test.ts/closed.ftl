    expect((await anonymous('/api/[=plugin.id]/kinds')).status).toBe(401);
