[#if resource.changes]
  const trace = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock();
[/#if]
