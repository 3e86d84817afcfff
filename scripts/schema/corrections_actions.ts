/**
 * Where the documentation of AMI actions is wrong or silent.
 *
 * Everything here was read from Asterisk's source, which each entry names.
 *
 * @module
 */

/** What differs from the documentation of an action. */
export interface ActionCorrection {
  /** Why, and where it was read. */
  readonly why: string;
  /** Parameters that are not documented, or otherwise; `?` behind an optional one. */
  readonly parameters?: readonly string[];
  /** Parameters that are documented and not read. */
  readonly without?: readonly string[];
  /** Further parameters of any name: an index signature, such as `Action-${string}`. */
  readonly more?: readonly string[];
}

/** Corrections by the name of the action. */
export const actionCorrections: Readonly<Record<string, ActionCorrection>> = {
  AOCMessage: {
    why: "the units are numbered from 0 (main/manager.c, aocmessage_get_unit_entry())",
    without: ["UnitAmount(0)", "UnitType(0)"],
    more: ["UnitAmount(${number})", "UnitType(${number})"],
  },
  BlindTransfer: {
    why: "the extension is needed (main/manager.c, action_blind_transfer())",
    parameters: ["Exten"],
  },
  CoreShowChannelMap: {
    why: "the channel is needed (main/manager.c, action_coreshowchannelmap())",
    parameters: ["Channel"],
  },
  Filter: {
    why: "without it the answer is an error (main/manager.c, action_filter())",
    parameters: ["Operation"],
  },
  JabberSend: {
    why: "the receiver is ScreenName; JID is documented (res/res_xmpp.c, manager_jabber_send())",
    without: ["JID"],
    parameters: ["ScreenName"],
  },
  ListCategories: {
    why: "Match is not documented (main/manager.c, action_listcategories())",
    parameters: ["Match?"],
  },
  MixMonitorMute: {
    why: "MixMonitorID is not documented, and new (apps/app_mixmonitor.c, " +
      "manager_mute_mixmonitor())",
    parameters: ["MixMonitorID?"],
  },
  Park: {
    why: "Channel2 is the old name of TimeoutChannel (res/parking/parking_manager.c, " +
      "manager_park())",
    parameters: ["Channel2?"],
  },
  QueueAdd: {
    why: "Wrapuptime is not documented (apps/app_queue.c, manager_add_queue_member())",
    parameters: ["Wrapuptime?"],
  },
  UpdateConfig: {
    why: "the changes are numbered from 000000 (main/manager.c, handle_updates())",
    without: [
      "Action-000000",
      "Cat-000000",
      "Var-000000",
      "Value-000000",
      "Match-000000",
      "Line-000000",
      "Options-000000",
    ],
    more: [
      "Action-${string}",
      "Cat-${string}",
      "Var-${string}",
      "Value-${string}",
      "Match-${string}",
      "Line-${string}",
      "Options-${string}",
    ],
  },
  UserEvent: {
    why: "every other header goes into the event (main/manager.c, action_userevent())",
    without: ["Header1", "HeaderN"],
    more: ["${string}"],
  },
};

/**
 * Parameters that may be repeated, and given as an object of names and values: the variables of these
 * actions. Elsewhere `Variable` is the name of one.
 *
 * Source: main/manager.c, astman_get_variables_order()
 */
export const actionsWithVariables: ReadonlySet<string> = new Set([
  "MessageSend",
  "Originate",
  "PJSIPNotify",
  "SIPnotify",
]);

/** Parameters that Asterisk reads by `ast_true()`: `true`, `yes`, `y`, `t`, `1` and `on` mean yes. */
export const flags: Readonly<Record<string, readonly string[]>> = {
  AgentLogoff: ["Soft"],
  DialplanExtensionAdd: ["Replace"],
  MixMonitorMute: ["State"],
  ModuleLoad: ["Recursive"],
  Monitor: ["Mix"],
  MuteAudio: ["State"],
  Originate: ["Async", "EarlyMedia"],
  PlayDTMF: ["Receive"],
  QueueAdd: ["Paused"],
  QueueChangePriorityCaller: ["Immediate"],
  QueueMemberRingInUse: ["RingInUse"],
  QueuePause: ["Paused"],
  SendFlash: ["Receive"],
  SorceryMemoryCacheStaleObject: ["Reload"],
  Status: ["AllVariables"],
  UpdateConfig: ["PreserveEffectiveContext"],
};

/** Events that an action answers with. */
export interface ListEvents {
  readonly items: readonly string[];
  /** The event that ends the list; `undefined`: a single event follows the response. */
  readonly complete: string | undefined;
}

/**
 * The items of list actions, where the documentation does not say.
 *
 * Read from the function of the action, at `astman_send_list_complete_start()`.
 */
export const listActions: Readonly<Record<string, ListEvents>> = {
  Agents: { items: ["Agents"], complete: "AgentsComplete" },
  BridgeList: { items: ["BridgeListItem"], complete: "BridgeListComplete" },
  BridgeTechnologyList: {
    items: ["BridgeTechnologyListItem"],
    complete: "BridgeTechnologyListComplete",
  },
  ConfbridgeList: { items: ["ConfbridgeList"], complete: "ConfbridgeListComplete" },
  ConfbridgeListRooms: {
    items: ["ConfbridgeListRooms"],
    complete: "ConfbridgeListRoomsComplete",
  },
  CoreShowChannelMap: {
    items: ["CoreShowChannelMap"],
    complete: "CoreShowChannelMapComplete",
  },
  DAHDIShowChannels: { items: ["DAHDIShowChannels"], complete: "DAHDIShowChannelsComplete" },
  DAHDIShowStatus: { items: ["DAHDIShowStatus"], complete: "DAHDIShowStatusComplete" },
  DBGet: { items: ["DBGetResponse"], complete: "DBGetComplete" },
  DBGetTree: { items: ["DBGetTreeResponse"], complete: "DBGetTreeComplete" },
  FAXSession: { items: ["FAXSession"], complete: undefined },
  FAXSessions: { items: ["FAXSessionsEntry"], complete: "FAXSessionsComplete" },
  FAXStats: { items: ["FAXStats"], complete: undefined },
  IAXpeerlist: { items: ["PeerEntry"], complete: "PeerlistComplete" },
  IAXpeers: { items: ["PeerEntry"], complete: "PeerlistComplete" },
  IAXregistry: { items: ["RegistryEntry"], complete: "RegistrationsComplete" },
  MeetmeList: { items: ["MeetmeList"], complete: "MeetmeListComplete" },
  MeetmeListRooms: { items: ["MeetmeListRooms"], complete: "MeetmeListRoomsComplete" },
  MWIGet: { items: ["MWIGet"], complete: "MWIGetComplete" },
  ParkedCalls: { items: ["ParkedCall"], complete: "ParkedCallsComplete" },
  Parkinglots: { items: ["Parkinglot"], complete: "ParkinglotsComplete" },
  PJSIPShowMaintenance: {
    items: ["PJSIPMaintenanceStatus"],
    complete: "PJSIPMaintenanceStatusComplete",
  },
  PJSIPShowRegistrationInboundContactStatuses: {
    items: ["ContactStatusDetail"],
    complete: "ContactStatusDetailComplete",
  },
  PJSIPShowRegistrationsInbound: {
    items: ["InboundRegistrationDetail"],
    complete: "InboundRegistrationDetailComplete",
  },
  PJSIPShowRegistrationsOutbound: {
    items: ["OutboundRegistrationDetail", "AuthDetail"],
    complete: "OutboundRegistrationDetailComplete",
  },
  PJSIPShowResourceLists: {
    items: ["ResourceListDetail"],
    complete: "ResourceListDetailComplete",
  },
  PJSIPShowSubscriptionsInbound: {
    items: ["InboundSubscriptionDetail"],
    complete: "InboundSubscriptionDetailComplete",
  },
  PJSIPShowSubscriptionsOutbound: {
    items: ["OutboundSubscriptionDetail"],
    complete: "OutboundSubscriptionDetailComplete",
  },
  PRIShowSpans: { items: ["PRIShowSpans"], complete: "PRIShowSpansComplete" },
  QueueStatus: {
    items: ["QueueParams", "QueueMember", "QueueEntry"],
    complete: "QueueStatusComplete",
  },
  QueueSummary: { items: ["QueueSummary"], complete: "QueueSummaryComplete" },
  ShowDialPlan: { items: ["ListDialplan"], complete: "ShowDialPlanComplete" },
  SIPpeers: { items: ["PeerEntry"], complete: "PeerlistComplete" },
  SIPpeerstatus: { items: ["PeerStatus"], complete: "SIPpeerstatusComplete" },
  SIPshowregistry: { items: ["RegistryEntry"], complete: "RegistrationsComplete" },
  SKINNYdevices: { items: ["DeviceEntry"], complete: "DevicelistComplete" },
  SKINNYlines: { items: ["LineEntry"], complete: "LinelistComplete" },
  VoicemailBoxSummary: {
    items: ["VoicemailBoxDetail"],
    complete: "VoicemailBoxDetailComplete",
  },
  VoicemailUsersList: {
    items: ["VoicemailUserEntry"],
    complete: "VoicemailUserEntryComplete",
  },
  VoicemailUserStatus: {
    items: ["VoicemailUserDetail"],
    complete: "VoicemailUserDetailComplete",
  },
};

/** Items that are also sent as events of their own, to all who have the permission. */
export const itemsThatAreEvents: ReadonlySet<string> = new Set([
  "DeviceStateChange",
  "ExtensionStatus",
  "ParkedCall",
  "PeerStatus",
  "PJSIPMaintenanceStatus",
  "PresenceStateChange",
]);
