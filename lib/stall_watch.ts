/**
 * The watch for code that keeps all other code from running: an endless loop in a handler stops every
 * call, and cannot be interrupted. What it is can be told, and systemd can start the process again.
 *
 * @module
 */

import type { Counters } from "./counters.ts";
import type { Log } from "./log.ts";
import {
  SharedState,
  slotCount,
  type StallOrders,
  type Suspects,
  workerName,
} from "./stall_worker.ts";

// As they are before the program has them tell whose code sets a timer.
const { setTimeout, setImmediate } = globalThis;

/**
 * How long after an entry its code is taken to have given way, in ms. With 5, a call cost a seventh
 * more where 60 came a second.
 */
const markPause = 50;

/** Anything that runs code for a time: a call between two commands. */
export interface Runner {
  /** What it is, for people. */
  describe(): string;
  /** The slot that it had last; the watch's own note. */
  slot?: number;
}

/** A visit of a runner that has returned. */
interface Visit {
  /** Number of its entry. */
  entry: number;
  /** Whether it had no slot before. */
  readonly hadNone: boolean;
}

/** Notes which calls are running their own code, so that another thread can tell. */
export class StallWatch implements Disposable {
  readonly #state = new SharedState();
  /** Whose text each slot has, whether it runs or waits. Lists, since a Map costs more a command. */
  readonly #runners: (Runner | undefined)[] = Array(slotCount).fill(undefined);
  readonly #free = Array.from({ length: slotCount }, (_, slot) => slotCount - 1 - slot);
  /** Where to look for the next one that gives way. */
  #hand = 0;
  readonly #orders: Omit<StallOrders, "buffer">;
  readonly #log: Log;
  readonly #counters: Counters | undefined;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #entries = 0;
  #lastBeat = 0;
  #hasLeft = false;
  #markTimer: ReturnType<typeof setTimeout> | undefined;
  #markImmediate: ReturnType<typeof setImmediate> | undefined;
  /** Those who were visited since the last mark, and what is to become of them at the next. */
  readonly #visited = new Map<Runner, Visit>();

  /** Takes notes, but does not watch before {@linkcode start}; `orders` say how log records look. */
  constructor(orders: Omit<StallOrders, "buffer">, log: Log, counters?: Counters) {
    this.#orders = orders;
    this.#log = log;
    this.#counters = counters;
  }

  /** Starts the other thread, which takes some 20 ms and 17 MB. */
  start(): void {
    const url = new URL("./stall_worker.ts", import.meta.url);
    let worker: Worker;
    try {
      worker = this.#worker = new Worker(url, { type: "module", name: workerName });
    } catch (error) {
      return this.#log.warn(`Cannot watch for stalls: ${(error as Error).message}`);
    }
    worker.postMessage({ ...this.#orders, buffer: this.#state.buffer });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#log.warn(`The watch for stalls has ended: ${event.message}`);
    });
    this.#lastBeat = performance.now();
    this.#timer = setInterval(() => this.#beat(), Math.min(250, this.#orders.stallTime / 4));
  }

  /** Code of a runner is about to run: a promise that it waits for is being resolved. */
  enter(runner: Runner): void {
    let slot = runner.slot ?? 0;
    if (this.#runners[slot] !== runner) slot = this.#takeSlot(runner);
    // Replies that have come together are all read before anybody goes on: once one has gone on, and
    // left, who was entered before him has given way.
    if (this.#hasLeft) {
      this.#hasLeft = false;
      this.#state.mark[0] = this.#entries;
    }
    // Back to the start before it is more than 32 bits hold.
    this.#entries = this.#entries % 2 ** 30 + 1;
    this.#state.slots[slot] = this.#entries;
    if (this.#markTimer === undefined) this.#setMarkTimer();
  }

  /** It waits for Asterisk. */
  leave(runner: Runner): void {
    const slot = runner.slot ?? 0;
    if (this.#runners[slot] !== runner) return;
    this.#state.slots[slot] = 0;
    this.#hasLeft = true;
  }

  /**
   * Calls a function of a runner, whatever that waits for otherwise: of a timer, or of an event. While
   * the function runs it is certain who does, and then, until all that it has woken has given way, likely.
   */
  visit<Result>(runner: Runner, body: () => Result): Result {
    const { slots, frame } = this.#state;
    const slot = runner.slot ?? 0;
    const hadNone = this.#runners[slot] !== runner;
    const before = hadNone ? 0 : slots[slot]!;
    const visit = this.#visited.get(runner);
    this.enter(runner);
    if (visit?.entry === before) visit.entry = this.#entries;
    else if (before === 0) this.#visited.set(runner, { entry: this.#entries, hadNone });
    const outer = frame[0]!;
    frame[0] = runner.slot! + 1;
    try {
      return body();
    } finally {
      frame[0] = outer;
      this.#markImmediate ??= setImmediate(() => {
        this.#markImmediate = undefined;
        this.#endVisits();
        this.#mark();
      });
    }
  }

  /**
   * Calls a function of somebody who waits for nothing, as a listener: it is named while the function
   * runs, and not behind it, which makes a tenth of the cost of a visit.
   */
  call<Argument>(
    runner: Runner,
    body: (argument: Argument) => unknown,
    argument: Argument,
  ): unknown {
    const { frame } = this.#state;
    let slot = runner.slot ?? 0;
    if (this.#runners[slot] !== runner) slot = this.#takeSlot(runner);
    const outer = frame[0]!;
    frame[0] = slot + 1;
    try {
      return body(argument);
    } finally {
      frame[0] = outer;
    }
  }

  /** It is over. */
  forget(runner: Runner): void {
    const slot = runner.slot ?? 0;
    if (this.#runners[slot] !== runner) return;
    this.#state.slots[slot] = 0;
    this.#runners[slot] = undefined;
    this.#free.push(slot);
  }

  /** Finds a slot for a runner that has none, and writes what it is. */
  #takeSlot(runner: Runner): number {
    const slot = this.#free.pop() ?? this.#findVictim();
    this.#runners[slot] = runner;
    runner.slot = slot;
    this.#state.write(slot, runner.describe());
    return slot;
  }

  /**
   * A slot whose runner waits, else the one that was entered first: it waits for something else than
   * Asterisk, or its timers go on behind its end. Of a few only, since this is done for each command
   * while there are more calls than slots; the next time, of the next ones.
   */
  #findVictim(): number {
    const { slots } = this.#state;
    let victim = this.#hand;
    for (let count = 0; count < 16 && slots[victim] !== 0; count++) {
      const slot = (this.#hand + count) % slotCount;
      if (slots[slot]! < slots[victim]!) victim = slot;
    }
    this.#hand = (victim + 1) % slotCount;
    return victim;
  }

  /** What would be named if nothing else ran from now on. */
  get suspects(): Suspects {
    return this.#state.suspects();
  }

  /** Ends the watch. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    clearTimeout(this.#markTimer);
    clearImmediate(this.#markImmediate);
    this.#worker?.terminate();
  }

  #setMarkTimer(): void {
    this.#markTimer = setTimeout(() => {
      this.#markTimer = undefined;
      this.#mark();
    }, markPause);
  }

  /** Whatever was entered before has given way: it waits for something. */
  #mark(): void {
    this.#state.mark[0] = this.#entries;
  }

  /** Those who were visited wait for what they waited for before. */
  #endVisits(): void {
    for (const [runner, { entry, hadNone }] of this.#visited) {
      const slot = runner.slot!;
      if (this.#runners[slot] !== runner) continue;
      if (hadNone) this.forget(runner);
      else if (this.#state.slots[slot] === entry) this.#state.slots[slot] = 0;
    }
    this.#visited.clear();
  }

  #beat(): void {
    const now = performance.now();
    const time = now - this.#lastBeat;
    this.#lastBeat = now;
    // Before the beat, which has the other thread take it away.
    const { note } = this.#state;
    this.#mark();
    Atomics.add(this.#state.beat, 0, 1);
    if (time < this.#orders.stallTime) return;
    if (this.#counters) this.#counters.stalls++;
    const what = note === "" ? "" : `: it was ${note}`;
    const lasted = (time / 1_000).toFixed(1);
    this.#log.warn(`Calls are served again: for ${lasted} s nothing else ran${what}`);
  }
}
