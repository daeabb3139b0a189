[#assign who = keepsOwners?then('owner', 'createdBy')]
[#assign decided = resources?filter(each -> each.can.list || each.can.get || each.can.update || each.can.delete)]
[#if decided?has_content]
[#assign type = plugin.id + "-" + decided[0].kebab]
A policy may decide about each thing that is there alone, for example for those who [=keepsOwners?then("own", "created")] it. This goes before the general answer, with `isResourcePermission` from `@backstage/plugin-permission-common`:

```ts
if (isResourcePermission(request.permission, '[=type]')) {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: '[=plugin.id]',
    resourceType: '[=type]',
    conditions: {
      rule: '[=keepsOwners?then("IS_OWNER", "IS_CREATOR")]',
      resourceType: '[=type]',
      params: { [=who]: user?.info.ownershipEntityRefs ?? [] },
    },
  };
}
```

[/#if]
