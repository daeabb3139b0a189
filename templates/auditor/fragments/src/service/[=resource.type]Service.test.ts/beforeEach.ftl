[#if resource.changes]
    auditor.createEvent.mockResolvedValue(trace);
[/#if]
