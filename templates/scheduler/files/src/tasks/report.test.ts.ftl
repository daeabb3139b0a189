import { mockServices } from '@backstage/backend-test-utils';
import { report } from './report';

describe('report', () => {
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.resetAllMocks();
  });

[#if keepsResources]
  it('logs how much is kept', async () => {
    const stores = {
      some: { count: async () => 3 },
      none: { count: async () => 0 },
    };

    await report({ logger, stores, signal: new AbortController().signal });

    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith('Counted what the plugin keeps', { some: 3, none: 0 });
  });

  it('counts no further when it is told to stop', async () => {
    const controller = new AbortController();
    const first = jest.fn(async () => {
      controller.abort();
      return 3;
    });
    const second = jest.fn();

    await expect(
      report({
        logger,
        stores: { first: { count: first }, second: { count: second } },
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('fails when it cannot count', async () => {
    const count = async () => {
      throw new Error('connection lost');
    };

    await expect(
      report({ logger, stores: { broken: { count } }, signal: new AbortController().signal }),
    ).rejects.toThrow('connection lost');
    expect(logger.info).not.toHaveBeenCalled();
  });
[#else]
  it('logs that the plugin runs', async () => {
    await report({ logger, signal: new AbortController().signal });

    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith('The plugin is running', { uptimeSeconds: expect.any(Number) });
  });

  it('does nothing when it is told to stop', async () => {
    await expect(report({ logger, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(logger.info).not.toHaveBeenCalled();
  });
[/#if]
});
