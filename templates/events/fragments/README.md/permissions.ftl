[#import "/followers.ftl" as followers]

## Events

After a change the plugin publishes `{ "action": "created" | "updated" | "deleted", "id": "..." }`, on these topics:

[#list resources as resource]
- `[=plugin.id].[=resource.kebab]`
[/#list]

[#if followers.exist()]
What is deleted or set to null because something else is deleted is not published.

[/#if]
It listens to `[=plugin.id].notices`, for payloads of the form `{ "about": "...", "text": "..." }`.

