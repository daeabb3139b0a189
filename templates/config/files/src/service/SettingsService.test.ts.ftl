import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { read[=plugin.pascal]Config } from '../config';
import { settingsReadPermission } from '../permissions';
import { SettingsService } from './SettingsService';

describe('SettingsService', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const read = (section: { token?: string }) =>
    read[=plugin.pascal]Config(
      mockServices.rootConfig({
        data: { [=plugin.camel]: { title: 'Our service', baseUrl: 'https://api.example.com', ...section } },
      }),
    );

  it('answers what is configured', async () => {
    const settingsService = new SettingsService({
      config: read({}),
[#if checksPermissions]
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
[/#if]
    });

    await expect(settingsService.get({ credentials })).resolves.toEqual({
      title: 'Our service',
      baseUrl: 'https://api.example.com',
      hasToken: false,
    });
  });

  it('tells that there is a token, and not which', async () => {
    const settingsService = new SettingsService({
      config: read({ token: 'abc-123' }),
[#if checksPermissions]
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
[/#if]
    });

    const settings = await settingsService.get({ credentials });

    expect(settings.hasToken).toBe(true);
    expect(JSON.stringify(settings)).not.toContain('abc-123');
  });
[#if checksPermissions]

  it('refuses what the permission policy denies to the caller', async () => {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const settingsService = new SettingsService({ config: read({}), permissions });

    await expect(settingsService.get({ credentials })).rejects.toThrow("Missing permission '[=plugin.id].settings.read'");
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: settingsReadPermission }], { credentials });
  });
[/#if]
});
