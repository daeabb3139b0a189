
## Events

After a change the plugin publishes `{ "action": "created" | "updated" | "deleted", "id": "..." }`, on these topics:

[#list resources as resource]
- `[=plugin.id].[=resource.kebab]`
[/#list]

It listens to `[=plugin.id].notices`, for payloads of the form `{ "about": "...", "text": "..." }`.

