[#import "/samples.ftl" as samples]
[#assign who = keepsOwners?then('owner', 'createdBy')]
[#if resource.can.list]

    it('lists what a policy allows', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const [ann, bob, eve] = ['user:default/ann', 'user:default/bob', 'user:default/eve'];
      for (const [n, ref] of [ann, bob, eve].entries()) {
        await store.insert([#if keepsOwners]{ ...([=samples.one(resource, "n + 1")]), owner: ref }, createdBy[#else][=samples.one(resource, "n + 1")], ref[/#if]);
      }
      const allowed = async (criteria: PermissionCriteria<[=resource.type]Condition>) => {
        const { items, totalItems } = await store.list(query, [#if keepsOwners]undefined, [/#if]criteria);
        expect(totalItems).toBe(items.length);
        return items.map(item => item.[=who]).sort();
      };

      expect(await allowed({ [=who]: [ann, bob] })).toEqual([ann, bob]);
      expect(await allowed({ [=who]: [] })).toEqual([]);
      expect(await allowed({ not: { [=who]: [ann] } })).toEqual([bob, eve]);
      expect(await allowed({ anyOf: [{ [=who]: [ann] }, { [=who]: [eve] }] })).toEqual([ann, eve]);
      expect(await allowed({ allOf: [{ [=who]: [ann, bob] }, { not: { [=who]: [ann] } }] })).toEqual([bob]);
    });
[/#if]

    it('loads what it is asked about, in that order', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const one = await store.insert([=samples.one(resource, "1")], createdBy);
      const two = await store.insert([=samples.one(resource, "2")], createdBy);

      await expect(store.getMany([two.id, randomUUID(), 'one', one.id])).resolves.toEqual([two, undefined, undefined, one]);
    });
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { [=resource.type]Condition } from '../service/[=resource.var]Rules';
