import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
  cache: CacheService;
  logger: LoggerService;
