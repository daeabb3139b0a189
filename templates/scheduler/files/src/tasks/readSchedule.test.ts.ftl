import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readSchedule } from './readSchedule';

describe('readSchedule', () => {
  const section = '[=plugin.camel].schedule';
  const read = (schedule: JsonObject) =>
    readSchedule(mockServices.rootConfig({ data: { [=plugin.camel]: { schedule } } }), section);

  it('says every hour when nothing is configured', () => {
    expect(readSchedule(mockServices.rootConfig(), section)).toEqual({
      frequency: { hours: 1 },
      timeout: { minutes: 5 },
      initialDelay: { minutes: 1 },
      scope: 'global',
    });
  });

  it('says what is configured', () => {
    const schedule = {
      frequency: { cron: '0 2 * * *' },
      timeout: { seconds: 30 },
      initialDelay: { seconds: 5 },
      scope: 'local',
    };

    expect(read(schedule)).toEqual(schedule);
  });

  // With a delay the scheduler would run the task once after it, whatever the frequency.
  it.each([{ minutes: 30 }, { cron: '0 2 * * *' }, { trigger: 'manual' }])('adds no run of its own to %j', frequency => {
    const schedule = { frequency, timeout: { minutes: 1 } };

    expect(read(schedule)).toEqual(schedule);
  });

  it.each([
    ['frequency', { timeout: { minutes: 1 } }],
    ['timeout', { frequency: { minutes: 30 } }],
    ['timeout', { frequency: { minutes: 30 }, timeout: 'soon' }],
    ['initialDelay', { frequency: { minutes: 30 }, timeout: { minutes: 1 }, initialDelay: {} }],
    ['scope', { frequency: { minutes: 30 }, timeout: { minutes: 1 }, scope: 'everywhere' }],
    ['scope', { frequency: { trigger: 'manual' }, timeout: { minutes: 1 }, scope: 'local' }],
  ])('names the %s that is missing or wrong', (key, schedule) => {
    expect(() => read(schedule)).toThrow("Invalid config value at '[=plugin.camel].schedule'");
    expect(() => read(schedule)).toThrow(key);
  });
});
