[#import "/followers.ftl" as followers]

## Events

[#assign changing = resources?filter(resource -> resource.changes)]
[#if changing?has_content]
After a change the plugin publishes `{ "action": "created" | "updated" | "deleted", "id": "..." }`, on these topics:

[#list changing as resource]
- `[=plugin.id].[=resource.kebab]`
[/#list]

What cannot be published is in the log, and the change is made all the same.

[#if followers.exist()]
What is deleted or set to null because something else is deleted is not published.

[/#if]
[/#if]
[#if changing?has_content]It[#else]The plugin[/#if] listens to `[=plugin.id].notices`, for payloads of the form `{ "about": "...", "text": "..." }`.

