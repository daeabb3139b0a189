[#if checksPermissions]
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { upstreamReadPermission } from '../permissions';
import { ApiClient } from './ApiClient';
import { UpstreamService } from './UpstreamService';

describe('UpstreamService', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const apiClient = { getStatus: jest.fn() };
  const permissions = mockServices.permissions.mock();
  const upstreamService = new UpstreamService({ apiClient: apiClient as unknown as ApiClient, permissions });

  beforeEach(() => {
    jest.resetAllMocks();
  });

  it('asks for those who may', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    apiClient.getStatus.mockResolvedValue({ status: 'up' });

    await expect(upstreamService.getStatus({ credentials })).resolves.toEqual({ status: 'up' });
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: upstreamReadPermission }], { credentials });
  });

  it('asks nothing for those who may not', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(upstreamService.getStatus({ credentials })).rejects.toThrow(
      "Missing permission '[=plugin.id].upstream.read'",
    );
    expect(apiClient.getStatus).not.toHaveBeenCalled();
  });
});
[/#if]
