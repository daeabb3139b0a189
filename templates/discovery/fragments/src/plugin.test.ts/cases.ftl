
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';

  it('asks the catalog on behalf of the caller', async () => {
    const asked = jest.fn();
    const catalogPlugin = createBackendPlugin({
      pluginId: 'catalog',
      register(env) {
        env.registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          async init({ httpAuth, httpRouter }) {
            const router = Router();
            router.get('/entity-facets', async (req, res) => {
              const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
              asked(principal.userEntityRef, req.query);
              res.json({ facets: { kind: [{ value: 'Component', count: 3 }] } });
            });
            httpRouter.use(router);
          },
        });
      },
    });
    const { server } = await startTestBackend({ features: [...features, catalogPlugin] });

    const response = await request(server).get('/api/[=plugin.id]/kinds');

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ items: [{ kind: 'Component', count: 3 }] });
    expect(asked).toHaveBeenCalledWith('user:default/mock', { facet: 'kind' });
  });

  it('says so when there is no catalog', async () => {
    const { server } = await startTestBackend({ features });

    const response = await request(server).get('/api/[=plugin.id]/kinds');

    expect(response.status).toBe(503);
    expect(response.body.error).toEqual({
      name: 'ServiceUnavailableError',
      message: 'The catalog is not available',
    });
  });
