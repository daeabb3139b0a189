import { registerActions } from './actions';
[#list actions as each]
import { [=each.pascal]Service } from './service/[=each.pascal]Service';

        const [=each.camel]Service = new [=each.pascal]Service({ callers, logger: logger.child({ component: '[=each.kebab]-service' }), permissions });
[/#list]

        registerActions({ actionsRegistry[@hole name="actionsRegistry"/], [#list resources as resource][=resource.var]Service[#sep], [/#sep][/#list][#if !keepsResources]ownershipService[/#if][#list actions as each], [=each.camel]Service[/#list] });
