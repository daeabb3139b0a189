[#import "/names.ftl" as names]

## Actions for AI assistants

| Action | What it does | Permission |
| --- | --- | --- |
[#list resources as resource]
[#if resource.can.list]
| `[=names.name("get", resource, true)]` | One page of [=resource.many.text] | `[=plugin.id].[=resource.kebab].read` |
[/#if]
[#if resource.can.get]
| `[=names.name("get", resource)]` | One of them | `[=plugin.id].[=resource.kebab].read` |
[/#if]
[#if resource.can.create]
| `[=names.name("create", resource)]` | Creates one in the name of the caller | `[=plugin.id].[=resource.kebab].create` |
[/#if]
[#if resource.can.update]
| `[=names.name("update", resource)]` | Changes the given fields | `[=plugin.id].[=resource.kebab].update` |
[/#if]
[#if resource.can.delete]
| `[=names.name("delete", resource)]` | Deletes one | `[=plugin.id].[=resource.kebab].delete` |
[/#if]
[/#list]
[#list actions as each]
| `[=each.name]` | Answers the `subject` it was asked about, and who asked | `[=plugin.id].[=each.kebab]` |
[/#list]
[#if !keepsResources]
| `[=actionName("get", plugin.kebab, "ownership")]` | Those of the given entities that the caller is or belongs to | `[=plugin.id].ownership.read` |
[/#if]

