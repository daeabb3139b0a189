[#assign body]
[@hole name="start"/]
        const callers = new CallerService({ auth, userInfo[@hole name="callers"/] });
[#if !keepsResources]
        const ownershipService = new OwnershipService({ callers[#if checksPermissions], permissions[/#if] });
[/#if]
[@hole name="init"/]
[#list routes as each]
import { [=each.pascal]Service } from './service/[=each.pascal]Service';

        const [=each.camel]Service = new [=each.pascal]Service({ callers, logger: logger.child({ component: '[=each.kebab]-service' }), permissions });
[/#list]

        httpRouter.use(await createRouter({ httpAuth[#list routerOptions as option], [=option.name][/#list] }));
        httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });
[@hole name="end"/]
[/#assign]
[#assign needed = services?filter(service -> body?matches("(?s).*\\b" + service.name + "\\b.*"))]
import { createBackendPlugin } from '@backstage/backend-plugin-api';
[#list needed as service]
import { [=service.imported()] } from '[=service.module]';
[/#list]
import { CallerService } from './service/CallerService';
import { OwnershipService } from './service/OwnershipService';
import { createRouter } from './service/router';

/**
 * [=plugin.description.comment]
 *
 * @public
 */
export const [=plugin.camel]Plugin = createBackendPlugin({
  pluginId: '[=plugin.id]',
  register(env) {
    env.registerInit({
      deps: {
[#list needed as service]
        [=service.name]: [=service.ref],
[/#list]
      },
      async init({ [#list needed as service][=service.name][#sep], [/#sep][/#list] }) {
[=body]      },
    });
  },
});
