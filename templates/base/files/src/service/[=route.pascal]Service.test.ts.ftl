[#assign given = route.parameters?map(each -> each + ": 'one'") + route.hasBody?then(["note: 'Sample'"], route.hasQuery?then(["search: 'Sample'"], []))]
[#assign fields = given?join(", ")]
[#assign input][#if route.hasInput]{ [=fields] }[/#if][/#assign]
[#assign level = route.hasQuery?then("debug", "info")]
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { [=route.permission.var]Permission } from '../permissions';
import { CallerService } from './CallerService';
import { [=route.pascal]Service } from './[=route.pascal]Service';

describe('[=route.pascal]Service', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const logger = mockServices.logger.mock();
  const permissions = mockServices.permissions.mock();
  const [=route.camel]Service = new [=route.pascal]Service({
    callers: new CallerService({
      auth: mockServices.auth(),
      userInfo: mockServices.userInfo(),
[@hole name="callers"/]
    }),
    logger,
    permissions,
  });

  beforeEach(() => {
    jest.resetAllMocks();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
  });

  it('serves in the name of the caller, and leaves a trace', async () => {
[#if route.answers]
    await expect([=route.camel]Service.run([=input], { credentials })).resolves.toEqual({
      [=fields],
      caller: 'user:default/ann',
    });
[#else]
    await [=route.camel]Service.run([#if route.hasInput][=input], [/#if]{ credentials });

[/#if]
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: [=route.permission.var]Permission }], { credentials });
    expect(logger.[=level]).toHaveBeenCalledWith('Served a route', {
[#if route.hasInput && !route.answers]
      [=fields],
[/#if]
      route: '[=route.method] [=route.path]',
      caller: 'user:default/ann',
    });
  });

  it('refuses what the permission policy denies to the caller', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect([=route.camel]Service.run([#if route.hasInput][=input], [/#if]{ credentials })).rejects.toThrow(
      "Missing permission '[=plugin.id].[=route.permission.name]'",
    );
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: [=route.permission.var]Permission }], { credentials });
    expect(logger.[=level]).not.toHaveBeenCalled();
  });

  it('does nothing for nobody', async () => {
    await expect([=route.camel]Service.run([#if route.hasInput][=input], [/#if]{ credentials: mockCredentials.none() })).rejects.toThrow(
      'Only users and services are served',
    );
    expect(logger.[=level]).not.toHaveBeenCalled();
  });
});
