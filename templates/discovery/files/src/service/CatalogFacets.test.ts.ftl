import { mockCredentials, mockServices, registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { CatalogFacets } from './CatalogFacets';

describe('CatalogFacets', () => {
  const catalog = setupServer();
  registerMswTestHooks(catalog);

  const credentials = mockCredentials.user('user:default/ann');
  const logger = mockServices.logger.mock();
  const options = {
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `https://backend.example.com/api/${pluginId}`,
    }),
    logger,
  };
  const catalogFacets = new CatalogFacets(options);

  /** Answers each request for facets, and collects them. */
  function answer(response: () => Response | Promise<Response>): Request[] {
    const requests: Request[] = [];
    catalog.use(
      http.get('https://backend.example.com/api/catalog/entity-facets', ({ request }) => {
        requests.push(request);
        return response();
      }),
    );
    return requests;
  }

  beforeEach(() => {
    logger.error.mockClear();
  });

  it('asks the catalog on behalf of the caller', async () => {
    const requests = answer(() =>
      HttpResponse.json({
        facets: {
          kind: [
            { value: 'Component', count: 3 },
            { value: 'Group', count: 1 },
          ],
        },
      }),
    );

    await expect(catalogFacets.kinds({ credentials })).resolves.toEqual([
      { kind: 'Component', count: 3 },
      { kind: 'Group', count: 1 },
    ]);
    expect(requests).toHaveLength(1);
    expect(new URL(requests[0].url).search).toBe('?facet=kind');
    expect(requests[0].headers.get('Authorization')).toBe(
      mockCredentials.service.header({ onBehalfOf: credentials, targetPluginId: 'catalog' }),
    );
  });

  it('asks nothing for callers without credentials', async () => {
    const requests = answer(() => HttpResponse.json({ facets: { kind: [] } }));

    await expect(catalogFacets.kinds({ credentials: mockCredentials.none() })).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
    expect(requests).toEqual([]);
  });

  it('passes a refusal on', async () => {
    answer(() => HttpResponse.json({ error: { message: 'internals' } }, { status: 403 }));

    const failure = await catalogFacets.kinds({ credentials }).catch(error => error);

    expect(failure.name).toBe('NotAllowedError');
    expect(failure.message).toBe('The catalog refuses to tell the caller its kinds');
    expect(logger.error).not.toHaveBeenCalled();
  });

  it.each([401, 404, 429, 500])('takes a %d for no answer to the caller', async status => {
    answer(() => HttpResponse.json({ error: { message: 'internals' } }, { status }));

    const failure = await catalogFacets.kinds({ credentials }).catch(error => error);

    expect(failure.name).toBe('ServiceUnavailableError');
    expect(failure.message).toBe('The catalog is not available');
    expect(failure.statusCode).toBeUndefined();
    expect(failure.cause).toBeUndefined();
    expect(logger.error).toHaveBeenCalledWith(
      'Could not get the kinds of entities from the catalog',
      expect.objectContaining({ name: 'ResponseError', statusCode: status }),
    );
  });

  it.each([
    ['no JSON', () => HttpResponse.text('<html></html>')],
    ['no facets', () => HttpResponse.json({})],
    ['malformed facets', () => HttpResponse.json({ facets: { kind: [{ value: 'Component', count: 'many' }] } })],
    ['no connection', () => HttpResponse.error()],
  ])('says that the catalog is not available on %s', async (_what, response) => {
    answer(response);

    await expect(catalogFacets.kinds({ credentials })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The catalog is not available',
    });
    expect(logger.error).toHaveBeenCalled();
  });

  it('does not wait for ever', async () => {
    answer(() => new Promise<Response>(() => {}));

    await expect(new CatalogFacets({ ...options, timeout: 20 }).kinds({ credentials })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ name: 'TimeoutError' }),
    );
  });
});
