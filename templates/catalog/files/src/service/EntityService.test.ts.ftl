import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity, RELATION_DEPENDS_ON, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntityService } from './EntityService';

describe('EntityService', () => {
  const credentials = mockCredentials.user('user:default/ann');
  const billing: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: 'billing',
      title: 'Billing',
      description: 'Sends invoices',
    },
    relations: [
      { type: RELATION_DEPENDS_ON, targetRef: 'component:default/ledger' },
      { type: RELATION_OWNED_BY, targetRef: 'group:default/team-a' },
    ],
  };
  const ledger: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'Ledger' },
  };
  const entityService = new EntityService({
    catalog: catalogServiceMock({ entities: [billing, ledger] }),
  });

  it('tells title, description and owner', async () => {
    await expect(entityService.get('component:default/billing', { credentials })).resolves.toEqual({
      entityRef: 'component:default/billing',
      title: 'Billing',
      description: 'Sends invoices',
      owner: 'group:default/team-a',
    });
  });

  it('tells the name of what has no more than that', async () => {
    await expect(entityService.get('component:default/ledger', { credentials })).resolves.toEqual({
      entityRef: 'component:default/ledger',
      title: 'Ledger',
      description: null,
      owner: null,
    });
  });

  it('does not find what the catalog does not show', async () => {
    const found = entityService.get('component:default/other', { credentials });

    await expect(found).rejects.toThrow(NotFoundError);
    await expect(found).rejects.toThrow("No entity 'component:default/other' in the catalog");
  });

  it('asks with the credentials of the caller', async () => {
    const catalog = catalogServiceMock.mock({ getEntityByRef: async () => billing });

    await new EntityService({ catalog }).get('component:default/billing', { credentials });

    expect(catalog.getEntityByRef).toHaveBeenCalledWith('component:default/billing', { credentials });
  });
});
