import { mockServices, registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ApiClient, ApiClientOptions } from './ApiClient';

jest.setTimeout(60_000);

describe('ApiClient', () => {
  const upstream = setupServer();
  registerMswTestHooks(upstream);

  const logger = mockServices.logger.mock();
  const url = 'https://api.example.com/v1/status';
  const failed = (reason: string) => [
    'A request to the upstream service failed',
    { method: 'GET', path: '/status', reason: expect.stringContaining(reason) },
  ];
  const unavailable = { name: 'ServiceUnavailableError', message: 'The upstream service is not available' };

  const client = (options?: Partial<ApiClientOptions>) =>
    new ApiClient({ baseUrl: 'https://api.example.com/v1', timeout: 60_000, delay: 1, logger, ...options });

  /** Gives one answer after the other, and collects the requests. */
  function answer(...answers: Array<() => Response | Promise<Response>>): Request[] {
    const requests: Request[] = [];
    upstream.use(
      http.get(url, ({ request }) => {
        requests.push(request);
        return answers[requests.length - 1]();
      }),
    );
    return requests;
  }

  const up = () => HttpResponse.json({ status: 'up', version: '1.2.3' });
  const failure = (status: number, headers?: Record<string, string>) => () =>
    HttpResponse.text('internals of the service', { status, headers });

  beforeEach(() => {
    jest.resetAllMocks();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('asks with the token', async () => {
    const requests = answer(up);

    await expect(client({ token: 'abc-123' }).getStatus()).resolves.toEqual({ status: 'up', version: '1.2.3' });
    expect(requests[0].headers.get('Authorization')).toBe('Bearer abc-123');
    expect(requests[0].headers.get('Accept')).toBe('application/json');
  });

  it('asks without a token when there is none', async () => {
    const requests = answer(() => HttpResponse.json({ status: 'up', more: true }));

    await expect(client().getStatus()).resolves.toEqual({ status: 'up' });
    expect(requests[0].headers.has('Authorization')).toBe(false);
  });

  it('asks again when the service is busy or broken', async () => {
    const requests = answer(failure(429, { 'Retry-After': '0' }), failure(503), up);

    await expect(client({ retries: 2 }).getStatus()).resolves.toMatchObject({ status: 'up' });
    expect(requests).toHaveLength(3);
  });

  it('asks no more often than it may', async () => {
    const requests = answer(failure(500), failure(502), failure(503), up);

    await expect(client({ retries: 2 }).getStatus()).rejects.toMatchObject(unavailable);
    expect(requests).toHaveLength(3);
    expect(logger.error).toHaveBeenCalledWith(...failed('503'));
  });

  it('does not wait for longer than it is worth', async () => {
    const requests = answer(failure(429, { 'Retry-After': '3600' }), up);

    await expect(client().getStatus()).rejects.toMatchObject(unavailable);
    expect(requests).toHaveLength(1);
  });

  it.each([400, 401, 403, 404])('keeps a %d to itself and does not ask again', async status => {
    const requests = answer(failure(status), up);

    const error = await client().getStatus().catch(caught => caught);

    expect(error).toMatchObject(unavailable);
    // Backstage would answer the caller with this status, and show the cause.
    expect(error.statusCode).toBeUndefined();
    expect(error.cause).toBeUndefined();
    expect(requests).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(...failed(String(status)));
  });

  it.each(['', '<html>', 'null', '[]', '{}', '{"status": 7}', '{"status": "up", "version": 2}'])(
    'refuses the answer %j',
    async text => {
      answer(() => HttpResponse.text(text));

      await expect(client().getStatus()).rejects.toMatchObject(unavailable);
      expect(logger.error).toHaveBeenCalledTimes(1);
    },
  );

  it('takes the lack of a text for a wrong answer', async () => {
    answer(() => new HttpResponse(null, { status: 204 }));

    await expect(client().getStatus()).rejects.toMatchObject(unavailable);
  });

  it('does not read an answer without an end', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(100_000));
    answer(() => new HttpResponse(new ReadableStream({ pull: controller => controller.enqueue(chunk) })));

    await expect(client().getStatus()).rejects.toMatchObject(unavailable);
    expect(logger.error).toHaveBeenCalledWith(...failed('longer than'));
  });

  it('does not wait for a service that hangs', async () => {
    const controller = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal);
    const requests = answer(() => {
      controller.abort(new DOMException('The time is over', 'TimeoutError'));
      return new Promise(() => {});
    }, up);

    await expect(client({ timeout: 5000 }).getStatus()).rejects.toMatchObject(unavailable);
    expect(timeout).toHaveBeenCalledWith(5000);
    expect(requests).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(...failed('TimeoutError'));
  });

  it.each([
    ['ECONNREFUSED', Object.assign(new Error(), { code: 'ECONNREFUSED' })],
    ['other side closed', new Error('other side closed')],
  ])('says why the service is out of reach: %s', async (reason, cause) => {
    jest.spyOn(global, 'fetch').mockRejectedValue(new TypeError('fetch failed', { cause }));

    await expect(client().getStatus()).rejects.toMatchObject(unavailable);
    expect(logger.error).toHaveBeenCalledWith(...failed(reason));
  });

  it('does not carry the token elsewhere', async () => {
    const elsewhere = jest.fn(() => up());
    answer(() => new HttpResponse(null, { status: 302, headers: { Location: 'https://elsewhere.example.com/' } }));
    upstream.use(http.get('https://elsewhere.example.com/', elsewhere));

    await expect(client({ token: 'abc-123' }).getStatus()).rejects.toMatchObject(unavailable);
    expect(elsewhere).not.toHaveBeenCalled();
  });
});
