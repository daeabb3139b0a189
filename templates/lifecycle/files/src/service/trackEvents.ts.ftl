[#if exchangesEvents]
import { EventsService } from '@backstage/plugin-events-node';
import { RunningWork } from './RunningWork';

/**
 * Has a shutdown wait for events that are being handled. None is refused, as
 * nobody would send it again.
 */
export function trackEvents(events: EventsService, runningWork: RunningWork): EventsService {
  return {
    publish: event => events.publish(event),
    subscribe: options =>
      events.subscribe({
        ...options,
        onEvent: event => runningWork.track(options.onEvent(event)),
      }),
  };
}
[/#if]
