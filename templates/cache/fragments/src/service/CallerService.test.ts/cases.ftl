import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';

  describe('with a cache', () => {
    async function setUp(ownershipEntityRefs: string[]) {
      const cache = await ServiceFactoryTester.from(mockServices.cache.factory()).getSubject();
      const userInfo = mockServices.userInfo.mock({
        getUserInfo: async () => ({ userEntityRef: 'user:default/ann', ownershipEntityRefs }),
      });
      const whoami = (credentials: BackstageCredentials) =>
        new CallerService({
          auth: mockServices.auth(),
          userInfo,
          cache,
          logger: mockServices.logger.mock(),
        }).whoami({ credentials });
      return { cache, userInfo, whoami };
    }

    it.each([[['user:default/ann', 'group:default/team-a']], [[]]])(
      'asks once whether somebody owns through %j',
      async ownershipEntityRefs => {
        const { userInfo, whoami } = await setUp(ownershipEntityRefs);
        const credentials = mockCredentials.user('user:default/ann');

        const first = await whoami(credentials);
        const second = await whoami(credentials);

        expect(first).toEqual({ ref: 'user:default/ann', ownershipEntityRefs });
        expect(second).toEqual(first);
        expect(userInfo.getUserInfo).toHaveBeenCalledTimes(1);
      },
    );

    it('asks for each user', async () => {
      const { userInfo, whoami } = await setUp([]);
      const ann = mockCredentials.user('user:default/ann');
      const bob = mockCredentials.user('user:default/bob');

      await whoami(ann);
      await expect(whoami(bob)).resolves.toMatchObject({ ref: 'user:default/bob' });

      expect(userInfo.getUserInfo.mock.calls).toEqual([[ann], [bob]]);
    });

    it('keeps the answer for a minute', async () => {
      const { cache, whoami } = await setUp(['group:default/team-a']);
      const set = jest.spyOn(cache, 'set');

      await whoami(mockCredentials.user('user:default/ann'));

      expect(set).toHaveBeenCalledWith('ownership:user:default/ann', { value: ['group:default/team-a'] }, { ttl: { minutes: 1 } });
    });

    it('has nothing to ask about services', async () => {
      const { cache, userInfo, whoami } = await setUp([]);
      const get = jest.spyOn(cache, 'get');

      await whoami(mockCredentials.service('plugin:other'));

      expect(get).not.toHaveBeenCalled();
      expect(userInfo.getUserInfo).not.toHaveBeenCalled();
    });
  });
