import { AuditorService } from '@backstage/backend-plugin-api';
[#if resource.changes]
  auditor: AuditorService;
[/#if]
