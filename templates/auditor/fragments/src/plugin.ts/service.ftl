          auditor,
