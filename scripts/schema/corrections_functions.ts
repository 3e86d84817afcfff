/**
 * Where the documentation of dialplan functions is wrong or silent.
 *
 * @module
 */
import type { SyntaxCorrection } from "./corrections_applications.ts";

/** Corrections by the name of the function. */
export const functionCorrections: Readonly<Record<string, SyntaxCorrection>> = {
  AGC: {
    why: "the directions stand in a sentence (funcs/func_speex.c, speex_write())",
    signatures: ["channeldirection=rx|tx"],
  },
  ARRAY: {
    why: "the last two are one list (funcs/func_strings.c, array())",
    signatures: ["...variables"],
  },
  CALENDAR_WRITE: {
    why: "the fields are a list (res/res_calendar.c, calendar_write_exec())",
    signatures: ["calendar, ...fields"],
  },
  DENOISE: {
    why: "the directions stand in a sentence (funcs/func_speex.c, speex_write())",
    signatures: ["channeldirection=rx|tx"],
  },
  FRAME_DROP: {
    why: "what is listed at the direction is the value (funcs/func_frame_drop.c, " +
      "frame_drop_helper())",
    signatures: ["direction=TX|RX"],
  },
  FRAME_TRACE: {
    why: "what is listed at the type is the value (funcs/func_frame_trace.c, frame_trace_helper())",
    signatures: ["filterListType?=white|black"],
  },
  MASTER_CHANNEL: {
    why: "takes the variable or function of the other channel (funcs/func_channel.c, " +
      "func_mchan_read())",
    signatures: ["variable"],
  },
  PITCH_SHIFT: {
    why: "what is listed at the direction is the value (funcs/func_pitchshift.c, " +
      "pitchshift_helper())",
    signatures: ["channelDirection=rx|tx|both"],
  },
  QUEUE_VARIABLES: {
    why: "what is listed at the queue are variables (apps/app_queue.c, queue_function_var())",
    signatures: ["queuename="],
    sets: [
      "QUEUEMAX",
      "QUEUESTRATEGY",
      "QUEUECALLS",
      "QUEUEHOLDTIME",
      "QUEUECOMPLETED",
      "QUEUEABANDONED",
      "QUEUESRVLEVEL",
      "QUEUESRVLEVELPERF",
    ],
  },
  REALTIME_STORE: {
    why: "the fields are a list (funcs/func_realtime.c, realtimefield_store())",
    signatures: ["family, ...fields"],
  },
  SPRINTF: {
    why: "the arguments are a list (funcs/func_sprintf.c, acf_sprintf())",
    signatures: ["format, ...args"],
  },
  TESTTIME: {
    why: "what is documented is the value (main/pbx.c, testtime_write())",
    signatures: [""],
  },
  TIMEOUT: {
    why: "the types stand in a sentence (funcs/func_timeout.c, timeout_read())",
    signatures: ["timeouttype=absolute|digit|response"],
  },
  VOLUME: {
    why: "the directions stand in a sentence (funcs/func_volume.c, volume_write())",
    signatures: ["direction=TX|RX, options?"],
  },
};

/**
 * What can be done with a function: read it, write it, or both.
 *
 * The documentation does not say; read from the `struct ast_custom_function` of each, in versions 22
 * and 16. A function that is not here can be both.
 */
export const readOnlyFunctions: ReadonlySet<string> = new Set(
  `ABS AES_DECRYPT AES_ENCRYPT AGENT AMI_CLIENT AST_CONFIG AST_SORCERY BASE64_DECODE BASE64_ENCODE
  BASENAME BLACKLIST CALENDAR_BUSY CALENDAR_EVENT CALENDAR_QUERY CALENDAR_QUERY_RESULT CHANNELS
  CHANNEL_EXISTS CHECKSIPDOMAIN CONFBRIDGE_CHANNELS CONFBRIDGE_INFO CSV_QUOTE CUT DB_EXISTS
  DB_KEYCOUNT DB_KEYS DEC DIALPLAN_EXISTS DIGIT_SUM DIRNAME DUNDILOOKUP DUNDIQUERY DUNDIRESULT
  ENUMLOOKUP ENUMQUERY ENUMRESULT EVAL EVAL_EXTEN EVAL_SUB EXCEPTION EXISTS EXTENSION_STATE
  FIELDNUM FIELDQTY FILE_COUNT_LINE FILE_FORMAT FILTER GLOBAL_EXISTS GROUP_COUNT GROUP_LIST
  GROUP_MATCH_COUNT HANGUPCAUSE HANGUPCAUSE_KEYS HASHKEYS HINT IAXPEER ICONV IF IFMODULE IFTIME
  IMPORT INC ISNULL JABBER_RECEIVE JABBER_STATUS JSON_DECODE KEYPADHASH LEN LISTFILTER
  LOCAL_PEEK LOCK LTRIM MAILBOX_EXISTS MATH MAX MD5 MEETME_INFO MIN MINIVMACCOUNT MIXMONITOR
  ODBC_FETCH PARK_GET_CHANNEL PASSTHRU PJSIP_AOR PJSIP_CONTACT PJSIP_DIAL_CONTACTS
  PJSIP_ENDPOINT PJSIP_HEADERS PJSIP_PARSE_URI PJSIP_PARSE_URI_FROM PJSIP_RESPONSE_HEADER
  PJSIP_RESPONSE_HEADERS POP PP_EACH_EXTENSION PP_EACH_USER QUEUE_EXISTS QUEUE_GET_CHANNEL
  QUEUE_MEMBER_COUNT QUEUE_MEMBER_LIST QUEUE_VARIABLES QUEUE_WAITING_COUNT QUOTE RAND
  REALTIME_HASH RECORDING_INFO REGEX REPLACE RTRIM SAYFILES SET SHA1 SHELL SHIFT SIPPEER
  SIP_HEADER SIP_HEADERS SMDI_MSG SMDI_MSG_RETRIEVE SORT SPEECH SPEECH_GRAMMAR SPEECH_SCORE
  SPEECH_TEXT SPRINTF SQL_ESC SQL_ESC_BACKSLASHES SRVQUERY SRVRESULT STACK_PEEK STAT STIR_SHAKEN
  STRBETWEEN STRFTIME STRPTIME STRREPLACE SYSINFO TOLOWER TOUPPER TRIM TRYLOCK TXTCIDNAME UNLOCK
  URIDECODE URIENCODE UUID VALID_EXTEN VARIABLE_EXISTS VERSION VMCOUNT VM_INFO`.split(/\s+/),
);

/** Functions that can be written only. */
export const writeOnlyFunctions: ReadonlySet<string> = new Set(
  `ARRAY CALENDAR_WRITE CDR_PROP CONFBRIDGE DELETE EXPORT FRAME_DROP FRAME_TRACE GLOBAL_DELETE
  HOLD_INTERCEPT JITTERBUFFER LOG_GROUP MUTEAUDIO PITCH_SHIFT PJSIP_INHERITABLE_HEADER
  PJSIP_SEND_SESSION_REFRESH PJSIP_TRANSFER_HANDLING PUSH REALTIME_STORE SCRAMBLE
  SPEECH_RESULTS_TYPE STIR_SHAKEN_ATTESTATION TALK_DETECT TESTTIME UNSHIFT`.split(/\s+/),
);
