        auditor: mockServices.auditor.mock(),
