import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';

  it('schedules its task as configured', async () => {
    const scheduler = mockServices.scheduler.mock();

    await startTestBackend({ features: [...features, scheduler.factory] });

    expect(scheduler.scheduleTask).toHaveBeenCalledTimes([=1 + tasks?size]);
    expect(scheduler.scheduleTask).toHaveBeenCalledWith({
      id: '[=plugin.id]-report',
      frequency: { minutes: 10 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 30 },
      fn: expect.any(Function),
    });
  });

  it('logs [#if keepsResources]how much it keeps[#else]that it runs[/#if] when its task runs', async () => {
    const scheduler = mockServices.scheduler();
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    await startTestBackend({
      features: [
        ...features,
        logger.factory,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });

    await scheduler.triggerTask('[=plugin.id]-report');

[#if keepsResources]
    expect(logger.info).toHaveBeenCalledWith('Counted what the plugin keeps', {
[#list resources as resource]
      [=resource.many.camel]: 0,
[/#list]
    });
[#else]
    expect(logger.info).toHaveBeenCalledWith('The plugin is running', { uptimeSeconds: expect.any(Number) });
[/#if]
  });
[#list tasks as each]

  it('schedules [=each.kebab] as configured, and runs it', async () => {
    const scheduler = mockServices.scheduler();
    const scheduled = jest.spyOn(scheduler, 'scheduleTask');
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    await startTestBackend({
      features: [
        ...features,
        logger.factory,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });

    await scheduler.triggerTask('[=plugin.id]-[=each.kebab]');

    expect(scheduled).toHaveBeenCalledWith({
      id: '[=plugin.id]-[=each.kebab]',
      frequency: { minutes: 20 },
      timeout: { minutes: 2 },
      initialDelay: { seconds: 30 },
      fn: expect.any(Function),
    });
    expect(logger.info).toHaveBeenCalledWith('Ran a task', { task: '[=each.kebab]' });
  });
[/#list]
