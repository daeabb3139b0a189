
The actions are offered once the plugin is listed in the app's configuration:

```yaml
backend:
  actions:
    pluginSources:
      - [=plugin.id]
```

An assistant reaches them through `@backstage/plugin-mcp-actions-backend`, at `/api/mcp-actions/v1`.
[#assign longest][#if resource??][=plugin.id].[=action("create", plugin.kebab, resource.kebab)][#else][=plugin.id].[=action("get", plugin.kebab, "ownership")][/#if][/#assign]
[#if (longest?length > 64)]

Its tools have the plugin's id in front, as in `[=longest]`: longer than the 64 characters that some models take.
[/#if]
