/**
 * The AMI events that listeners get.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

import type { OtherText, Prefixed } from "./basics.ts";

/** Headers that any event can have. */
export interface EventHeaders {
  /** Classes of the event. */
  readonly Privilege?: string;
  /** When it happened, in seconds since 1970 with fractions, if manager.conf asks for it. */
  readonly Timestamp?: string;
  /** Number of the event, when AMI is debugged. */
  readonly SequenceNumber?: string;
  /** Source file, when AMI is debugged. */
  readonly File?: string;
  /** Line, when AMI is debugged. */
  readonly Line?: string;
  /** Function, when AMI is debugged. */
  readonly Func?: string;
  /** Name of this Asterisk, of asterisk.conf. */
  readonly SystemName?: string;
  /** The action that it is an answer to, or that a user's event was sent by. */
  readonly ActionID?: string;
}

/** A channel as events describe it. */
export interface ChannelHeaders {
  /** Name of the channel. */
  readonly Channel: string;
  /** State of the channel, a number. */
  readonly ChannelState: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10";
  /** State of the channel. */
  readonly ChannelStateDesc:
    | "Down"
    | "Rsrvd"
    | "OffHook"
    | "Dialing"
    | "Ring"
    | "Ringing"
    | "Up"
    | "Busy"
    | "Dialing Offhook"
    | "Pre-ring"
    | "Mute"
    | OtherText;
  /** Number of the caller. */
  readonly CallerIDNum: string;
  /** Name of the caller. */
  readonly CallerIDName: string;
  /** Number of the other side. */
  readonly ConnectedLineNum: string;
  /** Name of the other side. */
  readonly ConnectedLineName: string;
  /** Language. */
  readonly Language: string;
  /** Account code, often empty. */
  readonly AccountCode: string;
  /** Context of the dialplan. */
  readonly Context: string;
  /** Extension. */
  readonly Exten: string;
  /** Priority. */
  readonly Priority: string;
  /** Identifies the channel on its Asterisk. */
  readonly Uniqueid: string;
  /** Uniqueid of the oldest channel of this call. */
  readonly Linkedid: string;
  /** Tenant of the channel. */
  readonly Tenantid?: string;
  /** A variable that manager.conf asks for, `NAME=value`, C-escaped; one header for each. */
  readonly ChanVariable?: string;
}

/** A bridge as events describe it. */
export interface BridgeHeaders {
  /** Identifies the bridge. */
  readonly BridgeUniqueid: string;
  /** What it can do. */
  readonly BridgeType: string;
  /** Name of the technology. */
  readonly BridgeTechnology: string;
  /** Who made the bridge: `ConfBridge`, `Parking`; `<unknown>`. */
  readonly BridgeCreator: string;
  /** Name of the bridge, or `<unknown>`. */
  readonly BridgeName: string;
  /** Number of channels in the bridge. */
  readonly BridgeNumChannels: string;
  /** How it is chosen whose video is shown. */
  readonly BridgeVideoSourceMode: "none" | "talker" | "single" | "sfu" | OtherText;
  /** Uniqueid of the channel whose video is shown. */
  readonly BridgeVideoSource?: string;
}

/**
 * A queue calls a member.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface AgentCalledEvent
  extends EventHeaders, ChannelHeaders, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AgentCalled";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
}

/**
 * A member's call of a queue is over.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface AgentCompleteEvent
  extends EventHeaders, Partial<ChannelHeaders>, Partial<Prefixed<"Dest", ChannelHeaders>> {
  /** Name of the event. */
  readonly Event: "AgentComplete";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** Seconds of waiting. */
  readonly HoldTime: string;
  /** Seconds of talking. */
  readonly TalkTime: string;
  /** Who ended the call. */
  readonly Reason: "caller" | "agent" | "transfer";
}

/**
 * A member has answered a caller of a queue.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface AgentConnectEvent
  extends EventHeaders, ChannelHeaders, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AgentConnect";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** Seconds of ringing. */
  readonly RingTime: string;
  /** Seconds of waiting. */
  readonly HoldTime: string;
}

/**
 * A member sent a caller of a queue away while listening to the announcement.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface AgentDumpEvent
  extends EventHeaders, ChannelHeaders, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AgentDump";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
}

/**
 * An agent has logged in.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface AgentLoginEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "AgentLogin";
  /** Number of the agent, of agents.conf. */
  readonly Agent: string;
}

/**
 * An agent has logged off.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface AgentLogoffEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AgentLogoff";
  /** Number of the agent, of agents.conf. */
  readonly Agent: string;
  /** Seconds that the agent was logged in. */
  readonly Logintime: string;
}

/**
 * A member of a queue did not answer.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface AgentRingNoAnswerEvent
  extends EventHeaders, ChannelHeaders, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AgentRingNoAnswer";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** Milliseconds of ringing. */
  readonly RingTime: string;
}

/**
 * An AGI command has ended.
 *
 * Class `agi`. In Asterisk 22 and 16, since 12.0.0. Module `res_agi`.
 */
export interface AGIExecEndEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "AGIExecEnd";
  /** The command. */
  readonly Command: string;
  /** Identifies the command: what the action AGI gave, or a number of Asterisk's. */
  readonly CommandId: string;
  /** Code of the reply. */
  readonly ResultCode: "200" | "510" | "511" | "520" | OtherText;
  /** How it went, in words. */
  readonly Result: string;
}

/**
 * An AGI command begins.
 *
 * Class `agi`. In Asterisk 22 and 16, since 12.0.0. Module `res_agi`.
 */
export interface AGIExecStartEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "AGIExecStart";
  /** The command. */
  readonly Command: string;
  /** Identifies the command: what the action AGI gave, or a number of Asterisk's. */
  readonly CommandId: string;
}

/**
 * A DAHDI channel has an alarm.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0. Module `chan_dahdi`.
 */
export interface AlarmEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Alarm";
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: string;
  /** The alarm. */
  readonly Alarm: string;
}

/**
 * The alarm of a DAHDI channel is over.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0. Module `chan_dahdi`.
 */
export interface AlarmClearEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "AlarmClear";
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: string;
}

/**
 * Advice of charge during a call.
 *
 * Class `aoc`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface AOCDEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AOC-D";
  /** What is charged. */
  readonly "Charge/Type": "NotAvailable" | "Free" | "Currency" | "Units" | OtherText;
  /** How it is billed. */
  readonly "Charge/BillingID"?: string;
  /** So far, or all. */
  readonly "Charge/TotalType"?: "SubTotal" | "Total";
  /** The currency. */
  readonly "Charge/Currency/Name"?: string;
  /** Amount, times the multiplier. */
  readonly "Charge/Currency/Cost"?: string;
  /** `1/1000` to `1000`. */
  readonly "Charge/Currency/Multiplier"?: string;
  /** Further headers: units: `Charge/Units(0)/NumberOf`, `Charge/Units(0)/TypeOf`. */
  readonly [header: Capitalize<string>]: string | undefined;
}

/**
 * Advice of charge at the end of a call.
 *
 * Class `aoc`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface AOCEEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AOC-E";
  /** A number. */
  readonly "ChargingAssociation/Number"?: string;
  /** Numbering plan of it. */
  readonly "ChargingAssociation/Plan"?: string;
  /** Identifies the association. */
  readonly "ChargingAssociation/ID"?: string;
  /** What is charged. */
  readonly "Charge/Type": "NotAvailable" | "Free" | "Currency" | "Units" | OtherText;
  /** How it is billed. */
  readonly "Charge/BillingID"?: string;
  /** So far, or all. */
  readonly "Charge/TotalType"?: "SubTotal" | "Total";
  /** The currency. */
  readonly "Charge/Currency/Name"?: string;
  /** Amount, times the multiplier. */
  readonly "Charge/Currency/Cost"?: string;
  /** `1/1000` to `1000`. */
  readonly "Charge/Currency/Multiplier"?: string;
  /** Further headers: units: `Charge/Units(0)/NumberOf`, `Charge/Units(0)/TypeOf`. */
  readonly [header: Capitalize<string>]: string | undefined;
}

/**
 * Advice of charge about the rates of a call.
 *
 * Class `aoc`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface AOCSEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "AOC-S";
  /** Further headers: the rates: `(null)(0)/Chargeable` and so on. */
  readonly [header: Capitalize<string>]: string | undefined;
}

/**
 * A channel has left AsyncAGI.
 *
 * Class `agi`. In Asterisk 22 and 16, since 12.0.0. Module `res_agi`.
 */
export interface AsyncAGIEndEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "AsyncAGIEnd";
}

/**
 * A command of AsyncAGI has ended.
 *
 * Class `agi`. In Asterisk 22 and 16, since 12.0.0. Module `res_agi`.
 */
export interface AsyncAGIExecEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "AsyncAGIExec";
  /** The reply, URI-encoded, with its line end. */
  readonly Result: string;
  /** Identifies the command: what the action AGI gave, or a number of Asterisk's. */
  readonly CommandId?: string;
}

/**
 * A channel has begun AsyncAGI and waits for commands.
 *
 * Class `agi`. In Asterisk 22 and 16, since 12.0.0. Module `res_agi`.
 */
export interface AsyncAGIStartEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "AsyncAGIStart";
  /** The environment of the script, URI-encoded. */
  readonly Env: string;
}

/**
 * An attended transfer is over.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface AttendedTransferEvent
  extends
    EventHeaders,
    Prefixed<"OrigTransferer", ChannelHeaders>,
    Partial<Prefixed<"Orig", BridgeHeaders>>,
    Prefixed<"SecondTransferer", ChannelHeaders>,
    Partial<Prefixed<"Second", BridgeHeaders>>,
    Partial<Prefixed<"LocalOne", ChannelHeaders>>,
    Partial<Prefixed<"LocalTwo", ChannelHeaders>>,
    Partial<Prefixed<"Transferee", ChannelHeaders>>,
    Partial<Prefixed<"TransferTarget", ChannelHeaders>> {
  /** Name of the event. */
  readonly Event: "AttendedTransfer";
  /** How it went. */
  readonly Result: "Fail" | "Invalid" | "Not Permitted" | "Success";
  /** Where the call went to. */
  readonly DestType: "Bridge" | "App" | "Link" | "Threeway" | "Fail";
  /** The bridge that the call went to. */
  readonly DestBridgeUniqueid?: string;
  /** The application that the call went to. */
  readonly DestApp?: string;
  /** Who transferred and stayed in the conference of three. */
  readonly DestTransfererChannel?: string;
  /** Not by a feature of Asterisk's own. */
  readonly IsExternal: "Yes" | "No";
}

/**
 * Somebody tried a method of authentication that is not allowed.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface AuthMethodNotAllowedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "AuthMethodNotAllowed";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The method that was tried. */
  readonly AuthMethod: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * A blind transfer is over.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface BlindTransferEvent
  extends
    EventHeaders,
    Prefixed<"Transferer", ChannelHeaders>,
    Partial<Prefixed<"Transferee", ChannelHeaders>>,
    Partial<BridgeHeaders> {
  /** Name of the event. */
  readonly Event: "BlindTransfer";
  /** How it went. */
  readonly Result: "Fail" | "Invalid" | "Not Permitted" | "Success";
  /** Not by a feature of Asterisk's own. */
  readonly IsExternal: "Yes" | "No";
  /** Context of the dialplan. */
  readonly Context: string;
  /** Extension. */
  readonly Extension: string;
}

/**
 * A bridge is there.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface BridgeCreateEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "BridgeCreate";
}

/**
 * A bridge is gone.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface BridgeDestroyEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "BridgeDestroy";
}

/**
 * A channel has entered a bridge.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface BridgeEnterEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "BridgeEnter";
  /** Uniqueid of the channel whose place it takes. */
  readonly SwapUniqueid?: string;
}

/**
 * A channel has left a bridge.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface BridgeLeaveEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "BridgeLeave";
}

/**
 * Two bridges become one.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface BridgeMergeEvent
  extends EventHeaders, Prefixed<"To", BridgeHeaders>, Prefixed<"From", BridgeHeaders> {
  /** Name of the event. */
  readonly Event: "BridgeMerge";
}

/**
 * A bridge shows the video of another channel.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.13.0, 14.2.0.
 */
export interface BridgeVideoSourceUpdateEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "BridgeVideoSourceUpdate";
  /** Uniqueid of the channel whose video was shown before. */
  readonly BridgePreviousVideoSource: string;
}

/**
 * Call completion can be asked for.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCAvailableEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCAvailable";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who is called. */
  readonly Callee: string;
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
}

/**
 * The caller calls again.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCCallerRecallingEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCCallerRecalling";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
}

/**
 * The callee is waited for again.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCCallerStartMonitoringEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCCallerStartMonitoring";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
}

/**
 * The callee is waited for no longer.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCCallerStopMonitoringEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCCallerStopMonitoring";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
}

/**
 * Call completion has failed.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCFailureEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCFailure";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
  /** Why. */
  readonly Reason: string;
}

/**
 * The callee cannot be waited for.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCMonitorFailedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCMonitorFailed";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who is called. */
  readonly Callee: string;
}

/**
 * The caller may ask for call completion now.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCOfferTimerStartEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCOfferTimerStart";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
  /** Seconds until it ends. */
  readonly Expires: string;
}

/**
 * The caller has called again.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCRecallCompleteEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCRecallComplete";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
}

/**
 * A request for call completion was accepted.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCRequestAcknowledgedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCRequestAcknowledged";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
}

/**
 * The caller asked for call completion.
 *
 * Class `cc`. In Asterisk 22 and 16.
 */
export interface CCRequestedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CCRequested";
  /** Identifies the call completion. */
  readonly CoreID: string;
  /** Who calls. */
  readonly Caller: string;
  /** Who is called. */
  readonly Callee: string;
}

/**
 * A call detail record.
 *
 * Class `cdr`. In Asterisk 22 and 16, since 13.2.0. Module `cdr_manager`.
 */
export interface CdrEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Cdr";
  /** Account code, often empty. */
  readonly AccountCode: string;
  /** Number of the caller. */
  readonly Source: string;
  /** Extension that was called. */
  readonly Destination: string;
  /** Context of that extension. */
  readonly DestinationContext: string;
  /** Name and number of the caller: `"Name" <number>`. */
  readonly CallerID: string;
  /** Name of the channel. */
  readonly Channel: string;
  /** The other channel; empty when there was none. */
  readonly DestinationChannel: string;
  /** The last application. */
  readonly LastApplication: string;
  /** Arguments of it. */
  readonly LastData: string;
  /** When it began, local time. */
  readonly StartTime: string;
  /** When it was answered, local time; empty when it was not. */
  readonly AnswerTime: string;
  /** When it ended, local time. */
  readonly EndTime: string;
  /** Seconds. */
  readonly Duration: string;
  /** Seconds since it was answered. */
  readonly BillableSeconds: string;
  /** How it ended. */
  readonly Disposition: "NO ANSWER" | "FAILED" | "BUSY" | "ANSWERED" | "CONGESTION" | OtherText;
  /** What the record is for, of billing. */
  readonly AMAFlags: "OMIT" | "BILLING" | "DOCUMENTATION" | OtherText;
  /** Identifies the channel on its Asterisk. */
  readonly UniqueID: string;
  /** What the dialplan wrote there. */
  readonly UserField: string;
  /** Further headers: those that cdr_manager.conf adds. */
  readonly [header: Capitalize<string>]: string | undefined;
}

/**
 * An entry of the channel event log.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.2.0. Module `cel_manager`.
 */
export interface CELEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CEL";
  /** The kind of event. */
  readonly EventName:
    | "CHAN_START"
    | "CHAN_END"
    | "ANSWER"
    | "HANGUP"
    | "BRIDGE_ENTER"
    | "BRIDGE_EXIT"
    | "APP_START"
    | "APP_END"
    | "PARK_START"
    | "PARK_END"
    | "BLINDTRANSFER"
    | "ATTENDEDTRANSFER"
    | "PICKUP"
    | "FORWARD"
    | "LINKEDID_END"
    | "LOCAL_OPTIMIZE_BEGIN"
    | "LOCAL_OPTIMIZE"
    | "STREAM_BEGIN"
    | "STREAM_END"
    | "DTMF"
    | "USER_DEFINED"
    | OtherText;
  /** Account code, often empty. */
  readonly AccountCode: string;
  /** Number of the caller. */
  readonly CallerIDnum: string;
  /** Name of the caller. */
  readonly CallerIDname: string;
  /** ANI of the caller. */
  readonly CallerIDani: string;
  /** Number that redirected the call. */
  readonly CallerIDrdnis: string;
  /** The number that was dialled. */
  readonly CallerIDdnid: string;
  /** Extension. */
  readonly Exten: string;
  /** Context of the dialplan. */
  readonly Context: string;
  /** The application. */
  readonly Application: string;
  /** Arguments of the application. */
  readonly AppData: string;
  /** When it happened, local time. */
  readonly EventTime: string;
  /** What the record is for, of billing. */
  readonly AMAFlags: "OMIT" | "BILLING" | "DOCUMENTATION" | OtherText;
  /** Identifies the channel on its Asterisk. */
  readonly UniqueID: string;
  /** Uniqueid of the oldest channel of this call. */
  readonly LinkedID: string;
  /** The other channel. */
  readonly Peer: string;
  /** Account code of the other channel. */
  readonly PeerAccount: string;
  /** What there is to say about this kind, as JSON. */
  readonly Extra: string;
  /** Name of the channel. */
  readonly Channel: string;
  /** What the dialplan wrote there. */
  readonly Userfield: string;
  /** Name of a user's event. */
  readonly UserDefType?: string;
  /** Tenant of the channel. */
  readonly TenantID?: string;
}

/**
 * Somebody answered a challenge wrongly.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface ChallengeResponseFailedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ChallengeResponseFailed";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The challenge. */
  readonly Challenge: string;
  /** The response that was given. */
  readonly Response: string;
  /** The response that was expected. */
  readonly ExpectedResponse: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * Somebody was sent a challenge.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface ChallengeSentEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ChallengeSent";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The challenge. */
  readonly Challenge: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * A channel has begun to talk.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.4.0.
 */
export interface ChannelTalkingStartEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ChannelTalkingStart";
}

/**
 * A channel has stopped talking.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.4.0.
 */
export interface ChannelTalkingStopEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ChannelTalkingStop";
  /** Milliseconds of talking. */
  readonly Duration: string;
}

/**
 * A channel spies upon another.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface ChanSpyStartEvent
  extends EventHeaders, Prefixed<"Spyer", ChannelHeaders>, Prefixed<"Spyee", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "ChanSpyStart";
}

/**
 * A channel spies no longer.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface ChanSpyStopEvent
  extends
    EventHeaders,
    Prefixed<"Spyer", ChannelHeaders>,
    Partial<Prefixed<"Spyee", ChannelHeaders>> {
  /** Name of the event. */
  readonly Event: "ChanSpyStop";
}

/**
 * A conference has ended.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeEndEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeEnd";
  /** Name of the conference. */
  readonly Conference: string;
}

/**
 * A channel has joined a conference.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeJoinEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeJoin";
  /** Name of the conference. */
  readonly Conference: string;
  /** An administrator of the conference. */
  readonly Admin: "Yes" | "No";
  /** It is muted. */
  readonly Muted: "Yes" | "No";
}

/**
 * A channel has left a conference.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeLeaveEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeLeave";
  /** Name of the conference. */
  readonly Conference: string;
  /** An administrator of the conference. */
  readonly Admin: "Yes" | "No";
}

/**
 * A user of a conference was muted.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeMuteEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeMute";
  /** Name of the conference. */
  readonly Conference: string;
  /** An administrator of the conference. */
  readonly Admin: "Yes" | "No";
}

/**
 * A conference is being recorded.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeRecordEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeRecord";
  /** Name of the conference. */
  readonly Conference: string;
}

/**
 * A conference has begun.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeStartEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeStart";
  /** Name of the conference. */
  readonly Conference: string;
}

/**
 * A conference is recorded no longer.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeStopRecordEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeStopRecord";
  /** Name of the conference. */
  readonly Conference: string;
}

/**
 * A user of a conference talks, or has stopped.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeTalkingEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeTalking";
  /** Name of the conference. */
  readonly Conference: string;
  /** Talks or has stopped. */
  readonly TalkingStatus: "on" | "off";
  /** An administrator of the conference. */
  readonly Admin: "Yes" | "No";
}

/**
 * A user of a conference can be heard again.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `confbridge_manager`.
 */
export interface ConfbridgeUnmuteEvent extends EventHeaders, BridgeHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeUnmute";
  /** Name of the conference. */
  readonly Conference: string;
  /** An administrator of the conference. */
  readonly Admin: "Yes" | "No";
}

/**
 * The state of a contact has changed.
 *
 * Class `system`. In Asterisk 22 and 16, since 13.5.0.
 */
export interface ContactStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ContactStatus";
  /** URI of the contact. */
  readonly URI: string;
  /** How the contact is now. */
  readonly ContactStatus:
    | "Unreachable"
    | "Reachable"
    | "Unknown"
    | "NonQualified"
    | "Removed"
    | OtherText;
  /** Address of record. */
  readonly AOR: string;
  /** Name of the endpoint. */
  readonly EndpointName: string;
  /** Microseconds to the contact and back; `N/A`. */
  readonly RoundtripUsec?: string;
}

/**
 * A channel uses a DAHDI channel.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `chan_dahdi`.
 */
export interface DAHDIChannelEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "DAHDIChannel";
  /** Its groups, a bit for each. */
  readonly DAHDIGroup: string;
  /** Its span. */
  readonly DAHDISpan: string;
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: string;
}

/**
 * Asterisk seems to have a deadlock.
 *
 * Class `system`. In Asterisk 22 and 16, since 16.29.0, 18.15.0, 19.7.0.
 */
export interface DeadlockStartEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DeadlockStart";
  /** Name of the mutex. */
  readonly Mutex: string;
}

/**
 * The state of a device has changed. An item of what `DeviceStateList` lists.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.0.0.
 */
export interface DeviceStateChangeEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DeviceStateChange";
  /** Name of the device: `PJSIP/100`, `Custom:lamp`. */
  readonly Device: string;
  /**
   * `NOT_INUSE`, `INUSE`, `BUSY`, `INVALID`, `UNAVAILABLE`, `RINGING`, `RINGINUSE`, `ONHOLD` or
   * `UNKNOWN`.
   */
  readonly State: string;
}

/**
 * A channel is being dialled.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface DialBeginEvent
  extends EventHeaders, Partial<ChannelHeaders>, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "DialBegin";
  /** What was dialled, without the technology. */
  readonly DialString: string;
}

/**
 * Dialling a channel is over.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface DialEndEvent
  extends EventHeaders, Partial<ChannelHeaders>, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "DialEnd";
  /** How it went. */
  readonly DialStatus:
    | "ABORT"
    | "ANSWER"
    | "BUSY"
    | "CANCEL"
    | "CHANUNAVAIL"
    | "CONGESTION"
    | "CONTINUE"
    | "GOTO"
    | "NOANSWER"
    | OtherText;
  /** Where the call was forwarded to. */
  readonly Forward?: string;
}

/**
 * Dialling a channel has got further.
 *
 * Class `call`. In Asterisk 22 and 16, since 14.0.0.
 */
export interface DialStateEvent
  extends EventHeaders, Partial<ChannelHeaders>, Prefixed<"Dest", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "DialState";
  /** How far it is. */
  readonly DialStatus: "RINGING" | "PROCEEDING" | "PROGRESS";
  /** Where the call was forwarded to. */
  readonly Forward?: string;
}

/**
 * Do not disturb has changed on a DAHDI channel.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0. Module `chan_dahdi`.
 */
export interface DNDStateEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DNDState";
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: string;
  /** Status. */
  readonly Status: "enabled" | "disabled";
}

/**
 * A key is pressed.
 *
 * Class `dtmf`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface DTMFBeginEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "DTMFBegin";
  /** The key: `0` to `9`, `*`, `#`, `A` to `D`. */
  readonly Digit: string;
  /** Which way, seen from Asterisk. */
  readonly Direction: "Received" | "Sent";
}

/**
 * A key was pressed.
 *
 * Class `dtmf`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface DTMFEndEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "DTMFEnd";
  /** The key: `0` to `9`, `*`, `#`, `A` to `D`. */
  readonly Digit: string;
  /** Milliseconds. */
  readonly DurationMs: string;
  /** Which way, seen from Asterisk. */
  readonly Direction: "Received" | "Sent";
}

/**
 * The state of an extension has changed. An item of what `ExtensionStateList` lists.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface ExtensionStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ExtensionStatus";
  /** Extension. */
  readonly Exten: string;
  /** Context of the extension. */
  readonly Context: string;
  /** Devices behind the hint. */
  readonly Hint: string;
  /**
   * State as a number: 0 idle, 1 in use, 2 busy, 4 unavailable, 8 ringing, 16 on hold, sums of
   * these, -1 and -2 removed.
   */
  readonly Status: "-2" | "-1" | "0" | "1" | "2" | "4" | "8" | "9" | "16" | "17";
  /** State in a word. */
  readonly StatusText:
    | "Idle"
    | "InUse"
    | "Busy"
    | "Unavailable"
    | "Ringing"
    | "InUse&Ringing"
    | "Hold"
    | "InUse&Hold"
    | "Unknown";
}

/**
 * Somebody's address is not allowed.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface FailedACLEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "FailedACL";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** The access rule that refused. */
  readonly ACLName?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * A fax has got further.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface FAXStatusEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "FAXStatus";
  /** What is done. */
  readonly Operation?: "gateway" | "receive" | "send";
  /** What is going on. */
  readonly Status?: string;
  /** Own station identification. */
  readonly LocalStationID?: string;
  /** File of the fax; one header for each. */
  readonly FileName?: string;
}

/**
 * A channel has flashed.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface FlashEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Flash";
}

/**
 * Asterisk has started; also sent after a login.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface FullyBootedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "FullyBooted";
  /** Status. */
  readonly Status: string;
  /** Seconds since Asterisk started. */
  readonly Uptime: string;
  /** Seconds since the last reload. */
  readonly LastReload: string;
}

/**
 * A channel is gone.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface HangupEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Hangup";
  /** Why, a number of Q.850. */
  readonly Cause: string;
  /** Why, in words. */
  readonly "Cause-txt": string;
  /** Why, a code of the technology, such as that of SIP. Documented for Asterisk 22 only. */
  readonly TechCause?: string;
}

/**
 * A hangup handler was removed.
 *
 * Class `dialplan`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface HangupHandlerPopEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "HangupHandlerPop";
  /** The handler: `context,extension,priority(arguments)`. */
  readonly Handler: string;
}

/**
 * A hangup handler was added.
 *
 * Class `dialplan`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface HangupHandlerPushEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "HangupHandlerPush";
  /** The handler: `context,extension,priority(arguments)`. */
  readonly Handler: string;
}

/**
 * A hangup handler runs.
 *
 * Class `dialplan`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface HangupHandlerRunEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "HangupHandlerRun";
  /** The handler: `context,extension,priority(arguments)`. */
  readonly Handler: string;
}

/**
 * The other end hangs up.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface HangupRequestEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "HangupRequest";
  /** Why, a number of Q.850. */
  readonly Cause?: string;
  /** Why, a code of the technology, such as that of SIP. */
  readonly TechCause?: string;
}

/**
 * A channel was put on hold.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface HoldEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Hold";
  /** Class of the music that was asked for. */
  readonly MusicClass?: string;
}

/**
 * Somebody tried a name that does not exist.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface InvalidAccountIDEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "InvalidAccountID";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * Somebody tried a wrong password.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface InvalidPasswordEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "InvalidPassword";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
  /** The challenge. */
  readonly Challenge?: string;
  /** The challenge that came back. */
  readonly ReceivedChallenge?: string;
  /** The hash that came. */
  readonly ReceivedHash?: string;
}

/**
 * Somebody tried a transport that is not allowed.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface InvalidTransportEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "InvalidTransport";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The transport that was asked for. */
  readonly AttemptedTransport: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * The presence of a Jabber user has changed.
 *
 * Class `user`. In Asterisk 22 and 16.
 */
export interface JabberStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "JabberStatus";
  /** Account of xmpp.conf. */
  readonly Account: string;
  /** Jabber identity. */
  readonly JID: string;
  /** Resource of the identity. */
  readonly Resource?: string;
  /** Presence as a number. */
  readonly Status: string;
  /** Priority. */
  readonly Priority?: string;
  /** Description. */
  readonly Description?: string;
}

/**
 * A module was loaded.
 *
 * Class `system`. In Asterisk 22 and 16, since 16.0.0.
 */
export interface LoadEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Load";
  /** Name of the module. */
  readonly Module: string;
  /** Status. */
  readonly Status: "Failure" | "Success" | "Decline";
}

/**
 * A request was refused because the system is busy.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface LoadAverageLimitEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "LoadAverageLimit";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * The two halves of a Local channel are connected.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface LocalBridgeEvent
  extends EventHeaders, Prefixed<"LocalOne", ChannelHeaders>, Prefixed<"LocalTwo", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "LocalBridge";
  /** Context of the dialplan. */
  readonly Context: string;
  /** Extension. */
  readonly Exten: string;
  /** The two halves may be taken out of the way. */
  readonly LocalOptimization: "Yes" | "No";
}

/**
 * A Local channel begins to take itself out of the way.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface LocalOptimizationBeginEvent
  extends
    EventHeaders,
    Prefixed<"LocalOne", ChannelHeaders>,
    Prefixed<"LocalTwo", ChannelHeaders>,
    Partial<Prefixed<"Source", ChannelHeaders>> {
  /** Name of the event. */
  readonly Event: "LocalOptimizationBegin";
  /** Uniqueid of the half that is replaced. */
  readonly DestUniqueId: string;
  /** Identifies the optimization: the same at its begin and end. */
  readonly Id: string;
}

/**
 * A Local channel has taken itself out of the way.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface LocalOptimizationEndEvent
  extends EventHeaders, Prefixed<"LocalOne", ChannelHeaders>, Prefixed<"LocalTwo", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "LocalOptimizationEnd";
  /** Whether it succeeded. */
  readonly Success: "Yes" | "No";
  /** Identifies the optimization: the same at its begin and end. */
  readonly Id: string;
}

/**
 * A log file was opened or closed.
 *
 * Class `system`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface LogChannelEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "LogChannel";
  /** The log file. */
  readonly Channel: string;
  /** Whether it is written to. */
  readonly Enabled: "Yes" | "No";
  /** Why. */
  readonly Reason?: string;
}

/**
 * A malicious call was identified.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `sig_pri`.
 */
export interface MCIDEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "MCID";
  /** The caller: 1: there is a number. */
  readonly MCallerIDNumValid: string;
  /** The caller: number. */
  readonly MCallerIDNum: string;
  /** The caller: type of number. */
  readonly MCallerIDton: string;
  /** The caller: numbering plan. */
  readonly MCallerIDNumPlan?: string;
  /** The caller: presentation of the number. */
  readonly MCallerIDNumPres?: string;
  /** The caller: 1: there is a name. */
  readonly MCallerIDNameValid: string;
  /** The caller: name. */
  readonly MCallerIDName: string;
  /** The caller: character set of the name. */
  readonly MCallerIDNameCharSet?: string;
  /** The caller: presentation of the name. */
  readonly MCallerIDNamePres?: string;
  /** The caller: subaddress. */
  readonly MCallerIDSubaddr?: string;
  /** The caller: type of the subaddress. */
  readonly MCallerIDSubaddrType?: string;
  /** The caller: 1: the subaddress has an odd number of digits. */
  readonly MCallerIDSubaddrOdd?: string;
  /** The caller: presentation. */
  readonly MCallerIDPres: string;
  /** The other side: 1: there is a number. */
  readonly MConnectedIDNumValid: string;
  /** The other side: number. */
  readonly MConnectedIDNum: string;
  /** The other side: type of number. */
  readonly MConnectedIDton: string;
  /** The other side: numbering plan. */
  readonly MConnectedIDNumPlan?: string;
  /** The other side: presentation of the number. */
  readonly MConnectedIDNumPres?: string;
  /** The other side: 1: there is a name. */
  readonly MConnectedIDNameValid: string;
  /** The other side: name. */
  readonly MConnectedIDName: string;
  /** The other side: character set of the name. */
  readonly MConnectedIDNameCharSet?: string;
  /** The other side: presentation of the name. */
  readonly MConnectedIDNamePres?: string;
  /** The other side: subaddress. */
  readonly MConnectedIDSubaddr?: string;
  /** The other side: type of the subaddress. */
  readonly MConnectedIDSubaddrType?: string;
  /** The other side: 1: the subaddress has an odd number of digits. */
  readonly MConnectedIDSubaddrOdd?: string;
  /** The other side: presentation. */
  readonly MConnectedIDPres: string;
}

/**
 * A conference of DAHDI has ended.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_meetme`.
 */
export interface MeetmeEndEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeEnd";
  /** Number of the conference. */
  readonly Meetme: string;
}

/**
 * A channel has joined a conference of DAHDI.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_meetme`.
 */
export interface MeetmeJoinEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeJoin";
  /** Number of the conference. */
  readonly Meetme: string;
  /** Number of the user. */
  readonly User?: string;
}

/**
 * A channel has left a conference of DAHDI.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_meetme`.
 */
export interface MeetmeLeaveEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeLeave";
  /** Number of the conference. */
  readonly Meetme: string;
  /** Number of the user. */
  readonly User?: string;
  /** Seconds. */
  readonly Duration?: string;
}

/**
 * A user of a conference of DAHDI was muted, or can be heard again.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_meetme`.
 */
export interface MeetmeMuteEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeMute";
  /** Number of the conference. */
  readonly Meetme: string;
  /** Number of the user. */
  readonly User?: string;
  /** Seconds. */
  readonly Duration?: string;
  /** Status. */
  readonly Status?: "on" | "off";
}

/**
 * A user of a conference of DAHDI talks, or has stopped.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_meetme`.
 */
export interface MeetmeTalkingEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeTalking";
  /** Number of the conference. */
  readonly Meetme: string;
  /** Number of the user. */
  readonly User?: string;
  /** Seconds. */
  readonly Duration?: string;
  /** Status. */
  readonly Status?: "on" | "off";
}

/**
 * A user of a conference of DAHDI wants to talk.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_meetme`.
 */
export interface MeetmeTalkRequestEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeTalkRequest";
  /** Number of the conference. */
  readonly Meetme: string;
  /** Number of the user. */
  readonly User?: string;
  /** Seconds. */
  readonly Duration?: string;
  /** Status. */
  readonly Status?: "on" | "off";
}

/**
 * A request was refused because memory is short.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface MemoryLimitEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "MemoryLimit";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * The messages of a mailbox have changed.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface MessageWaitingEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "MessageWaiting";
  /** The mailbox: `6001@default`. */
  readonly Mailbox: string;
  /** 1: there are messages. */
  readonly Waiting: string;
  /** New messages. */
  readonly New: string;
  /** Old messages. */
  readonly Old: string;
}

/**
 * Minivm has told somebody about a message.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `app_minivm`.
 */
export interface MiniVoiceMailEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "MiniVoiceMail";
  /** What was done. */
  readonly Action: string;
  /** The mailbox: `6001@default`. */
  readonly Mailbox: string;
  /** A counter of the mailbox. */
  readonly Counter?: string;
}

/**
 * A recording was muted, or goes on.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.17.0, 18.3.0. Module `app_mixmonitor`.
 */
export interface MixMonitorMuteEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MixMonitorMute";
  /** What is muted. */
  readonly Direction: "read" | "write" | "both" | OtherText;
  /** State. */
  readonly State: "0" | "1";
}

/**
 * A recording of MixMonitor has begun.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.17.0, 18.3.0. Module `app_mixmonitor`.
 */
export interface MixMonitorStartEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MixMonitorStart";
}

/**
 * A recording of MixMonitor has ended.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.17.0, 18.3.0. Module `app_mixmonitor`.
 */
export interface MixMonitorStopEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MixMonitorStop";
}

/**
 * A Bluetooth phone has connected or gone.
 *
 * Class `system`. In Asterisk 22 and 16.
 */
export interface MobileStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "MobileStatus";
  /** Status. */
  readonly Status: "Connect" | "Disconnect";
  /** Name of the device: `PJSIP/100`, `Custom:lamp`. */
  readonly Device: string;
}

/**
 * A recording of Monitor has begun.
 *
 * Class `call`. In Asterisk 16, not in 22.
 */
export interface MonitorStartEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MonitorStart";
}

/**
 * A recording of Monitor has ended.
 *
 * Class `call`. In Asterisk 16, not in 22.
 */
export interface MonitorStopEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MonitorStop";
}

/**
 * A channel hears music on hold.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface MusicOnHoldStartEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MusicOnHoldStart";
  /** Class of the music on hold. */
  readonly Class: string;
}

/**
 * A channel hears music on hold no longer.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface MusicOnHoldStopEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "MusicOnHoldStop";
}

/**
 * The account code of a channel has changed.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface NewAccountCodeEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "NewAccountCode";
  /** The account code before. */
  readonly OldAccountCode: string;
}

/**
 * The caller of a channel has changed.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface NewCalleridEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "NewCallerid";
  /** Presentation of the number and its name: `0 (Presentation Allowed, ...)`. */
  readonly "CID-CallingPres": string;
}

/**
 * A channel is there.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface NewchannelEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Newchannel";
}

/**
 * The other side of a channel has changed.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.13.0, 14.2.0.
 */
export interface NewConnectedLineEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "NewConnectedLine";
}

/**
 * A channel runs a step of the dialplan.
 *
 * Class `dialplan`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface NewextenEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Newexten";
  /** Extension. */
  readonly Extension: string;
  /** The application. */
  readonly Application: string;
  /** Arguments of the application. */
  readonly AppData: string;
}

/**
 * The state of a channel has changed.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface NewstateEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Newstate";
}

/**
 * An asynchronous Originate is over.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface OriginateResponseEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "OriginateResponse";
  /** How it went. */
  readonly Response: "Failure" | "Success";
  /** Name of the channel, or what was asked for when there is none. */
  readonly Channel: string;
  /** Context of the dialplan. */
  readonly Context?: string;
  /** Extension. */
  readonly Exten?: string;
  /** The application. */
  readonly Application?: string;
  /** Arguments of the application. */
  readonly Data?: string;
  /** A number: 4 answered, 5 busy, 3 not answered, 8 congestion, 0 failed. */
  readonly Reason: string;
  /** Identifies the channel on its Asterisk. */
  readonly Uniqueid: string;
  /** Number of the caller. */
  readonly CallerIDNum: string;
  /** Name of the caller. */
  readonly CallerIDName: string;
}

/**
 * A channel was parked. An item of what `ParkedCalls` lists.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `parking_manager`.
 */
export interface ParkedCallEvent extends EventHeaders, Prefixed<"Parkee", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "ParkedCall";
  /** Who parked, and is called when time is up. */
  readonly ParkerDialString: string;
  /** Name of the parking lot. */
  readonly Parkinglot: string;
  /** Number of the space. */
  readonly ParkingSpace: string;
  /** Seconds that are left. */
  readonly ParkingTimeout: string;
  /** Seconds that the call has been parked. */
  readonly ParkingDuration: string;
}

/**
 * A parked channel has hung up.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `parking_manager`.
 */
export interface ParkedCallGiveUpEvent extends EventHeaders, Prefixed<"Parkee", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "ParkedCallGiveUp";
  /** Who parked, and is called when time is up. */
  readonly ParkerDialString: string;
  /** Name of the parking lot. */
  readonly Parkinglot: string;
  /** Number of the space. */
  readonly ParkingSpace: string;
  /** Seconds that are left. */
  readonly ParkingTimeout: string;
  /** Seconds that the call has been parked. */
  readonly ParkingDuration: string;
}

/**
 * A channel has taken the place of a parked one.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.5.0. Module `parking_manager`.
 */
export interface ParkedCallSwapEvent extends EventHeaders, Prefixed<"Parkee", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "ParkedCallSwap";
  /** Who parked, and is called when time is up. */
  readonly ParkerDialString: string;
  /** Name of the parking lot. */
  readonly Parkinglot: string;
  /** Number of the space. */
  readonly ParkingSpace: string;
  /** Seconds that are left. */
  readonly ParkingTimeout: string;
  /** Seconds that the call has been parked. */
  readonly ParkingDuration: string;
}

/**
 * A parked channel goes back.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `parking_manager`.
 */
export interface ParkedCallTimeOutEvent extends EventHeaders, Prefixed<"Parkee", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "ParkedCallTimeOut";
  /** Who parked, and is called when time is up. */
  readonly ParkerDialString: string;
  /** Name of the parking lot. */
  readonly Parkinglot: string;
  /** Number of the space. */
  readonly ParkingSpace: string;
  /** Seconds that are left. */
  readonly ParkingTimeout: string;
  /** Seconds that the call has been parked. */
  readonly ParkingDuration: string;
}

/**
 * The state of a peer has changed. An item of what `SIPpeerstatus` lists.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface PeerStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "PeerStatus";
  /** Technology: `PJSIP`. */
  readonly ChannelType: string;
  /** Name of the peer: `PJSIP/6001`. */
  readonly Peer: string;
  /** How the peer is now. */
  readonly PeerStatus:
    | "Unknown"
    | "Registered"
    | "Unregistered"
    | "Rejected"
    | "Lagged"
    | OtherText;
  /** Why. */
  readonly Cause?: string;
  /** Address of the peer. */
  readonly Address?: string;
  /** Port. */
  readonly Port?: string;
  /** Milliseconds that an answer took. */
  readonly Time?: string;
}

/**
 * A call was picked up.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface PickupEvent
  extends EventHeaders, ChannelHeaders, Prefixed<"Target", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "Pickup";
}

/**
 * An endpoint was taken out of service, or back. An item of what `PJSIPShowMaintenance` lists.
 *
 * Class `system`. In Asterisk 22, not in 16, since 20.20.0, 22.10.0, 23.4.0. Module
 * `res_pjsip_maintenance`.
 */
export interface PJSIPMaintenanceStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "PJSIPMaintenanceStatus";
  /** Name of the endpoint. */
  readonly Endpoint: string;
  /** Status. */
  readonly Status: "enabled" | "disabled";
}

/**
 * A presence has changed. An item of what `PresenceStateList` lists.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.0.0.
 */
export interface PresenceStateChangeEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "PresenceStateChange";
  /** Whose presence: `CustomPresence:lab`. */
  readonly Presentity: string;
  /** `not_set`, `unavailable`, `available`, `away`, `xa`, `chat` or `dnd`. */
  readonly Status: string;
  /** Subtype of the presence. */
  readonly Subtype: string;
  /** Message. */
  readonly Message: string;
}

/**
 * The presence of an extension has changed.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface PresenceStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "PresenceStatus";
  /** Extension. */
  readonly Exten: string;
  /** Context of the dialplan. */
  readonly Context: string;
  /** Devices behind the hint. */
  readonly Hint: string;
  /** `not_set`, `unavailable`, `available`, `away`, `xa`, `chat` or `dnd`. */
  readonly Status: string;
  /** Subtype of the presence. */
  readonly Subtype: string;
  /** Message. */
  readonly Message: string;
}

/**
 * A caller has hung up while waiting in a queue.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueCallerAbandonEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "QueueCallerAbandon";
  /** Name of the queue. */
  readonly Queue: string;
  /** Position in the queue, from 1. */
  readonly Position: string;
  /** Position at the beginning. */
  readonly OriginalPosition: string;
  /** Seconds of waiting. */
  readonly HoldTime: string;
}

/**
 * A caller has joined a queue.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueCallerJoinEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "QueueCallerJoin";
  /** Name of the queue. */
  readonly Queue: string;
  /** Position in the queue, from 1. */
  readonly Position: string;
  /** Callers in the queue, after it. */
  readonly Count: string;
}

/**
 * A caller has left a queue.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueCallerLeaveEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "QueueCallerLeave";
  /** Name of the queue. */
  readonly Queue: string;
  /** Callers in the queue, after it. */
  readonly Count: string;
  /** Position in the queue, from 1. */
  readonly Position: string;
}

/**
 * A member was added to a queue.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueMemberAddedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMemberAdded";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "realtime" | "static";
  /** The lower, the sooner the member is called. */
  readonly Penalty: string;
  /** Calls that the member has answered. */
  readonly CallsTaken: string;
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  readonly LastCall: string;
  /** When the last pause began, in seconds since 1970; 0: none yet. */
  readonly LastPause: string;
  /** When the member was added, in seconds since 1970. */
  readonly LoginTime: string;
  /** 1 during a call of the queue. */
  readonly InCall: "0" | "1";
  /** Status. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** 1: is called while on a call. */
  readonly Ringinuse: "0" | "1";
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
}

/**
 * A member of a queue was paused, or gets calls again.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.2.0. Module `app_queue`.
 */
export interface QueueMemberPauseEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMemberPause";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "realtime" | "static";
  /** The lower, the sooner the member is called. */
  readonly Penalty: string;
  /** Calls that the member has answered. */
  readonly CallsTaken: string;
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  readonly LastCall: string;
  /** When the last pause began, in seconds since 1970; 0: none yet. */
  readonly LastPause: string;
  /** When the member was added, in seconds since 1970. */
  readonly LoginTime: string;
  /** 1 during a call of the queue. */
  readonly InCall: "0" | "1";
  /** Status. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** 1: is called while on a call. */
  readonly Ringinuse: "0" | "1";
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
  /** Why. Documented for Asterisk 16 only. */
  readonly Reason?: string;
}

/**
 * The penalty of a member has changed.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueMemberPenaltyEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMemberPenalty";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "realtime" | "static";
  /** The lower, the sooner the member is called. */
  readonly Penalty: string;
  /** Calls that the member has answered. */
  readonly CallsTaken: string;
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  readonly LastCall: string;
  /** When the last pause began, in seconds since 1970; 0: none yet. */
  readonly LastPause: string;
  /** When the member was added, in seconds since 1970. */
  readonly LoginTime: string;
  /** 1 during a call of the queue. */
  readonly InCall: "0" | "1";
  /** Status. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** 1: is called while on a call. */
  readonly Ringinuse: "0" | "1";
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
}

/**
 * A member was removed from a queue.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueMemberRemovedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMemberRemoved";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "realtime" | "static";
  /** The lower, the sooner the member is called. */
  readonly Penalty: string;
  /** Calls that the member has answered. */
  readonly CallsTaken: string;
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  readonly LastCall: string;
  /** When the last pause began, in seconds since 1970; 0: none yet. */
  readonly LastPause: string;
  /** When the member was added, in seconds since 1970. */
  readonly LoginTime: string;
  /** 1 during a call of the queue. */
  readonly InCall: "0" | "1";
  /** Status. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** 1: is called while on a call. */
  readonly Ringinuse: "0" | "1";
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
}

/**
 * Whether a member is called while on a call has changed.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueMemberRinginuseEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMemberRinginuse";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "realtime" | "static";
  /** The lower, the sooner the member is called. */
  readonly Penalty: string;
  /** Calls that the member has answered. */
  readonly CallsTaken: string;
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  readonly LastCall: string;
  /** When the last pause began, in seconds since 1970; 0: none yet. */
  readonly LastPause: string;
  /** When the member was added, in seconds since 1970. */
  readonly LoginTime: string;
  /** 1 during a call of the queue. */
  readonly InCall: "0" | "1";
  /** Status. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** 1: is called while on a call. */
  readonly Ringinuse: "0" | "1";
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
}

/**
 * The state of a member has changed.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_queue`.
 */
export interface QueueMemberStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMemberStatus";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name of the member. */
  readonly MemberName: string;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "realtime" | "static";
  /** The lower, the sooner the member is called. */
  readonly Penalty: string;
  /** Calls that the member has answered. */
  readonly CallsTaken: string;
  /** When the last call ended, in seconds since 1970; 0: none yet. */
  readonly LastCall: string;
  /** When the last pause began, in seconds since 1970; 0: none yet. */
  readonly LastPause: string;
  /** When the member was added, in seconds since 1970. */
  readonly LoginTime: string;
  /** 1 during a call of the queue. */
  readonly InCall: "0" | "1";
  /** Status. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** 1: is called while on a call. */
  readonly Ringinuse: "0" | "1";
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
}

/**
 * A fax was received.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface ReceiveFAXEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ReceiveFAX";
  /** Own station identification. */
  readonly LocalStationID: string;
  /** Station identification of the other side. */
  readonly RemoteStationID: string;
  /** Pages transferred. */
  readonly PagesTransferred: string;
  /** Resolution. */
  readonly Resolution: string;
  /** Bits per second. */
  readonly TransferRate: string;
  /** File of the fax; one header for each. */
  readonly FileName: string;
}

/**
 * A registration at a server has changed.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface RegistryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Registry";
  /** Technology: `PJSIP`. */
  readonly ChannelType: string;
  /** User name. */
  readonly Username: string;
  /** Domain of the registration. */
  readonly Domain: string;
  /** Status. */
  readonly Status: "Registered" | "Unregistered" | "Rejected" | "Failed" | OtherText;
  /** Why it failed. */
  readonly Cause?: string;
}

/**
 * A module was loaded again.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface ReloadEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Reload";
  /** Name of the module. */
  readonly Module: string;
  /** How it went, a number: 0 is success. */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6";
}

/**
 * A channel has another name.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface RenameEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Rename";
  /** Name of the channel. */
  readonly Channel: string;
  /** The new name. */
  readonly Newname: string;
  /** Identifies the channel on its Asterisk. */
  readonly Uniqueid: string;
}

/**
 * Somebody sent what is no request.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface RequestBadFormatEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "RequestBadFormat";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID?: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The request. */
  readonly RequestType: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
  /** Parameters of the request. */
  readonly RequestParams?: string;
}

/**
 * Somebody asked for what is not allowed.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface RequestNotAllowedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "RequestNotAllowed";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The request. */
  readonly RequestType: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
  /** Parameters of the request. */
  readonly RequestParams?: string;
}

/**
 * Somebody asked for what there is not.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface RequestNotSupportedEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "RequestNotSupported";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The request. */
  readonly RequestType: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * A report about a stream of sound or video has come.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface RTCPReceivedEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "RTCPReceived";
  /** Identifies the source. */
  readonly SSRC: string;
  /** Sender report or receiver report. */
  readonly PT: "200(SR)" | "201(RR)";
  /** Address that the report came from. */
  readonly From?: string;
  /** Round trip time in seconds. */
  readonly RTT?: string;
  /** Number of report blocks. */
  readonly ReportCount: string;
  /** Time of the sender. */
  readonly SentNTP?: string;
  /** Time of the stream. */
  readonly SentRTP?: string;
  /** Packets sent. */
  readonly SentPackets?: string;
  /** Octets sent. */
  readonly SentOctets?: string;
  /** Media experience score: 0 to 100. */
  readonly MES?: string;
  /** Headers that have a number in their name. */
  readonly [header: `Report${number}${string}`]: string | undefined;
}

/**
 * A report about a stream of sound or video was sent.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface RTCPSentEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "RTCPSent";
  /** Identifies the source. */
  readonly SSRC: string;
  /** Sender report or receiver report. */
  readonly PT: "200(SR)" | "201(RR)";
  /** Address that the report went to. */
  readonly To?: string;
  /** Number of report blocks. */
  readonly ReportCount: string;
  /** Time of the sender. */
  readonly SentNTP?: string;
  /** Time of the stream. */
  readonly SentRTP?: string;
  /** Packets sent. */
  readonly SentPackets?: string;
  /** Octets sent. */
  readonly SentOctets?: string;
  /** Media experience score: 0 to 100. */
  readonly MES?: string;
  /** Headers that have a number in their name. */
  readonly [header: `Report${number}${string}`]: string | undefined;
}

/**
 * A fax was sent.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface SendFAXEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "SendFAX";
  /** Own station identification. */
  readonly LocalStationID: string;
  /** Station identification of the other side. */
  readonly RemoteStationID: string;
  /** Pages transferred. */
  readonly PagesTransferred: string;
  /** Resolution. */
  readonly Resolution: string;
  /** Bits per second. */
  readonly TransferRate: string;
  /** File of the fax; one header for each. */
  readonly FileName: string;
}

/**
 * Somebody has too many sessions.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface SessionLimitEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "SessionLimit";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * The session of a SIP call has run out.
 *
 * Class `call`. In Asterisk 16, not in 22.
 */
export interface SessionTimeoutEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "SessionTimeout";
  /** What ran out. */
  readonly Source: "RTPTimeout" | "SIPSessionTimer" | OtherText;
}

/**
 * Asterisk stops.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface ShutdownEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Shutdown";
  /** How Asterisk stops. */
  readonly Shutdown: "Uncleanly" | "Cleanly";
  /** Asterisk starts again. */
  readonly Restart: "True" | "False";
}

/**
 * SIPqualifypeer is done.
 *
 * Class `call`. In Asterisk 16, not in 22.
 */
export interface SIPQualifyPeerDoneEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "SIPQualifyPeerDone";
  /** Name of the peer: `PJSIP/6001`. */
  readonly Peer: string;
}

/**
 * Asterisk hangs up a channel.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface SoftHangupRequestEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "SoftHangupRequest";
  /** Why, a number of Q.850. */
  readonly Cause?: string;
  /** Why, a code of the technology, such as that of SIP. */
  readonly TechCause?: string;
}

/**
 * A DAHDI span has an alarm.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0. Module `chan_dahdi`.
 */
export interface SpanAlarmEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "SpanAlarm";
  /** Number of the span. */
  readonly Span: string;
  /** The alarm. */
  readonly Alarm: string;
}

/**
 * The alarm of a DAHDI span is over.
 *
 * Class `system`. In Asterisk 22 and 16, since 12.0.0. Module `chan_dahdi`.
 */
export interface SpanAlarmClearEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "SpanAlarmClear";
  /** Number of the span. */
  readonly Span: string;
}

/**
 * Somebody has logged in.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface SuccessfulAuthEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "SuccessfulAuth";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** 1: with a password. */
  readonly UsingPassword: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * Asterisk has come to a place that its tests look at.
 *
 * Class `reporting`. In Asterisk 22 and 16.
 */
export interface TestEventEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "TestEvent";
  /** `StateChange`. */
  readonly Type: string;
  /** What happened: `PLAYBACK`, `CONF_CHANGE_STATE`, ... */
  readonly State: string;
  /** Source file. */
  readonly AppFile: string;
  /** Function in it. */
  readonly AppFunction: string;
  /** Line in it. */
  readonly AppLine: string;
  /** Further headers: those of the place that sent it. */
  readonly [header: Capitalize<string>]: string | undefined;
}

/**
 * A request came from another address.
 *
 * Class `security`. In Asterisk 22 and 16, since 12.1.0.
 */
export interface UnexpectedAddressEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "UnexpectedAddress";
  /** When it happened: `2026-11-22T19:27:06.864+0000`. */
  readonly EventTV: string;
  /** How bad it is. */
  readonly Severity: "Informational" | "Error";
  /** The service: `AMI`, `PJSIP`. */
  readonly Service: string;
  /** Version of this event's format. */
  readonly EventVersion: string;
  /** Who tried: user, peer or endpoint. */
  readonly AccountID: string;
  /** Identifies the session. */
  readonly SessionID: string;
  /** Where it came to: `IPV4/TCP/127.0.0.1/5038`. */
  readonly LocalAddress: string;
  /** Where it came from: `IPV4/TCP/127.0.0.1/34348`. */
  readonly RemoteAddress: string;
  /** The address that was expected. */
  readonly ExpectedAddress: string;
  /** Name of the module. */
  readonly Module?: string;
  /** When the session began. */
  readonly SessionTV?: string;
}

/**
 * A channel is no longer on hold.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0.
 */
export interface UnholdEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Unhold";
}

/**
 * A module was unloaded.
 *
 * Class `system`. In Asterisk 22 and 16, since 16.0.0.
 */
export interface UnloadEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Unload";
  /** Name of the module. */
  readonly Module: string;
  /** Status. */
  readonly Status: "Success";
}

/**
 * A parked channel was taken.
 *
 * Class `call`. In Asterisk 22 and 16, since 12.0.0. Module `parking_manager`.
 */
export interface UnParkedCallEvent
  extends EventHeaders, Prefixed<"Parkee", ChannelHeaders>, Prefixed<"Retriever", ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "UnParkedCall";
  /** Who parked, and is called when time is up. */
  readonly ParkerDialString: string;
  /** Name of the parking lot. */
  readonly Parkinglot: string;
  /** Number of the space. */
  readonly ParkingSpace: string;
  /** Seconds that are left. */
  readonly ParkingTimeout: string;
  /** Seconds that the call has been parked. */
  readonly ParkingDuration: string;
}

/**
 * An event that the dialplan or somebody at AMI has sent.
 *
 * Class `user`. In Asterisk 22 and 16, since 12.3.0.
 */
export interface UserEventEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "UserEvent";
  /** Name that its sender gave to it. */
  readonly UserEvent: string;
  /** Further headers: those of who sent it. */
  readonly [header: Capitalize<string>]: string | undefined;
}

/**
 * A variable was set.
 *
 * Class `dialplan`. In Asterisk 22 and 16, since 12.0.0. Modules `app_stack`, `func_global`.
 */
export interface VarSetEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "VarSet";
  /** Name of the variable, or function. */
  readonly Variable: string;
  /** The value, C-escaped: `\n`, `\"`. */
  readonly Value: string;
  /** Name of the channel; `none` for a global variable. */
  readonly Channel: string;
  /** Identifies the channel on its Asterisk; `none` for a global variable. */
  readonly Uniqueid: string;
}

/**
 * The password of a mailbox was changed.
 *
 * Class `user`. In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0. Modules `app_voicemail`,
 * `app_voicemail_imap`, `app_voicemail_odbc`.
 */
export interface VoicemailPasswordChangeEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailPasswordChange";
  /** Context of the dialplan. */
  readonly Context: string;
  /** The mailbox: `6001@default`. */
  readonly Mailbox: string;
  /** The new password. */
  readonly NewPassword: string;
}

/**
 * A channel has winked.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0.
 */
export interface WinkEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Wink";
}

/** The events that listeners get, by name. */
export interface Events {
  /** A queue calls a member. */
  readonly AgentCalled: AgentCalledEvent;

  /** A member's call of a queue is over. */
  readonly AgentComplete: AgentCompleteEvent;

  /** A member has answered a caller of a queue. */
  readonly AgentConnect: AgentConnectEvent;

  /** A member sent a caller of a queue away while listening to the announcement. */
  readonly AgentDump: AgentDumpEvent;

  /** An agent has logged in. */
  readonly AgentLogin: AgentLoginEvent;

  /** An agent has logged off. */
  readonly AgentLogoff: AgentLogoffEvent;

  /** A member of a queue did not answer. */
  readonly AgentRingNoAnswer: AgentRingNoAnswerEvent;

  /** An AGI command has ended. */
  readonly AGIExecEnd: AGIExecEndEvent;

  /** An AGI command begins. */
  readonly AGIExecStart: AGIExecStartEvent;

  /** A DAHDI channel has an alarm. */
  readonly Alarm: AlarmEvent;

  /** The alarm of a DAHDI channel is over. */
  readonly AlarmClear: AlarmClearEvent;

  /** Advice of charge during a call. */
  readonly "AOC-D": AOCDEvent;

  /** Advice of charge at the end of a call. */
  readonly "AOC-E": AOCEEvent;

  /** Advice of charge about the rates of a call. */
  readonly "AOC-S": AOCSEvent;

  /** A channel has left AsyncAGI. */
  readonly AsyncAGIEnd: AsyncAGIEndEvent;

  /** A command of AsyncAGI has ended. */
  readonly AsyncAGIExec: AsyncAGIExecEvent;

  /** A channel has begun AsyncAGI and waits for commands. */
  readonly AsyncAGIStart: AsyncAGIStartEvent;

  /** An attended transfer is over. */
  readonly AttendedTransfer: AttendedTransferEvent;

  /** Somebody tried a method of authentication that is not allowed. */
  readonly AuthMethodNotAllowed: AuthMethodNotAllowedEvent;

  /** A blind transfer is over. */
  readonly BlindTransfer: BlindTransferEvent;

  /** A bridge is there. */
  readonly BridgeCreate: BridgeCreateEvent;

  /** A bridge is gone. */
  readonly BridgeDestroy: BridgeDestroyEvent;

  /** A channel has entered a bridge. */
  readonly BridgeEnter: BridgeEnterEvent;

  /** A channel has left a bridge. */
  readonly BridgeLeave: BridgeLeaveEvent;

  /** Two bridges become one. */
  readonly BridgeMerge: BridgeMergeEvent;

  /** A bridge shows the video of another channel. */
  readonly BridgeVideoSourceUpdate: BridgeVideoSourceUpdateEvent;

  /** Call completion can be asked for. */
  readonly CCAvailable: CCAvailableEvent;

  /** The caller calls again. */
  readonly CCCallerRecalling: CCCallerRecallingEvent;

  /** The callee is waited for again. */
  readonly CCCallerStartMonitoring: CCCallerStartMonitoringEvent;

  /** The callee is waited for no longer. */
  readonly CCCallerStopMonitoring: CCCallerStopMonitoringEvent;

  /** Call completion has failed. */
  readonly CCFailure: CCFailureEvent;

  /** The callee cannot be waited for. */
  readonly CCMonitorFailed: CCMonitorFailedEvent;

  /** The caller may ask for call completion now. */
  readonly CCOfferTimerStart: CCOfferTimerStartEvent;

  /** The caller has called again. */
  readonly CCRecallComplete: CCRecallCompleteEvent;

  /** A request for call completion was accepted. */
  readonly CCRequestAcknowledged: CCRequestAcknowledgedEvent;

  /** The caller asked for call completion. */
  readonly CCRequested: CCRequestedEvent;

  /** A call detail record. */
  readonly Cdr: CdrEvent;

  /** An entry of the channel event log. */
  readonly CEL: CELEvent;

  /** Somebody answered a challenge wrongly. */
  readonly ChallengeResponseFailed: ChallengeResponseFailedEvent;

  /** Somebody was sent a challenge. */
  readonly ChallengeSent: ChallengeSentEvent;

  /** A channel has begun to talk. */
  readonly ChannelTalkingStart: ChannelTalkingStartEvent;

  /** A channel has stopped talking. */
  readonly ChannelTalkingStop: ChannelTalkingStopEvent;

  /** A channel spies upon another. */
  readonly ChanSpyStart: ChanSpyStartEvent;

  /** A channel spies no longer. */
  readonly ChanSpyStop: ChanSpyStopEvent;

  /** A conference has ended. */
  readonly ConfbridgeEnd: ConfbridgeEndEvent;

  /** A channel has joined a conference. */
  readonly ConfbridgeJoin: ConfbridgeJoinEvent;

  /** A channel has left a conference. */
  readonly ConfbridgeLeave: ConfbridgeLeaveEvent;

  /** A user of a conference was muted. */
  readonly ConfbridgeMute: ConfbridgeMuteEvent;

  /** A conference is being recorded. */
  readonly ConfbridgeRecord: ConfbridgeRecordEvent;

  /** A conference has begun. */
  readonly ConfbridgeStart: ConfbridgeStartEvent;

  /** A conference is recorded no longer. */
  readonly ConfbridgeStopRecord: ConfbridgeStopRecordEvent;

  /** A user of a conference talks, or has stopped. */
  readonly ConfbridgeTalking: ConfbridgeTalkingEvent;

  /** A user of a conference can be heard again. */
  readonly ConfbridgeUnmute: ConfbridgeUnmuteEvent;

  /** The state of a contact has changed. */
  readonly ContactStatus: ContactStatusEvent;

  /** A channel uses a DAHDI channel. */
  readonly DAHDIChannel: DAHDIChannelEvent;

  /** Asterisk seems to have a deadlock. */
  readonly DeadlockStart: DeadlockStartEvent;

  /** The state of a device has changed. An item of what `DeviceStateList` lists. */
  readonly DeviceStateChange: DeviceStateChangeEvent;

  /** A channel is being dialled. */
  readonly DialBegin: DialBeginEvent;

  /** Dialling a channel is over. */
  readonly DialEnd: DialEndEvent;

  /** Dialling a channel has got further. */
  readonly DialState: DialStateEvent;

  /** Do not disturb has changed on a DAHDI channel. */
  readonly DNDState: DNDStateEvent;

  /** A key is pressed. */
  readonly DTMFBegin: DTMFBeginEvent;

  /** A key was pressed. */
  readonly DTMFEnd: DTMFEndEvent;

  /** The state of an extension has changed. An item of what `ExtensionStateList` lists. */
  readonly ExtensionStatus: ExtensionStatusEvent;

  /** Somebody's address is not allowed. */
  readonly FailedACL: FailedACLEvent;

  /** A fax has got further. */
  readonly FAXStatus: FAXStatusEvent;

  /** A channel has flashed. */
  readonly Flash: FlashEvent;

  /** Asterisk has started; also sent after a login. */
  readonly FullyBooted: FullyBootedEvent;

  /** A channel is gone. */
  readonly Hangup: HangupEvent;

  /** A hangup handler was removed. */
  readonly HangupHandlerPop: HangupHandlerPopEvent;

  /** A hangup handler was added. */
  readonly HangupHandlerPush: HangupHandlerPushEvent;

  /** A hangup handler runs. */
  readonly HangupHandlerRun: HangupHandlerRunEvent;

  /** The other end hangs up. */
  readonly HangupRequest: HangupRequestEvent;

  /** A channel was put on hold. */
  readonly Hold: HoldEvent;

  /** Somebody tried a name that does not exist. */
  readonly InvalidAccountID: InvalidAccountIDEvent;

  /** Somebody tried a wrong password. */
  readonly InvalidPassword: InvalidPasswordEvent;

  /** Somebody tried a transport that is not allowed. */
  readonly InvalidTransport: InvalidTransportEvent;

  /** The presence of a Jabber user has changed. */
  readonly JabberStatus: JabberStatusEvent;

  /** A module was loaded. */
  readonly Load: LoadEvent;

  /** A request was refused because the system is busy. */
  readonly LoadAverageLimit: LoadAverageLimitEvent;

  /** The two halves of a Local channel are connected. */
  readonly LocalBridge: LocalBridgeEvent;

  /** A Local channel begins to take itself out of the way. */
  readonly LocalOptimizationBegin: LocalOptimizationBeginEvent;

  /** A Local channel has taken itself out of the way. */
  readonly LocalOptimizationEnd: LocalOptimizationEndEvent;

  /** A log file was opened or closed. */
  readonly LogChannel: LogChannelEvent;

  /** A malicious call was identified. */
  readonly MCID: MCIDEvent;

  /** A conference of DAHDI has ended. */
  readonly MeetmeEnd: MeetmeEndEvent;

  /** A channel has joined a conference of DAHDI. */
  readonly MeetmeJoin: MeetmeJoinEvent;

  /** A channel has left a conference of DAHDI. */
  readonly MeetmeLeave: MeetmeLeaveEvent;

  /** A user of a conference of DAHDI was muted, or can be heard again. */
  readonly MeetmeMute: MeetmeMuteEvent;

  /** A user of a conference of DAHDI talks, or has stopped. */
  readonly MeetmeTalking: MeetmeTalkingEvent;

  /** A user of a conference of DAHDI wants to talk. */
  readonly MeetmeTalkRequest: MeetmeTalkRequestEvent;

  /** A request was refused because memory is short. */
  readonly MemoryLimit: MemoryLimitEvent;

  /** The messages of a mailbox have changed. */
  readonly MessageWaiting: MessageWaitingEvent;

  /** Minivm has told somebody about a message. */
  readonly MiniVoiceMail: MiniVoiceMailEvent;

  /** A recording was muted, or goes on. */
  readonly MixMonitorMute: MixMonitorMuteEvent;

  /** A recording of MixMonitor has begun. */
  readonly MixMonitorStart: MixMonitorStartEvent;

  /** A recording of MixMonitor has ended. */
  readonly MixMonitorStop: MixMonitorStopEvent;

  /** A Bluetooth phone has connected or gone. */
  readonly MobileStatus: MobileStatusEvent;

  /** A recording of Monitor has begun. */
  readonly MonitorStart: MonitorStartEvent;

  /** A recording of Monitor has ended. */
  readonly MonitorStop: MonitorStopEvent;

  /** A channel hears music on hold. */
  readonly MusicOnHoldStart: MusicOnHoldStartEvent;

  /** A channel hears music on hold no longer. */
  readonly MusicOnHoldStop: MusicOnHoldStopEvent;

  /** The account code of a channel has changed. */
  readonly NewAccountCode: NewAccountCodeEvent;

  /** The caller of a channel has changed. */
  readonly NewCallerid: NewCalleridEvent;

  /** A channel is there. */
  readonly Newchannel: NewchannelEvent;

  /** The other side of a channel has changed. */
  readonly NewConnectedLine: NewConnectedLineEvent;

  /** A channel runs a step of the dialplan. */
  readonly Newexten: NewextenEvent;

  /** The state of a channel has changed. */
  readonly Newstate: NewstateEvent;

  /** An asynchronous Originate is over. */
  readonly OriginateResponse: OriginateResponseEvent;

  /** A channel was parked. An item of what `ParkedCalls` lists. */
  readonly ParkedCall: ParkedCallEvent;

  /** A parked channel has hung up. */
  readonly ParkedCallGiveUp: ParkedCallGiveUpEvent;

  /** A channel has taken the place of a parked one. */
  readonly ParkedCallSwap: ParkedCallSwapEvent;

  /** A parked channel goes back. */
  readonly ParkedCallTimeOut: ParkedCallTimeOutEvent;

  /** The state of a peer has changed. An item of what `SIPpeerstatus` lists. */
  readonly PeerStatus: PeerStatusEvent;

  /** A call was picked up. */
  readonly Pickup: PickupEvent;

  /**
   * An endpoint was taken out of service, or back. An item of what `PJSIPShowMaintenance` lists.
   */
  readonly PJSIPMaintenanceStatus: PJSIPMaintenanceStatusEvent;

  /** A presence has changed. An item of what `PresenceStateList` lists. */
  readonly PresenceStateChange: PresenceStateChangeEvent;

  /** The presence of an extension has changed. */
  readonly PresenceStatus: PresenceStatusEvent;

  /** A caller has hung up while waiting in a queue. */
  readonly QueueCallerAbandon: QueueCallerAbandonEvent;

  /** A caller has joined a queue. */
  readonly QueueCallerJoin: QueueCallerJoinEvent;

  /** A caller has left a queue. */
  readonly QueueCallerLeave: QueueCallerLeaveEvent;

  /** A member was added to a queue. */
  readonly QueueMemberAdded: QueueMemberAddedEvent;

  /** A member of a queue was paused, or gets calls again. */
  readonly QueueMemberPause: QueueMemberPauseEvent;

  /** The penalty of a member has changed. */
  readonly QueueMemberPenalty: QueueMemberPenaltyEvent;

  /** A member was removed from a queue. */
  readonly QueueMemberRemoved: QueueMemberRemovedEvent;

  /** Whether a member is called while on a call has changed. */
  readonly QueueMemberRinginuse: QueueMemberRinginuseEvent;

  /** The state of a member has changed. */
  readonly QueueMemberStatus: QueueMemberStatusEvent;

  /** A fax was received. */
  readonly ReceiveFAX: ReceiveFAXEvent;

  /** A registration at a server has changed. */
  readonly Registry: RegistryEvent;

  /** A module was loaded again. */
  readonly Reload: ReloadEvent;

  /** A channel has another name. */
  readonly Rename: RenameEvent;

  /** Somebody sent what is no request. */
  readonly RequestBadFormat: RequestBadFormatEvent;

  /** Somebody asked for what is not allowed. */
  readonly RequestNotAllowed: RequestNotAllowedEvent;

  /** Somebody asked for what there is not. */
  readonly RequestNotSupported: RequestNotSupportedEvent;

  /** A report about a stream of sound or video has come. */
  readonly RTCPReceived: RTCPReceivedEvent;

  /** A report about a stream of sound or video was sent. */
  readonly RTCPSent: RTCPSentEvent;

  /** A fax was sent. */
  readonly SendFAX: SendFAXEvent;

  /** Somebody has too many sessions. */
  readonly SessionLimit: SessionLimitEvent;

  /** The session of a SIP call has run out. */
  readonly SessionTimeout: SessionTimeoutEvent;

  /** Asterisk stops. */
  readonly Shutdown: ShutdownEvent;

  /** SIPqualifypeer is done. */
  readonly SIPQualifyPeerDone: SIPQualifyPeerDoneEvent;

  /** Asterisk hangs up a channel. */
  readonly SoftHangupRequest: SoftHangupRequestEvent;

  /** A DAHDI span has an alarm. */
  readonly SpanAlarm: SpanAlarmEvent;

  /** The alarm of a DAHDI span is over. */
  readonly SpanAlarmClear: SpanAlarmClearEvent;

  /** Somebody has logged in. */
  readonly SuccessfulAuth: SuccessfulAuthEvent;

  /** Asterisk has come to a place that its tests look at. */
  readonly TestEvent: TestEventEvent;

  /** A request came from another address. */
  readonly UnexpectedAddress: UnexpectedAddressEvent;

  /** A channel is no longer on hold. */
  readonly Unhold: UnholdEvent;

  /** A module was unloaded. */
  readonly Unload: UnloadEvent;

  /** A parked channel was taken. */
  readonly UnParkedCall: UnParkedCallEvent;

  /** An event that the dialplan or somebody at AMI has sent. */
  readonly UserEvent: UserEventEvent;

  /** A variable was set. */
  readonly VarSet: VarSetEvent;

  /** The password of a mailbox was changed. */
  readonly VoicemailPasswordChange: VoicemailPasswordChangeEvent;

  /** A channel has winked. */
  readonly Wink: WinkEvent;
}
