[#if !keepsResources]
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ownershipReadPermission } from '../permissions';
import { CallerService } from './CallerService';
import { OwnershipService } from './OwnershipService';

describe('OwnershipService', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const callers = new CallerService({
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/ann', 'group:default/team-a'],
    }),
[@hole name="callers"/]
  });
  const input = {
    entityRefs: ['group:default/team-a', 'group:default/team-b'],
  };

  it('names those that the caller belongs to', async () => {
    const ownershipService = new OwnershipService({
      callers,
[#if checksPermissions]
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
[/#if]
    });

    await expect(ownershipService.owned(input, { credentials })).resolves.toEqual({ owned: ['group:default/team-a'] });
  });
[#if checksPermissions]

  it('refuses what the permission policy denies to the caller', async () => {
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    const ownershipService = new OwnershipService({ callers, permissions });

    await expect(ownershipService.owned(input, { credentials })).rejects.toThrow(
      "Missing permission '[=plugin.id].ownership.read'",
    );
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission: ownershipReadPermission }], { credentials });
  });
[/#if]
});
[/#if]
