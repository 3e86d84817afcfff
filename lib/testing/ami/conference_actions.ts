/**
 * Actions on conferences: bridges that the application ConfBridge made.
 *
 * @module
 */
import {
  type Conference,
  type ConferenceMember,
  conferencesOf,
  kick as kickMember,
} from "../pbx/applications/conference.ts";
import type { EventPart } from "../pbx/event.ts";
import type { Channel } from "../pbx/channel.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireHeader,
} from "./action_table.ts";
import { channelHeaders } from "./pbx_events.ts";

/** Conferences. Source of all: Asterisk 22, apps/app_confbridge.c */
export const CONFERENCE_ACTIONS: readonly ActionDefinition[] = [
  { name: "ConfbridgeKick", privileges: ["call"], synopsis: "Kicks a user", run: kick },
  { name: "ConfbridgeList", privileges: ["reporting"], synopsis: "Lists the users", run: list },
  {
    name: "ConfbridgeListRooms",
    privileges: ["reporting"],
    synopsis: "Lists the conferences",
    run: listRooms,
  },
  {
    name: "ConfbridgeLock",
    privileges: ["call"],
    synopsis: "Locks a conference",
    run: (context) => setLocked(context, true),
  },
  {
    name: "ConfbridgeMute",
    privileges: ["call"],
    synopsis: "Mutes a user",
    run: (context) => setMuted(context, true),
  },
  {
    name: "ConfbridgeSetSingleVideoSrc",
    privileges: ["call"],
    synopsis: "Sets who is seen",
    run: setVideoSource,
  },
  {
    name: "ConfbridgeStartRecord",
    privileges: ["system"],
    synopsis: "Starts recording",
    run: startRecord,
  },
  {
    name: "ConfbridgeStopRecord",
    privileges: ["system"],
    synopsis: "Stops recording",
    run: stopRecord,
  },
  {
    name: "ConfbridgeUnlock",
    privileges: ["call"],
    synopsis: "Unlocks a conference",
    run: (context) => setLocked(context, false),
  },
  {
    name: "ConfbridgeUnmute",
    privileges: ["call"],
    synopsis: "Unmutes a user",
    run: (context) => setMuted(context, false),
  },
];

/** Conferences that are recorded. No file is written. */
const recorded = new WeakSet<Conference>();

/** The conference that is asked for. `channel` checks that a channel is named, as some actions do first. */
function requireConference(context: ActionContext, { channel = false } = {}): Conference {
  const name = requireHeader(context, "Conference", "No Conference name provided.");
  if (channel) requireHeader(context, "Channel", "No channel name provided.");
  const rooms = conferencesOf(context.pbx);
  if (rooms.size === 0) throw new ActionRefused("No active conferences.");
  const found = rooms.get(name);
  if (!found) throw new ActionRefused("No Conference by that name found.");
  return found;
}

/** The users that are asked for: `all`, `participants`, or by name or the beginning of it. */
function findUsers({ members }: Conference, name: string): ConferenceMember[] {
  const users = [...members.values()];
  if (name === "all") return users;
  if (name === "participants") return users.filter(({ admin }) => !admin);
  const start = name.toLowerCase();
  return users.filter(({ channel }) => channel.name.toLowerCase().startsWith(start));
}

/** What events about a user have. */
function userParts(room: Conference, { channel, admin }: ConferenceMember): readonly EventPart[] {
  return [
    { fields: { Conference: room.name } },
    { bridge: room.bridge.snapshot(), prefix: "" },
    { channel: channel.snapshot(), prefix: "" },
    { fields: { Admin: yesNo(admin) } },
  ];
}

function yesNo(value: boolean): string {
  return value ? "Yes" : "No";
}

function list(context: ActionContext): void {
  const { reply } = context;
  const room = requireConference(context);
  reply.list(
    [...room.members.values()].map(({ channel, admin, marked, muted }) => ({
      event: "ConfbridgeList",
      headers: [
        ["Conference", room.name],
        ["Admin", yesNo(admin)],
        ["MarkedUser", yesNo(marked)],
        ["WaitMarked", "No"],
        ["EndMarked", "No"],
        ...context.server.version === "16" ? [] : [["EndMarkedAny", "No"]] as const,
        ["Waiting", "No"],
        ["Muted", yesNo(muted)],
        ["Talking", "No"],
        ["AnsweredTime", answeredTime(channel)],
        ...channelHeaders(channel.snapshot()),
      ],
    })),
    { message: "Confbridge user list will follow", complete: "ConfbridgeListComplete" },
  );
}

function answeredTime({ answered, pbx }: Channel): number {
  return answered === undefined ? 0 : Math.floor((pbx.clock.now - answered) / 1_000);
}

function listRooms(context: ActionContext): void {
  const rooms = conferencesOf(context.pbx);
  if (rooms.size === 0) throw new ActionRefused("No active conferences.");
  context.reply.list(
    [...rooms.values()].map((room) => ({
      event: "ConfbridgeListRooms",
      headers: [
        ["Conference", room.name],
        ["Parties", room.members.size],
        ["Marked", [...room.members.values()].filter(({ marked }) => marked).length],
        ["Locked", yesNo(room.locked)],
        ["Muted", "No"],
      ],
    })),
    { message: "Confbridge conferences will follow", complete: "ConfbridgeListRoomsComplete" },
  );
}

function setMuted(context: ActionContext, mute: boolean): void {
  const { action, reply, pbx } = context;
  const room = requireConference(context, { channel: true });
  const users = findUsers(room, action.get("Channel"));
  if (users.length === 0) {
    throw new ActionRefused("No Channel by that name found in Conference.");
  }
  reply.ack(mute ? "User muted" : "User unmuted");
  for (const user of users) {
    user.muted = mute;
    pbx.emitParts(mute ? "ConfbridgeMute" : "ConfbridgeUnmute", () => userParts(room, user));
  }
}

function setLocked(context: ActionContext, locked: boolean): void {
  requireConference(context).locked = locked;
  context.reply.ack(locked ? "Conference locked" : "Conference unlocked");
}

function setVideoSource(context: ActionContext): void {
  const room = requireConference(context, { channel: true });
  if (findUsers(room, context.action.get("Channel")).length === 0) {
    throw new ActionRefused("No channel by that name found in conference.");
  }
  context.reply.ack("Conference single video source set.");
}

function startRecord(context: ActionContext): void {
  const room = requireConference(context);
  if (recorded.has(room)) throw new ActionRefused("Conference is already being recorded.");
  recorded.add(room);
  context.reply.ack("Conference Recording Started.");
}

function stopRecord(context: ActionContext): void {
  if (!recorded.delete(requireConference(context))) {
    throw new ActionRefused("Internal error while stopping recording.");
  }
  context.reply.ack("Conference Recording Stopped.");
}

function kick(context: ActionContext): void {
  const { action, reply } = context;
  const room = requireConference(context);
  const name = action.get("Channel");
  const users = name === "" ? [] : findUsers(room, name);
  if (users.length === 0) {
    throw new ActionRefused("No Channel by that name found in Conference.");
  }
  reply.ack(name === "all" ? "All participants kicked" : "User kicked");
  for (const { channel } of users) kickMember(room, channel);
}
