/**
 * The conversation of a call as a sequence diagram.
 *
 * @module
 */

import type { SequenceStep } from "../diagram/sequence.ts";
import type { Entry, Speaker } from "./conversation.ts";

/** Whose column somebody speaks in. */
const participantOf: Readonly<Record<Speaker, string>> = {
  caller: "caller",
  asterisk: "Asterisk",
  dialplan: "Asterisk",
  handler: "handler",
  log: "handler",
  callee: "callee",
};

/** The columns that every call has, from left to right; a callee comes behind them. */
export const callParticipants: readonly string[] = ["caller", "Asterisk", "handler"];

/**
 * What is drawn for a conversation: keys and sounds between caller and Asterisk, commands, replies and
 * AMI actions between handler and Asterisk, log records as notes; and how it ended.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const [key] = drawCall([{ time: 50, who: "caller", to: "asterisk", text: "presses 1" }], "SUCCESS");
 * assert.deepEqual(key, {
 *   time: 50,
 *   from: "caller",
 *   to: "Asterisk",
 *   text: "presses 1",
 *   isReply: false,
 *   isError: false,
 * });
 * ```
 */
export function drawCall(
  entries: readonly Entry[],
  end: string,
  isBad: boolean = false,
): SequenceStep[] {
  const steps = entries.map(({ time, who, to = who, text, isReply = false, isError = false }) => ({
    time,
    from: participantOf[who],
    to: participantOf[to],
    text,
    isReply,
    isError,
  }));
  return [...steps, { from: "Asterisk", to: "Asterisk", text: end, isError: isBad }];
}
