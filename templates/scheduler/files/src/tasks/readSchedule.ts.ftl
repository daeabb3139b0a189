import { readSchedulerServiceTaskScheduleDefinitionFromConfig, RootConfigService, SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = '[=plugin.camel].schedule';

const DEFAULTS: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 5 },
  initialDelay: { minutes: 1 },
  scope: 'global',
};

/** When the task runs: what the configuration says, else every hour. */
export function readSchedule(config: RootConfigService): SchedulerServiceTaskScheduleDefinition {
  const section = config.getOptionalConfig(KEY);
  if (!section) {
    return DEFAULTS;
  }
  try {
    const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
    return {
      ...schedule,
      initialDelay: schedule.initialDelay ?? DEFAULTS.initialDelay,
      scope: schedule.scope ?? DEFAULTS.scope,
    };
  } catch (error) {
    throw new InputError(`Invalid config value at '${KEY}'`, error);
  }
}
