import { subscribe } from './events/subscribe';

        await subscribe({ events[@hole name="eventsService"/], logger });
