/**
 * The time of a simulated Asterisk: virtual, or the machine's own.
 *
 * Virtual time stands still while somebody outside of the model has the word, and jumps to what is
 * due next when everybody waits for the model:
 *
 * - Somebody outside is a handler between two commands, a FastAGI server that has been asked
 *   something, or a test that does not wait for the model. Each says so with {@linkcode Clock.enter}.
 * - Before each jump the event loop turns once, so that all that follows from promises has happened:
 *   a handler that was answered has sent its next command by then, a listener has run.
 * - Somebody outside may wait for the world himself, for an event that only passing time can bring,
 *   or for a timer of his own. After a second in which nothing at all happens virtual time therefore
 *   passes as fast as real time, until he has spoken. A machine that is too busy to look at its timers
 *   does not count as a second.
 *
 * What it cannot know: a handler that waits for something real, such as `fetch`, while one of its
 * commands is running. {@linkcode Clock.hold} stops time for that.
 *
 * @module
 */

import { clearImmediate, setImmediate } from "node:timers";

/** Something that is to happen at a time. */
export interface Timer {
  /** It does not happen; without effect when it has. */
  cancel(): void;
}

/** Whose time it is. */
export type TimeMode = "virtual" | "real";

interface Entry extends Timer {
  readonly due: number;
  readonly order: number;
  callback: (() => void) | undefined;
  /** It only bounds a wait: nobody waits for it. */
  readonly isLimit: boolean;
}

/** Somebody outside who has the word. */
interface Speaker {
  /** For how many looks he has had it. */
  ticks: number;
}

/** Real time between two looks at who has the word, in milliseconds. */
const tick = 50;
/** After how many looks somebody is taken to wait for the world: time follows real time then. */
const patience = 20;
/** After how many looks at which nothing is due, and nobody has the word, nothing ever will happen. */
const stuckTicks = 20;

/** A clock with timers, in milliseconds since 1970. */
export class Clock {
  /** Called when all wait for each other for ever: nothing is due, and nobody has the word. */
  onStuck: (() => void) | undefined;
  readonly mode: TimeMode;
  readonly #heap: Entry[] = [];
  readonly #realTimers = new Set<ReturnType<typeof setTimeout>>();
  #now: number;
  #order = 0;
  readonly #speakers = new Set<Speaker>();
  /** How many of them are taken to wait for the world. */
  #patient = 0;
  /** How far time may go while somebody waits for the world. */
  #followUntil = 0;
  #idleTicks = 0;
  /** How many of what is to happen are no limits. */
  #due = 0;
  #turn: ReturnType<typeof setImmediate> | undefined;
  #ticker: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  /** Starts at `now`, which a virtual clock keeps until something is to happen. */
  constructor(mode: TimeMode = "virtual", now: number = Date.now()) {
    this.mode = mode;
    this.#now = now;
  }

  /** What time it is. */
  get now(): number {
    return this.mode === "real" ? Date.now() : this.#now;
  }

  /** Whether somebody outside has the word, and time stands still for him. */
  get busy(): boolean {
    return this.#speakers.size > this.#patient;
  }

  /**
   * Has something happen after so many milliseconds. A limit is something that nobody waits for: time
   * does not jump to it, where nothing else is due.
   */
  after(milliseconds: number, callback: () => void, { isLimit = false } = {}): Timer {
    const time = Math.max(0, milliseconds);
    if (this.mode === "real") return this.#afterReal(time, callback);
    const entry: Entry = {
      due: this.#now + time,
      order: this.#order++,
      callback,
      isLimit,
      cancel: () => {
        if (entry.callback && !isLimit) this.#due--;
        entry.callback = undefined;
      },
    };
    push(this.#heap, entry);
    if (!isLimit) this.#due++;
    this.#schedule();
    return entry;
  }

  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Somebody outside has the word from now on, until the function that this returns is called. */
  enter(): () => void {
    const speaker: Speaker = { ticks: 0 };
    this.#speakers.add(speaker);
    this.#startTicking();
    return () => {
      if (!this.#speakers.delete(speaker)) return;
      if (speaker.ticks >= patience) this.#patient--;
      this.#schedule();
    };
  }

  /** Virtual time stands still until a promise is settled. */
  async hold<Result>(promise: Promise<Result>): Promise<Result> {
    const leave = this.enter();
    try {
      return await promise;
    } finally {
      leave();
    }
  }

  /** Nothing happens any more. */
  stop(): void {
    this.#stopped = true;
    if (this.#turn) clearImmediate(this.#turn);
    clearTimeout(this.#ticker);
    this.#ticker = undefined;
    for (const timer of this.#realTimers) clearTimeout(timer);
    this.#realTimers.clear();
    this.#heap.length = 0;
  }

  #afterReal(time: number, callback: () => void): Timer {
    if (this.#stopped) return { cancel() {} };
    const timer = setTimeout(() => {
      this.#realTimers.delete(timer);
      callback();
    }, Math.min(time, 2 ** 31 - 1));
    this.#realTimers.add(timer);
    return {
      cancel: () => {
        clearTimeout(timer);
        this.#realTimers.delete(timer);
      },
    };
  }

  /** Sees to it that what is due next happens, once all that follows from now has happened. */
  #schedule(): void {
    if (this.mode === "real" || this.#stopped || this.busy || this.#turn) return;
    this.#turn = setImmediate(() => {
      this.#turn = undefined;
      if (this.busy || this.#stopped) return;
      const waits = this.#speakers.size > 0;
      if (this.#fireNext(waits ? this.#followUntil : Infinity)) this.#schedule();
      else if (waits) this.#now = Math.max(this.#now, this.#followUntil);
      else this.#startTicking();
    });
  }

  /** Has all happen that is due at the next time at which something is; false if nothing is. */
  #fireNext(until: number): boolean {
    const first = this.#next();
    if (!first || first.due > until) return false;
    const { due } = first;
    this.#now = Math.max(this.#now, due);
    this.#idleTicks = 0;
    while (this.#heap[0]?.due === due) {
      const entry = pop(this.#heap) as Entry;
      const { callback } = entry;
      entry.cancel();
      callback?.();
    }
    return true;
  }

  /** What is due next, without those that were cancelled; `undefined` when only limits are left. */
  #next(): Entry | undefined {
    if (this.#due === 0) return undefined;
    while (this.#heap[0] && !this.#heap[0].callback) pop(this.#heap);
    return this.#heap[0];
  }

  #startTicking(): void {
    if (this.mode === "real" || this.#stopped || this.#ticker !== undefined) return;
    this.#idleTicks = 0;
    this.#ticker = setTimeout(() => this.#tick(), tick);
  }

  #tick(): void {
    this.#ticker = undefined;
    if (this.#stopped) return;
    for (const speaker of this.#speakers) if (++speaker.ticks === patience) this.#patient++;
    if (this.#speakers.size === 0) {
      // The turns of the event loop do what is due.
      if (this.#next()) return this.#schedule();
      if (++this.#idleTicks >= stuckTicks) return this.onStuck?.();
    } else if (!this.busy) {
      this.#followUntil = this.#now + tick;
      this.#schedule();
    }
    this.#ticker = setTimeout(() => this.#tick(), tick);
  }
}

function before(one: Entry, other: Entry): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(entry, heap[parent] as Entry)) break;
    heap[at] = heap[parent] as Entry;
    at = parent;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || !last) return first;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++;
    if (!before(heap[child] as Entry, last)) break;
    heap[at] = heap[child] as Entry;
    at = child;
  }
  heap[at] = last;
  return first;
}
