
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';

  describe('with an upstream service', () => {
    const url = 'https://api.example.com/status';
    const upstream = setupServer(http.all('*/api/[=plugin.id]/*', () => passthrough()));
    registerMswTestHooks(upstream);

    it('answers what the service says of itself', async () => {
      const authorization = jest.fn();
      upstream.use(
        http.get(url, ({ request: { headers } }) => {
          authorization(headers.get('Authorization'));
          return HttpResponse.json({ status: 'up' });
        }),
      );
      const { server } = await startTestBackend({ features });

      const response = await request(server).get('/api/[=plugin.id]/upstream');

      expect(response.status).toBe(200);
      expect(response.body).toEqual({ status: 'up' });
      expect(authorization).toHaveBeenCalledWith('Bearer abc-123');
    });

    it('takes no failure of the service for one of the caller', async () => {
      upstream.use(http.get(url, () => HttpResponse.json({ message: 'internals' }, { status: 401 })));
      const { server } = await startTestBackend({ features });

      const response = await request(server).get('/api/[=plugin.id]/upstream');

      expect(response.status).toBe(503);
      expect(response.body.error).toEqual({
        name: 'ServiceUnavailableError',
        message: 'The upstream service is not available',
      });
      expect(response.text).not.toContain('internals');
    });
[#if checksPermissions]

    it('asks nothing for those whom the permission policy denies it', async () => {
      const asked = jest.fn(() => HttpResponse.json({ status: 'up' }));
      upstream.use(http.get(url, asked));
      const { server } = await startTestBackend({
        features: [...features, mockServices.permissions.factory({ result: AuthorizeResult.DENY })],
      });

      const response = await request(server).get('/api/[=plugin.id]/upstream');

      expect(response.status).toBe(403);
      expect(asked).not.toHaveBeenCalled();
    });
[/#if]
  });
