| `GET /settings` | What is configured, without what is secret: `title`, `baseUrl`, `hasToken` |[#if checksPermissions] `[=plugin.id].settings.read` |[/#if]
