/**
 * Events about channels: made up, and those of the recorded streams.
 *
 * @module
 */
import { eventName } from "../../lib/ami/event.ts";
import { formatEvent } from "./ami_peer.ts";
import type { AmiStream } from "./transcripts.ts";

/** A message about a channel; what is not given is the same for all. */
export function about(
  name: string,
  uniqueid: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return formatEvent(name, {
    Privilege: "call,all",
    ...more["BridgeUniqueid"] !== undefined && { BridgeUniqueid: more["BridgeUniqueid"] },
    Channel: `Local/${uniqueid}`,
    ChannelState: "6",
    ChannelStateDesc: "Up",
    CallerIDNum: "<unknown>",
    CallerIDName: "<unknown>",
    ConnectedLineNum: "<unknown>",
    ConnectedLineName: "<unknown>",
    Language: "en",
    AccountCode: "",
    Context: "play",
    Exten: "wait",
    Priority: "1",
    Uniqueid: uniqueid,
    Linkedid: uniqueid,
    ...more,
  });
}

/** The events of a recorded stream. */
export function eventsOf({ bytes }: AmiStream): string[] {
  const text = new TextDecoder().decode(bytes);
  return text.slice(text.indexOf("\r\n") + 2).split("\r\n\r\n")
    .map((message) => `${message}\r\n\r\n`)
    .filter((message) => eventName(message) !== undefined);
}
