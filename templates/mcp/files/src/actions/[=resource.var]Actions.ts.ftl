[#import "/fields.ftl" as fields]
[#import "/names.ftl" as names]
[#assign service = resource.var + "Service"]
[#assign known][#if resource.can.list] as [=names.name("get", resource, true)] returns it[/#if][/#assign]
[#assign described = "Identifier of the " + resource.text + ", a UUID such as " + fields.exampleId]
[#assign change = (resource.first.kind == "ref")?then(fields.example(resource.first), fields.other(resource.first))]
[#function lookUps]
  [#local all = []]
  [#list resource.fields?filter(field -> field.kind == "ref") as field]
    [#list resources?filter(each -> each.kebab == field.target.kebab && each.can.list) as target]
      [#local lookUp = "Look the id of the " + target.text + " up with " + names.name("get", target, true) + " first."]
      [#if !all?seq_contains(lookUp)][#local all += [lookUp]][/#if]
    [/#list]
  [/#list]
  [#return all]
[/#function]
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
import { [=resource.type], [=resource.type]Input } from '../types';

export interface [=resource.type]ActionsOptions {
  actionsRegistry: ActionsRegistryService;
  [=service]: [=resource.type]Service;
}

[#if release.actionExamples && (resource.can.list || resource.can.create || resource.can.update)]
[#if resource.can.create]
const inputExample: [=resource.type]Input = {
[#list resource.fields as field]
[#if !field.optional]
  [=field.property]: [=fields.example(field)],
[/#if]
[/#list]
};

[/#if]
const outputExample: [=resource.type] = {
  id: '[=fields.exampleId]',
[#if resource.can.create]
  ...inputExample,
[/#if]
[#list resource.fields as field]
[#if field.optional]
  [=field.property]: null,
[#elseif !resource.can.create]
  [=field.property]: [=fields.example(field)],
[/#if]
[/#list]
[#if keepsOwners]
  owner: 'user:default/guest',
[/#if]
  createdBy: 'user:default/guest',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

[/#if]
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
[#if release.actionExamples]
    examples: [
      {
        title: 'The newest ten',
        input: { orderBy: 'createdAt', order: 'desc', limit: 10, offset: 0 },
        output: { items: [outputExample], totalItems: 1 },
      },
    ],
[/#if]
    action: async ({ input, credentials }) => ({
      output: await [=service].list(input, { credentials }),
    }),
  });
[/#if]
[#if resource.can.get]

  actionsRegistry.register({
    name: '[=names.name("get", resource)]',
    title: 'Get [=plugin.title] [=resource.title]',
    description: 'Returns one [=resource.text] of the [=plugin.text] plugin. Use it when you know the id, a UUID[=known].',
[@visible "Read"/]
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ id: id(z).describe('[=described]') }),
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
    description: 'Creates one [=resource.text] in the [=plugin.text] plugin, in the name of the caller. Use it to add one that is not there yet.[#list lookUps() as lookUp] [=lookUp][/#list][#list resource.uniques as unique] Its [=unique.text] must not be taken yet.[/#list]',
[@visible "Create"/]
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z => [=resource.var]Input(z),
      output: z => [=resource.var]Output(z),
    },
[#if release.actionExamples]
    examples: [{ title: 'A new [=resource.text]', input: inputExample, output: outputExample }],
[/#if]
    action: async ({ input, credentials }) => ({
      output: await [=service].create(input, { credentials }),
    }),
  });
[/#if]
[#if resource.can.update]

  actionsRegistry.register({
    name: '[=names.name("update", resource)]',
    title: 'Update [=plugin.title] [=resource.title]',
    description: 'Changes the given fields of one [=resource.text] of the [=plugin.text] plugin and leaves the others as they are. Use it to correct or complete one that exists; it needs the id, a UUID[=known].',
[@visible "Update"/]
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => [=resource.var]Patch(z).extend({ id: id(z).describe('[=described]') }),
      output: z => [=resource.var]Output(z),
    },
[#if release.actionExamples]
    examples: [
      {
        title: 'A change of one field',
        input: { id: outputExample.id, [=resource.first.property]: [=change] },
        output: { ...outputExample, [=resource.first.property]: [=change], updatedAt: '2026-01-02T00:00:00.000Z' },
      },
    ],
[/#if]
    action: async ({ input: { id: one, ...patch }, credentials }) => ({
      output: await [=service].update(one, patch, { credentials }),
    }),
  });
[/#if]
[#if resource.can.delete]

  actionsRegistry.register({
    name: '[=names.name("delete", resource)]',
    title: 'Delete [=plugin.title] [=resource.title]',
    description: 'Deletes one [=resource.text] of the [=plugin.text] plugin for good. Use it only when you were asked to; it needs the id, a UUID[=known].',
[@visible "Delete"/]
    attributes: { readOnly: false, destructive: true, idempotent: true },
    schema: {
      input: z => z.object({ id: id(z).describe('[=described]') }),
      output: z => z.object({ id: z.string().describe('Identifier of what was deleted') }),
    },
    action: async ({ input, credentials }) => {
      await [=service].delete(input.id, { credentials });
      return { output: { id: input.id } };
    },
  });
[/#if]
}
