import { RunningWork } from './RunningWork';
  const counted: string[] = [];
  const runningWork = {
    middleware: (): express.RequestHandler => (req, _res, next) => {
      counted.push(req.path);
      next();
    },
  };
