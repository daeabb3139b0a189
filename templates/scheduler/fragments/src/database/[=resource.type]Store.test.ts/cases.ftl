[#import "/samples.ftl" as samples]

    it('counts', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      await store.insert([=samples.one(resource, "1")], createdBy);
      await store.insert([=samples.one(resource, "2")], createdBy);

      await expect(store.count()).resolves.toBe(2);
    });
