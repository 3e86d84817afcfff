/**
 * AGI replies: where one ends, and what it says.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { ReplyKind } from "./command.ts";

/** What Asterisk answered to one AGI command. */
export interface Reply {
  /** Three digits: 200 done, 503, 510 unknown command, 511 dead channel, 520 wrong usage. */
  readonly code: number;
  /** What stands behind `result=`: digits, a code, or nothing; never cut or converted. */
  readonly result: string;
  /** The text in parentheses behind the result; `undefined` when there is none. */
  readonly data: string | undefined;
  /** All that stands behind the result or, without one, behind the code. */
  readonly text: string;
}

/** The line by which Asterisk says that the channel has left the script. */
export const hangupLine = "HANGUP\n";

const usageStart = "520-";
const usageEnd = "\n520 End of proper usage.\n";

/**
 * Finds where the reply at the start of `text` ends; 0 while it has not arrived whole.
 *
 * `text` is all that has arrived, the beginning of a line included, and starts with no HANGUP notice.
 * A value may have line ends, and any of its lines may look like a reply or like `HANGUP`; but one
 * command is in flight at a time, so all that has arrived belongs to it, but for HANGUP notices at
 * the end. Therefore a value reaches to the `)` that ends the last line before them; with a mark
 * behind it, to the mark.
 * Source: Asterisk 22, res/res_agi.c, handle_getvariable(), agi_handle_command()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(findReplyEnd("200 result=0\nHANGUP\n", "line"), 13);
 * assert.equal(findReplyEnd("200 result=1 (one\n", "data"), 0);
 * assert.equal(findReplyEnd("200 result=1 (one\ntwo)\nHANG", "data"), 23);
 * ```
 */
export function findReplyEnd(text: string, kind: ReplyKind): number {
  if (text.startsWith(usageStart)) return endOf(text, usageEnd);
  const lineEnd = endOf(text, "\n");
  if (kind === "line" || kind === "exec" || lineEnd === 0 || !opensValue(text)) return lineEnd;
  if (typeof kind === "object") return endOf(text, `${kind.mark})\n`);
  const end = findNotices(text);
  return text.endsWith(")\n", end) ? end : 0;
}

/** Where the first `part` of a text ends; 0 without one. */
function endOf(text: string, part: string): number {
  const start = text.indexOf(part);
  return start < 0 ? 0 : start + part.length;
}

/** True for `NNN result=VALUE (`, the beginning of a reply with a value in parentheses. */
function opensValue(text: string): boolean {
  if (!text.startsWith(" result=", 3)) return false;
  const blank = text.indexOf(" ", 11);
  return blank > 0 && text[blank + 1] === "(" && blank < text.indexOf("\n");
}

/**
 * Finds where the HANGUP notices begin that end what has arrived; its length when there are none.
 *
 * The last of them may have arrived in part: `200 result=0` LF `HANG`.
 */
export function findNotices(text: string): number {
  let start = text.lastIndexOf("\n") + 1;
  if (!hangupLine.startsWith(text.slice(start))) return text.length;
  while (text.endsWith(`\n${hangupLine}`, start)) start -= hangupLine.length;
  return start;
}

/** What stands behind the whole HANGUP notices that a text begins with. */
export function behindNotices(text: string): string {
  let end = 0;
  while (text.startsWith(hangupLine, end)) end += hangupLine.length;
  return text.slice(end);
}

/** Tells whether a text is HANGUP notices and nothing else, the last one perhaps not yet whole. */
export function isNotices(text: string): boolean {
  return hangupLine.startsWith(behindNotices(text));
}

/**
 * Parses one whole reply, such as `200 result=1 (1234)`, with or without its LF.
 *
 * `result` may be empty, negative or any digits: `200 result= (timeout)`. `data` reaches to the last
 * `)` where the command asked for a value, which may have parentheses of its own; else to the first:
 * `200 result=0 (hangup) endpos=0`.
 * Source: Asterisk 22, res/res_agi.c
 *
 * @throws {ProtocolError} If it does not start with a three-digit code, or its result has a
 *   parenthesis, as the rest of a value has that was taken for a reply.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseReply("200 result=1 (1234)").data, "1234");
 * assert.equal(parseReply("200 result=1 (a) (b))", "data").data, "a) (b)");
 * ```
 */
export function parseReply(reply: string, kind: ReplyKind = "line"): Reply {
  const line = reply.endsWith("\n") ? reply.slice(0, -1) : reply;
  if (!/^[1-5]\d\d[ -]/.test(line)) throw unreadable(line, "it has no code");
  const code = Number(line.slice(0, 3));
  if (!line.startsWith("result=", 4)) {
    return { code, result: "", data: undefined, text: line.slice(4) };
  }
  const blank = line.indexOf(" ", 11);
  const result = line.slice(11, blank < 0 ? line.length : blank);
  if (/[()]/.test(result)) throw unreadable(line, "its result has a parenthesis");
  const text = blank < 0 ? "" : line.slice(blank + 1);
  if (!text.startsWith("(")) return { code, result, data: undefined, text };
  const isValue = kind !== "line" && kind !== "exec";
  const close = isValue ? text.lastIndexOf(")") : text.indexOf(")");
  return { code, result, data: close < 0 ? text.slice(1) : text.slice(1, close), text };
}

/** Length in bytes of a reply whose result is one digit: `200 result=0` LF. */
export const shortReplyLength = 13;

/** The replies of that length by their digit; one object each for all calls. */
const shortReplies: readonly Reply[] = Array.from(
  { length: 10 },
  (_, digit) => Object.freeze({ code: 200, result: `${digit}`, data: undefined, text: "" }),
);
const shortReplyBytes = new TextEncoder().encode("200 result=");

/** Reads a reply whose result is one digit, at the start of some bytes; `undefined` for all others. */
export function findShortReply(bytes: Uint8Array): Reply | undefined {
  for (let position = 0; position < shortReplyBytes.length; position++) {
    if (bytes[position] !== shortReplyBytes[position]) return undefined;
  }
  return bytes[12] === 10 ? shortReplies[bytes[11]! - 48] : undefined;
}

function unreadable(line: string, reason: string): ProtocolError {
  return new ProtocolError(
    `Cannot read AGI reply ${JSON.stringify(line.slice(0, 80))}: ${reason}`,
    line,
  );
}
