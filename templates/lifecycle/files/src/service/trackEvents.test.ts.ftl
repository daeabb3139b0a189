[#if exchangesEvents]
import { mockServices } from '@backstage/backend-test-utils';
import { RunningWork } from './RunningWork';
import { trackEvents } from './trackEvents';

describe('trackEvents', () => {
  const event = { topic: 'things', eventPayload: { id: '1' } };

  it('has a shutdown wait for events, even for those that come during it', async () => {
    const runningWork = new RunningWork();
    const events = trackEvents(mockServices.events(), runningWork);
    const drained = jest.fn();
    const finish: Array<() => void> = [];
    const onEvent = jest.fn(() => new Promise<void>(resolve => finish.push(resolve)));
    await events.subscribe({ id: 'test', topics: ['things'], onEvent });

    const first = events.publish(event);
    const draining = runningWork.drain({ seconds: 10 }).then(drained);
    const second = events.publish(event);
    expect(onEvent.mock.calls).toEqual([[event], [event]]);

    finish[0]();
    await first;
    await new Promise(setImmediate);
    expect(drained).not.toHaveBeenCalled();

    finish[1]();
    await second;
    await draining;
    expect(drained).toHaveBeenCalledWith(0);
  });
});
[/#if]
