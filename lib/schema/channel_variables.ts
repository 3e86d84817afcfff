/**
 * The channel variables.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

/**
 * The channel variables that Asterisk provides, and those that applications, functions and AGI
 * commands set, with their values as far as there is a list of them.
 *
 * A variable that nobody has set has no value; a dialplan can write others into any of them.
 */
export interface ChannelVariables {
  /** Set by `Queue`. */
  readonly ABANDONED: "TRUE";

  /** Set by `AgentLogin`, `AgentRequest`. */
  readonly AGENT_STATUS:
    | "ALREADY_LOGGED_IN"
    | "BUSY"
    | "ERROR"
    | "INVALID"
    | "NOT_CONNECTED"
    | "NOT_LOGGED_IN";

  /** Set by `AGI`, `DeadAGI`, `EAGI`. */
  readonly AGISTATUS: "SUCCESS" | "FAILURE" | "NOTFOUND" | "HANGUP";

  /** Set by `AMD`. */
  readonly AMDCAUSE:
    | `HUMAN-${string}`
    | `INITIALSILENCE-${string}`
    | `LONGGREETING-${string}`
    | `MAXWORDLENGTH-${string}`
    | `MAXWORDS-${string}`
    | `NOAUDIODATA-${string}`
    | `TOOLONG-${string}`
    | "";

  /** Set by `AMD`. */
  readonly AMDSTATUS: "MACHINE" | "HUMAN" | "NOTSURE" | "HANGUP" | "";

  /**
   * Seconds from the answer to the end.
   *
   * Set by `Dial`, `FollowMe`, `Queue`.
   */
  readonly ANSWEREDTIME: string;

  /** Set by `Dial`, `Queue`. */
  readonly ANSWEREDTIME_MS: string;

  /** Set by `AddQueueMember`. */
  readonly AQMSTATUS: "ADDED" | "MEMBERALREADY" | "NOSUCHQUEUE";

  /** Folder of AGI scripts. */
  readonly ASTAGIDIR: string;

  /** Folder of cached files. */
  readonly ASTCACHEDIR: string;

  /** Folder of data, such as sounds. */
  readonly ASTDATADIR: string;

  /** Place of AstDB. */
  readonly ASTDBDIR: string;

  /** Folder of configuration files. */
  readonly ASTETCDIR: string;

  /** Folder of keys. */
  readonly ASTKEYDIR: string;

  /** Folder of logs. */
  readonly ASTLOGDIR: string;

  /** Folder of modules. */
  readonly ASTMODDIR: string;

  /** Folder of the process file and control socket. */
  readonly ASTRUNDIR: string;

  /** Folder of programs. */
  readonly ASTSBINDIR: string;

  /** Folder of the spool. */
  readonly ASTSPOOLDIR: string;

  /** Folder of variable data. */
  readonly ASTVARLIBDIR: string;

  /** Channel that transferred this one, attended. */
  readonly ATTENDEDTRANSFER: string;

  /** Set by `AttendedTransfer`. */
  readonly ATTENDEDTRANSFERSTATUS: "SUCCESS" | "FAILURE" | "NOTPERMITTED";

  /** Set by `VMAuthenticate`. */
  readonly AUTH_CONTEXT: string;

  /** Set by `VMAuthenticate`. */
  readonly AUTH_MAILBOX: string;

  /** Set by `ChanIsAvail`. */
  readonly AVAILCAUSECODE: string;

  /** Set by `ChanIsAvail`. */
  readonly AVAILCHAN: string;

  /** Set by `ChanIsAvail`. */
  readonly AVAILORIGCHAN: string;

  /** Set by `ChanIsAvail`. */
  readonly AVAILSTATUS: string;

  /** Set by `BackGround`. */
  readonly BACKGROUNDSTATUS: "SUCCESS" | "FAILED";

  /** Channel that transferred this one, blind. */
  readonly BLINDTRANSFER: string;

  /** Set by `BlindTransfer`. */
  readonly BLINDTRANSFERSTATUS: "SUCCESS" | "FAILURE" | "INVALID" | "NOTPERMITTED";

  /** Channel that this one talks or talked to. */
  readonly BRIDGEPEER: string;

  /** What the other channel's technology calls its call. */
  readonly BRIDGEPVTCALLID: string;

  /** Set by `Bridge`, `BridgeAdd`. */
  readonly BRIDGERESULT: "SUCCESS" | "FAILURE" | "LOOP" | "NONEXISTENT";

  /** Set by `CALENDAR_WRITE`. */
  readonly CALENDAR_SUCCESS: "1" | "0";

  /** Set by `CALLERID`. */
  readonly CALL_QUALIFIER: string;

  /** ANI II digits of the caller. */
  readonly CALLINGANI2: string;

  /** Presentation of the caller, a number. */
  readonly CALLINGPRES: string;

  /** Transit network selector. */
  readonly CALLINGTNS: string;

  /** Type of number of the caller. */
  readonly CALLINGTON: string;

  /** Set by `CallCompletionCancel`. */
  readonly CC_CANCEL_REASON: "NO_CORE_INSTANCE" | "NOT_GENERIC" | "UNSPECIFIED";

  /** Set by `CallCompletionCancel`. */
  readonly CC_CANCEL_RESULT: "SUCCESS" | "FAIL";

  /** Set by `CallCompletionRequest`. */
  readonly CC_REQUEST_REASON:
    | "NO_CORE_INSTANCE"
    | "NOT_GENERIC"
    | "TOO_MANY_REQUESTS"
    | "UNSPECIFIED";

  /** Set by `CallCompletionRequest`. */
  readonly CC_REQUEST_RESULT: "SUCCESS" | "FAIL";

  /** Name of the channel. */
  readonly CHANNEL: string;

  /** Set by `ChannelRedirect`. */
  readonly CHANNELREDIRECT_STATUS: "NOCHANNEL" | "SUCCESS";

  /** Set by `ODBC_Commit`. */
  readonly COMMIT_RESULT: string;

  /** Set by `ConfBridge`. */
  readonly CONFBRIDGE_RESULT: "FAILED" | "HANGUP" | "KICKED" | "ENDMARKED" | "DTMF" | "TIMEOUT";

  /** Set by `ConfKick`. */
  readonly CONFKICKSTATUS: "FAILURE" | "SUCCESS";

  /** Context of the dialplan that the channel is in. */
  readonly CONTEXT: string;

  /** Set by `ControlPlayback`, `CONTROL STREAM FILE`. */
  readonly CPLAYBACKOFFSET: string;

  /** Set by `ControlPlayback`, `CONTROL STREAM FILE`. */
  readonly CPLAYBACKSTATUS: "SUCCESS" | "USERSTOPPED" | "REMOTESTOPPED" | "ERROR";

  /** Set by `ControlPlayback`, `CONTROL STREAM FILE`. */
  readonly CPLAYBACKSTOPKEY: string;

  /** Set by `Dial`. */
  readonly DIALEDPEERNAME: string;

  /** Set by `Dial`, `Queue`. */
  readonly DIALEDPEERNUMBER: string;

  /** Set by `Dial`, `FollowMe`, `Queue`. */
  readonly DIALEDTIME: string;

  /** Set by `Dial`, `Queue`. */
  readonly DIALEDTIME_MS: string;

  /** Set by `Dial`. */
  readonly DIALSTATUS:
    | "CHANUNAVAIL"
    | "CONGESTION"
    | "NOANSWER"
    | "BUSY"
    | "ANSWER"
    | "CANCEL"
    | "DONTCALL"
    | "TORTURE"
    | "INVALIDARGS";

  /** Set by `Directory`. */
  readonly DIRECTORY_EXTEN: string;

  /** Set by `Directory`. */
  readonly DIRECTORY_RESULT:
    | "OPERATOR"
    | "ASSISTANT"
    | "TIMEOUT"
    | "HANGUP"
    | "SELECTED"
    | "USEREXIT"
    | "FAILED";

  /** What identifies this Asterisk. */
  readonly ENTITYID: string;

  /** The time in seconds since 1970. */
  readonly EPOCH: string;

  /** Extension that the channel is in. */
  readonly EXTEN: string;

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXBITRATE: string;

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXERROR: string;

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXMODE: "audio" | "T38";

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXPAGES: string;

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXRESOLUTION: string;

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXSTATUS: "SUCCESS" | "FAILED";

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly FAXSTATUSSTRING: string;

  /**
   * Channel that forwarded the call here.
   *
   * Set by `Dial`.
   */
  readonly FORWARDERNAME: string;

  /** Set by `Gosub`, `Return`, `GOSUB`. */
  readonly GOSUB_RETVAL: string;

  /** Why the channel was hung up, a number of Q.850. */
  readonly HANGUPCAUSE: string;

  /** Hint of the extension that the channel is in. */
  readonly HINT: string;

  /** Name in that hint. */
  readonly HINTNAME: string;

  /**
   * Extension that was asked for and does not exist.
   *
   * Set by `ReadExten`.
   */
  readonly INVALID_EXTEN: string;

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly LOCALSTATIONID: string;

  /** Set by `MeetMe`. */
  readonly MEETME_EXIT_KEY: string;

  /** Set by `MeetMeAdmin`. */
  readonly MEETMEADMINSTATUS: "NOPARSE" | "NOTFOUND" | "FAILED" | "OK";

  /** Set by `MeetMe`. */
  readonly MEETMEBOOKID: string;

  /** Set by `MeetMe`. */
  readonly MEETMESECS: string;

  /** Set by `MeetMe`. */
  readonly MEETMEUNIQUEID: string;

  /** Set by `MessageSend`. */
  readonly MESSAGE_SEND_STATUS: "INVALID_PROTOCOL" | "INVALID_URI" | "SUCCESS" | "FAILURE";

  /** Set by `MixMonitor`. */
  readonly MIXMONITOR_FILENAME: string;

  /** Set by `MinivmAccMess`. */
  readonly MVM_ACCMESS_STATUS: "SUCCESS" | "FAILED";

  /** Set by `MinivmDelete`. */
  readonly MVM_DELETE_STATUS: "SUCCESS" | "FAILED";

  /** Set by `MinivmRecord`. */
  readonly MVM_DURATION: string;

  /** Set by `MinivmRecord`. */
  readonly MVM_FILENAME: string;

  /** Set by `MinivmRecord`. */
  readonly MVM_FORMAT: string;

  /** Set by `MinivmGreet`. */
  readonly MVM_GREET_STATUS: "SUCCESS" | "USEREXIT" | "FAILED";

  /** Set by `MinivmNotify`. */
  readonly MVM_NOTIFY_STATUS: "SUCCESS" | "FAILED";

  /** Set by `MinivmRecord`. */
  readonly MVM_RECORD_STATUS: "SUCCESS" | "USEREXIT" | "FAILED";

  /** Set by `ODBC_FETCH`. */
  readonly ODBC_FETCH_STATUS: "SUCCESS" | "FAILURE";

  /** Set by `Originate`. */
  readonly ORIGINATE_STATUS:
    | "FAILED"
    | "SUCCESS"
    | "BUSY"
    | "CONGESTION"
    | "HANGUP"
    | "RINGING"
    | "UNKNOWN";

  /** Set by `OSPAuth`. */
  readonly OSPAUTHSTATUS: "SUCCESS" | "FAILED" | "ERROR";

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPDESTINATION: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPDESTREMAILS: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPDIALSTR: string;

  /** Set by `OSPFinish`. */
  readonly OSPFINISHSTATUS: "SUCCESS" | "FAILED" | "ERROR";

  /** Set by `OSPAuth`. */
  readonly OSPINHANDLE: string;

  /** Set by `OSPAuth`. */
  readonly OSPINTIMELIMIT: string;

  /** Set by `OSPLookup`. */
  readonly OSPLOOKUPSTATUS: "SUCCESS" | "FAILED" | "ERROR";

  /** Set by `OSPNext`. */
  readonly OSPNEXTSTATUS: "SUCCESS" | "FAILED" | "ERROR";

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTALTSPN: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTCALLED: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTCALLID: string;

  /** Set by `OSPLookup`. */
  readonly OSPOUTCALLIDTYPES: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTCALLING: string;

  /** Set by `OSPLookup`. */
  readonly OSPOUTHANDLE: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTMCC: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTMNC: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTNETWORKID: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTNPCIC: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTNPDI: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTNPRN: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTOCN: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTSPID: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTSPN: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTTECH: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTTIMELIMIT: string;

  /** Set by `OSPLookup`, `OSPNext`. */
  readonly OSPOUTTOKEN: string;

  /** Set by `Playback`, `STREAM FILE`. */
  readonly PLAYBACKSTATUS: "SUCCESS" | "FAILED";

  /** Set by `PauseQueueMember`. */
  readonly PQMSTATUS: "PAUSED" | "NOTFOUND";

  /** Priority that the channel is at. */
  readonly PRIORITY: string;

  /** Set by `PrivacyManager`. */
  readonly PRIVACYMGRSTATUS: "SUCCESS" | "FAILED";

  /** Set by `Dial`. */
  readonly PROGRESSTIME: string;

  /** Set by `Dial`. */
  readonly PROGRESSTIME_MS: string;

  /** Set by `Queue`. */
  readonly QUEUE_WITHDRAW_INFO: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUEABANDONED: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUECALLS: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUECOMPLETED: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUEHOLDTIME: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUEMAX: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUESRVLEVEL: string;

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUESRVLEVELPERF: string;

  /** Set by `Queue`. */
  readonly QUEUESTATUS:
    | "TIMEOUT"
    | "FULL"
    | "JOINEMPTY"
    | "LEAVEEMPTY"
    | "JOINUNAVAIL"
    | "LEAVEUNAVAIL"
    | "CONTINUE"
    | "WITHDRAW";

  /** Set by `QUEUE_VARIABLES`. */
  readonly QUEUESTRATEGY: string;

  /** Set by `Queue`. */
  readonly QUEUEWAIT: string;

  /** Set by `Queue`. */
  readonly QUEUEWAIT_MS: string;

  /** Set by `ReadExten`. */
  readonly READEXTENSTATUS: "OK" | "TIMEOUT" | "INVALID" | "SKIP" | "ERROR" | "HANGUP" | "";

  /** Set by `Read`. */
  readonly READSTATUS: "OK" | "ERROR" | "HANGUP" | "INTERRUPTED" | "SKIPPED" | "TIMEOUT";

  /** Set by `ReceiveMF`. */
  readonly RECEIVEMFSTATUS: "START" | "ERROR" | "HANGUP" | "MAXDIGITS" | "TIMEOUT";

  /** Set by `ReceiveSF`. */
  readonly RECEIVESFSTATUS: "START" | "ERROR" | "HANGUP" | "MAXDIGITS" | "TIMEOUT";

  /** Set by `ReceiveText`. */
  readonly RECEIVETEXTMESSAGE: string;

  /** Set by `ReceiveText`. */
  readonly RECEIVETEXTSTATUS: "SUCCESS" | "FAILURE";

  /** Set by `Record`. */
  readonly RECORD_STATUS: "DTMF" | "SILENCE" | "SKIP" | "TIMEOUT" | "HANGUP" | "ERROR" | "OPERATOR";

  /** Set by `Record`. */
  readonly RECORDED_FILE: string;

  /** Set by `Reload`. */
  readonly RELOADSTATUS: "SUCCESS" | "FAILURE";

  /** Set by `ReceiveFAX`, `SendFAX`. */
  readonly REMOTESTATIONID: string;

  /** Set by `Dial`. */
  readonly RINGTIME: string;

  /** Set by `Dial`. */
  readonly RINGTIME_MS: string;

  /** Set by `ODBC_Rollback`. */
  readonly ROLLBACK_RESULT: string;

  /** Set by `RemoveQueueMember`. */
  readonly RQMSTATUS: "REMOVED" | "NOTINQUEUE" | "NOSUCHQUEUE" | "NOTDYNAMIC";

  /** Set by `SendImage`. */
  readonly SENDIMAGESTATUS: "SUCCESS" | "FAILURE" | "UNSUPPORTED";

  /** Set by `SendText`. */
  readonly SENDTEXTSTATUS: "SUCCESS" | "FAILURE" | "UNSUPPORTED";

  /** Set by `SendText`. */
  readonly SENDTEXTTYPE: "NONE" | "BASIC" | "ENHANCED";

  /** Set by `SendURL`. */
  readonly SENDURLSTATUS: "SUCCESS" | "FAILURE" | "NOLOAD" | "UNSUPPORTED";

  /** Set by `Signal`. */
  readonly SIGNALSTATUS: "SUCCESS" | "FAILURE";

  /** Domain that the call was for. */
  readonly SIPDOMAIN: string;

  /** Set by `SLAStation`. */
  readonly SLASTATION_STATUS: "FAILURE" | "CONGESTION" | "SUCCESS";

  /** Set by `SLATrunk`. */
  readonly SLATRUNK_STATUS: "FAILURE" | "SUCCESS" | "UNANSWERED" | "RINGTIMEOUT";

  /** Set by `Stasis`, `StasisBroadcast`. */
  readonly STASISSTATUS: "SUCCESS" | "FAILED" | "TIMEOUT" | "";

  /** Name of this Asterisk, of asterisk.conf. */
  readonly SYSTEMNAME: string;

  /** Set by `System`, `TrySystem`. */
  readonly SYSTEMSTATUS: "FAILURE" | "SUCCESS" | "APPERROR";

  /** Set by `BackgroundDetect`. */
  readonly TALK_DETECTED: string;

  /** Set by `ToneScan`. */
  readonly TONESCANSTATUS:
    | "RINGING"
    | "BUSY"
    | "SIT"
    | "VOICE"
    | "DTMF"
    | "FAX"
    | "MODEM"
    | "DIALTONE"
    | "NUT"
    | "TIMEOUT"
    | "HANGUP"
    | "ERROR";

  /** Channel that transfers this one. */
  readonly TRANSFERERNAME: string;

  /** Set by `Transfer`. */
  readonly TRANSFERSTATUS: "SUCCESS" | "FAILURE" | "UNSUPPORTED";

  /** Set by `Transfer`. */
  readonly TRANSFERSTATUSPROTOCOL: string;

  /** Set by `TryExec`. */
  readonly TRYSTATUS: "SUCCESS" | "FAILED" | "NOAPP";

  /** Identifies the channel on its Asterisk. */
  readonly UNIQUEID: string;

  /** Set by `UnpauseQueueMember`. */
  readonly UPQMSTATUS: "UNPAUSED" | "NOTFOUND";

  /** Set by `MailboxExists`. */
  readonly VMBOXEXISTSSTATUS: "SUCCESS" | "FAILED";

  /** Set by `VoiceMail`. */
  readonly VMSTATUS: "SUCCESS" | "USEREXIT" | "FAILED";

  /** Set by `VoiceMailPlayMsg`. */
  readonly VOICEMAIL_PLAYBACKSTATUS: "SUCCESS" | "FAILED";

  /** Set by `WaitDigit`. */
  readonly WAITDIGITRESULT: string;

  /** Set by `WaitDigit`. */
  readonly WAITDIGITSTATUS: "ERROR" | "DTMF" | "TIMEOUT" | "CANCEL";

  /** Set by `WaitForCondition`. */
  readonly WAITFORCONDITIONSTATUS: "TRUE" | "FAILURE" | "TIMEOUT" | "HANGUP";

  /** Set by `WaitForSignal`. */
  readonly WAITFORSIGNALPAYLOAD: string;

  /** Set by `WaitForSignal`. */
  readonly WAITFORSIGNALSTATUS: "SIGNALED" | "TIMEOUT" | "HANGUP";

  /** Set by `WaitForTone`. */
  readonly WAITFORTONESTATUS: "SUCCESS" | "ERROR" | "TIMEOUT" | "HANGUP";

  /** Set by `WaitForNoise`, `WaitForSilence`. */
  readonly WAITSTATUS: "SILENCE" | "TIMEOUT" | "NOISE" | "HANGUP";

  /** Set by `WaitUntil`. */
  readonly WAITUNTILSTATUS: "OK" | "FAILURE" | "HANGUP" | "PAST";

  /** Set by `Zapateller`. */
  readonly ZAPATELLERSTATUS: "NOTHING" | "ANSWERED" | "ZAPPED";
}
