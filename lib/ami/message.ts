/**
 * AMI messages: where one ends in what was received, and which headers it has.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";

/** One header: its name as Asterisk wrote it, and its value. */
export type Header = readonly [name: string, value: string];

/** What ends a message, and what a message of a Command up to Asterisk 13 ends with. */
const messageEnd = "\r\n\r\n";
const followsStart = "Response: Follows\r\n";
const followsEnd = "--END COMMAND--\r\n\r\n";

/**
 * Finds where the message that starts at `start` ends, its blank line included; 0 while the rest is
 * still to come. `searched` is how far an earlier search got, so that no text is searched twice.
 *
 * Asterisk ends lines with CRLF. A single LF belongs to a value, even right before the end (`Message:
 * Park successful` LF CRLF CRLF). The text of a Command up to Asterisk 13 may have blank lines: only
 * its own end mark counts.
 * Source: Asterisk 22 and 13, main/manager.c, astman_append(), action_command()
 */
export function findMessageEnd(text: string, start = 0, searched = start): number {
  const mark = text.startsWith(followsStart, start) ? followsEnd : messageEnd;
  const from = Math.max(start, searched - mark.length + 1);
  const end = text.indexOf(mark, from);
  return end < 0 ? 0 : end + mark.length;
}

/**
 * Splits a message into its headers, in their order, repeated ones and empty ones too.
 *
 * The blank behind the colon is not part of the value. A line without a colon continues the value
 * before it, with the CRLF that came between, because Asterisk writes line ends in values as they
 * are; behind `Response` and `ActionID`, which have none, it is a header without a name.
 */
export function parseHeaders(message: string): Header[] {
  const headers: [string, string][] = [];
  let start = 0;
  while (start < message.length) {
    let end = message.indexOf("\r\n", start);
    if (end < 0) end = message.length;
    const colon = message.indexOf(":", start);
    if (colon > start && colon < end) {
      const value = message.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1;
      headers.push([message.slice(start, colon), message.slice(Math.min(value, end), end)]);
    } else if (end > start) {
      const last = headers.at(-1);
      const line = message.slice(start, end);
      if (last && last[0] !== "ActionID" && last[0] !== "Response") last[1] += `\r\n${line}`;
      else headers.push(["", line]);
    }
    start = end + 2;
  }
  const last = headers.at(-1);
  if (last?.[1].endsWith("\n")) last[1] = last[1].replace(/\n+$/, "");
  return headers;
}

/** All headers of a message: those that are repeated, and those whose case is not known. */
export class Headers implements Iterable<Header> {
  readonly #message: string;
  #headers: Header[] | undefined;

  constructor(message: string) {
    this.#message = message;
  }

  /** The first value of a header, its name in any case; `undefined` when there is none. */
  get(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.#all().find(([known]) => known.toLowerCase() === lower)?.[1];
  }

  /** All values of a header, its name in any case, in their order. */
  getAll(name: string): string[] {
    const lower = name.toLowerCase();
    return this.#all().filter(([known]) => known.toLowerCase() === lower).map(([, value]) => value);
  }

  /** Names and values in the order in which Asterisk wrote them. */
  [Symbol.iterator](): Iterator<Header> {
    return this.#all()[Symbol.iterator]();
  }

  #all(): Header[] {
    return this.#headers ??= parseHeaders(this.#message);
  }
}

/**
 * A message with its headers as properties: `event.Channel`, `response.Message`.
 *
 * A repeated header has its first value here, because what comes later may be forged: a UserEvent
 * repeats whatever its sender wrote, `Event` and `ActionID` included. All values are in `headers`.
 */
export class AmiMessage {
  readonly [header: Capitalize<string>]: string | undefined;
  readonly #message: string;
  #headers: Headers | undefined;

  /** Takes a whole message, with or without the blank line that ends it. */
  constructor(message: string) {
    this.#message = message;
    const properties = this as unknown as Record<string, string>;
    for (const [name, value] of parseHeaders(message)) {
      if (!Object.hasOwn(this, name) && !reserved.has(name)) properties[name] = value;
    }
  }

  /** All headers: repeated ones, unusual names, names in any case. */
  get headers(): Headers {
    return this.#headers ??= new Headers(this.#message);
  }
}

/** Names that are taken: a header that is called so is in `headers` only. */
const reserved = new Set(["__proto__", "constructor", "headers", "output"]);

/**
 * Reads the version out of the line that Asterisk greets with, such as `Asterisk Call Manager/11.0.0`.
 *
 * @throws {ProtocolError} If the line is no such greeting.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseBanner("Asterisk Call Manager/11.0.0"), "11.0.0");
 * ```
 */
export function parseBanner(line: string): string {
  const found = /^Asterisk Call Manager(?: Proxy)?\/(\d+(?:\.\d+)*)/i.exec(line);
  if (found?.[1] === undefined) {
    throw new ProtocolError(
      `Cannot speak AMI with this peer: it greets with ${JSON.stringify(line.slice(0, 80))}`,
      line,
    );
  }
  return found[1];
}
