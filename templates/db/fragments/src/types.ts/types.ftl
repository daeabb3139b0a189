[#import "/doc.ftl" as doc]
[#import "/fields.ftl" as fields]
import { JsonObject } from '@backstage/types';

[#list resources as resource]
[@doc.comment][=resource.article?cap_first] [=resource.text], as callers see it.[/@doc.comment]
export interface [=resource.type] {
  id: string;
[#list resource.fields as field]
  [=field.property]: [=fields.type(field)][#if field.optional] | null[/#if];
[/#list]
[#if keepsOwners]
  owner: string;
[/#if]
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

[@doc.comment]What it takes to create one, with the defaults filled in.[/@doc.comment]
export interface [=resource.type]Input {
[#list resource.fields as field]
  [=field.property][#if field.optional]?[/#if]: [=fields.type(field)][#if field.optional] | null[/#if];
[/#list]
[#if keepsOwners]
  owner?: string;
[/#if]
}

[#if resource.can.update]
[@doc.comment]What may be changed about one; what is left out stays as it is.[/@doc.comment]
export interface [=resource.type]Patch {
[#list resource.fields as field]
  [=field.property]?: [=fields.type(field)][#if field.optional] | null[/#if];
[/#list]
[#if keepsOwners]
  owner?: string;
[/#if]
}

[/#if]
[#if resource.can.list]
[@doc.comment]Which [=resource.many.text] to list, in which order, and which page of them.[/@doc.comment]
export interface [=resource.type]Query {
[#list resource.fields as field]
[#if field.isRange]
  [=field.property]From?: string;
  [=field.property]To?: string;
[#elseif field.isFilter]
  [=field.property]?: [=fields.type(field)];
[/#if]
[/#list]
[#if keepsOwners]
  owned?: boolean;
[/#if]
  orderBy: [#list resource.sortable as field]'[=field.property]'[#sep] | [/#sep][/#list];
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
}

[@doc.comment]One page of [=resource.many.text], and how many match in all.[/@doc.comment]
export interface [=resource.type]List {
  items: [=resource.type][];
  totalItems: number;
}

[/#if]
[/#list]
