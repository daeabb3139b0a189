[#import "/callers.ftl" as callers]
[#import "/fields.ftl" as fields]
import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult, BasicPermission, ResourcePermission } from '@backstage/plugin-permission-common';
import { [=resource.type]Store } from '../database/[=resource.type]Store';
import { [=resource.var]CreatePermission, [=resource.var]DeletePermission, [=resource.var]ReadPermission, [=resource.var]UpdatePermission } from '../permissions';
[#list resource.fields as field]
[#if field.target??]
import { [=field.target.var]ReadPermission } from '../permissions';
[/#if]
[/#list]
import { [=resource.type]Input, [=resource.type]Query } from '../types';
import { CallerService } from './CallerService';
import { [=resource.type]Service } from './[=resource.type]Service';
[#assign service = resource.var + "Service"]
[#assign callerOptions][@hole name="callers"/][/#assign]

describe('[=resource.type]Service', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const store = {
[#if resource.can.list]
    list: jest.fn(),
[/#if]
[#if resource.can.get]
    get: jest.fn(),
[/#if]
    insert: jest.fn(),
[#if resource.can.update]
    update: jest.fn(),
[/#if]
[#if resource.can.delete]
    delete: jest.fn(),
[/#if]
  };
[#if checksPermissions]
  const permissions = mockServices.permissions.mock();
[/#if]
[#if callers.logs(resource)]
  const logger = mockServices.logger.mock();
[/#if]
[@hole name="mocks"/]
  const [=service] = new [=resource.type]Service({
    store: store as unknown as [=resource.type]Store,
[#if callers.needed(resource)]
    callers: new CallerService({
      auth: mockServices.auth(),
      userInfo: mockServices.userInfo(),
[=callerOptions]
    }),
[/#if]
[#if callers.logs(resource)]
    logger,
[/#if]
[#if checksPermissions]
    permissions,
[/#if]
[@hole name="options"/]
  });
[#if resource.can.create]
  const input: [=resource.type]Input = {
[#list resource.fields as field]
[#if !field.optional]
    [=field.property]: [=fields.sample(field, "1")],
[/#if]
[/#list]
  };
[/#if]
[#if resource.can.list]
  const query: [=resource.type]Query = { orderBy: 'createdAt', order: 'asc', limit: 10, offset: 0 };
[/#if]

  beforeEach(() => {
    jest.resetAllMocks();
[#if checksPermissions]
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
[#if decidesPerResource]
    permissions.authorizeConditional.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
[/#if]
[/#if]
[@hole name="beforeEach"/]
  });

[#if checksPermissions && (resource.can.get || resource.changes || (resource.can.list && !decidesPerResource))]
  it.each([
[#if resource.can.list && !decidesPerResource]
    ['list', [=resource.var]ReadPermission, () => [=service].list(query, { credentials })],
[/#if]
[#if resource.can.get]
    ['get', [=resource.var]ReadPermission, () => [=service].get('1', { credentials })],
[/#if]
[#if resource.can.update]
    ['update', [=resource.var]UpdatePermission, () => [=service].update('1', {}, { credentials })],
[/#if]
[#if resource.can.delete]
    ['delete', [=resource.var]DeletePermission, () => [=service].delete('1', { credentials })],
[/#if]
[#if resource.can.create]
    ['create', [=resource.var]CreatePermission, () => [=service].create(input, { credentials })],
[/#if]
  ])('does not %s for callers without the permission to', async ([#if decidesPerResource]verb[#else]_verb[/#if], permission, call) => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(call()).rejects.toThrow(NotAllowedError);
    expect(permissions.authorize).toHaveBeenCalledWith([[#if decidesPerResource]verb === 'create' ? { permission } : { permission, resourceRef: '1' }[#else]{ permission }[/#if]], { credentials });
    for (const method of Object.values(store)) {
      expect(method).not.toHaveBeenCalled();
    }
  });

[/#if]
[#if checksPermissions && resource.references && (resource.can.create || resource.can.update)]
  it.each<[string, BasicPermission | ResourcePermission, () => Promise<unknown>]>([
[#list resource.fields as field]
[#if field.kind == "ref"]
[#if resource.can.create]
    ['[=field.property]', [=field.target.var]ReadPermission, () => [=service].create({ ...input, [=field.property]: randomUUID() }, { credentials })],
[/#if]
[#if resource.can.update]
    ['[=field.property]', [=field.target.var]ReadPermission, () => [=service].update('1', { [=field.property]: randomUUID() }, { credentials })],
[/#if]
[/#if]
[/#list]
  ])('does not let %s lead to what the caller may not read', async (_property, permission, call) => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(one => ({ result: one.permission === permission ? AuthorizeResult.DENY : AuthorizeResult.ALLOW })),
    );

    await expect(call()).rejects.toThrow(NotAllowedError);
    expect(store.insert).not.toHaveBeenCalled();
[#if resource.can.update]
    expect(store.update).not.toHaveBeenCalled();
[/#if]
  });

[/#if]
[#if resource.can.create]
  it('creates in the name of the caller', async () => {
    store.insert.mockResolvedValue({ id: '1' });

    await [=service].create(input, { credentials });

    expect(store.insert).toHaveBeenCalledWith([#if keepsOwners]{ ...input, owner: 'user:default/ann' }[#else]input[/#if], 'user:default/ann');
  });

[/#if]
[#if resource.can.list]
  it('hands the query on', async () => {
    await [=service].list(query, { credentials });

    expect(store.list).toHaveBeenCalledWith(query[#if keepsOwners || decidesPerResource], undefined[/#if][#if keepsOwners && decidesPerResource], undefined[/#if]);
  });

[/#if]
[#if resource.can.get]
  it('says what is not there', async () => {
    await expect([=service].get('1', { credentials })).rejects.toThrow(NotFoundError);
  });

[/#if]
[#if resource.can.update]
  it('refuses a change of nothing', async () => {
    await expect([=service].update('1', {}, { credentials })).rejects.toThrow(InputError);
    expect(store.update).not.toHaveBeenCalled();
  });

[/#if]
[#if resource.can.delete]
  it('deletes nothing that is not there', async () => {
    store.delete.mockResolvedValue(false);

    await expect([=service].delete('1', { credentials })).rejects.toThrow(NotFoundError);
[#if !audits]
    expect(logger.info).not.toHaveBeenCalled();
[/#if]
  });

[/#if]
[#if resource.changes && !audits]
  it('logs who did what', async () => {
[#if resource.can.create]
    store.insert.mockResolvedValue({ id: '1' });
    await [=service].create(input, { credentials });
[/#if]
[#if resource.can.update]
    store.update.mockResolvedValue({ id: '1' });
    await [=service].update('1', { [=resource.first.property]: [=fields.other(resource.first)] }, { credentials });
[/#if]
[#if resource.can.delete]
    store.delete.mockResolvedValue(true);
    await [=service].delete('1', { credentials });
[/#if]

    expect(logger.info.mock.calls).toEqual([
[#list ["create", "update", "delete"] as verb]
[#if resource.can[verb]]
      ['[=verb?cap_first]d [=resource.text]', { id: '1', caller: 'user:default/ann' }],
[/#if]
[/#list]
    ]);
  });
[/#if]
[@hole name="cases"/]
});
