    expect((await anonymous('/api/[=plugin.id]/entities/component/default/example')).status).toBe(401);
