/**
 * ConfBridge: conferences by name.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import type { Bridge } from "../bridge.ts";
import type { Channel } from "../channel.ts";
import type { EventPart } from "../event.ts";
import type { Pbx } from "../pbx.ts";
import { answer } from "../play.ts";
import { startMusic, stopMusic } from "./sound.ts";

/** A member of a conference. */
export interface ConferenceMember {
  readonly channel: Channel;
  readonly admin: boolean;
  readonly marked: boolean;
  muted: boolean;
}

/** A conference. */
export interface Conference {
  readonly name: string;
  readonly bridge: Bridge;
  readonly members: Map<Channel, ConferenceMember>;
  locked: boolean;
}

const conferences = new WeakMap<Pbx, Map<string, Conference>>();

/** The conferences that there are, by name. */
export function conferencesOf(pbx: Pbx): Map<string, Conference> {
  let found = conferences.get(pbx);
  if (!found) conferences.set(pbx, found = new Map());
  return found;
}

/** Takes somebody out of a conference, as ConfbridgeKick does. */
export function kick(conference: Conference, channel: Channel): void {
  channel.setVariable("CONFBRIDGE_RESULT", "KICKED");
  conference.members.delete(channel);
  channel.nudge();
}

function option(channel: Channel, kind: string, name: string): boolean {
  return /^(yes|true|1)$/i.test(channel.variables.get(`CONFBRIDGE(${kind},${name})`) ?? "");
}

// Source: Asterisk 22, apps/app_confbridge.c, confbridge_exec()
async function confBridge(channel: Channel, data: string): Promise<number> {
  const { pbx } = channel;
  const [name = "", , userProfile = ""] = splitArguments(data);
  if (name === "") return -1;
  const all = conferencesOf(pbx);
  let conference = all.get(name);
  if (conference?.locked) {
    channel.setVariable("CONFBRIDGE_RESULT", "FAILED");
    return 0;
  }
  if (!channel.up) await answer(channel);
  const started = !conference;
  conference ??= {
    name,
    bridge: pbx.createBridge({ type: "base", technology: "softmix", creator: "ConfBridge", name }),
    members: new Map(),
    locked: false,
  };
  all.set(name, conference);
  const { bridge, members } = conference;
  if (started) {
    pbx.emitParts("ConfbridgeStart", () => [
      { fields: { Conference: name } },
      { bridge: bridge.snapshot(), prefix: "" },
    ]);
  }
  const admin = option(channel, "user", "admin") || /admin|moderator/i.test(userProfile);
  const marked = option(channel, "user", "marked") || admin;
  const member: ConferenceMember = { channel, admin, marked, muted: false };
  members.set(channel, member);
  channel.setVariable("CONFBRIDGE_RESULT", "HANGUP");
  pbx.enterBridge(channel, bridge);
  tell(pbx, "ConfbridgeJoin", conference, member);
  if (members.size === 1 && option(channel, "user", "music_on_hold_when_empty")) {
    startMusic(channel, "default");
  } else for (const one of members.keys()) stopMusic(one);
  // Those who wait for a marked one look whether this is one.
  for (const one of members.keys()) if (one !== channel) one.nudge();
  const waitsMarked = option(channel, "user", "wait_marked");
  const endsMarked = option(channel, "user", "end_marked");
  let sawMarked = hasMarked(conference);
  let result = -1;
  while (members.has(channel)) {
    const frame = await channel.wait();
    if (frame === "hangup") break;
    if (waitsMarked || endsMarked) {
      const marks = hasMarked(conference);
      if (endsMarked && sawMarked && !marks) {
        channel.setVariable("CONFBRIDGE_RESULT", "ENDMARKED");
        result = 0;
        break;
      }
      sawMarked ||= marks;
    }
  }
  if (!members.has(channel)) result = 0;
  members.delete(channel);
  stopMusic(channel);
  tell(pbx, "ConfbridgeLeave", conference, member);
  pbx.leaveBridge(channel);
  // Those who stay only as long as a marked one does look again.
  for (const one of members.keys()) one.nudge();
  if (members.size === 0) {
    all.delete(name);
    pbx.emitParts("ConfbridgeEnd", () => [
      { fields: { Conference: name } },
      { bridge: bridge.snapshot(), prefix: "" },
    ]);
  }
  return channel.leaving ? -1 : result;
}

function hasMarked({ members }: Conference): boolean {
  return [...members.values()].some(({ marked }) => marked);
}

function tell(pbx: Pbx, event: string, conference: Conference, member: ConferenceMember): void {
  pbx.emitParts(event, (): EventPart[] => [
    { fields: { Conference: conference.name } },
    { bridge: conference.bridge.snapshot(), prefix: "" },
    { channel: member.channel.snapshot(), prefix: "" },
    {
      fields: {
        Admin: member.admin ? "Yes" : "No",
        ...event === "ConfbridgeJoin" && { Muted: member.muted ? "Yes" : "No" },
      },
    },
  ]);
}

/** Conferences. */
export const conferenceApplications: Readonly<Record<string, Application>> = {
  ConfBridge: confBridge,
};
