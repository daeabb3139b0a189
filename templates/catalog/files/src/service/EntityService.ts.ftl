import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EntitySummary } from '../types';

export interface EntityServiceOptions {
  catalog: CatalogService;
}

/** Tells what the catalog lets the caller see of entities. */
export class EntityService {
  readonly #catalog: CatalogService;

  constructor(options: EntityServiceOptions) {
    this.#catalog = options.catalog;
  }

  async get(entityRef: string, options: { credentials: BackstageCredentials }): Promise<EntitySummary> {
    const { credentials } = options;
    const entity = await this.#catalog.getEntityByRef(entityRef, { credentials });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const { metadata, relations } = entity;
    return {
      entityRef: stringifyEntityRef(entity),
      title: metadata.title ?? metadata.name,
      description: metadata.description ?? null,
      owner: relations?.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef ?? null,
    };
  }
}
