/**
 * Actions on bridges.
 *
 * @module
 */
import type { Bridge } from "../pbx/bridge.ts";
import type { Channel } from "../pbx/channel.ts";
import { joinCalls } from "../pbx/join.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
  requireHeader,
} from "./action_table.ts";
import { bridgeHeaders, channelHeaders } from "./pbx_events.ts";

/** Bridges. */
export const BRIDGE_ACTIONS: readonly ActionDefinition[] = [
  { name: "Bridge", privileges: ["call"], synopsis: "Bridges two channels", run: bridge },
  { name: "BridgeDestroy", privileges: [], synopsis: "Destroys a bridge", run: bridgeDestroy },
  { name: "BridgeInfo", privileges: [], synopsis: "Lists who is in a bridge", run: bridgeInfo },
  { name: "BridgeKick", privileges: [], synopsis: "Takes a channel out", run: bridgeKick },
  { name: "BridgeList", privileges: [], synopsis: "Lists the bridges", run: bridgeList },
  {
    name: "BridgeTechnologyList",
    privileges: [],
    synopsis: "Lists bridge technologies",
    run: technologyList,
  },
  {
    name: "BridgeTechnologySuspend",
    privileges: [],
    synopsis: "Suspends a technology",
    run: (context) => setSuspended(context, true),
  },
  {
    name: "BridgeTechnologyUnsuspend",
    privileges: [],
    synopsis: "Resumes a technology",
    run: (context) => setSuspended(context, false),
  },
];

/** Source: Asterisk 22, main/features.c, action_bridge() */
function bridge(context: ActionContext): void {
  const { reply } = context;
  requireHeader(context, "Channel1", "Missing channel parameter in request");
  requireHeader(context, "Channel2", "Missing channel parameter in request");
  const [first, second] = ([1, 2] as const).map((number) =>
    requireChannel(
      context,
      `Channel${number}`,
      (name) => `Channel${number} does not exist: ${name}`,
    )
  );
  if (!first || !second) return;
  if (first === second) {
    throw new ActionRefused(`Unable to add Channel2 to bridge: ${second.name}`);
  }
  reply.ack("Channels have been bridged");
  joinCalls(first, second);
}

function requireBridge(context: ActionContext, message: string): Bridge {
  const found = context.pbx.bridges.get(context.action.get("BridgeUniqueid"));
  if (!found) throw new ActionRefused(message);
  return found;
}

function bridgeDestroy(context: ActionContext): void {
  const { reply } = context;
  requireHeader(context, "BridgeUniqueid", "BridgeUniqueid must be provided");
  const found = requireBridge(context, "Specified BridgeUniqueid not found");
  reply.ack("Bridge has been destroyed");
  for (const channel of [...found.channels]) takeOut(channel);
}

/** Takes a channel out of its bridge, and has what runs on it notice. */
function takeOut(channel: Channel): void {
  channel.pbx.leaveBridge(channel);
  channel.nudge();
}

function bridgeInfo(context: ActionContext): void {
  const { reply } = context;
  requireHeader(context, "BridgeUniqueid", "BridgeUniqueid must be provided");
  const found = requireBridge(context, "Specified BridgeUniqueid not found");
  reply.list(
    [...found.channels].map((channel) => ({
      event: "BridgeInfoChannel",
      headers: channelHeaders(channel.snapshot()),
    })),
    {
      message: "Bridge channel listing will follow",
      complete: "BridgeInfoComplete",
      extra: bridgeHeaders(found.snapshot()),
    },
  );
}

function bridgeKick(context: ActionContext): void {
  const { action, reply } = context;
  requireHeader(context, "Channel", "Channel must be provided");
  const channel = requireChannel(context, "Channel", "Channel does not exist");
  const asked = action.get("BridgeUniqueid") === ""
    ? channel.bridge
    : requireBridge(context, "Bridge not found");
  if (!asked) throw new ActionRefused("Channel is not in a bridge");
  if (channel.bridge !== asked) throw new ActionRefused("Channel kick from bridge failed");
  reply.ack("Channel has been kicked");
  takeOut(channel);
}

function bridgeList({ action, reply, pbx }: ActionContext): void {
  const type = action.get("BridgeType");
  const found = [...pbx.bridges.values()].filter((each) => type === "" || each.type === type);
  reply.list(
    found.map((each) => ({ event: "BridgeListItem", headers: bridgeHeaders(each.snapshot()) })),
    { message: "Bridge listing will follow", complete: "BridgeListComplete" },
  );
}

/** What Asterisk has, by priority. Source: bridges/bridge_*.c */
const TECHNOLOGIES = [
  ["native_rtp", "Native", 90],
  ["holding_bridge", "Holding", 50],
  ["simple_bridge", "1to1Mix", 50],
  ["softmix", "MultiMix", 10],
] as const;

function technologyList({ reply, server }: ActionContext): void {
  reply.list(
    TECHNOLOGIES.map(([name, type, priority]) => ({
      event: "BridgeTechnologyListItem",
      headers: [
        ["BridgeTechnology", name],
        ["BridgeType", type],
        ["BridgePriority", priority],
        ["BridgeSuspended", server.suspendedTechnologies.has(name) ? "Yes" : "No"],
      ],
      id: "last",
    })),
    { message: "Bridge technology listing will follow", complete: "BridgeTechnologyListComplete" },
  );
}

/** Remembers it for the list; bridges are made all the same. */
function setSuspended(context: ActionContext, suspended: boolean): void {
  const { reply, server } = context;
  const name = requireHeader(context, "BridgeTechnology", "BridgeTechnology must be provided");
  const known = TECHNOLOGIES.find(([technology]) => technology === name.toLowerCase());
  if (!known) throw new ActionRefused("BridgeTechnology not found");
  if (suspended) server.suspendedTechnologies.add(known[0]);
  else server.suspendedTechnologies.delete(known[0]);
  reply.ack(`${suspended ? "Suspended" : "Unsuspended"} bridge technology`);
}
