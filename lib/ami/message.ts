/**
 * AMI messages: where one ends in what was received, and which headers it has.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";

/** One header: its name as Asterisk wrote it, and its value. */
export type Header = readonly [name: string, value: string];

/** What ends a message. */
export const messageEnd = "\r\n\r\n";
/** How a Command up to Asterisk 13 answers, and what ends its text. */
const followsStart = "Response: Follows\r\nPrivilege: Command\r\n";
const followsEnd = "--END COMMAND--\r\n\r\n";

/**
 * Finds where the message that starts at `start` ends, its blank line included; 0 while the rest is
 * still to come.
 *
 * Asterisk ends lines with CRLF. A single LF belongs to a value, even right before the end (`Message:
 * Park successful` LF CRLF CRLF). The text of a Command up to Asterisk 13 may have blank lines: only
 * its own end mark counts, when the peer `follows`; see {@linkcode hasFollows}.
 * Source: Asterisk 22 and 13, main/manager.c, astman_append(), action_command()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(findMessageEnd("Ping: Pong\r\n\r\nEvent: "), 14);
 * assert.equal(findMessageEnd("Ping: Pong\r\n"), 0);
 * ```
 */
export function findMessageEnd(text: string, start = 0, follows = false): number {
  const mark = follows && text.startsWith(followsStart, start) ? followsEnd : messageEnd;
  const end = text.indexOf(mark, start);
  return end < 0 ? 0 : end + mark.length;
}

/**
 * Whether a peer of this AMI version answers a Command with `Response: Follows` and plain text, as
 * Asterisk 13 (AMI 2.10.6) and those before it do. From later ones such a line can only be forged, by
 * a value with line ends, and there would be no end mark to wait for.
 */
export function hasFollows(version: string): boolean {
  return Number.parseInt(version) < 3;
}

/**
 * Splits a message into its headers, in their order, repeated ones and empty ones too.
 *
 * The blank behind the colon is not part of the value. A line without a colon continues the value
 * before it, with the CRLF that came between, because Asterisk writes line ends in values as they
 * are; behind `Response`, `Event` and `ActionID`, which have none, it is a header without a name
 * (`No categories found` of GetConfig). A stray LF behind `Message`, which some 20 errors have, is no
 * part of it.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseHeaders("Event: Newchannel\r\nExten: s\r\n\r\n"), [
 *   ["Event", "Newchannel"],
 *   ["Exten", "s"],
 * ]);
 * ```
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
      headers.push([message.slice(start, colon), message.slice(value, end)]);
    } else if (end > start) {
      const last = headers.at(-1);
      const line = message.slice(start, end);
      if (last && !oneLine.has(last[0])) last[1] += `\r\n${line}`;
      else headers.push(["", line]);
    }
    start = end + 2;
  }
  const last = headers.at(-1);
  if (last?.[0] === "Message") last[1] = last[1].replace(/\n+$/, "");
  return headers;
}

/** Headers whose value has never more than one line. */
const oneLine: ReadonlySet<string> = new Set(["Response", "Event", "ActionID"]);

/** All headers of a message: those that are repeated, and those whose case is not known. */
export class Headers implements Iterable<Header> {
  readonly #message: string;
  #headers: Header[] | undefined;

  /** Takes a whole message, with or without the blank line that ends it. */
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
  /** Value of a header, by its name as Asterisk writes it; `undefined` when there is none. */
  readonly [header: Capitalize<string>]: string | undefined;
  readonly #message: string;
  #headers: Headers | undefined;

  /**
   * Takes a whole message, with or without the blank line that ends it; and the headers that become
   * properties, if they are other than its own.
   */
  constructor(message: string, headers: readonly Header[] = parseHeaders(message)) {
    this.#message = message;
    const properties = this as unknown as Record<string, string | undefined>;
    for (const [name, value] of headers) {
      // What can be taken by our own members, or by those of any object, has no capital at its start.
      const hasCapital = name.charCodeAt(0) < 0x5b;
      if (!hasCapital && reserved.has(name)) continue;
      if (properties[name] === undefined) properties[name] = value;
    }
  }

  /** All headers: repeated ones, unusual names, names in any case. */
  get headers(): Headers {
    return this.#headers ??= new Headers(this.#message);
  }
}

/** A header that is called so is in `headers` only. */
const reserved: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "__proto__",
  "headers",
  "output",
  "",
]);

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
