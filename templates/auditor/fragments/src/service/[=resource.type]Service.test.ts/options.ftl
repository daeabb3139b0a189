    auditor,
