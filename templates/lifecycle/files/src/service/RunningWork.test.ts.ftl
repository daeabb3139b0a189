import { once } from 'node:events';
import { mockErrorHandler } from '@backstage/backend-test-utils';
import express, { RequestHandler } from 'express';
import request from 'supertest';
import { RunningWork } from './RunningWork';

describe('RunningWork', () => {
  const limit = { seconds: 10 };

  function deferred() {
    let resolve: (value: string) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const promise = new Promise<string>((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    return { promise, resolve, reject };
  }

  afterEach(() => {
    jest.useRealTimers();
  });

  it('has nothing to wait for at first', async () => {
    await expect(new RunningWork().drain(limit)).resolves.toBe(0);
  });

  it('hands on what it tracks', async () => {
    const runningWork = new RunningWork();

    await expect(runningWork.track(Promise.resolve('done'))).resolves.toBe('done');
    await expect(runningWork.track(Promise.reject(new Error('No luck')))).rejects.toThrow('No luck');
  });

  it('waits for all that is running, however it ends', async () => {
    const runningWork = new RunningWork();
    const [one, two] = [deferred(), deferred()];
    const drained = jest.fn();
    runningWork.track(one.promise);
    runningWork.track(two.promise).catch(() => {});

    const draining = runningWork.drain(limit).then(drained);
    one.resolve('done');
    await one.promise;
    await new Promise(setImmediate);
    expect(drained).not.toHaveBeenCalled();

    two.reject(new Error('No luck'));
    await draining;
    expect(drained).toHaveBeenCalledWith(0);
  });

  it('waits for what the running work starts', async () => {
    const runningWork = new RunningWork();
    const [one, two] = [deferred(), deferred()];
    const drained = jest.fn();
    runningWork.track(one.promise.then(() => {
      runningWork.track(two.promise);
    }));

    const draining = runningWork.drain(limit).then(drained);
    one.resolve('done');
    await new Promise(setImmediate);
    expect(drained).not.toHaveBeenCalled();

    two.resolve('done');
    await draining;
  });

  it('waits no longer than the limit', async () => {
    jest.useFakeTimers();
    const runningWork = new RunningWork();
    const drained = jest.fn();
    runningWork.track(deferred().promise);

    runningWork.drain(limit).then(drained);
    await jest.advanceTimersByTimeAsync(9_999);
    expect(drained).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(1);
    expect(drained).toHaveBeenCalledWith(1);
  });

  it('leaves no timer behind', async () => {
    jest.useFakeTimers();

    await new RunningWork().drain(limit);

    expect(jest.getTimerCount()).toBe(0);
  });

  describe('with requests', () => {
    function setUp(...before: RequestHandler[]) {
      const runningWork = new RunningWork();
      const arrived = deferred();
      const answer = deferred();
      const app = express()
        .use(...before, runningWork.middleware())
        .get('/', async (_req, res) => {
          arrived.resolve('here');
          res.send(await answer.promise);
        })
        .use(mockErrorHandler());
      return { app, runningWork, arrived: arrived.promise, answer };
    }

    it('waits for those that are running and refuses others', async () => {
      const { app, runningWork, arrived, answer } = setUp();
      const drained = jest.fn();
      const running = request(app).get('/').then(response => response);
      await arrived;

      const draining = runningWork.drain(limit).then(drained);
      const refused = await request(app).get('/');
      expect(refused.status).toBe(503);
      expect(refused.body.error).toMatchObject({ name: 'ServiceUnavailableError', message: 'The plugin is shutting down' });
      expect(drained).not.toHaveBeenCalled();

      answer.resolve('done');
      expect((await running).text).toBe('done');
      await draining;
      expect(drained).toHaveBeenCalledWith(0);
    });

    it('does not wait for callers that are gone', async () => {
      const { app, runningWork, arrived } = setUp();
      const left = request(app).get('/');
      left.catch(() => {});
      await arrived;

      left.abort();

      await expect(runningWork.drain(limit)).resolves.toBe(0);
    });

    it('does not wait for callers that were gone before they were counted', async () => {
      const [entered, counted] = [deferred(), deferred()];
      const { app, runningWork } = setUp(async (_req, res, next) => {
        entered.resolve('here');
        await once(res, 'close');
        next();
        counted.resolve('late');
      });
      const left = request(app).get('/');
      left.catch(() => {});
      await entered.promise;

      left.abort();
      await counted.promise;

      await expect(runningWork.drain(limit)).resolves.toBe(0);
    });
  });
});
