/**
 * The dialplan functions.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

import type { Argument, Arguments, OtherArgument } from "./basics.ts";

/** The functions that can be read and written: the arguments of each, by its name. */
export interface ReadWriteFunctions {
  /**
   * `AGC(channeldirection)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_speex`.
   */
  readonly AGC: [channeldirection: "rx" | "tx" | OtherArgument];

  /**
   * `CALLCOMPLETION(option)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_callcompletion`.
   */
  readonly CALLCOMPLETION: [
    option:
      | "cc_agent_policy"
      | "cc_monitor_policy"
      | "cc_offer_timer"
      | "ccnr_available_timer"
      | "ccbs_available_timer"
      | "cc_recall_timer"
      | "cc_max_agents"
      | "cc_max_monitors"
      | "cc_agent_dialstring"
      | OtherArgument,
  ];

  /**
   * The caller.
   *
   * `CALLERID(datatype,CID)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_callerid`.
   */
  readonly CALLERID: [
    datatype:
      | "all"
      | "name"
      | "name-valid"
      | "name-charset"
      | "name-pres"
      | "num"
      | "num-valid"
      | "num-plan"
      | "num-pres"
      | "pres"
      | "subaddr"
      | "subaddr-valid"
      | "subaddr-type"
      | "subaddr-odd"
      | "tag"
      | "priv-all"
      | "priv-name"
      | "priv-name-valid"
      | "priv-name-charset"
      | "priv-name-pres"
      | "priv-num"
      | "priv-num-valid"
      | "priv-num-plan"
      | "priv-num-pres"
      | "priv-subaddr"
      | "priv-subaddr-valid"
      | "priv-subaddr-type"
      | "priv-subaddr-odd"
      | "priv-tag"
      | "ANI-all"
      | "ANI-name"
      | "ANI-name-valid"
      | "ANI-name-charset"
      | "ANI-name-pres"
      | "ANI-num"
      | "ANI-num-valid"
      | "ANI-num-plan"
      | "ANI-num-pres"
      | "ANI-tag"
      | "RDNIS"
      | "DNID"
      | "dnid-num-plan"
      | "dnid-subaddr"
      | "dnid-subaddr-valid"
      | "dnid-subaddr-type"
      | "dnid-subaddr-odd"
      | OtherArgument,
    cid?: Argument,
  ];

  /**
   * `CALLERPRES()`
   *
   * In Asterisk 16, not in 22.
   */
  readonly CALLERPRES: [];

  /**
   * The call detail record.
   *
   * `CDR(name,options)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_cdr`.
   */
  readonly CDR: [
    name:
      | "clid"
      | "lastdata"
      | "disposition"
      | "src"
      | "start"
      | "amaflags"
      | "dst"
      | "answer"
      | "accountcode"
      | "dcontext"
      | "end"
      | "uniqueid"
      | "dstchannel"
      | "duration"
      | "userfield"
      | "lastapp"
      | "billsec"
      | "channel"
      | "sequence"
      | OtherArgument,
    options?: Argument,
  ];

  /**
   * The channel.
   *
   * `CHANNEL(item)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_channel`.
   */
  readonly CHANNEL: [
    item:
      | "amaflags"
      | "accountcode"
      | "adsicpe"
      | "audioreadformat"
      | "audionativeformat"
      | "audiowriteformat"
      | "dtmf_features"
      | "callgroup"
      | "pickupgroup"
      | "namedcallgroup"
      | "namedpickupgroup"
      | "channeltype"
      | "checkhangup"
      | "digitdetect"
      | "faxdetect"
      | "after_bridge_goto"
      | "hangup_handler_pop"
      | "hangup_handler_push"
      | "hangup_handler_wipe"
      | "onhold"
      | "language"
      | "musicclass"
      | "name"
      | "parkinglot"
      | "relaxdtmf"
      | "rxgain"
      | "secure_bridge_signaling"
      | "secure_bridge_media"
      | "state"
      | "tdd"
      | "tonezone"
      | "transfercapability"
      | "txgain"
      | "videonativeformat"
      | "hangupsource"
      | "appname"
      | "appdata"
      | "exten"
      | "context"
      | "lastexten"
      | "lastcontext"
      | "channame"
      | "uniqueid"
      | "linkedid"
      | "tenantid"
      | "max_forwards"
      | "callid"
      | "dahdi_channel"
      | "dahdi_span"
      | "dahdi_group"
      | "dahdi_type"
      | "keypad_digits"
      | "reversecharge"
      | "no_media_path"
      | "buffers"
      | "echocan_mode"
      | "dialmode"
      | "waitfordialtone"
      | "osptoken"
      | "peerip"
      | "peername"
      | "auth_method"
      | "secure_signaling"
      | "secure_media"
      | "rtp"
      | "rtcp"
      | "endpoint"
      | "contact"
      | "aor"
      | "pjsip"
      | "t38support"
      | "h323id_url"
      | "caller_h323id"
      | "caller_dialeddigits"
      | "caller_email"
      | "callee_email"
      | "callee_dialeddigits"
      | "caller_url"
      | OtherArgument,
  ];

  /**
   * The other side, as it is told to the channel.
   *
   * `CONNECTEDLINE(datatype,i)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_callerid`.
   */
  readonly CONNECTEDLINE: [
    datatype:
      | "all"
      | "name"
      | "name-valid"
      | "name-charset"
      | "name-pres"
      | "num"
      | "num-valid"
      | "num-plan"
      | "num-pres"
      | "pres"
      | "subaddr"
      | "subaddr-valid"
      | "subaddr-type"
      | "subaddr-odd"
      | "tag"
      | "priv-all"
      | "priv-name"
      | "priv-name-valid"
      | "priv-name-charset"
      | "priv-name-pres"
      | "priv-num"
      | "priv-num-valid"
      | "priv-num-plan"
      | "priv-num-pres"
      | "priv-subaddr"
      | "priv-subaddr-valid"
      | "priv-subaddr-type"
      | "priv-subaddr-odd"
      | "priv-tag"
      | OtherArgument,
    i?: Argument,
  ];

  /**
   * The content at a URL.
   *
   * `CURL(url,post-data)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_curl`.
   */
  readonly CURL: [url: Argument, postData?: Argument];

  /**
   * Options of CURL.
   *
   * `CURLOPT(key)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_curl`.
   */
  readonly CURLOPT: [
    key:
      | "cookie"
      | "conntimeout"
      | "dnstimeout"
      | "followlocation"
      | "ftptext"
      | "ftptimeout"
      | "header"
      | "httpauth"
      | "httpheader"
      | "httptimeout"
      | "maxredirs"
      | "proxy"
      | "proxytype"
      | "proxyport"
      | "proxyuserpwd"
      | "referer"
      | "useragent"
      | "userpwd"
      | "ssl_verifypeer"
      | "ssl_verifyhost"
      | "ssl_cainfo"
      | "ssl_capath"
      | "ssl_cert"
      | "ssl_certtype"
      | "ssl_key"
      | "ssl_keytype"
      | "ssl_keypasswd"
      | "hashcompat"
      | "failurecodes"
      | OtherArgument,
  ];

  /**
   * `DAHDI_CHANNEL(property,channel)`
   *
   * In Asterisk 22, not in 16. Module `chan_dahdi`.
   */
  readonly DAHDI_CHANNEL: [
    property:
      | "owner"
      | "callwait"
      | "threeway"
      | "polarity"
      | "dnd"
      | "callforward"
      | "lastexten"
      | OtherArgument,
    channel?: Argument,
  ];

  /**
   * A value in AstDB.
   *
   * `DB(family/key)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_db`.
   */
  readonly DB: [familyKey: Argument];

  /**
   * Deletes a value from AstDB, and gives it.
   *
   * `DB_DELETE(family/key)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_db`.
   */
  readonly DB_DELETE: [familyKey: Argument];

  /**
   * `DENOISE(channeldirection)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_speex`.
   */
  readonly DENOISE: [channeldirection: "rx" | "tx" | OtherArgument];

  /**
   * State of a device; `Custom:` ones can be written.
   *
   * `DEVICE_STATE(device)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_devstate`.
   */
  readonly DEVICE_STATE: [device: Argument];

  /**
   * A list of devices to dial.
   *
   * `DIALGROUP(group,op)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_dialgroup`.
   */
  readonly DIALGROUP: [group: Argument, op?: Argument];

  /**
   * Environment variables of Asterisk.
   *
   * `ENV(varname)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_env`.
   */
  readonly ENV: [varname: Argument];

  /**
   * Fax.
   *
   * `FAXOPT(item)`
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `res_fax`.
   */
  readonly FAXOPT: [
    item:
      | "ecm"
      | "error"
      | "filename"
      | "filenames"
      | "headerinfo"
      | "localstationid"
      | "minrate"
      | "maxrate"
      | "modem"
      | "gateway"
      | "faxdetect"
      | "pages"
      | "rate"
      | "remotestationid"
      | "resolution"
      | "sessionid"
      | "status"
      | "statusstr"
      | "t38timeout"
      | "negotiate_both"
      | OtherArgument,
  ];

  /**
   * Settings of features.conf for this channel.
   *
   * `FEATURE(option_name)`
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly FEATURE: [
    optionName:
      | "inherit"
      | "featuredigittimeout"
      | "transferdigittimeout"
      | "atxfernoanswertimeout"
      | "atxferdropcall"
      | "atxferloopdelay"
      | "atxfercallbackretries"
      | "xfersound"
      | "xferfailsound"
      | "atxferabort"
      | "atxfercomplete"
      | "atxferthreeway"
      | "pickupexten"
      | "pickupsound"
      | "pickupfailsound"
      | "courtesytone"
      | "recordingfailsound"
      | "transferdialattempts"
      | "transferretrysound"
      | "transferinvalidsound"
      | "transferannouncesound"
      | OtherArgument,
  ];

  /**
   * Keys of features for this channel.
   *
   * `FEATUREMAP(feature_name)`
   *
   * In Asterisk 22 and 16, since 12.0.0.
   */
  readonly FEATUREMAP: [
    featureName: "atxfer" | "blindxfer" | "disconnect" | "parkcall" | "automixmon" | OtherArgument,
  ];

  /**
   * Content of a file.
   *
   * `FILE(filename,offset,length,options,format)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_env`.
   */
  readonly FILE: [
    filename: Argument,
    offset?: Argument,
    length?: Argument,
    options?: Argument,
    format?: Argument,
  ];

  /**
   * `GEOLOC_PROFILE(parameter,options)`
   *
   * In Asterisk 22 and 16, since 16.28.0, 18.14.0, 19.6.0. Module `res_geolocation`.
   */
  readonly GEOLOC_PROFILE: [
    parameter:
      | "id"
      | "location_reference"
      | "method"
      | "allow_routing_use"
      | "profile_precedence"
      | "format"
      | "pidf_element"
      | "pidf_element_id"
      | "location_source"
      | "notes"
      | "location_info"
      | "location_info_refinement"
      | "location_variables"
      | "effective_location"
      | "usage_rules"
      | "confidence"
      | "device_id"
      | OtherArgument,
    options?: Argument,
  ];

  /**
   * A global variable.
   *
   * `GLOBAL(varname)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_global`.
   */
  readonly GLOBAL: [varname: Argument];

  /**
   * Group of the channel.
   *
   * `GROUP(category)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_groupcount`.
   */
  readonly GROUP: [category?: Argument];

  /**
   * A hash.
   *
   * `HASH(hashname,hashkey)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_strings`.
   */
  readonly HASH: [hashname: Argument, hashkey?: Argument];

  /**
   * `IAXVAR(varname)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `chan_iax2`.
   */
  readonly IAXVAR: [varname: Argument];

  /**
   * A variable of the subroutine.
   *
   * `LOCAL(varname)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_stack`.
   */
  readonly LOCAL: [varname: Argument];

  /**
   * A variable of the channel that made this one.
   *
   * `MASTER_CHANNEL(variable)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_channel`.
   */
  readonly MASTER_CHANNEL: [variable: Argument];

  /**
   * The message that is being handled.
   *
   * `MESSAGE(argument)`
   *
   * In Asterisk 22 and 16, since 10.0.0.
   */
  readonly MESSAGE: [argument: "to" | "from" | "custom_data" | "body" | OtherArgument];

  /**
   * Fields of the message that is being handled.
   *
   * `MESSAGE_DATA(argument)`
   *
   * In Asterisk 22 and 16, since 10.0.0.
   */
  readonly MESSAGE_DATA: [argument: Argument];

  /**
   * `MINIVMCOUNTER(account:name:operand)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_minivm`.
   */
  readonly MINIVMCOUNTER: [accountNameOperand: Argument];

  /**
   * Transactions.
   *
   * `ODBC(property,argument)`
   *
   * In Asterisk 22 and 16, since 13.8.0. Module `res_odbc_transaction`.
   */
  readonly ODBC: [
    property: "transaction" | "forcecommit" | "isolation" | OtherArgument,
    argument?: Argument,
  ];

  /**
   * Runs an extension again and again.
   *
   * `PERIODIC_HOOK(context,extension,interval,hook_id)`
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `func_periodic_hook`.
   */
  readonly PERIODIC_HOOK: [
    context: Argument,
    extension: Argument,
    interval: Argument,
    hookId: Argument,
  ];

  /**
   * How the channel sends keys.
   *
   * `PJSIP_DTMF_MODE()`
   *
   * In Asterisk 22 and 16, since 13.18.0, 14.7.0, 15.1.0. Module `chan_pjsip`.
   */
  readonly PJSIP_DTMF_MODE: [];

  /**
   * Headers of SIP, of the request that came or the one to be sent.
   *
   * `PJSIP_HEADER(action,name,number)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_pjsip_header_funcs`.
   */
  readonly PJSIP_HEADER: [
    action: "read" | "add" | "update" | "remove" | OtherArgument,
    name: Argument,
    number?: Argument,
  ];

  /**
   * `PJSIP_HEADER_PARAM(header_name,parameter_type,parameter_name)`
   *
   * In Asterisk 22, not in 16, since 18.16.0, 20.1.0. Module `res_pjsip_header_funcs`.
   */
  readonly PJSIP_HEADER_PARAM: [
    headerName: Argument,
    parameterType: "header" | "uri" | OtherArgument,
    parameterName: Argument,
  ];

  /**
   * Codecs that are offered.
   *
   * `PJSIP_MEDIA_OFFER(media)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `chan_pjsip`.
   */
  readonly PJSIP_MEDIA_OFFER: [media: "audio" | "video" | OtherArgument];

  /**
   * `PJSIP_MOH_PASSTHROUGH()`
   *
   * In Asterisk 22 and 16, since 13.30.0, 16.7.0, 17.1.0. Module `chan_pjsip`.
   */
  readonly PJSIP_MOH_PASSTHROUGH: [];

  /**
   * `POLARITY()`
   *
   * In Asterisk 22 and 16, since 16.28.0, 18.14.0, 19.6.0. Module `chan_dahdi`.
   */
  readonly POLARITY: [];

  /**
   * Presence; `CustomPresence:` ones can be written.
   *
   * `PRESENCE_STATE(provider,field,options)`
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `func_presencestate`.
   */
  readonly PRESENCE_STATE: [
    provider: Argument,
    field: "value" | "subtype" | "message" | OtherArgument,
    options?: Argument,
  ];

  /**
   * Members of a queue.
   *
   * `QUEUE_MEMBER(queuename,option,interface)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QUEUE_MEMBER: [
    queuename: Argument | undefined,
    option:
      | "logged"
      | "free"
      | "ready"
      | "count"
      | "penalty"
      | "paused"
      | "ringinuse"
      | OtherArgument,
    memberInterface?: Argument,
  ];

  /**
   * Penalty of a member.
   *
   * `QUEUE_MEMBER_PENALTY(queuename,interface)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QUEUE_MEMBER_PENALTY: [queuename: Argument, memberInterface: Argument];

  /**
   * Rows of a database, of realtime.
   *
   * `REALTIME(family,fieldmatch,matchvalue,delim1|field,delim2)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_realtime`.
   */
  readonly REALTIME: [
    family: Argument,
    fieldmatch: Argument,
    matchvalue?: Argument,
    delim1OrField?: Argument,
    delim2?: Argument,
  ];

  /**
   * `REALTIME_DESTROY(family,fieldmatch,matchvalue,delim1,delim2)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_realtime`.
   */
  readonly REALTIME_DESTROY: [
    family: Argument,
    fieldmatch: Argument,
    matchvalue?: Argument,
    delim1?: Argument,
    delim2?: Argument,
  ];

  /**
   * A field in a database, of realtime.
   *
   * `REALTIME_FIELD(family,fieldmatch,matchvalue,fieldname)`
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `func_realtime`.
   */
  readonly REALTIME_FIELD: [
    family: Argument,
    fieldmatch: Argument,
    matchvalue: Argument,
    fieldname: Argument,
  ];

  /**
   * Who redirected the call.
   *
   * `REDIRECTING(datatype,i)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_callerid`.
   */
  readonly REDIRECTING: [
    datatype:
      | "orig-all"
      | "orig-name"
      | "orig-name-valid"
      | "orig-name-charset"
      | "orig-name-pres"
      | "orig-num"
      | "orig-num-valid"
      | "orig-num-plan"
      | "orig-num-pres"
      | "orig-pres"
      | "orig-subaddr"
      | "orig-subaddr-valid"
      | "orig-subaddr-type"
      | "orig-subaddr-odd"
      | "orig-tag"
      | "orig-reason"
      | "from-all"
      | "from-name"
      | "from-name-valid"
      | "from-name-charset"
      | "from-name-pres"
      | "from-num"
      | "from-num-valid"
      | "from-num-plan"
      | "from-num-pres"
      | "from-pres"
      | "from-subaddr"
      | "from-subaddr-valid"
      | "from-subaddr-type"
      | "from-subaddr-odd"
      | "from-tag"
      | "to-all"
      | "to-name"
      | "to-name-valid"
      | "to-name-charset"
      | "to-name-pres"
      | "to-num"
      | "to-num-valid"
      | "to-num-plan"
      | "to-num-pres"
      | "to-pres"
      | "to-subaddr"
      | "to-subaddr-valid"
      | "to-subaddr-type"
      | "to-subaddr-odd"
      | "to-tag"
      | "priv-orig-all"
      | "priv-orig-name"
      | "priv-orig-name-valid"
      | "priv-orig-name-charset"
      | "priv-orig-name-pres"
      | "priv-orig-num"
      | "priv-orig-num-valid"
      | "priv-orig-num-plan"
      | "priv-orig-num-pres"
      | "priv-orig-subaddr"
      | "priv-orig-subaddr-valid"
      | "priv-orig-subaddr-type"
      | "priv-orig-subaddr-odd"
      | "priv-orig-tag"
      | "priv-from-all"
      | "priv-from-name"
      | "priv-from-name-valid"
      | "priv-from-name-charset"
      | "priv-from-name-pres"
      | "priv-from-num"
      | "priv-from-num-valid"
      | "priv-from-num-plan"
      | "priv-from-num-pres"
      | "priv-from-subaddr"
      | "priv-from-subaddr-valid"
      | "priv-from-subaddr-type"
      | "priv-from-subaddr-odd"
      | "priv-from-tag"
      | "priv-to-all"
      | "priv-to-name"
      | "priv-to-name-valid"
      | "priv-to-name-charset"
      | "priv-to-name-pres"
      | "priv-to-num"
      | "priv-to-num-valid"
      | "priv-to-num-plan"
      | "priv-to-num-pres"
      | "priv-to-subaddr"
      | "priv-to-subaddr-valid"
      | "priv-to-subaddr-type"
      | "priv-to-subaddr-odd"
      | "priv-to-tag"
      | "reason"
      | "count"
      | OtherArgument,
    i?: Argument,
  ];

  /**
   * A variable that other channels can read and write.
   *
   * `SHARED(varname,channel)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_global`.
   */
  readonly SHARED: [varname: Argument, channel?: Argument];

  /**
   * `SPEECH_ENGINE(name)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  readonly SPEECH_ENGINE: [name: Argument];

  /**
   * Time limits of the channel, in seconds.
   *
   * `TIMEOUT(timeouttype)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_timeout`.
   */
  readonly TIMEOUT: [timeouttype: "absolute" | "digit" | "response" | OtherArgument];

  /**
   * `TONE_DETECT(freq,duration_ms,options)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `res_tonedetect`.
   */
  readonly TONE_DETECT: [freq: Argument, durationMs?: Argument, options?: Argument];

  /**
   * Loudness of the channel.
   *
   * `VOLUME(direction,options)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_volume`.
   */
  readonly VOLUME: [direction: "TX" | "RX" | OtherArgument, options?: Argument];
}

/** The functions that can only be read: the arguments of each, by its name. */
export interface ReadOnlyFunctions {
  /**
   * A number without its sign.
   *
   * `ABS(num)`
   *
   * In Asterisk 22 and 16, since 16.19.0, 18.5.0. Module `func_math`.
   */
  readonly ABS: [num?: Argument];

  /**
   * Decrypts text.
   *
   * `AES_DECRYPT(key,string)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_aes`.
   */
  readonly AES_DECRYPT: [key: Argument, string: Argument];

  /**
   * Encrypts text.
   *
   * `AES_ENCRYPT(key,string)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_aes`.
   */
  readonly AES_ENCRYPT: [key: Argument, string: Argument];

  /**
   * An agent.
   *
   * `AGENT(AgentId:item)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_agent_pool`.
   */
  readonly AGENT: [agentIdItem: Argument];

  /**
   * A user of AMI.
   *
   * `AMI_CLIENT(loginname,field)`
   *
   * In Asterisk 22 and 16, since 11.0.0.
   */
  readonly AMI_CLIENT: [loginname: Argument, field: "sessions" | OtherArgument];

  /**
   * A value in a configuration file.
   *
   * `AST_CONFIG(config_file,category,variable_name,index)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_config`.
   */
  readonly AST_CONFIG: [
    configFile: Argument,
    category: Argument,
    variableName: Argument,
    index?: Argument,
  ];

  /**
   * A field of an object, such as one of pjsip.conf.
   *
   * `AST_SORCERY(module_name,object_type,object_id,field_name,retrieval_method,retrieval_details)`
   *
   * In Asterisk 22 and 16, since 12.2.0. Module `func_sorcery`.
   */
  readonly AST_SORCERY: [
    moduleName: Argument,
    objectType: Argument,
    objectId: Argument,
    fieldName: Argument,
    retrievalMethod?: "concat" | "single" | OtherArgument,
    retrievalDetails?: Argument,
  ];

  /**
   * Decodes base64.
   *
   * `BASE64_DECODE(string)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_base64`.
   */
  readonly BASE64_DECODE: [string: Argument];

  /**
   * Encodes in base64.
   *
   * `BASE64_ENCODE(string)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_base64`.
   */
  readonly BASE64_ENCODE: [string: Argument];

  /**
   * The last part of a path.
   *
   * `BASENAME(filename)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `func_env`.
   */
  readonly BASENAME: [filename: Argument];

  /**
   * 1 if the caller's number is in the blacklist.
   *
   * `BLACKLIST()`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_blacklist`.
   */
  readonly BLACKLIST: [];

  /**
   * `CALENDAR_BUSY(calendar)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_calendar`.
   */
  readonly CALENDAR_BUSY: [calendar: Argument];

  /**
   * `CALENDAR_EVENT(field)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_calendar`.
   */
  readonly CALENDAR_EVENT: [
    field:
      | "summary"
      | "description"
      | "organizer"
      | "location"
      | "categories"
      | "priority"
      | "calendar"
      | "uid"
      | "start"
      | "end"
      | "busystate"
      | OtherArgument,
  ];

  /**
   * `CALENDAR_QUERY(calendar,start,end)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_calendar`.
   */
  readonly CALENDAR_QUERY: [calendar: Argument, start?: Argument, end?: Argument];

  /**
   * `CALENDAR_QUERY_RESULT(id,field,entry)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_calendar`.
   */
  readonly CALENDAR_QUERY_RESULT: [
    id: Argument,
    field:
      | "getnum"
      | "summary"
      | "description"
      | "organizer"
      | "location"
      | "categories"
      | "priority"
      | "calendar"
      | "uid"
      | "start"
      | "end"
      | "busystate"
      | OtherArgument,
    entry?: Argument,
  ];

  /**
   * 1 if there is such a channel.
   *
   * `CHANNEL_EXISTS(name_or_uid)`
   *
   * In Asterisk 22 and 16, since 16.22.0, 18.8.0. Module `func_channel`.
   */
  readonly CHANNEL_EXISTS: [nameOrUid: Argument];

  /**
   * Names of channels.
   *
   * `CHANNELS(regular_expression)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_channel`.
   */
  readonly CHANNELS: [regularExpression?: Argument];

  /**
   * `CHECKSIPDOMAIN(domain)`
   *
   * In Asterisk 16, not in 22.
   */
  readonly CHECKSIPDOMAIN: [domain: Argument];

  /**
   * Channels in a conference.
   *
   * `CONFBRIDGE_CHANNELS(type,conf)`
   *
   * In Asterisk 22 and 16, since 16.27.0, 18.13.0, 19.5.0. Module `app_confbridge`.
   */
  readonly CONFBRIDGE_CHANNELS: [
    type: "admins" | "marked" | "parties" | "active" | "waiting" | OtherArgument,
    conf: Argument,
  ];

  /**
   * A conference.
   *
   * `CONFBRIDGE_INFO(type,conf)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly CONFBRIDGE_INFO: [
    type: "admins" | "locked" | "marked" | "muted" | "parties" | OtherArgument,
    conf: Argument,
  ];

  /**
   * Text in quotes, for a CSV file.
   *
   * `CSV_QUOTE(string)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly CSV_QUOTE: [string: Argument];

  /**
   * A part of a variable, between delimiters.
   *
   * `CUT(varname,char-delim,range-spec)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_cut`.
   */
  readonly CUT: [varname: Argument, charDelim: Argument, rangeSpec: Argument];

  /**
   * 1 if there is such a value in AstDB.
   *
   * `DB_EXISTS(family/key)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_db`.
   */
  readonly DB_EXISTS: [familyKey: Argument];

  /**
   * Number of keys in AstDB.
   *
   * `DB_KEYCOUNT(prefix)`
   *
   * In Asterisk 22 and 16, since 16.26.0, 18.12.0, 19.4.0. Module `func_db`.
   */
  readonly DB_KEYCOUNT: [prefix?: Argument];

  /**
   * Keys in AstDB.
   *
   * `DB_KEYS(prefix)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_db`.
   */
  readonly DB_KEYS: [prefix?: Argument];

  /**
   * Takes one from a variable.
   *
   * `DEC(variable)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_math`.
   */
  readonly DEC: [variable: Argument];

  /**
   * 1 if there is such a place in the dialplan.
   *
   * `DIALPLAN_EXISTS(context,extension,priority)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_dialplan`.
   */
  readonly DIALPLAN_EXISTS: [context: Argument, extension?: Argument, priority?: Argument];

  /**
   * `DIGIT_SUM(num)`
   *
   * In Asterisk 22, not in 16, since 23.1.0, 22.7.0, 20.17.0. Module `func_math`.
   */
  readonly DIGIT_SUM: [num?: Argument];

  /**
   * A path without its last part.
   *
   * `DIRNAME(filename)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `func_env`.
   */
  readonly DIRNAME: [filename: Argument];

  /**
   * `DUNDILOOKUP(number,context,options)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `pbx_dundi`.
   */
  readonly DUNDILOOKUP: [number: Argument, context?: Argument, options?: Argument];

  /**
   * `DUNDIQUERY(number,context,options)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `pbx_dundi`.
   */
  readonly DUNDIQUERY: [number: Argument, context?: Argument, options?: Argument];

  /**
   * `DUNDIRESULT(id,resultnum)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `pbx_dundi`.
   */
  readonly DUNDIRESULT: [id: Argument, resultnum?: "number" | "getnum" | OtherArgument];

  /**
   * `ENUMLOOKUP(number,method-type,options,record#,zone-suffix)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_enum`.
   */
  readonly ENUMLOOKUP: [
    number: Argument,
    methodType?: Argument,
    options?: Argument,
    record?: Argument,
    zoneSuffix?: Argument,
  ];

  /**
   * `ENUMQUERY(number,method-type,zone-suffix)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_enum`.
   */
  readonly ENUMQUERY: [number: Argument, methodType?: Argument, zoneSuffix?: Argument];

  /**
   * `ENUMRESULT(id,resultnum)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_enum`.
   */
  readonly ENUMRESULT: [id: Argument, resultnum: Argument];

  /**
   * Text with its variables replaced.
   *
   * `EVAL(variable)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_strings`.
   */
  readonly EVAL: [variable: Argument];

  /**
   * `EVAL_EXTEN(context,extensions,priority)`
   *
   * In Asterisk 22 and 16, since 16.26.0, 18.12.0, 19.4.0. Module `func_evalexten`.
   */
  readonly EVAL_EXTEN: [
    context: Argument | undefined,
    extensions: Argument | undefined,
    priority: Argument,
  ];

  /**
   * `EVAL_SUB(context,extensions,priority)`
   *
   * In Asterisk 22, not in 16, since 20.11.0, 21.6.0, 22.1.0. Module `func_evalexten`.
   */
  readonly EVAL_SUB: [
    context: Argument | undefined,
    extensions: Argument | undefined,
    priority: Argument,
  ];

  /**
   * `EXCEPTION(field)`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly EXCEPTION: [field: "reason" | "context" | "exten" | "priority" | OtherArgument];

  /**
   * 1 if the argument is not empty.
   *
   * `EXISTS(data)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_logic`.
   */
  readonly EXISTS: [data: Argument];

  /**
   * State of an extension, by its hint.
   *
   * `EXTENSION_STATE(extension@context)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_extstate`.
   */
  readonly EXTENSION_STATE: [extensionContext: Argument];

  /**
   * Which field of a variable has a value.
   *
   * `FIELDNUM(varname,delim,value)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_strings`.
   */
  readonly FIELDNUM: [varname: Argument, delim: Argument, value: Argument];

  /**
   * Number of fields in a variable.
   *
   * `FIELDQTY(varname,delim)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_strings`.
   */
  readonly FIELDQTY: [varname: Argument, delim: Argument];

  /**
   * `FILE_COUNT_LINE(filename,format)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_env`.
   */
  readonly FILE_COUNT_LINE: [filename: Argument, format?: Argument];

  /**
   * `FILE_FORMAT(filename)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_env`.
   */
  readonly FILE_FORMAT: [filename: Argument];

  /**
   * Text without other characters than those allowed.
   *
   * `FILTER(allowed-chars,string)`
   *
   * In Asterisk 22 and 16, since 1.2.40. Module `func_strings`.
   */
  readonly FILTER: [allowedChars: Argument, string: Argument];

  /**
   * 1 if there is such a global variable.
   *
   * `GLOBAL_EXISTS(varname)`
   *
   * In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0. Module `func_global`.
   */
  readonly GLOBAL_EXISTS: [varname: Argument];

  /**
   * Number of channels in a group.
   *
   * `GROUP_COUNT(groupname@category)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_groupcount`.
   */
  readonly GROUP_COUNT: [groupnameCategory?: Argument];

  /**
   * Groups of the channel.
   *
   * `GROUP_LIST()`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_groupcount`.
   */
  readonly GROUP_LIST: [];

  /**
   * Number of channels in groups.
   *
   * `GROUP_MATCH_COUNT(groupmatch@category)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_groupcount`.
   */
  readonly GROUP_MATCH_COUNT: [groupmatchCategory: Argument];

  /**
   * Why a channel that was dialled hung up.
   *
   * `HANGUPCAUSE(channel,type)`
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `func_hangupcause`.
   */
  readonly HANGUPCAUSE: [channel: Argument, type: "tech" | "ast" | OtherArgument];

  /**
   * Channels that HANGUPCAUSE knows.
   *
   * `HANGUPCAUSE_KEYS()`
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `func_hangupcause`.
   */
  readonly HANGUPCAUSE_KEYS: [];

  /**
   * Keys of a hash.
   *
   * `HASHKEYS(hashname)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_strings`.
   */
  readonly HASHKEYS: [hashname: Argument];

  /**
   * Devices or name of a hint.
   *
   * `HINT(extension[@context],options)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_devstate`.
   */
  readonly HINT: [extension: Argument, options?: Argument];

  /**
   * `IAXPEER(peername,item)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `chan_iax2`.
   */
  readonly IAXPEER: [
    peername: "CURRENTCHANNEL" | OtherArgument,
    item?:
      | "ip"
      | "status"
      | "mailbox"
      | "context"
      | "expire"
      | "dynamic"
      | "callerid_name"
      | "callerid_num"
      | "codecs"
      | OtherArgument,
  ];

  /**
   * Text in another character set.
   *
   * `ICONV(in-charset,out-charset,string)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_iconv`.
   */
  readonly ICONV: [inCharset: Argument, outCharset: Argument, string: Argument];

  /**
   * One value or another, by a condition.
   *
   * `IF(expression?true[:false])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_logic`.
   */
  readonly IF: [expressionRetvalue: Argument];

  /**
   * `IFMODULE(modulename.so)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_module`.
   */
  readonly IFMODULE: [modulenameSo: Argument];

  /**
   * One value or another, by the time.
   *
   * `IFTIME(timespec?true[:false])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_logic`.
   */
  readonly IFTIME: [timespecRetvalue: Argument];

  /**
   * A variable of another channel.
   *
   * `IMPORT(channel,variable)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_logic`.
   */
  readonly IMPORT: [channel: Argument, variable: Argument];

  /**
   * Adds one to a variable.
   *
   * `INC(variable)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_math`.
   */
  readonly INC: [variable: Argument];

  /**
   * 1 if the argument is empty.
   *
   * `ISNULL(data)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_logic`.
   */
  readonly ISNULL: [data: Argument];

  /**
   * `JABBER_RECEIVE(account,jid,timeout)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_xmpp`.
   */
  readonly JABBER_RECEIVE: [account: Argument, jid: Argument, timeout?: Argument];

  /**
   * `JABBER_STATUS(account,jid)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_xmpp`.
   */
  readonly JABBER_STATUS: [account: Argument, jid: Argument];

  /**
   * A value in JSON.
   *
   * `JSON_DECODE(varname,item,separator,options)`
   *
   * In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0. Module `func_json`.
   */
  readonly JSON_DECODE: [
    varname: Argument,
    item: Argument,
    separator?: Argument,
    options?: Argument,
  ];

  /**
   * `KEYPADHASH(string)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_strings`.
   */
  readonly KEYPADHASH: [string: Argument];

  /**
   * Length of text.
   *
   * `LEN(string)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_strings`.
   */
  readonly LEN: [string: Argument];

  /**
   * `LISTFILTER(varname,delim,value)`
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `func_strings`.
   */
  readonly LISTFILTER: [varname: Argument, delim: Argument, value: Argument];

  /**
   * `LOCAL_PEEK(n,varname)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_stack`.
   */
  readonly LOCAL_PEEK: [n: Argument, varname: Argument];

  /**
   * Waits for a lock.
   *
   * `LOCK(lockname)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_lock`.
   */
  readonly LOCK: [lockname: Argument];

  /**
   * Text without blanks at its start.
   *
   * `LTRIM(string)`
   *
   * In Asterisk 22 and 16, since 16.30.0, 18.16.0, 19.8.0, 20.1.0. Module `func_strings`.
   */
  readonly LTRIM: [string: Argument];

  /**
   * `MAILBOX_EXISTS(mailbox@context)`
   *
   * In Asterisk 16, not in 22.
   */
  readonly MAILBOX_EXISTS: [mailboxContext: Argument];

  /**
   * Calculates.
   *
   * `MATH(expression,type)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_math`.
   */
  readonly MATH: [expression: Argument, type?: Argument];

  /**
   * The larger of two numbers.
   *
   * `MAX(num1,num2)`
   *
   * In Asterisk 22 and 16, since 16.19.0, 18.5.0. Module `func_math`.
   */
  readonly MAX: [num1?: Argument, num2?: Argument];

  /**
   * MD5 of text.
   *
   * `MD5(data)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_md5`.
   */
  readonly MD5: [data: Argument];

  /**
   * `MEETME_INFO(keyword,confno)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_meetme`.
   */
  readonly MEETME_INFO: [
    keyword: "lock" | "parties" | "activity" | "dynamic" | OtherArgument,
    confno: Argument,
  ];

  /**
   * The smaller of two numbers.
   *
   * `MIN(num1,num2)`
   *
   * In Asterisk 22 and 16, since 16.19.0, 18.5.0. Module `func_math`.
   */
  readonly MIN: [num1?: Argument, num2?: Argument];

  /**
   * `MINIVMACCOUNT(account:item)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_minivm`.
   */
  readonly MINIVMACCOUNT: [accountItem: Argument];

  /**
   * A recording of MixMonitor.
   *
   * `MIXMONITOR(id,key)`
   *
   * In Asterisk 22 and 16, since 13.0.0. Module `app_mixmonitor`.
   */
  readonly MIXMONITOR: [id: Argument, key: "filename" | OtherArgument];

  /**
   * The next row of a result.
   *
   * `ODBC_FETCH(result-id)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_odbc`.
   */
  readonly ODBC_FETCH: [resultId: Argument];

  /**
   * `PARK_GET_CHANNEL(parking_space,parking_lot)`
   *
   * In Asterisk 22 and 16, since 16.0.0. Module `parking_bridge_features`.
   */
  readonly PARK_GET_CHANNEL: [parkingSpace: Argument, parkingLot: Argument];

  /**
   * The argument itself.
   *
   * `PASSTHRU(string)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly PASSTHRU: [string?: Argument];

  /**
   * An address of record.
   *
   * `PJSIP_AOR(name,field)`
   *
   * In Asterisk 22 and 16, since 13.2.0. Module `func_pjsip_aor`.
   */
  readonly PJSIP_AOR: [
    name: Argument,
    field:
      | "contact"
      | "default_expiration"
      | "mailboxes"
      | "voicemail_extension"
      | "maximum_expiration"
      | "max_contacts"
      | "minimum_expiration"
      | "remove_existing"
      | "remove_unavailable"
      | "type"
      | "qualify_frequency"
      | "qualify_timeout"
      | "qualify_2xx_only"
      | "authenticate_qualify"
      | "outbound_proxy"
      | "support_path"
      | OtherArgument,
  ];

  /**
   * A contact.
   *
   * `PJSIP_CONTACT(name,field)`
   *
   * In Asterisk 22 and 16, since 13.2.0. Module `func_pjsip_contact`.
   */
  readonly PJSIP_CONTACT: [
    name: Argument,
    field:
      | "type"
      | "uri"
      | "expiration_time"
      | "qualify_frequency"
      | "qualify_timeout"
      | "qualify_2xx_only"
      | "authenticate_qualify"
      | "outbound_proxy"
      | "path"
      | "user_agent"
      | "endpoint"
      | "reg_server"
      | "via_addr"
      | "via_port"
      | "call_id"
      | "prune_on_boot"
      | "rtt"
      | "status"
      | OtherArgument,
  ];

  /**
   * What to dial for all contacts of an endpoint.
   *
   * `PJSIP_DIAL_CONTACTS(endpoint,aor,request_user)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `chan_pjsip`.
   */
  readonly PJSIP_DIAL_CONTACTS: [endpoint: Argument, aor?: Argument, requestUser?: Argument];

  /**
   * An endpoint.
   *
   * `PJSIP_ENDPOINT(name,field)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `func_pjsip_endpoint`.
   */
  readonly PJSIP_ENDPOINT: [
    name: Argument,
    field:
      | "100rel"
      | "aggregate_mwi"
      | "allow"
      | "codec_prefs_incoming_offer"
      | "codec_prefs_outgoing_offer"
      | "codec_prefs_incoming_answer"
      | "codec_prefs_outgoing_answer"
      | "allow_overlap"
      | "overlap_context"
      | "aors"
      | "auth"
      | "callerid"
      | "callerid_privacy"
      | "callerid_tag"
      | "context"
      | "direct_media_glare_mitigation"
      | "direct_media_method"
      | "trust_connected_line"
      | "send_connected_line"
      | "connected_line_method"
      | "direct_media"
      | "disable_direct_media_on_nat"
      | "disallow"
      | "dtmf_mode"
      | "media_address"
      | "bind_rtp_to_media_address"
      | "force_rport"
      | "ice_support"
      | "identify_by"
      | "redirect_method"
      | "follow_redirect_methods"
      | "mailboxes"
      | "mwi_subscribe_replaces_unsolicited"
      | "voicemail_extension"
      | "moh_suggest"
      | "outbound_auth"
      | "outbound_proxy"
      | "rewrite_contact"
      | "rtp_ipv6"
      | "rtp_symmetric"
      | "send_diversion"
      | "send_history_info"
      | "send_pai"
      | "send_rpid"
      | "rpid_immediate"
      | "tenantid"
      | "timers_min_se"
      | "timers"
      | "timers_sess_expires"
      | "transport"
      | "trust_id_inbound"
      | "trust_id_outbound"
      | "type"
      | "use_ptime"
      | "use_avpf"
      | "force_avp"
      | "media_use_received_transport"
      | "media_encryption"
      | "media_encryption_optimistic"
      | "g726_non_standard"
      | "inband_progress"
      | "call_group"
      | "pickup_group"
      | "named_call_group"
      | "named_pickup_group"
      | "device_state_busy_at"
      | "t38_udptl"
      | "t38_udptl_ec"
      | "t38_udptl_maxdatagram"
      | "fax_detect"
      | "fax_detect_timeout"
      | "t38_udptl_nat"
      | "t38_udptl_ipv6"
      | "t38_bind_udptl_to_media_address"
      | "tone_zone"
      | "language"
      | "one_touch_recording"
      | "record_on_feature"
      | "record_off_feature"
      | "rtp_engine"
      | "allow_transfer"
      | "user_eq_phone"
      | "moh_passthrough"
      | "sdp_owner"
      | "sdp_session"
      | "tos_audio"
      | "tos_video"
      | "cos_audio"
      | "cos_video"
      | "allow_subscribe"
      | "sub_min_expiry"
      | "from_user"
      | "mwi_from_user"
      | "from_domain"
      | "dtls_verify"
      | "dtls_rekey"
      | "dtls_auto_generate_cert"
      | "dtls_cert_file"
      | "dtls_private_key"
      | "dtls_cipher"
      | "dtls_ca_file"
      | "dtls_ca_path"
      | "dtls_setup"
      | "dtls_fingerprint"
      | "srtp_tag_32"
      | "set_var"
      | "message_context"
      | "accountcode"
      | "preferred_codec_only"
      | "incoming_call_offer_pref"
      | "outgoing_call_offer_pref"
      | "rtp_keepalive"
      | "rtp_timeout"
      | "rtp_timeout_hold"
      | "rtp_port_start"
      | "rtp_port_end"
      | "acl"
      | "deny"
      | "permit"
      | "contact_acl"
      | "contact_deny"
      | "contact_permit"
      | "subscribe_context"
      | "contact_user"
      | "asymmetric_rtp_codec"
      | "rtcp_mux"
      | "refer_blind_progress"
      | "notify_early_inuse_ringing"
      | "max_audio_streams"
      | "max_video_streams"
      | "bundle"
      | "webrtc"
      | "incoming_mwi_mailbox"
      | "follow_early_media_fork"
      | "accept_multiple_sdp_answers"
      | "suppress_q850_reason_headers"
      | "ignore_183_without_sdp"
      | "stir_shaken"
      | "stir_shaken_profile"
      | "allow_unauthenticated_options"
      | "security_negotiation"
      | "security_mechanisms"
      | "geoloc_incoming_call_profile"
      | "geoloc_outgoing_call_profile"
      | "send_aoc"
      | "suppress_moh_on_sendonly"
      | OtherArgument,
  ];

  /**
   * Names of headers of SIP.
   *
   * `PJSIP_HEADERS(prefix)`
   *
   * In Asterisk 22 and 16, since 16.20.0, 18.6.0. Module `res_pjsip_header_funcs`.
   */
  readonly PJSIP_HEADERS: [prefix?: Argument];

  /**
   * A part of a SIP URI.
   *
   * `PJSIP_PARSE_URI(uri,type)`
   *
   * In Asterisk 22 and 16, since 13.24.0, 16.1.0. Module `chan_pjsip`.
   */
  readonly PJSIP_PARSE_URI: [
    uri: Argument,
    type:
      | "display"
      | "scheme"
      | "user"
      | "passwd"
      | "host"
      | "port"
      | "user_param"
      | "method_param"
      | "transport_param"
      | "ttl_param"
      | "lr_param"
      | "maddr_param"
      | OtherArgument,
  ];

  /**
   * `PJSIP_PARSE_URI_FROM(uri,type)`
   *
   * In Asterisk 22, not in 16, since 18.24.0, 20.9.0, 21.4.0. Module `chan_pjsip`.
   */
  readonly PJSIP_PARSE_URI_FROM: [
    uri: Argument,
    type:
      | "display"
      | "scheme"
      | "user"
      | "passwd"
      | "host"
      | "port"
      | "user_param"
      | "method_param"
      | "transport_param"
      | "ttl_param"
      | "lr_param"
      | "maddr_param"
      | OtherArgument,
  ];

  /**
   * A header of the response.
   *
   * `PJSIP_RESPONSE_HEADER(action,name,number)`
   *
   * In Asterisk 22 and 16, since 16.28.0, 18.14.0, 19.6.0. Module `res_pjsip_header_funcs`.
   */
  readonly PJSIP_RESPONSE_HEADER: [
    action: "read" | OtherArgument,
    name: Argument,
    number?: Argument,
  ];

  /**
   * `PJSIP_RESPONSE_HEADERS(prefix)`
   *
   * In Asterisk 22 and 16, since 16.28.0, 18.14.0, 19.6.0. Module `res_pjsip_header_funcs`.
   */
  readonly PJSIP_RESPONSE_HEADERS: [prefix?: Argument];

  /**
   * Takes the last field from a variable.
   *
   * `POP(varname,delimiter)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly POP: [varname: Argument, delimiter?: Argument];

  /**
   * `PP_EACH_EXTENSION(mac,template_file)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `res_phoneprov`.
   */
  readonly PP_EACH_EXTENSION: [mac: Argument, templateFile: Argument];

  /**
   * `PP_EACH_USER(string,exclude_mac)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `res_phoneprov`.
   */
  readonly PP_EACH_USER: [string: Argument, excludeMac: Argument];

  /**
   * 1 if there is such a queue.
   *
   * `QUEUE_EXISTS(queuename)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `app_queue`.
   */
  readonly QUEUE_EXISTS: [queuename?: Argument];

  /**
   * `QUEUE_GET_CHANNEL(queuename,position)`
   *
   * In Asterisk 22 and 16, since 14.0.0. Module `app_queue`.
   */
  readonly QUEUE_GET_CHANNEL: [queuename: Argument, position?: Argument];

  /**
   * Number of members of a queue.
   *
   * `QUEUE_MEMBER_COUNT(queuename)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_queue`.
   */
  readonly QUEUE_MEMBER_COUNT: [queuename: Argument];

  /**
   * Members of a queue, divided by commas.
   *
   * `QUEUE_MEMBER_LIST(queuename)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_queue`.
   */
  readonly QUEUE_MEMBER_LIST: [queuename: Argument];

  /**
   * Puts facts about a queue into variables.
   *
   * `QUEUE_VARIABLES(queuename)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_queue`.
   */
  readonly QUEUE_VARIABLES: [queuename: Argument];

  /**
   * Number of callers who wait in a queue.
   *
   * `QUEUE_WAITING_COUNT(queuename)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_queue`.
   */
  readonly QUEUE_WAITING_COUNT: [queuename?: Argument];

  /**
   * Text in quotes.
   *
   * `QUOTE(string)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_strings`.
   */
  readonly QUOTE: [string: Argument];

  /**
   * A random number.
   *
   * `RAND(min,max)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_rand`.
   */
  readonly RAND: [min?: Argument, max?: Argument];

  /**
   * `REALTIME_HASH(family,fieldmatch,matchvalue)`
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `func_realtime`.
   */
  readonly REALTIME_HASH: [family: Argument, fieldmatch: Argument, matchvalue: Argument];

  /**
   * `RECORDING_INFO(property)`
   *
   * In Asterisk 22, not in 16. Module `app_record`.
   */
  readonly RECORDING_INFO: [property: "duration" | OtherArgument];

  /**
   * 1 if text fits a regular expression.
   *
   * `REGEX("regular expression" string)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_strings`.
   */
  readonly REGEX: [regularExpressionString: Argument];

  /**
   * Text with characters replaced.
   *
   * `REPLACE(varname,find-chars,replace-char)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly REPLACE: [varname: Argument, findChars: Argument, replaceChar?: Argument];

  /**
   * Text without blanks at its end.
   *
   * `RTRIM(string)`
   *
   * In Asterisk 22 and 16, since 16.30.0, 18.16.0, 19.8.0, 20.1.0. Module `func_strings`.
   */
  readonly RTRIM: [string: Argument];

  /**
   * `SAYFILES(value,type)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `func_sayfiles`.
   */
  readonly SAYFILES: [
    value: Argument,
    type?: "alpha" | "digits" | "money" | "number" | "ordinal" | "phonetic" | OtherArgument,
  ];

  /**
   * Sets a variable and gives its value.
   *
   * `SET(varname=value)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_logic`.
   */
  readonly SET: [varnameValue: Argument];

  /**
   * SHA-1 of text.
   *
   * `SHA1(data)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_sha1`.
   */
  readonly SHA1: [data: Argument];

  /**
   * What a command of the operating system prints.
   *
   * `SHELL(command)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_shell`.
   */
  readonly SHELL: [command: Argument];

  /**
   * Takes the first field from a variable.
   *
   * `SHIFT(varname,delimiter)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly SHIFT: [varname: Argument, delimiter?: Argument];

  /**
   * `SIP_HEADER(name,number)`
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIP_HEADER: [name: Argument, number?: Argument];

  /**
   * `SIP_HEADERS(prefix)`
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIP_HEADERS: [prefix?: Argument];

  /**
   * `SIPPEER(peername,item)`
   *
   * In Asterisk 16, not in 22.
   */
  readonly SIPPEER: [
    peername: Argument,
    item?:
      | "ip"
      | "port"
      | "mailbox"
      | "context"
      | "expire"
      | "dynamic"
      | "callerid_name"
      | "callerid_num"
      | "callgroup"
      | "pickupgroup"
      | "namedcallgroup"
      | "namedpickupgroup"
      | "codecs"
      | "status"
      | "regexten"
      | "limit"
      | "busylevel"
      | "curcalls"
      | "language"
      | "accountcode"
      | "useragent"
      | "maxforwards"
      | OtherArgument,
  ];

  /**
   * `SMDI_MSG(message_id,component)`
   *
   * In Asterisk 22 and 16, since 1.4.19. Module `res_smdi`.
   */
  readonly SMDI_MSG: [
    messageId: Argument,
    component: "number" | "terminal" | "station" | "callerid" | "type" | OtherArgument,
  ];

  /**
   * `SMDI_MSG_RETRIEVE(smdi port,search key,timeout,options)`
   *
   * In Asterisk 22 and 16, since 1.4.19. Module `res_smdi`.
   */
  readonly SMDI_MSG_RETRIEVE: [
    smdiPort: Argument,
    searchKey: Argument,
    timeout?: Argument,
    options?: "t" | "n" | OtherArgument,
  ];

  /**
   * Sorts keys by their values.
   *
   * `SORT(key1:val1,key2:val2[,...])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_cut`.
   */
  readonly SORT: [keyval: Argument, ...keyvaln: Arguments];

  /**
   * `SPEECH(argument)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  readonly SPEECH: [argument: "status" | "spoke" | "results" | OtherArgument];

  /**
   * `SPEECH_GRAMMAR(nbest_number/result_number)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  readonly SPEECH_GRAMMAR: [nbestNumberResultNumber: Argument];

  /**
   * `SPEECH_SCORE(nbest_number/result_number)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  readonly SPEECH_SCORE: [nbestNumberResultNumber: Argument];

  /**
   * `SPEECH_TEXT(nbest_number/result_number)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  readonly SPEECH_TEXT: [nbestNumberResultNumber: Argument];

  /**
   * Text by a format.
   *
   * `SPRINTF(format,args[,...])`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `func_sprintf`.
   */
  readonly SPRINTF: [format: Argument, ...args: Arguments];

  /**
   * `SQL_ESC(string)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_odbc`.
   */
  readonly SQL_ESC: [string: Argument];

  /**
   * `SQL_ESC_BACKSLASHES(string)`
   *
   * In Asterisk 22 and 16, since 16.26.0, 18.12.0, 19.4.0. Module `func_odbc`.
   */
  readonly SQL_ESC_BACKSLASHES: [string: Argument];

  /**
   * `SRVQUERY(service)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_srv`.
   */
  readonly SRVQUERY: [service: Argument];

  /**
   * `SRVRESULT(id,resultnum,field)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_srv`.
   */
  readonly SRVRESULT: [
    id: Argument,
    resultnum: Argument,
    field?: "host" | "port" | "priority" | "weight" | OtherArgument,
  ];

  /**
   * `STACK_PEEK(n,which,suppress)`
   *
   * In Asterisk 22 and 16, since 1.8.11.0, 10.3.0. Module `app_stack`.
   */
  readonly STACK_PEEK: [n: Argument, which: Argument, suppress?: Argument];

  /**
   * A fact about a file.
   *
   * `STAT(flag,filename)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_env`.
   */
  readonly STAT: [flag: Argument, filename: Argument];

  /**
   * `STIR_SHAKEN(index,value)`
   *
   * In Asterisk 22 and 16, since 16.15.0. Module `res_stir_shaken`.
   */
  readonly STIR_SHAKEN: [
    index: Argument,
    value?: "identity" | "attestation" | "verify_result" | OtherArgument,
  ];

  /**
   * `STRBETWEEN(varname,insert-string)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `func_strings`.
   */
  readonly STRBETWEEN: [varname: Argument, insertString: Argument];

  /**
   * A time as text.
   *
   * `STRFTIME(epoch,timezone,format)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_strings`.
   */
  readonly STRFTIME: [epoch?: Argument, timezone?: Argument, format?: Argument];

  /**
   * Text as a time.
   *
   * `STRPTIME(datetime,timezone,format)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_strings`.
   */
  readonly STRPTIME: [datetime: Argument, timezone: Argument, format: Argument];

  /**
   * Text with parts replaced.
   *
   * `STRREPLACE(varname,find-string,replace-string,max-replacements)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_strings`.
   */
  readonly STRREPLACE: [
    varname: Argument,
    findString: Argument,
    replaceString?: Argument,
    maxReplacements?: Argument,
  ];

  /**
   * The system that Asterisk runs on.
   *
   * `SYSINFO(parameter)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_sysinfo`.
   */
  readonly SYSINFO: [
    parameter:
      | "loadavg"
      | "numcalls"
      | "uptime"
      | "totalram"
      | "freeram"
      | "bufferram"
      | "totalswap"
      | "freeswap"
      | "numprocs"
      | OtherArgument,
  ];

  /**
   * Text in small letters.
   *
   * `TOLOWER(string)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_strings`.
   */
  readonly TOLOWER: [string: Argument];

  /**
   * Text in capital letters.
   *
   * `TOUPPER(string)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_strings`.
   */
  readonly TOUPPER: [string: Argument];

  /**
   * Text without blanks at both ends.
   *
   * `TRIM(string)`
   *
   * In Asterisk 22 and 16, since 16.30.0, 18.16.0, 19.8.0, 20.1.0. Module `func_strings`.
   */
  readonly TRIM: [string: Argument];

  /**
   * Takes a lock if it is free.
   *
   * `TRYLOCK(lockname)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_lock`.
   */
  readonly TRYLOCK: [lockname: Argument];

  /**
   * `TXTCIDNAME(number,zone-suffix)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_enum`.
   */
  readonly TXTCIDNAME: [number: Argument, zoneSuffix?: Argument];

  /**
   * Gives a lock back.
   *
   * `UNLOCK(lockname)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_lock`.
   */
  readonly UNLOCK: [lockname: Argument];

  /**
   * Decodes `%XX`.
   *
   * `URIDECODE(data)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_uri`.
   */
  readonly URIDECODE: [data: Argument];

  /**
   * Encodes as `%XX`.
   *
   * `URIENCODE(data)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_uri`.
   */
  readonly URIENCODE: [data: Argument];

  /**
   * A new UUID.
   *
   * `UUID()`
   *
   * In Asterisk 22, not in 16. Module `func_uuid`.
   */
  readonly UUID: [];

  /**
   * 1 if there is such an extension.
   *
   * `VALID_EXTEN(context,extension,priority)`
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `func_dialplan`.
   */
  readonly VALID_EXTEN: [context: Argument | undefined, extension: Argument, priority?: Argument];

  /**
   * 1 if there is such a variable.
   *
   * `VARIABLE_EXISTS(varname)`
   *
   * In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0. Module `func_logic`.
   */
  readonly VARIABLE_EXISTS: [varname: Argument];

  /**
   * Version of Asterisk.
   *
   * `VERSION(info)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_version`.
   */
  readonly VERSION: [
    info?:
      | "ASTERISK_VERSION_NUM"
      | "BUILD_USER"
      | "BUILD_HOSTNAME"
      | "BUILD_MACHINE"
      | "BUILD_OS"
      | "BUILD_DATE"
      | "BUILD_KERNEL"
      | OtherArgument,
  ];

  /**
   * A mailbox.
   *
   * `VM_INFO(mailbox[@context],attribute,folder)`
   *
   * In Asterisk 22 and 16, since 11.0.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  readonly VM_INFO: [
    mailbox: Argument,
    attribute:
      | "count"
      | "email"
      | "exists"
      | "fullname"
      | "language"
      | "locale"
      | "pager"
      | "password"
      | "tz"
      | OtherArgument,
    folder?: Argument,
  ];

  /**
   * Number of messages in a mailbox.
   *
   * `VMCOUNT(vmbox,folder)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `func_vmcount`.
   */
  readonly VMCOUNT: [vmbox: Argument, folder?: Argument];
}

/** The functions that can only be written: the arguments of each, by its name. */
export interface WriteOnlyFunctions {
  /**
   * Sets several variables at once.
   *
   * `ARRAY(variables[,...])`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `func_strings`.
   */
  readonly ARRAY: [...variables: Arguments];

  /**
   * `CALENDAR_WRITE(calendar,fields[,...])`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_calendar`.
   */
  readonly CALENDAR_WRITE: [calendar: Argument, ...fields: Arguments];

  /**
   * Properties of the call detail record.
   *
   * `CDR_PROP(name)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `func_cdr`.
   */
  readonly CDR_PROP: [name: "party_a" | "disable" | OtherArgument];

  /**
   * Settings for the next ConfBridge.
   *
   * `CONFBRIDGE(type,option)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `app_confbridge`.
   */
  readonly CONFBRIDGE: [type: "bridge" | "menu" | "user" | OtherArgument, option: Argument];

  /**
   * Deletes a variable.
   *
   * `DELETE(varname)`
   *
   * In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0. Module `func_logic`.
   */
  readonly DELETE: [varname: Argument];

  /**
   * Writes a variable of another channel.
   *
   * `EXPORT(channel,var)`
   *
   * In Asterisk 22 and 16, since 16.30.0, 18.16.0, 19.8.0, 20.1.0. Module `func_export`.
   */
  readonly EXPORT: [channel: Argument, variable: Argument];

  /**
   * Drops frames of some types.
   *
   * `FRAME_DROP(direction)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `func_frame_drop`.
   */
  readonly FRAME_DROP: [direction: "TX" | "RX" | OtherArgument];

  /**
   * `FRAME_TRACE(filterListType)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_frame_trace`.
   */
  readonly FRAME_TRACE: [filterListType?: "white" | "black" | OtherArgument];

  /**
   * Deletes a global variable.
   *
   * `GLOBAL_DELETE(varname)`
   *
   * In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0. Module `func_global`.
   */
  readonly GLOBAL_DELETE: [varname: Argument];

  /**
   * `HOLD_INTERCEPT(action)`
   *
   * In Asterisk 22 and 16, since 13.7.0. Module `func_holdintercept`.
   */
  readonly HOLD_INTERCEPT: [action: "remove" | "set" | OtherArgument];

  /**
   * Jitter buffer of the channel.
   *
   * `JITTERBUFFER(jitterbuffer type)`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `func_jitterbuffer`.
   */
  readonly JITTERBUFFER: [jitterbufferType: "fixed" | "adaptive" | "disabled" | OtherArgument];

  /**
   * `LOG_GROUP(group)`
   *
   * In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0.
   */
  readonly LOG_GROUP: [group?: Argument];

  /**
   * Mutes the channel.
   *
   * `MUTEAUDIO(direction)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `res_mutestream`.
   */
  readonly MUTEAUDIO: [direction: "in" | "out" | "all" | OtherArgument];

  /**
   * Changes the pitch of the sound.
   *
   * `PITCH_SHIFT(channelDirection)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_pitchshift`.
   */
  readonly PITCH_SHIFT: [channelDirection: "rx" | "tx" | "both" | OtherArgument];

  /**
   * `PJSIP_INHERITABLE_HEADER(action,name,number)`
   *
   * In Asterisk 22, not in 16, since 20.19.0, 22.9.0, 23.3.0. Module `res_pjsip_header_funcs`.
   */
  readonly PJSIP_INHERITABLE_HEADER: [
    action: "add" | "update" | "remove" | OtherArgument,
    name: Argument,
    number?: Argument,
  ];

  /**
   * `PJSIP_SEND_SESSION_REFRESH(update_type)`
   *
   * In Asterisk 22 and 16, since 13.12.0, 14.1.0. Module `chan_pjsip`.
   */
  readonly PJSIP_SEND_SESSION_REFRESH: [updateType?: "invite" | "update" | OtherArgument];

  /**
   * `PJSIP_TRANSFER_HANDLING(mode)`
   *
   * In Asterisk 22, not in 16, since 22.3.0, 21.8.0, 20.13.0. Module `chan_pjsip`.
   */
  readonly PJSIP_TRANSFER_HANDLING: [mode?: "core" | "ari-only" | OtherArgument];

  /**
   * Adds a field to the end of a variable.
   *
   * `PUSH(varname,delimiter)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly PUSH: [varname: Argument, delimiter?: Argument];

  /**
   * `REALTIME_STORE(family,fields[,...])`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_realtime`.
   */
  readonly REALTIME_STORE: [family: Argument, ...fields: Arguments];

  /**
   * `SCRAMBLE(direction)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `func_scramble`.
   */
  readonly SCRAMBLE: [direction?: Argument];

  /**
   * `SPEECH_RESULTS_TYPE()`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  readonly SPEECH_RESULTS_TYPE: [];

  /**
   * `STIR_SHAKEN_ATTESTATION(field)`
   *
   * In Asterisk 22, not in 16, since 20.17.0, 22.7.0, 23.1.0. Module `res_stir_shaken`.
   */
  readonly STIR_SHAKEN_ATTESTATION: [field: "suppress" | OtherArgument];

  /**
   * Sends events when the channel begins and ends to talk.
   *
   * `TALK_DETECT(action)`
   *
   * In Asterisk 22 and 16, since 12.4.0. Module `func_talkdetect`.
   */
  readonly TALK_DETECT: [action: "remove" | "set" | OtherArgument];

  /**
   * `TESTTIME()`
   *
   * In Asterisk 22 and 16, since 1.8.0.
   */
  readonly TESTTIME: [];

  /**
   * Adds a field to the start of a variable.
   *
   * `UNSHIFT(varname,delimiter)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `func_strings`.
   */
  readonly UNSHIFT: [varname: Argument, delimiter?: Argument];
}

/** The functions that can be read, with their arguments. */
export type ReadableFunctions = ReadWriteFunctions & ReadOnlyFunctions;

/** The functions that can be written, with their arguments. */
export type WritableFunctions = ReadWriteFunctions & WriteOnlyFunctions;
