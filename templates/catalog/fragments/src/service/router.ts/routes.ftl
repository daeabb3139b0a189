import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityService } from './EntityService';
import { entityParams } from './schemas';
  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const entityRef = stringifyEntityRef(parse(entityParams(z), req.params));
    res.json(await entityService.get(entityRef, { credentials }));
  });

