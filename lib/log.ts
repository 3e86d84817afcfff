/**
 * What Lunopark says while it runs: levels, categories and facts, on the console and in a file.
 *
 * @module
 */

import * as logtape from "@logtape/logtape";
import { type LogOptions, LogOutput, writeStderr } from "./log_output.ts";
import { type Facts, type LogLevel, logLevels, type LogRecord } from "./log_record.ts";

export type { LogOptions } from "./log_output.ts";
export { cleanStack, type Facts, type LogLevel, logLevels, type LogRecord } from "./log_record.ts";

/** Where a part of the program, or a call handler, says what happens. */
export interface Log {
  /** For those who look for a fault. */
  debug(message: string, facts?: Facts): void;
  /** The usual course of things. */
  info(message: string, facts?: Facts): void;
  /** Something is not as it should be, and the work goes on. */
  warn(message: string, facts?: Facts): void;
  /** Something failed. Name the Error `error` among the facts, and its stack is written too. */
  error(message: string, facts?: Facts): void;
  /** A log that adds these facts to each of its records. */
  with(facts: Facts): Log;
}

/** The log of the whole program. */
export interface RootLog extends Log {
  /** Lowest level that is written; it may change at any time. */
  level: LogLevel;
  /** The log of one part of the program, such as `agi`, `ami` or `handlers`. */
  category(name: string): Log;
  /** Tells whether records of this level are written, when facts are costly to collect. */
  enabled(level: LogLevel): boolean;
  /** Opens the log file again by its name, after logrotate has renamed it. Never throws. */
  reopen(): void;
  /** Has each record that is written told to somebody else, too, who must not log. */
  watch(listener: LogWatcher): Disposable;
  /** Closes the log file; nothing more is written. */
  close(): void;
}

/** Is told of records as they are written. */
export type LogWatcher = (record: Omit<LogRecord, "ident">) => void;

/** A log that says nothing. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  with: () => silentLog,
};

/**
 * Opens a log.
 *
 * Records pass through LogTape under the category `lunopark`: a program that embeds Lunopark and has
 * configured LogTape for itself gets them in its own sinks as well.
 *
 * @throws {LunoparkError} If the log file cannot be opened.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const lines: string[] = [];
 * const log = openLog({ write: (line) => lines.push(line) });
 * log.category("agi").info("subroutine started", { channel: "PJSIP/100-00000001" });
 * log.close();
 *
 * assert.match(lines[0]!, /INFO  lunopark agi: subroutine started channel=PJSIP\/100-00000001$/);
 * ```
 */
export function openLog(options: LogOptions = {}): RootLog {
  const sink = {
    output: new LogOutput(options),
    watchers: new Set<LogWatcher>(),
    lowest: logLevels.indexOf(options.level ?? "info"),
  };
  const id = String(++opened);
  sinks.set(id, sink);
  if (logtape.getConfig() === null) logtape.configureSync(tapeConfig);
  return new ProgramLog(id, sink);
}

/** What all parts of one opened log share. */
interface Sink {
  readonly output: LogOutput;
  readonly watchers: Set<LogWatcher>;
  /** Index of the lowest level that is written: a level that is off costs one comparison. */
  lowest: number;
}

// A process has one LogTape configuration, and may have several logs: each has a number, which is
// the second word of its categories, by which the one sink of the configuration finds it.
const sinks = new Map<string, Sink>();
let opened = 0;

const tapeConfig: logtape.Config<"lunopark", never> = {
  sinks: { lunopark: deliver },
  loggers: [
    { category: "lunopark", sinks: ["lunopark"] },
    // LogTape's word about itself: our sink never throws, so there is nothing to say.
    { category: "logtape", sinks: [], lowestLevel: "error" },
  ],
};

function deliver(record: logtape.LogRecord): void {
  const [, id = "", ...category] = record.category;
  try {
    const sink = sinks.get(id);
    if (!sink) return;
    const written = {
      time: record.timestamp,
      level: record.level === "warning" ? "warn" : record.level as LogLevel,
      category: category.join(" "),
      message: String(record.rawMessage),
      facts: record.properties,
    };
    sink.output.write(written);
    for (const watch of sink.watchers) watch(written);
  } catch (error) {
    // What a call has to say must not end the call, not even when it cannot be written.
    writeStderr(`Cannot write log record ${JSON.stringify(record.rawMessage)}: ${error}`);
  }
}

/** A log that writes under one category. */
class CategoryLog implements Log {
  readonly #sink: Sink;
  readonly #logger: logtape.Logger;
  readonly #facts: Facts | undefined;

  constructor(sink: Sink, logger: logtape.Logger, facts?: Facts) {
    this.#sink = sink;
    this.#logger = logger;
    this.#facts = facts;
  }

  debug(message: string, facts?: Facts): void {
    if (this.#sink.lowest <= 0) this.#emit("debug", message, facts);
  }

  info(message: string, facts?: Facts): void {
    if (this.#sink.lowest <= 1) this.#emit("info", message, facts);
  }

  warn(message: string, facts?: Facts): void {
    if (this.#sink.lowest <= 2) this.#emit("warning", message, facts);
  }

  error(message: string, facts?: Facts): void {
    if (this.#sink.lowest <= 3) this.#emit("error", message, facts);
  }

  with(facts: Facts): Log {
    return new CategoryLog(this.#sink, this.#logger, { ...this.#facts, ...facts });
  }

  #emit(level: logtape.LogLevel, message: string, facts: Facts | undefined): void {
    const record = {
      timestamp: Date.now(),
      level,
      category: this.#logger.category,
      message: [message],
      rawMessage: message,
      properties: { ...this.#facts, ...facts },
    };
    this.#logger.emit(record);
    // Whoever configured LogTape instead of us has the record now, and our own sink has not.
    if (logtape.getConfig() !== tapeConfig) deliver(record);
  }
}

/** The log that openLog() returns. */
class ProgramLog extends CategoryLog implements RootLog {
  readonly #id: string;
  readonly #sink: Sink;
  readonly #logger: logtape.Logger;

  constructor(id: string, sink: Sink) {
    const logger = logtape.getLogger(["lunopark", id]);
    super(sink, logger);
    this.#id = id;
    this.#sink = sink;
    this.#logger = logger;
  }

  get level(): LogLevel {
    return logLevels[this.#sink.lowest]!;
  }

  set level(level: LogLevel) {
    this.#sink.lowest = logLevels.indexOf(level);
  }

  category(name: string): Log {
    return new CategoryLog(this.#sink, this.#logger.getChild(name));
  }

  enabled(level: LogLevel): boolean {
    return this.#sink.lowest <= logLevels.indexOf(level);
  }

  reopen(): void {
    this.#sink.output.reopen();
  }

  watch(listener: LogWatcher): Disposable {
    this.#sink.watchers.add(listener);
    return { [Symbol.dispose]: () => this.#sink.watchers.delete(listener) };
  }

  close(): void {
    sinks.delete(this.#id);
    this.#sink.output.close();
  }
}
