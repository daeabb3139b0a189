import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { [=action.camel]Permission } from '../permissions';
import { CallerService } from './CallerService';
import { [=action.pascal]Service } from './[=action.pascal]Service';

describe('[=action.pascal]Service', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const logger = mockServices.logger.mock();
  const permissions = mockServices.permissions.mock();
  const [=action.camel]Service = new [=action.pascal]Service({
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

  it('acts in the name of the caller, and leaves a trace', async () => {
    await expect([=action.camel]Service.run({ subject: 'Sample' }, { credentials })).resolves.toEqual({
      subject: 'Sample',
      caller: 'user:default/ann',
    });
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: [=action.camel]Permission }], { credentials });
    expect(logger.info).toHaveBeenCalledWith('Ran an action', { action: '[=action.name]', caller: 'user:default/ann' });
  });

  it('refuses what the permission policy denies to the caller', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect([=action.camel]Service.run({ subject: 'Sample' }, { credentials })).rejects.toThrow(
      "Missing permission '[=plugin.id].[=action.kebab]'",
    );
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: [=action.camel]Permission }], { credentials });
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('does nothing for nobody', async () => {
    await expect([=action.camel]Service.run({ subject: 'Sample' }, { credentials: mockCredentials.none() })).rejects.toThrow(
      'Only users and services are served',
    );
    expect(logger.info).not.toHaveBeenCalled();
  });
});
