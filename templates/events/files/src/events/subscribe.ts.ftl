import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { z } from '[=zod]';

export const NOTICES = '[=plugin.id].notices';

const notice = z.object({
  about: z.string().min(1).max(255),
  text: z.string().min(1).max(1000),
});

export interface SubscribeOptions {
  events: EventsService;
  logger: LoggerService;
}

/** Listens to what others have to say to the plugin. */
export async function subscribe(options: SubscribeOptions): Promise<void> {
  const { events, logger } = options;

  await events.subscribe({
    id: '[=plugin.id]',
    topics: [NOTICES],
    async onEvent({ topic, eventPayload }) {
      const result = notice.safeParse(eventPayload);
      if (!result.success) {
        logger.warn('Dropped an event that does not fit', { topic, reason: result.error.message });
        return;
      }
      logger.info('Received a notice', { topic, about: result.data.about });
    },
  });
}
