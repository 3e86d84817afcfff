/**
 * Channel variables: where the documentation of their values is wrong or silent, and those that it
 * has in no list.
 *
 * Everything here was read from Asterisk's source, which each entry names.
 *
 * @module
 */

/** What differs from the documentation of a channel variable. */
export interface VariableCorrection {
  /** Why, and where it was read. */
  readonly why: string;
  /** All values, in the place of the documented ones. */
  readonly values?: readonly string[];
  /** Values beyond the documented ones. */
  readonly more?: readonly string[];
  /** Its type, where no list of values can say it. */
  readonly type?: string;
}

/** Corrections by the name of the variable. */
export const variableCorrections: Readonly<Record<string, VariableCorrection>> = {
  AGENT_STATUS: {
    why: "documented in a list of words, not of values (apps/app_agent_pool.c)",
    values: [
      "ALREADY_LOGGED_IN",
      "BUSY",
      "ERROR",
      "INVALID",
      "NOT_CONNECTED",
      "NOT_LOGGED_IN",
    ],
  },
  AMDCAUSE: {
    why: "the values have figures behind them; NOAUDIODATA is not documented " +
      "(apps/app_amd.c, isAnsweringMachine())",
    type: [
      "HUMAN",
      "INITIALSILENCE",
      "LONGGREETING",
      "MAXWORDLENGTH",
      "MAXWORDS",
      "NOAUDIODATA",
      "TOOLONG",
    ].map((cause) => `\`${cause}-\${string}\``).concat('""').join(" | "),
  },
  AMDSTATUS: {
    why: "empty while it has not been found out (apps/app_amd.c, isAnsweringMachine())",
    more: [""],
  },
  FAXERROR: {
    why: "carries whatever the fax module says (res/res_fax.c, set_channel_variables())",
    type: "string",
  },
  FAXSTATUS: {
    why: "FAILED is what is set; FAILURE is documented (res/res_fax.c, " +
      "GENERIC_FAX_EXEC_ERROR_QUIET())",
    values: ["SUCCESS", "FAILED"],
  },
  MVM_RECORD_STATUS: {
    why: "USEREXIT is documented, and set by no version any more (apps/app_minivm.c, " +
      "minivm_record_exec())",
    values: ["SUCCESS", "USEREXIT", "FAILED"],
  },
  ODBC_FETCH_STATUS: {
    why: "documented as SUCESS (funcs/func_odbc.c, acf_fetch())",
    values: ["SUCCESS", "FAILURE"],
  },
  QUEUESTATUS: {
    why: "the table has UNKNOWN as well, which is never set (apps/app_queue.c, queue_results[])",
  },
  READEXTENSTATUS: {
    why: "a hangup, and no extension at all, are not documented " +
      "(apps/app_readexten.c, readexten_exec())",
    more: ["HANGUP", ""],
  },
  RECORD_STATUS: {
    why: "OPERATOR, of the option `o`, is not documented (apps/app_record.c, record_exec())",
    more: ["OPERATOR"],
  },
  STASISSTATUS: {
    why: "empty when the caller hung up in it (apps/app_stasis.c, app_exec(); " +
      "apps/app_stasis_broadcast.c)",
    more: [""],
  },
  SYSTEMSTATUS: {
    why: "System sets APPERROR as TrySystem does (apps/app_system.c, system_exec_helper())",
    more: ["APPERROR"],
  },
  TALK_DETECTED: {
    why: "milliseconds (apps/app_talkdetect.c, background_detect_exec())",
    type: "string",
  },
  TONESCANSTATUS: {
    why: "ERROR is not documented (res/res_tonedetect.c, scan_exec())",
    more: ["ERROR"],
  },
  TRANSFERSTATUSPROTOCOL: {
    why: "a code of the protocol, such as 302 of SIP (apps/app_transfer.c, transfer_exec())",
    type: "string",
  },
  WAITSTATUS: {
    why: "NOISE and HANGUP are not documented (apps/app_waitforsilence.c, waitfor_exec())",
    more: ["NOISE", "HANGUP"],
  },
};

/**
 * Channel variables that Asterisk itself provides or sets, in our own words.
 *
 * Source: main/pbx_variables.c, ast_str_retrieve_variable(); for transfers main/bridge_channel.c and
 * main/bridge_basic.c, BRIDGEPEER main/bridge.c, FORWARDERNAME main/channel.c, SIPDOMAIN
 * channels/chan_pjsip.c, INVALID_EXTEN main/pbx.c.
 */
export const coreVariables: Readonly<Record<string, string>> = {
  ANSWEREDTIME: "Seconds from the answer to the end",
  ASTAGIDIR: "Folder of AGI scripts",
  ASTCACHEDIR: "Folder of cached files",
  ASTDATADIR: "Folder of data, such as sounds",
  ASTDBDIR: "Place of AstDB",
  ASTETCDIR: "Folder of configuration files",
  ASTKEYDIR: "Folder of keys",
  ASTLOGDIR: "Folder of logs",
  ASTMODDIR: "Folder of modules",
  ASTRUNDIR: "Folder of the process file and control socket",
  ASTSBINDIR: "Folder of programs",
  ASTSPOOLDIR: "Folder of the spool",
  ASTVARLIBDIR: "Folder of variable data",
  ATTENDEDTRANSFER: "Channel that transferred this one, attended",
  BLINDTRANSFER: "Channel that transferred this one, blind",
  BRIDGEPEER: "Channel that this one talks or talked to",
  BRIDGEPVTCALLID: "What the other channel's technology calls its call",
  CALLINGANI2: "ANI II digits of the caller",
  CALLINGPRES: "Presentation of the caller, a number",
  CALLINGTNS: "Transit network selector",
  CALLINGTON: "Type of number of the caller",
  CHANNEL: "Name of the channel",
  CONTEXT: "Context of the dialplan that the channel is in",
  ENTITYID: "What identifies this Asterisk",
  EPOCH: "The time in seconds since 1970",
  EXTEN: "Extension that the channel is in",
  FORWARDERNAME: "Channel that forwarded the call here",
  HANGUPCAUSE: "Why the channel was hung up, a number of Q.850",
  HINT: "Hint of the extension that the channel is in",
  HINTNAME: "Name in that hint",
  INVALID_EXTEN: "Extension that was asked for and does not exist",
  PRIORITY: "Priority that the channel is at",
  SIPDOMAIN: "Domain that the call was for",
  SYSTEMNAME: "Name of this Asterisk, of asterisk.conf",
  TRANSFERERNAME: "Channel that transfers this one",
  UNIQUEID: "Identifies the channel on its Asterisk",
};
