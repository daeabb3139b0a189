| `GET /document?url=...` | The text at an address, as `{"content":"..."}` |[#if checksPermissions] `[=plugin.id].remote-document.read` |[/#if]
