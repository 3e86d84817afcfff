/**
 * The headers that many events have, which the documentation has placeholders for, or nothing.
 *
 * @module
 */
import type { AmiEvent, Header } from "./model.ts";

/** The headers of a channel, of a bridge, of the end of a list, or that any event can have. */
export const headerBlocks: Readonly<
  Record<"channel" | "bridge" | "event" | "listEnd", readonly Header[]>
> = {
  // main/manager_channels.c, ast_manager_build_channel_state_string_prefix()
  channel: [
    always("Channel"),
    always("ChannelState", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
    // main/channel.c, ast_state2str()
    always("ChannelStateDesc", [
      "Down",
      "Rsrvd",
      "OffHook",
      "Dialing",
      "Ring",
      "Ringing",
      "Up",
      "Busy",
      "Dialing Offhook",
      "Pre-ring",
      "Mute",
      "*",
    ]),
    always("CallerIDNum"),
    always("CallerIDName"),
    always("ConnectedLineNum"),
    always("ConnectedLineName"),
    always("Language"),
    always("AccountCode"),
    always("Context"),
    always("Exten"),
    always("Priority"),
    always("Uniqueid"),
    always("Linkedid"),
    // since 20.12, 21.5 and 22.0, if it has one
    atTimes("Tenantid"),
    // one for each name in channelvars of manager.conf
    atTimes("ChanVariable"),
  ],
  // main/manager_bridges.c, ast_manager_build_bridge_state_string_prefix()
  bridge: [
    always("BridgeUniqueid"),
    always("BridgeType"),
    always("BridgeTechnology"),
    always("BridgeCreator"),
    always("BridgeName"),
    always("BridgeNumChannels"),
    // main/bridge.c, ast_bridge_video_mode_to_string()
    always("BridgeVideoSourceMode", ["none", "talker", "single", "sfu", "*"]),
    atTimes("BridgeVideoSource"),
  ],
  // main/manager.c, __manager_event_sessions_va()
  event: [
    atTimes("Privilege"),
    atTimes("Timestamp"),
    atTimes("SequenceNumber"),
    atTimes("File"),
    atTimes("Line"),
    atTimes("Func"),
    atTimes("SystemName"),
    atTimes("ActionID"),
  ],
  // main/manager.c, astman_send_list_complete_start()
  listEnd: [always("EventList", ["Complete"]), always("ListItems")],
};

/** An event that ends a list. */
export function isListEnd({ headers }: AmiEvent): boolean {
  return headerBlocks.listEnd.every(({ name }) => headers.some((header) => header.name === name));
}

function always(name: string, values: readonly string[] = []): Header {
  return { name, optional: false, values };
}

function atTimes(name: string): Header {
  return { name, optional: true, values: [] };
}

/**
 * All headers of an event, each once: its own, those of its channels and bridges with their prefixes,
 * and those that any event can have.
 */
export function allHeaders({ name, snapshots, headers }: AmiEvent): ReadonlyMap<string, Header> {
  const event: Header = { name: "Event", optional: false, values: [name] };
  const described = snapshots.flatMap(({ kind, prefix, optional }) =>
    headerBlocks[kind].map((header) => ({
      ...header,
      name: `${prefix}${header.name}`,
      optional: optional || header.optional,
    }))
  );
  const all = [...headerBlocks.event, event, ...described, ...headers];
  return new Map(all.map((header) => [header.name, header]));
}
