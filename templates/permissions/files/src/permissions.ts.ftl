[#import "/doc.ftl" as doc]
[#function verbs resource]
  [#local verbs = []]
  [#if resource.can.list || resource.can.get][#local verbs += ["read"]][/#if]
  [#if resource.can.create][#local verbs += ["create"]][/#if]
  [#if resource.can.update][#local verbs += ["update"]][/#if]
  [#if resource.can.delete][#local verbs += ["delete"]][/#if]
  [#return verbs]
[/#function]
import { createPermission } from '@backstage/plugin-permission-common';

[#list resources as resource]
[#if decidesPerResource]
[@doc.public/]
export const RESOURCE_TYPE_[=resource.snake?upper_case] = '[=plugin.id]-[=resource.kebab]';

[/#if]
[#list verbs(resource) as verb]
[@doc.public/]
export const [=resource.var][=verb?cap_first]Permission = createPermission({
  name: '[=plugin.id].[=resource.kebab].[=verb]',
  attributes: { action: '[=verb]' },
[#if decidesPerResource && verb != "create"]
  resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
[/#if]
});

[/#list]
[/#list]
[#if !keepsResources]
[@doc.public/]
export const ownershipReadPermission = createPermission({
  name: '[=plugin.id].ownership.read',
  attributes: { action: 'read' },
});

[/#if]
[#list permissions as each]
[@doc.public/]
export const [=each.var]Permission = createPermission({
  name: '[=plugin.id].[=each.name]',
  attributes: { [#if each.effect?has_content]action: '[=each.effect]'[/#if] },
});

[/#list]
[@hole name="permissions"/]
[@doc.comment]Every permission of the plugin.[/@doc.comment]
export const [=plugin.camel]Permissions = [
[#list resources as resource]
[#list verbs(resource) as verb]
  [=resource.var][=verb?cap_first]Permission,
[/#list]
[/#list]
[#if !keepsResources]
  ownershipReadPermission,
[/#if]
[#list permissions as each]
  [=each.var]Permission,
[/#list]
[@hole name="names"/]
];
