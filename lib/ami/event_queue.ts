/**
 * Events that wait for a `for await` loop.
 *
 * @module
 */

import type { AnyEvent } from "./event.ts";

/** Events that were dropped. */
export interface Loss {
  /** How many. */
  readonly count: number;
  /** When the first of them came, in milliseconds since 1970. */
  readonly since: number;
  /** When the last of them came. */
  readonly until: number;
}

/** How an {@linkcode EventQueue} is made. */
export interface EventQueueOptions {
  /** Most events that wait; when there are more, the oldest give way. */
  readonly most: number;
  /** The consumer has left the loop. */
  onReturn(): void;
  /** Events gave way since this was last called: at once, then at most once a second. */
  onLoss(loss: Loss): void;
}

/** Least time between two reports of events that gave way, in milliseconds. */
const reportPause = 1_000;

/** A queue that one consumer iterates over while others push. */
export class EventQueue implements AsyncIterableIterator<AnyEvent> {
  readonly #options: EventQueueOptions;
  #queued: AnyEvent[] = [];
  /** Where in it the oldest is: what is before it has been handed out. */
  #first = 0;
  #waiting: ((result: IteratorResult<AnyEvent>) => void)[] = [];
  #ended = false;
  #dropped = 0;
  #loss: Loss | undefined;
  #lastReport = -Infinity;

  /** Begins empty. */
  constructor(options: EventQueueOptions) {
    this.#options = options;
  }

  /** How many events gave way because the consumer was too slow. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many events wait. */
  get waiting(): number {
    return this.#queued.length - this.#first;
  }

  /** Adds an event. */
  push(event: AnyEvent): void {
    if (this.#ended) return;
    const waiting = this.#waiting.shift();
    if (waiting) return waiting({ value: event, done: false });
    this.#queued.push(event);
    if (this.#queued.length - this.#first > this.#options.most) this.#drop();
  }

  /** No more events come; those that wait are still handed out. */
  end(): void {
    this.#ended = true;
    for (const waiting of this.#waiting) waiting({ value: undefined, done: true });
    this.#waiting = [];
    this.#report();
  }

  /** The next event, as soon as there is one. */
  next(): Promise<IteratorResult<AnyEvent>> {
    this.#report();
    const event = this.#take();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The consumer has left the loop. */
  return(): Promise<IteratorResult<AnyEvent>> {
    this.#queued = [];
    this.#first = 0;
    this.end();
    this.#options.onReturn();
    return Promise.resolve({ value: undefined, done: true });
  }

  /** It is its own iterator: a second loop gets what the first one leaves. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  #take(): AnyEvent | undefined {
    const event = this.#queued[this.#first];
    if (!event) return undefined;
    this.#first++;
    // Moving all that waits for each that goes would be slow.
    if (this.#first > 1_000 && this.#first * 2 > this.#queued.length) {
      this.#queued = this.#queued.slice(this.#first);
      this.#first = 0;
    } else if (this.#first === this.#queued.length) {
      this.#queued.length = this.#first = 0;
    }
    return event;
  }

  #drop(): void {
    this.#take();
    this.#dropped++;
    const now = Date.now();
    const { count = 0, since = now } = this.#loss ?? {};
    this.#loss = { count: count + 1, since, until: now };
    if (performance.now() - this.#lastReport >= reportPause) this.#report();
  }

  #report(): void {
    const loss = this.#loss;
    if (!loss) return;
    this.#loss = undefined;
    this.#lastReport = performance.now();
    this.#options.onLoss(loss);
  }
}
