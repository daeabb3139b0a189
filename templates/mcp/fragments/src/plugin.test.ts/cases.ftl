[#if release.visibilityPermission]
[#assign count = 0]
[#list resources as resource][#list ["list", "get", "create", "update", "delete"] as verb][#if resource.can[verb]][#assign count++][/#if][/#list][/#list]
[#if !keepsResources][#assign count = 1][/#if]
[#assign count += actions?size]
[#-- What is decided upon for each resource cannot be hidden before one is named. --]
[#assign hidden = 0]
[#if decidesPerResource][#list resources as resource][#list ["list", "get", "update", "delete"] as verb][#if resource.can[verb]][#assign hidden++][/#if][/#list][/#list][/#if]

  it.each([
    [AuthorizeResult.ALLOW, [=count]],
    [AuthorizeResult.DENY, [=hidden]],
  ] as const)('offers its actions on %s: %d', async (result, count) => {
    const { server } = await startTestBackend({
      features: [...features, mockServices.permissions.factory({ result })],
    });

    const response = await request(server).get('/api/[=plugin.id]/.backstage/actions/v1/actions');

    expect(response.status).toBe(200);
    expect(response.body.actions).toHaveLength(count);
  });
[/#if]
