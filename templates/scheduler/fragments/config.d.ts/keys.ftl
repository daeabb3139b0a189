import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

    /** When the plugin's task runs; every hour if not given. */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
[#if tasks?has_content]

    /** When each of its other tasks runs; every hour if not given. */
    tasks?: {
[#list tasks as each]
      [=each.camel]?: SchedulerServiceTaskScheduleDefinitionConfig;
[/#list]
    };
[/#if]
