import { CatalogFacets } from './service/CatalogFacets';
        const catalogFacets = new CatalogFacets({ auth, discovery, logger });
