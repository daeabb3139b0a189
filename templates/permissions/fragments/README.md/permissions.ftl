## Permissions

The plugin asks the permission framework with the credentials of each caller. A permission policy decides, for example:

```ts
if (request.permission.name.startsWith('[=plugin.id].')) {
  return { result: AuthorizeResult.ALLOW };
}
```

