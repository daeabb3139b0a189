
## Audit events

Each change leaves an event of Backstage's auditor, with who tried it in `meta.caller`, and over HTTP with the request that it came by, whether it succeeded or failed:

| Event | Severity |
| --- | --- |
[#list resources as resource]
[#list ["create", "update", "delete"] as verb]
[#if resource.can[verb]]
| `[=resource.kebab]-[=verb]` | [#if verb == "delete"]high[#else]medium[/#if] |
[/#if]
[/#list]
[/#list]

