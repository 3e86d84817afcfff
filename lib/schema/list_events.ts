/**
 * The AMI events that only the answer to an action has.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

import type { OtherText } from "./basics.ts";
import type { BridgeHeaders, ChannelHeaders, EventHeaders } from "./events.ts";

/** Headers of an event that ends a list. */
export interface ListEndHeaders {
  /** `Complete`: the list has ended. */
  readonly EventList: "Complete";
  /** Number of items. */
  readonly ListItems: string;
}

/**
 * An item of what `Agents` lists.
 *
 * Class `agent`. In Asterisk 22 and 16, since 12.0.0. Module `app_agent_pool`.
 */
export interface AgentsEvent extends EventHeaders, Partial<ChannelHeaders> {
  /** Name of the event. */
  readonly Event: "Agents";
  /** Number of the agent, of agents.conf. */
  readonly Agent: string;
  /** Name. */
  readonly Name: string;
  /** Status. */
  readonly Status: "AGENT_LOGGEDOFF" | "AGENT_IDLE" | "AGENT_ONCALL";
  /** Channel that the agent talks to. */
  readonly TalkingToChan?: string;
  /** When the call began, in seconds since 1970. */
  readonly CallStarted?: string;
  /** When the agent logged in, in seconds since 1970. */
  readonly LoggedInTime?: string;
}

/**
 * The end of what `Agents` lists.
 *
 * In Asterisk 22 and 16, since 12.0.0. Module `app_agent_pool`.
 */
export interface AgentsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "AgentsComplete";
}

/**
 * An item of what `PJSIPShowEndpoint` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 13.12.0, 14.1.0. Module `res_pjsip`.
 */
export interface AorDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "AorDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `minimum_expiration` of aor in pjsip.conf. */
  readonly MinimumExpiration: string;
  /** Option `maximum_expiration` of aor in pjsip.conf. */
  readonly MaximumExpiration: string;
  /** Option `default_expiration` of aor in pjsip.conf. */
  readonly DefaultExpiration: string;
  /** Option `qualify_frequency` of aor in pjsip.conf. */
  readonly QualifyFrequency: string;
  /** Option `authenticate_qualify` of aor in pjsip.conf. */
  readonly AuthenticateQualify: string;
  /** Option `max_contacts` of aor in pjsip.conf. */
  readonly MaxContacts: string;
  /** Option `remove_existing` of aor in pjsip.conf. */
  readonly RemoveExisting: string;
  /** Option `remove_unavailable` of aor in pjsip.conf. */
  readonly RemoveUnavailable: string;
  /** Option `mailboxes` of aor in pjsip.conf. */
  readonly Mailboxes: string;
  /** Option `outbound_proxy` of aor in pjsip.conf. */
  readonly OutboundProxy: string;
  /** Option `support_path` of aor in pjsip.conf. */
  readonly SupportPath: string;
  /** Option `qualify_2xx_only` of aor in pjsip.conf. Documented for Asterisk 22 only. */
  readonly Qualify2xxOnly?: string;
  /** Option `qualify_timeout` of aor in pjsip.conf. */
  readonly QualifyTimeout: string;
  /** Option `voicemail_extension` of aor in pjsip.conf. */
  readonly VoicemailExtension: string;
  /** Contacts, divided by commas. */
  readonly Contacts: string;
  /** Number of contacts. */
  readonly TotalContacts: string;
  /** Contacts that have registered themselves. */
  readonly ContactsRegistered: string;
  /** Name of the endpoint. */
  readonly EndpointName: string;
}

/**
 * An item of what `PJSIPShowAors` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
 */
export interface AorListEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "AorList";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `minimum_expiration` of aor in pjsip.conf. */
  readonly MinimumExpiration: string;
  /** Option `maximum_expiration` of aor in pjsip.conf. */
  readonly MaximumExpiration: string;
  /** Option `default_expiration` of aor in pjsip.conf. */
  readonly DefaultExpiration: string;
  /** Option `qualify_frequency` of aor in pjsip.conf. */
  readonly QualifyFrequency: string;
  /** Option `qualify_timeout` of aor in pjsip.conf. */
  readonly QualifyTimeout: string;
  /** Option `qualify_2xx_only` of aor in pjsip.conf. Documented for Asterisk 22 only. */
  readonly Qualify2xxOnly?: string;
  /** Option `authenticate_qualify` of aor in pjsip.conf. */
  readonly AuthenticateQualify: string;
  /** Option `max_contacts` of aor in pjsip.conf. */
  readonly MaxContacts: string;
  /** Option `remove_existing` of aor in pjsip.conf. */
  readonly RemoveExisting: string;
  /** Option `remove_unavailable` of aor in pjsip.conf. */
  readonly RemoveUnavailable: string;
  /** Option `mailboxes` of aor in pjsip.conf. */
  readonly Mailboxes: string;
  /** Option `voicemail_extension` of aor in pjsip.conf. */
  readonly VoicemailExtension: string;
  /** Option `outbound_proxy` of aor in pjsip.conf. */
  readonly OutboundProxy: string;
  /** Option `support_path` of aor in pjsip.conf. */
  readonly SupportPath: string;
  /** Contacts, divided by commas. */
  readonly Contacts: string;
}

/**
 * The end of what `PJSIPShowAors` lists.
 *
 * In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
 */
export interface AorListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "AorListComplete";
}

/**
 * An item of what `PJSIPShowEndpoint`, `PJSIPShowRegistrationsOutbound` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
 */
export interface AuthDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "AuthDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `username` of auth in pjsip.conf. */
  readonly Username: string;
  /** Option `username` of auth in pjsip.conf. */
  readonly Password: string;
  /** Option `md5_cred` of auth in pjsip.conf. */
  readonly Md5Cred: string;
  /** Option `realm` of auth in pjsip.conf. */
  readonly Realm: string;
  /** Option `nonce_lifetime` of auth in pjsip.conf. */
  readonly NonceLifetime: string;
  /** Option `auth_type` of auth in pjsip.conf. */
  readonly AuthType: string;
  /** Name of the endpoint. */
  readonly EndpointName?: string;
  /** Option `oauth_clientid` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly OauthClientid?: string;
  /** Option `oauth_secret` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly OauthSecret?: string;
  /** Option `password_digest` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly PasswordDigest?: string;
  /** Option `refresh_token` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly RefreshToken?: string;
  /** Option `supported_algorithms_uac` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SupportedAlgorithmsUac?: string;
  /** Option `supported_algorithms_uas` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SupportedAlgorithmsUas?: string;
}

/**
 * An item of what `PJSIPShowAuths` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
 */
export interface AuthListEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "AuthList";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `username` of auth in pjsip.conf. */
  readonly Username: string;
  /** Option `md5_cred` of auth in pjsip.conf. */
  readonly Md5Cred: string;
  /** Option `realm` of auth in pjsip.conf. */
  readonly Realm: string;
  /** Option `auth_type` of auth in pjsip.conf. */
  readonly AuthType: string;
  /** Option `password` of auth in pjsip.conf. */
  readonly Password: string;
  /** Option `nonce_lifetime` of auth in pjsip.conf. */
  readonly NonceLifetime: string;
  /** Option `oauth_clientid` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly OauthClientid?: string;
  /** Option `oauth_secret` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly OauthSecret?: string;
  /** Option `password_digest` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly PasswordDigest?: string;
  /** Option `refresh_token` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly RefreshToken?: string;
  /** Option `supported_algorithms_uac` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SupportedAlgorithmsUac?: string;
  /** Option `supported_algorithms_uas` of auth in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SupportedAlgorithmsUas?: string;
}

/**
 * The end of what `PJSIPShowAuths` lists.
 *
 * In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
 */
export interface AuthListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "AuthListComplete";
}

/**
 * An item of what `BridgeInfo` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 13.0.0.
 */
export interface BridgeInfoChannelEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "BridgeInfoChannel";
}

/**
 * The end of what `BridgeInfo` lists.
 *
 * In Asterisk 22 and 16, since 13.0.0.
 */
export interface BridgeInfoCompleteEvent extends EventHeaders, ListEndHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "BridgeInfoComplete";
}

/**
 * The end of what `BridgeList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface BridgeListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "BridgeListComplete";
}

/**
 * An item of what `BridgeList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface BridgeListItemEvent extends EventHeaders, BridgeHeaders {
  /** Name of the event. */
  readonly Event: "BridgeListItem";
}

/**
 * The end of what `BridgeTechnologyList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface BridgeTechnologyListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "BridgeTechnologyListComplete";
}

/**
 * An item of what `BridgeTechnologyList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface BridgeTechnologyListItemEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "BridgeTechnologyListItem";
  /** Name of the technology. */
  readonly BridgeTechnology: string;
  /** What it can do. */
  readonly BridgeType: string;
  /** Which is preferred; the higher, the more. */
  readonly BridgePriority: string;
  /** It is not used for new bridges. */
  readonly BridgeSuspended: "Yes" | "No";
}

/**
 * The event `ChannelHungup`.
 *
 * In Asterisk 22 and 16.
 */
export interface ChannelHungupEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ChannelHungup";
  /** Name of the channel. */
  readonly Channel: string;
}

/**
 * The event `ChannelsHungupListComplete`.
 *
 * In Asterisk 22 and 16.
 */
export interface ChannelsHungupListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ChannelsHungupListComplete";
}

/**
 * An item of what `ConfbridgeList` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 13.20.0, 15.3.0. Module `app_confbridge`.
 */
export interface ConfbridgeListEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeList";
  /** Name of the conference. */
  readonly Conference: string;
  /** An administrator of the conference. */
  readonly Admin: "Yes" | "No";
  /** A marked user. */
  readonly MarkedUser: "Yes" | "No";
  /** Waits for a marked user. */
  readonly WaitMarked: "Yes" | "No";
  /** Leaves with the last marked user. */
  readonly EndMarked: "Yes" | "No";
  /** Still waits. */
  readonly Waiting: "Yes" | "No";
  /** It is muted. */
  readonly Muted: "Yes" | "No";
  /** Talks at the moment. */
  readonly Talking: "Yes" | "No";
  /** Seconds since the channel was answered. */
  readonly AnsweredTime: string;
  /** Leaves with any marked user. */
  readonly EndMarkedAny?: "Yes" | "No";
}

/**
 * The end of what `ConfbridgeList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ConfbridgeListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeListComplete";
}

/**
 * An item of what `ConfbridgeListRooms` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 16.29.0, 18.15.0, 19.7.0. Module
 * `app_confbridge`.
 */
export interface ConfbridgeListRoomsEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeListRooms";
  /** Name of the conference. */
  readonly Conference: string;
  /** Number of users. */
  readonly Parties: string;
  /** Number of marked users. */
  readonly Marked: string;
  /** Nobody can join. */
  readonly Locked: "Yes" | "No";
  /** It is muted. */
  readonly Muted: "Yes" | "No";
}

/**
 * The end of what `ConfbridgeListRooms` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ConfbridgeListRoomsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ConfbridgeListRoomsComplete";
}

/**
 * An item of what `PJSIPShowContacts` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
 */
export interface ContactListEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ContactList";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Address that it came from. */
  readonly ViaAddr: string;
  /** Port that it came from. */
  readonly ViaPort: string;
  /** Seconds to wait for an answer to that. */
  readonly QualifyTimeout: string;
  /** Call-ID of the registration. */
  readonly CallId: string;
  /** Asterisk that it registered with. */
  readonly RegServer: string;
  /** It is forgotten at a restart. */
  readonly PruneOnBoot: string;
  /** Path of the registration. */
  readonly Path: string;
  /** Name of the endpoint. */
  readonly Endpoint: string;
  /** Authentication is used when the contact is asked whether it is there. */
  readonly AuthenticateQualify: string;
  /** URI of the contact. */
  readonly Uri: string;
  /** Seconds between questions whether it is there; 0: never. */
  readonly QualifyFrequency: string;
  /** Program of the other side. */
  readonly UserAgent: string;
  /** When it ends, in seconds since 1970. */
  readonly ExpirationTime: string;
  /** Proxy for outgoing requests. */
  readonly OutboundProxy: string;
  /** Status. */
  readonly Status: "Unreachable" | "Reachable" | "Unknown" | "NonQualified" | "Removed";
  /** Microseconds to the contact and back; `N/A`. */
  readonly RoundtripUsec: string;
  /** Only a 2xx answer counts as being there. Documented for Asterisk 22 only. */
  readonly Qualify2xxOnly?: string;
}

/**
 * The end of what `PJSIPShowContacts` lists.
 *
 * In Asterisk 22 and 16, since 16.0.0. Module `res_pjsip`.
 */
export interface ContactListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ContactListComplete";
}

/**
 * An item of what `PJSIPShowEndpoint`, `PJSIPShowRegistrationInboundContactStatuses` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 13.0.0. Module `res_pjsip`.
 */
export interface ContactStatusDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ContactStatusDetail";
  /** Address of record. */
  readonly AOR: string;
  /** URI of the contact. */
  readonly URI: string;
  /** Status. */
  readonly Status: "Unreachable" | "Reachable" | "Unknown" | "NonQualified" | "Removed";
  /** Microseconds to the contact and back; `N/A`. */
  readonly RoundtripUsec: string;
  /** Name of the endpoint. */
  readonly EndpointName: string;
  /** Program of the other side. */
  readonly UserAgent: string;
  /** When it ends, in seconds since 1970; 0: never. */
  readonly RegExpire: string;
  /** Address and port that it came from. */
  readonly ViaAddress?: string;
  /** Call-ID of the registration. */
  readonly CallID?: string;
  /** Identifies it. */
  readonly ID: string;
  /** Authentication is used when the contact is asked whether it is there. */
  readonly AuthenticateQualify: string;
  /** Proxy for outgoing requests. */
  readonly OutboundProxy: string;
  /** Path of the registration. */
  readonly Path: string;
  /** Seconds between questions whether it is there; 0: never. */
  readonly QualifyFrequency: string;
  /** Seconds to wait for an answer to that. */
  readonly QualifyTimeout: string;
  /** Only a 2xx answer counts as being there. Documented for Asterisk 22 only. */
  readonly Qualify2xxOnly?: string;
}

/**
 * The end of what `PJSIPShowRegistrationInboundContactStatuses` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ContactStatusDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ContactStatusDetailComplete";
}

/**
 * An item of what `CoreShowChannels` lists.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface CoreShowChannelEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "CoreShowChannel";
  /** The bridge that the channel is in; empty when in none. */
  readonly BridgeId: string;
  /** The application. */
  readonly Application: string;
  /** Arguments of the application. */
  readonly ApplicationData: string;
  /** Since it began, `hh:mm:ss`. */
  readonly Duration: string;
}

/**
 * An item of what `CoreShowChannelMap` lists.
 *
 * In Asterisk 22, not in 16.
 */
export interface CoreShowChannelMapEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "CoreShowChannelMap";
  /** Name of the channel. */
  readonly Channel: string;
  /** A channel that it is connected to. */
  readonly ConnectedChannel: string;
}

/**
 * The end of what `CoreShowChannelMap` lists.
 *
 * Class `call`. In Asterisk 22, not in 16, since 18.26.0, 20.11.0, 21.6.0, 22.1.0.
 */
export interface CoreShowChannelMapCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "CoreShowChannelMapComplete";
}

/**
 * The end of what `CoreShowChannels` lists.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface CoreShowChannelsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "CoreShowChannelsComplete";
}

/**
 * An item of what `DAHDIShowChannels` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface DAHDIShowChannelsEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DAHDIShowChannels";
  /** Number of the DAHDI channel. */
  readonly DAHDIChannel: string;
  /** Name of the channel. */
  readonly Channel?: string;
  /** Identifies the channel on its Asterisk. */
  readonly Uniqueid?: string;
  /** Account code, often empty. */
  readonly AccountCode?: string;
  /** Signalling. */
  readonly Signalling: string;
  /** Number of the signalling. */
  readonly SignallingCode: string;
  /** Context of the dialplan. */
  readonly Context: string;
  /** Do not disturb. */
  readonly DND: "Enabled" | "Disabled";
  /** The alarm. */
  readonly Alarm: string;
  /** Description. */
  readonly Description?: string;
}

/**
 * The end of what `DAHDIShowChannels` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface DAHDIShowChannelsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "DAHDIShowChannelsComplete";
  /** Number of items. */
  readonly Items: string;
}

/**
 * An item of what `DAHDIShowStatus` lists.
 *
 * In Asterisk 22, not in 16.
 */
export interface DAHDIShowStatusEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DAHDIShowStatus";
  /** Number of the span. */
  readonly Span: string;
  /** Description. */
  readonly Description: string;
  /** The alarms. */
  readonly Alarms: string;
  /** Interrupts missed. */
  readonly IRQ: string;
  /** Bipolar violations. */
  readonly bpviol: string;
  /** Errors of the check sum. */
  readonly CRC: string;
  /** Framing. */
  readonly Framing: string;
  /** Line coding. */
  readonly Coding: string;
  /** Options of the line. */
  readonly Options: string;
  /** Line build-out. */
  readonly LBO: string;
}

/**
 * The end of what `DAHDIShowStatus` lists.
 *
 * In Asterisk 22, not in 16.
 */
export interface DAHDIShowStatusCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "DAHDIShowStatusComplete";
  /** Number of items. */
  readonly Items: string;
}

/**
 * The end of what `DBGet` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface DBGetCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "DBGetComplete";
}

/**
 * An item of what `DBGet` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface DBGetResponseEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DBGetResponse";
  /** Family in AstDB. */
  readonly Family: string;
  /** Key in AstDB. */
  readonly Key: string;
  /** The value. */
  readonly Val: string;
}

/**
 * The end of what `DBGetTree` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface DBGetTreeCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "DBGetTreeComplete";
}

/**
 * An item of what `DBGetTree` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface DBGetTreeResponseEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DBGetTreeResponse";
  /** Key in AstDB. */
  readonly Key: string;
  /** The value. */
  readonly Val: string;
}

/**
 * An item of what `SKINNYdevices` lists.
 *
 * In Asterisk 16, not in 22.
 */
export interface DeviceEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "DeviceEntry";
  /** Technology. */
  readonly Channeltype: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** `device` or `line`. */
  readonly ChannelObjectType: string;
  /** Identifies the device. */
  readonly DeviceId: string;
  /** Address. */
  readonly IPaddress: string;
  /** Type. */
  readonly Type: string;
  /** Whether it is there. */
  readonly Devicestatus: "registered" | "unregistered";
  /** Number of lines. */
  readonly NumberOfLines: string;
}

/**
 * The end of what `SKINNYdevices` lists.
 *
 * In Asterisk 16, not in 22.
 */
export interface DevicelistCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "DevicelistComplete";
}

/**
 * The end of what `DeviceStateList` lists.
 *
 * In Asterisk 22 and 16, since 13.0.0. Module `res_manager_devicestate`.
 */
export interface DeviceStateListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "DeviceStateListComplete";
}

/**
 * An item of what `PJSIPShowEndpoint` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
 */
export interface EndpointDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "EndpointDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `context` of endpoint in pjsip.conf. */
  readonly Context: string;
  /** Option `allow` of endpoint in pjsip.conf. */
  readonly Allow: string;
  /** Option `dtmf_mode` of endpoint in pjsip.conf. */
  readonly DtmfMode: string;
  /** Option `rtp_ipv6` of endpoint in pjsip.conf. */
  readonly RtpIpv6: string;
  /** Option `rtp_symmetric` of endpoint in pjsip.conf. */
  readonly RtpSymmetric: string;
  /** Option `ice_support` of endpoint in pjsip.conf. */
  readonly IceSupport: string;
  /** Option `use_ptime` of endpoint in pjsip.conf. */
  readonly UsePtime: string;
  /** Option `force_rport` of endpoint in pjsip.conf. */
  readonly ForceRport: string;
  /** Option `rewrite_contact` of endpoint in pjsip.conf. */
  readonly RewriteContact: string;
  /** Option `transport` of endpoint in pjsip.conf. */
  readonly Transport: string;
  /** Option `outbound_proxy` of endpoint in pjsip.conf. */
  readonly OutboundProxy: string;
  /** Option `moh_suggest` of endpoint in pjsip.conf. */
  readonly MohSuggest: string;
  /** Option `100rel` of endpoint in pjsip.conf. */
  readonly "100rel": string;
  /** Option `timers` of endpoint in pjsip.conf. */
  readonly Timers: string;
  /** Option `timers_min_se` of endpoint in pjsip.conf. */
  readonly TimersMinSe: string;
  /** Option `timers_sess_expires` of endpoint in pjsip.conf. */
  readonly TimersSessExpires: string;
  /** Option `auth` of endpoint in pjsip.conf. */
  readonly Auth: string;
  /** Option `outbound_auth` of endpoint in pjsip.conf. */
  readonly OutboundAuth: string;
  /** Option `aors` of endpoint in pjsip.conf. */
  readonly Aors: string;
  /** Option `media_address` of endpoint in pjsip.conf. */
  readonly MediaAddress: string;
  /** Option `identify_by` of endpoint in pjsip.conf. */
  readonly IdentifyBy: string;
  /** Option `direct_media` of endpoint in pjsip.conf. */
  readonly DirectMedia: string;
  /** Option `direct_media_method` of endpoint in pjsip.conf. */
  readonly DirectMediaMethod: string;
  /** Option `trust_connected_line` of endpoint in pjsip.conf. */
  readonly TrustConnectedLine: string;
  /** Option `send_connected_line` of endpoint in pjsip.conf. */
  readonly SendConnectedLine: string;
  /** Option `connected_line_method` of endpoint in pjsip.conf. */
  readonly ConnectedLineMethod: string;
  /** Option `direct_media_glare_mitigation` of endpoint in pjsip.conf. */
  readonly DirectMediaGlareMitigation: string;
  /** Option `disable_direct_media_on_nat` of endpoint in pjsip.conf. */
  readonly DisableDirectMediaOnNat: string;
  /** Option `callerid` of endpoint in pjsip.conf. */
  readonly Callerid: string;
  /** Option `callerid_privacy` of endpoint in pjsip.conf. */
  readonly CalleridPrivacy: string;
  /** Option `callerid_tag` of endpoint in pjsip.conf. */
  readonly CalleridTag: string;
  /** Option `trust_id_inbound` of endpoint in pjsip.conf. */
  readonly TrustIdInbound: string;
  /** Option `trust_id_outbound` of endpoint in pjsip.conf. */
  readonly TrustIdOutbound: string;
  /** Option `send_pai` of endpoint in pjsip.conf. */
  readonly SendPai: string;
  /** Option `send_rpid` of endpoint in pjsip.conf. */
  readonly SendRpid: string;
  /** Option `send_diversion` of endpoint in pjsip.conf. */
  readonly SendDiversion: string;
  /** Option `mailboxes` of endpoint in pjsip.conf. */
  readonly Mailboxes: string;
  /** Option `aggregate_mwi` of endpoint in pjsip.conf. */
  readonly AggregateMwi: string;
  /** Option `media_encryption` of endpoint in pjsip.conf. */
  readonly MediaEncryption: string;
  /** Option `media_encryption_optimistic` of endpoint in pjsip.conf. */
  readonly MediaEncryptionOptimistic: string;
  /** Option `use_avpf` of endpoint in pjsip.conf. */
  readonly UseAvpf: string;
  /** Option `force_avp` of endpoint in pjsip.conf. */
  readonly ForceAvp: string;
  /** Option `media_use_received_transport` of endpoint in pjsip.conf. */
  readonly MediaUseReceivedTransport: string;
  /** Option `one_touch_recording` of endpoint in pjsip.conf. */
  readonly OneTouchRecording: string;
  /** Option `inband_progress` of endpoint in pjsip.conf. */
  readonly InbandProgress: string;
  /** Option `call_group` of endpoint in pjsip.conf. */
  readonly CallGroup: string;
  /** Option `pickup_group` of endpoint in pjsip.conf. */
  readonly PickupGroup: string;
  /** Option `named_call_group` of endpoint in pjsip.conf. */
  readonly NamedCallGroup: string;
  /** Option `named_pickup_group` of endpoint in pjsip.conf. */
  readonly NamedPickupGroup: string;
  /** Option `device_state_busy_at` of endpoint in pjsip.conf. */
  readonly DeviceStateBusyAt: string;
  /** Option `t38_udptl` of endpoint in pjsip.conf. */
  readonly T38Udptl: string;
  /** Option `t38_udptl_ec` of endpoint in pjsip.conf. */
  readonly T38UdptlEc: string;
  /** Option `t38_udptl_maxdatagram` of endpoint in pjsip.conf. */
  readonly T38UdptlMaxdatagram: string;
  /** Option `fax_detect` of endpoint in pjsip.conf. */
  readonly FaxDetect: string;
  /** Option `t38_udptl_nat` of endpoint in pjsip.conf. */
  readonly T38UdptlNat: string;
  /** Option `t38_udptl_ipv6` of endpoint in pjsip.conf. */
  readonly T38UdptlIpv6: string;
  /** Option `t38_bind_udptl_to_media_address` of endpoint in pjsip.conf. */
  readonly T38BindUdptlToMediaAddress: string;
  /** Option `tone_zone` of endpoint in pjsip.conf. */
  readonly ToneZone: string;
  /** Option `language` of endpoint in pjsip.conf. */
  readonly Language: string;
  /** Option `record_on_feature` of endpoint in pjsip.conf. */
  readonly RecordOnFeature: string;
  /** Option `record_off_feature` of endpoint in pjsip.conf. */
  readonly RecordOffFeature: string;
  /** Option `allow_transfer` of endpoint in pjsip.conf. */
  readonly AllowTransfer: string;
  /** Option `user_eq_phone` of endpoint in pjsip.conf. */
  readonly UserEqPhone: string;
  /** Option `moh_passthrough` of endpoint in pjsip.conf. */
  readonly MohPassthrough: string;
  /** Option `sdp_owner` of endpoint in pjsip.conf. */
  readonly SdpOwner: string;
  /** Option `sdp_session` of endpoint in pjsip.conf. */
  readonly SdpSession: string;
  /** Option `tos_audio` of endpoint in pjsip.conf. */
  readonly TosAudio: string;
  /** Option `tos_video` of endpoint in pjsip.conf. */
  readonly TosVideo: string;
  /** Option `cos_audio` of endpoint in pjsip.conf. */
  readonly CosAudio: string;
  /** Option `cos_video` of endpoint in pjsip.conf. */
  readonly CosVideo: string;
  /** Option `allow_subscribe` of endpoint in pjsip.conf. */
  readonly AllowSubscribe: string;
  /** Option `sub_min_expiry` of endpoint in pjsip.conf. */
  readonly SubMinExpiry: string;
  /** Option `from_user` of endpoint in pjsip.conf. */
  readonly FromUser: string;
  /** Option `from_domain` of endpoint in pjsip.conf. */
  readonly FromDomain: string;
  /** Option `mwi_from_user` of endpoint in pjsip.conf. */
  readonly MwiFromUser: string;
  /** Option `rtp_engine` of endpoint in pjsip.conf. */
  readonly RtpEngine: string;
  /** Option `dtls_verify` of endpoint in pjsip.conf. */
  readonly DtlsVerify: string;
  /** Option `dtls_rekey` of endpoint in pjsip.conf. */
  readonly DtlsRekey: string;
  /** Option `dtls_cert_file` of endpoint in pjsip.conf. */
  readonly DtlsCertFile: string;
  /** Option `dtls_private_key` of endpoint in pjsip.conf. */
  readonly DtlsPrivateKey: string;
  /** Option `dtls_cipher` of endpoint in pjsip.conf. */
  readonly DtlsCipher: string;
  /** Option `dtls_ca_file` of endpoint in pjsip.conf. */
  readonly DtlsCaFile: string;
  /** Option `dtls_ca_path` of endpoint in pjsip.conf. */
  readonly DtlsCaPath: string;
  /** Option `dtls_setup` of endpoint in pjsip.conf. */
  readonly DtlsSetup: string;
  /** Option `srtp_tag_32` of endpoint in pjsip.conf. */
  readonly SrtpTag32: string;
  /** Option `redirect_method` of endpoint in pjsip.conf. */
  readonly RedirectMethod?: string;
  /** Option `set_var` of endpoint in pjsip.conf. */
  readonly SetVar: string;
  /** Option `message_context` of endpoint in pjsip.conf. */
  readonly MessageContext: string;
  /** Option `accountcode` of endpoint in pjsip.conf. */
  readonly Accountcode: string;
  /** Option `preferred_codec_only` of endpoint in pjsip.conf. */
  readonly PreferredCodecOnly: string;
  /** State of the endpoint, in words. */
  readonly DeviceState: string;
  /** Channels of the endpoint, divided by commas. */
  readonly ActiveChannels: string;
  /** Option `subscribe_context` of endpoint in pjsip.conf. */
  readonly SubscribeContext: string;
  /** Option `allow_overlap` of endpoint in pjsip.conf. */
  readonly AllowOverlap: string;
  /** Option `overlap_context` of endpoint in pjsip.conf. Documented for Asterisk 22 only. */
  readonly OverlapContext?: string;
  /** Option `accept_multiple_sdp_answers` of endpoint in pjsip.conf. */
  readonly AcceptMultipleSdpAnswers: string;
  /** Option `acl` of endpoint in pjsip.conf. */
  readonly Acl: string;
  /** Option `allow_unauthenticated_options` of endpoint in pjsip.conf. */
  readonly AllowUnauthenticatedOptions: string;
  /** Option `asymmetric_rtp_codec` of endpoint in pjsip.conf. */
  readonly AsymmetricRtpCodec: string;
  /** Option `bind_rtp_to_media_address` of endpoint in pjsip.conf. */
  readonly BindRtpToMediaAddress: string;
  /** Option `bundle` of endpoint in pjsip.conf. */
  readonly Bundle: string;
  /**
   * Option `codec_prefs_incoming_answer` of endpoint in pjsip.conf. Documented for Asterisk 22
   * only.
   */
  readonly CodecPrefsIncomingAnswer?: string;
  /**
   * Option `codec_prefs_incoming_offer` of endpoint in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly CodecPrefsIncomingOffer?: string;
  /**
   * Option `codec_prefs_outgoing_answer` of endpoint in pjsip.conf. Documented for Asterisk 22
   * only.
   */
  readonly CodecPrefsOutgoingAnswer?: string;
  /**
   * Option `codec_prefs_outgoing_offer` of endpoint in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly CodecPrefsOutgoingOffer?: string;
  /** Option `contact_acl` of endpoint in pjsip.conf. */
  readonly ContactAcl: string;
  /** Option `dtls_auto_generate_cert` of endpoint in pjsip.conf. */
  readonly DtlsAutoGenerateCert: string;
  /** Option `dtls_fingerprint` of endpoint in pjsip.conf. */
  readonly DtlsFingerprint: string;
  /** Option `fax_detect_timeout` of endpoint in pjsip.conf. */
  readonly FaxDetectTimeout: string;
  /** Option `follow_early_media_fork` of endpoint in pjsip.conf. */
  readonly FollowEarlyMediaFork: string;
  /** Option `g726_non_standard` of endpoint in pjsip.conf. */
  readonly G726NonStandard: string;
  /** Option `geoloc_incoming_call_profile` of endpoint in pjsip.conf. */
  readonly GeolocIncomingCallProfile: string;
  /** Option `geoloc_outgoing_call_profile` of endpoint in pjsip.conf. */
  readonly GeolocOutgoingCallProfile: string;
  /** Option `ignore_183_without_sdp` of endpoint in pjsip.conf. */
  readonly Ignore183WithoutSdp: string;
  /**
   * Option `incoming_call_offer_pref` of endpoint in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly IncomingCallOfferPref?: string;
  /** Option `incoming_mwi_mailbox` of endpoint in pjsip.conf. */
  readonly IncomingMwiMailbox: string;
  /** Option `max_audio_streams` of endpoint in pjsip.conf. */
  readonly MaxAudioStreams: string;
  /** Option `max_video_streams` of endpoint in pjsip.conf. */
  readonly MaxVideoStreams: string;
  /** Option `mwi_subscribe_replaces_unsolicited` of endpoint in pjsip.conf. */
  readonly MwiSubscribeReplacesUnsolicited: string;
  /** Option `notify_early_inuse_ringing` of endpoint in pjsip.conf. */
  readonly NotifyEarlyInuseRinging: string;
  /**
   * Option `outgoing_call_offer_pref` of endpoint in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly OutgoingCallOfferPref?: string;
  /** Option `refer_blind_progress` of endpoint in pjsip.conf. */
  readonly ReferBlindProgress: string;
  /** Option `rpid_immediate` of endpoint in pjsip.conf. */
  readonly RpidImmediate: string;
  /** Option `rtcp_mux` of endpoint in pjsip.conf. */
  readonly RtcpMux: string;
  /** Option `rtp_keepalive` of endpoint in pjsip.conf. */
  readonly RtpKeepalive: string;
  /** Option `rtp_timeout` of endpoint in pjsip.conf. */
  readonly RtpTimeout: string;
  /** Option `rtp_timeout_hold` of endpoint in pjsip.conf. */
  readonly RtpTimeoutHold: string;
  /** Option `rtp_port_start` of endpoint in pjsip.conf. Documented for Asterisk 22 only. */
  readonly RtpPortStart?: string;
  /** Option `rtp_port_end` of endpoint in pjsip.conf. Documented for Asterisk 22 only. */
  readonly RtpPortEnd?: string;
  /** Option `security_negotiation` of endpoint in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SecurityNegotiation?: string;
  /** Option `send_aoc` of endpoint in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SendAoc?: string;
  /** Option `send_history_info` of endpoint in pjsip.conf. */
  readonly SendHistoryInfo: string;
  /** Option `stir_shaken` of endpoint in pjsip.conf. */
  readonly StirShaken: string;
  /** Option `stir_shaken_profile` of endpoint in pjsip.conf. */
  readonly StirShakenProfile: string;
  /**
   * Option `suppress_moh_on_sendonly` of endpoint in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly SuppressMohOnSendonly?: string;
  /** Option `suppress_q850_reason_headers` of endpoint in pjsip.conf. */
  readonly SuppressQ850ReasonHeaders: string;
  /** Option `tenantid` of endpoint in pjsip.conf. Documented for Asterisk 22 only. */
  readonly Tenantid?: string;
  /** Option `voicemail_extension` of endpoint in pjsip.conf. */
  readonly VoicemailExtension: string;
  /** Option `webrtc` of endpoint in pjsip.conf. */
  readonly Webrtc: string;
  /** Option `follow_redirect_methods` of endpoint in pjsip.conf. */
  readonly FollowRedirectMethods?: string;
}

/**
 * The end of what `PJSIPShowEndpoint` lists.
 *
 * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
 */
export interface EndpointDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "EndpointDetailComplete";
}

/**
 * An item of what `PJSIPShowEndpoints` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
 */
export interface EndpointListEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "EndpointList";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Transport. */
  readonly Transport: string;
  /** Addresses of record. */
  readonly Aor: string;
  /** Authentications, divided by commas. */
  readonly Auths: string;
  /** Authentications for outgoing requests, divided by commas. */
  readonly OutboundAuths: string;
  /** State of the endpoint, in words. */
  readonly DeviceState: string;
  /** Channels of the endpoint, divided by commas. */
  readonly ActiveChannels: string;
  /** Contacts, divided by commas. Documented for Asterisk 22 only. */
  readonly Contacts?: string;
}

/**
 * The end of what `PJSIPShowEndpoints` lists.
 *
 * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip`.
 */
export interface EndpointListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "EndpointListComplete";
}

/**
 * The end of what `ExtensionStateList` lists.
 *
 * In Asterisk 22 and 16, since 13.0.0.
 */
export interface ExtensionStateListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ExtensionStateListComplete";
}

/**
 * An item of what `FAXSession` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
 */
export interface FAXSessionEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "FAXSession";
  /** Number of the session. */
  readonly SessionNumber: string;
  /** What is done. */
  readonly Operation: "gateway" | "V.21" | "send" | "receive" | "none";
  /** State. */
  readonly State:
    | "Uninitialized"
    | "Initialized"
    | "Open"
    | "Active"
    | "Complete"
    | "Reserved"
    | "Inactive"
    | "Unknown";
  /** Errors are corrected. */
  readonly ErrorCorrectionMode?: "yes" | "no" | OtherText;
  /** Bits per second. */
  readonly DataRate?: string;
  /** Resolution: `8031x7700`. */
  readonly ImageResolution?: string;
  /** Number of the page. */
  readonly PageNumber?: string;
  /** File of the fax; one header for each. */
  readonly FileName?: string;
  /** Pages sent. */
  readonly PagesTransmitted?: string;
  /** Pages received. */
  readonly PagesReceived?: string;
  /** Bad lines. */
  readonly TotalBadLines?: string;
}

/**
 * The end of what `FAXSessions` lists.
 *
 * Class `call`. In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
 */
export interface FAXSessionsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "FAXSessionsComplete";
  /** Number of items. */
  readonly Total: string;
}

/**
 * An item of what `FAXSessions` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
 */
export interface FAXSessionsEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "FAXSessionsEntry";
  /** Name of the channel. */
  readonly Channel: string;
  /** Fax technology. */
  readonly Technology: string;
  /** Number of the session. */
  readonly SessionNumber: string;
  /** Kind of the session. */
  readonly SessionType: "G.711" | "T.38" | OtherText;
  /** What is done. */
  readonly Operation: "gateway" | "V.21" | "send" | "receive" | "none" | OtherText;
  /** State. */
  readonly State:
    | "Uninitialized"
    | "Initialized"
    | "Open"
    | "Active"
    | "Complete"
    | "Reserved"
    | "Inactive"
    | "Unknown"
    | OtherText;
  /** Files, divided by commas. */
  readonly Files: string;
}

/**
 * An item of what `FAXStats` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 13.0.0. Module `res_fax`.
 */
export interface FAXStatsEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "FAXStats";
  /** Sessions under way. */
  readonly CurrentSessions: string;
  /** Sessions reserved. */
  readonly ReservedSessions: string;
  /** Attempts to send. */
  readonly TransmitAttempts: string;
  /** Attempts to receive. */
  readonly ReceiveAttempts: string;
  /** Faxes that succeeded. */
  readonly CompletedFAXes: string;
  /** Faxes that failed. */
  readonly FailedFAXes: string;
}

/**
 * An item of what `PJSIPShowEndpoint` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 13.20.0, 15.3.0. Module `res_pjsip`.
 */
export interface IdentifyDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "IdentifyDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `endpoint` of identify in pjsip.conf. */
  readonly Endpoint: string;
  /** Option `srv_lookups` of identify in pjsip.conf. */
  readonly SrvLookups: string;
  /** Option `match` of identify in pjsip.conf. */
  readonly Match: string;
  /** Option `match_header` of identify in pjsip.conf. */
  readonly MatchHeader: string;
  /** Option `match_request_uri` of identify in pjsip.conf. Documented for Asterisk 22 only. */
  readonly MatchRequestUri?: string;
  /** Name of the endpoint. */
  readonly EndpointName: string;
}

/**
 * An item of what `PJSIPShowRegistrationsInbound` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_registrar`.
 */
export interface InboundRegistrationDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "InboundRegistrationDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `minimum_expiration` of aor in pjsip.conf. */
  readonly MinimumExpiration: string;
  /** Option `default_expiration` of aor in pjsip.conf. */
  readonly DefaultExpiration: string;
  /** Option `qualify_timeout` of aor in pjsip.conf. */
  readonly QualifyTimeout: string;
  /** Option `qualify_2xx_only` of aor in pjsip.conf. */
  readonly Qualify2xxOnly?: string;
  /** Option `mailboxes` of aor in pjsip.conf. */
  readonly Mailboxes: string;
  /** Option `support_path` of aor in pjsip.conf. */
  readonly SupportPath: string;
  /** Option `remove_unavailable` of aor in pjsip.conf. */
  readonly RemoveUnavailable: string;
  /** Option `voicemail_extension` of aor in pjsip.conf. */
  readonly VoicemailExtension: string;
  /** Option `max_contacts` of aor in pjsip.conf. */
  readonly MaxContacts: string;
  /** Option `authenticate_qualify` of aor in pjsip.conf. */
  readonly AuthenticateQualify: string;
  /** Option `maximum_expiration` of aor in pjsip.conf. */
  readonly MaximumExpiration: string;
  /** Option `qualify_frequency` of aor in pjsip.conf. */
  readonly QualifyFrequency: string;
  /** Option `remove_existing` of aor in pjsip.conf. */
  readonly RemoveExisting: string;
  /** Option `outbound_proxy` of aor in pjsip.conf. */
  readonly OutboundProxy: string;
  /** Contacts, divided by commas. */
  readonly Contacts: string;
  /** Contacts of the configuration. */
  readonly Contact: string;
}

/**
 * The end of what `PJSIPShowRegistrationsInbound` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface InboundRegistrationDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "InboundRegistrationDetailComplete";
}

/**
 * An item of what `PJSIPShowSubscriptionsInbound` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_pubsub`.
 */
export interface InboundSubscriptionDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "InboundSubscriptionDetail";
  /** Its role. */
  readonly Role: string;
  /** Name of the endpoint. */
  readonly Endpoint: string;
  /** Call-ID of the subscription. */
  readonly Callid: string;
  /** State. */
  readonly State: string;
  /** Name and number: `"Name" <number>`. */
  readonly Callerid: string;
  /** What is subscribed to. */
  readonly SubscriptionType?: "mwi" | "extension_state" | OtherText;
  /** Extension. */
  readonly Extension?: string;
  /** State of the extension. */
  readonly ExtensionStates?:
    | "Idle"
    | "InUse"
    | "Busy"
    | "Unavailable"
    | "Ringing"
    | "InUse&Ringing"
    | "Hold"
    | "InUse&Hold"
    | "Unknown";
  /** Mailboxes, divided by commas. */
  readonly Mailboxes?: string;
}

/**
 * The end of what `PJSIPShowSubscriptionsInbound` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface InboundSubscriptionDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "InboundSubscriptionDetailComplete";
}

/**
 * An item of what `SKINNYlines` lists.
 *
 * In Asterisk 16, not in 22.
 */
export interface LineEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "LineEntry";
  /** Technology. */
  readonly Channeltype: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** `device` or `line`. */
  readonly ChannelObjectType: string;
  /** Device that it belongs to. */
  readonly Device: string;
  /** Number of the line on the device. */
  readonly Instance: string;
  /** Label of the line. */
  readonly Label: string;
}

/**
 * The end of what `SKINNYlines` lists.
 *
 * In Asterisk 16, not in 22.
 */
export interface LinelistCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "LinelistComplete";
}

/**
 * An item of what `ShowDialPlan` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ListDialplanEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ListDialplan";
  /** Context of the dialplan. */
  readonly Context: string;
  /** Extension. */
  readonly Extension?: string;
  /** Label of the priority. */
  readonly ExtensionLabel?: string;
  /** Priority. */
  readonly Priority?: string;
  /** The application. */
  readonly Application?: string;
  /** Arguments of the application. */
  readonly AppData?: string;
  /** Context that is included. */
  readonly IncludeContext?: string;
  /** Pattern that keeps the dial tone. */
  readonly IgnorePattern?: string;
  /** Switch of the context. */
  readonly Switch?: string;
  /** Who made it: `pbx_config`. */
  readonly Registrar: string;
}

/**
 * An item of what `MeetmeList` lists.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.29.0, 18.15.0, 19.7.0. Module `app_meetme`.
 */
export interface MeetmeListEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeList";
  /** Name of the conference. */
  readonly Conference: string;
  /** Number of the user. */
  readonly UserNumber: string;
  /** Number of the caller. */
  readonly CallerIDNum: string;
  /** Name of the caller. */
  readonly CallerIDName: string;
  /** Number of the other side. */
  readonly ConnectedLineNum: string;
  /** Name of the other side. */
  readonly ConnectedLineName: string;
  /** Name of the channel. */
  readonly Channel: string;
  /** An administrator of the conference. */
  readonly Admin: string;
  /** Its role. */
  readonly Role: string;
  /** A marked user. */
  readonly MarkedUser: string;
  /** It is muted. */
  readonly Muted: string;
  /** Talks at the moment. */
  readonly Talking: string;
}

/**
 * The end of what `MeetmeList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface MeetmeListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeListComplete";
}

/**
 * An item of what `MeetmeListRooms` lists.
 *
 * Class `call`. In Asterisk 22 and 16, since 16.29.0, 18.15.0, 19.7.0. Module `app_meetme`.
 */
export interface MeetmeListRoomsEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeListRooms";
  /** Name of the conference. */
  readonly Conference: string;
  /** Number of users. */
  readonly Parties: string;
  /** Number of marked users. */
  readonly Marked: string;
  /** How long it has lasted, `hh:mm:ss`. */
  readonly Activity: string;
  /** How it was made. */
  readonly Creation: string;
  /** Nobody can join. */
  readonly Locked: string;
}

/**
 * The end of what `MeetmeListRooms` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface MeetmeListRoomsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "MeetmeListRoomsComplete";
}

/**
 * An item of what `MWIGet` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 12.1.0. Module `res_mwi_external_ami`.
 */
export interface MWIGetEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "MWIGet";
  /** The mailbox: `6001@default`. */
  readonly Mailbox: string;
  /** Old messages. */
  readonly OldMessages: string;
  /** New messages. */
  readonly NewMessages: string;
}

/**
 * The end of what `MWIGet` lists.
 *
 * Class `reporting`. In Asterisk 22 and 16, since 12.1.0. Module `res_mwi_external_ami`.
 */
export interface MWIGetCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "MWIGetComplete";
}

/**
 * An item of what `PJSIPShowRegistrationsOutbound` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_outbound_registration`.
 */
export interface OutboundRegistrationDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "OutboundRegistrationDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `max_retries` of registration in pjsip.conf. */
  readonly MaxRetries: string;
  /** Option `client_uri` of registration in pjsip.conf. */
  readonly ClientUri: string;
  /** Option `security_negotiation` of registration in pjsip.conf. */
  readonly SecurityNegotiation: string;
  /** Option `auth_rejection_permanent` of registration in pjsip.conf. */
  readonly AuthRejectionPermanent: string;
  /** Option `server_uri` of registration in pjsip.conf. */
  readonly ServerUri: string;
  /** Option `max_random_initial_delay` of registration in pjsip.conf. */
  readonly MaxRandomInitialDelay: string;
  /** Option `support_path` of registration in pjsip.conf. */
  readonly SupportPath: string;
  /** Option `retry_interval` of registration in pjsip.conf. */
  readonly RetryInterval: string;
  /** Option `contact_header_params` of registration in pjsip.conf. */
  readonly ContactHeaderParams: string;
  /** Option `expiration` of registration in pjsip.conf. */
  readonly Expiration: string;
  /** Option `transport` of registration in pjsip.conf. */
  readonly Transport: string;
  /** Option `line` of registration in pjsip.conf. */
  readonly Line: string;
  /** Option `contact_user` of registration in pjsip.conf. */
  readonly ContactUser: string;
  /** Option `endpoint` of registration in pjsip.conf. */
  readonly Endpoint: string;
  /** Option `user_agent` of registration in pjsip.conf. */
  readonly UserAgent: string;
  /** Option `forbidden_retry_interval` of registration in pjsip.conf. */
  readonly ForbiddenRetryInterval: string;
  /** Option `outbound_auth` of registration in pjsip.conf. */
  readonly OutboundAuth: string;
  /** Option `outbound_proxy` of registration in pjsip.conf. */
  readonly OutboundProxy: string;
  /** Option `fatal_retry_interval` of registration in pjsip.conf. */
  readonly FatalRetryInterval: string;
  /** Option `support_outbound` of registration in pjsip.conf. */
  readonly SupportOutbound: string;
  /** Status. */
  readonly Status?: "Registered" | "Unregistered" | "Rejected" | OtherText;
  /** Seconds until the next registration. */
  readonly NextReg?: string;
}

/**
 * The end of what `PJSIPShowRegistrationsOutbound` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface OutboundRegistrationDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "OutboundRegistrationDetailComplete";
  /** Those that are registered. */
  readonly Registered: string;
  /** Those that are not registered. */
  readonly NotRegistered: string;
}

/**
 * An item of what `PJSIPShowSubscriptionsOutbound` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_pubsub`.
 */
export interface OutboundSubscriptionDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "OutboundSubscriptionDetail";
  /** Its role. */
  readonly Role: string;
  /** Name of the endpoint. */
  readonly Endpoint: string;
  /** Call-ID of the subscription. */
  readonly Callid: string;
  /** State. */
  readonly State: string;
  /** Name and number: `"Name" <number>`. */
  readonly Callerid: string;
  /** What is subscribed to. */
  readonly SubscriptionType?: "mwi" | "extension_state" | OtherText;
  /** Extension. */
  readonly Extension?: string;
  /** State of the extension. */
  readonly ExtensionStates?:
    | "Idle"
    | "InUse"
    | "Busy"
    | "Unavailable"
    | "Ringing"
    | "InUse&Ringing"
    | "Hold"
    | "InUse&Hold"
    | "Unknown";
  /** Mailboxes, divided by commas. */
  readonly Mailboxes?: string;
}

/**
 * The end of what `PJSIPShowSubscriptionsOutbound` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface OutboundSubscriptionDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "OutboundSubscriptionDetailComplete";
}

/**
 * The end of what `ParkedCalls` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ParkedCallsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ParkedCallsComplete";
  /** Number of items. */
  readonly Total: string;
}

/**
 * An item of what `Parkinglots` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ParkinglotEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "Parkinglot";
  /** Name. */
  readonly Name: string;
  /** First space. */
  readonly StartSpace: string;
  /** Last space. */
  readonly StopSpace: string;
  /** Seconds until a parked call goes back. */
  readonly Timeout: string;
}

/**
 * The end of what `Parkinglots` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ParkinglotsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ParkinglotsComplete";
}

/**
 * An item of what `IAXpeerlist`, `IAXpeers`, `SIPpeers` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface PeerEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "PeerEntry";
  /** Technology. */
  readonly Channeltype: "IAX" | "IAX2" | "SIP";
  /** Name of the object. */
  readonly ObjectName: string;
  /** User name of it. */
  readonly ObjectUsername?: string;
  /** `peer`. */
  readonly ChanObjectType: string;
  /** Address. */
  readonly IPaddress: string;
  /** Port. */
  readonly IPport?: string;
  /** Port. */
  readonly Port?: string;
  /** Mask of its address. */
  readonly Mask?: string;
  /** It registers itself. */
  readonly Dynamic: "yes" | "no";
  /** Status. */
  readonly Status: string;
  /** It is a trunk. */
  readonly Trunk?: "yes" | "no";
  /** Methods of encryption, or `no`. */
  readonly Encryption?: string;
  /** The port to answer to is found out. */
  readonly AutoForcerport?: "yes" | "no";
  /** Answers go to the port that a request came from. */
  readonly Forcerport?: "yes" | "no";
  /** Symmetric RTP is found out. */
  readonly AutoComedia?: "yes" | "no";
  /** Symmetric RTP. */
  readonly Comedia?: "yes" | "no";
  /** Video. */
  readonly VideoSupport?: "yes" | "no";
  /** Text. */
  readonly TextSupport?: "yes" | "no";
  /** It has access rules of its own. */
  readonly ACL?: "yes" | "no";
  /** It comes from a database. */
  readonly RealtimeDevice?: string;
  /** Description. */
  readonly Description?: string;
  /** Account code, often empty. */
  readonly Accountcode?: string;
}

/**
 * The end of what `IAXpeerlist`, `IAXpeers`, `SIPpeers` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface PeerlistCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "PeerlistComplete";
}

/**
 * The end of what `PJSIPShowMaintenance` lists.
 *
 * In Asterisk 22, not in 16.
 */
export interface PJSIPMaintenanceStatusCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "PJSIPMaintenanceStatusComplete";
}

/**
 * The end of what `PresenceStateList` lists.
 *
 * In Asterisk 22 and 16, since 13.0.0. Module `res_manager_presencestate`.
 */
export interface PresenceStateListCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "PresenceStateListComplete";
}

/**
 * An item of what `PRIShowSpans` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface PRIShowSpansEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "PRIShowSpans";
  /** Number of the span. */
  readonly Span: string;
  /** Number of the D channel. */
  readonly DChannel: string;
  /** Primary, secondary and so on. */
  readonly Order: string;
  /** It is the one in use. */
  readonly Active: "Yes" | "No";
  /** The alarm. */
  readonly Alarm: "Yes" | "No";
  /** It works. */
  readonly Up: "Yes" | "No";
}

/**
 * The end of what `PRIShowSpans` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface PRIShowSpansCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "PRIShowSpansComplete";
  /** Number of items. */
  readonly Items: string;
}

/**
 * An item of what `QueueStatus` lists.
 *
 * Class `agent`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0. Module `app_queue`.
 */
export interface QueueEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueEntry";
  /** Name of the queue. */
  readonly Queue: string;
  /** Position in the queue, from 1. */
  readonly Position: string;
  /** Name of the channel. */
  readonly Channel: string;
  /** Identifies the channel on its Asterisk. */
  readonly Uniqueid: string;
  /** Number of the caller. */
  readonly CallerIDNum: string;
  /** Name of the caller. */
  readonly CallerIDName: string;
  /** Number of the other side. */
  readonly ConnectedLineNum: string;
  /** Name of the other side. */
  readonly ConnectedLineName: string;
  /** Seconds of waiting. */
  readonly Wait: string;
  /** The higher, the sooner the caller's turn. */
  readonly Priority: string;
}

/**
 * An item of what `QueueStatus` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface QueueMemberEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueMember";
  /** Name of the queue. */
  readonly Queue: string;
  /** Name. */
  readonly Name: string;
  /** The member's device: `PJSIP/100`. */
  readonly Location: string;
  /** The device whose state counts. */
  readonly StateInterface: string;
  /** How the member came to the queue. */
  readonly Membership: "dynamic" | "static";
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
  /**
   * State of the device, a number: 1 not in use, 2 in use, 3 busy, 4 invalid, 5 unavailable, 6
   * ringing, 7 ringing and in use, 8 on hold, 0 unknown.
   */
  readonly Status: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
  /** 1: gets no calls. */
  readonly Paused: "0" | "1";
  /** Why, or empty. */
  readonly PausedReason: string;
  /** Seconds of rest after a call. */
  readonly Wrapuptime: string;
}

/**
 * An item of what `QueueStatus` lists.
 *
 * Class `agent`. In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0. Module `app_queue`.
 */
export interface QueueParamsEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueParams";
  /** Most callers; 0: no limit. */
  readonly Max: string;
  /** How members are chosen: `ringall`, `rrmemory`, ... */
  readonly Strategy: string;
  /** Callers who wait. */
  readonly Calls: string;
  /** Seconds of waiting, on average. */
  readonly Holdtime: string;
  /** Seconds of talking. */
  readonly TalkTime: string;
  /** Calls that were answered and are over. */
  readonly Completed: string;
  /** Callers who hung up while they waited. */
  readonly Abandoned: string;
  /** Name of the queue. */
  readonly Queue: string;
  /** Seconds within which calls should be answered. */
  readonly ServiceLevel: string;
  /** Per cent of the answered calls that were answered in time. */
  readonly ServicelevelPerf: string;
  /** Per cent of all calls that were answered in time. */
  readonly ServicelevelPerf2: string;
  /** The higher, the sooner this queue's calls are served. */
  readonly Weight: string;
}

/**
 * The end of what `QueueStatus` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface QueueStatusCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "QueueStatusComplete";
}

/**
 * An item of what `QueueSummary` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface QueueSummaryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "QueueSummary";
  /** Name of the queue. */
  readonly Queue: string;
  /** Members who are there. */
  readonly LoggedIn: string;
  /** Members who could take a call now. */
  readonly Available: string;
  /** Callers who wait. */
  readonly Callers: string;
  /** Seconds of waiting. */
  readonly HoldTime: string;
  /** Seconds of talking. */
  readonly TalkTime: string;
  /** Seconds that the longest has waited. */
  readonly LongestHoldTime: string;
}

/**
 * The end of what `QueueSummary` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface QueueSummaryCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "QueueSummaryComplete";
}

/**
 * The end of what `IAXregistry`, `SIPshowregistry` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface RegistrationsCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "RegistrationsComplete";
}

/**
 * An item of what `IAXregistry`, `SIPshowregistry` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface RegistryEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "RegistryEntry";
  /** Host and port. */
  readonly Host: string;
  /** Port. */
  readonly Port?: string;
  /** Its address is looked up again and again. */
  readonly DNSmanager?: "Y" | "N";
  /** User name. */
  readonly Username: string;
  /** The address that the other side sees. */
  readonly Perceived?: string;
  /** Domain of the registration. */
  readonly Domain?: string;
  /** Port of it. */
  readonly DomainPort?: string;
  /** Seconds between registrations. */
  readonly Refresh: string;
  /** State. */
  readonly State: string;
  /** When it registered, in seconds since 1970. */
  readonly RegistrationTime?: string;
}

/**
 * An item of what `PJSIPShowResourceLists` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 13.0.0. Module `res_pjsip_pubsub`.
 */
export interface ResourceListDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "ResourceListDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `full_state` of resource_list in pjsip.conf. */
  readonly FullState: string;
  /** What the list is made of, divided by commas. */
  readonly ListItem: string;
  /** Option `notification_batch_interval` of resource_list in pjsip.conf. */
  readonly NotificationBatchInterval: string;
  /** Option `resource_display_name` of resource_list in pjsip.conf. */
  readonly ResourceDisplayName: string;
}

/**
 * The end of what `PJSIPShowResourceLists` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ResourceListDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ResourceListDetailComplete";
}

/**
 * The end of what `ShowDialPlan` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface ShowDialPlanCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "ShowDialPlanComplete";
  /** Number of extensions. */
  readonly ListExtensions: string;
  /** Number of priorities. */
  readonly ListPriorities: string;
  /** Number of contexts. */
  readonly ListContexts: string;
}

/**
 * The end of what `SIPpeerstatus` lists.
 *
 * In Asterisk 16, not in 22.
 */
export interface SIPpeerstatusCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "SIPpeerstatusComplete";
}

/**
 * An item of what `Status` lists.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface StatusEvent extends EventHeaders, ChannelHeaders {
  /** Name of the event. */
  readonly Event: "Status";
  /** Technology of the channel. */
  readonly Type: string;
  /** The number that was dialled. */
  readonly DNID: string;
  /** Number of the other side, as it is shown. */
  readonly EffectiveConnectedLineNum: string;
  /** Name of the other side, as it is shown. */
  readonly EffectiveConnectedLineName: string;
  /** When it is hung up, in seconds since 1970; 0: never. */
  readonly TimeToHangup: string;
  /** The bridge that the channel is in; empty when in none. */
  readonly BridgeID: string;
  /** The application. */
  readonly Application: string;
  /** Arguments of the application. */
  readonly Data: string;
  /** Formats of the channel: `(ulaw|alaw)`. */
  readonly Nativeformats: string;
  /** Format that is read. */
  readonly Readformat: string;
  /** How it is translated. */
  readonly Readtrans: string;
  /** Format that is written. */
  readonly Writeformat: string;
  /** How it is translated. */
  readonly Writetrans: string;
  /** Call groups, a bit for each. */
  readonly Callgroup: string;
  /** Pickup groups, a bit for each. */
  readonly Pickupgroup: string;
  /** Seconds since it began. */
  readonly Seconds: string;
  /** A requested variable: `NAME=value`; one header for each. */
  readonly Variable?: string;
}

/**
 * The end of what `Status` lists.
 *
 * Class `call`. In Asterisk 22 and 16.
 */
export interface StatusCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "StatusComplete";
  /** Number of items. */
  readonly Items: string;
}

/**
 * An item of what `PJSIPShowEndpoint` lists.
 *
 * Class `command`. In Asterisk 22 and 16, since 12.6.0. Module `res_pjsip`.
 */
export interface TransportDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "TransportDetail";
  /** Type of the object. */
  readonly ObjectType: string;
  /** Name of the object. */
  readonly ObjectName: string;
  /** Option `protocol` of transport in pjsip.conf. */
  readonly Protocol: string;
  /** Option `bind` of transport in pjsip.conf. */
  readonly Bind: string;
  /** Option `async_operations` of transport in pjsip.conf. */
  readonly AsycOperations: string;
  /** Option `ca_list_file` of transport in pjsip.conf. */
  readonly CaListFile: string;
  /** Option `ca_list_path` of transport in pjsip.conf. */
  readonly CaListPath: string;
  /** Option `cert_file` of transport in pjsip.conf. */
  readonly CertFile: string;
  /** Option `priv_key_file` of transport in pjsip.conf. */
  readonly PrivKeyFile: string;
  /** Option `password` of transport in pjsip.conf. */
  readonly Password: string;
  /** Option `external_signaling_address` of transport in pjsip.conf. */
  readonly ExternalSignalingAddress: string;
  /** Option `external_signaling_port` of transport in pjsip.conf. */
  readonly ExternalSignalingPort: string;
  /** Option `external_media_address` of transport in pjsip.conf. */
  readonly ExternalMediaAddress: string;
  /** Option `domain` of transport in pjsip.conf. */
  readonly Domain: string;
  /** Option `verify_server` of transport in pjsip.conf. */
  readonly VerifyServer: string;
  /** Option `verify_client` of transport in pjsip.conf. */
  readonly VerifyClient: string;
  /** Option `require_client_cert` of transport in pjsip.conf. */
  readonly RequireClientCert: string;
  /** Option `method` of transport in pjsip.conf. */
  readonly Method: string;
  /** Option `cipher` of transport in pjsip.conf. */
  readonly Cipher: string;
  /** Option `local_net` of transport in pjsip.conf. */
  readonly LocalNet: string;
  /** Option `tos` of transport in pjsip.conf. */
  readonly Tos: string;
  /** Option `cos` of transport in pjsip.conf. */
  readonly Cos: string;
  /** Option `websocket_write_timeout` of transport in pjsip.conf. */
  readonly WebsocketWriteTimeout: string;
  /** Option `allow_reload` of transport in pjsip.conf. Documented for Asterisk 22 only. */
  readonly AllowReload?: string;
  /** Option `allow_wildcard_certs` of transport in pjsip.conf. Documented for Asterisk 22 only. */
  readonly AllowWildcardCerts?: string;
  /** Option `symmetric_transport` of transport in pjsip.conf. Documented for Asterisk 22 only. */
  readonly SymmetricTransport?: string;
  /** Option `tcp_keepalive_enable` of transport in pjsip.conf. Documented for Asterisk 22 only. */
  readonly TcpKeepaliveEnable?: string;
  /**
   * Option `tcp_keepalive_idle_time` of transport in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly TcpKeepaliveIdleTime?: string;
  /**
   * Option `tcp_keepalive_interval_time` of transport in pjsip.conf. Documented for Asterisk 22
   * only.
   */
  readonly TcpKeepaliveIntervalTime?: string;
  /**
   * Option `tcp_keepalive_probe_count` of transport in pjsip.conf. Documented for Asterisk 22 only.
   */
  readonly TcpKeepaliveProbeCount?: string;
  /** Name of the endpoint. */
  readonly EndpointName: string;
}

/**
 * An item of what `VoicemailBoxSummary` lists.
 *
 * In Asterisk 22, not in 16.
 */
export interface VoicemailBoxDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailBoxDetail";
  /** Folder of the message. */
  readonly Folder: string;
  /** Name and number of the caller: `"Name" <number>`. */
  readonly CallerID: string;
  /** When it was left. */
  readonly Date: string;
  /** Seconds. */
  readonly Duration: string;
  /** Mark of the message, such as `Urgent`. */
  readonly Flag: string;
  /** Identifies it. */
  readonly ID: string;
}

/**
 * The end of what `VoicemailBoxSummary` lists.
 *
 * In Asterisk 22, not in 16.
 */
export interface VoicemailBoxDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailBoxDetailComplete";
}

/**
 * An item of what `VoicemailUserStatus` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface VoicemailUserDetailEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailUserDetail";
  /** Context of the mailbox. */
  readonly VMContext: string;
  /** Number of the mailbox. */
  readonly VoiceMailbox: string;
  /** Name of the owner. */
  readonly Fullname: string;
  /** Address for mails. */
  readonly Email: string;
  /** Address for short mails. */
  readonly Pager: string;
  /** Sender's address of mails. */
  readonly ServerEmail: string;
  /** Sender of mails. */
  readonly FromString: string;
  /** Command that sends mails. */
  readonly MailCommand: string;
  /** Language. */
  readonly Language: string;
  /** Time zone of the mailbox. */
  readonly TimeZone: string;
  /** Context to call back from. */
  readonly Callback: string;
  /** Context to dial from. */
  readonly Dialout: string;
  /** Identifies the mailbox in a database. */
  readonly UniqueID: string;
  /** Context that a caller leaves to. */
  readonly ExitContext: string;
  /** Minutes from which the length is announced. */
  readonly SayDurationMinimum: string;
  /** Date and time are announced. */
  readonly SayEnvelope: "Yes" | "No";
  /** The caller's number is announced. */
  readonly SayCID: "Yes" | "No";
  /** Messages are attached to mails. */
  readonly AttachMessage: "Yes" | "No";
  /** Format of the attachment. */
  readonly AttachmentFormat: string;
  /** Messages are deleted when they were mailed. */
  readonly DeleteMessage: "Yes" | "No";
  /** Decibels that recordings are made louder. */
  readonly VolumeGain: string;
  /** Callers may listen to their message before it is sent. */
  readonly CanReview: "Yes" | "No";
  /** Callers may mark messages as urgent. */
  readonly CanMarkUrgent?: "Yes" | "No";
  /** Callers can reach an operator. */
  readonly CallOperator: "Yes" | "No";
  /** Most messages. */
  readonly MaxMessageCount: string;
  /** Seconds of the longest message; 0: no limit. */
  readonly MaxMessageLength: string;
  /** New messages. */
  readonly NewMessageCount: string;
  /** Old messages. */
  readonly OldMessageCount: string;
  /** User of the IMAP server. */
  readonly IMAPUser?: string;
  /** The IMAP server. */
  readonly IMAPServer?: string;
  /** Port of the IMAP server. */
  readonly IMAPPort?: string;
  /** Flags of the IMAP server. */
  readonly IMAPFlags?: string;
}

/**
 * The end of what `VoicemailUserStatus` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface VoicemailUserDetailCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailUserDetailComplete";
}

/**
 * An item of what `VoicemailUsersList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface VoicemailUserEntryEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailUserEntry";
  /** Context of the mailbox. */
  readonly VMContext: string;
  /** Number of the mailbox. */
  readonly VoiceMailbox: string;
  /** Name of the owner. */
  readonly Fullname: string;
  /** Address for mails. */
  readonly Email: string;
  /** Address for short mails. */
  readonly Pager: string;
  /** Sender's address of mails. */
  readonly ServerEmail: string;
  /** Sender of mails. */
  readonly FromString: string;
  /** Command that sends mails. */
  readonly MailCommand: string;
  /** Language. */
  readonly Language: string;
  /** Time zone of the mailbox. */
  readonly TimeZone: string;
  /** Context to call back from. */
  readonly Callback: string;
  /** Context to dial from. */
  readonly Dialout: string;
  /** Identifies the mailbox in a database. */
  readonly UniqueID: string;
  /** Context that a caller leaves to. */
  readonly ExitContext: string;
  /** Minutes from which the length is announced. */
  readonly SayDurationMinimum: string;
  /** Date and time are announced. */
  readonly SayEnvelope: "Yes" | "No";
  /** The caller's number is announced. */
  readonly SayCID: "Yes" | "No";
  /** Messages are attached to mails. */
  readonly AttachMessage: "Yes" | "No";
  /** Format of the attachment. */
  readonly AttachmentFormat: string;
  /** Messages are deleted when they were mailed. */
  readonly DeleteMessage: "Yes" | "No";
  /** Decibels that recordings are made louder. */
  readonly VolumeGain: string;
  /** Callers may listen to their message before it is sent. */
  readonly CanReview: "Yes" | "No";
  /** Callers may mark messages as urgent. */
  readonly CanMarkUrgent?: "Yes" | "No";
  /** Callers can reach an operator. */
  readonly CallOperator: "Yes" | "No";
  /** Most messages. */
  readonly MaxMessageCount: string;
  /** Seconds of the longest message; 0: no limit. */
  readonly MaxMessageLength: string;
  /** New messages. */
  readonly NewMessageCount: string;
  /** Old messages. */
  readonly OldMessageCount: string;
  /** User of the IMAP server. */
  readonly IMAPUser?: string;
  /** The IMAP server. */
  readonly IMAPServer?: string;
  /** Port of the IMAP server. */
  readonly IMAPPort?: string;
  /** Flags of the IMAP server. */
  readonly IMAPFlags?: string;
}

/**
 * The end of what `VoicemailUsersList` lists.
 *
 * In Asterisk 22 and 16.
 */
export interface VoicemailUserEntryCompleteEvent extends EventHeaders, ListEndHeaders {
  /** Name of the event. */
  readonly Event: "VoicemailUserEntryComplete";
}

/**
 * The event `WaitEventComplete`.
 *
 * In Asterisk 22 and 16.
 */
export interface WaitEventCompleteEvent extends EventHeaders {
  /** Name of the event. */
  readonly Event: "WaitEventComplete";
}

/** The items of lists and the ends of lists, by name. */
export interface ListEvents {
  /** An item of what `Agents` lists. */
  readonly Agents: AgentsEvent;

  /** The end of what `Agents` lists. */
  readonly AgentsComplete: AgentsCompleteEvent;

  /** An item of what `PJSIPShowEndpoint` lists. */
  readonly AorDetail: AorDetailEvent;

  /** An item of what `PJSIPShowAors` lists. */
  readonly AorList: AorListEvent;

  /** The end of what `PJSIPShowAors` lists. */
  readonly AorListComplete: AorListCompleteEvent;

  /** An item of what `PJSIPShowEndpoint`, `PJSIPShowRegistrationsOutbound` lists. */
  readonly AuthDetail: AuthDetailEvent;

  /** An item of what `PJSIPShowAuths` lists. */
  readonly AuthList: AuthListEvent;

  /** The end of what `PJSIPShowAuths` lists. */
  readonly AuthListComplete: AuthListCompleteEvent;

  /** An item of what `BridgeInfo` lists. */
  readonly BridgeInfoChannel: BridgeInfoChannelEvent;

  /** The end of what `BridgeInfo` lists. */
  readonly BridgeInfoComplete: BridgeInfoCompleteEvent;

  /** The end of what `BridgeList` lists. */
  readonly BridgeListComplete: BridgeListCompleteEvent;

  /** An item of what `BridgeList` lists. */
  readonly BridgeListItem: BridgeListItemEvent;

  /** The end of what `BridgeTechnologyList` lists. */
  readonly BridgeTechnologyListComplete: BridgeTechnologyListCompleteEvent;

  /** An item of what `BridgeTechnologyList` lists. */
  readonly BridgeTechnologyListItem: BridgeTechnologyListItemEvent;

  /** The event `ChannelHungup`. */
  readonly ChannelHungup: ChannelHungupEvent;

  /** The event `ChannelsHungupListComplete`. */
  readonly ChannelsHungupListComplete: ChannelsHungupListCompleteEvent;

  /** An item of what `ConfbridgeList` lists. */
  readonly ConfbridgeList: ConfbridgeListEvent;

  /** The end of what `ConfbridgeList` lists. */
  readonly ConfbridgeListComplete: ConfbridgeListCompleteEvent;

  /** An item of what `ConfbridgeListRooms` lists. */
  readonly ConfbridgeListRooms: ConfbridgeListRoomsEvent;

  /** The end of what `ConfbridgeListRooms` lists. */
  readonly ConfbridgeListRoomsComplete: ConfbridgeListRoomsCompleteEvent;

  /** An item of what `PJSIPShowContacts` lists. */
  readonly ContactList: ContactListEvent;

  /** The end of what `PJSIPShowContacts` lists. */
  readonly ContactListComplete: ContactListCompleteEvent;

  /** An item of what `PJSIPShowEndpoint`, `PJSIPShowRegistrationInboundContactStatuses` lists. */
  readonly ContactStatusDetail: ContactStatusDetailEvent;

  /** The end of what `PJSIPShowRegistrationInboundContactStatuses` lists. */
  readonly ContactStatusDetailComplete: ContactStatusDetailCompleteEvent;

  /** An item of what `CoreShowChannels` lists. */
  readonly CoreShowChannel: CoreShowChannelEvent;

  /** An item of what `CoreShowChannelMap` lists. */
  readonly CoreShowChannelMap: CoreShowChannelMapEvent;

  /** The end of what `CoreShowChannelMap` lists. */
  readonly CoreShowChannelMapComplete: CoreShowChannelMapCompleteEvent;

  /** The end of what `CoreShowChannels` lists. */
  readonly CoreShowChannelsComplete: CoreShowChannelsCompleteEvent;

  /** An item of what `DAHDIShowChannels` lists. */
  readonly DAHDIShowChannels: DAHDIShowChannelsEvent;

  /** The end of what `DAHDIShowChannels` lists. */
  readonly DAHDIShowChannelsComplete: DAHDIShowChannelsCompleteEvent;

  /** An item of what `DAHDIShowStatus` lists. */
  readonly DAHDIShowStatus: DAHDIShowStatusEvent;

  /** The end of what `DAHDIShowStatus` lists. */
  readonly DAHDIShowStatusComplete: DAHDIShowStatusCompleteEvent;

  /** The end of what `DBGet` lists. */
  readonly DBGetComplete: DBGetCompleteEvent;

  /** An item of what `DBGet` lists. */
  readonly DBGetResponse: DBGetResponseEvent;

  /** The end of what `DBGetTree` lists. */
  readonly DBGetTreeComplete: DBGetTreeCompleteEvent;

  /** An item of what `DBGetTree` lists. */
  readonly DBGetTreeResponse: DBGetTreeResponseEvent;

  /** An item of what `SKINNYdevices` lists. */
  readonly DeviceEntry: DeviceEntryEvent;

  /** The end of what `SKINNYdevices` lists. */
  readonly DevicelistComplete: DevicelistCompleteEvent;

  /** The end of what `DeviceStateList` lists. */
  readonly DeviceStateListComplete: DeviceStateListCompleteEvent;

  /** An item of what `PJSIPShowEndpoint` lists. */
  readonly EndpointDetail: EndpointDetailEvent;

  /** The end of what `PJSIPShowEndpoint` lists. */
  readonly EndpointDetailComplete: EndpointDetailCompleteEvent;

  /** An item of what `PJSIPShowEndpoints` lists. */
  readonly EndpointList: EndpointListEvent;

  /** The end of what `PJSIPShowEndpoints` lists. */
  readonly EndpointListComplete: EndpointListCompleteEvent;

  /** The end of what `ExtensionStateList` lists. */
  readonly ExtensionStateListComplete: ExtensionStateListCompleteEvent;

  /** An item of what `FAXSession` lists. */
  readonly FAXSession: FAXSessionEvent;

  /** The end of what `FAXSessions` lists. */
  readonly FAXSessionsComplete: FAXSessionsCompleteEvent;

  /** An item of what `FAXSessions` lists. */
  readonly FAXSessionsEntry: FAXSessionsEntryEvent;

  /** An item of what `FAXStats` lists. */
  readonly FAXStats: FAXStatsEvent;

  /** An item of what `PJSIPShowEndpoint` lists. */
  readonly IdentifyDetail: IdentifyDetailEvent;

  /** An item of what `PJSIPShowRegistrationsInbound` lists. */
  readonly InboundRegistrationDetail: InboundRegistrationDetailEvent;

  /** The end of what `PJSIPShowRegistrationsInbound` lists. */
  readonly InboundRegistrationDetailComplete: InboundRegistrationDetailCompleteEvent;

  /** An item of what `PJSIPShowSubscriptionsInbound` lists. */
  readonly InboundSubscriptionDetail: InboundSubscriptionDetailEvent;

  /** The end of what `PJSIPShowSubscriptionsInbound` lists. */
  readonly InboundSubscriptionDetailComplete: InboundSubscriptionDetailCompleteEvent;

  /** An item of what `SKINNYlines` lists. */
  readonly LineEntry: LineEntryEvent;

  /** The end of what `SKINNYlines` lists. */
  readonly LinelistComplete: LinelistCompleteEvent;

  /** An item of what `ShowDialPlan` lists. */
  readonly ListDialplan: ListDialplanEvent;

  /** An item of what `MeetmeList` lists. */
  readonly MeetmeList: MeetmeListEvent;

  /** The end of what `MeetmeList` lists. */
  readonly MeetmeListComplete: MeetmeListCompleteEvent;

  /** An item of what `MeetmeListRooms` lists. */
  readonly MeetmeListRooms: MeetmeListRoomsEvent;

  /** The end of what `MeetmeListRooms` lists. */
  readonly MeetmeListRoomsComplete: MeetmeListRoomsCompleteEvent;

  /** An item of what `MWIGet` lists. */
  readonly MWIGet: MWIGetEvent;

  /** The end of what `MWIGet` lists. */
  readonly MWIGetComplete: MWIGetCompleteEvent;

  /** An item of what `PJSIPShowRegistrationsOutbound` lists. */
  readonly OutboundRegistrationDetail: OutboundRegistrationDetailEvent;

  /** The end of what `PJSIPShowRegistrationsOutbound` lists. */
  readonly OutboundRegistrationDetailComplete: OutboundRegistrationDetailCompleteEvent;

  /** An item of what `PJSIPShowSubscriptionsOutbound` lists. */
  readonly OutboundSubscriptionDetail: OutboundSubscriptionDetailEvent;

  /** The end of what `PJSIPShowSubscriptionsOutbound` lists. */
  readonly OutboundSubscriptionDetailComplete: OutboundSubscriptionDetailCompleteEvent;

  /** The end of what `ParkedCalls` lists. */
  readonly ParkedCallsComplete: ParkedCallsCompleteEvent;

  /** An item of what `Parkinglots` lists. */
  readonly Parkinglot: ParkinglotEvent;

  /** The end of what `Parkinglots` lists. */
  readonly ParkinglotsComplete: ParkinglotsCompleteEvent;

  /** An item of what `IAXpeerlist`, `IAXpeers`, `SIPpeers` lists. */
  readonly PeerEntry: PeerEntryEvent;

  /** The end of what `IAXpeerlist`, `IAXpeers`, `SIPpeers` lists. */
  readonly PeerlistComplete: PeerlistCompleteEvent;

  /** The end of what `PJSIPShowMaintenance` lists. */
  readonly PJSIPMaintenanceStatusComplete: PJSIPMaintenanceStatusCompleteEvent;

  /** The end of what `PresenceStateList` lists. */
  readonly PresenceStateListComplete: PresenceStateListCompleteEvent;

  /** An item of what `PRIShowSpans` lists. */
  readonly PRIShowSpans: PRIShowSpansEvent;

  /** The end of what `PRIShowSpans` lists. */
  readonly PRIShowSpansComplete: PRIShowSpansCompleteEvent;

  /** An item of what `QueueStatus` lists. */
  readonly QueueEntry: QueueEntryEvent;

  /** An item of what `QueueStatus` lists. */
  readonly QueueMember: QueueMemberEvent;

  /** An item of what `QueueStatus` lists. */
  readonly QueueParams: QueueParamsEvent;

  /** The end of what `QueueStatus` lists. */
  readonly QueueStatusComplete: QueueStatusCompleteEvent;

  /** An item of what `QueueSummary` lists. */
  readonly QueueSummary: QueueSummaryEvent;

  /** The end of what `QueueSummary` lists. */
  readonly QueueSummaryComplete: QueueSummaryCompleteEvent;

  /** The end of what `IAXregistry`, `SIPshowregistry` lists. */
  readonly RegistrationsComplete: RegistrationsCompleteEvent;

  /** An item of what `IAXregistry`, `SIPshowregistry` lists. */
  readonly RegistryEntry: RegistryEntryEvent;

  /** An item of what `PJSIPShowResourceLists` lists. */
  readonly ResourceListDetail: ResourceListDetailEvent;

  /** The end of what `PJSIPShowResourceLists` lists. */
  readonly ResourceListDetailComplete: ResourceListDetailCompleteEvent;

  /** The end of what `ShowDialPlan` lists. */
  readonly ShowDialPlanComplete: ShowDialPlanCompleteEvent;

  /** The end of what `SIPpeerstatus` lists. */
  readonly SIPpeerstatusComplete: SIPpeerstatusCompleteEvent;

  /** An item of what `Status` lists. */
  readonly Status: StatusEvent;

  /** The end of what `Status` lists. */
  readonly StatusComplete: StatusCompleteEvent;

  /** An item of what `PJSIPShowEndpoint` lists. */
  readonly TransportDetail: TransportDetailEvent;

  /** An item of what `VoicemailBoxSummary` lists. */
  readonly VoicemailBoxDetail: VoicemailBoxDetailEvent;

  /** The end of what `VoicemailBoxSummary` lists. */
  readonly VoicemailBoxDetailComplete: VoicemailBoxDetailCompleteEvent;

  /** An item of what `VoicemailUserStatus` lists. */
  readonly VoicemailUserDetail: VoicemailUserDetailEvent;

  /** The end of what `VoicemailUserStatus` lists. */
  readonly VoicemailUserDetailComplete: VoicemailUserDetailCompleteEvent;

  /** An item of what `VoicemailUsersList` lists. */
  readonly VoicemailUserEntry: VoicemailUserEntryEvent;

  /** The end of what `VoicemailUsersList` lists. */
  readonly VoicemailUserEntryComplete: VoicemailUserEntryCompleteEvent;

  /** The event `WaitEventComplete`. */
  readonly WaitEventComplete: WaitEventCompleteEvent;
}
