import { registerActions } from './actions';

        registerActions({ actionsRegistry[@hole name="actionsRegistry"/], [#list resources as resource][=resource.var]Service[#sep], [/#sep][/#list][#if !keepsResources]ownershipService[/#if] });
