import { trackActions } from './service/trackActions';
: trackActions(actionsRegistry, runningWork)