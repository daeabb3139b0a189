import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { [=resource.type]Store } from '../database/[=resource.type]Store';
import { [=resource.var]CreatePermission, [=resource.var]DeletePermission, [=resource.var]ReadPermission, [=resource.var]UpdatePermission } from '../permissions';
import { CallerService } from './CallerService';
import { [=resource.type]Service } from './[=resource.type]Service';
[#assign service = resource.var + "Service"]
[#assign caller][#if checksPermissions], { credentials }[/#if][/#assign]

describe('[=resource.type]Service', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const store = {
    list: jest.fn(),
    get: jest.fn(),
    insert: jest.fn(),
    update: jest.fn(),
    delete: jest.fn(),
  };
[#if checksPermissions]
  const permissions = mockServices.permissions.mock();
[/#if]
  const [=service] = new [=resource.type]Service({
    store: store as unknown as [=resource.type]Store,
    callers: new CallerService({
      auth: mockServices.auth(),
      userInfo: mockServices.userInfo(),
    }),
[#if checksPermissions]
    permissions,
[/#if]
  });

  beforeEach(() => {
    jest.resetAllMocks();
[#if checksPermissions]
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
[/#if]
  });

[#if checksPermissions]
  it.each([
    ['list', [=resource.var]ReadPermission, () => [=service].list({ limit: 1, offset: 0 }, { credentials })],
    ['get', [=resource.var]ReadPermission, () => [=service].get('1', { credentials })],
    ['create', [=resource.var]CreatePermission, () => [=service].create({ title: 'One', archived: false }, { credentials })],
    ['update', [=resource.var]UpdatePermission, () => [=service].update('1', { title: 'Uno' }, { credentials })],
    ['delete', [=resource.var]DeletePermission, () => [=service].delete('1', { credentials })],
  ])('does not %s for callers without the permission to', async (_verb, permission, call) => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(call()).rejects.toThrow(NotAllowedError);
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission }], { credentials });
    for (const method of Object.values(store)) {
      expect(method).not.toHaveBeenCalled();
    }
  });

[/#if]
  it('creates in the name of the caller', async () => {
    const input = { title: 'One', archived: false };

    await [=service].create(input, { credentials });

    expect(store.insert).toHaveBeenCalledWith(input, 'user:default/ann');
  });

  it('refuses a change of nothing', async () => {
    await expect([=service].update('1', {}[=caller])).rejects.toThrow(InputError);
    expect(store.update).not.toHaveBeenCalled();
  });
});
