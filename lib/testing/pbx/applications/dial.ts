/**
 * Dial: calls one or several, and connects the first that answers.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import type { Channel } from "../channel.ts";
import { channelState } from "../event.ts";
import {
  callOutgoing,
  createOutgoing,
  discard,
  introduce,
  isReachable,
  tellExtension,
} from "../originate.ts";
import { answer } from "../play.ts";
import { waitAny } from "../wait_any.ts";
import { goTo, runGosub } from "./flow.ts";
import { startMusic, stopMusic } from "./sound.ts";

/** Variables that Dial empties before it begins, in the order in which it does. */
const emptied = [
  "DIALSTATUS",
  "DIALEDPEERNUMBER",
  "DIALEDPEERNAME",
  "ANSWEREDTIME",
  "ANSWEREDTIME_MS",
  "DIALEDTIME",
  "DIALEDTIME_MS",
  "RINGTIME",
  "RINGTIME_MS",
  "PROGRESSTIME",
  "PROGRESSTIME_MS",
];

/** What became of those who did not answer: the last of these that happened to anybody counts. */
const failures: Readonly<Record<number, string>> = {
  17: "BUSY",
  34: "CONGESTION",
  20: "CHANUNAVAIL",
  3: "CHANUNAVAIL",
};

/** Letters of an option string, with what stands in their parentheses. */
export function parseOptions(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const [, letter = "", value = ""] of text.matchAll(/(\w)(?:\(([^)]*)\))?/g)) {
    options.set(letter, value);
  }
  return options;
}

/** A channel that is being called. */
interface Called {
  readonly channel: Channel;
  readonly dialString: string;
}

/**
 * Calls all of `resources` at once, and waits for the first that answers.
 *
 * Resolves to that channel, and to what `DIALSTATUS` has.
 */
export async function callAll(
  channel: Channel,
  resources: readonly string[],
  timeout: number,
): Promise<{ answered: Called | undefined; status: string }> {
  const { pbx } = channel;
  const called: Called[] = [];
  for (const resource of resources) {
    const outgoing = createOutgoing(pbx, resource, {
      linkedid: channel.linkedid,
      from: channel,
      place: { context: channel.context, exten: "" },
    });
    if (!outgoing) continue;
    if (!isReachable(outgoing)) {
      discard(outgoing);
      continue;
    }
    const dialString = resource.slice(resource.indexOf("/") + 1);
    outgoing.setVariable("DIALEDPEERNUMBER", dialString);
    const callee = { number: channel.exten, name: channel.connected.name };
    introduce(outgoing, "AppDial", callee, channel.caller, channel.exten);
    outgoing.other?.setVariable("DIALEDPEERNUMBER", dialString);
    pbx.emitParts("DialBegin", () => [
      { channel: channel.snapshot(), prefix: "" },
      { channel: outgoing.snapshot(), prefix: "Dest" },
      { fields: { DialString: dialString } },
    ]);
    called.push({ channel: outgoing, dialString });
    callOutgoing(outgoing, resource);
  }
  const until = pbx.clock.now + timeout;
  let status = called.length === 0 ? "CHANUNAVAIL" : "NOANSWER";
  const waiting = new Map(called.map((one) => [one.channel, one]));
  let answered: Called | undefined;
  while (waiting.size > 0 && !answered) {
    const arrivals = await waitAny([channel, ...waiting.keys()], until);
    if (arrivals.length === 0 && pbx.clock.now >= until) break;
    if (arrivals.some(({ channel: one, what }) => one === channel && what === "hangup")) {
      status = "CANCEL";
      break;
    }
    for (const { channel: one, what } of arrivals) {
      const found = waiting.get(one);
      if (!found) continue;
      if (what === "hangup") {
        status = failures[one.cause] ??
          (one.cause === 16 || one.cause === 0 ? "NOANSWER" : "CHANUNAVAIL");
        channel.cause = one.cause;
        tellDialEnd(channel, one, status);
        waiting.delete(one);
        if (!one.gone) pbx.destroy(one);
      } else if (typeof what === "object" && (what.kind === "busy" || what.kind === "congestion")) {
        status = what.kind === "busy" ? "BUSY" : "CONGESTION";
        // A tone is no hangup, and has no cause.
        channel.cause = one.cause;
        tellDialEnd(channel, one, status);
        waiting.delete(one);
        pbx.destroy(one);
      } else if (typeof what === "object" && what.kind === "answer") {
        answered ??= found;
      } else if (typeof what === "object" && what.kind === "ringing") {
        channel.farEnd?.heard?.("tone", "ringing");
        channel.other?.receive({ kind: "ringing" });
      }
    }
  }
  for (const one of waiting.keys()) {
    if (one === answered?.channel) continue;
    tellDialEnd(channel, one, answered ? "CANCEL" : status);
    pbx.requestHangup(one, answered ? 26 : 16);
  }
  return { answered, status: answered ? "ANSWER" : status };
}

function tellDialEnd(channel: Channel, called: Channel, status: string): void {
  channel.pbx.emitParts("DialEnd", () => [
    { channel: channel.snapshot(), prefix: "" },
    { channel: called.snapshot(), prefix: "Dest" },
    { fields: { DialStatus: status } },
  ]);
}

/** How a conversation of two ended. */
export type TalkEnd = "caller" | "callee" | "limit";

/**
 * Connects two channels until one of them leaves, or the time is over. The called one is gone then,
 * unless it was taken elsewhere.
 */
export async function connect(
  channel: Channel,
  called: Channel,
  limit = Infinity,
): Promise<TalkEnd> {
  const { pbx } = channel;
  const bridge = pbx.createBridge();
  if (called.application === "AppDial") {
    called.exten = "";
    tellExtension(called);
  }
  pbx.enterBridge(called, bridge);
  pbx.enterBridge(channel, bridge);
  called.setVariable("BRIDGEPEER", channel.name);
  channel.setVariable("BRIDGEPEER", called.name);
  const until = limit === Infinity ? undefined : pbx.clock.now + limit;
  let end: TalkEnd | undefined;
  while (!end) {
    const arrivals = await waitAny([channel, called], until);
    if (arrivals.length === 0 && until !== undefined && pbx.clock.now >= until) end = "limit";
    for (const { channel: one, what } of arrivals) {
      if (what === "hangup") end ??= one === channel ? "caller" : "callee";
      else if (typeof what !== "object") continue;
      else {
        const peer = one === channel ? called : channel;
        if (what.kind === "dtmf") peer.farEnd?.heard?.("dtmf", what.digit);
        if (what.kind === "text") peer.sendText(what.text);
      }
    }
    // Somebody took one of them into another bridge.
    if (!end && channel.bridge !== bridge) end = "caller";
    if (!end && called.bridge !== bridge) end = "callee";
  }
  if (!called.gone) called.setVariable("BRIDGEPEER", "");
  if (!channel.gone) channel.setVariable("BRIDGEPEER", "");
  if (!called.gone && called.bridge === bridge) pbx.leaveBridge(called);
  if (channel.bridge === bridge) pbx.leaveBridge(channel);
  return end;
}

// Source: Asterisk 22, apps/app_dial.c, dial_exec_full()
async function dial(channel: Channel, data: string): Promise<number> {
  const { pbx } = channel;
  const [numbers = "", time = "", optionText = ""] = splitArguments(data);
  const options = parseOptions(optionText);
  for (const name of emptied) channel.setVariable(name, "");
  const resources = numbers.split("&").filter((one) => one !== "");
  if (options.has("m")) startMusic(channel, options.get("m") || "default");
  const seconds = Number.parseFloat(time);
  const timeout = seconds > 0 ? seconds * 1_000 : 2 ** 40;
  const { answered, status } = await callAll(channel, resources, timeout);
  stopMusic(channel);
  channel.setVariable("DIALSTATUS", status);
  if (!answered) return status === "CANCEL" ? -1 : 0;
  const called = answered.channel;
  called.setState(channelState.up);
  channel.setVariable("DIALEDPEERNAME", called.name);
  channel.setVariable("DIALEDPEERNUMBER", answered.dialString);
  tellDialEnd(channel, called, "ANSWER");
  if (!channel.up) await answerQuickly(channel);
  const gosub = options.get("U");
  if (gosub) await runGosub(called, gosub.replace(/\^/g, ",").replace(/^([^,]+)$/, "$1,s,1"));
  const limits = [Number(options.get("S")) * 1_000, Number.parseInt(options.get("L") ?? "", 10)]
    .filter((value) => value > 0);
  const limit = limits.length > 0 ? Math.min(...limits) : Infinity;
  const end = await connect(channel, called, limit);
  setTimes(channel);
  channel.cause = called.cause || 16;
  if (!called.gone && !called.redirectTo) pbx.requestHangup(called);
  if (end === "caller" || channel.leaving) return -1;
  if (options.has("G")) return goTo(channel, (options.get("G") ?? "").replace(/\^/g, ",")) ? 0 : -1;
  return options.has("g") ? 0 : -1;
}

/** The caller is answered because the callee was: nothing is waited for. */
async function answerQuickly(channel: Channel): Promise<void> {
  if (channel.other) channel.setState(channelState.up);
  else await answer(channel);
}

/** Both times are the caller's: since he was answered, and since he came. */
function setTimes(channel: Channel): void {
  const { now } = channel.pbx.clock;
  const times = {
    ANSWEREDTIME: now - (channel.answered ?? now),
    DIALEDTIME: now - channel.created,
  };
  for (const [name, milliseconds] of Object.entries(times)) {
    channel.setVariable(name, String(Math.floor(milliseconds / 1_000)));
    channel.setVariable(`${name}_MS`, String(milliseconds));
  }
}

/** Dial. */
export const dialApplications: Readonly<Record<string, Application>> = { Dial: dial };
