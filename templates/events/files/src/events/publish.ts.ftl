[#if resources?filter(resource -> resource.changes)?has_content]
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventParams, EventsService } from '@backstage/plugin-events-node';

/** All that subscribers get to know of a change. */
export interface Change {
  action: 'created' | 'updated' | 'deleted';
  id: string;
}

export interface PublishOptions {
  events: EventsService;
  logger: LoggerService;
}

/**
 * Tells others what has changed. What cannot be told is logged: the change is
 * made, and whoever asked for it is not to take it for failed.
 */
export async function publish(event: EventParams<Change>, options: PublishOptions): Promise<void> {
  const { events, logger } = options;
  try {
    await events.publish(event);
  } catch (error) {
    const { topic, eventPayload: { action, id } } = event;
    logger.error('Could not publish', { topic, action, id, reason: stringifyError(error) });
  }
}
[/#if]
