/**
 * What Asterisk's list of channels says otherwise than the events have told.
 *
 * @module
 */

import { type ChannelSnapshot, parseSnapshot } from "./channel_snapshot.ts";
import type { AnyEvent } from "./event.ts";
import type { AmiChannel, LiveChannel } from "./live_channel.ts";

/** What lists of Asterisk say otherwise than the mirror. */
export interface Difference {
  readonly uniqueid: string;
  /** What it is about. */
  readonly kind: "missing" | "gone" | "state" | "place" | "bridge" | "other";
  /** How often events had told of the channel when it was found. */
  readonly revision: number;
  /** The item of the list, unless the channel is not there. */
  readonly item?: AnyEvent;
}

/** Compares an item of `CoreShowChannels` with the channel; `undefined` when they are the same. */
export function findDifference(
  channel: LiveChannel | undefined,
  item: AnyEvent,
): Difference | undefined {
  const kind = channel ? differ(channel, parseSnapshot(textOf(item)), bridgeOf(item)) : "missing";
  if (!kind) return undefined;
  return { uniqueid: item["Uniqueid"] ?? "", kind, revision: channel?.revision ?? 0, item };
}

/** The bridge in an item of `CoreShowChannels` (`BridgeId`) or `Status` (`BridgeID`). */
export function bridgeOf(item: AnyEvent): string {
  return item["BridgeId"] ?? item["BridgeID"] ?? "";
}

/** The description in an item of a list, escapes and all. */
export function textOf({ headers }: AnyEvent): string {
  return snapshotNames.map((name) => `${name}: ${headers.get(name) ?? ""}`).join("\r\n");
}

const snapshotNames = [
  ...["Channel", "ChannelState", "ChannelStateDesc", "CallerIDNum", "CallerIDName"],
  ...["ConnectedLineNum", "ConnectedLineName", "Language", "AccountCode", "Context", "Exten"],
  ...["Priority", "Uniqueid", "Linkedid"],
];

/** What a description says otherwise than the channel, the gravest first. */
function differ(
  channel: AmiChannel,
  snapshot: ChannelSnapshot,
  bridge: string,
): Difference["kind"] | undefined {
  if (channel.state !== snapshot.state) return "state";
  if ((channel.bridge?.uniqueid ?? "") !== bridge) return "bridge";
  const place = ({ context, exten, priority }: ChannelSnapshot) =>
    [context, exten, priority].join();
  if (place(channel) !== place(snapshot)) return "place";
  const rest = ({ name, caller, connected, language, accountcode, linkedid }: ChannelSnapshot) =>
    JSON.stringify([name, caller, connected, language, accountcode, linkedid]);
  return rest(channel) === rest(snapshot) ? undefined : "other";
}
