  /** Milliseconds that a request to the service may take. */
  readonly timeout: number;
