/**
 * What happens in the model, as those hear of it who listen: an AMI server turns it into messages.
 *
 * @module
 */

/** A channel as it was when something happened to it: what AMI calls a snapshot. */
export interface ChannelSnapshot {
  readonly channel: string;
  readonly state: number;
  readonly callerIdNum: string;
  readonly callerIdName: string;
  readonly connectedLineNum: string;
  readonly connectedLineName: string;
  readonly language: string;
  readonly accountCode: string;
  readonly context: string;
  readonly exten: string;
  readonly priority: number;
  readonly uniqueid: string;
  readonly linkedid: string;
}

/** A bridge as it was. */
export interface BridgeSnapshot {
  readonly uniqueid: string;
  readonly type: string;
  readonly technology: string;
  readonly creator: string;
  readonly name: string;
  readonly numChannels: number;
}

/**
 * A part of an event, in the order in which AMI writes them: a channel (`prefix` is empty, or `Dest`,
 * `LocalOne`, ...), a bridge, or fields of the event's own.
 */
export type EventPart =
  | { readonly channel: ChannelSnapshot; readonly prefix: string }
  | { readonly bridge: BridgeSnapshot; readonly prefix: string }
  | { readonly fields: Readonly<Record<string, string>> };

/** Something that happened. */
export interface PbxEvent {
  /** Name as AMI has it: `Newchannel`. */
  readonly name: string;
  /** When, in milliseconds since 1970. */
  readonly time: number;
  readonly parts: readonly EventPart[];
}

/** Hears of all that happens, at once and in order. */
export type PbxListener = (event: PbxEvent) => void;

/** Names of channel states, by number. Source: Asterisk 22, main/channel.c, ast_state2str() */
export const channelStateNames: readonly string[] = [
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
];

/** Channel states that the model uses. */
export const channelState = {
  down: 0,
  ring: 4,
  ringing: 5,
  up: 6,
  busy: 7,
} as const;

/** What hangup causes mean. Source: Asterisk 22, main/channel.c, causes[] */
export const causeTexts: Readonly<Record<number, string>> = {
  0: "Unknown",
  1: "Unallocated (unassigned) number",
  16: "Normal Clearing",
  17: "User busy",
  18: "No user responding",
  19: "User alerting, no answer",
  20: "Subscriber absent",
  21: "Call Rejected",
  26: "Answered elsewhere",
  27: "Destination out of order",
  31: "Normal, unspecified",
  34: "Circuit/channel congestion",
  38: "Network out of order",
  42: "Switching equipment congestion",
  127: "Interworking, unspecified",
};
