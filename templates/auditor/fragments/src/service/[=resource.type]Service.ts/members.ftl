  readonly #auditor: AuditorService;
