/**
 * The watch for code that keeps all other code from running: an endless loop in a handler stops every
 * call, and cannot be interrupted. What it is can be told, and systemd can start the process again.
 *
 * @module
 */

import type { Counters } from "./counters.ts";
import type { Log } from "./log.ts";
import { SharedState, slotCount, type StallOrders, workerName } from "./stall_worker.ts";

/** Anything that runs code for a time: a call between two commands. */
export interface Runner {
  /** What it is, for people. */
  describe(): string;
}

const encoder = new TextEncoder();

/** Notes which calls are running their own code, so that another thread can tell. */
export class StallWatch implements Disposable {
  readonly #state = new SharedState();
  /** Slots that have the text of a runner, whether it runs or waits. */
  readonly #slots = new Map<Runner, number>();
  readonly #free = Array.from({ length: slotCount }, (_, slot) => slot);
  /** Runners that wait and keep their slots until others need them, the longest waiting first. */
  readonly #waiting = new Set<Runner>();
  readonly #orders: Omit<StallOrders, "buffer">;
  readonly #log: Log;
  readonly #counters: Counters | undefined;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #entries = 0;
  #lastBeat = 0;

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

  /** Code of a runner is about to run. */
  enter(runner: Runner): void {
    const slot = this.#slots.get(runner) ?? this.#takeSlot(runner);
    this.#waiting.delete(runner);
    // Back to the start before it is more than 32 bits hold.
    this.#entries = this.#entries % 2 ** 30 + 1;
    this.#state.slots[slot] = this.#entries;
  }

  /** It waits for something, or is over. */
  leave(runner: Runner): void {
    const slot = this.#slots.get(runner);
    if (slot === undefined) return;
    this.#state.slots[slot] = 0;
    this.#waiting.add(runner);
  }

  /** Finds a slot for a runner that has none, and writes what it is. */
  #takeSlot(runner: Runner): number {
    let slot = this.#free.pop();
    if (slot === undefined) {
      const [longest = this.#findOldest()] = this.#waiting;
      slot = this.#slots.get(longest) as number;
      this.#waiting.delete(longest);
      this.#slots.delete(longest);
    }
    this.#slots.set(runner, slot);
    const { lengths } = this.#state;
    lengths[slot] = encoder.encodeInto(runner.describe(), this.#state.text(slot)).written;
    return slot;
  }

  /**
   * The runner that was entered first, when all slots have one that was not left: it waits for something
   * else than Asterisk, or its timers go on behind its end.
   */
  #findOldest(): Runner {
    const entry = ([, slot]: [Runner, number]) => this.#state.slots[slot] as number;
    return [...this.#slots].reduce((one, other) => entry(other) < entry(one) ? other : one)[0];
  }

  /** What would be named if nothing else ran from now on, the likeliest first. */
  get suspects(): string[] {
    return this.#state.suspects();
  }

  /** Ends the watch. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#worker?.terminate();
  }

  #beat(): void {
    const now = performance.now();
    const time = now - this.#lastBeat;
    this.#lastBeat = now;
    this.#state.lastEntry[0] = this.#entries;
    Atomics.add(this.#state.beat, 0, 1);
    if (time < this.#orders.stallTime) return;
    if (this.#counters) this.#counters.stalls++;
    this.#log.warn(`Calls are served again: for ${(time / 1_000).toFixed(1)} s nothing else ran`);
  }
}
