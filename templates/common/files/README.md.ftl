# [=plugin.title] common

What the backend and the frontends of the [=plugin.text] plugin have in common:

- its permissions, each by its name, and all of them as `[=plugin.camel]Permissions`
- the types of what its HTTP API takes and answers, such as `[#if keepsResources][=resources[0].type]Input` and `[=resources[0].type][#else]OwnershipInput` and `Ownership[/#if]`

```ts
import { [#if keepsResources][=resources[0].type][#else]Ownership[/#if], [=plugin.camel]Permissions } from '[=packageOf("common")]';
```
