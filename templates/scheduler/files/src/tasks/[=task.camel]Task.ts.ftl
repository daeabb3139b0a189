import { LoggerService } from '@backstage/backend-plugin-api';

export interface [=task.pascal]TaskOptions {
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Does what the task [=task.kebab] is for: so far, it logs that it ran. A run
 * that was told to stop throws, so that it does not pass for done.
 */
export async function [=task.camel]Task(options: [=task.pascal]TaskOptions): Promise<void> {
  const { logger, signal } = options;
  signal.throwIfAborted();
  logger.info('Ran a task', { task: '[=task.kebab]' });
}
