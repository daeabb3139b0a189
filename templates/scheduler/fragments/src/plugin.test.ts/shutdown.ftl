
import { report } from './tasks/report';

    it('ends its task first', async () => {
      let finish: () => void = () => {};
      jest.mocked(report).mockReturnValueOnce(
        new Promise(resolve => {
          finish = resolve;
        }),
      );
      const scheduler = mockServices.scheduler();
      const backend = await startTestBackend({
        features: [
          ...features,
          witness,
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
        ],
      });
      const running = scheduler.triggerTask('[=plugin.id]-report');

      const stopped = backend.stop();
      const health = await request(backend.server).get('/api/[=plugin.id]/health');
      expect(health.status).toBe(503);
      expect(closed).not.toHaveBeenCalled();

      finish();
      await running;
      await stopped;
      expect(closed).toHaveBeenCalled();
    });
