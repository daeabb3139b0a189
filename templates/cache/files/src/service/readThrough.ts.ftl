import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { HumanDuration, JsonValue } from '@backstage/types';

export interface ReadThroughOptions {
  ttl: HumanDuration;
  logger: LoggerService;
}

/**
 * Answers from the cache, or else loads the value and keeps it there. A cache
 * that fails is logged: it may cost time, never the answer.
 */
export async function readThrough<T extends JsonValue>(cache: CacheService, key: string, options: ReadThroughOptions, load: () => Promise<T>): Promise<T> {
  const { ttl, logger } = options;

  try {
    const hit = await cache.get<{ value: T }>(key);
    if (hit) {
      return hit.value;
    }
  } catch (error) {
    logger.warn('The cache could not be read', { key, reason: stringifyError(error) });
  }

  const value = await load();
  try {
    // Some stores take null and the like for nothing: within an object they last.
    await cache.set(key, { value }, { ttl });
  } catch (error) {
    logger.warn('The cache could not be written', { key, reason: stringifyError(error) });
  }
  return value;
}
