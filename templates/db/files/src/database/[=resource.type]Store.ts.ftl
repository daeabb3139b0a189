[#import "/fields.ftl" as fields]
[#macro statement refusals into=""]
[#local assigned = into?has_content?then("const " + into + " = ", "")]
[#if refusals?has_content]
    [=assigned]await refusing(
[#nested]
      , { [=refusals] },
    );
[#else]
    [=assigned]await [#nested];
[/#if]
[/#macro]
[#function stored field from]
  [#local value = from + "." + field.property]
  [#if field.many || field.kind == "json"]
    [#return field.optional?then(value + " ? JSON.stringify(" + value + ") : null", "JSON.stringify(" + value + ")")]
  [/#if]
  [#return field.optional?then(value + " ?? null", value)]
[/#function]
[#function changed field]
  [#local value = "patch." + field.property]
  [#return (field.many || field.kind == "json")?then(value + " && JSON.stringify(" + value + ")", value)]
[/#function]
[#function read field]
  [#local value = "row." + field.column]
  [#if field.many || field.kind == "json"][#local whole = "JSON.parse(" + value + ")"]
  [#elseif field.kind == "boolean"][#local whole = "Boolean(" + value + ")"]
  [#elseif field.kind == "timestamp"][#local whole = "new Date(" + value + ").toISOString()"]
  [#else][#return value]
  [/#if]
  [#return field.optional?then(value + " === null ? null : " + whole, whole)]
[/#function]
[#assign taken][#if resource.uniques?has_content]taken: new ConflictError('[=resource.taken]')[/#if][/#assign]
[#assign dangling][#if resource.references]reference: new InputError('[=resource.dangling]')[/#if][/#assign]
[#assign refusals][=taken][#if taken?has_content && dangling?has_content], [/#if][=dangling][/#assign]
[#assign who = keepsOwners?then('owner', 'createdBy')]
[#assign whoColumn = keepsOwners?then('owner', 'created_by')]
[#assign nullable = resource.sortable?filter(field -> field.optional)]
[#assign isMapped = false]
[#list resource.fields as field][#if field.many || field.kind == "json" || field.property != field.column][#assign isMapped = true][/#if][/#list]
import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { [=resource.type]Condition } from '../service/[=resource.var]Rules';
import { whereCriteria } from './criteria';
import { refusing } from './refusals';
import { [=resource.type], [=resource.type]Input, [=resource.type]List, [=resource.type]Patch, [=resource.type]Query } from '../types';

[#if decidesPerResource]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

[/#if]
type [=resource.type]Row = {
  id: string;
[#list resource.fields as field]
  [=field.column]: [#if field.kind == "enum" && !field.many][=resource.type]['[=field.property]'][#else][=fields.row(field)][#if field.optional] | null[/#if][/#if];
[/#list]
[#if keepsOwners]
  owner: string;
[/#if]
  created_by: string;
  created_at: Date | string;
  updated_at: Date | string;
};

[#if resource.can.list]
const sortColumns: Record<[=resource.type]Query['orderBy'], keyof [=resource.type]Row> = {
[#list resource.sortable as field]
  [=field.property]: '[=field.column]',
[/#list]
};

[#if nullable?has_content]
const nullableColumns = new Set<keyof [=resource.type]Row>([[#list nullable as field]'[=field.column]'[#sep], [/#sep][/#list]]);

[/#if]
[/#if]
/** Reads and writes [=resource.many.text] in the plugin's own database. */
export class [=resource.type]Store {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

[#if resource.can.list]
  async list(query: [=resource.type]Query[#if keepsOwners], owners?: string[][/#if][#if decidesPerResource], allowed?: PermissionCriteria<[=resource.type]Condition>[/#if]): Promise<[=resource.type]List> {
    const matching = [#if resource.filters?has_content]this.#matching(query)[#else]this.#rows()[/#if];
[#if keepsOwners]
    if (owners) {
      matching.whereIn('owner', owners);
    }
[/#if]
[#if decidesPerResource]
    if (allowed) {
      whereCriteria(matching, allowed, (rows, { [=who] }) => rows.whereIn('[=whoColumn]', [=who]));
    }
[/#if]
    const column = sortColumns[query.orderBy];
    const ordered = matching.clone();
[#if nullable?has_content]
    if (nullableColumns.has(column)) {
      // Empty values last; the option nulls of orderBy loses the column on SQLite.
      ordered.orderByRaw('?? is null', [column]);
    }
[/#if]
    const [rows, [{ count }]] = await Promise.all([
      ordered
        .orderBy([
          { column, order: query.order },
          { column: 'id', order: query.order },
        ])
        .limit(query.limit)
        .offset(query.offset),
      matching.count({ count: '*' }),
    ]);
    return { items: rows.map(to[=resource.type]), totalItems: Number(count) };
  }

[/#if]
[@hole name="methods"/]
  async get(id: string): Promise<[=resource.type] | undefined> {
    const row = await this.#rows().where({ id }).first();
    return row && to[=resource.type](row);
  }

[#if decidesPerResource]
  async getMany(ids: string[]): Promise<Array<[=resource.type] | undefined>> {
    // PostgreSQL refuses to compare an id with what cannot be one.
    const rows = await this.#rows().whereIn('id', ids.filter(id => UUID.test(id)));
    const byId = new Map(rows.map(row => [row.id, to[=resource.type](row)]));
    return ids.map(id => byId.get(id));
  }

[/#if]
  async insert(input: [=resource.type]Input[#if keepsOwners] & { owner: string }[/#if], createdBy: string): Promise<[=resource.type]> {
    const now = new Date().toISOString();
    const row: [=resource.type]Row = {
      id: randomUUID(),
[#list resource.fields as field]
      [=field.column]: [=stored(field, "input")],
[/#list]
[#if keepsOwners]
      owner: input.owner,
[/#if]
      created_by: createdBy,
      created_at: now,
      updated_at: now,
    };
[@statement refusals]this.#rows().insert(row)[/@statement]
    return to[=resource.type](row);
  }

[#if resource.can.update]
  async update(id: string, patch: [=resource.type]Patch): Promise<[=resource.type] | undefined> {
[@statement refusals "[row]"]
      this.#rows().where({ id }).update({
[#if isMapped]
[#list resource.fields as field]
        [=field.column]: [=changed(field)],
[/#list]
[#if keepsOwners]
        owner: patch.owner,
[/#if]
[#else]
        ...patch,
[/#if]
        updated_at: new Date().toISOString(),
      }).returning('*')[/@statement]
    return row && to[=resource.type](row);
  }

[/#if]
[#if resource.can.delete]
  async delete(id: string): Promise<boolean> {
[#if resource.isReferredTo]
    const deleted = await refusing(this.#rows().where({ id }).delete(), {
      reference: new ConflictError('The [=resource.text] is still referred to'),
    });
    return deleted > 0;
[#else]
    return (await this.#rows().where({ id }).delete()) > 0;
[/#if]
  }

[/#if]
[#if resource.can.list && resource.filters?has_content]
  #matching(query: [=resource.type]Query) {
    const rows = this.#rows();
[#list resource.fields as field]
[#if field.isRange]
    if (query.[=field.property]From !== undefined) {
      rows.where('[=field.column]', '>=', query.[=field.property]From);
    }
    if (query.[=field.property]To !== undefined) {
      rows.where('[=field.column]', '<=', query.[=field.property]To);
    }
[#elseif field.isFilter]
    if (query.[=field.property] !== undefined) {
      rows.where('[=field.column]', query.[=field.property]);
    }
[/#if]
[/#list]
    return rows;
  }

[/#if]
  #rows() {
    return this.#client<[=resource.type]Row>('[=resource.many.snake]');
  }
}

[#if resource.fields?filter(field -> field.kind == "boolean" && !field.many)?has_content]
// SQLite answers with numbers and texts where PostgreSQL has booleans and dates.
[#else]
// SQLite answers with texts where PostgreSQL has dates.
[/#if]
function to[=resource.type](row: [=resource.type]Row): [=resource.type] {
  return {
    id: row.id,
[#list resource.fields as field]
    [=field.property]: [=read(field)],
[/#list]
[#if keepsOwners]
    owner: row.owner,
[/#if]
    createdBy: row.created_by,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}
