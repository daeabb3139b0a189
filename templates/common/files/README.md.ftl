# [=plugin.title] common

Permissions and types of the [=plugin.text] plugin, for its backend and for frontends:

```ts
import { [=plugin.camel]Permissions } from '[=packageOf("common")]';
```
