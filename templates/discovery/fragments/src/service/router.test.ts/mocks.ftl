import { CatalogFacets } from './CatalogFacets';
  const catalogFacets = { kinds: jest.fn() };
