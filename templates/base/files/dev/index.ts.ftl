import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

const backend = createBackend();

[#if checksPermissions]
// Everybody is a user who may do everything.
[#else]
// Everybody is a user.
[/#if]
[#list services as service]
[#if service.mock?has_content]
backend.add([=service.mock]);
[/#if]
[/#list]

backend.add(import('../src'));

backend.start();
