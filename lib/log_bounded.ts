/**
 * Log lines that somebody else can cause as often as he likes: some of them, and how many more there were.
 *
 * @module
 */

import type { Facts, Log } from "./log.ts";

/** How often one kind of line is written, in milliseconds. */
const usualPeriod = 10_000;

/** What happened again since it was last told. */
interface Kind {
  timer: ReturnType<typeof setTimeout>;
  /** How often, and the last of them. */
  count: number;
  message: string;
  facts: Facts | undefined;
}

/**
 * A log that writes each kind of warning at once, and then once in a period at most, the last one with
 * the number of those that it left out.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import { openLog } from "./log.ts";
 *
 * const lines: string[] = [];
 * const log = openLog({ write: (line) => lines.push(line) });
 * using bounded = new BoundedLog(log);
 * for (const host of [1, 2, 3]) bounded.warn("refused", `Refused a call from 192.0.2.${host}`);
 * bounded.flush();
 * assert.match(lines[0]!, /Refused a call from 192\.0\.2\.1$/);
 * assert.match(lines[1]!, /Refused a call from 192\.0\.2\.3 \(and 1 more like it\)$/);
 * assert.equal(lines.length, 2);
 * ```
 */
export class BoundedLog implements Disposable {
  readonly #log: Log;
  readonly #period: number;
  readonly #kinds = new Map<string, Kind>();
  #disposed = false;

  /** Writes to `log`, each kind once in `period` milliseconds at most. */
  constructor(log: Log, period: number = usualPeriod) {
    this.#log = log;
    this.#period = period;
  }

  /** Writes a warning, or counts it where one of its kind was written just before. */
  warn(kind: string, message: string, facts?: Facts): void {
    if (this.#disposed) return this.#log.warn(message, facts);
    const known = this.#kinds.get(kind);
    if (known) {
      known.count++;
      known.message = message;
      known.facts = facts;
      return;
    }
    this.#log.warn(message, facts);
    this.#kinds.set(kind, { timer: this.#startTimer(kind), count: 0, message, facts });
  }

  /** Writes what was left out so far. */
  flush(): void {
    for (const kind of this.#kinds.values()) this.#tell(kind);
  }

  /** Writes what was left out, and starts no more timers: what still comes is written at once. */
  [Symbol.dispose](): void {
    this.#disposed = true;
    this.flush();
    for (const { timer } of this.#kinds.values()) clearTimeout(timer);
    this.#kinds.clear();
  }

  #startTimer(name: string): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#endPeriod(name), this.#period);
  }

  #endPeriod(name: string): void {
    const kind = this.#kinds.get(name);
    if (!kind) return;
    if (kind.count === 0) {
      this.#kinds.delete(name);
    } else {
      this.#tell(kind);
      kind.timer = this.#startTimer(name);
    }
  }

  #tell(kind: Kind): void {
    if (kind.count === 0) return;
    const others = kind.count - 1;
    this.#log.warn(
      others > 0 ? `${kind.message} (and ${others} more like it)` : kind.message,
      kind.facts,
    );
    kind.count = 0;
  }
}
