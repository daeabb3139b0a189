          events,
