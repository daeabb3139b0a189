[#if offersActions]
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { RunningWork } from './RunningWork';

/** Has a shutdown wait for actions too, which do not come by the router. */
export function trackActions(actionsRegistry: ActionsRegistryService, runningWork: RunningWork): ActionsRegistryService {
  return {
    register: options =>
      actionsRegistry.register({
        ...options,
        action: async call => {
          runningWork.admit();
          return runningWork.track(options.action(call));
        },
      }),
  };
}
[/#if]
