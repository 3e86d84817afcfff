/**
 * Events that wait for a `for await` loop.
 *
 * @module
 */

import type { AmiEvent } from "./event.ts";

/** Most events that wait; the oldest give way, so that a loop that stands still costs no memory. */
const maxQueued = 10_000;

/** A queue that one consumer iterates over while others push. */
export class EventQueue implements AsyncIterableIterator<AmiEvent> {
  #queued: AmiEvent[] = [];
  #waiting: ((result: IteratorResult<AmiEvent>) => void)[] = [];
  #ended = false;
  /** How many events gave way because the consumer was too slow. */
  dropped = 0;
  /** Called when the consumer leaves the loop. */
  onReturn: (() => void) | undefined;

  /** Adds an event. */
  push(event: AmiEvent): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting) return waiting({ value: event, done: false });
    if (this.#queued.push(event) > maxQueued) {
      this.#queued.shift();
      this.dropped++;
    }
  }

  /** No more events come; those that wait are still handed out. */
  end(): void {
    this.#ended = true;
    for (const waiting of this.#waiting) waiting({ value: undefined, done: true });
    this.#waiting = [];
  }

  /** The next event, as soon as there is one. */
  next(): Promise<IteratorResult<AmiEvent>> {
    const event = this.#queued.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The consumer has left the loop. */
  return(): Promise<IteratorResult<AmiEvent>> {
    this.#queued = [];
    this.end();
    this.onReturn?.();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
