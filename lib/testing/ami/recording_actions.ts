/**
 * Actions that record a call. No file is written: who is recorded is known, and told.
 *
 * @module
 */
import type { Channel } from "../pbx/channel.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
  requireHeader,
} from "./action_table.ts";

/** Recording. Source: Asterisk 22, apps/app_mixmonitor.c */
export const RECORDING_ACTIONS: readonly ActionDefinition[] = [
  { name: "MixMonitor", privileges: ["system"], synopsis: "Records a call", run: mixMonitor },
  {
    name: "MixMonitorMute",
    privileges: ["system", "call"],
    synopsis: "Mutes a recording",
    run: mixMonitorMute,
  },
  {
    name: "StopMixMonitor",
    privileges: ["system", "call"],
    synopsis: "Stops recording",
    run: stopMixMonitor,
  },
];

/** Channels that are recorded. */
const recorded = new WeakSet<Channel>();

function mixMonitor(context: ActionContext): void {
  const { action, reply, pbx } = context;
  requireHeader(context, "Channel", "No channel specified");
  const channel = requireChannel(context);
  const file = action.get("File");
  if (file === "") throw new ActionRefused("Could not start monitoring channel");
  recorded.add(channel);
  reply.ack();
  pbx.emit("MixMonitorStart", channel);
}

function stopMixMonitor(context: ActionContext): void {
  const { reply, pbx } = context;
  requireHeader(context, "Channel", "No channel specified");
  const channel = requireChannel(context);
  if (!recorded.delete(channel)) throw new ActionRefused("Could not stop monitoring channel");
  reply.ack();
  pbx.emit("MixMonitorStop", channel);
}

function mixMonitorMute(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const direction = action.get("Direction").toLowerCase();
  if (direction === "") {
    throw new ActionRefused("No direction specified. Must be read, write or both");
  }
  if (!/^(read|write|both)$/.test(direction)) {
    throw new ActionRefused("Invalid direction specified. Must be read, write or both");
  }
  requireHeader(context, "Channel", "No channel specified");
  requireHeader(context, "State", "No state specified");
  const channel = requireChannel(context);
  if (!recorded.has(channel)) throw new ActionRefused("Cannot set mute flag");
  reply.ack();
  pbx.emit("MixMonitorMute", channel, () => ({
    Direction: direction,
    State: action.isTrue("State") ? "1" : "0",
  }));
}
