  const events = mockServices.events.mock();
