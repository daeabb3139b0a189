| `GET /upstream` | How the configured service says it is: `status`, `version`; `503` when it does not |[#if checksPermissions] `[=plugin.id].upstream.read` |[/#if]
