[#if offersActions]
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { RunningWork } from './RunningWork';
import { trackActions } from './trackActions';

describe('trackActions', () => {
  it('has a shutdown wait for actions and refuses others', async () => {
    const actionsRegistry = actionsRegistryServiceMock();
    const runningWork = new RunningWork();
    const drained = jest.fn();
    let answer: () => void = () => {};
    trackActions(actionsRegistry, runningWork).register({
      name: 'wait',
      title: 'Wait',
      description: 'Waits for an answer.',
      schema: { input: z => z.object({ word: z.string() }), output: z => z.object({ word: z.string() }) },
      action: async ({ input }) => {
        await new Promise<void>(resolve => {
          answer = resolve;
        });
        return { output: input };
      },
    });
    const invoke = () => actionsRegistry.invoke({ id: 'test:wait', input: { word: 'hello' } });
    const running = invoke();
    await new Promise(setImmediate);

    const draining = runningWork.drain({ seconds: 10 }).then(drained);
    await expect(invoke()).rejects.toThrow('The plugin is shutting down');
    expect(drained).not.toHaveBeenCalled();

    answer();
    await expect(running).resolves.toEqual({ output: { word: 'hello' } });
    await draining;
    expect(drained).toHaveBeenCalledWith(0);
  });
});
[/#if]
