/**
 * The AMI actions.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

import type { ActionVariables, Argument, Flag, NoParameters, OtherText } from "./basics.ts";
import type {
  DeviceStateChangeEvent,
  ExtensionStatusEvent,
  ParkedCallEvent,
  PeerStatusEvent,
  PJSIPMaintenanceStatusEvent,
  PresenceStateChangeEvent,
} from "./events.ts";
import type {
  AgentsCompleteEvent,
  AgentsEvent,
  AorDetailEvent,
  AorListCompleteEvent,
  AorListEvent,
  AuthDetailEvent,
  AuthListCompleteEvent,
  AuthListEvent,
  BridgeInfoChannelEvent,
  BridgeInfoCompleteEvent,
  BridgeListCompleteEvent,
  BridgeListItemEvent,
  BridgeTechnologyListCompleteEvent,
  BridgeTechnologyListItemEvent,
  ConfbridgeListCompleteEvent,
  ConfbridgeListEvent,
  ConfbridgeListRoomsCompleteEvent,
  ConfbridgeListRoomsEvent,
  ContactListCompleteEvent,
  ContactListEvent,
  ContactStatusDetailCompleteEvent,
  ContactStatusDetailEvent,
  CoreShowChannelEvent,
  CoreShowChannelMapCompleteEvent,
  CoreShowChannelMapEvent,
  CoreShowChannelsCompleteEvent,
  DAHDIShowChannelsCompleteEvent,
  DAHDIShowChannelsEvent,
  DAHDIShowStatusCompleteEvent,
  DAHDIShowStatusEvent,
  DBGetCompleteEvent,
  DBGetResponseEvent,
  DBGetTreeCompleteEvent,
  DBGetTreeResponseEvent,
  DeviceEntryEvent,
  DevicelistCompleteEvent,
  DeviceStateListCompleteEvent,
  EndpointDetailCompleteEvent,
  EndpointDetailEvent,
  EndpointListCompleteEvent,
  EndpointListEvent,
  ExtensionStateListCompleteEvent,
  FAXSessionEvent,
  FAXSessionsCompleteEvent,
  FAXSessionsEntryEvent,
  FAXStatsEvent,
  IdentifyDetailEvent,
  InboundRegistrationDetailCompleteEvent,
  InboundRegistrationDetailEvent,
  InboundSubscriptionDetailCompleteEvent,
  InboundSubscriptionDetailEvent,
  LineEntryEvent,
  LinelistCompleteEvent,
  ListDialplanEvent,
  MeetmeListCompleteEvent,
  MeetmeListEvent,
  MeetmeListRoomsCompleteEvent,
  MeetmeListRoomsEvent,
  MWIGetCompleteEvent,
  MWIGetEvent,
  OutboundRegistrationDetailCompleteEvent,
  OutboundRegistrationDetailEvent,
  OutboundSubscriptionDetailCompleteEvent,
  OutboundSubscriptionDetailEvent,
  ParkedCallsCompleteEvent,
  ParkinglotEvent,
  ParkinglotsCompleteEvent,
  PeerEntryEvent,
  PeerlistCompleteEvent,
  PJSIPMaintenanceStatusCompleteEvent,
  PresenceStateListCompleteEvent,
  PRIShowSpansCompleteEvent,
  PRIShowSpansEvent,
  QueueEntryEvent,
  QueueMemberEvent,
  QueueParamsEvent,
  QueueStatusCompleteEvent,
  QueueSummaryCompleteEvent,
  QueueSummaryEvent,
  RegistrationsCompleteEvent,
  RegistryEntryEvent,
  ResourceListDetailCompleteEvent,
  ResourceListDetailEvent,
  ShowDialPlanCompleteEvent,
  SIPpeerstatusCompleteEvent,
  StatusCompleteEvent,
  StatusEvent,
  TransportDetailEvent,
  VoicemailBoxDetailCompleteEvent,
  VoicemailBoxDetailEvent,
  VoicemailUserDetailCompleteEvent,
  VoicemailUserDetailEvent,
  VoicemailUserEntryCompleteEvent,
  VoicemailUserEntryEvent,
} from "./list_events.ts";

/** Parameters of {@linkcode Actions.AbsoluteTimeout}. */
export interface AbsoluteTimeoutParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Seconds. */
  readonly Timeout: Argument;
}

/** Parameters of {@linkcode Actions.AgentLogoff}. */
export interface AgentLogoffParameters {
  /** Number of the agent, of agents.conf. */
  readonly Agent: Argument;
  /** Not before the agent's call is over. */
  readonly Soft?: Flag;
}

/** Parameters of {@linkcode Actions.AGI}. */
export interface AGIParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** The command. */
  readonly Command: Argument;
  /** Comes back with the result. */
  readonly CommandID?: Argument;
}

/** Parameters of {@linkcode Actions.AOCMessage}. */
export interface AOCMessageParameters {
  /** Name of the channel. */
  readonly Channel?: Argument;
  /** Beginning of the channel's name. */
  readonly ChannelPrefix?: Argument;
  /** Rates (`S`), a charge so far (`D`) or at the end (`E`). */
  readonly MsgType: "S" | "D" | "E";
  /** What is charged. */
  readonly ChargeType?: "NA" | "FREE" | "Currency" | "Unit";
  /** Name of the currency. */
  readonly CurrencyName?: Argument;
  /** Amount, times the multiplier. */
  readonly CurrencyAmount?: Argument;
  /** Multiplier of the amount. */
  readonly CurrencyMultiplier?:
    | "OneThousandth"
    | "OneHundredth"
    | "OneTenth"
    | "One"
    | "Ten"
    | "Hundred"
    | "Thousand";
  /** So far, or all. */
  readonly TotalType?: "Total" | "SubTotal";
  /** How it is billed. */
  readonly AOCBillingId?:
    | "Normal"
    | "ReverseCharge"
    | "CreditCard"
    | "CallFwdUnconditional"
    | "CallFwdBusy"
    | "CallFwdNoReply"
    | "CallDeflection"
    | "CallTransfer";
  /** Identifies the association. */
  readonly ChargingAssociationId?: Argument;
  /** Number of the association. */
  readonly ChargingAssociationNumber?: Argument;
  /** Numbering plan of it. */
  readonly ChargingAssociationPlan?: Argument;
  /** What the rate is for. */
  readonly ChargedItem?:
    | "NA"
    | "SpecialArrangement"
    | "BasicCommunication"
    | "CallAttempt"
    | "CallSetup"
    | "UserUserInfo"
    | "SupplementaryService";
  /** Kind of the rate. */
  readonly RateType?:
    | "NA"
    | "Free"
    | "FreeFromBeginning"
    | "Duration"
    | "Flat"
    | "Volume"
    | "SpecialCode";
  /** Time that the rate is for. */
  readonly Time?: Argument;
  /** Unit of that time. */
  readonly TimeScale?:
    | "OneHundredthSecond"
    | "OneTenthSecond"
    | "Second"
    | "TenSeconds"
    | "Minute"
    | "Hour"
    | "Day";
  /** Unit of charging. */
  readonly Granularity?: Argument;
  /** Unit of time for it. */
  readonly GranularityTimeScale?:
    | "OneHundredthSecond"
    | "OneTenthSecond"
    | "Second"
    | "TenSeconds"
    | "Minute"
    | "Hour"
    | "Day";
  /** How the charge grows. */
  readonly ChargingType?: "ContinuousCharging" | "StepFunction";
  /** Unit of volume. */
  readonly VolumeUnit?: "Octet" | "Segment" | "Message";
  /** Code of a special rate. */
  readonly Code?: Argument;
  /** Headers whose names are of this form: UnitAmount(…). */
  readonly [name: `UnitAmount(${number})`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: UnitType(…). */
  readonly [name: `UnitType(${number})`]: Argument | boolean | readonly Argument[] | undefined;
}

/** Parameters of {@linkcode Actions.Atxfer}. */
export interface AtxferParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Extension. */
  readonly Exten: Argument;
  /** Context of the dialplan. */
  readonly Context?: Argument;
}

/** Parameters of {@linkcode Actions.BlindTransfer}. */
export interface BlindTransferParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Context of the dialplan. */
  readonly Context?: Argument;
  /** Extension. */
  readonly Exten: Argument;
}

/** Parameters of {@linkcode Actions.Bridge}. */
export interface BridgeParameters {
  /** Name of the first channel. */
  readonly Channel1: Argument;
  /** Name of the second channel. */
  readonly Channel2: Argument;
  /** Who hears a tone. */
  readonly Tone?: "no" | "Channel1" | "Channel2" | "Both";
}

/** Parameters of {@linkcode Actions.BridgeDestroy}. */
export interface BridgeDestroyParameters {
  /** Uniqueid of the bridge. */
  readonly BridgeUniqueid: Argument;
}

/** Parameters of {@linkcode Actions.BridgeInfo}. */
export interface BridgeInfoParameters {
  /** Uniqueid of the bridge. */
  readonly BridgeUniqueid: Argument;
}

/** Parameters of {@linkcode Actions.BridgeKick}. */
export interface BridgeKickParameters {
  /** Uniqueid of the bridge. */
  readonly BridgeUniqueid?: Argument;
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.BridgeList}. */
export interface BridgeListParameters {
  /** Only bridges of this technology. */
  readonly BridgeType?: Argument;
}

/** Parameters of {@linkcode Actions.BridgeTechnologySuspend}. */
export interface BridgeTechnologySuspendParameters {
  /** Name of the technology, of BridgeTechnologyList. */
  readonly BridgeTechnology: Argument;
}

/** Parameters of {@linkcode Actions.BridgeTechnologyUnsuspend}. */
export interface BridgeTechnologyUnsuspendParameters {
  /** Name of the technology, of BridgeTechnologyList. */
  readonly BridgeTechnology: Argument;
}

/** Parameters of {@linkcode Actions.CancelAtxfer}. */
export interface CancelAtxferParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.Challenge}. */
export interface ChallengeParameters {
  /** `MD5`. */
  readonly AuthType: "MD5";
}

/** Parameters of {@linkcode Actions.ChangeMonitor}. */
export interface ChangeMonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Name of the file. */
  readonly File: Argument;
}

/** Parameters of {@linkcode Actions.Command}. */
export interface CommandParameters {
  /** The command. */
  readonly Command: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeKick}. */
export interface ConfbridgeKickParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
  /** Name of the channel, or `all`, or `participants`. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeList}. */
export interface ConfbridgeListParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeLock}. */
export interface ConfbridgeLockParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeMute}. */
export interface ConfbridgeMuteParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
  /** Name of the channel, or `all`, or `participants`. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeSetSingleVideoSrc}. */
export interface ConfbridgeSetSingleVideoSrcParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeStartRecord}. */
export interface ConfbridgeStartRecordParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
  /** File to record to. */
  readonly RecordFile?: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeStopRecord}. */
export interface ConfbridgeStopRecordParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeUnlock}. */
export interface ConfbridgeUnlockParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
}

/** Parameters of {@linkcode Actions.ConfbridgeUnmute}. */
export interface ConfbridgeUnmuteParameters {
  /** Name of the conference. */
  readonly Conference: Argument;
  /** Name of the channel, or `all`, or `participants`. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.ControlPlayback}. */
export interface ControlPlaybackParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** What to do. */
  readonly Control: "stop" | "forward" | "reverse" | "pause" | "restart";
}

/** Parameters of {@linkcode Actions.CoreShowChannelMap}. */
export interface CoreShowChannelMapParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.CreateConfig}. */
export interface CreateConfigParameters {
  /** Name of the configuration file. */
  readonly Filename: Argument;
}

/** Parameters of {@linkcode Actions.DAHDIDialOffhook}. */
export interface DAHDIDialOffhookParameters {
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: Argument;
  /** Number to dial. */
  readonly Number: Argument;
}

/** Parameters of {@linkcode Actions.DAHDIDNDoff}. */
export interface DAHDIDNDoffParameters {
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: Argument;
}

/** Parameters of {@linkcode Actions.DAHDIDNDon}. */
export interface DAHDIDNDonParameters {
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: Argument;
}

/** Parameters of {@linkcode Actions.DAHDIHangup}. */
export interface DAHDIHangupParameters {
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: Argument;
}

/** Parameters of {@linkcode Actions.DAHDIShowChannels}. */
export interface DAHDIShowChannelsParameters {
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel?: Argument;
}

/** Parameters of {@linkcode Actions.DAHDITransfer}. */
export interface DAHDITransferParameters {
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: Argument;
}

/** Parameters of {@linkcode Actions.DBDel}. */
export interface DBDelParameters {
  /** Family in AstDB. */
  readonly Family: Argument;
  /** Key in AstDB. */
  readonly Key: Argument;
}

/** Parameters of {@linkcode Actions.DBDelTree}. */
export interface DBDelTreeParameters {
  /** Family in AstDB. */
  readonly Family: Argument;
  /** Key in AstDB. */
  readonly Key?: Argument;
}

/** Parameters of {@linkcode Actions.DBGet}. */
export interface DBGetParameters {
  /** Family in AstDB. */
  readonly Family: Argument;
  /** Key in AstDB. */
  readonly Key: Argument;
}

/** Parameters of {@linkcode Actions.DBGetTree}. */
export interface DBGetTreeParameters {
  /** Family in AstDB. */
  readonly Family?: Argument;
  /** Key in AstDB. */
  readonly Key?: Argument;
}

/** Parameters of {@linkcode Actions.DBPut}. */
export interface DBPutParameters {
  /** Family in AstDB. */
  readonly Family: Argument;
  /** Key in AstDB. */
  readonly Key: Argument;
  /** The value. */
  readonly Val?: Argument;
}

/** Parameters of {@linkcode Actions.DialplanExtensionAdd}. */
export interface DialplanExtensionAddParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Extension. */
  readonly Extension: Argument;
  /** Priority or label. */
  readonly Priority: Argument;
  /** Application of the dialplan. */
  readonly Application: Argument;
  /** Arguments of the application. */
  readonly ApplicationData?: Argument;
  /** What is there already is replaced. */
  readonly Replace?: Flag;
}

/** Parameters of {@linkcode Actions.DialplanExtensionRemove}. */
export interface DialplanExtensionRemoveParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Extension. */
  readonly Extension: Argument;
  /** Priority or label. */
  readonly Priority?: Argument;
}

/** Parameters of {@linkcode Actions.Events}. */
export interface EventsParameters {
  /** Classes divided by commas, `on` or `off`. */
  readonly EventMask: "on" | "off" | OtherText;
}

/** Parameters of {@linkcode Actions.ExtensionState}. */
export interface ExtensionStateParameters {
  /** Extension. */
  readonly Exten: Argument;
  /** Context of the dialplan. */
  readonly Context: Argument;
}

/** Parameters of {@linkcode Actions.FAXSession}. */
export interface FAXSessionParameters {
  /** Number of the session. */
  readonly SessionNumber: Argument;
}

/** Parameters of {@linkcode Actions.Filter}. */
export interface FilterParameters {
  /** `Add`. */
  readonly Operation: "Add";
  /** Which events, and how they are compared: `action(exclude),name(Newexten)`. */
  readonly MatchCriteria?: Argument;
  /** What is compared, of the way MatchCriteria says. */
  readonly Filter?: Argument;
}

/** Parameters of {@linkcode Actions.GetConfig}. */
export interface GetConfigParameters {
  /** Name of the configuration file. */
  readonly Filename: Argument;
  /** Only this category. */
  readonly Category?: Argument;
  /** Condition. */
  readonly Filter?: Argument;
}

/** Parameters of {@linkcode Actions.GetConfigJSON}. */
export interface GetConfigJSONParameters {
  /** Name of the configuration file. */
  readonly Filename: Argument;
  /** Only this category. */
  readonly Category?: Argument;
  /** Condition. */
  readonly Filter?: Argument;
}

/** Parameters of {@linkcode Actions.Getvar}. */
export interface GetvarParameters {
  /** Name of the channel; without it the variable is global. */
  readonly Channel?: Argument;
  /** Name of the variable, or function. */
  readonly Variable: Argument;
}

/** Parameters of {@linkcode Actions.Hangup}. */
export interface HangupParameters {
  /** Name of the channel, or `/regular expression/` of names. */
  readonly Channel: Argument;
  /** Why, a number of Q.850. */
  readonly Cause?: Argument;
}

/** Parameters of {@linkcode Actions.JabberSend}. */
export interface JabberSendParameters {
  /** Account of xmpp.conf. */
  readonly Jabber: Argument;
  /** Message. */
  readonly Message: Argument;
  /** Jabber identity of the receiver. */
  readonly ScreenName: Argument;
}

/** Parameters of {@linkcode Actions.ListCategories}. */
export interface ListCategoriesParameters {
  /** Name of the configuration file. */
  readonly Filename: Argument;
  /** Only categories that fit. */
  readonly Match?: Argument;
}

/** Parameters of {@linkcode Actions.LocalOptimizeAway}. */
export interface LocalOptimizeAwayParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.Login}. */
export interface LoginParameters {
  /** Name of the user, of manager.conf. */
  readonly Username: Argument;
  /** `MD5`. */
  readonly AuthType?: "plain" | "MD5";
  /** The secret. */
  readonly Secret?: Argument;
  /** MD5 of challenge and secret, in hexadecimal. */
  readonly Key?: Argument;
  /** Classes divided by commas, `on` or `off`. */
  readonly Events?: "on" | "off" | OtherText;
}

/** Parameters of {@linkcode Actions.MailboxCount}. */
export interface MailboxCountParameters {
  /** The mailbox: `6001@default`. */
  readonly Mailbox: Argument;
}

/** Parameters of {@linkcode Actions.MailboxStatus}. */
export interface MailboxStatusParameters {
  /** The mailbox: `6001@default`. */
  readonly Mailbox: Argument;
}

/** Parameters of {@linkcode Actions.MeetmeList}. */
export interface MeetmeListParameters {
  /** Only this conference. */
  readonly Conference?: Argument;
}

/** Parameters of {@linkcode Actions.MeetmeMute}. */
export interface MeetmeMuteParameters {
  /** Number of the conference. */
  readonly Meetme: Argument;
  /** Number of the user in the conference. */
  readonly Usernum: Argument;
}

/** Parameters of {@linkcode Actions.MeetmeUnmute}. */
export interface MeetmeUnmuteParameters {
  /** Number of the conference. */
  readonly Meetme: Argument;
  /** Number of the user in the conference. */
  readonly Usernum: Argument;
}

/** Parameters of {@linkcode Actions.MessageSend}. */
export interface MessageSendParameters {
  /** Where to: `pjsip:100`. */
  readonly Destination?: Argument;
  /** Receiver. */
  readonly To?: Argument;
  /** Sender. */
  readonly From?: Argument;
  /** Body of the message. */
  readonly Body?: Argument;
  /** Body of the message in base64. */
  readonly Base64Body?: Argument;
  /** Variables of the message: `NAME=value`. */
  readonly Variable?: ActionVariables;
}

/** Parameters of {@linkcode Actions.MixMonitor}. */
export interface MixMonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Name of the file. */
  readonly File?: Argument;
  /** Options of the application MixMonitor. */
  readonly Options?: Argument;
  /** Program that runs when the recording is over. */
  readonly Command?: Argument;
}

/** Parameters of {@linkcode Actions.MixMonitorMute}. */
export interface MixMonitorMuteParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** What to mute: `read`, `write` or `both`. */
  readonly Direction?: Argument;
  /** Muted or not. */
  readonly State?: Flag;
  /** One of several recordings. */
  readonly MixMonitorID?: Argument;
}

/** Parameters of {@linkcode Actions.ModuleCheck}. */
export interface ModuleCheckParameters {
  /** Name of the module. */
  readonly Module: Argument;
}

/** Parameters of {@linkcode Actions.ModuleLoad}. */
export interface ModuleLoadParameters {
  /** Name of the module. */
  readonly Module?:
    | "cdr"
    | "dnsmgr"
    | "extconfig"
    | "enum"
    | "acl"
    | "manager"
    | "http"
    | "logger"
    | "features"
    | "dsp"
    | "udptl"
    | "indications"
    | "cel"
    | "plc"
    | OtherText;
  /** What to do with it. */
  readonly LoadType: "load" | "unload" | "reload" | "refresh";
  /** Modules that need it too. */
  readonly Recursive?: Flag;
}

/** Parameters of {@linkcode Actions.Monitor}. */
export interface MonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Name of the file. */
  readonly File?: Argument;
  /** Format of the recording. */
  readonly Format?: Argument;
  /** Both directions go into one file. */
  readonly Mix?: Flag;
}

/** Parameters of {@linkcode Actions.MuteAudio}. */
export interface MuteAudioParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Which way, seen from Asterisk. */
  readonly Direction: "in" | "out" | "all";
  /** On or off. */
  readonly State: Flag;
}

/** Parameters of {@linkcode Actions.MWIDelete}. */
export interface MWIDeleteParameters {
  /** The mailbox: `6001@default`. */
  readonly Mailbox: Argument;
}

/** Parameters of {@linkcode Actions.MWIGet}. */
export interface MWIGetParameters {
  /** The mailbox: `6001@default`. */
  readonly Mailbox: Argument;
}

/** Parameters of {@linkcode Actions.MWIUpdate}. */
export interface MWIUpdateParameters {
  /** The mailbox: `6001@default`. */
  readonly Mailbox: Argument;
  /** Old messages. */
  readonly OldMessages?: Argument;
  /** New messages. */
  readonly NewMessages?: Argument;
}

/** Parameters of {@linkcode Actions.Originate}. */
export interface OriginateParameters {
  /** Channel to make: `PJSIP/100`, `Local/exten@context`. */
  readonly Channel: Argument;
  /** Extension. */
  readonly Exten?: Argument;
  /** Context of the dialplan. */
  readonly Context?: Argument;
  /** Priority or label. */
  readonly Priority?: Argument;
  /** Application of the dialplan. */
  readonly Application?: Argument;
  /** Arguments of the application. */
  readonly Data?: Argument;
  /** Milliseconds to wait for an answer; 30000 without it. */
  readonly Timeout?: Argument;
  /** Name and number of the caller: `"Name" <number>`. */
  readonly CallerID?: Argument;
  /** Variables of the new channel: `NAME=value`. */
  readonly Variable?: ActionVariables;
  /** Account code. */
  readonly Account?: Argument;
  /** The dialplan goes on before the answer, when there is sound. */
  readonly EarlyMedia?: Flag;
  /** Answer at once, and send OriginateResponse later. */
  readonly Async?: Flag;
  /** Codecs of the new channel, divided by commas. */
  readonly Codecs?: Argument;
  /** Uniqueid that the channel gets. */
  readonly ChannelId?: Argument;
  /** Uniqueid that the second half of a Local channel gets. */
  readonly OtherChannelId?: Argument;
  /** Subroutine that the new channel runs first: `context,extension,priority(arguments)`. */
  readonly PreDialGoSub?: Argument;
}

/** Parameters of {@linkcode Actions.Park}. */
export interface ParkParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Channel that is called when time is up. */
  readonly TimeoutChannel?: Argument;
  /** Channel that hears the number of the parking space. */
  readonly AnnounceChannel?: Argument;
  /** Milliseconds until the call goes back. */
  readonly Timeout?: Argument;
  /** Name of the parking lot. */
  readonly Parkinglot?: Argument;
  /** Number of the space. */
  readonly ParkingSpace?: Argument;
  /** Old name of TimeoutChannel. */
  readonly Channel2?: Argument;
}

/** Parameters of {@linkcode Actions.ParkedCalls}. */
export interface ParkedCallsParameters {
  /** Only this parking lot. */
  readonly ParkingLot?: Argument;
}

/** Parameters of {@linkcode Actions.PauseMonitor}. */
export interface PauseMonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.PJSIPHangup}. */
export interface PJSIPHangupParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Response code of SIP, or its name. */
  readonly Cause: Argument;
}

/** Parameters of {@linkcode Actions.PJSIPNotify}. */
export interface PJSIPNotifyParameters {
  /** Name of the endpoint. */
  readonly Endpoint?: Argument;
  /** SIP URI to send to. */
  readonly URI?: Argument;
  /** Name of the channel. */
  readonly channel?: Argument;
  /** Section of pjsip_notify.conf. */
  readonly Option?: Argument;
  /** Headers, and `Content` for lines of the body: `NAME=value`. */
  readonly Variable?: ActionVariables;
}

/** Parameters of {@linkcode Actions.PJSIPQualify}. */
export interface PJSIPQualifyParameters {
  /** Name of the endpoint. */
  readonly Endpoint: Argument;
}

/** Parameters of {@linkcode Actions.PJSIPRegister}. */
export interface PJSIPRegisterParameters {
  /** Name of the registration, or `*all`. */
  readonly Registration: Argument;
}

/** Parameters of {@linkcode Actions.PJSIPSetMaintenance}. */
export interface PJSIPSetMaintenanceParameters {
  /** Name of the endpoint, or `all`. */
  readonly Endpoint: Argument;
  /** On or off. */
  readonly State: "on" | "off";
}

/** Parameters of {@linkcode Actions.PJSIPShowEndpoint}. */
export interface PJSIPShowEndpointParameters {
  /** Name of the endpoint. */
  readonly Endpoint: Argument;
}

/** Parameters of {@linkcode Actions.PJSIPShowMaintenance}. */
export interface PJSIPShowMaintenanceParameters {
  /** Name of the endpoint. */
  readonly Endpoint?: Argument;
}

/** Parameters of {@linkcode Actions.PJSIPUnregister}. */
export interface PJSIPUnregisterParameters {
  /** Name of the registration, or `*all`. */
  readonly Registration: Argument;
}

/** Parameters of {@linkcode Actions.PlayDTMF}. */
export interface PlayDTMFParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** The key: `0` to `9`, `*`, `#`, `A` to `D`. */
  readonly Digit: Argument;
  /** Milliseconds. */
  readonly Duration?: Argument;
  /** As if it came from the channel. */
  readonly Receive?: Flag;
}

/** Parameters of {@linkcode Actions.PlayMF}. */
export interface PlayMFParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** The digit. */
  readonly Digit: Argument;
  /** Milliseconds. */
  readonly Duration?: Argument;
}

/** Parameters of {@linkcode Actions.PresenceState}. */
export interface PresenceStateParameters {
  /** Whose presence: `CustomPresence:lab`. */
  readonly Provider: Argument;
}

/** Parameters of {@linkcode Actions.PRIDebugFileSet}. */
export interface PRIDebugFileSetParameters {
  /** Name of the file. */
  readonly File: Argument;
}

/** Parameters of {@linkcode Actions.PRIDebugSet}. */
export interface PRIDebugSetParameters {
  /** Number of the span. */
  readonly Span: Argument;
  /** How much is told. */
  readonly Level: "off" | "on" | "hex" | "intense";
}

/** Parameters of {@linkcode Actions.PRIShowSpans}. */
export interface PRIShowSpansParameters {
  /** Only this span. */
  readonly Span?: Argument;
}

/** Parameters of {@linkcode Actions.QueueAdd}. */
export interface QueueAddParameters {
  /** Name of the queue. */
  readonly Queue: Argument;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: Argument;
  /** The lower, the sooner the member is called. */
  readonly Penalty?: Argument;
  /** Gets no calls. */
  readonly Paused?: Flag;
  /** Why. */
  readonly Reason?: Argument;
  /** Name of the member. */
  readonly MemberName?: Argument;
  /** The device whose state counts. */
  readonly StateInterface?: Argument;
  /** Seconds of rest after a call. */
  readonly Wrapuptime?: Argument;
}

/** Parameters of {@linkcode Actions.QueueChangePriorityCaller}. */
export interface QueueChangePriorityCallerParameters {
  /** Name of the queue. */
  readonly Queue: Argument;
  /** Channel of the caller. */
  readonly Caller: Argument;
  /** The higher, the sooner the caller's turn. */
  readonly Priority: Argument;
  /** The caller's place in the queue changes at once. */
  readonly Immediate?: Flag;
}

/** Parameters of {@linkcode Actions.QueueLog}. */
export interface QueueLogParameters {
  /** Name of the queue. */
  readonly Queue: Argument;
  /** The event. */
  readonly Event: Argument;
  /** Uniqueid of the call. */
  readonly Uniqueid?: Argument;
  /** The member's device: `PJSIP/100`. */
  readonly Interface?: Argument;
  /** Message. */
  readonly Message?: Argument;
}

/** Parameters of {@linkcode Actions.QueueMemberRingInUse}. */
export interface QueueMemberRingInUseParameters {
  /** The member's device: `PJSIP/100`. */
  readonly Interface: Argument;
  /** The member is called while on a call. */
  readonly RingInUse: Flag;
  /** Only in this queue. */
  readonly Queue?: Argument;
}

/** Parameters of {@linkcode Actions.QueuePause}. */
export interface QueuePauseParameters {
  /** The member's device: `PJSIP/100`. */
  readonly Interface: Argument;
  /** Gets no calls. */
  readonly Paused: Flag;
  /** Only in this queue. */
  readonly Queue?: Argument;
  /** Why. */
  readonly Reason?: Argument;
}

/** Parameters of {@linkcode Actions.QueuePenalty}. */
export interface QueuePenaltyParameters {
  /** The member's device: `PJSIP/100`. */
  readonly Interface: Argument;
  /** The lower, the sooner the member is called. */
  readonly Penalty: Argument;
  /** Only in this queue. */
  readonly Queue?: Argument;
}

/** Parameters of {@linkcode Actions.QueueReload}. */
export interface QueueReloadParameters {
  /** Only this queue. */
  readonly Queue?: Argument;
  /** Members are loaded again. */
  readonly Members?: "yes" | "no";
  /** Rules are loaded again. */
  readonly Rules?: "yes" | "no";
  /** Parameters of queues are loaded again. */
  readonly Parameters?: "yes" | "no";
}

/** Parameters of {@linkcode Actions.QueueRemove}. */
export interface QueueRemoveParameters {
  /** Name of the queue. */
  readonly Queue: Argument;
  /** The member's device: `PJSIP/100`. */
  readonly Interface: Argument;
}

/** Parameters of {@linkcode Actions.QueueReset}. */
export interface QueueResetParameters {
  /** Only this queue. */
  readonly Queue?: Argument;
}

/** Parameters of {@linkcode Actions.QueueRule}. */
export interface QueueRuleParameters {
  /** Only this rule. */
  readonly Rule?: Argument;
}

/** Parameters of {@linkcode Actions.QueueStatus}. */
export interface QueueStatusParameters {
  /** Only this queue. */
  readonly Queue?: Argument;
  /** Only this member. */
  readonly Member?: Argument;
}

/** Parameters of {@linkcode Actions.QueueSummary}. */
export interface QueueSummaryParameters {
  /** Only this queue. */
  readonly Queue?: Argument;
}

/** Parameters of {@linkcode Actions.QueueWithdrawCaller}. */
export interface QueueWithdrawCallerParameters {
  /** Name of the queue. */
  readonly Queue: Argument;
  /** Channel of the caller. */
  readonly Caller: Argument;
  /** What the channel variable QUEUE_WITHDRAW_INFO gets. */
  readonly WithdrawInfo?: Argument;
}

/** Parameters of {@linkcode Actions.Redirect}. */
export interface RedirectParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** A second channel to redirect. */
  readonly ExtraChannel?: Argument;
  /** Extension. */
  readonly Exten: Argument;
  /** Extension for it. */
  readonly ExtraExten?: Argument;
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Context for it. */
  readonly ExtraContext?: Argument;
  /** Priority or label. */
  readonly Priority: Argument;
  /** Priority for it. */
  readonly ExtraPriority?: Argument;
}

/** Parameters of {@linkcode Actions.Reload}. */
export interface ReloadParameters {
  /** Name of the module; all without it. */
  readonly Module?: Argument;
}

/** Parameters of {@linkcode Actions.SendFlash}. */
export interface SendFlashParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** As if it came from the channel. */
  readonly Receive?: Flag;
}

/** Parameters of {@linkcode Actions.SendText}. */
export interface SendTextParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Message. */
  readonly Message: Argument;
  /** Type of the text. */
  readonly "Content-Type"?: Argument;
}

/** Parameters of {@linkcode Actions.Setvar}. */
export interface SetvarParameters {
  /** Name of the channel; without it the variable is global. */
  readonly Channel?: Argument;
  /** Name of the variable, or function. */
  readonly Variable: Argument;
  /** The value. */
  readonly Value: Argument;
}

/** Parameters of {@linkcode Actions.ShowDialPlan}. */
export interface ShowDialPlanParameters {
  /** Extension. */
  readonly Extension?: Argument;
  /** Context of the dialplan. */
  readonly Context?: Argument;
}

/** Parameters of {@linkcode Actions.SIPnotify}. */
export interface SIPnotifyParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** Headers, and `Content` for lines of the body: `NAME=value`. */
  readonly Variable: ActionVariables;
  /** Call-ID of the dialog. */
  readonly "Call-ID"?: Argument;
}

/** Parameters of {@linkcode Actions.SIPpeerstatus}. */
export interface SIPpeerstatusParameters {
  /** Only this peer. */
  readonly Peer?: Argument;
}

/** Parameters of {@linkcode Actions.SIPqualifypeer}. */
export interface SIPqualifypeerParameters {
  /** Name of the peer. */
  readonly Peer: Argument;
}

/** Parameters of {@linkcode Actions.SIPshowpeer}. */
export interface SIPshowpeerParameters {
  /** Name of the peer. */
  readonly Peer: Argument;
}

/** Parameters of {@linkcode Actions.SKINNYshowdevice}. */
export interface SKINNYshowdeviceParameters {
  /** Name of the device. */
  readonly Device: Argument;
}

/** Parameters of {@linkcode Actions.SKINNYshowline}. */
export interface SKINNYshowlineParameters {
  /** Name of the line. */
  readonly Line: Argument;
}

/** Parameters of {@linkcode Actions.SorceryMemoryCacheExpire}. */
export interface SorceryMemoryCacheExpireParameters {
  /** Name of the cache. */
  readonly Cache: Argument;
}

/** Parameters of {@linkcode Actions.SorceryMemoryCacheExpireObject}. */
export interface SorceryMemoryCacheExpireObjectParameters {
  /** Name of the cache. */
  readonly Cache: Argument;
  /** Name of the object. */
  readonly Object: Argument;
}

/** Parameters of {@linkcode Actions.SorceryMemoryCachePopulate}. */
export interface SorceryMemoryCachePopulateParameters {
  /** Name of the cache. */
  readonly Cache: Argument;
}

/** Parameters of {@linkcode Actions.SorceryMemoryCacheStale}. */
export interface SorceryMemoryCacheStaleParameters {
  /** Name of the cache. */
  readonly Cache: Argument;
}

/** Parameters of {@linkcode Actions.SorceryMemoryCacheStaleObject}. */
export interface SorceryMemoryCacheStaleObjectParameters {
  /** Name of the cache. */
  readonly Cache: Argument;
  /** Name of the object. */
  readonly Object: Argument;
  /** Load it again. */
  readonly Reload?: Flag;
}

/** Parameters of {@linkcode Actions.Status}. */
export interface StatusParameters {
  /** Name of the channel. */
  readonly Channel?: Argument;
  /** Variables of each channel that are told, divided by commas. */
  readonly Variables?: Argument;
  /** All variables of each channel are told. */
  readonly AllVariables?: Flag;
}

/** Parameters of {@linkcode Actions.StopMixMonitor}. */
export interface StopMixMonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
  /** One of several recordings. */
  readonly MixMonitorID?: Argument;
}

/** Parameters of {@linkcode Actions.StopMonitor}. */
export interface StopMonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.UnpauseMonitor}. */
export interface UnpauseMonitorParameters {
  /** Name of the channel. */
  readonly Channel: Argument;
}

/** Parameters of {@linkcode Actions.UpdateConfig}. */
export interface UpdateConfigParameters {
  /** File to read. */
  readonly SrcFilename: Argument;
  /** File to write. */
  readonly DstFilename: Argument;
  /** Modules load it again: `yes`, or the name of one. */
  readonly Reload?: Flag | OtherText;
  /** The effective category stays the same. */
  readonly PreserveEffectiveContext?: Flag;
  /** Headers whose names are of this form: Action-…. */
  readonly [name: `Action-${string}`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: Cat-…. */
  readonly [name: `Cat-${string}`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: Var-…. */
  readonly [name: `Var-${string}`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: Value-…. */
  readonly [name: `Value-${string}`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: Match-…. */
  readonly [name: `Match-${string}`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: Line-…. */
  readonly [name: `Line-${string}`]: Argument | boolean | readonly Argument[] | undefined;
  /** Headers whose names are of this form: Options-…. */
  readonly [name: `Options-${string}`]: Argument | boolean | readonly Argument[] | undefined;
}

/** Parameters of {@linkcode Actions.UserEvent}. */
export interface UserEventParameters {
  /** Name of the event. */
  readonly UserEvent: Argument;
  /** Any other header. */
  readonly [name: string]: Argument | boolean | readonly Argument[] | undefined;
}

/** Parameters of {@linkcode Actions.VoicemailBoxSummary}. */
export interface VoicemailBoxSummaryParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Number of the mailbox. */
  readonly Mailbox: Argument;
}

/** Parameters of {@linkcode Actions.VoicemailForward}. */
export interface VoicemailForwardParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Number of the mailbox. */
  readonly Mailbox: Argument;
  /** Folder of the message: `INBOX`. */
  readonly Folder: Argument;
  /** Identifies the message. */
  readonly ID: Argument;
  /** Context of the other mailbox. */
  readonly ToContext: Argument;
  /** Number of the other mailbox. */
  readonly ToMailbox: Argument;
  /** Folder that the message goes to. */
  readonly ToFolder: Argument;
}

/** Parameters of {@linkcode Actions.VoicemailMove}. */
export interface VoicemailMoveParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Number of the mailbox. */
  readonly Mailbox: Argument;
  /** Folder of the message: `INBOX`. */
  readonly Folder: Argument;
  /** Identifies the message. */
  readonly ID: Argument;
  /** Folder that the message goes to. */
  readonly ToFolder: Argument;
}

/** Parameters of {@linkcode Actions.VoicemailRefresh}. */
export interface VoicemailRefreshParameters {
  /** Context of the dialplan. */
  readonly Context?: Argument;
  /** Number of the mailbox. */
  readonly Mailbox?: Argument;
}

/** Parameters of {@linkcode Actions.VoicemailRemove}. */
export interface VoicemailRemoveParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Number of the mailbox. */
  readonly Mailbox: Argument;
  /** Folder of the message: `INBOX`. */
  readonly Folder: Argument;
  /** Identifies the message. */
  readonly ID: Argument;
}

/** Parameters of {@linkcode Actions.VoicemailUserStatus}. */
export interface VoicemailUserStatusParameters {
  /** Context of the dialplan. */
  readonly Context: Argument;
  /** Number of the mailbox. */
  readonly Mailbox: Argument;
}

/** Parameters of {@linkcode Actions.WaitEvent}. */
export interface WaitEventParameters {
  /** Seconds. */
  readonly Timeout: Argument;
}

/** The parameters of the AMI actions, by the name of the action. */
export interface Actions {
  /**
   * Hangs a channel up after some time.
   *
   * Needs `Channel`, `Timeout`.
   *
   * In Asterisk 22 and 16, since 0.5.0.
   */
  readonly AbsoluteTimeout: AbsoluteTimeoutParameters;

  /**
   * Logs an agent off.
   *
   * Needs `Agent`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_agent_pool`.
   */
  readonly AgentLogoff: AgentLogoffParameters;

  /**
   * Lists the agents.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_agent_pool`.
   */
  readonly Agents: NoParameters;

  /**
   * Gives a command to a channel in AsyncAGI.
   *
   * Needs `Channel`, `Command`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `res_agi`.
   */
  readonly AGI: AGIParameters;

  /**
   * Sends an advice of charge to a channel.
   *
   * Needs `MsgType`.
   *
   * In Asterisk 22 and 16, since 1.8.0.
   */
  readonly AOCMessage: AOCMessageParameters;

  /**
   * Begins an attended transfer.
   *
   * Needs `Channel`, `Exten`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0.
   */
  readonly Atxfer: AtxferParameters;

  /**
   * Transfers the other side of a channel to an extension.
   *
   * Needs `Channel`, `Exten`.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BlindTransfer: BlindTransferParameters;

  /**
   * Connects two channels.
   *
   * Needs `Channel1`, `Channel2`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly Bridge: BridgeParameters;

  /**
   * Destroys a bridge; its channels are hung up or go on.
   *
   * Needs `BridgeUniqueid`.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeDestroy: BridgeDestroyParameters;

  /**
   * Lists the channels in a bridge.
   *
   * Needs `BridgeUniqueid`.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeInfo: BridgeInfoParameters;

  /**
   * Removes a channel from its bridge.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeKick: BridgeKickParameters;

  /**
   * Lists the bridges.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeList: BridgeListParameters;

  /**
   * Lists the bridge technologies.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeTechnologyList: NoParameters;

  /**
   * Uses a bridge technology no longer.
   *
   * Needs `BridgeTechnology`.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeTechnologySuspend: BridgeTechnologySuspendParameters;

  /**
   * Uses a bridge technology again.
   *
   * Needs `BridgeTechnology`.
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly BridgeTechnologyUnsuspend: BridgeTechnologyUnsuspendParameters;

  /**
   * Cancels an attended transfer.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 15.1.0, 14.7.0, 13.18.0.
   */
  readonly CancelAtxfer: CancelAtxferParameters;

  /**
   * Asks for a challenge, to log in without sending the secret.
   *
   * Needs `AuthType`.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly Challenge: ChallengeParameters;

  /**
   * Changes the file of a recording.
   *
   * Needs `Channel`, `File`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly ChangeMonitor: ChangeMonitorParameters;

  /**
   * Runs a command of Asterisk's command line.
   *
   * Needs `Command`.
   *
   * In Asterisk 22 and 16, since 0.3.0.
   */
  readonly Command: CommandParameters;

  /**
   * Removes a user from a conference.
   *
   * Needs `Conference`, `Channel`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeKick: ConfbridgeKickParameters;

  /**
   * Lists the users of a conference.
   *
   * Needs `Conference`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeList: ConfbridgeListParameters;

  /**
   * Lists the conferences.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeListRooms: NoParameters;

  /**
   * Lets nobody join a conference.
   *
   * Needs `Conference`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeLock: ConfbridgeLockParameters;

  /**
   * Mutes a user of a conference.
   *
   * Needs `Conference`, `Channel`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeMute: ConfbridgeMuteParameters;

  /**
   * Shows everybody the video of one user.
   *
   * Needs `Conference`, `Channel`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeSetSingleVideoSrc: ConfbridgeSetSingleVideoSrcParameters;

  /**
   * Records a conference.
   *
   * Needs `Conference`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeStartRecord: ConfbridgeStartRecordParameters;

  /**
   * Ends the recording of a conference.
   *
   * Needs `Conference`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeStopRecord: ConfbridgeStopRecordParameters;

  /**
   * Lets people join a conference again.
   *
   * Needs `Conference`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeUnlock: ConfbridgeUnlockParameters;

  /**
   * Lets a user of a conference be heard again.
   *
   * Needs `Conference`, `Channel`.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly ConfbridgeUnmute: ConfbridgeUnmuteParameters;

  /**
   * Steers what a channel is playing.
   *
   * Needs `Channel`, `Control`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_controlplayback`.
   */
  readonly ControlPlayback: ControlPlaybackParameters;

  /**
   * Tells how Asterisk is set up.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly CoreSettings: NoParameters;

  /**
   * Lists the channels that a channel is connected to.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22, not in 16, since 20.4.0, 18.19.0.
   */
  readonly CoreShowChannelMap: CoreShowChannelMapParameters;

  /**
   * Lists the channels.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly CoreShowChannels: NoParameters;

  /**
   * Tells when Asterisk started, and how many calls there are.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly CoreStatus: NoParameters;

  /**
   * Makes an empty configuration file.
   *
   * Needs `Filename`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly CreateConfig: CreateConfigParameters;

  /**
   * Dials on a DAHDI channel that is off hook.
   *
   * Needs `DAHDIChannel`, `Number`.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDIDialOffhook: DAHDIDialOffhookParameters;

  /**
   * Ends do not disturb on a DAHDI channel.
   *
   * Needs `DAHDIChannel`.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDIDNDoff: DAHDIDNDoffParameters;

  /**
   * Begins do not disturb on a DAHDI channel.
   *
   * Needs `DAHDIChannel`.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDIDNDon: DAHDIDNDonParameters;

  /**
   * Hangs up a DAHDI channel.
   *
   * Needs `DAHDIChannel`.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDIHangup: DAHDIHangupParameters;

  /**
   * Restarts all DAHDI channels, ending their calls.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDIRestart: NoParameters;

  /**
   * Lists the DAHDI channels.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDIShowChannels: DAHDIShowChannelsParameters;

  /**
   * Lists the DAHDI spans.
   *
   * In Asterisk 22, not in 16, since 21.3.0, 20.8.0, 18.23.0. Module `chan_dahdi`.
   */
  readonly DAHDIShowStatus: NoParameters;

  /**
   * Simulates a flash on a DAHDI channel.
   *
   * Needs `DAHDIChannel`.
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  readonly DAHDITransfer: DAHDITransferParameters;

  /**
   * Deletes a value from AstDB.
   *
   * Needs `Family`, `Key`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly DBDel: DBDelParameters;

  /**
   * Deletes a family or a part of it from AstDB.
   *
   * Needs `Family`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly DBDelTree: DBDelTreeParameters;

  /**
   * Reads a value from AstDB.
   *
   * Needs `Family`, `Key`.
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly DBGet: DBGetParameters;

  /**
   * Lists values of AstDB.
   *
   * In Asterisk 22 and 16, since 19.6.0, 18.14.0, 16.28.0.
   */
  readonly DBGetTree: DBGetTreeParameters;

  /**
   * Writes a value to AstDB.
   *
   * Needs `Family`, `Key`.
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly DBPut: DBPutParameters;

  /**
   * Lists the states of devices.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `res_manager_devicestate`.
   */
  readonly DeviceStateList: NoParameters;

  /**
   * Adds an extension to the dialplan.
   *
   * Needs `Context`, `Extension`, `Priority`, `Application`.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `pbx_config`.
   */
  readonly DialplanExtensionAdd: DialplanExtensionAddParameters;

  /**
   * Removes an extension from the dialplan.
   *
   * Needs `Context`, `Extension`.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `pbx_config`.
   */
  readonly DialplanExtensionRemove: DialplanExtensionRemoveParameters;

  /**
   * Says which events this connection gets.
   *
   * Needs `EventMask`.
   *
   * In Asterisk 22 and 16, since 0.9.0.
   */
  readonly Events: EventsParameters;

  /**
   * Tells the state of an extension.
   *
   * Needs `Exten`, `Context`.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly ExtensionState: ExtensionStateParameters;

  /**
   * Lists the states of extensions.
   *
   * In Asterisk 22 and 16, since 13.0.0.
   */
  readonly ExtensionStateList: NoParameters;

  /**
   * Tells about a fax session.
   *
   * Needs `SessionNumber`.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
   */
  readonly FAXSession: FAXSessionParameters;

  /**
   * Lists the fax sessions.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
   */
  readonly FAXSessions: NoParameters;

  /**
   * Tells how many faxes there were.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
   */
  readonly FAXStats: NoParameters;

  /**
   * Adds a filter for the events of this connection.
   *
   * Needs `Operation`.
   *
   * In Asterisk 22 and 16, since 10.0.0.
   */
  readonly Filter: FilterParameters;

  /**
   * Shows the filters of this connection.
   *
   * In Asterisk 16, not in 22.
   */
  readonly FilterList: NoParameters;

  /**
   * Reads a configuration file.
   *
   * Needs `Filename`.
   *
   * In Asterisk 22 and 16, since 1.4.0.
   */
  readonly GetConfig: GetConfigParameters;

  /**
   * Reads a configuration file as JSON.
   *
   * Needs `Filename`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly GetConfigJSON: GetConfigJSONParameters;

  /**
   * Reads a variable or function.
   *
   * Needs `Variable`.
   *
   * In Asterisk 22 and 16, since 1.0.0.
   */
  readonly Getvar: GetvarParameters;

  /**
   * Hangs up a channel.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Hangup: HangupParameters;

  /**
   * Shows statistics of IAX2.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `chan_iax2`.
   */
  readonly IAXnetstats: NoParameters;

  /**
   * Lists the IAX2 peers.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `chan_iax2`.
   */
  readonly IAXpeerlist: NoParameters;

  /**
   * Lists the IAX2 peers.
   *
   * In Asterisk 22 and 16, since 0.3.0. Module `chan_iax2`.
   */
  readonly IAXpeers: NoParameters;

  /**
   * Lists the registrations of IAX2.
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `chan_iax2`.
   */
  readonly IAXregistry: NoParameters;

  /**
   * Sends a Jabber message.
   *
   * Needs `Jabber`, `Message`, `ScreenName`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `res_xmpp`.
   */
  readonly JabberSend: JabberSendParameters;

  /**
   * Lists the categories of a configuration file.
   *
   * Needs `Filename`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly ListCategories: ListCategoriesParameters;

  /**
   * Lists the actions that this user may use.
   *
   * In Asterisk 22 and 16, since 1.0.0.
   */
  readonly ListCommands: NoParameters;

  /**
   * Lets a Local channel take itself out of the way.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 1.8.0.
   */
  readonly LocalOptimizeAway: LocalOptimizeAwayParameters;

  /**
   * Begins new log files.
   *
   * In Asterisk 22 and 16, since 13.0.0.
   */
  readonly LoggerRotate: NoParameters;

  /**
   * Logs in.
   *
   * Needs `Username`.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Login: LoginParameters;

  /**
   * Ends the connection.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Logoff: NoParameters;

  /**
   * Counts the messages of a mailbox.
   *
   * Needs `Mailbox`.
   *
   * In Asterisk 22 and 16, since 0.5.0.
   */
  readonly MailboxCount: MailboxCountParameters;

  /**
   * Tells whether a mailbox has messages.
   *
   * Needs `Mailbox`.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly MailboxStatus: MailboxStatusParameters;

  /**
   * Lists the users of conferences of DAHDI.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_meetme`.
   */
  readonly MeetmeList: MeetmeListParameters;

  /**
   * Lists the conferences of DAHDI.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_meetme`.
   */
  readonly MeetmeListRooms: NoParameters;

  /**
   * Mutes a user of a conference of DAHDI.
   *
   * Needs `Meetme`, `Usernum`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_meetme`.
   */
  readonly MeetmeMute: MeetmeMuteParameters;

  /**
   * Lets a user of a conference of DAHDI be heard again.
   *
   * Needs `Meetme`, `Usernum`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_meetme`.
   */
  readonly MeetmeUnmute: MeetmeUnmuteParameters;

  /**
   * Sends a text message.
   *
   * In Asterisk 22 and 16, since 11.0.0.
   */
  readonly MessageSend: MessageSendParameters;

  /**
   * Records a channel.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `app_mixmonitor`.
   */
  readonly MixMonitor: MixMonitorParameters;

  /**
   * Mutes a recording.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `app_mixmonitor`.
   */
  readonly MixMonitorMute: MixMonitorMuteParameters;

  /**
   * Tells whether a module is loaded.
   *
   * Needs `Module`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly ModuleCheck: ModuleCheckParameters;

  /**
   * Loads, unloads or reloads a module.
   *
   * Needs `LoadType`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly ModuleLoad: ModuleLoadParameters;

  /**
   * Records a channel.
   *
   * Needs `Channel`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly Monitor: MonitorParameters;

  /**
   * Mutes a channel.
   *
   * Needs `Channel`, `Direction`, `State`.
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_mutestream`.
   */
  readonly MuteAudio: MuteAudioParameters;

  /**
   * Deletes mailboxes that an external system keeps.
   *
   * Needs `Mailbox`.
   *
   * In Asterisk 22 and 16, since 12.1.0. Module `res_mwi_external_ami`.
   */
  readonly MWIDelete: MWIDeleteParameters;

  /**
   * Lists mailboxes that an external system keeps.
   *
   * Needs `Mailbox`.
   *
   * In Asterisk 22 and 16, since 12.1.0. Module `res_mwi_external_ami`.
   */
  readonly MWIGet: MWIGetParameters;

  /**
   * Sets the messages of a mailbox that an external system keeps.
   *
   * Needs `Mailbox`.
   *
   * In Asterisk 22 and 16, since 12.1.0. Module `res_mwi_external_ami`.
   */
  readonly MWIUpdate: MWIUpdateParameters;

  /**
   * Makes a call and connects it to an extension or application.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Originate: OriginateParameters;

  /**
   * Parks a channel.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `parking_manager`.
   */
  readonly Park: ParkParameters;

  /**
   * Lists the parked calls.
   *
   * In Asterisk 22 and 16, since 0.7.2. Module `parking_manager`.
   */
  readonly ParkedCalls: ParkedCallsParameters;

  /**
   * Lists the parking lots.
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `parking_manager`.
   */
  readonly Parkinglots: NoParameters;

  /**
   * Pauses a recording.
   *
   * Needs `Channel`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly PauseMonitor: PauseMonitorParameters;

  /**
   * Tells that the connection is alive.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Ping: NoParameters;

  /**
   * Hangs up a channel with a response code of SIP.
   *
   * Needs `Channel`, `Cause`.
   *
   * In Asterisk 22, not in 16, since 21.1.0, 20.6.0, 18.21.0. Module `chan_pjsip`.
   */
  readonly PJSIPHangup: PJSIPHangupParameters;

  /**
   * Sends a SIP NOTIFY.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_notify`.
   */
  readonly PJSIPNotify: PJSIPNotifyParameters;

  /**
   * Asks the contacts of an endpoint whether they are there.
   *
   * Needs `Endpoint`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
   */
  readonly PJSIPQualify: PJSIPQualifyParameters;

  /**
   * Registers at a server again.
   *
   * Needs `Registration`.
   *
   * In Asterisk 22 and 16, since 13.2.0. Module `res_pjsip_outbound_registration`.
   */
  readonly PJSIPRegister: PJSIPRegisterParameters;

  /**
   * Takes an endpoint out of service, or back.
   *
   * Needs `Endpoint`, `State`.
   *
   * In Asterisk 22, not in 16, since 20.20.0, 22.10.0, 23.4.0. Module `res_pjsip_maintenance`.
   */
  readonly PJSIPSetMaintenance: PJSIPSetMaintenanceParameters;

  /**
   * Lists the addresses of record.
   *
   * In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
   */
  readonly PJSIPShowAors: NoParameters;

  /**
   * Lists the authentications.
   *
   * In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
   */
  readonly PJSIPShowAuths: NoParameters;

  /**
   * Lists the contacts.
   *
   * In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
   */
  readonly PJSIPShowContacts: NoParameters;

  /**
   * Tells all about an endpoint.
   *
   * Needs `Endpoint`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
   */
  readonly PJSIPShowEndpoint: PJSIPShowEndpointParameters;

  /**
   * Lists the endpoints.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
   */
  readonly PJSIPShowEndpoints: NoParameters;

  /**
   * Lists the endpoints that are out of service.
   *
   * In Asterisk 22, not in 16, since 20.20.0, 22.10.0, 23.4.0. Module `res_pjsip_maintenance`.
   */
  readonly PJSIPShowMaintenance: PJSIPShowMaintenanceParameters;

  /**
   * Lists the contacts of registrations that came.
   *
   * In Asterisk 22 and 16, since 14.3.0, 13.14.0. Module `res_pjsip_registrar`.
   */
  readonly PJSIPShowRegistrationInboundContactStatuses: NoParameters;

  /**
   * Lists the registrations that came.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_registrar`.
   */
  readonly PJSIPShowRegistrationsInbound: NoParameters;

  /**
   * Lists the registrations at servers.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_outbound_registration`.
   */
  readonly PJSIPShowRegistrationsOutbound: NoParameters;

  /**
   * Lists the resource lists.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `res_pjsip_pubsub`.
   */
  readonly PJSIPShowResourceLists: NoParameters;

  /**
   * Lists the subscriptions that came.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_pubsub`.
   */
  readonly PJSIPShowSubscriptionsInbound: NoParameters;

  /**
   * Lists the subscriptions at others.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_pubsub`.
   */
  readonly PJSIPShowSubscriptionsOutbound: NoParameters;

  /**
   * Ends the registration at a server.
   *
   * Needs `Registration`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_outbound_registration`.
   */
  readonly PJSIPUnregister: PJSIPUnregisterParameters;

  /**
   * Sends a key to a channel.
   *
   * Needs `Channel`, `Digit`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_senddtmf`.
   */
  readonly PlayDTMF: PlayDTMFParameters;

  /**
   * Sends an MF digit to a channel.
   *
   * Needs `Channel`, `Digit`.
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0, 19.0.0. Module `app_mf`.
   */
  readonly PlayMF: PlayMFParameters;

  /**
   * Tells a presence.
   *
   * Needs `Provider`.
   *
   * In Asterisk 22 and 16, since 11.0.0.
   */
  readonly PresenceState: PresenceStateParameters;

  /**
   * Lists the presences.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `res_manager_presencestate`.
   */
  readonly PresenceStateList: NoParameters;

  /**
   * Writes what ISDN says to a file.
   *
   * Needs `File`.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `chan_dahdi`.
   */
  readonly PRIDebugFileSet: PRIDebugFileSetParameters;

  /**
   * Ends writing what ISDN says to a file.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `chan_dahdi`.
   */
  readonly PRIDebugFileUnset: NoParameters;

  /**
   * Says how much is told about ISDN.
   *
   * Needs `Span`, `Level`.
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `chan_dahdi`.
   */
  readonly PRIDebugSet: PRIDebugSetParameters;

  /**
   * Lists the ISDN spans.
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `chan_dahdi`.
   */
  readonly PRIShowSpans: PRIShowSpansParameters;

  /**
   * Adds a member to a queue.
   *
   * Needs `Queue`, `Interface`.
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_queue`.
   */
  readonly QueueAdd: QueueAddParameters;

  /**
   * Changes the priority of a caller in a queue.
   *
   * Needs `Queue`, `Caller`, `Priority`.
   *
   * In Asterisk 22 and 16, since 15.0.0. Module `app_queue`.
   */
  readonly QueueChangePriorityCaller: QueueChangePriorityCallerParameters;

  /**
   * Writes into the queue log.
   *
   * Needs `Queue`, `Event`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QueueLog: QueueLogParameters;

  /**
   * Says whether a member is called while on a call.
   *
   * Needs `Interface`, `RingInUse`.
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `app_queue`.
   */
  readonly QueueMemberRingInUse: QueueMemberRingInUseParameters;

  /**
   * Gives a member of a queue no calls for a while, or calls again.
   *
   * Needs `Interface`, `Paused`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_queue`.
   */
  readonly QueuePause: QueuePauseParameters;

  /**
   * Sets the penalty of a member.
   *
   * Needs `Interface`, `Penalty`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QueuePenalty: QueuePenaltyParameters;

  /**
   * Loads queues again.
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `app_queue`.
   */
  readonly QueueReload: QueueReloadParameters;

  /**
   * Removes a member from a queue.
   *
   * Needs `Queue`, `Interface`.
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_queue`.
   */
  readonly QueueRemove: QueueRemoveParameters;

  /**
   * Sets the statistics of queues to zero.
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `app_queue`.
   */
  readonly QueueReset: QueueResetParameters;

  /**
   * Shows the rules of queues.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QueueRule: QueueRuleParameters;

  /**
   * Lists queues, their members and callers.
   *
   * In Asterisk 22 and 16, since 0.5.0. Module `app_queue`.
   */
  readonly QueueStatus: QueueStatusParameters;

  /**
   * Lists queues with a few figures.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QueueSummary: QueueSummaryParameters;

  /**
   * Sends a caller out of a queue.
   *
   * Needs `Queue`, `Caller`.
   *
   * In Asterisk 22 and 16, since 19.3.0, 18.11.0, 16.25.0. Module `app_queue`.
   */
  readonly QueueWithdrawCaller: QueueWithdrawCallerParameters;

  /**
   * Sends a channel, or two, to a place in the dialplan.
   *
   * Needs `Channel`, `Exten`, `Context`, `Priority`.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Redirect: RedirectParameters;

  /**
   * Loads the configuration of a module, or all, again.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly Reload: ReloadParameters;

  /**
   * Sends a flash to a channel.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22, not in 16, since 20.3.0, 18.18.0. Module `app_senddtmf`.
   */
  readonly SendFlash: SendFlashParameters;

  /**
   * Sends a text message to a channel.
   *
   * Needs `Channel`, `Message`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly SendText: SendTextParameters;

  /**
   * Sets a variable or writes a function.
   *
   * Needs `Variable`, `Value`.
   *
   * In Asterisk 22 and 16, since 1.0.0.
   */
  readonly Setvar: SetvarParameters;

  /**
   * Lists the dialplan.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly ShowDialPlan: ShowDialPlanParameters;

  /**
   * Sends a NOTIFY of chan_sip.
   *
   * Needs `Channel`, `Variable`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPnotify: SIPnotifyParameters;

  /**
   * Lists the peers of chan_sip.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPpeers: NoParameters;

  /**
   * Lists the states of chan_sip's peers.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPpeerstatus: SIPpeerstatusParameters;

  /**
   * Asks a peer of chan_sip whether it is there.
   *
   * Needs `Peer`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPqualifypeer: SIPqualifypeerParameters;

  /**
   * Tells all about a peer of chan_sip.
   *
   * Needs `Peer`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPshowpeer: SIPshowpeerParameters;

  /**
   * Lists the registrations of chan_sip.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPshowregistry: NoParameters;

  /**
   * Lists the SCCP devices.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SKINNYdevices: NoParameters;

  /**
   * Lists the SCCP lines.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SKINNYlines: NoParameters;

  /**
   * Tells about an SCCP device.
   *
   * Needs `Device`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SKINNYshowdevice: SKINNYshowdeviceParameters;

  /**
   * Tells about an SCCP line.
   *
   * Needs `Line`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly SKINNYshowline: SKINNYshowlineParameters;

  /**
   * Forgets all objects in a cache.
   *
   * Needs `Cache`.
   *
   * In Asterisk 22 and 16, since 13.5.0. Module `res_sorcery_memory_cache`.
   */
  readonly SorceryMemoryCacheExpire: SorceryMemoryCacheExpireParameters;

  /**
   * Forgets an object in a cache.
   *
   * Needs `Cache`, `Object`.
   *
   * In Asterisk 22 and 16, since 13.5.0. Module `res_sorcery_memory_cache`.
   */
  readonly SorceryMemoryCacheExpireObject: SorceryMemoryCacheExpireObjectParameters;

  /**
   * Fills a cache anew.
   *
   * Needs `Cache`.
   *
   * In Asterisk 22 and 16, since 13.7.0. Module `res_sorcery_memory_cache`.
   */
  readonly SorceryMemoryCachePopulate: SorceryMemoryCachePopulateParameters;

  /**
   * Marks all objects in a cache as old.
   *
   * Needs `Cache`.
   *
   * In Asterisk 22 and 16, since 13.5.0. Module `res_sorcery_memory_cache`.
   */
  readonly SorceryMemoryCacheStale: SorceryMemoryCacheStaleParameters;

  /**
   * Marks an object in a cache as old.
   *
   * Needs `Cache`, `Object`.
   *
   * In Asterisk 22 and 16, since 13.5.0. Module `res_sorcery_memory_cache`.
   */
  readonly SorceryMemoryCacheStaleObject: SorceryMemoryCacheStaleObjectParameters;

  /**
   * Lists channels with their states.
   *
   * In Asterisk 22 and 16, since 0.2.0.
   */
  readonly Status: StatusParameters;

  /**
   * Ends a recording of MixMonitor.
   *
   * Needs `Channel`.
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `app_mixmonitor`.
   */
  readonly StopMixMonitor: StopMixMonitorParameters;

  /**
   * Ends a recording of Monitor.
   *
   * Needs `Channel`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly StopMonitor: StopMonitorParameters;

  /**
   * Goes on with a recording.
   *
   * Needs `Channel`.
   *
   * In Asterisk 16, not in 22.
   */
  readonly UnpauseMonitor: UnpauseMonitorParameters;

  /**
   * Changes a configuration file.
   *
   * Needs `SrcFilename`, `DstFilename`.
   *
   * In Asterisk 22 and 16, since 1.4.0.
   */
  readonly UpdateConfig: UpdateConfigParameters;

  /**
   * Sends an event to all who are connected.
   *
   * Needs `UserEvent`.
   *
   * In Asterisk 22 and 16, since 1.4.0.
   */
  readonly UserEvent: UserEventParameters;

  /**
   * Lists the messages of a mailbox.
   *
   * Needs `Context`, `Mailbox`.
   *
   * In Asterisk 22, not in 16, since 20.5.0, 18.20.0. Modules `app_voicemail`,
   * `app_voicemail_imap`, `app_voicemail_odbc`.
   */
  readonly VoicemailBoxSummary: VoicemailBoxSummaryParameters;

  /**
   * Copies a message to another mailbox.
   *
   * Needs `Context`, `Mailbox`, `Folder`, `ID`, `ToContext`, `ToMailbox`, `ToFolder`.
   *
   * In Asterisk 22, not in 16, since 20.5.0, 18.20.0. Modules `app_voicemail`,
   * `app_voicemail_imap`, `app_voicemail_odbc`.
   */
  readonly VoicemailForward: VoicemailForwardParameters;

  /**
   * Moves a message to another folder.
   *
   * Needs `Context`, `Mailbox`, `Folder`, `ID`, `ToFolder`.
   *
   * In Asterisk 22, not in 16, since 20.5.0, 18.20.0. Modules `app_voicemail`,
   * `app_voicemail_imap`, `app_voicemail_odbc`.
   */
  readonly VoicemailMove: VoicemailMoveParameters;

  /**
   * Looks again how many messages there are.
   *
   * In Asterisk 22 and 16, since 12.0.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  readonly VoicemailRefresh: VoicemailRefreshParameters;

  /**
   * Deletes a message.
   *
   * Needs `Context`, `Mailbox`, `Folder`, `ID`.
   *
   * In Asterisk 22, not in 16, since 20.5.0, 18.20.0. Modules `app_voicemail`,
   * `app_voicemail_imap`, `app_voicemail_odbc`.
   */
  readonly VoicemailRemove: VoicemailRemoveParameters;

  /**
   * Lists the mailboxes.
   *
   * In Asterisk 22 and 16, since 1.6.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  readonly VoicemailUsersList: NoParameters;

  /**
   * Tells about a mailbox.
   *
   * Needs `Context`, `Mailbox`.
   *
   * In Asterisk 22 and 16, since 16.0.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  readonly VoicemailUserStatus: VoicemailUserStatusParameters;

  /**
   * Waits for an event; nothing else happens on the connection meanwhile.
   *
   * Needs `Timeout`.
   *
   * In Asterisk 22 and 16, since 1.4.0.
   */
  readonly WaitEvent: WaitEventParameters;
}

/**
 * The list actions: what their items are, and the event that ends the list and may have totals;
 * `undefined` where one event follows the response and nothing ends it.
 */
export interface ListActions {
  /** Items of {@linkcode Actions.Agents}: `Agents`. */
  readonly Agents: { readonly item: AgentsEvent; readonly complete: AgentsCompleteEvent };

  /** Items of {@linkcode Actions.BridgeInfo}: `BridgeInfoChannel`. */
  readonly BridgeInfo: {
    readonly item: BridgeInfoChannelEvent;
    readonly complete: BridgeInfoCompleteEvent;
  };

  /** Items of {@linkcode Actions.BridgeList}: `BridgeListItem`. */
  readonly BridgeList: {
    readonly item: BridgeListItemEvent;
    readonly complete: BridgeListCompleteEvent;
  };

  /** Items of {@linkcode Actions.BridgeTechnologyList}: `BridgeTechnologyListItem`. */
  readonly BridgeTechnologyList: {
    readonly item: BridgeTechnologyListItemEvent;
    readonly complete: BridgeTechnologyListCompleteEvent;
  };

  /** Items of {@linkcode Actions.ConfbridgeList}: `ConfbridgeList`. */
  readonly ConfbridgeList: {
    readonly item: ConfbridgeListEvent;
    readonly complete: ConfbridgeListCompleteEvent;
  };

  /** Items of {@linkcode Actions.ConfbridgeListRooms}: `ConfbridgeListRooms`. */
  readonly ConfbridgeListRooms: {
    readonly item: ConfbridgeListRoomsEvent;
    readonly complete: ConfbridgeListRoomsCompleteEvent;
  };

  /** Items of {@linkcode Actions.CoreShowChannelMap}: `CoreShowChannelMap`. */
  readonly CoreShowChannelMap: {
    readonly item: CoreShowChannelMapEvent;
    readonly complete: CoreShowChannelMapCompleteEvent;
  };

  /** Items of {@linkcode Actions.CoreShowChannels}: `CoreShowChannel`. */
  readonly CoreShowChannels: {
    readonly item: CoreShowChannelEvent;
    readonly complete: CoreShowChannelsCompleteEvent;
  };

  /** Items of {@linkcode Actions.DAHDIShowChannels}: `DAHDIShowChannels`. */
  readonly DAHDIShowChannels: {
    readonly item: DAHDIShowChannelsEvent;
    readonly complete: DAHDIShowChannelsCompleteEvent;
  };

  /** Items of {@linkcode Actions.DAHDIShowStatus}: `DAHDIShowStatus`. */
  readonly DAHDIShowStatus: {
    readonly item: DAHDIShowStatusEvent;
    readonly complete: DAHDIShowStatusCompleteEvent;
  };

  /** Items of {@linkcode Actions.DBGet}: `DBGetResponse`. */
  readonly DBGet: { readonly item: DBGetResponseEvent; readonly complete: DBGetCompleteEvent };

  /** Items of {@linkcode Actions.DBGetTree}: `DBGetTreeResponse`. */
  readonly DBGetTree: {
    readonly item: DBGetTreeResponseEvent;
    readonly complete: DBGetTreeCompleteEvent;
  };

  /** Items of {@linkcode Actions.DeviceStateList}: `DeviceStateChange`. */
  readonly DeviceStateList: {
    readonly item: DeviceStateChangeEvent;
    readonly complete: DeviceStateListCompleteEvent;
  };

  /** Items of {@linkcode Actions.ExtensionStateList}: `ExtensionStatus`. */
  readonly ExtensionStateList: {
    readonly item: ExtensionStatusEvent;
    readonly complete: ExtensionStateListCompleteEvent;
  };

  /** Items of {@linkcode Actions.FAXSession}: `FAXSession`. */
  readonly FAXSession: { readonly item: FAXSessionEvent; readonly complete: undefined };

  /** Items of {@linkcode Actions.FAXSessions}: `FAXSessionsEntry`. */
  readonly FAXSessions: {
    readonly item: FAXSessionsEntryEvent;
    readonly complete: FAXSessionsCompleteEvent;
  };

  /** Items of {@linkcode Actions.FAXStats}: `FAXStats`. */
  readonly FAXStats: { readonly item: FAXStatsEvent; readonly complete: undefined };

  /** Items of {@linkcode Actions.IAXpeerlist}: `PeerEntry`. */
  readonly IAXpeerlist: { readonly item: PeerEntryEvent; readonly complete: PeerlistCompleteEvent };

  /** Items of {@linkcode Actions.IAXpeers}: `PeerEntry`. */
  readonly IAXpeers: { readonly item: PeerEntryEvent; readonly complete: PeerlistCompleteEvent };

  /** Items of {@linkcode Actions.IAXregistry}: `RegistryEntry`. */
  readonly IAXregistry: {
    readonly item: RegistryEntryEvent;
    readonly complete: RegistrationsCompleteEvent;
  };

  /** Items of {@linkcode Actions.MeetmeList}: `MeetmeList`. */
  readonly MeetmeList: {
    readonly item: MeetmeListEvent;
    readonly complete: MeetmeListCompleteEvent;
  };

  /** Items of {@linkcode Actions.MeetmeListRooms}: `MeetmeListRooms`. */
  readonly MeetmeListRooms: {
    readonly item: MeetmeListRoomsEvent;
    readonly complete: MeetmeListRoomsCompleteEvent;
  };

  /** Items of {@linkcode Actions.MWIGet}: `MWIGet`. */
  readonly MWIGet: { readonly item: MWIGetEvent; readonly complete: MWIGetCompleteEvent };

  /** Items of {@linkcode Actions.ParkedCalls}: `ParkedCall`. */
  readonly ParkedCalls: {
    readonly item: ParkedCallEvent;
    readonly complete: ParkedCallsCompleteEvent;
  };

  /** Items of {@linkcode Actions.Parkinglots}: `Parkinglot`. */
  readonly Parkinglots: {
    readonly item: ParkinglotEvent;
    readonly complete: ParkinglotsCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowAors}: `AorList`. */
  readonly PJSIPShowAors: { readonly item: AorListEvent; readonly complete: AorListCompleteEvent };

  /** Items of {@linkcode Actions.PJSIPShowAuths}: `AuthList`. */
  readonly PJSIPShowAuths: {
    readonly item: AuthListEvent;
    readonly complete: AuthListCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowContacts}: `ContactList`. */
  readonly PJSIPShowContacts: {
    readonly item: ContactListEvent;
    readonly complete: ContactListCompleteEvent;
  };

  /**
   * Items of {@linkcode Actions.PJSIPShowEndpoint}: `EndpointDetail`, `IdentifyDetail`,
   * `ContactStatusDetail`, `AuthDetail`, `TransportDetail`, `AorDetail`.
   */
  readonly PJSIPShowEndpoint: {
    readonly item:
      | EndpointDetailEvent
      | IdentifyDetailEvent
      | ContactStatusDetailEvent
      | AuthDetailEvent
      | TransportDetailEvent
      | AorDetailEvent;
    readonly complete: EndpointDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowEndpoints}: `EndpointList`. */
  readonly PJSIPShowEndpoints: {
    readonly item: EndpointListEvent;
    readonly complete: EndpointListCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowMaintenance}: `PJSIPMaintenanceStatus`. */
  readonly PJSIPShowMaintenance: {
    readonly item: PJSIPMaintenanceStatusEvent;
    readonly complete: PJSIPMaintenanceStatusCompleteEvent;
  };

  /**
   * Items of {@linkcode Actions.PJSIPShowRegistrationInboundContactStatuses}:
   * `ContactStatusDetail`.
   */
  readonly PJSIPShowRegistrationInboundContactStatuses: {
    readonly item: ContactStatusDetailEvent;
    readonly complete: ContactStatusDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowRegistrationsInbound}: `InboundRegistrationDetail`. */
  readonly PJSIPShowRegistrationsInbound: {
    readonly item: InboundRegistrationDetailEvent;
    readonly complete: InboundRegistrationDetailCompleteEvent;
  };

  /**
   * Items of {@linkcode Actions.PJSIPShowRegistrationsOutbound}: `OutboundRegistrationDetail`,
   * `AuthDetail`.
   */
  readonly PJSIPShowRegistrationsOutbound: {
    readonly item: OutboundRegistrationDetailEvent | AuthDetailEvent;
    readonly complete: OutboundRegistrationDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowResourceLists}: `ResourceListDetail`. */
  readonly PJSIPShowResourceLists: {
    readonly item: ResourceListDetailEvent;
    readonly complete: ResourceListDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowSubscriptionsInbound}: `InboundSubscriptionDetail`. */
  readonly PJSIPShowSubscriptionsInbound: {
    readonly item: InboundSubscriptionDetailEvent;
    readonly complete: InboundSubscriptionDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.PJSIPShowSubscriptionsOutbound}: `OutboundSubscriptionDetail`. */
  readonly PJSIPShowSubscriptionsOutbound: {
    readonly item: OutboundSubscriptionDetailEvent;
    readonly complete: OutboundSubscriptionDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.PresenceStateList}: `PresenceStateChange`. */
  readonly PresenceStateList: {
    readonly item: PresenceStateChangeEvent;
    readonly complete: PresenceStateListCompleteEvent;
  };

  /** Items of {@linkcode Actions.PRIShowSpans}: `PRIShowSpans`. */
  readonly PRIShowSpans: {
    readonly item: PRIShowSpansEvent;
    readonly complete: PRIShowSpansCompleteEvent;
  };

  /** Items of {@linkcode Actions.QueueStatus}: `QueueParams`, `QueueMember`, `QueueEntry`. */
  readonly QueueStatus: {
    readonly item: QueueParamsEvent | QueueMemberEvent | QueueEntryEvent;
    readonly complete: QueueStatusCompleteEvent;
  };

  /** Items of {@linkcode Actions.QueueSummary}: `QueueSummary`. */
  readonly QueueSummary: {
    readonly item: QueueSummaryEvent;
    readonly complete: QueueSummaryCompleteEvent;
  };

  /** Items of {@linkcode Actions.ShowDialPlan}: `ListDialplan`. */
  readonly ShowDialPlan: {
    readonly item: ListDialplanEvent;
    readonly complete: ShowDialPlanCompleteEvent;
  };

  /** Items of {@linkcode Actions.SIPpeers}: `PeerEntry`. */
  readonly SIPpeers: { readonly item: PeerEntryEvent; readonly complete: PeerlistCompleteEvent };

  /** Items of {@linkcode Actions.SIPpeerstatus}: `PeerStatus`. */
  readonly SIPpeerstatus: {
    readonly item: PeerStatusEvent;
    readonly complete: SIPpeerstatusCompleteEvent;
  };

  /** Items of {@linkcode Actions.SIPshowregistry}: `RegistryEntry`. */
  readonly SIPshowregistry: {
    readonly item: RegistryEntryEvent;
    readonly complete: RegistrationsCompleteEvent;
  };

  /** Items of {@linkcode Actions.SKINNYdevices}: `DeviceEntry`. */
  readonly SKINNYdevices: {
    readonly item: DeviceEntryEvent;
    readonly complete: DevicelistCompleteEvent;
  };

  /** Items of {@linkcode Actions.SKINNYlines}: `LineEntry`. */
  readonly SKINNYlines: { readonly item: LineEntryEvent; readonly complete: LinelistCompleteEvent };

  /** Items of {@linkcode Actions.Status}: `Status`. */
  readonly Status: { readonly item: StatusEvent; readonly complete: StatusCompleteEvent };

  /** Items of {@linkcode Actions.VoicemailBoxSummary}: `VoicemailBoxDetail`. */
  readonly VoicemailBoxSummary: {
    readonly item: VoicemailBoxDetailEvent;
    readonly complete: VoicemailBoxDetailCompleteEvent;
  };

  /** Items of {@linkcode Actions.VoicemailUsersList}: `VoicemailUserEntry`. */
  readonly VoicemailUsersList: {
    readonly item: VoicemailUserEntryEvent;
    readonly complete: VoicemailUserEntryCompleteEvent;
  };

  /** Items of {@linkcode Actions.VoicemailUserStatus}: `VoicemailUserDetail`. */
  readonly VoicemailUserStatus: {
    readonly item: VoicemailUserDetailEvent;
    readonly complete: VoicemailUserDetailCompleteEvent;
  };
}
