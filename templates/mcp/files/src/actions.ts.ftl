import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
[#if resource??]
import { [=resource.var]CreatePermission, [=resource.var]DeletePermission, [=resource.var]ReadPermission, [=resource.var]UpdatePermission } from './permissions';
import { [=resource.type]Service } from './service/[=resource.type]Service';
import { [=resource.var]Id, [=resource.var]Input, [=resource.var]ListOutput, [=resource.var]Output, [=resource.var]Patch, pageInput } from './service/schemas';
[#else]
import { ownershipReadPermission } from './permissions';
import { OwnershipService } from './service/OwnershipService';
import { ownershipInput, ownershipOutput } from './service/schemas';
[/#if]
[#macro visible permission]
[#if release.visibilityPermission]
    visibilityPermission: [=permission],
[/#if]
[/#macro]

export interface ActionsOptions {
  actionsRegistry: ActionsRegistryService;
[#if resource??]
  [=resource.var]Service: [=resource.type]Service;
[#else]
  ownershipService: OwnershipService;
[/#if]
}

/** Offers the service to AI assistants, under the permissions of the caller. */
export function registerActions(options: ActionsOptions): void {
[#if resource??]
[#assign service = resource.var + "Service"]
  const { actionsRegistry, [=service] } = options;

  actionsRegistry.register({
    name: '[=action("get", plugin.kebab, resource.many.kebab)]',
    title: 'Get [=plugin.title] [=resource.many.title]',
    description: 'Lists the [=resource.many.text] of the [=plugin.text] plugin, oldest first, one page at a time. Use it to find out which [=resource.many.text] exist or to look up the id of one.',
[@visible resource.var + "ReadPermission"/]
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => pageInput(z),
      output: z => [=resource.var]ListOutput(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=service].list(input, { credentials }),
    }),
  });

  actionsRegistry.register({
    name: '[=action("get", plugin.kebab, resource.kebab)]',
    title: 'Get [=plugin.title] [=resource.title]',
    description: 'Returns one [=resource.text] of the [=plugin.text] plugin by its id.',
[@visible resource.var + "ReadPermission"/]
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: [=resource.var]Id(z) }),
      output: z => [=resource.var]Output(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=service].get(input.id, { credentials }),
    }),
  });

  actionsRegistry.register({
    name: '[=action("create", plugin.kebab, resource.kebab)]',
    title: 'Create [=plugin.title] [=resource.title]',
    description: 'Creates one [=resource.text] in the [=plugin.text] plugin, in the name of the caller. Its title must not be taken yet.',
[@visible resource.var + "CreatePermission"/]
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z => [=resource.var]Input(z),
      output: z => [=resource.var]Output(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=service].create(input, { credentials }),
    }),
  });

  actionsRegistry.register({
    name: '[=action("update", plugin.kebab, resource.kebab)]',
    title: 'Update [=plugin.title] [=resource.title]',
    description: 'Changes the given fields of one [=resource.text] of the [=plugin.text] plugin and leaves the others as they are.',
[@visible resource.var + "UpdatePermission"/]
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => [=resource.var]Patch(z).extend({ id: [=resource.var]Id(z) }),
      output: z => [=resource.var]Output(z),
    },
    action: async ({ input: { id, ...patch }, credentials }) => ({
      output: await [=service].update(id, patch, { credentials }),
    }),
  });

  actionsRegistry.register({
    name: '[=action("delete", plugin.kebab, resource.kebab)]',
    title: 'Delete [=plugin.title] [=resource.title]',
    description: 'Deletes one [=resource.text] of the [=plugin.text] plugin for good.',
[@visible resource.var + "DeletePermission"/]
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => z.object({ id: [=resource.var]Id(z) }),
      output: z => z.object({ id: [=resource.var]Id(z) }),
    },
    action: async ({ input, credentials }) => {
      await [=service].delete(input.id, { credentials });
      return { output: { id: input.id } };
    },
  });
[#else]
  const { actionsRegistry, ownershipService } = options;

  actionsRegistry.register({
    name: '[=action("get", plugin.kebab, "ownership")]',
    title: 'Get [=plugin.title] Ownership',
    description: 'Tells which of the given entities the caller is or belongs to, according to the [=plugin.text] plugin. Use it before you offer to change something that one of them owns.',
[@visible "ownershipReadPermission"/]
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
