
The actions are offered once the plugin is listed in the app's configuration:

```yaml
backend:
  actions:
    pluginSources:
      - [=plugin.id]
```

An assistant reaches them through `@backstage/plugin-mcp-actions-backend`, at `/api/mcp-actions/v1`.
