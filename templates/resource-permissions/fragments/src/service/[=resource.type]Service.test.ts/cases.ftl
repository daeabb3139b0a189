[#if resource.can.list]
[#assign who = keepsOwners?then('owner', 'createdBy')]

  it('lists nothing for callers without the permission to', async () => {
    permissions.authorizeConditional.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect([=resource.var]Service.list(query, { credentials })).rejects.toThrow(NotAllowedError);
    expect(permissions.authorizeConditional).toHaveBeenCalledWith([{ permission: [=resource.var]ReadPermission }], { credentials });
    expect(store.list).not.toHaveBeenCalled();
  });

  it('hands the conditions of the policy on', async () => {
    const conditions = {
      rule: '[=keepsOwners?then("IS_OWNER", "IS_CREATOR")]',
      resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
      params: { [=who]: ['user:default/ann'] },
    };
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: '[=plugin.id]',
        resourceType: RESOURCE_TYPE_[=resource.snake?upper_case],
        conditions,
      },
    ]);
    toCriteria.mockReturnValue({ [=who]: ['user:default/ann'] });

    await [=resource.var]Service.list(query, { credentials });

    expect(toCriteria).toHaveBeenCalledWith(conditions);
    expect(store.list).toHaveBeenCalledWith(query, [#if keepsOwners]undefined, [/#if]{ [=who]: ['user:default/ann'] });
  });
[/#if]
import { RESOURCE_TYPE_[=resource.snake?upper_case] } from '../permissions';
