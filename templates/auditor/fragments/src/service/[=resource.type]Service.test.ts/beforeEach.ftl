    auditor.createEvent.mockResolvedValue(trace);
