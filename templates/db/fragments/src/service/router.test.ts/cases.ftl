
[#list resources as resource]
[#assign method = resource.can.list?then("list", "get")]
  it('serves [=resource.many.text]', async () => {
    [=resource.var]Service.[=method].mockResolvedValue({});

    const response = await request(app).get([#if resource.can.list]'/[=resource.many.kebab]'[#else]'/[=resource.many.kebab]/7c9e6679-7425-40de-944b-e07fc1f90ae7'[/#if]);

    expect(response.status).toBe(200);
    expect([=resource.var]Service.[=method]).toHaveBeenCalled();
  });
[#sep]

[/#sep]
[/#list]
[#list resources as resource]
[#if resource.can.create]

  it('reads bodies as JSON', async () => {
    const response = await request(app).post('/[=resource.many.kebab]').set('Content-Type', 'application/json').send('[]');

    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(/^input: Expected object, received array/);
  });
[#break]
[/#if]
[/#list]
