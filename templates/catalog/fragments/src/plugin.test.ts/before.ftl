import { Entity } from '@backstage/catalog-model';
const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'example', title: 'Example' },
};

