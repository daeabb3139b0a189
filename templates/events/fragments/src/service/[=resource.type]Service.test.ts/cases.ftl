[#import "/fields.ftl" as fields]
[#if resource.changes]

  it('tells what happened', async () => {
[#if resource.can.create]
    store.insert.mockResolvedValue({ id: '1' });
    await [=resource.var]Service.create(input, { credentials });
[/#if]
[#if resource.can.update]
    store.update.mockResolvedValue({ id: '1' });
    await [=resource.var]Service.update('1', { [=resource.first.property]: [=fields.other(resource.first)] }, { credentials });
[/#if]
[#if resource.can.delete]
    store.delete.mockResolvedValue(true);
    await [=resource.var]Service.delete('1', { credentials });
[/#if]

    expect(events.publish.mock.calls.map(([event]) => event)).toEqual([
[#list ["create", "update", "delete"] as verb]
[#if resource.can[verb]]
      { topic: '[=plugin.id].[=resource.kebab]', eventPayload: { action: '[=verb]d', id: '1' } },
[/#if]
[/#list]
    ]);
  });

  it('counts a change as made that it could not tell of', async () => {
    events.publish.mockRejectedValue(new Error('The event bus is down'));
[#if resource.can.create]
    store.insert.mockResolvedValue({ id: '1' });

    await expect([=resource.var]Service.create(input, { credentials })).resolves.toEqual({ id: '1' });
[#elseif resource.can.update]
    store.update.mockResolvedValue({ id: '1' });

    await expect([=resource.var]Service.update('1', { [=resource.first.property]: [=fields.other(resource.first)] }, { credentials })).resolves.toEqual({ id: '1' });
[#else]
    store.delete.mockResolvedValue(true);

    await expect([=resource.var]Service.delete('1', { credentials })).resolves.toBeUndefined();
[/#if]
    expect(events.publish).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith('Could not publish', expect.objectContaining({ id: '1' }));
[#if audits]
    expect(trace.success).toHaveBeenCalledTimes(1);
    expect(trace.fail).not.toHaveBeenCalled();
[/#if]
  });
[#if resource.can.delete]

  it('tells nothing that did not happen', async () => {
    store.delete.mockResolvedValue(false);

    await expect([=resource.var]Service.delete('1', { credentials })).rejects.toThrow(NotFoundError);
    expect(events.publish).not.toHaveBeenCalled();
  });
[/#if]
[/#if]
