[#if resource.changes]
  const events = mockServices.events.mock();
[/#if]
