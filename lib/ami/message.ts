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
 * Finds the first value of a header as {@linkcode parseHeaders} would, without parsing the others;
 * `undefined` when there is none, `null` when only parsing can tell.
 *
 * Most listeners read two or three headers of twenty: to look for each costs 0.1 µs, to parse all 2.
 */
export function findHeader(message: string, name: string): string | undefined | null {
  // The last of a message loses its stray LF.
  if (name === "Message") return null;
  let colon = name.length;
  // The first line has no other before it.
  if (message.charCodeAt(colon) !== 0x3a || !message.startsWith(name)) {
    const mark = markOf(name);
    const at = message.indexOf(mark);
    if (at < 0) return undefined;
    colon = at + mark.length - 1;
  }
  const end = message.indexOf("\r\n", colon);
  if (end < 0) return null;
  const next = end + 2;
  if (message.charCodeAt(next) !== 0x0d && next < message.length) {
    // A line without a colon would belong to this value.
    const nextColon = message.indexOf(":", next);
    if (nextColon <= next || nextColon > message.indexOf("\r\n", next)) return null;
  }
  return message.slice(message.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1, end);
}

/** What stands before the value of a header that is not the first, by its name. */
const marks = new Map<string, string>();

function markOf(name: string): string {
  let mark = marks.get(name);
  if (mark === undefined) {
    // Names come from code that reads headers, and hardly from the wire.
    if (marks.size > 1_000) marks.clear();
    marks.set(name, mark = `\r\n${name}:`);
  }
  return mark;
}

/**
 * A text of its own: a slice keeps alive all that was read with it, 64 kB for each value that somebody
 * remembers. Costs 0.1 µs for a usual event.
 */
export function copyText(text: string): string {
  return `${text} `.slice(0, -1);
}

/** All text that a message came in. For its own class: private fields of one would be on the Proxy. */
export let wholeText: (message: AmiMessage) => string;

/** Makes of headers as they came what they mean. */
export type DecodeHeaders = (headers: readonly Header[]) => readonly Header[];

/**
 * A message with its headers as properties: `event.Channel`, `response.Message`.
 *
 * A repeated header has its first value here, because what comes later may be forged: a UserEvent
 * repeats whatever its sender wrote, `Event` and `ActionID` included. All values are in `headers`.
 *
 * The headers are properties in every respect but one: `structuredClone(event)` needs
 * `{ ...event }`.
 */
export class AmiMessage {
  /** Value of a header, by its name as Asterisk writes it; `undefined` when there is none. */
  readonly [header: Capitalize<string>]: string | undefined;
  readonly #message: string;
  readonly #whole: string;
  readonly #decode: DecodeHeaders | undefined;
  #headers: Headers | undefined;
  /** Whether the headers are properties of the object itself. */
  #parsed = false;

  static {
    wholeText = (message) => message.#whole;
  }

  /**
   * Takes a whole message, with or without the blank line that ends it. `whole` is what it came in, if
   * that is more than headers; `decode` makes the properties of headers that have a backslash in them.
   */
  constructor(message: string, whole: string = message, decode?: DecodeHeaders) {
    this.#message = copyText(message);
    this.#whole = whole === message ? this.#message : copyText(whole);
    this.#decode = decode;
    // A Proxy looks for a header when it is read, and parses all when somebody wants to have a list of
    // them: 0.2 µs an event and 0.1 each header that is read, in the place of 4 µs.
    return new Proxy(this, AmiMessage.#handler);
  }

  /** All headers: repeated ones, unusual names, names in any case. */
  get headers(): Headers {
    return this.#headers ??= new Headers(this.#message);
  }

  /**
   * Shows the headers in `console.log(event)`, which does not ask the Proxy; `%o` of `node:util` and
   * `showProxy` do.
   */
  [Symbol.for("Deno.customInspect")](
    inspect: (value: unknown, options: unknown) => string,
    options: unknown,
  ): string {
    const headers = #parsed in this ? this.#parse() : this;
    return `${this.constructor.name} ${inspect({ ...headers }, options)}`;
  }

  static readonly #handler: ProxyHandler<AmiMessage> = {
    get: (message: AmiMessage, name: string | symbol) => message.#get(name),
    has: (message: AmiMessage, name: string | symbol) => Reflect.has(message.#parse(), name),
    set: (message: AmiMessage, name: string | symbol, value: unknown) =>
      Reflect.set(message.#parse(), name, value),
    deleteProperty: (message: AmiMessage, name: string | symbol) =>
      Reflect.deleteProperty(message.#parse(), name),
    defineProperty: (message: AmiMessage, name: string | symbol, property: PropertyDescriptor) =>
      Reflect.defineProperty(message.#parse(), name, property),
    getOwnPropertyDescriptor: (message: AmiMessage, name: string | symbol) =>
      Reflect.getOwnPropertyDescriptor(message.#parse(), name),
    ownKeys: (message: AmiMessage) => Reflect.ownKeys(message.#parse()),
    preventExtensions: (message: AmiMessage) => Reflect.preventExtensions(message.#parse()),
  };

  #get(name: string | symbol): unknown {
    // Our own getters want the message itself, and not the Proxy.
    if (typeof name !== "string" || this.#parsed) return Reflect.get(this, name);
    // Asked for by each promise that resolves to a message.
    if (name === "then") return undefined;
    // What can be taken by our own members, or by those of any object, has no capital at its start.
    if (!isCapital(name.charCodeAt(0)) && reserved.has(name)) return Reflect.get(this, name);
    const value = findHeader(this.#message, name);
    if (value === undefined) return undefined;
    // What a backslash means depends on the headers before it.
    const isPlain = value !== null && (!this.#decode || !value.includes("\\"));
    return isPlain ? value : Reflect.get(this.#parse(), name);
  }

  /** Makes all headers properties. */
  #parse(): this {
    if (this.#parsed) return this;
    this.#parsed = true;
    const properties = this as unknown as Record<string, string | undefined>;
    const headers = parseHeaders(this.#message);
    // Hardly any message has a backslash, and all others cost no more than this look.
    const decode = this.#message.includes("\\") ? this.#decode : undefined;
    for (const [name, value] of decode ? decode(headers) : headers) {
      if (!isCapital(name.charCodeAt(0)) && reserved.has(name)) continue;
      if (properties[name] === undefined) properties[name] = value;
    }
    return this;
  }
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** A header that is called so is in `headers` only. */
const reserved: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "__proto__",
  "then",
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
