import { BackstageUserInfo, coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';

  describe('when the backend stops', () => {
    const closed = jest.fn();
    const witness = createBackendPlugin({
      pluginId: 'witness',
      register(env) {
        env.registerInit({
          deps: { rootLifecycle: coreServices.rootLifecycle },
          async init({ rootLifecycle }) {
            rootLifecycle.addShutdownHook(closed);
          },
        });
      },
    });

    beforeEach(() => {
      closed.mockReset();
    });

    it('answers what is running first, and refuses the rest', async () => {
      const userInfo = mockServices.userInfo.mock();
      let answer: (info: BackstageUserInfo) => void = () => {};
      const asked = new Promise<void>(resolve => {
        userInfo.getUserInfo.mockImplementation(() => {
          resolve();
          return new Promise(onAnswer => {
            answer = onAnswer;
          });
        });
      });
      const backend = await startTestBackend({ features: [...features, userInfo.factory, witness] });
      const running = request(backend.server).get('/api/[=plugin.id]/whoami').then(response => response);
      await asked;

      const stopped = backend.stop();
      const health = await request(backend.server).get('/api/[=plugin.id]/health');
      expect(health.status).toBe(503);
      expect(closed).not.toHaveBeenCalled();

      answer({ userEntityRef: 'user:default/mock', ownershipEntityRefs: [] });
      expect((await running).body).toEqual({ ref: 'user:default/mock', ownershipEntityRefs: [] });
      await stopped;
      expect(closed).toHaveBeenCalled();
    });
[@hole name="shutdown"/]
  });
