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
 * `text` must begin with a line that is no HANGUP notice. A value may have line ends, and any of its
 * lines may look like a reply or like `HANGUP`; but one command is in flight at a time, so all that
 * has arrived belongs to it, but for HANGUP notices at the end. Therefore a value reaches to the
 * `)` that ends the last line before them.
 * Source: Asterisk 22, res/res_agi.c, handle_getvariable(), agi_handle_command()
 */
export function findReplyEnd(text: string, kind: ReplyKind): number {
  if (text.startsWith(usageStart)) {
    const end = text.indexOf(usageEnd);
    return end < 0 ? 0 : end + usageEnd.length;
  }
  const lineEnd = text.indexOf("\n") + 1;
  if (kind !== "data" || lineEnd === 0 || !opensValue(text)) return lineEnd;
  let end = text.length;
  while (text.endsWith(`\n${hangupLine}`, end)) end -= hangupLine.length;
  return text.endsWith(")\n", end) ? end : 0;
}

/** True for `NNN result=VALUE (`, the beginning of a reply with a value in parentheses. */
function opensValue(text: string): boolean {
  if (!text.startsWith(" result=", 3)) return false;
  const blank = text.indexOf(" ", 11);
  return blank > 0 && text[blank + 1] === "(" && blank < text.indexOf("\n");
}

/**
 * Parses one whole reply, such as `200 result=1 (1234)`, with or without its LF.
 *
 * `result` may be empty, negative or any digits: `200 result= (timeout)`. `data` reaches to the last
 * `)` when the reply ends with it, else to the first: `200 result=0 (hangup) endpos=0`.
 * Source: Asterisk 22, res/res_agi.c
 *
 * @throws {ProtocolError} If it does not start with a three-digit code, or has text in an
 *   impossible place, as the rest of a value has that was taken for a reply.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseReply("200 result=1 (1234)").data, "1234");
 * ```
 */
export function parseReply(reply: string): Reply {
  const line = reply.endsWith("\n") ? reply.slice(0, -1) : reply;
  const code = Number(line.slice(0, 3));
  const mark = line.charCodeAt(3);
  if (!(code >= 100 && code <= 599) || !/^\d{3}/.test(line) || (mark !== 0x20 && mark !== 0x2d)) {
    throw new ProtocolError(
      `Cannot read AGI reply ${JSON.stringify(line.slice(0, 80))}: it has no code`,
      line,
    );
  }
  if (!line.startsWith("result=", 4)) {
    return { code, result: "", data: undefined, text: line.slice(4) };
  }
  const blank = line.indexOf(" ", 11);
  if (blank < 0) {
    return { code, result: checkResult(line.slice(11), line), data: undefined, text: "" };
  }
  const result = checkResult(line.slice(11, blank), line);
  const text = line.slice(blank + 1);
  if (text[0] !== "(") return { code, result, data: undefined, text };
  const close = text.endsWith(")") ? text.length - 1 : text.indexOf(")");
  return { code, result, data: close < 0 ? text.slice(1) : text.slice(1, close), text };
}

/** A result is digits, `*`, `#`, letters or a minus: a `)` there is the rest of somebody's value. */
function checkResult(result: string, line: string): string {
  if (!result.includes(")") && !result.includes("(")) return result;
  throw new ProtocolError(
    `Cannot read AGI reply ${JSON.stringify(line.slice(0, 80))}: its result has a parenthesis`,
    line,
  );
}
