/**
 * What is at the other end when somebody is called: whether and when it answers, and how long it stays.
 *
 * @module
 */

import type { Channel } from "./channel.ts";
import { channelState } from "./event.ts";

/** What became of calling somebody, as `DIALSTATUS` says it. */
export type DialOutcome =
  | "ANSWER"
  | "BUSY"
  | "NOANSWER"
  | "CONGESTION"
  | "CHANUNAVAIL";

/** What somebody does who is called. */
export interface Phone {
  /** What becomes of it; a promise rings until it is known. */
  readonly outcome: DialOutcome | Promise<DialOutcome>;
  /** How long it rings before that, in milliseconds; 1,000 unless given. */
  readonly after?: number | undefined;
  /** How long he talks who answered, in milliseconds; 10,000 unless given, `Infinity` for ever. */
  readonly talk?: number | undefined;
  /** Keys that he presses when he has answered. */
  readonly digits?: string | undefined;
}

const causes: Record<Exclude<DialOutcome, "ANSWER" | "NOANSWER">, number> = {
  BUSY: 17,
  CONGESTION: 34,
  CHANUNAVAIL: 20,
};

/** Has a called channel behave as its phone does, from ringing to hanging up. Never rejects. */
export async function ring(channel: Channel, phone: Phone | undefined): Promise<void> {
  const { pbx } = channel;
  const { clock } = pbx;
  if (phone?.outcome === "CHANUNAVAIL") return pbx.farHangup(channel, causes.CHANUNAVAIL);
  channel.setState(channelState.ringing);
  channel.receive({ kind: "ringing" });
  if (!phone) return;
  const outcome = await phone.outcome;
  await clock.sleep(phone.after ?? 1_000);
  if (channel.gone || channel.leaving) return;
  if (outcome === "NOANSWER") return;
  if (outcome !== "ANSWER") return pbx.farHangup(channel, causes[outcome]);
  channel.setState(channelState.up);
  channel.receive({ kind: "answer" });
  for (const digit of phone.digits ?? "") {
    await clock.sleep(100);
    await channel.pressed(digit);
  }
  const { talk = 10_000 } = phone;
  if (talk === Infinity) return;
  await clock.sleep(talk);
  pbx.farHangup(channel);
}
