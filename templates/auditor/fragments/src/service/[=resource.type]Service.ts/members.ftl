[#if resource.changes]
  readonly #auditor: AuditorService;
[/#if]
