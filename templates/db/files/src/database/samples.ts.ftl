[#import "/fields.ftl" as fields]
[#import "/samples.ftl" as samples]
[#assign owned][#if keepsOwners] & { owner: string }[/#if][/#assign]
import { Knex } from 'knex';
[#list resources as resource]
import { [=resource.type]Store } from './[=resource.type]Store';
import { [=resource.type]Input } from '../types';
[/#list]

[#assign refer = false][#list resources as resource][#if resource.refers][#assign refer = true][/#if][/#list]
[#if refer]
const createdBy = 'user:default/guest';
[/#if]

[#list resources as resource]
[#if resource.refers]
/** [=resource.article?cap_first] [=resource.text] for a test, another one for each number; what it refers to is there already. */
export async function sample[=resource.type](client: Knex, n: number): Promise<[=resource.type]Input[=owned]> {
[#list resource.fields as field]
[#if field.isParent]
  const { id: [=field.property] } = await new [=field.target.type]Store(client).insert([=samples.one(field.target, "n")], createdBy);
[/#if]
[/#list]
  return {
[#else]
/** [=resource.article?cap_first] [=resource.text] for a test, another one for each number. */
export function sample[=resource.type]([=resource.isNumbered?then("n", "_n")]: number): [=resource.type]Input[=owned] {
  return {
[/#if]
[#list resource.fields as field]
[#if !field.optional]
    [#if field.kind == "ref"][=field.property][#else][=field.property]: [=fields.sample(field, "n")][/#if],
[/#if]
[/#list]
[#if keepsOwners]
    owner: 'user:default/mock',
[/#if]
  };
}

[/#list]
