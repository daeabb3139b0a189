[#if resource.can.list]
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import { [=resource.type]Condition } from './[=resource.var]Rules';
  toCriteria: ConditionTransformer<[=resource.type]Condition>;
[/#if]
