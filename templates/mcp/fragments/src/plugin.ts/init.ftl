import { registerActions } from './actions';

        registerActions({ actionsRegistry, [#list resources as resource][=resource.var]Service[#sep], [/#sep][/#list][#if !keepsResources]ownershipService[/#if] });
