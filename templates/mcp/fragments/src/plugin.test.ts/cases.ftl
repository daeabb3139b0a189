[#if release.visibilityPermission]

  it.each([
    [AuthorizeResult.ALLOW, [#if resource??]5[#else]1[/#if]],
    [AuthorizeResult.DENY, 0],
  ] as const)('offers its actions on %s: %d', async (result, count) => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result })],
    });

    const response = await request(server).get('/api/[=plugin.id]/.backstage/actions/v1/actions');

    expect(response.status).toBe(200);
    expect(response.body.actions).toHaveLength(count);
  });
[/#if]
