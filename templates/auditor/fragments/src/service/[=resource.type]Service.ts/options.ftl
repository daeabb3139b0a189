import { AuditorService } from '@backstage/backend-plugin-api';
  auditor: AuditorService;
