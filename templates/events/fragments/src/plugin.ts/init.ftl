import { subscribe } from './events/subscribe';

        await subscribe({ events, logger });
