/**
 * A log that keeps what is said, for a test to show.
 *
 * @module
 */

import type { Facts, Log, LogLevel, RootLog } from "../log.ts";

/** Something that was logged. */
export interface LoggedRecord {
  /** How important it is. */
  readonly level: LogLevel;
  /** Part of the program: `agi`, `ami`, `handlers`; empty for handlers' own. */
  readonly category: string;
  /** What happened. */
  readonly message: string;
  /** What it happened to. */
  readonly facts: Facts;
}

const levels: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** Gives each record to whoever takes it. */
export class CapturingLog implements RootLog {
  level: LogLevel = "info";
  readonly #take: (record: LoggedRecord) => void;
  readonly #category: string;
  readonly #facts: Facts;

  constructor(take: (record: LoggedRecord) => void, category = "", facts: Facts = {}) {
    this.#take = take;
    this.#category = category;
    this.#facts = facts;
  }

  debug(message: string, facts?: Facts): void {
    this.#say("debug", message, facts);
  }

  info(message: string, facts?: Facts): void {
    this.#say("info", message, facts);
  }

  warn(message: string, facts?: Facts): void {
    this.#say("warn", message, facts);
  }

  error(message: string, facts?: Facts): void {
    this.#say("error", message, facts);
  }

  with(facts: Facts): Log {
    return new CapturingLog(this.#take, this.#category, { ...this.#facts, ...facts });
  }

  category(name: string): Log {
    return new CapturingLog(this.#take, name, this.#facts);
  }

  enabled(level: LogLevel): boolean {
    return levels.indexOf(level) >= levels.indexOf(this.level);
  }

  reopen(): void {}

  /** Nobody watches it: the kit has no status page. */
  watch(): Disposable {
    return { [Symbol.dispose]: () => {} };
  }

  close(): void {}

  #say(level: LogLevel, message: string, facts: Facts | undefined): void {
    if (!this.enabled(level)) return;
    this.#take({
      level,
      category: this.#category,
      message,
      facts: { ...this.#facts, ...facts },
    });
  }
}
