import { LoggerService } from '@backstage/backend-plugin-api';

[#if keepsResources]
/** What can tell how many things it holds. */
export interface Countable {
  count(): Promise<number>;
}

export interface ReportOptions {
  logger: LoggerService;
  /** What to count, each under the name that the log is to show. */
  stores: Record<string, Countable>;
  signal: AbortSignal;
}

/**
 * Logs how much the plugin keeps. A run that was told to stop, or could not
 * count everything, throws, so that it does not pass for done.
 */
export async function report(options: ReportOptions): Promise<void> {
  const { logger, stores, signal } = options;
  const counts: Record<string, number> = {};
  for (const [name, store] of Object.entries(stores)) {
    signal.throwIfAborted();
    counts[name] = await store.count();
  }
  logger.info('Counted what the plugin keeps', counts);
}
[#else]
export interface ReportOptions {
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Logs that the plugin runs. A run that was told to stop throws, so that it
 * does not pass for done.
 */
export async function report(options: ReportOptions): Promise<void> {
  const { logger, signal } = options;
  signal.throwIfAborted();
  logger.info('The plugin is running', { uptimeSeconds: Math.round(process.uptime()) });
}
[/#if]
