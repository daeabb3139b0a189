  readonly #cache: CacheService;
  readonly #logger: LoggerService;
