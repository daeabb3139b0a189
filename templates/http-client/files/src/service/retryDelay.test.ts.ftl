import { retryDelay } from './retryDelay';

describe('retryDelay', () => {
  const options = { repeated: 0, delay: 100, maxDelay: 5000 };
  const answer = (status: number, retryAfter?: string) =>
    new Response(null, { status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} });

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([200, 304, 400, 401, 404, 499])('sees no point in repeating a %d', status => {
    expect(retryDelay(answer(status, '1'), options)).toBeUndefined();
  });

  it.each([429, 500, 502, 503])('repeats a %d after a while', status => {
    expect(retryDelay(answer(status), options)).toBeGreaterThanOrEqual(50);
  });

  it('waits longer each time, up to a limit', () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);

    const delays = [0, 1, 2, 10].map(repeated => retryDelay(answer(503), { ...options, repeated }));

    expect(delays).toEqual([100, 200, 400, 5000]);
  });

  it('spreads the repetitions of several', () => {
    jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5);

    expect(retryDelay(answer(503), options)).toBe(50);
    expect(retryDelay(answer(503), options)).toBe(75);
  });

  it.each(['2', 'Thu, 01 Jan 2026 00:00:02 GMT'])('waits as it is asked to: %s', header => {
    expect(retryDelay(answer(429, header), options)).toBe(2000);
  });

  it.each(['60', 'Thu, 01 Jan 2026 00:01:00 GMT'])('does not wait for too long: %s', header => {
    expect(retryDelay(answer(429, header), options)).toBeUndefined();
  });

  it.each(['0', 'soon', 'Thu, 01 Jan 2015 00:00:00 GMT'])('waits a little all the same: %s', header => {
    jest.spyOn(Math, 'random').mockReturnValue(0);

    expect(retryDelay(answer(429, header), options)).toBe(50);
  });
});
