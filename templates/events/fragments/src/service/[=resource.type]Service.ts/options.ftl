import { EventsService } from '@backstage/plugin-events-node';
[#if resource.changes]
  events: EventsService;
[/#if]
