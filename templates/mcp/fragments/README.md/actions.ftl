## Actions for AI assistants

| Action | What it does | Permission |
| --- | --- | --- |
[#if resource??]
| `[=action("get", plugin.kebab, resource.many.kebab)]` | One page of [=resource.many.text] | `[=plugin.id].[=resource.kebab].read` |
| `[=action("get", plugin.kebab, resource.kebab)]` | One of them | `[=plugin.id].[=resource.kebab].read` |
| `[=action("create", plugin.kebab, resource.kebab)]` | Creates one in the name of the caller | `[=plugin.id].[=resource.kebab].create` |
| `[=action("update", plugin.kebab, resource.kebab)]` | Changes the given fields | `[=plugin.id].[=resource.kebab].update` |
| `[=action("delete", plugin.kebab, resource.kebab)]` | Deletes one | `[=plugin.id].[=resource.kebab].delete` |
[#else]
| `[=action("get", plugin.kebab, "ownership")]` | Those of the given entities that the caller is or belongs to | `[=plugin.id].ownership.read` |
[/#if]

