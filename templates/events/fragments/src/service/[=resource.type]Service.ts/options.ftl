import { EventsService } from '@backstage/plugin-events-node';
  events: EventsService;
