/**
 * Where the documentation of events is wrong or silent: names, headers that are there at times only,
 * and events that it does not have.
 *
 * Everything here was read from Asterisk's source, which each entry names, and agrees with the
 * recordings in `tests/transcripts`, which a test checks.
 *
 * Headers are written so: `Name` is always there, `Name?` at times, `Name=A|B` has one of these values,
 * `Name=A|B|*` these or others.
 *
 * @module
 */
import type { Version } from "./model.ts";

/** What differs from the documentation of an event. */
export interface EventCorrection {
  /** Why, and where it was read. */
  readonly why: string;
  /** Its name on the wire. */
  readonly name?: string;
  /** Headers that are not documented, or otherwise. */
  readonly headers?: readonly string[];
  /** Headers that are documented and never sent. */
  readonly without?: readonly string[];
  /** Headers that are documented as if they were always there. */
  readonly optional?: readonly string[];
  /** Headers that one version documents and both send. */
  readonly always?: readonly string[];
  /** Headers whose documented values are not all. */
  readonly open?: readonly string[];
  /** Prefixes of the channels and bridges that are there at times only. */
  readonly optionalSnapshots?: readonly string[];
  /** Prefixes of the channels that are documented and never sent. */
  readonly withoutSnapshots?: readonly string[];
  /** Its permission classes. */
  readonly classes?: readonly string[];
  /** It has further headers of any name: which, in our own words. */
  readonly anyHeaders?: string;
  /** It has further headers whose names are of a pattern. */
  readonly numbered?: readonly string[];
}

/** Headers of a block of a report; the X stands for its number. */
const reportBlock = [
  "SourceSSRC",
  "FractionLost",
  "CumulativeLost",
  "HighestSequence",
  "SequenceNumberCycles",
  "IAJitter",
  "LSR",
  "DLSR",
].map((header) => `ReportX${header}`);

const securityModule =
  "the optional ones come last in the documentation (main/security_events.c, sec_events[])";

/** Corrections by the documented name of the event. */
export const eventCorrections: Readonly<Record<string, EventCorrection>> = {
  Agents: {
    why: "an agent who is not logged in has no channel (apps/app_agent_pool.c, action_agents())",
    optional: ["TalkingToChan", "CallStarted", "LoggedInTime"],
    optionalSnapshots: [""],
  },
  AgentComplete: {
    why: "who has hung up already is missing (apps/app_queue.c, queue_multi_channel_to_ami())",
    optionalSnapshots: ["", "Dest"],
  },
  AGIExecEnd: {
    why: "the numbers are those of the reply (res/res_agi.c, agi_channel_to_ami())",
    headers: ["ResultCode=200|510|511|520|*"],
  },
  "AOC-D": {
    why:
      "the names are paths, main/manager.c, manager_json_to_ast_str(); which of them are there " +
      "depends on the charge (main/aoc.c, d_to_json())",
    without: [
      "Charge",
      "Type",
      "BillingID",
      "TotalType",
      "Currency",
      "Name",
      "Cost",
      "Multiplier",
      "Units",
      "NumberOf",
      "TypeOf",
    ],
    headers: [
      "Charge/Type=NotAvailable|Free|Currency|Units|*",
      "Charge/BillingID?",
      "Charge/TotalType?=SubTotal|Total",
      "Charge/Currency/Name?",
      "Charge/Currency/Cost?",
      "Charge/Currency/Multiplier?",
    ],
    optionalSnapshots: [""],
    anyHeaders: "units: `Charge/Units(0)/NumberOf`, `Charge/Units(0)/TypeOf`",
  },
  "AOC-E": {
    why:
      "the names are paths, main/manager.c, manager_json_to_ast_str(); which of them are there " +
      "depends on the charge (main/aoc.c, e_to_json())",
    without: [
      "ChargingAssociation",
      "Number",
      "Plan",
      "ID",
      "Charge",
      "Type",
      "BillingID",
      "TotalType",
      "Currency",
      "Name",
      "Cost",
      "Multiplier",
      "Units",
      "NumberOf",
      "TypeOf",
    ],
    headers: [
      "ChargingAssociation?",
      "ChargingAssociation/Number?",
      "ChargingAssociation/Plan?",
      "ChargingAssociation/ID?",
      "Charge/Type=NotAvailable|Free|Currency|Units|*",
      "Charge/BillingID?",
      "Charge/TotalType?=SubTotal|Total",
      "Charge/Currency/Name?",
      "Charge/Currency/Cost?",
      "Charge/Currency/Multiplier?",
    ],
    optionalSnapshots: [""],
    anyHeaders: "units: `Charge/Units(0)/NumberOf`, `Charge/Units(0)/TypeOf`",
  },
  "AOC-S": {
    why: "the rates are a list without a name, which makes headers such as " +
      "`(null)(0)/Chargeable` (main/aoc.c, s_to_json(); main/manager.c, " +
      "manager_json_array_with_key())",
    without: [
      "Chargeable",
      "RateType",
      "Currency",
      "Name",
      "Cost",
      "Multiplier",
      "ChargingType",
      "StepFunction",
      "Granularity",
      "Length",
      "Scale",
      "Unit",
      "SpecialCode",
    ],
    optionalSnapshots: [""],
    anyHeaders: "the rates: `(null)(0)/Chargeable` and so on",
  },
  AorDetail: {
    why: "Qualify2xxOnly came after Asterisk 16 (res/res_pjsip/location.c, sip_aor_to_ami())",
    always: ["QualifyTimeout", "VoicemailExtension", "Contacts"],
  },
  AorList: {
    why: "Qualify2xxOnly came after Asterisk 16 (res/res_pjsip/location.c, sip_aor_to_ami())",
    always: ["QualifyTimeout", "VoicemailExtension", "Contacts"],
  },
  AsyncAGIExec: {
    why: "the name on the wire is CommandId, and it is there if the action had one " +
      "(res/res_agi.c, launch_asyncagi())",
    without: ["CommandID"],
    headers: ["CommandId?"],
  },
  AttendedTransfer: {
    why: "what is there depends on how the transfer ended; IsExternal is not documented " +
      "(main/stasis_bridges.c, attended_transfer_to_ami())",
    headers: ["IsExternal=Yes|No"],
    optional: ["DestBridgeUniqueid", "DestApp", "DestTransfererChannel"],
    optionalSnapshots: ["Orig", "Second", "LocalOne", "LocalTwo", "Transferee", "TransferTarget"],
  },
  AuthDetail: {
    why: "those of a registration have no endpoint (res/res_pjsip/config_auth.c, " +
      "format_ami_auth_handler())",
    optional: ["EndpointName"],
  },
  BlindTransfer: {
    why: "who is not in a bridge of two has no transferee " +
      "(main/stasis_bridges.c, blind_transfer_to_ami())",
    optionalSnapshots: ["", "Transferee"],
  },
  BridgeEnter: {
    why: "only who takes the place of another has it (main/manager_bridges.c, channel_enter_cb())",
    optional: ["SwapUniqueid"],
  },
  CEL: {
    why: "Channel is not documented, Userfield is documented as UserField; the name of a user's " +
      "event can be the event's name (cel/cel_manager.c, manager_log())",
    without: ["UserField"],
    headers: ["Channel", "Userfield", "UserDefType?", "TenantID?"],
    open: ["EventName", "AMAFlags"],
  },
  Cdr: {
    why: "cdr_manager.conf can add headers (cdr/cdr_manager.c, manager_log())",
    open: ["Disposition", "AMAFlags"],
    anyHeaders: "those that cdr_manager.conf adds",
  },
  ChannelTalkingStart: {
    why: "documented as CLASS (main/stasis_channels.c, talking_start_to_ami())",
    classes: ["call"],
  },
  ChannelTalkingStop: {
    why: "documented as CLASS (main/stasis_channels.c, talking_stop_to_ami())",
    classes: ["call"],
  },
  ChanSpyStop: {
    why: "who was spied upon may be gone (main/manager_channels.c, channel_chanspy_stop_cb())",
    optionalSnapshots: ["Spyee"],
  },
  ConfbridgeList: {
    why: "EndMarkedAny is not documented, and new (apps/app_confbridge.c, " +
      "action_confbridgelist_item())",
    headers: ["EndMarkedAny?=Yes|No"],
  },
  ContactList: {
    why: "Qualify2xxOnly came after Asterisk 16 (res/res_pjsip/pjsip_options.c, " +
      "format_ami_contactlist_handler())",
    headers: ["Status=Unreachable|Reachable|Unknown|NonQualified|Removed"],
  },
  ContactStatus: {
    why: "the words are others (res/res_pjsip/pjsip_options.c, status_map[]); the time is there " +
      "when it was measured (main/stasis_endpoints.c, contactstatus_to_ami())",
    headers: ["ContactStatus=Unreachable|Reachable|Unknown|NonQualified|Removed|*"],
    optional: ["RoundtripUsec"],
  },
  ContactStatusDetail: {
    why: "a contact of the configuration came from nowhere " +
      "(res/res_pjsip/pjsip_options.c, ast_sip_format_contact_ami())",
    headers: ["Status=Unreachable|Reachable|Unknown|NonQualified|Removed"],
    optional: ["ViaAddress", "CallID"],
  },
  DialBegin: {
    why:
      "a call that Asterisk originates has no caller (main/manager_channels.c, channel_dial_cb())",
    optionalSnapshots: [""],
  },
  DialEnd: {
    why: "a call that Asterisk originates has no caller; the result of a subroutine can be the " +
      "status (main/manager_channels.c, channel_dial_cb())",
    optional: ["Forward"],
    open: ["DialStatus"],
    optionalSnapshots: [""],
  },
  DialState: {
    why:
      "a call that Asterisk originates has no caller (main/manager_channels.c, channel_dial_cb())",
    optional: ["Forward"],
    optionalSnapshots: [""],
  },
  EndpointDetail: {
    why:
      "the options of the endpoint, of which Asterisk 16 documents few; Disallow is none of what is " +
      "shown (res/res_pjsip/pjsip_configuration.c, sip_endpoint_to_ami())",
    without: ["Disallow"],
    headers: ["FollowRedirectMethods?"],
    optional: ["RedirectMethod"],
    always: [
      "AcceptMultipleSdpAnswers",
      "Acl",
      "AllowUnauthenticatedOptions",
      "AsymmetricRtpCodec",
      "BindRtpToMediaAddress",
      "Bundle",
      "ContactAcl",
      "DtlsAutoGenerateCert",
      "DtlsFingerprint",
      "FaxDetectTimeout",
      "FollowEarlyMediaFork",
      "G726NonStandard",
      "GeolocIncomingCallProfile",
      "GeolocOutgoingCallProfile",
      "Ignore183WithoutSdp",
      "IncomingMwiMailbox",
      "MaxAudioStreams",
      "MaxVideoStreams",
      "MwiSubscribeReplacesUnsolicited",
      "NotifyEarlyInuseRinging",
      "ReferBlindProgress",
      "RpidImmediate",
      "RtcpMux",
      "RtpKeepalive",
      "RtpTimeout",
      "RtpTimeoutHold",
      "SendHistoryInfo",
      "StirShaken",
      "StirShakenProfile",
      "SuppressQ850ReasonHeaders",
      "VoicemailExtension",
      "Webrtc",
    ],
  },
  EndpointList: {
    why: "an endpoint without AOR has no contacts; one with several has several headers " +
      "(res/res_pjsip/pjsip_configuration.c, format_ami_endpoints())",
    optional: ["Contacts"],
  },
  FAXSession: {
    why: "as documented, with words that differ in case (res/res_fax_spandsp.c, " +
      "spandsp_manager_fax_session())",
    open: ["ErrorCorrectionMode"],
  },
  FAXSessionsComplete: {
    why: "as all ends of lists (res/res_fax.c, manager_fax_sessions())",
    headers: ["EventList=Complete", "ListItems"],
  },
  FAXSessionsEntry: {
    why: "the words of the source are others (res/res_fax.c, fax_session_type(), " +
      "ast_fax_session_operation_str())",
    open: ["SessionType", "Operation", "State"],
  },
  FAXStatus: {
    why: "each is there if it is known (main/manager_channels.c, channel_fax_cb())",
    optional: ["Operation", "Status", "LocalStationID", "FileName"],
  },
  Hangup: {
    why: "there if the technology has one that is not 0 " +
      "(main/manager_channels.c, channel_state_change())",
    optional: ["TechCause"],
  },
  HangupRequest: {
    why: "there if one was given (main/manager_channels.c, channel_hangup_request_cb())",
    optional: ["Cause"],
    headers: ["TechCause?"],
  },
  Hold: {
    why: "there if one was asked for (main/manager_channels.c, channel_hold_cb())",
    optional: ["MusicClass"],
  },
  InboundSubscriptionDetail: {
    why: "what is there depends on the type (res/res_pjsip_exten_state.c, to_ami(); " +
      "res/res_pjsip_mwi.c, mwi_to_ami())",
    optional: ["SubscriptionType", "Extension", "ExtensionStates", "Mailboxes"],
    open: ["SubscriptionType"],
  },
  InboundRegistrationDetail: {
    why: "Contact shows the option, Contacts what is registered; Qualify2xxOnly came after " +
      "Asterisk 16 (res/res_pjsip_registrar.c, ami_registrations_aor())",
    headers: ["Contact", "Contacts"],
    optional: ["Qualify2xxOnly"],
  },
  LocalOptimizationBegin: {
    why: "the source may be gone (main/core_local.c, local_message_to_ami())",
    optionalSnapshots: ["Source"],
  },
  LocalOptimizationEnd: {
    why: "a word (main/core_local.c, local_message_to_ami())",
    headers: ["Success=Yes|No"],
  },
  LogChannel: {
    why: "Enabled and Reason are not documented (main/logger.c)",
    headers: ["Enabled=Yes|No", "Reason?"],
  },
  MCID: {
    why: "what is not known about a party is left out (channels/sig_pri.c, party_json_to_ami())",
    optional: ["MCallerID", "MConnectedID"].flatMap((party) =>
      ["NumPlan", "NumPres", "NameCharSet", "NamePres", "Subaddr", "SubaddrType", "SubaddrOdd"]
        .map((header) => party + header)
    ),
    optionalSnapshots: [""],
  },
  MeetmeJoin: {
    why: "each is there if it is known (apps/app_meetme.c, meetme_stasis_cb())",
    optional: ["User"],
  },
  MeetmeLeave: {
    why: "each is there if it is known (apps/app_meetme.c, meetme_stasis_cb())",
    optional: ["User", "Duration"],
  },
  MeetmeMute: {
    why: "each is there if it is known (apps/app_meetme.c, meetme_stasis_cb())",
    optional: ["User", "Duration", "Status"],
  },
  MeetmeTalking: {
    why: "each is there if it is known (apps/app_meetme.c, meetme_stasis_cb())",
    optional: ["User", "Duration", "Status"],
  },
  MeetmeTalkRequest: {
    why: "each is there if it is known (apps/app_meetme.c, meetme_stasis_cb())",
    optional: ["User", "Duration", "Status"],
  },
  MessageWaiting: {
    why: "a change from outside a call has no channel (main/manager_mwi.c, mwi_update_cb())",
    optionalSnapshots: [""],
  },
  MiniVoiceMail: {
    why: "each is there if it is known (main/manager_mwi.c, mwi_app_event_cb())",
    optional: ["Counter"],
    optionalSnapshots: [""],
  },
  MixMonitorMute: {
    why: "the direction is a word, the state a figure " +
      "(main/manager_channels.c, channel_mixmonitor_mute_cb())",
    headers: ["Direction=read|write|both|*", "State=0|1"],
  },
  NewExten: {
    why: "the case is another (main/manager_channels.c, channel_newexten())",
    name: "Newexten",
  },
  OriginateResponse: {
    why: "an application or a place in the dialplan, not both " +
      "(main/manager.c, fast_originate())",
    optional: ["Context", "Exten", "Application", "Data"],
  },
  OutboundRegistrationDetail: {
    why: "a registration that is not at work has no state " +
      "(res/res_pjsip_outbound_registration.c, ami_outbound_registration_task())",
    optional: ["Status", "NextReg"],
    open: ["Status"],
  },
  OutboundSubscriptionDetail: {
    why: "what is there depends on the type (res/res_pjsip_exten_state.c, to_ami(); " +
      "res/res_pjsip_mwi.c, mwi_to_ami())",
    optional: ["SubscriptionType", "Extension", "ExtensionStates", "Mailboxes"],
    open: ["SubscriptionType"],
  },
  ParkedCallGiveUp: {
    why: "the parker is ParkerDialString only (res/parking/parking_manager.c, " +
      "manager_build_parked_call_string())",
    withoutSnapshots: ["Parker"],
  },
  ParkedCallSwap: {
    why: "the parker is ParkerDialString only (res/parking/parking_manager.c, " +
      "manager_build_parked_call_string())",
    withoutSnapshots: ["Parker"],
  },
  ParkedCallTimeOut: {
    why: "the parker is ParkerDialString only (res/parking/parking_manager.c, " +
      "manager_build_parked_call_string())",
    withoutSnapshots: ["Parker"],
  },
  PeerStatus: {
    why: "only the status is always there (main/stasis_endpoints.c, peerstatus_to_ami()); each " +
      "technology has its own words, such as Reachable and Unreachable",
    optional: ["Cause", "Address", "Port", "Time"],
    open: ["PeerStatus"],
  },
  QueueEntry: {
    why: "a party that is not known is `unknown` (apps/app_queue.c, manager_queues_status())",
  },
  QueueMemberPause: {
    why: "Asterisk 16 has the reason twice when there is one " +
      "(apps/app_queue.c, set_member_paused())",
    optional: ["Reason"],
  },
  QueueParams: {
    why: "Queue, ServiceLevel and Weight are not documented, the case of others is another " +
      "(apps/app_queue.c, manager_queues_status())",
    without: ["ServiceLevelPerf", "ServiceLevelPerf2"],
    headers: ["Queue", "ServiceLevel", "ServicelevelPerf", "ServicelevelPerf2", "Weight"],
  },
  Registry: {
    why: "there if there is one (main/stasis_system.c, system_registry_to_ami())",
    optional: ["Cause"],
    open: ["Status"],
  },
  Rename: {
    why: "no header is documented (main/channel.c, __ast_change_name_nolink())",
    headers: ["Channel", "Newname", "Uniqueid"],
  },
  ResourceListDetail: {
    why: "the event package comes in a second header Event (res/res_pjsip_pubsub.c, " +
      "format_ami_resource_lists())",
    without: ["Event"],
  },
  RTCPReceived: {
    why: "what is there depends on the report; each block of it has its number in its headers' " +
      "names (main/rtp_engine.c, rtcp_report_to_ami())",
    optional: ["From", "RTT", "SentNTP", "SentRTP", "SentPackets", "SentOctets"],
    without: reportBlock,
    headers: ["PT=200(SR)|201(RR)", "MES?"],
    numbered: ["Report${number}${string}"],
    optionalSnapshots: [""],
  },
  RTCPSent: {
    why: "what is there depends on the report; each block of it has its number in its headers' " +
      "names (main/rtp_engine.c, rtcp_report_to_ami())",
    optional: ["To", "SentNTP", "SentRTP", "SentPackets", "SentOctets"],
    without: reportBlock,
    headers: ["PT=200(SR)|201(RR)", "MES?"],
    numbered: ["Report${number}${string}"],
    optionalSnapshots: [""],
  },
  RequestBadFormat: { why: securityModule, optional: ["AccountID", "RequestParams"] },
  SessionTimeout: {
    why: "res_pjsip's (Asterisk 16, res/res_pjsip_session.c)",
    open: ["Source"],
  },
  SoftHangupRequest: {
    why: "there if one was given (main/manager_channels.c, channel_hangup_request_cb())",
    optional: ["Cause"],
    headers: ["TechCause?"],
  },
  Status: {
    why: "the requested variables are not documented (main/manager.c, generate_status())",
    headers: ["Variable?"],
  },
  StatusComplete: {
    why: "as all ends of lists (main/manager.c, action_status())",
    headers: ["EventList=Complete", "ListItems"],
  },
  UserEvent: {
    why: "what AMI sent, or an application for several channels, has none " +
      "(main/manager.c, action_userevent(); main/stasis.c, multi_user_event_to_ami())",
    optionalSnapshots: [""],
    anyHeaders: "those of who sent it",
  },
  UnParkedCall: {
    why: "the parker is ParkerDialString only (res/parking/parking_manager.c, " +
      "manager_build_parked_call_string())",
    withoutSnapshots: ["Parker"],
  },
  VarSet: {
    why:
      "a global variable has no channel: `Channel: none`, `Uniqueid: none`, and nothing else of " +
      "one (main/stasis_channels.c, varset_to_ami())",
    headers: ["Channel", "Uniqueid"],
    optionalSnapshots: [""],
  },
};

/** An event that the documentation does not have. */
export interface EventSupplement {
  /** Where it was read. */
  readonly source: string;
  readonly headers: readonly string[];
  /** Prefixes of the channels and bridges in it. */
  readonly channels?: readonly string[];
  readonly bridges?: readonly string[];
  /** Permission classes; none: it is an item or the end of a list, which only the action gets. */
  readonly classes?: readonly string[];
  /** Versions that have it; all, if not given. */
  readonly versions?: readonly Version[];
  readonly anyHeaders?: string;
}

/** The headers of an event that ends a list. */
const listEnd = ["EventList=Complete", "ListItems"];

const mailbox = [
  "VMContext",
  "VoiceMailbox",
  "Fullname",
  "Email",
  "Pager",
  "ServerEmail",
  "FromString",
  "MailCommand",
  "Language",
  "TimeZone",
  "Callback",
  "Dialout",
  "UniqueID",
  "ExitContext",
  "SayDurationMinimum",
  "SayEnvelope=Yes|No",
  "SayCID=Yes|No",
  "AttachMessage=Yes|No",
  "AttachmentFormat",
  "DeleteMessage=Yes|No",
  "VolumeGain",
  "CanReview=Yes|No",
  "CanMarkUrgent?=Yes|No",
  "CallOperator=Yes|No",
  "MaxMessageCount",
  "MaxMessageLength",
  "NewMessageCount",
  "OldMessageCount",
  "IMAPUser?",
  "IMAPServer?",
  "IMAPPort?",
  "IMAPFlags?",
];

/** Events that the documentation does not have, by name. */
export const eventSupplements: Readonly<Record<string, EventSupplement>> = {
  AgentsComplete: { source: "apps/app_agent_pool.c, action_agents()", headers: listEnd },
  AorListComplete: { source: "res/res_pjsip/location.c, ami_show_aors()", headers: listEnd },
  AuthListComplete: { source: "res/res_pjsip/config_auth.c, ami_show_auths()", headers: listEnd },
  BridgeInfoComplete: {
    source: "main/manager_bridges.c, manager_bridge_info()",
    headers: listEnd,
    bridges: [""],
  },
  BridgeListComplete: {
    source: "main/manager_bridges.c, manager_bridges_list()",
    headers: listEnd,
  },
  BridgeListItem: {
    source: "main/manager_bridges.c, send_bridge_list_item_cb()",
    headers: [],
    bridges: [""],
  },
  BridgeTechnologyListComplete: {
    source: "main/bridge.c, manager_bridge_tech_list()",
    headers: listEnd,
  },
  BridgeTechnologyListItem: {
    source: "main/bridge.c, manager_bridge_tech_list()",
    headers: [
      "BridgeTechnology",
      "BridgeType",
      "BridgePriority",
      "BridgeSuspended=Yes|No",
    ],
  },
  CCAvailable: {
    source: "main/stasis_system.c, cc_available_to_ami()",
    headers: ["CoreID", "Callee", "Service"],
    classes: ["cc"],
  },
  CCCallerRecalling: {
    source: "main/stasis_system.c, cc_callerrecalling_to_ami()",
    headers: ["CoreID", "Caller"],
    classes: ["cc"],
  },
  CCCallerStartMonitoring: {
    source: "main/stasis_system.c, cc_callerstartmonitoring_to_ami()",
    headers: ["CoreID", "Caller"],
    classes: ["cc"],
  },
  CCCallerStopMonitoring: {
    source: "main/stasis_system.c, cc_callerstopmonitoring_to_ami()",
    headers: ["CoreID", "Caller"],
    classes: ["cc"],
  },
  CCFailure: {
    source: "main/stasis_system.c, cc_failure_to_ami()",
    headers: ["CoreID", "Caller", "Reason"],
    classes: ["cc"],
  },
  CCMonitorFailed: {
    source: "main/stasis_system.c, cc_monitorfailed_to_ami()",
    headers: ["CoreID", "Callee"],
    classes: ["cc"],
  },
  CCOfferTimerStart: {
    source: "main/stasis_system.c, cc_offertimerstart_to_ami()",
    headers: ["CoreID", "Caller", "Expires"],
    classes: ["cc"],
  },
  CCRecallComplete: {
    source: "main/stasis_system.c, cc_recallcomplete_to_ami()",
    headers: ["CoreID", "Caller"],
    classes: ["cc"],
  },
  CCRequestAcknowledged: {
    source: "main/stasis_system.c, cc_requestacknowledged_to_ami()",
    headers: ["CoreID", "Caller"],
    classes: ["cc"],
  },
  CCRequested: {
    source: "main/stasis_system.c, cc_requested_to_ami()",
    headers: ["CoreID", "Caller", "Callee"],
    classes: ["cc"],
  },
  ChannelHungup: {
    source: "main/manager.c, ast_manager_hangup_helper()",
    headers: ["Channel"],
  },
  ChannelsHungupListComplete: {
    source: "main/manager.c, ast_manager_hangup_helper()",
    headers: listEnd,
  },
  ConfbridgeListComplete: {
    source: "apps/app_confbridge.c, action_confbridgelist()",
    headers: listEnd,
  },
  ConfbridgeListRoomsComplete: {
    source: "apps/app_confbridge.c, action_confbridgelistrooms()",
    headers: listEnd,
  },
  ContactListComplete: {
    source: "res/res_pjsip/pjsip_options.c, ami_show_contacts()",
    headers: listEnd,
  },
  ContactStatusDetailComplete: {
    source: "res/res_pjsip_registrar.c, ami_show_registration_contact_statuses()",
    headers: listEnd,
  },
  CoreShowChannelMap: {
    source: "main/manager.c, action_coreshowchannelmap()",
    headers: ["Channel", "ConnectedChannel"],
    versions: ["22"],
  },
  DAHDIShowChannels: {
    source: "channels/chan_dahdi.c, action_dahdishowchannels()",
    headers: [
      "DAHDIChannel",
      "Channel?",
      "Uniqueid?",
      "AccountCode?",
      "Signalling",
      "SignallingCode",
      "Context",
      "DND=Enabled|Disabled",
      "Alarm",
      "Description?",
    ],
  },
  DAHDIShowChannelsComplete: {
    source: "channels/chan_dahdi.c, action_dahdishowchannels()",
    headers: [...listEnd, "Items"],
  },
  DAHDIShowStatus: {
    source: "channels/chan_dahdi.c, action_dahdishowstatus()",
    headers: [
      "Span",
      "Description",
      "Alarms",
      "IRQ",
      "bpviol",
      "CRC",
      "Framing",
      "Coding",
      "Options",
      "LBO",
    ],
    versions: ["22"],
  },
  DAHDIShowStatusComplete: {
    source: "channels/chan_dahdi.c, action_dahdishowstatus()",
    headers: [...listEnd, "Items"],
    versions: ["22"],
  },
  DBGetComplete: { source: "main/db.c, manager_dbget()", headers: listEnd },
  DBGetResponse: { source: "main/db.c, manager_dbget()", headers: ["Family", "Key", "Val"] },
  DBGetTreeComplete: { source: "main/db.c, manager_db_tree_get()", headers: listEnd },
  DBGetTreeResponse: { source: "main/db.c, manager_db_tree_get()", headers: ["Key", "Val"] },
  DeviceEntry: {
    source: "Asterisk 16, channels/chan_skinny.c, _skinny_show_devices()",
    headers: [
      "Channeltype",
      "ObjectName",
      "ChannelObjectType",
      "DeviceId",
      "IPaddress",
      "Type",
      "Devicestatus=registered|unregistered",
      "NumberOfLines",
    ],
    versions: ["16"],
  },
  DevicelistComplete: {
    source: "Asterisk 16, channels/chan_skinny.c, manager_skinny_show_devices()",
    headers: listEnd,
    versions: ["16"],
  },
  DeviceStateListComplete: {
    source: "res/res_manager_devicestate.c, action_devicestatelist()",
    headers: listEnd,
  },
  EndpointDetailComplete: {
    source: "res/res_pjsip/pjsip_configuration.c, ami_show_endpoint()",
    headers: listEnd,
  },
  EndpointListComplete: {
    source: "res/res_pjsip/pjsip_configuration.c, ami_show_endpoints()",
    headers: listEnd,
  },
  ExtensionStateListComplete: {
    source: "main/pbx.c, action_extensionstatelist()",
    headers: listEnd,
  },
  InboundRegistrationDetailComplete: {
    source: "res/res_pjsip_registrar.c, ami_show_registrations()",
    headers: listEnd,
  },
  InboundSubscriptionDetailComplete: {
    source: "res/res_pjsip_pubsub.c, ami_show_subscriptions_inbound()",
    headers: listEnd,
  },
  JabberStatus: {
    source: "res/res_xmpp.c, xmpp_pak_presence()",
    headers: ["Account", "JID", "Resource?", "Status", "Priority?", "Description?"],
    classes: ["user"],
  },
  LineEntry: {
    source: "Asterisk 16, channels/chan_skinny.c, _skinny_show_lines()",
    headers: ["Channeltype", "ObjectName", "ChannelObjectType", "Device", "Instance", "Label"],
    versions: ["16"],
  },
  LinelistComplete: {
    source: "Asterisk 16, channels/chan_skinny.c, manager_skinny_show_lines()",
    headers: listEnd,
    versions: ["16"],
  },
  ListDialplan: {
    source: "main/pbx.c, manager_show_dialplan_helper()",
    headers: [
      "Context",
      "Extension?",
      "ExtensionLabel?",
      "Priority?",
      "Application?",
      "AppData?",
      "IncludeContext?",
      "IgnorePattern?",
      "Switch?",
      "Registrar",
    ],
  },
  MeetmeListComplete: { source: "apps/app_meetme.c, action_meetmelist()", headers: listEnd },
  MeetmeListRoomsComplete: {
    source: "apps/app_meetme.c, action_meetmelistrooms()",
    headers: listEnd,
  },
  MobileStatus: {
    source: "addons/chan_mobile.c",
    headers: ["Status=Connect|Disconnect", "Device"],
    classes: ["system"],
  },
  OutboundRegistrationDetailComplete: {
    source: "res/res_pjsip_outbound_registration.c, ami_show_outbound_registrations()",
    headers: [...listEnd, "Registered", "NotRegistered"],
  },
  OutboundSubscriptionDetailComplete: {
    source: "res/res_pjsip_pubsub.c, ami_show_subscriptions_outbound()",
    headers: listEnd,
  },
  ParkedCallsComplete: {
    source: "res/parking/parking_manager.c, manager_parking_status_all_lots()",
    headers: [...listEnd, "Total"],
  },
  Parkinglot: {
    source: "res/parking/parking_manager.c, manager_append_event_parking_lot_data_cb()",
    headers: ["Name", "StartSpace", "StopSpace", "Timeout"],
  },
  ParkinglotsComplete: {
    source: "res/parking/parking_manager.c, manager_parking_lot_list()",
    headers: listEnd,
  },
  PeerEntry: {
    source: "channels/chan_iax2.c, _iax2_show_peers_one(); Asterisk 16, channels/chan_sip.c, " +
      "_sip_show_peers_one()",
    headers: [
      "Channeltype=IAX|IAX2|SIP",
      "ObjectName",
      "ObjectUsername?",
      "ChanObjectType",
      "IPaddress",
      "IPport?",
      "Port?",
      "Mask?",
      "Dynamic=yes|no",
      "Status",
      "Trunk?=yes|no",
      "Encryption?",
      "AutoForcerport?=yes|no",
      "Forcerport?=yes|no",
      "AutoComedia?=yes|no",
      "Comedia?=yes|no",
      "VideoSupport?=yes|no",
      "TextSupport?=yes|no",
      "ACL?=yes|no",
      "RealtimeDevice?",
      "Description?",
      "Accountcode?",
    ],
  },
  PeerlistComplete: {
    source: "channels/chan_iax2.c, manager_iax2_show_peers(); Asterisk 16, channels/chan_sip.c",
    headers: listEnd,
  },
  PJSIPMaintenanceStatusComplete: {
    source: "res/res_pjsip_maintenance.c, ami_show_maintenance()",
    headers: listEnd,
    versions: ["22"],
  },
  PresenceStateListComplete: {
    source: "res/res_manager_presencestate.c, action_presencestatelist()",
    headers: listEnd,
  },
  PRIShowSpans: {
    source: "channels/sig_pri.c, sig_pri_ami_show_spans()",
    headers: ["Span", "DChannel", "Order", "Active=Yes|No", "Alarm=Yes|No", "Up=Yes|No"],
  },
  PRIShowSpansComplete: {
    source: "channels/chan_dahdi.c, action_prishowspans()",
    headers: [...listEnd, "Items"],
  },
  QueueMember: {
    source: "apps/app_queue.c, manager_queues_status()",
    headers: [
      "Queue",
      "Name",
      "Location",
      "StateInterface",
      "Membership=dynamic|static",
      "Penalty",
      "CallsTaken",
      "LastCall",
      "LastPause",
      "LoginTime",
      "InCall=0|1",
      "Status=0|1|2|3|4|5|6|7|8",
      "Paused=0|1",
      "PausedReason",
      "Wrapuptime",
    ],
  },
  QueueStatusComplete: {
    source: "apps/app_queue.c, manager_queues_status()",
    headers: listEnd,
  },
  QueueSummary: {
    source: "apps/app_queue.c, manager_queues_summary()",
    headers: [
      "Queue",
      "LoggedIn",
      "Available",
      "Callers",
      "HoldTime",
      "TalkTime",
      "LongestHoldTime",
    ],
  },
  QueueSummaryComplete: {
    source: "apps/app_queue.c, manager_queues_summary()",
    headers: listEnd,
  },
  RegistrationsComplete: {
    source: "channels/chan_iax2.c, manager_iax2_show_registry(); Asterisk 16, channels/chan_sip.c",
    headers: listEnd,
  },
  RegistryEntry: {
    source:
      "channels/chan_iax2.c, manager_iax2_show_registry(); Asterisk 16, channels/chan_sip.c, " +
      "manager_show_registry()",
    headers: [
      "Host",
      "Port?",
      "DNSmanager?=Y|N",
      "Username",
      "Perceived?",
      "Domain?",
      "DomainPort?",
      "Refresh",
      "State",
      "RegistrationTime?",
    ],
  },
  ResourceListDetailComplete: {
    source: "res/res_pjsip_pubsub.c, ami_show_resource_lists()",
    headers: listEnd,
  },
  ShowDialPlanComplete: {
    source: "main/pbx.c, manager_show_dialplan()",
    headers: [...listEnd, "ListExtensions", "ListPriorities", "ListContexts"],
  },
  SIPpeerstatusComplete: {
    source: "Asterisk 16, channels/chan_sip.c, manager_sip_peer_status()",
    headers: listEnd,
    versions: ["16"],
  },
  TestEvent: {
    source: "main/test.c, test_suite_event_to_ami(); builds with TEST_FRAMEWORK, Debian's too",
    headers: ["Type", "State", "AppFile", "AppFunction", "AppLine"],
    classes: ["reporting"],
    anyHeaders: "those of the place that sent it",
  },
  VoicemailBoxDetail: {
    source: "apps/app_voicemail.c, append_vmbox_info_astman()",
    headers: ["Folder", "CallerID", "Date", "Duration", "Flag", "ID"],
    versions: ["22"],
  },
  VoicemailBoxDetailComplete: {
    source: "apps/app_voicemail.c, append_vmbox_info_astman()",
    headers: listEnd,
    versions: ["22"],
  },
  VoicemailUserDetail: {
    source: "apps/app_voicemail.c, append_vmu_info_astman()",
    headers: mailbox,
  },
  VoicemailUserDetailComplete: {
    source: "apps/app_voicemail.c, manager_status_voicemail_user()",
    headers: listEnd,
  },
  VoicemailUserEntry: {
    source: "apps/app_voicemail.c, append_vmu_info_astman()",
    headers: mailbox,
  },
  VoicemailUserEntryComplete: {
    source: "apps/app_voicemail.c, manager_list_voicemail_users()",
    headers: listEnd,
  },
  WaitEventComplete: { source: "main/manager.c, action_waitevent()", headers: [] },
};
