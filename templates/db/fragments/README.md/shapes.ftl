[#import "/fields.ftl" as fields]
[#import "/followers.ftl" as followers]
[#list resources as resource]
### [=resource.many.title]

| Field | Type | What it holds |
| --- | --- | --- |
[#list resource.fields as field]
| `[=field.property]` | `[=field.typeText]` | [=fields.about(field)][#if field.fallback??], by default [=field.fallbackText][/#if] |
[/#list]
[#if keepsOwners]
| `owner` | entityRef | The owner: the user who calls or a group of theirs, by default the user; a service has to name one |
[/#if]
| `id`, `createdBy`, `createdAt`, `updatedAt` | | Set by the plugin |

[#if resource.can.list]
A list is `{ "items": [...], "totalItems": 1 }`. It takes `limit` (1 to 100, else 50) and `offset`, `orderBy` ([#list resource.sortable as field]`[=field.property]`[#sep], [/#sep][/#list]) and `order` (`asc`, `desc`)[#if resource.filters?has_content || keepsOwners], and is narrowed by [#list resource.filters as field][#if field.isRange]`[=field.property]From`, `[=field.property]To`[#else]`[=field.property]`[/#if][#sep], [/#sep][/#list][#if keepsOwners][#if resource.filters?has_content], [/#if]`owned`[/#if][/#if].

[/#if]
[#if followers.of(resource)?has_content]
[#list followers.of(resource) as follower]Deleting [=resource.article] [=resource.text] [#if follower.onDelete == "cascade"]deletes the [=follower.many.text] whose `[=follower.property]` it is, too.[#else]sets `[=follower.property]` to null in the [=follower.many.text] that refer to it.[/#if][#sep] [/#sep][/#list][#if checksPermissions] No permission for those is asked for.[/#if]

[/#if]
[/#list]
A body may have 100 kB, whatever the lengths of its fields add up to; more is answered with `413`.

[#if !checksPermissions]
Whoever is signed in, and every service, may read and change all of it.

[/#if]
[#if !audits && resources?filter(resource -> resource.changes)?has_content]
Each change is logged, with the `id` of what was changed and the `caller` who did it.

[/#if]
