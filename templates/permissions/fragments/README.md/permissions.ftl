## Permissions

The plugin asks the permission framework with the credentials of each caller. That needs `permission.enabled: true` in the app's configuration, and a permission policy that decides, for example:

```ts
if (request.permission.name.startsWith('[=plugin.id].')) {
  return { result: AuthorizeResult.ALLOW };
}
```

[#assign spare = permissions?filter(each -> each.isSpare)]
[#if spare?has_content]
The plugin makes [#list spare as each]`[=plugin.id].[=each.name]`[#sep][#if each?counter == spare?size - 1] and [#else], [/#if][/#sep][/#list] known as well, for code that is still to ask for [=(spare?size > 1)?then("them", "it")].

[/#if]
The policy decides about users. Services are allowed everything that the `accessRestrictions` of their tokens leave them, and so are MCP clients that come with a static token.
[#if keepsResources && resources?filter(resource -> resource.references)?has_content]

To let one thing refer to another takes the permission to read that one, too.
[/#if]

