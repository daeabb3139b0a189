import { NOTICES } from './events/subscribe';

  it('listens to its topic', async () => {
    const events = mockServices.events.mock();

    await startTestBackend({ features: [...features, events.factory] });

    expect(events.subscribe).toHaveBeenCalledWith(expect.objectContaining({ id: '[=plugin.id]', topics: [NOTICES] }));
  });
