import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { audited } from './audited';

describe('audited', () => {
  const trace = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock();
  const options = { auditor, eventId: 'thing-delete', severityLevel: 'medium', meta: { id: '1' } } as const;

  beforeEach(() => {
    jest.resetAllMocks();
    auditor.createEvent.mockResolvedValue(trace);
  });

  it('says what was done', async () => {
    await expect(audited(options, async () => 'done')).resolves.toBe('done');

    expect(auditor.createEvent).toHaveBeenCalledWith({ eventId: 'thing-delete', severityLevel: 'medium', meta: { id: '1' } });
    expect(trace.success).toHaveBeenCalledTimes(1);
    expect(trace.fail).not.toHaveBeenCalled();
  });

  it('says what came of it', async () => {
    await audited(options, async () => ({ id: '2', name: 'Thing' }), ({ id }) => ({ id }));

    expect(trace.success).toHaveBeenCalledWith({ meta: { id: '2' } });
  });

  it('does not call a failure what was done but could not be said', async () => {
    trace.success.mockRejectedValue(new Error('no auditor'));

    await expect(audited(options, async () => 'done')).rejects.toThrow('no auditor');

    expect(trace.fail).not.toHaveBeenCalled();
  });

  it('says what was refused, and lets the caller know', async () => {
    const error = new NotAllowedError('no');

    await expect(audited(options, () => Promise.reject(error))).rejects.toBe(error);

    expect(trace.fail).toHaveBeenCalledWith({ error });
    expect(trace.success).not.toHaveBeenCalled();
  });

  it('makes an error of what is none', async () => {
    await expect(audited(options, () => Promise.reject('no'))).rejects.toBe('no');

    expect(trace.fail).toHaveBeenCalledWith({ error: new Error('no') });
  });

  it('changes nothing that it cannot audit', async () => {
    const change = jest.fn();
    auditor.createEvent.mockRejectedValue(new Error('no auditor'));

    await expect(audited(options, change)).rejects.toThrow('no auditor');
    expect(change).not.toHaveBeenCalled();
  });
});
