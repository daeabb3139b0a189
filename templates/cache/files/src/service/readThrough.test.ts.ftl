import { mockServices, ServiceFactoryTester } from '@backstage/backend-test-utils';
import { readThrough } from './readThrough';

describe('readThrough', () => {
  const logger = mockServices.logger.mock();
  const options = { ttl: { minutes: 1 }, logger };
  const load = jest.fn();

  const emptyCache = () => ServiceFactoryTester.from(mockServices.cache.factory()).getSubject();

  beforeEach(() => {
    jest.resetAllMocks();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([[{ some: 'thing' }], [[]], [null], [0], [''], [false]])('loads %j once', async value => {
    const cache = await emptyCache();
    load.mockResolvedValue(value);

    await expect(readThrough(cache, 'key', options, load)).resolves.toEqual(value);
    await expect(readThrough(cache, 'key', options, load)).resolves.toEqual(value);
    expect(load).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('loads again when the time is over', async () => {
    const cache = await emptyCache();
    jest.useFakeTimers({ now: 0 });
    load.mockResolvedValueOnce('old').mockResolvedValueOnce('new');

    await readThrough(cache, 'key', options, load);
    jest.setSystemTime(59_999);
    await expect(readThrough(cache, 'key', options, load)).resolves.toBe('old');
    jest.setSystemTime(60_001);
    await expect(readThrough(cache, 'key', options, load)).resolves.toBe('new');
  });

  it('loads for each key', async () => {
    const cache = await emptyCache();
    load.mockResolvedValueOnce(1).mockResolvedValueOnce(2);

    await expect(readThrough(cache, 'one', options, load)).resolves.toBe(1);
    await expect(readThrough(cache, 'two', options, load)).resolves.toBe(2);
  });

  it('does not keep a failure', async () => {
    const cache = await emptyCache();
    load.mockRejectedValueOnce(new Error('Out of reach')).mockResolvedValueOnce('there');

    await expect(readThrough(cache, 'key', options, load)).rejects.toThrow('Out of reach');
    await expect(readThrough(cache, 'key', options, load)).resolves.toBe('there');
  });

  it('answers without a cache that fails', async () => {
    const cache = mockServices.cache.mock({
      get: async () => {
        throw new Error('No answer');
      },
      set: async () => {
        throw new Error('No room');
      },
    });
    load.mockResolvedValue('value');

    await expect(readThrough(cache, 'key', options, load)).resolves.toBe('value');
    expect(logger.warn.mock.calls).toEqual([
      ['The cache could not be read', { key: 'key', reason: 'Error: No answer' }],
      ['The cache could not be written', { key: 'key', reason: 'Error: No room' }],
    ]);
  });
});
