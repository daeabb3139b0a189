[#import "/followers.ftl" as followers]
[#if resources?filter(each -> each.changes)?has_content]

## Audit events

Each change leaves an event of Backstage's auditor, whether it succeeded or failed, with who tried it in `meta.caller`, of what in `meta.id`, once that has one, and over HTTP with the request that it came by:

| Event | Severity |
| --- | --- |
[#list resources as resource]
[#list ["create", "update", "delete"] as verb]
[#if resource.can[verb]]
| `[=resource.kebab]-[=verb]` | [#if verb == "delete"]high[#else]medium[/#if] |
[/#if]
[/#list]
[/#list]

[#if followers.exist()]
What is deleted or set to null because something else is deleted leaves no event of its own.

[/#if]
[/#if]
