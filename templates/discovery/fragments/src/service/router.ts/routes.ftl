import { CatalogFacets } from './CatalogFacets';
  router.get('/kinds', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json({ items: await catalogFacets.kinds({ credentials }) });
  });

