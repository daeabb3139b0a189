import { mockServices } from '@backstage/backend-test-utils';
import { [=task.camel]Task } from './[=task.camel]Task';

describe('[=task.camel]Task', () => {
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.resetAllMocks();
  });

  it('logs that it ran', async () => {
    await [=task.camel]Task({ logger, signal: new AbortController().signal });

    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith('Ran a task', { task: '[=task.kebab]' });
  });

  it('does nothing when it is told to stop', async () => {
    await expect([=task.camel]Task({ logger, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(logger.info).not.toHaveBeenCalled();
  });
});
