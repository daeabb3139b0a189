[#list resources as resource]
    expect((await anonymous('/api/[=plugin.id]/[=resource.many.kebab]')).status).toBe(401);
[/#list]
