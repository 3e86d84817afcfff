/**
 * One log record and the two ways to write it: a line for people, and JSON for programs.
 *
 * A record is one line whatever is in it, so nobody can forge a second one by means of a caller name.
 * Only stack traces have lines of their own, and these are indented.
 *
 * @module
 */

import { stripVTControlCharacters } from "node:util";
import { AgiError, AmiError, LunoparkError } from "./errors.ts";
import type { LogLevel } from "./log_level.ts";

export { type LogLevel, logLevels } from "./log_level.ts";

/** What a message is about, by name: `{ channel: "PJSIP/100-00000001", error }`. */
export type Facts = Readonly<Record<string, unknown>>;

/** One log record. */
export interface LogRecord {
  /** When it was made, in milliseconds since 1970. */
  readonly time: number;
  /** How important it is. */
  readonly level: LogLevel;
  /** Name of the program, from the configuration. */
  readonly ident: string;
  /** Part of the program, such as `agi`; empty for the program as a whole. */
  readonly category: string;
  /** What happened. */
  readonly message: string;
  /** What it happened to. */
  readonly facts: Facts;
}

const colors: Record<LogLevel, string> = {
  debug: "\x1b[90m",
  info: "\x1b[32m",
  warn: "\x1b[33m",
  error: "\x1b[31m",
};

/**
 * Writes a record as a line of text, in local time.
 *
 * `2026-11-22 20:57:01.123 INFO  lunopark agi: subroutine started channel=PJSIP/100-00000001`
 */
export function formatText(record: LogRecord, color = false): string {
  const word = record.level.toUpperCase().padEnd(5);
  const level = color ? `${colors[record.level]}${word}\x1b[0m` : word;
  const source = record.category === "" ? record.ident : `${record.ident} ${record.category}`;
  let text = `${localTime(record.time)} ${level} ${source}: ${escapeControls(record.message)}`;
  for (const [name, fact] of Object.entries(record.facts)) {
    if (fact !== undefined) text += ` ${escapeControls(name)}=${factText(fact)}`;
  }
  for (const line of findStack(record.facts)?.split(/\r\n|\r|\n/) ?? []) {
    text += `\n    ${escapeControls(line)}`;
  }
  return text;
}

/** Writes a record as one JSON object; a fact that is named like a field of the record gets a `_`. */
export function formatJson(record: LogRecord): string {
  const { level, ident, category, message, facts } = record;
  const time = new Date(record.time).toISOString();
  const fixed = { time, level, ident, category, message };
  const named = Object.entries(facts).map(([name, fact]): [string, unknown] => [
    Object.hasOwn(fixed, name) ? `_${name}` : name,
    fact,
  ]);
  const stack: [string, unknown] = ["stack", findStack(facts)];
  const pairs = [...Object.entries(fixed), ...named, stack]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${toJson(value)}`);
  return escapeControls(`{${pairs.join(",")}}`);
}

/**
 * The stack trace of an error, with those of its causes, as the author of a handler knows the files.
 *
 * Each reload loads files under a URL of its own, such as `file:///x/handler.ts?lp=7`. That mark is
 * taken away, and so are terminal colours.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const error = new Error("Boom");
 * error.stack = "Error: Boom\n    at file:///x/handler.ts?lp=7:3:5";
 * assert.equal(cleanStack(error), "Error: Boom\n    at file:///x/handler.ts:3:5");
 * ```
 */
export function cleanStack(error: unknown): string {
  return withoutMarks(stackWithCauses(error));
}

/** Five causes are enough for people, and an end for errors that cause each other. */
function stackWithCauses(error: unknown, depth = 5): string {
  if (!(error instanceof Error)) return Deno.inspect(error);
  const stack = String(error.stack ?? error);
  if (error.cause === undefined || depth === 0) return stack;
  return `${stack}\nCaused by: ${stackWithCauses(error.cause, depth - 1)}`;
}

function withoutMarks(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(file:\/\/[^\n?]*)\?lp=\d+/g, "$1");
}

/** Where our own code lies. */
const house = new URL("./", import.meta.url).href;

/** Our own errors say all in their message, but for the place in a handler; for others the place counts. */
function findStack({ error }: Facts): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!(error instanceof LunoparkError)) return cleanStack(error);
  if (!(error instanceof AgiError || error instanceof AmiError)) return undefined;
  const frames = String(error.stack).split("\n")
    .filter((line) => /^ +at .*[:/]\d+:\d+\)?$/.test(line))
    .filter((line) => !line.includes(house) && !/\b(ext|node):/.test(line));
  if (frames.length === 0) return undefined;
  return withoutMarks(`${error.name}: ${error.message}\n${frames.join("\n")}`);
}

function localTime(time: number): string {
  const local = time - new Date(time).getTimezoneOffset() * 60_000;
  return new Date(local).toISOString().slice(0, 23).replace("T", " ");
}

function factText(fact: unknown): string {
  const structured = typeof fact === "object" && fact !== null && !(fact instanceof Error);
  if (structured) return escapeControls(toJson(fact));
  const text = fact instanceof Error ? errorText(fact) : String(fact);
  return /^$|[\s"\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? escapeControls(JSON.stringify(text)) : text;
}

function errorText(error: Error): string {
  return withoutMarks(error.message || error.name);
}

/** JSON of anything: what has none of its own is written as Deno would show it. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, part) => {
      if (typeof part === "bigint") return String(part);
      return part instanceof Error ? errorText(part) : part;
    }) ?? "null";
  } catch {
    return JSON.stringify(Deno.inspect(value, { breakLength: Infinity }));
  }
}

/** Writes line breaks, bells and terminal commands as JSON would, and some that it would not. */
function escapeControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (control) => {
    const json = JSON.stringify(control).slice(1, -1);
    return json !== control ? json : `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
