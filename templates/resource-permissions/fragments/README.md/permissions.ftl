[#assign who = keepsOwners?then('owner', 'createdBy')]
A policy may decide about reading, changing and deleting for each thing alone, for example for those who [=keepsOwners?then("own", "created")] it:

```ts
return {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: '[=plugin.id]',
  resourceType: '[=plugin.id]-[=resources[0].kebab]',
  conditions: {
    rule: '[=keepsOwners?then("IS_OWNER", "IS_CREATOR")]',
    resourceType: '[=plugin.id]-[=resources[0].kebab]',
    params: { [=who]: user.info.ownershipEntityRefs },
  },
};
```

