[#import "/fields.ftl" as fields]
[#list resources as resource]
### [=resource.many.title]

| Field | Type | What it holds |
| --- | --- | --- |
[#list resource.fields as field]
| `[=field.property]` | `[=field.typeText]` | [=fields.about(field)][#if field.fallback??], by default [=field.fallbackText][/#if] |
[/#list]
[#if keepsOwners]
| `owner` | entityRef | The owner: the caller, unless it is a group that the caller belongs to |
[/#if]
| `id`, `createdBy`, `createdAt`, `updatedAt` | | Set by the plugin |

[#if resource.can.list]
A list is `{ "items": [...], "totalItems": 1 }`. It takes `limit` (1 to 100, else 50) and `offset`, `orderBy` ([#list resource.sortable as field]`[=field.property]`[#sep], [/#sep][/#list]) and `order` (`asc`, `desc`)[#if resource.filters?has_content || keepsOwners], and is narrowed by [#list resource.filters as field][#if field.isRange]`[=field.property]From`, `[=field.property]To`[#else]`[=field.property]`[/#if][#sep], [/#sep][/#list][#if keepsOwners][#if resource.filters?has_content], [/#if]`owned`[/#if][/#if].

[/#if]
[/#list]
[#if !checksPermissions]
Whoever is signed in, and every service, may read and change all of it.

[/#if]
[#if !audits && resources?filter(resource -> resource.changes)?has_content]
Each change is logged, with the `id` of what was changed and the `caller` who did it.

[/#if]
