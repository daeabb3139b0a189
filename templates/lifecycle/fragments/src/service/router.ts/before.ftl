import { RunningWork } from './RunningWork';
  router.use(runningWork.middleware());
