[#if resource.changes]
    auditor,
[/#if]
