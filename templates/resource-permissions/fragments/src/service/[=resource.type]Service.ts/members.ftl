[#if resource.can.list]
  readonly #toCriteria: ConditionTransformer<[=resource.type]Condition>;
[/#if]
