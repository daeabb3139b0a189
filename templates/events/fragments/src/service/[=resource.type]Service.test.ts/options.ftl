    events,
