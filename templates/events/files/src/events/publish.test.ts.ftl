[#if resources?filter(resource -> resource.changes)?has_content]
import { mockServices } from '@backstage/backend-test-utils';
import { publish } from './publish';

describe('publish', () => {
  const events = mockServices.events.mock();
  const logger = mockServices.logger.mock();
  const event = { topic: '[=plugin.id].thing', eventPayload: { action: 'created', id: '1' } } as const;

  beforeEach(() => {
    jest.resetAllMocks();
  });

  it('tells what has changed', async () => {
    await publish(event, { events, logger });

    expect(events.publish).toHaveBeenCalledTimes(1);
    expect(events.publish).toHaveBeenCalledWith(event);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it.each([
    [new Error('The event bus is down'), 'Error: The event bus is down'],
    ['no error at all', "unknown error 'no error at all'"],
  ])('logs that it could not for %s', async (error, reason) => {
    events.publish.mockRejectedValue(error);

    await expect(publish(event, { events, logger })).resolves.toBeUndefined();

    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith('Could not publish', { topic: '[=plugin.id].thing', action: 'created', id: '1', reason });
  });
});
[/#if]
