[#if resource.changes]
  readonly #events: EventsService;
[/#if]
