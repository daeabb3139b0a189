  readonly #events: EventsService;
