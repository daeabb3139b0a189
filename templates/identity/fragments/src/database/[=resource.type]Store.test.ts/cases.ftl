[#import "/samples.ftl" as samples]
[#if resource.can.list]

    it('lists what some own', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      const mine = await store.insert({ ...([=samples.one(resource, "1")]), owner: 'group:default/mine' }, createdBy);
      await store.insert({ ...([=samples.one(resource, "2")]), owner: 'group:default/others' }, createdBy);

      await expect(store.list(query, ['group:default/mine', 'user:default/me'])).resolves.toEqual({ items: [mine], totalItems: 1 });
      await expect(store.list(query, [])).resolves.toEqual({ items: [], totalItems: 0 });
    });
[/#if]
