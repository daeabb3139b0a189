import { mockServices } from '@backstage/backend-test-utils';
import { addLifecycleHooks } from './lifecycleHooks';
import { RunningWork } from './RunningWork';

describe('addLifecycleHooks', () => {
  function setUp(limit?: { seconds: number }) {
    const lifecycle = mockServices.lifecycle.mock();
    const logger = mockServices.logger.mock();
    const runningWork = new RunningWork();
    addLifecycleHooks({ lifecycle, logger, runningWork, limit });
    const [[start]] = lifecycle.addStartupHook.mock.calls;
    const [[shutDown]] = lifecycle.addShutdownHook.mock.calls;
    return { logger, runningWork, start, shutDown };
  }

  afterEach(() => {
    jest.useRealTimers();
  });

  it('says when the plugin is ready', async () => {
    const { logger, start } = setUp();

    await start();

    expect(logger.info).toHaveBeenCalledWith('Ready for requests');
  });

  it('ends what is running and lets nothing in', async () => {
    const { logger, runningWork, shutDown } = setUp();
    const work = jest.fn();
    runningWork.track(new Promise(setImmediate).then(work));

    await shutDown();

    expect(work).toHaveBeenCalled();
    expect(() => runningWork.admit()).toThrow('The plugin is shutting down');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each([
    [undefined, 10_000],
    [{ seconds: 2 }, 2_000],
  ])('warns of what runs for longer than %j', async (limit, milliseconds) => {
    jest.useFakeTimers();
    const { logger, runningWork, shutDown } = setUp(limit);
    runningWork.track(new Promise(() => {}));
    const done = jest.fn();

    Promise.resolve(shutDown()).then(done);
    await jest.advanceTimersByTimeAsync(milliseconds - 1);
    expect(done).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledWith('Shutting down while work is running', { running: 1 });
  });
});
