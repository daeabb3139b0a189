[#import "/names.ftl" as names]
[#assign longest = plugin.id + "." + actionName("get", plugin.kebab, "ownership")]
[#if keepsResources][#assign longest = ""][/#if]
[#list actions as own][#assign each = plugin.id + "." + own.name][#if (each?length > longest?length)][#assign longest = each][/#if][/#list]
[#list resources as resource][#assign each = plugin.id + "." + names.name("create", resource)][#if (each?length > longest?length)][#assign longest = each][/#if][/#list]

The actions are offered once the plugin is listed in the app's configuration:

```yaml
backend:
  actions:
    pluginSources:
      - [=plugin.id]
```

An assistant reaches them through `@backstage/plugin-mcp-actions-backend`, at `/api/mcp-actions/v1`, once that plugin is installed in the backend.
[#if (longest?length > 64)]

Its tools have the plugin's id in front, as in `[=longest]`: longer than the 64 characters that some models take.
[/#if]
