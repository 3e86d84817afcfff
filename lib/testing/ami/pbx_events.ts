/**
 * What happens in the model, as AMI events.
 *
 * @module
 */
import {
  type BridgeSnapshot,
  type ChannelSnapshot,
  channelStateNames,
  type EventPart,
  type PbxEvent,
} from "../pbx/event.ts";
import type { Pbx } from "../pbx/pbx.ts";
import { eventPrivilege } from "./event_privilege.ts";
import { escapeC, type Headers, type ManagerEvent } from "./manager_event.ts";

/**
 * Headers of a channel, each name with `prefix` before it.
 * Source: Asterisk 22, main/manager_channels.c, ast_manager_build_channel_state_string_prefix()
 */
export function channelHeaders(channel: ChannelSnapshot, prefix = ""): Headers {
  const known = (value: string) => value === "" ? "<unknown>" : value;
  return [
    [`${prefix}Channel`, channel.channel],
    [`${prefix}ChannelState`, channel.state],
    [`${prefix}ChannelStateDesc`, channelStateNames[channel.state] ?? "Unknown"],
    [`${prefix}CallerIDNum`, known(channel.callerIdNum)],
    [`${prefix}CallerIDName`, known(escapeC(channel.callerIdName))],
    [`${prefix}ConnectedLineNum`, known(channel.connectedLineNum)],
    [`${prefix}ConnectedLineName`, known(escapeC(channel.connectedLineName))],
    [`${prefix}Language`, channel.language],
    [`${prefix}AccountCode`, channel.accountCode],
    [`${prefix}Context`, channel.context],
    [`${prefix}Exten`, channel.exten],
    [`${prefix}Priority`, channel.priority],
    [`${prefix}Uniqueid`, channel.uniqueid],
    [`${prefix}Linkedid`, channel.linkedid],
  ];
}

/**
 * Headers of a bridge.
 * Source: Asterisk 22, main/manager_bridges.c, ast_manager_build_bridge_state_string_prefix()
 */
export function bridgeHeaders(bridge: BridgeSnapshot, prefix = ""): Headers {
  return [
    [`${prefix}BridgeUniqueid`, bridge.uniqueid],
    [`${prefix}BridgeType`, bridge.type],
    [`${prefix}BridgeTechnology`, bridge.technology],
    [`${prefix}BridgeCreator`, bridge.creator],
    [`${prefix}BridgeName`, bridge.name],
    [`${prefix}BridgeNumChannels`, bridge.numChannels],
    [`${prefix}BridgeVideoSourceMode`, "none"],
  ];
}

/**
 * Headers of a part of an event. The values of its own fields are as they are, but for `Value` of
 * VarSet, which is the only one that Asterisk escapes.
 */
export function partHeaders(part: EventPart, event = ""): Headers {
  if ("bridge" in part) return bridgeHeaders(part.bridge, part.prefix);
  if ("channel" in part) return channelHeaders(part.channel, part.prefix);
  return Object.entries(part.fields).map(([name, value]) =>
    [name, event === "VarSet" && name === "Value" ? escapeC(value) : value] as const
  );
}

/** Translates what happens; knows which variables of channels go with it. */
export class PbxEvents {
  readonly #pbx: Pbx;
  readonly #variables: readonly string[];

  /** @param variables `channelvars` of `manager.conf`. */
  constructor(pbx: Pbx, variables: readonly string[]) {
    this.#pbx = pbx;
    this.#variables = variables;
  }

  /** Writes something that happened as an event. */
  translate({ name, parts }: PbxEvent): ManagerEvent {
    const headers = parts.flatMap((part) => [
      ...partHeaders(part, name),
      ...("channel" in part ? this.#variableHeaders(part) : []),
    ]);
    return { name, privileges: [eventPrivilege(name)], headers };
  }

  #variableHeaders({ channel, prefix }: Extract<EventPart, { channel: unknown }>): Headers {
    if (this.#variables.length === 0) return [];
    const variables = this.#pbx.channels.get(channel.channel)?.variables;
    return this.#variables.map((name) =>
      [`${prefix}ChanVariable`, `${name}=${escapeC(variables?.get(name) ?? "")}`] as const
    );
  }
}
