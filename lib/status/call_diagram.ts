/**
 * The conversation of a call as a sequence diagram.
 *
 * @module
 */

import { type SequenceStep, sequenceSvg } from "../diagram/sequence.ts";
import type { CallDetail, ConversationLine } from "./wire.ts";

/** Most lines that are drawn, the last ones: a script may go on for hours. */
const mostLines = 200;

/** Characters beside each other: what a telephone or the page's side has room for. */
const width = 64;

/** Draws what is known of a call, as it may be shown. */
export function drawCall({ channel, script, since, lines }: CallDetail): string {
  const steps = lines.slice(-mostLines).flatMap((line) =>
    drawLine(line, script || "script", since)
  );
  return sequenceSvg(steps, {
    title: `Call of ${channel}`,
    participants: [script || "script", "Asterisk"],
    width,
  });
}

function drawLine(line: ConversationLine, script: string, since: number): SequenceStep[] {
  const { kind, text, reply, took = 0 } = line;
  const time = line.time - since;
  if (kind === "note") return [{ from: "Asterisk", to: script, text, time }];
  const command = { from: script, to: "Asterisk", text, time };
  if (reply === undefined) return [command];
  const isError = !reply.startsWith("200");
  return [
    command,
    { from: "Asterisk", to: script, text: reply, time: time + took, isReply: true, isError },
  ];
}
