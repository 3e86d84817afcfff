/**
 * Whose turn it is, the test's or the model's.
 *
 * @module
 */

import type { Clock } from "./pbx/clock.ts";

/** Ends a wait with an error that says why. */
type Fail = (why: string) => void;

/**
 * Counts what a test waits for. While it waits for nothing it has the word, and virtual time stands
 * still: what it does between two waits happens at one moment.
 */
export class Waits {
  readonly #clock: Clock;
  readonly #waits = new Set<Fail>();
  #leave: (() => void) | undefined;
  #ended = false;

  /** The test has the word now. */
  constructor(clock: Clock) {
    this.#clock = clock;
    this.#leave = clock.enter();
  }

  /**
   * Waits for something, for at most so many milliseconds of the model's time. `explain` makes the
   * error of it when that is over, or when nothing can happen any more.
   */
  async until<Result>(
    promise: Promise<Result>,
    limit: number,
    explain: (why: string) => Error,
  ): Promise<Result> {
    const { promise: failed, reject } = Promise.withResolvers<never>();
    const fail: Fail = (why) => reject(explain(why));
    this.#waits.add(fail);
    this.#leave?.();
    this.#leave = undefined;
    const timer = this.#clock.after(
      limit,
      () => fail(`it did not happen within ${limit / 1_000} s`),
      { isLimit: true },
    );
    try {
      return await Promise.race([promise, failed]);
    } finally {
      timer.cancel();
      this.#waits.delete(fail);
      if (this.#waits.size === 0 && !this.#ended) this.#leave ??= this.#clock.enter();
    }
  }

  /** Nothing can happen any more: all waits fail. */
  failAll(why: string): void {
    for (const fail of [...this.#waits]) fail(why);
  }

  /** The test has no word any more. */
  end(): void {
    this.#ended = true;
    this.#leave?.();
    this.#leave = undefined;
    this.failAll("the simulated Asterisk was stopped");
  }
}
