import { finished } from 'node:stream/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { RequestHandler } from 'express';

/** Knows what is running, so that a shutdown can wait for it. */
export class RunningWork {
  readonly #running = new Set<Promise<unknown>>();
  #isDraining = false;

  /** Throws once a shutdown has begun. */
  admit(): void {
    if (this.#isDraining) {
      throw new ServiceUnavailableError('The plugin is shutting down');
    }
  }

  /** Has a shutdown wait for something that is running. */
  track<T>(work: Promise<T>): Promise<T> {
    const forget = () => this.#running.delete(work);
    this.#running.add(work);
    work.then(forget, forget);
    return work;
  }

  /** Tracks each request until it is answered or the caller is gone. */
  middleware(): RequestHandler {
    return (_req, res, next) => {
      // Backstage lets none in any more, but this one may have been waiting
      // for its token to be checked.
      this.admit();
      this.track(finished(res));
      next();
    };
  }

  /** Waits until nothing is running, up to the limit; tells how much still is. */
  async drain(limit: HumanDuration): Promise<number> {
    this.#isDraining = true;
    let timer;
    const timeout = new Promise(resolve => {
      timer = setTimeout(resolve, durationToMilliseconds(limit));
    });
    await Promise.race([this.#isIdle(), timeout]);
    clearTimeout(timer);
    return this.#running.size;
  }

  async #isIdle(): Promise<void> {
    // What is running may start more.
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running);
    }
  }
}
