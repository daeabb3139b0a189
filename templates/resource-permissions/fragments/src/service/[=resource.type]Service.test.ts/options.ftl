[#if resource.can.list]
    toCriteria,
[/#if]
