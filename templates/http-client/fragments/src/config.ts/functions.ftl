
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

function readTimeout(config: RootConfigService): number {
  const key = '[=plugin.camel].timeout';
  if (!config.has(key)) {
    return 10_000;
  }
  const timeout = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (timeout <= 0 || timeout > 300_000) {
    throw new InputError(`Invalid config value at '${key}': must be more than nothing and at most 5 minutes`);
  }
  return timeout;
}
