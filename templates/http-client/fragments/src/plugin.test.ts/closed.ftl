    expect((await anonymous('/api/[=plugin.id]/upstream')).status).toBe(401);
