[#import "/names.ftl" as names]
[#assign service = resource.var + "Service"]
[#macro visible permission]
[#if release.visibilityPermission && !(decidesPerResource && permission != "Create")]
    visibilityPermission: [=resource.var][=permission]Permission,
[/#if]
[/#macro]
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { [=resource.var]CreatePermission, [=resource.var]DeletePermission, [=resource.var]ReadPermission, [=resource.var]UpdatePermission } from '../permissions';
import { [=resource.type]Service } from '../service/[=resource.type]Service';
import { [=resource.var]Input, [=resource.var]ListOutput, [=resource.var]Output, [=resource.var]Patch, [=resource.var]Query } from '../service/[=resource.var]Schemas';
import { id } from '../service/schemas';

export interface [=resource.type]ActionsOptions {
  actionsRegistry: ActionsRegistryService;
  [=service]: [=resource.type]Service;
}

/** What assistants can do with [=resource.many.text]. */
export function register[=resource.type]Actions(options: [=resource.type]ActionsOptions): void {
  const { actionsRegistry, [=service] } = options;
[#if resource.can.list]

  actionsRegistry.register({
    name: '[=names.name("get", resource, true)]',
    title: 'Get [=plugin.title] [=resource.many.title]',
    description: 'Lists [=resource.many.text] of the [=plugin.text] plugin, one page at a time, oldest first unless another order is asked for. Use it to find out which [=resource.many.text] exist or to look up the id of one.',
[@visible "Read"/]
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => [=resource.var]Query(z),
      output: z => [=resource.var]ListOutput(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=service].list(input, { credentials }),
    }),
  });
[/#if]
[#if resource.can.get]

  actionsRegistry.register({
    name: '[=names.name("get", resource)]',
    title: 'Get [=plugin.title] [=resource.title]',
    description: 'Returns one [=resource.text] of the [=plugin.text] plugin by its id.',
[@visible "Read"/]
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: id(z).describe('Identifier of the [=resource.text]') }),
      output: z => [=resource.var]Output(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=service].get(input.id, { credentials }),
    }),
  });
[/#if]
[#if resource.can.create]

  actionsRegistry.register({
    name: '[=names.name("create", resource)]',
    title: 'Create [=plugin.title] [=resource.title]',
    description: 'Creates one [=resource.text] in the [=plugin.text] plugin, in the name of the caller.[#list resource.uniques as unique] Its [=unique.text] must not be taken yet.[/#list]',
[@visible "Create"/]
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z => [=resource.var]Input(z),
      output: z => [=resource.var]Output(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=service].create(input, { credentials }),
    }),
  });
[/#if]
[#if resource.can.update]

  actionsRegistry.register({
    name: '[=names.name("update", resource)]',
    title: 'Update [=plugin.title] [=resource.title]',
    description: 'Changes the given fields of one [=resource.text] of the [=plugin.text] plugin and leaves the others as they are.',
[@visible "Update"/]
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => [=resource.var]Patch(z).extend({ id: id(z).describe('Identifier of the [=resource.text]') }),
      output: z => [=resource.var]Output(z),
    },
    action: async ({ input: { id: one, ...patch }, credentials }) => ({
      output: await [=service].update(one, patch, { credentials }),
    }),
  });
[/#if]
[#if resource.can.delete]

  actionsRegistry.register({
    name: '[=names.name("delete", resource)]',
    title: 'Delete [=plugin.title] [=resource.title]',
    description: 'Deletes one [=resource.text] of the [=plugin.text] plugin for good.',
[@visible "Delete"/]
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => z.object({ id: id(z).describe('Identifier of the [=resource.text]') }),
      output: z => z.object({ id: z.string().describe('Identifier of what was deleted') }),
    },
    action: async ({ input, credentials }) => {
      await [=service].delete(input.id, { credentials });
      return { output: { id: input.id } };
    },
  });
[/#if]
}
