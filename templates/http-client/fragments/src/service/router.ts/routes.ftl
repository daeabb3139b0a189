import { ApiClient } from './ApiClient';
import { UpstreamService } from './UpstreamService';
  router.get('/upstream', async (req, res) => {
    [#if checksPermissions]const credentials = [/#if]await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await [#if checksPermissions]upstreamService.getStatus({ credentials })[#else]apiClient.getStatus()[/#if]);
  });

