import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { RunningWork } from './RunningWork';

export interface LifecycleHooksOptions {
  lifecycle: LifecycleService;
  logger: LoggerService;
  runningWork: RunningWork;
  /** How long a shutdown waits for what is running. */
  limit?: HumanDuration;
}

/** Says when the plugin is ready, and has a shutdown wait for what is running. */
export function addLifecycleHooks(options: LifecycleHooksOptions): void {
  const { lifecycle, logger, runningWork, limit = { seconds: 10 } } = options;

  lifecycle.addStartupHook(() => {
    logger.info('Ready for requests');
  });

  lifecycle.addShutdownHook(async () => {
    const left = await runningWork.drain(limit);
    if (left > 0) {
      logger.warn('Shutting down while work is running', { running: left });
    }
  });
}
