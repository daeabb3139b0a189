import { createPermission } from '@backstage/plugin-permission-common';

[#if resource??]
[#list ["read", "create", "update", "delete"] as verb]
export const [=resource.var][=verb?cap_first]Permission = createPermission({
  name: '[=plugin.id].[=resource.kebab].[=verb]',
  attributes: { action: '[=verb]' },
});

[/#list]
export const [=plugin.camel]Permissions = [
[#list ["Read", "Create", "Update", "Delete"] as verb]
  [=resource.var][=verb]Permission,
[/#list]
];
[#else]
export const ownershipReadPermission = createPermission({
  name: '[=plugin.id].ownership.read',
  attributes: { action: 'read' },
});

export const [=plugin.camel]Permissions = [ownershipReadPermission];
[/#if]
