[#if resource.can.list]

  it('narrows a list to what the caller owns', async () => {
    await [=resource.var]Service.list({ ...query, owned: true }, { credentials });

    expect(store.list).toHaveBeenCalledWith({ ...query, owned: true }, ['user:default/ann'][#if decidesPerResource], undefined[/#if]);
  });
[/#if]
[#if resource.can.create]

  it('creates nothing for strangers', async () => {
    await expect([=resource.var]Service.create({ ...input, owner: 'group:default/others' }, { credentials })).rejects.toThrow(NotAllowedError);
    expect(store.insert).not.toHaveBeenCalled();
  });
[/#if]
[#if resource.can.update]

  it('does not let strangers be made owners', async () => {
    await expect([=resource.var]Service.update('1', { owner: 'group:default/others' }, { credentials })).rejects.toThrow(NotAllowedError);
    expect(store.update).not.toHaveBeenCalled();
  });
[/#if]
