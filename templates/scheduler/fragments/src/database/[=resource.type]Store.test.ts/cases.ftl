[#function sampleOf n][#return resource.refers?then("await sample" + resource.type + "(client, " + n + ")", "sample" + resource.type + "(" + n + ")")][/#function]

    it('counts', async () => {
      const { [#if resource.refers]client, [/#if]store } = await setUp();
      await store.insert([=sampleOf("1")], createdBy);
      await store.insert([=sampleOf("2")], createdBy);

      await expect(store.count()).resolves.toBe(2);
    });
