[#if resource.can.list]
  const toCriteria = jest.fn();
[/#if]
