import { trackActions } from './service/trackActions';
import { trackEvents } from './service/trackEvents';
import { addLifecycleHooks } from './service/lifecycleHooks';
import { RunningWork } from './service/RunningWork';
        const runningWork = new RunningWork();
        addLifecycleHooks({ lifecycle, logger, runningWork });

