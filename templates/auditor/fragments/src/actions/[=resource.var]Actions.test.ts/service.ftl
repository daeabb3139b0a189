[#if resource.changes]
        auditor: mockServices.auditor.mock(),
[/#if]
