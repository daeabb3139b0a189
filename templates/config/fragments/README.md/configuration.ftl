The plugin has a section of its own in `app-config.yaml`. It is read when the backend starts, which stops at a key that is missing or wrong, and names it.

```yaml
[=plugin.camel]:
  baseUrl: https://api.example.com
  token: ${[=plugin.snake?upper_case]_TOKEN}
```

| Key | What it is | Without it |
| --- | --- | --- |
| `baseUrl` | Address of the service, http or https, without credentials in it | The backend does not start |
| `token` | Token that the service knows the plugin by, secret | None is sent |
| `title` | What the service is called where people see it, visible to the frontend | `[=plugin.title]` |
[@hole name="keys"/]

`config.d.ts` is the schema of the section: `yarn backstage-cli config:check --strict` holds the configuration against it, and what it marks as secret is kept out of logs. `yarn start` in this folder reads the same configuration as the whole backend.

