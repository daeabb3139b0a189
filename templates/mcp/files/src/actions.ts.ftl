import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
[#list resources as resource]
import { register[=resource.type]Actions } from './actions/[=resource.var]Actions';
import { [=resource.type]Service } from './service/[=resource.type]Service';
[/#list]
[#list actions as each]
import { register[=each.pascal]Action } from './actions/[=each.camel]Action';
import { [=each.pascal]Service } from './service/[=each.pascal]Service';
[/#list]
[#if !keepsResources]
import { ownershipReadPermission } from './permissions';
import { OwnershipService } from './service/OwnershipService';
import { ownershipInput, ownershipOutput } from './service/schemas';
[/#if]

export interface ActionsOptions {
  actionsRegistry: ActionsRegistryService;
[#list resources as resource]
  [=resource.var]Service: [=resource.type]Service;
[/#list]
[#if !keepsResources]
  ownershipService: OwnershipService;
[/#if]
[#list actions as each]
  [=each.camel]Service: [=each.pascal]Service;
[/#list]
}

/** Offers the plugin's services to AI assistants, under the permissions of the caller. */
export function registerActions(options: ActionsOptions): void {
[#list resources as resource]
  register[=resource.type]Actions(options);
[/#list]
[#list actions as each]
  register[=each.pascal]Action(options);
[/#list]
[#if !keepsResources]
[#if actions?has_content]

[/#if]
  const { actionsRegistry, ownershipService } = options;

  actionsRegistry.register({
    name: '[=actionName("get", plugin.kebab, "ownership")]',
    title: 'Get [=plugin.title] Ownership',
    description: 'Tells which of the given entities the caller is or belongs to, according to the [=plugin.text] plugin. Use it before you offer to change something that one of them owns.',
[#if release.visibilityPermission]
    visibilityPermission: ownershipReadPermission,
[/#if]
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => ownershipInput(z),
      output: z => ownershipOutput(z),
    },
    action: async ({ input, credentials }) => ({
      output: await ownershipService.owned(input, { credentials }),
    }),
  });
[/#if]
}
