import { AuthService, BackstageCredentials, DiscoveryService, LoggerService } from '@backstage/backend-plugin-api';
import { assertError, NotAllowedError, ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { z } from '[=zod]';
import { KindCount } from '../types';

const facetsSchema = z.object({
  facets: z.object({
    kind: z.array(z.object({ value: z.string(), count: z.number() })),
  }),
});

export interface CatalogFacetsOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  /** Milliseconds that the catalog may take to answer. */
  timeout?: number;
}

/**
 * Asks the catalog's backend over HTTP, as any plugin can be asked. What goes
 * wrong between the plugins is for the log; callers learn no more than that
 * the catalog is not available, or that it refuses them.
 */
export class CatalogFacets {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #timeout: number;

  constructor(options: CatalogFacetsOptions) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#timeout = options.timeout ?? 10_000;
  }

  /** The kinds of the entities that the caller may see. */
  async kinds(options: { credentials: BackstageCredentials }): Promise<KindCount[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: 'catalog',
    });
    try {
      const answer = await this.#get('/entity-facets?facet=kind', token);
      const { facets } = facetsSchema.parse(answer);
      return facets.kind.map(({ value, count }) => ({ kind: value, count }));
    } catch (error) {
      if (error instanceof ResponseError && error.response.status === 403) {
        throw new NotAllowedError('The catalog refuses to tell the caller its kinds');
      }
      assertError(error);
      this.#logger.error('Could not get the kinds of entities from the catalog', error);
      throw new ServiceUnavailableError('The catalog is not available');
    }
  }

  async #get(path: string, token: string): Promise<unknown> {
    const baseUrl = await this.#discovery.getBaseUrl('catalog');
    const response = await fetch(`${baseUrl}${path}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(this.#timeout),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
