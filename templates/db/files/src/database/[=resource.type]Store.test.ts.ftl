[#import "/fields.ftl" as fields]
[#import "/samples.ftl" as samples]
[#-- Whether the samples of a field stand in one order in every database: the words of an enum may not. --]
[#function isOrdered field][#return field.kind != "enum" || (field.values?first?matches("[a-z]+") && field.values?last?matches("[a-z]+") && field.values?first != field.values?last && [field.values?last, field.values?first]?sort?first == field.values?first)][/#function]
[#function isOwn field][#return field.kind == "ref" && !field.isParent && field.target.type == resource.type][/#function]
[#assign nullable = resource.sortable?filter(field -> field.optional)]
[#assign sorted = resource.sortable?filter(field -> field.kind != "" && isOrdered(field))]
import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, InputError } from '@backstage/errors';
import { openDatabase } from './openDatabase';
import { sample[=resource.type] } from './samples';
import { [=resource.type]Store } from './[=resource.type]Store';
import { [=resource.type]Input, [=resource.type]Patch, [=resource.type]Query } from '../types';
[#list resource.fields as field]
[#if field.target??]
import { sample[=field.target.type] } from './samples';
import { [=field.target.type]Store } from './[=field.target.type]Store';
[/#if]
[/#list]
[#list resource.referrers as referrer]
import { sample[=referrer.type] } from './samples';
import { [=referrer.type]Store } from './[=referrer.type]Store';
[/#list]

jest.setTimeout(60_000);

describe('[=resource.type]Store', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_14', 'POSTGRES_18'],
  });
  const createdBy = 'user:default/guest';
[#if resource.can.list]
  const query: [=resource.type]Query = { orderBy: 'createdAt', order: 'asc', limit: 10, offset: 0 };
[/#if]

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function setUp() {
      const knex = await databases.init(databaseId);
      const client = await openDatabase(mockServices.database({ knex }));
      return { client, store: new [=resource.type]Store(client) };
    }

    it('keeps what is inserted', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const input = [=samples.one(resource, "1")];

      const one = await store.insert(input, createdBy);

      expect(one).toEqual({
        id: expect.any(String),
[#list resource.fields as field]
[#if field.optional]
        [=field.property]: null,
[/#if]
[/#list]
        ...input,
        createdBy,
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
        updatedAt: one.createdAt,
      });
      await expect(store.get(one.id)).resolves.toEqual(one);
    });
[#if resource.optionals?has_content]

    it('keeps what may be left out', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const optional: Partial<[=resource.type]Input> = {
[#list resource.optionals as field]
        [=field.property]: [=fields.sample(field, "1")],
[/#list]
      };

      const { id } = await store.insert({ ...([=samples.one(resource, "1")]), ...optional }, createdBy);

      await expect(store.get(id)).resolves.toMatchObject(optional);
    });
[/#if]
[#if resource.can.list]

    it('lists page by page', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const ids = [];
      for (const n of [1, 2, 3]) {
        ids.push((await store.insert([=samples.one(resource, "n")], createdBy)).id);
      }

      const first = await store.list({ ...query, limit: 2 });
      const second = await store.list({ ...query, limit: 2, offset: 2 });

      expect(first.totalItems).toBe(3);
      expect(first.items).toHaveLength(2);
      expect(second.items).toHaveLength(1);
      expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(ids.sort());
    });

    it('lists in the order that is asked for', async () => {
      const { client, store } = await setUp();
      const newer = await store.insert([=samples.one(resource, "1")], createdBy);
      const older = await store.insert([=samples.one(resource, "2")], createdBy);
      await client('[=resource.many.snake]').where({ id: older.id }).update({ created_at: '2020-01-01T00:00:00.000Z' });

      const up = await store.list(query);
      const down = await store.list({ ...query, order: 'desc' });

      expect(up.items.map(({ id }) => id)).toEqual([older.id, newer.id]);
      expect(down.items.map(({ id }) => id)).toEqual([newer.id, older.id]);
    });
[#if sorted?has_content]

    it('lists in the order of each field', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const one = await store.insert({ ...([=samples.one(resource, "1")]), [#list sorted as field][=field.property]: [=fields.sample(field, "1")][#sep], [/#sep][/#list] }, createdBy);
      const two = await store.insert({ ...([=samples.one(resource, "2")]), [#list sorted as field][=field.property]: [=fields.other(field)][#sep], [/#sep][/#list] }, createdBy);

      for (const orderBy of [[#list sorted as field]'[=field.property]'[#sep], [/#sep][/#list]] as const) {
        const up = await store.list({ ...query, orderBy });
        const down = await store.list({ ...query, orderBy, order: 'desc' });

        expect([orderBy, ...up.items.map(({ id }) => id)]).toEqual([orderBy, one.id, two.id]);
        expect([orderBy, ...down.items.map(({ id }) => id)]).toEqual([orderBy, two.id, one.id]);
      }
    });
[/#if]
[#if nullable?has_content]

    it('lists what has no value last', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const without = await store.insert([=samples.one(resource, "1")], createdBy);
      const filled = await store.insert({ ...([=samples.one(resource, "2")]), [#list nullable as field][=field.property]: [=fields.sample(field, "2")][#sep], [/#sep][/#list] }, createdBy);

      for (const orderBy of [[#list nullable as field]'[=field.property]'[#sep], [/#sep][/#list]] as const) {
        for (const order of ['asc', 'desc'] as const) {
          const { items } = await store.list({ ...query, orderBy, order });

          expect([orderBy, order, ...items.map(({ id }) => id)]).toEqual([orderBy, order, filled.id, without.id]);
        }
      }
    });
[/#if]
[#if resource.filters?has_content]

    it('lists only what is asked for', async () => {
[#assign usesOne = false][#assign usesTwo = false][#assign usesClient = resource.refers]
[#list resource.filters as field]
[#if field.isParent || isOwn(field) || (!field.optional && (field.isRange || field.kind == "boolean"))][#assign usesOne = true][/#if]
[#if !field.isParent][#assign usesTwo = true][/#if]
[#if field.kind == "ref" && !field.isParent && !isOwn(field)][#assign usesClient = true][/#if]
[/#list]
      const { [#if usesClient]client, [/#if]store } = await setUp();
      [#if usesOne]const one = [/#if]await store.insert([=samples.one(resource, "1")], createdBy);
[#if usesTwo]
[#list resource.filters as field]
[#if field.kind == "ref" && !field.isParent && !isOwn(field)]
      const [=field.property] = (await new [=field.target.type]Store(client).insert([=samples.one(field.target, "7")], createdBy)).id;
[/#if]
[/#list]
      const changed: Partial<[=resource.type]Input> = {
[#list resource.filters as field]
[#if isOwn(field)]
        [=field.property]: one.id,
[#elseif field.kind == "ref" && !field.isParent]
        [=field.property],
[#elseif field.kind != "ref"]
        [=field.property]: [=fields.other(field)],
[/#if]
[/#list]
      };
      const two = await store.insert({ ...([=samples.one(resource, "2")]), ...changed }, createdBy);
[#else]
      await store.insert([=samples.one(resource, "2")], createdBy);
[/#if]
      const idsOf = async (filter: Partial<[=resource.type]Query>) =>
        (await store.list({ ...query, ...filter })).items.map(({ id }) => id);

[#list resource.filters as field]
[#if field.isRange]
      expect(await idsOf({ [=field.property]From: [=fields.sample(field, "2")] })).toEqual([two.id]);
      expect(await idsOf({ [=field.property]To: [=fields.sample(field, field.optional?then("2", "1"))] })).toEqual([[=field.optional?then("two", "one")].id]);
[#elseif field.kind == "ref"]
[#if field.isParent]
      expect(await idsOf({ [=field.property]: one.[=field.property] })).toEqual([one.id]);
[#else]
      expect(await idsOf({ [=field.property][#if isOwn(field)]: one.id[/#if] })).toEqual([two.id]);
[/#if]
[#elseif field.kind == "enum" && (field.values?size < 2)]
      expect(await idsOf({ [=field.property]: [=fields.other(field)] })).toContain(two.id);
[#else]
      expect(await idsOf({ [=field.property]: [=fields.other(field)] })).toEqual([two.id]);
[#if field.kind == "boolean"]
      expect(await idsOf({ [=field.property]: false })).toEqual([#if field.optional][][#else][one.id][/#if]);
[/#if]
[/#if]
[/#list]
    });
[/#if]
[/#if]
[#if resource.can.update && resource.change??]

    it('changes only what is given', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const before = await store.insert([=samples.one(resource, "1")], createdBy);

      const after = await store.update(before.id, { [=resource.change.property]: [=fields.other(resource.change)] });

      expect(after).toEqual({
        ...before,
        [=resource.change.property]: [=fields.other(resource.change)],
        updatedAt: expect.any(String),
      });
      await expect(store.update(randomUUID(), {})).resolves.toBeUndefined();
    });

    it('changes all that can be changed', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const { id } = await store.insert([=samples.one(resource, "1")], createdBy);
      const patch: [=resource.type]Patch = {
[#list resource.fields as field]
[#if field.kind != "ref"]
        [=field.property]: [=fields.other(field)],
[/#if]
[/#list]
[#if keepsOwners]
        owner: 'group:default/others',
[/#if]
      };

      await expect(store.update(id, patch)).resolves.toMatchObject(patch);
[#if resource.optionals?has_content]

      const nothing = { [#list resource.optionals as field][=field.property]: null[#sep], [/#sep][/#list] };
      await expect(store.update(id, nothing)).resolves.toMatchObject({ ...patch, ...nothing });
[/#if]
      await expect(store.get(id)).resolves.toMatchObject({ ...patch[#if resource.optionals?has_content], ...nothing[/#if] });
    });

    it('knows when it was changed', async () => {
      const { client, store } = await setUp();
      const { id } = await store.insert([=samples.one(resource, "1")], createdBy);
      const updatedAt = '2020-01-01T00:00:00.000Z';
      await client('[=resource.many.snake]').where({ id }).update({ updated_at: updatedAt });

      const changed = await store.update(id, { [=resource.change.property]: [=fields.other(resource.change)] });

      expect(Date.parse(changed!.updatedAt)).toBeGreaterThan(Date.parse(updatedAt));
    });
[/#if]
[#list resource.uniques as unique]

    it('keeps [=unique.text] unique', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const taken = [=samples.one(resource, "1")];
      await store.insert(taken, createdBy);
[#if resource.can.update]
      const { id } = await store.insert([=samples.one(resource, "2")], createdBy);
[/#if]
      const twin = { [#list unique.fields as field][=field.property]: taken.[=field.property][#sep], [/#sep][/#list] };

      await expect(store.insert({ ...([=samples.one(resource, "3")]), ...twin }, createdBy)).rejects.toThrow(ConflictError);
[#if resource.can.update]
      await expect(store.update(id, twin)).rejects.toThrow(ConflictError);
[/#if]
    });
[/#list]
[#if resource.references]

    it('refuses references to nothing', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const input = [=samples.one(resource, "1")];

[#list resource.fields as field]
[#if field.kind == "ref"]
      await expect(store.insert({ ...input, [=field.property]: randomUUID() }, createdBy)).rejects.toThrow(InputError);
[/#if]
[/#list]
[#if resource.can.update]

      const { id } = await store.insert(input, createdBy);
[#list resource.fields as field]
[#if field.kind == "ref"]
      await expect(store.update(id, { [=field.property]: randomUUID() })).rejects.toThrow(InputError);
[/#if]
[/#list]
[/#if]
    });
[/#if]

[@hole name="cases"/]
[#if resource.can.delete]

    it('deletes', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const { id } = await store.insert([=samples.one(resource, "1")], createdBy);

      await expect(store.delete(id)).resolves.toBe(true);
      await expect(store.delete(id)).resolves.toBe(false);
      await expect(store.get(id)).resolves.toBeUndefined();
    });
[#list resource.referrers as referrer]

    it('[#if referrer.onDelete == "restrict"]does not delete what [=referrer.many.text] refer to by [=referrer.property][#elseif referrer.onDelete == "cascade"]deletes the [=referrer.many.text] that refer to it by [=referrer.property], too[#else]clears [=referrer.property] of [=referrer.many.text] when it is deleted[/#if]', async () => {
      const { client, store } = await setUp();
      const { id } = await store.insert([=samples.one(resource, "1")], createdBy);
      const [=referrer.var]Store = new [=referrer.type]Store(client);
      const referring = await [=referrer.var]Store.insert({ ...([=samples.one(referrer, "2")]), [=referrer.property]: id }, createdBy);

[#if referrer.onDelete == "restrict"]
      await expect(store.delete(id)).rejects.toThrow(ConflictError);
      await expect([=referrer.var]Store.get(referring.id)).resolves.toEqual(referring);
[#elseif referrer.onDelete == "cascade"]
      await expect(store.delete(id)).resolves.toBe(true);
      await expect([=referrer.var]Store.get(referring.id)).resolves.toBeUndefined();
[#else]
      await expect(store.delete(id)).resolves.toBe(true);
      await expect([=referrer.var]Store.get(referring.id)).resolves.toMatchObject({ [=referrer.property]: null });
[/#if]
    });
[/#list]
[/#if]
  });
});
