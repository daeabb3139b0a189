import { registerActions } from './actions';

        registerActions({ actionsRegistry, [#if resource??][=resource.var]Service[#else]ownershipService[/#if] });
