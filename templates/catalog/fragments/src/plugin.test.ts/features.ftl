import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
    catalogServiceMock.factory({ entities: [component] }),
