export interface RetryDelayOptions {
  /** How often the request was repeated already. */
  repeated: number;
  /** Milliseconds before the first repetition; they double with each. */
  delay: number;
  /** Milliseconds that are worth waiting. */
  maxDelay: number;
}

/** Milliseconds to wait before the request is repeated, if that makes sense. */
export function retryDelay(response: Response, options: RetryDelayOptions): number | undefined {
  if (response.status !== 429 && response.status < 500) {
    return undefined;
  }
  const asked = retryAfter(response.headers.get('Retry-After'));
  if (asked > options.maxDelay) {
    return undefined;
  }
  const backoff = Math.min(options.delay * 2 ** options.repeated, options.maxDelay);
  // Those who were turned away together do not come back together.
  const jittered = backoff * (0.5 + Math.random() / 2);
  return Math.max(asked, jittered);
}

/** Milliseconds that the header asks for, in seconds or with a date. */
function retryAfter(header: string | null): number {
  if (!header) {
    return 0;
  }
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds);
}
