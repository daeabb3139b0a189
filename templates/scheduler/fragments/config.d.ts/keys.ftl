import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

    /** When the plugin's task runs; every hour if not given. */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
