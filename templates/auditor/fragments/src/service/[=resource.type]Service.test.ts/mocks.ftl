[#if resource.changes]
  const trace = { success: jest.fn(), fail: jest.fn() };
  const request = { method: 'POST' } as express.Request;
  const auditor = mockServices.auditor.mock();
[/#if]
