/**
 * Applications of the call itself: answering, waiting, ending.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import type { Channel } from "../channel.ts";
import { channelState } from "../event.ts";
import { allDigits } from "../channel.ts";
import { answer, pause, play } from "../play.ts";
import { toInteger } from "../words.ts";

/** Seconds with a fraction, as milliseconds. */
function seconds(text: string | undefined): number {
  const value = Number.parseFloat(text ?? "");
  return Number.isFinite(value) && value > 0 ? value * 1_000 : 0;
}

/** Lets the far end hear a tone for a time, and ends the call: what Busy and Congestion do. */
async function refuse(
  channel: Channel,
  tone: "busy" | "congestion",
  cause: number,
  data: string,
): Promise<number> {
  channel.farEnd?.heard?.("tone", tone);
  channel.cause = cause;
  const { up, other } = channel;
  if (!up) channel.setState(channelState.busy);
  // Whoever dialled this one takes it for an answer at once.
  if (!up && other) other.receive({ kind: tone });
  else if (!up) channel.pbx.farHangup(channel, cause);
  if (data === "") await play(channel, Infinity);
  else await play(channel, seconds(data));
  return -1;
}

/** Answering, waiting, ending. */
export const callApplications: Readonly<Record<string, Application>> = {
  async Answer(channel, data) {
    if (!await answer(channel)) return -1;
    const delay = toInteger(splitArguments(data)[0]);
    return delay > 0 && !await pause(channel, delay) ? -1 : 0;
  },
  async Wait(channel, data) {
    const time = seconds(data);
    if (time === 0) return 0;
    return (await play(channel, time)).end === "hangup" ? -1 : 0;
  },
  async WaitDigit(channel, data) {
    const [time = "", digits = allDigits] = splitArguments(data);
    const played = await play(channel, seconds(time), { digits });
    if (played.end === "digit") channel.setVariable("WAITDIGITRESULT", played.digit);
    channel.setVariable(
      "WAITDIGITSTATUS",
      { digit: "DTMF", finished: "TIMEOUT" }[played.end as string] ?? "HANGUP",
    );
    return 0;
  },
  async WaitExten(channel, data) {
    const time = data === "" ? 10_000 : seconds(splitArguments(data)[0]);
    const played = await play(channel, time, { digits: allDigits });
    if (played.end === "hangup") return -1;
    if (played.end === "digit") return played.digit.charCodeAt(0);
    const { context, exten, priority, pbx: { dialplan } } = channel;
    if (dialplan.find(context, exten, priority + 1)) return 0;
    if (!dialplan.exists(context, "t")) return -1;
    channel.exten = "t";
    channel.priority = 0;
    return 0;
  },
  Ringing(channel) {
    channel.farEnd?.heard?.("tone", "ringing");
    channel.other?.receive({ kind: "ringing" });
    return 0;
  },
  Progress: () => 0,
  Proceeding: () => 0,
  Busy: (channel, data) => refuse(channel, "busy", 17, data),
  Congestion: (channel, data) => refuse(channel, "congestion", 34, data),
  Hangup(channel, data) {
    const cause = toInteger(data) || (channel.cause || 16);
    channel.pbx.requestHangup(channel, cause);
    return -1;
  },
  async Ring(channel) {
    channel.setState(channelState.ringing);
    return await pause(channel, 0) ? 0 : -1;
  },
};
