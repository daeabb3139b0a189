[#import "/fields.ftl" as fields]
[#if resource.references]
import { id } from './schemas';
[/#if]
import { date, entityRef, flag, integer, jsonObject, line, numeric, page, text, timestamp, url, Zod } from './schemas';

[#if resource.can.create || resource.can.update]
const fields = (z: Zod) => ({
[#list resource.fields as field]
  [=field.property]: [=fields.input(field)],
[/#list]
[#if keepsOwners]
  owner: entityRef(z).optional().describe('Entity reference of the owner: the caller or a group of theirs'),
[/#if]
});
[/#if]

[#if resource.can.create]
/** What it takes to create one; one definition for each way in. */
[#if resource.defaults?has_content]
export const [=resource.var]Input = (z: Zod) => {
  const all = fields(z);
  return z
    .object({
      ...all,
[#list resource.defaults as field]
      [=field.property]: all.[=field.property].default([=field.fallback]),
[/#list]
    })
    .strict();
};
[#else]
export const [=resource.var]Input = (z: Zod) => z.object(fields(z)).strict();
[/#if]

[/#if]
[#if resource.can.update]
/** What may be changed about one; a default here would undo changes. */
export const [=resource.var]Patch = (z: Zod) => z.object(fields(z)).partial().strict();

[/#if]
[#if resource.can.list]
/** Which of them to list, in which order, and which page. */
export const [=resource.var]Query = (z: Zod) =>
  z.object({
[#list resource.filters as field]
[#if field.isRange]
    [=field.property]From: [=fields.filter(field)].optional().describe('Only those whose [=field.property] is not before this'),
    [=field.property]To: [=fields.filter(field)].optional().describe('Only those whose [=field.property] is not after this'),
[#else]
    [=field.property]: [=fields.filter(field)].optional().describe('Only those whose [=field.property] is this'),
[/#if]
[/#list]
[#if keepsOwners]
    owned: flag(z).optional().describe('Only those that the caller owns, alone or with others'),
[/#if]
    orderBy: z.enum([[#list resource.sortable as field]'[=field.property]'[#sep], [/#sep][/#list]]).default('createdAt').describe('What to sort by'),
    order: z.enum(['asc', 'desc']).default('asc').describe('Smallest or oldest first, or the other way round'),
    ...page(z),
  }).strict();

[/#if]
[#if offersActions]
/** [=resource.article?cap_first] [=resource.text], as callers see it. */
export const [=resource.var]Output = (z: Zod) =>
  z.object({
    id: z.string().describe('Identifier of the [=resource.text]'),
[#list resource.fields as field]
    [=field.property]: [=fields.output(field)],
[/#list]
[#if keepsOwners]
    owner: z.string().describe('Entity reference of the owner'),
[/#if]
    createdBy: z.string().describe('Entity reference of the creator, or subject of a service'),
    createdAt: z.string().describe('When it was created, ISO 8601'),
    updatedAt: z.string().describe('When it was last changed, ISO 8601'),
  });
[/#if]
[#if resource.can.list && offersActions]

/** One page of [=resource.many.text], and how many match in all. */
export const [=resource.var]ListOutput = (z: Zod) =>
  z.object({
    items: z.array([=resource.var]Output(z)).describe('One page of [=resource.many.text]'),
    totalItems: z.number().describe('How many [=resource.many.text] match in all'),
  });
[/#if]
