/**
 * Messages as Asterisk writes them.
 *
 * @module
 */
import { formatPrivileges, type Privilege } from "./privilege.ts";

/** Header lines in their order; a name may be repeated. A text is a whole line as it is. */
export type Headers = readonly (readonly [name: string, value: string | number] | string)[];

/** An event on its way to the sessions. */
export interface ManagerEvent {
  /** Its name, such as `Newchannel`. */
  readonly name: string;
  /** Who is sent it: users that have all of these classes. */
  readonly privileges: readonly Privilege[];
  /** What comes after `Event` and `Privilege`. */
  readonly headers: Headers;
}

/** Writes `Name: value` lines, each with CRLF. */
export function formatHeaders(headers: Headers): string {
  return headers
    .map((header) => typeof header === "string" ? header : `${header[0]}: ${header[1]}`)
    .map((line) => `${line}\r\n`)
    .join("");
}

/**
 * Writes an event: `Event`, `Privilege`, when `timestamp` (seconds) is given `Timestamp`, then its
 * headers. `ChanVariable` of the users' `channelvars` are among the headers.
 * Source: Asterisk 22, main/manager.c, __manager_event_sessions_va()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const event: ManagerEvent = { name: "UserEvent", privileges: ["user"], headers: [["UserEvent", "Lab"]] };
 * assert.equal(
 *   formatEvent(event),
 *   "Event: UserEvent\r\nPrivilege: user,all\r\nUserEvent: Lab\r\n\r\n",
 * );
 * ```
 */
export function formatEvent(event: ManagerEvent, timestamp?: number): string {
  const stamp = timestamp === undefined ? "" : `Timestamp: ${timestamp.toFixed(6)}\r\n`;
  return `Event: ${event.name}\r\nPrivilege: ${formatPrivileges(event.privileges)}\r\n${stamp}` +
    `${formatHeaders(event.headers)}\r\n`;
}

/** How Asterisk writes what C writes with a backslash. Source: main/utils.c, ast_escape_c() */
const ESCAPES: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "?": "\\?",
};

/**
 * Escapes a value as C does. Asterisk does so with values of VarSet and with names of callers, and
 * not with values of Getvar, Status, UserEvent and many more.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(escapeC('a "b"\r\n'), 'a \\"b\\"\\r\\n');
 * ```
 */
export function escapeC(value: string): string {
  // deno-lint-ignore no-control-regex -- they are what is escaped
  return value.replace(/[\x07\b\f\n\r\t\v\\'"?]/g, (character) => ESCAPES[character]!);
}
