import { readSchedulerServiceTaskScheduleDefinitionFromConfig, RootConfigService, SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const EVERY_HOUR: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 5 },
  initialDelay: { minutes: 1 },
  scope: 'global',
};

/** When a task runs: what the configuration says at the key, else every hour. */
export function readSchedule(config: RootConfigService, key: string): SchedulerServiceTaskScheduleDefinition {
  const section = config.getOptionalConfig(key);
  if (!section) {
    return EVERY_HOUR;
  }
  try {
    const schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
    if (schedule.scope === 'local' && 'trigger' in schedule.frequency) {
      // Backstage's scheduler fails to wait for a trigger there, and runs the task every second.
      throw new Error("A task that is triggered by hand has to have the scope 'global'");
    }
    return schedule;
  } catch (error) {
    throw new InputError(`Invalid config value at '${key}'`, error);
  }
}
