import express from 'express';
[#if resource.changes]

  it.each([
[#if resource.can.create]
    ['create', 'medium', {}, () => [=resource.var]Service.create(input, { credentials, request })],
[/#if]
[#if resource.can.update]
    ['update', 'medium', { id: '1' }, () => [=resource.var]Service.update('1', {}, { credentials, request })],
[/#if]
[#if resource.can.delete]
    ['delete', 'high', { id: '1' }, () => [=resource.var]Service.delete('1', { credentials, request })],
[/#if]
  ])('leaves a trace of a failed %s', async (verb, severityLevel, meta, call) => {
    store.insert.mockRejectedValue(new Error('broken'));

    await expect(call()).rejects.toThrow();

    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: `[=resource.kebab]-${verb}`,
      severityLevel,
      meta: { actionType: verb, caller: 'user:default/ann', ...meta },
      request,
    });
    expect(trace.fail).toHaveBeenCalledTimes(1);
    expect(trace.success).not.toHaveBeenCalled();
  });
[/#if]
[#if resource.can.create]

  it('leaves a trace of what was created', async () => {
    store.insert.mockResolvedValue({ id: '1' });

    await [=resource.var]Service.create(input, { credentials });

    expect(trace.success).toHaveBeenCalledTimes(1);
    expect(trace.success).toHaveBeenCalledWith({ meta: { id: '1' } });
    expect(trace.fail).not.toHaveBeenCalled();
  });
[/#if]
