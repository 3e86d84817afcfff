/**
 * Events that wait for a `for await` loop.
 *
 * @module
 */

import type { AnyEvent } from "./event.ts";

/** Most events that wait. */
const maxQueued = 10_000;

/** A queue that one consumer iterates over while others push. */
export class EventQueue implements AsyncIterableIterator<AnyEvent> {
  readonly #onReturn: () => void;
  readonly #most: number;
  #queued: AnyEvent[] = [];
  #waiting: ((result: IteratorResult<AnyEvent>) => void)[] = [];
  #ended = false;
  #dropped = 0;

  /**
   * `onReturn` is called when the consumer leaves the loop. When more than `most` events wait, the
   * oldest give way, so that a loop that stands still costs no memory.
   */
  constructor(onReturn: () => void, most: number = maxQueued) {
    this.#onReturn = onReturn;
    this.#most = most;
  }

  /** How many events gave way because the consumer was too slow. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Adds an event. */
  push(event: AnyEvent): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting) return waiting({ value: event, done: false });
    if (this.#queued.push(event) > this.#most) {
      this.#queued.shift();
      this.#dropped++;
    }
  }

  /** No more events come; those that wait are still handed out. */
  end(): void {
    this.#ended = true;
    for (const waiting of this.#waiting) waiting({ value: undefined, done: true });
    this.#waiting = [];
  }

  /** The next event, as soon as there is one. */
  next(): Promise<IteratorResult<AnyEvent>> {
    const event = this.#queued.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The consumer has left the loop. */
  return(): Promise<IteratorResult<AnyEvent>> {
    this.#queued = [];
    this.end();
    this.#onReturn();
    return Promise.resolve({ value: undefined, done: true });
  }

  /** It is its own iterator: a second loop gets what the first one leaves. */
  [Symbol.asyncIterator](): this {
    return this;
  }
}
