import { ApiClient } from './service/ApiClient';
import { UpstreamService } from './service/UpstreamService';
        const apiClient = new ApiClient({
          baseUrl: [=plugin.camel]Config.baseUrl,
          token: [=plugin.camel]Config.token,
          timeout: [=plugin.camel]Config.timeout,
          logger,
        });
[#if checksPermissions]
        const upstreamService = new UpstreamService({ apiClient, permissions });
[/#if]
