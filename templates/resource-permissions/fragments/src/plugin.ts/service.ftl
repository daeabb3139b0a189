[#if resource.can.list]
import { createConditionTransformer } from '@backstage/plugin-permission-node';
          toCriteria: createConditionTransformer(permissionsRegistry.getPermissionRuleset([=resource.var]ResourceRef)),
[/#if]
