import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError, isError, ResponseError, ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from '[=zod]';
import { UpstreamStatus } from '../types';
import { parse } from './parse';
import { retryDelay } from './retryDelay';

const MAX_BYTES = 1_000_000;

const statusSchema: z.ZodType<UpstreamStatus> = z.object({
  status: z.string().min(1),
  version: z.string().optional(),
});

export interface ApiClientOptions {
  /** Without a slash at its end. */
  baseUrl: string;
  token?: string;
  logger: LoggerService;
  /** Milliseconds that one attempt may take, with its answer. */
  timeout: number;
  /** How often a request is repeated at most. */
  retries?: number;
  /** Milliseconds before the first repetition; they double with each. */
  delay?: number;
  /** Milliseconds that are worth waiting before a repetition. */
  maxDelay?: number;
}

/**
 * Calls the upstream service. What goes wrong there is for the log: whoever
 * called this plugin learns no more than that the service is not available,
 * as an upstream 401 or 404 is not about them.
 */
export class ApiClient {
  readonly #baseUrl: string;
  readonly #headers: Record<string, string>;
  readonly #logger: LoggerService;
  readonly #timeout: number;
  readonly #retries: number;
  readonly #delay: number;
  readonly #maxDelay: number;

  constructor(options: ApiClientOptions) {
    const { baseUrl, token, logger, timeout, retries = 2, delay = 200, maxDelay = 5000 } = options;
    this.#baseUrl = baseUrl;
    this.#headers = { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
    this.#logger = logger;
    this.#timeout = timeout;
    this.#retries = retries;
    this.#delay = delay;
    this.#maxDelay = maxDelay;
  }

  async getStatus(): Promise<UpstreamStatus> {
    return this.#get('/status', statusSchema);
  }

  async #get<T>(path: string, schema: z.ZodType<T, z.ZodTypeDef, unknown>): Promise<T> {
    try {
      const response = await this.#fetch(path);
      return parse(schema, JSON.parse(await readText(response)));
    } catch (error) {
      this.#logger.error('A request to the upstream service failed', { method: 'GET', path, reason: reason(error) });
      throw new ServiceUnavailableError('The upstream service is not available');
    }
  }

  /** Only for requests that may be repeated, as a GET may. */
  async #fetch(path: string): Promise<Response> {
    for (let repeated = 0; ; repeated++) {
      const response = await fetch(`${this.#baseUrl}${path}`, {
        headers: this.#headers,
        // Nobody but the operator decides where the token goes.
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeout),
      });
      if (response.ok) {
        return response;
      }
      // The text of a failure may be long, and nobody is to see it.
      discard(response.body);
      const delay = retryDelay(response, { repeated, delay: this.#delay, maxDelay: this.#maxDelay });
      if (delay === undefined || repeated >= this.#retries) {
        throw await ResponseError.fromResponse(response);
      }
      await sleep(delay);
    }
  }
}

/** The text of an answer, unless it is longer than any sensible one. */
async function readText(response: Response): Promise<string> {
  const reader = (response.body ?? new Blob().stream()).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return text + decoder.decode();
    }
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      discard(reader);
      throw new Error(`The answer is longer than ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Stops an answer that nobody needs; how that ends makes no difference. */
function discard(answer: { cancel(): Promise<void> } | null) {
  answer?.cancel().catch(() => {});
}

/** What happened, in a line. Why the network failed is in the cause of what fetch throws. */
function reason(error: unknown): string {
  assertError(error);
  const { name, cause } = error;
  return name === 'TypeError' && isError(cause)
    ? `${stringifyError(error)}; caused by ${cause.code ?? cause.message}`
    : stringifyError(error);
}
