import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { CallerService } from './CallerService';

describe('CallerService', () => {
  const callers = new CallerService({
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/ann', 'group:default/team-a'],
    }),
[@hole name="options"/]
  });

  it('knows a user and what the user belongs to', async () => {
    const credentials = mockCredentials.user('user:default/ann');

    await expect(callers.whoami({ credentials })).resolves.toEqual({
      ref: 'user:default/ann',
      ownershipEntityRefs: ['user:default/ann', 'group:default/team-a'],
    });
  });

  it('knows a service, which belongs to nobody', async () => {
    const credentials = mockCredentials.service('plugin:other');

    await expect(callers.whoami({ credentials })).resolves.toEqual({
      ref: 'plugin:other',
      ownershipEntityRefs: [],
    });
  });

  it('refuses everybody else', async () => {
    const credentials = mockCredentials.none();

    await expect(callers.whoami({ credentials })).rejects.toThrow(
      'Only users and services are served',
    );
  });
[@hole name="cases"/]
});
