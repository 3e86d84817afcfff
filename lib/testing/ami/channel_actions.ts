/**
 * Actions on channels: who is there, their variables, hangup, redirect, digits.
 *
 * @module
 */
import type { Channel } from "../pbx/channel.ts";
import { splitArguments } from "../pbx/application.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
  requireHeader,
} from "./action_table.ts";
import { compileRegex } from "./event_filter.ts";
import { readValue } from "./variable_actions.ts";
import type { Headers } from "./manager_event.ts";
import { channelHeaders } from "./pbx_events.ts";

/** Actions on channels. */
export const CHANNEL_ACTIONS: readonly ActionDefinition[] = [
  {
    name: "AbsoluteTimeout",
    privileges: ["system", "call"],
    synopsis: "Limits the length of a call",
    run: absoluteTimeout,
  },
  {
    name: "ControlPlayback",
    privileges: ["call"],
    synopsis: "Controls what is played to a channel",
    run: controlPlayback,
  },
  {
    name: "CoreShowChannelMap",
    privileges: ["system", "reporting"],
    synopsis: "Lists channels that are connected",
    versions: ["22"],
    run: coreShowChannelMap,
  },
  {
    name: "CoreShowChannels",
    privileges: ["system", "reporting"],
    synopsis: "Lists the channels",
    run: coreShowChannels,
  },
  { name: "Hangup", privileges: ["system", "call"], synopsis: "Hangs up channels", run: hangup },
  {
    name: "LocalOptimizeAway",
    privileges: ["system", "call"],
    synopsis: "Has a Local channel optimised away",
    run: localOptimizeAway,
  },
  { name: "MuteAudio", privileges: ["system"], synopsis: "Mutes a channel", run: muteAudio },
  { name: "PlayDTMF", privileges: ["call"], synopsis: "Sends a digit", run: playDtmf },
  {
    name: "SendFlash",
    privileges: ["call"],
    synopsis: "Sends a hook flash",
    versions: ["22"],
    run: sendFlash,
  },
  { name: "SendText", privileges: ["call"], synopsis: "Sends a text", run: sendText },
  {
    name: "Status",
    privileges: ["system", "call", "reporting"],
    synopsis: "Lists channels in detail",
    run: status,
  },
];

function absoluteTimeout(context: ActionContext): void {
  const { action, reply, pbx } = context;
  requireHeader(context, "Channel", "No channel specified");
  const seconds = Number.parseFloat(action.get("Timeout"));
  if (!(seconds > 0)) throw new ActionRefused("No timeout specified");
  requireChannel(context).hangupAt(pbx.clock.now + seconds * 1_000);
  reply.ack("Timeout Set");
}

const CONTROLS = ["stop", "pause", "restart", "reverse", "forward"];

/** Source: Asterisk 22, apps/app_controlplayback.c, controlplayback_manager() */
function controlPlayback(context: ActionContext): void {
  const { action, reply } = context;
  requireHeader(context, "Channel", "Channel not specified");
  requireHeader(context, "Control", "Control not specified");
  const channel = requireChannel(context);
  const control = action.get("Control").toLowerCase();
  if (!CONTROLS.includes(control)) throw new ActionRefused("Unknown control type");
  channel.playbackControl = control;
  channel.nudge();
  reply.ack();
}

/** Source: Asterisk 22, main/manager.c, action_coreshowchannels() */
function coreShowChannels({ reply, pbx }: ActionContext): void {
  reply.list(
    [...pbx.channels.values()].map((channel) => ({
      event: "CoreShowChannel",
      headers: [
        ...channelHeaders(channel.snapshot()),
        ["Application", channel.application],
        ["ApplicationData", channel.applicationData],
        ["Duration", formatDuration(pbx.clock.now - channel.created)],
        ["BridgeId", channel.bridge?.uniqueid ?? ""],
      ],
    })),
    { message: "Channels will follow", complete: "CoreShowChannelsComplete" },
  );
}

function coreShowChannelMap(context: ActionContext): void {
  const { reply } = context;
  requireHeader(context, "Channel", "Channel not specified");
  // The line end is Asterisk's.
  const channel = requireChannel(context, "Channel", "Could not get channel snapshot\n");
  const connected = new Set<Channel>();
  collectConnected(channel, connected);
  connected.delete(channel);
  reply.list(
    [...connected].map(({ name }) => ({
      event: "CoreShowChannelMap",
      headers: [["Channel", channel.name], ["ConnectedChannel", name]],
    })),
    { message: "Channel map will follow", complete: "CoreShowChannelMapComplete" },
  );
}

/** All that one reaches over bridges and through Local channels. */
function collectConnected(channel: Channel, found: Set<Channel>): void {
  if (found.has(channel)) return;
  found.add(channel);
  for (const peer of channel.bridge?.channels ?? []) collectConnected(peer, found);
  if (channel.other) collectConnected(channel.other, found);
}

/** Milliseconds as `00:01:05`. */
function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  return [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}

/** Source: Asterisk 22, main/manager.c, ast_manager_hangup_helper() */
function hangup(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const name = requireHeader(context, "Channel", "No channel specified");
  const cause = parseCause(action.get("Cause"));
  if (!name.startsWith("/")) {
    const channel = requireChannel(context);
    // The response comes before the events.
    reply.ack("Channel Hungup");
    return pbx.requestHangup(channel, cause);
  }
  if (name.length < 2 || !name.endsWith("/")) {
    throw new ActionRefused("Regex format invalid, Channel param should be /regex/");
  }
  const expression = compileRegex(name.slice(1, -1));
  if (!expression) throw new ActionRefused(`Regex compile failed on: ${name}`);
  const matching = [...pbx.channels.values()].filter((channel) => expression.test(channel.name));
  reply.list(
    matching.map((channel) => ({
      event: "ChannelHungup",
      headers: [["Channel", channel.name]],
      id: "last",
    })),
    { message: "Channels hung up will follow", complete: "ChannelsHungupListComplete" },
  );
  for (const channel of matching) pbx.requestHangup(channel, cause);
}

/** A hangup cause; what is none hangs up all the same, without one. */
function parseCause(text: string): number {
  return /^\d{1,3}$/.test(text) && Number(text) <= 127 ? Number(text) : 0;
}

function localOptimizeAway(context: ActionContext): void {
  requireHeader(context, "Channel", "'Channel' not specified.");
  const channel = requireChannel(context, "Channel", "Channel does not exist.");
  if (channel.technology !== "Local") throw new ActionRefused("Unable to find channel");
  context.reply.ack("Queued channel to be optimized away");
}

function muteAudio(context: ActionContext): void {
  requireHeader(context, "Channel", "Channel not specified");
  requireHeader(context, "State", "State not specified");
  requireHeader(context, "Direction", "Direction not specified");
  requireChannel(context);
  context.reply.ack();
}

/** Source: Asterisk 22, apps/app_senddtmf.c, manager_play_dtmf() */
function playDtmf(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const channel = requireChannel(context, "Channel", "Channel not found");
  const digit = requireHeader(context, "Digit", "No digit specified").slice(0, 1);
  const duration = Math.max(0, Number.parseInt(action.get("Duration"), 10) || 0);
  reply.ack("DTMF successfully queued");
  if (!/^[0-9*#A-Da-d]$/.test(digit)) return;
  if (!action.isTrue("Receive")) return void channel.sendDigit(digit, duration || 100);
  pbx.emit("DTMFEnd", channel, () => ({
    Digit: digit,
    DurationMs: String(duration),
    Direction: "Received",
  }));
  channel.receive({ kind: "dtmf", digit });
}

function sendFlash(context: ActionContext): void {
  requireChannel(context, "Channel", "Channel not found");
  context.reply.ack("Flash successfully queued");
}

function sendText(context: ActionContext): void {
  requireHeader(context, "Channel", "No channel specified");
  const text = requireHeader(context, "Message", "No Message specified");
  requireChannel(context).sendText(text);
  context.reply.ack("Success");
}

/** Source: Asterisk 22, main/manager.c, action_status(), generate_status() */
function status(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const names = splitArguments(action.get("Variables"));
  const all = action.get("Channel") === "";
  const channels = all ? [...pbx.channels.values()] : [requireChannel(context)];
  reply.list(
    channels.map((channel) => ({
      event: "Status",
      headers: [
        ["Privilege", "Call"],
        ...channelHeaders(channel.snapshot()),
        ...statusHeaders(channel),
        ...variableHeaders(channel, names, action.isTrue("AllVariables")),
      ],
      id: "last",
    })),
    {
      message: "Channel status will follow",
      complete: "StatusComplete",
      extra: [["Items", channels.length]],
    },
  );
}

function statusHeaders(channel: Channel): Headers {
  const { pbx, connected, hangupTime } = channel;
  const format = channel.technology === "Local" ? "slin" : "ulaw";
  const remaining = hangupTime === undefined ? 0 : (hangupTime - pbx.clock.now) / 1_000;
  return [
    ["Type", channel.technology],
    ["DNID", channel.dnid],
    ["EffectiveConnectedLineNum", connected.number || "<unknown>"],
    ["EffectiveConnectedLineName", connected.name || "<unknown>"],
    ["TimeToHangup", Math.trunc(remaining)],
    ["BridgeID", channel.bridge?.uniqueid ?? ""],
    ["Application", channel.application],
    ["Data", channel.applicationData],
    ["Nativeformats", `(${format})`],
    ["Readformat", format],
    ["Readtrans", ""],
    ["Writeformat", format],
    ["Writetrans", ""],
    ["Callgroup", 0],
    ["Pickupgroup", 0],
    ["Seconds", Math.floor((pbx.clock.now - channel.created) / 1_000)],
  ];
}

/** Variables as they are, line ends too; one that is not set is `(null)`. */
function variableHeaders(channel: Channel, names: readonly string[], all: boolean): Headers {
  const { pbx } = channel;
  const asked = names.map((name) => [name, readValue(pbx, channel, name) ?? "(null)"] as const);
  const own = all ? [...channel.variables] : [];
  return [...asked, ...own].map(([name, value]) => ["Variable", `${name}=${value}`]);
}
