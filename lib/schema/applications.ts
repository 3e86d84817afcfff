/**
 * The dialplan applications.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

import type { Argument, Arguments, OtherArgument } from "./basics.ts";

/**
 * The dialplan applications, by the names that Asterisk documents.
 *
 * Each resolves to what the application returned: 0 when it went well, -1 when the channel hung up
 * or the application ended the call, for some the code of a key that was pressed. Its arguments go
 * to Asterisk as the dialplan would write them, divided by commas; `undefined` is an empty one.
 */
export interface Applications {
  /**
   * Makes a device a member of a queue.
   *
   * `AddQueueMember(queuename,interface,penalty,options,membername,stateinterface,wrapuptime)`
   *
   * Options: `p`, `r(reason)`.
   *
   * Sets `AQMSTATUS` (`ADDED`, `MEMBERALREADY`, `NOSUCHQUEUE`).
   *
   * In Asterisk 22 and 16, since 0.5.0. Module `app_queue`.
   */
  AddQueueMember(
    queuename: Argument,
    memberInterface?: Argument,
    penalty?: Argument,
    options?: Argument,
    membername?: Argument,
    stateinterface?: Argument,
    wrapuptime?: Argument,
  ): Promise<number>;

  /**
   * Loads a script into an ADSI phone.
   *
   * `ADSIProg(script)`
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `app_adsiprog`.
   */
  ADSIProg(script?: Argument): Promise<number>;

  /**
   * Runs a subroutine that was written in AEL.
   *
   * `AELSub(routine,args[,...])`
   *
   * In Asterisk 22 and 16, since 10.0.0. Module `pbx_ael`.
   */
  AELSub(routine: Argument, ...args: Arguments): Promise<number>;

  /**
   * Makes the caller an agent who waits for calls.
   *
   * `AgentLogin(AgentId,options)`
   *
   * Options: `s`.
   *
   * Sets `AGENT_STATUS` (`ALREADY_LOGGED_IN`, `BUSY`, `ERROR`, `INVALID`, `NOT_CONNECTED`,
   * `NOT_LOGGED_IN`).
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_agent_pool`.
   */
  AgentLogin(agentId: Argument, options?: Argument): Promise<number>;

  /**
   * Connects the caller to an agent who is logged in.
   *
   * `AgentRequest(AgentId)`
   *
   * Sets `AGENT_STATUS` (`ALREADY_LOGGED_IN`, `BUSY`, `ERROR`, `INVALID`, `NOT_CONNECTED`,
   * `NOT_LOGGED_IN`).
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_agent_pool`.
   */
  AgentRequest(agentId: Argument): Promise<number>;

  /**
   * Runs a script: a program, a FastAGI server such as Lunopark, or AsyncAGI.
   *
   * `AGI(command,arg1[,arg2[,...]])`
   *
   * Sets `AGISTATUS` (`SUCCESS`, `FAILURE`, `NOTFOUND`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 0.1.9. Module `res_agi`.
   */
  AGI(command: Argument, ...args: Arguments): Promise<number>;

  /**
   * Takes reports of burglar alarms.
   *
   * `AlarmReceiver()`
   *
   * Looks at `ALARMRECEIVER_CALL_LIMIT`, `ALARMRECEIVER_RETRIES_LIMIT`.
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_alarmreceiver`.
   */
  AlarmReceiver(): Promise<number>;

  /**
   * Guesses whether a person or an answering machine has answered.
   *
   * `AMD(initialSilence,greeting,afterGreetingSilence,totalAnalysisTime,miniumWordLength,betweenWordSilence,maximumNumberOfWords,silenceThreshold,maximumWordLength,audioFile)`
   *
   * Sets `AMDSTATUS` (`MACHINE`, `HUMAN`, `NOTSURE`, `HANGUP`), `AMDCAUSE`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_amd`.
   */
  AMD(
    initialSilence?: Argument,
    greeting?: Argument,
    afterGreetingSilence?: Argument,
    totalAnalysisTime?: Argument,
    miniumWordLength?: Argument,
    betweenWordSilence?: Argument,
    maximumNumberOfWords?: Argument,
    silenceThreshold?: Argument,
    maximumWordLength?: Argument,
    audioFile?: Argument,
  ): Promise<number>;

  /**
   * Answers the call.
   *
   * `Answer(delay,options)`
   *
   * Options: `i`.
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Answer(delay?: Argument, options?: Argument): Promise<number>;

  /**
   * Begins an attended transfer of the other side to an extension.
   *
   * `AttendedTransfer(exten)`
   *
   * Sets `ATTENDEDTRANSFERSTATUS` (`SUCCESS`, `FAILURE`, `NOTPERMITTED`).
   *
   * In Asterisk 22 and 16, since 13.28.0, 16.5.0. Module `app_attended_transfer`.
   */
  AttendedTransfer(exten: Argument): Promise<number>;

  /**
   * Sends the sound to a TCP server and plays what comes back.
   *
   * `AudioSocket(uuid,service)`
   *
   * In Asterisk 22, not in 16, since 18.0.0. Module `app_audiosocket`.
   */
  AudioSocket(uuid: Argument, service: Argument): Promise<number>;

  /**
   * Asks for a password until it is right.
   *
   * `Authenticate(password,options,maxdigits,prompt[&prompt2[&...]])`
   *
   * Options: `a`, `d`, `m`, `r`.
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `app_authenticate`.
   */
  Authenticate(
    password: Argument,
    options?: Argument,
    maxdigits?: Argument,
    prompt?: Argument,
  ): Promise<number>;

  /**
   * Plays files while the caller may dial an extension.
   *
   * `BackGround(filename1[&filename2[&...]],options,langoverride,context)`
   *
   * Options: `s`, `n`, `m`, `p`.
   *
   * Sets `BACKGROUNDSTATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  BackGround(
    filenames: Argument,
    options?: Argument,
    langoverride?: Argument,
    context?: Argument,
  ): Promise<number>;

  /** {@linkcode Applications.BackGround}, as it is often written. */
  Background(
    filenames: Argument,
    options?: Argument,
    langoverride?: Argument,
    context?: Argument,
  ): Promise<number>;

  /**
   * Plays a file until the caller talks.
   *
   * `BackgroundDetect(filename,sil,min,max,analysistime)`
   *
   * Sets `TALK_DETECTED`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_talkdetect`.
   */
  BackgroundDetect(
    filename: Argument,
    sil?: Argument,
    min?: Argument,
    max?: Argument,
    analysistime?: Argument,
  ): Promise<number>;

  /**
   * Transfers the other side to an extension.
   *
   * `BlindTransfer(exten,context)`
   *
   * Sets `BLINDTRANSFERSTATUS` (`SUCCESS`, `FAILURE`, `INVALID`, `NOTPERMITTED`).
   *
   * In Asterisk 22 and 16, since 13.28.0, 16.5.0. Module `app_blind_transfer`.
   */
  BlindTransfer(exten: Argument, context?: Argument): Promise<number>;

  /**
   * Talks to a channel that is there already.
   *
   * `Bridge(channel,options)`
   *
   * Options: `p`, `F(context^exten^priority)`, `F`, `h`, `H`, `k`, `K`, `L(x[:y][:z])`, `n`,
   * `S(x)`, `t`, `T`, `w`, `W`, `x`.
   *
   * Sets `BRIDGERESULT` (`SUCCESS`, `FAILURE`, `LOOP`, `NONEXISTENT`). Looks at
   * `LIMIT_PLAYAUDIO_CALLER`, `LIMIT_PLAYAUDIO_CALLEE`, `LIMIT_TIMEOUT_FILE`, `LIMIT_CONNECT_FILE`,
   * `LIMIT_WARNING_FILE`.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  Bridge(channel: Argument, options?: Argument): Promise<number>;

  /**
   * Joins the bridge of another channel.
   *
   * `BridgeAdd(channel)`
   *
   * Sets `BRIDGERESULT` (`SUCCESS`, `FAILURE`, `LOOP`, `NONEXISTENT`).
   *
   * In Asterisk 22 and 16, since 14.0.0. Module `app_bridgeaddchan`.
   */
  BridgeAdd(channel: Argument): Promise<number>;

  /**
   * Waits in a bridge for others, with music.
   *
   * `BridgeWait(name,role,options)`
   *
   * Options: `m(class)`, `e`, `S(duration)`, `n`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_bridgewait`.
   */
  BridgeWait(
    name?: Argument,
    role?: "participant" | "announcer" | OtherArgument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Speaks to several channels at once.
   *
   * `Broadcast(options,channel[,channel[,...]])`
   *
   * Options: `b`, `l`, `o`, `r`, `s`, `w`.
   *
   * In Asterisk 22, not in 16, since 18.17.0, 20.2.0. Module `app_broadcast`.
   */
  Broadcast(options: Argument, ...channels: Arguments): Promise<number>;

  /**
   * Tells the caller that it is busy, and ends the call.
   *
   * `Busy(timeout)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Busy(timeout?: Argument): Promise<number>;

  /**
   * Takes back a request to be called when a party is free.
   *
   * `CallCompletionCancel()`
   *
   * Sets `CC_CANCEL_RESULT` (`SUCCESS`, `FAIL`), `CC_CANCEL_REASON` (`NO_CORE_INSTANCE`,
   * `NOT_GENERIC`, `UNSPECIFIED`).
   *
   * In Asterisk 22 and 16, since 1.8.0.
   */
  CallCompletionCancel(): Promise<number>;

  /**
   * Asks to be called when the party that was dialled is free.
   *
   * `CallCompletionRequest()`
   *
   * Sets `CC_REQUEST_RESULT` (`SUCCESS`, `FAIL`), `CC_REQUEST_REASON` (`NO_CORE_INSTANCE`,
   * `NOT_GENERIC`, `TOO_MANY_REQUESTS`, `UNSPECIFIED`).
   *
   * In Asterisk 22 and 16, since 1.8.0.
   */
  CallCompletionRequest(): Promise<number>;

  /**
   * Writes an event of one's own into the channel event log.
   *
   * `CELGenUserEvent(event-name[,extra])`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `app_celgenuserevent`.
   */
  CELGenUserEvent(eventName: Argument, extra?: Argument): Promise<number>;

  /**
   * Changes the file of a recording.
   *
   * `ChangeMonitor(filename_base)`
   *
   * In Asterisk 16, not in 22.
   */
  ChangeMonitor(filenameBase: Argument): Promise<number>;

  /**
   * Finds a channel that can be dialled.
   *
   * `ChanIsAvail(Technology/Resource[&Technology2/Resource2[&...]],options)`
   *
   * Options: `a`, `s`, `t`.
   *
   * Sets `AVAILCHAN`, `AVAILORIGCHAN`, `AVAILSTATUS`, `AVAILCAUSECODE`.
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `app_chanisavail`.
   */
  ChanIsAvail(technologyResource?: Argument, options?: Argument): Promise<number>;

  /**
   * Sends another channel to a place in the dialplan.
   *
   * `ChannelRedirect(channel,[[context,]extension,]priority)`
   *
   * Sets `CHANNELREDIRECT_STATUS` (`NOCHANNEL`, `SUCCESS`).
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_channelredirect`.
   */
  ChannelRedirect(channel: Argument, priority: Argument): Promise<number>;
  /**
   * Sends another channel to a place in the dialplan.
   *
   * `ChannelRedirect(channel,[[context,]extension,]priority)`
   *
   * Sets `CHANNELREDIRECT_STATUS` (`NOCHANNEL`, `SUCCESS`).
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_channelredirect`.
   */
  ChannelRedirect(channel: Argument, extension: Argument, priority: Argument): Promise<number>;
  /**
   * Sends another channel to a place in the dialplan.
   *
   * `ChannelRedirect(channel,[[context,]extension,]priority)`
   *
   * Sets `CHANNELREDIRECT_STATUS` (`NOCHANNEL`, `SUCCESS`).
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_channelredirect`.
   */
  ChannelRedirect(
    channel: Argument,
    context: Argument,
    extension: Argument,
    priority: Argument,
  ): Promise<number>;

  /**
   * Listens to channels, and may speak to them.
   *
   * `ChanSpy(chanprefix,options)`
   *
   * Options: `b`, `B`, `c(digit)`, `d`, `e(ext)`, `E`, `g(grp)`, `l`, `n(mailbox@context)`, `N`,
   * `o`, `q`, `r(basename)`, `s`, `S`, `u`, `v(value)`, `w`, `W`, `x(digit)`, `X`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_chanspy`.
   */
  ChanSpy(chanprefix?: Argument, options?: Argument): Promise<number>;

  /**
   * Empties a hash.
   *
   * `ClearHash(hashname)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_strings`.
   */
  ClearHash(hashname: Argument): Promise<number>;

  /**
   * Joins a conference.
   *
   * `ConfBridge(conference,bridge_profile,user_profile,menu)`
   *
   * Sets `CONFBRIDGE_RESULT` (`FAILED`, `HANGUP`, `KICKED`, `ENDMARKED`, `DTMF`, `TIMEOUT`).
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_confbridge`.
   */
  ConfBridge(
    conference: Argument,
    bridgeProfile?: Argument,
    userProfile?: Argument,
    menu?: Argument,
  ): Promise<number>;

  /**
   * Removes users from a conference.
   *
   * `ConfKick(conference,channel)`
   *
   * Sets `CONFKICKSTATUS` (`FAILURE`, `SUCCESS`).
   *
   * In Asterisk 22 and 16, since 16.19.0, 18.5.0. Module `app_confbridge`.
   */
  ConfKick(conference: Argument, channel?: Argument): Promise<number>;

  /**
   * Tells the caller that the lines are busy, and ends the call.
   *
   * `Congestion(timeout)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Congestion(timeout?: Argument): Promise<number>;

  /**
   * Goes back to the beginning of a While loop.
   *
   * `ContinueWhile()`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_while`.
   */
  ContinueWhile(): Promise<number>;

  /**
   * Plays a file that the caller can wind with keys.
   *
   * `ControlPlayback(filename,skipms,ff,rew,stop,pause,restart,options)`
   *
   * Options: `o(time)`.
   *
   * Sets `CPLAYBACKSTATUS` (`SUCCESS`, `USERSTOPPED`, `REMOTESTOPPED`, `ERROR`), `CPLAYBACKOFFSET`,
   * `CPLAYBACKSTOPKEY`.
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_controlplayback`.
   */
  ControlPlayback(
    filename: Argument,
    skipms?: Argument,
    ff?: Argument,
    rew?: Argument,
    stop?: Argument,
    pause?: Argument,
    restart?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Accepts an R2 call.
   *
   * `DAHDIAcceptR2Call(charge)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `chan_dahdi`.
   */
  DAHDIAcceptR2Call(charge: Argument): Promise<number>;

  /**
   * Runs a remote access server on an ISDN channel.
   *
   * `DAHDIRAS(args)`
   *
   * In Asterisk 16, not in 22.
   */
  DAHDIRAS(args: Argument): Promise<number>;

  /**
   * Listens to DAHDI channels one after the other.
   *
   * `DAHDIScan(group)`
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `app_chanspy`.
   */
  DAHDIScan(group?: Argument): Promise<number>;

  /**
   * Deflects an ISDN call.
   *
   * `DAHDISendCallreroutingFacility(destination,original,reason)`
   *
   * In Asterisk 22 and 16, since 1.6.2.0. Module `chan_dahdi`.
   */
  DAHDISendCallreroutingFacility(
    destination: Argument,
    original?: Argument,
    reason?: Argument,
  ): Promise<number>;

  /**
   * Sends digits out of band on an ISDN channel.
   *
   * `DAHDISendKeypadFacility(digits)`
   *
   * In Asterisk 22 and 16, since 1.4.22. Module `chan_dahdi`.
   */
  DAHDISendKeypadFacility(digits: Argument): Promise<number>;

  /**
   * Says a time.
   *
   * `DateTime(unixtime,timezone,format)`
   *
   * In Asterisk 22 and 16, since 0.2.0. Module `app_sayunixtime`.
   */
  DateTime(unixtime?: Argument, timezone?: Argument, format?: Argument): Promise<number>;

  /**
   * Deletes a family or a part of it from AstDB.
   *
   * `DBdeltree(familyKeytree)`
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `app_db`.
   */
  DBdeltree(familyKeytree: Argument): Promise<number>;

  /**
   * Runs a script on a channel that has hung up; AGI does so too.
   *
   * `DeadAGI(command,arg1[,arg2[,...]])`
   *
   * Sets `AGISTATUS` (`SUCCESS`, `FAILURE`, `NOTFOUND`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `res_agi`.
   */
  DeadAGI(command: Argument, ...args: Arguments): Promise<number>;

  /**
   * Calls one or several devices and connects the caller to the one that answers.
   *
   * `Dial(Technology/Resource[&Technology2/Resource2[&...]],timeout,options,URL)`
   *
   * Options: `A(x:y)`, `a`, `b(context^exten^priority)`, `B(context^exten^priority)`, `C`, `c`,
   * `d`, `D(called:calling:progress:mfprogress:mfwink:sfprogress:sfwink)`, `E`, `e`, `f(x)`,
   * `F(context^exten^priority)`, `F`, `g`, `G(context^exten^priority)`, `h`, `H`, `i`, `I`, `j`,
   * `k`, `K`, `L(x:y:z)`, `m(class)`, `n(delete)`, `N`, `o(x)`, `O(mode)`, `p`, `P(x)`, `Q(cause)`,
   * `r(tone)`, `R`, `S(x)`, `s(x)`, `t`, `T`, `U(x^arg)`, `u(x)`, `w`, `W`, `x`, `X`, `z`.
   *
   * Sets `DIALEDTIME`, `DIALEDTIME_MS`, `ANSWEREDTIME`, `ANSWEREDTIME_MS`, `RINGTIME`,
   * `RINGTIME_MS`, `PROGRESSTIME`, `PROGRESSTIME_MS`, `DIALEDPEERNAME`, `DIALEDPEERNUMBER`,
   * `FORWARDERNAME`, `DIALSTATUS` (`CHANUNAVAIL`, `CONGESTION`, `NOANSWER`, `BUSY`, `ANSWER`,
   * `CANCEL`, `DONTCALL`, `TORTURE`, `INVALIDARGS`). Looks at `LIMIT_PLAYAUDIO_CALLER`,
   * `LIMIT_PLAYAUDIO_CALLEE`, `LIMIT_TIMEOUT_FILE`, `LIMIT_CONNECT_FILE`, `LIMIT_WARNING_FILE`,
   * `GOSUB_RESULT`.
   *
   * In Asterisk 22 and 16, since 0.1.0. Module `app_dial`.
   */
  Dial(
    technologyResource?: Argument,
    timeout?: Argument,
    options?: Argument,
    url?: Argument,
  ): Promise<number>;

  /**
   * A dictation machine.
   *
   * `Dictate(base_dir,filename)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_dictate`.
   */
  Dictate(baseDir?: Argument, filename?: Argument): Promise<number>;

  /**
   * Finds an extension by a name that is dialled.
   *
   * `Directory(vm-context,dial-context,options)`
   *
   * Options: `e`, `f(n)`, `l(n)`, `b(n)`, `a`, `m`, `n`, `p(n)`, `c(filename)`, `s`, `d`.
   *
   * Sets `DIRECTORY_RESULT` (`OPERATOR`, `ASSISTANT`, `TIMEOUT`, `HANGUP`, `SELECTED`, `USEREXIT`,
   * `FAILED`), `DIRECTORY_EXTEN`.
   *
   * In Asterisk 22 and 16, since 0.1.0. Module `app_directory`.
   */
  Directory(vmContext?: Argument, dialContext?: Argument, options?: Argument): Promise<number>;

  /**
   * Gives the caller a dial tone.
   *
   * `DISA(passcode|filename,context,cid,mailbox[@context],options)`
   *
   * Options: `n`, `p`.
   *
   * In Asterisk 22 and 16, since 0.1.9. Module `app_disa`.
   */
  DISA(
    passcodeOrFilename: Argument,
    context?: Argument,
    cid?: Argument,
    mailbox?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Logs everything about the channel.
   *
   * `DumpChan(level)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_dumpchan`.
   */
  DumpChan(level?: Argument): Promise<number>;

  /**
   * Runs a script that gets the sound too; a local program only.
   *
   * `EAGI(command,arg1[,arg2[,...]])`
   *
   * Sets `AGISTATUS` (`SUCCESS`, `FAILURE`, `NOTFOUND`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `res_agi`.
   */
  EAGI(command: Argument, ...args: Arguments): Promise<number>;

  /**
   * Plays back what is heard.
   *
   * `Echo()`
   *
   * In Asterisk 22 and 16, since 0.1.2. Module `app_echo`.
   */
  Echo(): Promise<number>;

  /**
   * Begins what is done when no condition before was true.
   *
   * `Else()`
   *
   * In Asterisk 22, not in 16, since 18.16.0, 20.1.0. Module `app_if`.
   */
  Else(): Promise<number>;

  /**
   * Begins what is done when this condition is the first that is true.
   *
   * `ElseIf(expr)`
   *
   * In Asterisk 22, not in 16, since 18.16.0, 20.1.0. Module `app_if`.
   */
  ElseIf(expr: Argument): Promise<number>;

  /**
   * Ends an If.
   *
   * `EndIf()`
   *
   * In Asterisk 22, not in 16, since 18.16.0, 20.1.0. Module `app_if`.
   */
  EndIf(): Promise<number>;

  /**
   * Ends a While loop.
   *
   * `EndWhile()`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_while`.
   */
  EndWhile(): Promise<number>;

  /**
   * Runs an application whose name is in the argument.
   *
   * `Exec(appname(arguments))`
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_exec`.
   */
  Exec(appname: Argument): Promise<number>;

  /**
   * Runs one application or another, by a condition.
   *
   * `ExecIf(expression?appiftrue(args)[:appiffalse(args)])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_exec`.
   */
  ExecIf(branch: Argument): Promise<number>;

  /**
   * Runs an application at certain times.
   *
   * `ExecIfTime(times,weekdays,mdays,months[,timezone]?appname[(appargs)])`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  ExecIfTime(
    times: Argument,
    weekdays: Argument,
    mdays: Argument,
    monthsAndApplication: Argument,
    ...more: Arguments
  ): Promise<number>;
  /**
   * Runs an application at certain times.
   *
   * `ExecIfTime(times,weekdays,mdays,months[,timezone]?appname[(appargs)])`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  ExecIfTime(condition: Argument): Promise<number>;

  /**
   * Leaves an If.
   *
   * `ExitIf()`
   *
   * In Asterisk 22, not in 16, since 18.16.0, 20.1.0. Module `app_if`.
   */
  ExitIf(): Promise<number>;

  /**
   * Leaves a While loop.
   *
   * `ExitWhile()`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_while`.
   */
  ExitWhile(): Promise<number>;

  /**
   * Listens to the channels of an extension.
   *
   * `ExtenSpy(exten[@context],options)`
   *
   * Options: `b`, `B`, `c(digit)`, `d`, `D`, `e(ext)`, `E`, `g(grp)`, `l`, `n(mailbox@context)`,
   * `N`, `o`, `q`, `r(basename)`, `s`, `S`, `v(value)`, `w`, `W`, `x(digit)`, `X`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_chanspy`.
   */
  ExtenSpy(exten: Argument, options?: Argument): Promise<number>;

  /**
   * Plays files as a program or a server says.
   *
   * `ExternalIVR(command|ivr://host(arg1[,arg2[,...]]),options)`
   *
   * Options: `n`, `i`, `d`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_externalivr`.
   */
  ExternalIVR(commandOrIvrHost: Argument, options?: Argument): Promise<number>;

  /**
   * Speaks text by Festival.
   *
   * `Festival(text,intkeys)`
   *
   * In Asterisk 22 and 16, since 0.2.0. Module `app_festival`.
   */
  Festival(text: Argument, intkeys?: Argument): Promise<number>;

  /**
   * Flashes an analog line.
   *
   * `Flash()`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_flash`.
   */
  Flash(): Promise<number>;

  /**
   * Calls someone at several places.
   *
   * `FollowMe(followmeid,options)`
   *
   * Options: `a`, `B(context^exten^priority)`, `b(context^exten^priority)`, `d`, `I`, `l`, `N`,
   * `n`, `s`.
   *
   * Sets `ANSWEREDTIME`, `DIALEDTIME`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_followme`.
   */
  FollowMe(followmeid: Argument, options?: Argument): Promise<number>;

  /**
   * Begins a further call detail record.
   *
   * `ForkCDR(options)`
   *
   * Options: `a`, `e`, `r`, `v`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_forkcdr`.
   */
  ForkCDR(options?: Argument): Promise<number>;

  /**
   * Logs the identity of an ADSI phone.
   *
   * `GetCPEID()`
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `app_getcpeid`.
   */
  GetCPEID(): Promise<number>;

  /**
   * Runs a subroutine of the dialplan.
   *
   * `Gosub([[context,]extension,]priority[(arg1[,...][,argN])])`
   *
   * Sets `GOSUB_RETVAL`.
   *
   * From a handler it takes effect when the handler returns; the AGI command GOSUB runs at once.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_stack`.
   */
  Gosub(priority: Argument): Promise<number>;
  /**
   * Runs a subroutine of the dialplan.
   *
   * `Gosub([[context,]extension,]priority[(arg1[,...][,argN])])`
   *
   * Sets `GOSUB_RETVAL`.
   *
   * From a handler it takes effect when the handler returns; the AGI command GOSUB runs at once.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_stack`.
   */
  Gosub(extension: Argument, priority: Argument): Promise<number>;
  /**
   * Runs a subroutine of the dialplan.
   *
   * `Gosub([[context,]extension,]priority[(arg1[,...][,argN])])`
   *
   * Sets `GOSUB_RETVAL`.
   *
   * From a handler it takes effect when the handler returns; the AGI command GOSUB runs at once.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_stack`.
   */
  Gosub(context: Argument, extension: Argument, priority: Argument): Promise<number>;

  /**
   * Runs one subroutine or another, by a condition.
   *
   * `GosubIf(condition?labeliftrue[(args)][:labeliffalse[(args)]])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_stack`.
   */
  GosubIf(branch: Argument): Promise<number>;

  /**
   * Goes on at another place in the dialplan.
   *
   * `Goto([[context,]extension,]priority)`
   *
   * From a handler it takes effect when the handler returns.
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Goto(priority: Argument): Promise<number>;
  /**
   * Goes on at another place in the dialplan.
   *
   * `Goto([[context,]extension,]priority)`
   *
   * From a handler it takes effect when the handler returns.
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Goto(extension: Argument, priority: Argument): Promise<number>;
  /**
   * Goes on at another place in the dialplan.
   *
   * `Goto([[context,]extension,]priority)`
   *
   * From a handler it takes effect when the handler returns.
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Goto(context: Argument, extension: Argument, priority: Argument): Promise<number>;

  /**
   * Goes on at one place or another, by a condition.
   *
   * `GotoIf(condition?[labeliftrue][:labeliffalse])`
   *
   * From a handler it takes effect when the handler returns.
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  GotoIf(branch: Argument): Promise<number>;

  /**
   * Goes on at one place or another, by the time.
   *
   * `GotoIfTime(times,weekdays,mdays,months[,timezone]?[labeliftrue][:labeliffalse])`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  GotoIfTime(
    times: Argument,
    weekdays: Argument,
    mdays: Argument,
    monthsAndLabels: Argument,
    ...more: Arguments
  ): Promise<number>;
  /**
   * Goes on at one place or another, by the time.
   *
   * `GotoIfTime(times,weekdays,mdays,months[,timezone]?[labeliftrue][:labeliffalse])`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  GotoIfTime(condition: Argument): Promise<number>;

  /**
   * Hangs up.
   *
   * `Hangup(causecode)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Hangup(causecode?: Argument): Promise<number>;

  /**
   * Forgets what HANGUPCAUSE has collected.
   *
   * `HangupCauseClear()`
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `func_hangupcause`.
   */
  HangupCauseClear(): Promise<number>;

  /**
   * Provisions the calling IAX2 device.
   *
   * `IAX2Provision(template)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `chan_iax2`.
   */
  IAX2Provision(template?: Argument): Promise<number>;

  /**
   * Sends the sound to an Icecast server.
   *
   * `ICES(config)`
   *
   * In Asterisk 16, not in 22.
   */
  ICES(config: Argument): Promise<number>;

  /**
   * Begins what is done when a condition is true.
   *
   * `If(expr)`
   *
   * In Asterisk 22, not in 16, since 18.16.0, 20.1.0. Module `app_if`.
   */
  If(expr: Argument): Promise<number>;

  /**
   * Takes over a variable of another channel.
   *
   * `ImportVar(newvar=channelname,variable)`
   *
   * In Asterisk 16, not in 22.
   */
  ImportVar(newvarAndChannel: Argument, variable: Argument): Promise<number>;

  /**
   * Says that the number is not complete yet.
   *
   * `Incomplete(n)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Incomplete(n?: Argument): Promise<number>;

  /**
   * A demonstration.
   *
   * `IVRDemo(filename)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_ivrdemo`.
   */
  IVRDemo(filename: Argument): Promise<number>;

  /**
   * Joins a chat room.
   *
   * `JabberJoin(Jabber,RoomJID,Nickname)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_xmpp`.
   */
  JabberJoin(jabber: Argument, roomJID: Argument, nickname?: Argument): Promise<number>;

  /**
   * Leaves a chat room.
   *
   * `JabberLeave(Jabber,RoomJID,Nickname)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_xmpp`.
   */
  JabberLeave(jabber: Argument, roomJID: Argument, nickname?: Argument): Promise<number>;

  /**
   * Sends a Jabber message.
   *
   * `JabberSend(account,jid,message)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_xmpp`.
   */
  JabberSend(account: Argument, jid: Argument, message: Argument): Promise<number>;

  /**
   * Sends a message to a chat room.
   *
   * `JabberSendGroup(Jabber,RoomJID,Message,Nickname)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `res_xmpp`.
   */
  JabberSendGroup(
    jabber: Argument,
    roomJID: Argument,
    message: Argument,
    nickname?: Argument,
  ): Promise<number>;

  /**
   * Finds out the presence of a Jabber user.
   *
   * `JabberStatus(Jabber,JID,Variable)`
   *
   * In Asterisk 16, not in 22. Module `res_xmpp`.
   */
  JabberStatus(jabber: Argument, jid: Argument, variable: Argument): Promise<number>;

  /**
   * Connects the sound to JACK.
   *
   * `JACK(options)`
   *
   * Options: `s(name)`, `i(name)`, `o(name)`, `c(name)`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_jack`.
   */
  JACK(options?: Argument): Promise<number>;

  /**
   * Writes to Asterisk's log.
   *
   * `Log(level,message)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_verbose`.
   */
  Log(level: Argument, message: Argument): Promise<number>;

  /**
   * Runs a macro.
   *
   * `Macro(name,args[,...])`
   *
   * In Asterisk 16, not in 22.
   */
  Macro(name: Argument, ...args: Arguments): Promise<number>;

  /**
   * Runs a macro that one call at a time may run.
   *
   * `MacroExclusive(name,args[,...])`
   *
   * In Asterisk 16, not in 22.
   */
  MacroExclusive(name: Argument, ...args: Arguments): Promise<number>;

  /**
   * Leaves a macro.
   *
   * `MacroExit()`
   *
   * In Asterisk 16, not in 22.
   */
  MacroExit(): Promise<number>;

  /**
   * Runs one macro or another, by a condition.
   *
   * `MacroIf(expression?macroiftrue[,args][:macroiffalse[,args]])`
   *
   * In Asterisk 16, not in 22.
   */
  MacroIf(branch: Argument): Promise<number>;

  /**
   * Finds out whether a mailbox exists.
   *
   * `MailboxExists(mailbox[@context],options)`
   *
   * Sets `VMBOXEXISTSSTATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 16, not in 22.
   */
  MailboxExists(mailbox: Argument, options?: Argument): Promise<number>;

  /**
   * Joins a conference of DAHDI.
   *
   * `MeetMe(confno,options,pin)`
   *
   * Options: `a`, `A`, `b`, `c`, `C`, `d`, `D`, `e`, `E`, `F`, `G(x)`, `i`, `I`, `k`, `l`, `m`,
   * `M(class)`, `n`, `o`, `p(keys)`, `P`, `q`, `r`, `s`, `t`, `T`, `v(mailbox@[context])`,
   * `w(secs)`, `x`, `X`, `1`, `S(x)`, `L(x:y:z)`.
   *
   * Sets `MEETMESECS`, `MEETMEBOOKID`, `MEETMEUNIQUEID`, `MEETME_EXIT_KEY`. Looks at
   * `CONF_LIMIT_TIMEOUT_FILE`, `CONF_LIMIT_WARNING_FILE`.
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `app_meetme`.
   */
  MeetMe(confno?: Argument, options?: Argument, pin?: Argument): Promise<number>;

  /**
   * Administers a conference of DAHDI.
   *
   * `MeetMeAdmin(confno,command,user)`
   *
   * Command: `e`, `E`, `k`, `K`, `l`, `L`, `m`, `M`, `n`, `N`, `r`, `R`, `s`, `S`, `t`, `T`, `u`,
   * `U`, `v`, `V`.
   *
   * Sets `MEETMEADMINSTATUS` (`NOPARSE`, `NOTFOUND`, `FAILED`, `OK`).
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_meetme`.
   */
  MeetMeAdmin(confno: Argument, command: Argument, user?: Argument): Promise<number>;

  /**
   * Administers a channel in a conference of DAHDI.
   *
   * `MeetMeChannelAdmin(channel,command)`
   *
   * Command: `k`, `m`, `M`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_meetme`.
   */
  MeetMeChannelAdmin(channel: Argument, command: Argument): Promise<number>;

  /**
   * Counts the users of a conference of DAHDI.
   *
   * `MeetMeCount(confno,var)`
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `app_meetme`.
   */
  MeetMeCount(confno: Argument, variable?: Argument): Promise<number>;

  /**
   * Sends a text message.
   *
   * `MessageSend(destination,from,to)`
   *
   * Sets `MESSAGE_SEND_STATUS` (`INVALID_PROTOCOL`, `INVALID_URI`, `SUCCESS`, `FAILURE`).
   *
   * In Asterisk 22 and 16, since 10.0.0.
   */
  MessageSend(destination: Argument, from?: Argument, to?: Argument): Promise<number>;

  /**
   * Plays a tone of 1004 Hz.
   *
   * `Milliwatt(options)`
   *
   * Options: `m`, `o`.
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `app_milliwatt`.
   */
  Milliwatt(options?: Argument): Promise<number>;

  /**
   * Records the announcements of a mailbox.
   *
   * `MinivmAccMess(username@domain,options)`
   *
   * Options: `u`, `b`, `t`, `n`.
   *
   * Sets `MVM_ACCMESS_STATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_minivm`.
   */
  MinivmAccMess(mailbox: Argument, options?: Argument): Promise<number>;

  /**
   * Deletes a recording.
   *
   * `MinivmDelete(filename)`
   *
   * Sets `MVM_DELETE_STATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_minivm`.
   */
  MinivmDelete(filename: Argument): Promise<number>;

  /**
   * Plays the greeting of a mailbox.
   *
   * `MinivmGreet(username@domain,options)`
   *
   * Options: `b`, `s`, `u`.
   *
   * Sets `MVM_GREET_STATUS` (`SUCCESS`, `USEREXIT`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_minivm`.
   */
  MinivmGreet(mailbox: Argument, options?: Argument): Promise<number>;

  /**
   * Tells a phone how many messages there are.
   *
   * `MinivmMWI(username@domain,urgent,new,old)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_minivm`.
   */
  MinivmMWI(
    mailbox: Argument,
    urgent: Argument,
    newCount: Argument,
    oldCount: Argument,
  ): Promise<number>;

  /**
   * Mails a recording.
   *
   * `MinivmNotify(username@domain,options)`
   *
   * Options: `template`.
   *
   * Sets `MVM_NOTIFY_STATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_minivm`.
   */
  MinivmNotify(mailbox: Argument, options?: Argument): Promise<number>;

  /**
   * Records a message.
   *
   * `MinivmRecord(username@domain,options)`
   *
   * Options: `0`, `*`, `g(gain)`.
   *
   * Sets `MVM_RECORD_STATUS` (`SUCCESS`, `USEREXIT`, `FAILED`), `MVM_FILENAME`, `MVM_DURATION`,
   * `MVM_FORMAT`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_minivm`.
   */
  MinivmRecord(mailbox: Argument, options?: Argument): Promise<number>;

  /**
   * Records the call, both directions in one file.
   *
   * `MixMonitor([filename.extension][,options[,command]])`
   *
   * Options: `a`, `b`, `B(interval)`, `c`, `d`, `v(x)`, `V(x)`, `W(x)`, `r(file)`, `t(file)`, `D`,
   * `n`, `i(chanvar)`, `p`, `P`, `m(mailbox)`, `s(seconds)`.
   *
   * Sets `MIXMONITOR_FILENAME`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_mixmonitor`.
   */
  MixMonitor(file?: Argument, options?: Argument, command?: Argument): Promise<number>;

  /**
   * Records the call.
   *
   * `Monitor(file_format[:urlbase],fname_base,options)`
   *
   * Options: `m`, `b`, `B(interval)`, `i`, `o`.
   *
   * In Asterisk 16, not in 22.
   */
  Monitor(fileFormat?: Argument, fnameBase?: Argument, options?: Argument): Promise<number>;

  /**
   * Plays text as Morse code.
   *
   * `Morsecode(string)`
   *
   * Looks at `MORSEDITLEN`, `MORSETONE`, `MORSESPACETONE`, `MORSETYPE`.
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_morsecode`.
   */
  Morsecode(string: Argument): Promise<number>;

  /**
   * Plays an MP3 file or stream.
   *
   * `MP3Player(Location)`
   *
   * In Asterisk 22 and 16, since 0.1.0. Module `app_mp3`.
   */
  MP3Player(location: Argument): Promise<number>;

  /**
   * Sets several variables.
   *
   * `MSet(name1=value1[,name2=value2[,...]])`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  MSet(assignment: Argument, ...assignments: Arguments): Promise<number>;

  /**
   * Plays music on hold.
   *
   * `MusicOnHold(musicClass,duration)`
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `res_musiconhold`.
   */
  MusicOnHold(musicClass?: Argument, duration?: Argument): Promise<number>;

  /**
   * Plays an NBS stream.
   *
   * `NBScat()`
   *
   * In Asterisk 16, not in 22.
   */
  NBScat(): Promise<number>;

  /**
   * Writes no call detail record for this call.
   *
   * `NoCDR()`
   *
   * In Asterisk 16, not in 22.
   */
  NoCDR(): Promise<number>;

  /**
   * Does nothing, but shows its argument in the log.
   *
   * `NoOp(text)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  NoOp(text?: Argument): Promise<number>;

  /** {@linkcode Applications.NoOp}, as it is often written. */
  Noop(text?: Argument): Promise<number>;

  /**
   * Commits a transaction.
   *
   * `ODBC_Commit(transaction ID)`
   *
   * Sets `COMMIT_RESULT`.
   *
   * In Asterisk 22 and 16, since 13.8.0. Module `res_odbc_transaction`.
   */
  ODBC_Commit(transactionID?: Argument): Promise<number>;

  /**
   * Rolls a transaction back.
   *
   * `ODBC_Rollback(transaction ID)`
   *
   * Sets `ROLLBACK_RESULT`.
   *
   * In Asterisk 22 and 16, since 13.8.0. Module `res_odbc_transaction`.
   */
  ODBC_Rollback(transactionID?: Argument): Promise<number>;

  /**
   * Closes a result of several rows.
   *
   * `ODBCFinish(result-id)`
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `func_odbc`.
   */
  ODBCFinish(resultId: Argument): Promise<number>;

  /**
   * Makes a call and connects it to an extension or application.
   *
   * `Originate(tech_data,type,arg1,arg2,arg3,timeout,options)`
   *
   * Options: `a`, `b(context^exten^priority)`, `B(context^exten^priority)`, `C`, `c`, `n`,
   * `v(var1)`.
   *
   * Sets `ORIGINATE_STATUS` (`FAILED`, `SUCCESS`, `BUSY`, `CONGESTION`, `HANGUP`, `RINGING`,
   * `UNKNOWN`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_originate`.
   */
  Originate(
    techData: Argument,
    type: Argument,
    arg1: Argument,
    arg2?: Argument,
    arg3?: Argument,
    timeout?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Authenticates a call by OSP.
   *
   * `OSPAuth(provider,options)`
   *
   * Sets `OSPINHANDLE`, `OSPINTIMELIMIT`, `OSPAUTHSTATUS` (`SUCCESS`, `FAILED`, `ERROR`). Looks at
   * `OSPINPEERIP`, `OSPINTOKEN`.
   *
   * In Asterisk 16, not in 22.
   */
  OSPAuth(provider?: Argument, options?: Argument): Promise<number>;

  /**
   * Reports an OSP session.
   *
   * `OSPFinish(cause,options)`
   *
   * Sets `OSPFINISHSTATUS` (`SUCCESS`, `FAILED`, `ERROR`). Looks at `OSPINHANDLE`, `OSPOUTHANDLE`,
   * `OSPAUTHSTATUS`, `OSPLOOKUPSTATUS`, `OSPNEXTSTATUS`, `OSPINAUDIOQOS`, `OSPOUTAUDIOQOS`.
   *
   * In Asterisk 16, not in 22.
   */
  OSPFinish(cause?: Argument, options?: Argument): Promise<number>;

  /**
   * Looks up a destination by OSP.
   *
   * `OSPLookup(exten,provider,options)`
   *
   * Sets `OSPOUTHANDLE`, `OSPOUTTECH`, `OSPDESTINATION`, `OSPOUTCALLING`, `OSPOUTCALLED`,
   * `OSPOUTNETWORKID`, `OSPOUTNPRN`, `OSPOUTNPCIC`, `OSPOUTNPDI`, `OSPOUTSPID`, `OSPOUTOCN`,
   * `OSPOUTSPN`, `OSPOUTALTSPN`, `OSPOUTMCC`, `OSPOUTMNC`, `OSPOUTTOKEN`, `OSPDESTREMAILS`,
   * `OSPOUTTIMELIMIT`, `OSPOUTCALLIDTYPES`, `OSPOUTCALLID`, `OSPDIALSTR`, `OSPLOOKUPSTATUS`
   * (`SUCCESS`, `FAILED`, `ERROR`). Looks at `OSPINACTUALSRC`, `OSPINPEERIP`, `OSPINTECH`,
   * `OSPINHANDLE`, `OSPINTIMELIMIT`, `OSPINNETWORKID`, `OSPINNPRN`, `OSPINNPCIC`, `OSPINNPDI`,
   * `OSPINSPID`, `OSPINOCN`, `OSPINSPN`, `OSPINALTSPN`, `OSPINMCC`, `OSPINMNC`, `OSPINTOHOST`,
   * `OSPINRPIDUSER`, `OSPINPAIUSER`, `OSPINDIVUSER`, `OSPINDIVHOST`, `OSPINPCIUSER`,
   * `OSPINCUSTOMINFOn`.
   *
   * In Asterisk 16, not in 22.
   */
  OSPLookup(
    exten: Argument,
    provider?: Argument,
    options?: "h" | "s" | "i" | OtherArgument,
  ): Promise<number>;

  /**
   * Looks up the next destination by OSP.
   *
   * `OSPNext()`
   *
   * Sets `OSPOUTTECH`, `OSPDESTINATION`, `OSPOUTCALLING`, `OSPOUTCALLED`, `OSPOUTNETWORKID`,
   * `OSPOUTNPRN`, `OSPOUTNPCIC`, `OSPOUTNPDI`, `OSPOUTSPID`, `OSPOUTOCN`, `OSPOUTSPN`,
   * `OSPOUTALTSPN`, `OSPOUTMCC`, `OSPOUTMNC`, `OSPOUTTOKEN`, `OSPDESTREMAILS`, `OSPOUTTIMELIMIT`,
   * `OSPOUTCALLID`, `OSPDIALSTR`, `OSPNEXTSTATUS` (`SUCCESS`, `FAILED`, `ERROR`). Looks at
   * `OSPINHANDLE`, `OSPOUTHANDLE`, `OSPINTIMELIMIT`, `OSPOUTCALLIDTYPES`, `OSPDESTREMAILS`.
   *
   * In Asterisk 16, not in 22.
   */
  OSPNext(): Promise<number>;

  /**
   * Speaks to several phones at once.
   *
   * `Page(Technology/Resource[&Technology2/Resource2[&...]],options,timeout)`
   *
   * Options: `b(context^exten^priority)`, `B(context^exten^priority)`, `d`, `i`, `q`, `r`, `s`,
   * `A(x)`, `n`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_page`.
   */
  Page(technologyResource?: Argument, options?: Argument, timeout?: Argument): Promise<number>;

  /**
   * Parks the caller.
   *
   * `Park(parking_lot_name,options)`
   *
   * Options: `r`, `R`, `s`, `c(context,extension,priority)`, `t(duration)`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `parking_applications`.
   */
  Park(parkingLotName?: Argument, options?: Argument): Promise<number>;

  /**
   * Parks the caller and tells somebody where.
   *
   * `ParkAndAnnounce(parking_lot_name,options,announce[:announce1[:...]],dial)`
   *
   * Options: `r`, `R`, `c(context,extension,priority)`, `t(duration)`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `parking_applications`.
   */
  ParkAndAnnounce(
    parkingLotName: Argument | undefined,
    options: Argument | undefined,
    announceTemplate: Argument,
    dial: Argument,
  ): Promise<number>;

  /**
   * Takes a parked call.
   *
   * `ParkedCall(parking_lot_name,parking_space)`
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `parking_applications`.
   */
  ParkedCall(parkingLotName?: Argument, parkingSpace?: Argument): Promise<number>;

  /**
   * Pauses a recording.
   *
   * `PauseMonitor()`
   *
   * In Asterisk 16, not in 22.
   */
  PauseMonitor(): Promise<number>;

  /**
   * Gives a member of a queue no calls for a while.
   *
   * `PauseQueueMember(queuename,interface,options,reason)`
   *
   * Sets `PQMSTATUS` (`PAUSED`, `NOTFOUND`).
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_queue`.
   */
  PauseQueueMember(
    queuename: Argument | undefined,
    memberInterface: Argument,
    options?: Argument,
    reason?: Argument,
  ): Promise<number>;

  /**
   * Takes a call that rings at an extension.
   *
   * `Pickup(extension[@context][&extension2[@context2][&...]])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_directed_pickup`.
   */
  Pickup(targets?: Argument): Promise<number>;

  /**
   * Takes a call that rings at a channel.
   *
   * `PickupChan(channel[&channel2[&...]],options)`
   *
   * Options: `p`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_directed_pickup`.
   */
  PickupChan(channel: Argument, options?: Argument): Promise<number>;

  /**
   * Hangs up with a response code of SIP.
   *
   * `PJSIPHangup(Cause)`
   *
   * In Asterisk 22, not in 16, since 18.21.0, 20.6.0, 21.1.0. Module `chan_pjsip`.
   */
  PJSIPHangup(cause: Argument): Promise<number>;

  /**
   * Sends a SIP NOTIFY.
   *
   * `PJSIPNotify(to,content)`
   *
   * In Asterisk 22, not in 16, since 18.25.0, 20.10.0, 21.5.0. Module `chan_pjsip`.
   */
  PJSIPNotify(to: Argument | undefined, content: Argument): Promise<number>;

  /**
   * Plays files to the end.
   *
   * `Playback(filename[&filename2[&...]],options)`
   *
   * Options: `skip`, `noanswer`, `say`, `mix`.
   *
   * Sets `PLAYBACKSTATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 0.1.0. Module `app_playback`.
   */
  Playback(
    filenames: Argument,
    options?: "skip" | "noanswer" | "say" | "mix" | OtherArgument,
  ): Promise<number>;

  /**
   * Plays tones while the dialplan goes on.
   *
   * `PlayTones(name) or PlayTones(tone[,tone[,...]])`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_playtones`.
   */
  PlayTones(...tones: Arguments): Promise<number>;

  /** {@linkcode Applications.PlayTones}, as it is often written. */
  Playtones(...tones: Arguments): Promise<number>;

  /**
   * Asks a caller without a number for one.
   *
   * `PrivacyManager(maxretries,minlength,options,context)`
   *
   * Sets `PRIVACYMGRSTATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `app_privacy`.
   */
  PrivacyManager(
    maxretries?: Argument,
    minlength?: Argument,
    options?: Argument,
    context?: Argument,
  ): Promise<number>;

  /**
   * Tells the caller's side that the call proceeds.
   *
   * `Proceeding()`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Proceeding(): Promise<number>;

  /**
   * Lets the caller hear sound before the answer.
   *
   * `Progress()`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Progress(): Promise<number>;

  /**
   * Puts the caller into a queue.
   *
   * `Queue(queuename,options,URL,announceoverride[&announceoverride2[&...]],timeout,AGI,gosub,rule,position)`
   *
   * Options: `b(context^exten^priority)`, `B(context^exten^priority)`, `C`, `c`, `d`,
   * `F(context^exten^priority)`, `h`, `H`, `i`, `I`, `k`, `K`, `m`, `n`, `r`, `R`, `t`, `T`, `x`,
   * `X`.
   *
   * Sets `QUEUESTATUS` (`TIMEOUT`, `FULL`, `JOINEMPTY`, `LEAVEEMPTY`, `JOINUNAVAIL`,
   * `LEAVEUNAVAIL`, `CONTINUE`, `WITHDRAW`), `ABANDONED` (`TRUE`), `DIALEDPEERNUMBER`,
   * `QUEUE_WITHDRAW_INFO`, `QUEUEWAIT`, `QUEUEWAIT_MS`, `ANSWEREDTIME`, `ANSWEREDTIME_MS`,
   * `DIALEDTIME`, `DIALEDTIME_MS`.
   *
   * In Asterisk 16 an argument `macro` stands between `agi` and `gosub`.
   *
   * In Asterisk 22 and 16, since 0.2.0. Module `app_queue`.
   */
  Queue(
    queuename: Argument,
    options?: Argument,
    url?: Argument,
    announceoverride?: Argument,
    timeout?: Argument,
    agi?: Argument,
    gosub?: Argument,
    rule?: Argument,
    position?: Argument,
  ): Promise<number>;

  /**
   * Writes into the queue log.
   *
   * `QueueLog(queuename,uniqueid,agent,event,additionalinfo)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_queue`.
   */
  QueueLog(
    queuename: Argument,
    uniqueid: Argument,
    agent: Argument,
    event: Argument,
    additionalinfo?: Argument,
  ): Promise<number>;

  /**
   * Writes the end of an outgoing call into the queue log.
   *
   * `QueueUpdate(queuename,uniqueid,agent,status,talktime,params)`
   *
   * In Asterisk 22 and 16, since 15.0.0. Module `app_queue`.
   */
  QueueUpdate(
    queuename: Argument,
    uniqueid: Argument,
    agent: Argument,
    status: Argument,
    talktime: Argument,
    params?: Argument,
  ): Promise<number>;

  /**
   * Goes on at the extension `e` of the context.
   *
   * `RaiseException(reason)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  RaiseException(reason: Argument): Promise<number>;

  /**
   * Plays files and reads digits into a variable.
   *
   * `Read(variable,filename[&filename2[&...]],maxdigits,options,attempts,timeout)`
   *
   * Options: `s`, `i`, `n`, `t`, `e`.
   *
   * Sets `READSTATUS` (`OK`, `ERROR`, `HANGUP`, `INTERRUPTED`, `SKIPPED`, `TIMEOUT`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_read`.
   */
  Read(
    variable: Argument,
    filenames?: Argument,
    maxdigits?: Argument,
    options?: Argument,
    attempts?: Argument,
    timeout?: Argument,
  ): Promise<number>;

  /**
   * Plays a file and reads an extension into a variable.
   *
   * `ReadExten(variable,filename,context,option,timeout)`
   *
   * Option: `s`, `i`, `n`, `p`.
   *
   * Sets `READEXTENSTATUS` (`OK`, `TIMEOUT`, `INVALID`, `SKIP`, `ERROR`, `HANGUP`),
   * `INVALID_EXTEN`.
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_readexten`.
   */
  ReadExten(
    variable: Argument,
    filename?: Argument,
    context?: Argument,
    option?: Argument,
    timeout?: Argument,
  ): Promise<number>;

  /**
   * Receives a fax.
   *
   * `ReceiveFAX(filename,options)`
   *
   * Options: `d`, `f`, `F`, `s`.
   *
   * Sets `FAXSTATUS` (`SUCCESS`, `FAILED`), `FAXERROR`, `FAXSTATUSSTRING`, `LOCALSTATIONID`,
   * `REMOTESTATIONID`, `FAXPAGES`, `FAXBITRATE`, `FAXRESOLUTION`, `FAXMODE` (`audio`, `T38`).
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `res_fax`.
   */
  ReceiveFAX(filename: Argument, options?: Argument): Promise<number>;

  /**
   * Reads MF digits into a variable.
   *
   * `ReceiveMF(variable,timeout,options)`
   *
   * Options: `d`, `l`, `k`, `m`, `n`, `o`, `q`, `r`, `s`.
   *
   * Sets `RECEIVEMFSTATUS` (`START`, `ERROR`, `HANGUP`, `MAXDIGITS`, `TIMEOUT`).
   *
   * In Asterisk 22 and 16, since 16.24.0, 18.10.0. Module `app_mf`.
   */
  ReceiveMF(variable: Argument, timeout?: Argument, options?: Argument): Promise<number>;

  /**
   * Reads SF digits into a variable.
   *
   * `ReceiveSF(variable,digits,timeout,frequency,options)`
   *
   * Options: `d`, `e`, `m`, `t`, `q`, `r`.
   *
   * Sets `RECEIVESFSTATUS` (`START`, `ERROR`, `HANGUP`, `MAXDIGITS`, `TIMEOUT`).
   *
   * In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0. Module `app_sf`.
   */
  ReceiveSF(
    variable: Argument,
    digits?: Argument,
    timeout?: Argument,
    frequency?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Waits for a text message on the channel.
   *
   * `ReceiveText(timeout)`
   *
   * Sets `RECEIVETEXTMESSAGE`, `RECEIVETEXTSTATUS` (`SUCCESS`, `FAILURE`).
   *
   * In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0. Module `app_sendtext`.
   */
  ReceiveText(timeout?: Argument): Promise<number>;

  /**
   * Records to a file.
   *
   * `Record(filename.format,silence,maxduration,options)`
   *
   * Options: `a`, `n`, `o`, `q`, `s`, `t`, `u`, `x`, `k`, `y`.
   *
   * Sets `RECORDED_FILE`, `RECORD_STATUS` (`DTMF`, `SILENCE`, `SKIP`, `TIMEOUT`, `HANGUP`, `ERROR`,
   * `OPERATOR`).
   *
   * In Asterisk 22 and 16, since 0.1.8. Module `app_record`.
   */
  Record(
    filename: Argument,
    silence?: Argument,
    maxduration?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Loads a module's configuration again.
   *
   * `Reload(module)`
   *
   * Sets `RELOADSTATUS` (`SUCCESS`, `FAILURE`).
   *
   * In Asterisk 22 and 16, since 16.20.0, 18.6.0. Module `app_reload`.
   */
  Reload(module?: Argument): Promise<number>;

  /**
   * Takes a device out of a queue.
   *
   * `RemoveQueueMember(queuename,interface)`
   *
   * Sets `RQMSTATUS` (`REMOVED`, `NOTINQUEUE`, `NOSUCHQUEUE`, `NOTDYNAMIC`).
   *
   * In Asterisk 22 and 16, since 0.5.0. Module `app_queue`.
   */
  RemoveQueueMember(queuename: Argument, memberInterface?: Argument): Promise<number>;

  /**
   * Begins the call detail record anew.
   *
   * `ResetCDR(options)`
   *
   * Options: `v`.
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_cdr`.
   */
  ResetCDR(options?: Argument): Promise<number>;

  /**
   * Dials again and again.
   *
   * `RetryDial(announce,sleep,retries,dialargs[,...])`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_dial`.
   */
  RetryDial(
    announce: Argument,
    sleep: Argument,
    retries: Argument,
    ...dialargs: Arguments
  ): Promise<number>;

  /**
   * Returns from a subroutine.
   *
   * `Return(value)`
   *
   * Sets `GOSUB_RETVAL`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_stack`.
   */
  Return(value?: Argument): Promise<number>;

  /**
   * Lets the caller hear ringing.
   *
   * `Ringing()`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Ringing(): Promise<number>;

  /**
   * Spells text.
   *
   * `SayAlpha(string)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  SayAlpha(string: Argument): Promise<number>;

  /**
   * Spells text and says which letters are capital.
   *
   * `SayAlphaCase(casetype,string)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  SayAlphaCase(casetype: "a" | "l" | "n" | "u" | OtherArgument, string: Argument): Promise<number>;

  /**
   * Says an adjective in the form that a number needs.
   *
   * `SayCountedAdj(number,filename,gender)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `app_saycounted`.
   */
  SayCountedAdj(number: Argument, filename: Argument, gender?: Argument): Promise<number>;

  /**
   * Says a noun in the form that a number needs.
   *
   * `SayCountedNoun(number,filename)`
   *
   * In Asterisk 22 and 16, since 1.8.0. Module `app_saycounted`.
   */
  SayCountedNoun(number: Argument, filename: Argument): Promise<number>;

  /**
   * Says digits.
   *
   * `SayDigits(digits)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  SayDigits(digits: Argument): Promise<number>;

  /**
   * Says an amount of money.
   *
   * `SayMoney(dollars)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0.
   */
  SayMoney(dollars: Argument): Promise<number>;

  /**
   * Says a number.
   *
   * `SayNumber(digits,gender)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  SayNumber(digits: Argument, gender?: Argument): Promise<number>;

  /**
   * Says an ordinal number.
   *
   * `SayOrdinal(digits,gender)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0.
   */
  SayOrdinal(digits: Argument, gender?: Argument): Promise<number>;

  /**
   * Spells text in the phonetic alphabet.
   *
   * `SayPhonetic(string)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  SayPhonetic(string: Argument): Promise<number>;

  /**
   * Says a time.
   *
   * `SayUnixTime(unixtime,timezone,format,options)`
   *
   * Options: `j`.
   *
   * In Asterisk 22 and 16, since 0.7.0. Module `app_sayunixtime`.
   */
  SayUnixTime(
    unixtime?: Argument,
    timezone?: Argument,
    format?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Sends keys.
   *
   * `SendDTMF(digits,timeout_ms,duration_ms,channel,options)`
   *
   * Options: `a`.
   *
   * In Asterisk 22 and 16, since 0.3.0. Module `app_senddtmf`.
   */
  SendDTMF(
    digits: Argument,
    timeoutMs?: Argument,
    durationMs?: Argument,
    channel?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Sends a fax.
   *
   * `SendFAX(filename2[&...],options)`
   *
   * Options: `d`, `f`, `F`, `s`, `z`.
   *
   * Sets `FAXSTATUS` (`SUCCESS`, `FAILED`), `FAXERROR`, `FAXSTATUSSTRING`, `LOCALSTATIONID`,
   * `REMOTESTATIONID`, `FAXPAGES`, `FAXBITRATE`, `FAXRESOLUTION`, `FAXMODE` (`audio`, `T38`).
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `res_fax`.
   */
  SendFAX(filename: Argument, options?: Argument): Promise<number>;

  /**
   * Sends an image.
   *
   * `SendImage(filename)`
   *
   * Sets `SENDIMAGESTATUS` (`SUCCESS`, `FAILURE`, `UNSUPPORTED`).
   *
   * In Asterisk 16, not in 22.
   */
  SendImage(filename: Argument): Promise<number>;

  /**
   * Sends MF digits.
   *
   * `SendMF(digits,timeout_ms,duration_ms,duration_ms_kp,duration_ms_st,channel)`
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `app_mf`.
   */
  SendMF(
    digits: Argument,
    timeoutMs?: Argument,
    durationMs?: Argument,
    durationMsKp?: Argument,
    durationMsSt?: Argument,
    channel?: Argument,
  ): Promise<number>;

  /**
   * Sends SF digits.
   *
   * `SendSF(digits,frequency,channel)`
   *
   * In Asterisk 22 and 16, since 16.24.0, 18.10.0, 19.2.0. Module `app_sf`.
   */
  SendSF(digits: Argument, frequency?: Argument, channel?: Argument): Promise<number>;

  /**
   * Sends a text message on the channel.
   *
   * `SendText(text)`
   *
   * Sets `SENDTEXTTYPE` (`NONE`, `BASIC`, `ENHANCED`), `SENDTEXTSTATUS` (`SUCCESS`, `FAILURE`,
   * `UNSUPPORTED`). Looks at `SENDTEXT_FROM_DISPLAYNAME`, `SENDTEXT_TO_DISPLAYNAME`,
   * `SENDTEXT_CONTENT_TYPE`, `SENDTEXT_BODY`.
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_sendtext`.
   */
  SendText(text?: Argument): Promise<number>;

  /**
   * Sends a URL.
   *
   * `SendURL(URL,option)`
   *
   * Option: `w`.
   *
   * Sets `SENDURLSTATUS` (`SUCCESS`, `FAILURE`, `NOLOAD`, `UNSUPPORTED`).
   *
   * In Asterisk 16, not in 22.
   */
  SendURL(url: Argument, option?: Argument): Promise<number>;

  /**
   * Sets a channel variable, or writes a dialplan function.
   *
   * `Set(name=value)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Set(assignment: Argument): Promise<number>;

  /**
   * Sets what the call detail record is for.
   *
   * `SetAMAFlags(flag)`
   *
   * In Asterisk 16, not in 22.
   */
  SetAMAFlags(flag?: Argument): Promise<number>;

  /**
   * Sends a signal to channels that wait for it.
   *
   * `Signal(signalname,payload)`
   *
   * Sets `SIGNALSTATUS` (`SUCCESS`, `FAILURE`).
   *
   * In Asterisk 22, not in 16, since 18.17.0, 20.2.0. Module `app_signal`.
   */
  Signal(signalname: Argument, payload?: Argument): Promise<number>;

  /**
   * Adds a header to the next INVITE of chan_sip.
   *
   * `SIPAddHeader(Header:Content)`
   *
   * In Asterisk 16, not in 22.
   */
  SIPAddHeader(header: Argument): Promise<number>;

  /**
   * Changes how chan_sip sends keys.
   *
   * `SIPDtmfMode(mode)`
   *
   * In Asterisk 16, not in 22.
   */
  SIPDtmfMode(mode: "inband" | "info" | "rfc2833" | OtherArgument): Promise<number>;

  /**
   * Removes headers that SIPAddHeader added.
   *
   * `SIPRemoveHeader(Header)`
   *
   * In Asterisk 16, not in 22.
   */
  SIPRemoveHeader(header?: Argument): Promise<number>;

  /**
   * Sends a SIP INFO.
   *
   * `SIPSendCustomINFO(Data,UserAgent)`
   *
   * In Asterisk 16, not in 22.
   */
  SIPSendCustomINFO(data: Argument, userAgent?: Argument): Promise<number>;

  /**
   * An example.
   *
   * `SkelGuessNumber(level,options)`
   *
   * Options: `c`, `n`.
   *
   * In Asterisk 22 and 16, since 11.0.0. Module `app_skel`.
   */
  SkelGuessNumber(level: Argument, options?: Argument): Promise<number>;

  /**
   * A station of a shared line.
   *
   * `SLAStation(station)`
   *
   * Sets `SLASTATION_STATUS` (`FAILURE`, `CONGESTION`, `SUCCESS`).
   *
   * In Asterisk 22 and 16. Module `app_sla`.
   */
  SLAStation(station: Argument): Promise<number>;

  /**
   * A trunk of a shared line.
   *
   * `SLATrunk(trunk,options)`
   *
   * Options: `M(class)`.
   *
   * Sets `SLATRUNK_STATUS` (`FAILURE`, `SUCCESS`, `UNANSWERED`, `RINGTIMEOUT`).
   *
   * In Asterisk 22 and 16. Module `app_sla`.
   */
  SLATrunk(trunk: Argument, options?: Argument): Promise<number>;

  /**
   * Sends and receives text messages of the telephone network.
   *
   * `SMS(name,options,addr,body)`
   *
   * Options: `a`, `s`, `t`, `p`, `r`, `o`, `n`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_sms`.
   */
  SMS(name: Argument, options?: Argument, addr?: Argument, body?: Argument): Promise<number>;

  /**
   * Hangs up a channel.
   *
   * `SoftHangup(Technology/Resource,options)`
   *
   * Options: `a`.
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `app_softhangup`.
   */
  SoftHangup(technologyResource: Argument, options?: Argument): Promise<number>;

  /**
   * Activates a grammar of speech recognition.
   *
   * `SpeechActivateGrammar(grammar_name)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechActivateGrammar(grammarName: Argument): Promise<number>;

  /**
   * Plays files and listens for speech.
   *
   * `SpeechBackground(sound_file[&sound_file2[&...]],timeout,options)`
   *
   * Options: `n`, `p`.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechBackground(soundFile: Argument, timeout?: Argument, options?: Argument): Promise<number>;

  /**
   * Begins speech recognition.
   *
   * `SpeechCreate(engineName)`
   *
   * Without an engine the channel variable `ERROR` is 1.
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechCreate(engineName?: Argument): Promise<number>;

  /**
   * Deactivates a grammar of speech recognition.
   *
   * `SpeechDeactivateGrammar(grammar_name)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechDeactivateGrammar(grammarName: Argument): Promise<number>;

  /**
   * Ends speech recognition.
   *
   * `SpeechDestroy()`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechDestroy(): Promise<number>;

  /**
   * Loads a grammar of speech recognition.
   *
   * `SpeechLoadGrammar(grammar_name,path)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechLoadGrammar(grammarName: Argument, path: Argument): Promise<number>;

  /**
   * Sets what is heard while speech is being recognised.
   *
   * `SpeechProcessingSound(sound_file)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechProcessingSound(soundFile: Argument): Promise<number>;

  /**
   * Listens for speech.
   *
   * `SpeechStart()`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechStart(): Promise<number>;

  /**
   * Unloads a grammar of speech recognition.
   *
   * `SpeechUnloadGrammar(grammar_name)`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_speech_utils`.
   */
  SpeechUnloadGrammar(grammarName: Argument): Promise<number>;

  /**
   * Forgets where the subroutine would return to.
   *
   * `StackPop()`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_stack`.
   */
  StackPop(): Promise<number>;

  /**
   * Plays music on hold while the dialplan goes on.
   *
   * `StartMusicOnHold(musicClass)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `res_musiconhold`.
   */
  StartMusicOnHold(musicClass?: Argument): Promise<number>;

  /**
   * Hands the channel to an ARI application.
   *
   * `Stasis(appName,args[,...])`
   *
   * Sets `STASISSTATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 12.0.0. Module `app_stasis`.
   */
  Stasis(appName: Argument, ...args: Arguments): Promise<number>;

  /**
   * Offers the channel to several ARI applications.
   *
   * `StasisBroadcast(timeout,app_filter,args,notify_claimed)`
   *
   * Sets `STASISSTATUS` (`SUCCESS`, `FAILED`, `TIMEOUT`).
   *
   * In Asterisk 22, not in 16, since 20.17.0, 22.7.0, 23.1.0. Module `app_stasis_broadcast`.
   */
  StasisBroadcast(
    timeout?: Argument,
    appFilter?: Argument,
    args?: Argument,
    notifyClaimed?: Argument,
  ): Promise<number>;

  /**
   * Sends a figure to a StatsD server.
   *
   * `StatsD(metric_type,statistic_name,value,sample_rate)`
   *
   * In Asterisk 22 and 16, since 13.20.0, 15.3.0. Module `app_statsd`.
   */
  StatsD(
    metricType: Argument,
    statisticName: Argument,
    value: Argument,
    sampleRate?: Argument,
  ): Promise<number>;

  /**
   * Ends a recording of MixMonitor.
   *
   * `StopMixMonitor(MixMonitorID)`
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_mixmonitor`.
   */
  StopMixMonitor(mixMonitorID?: Argument): Promise<number>;

  /**
   * Ends a recording of Monitor.
   *
   * `StopMonitor()`
   *
   * In Asterisk 16, not in 22.
   */
  StopMonitor(): Promise<number>;

  /**
   * Ends music on hold.
   *
   * `StopMusicOnHold()`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `res_musiconhold`.
   */
  StopMusicOnHold(): Promise<number>;

  /**
   * Ends PlayTones.
   *
   * `StopPlayTones()`
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_playtones`.
   */
  StopPlayTones(): Promise<number>;

  /**
   * Collects keys in a variable.
   *
   * `StoreDTMF(direction)`
   *
   * In Asterisk 22 and 16, since 16.20.0, 18.6.0. Module `app_dtmfstore`.
   */
  StoreDTMF(direction: Argument): Promise<number>;

  /**
   * Plays back what is heard and seen, on several streams.
   *
   * `StreamEcho(num,type)`
   *
   * In Asterisk 22 and 16, since 15.0.0. Module `app_stream_echo`.
   */
  StreamEcho(num?: Argument, type?: Argument): Promise<number>;

  /**
   * Runs a command of the operating system.
   *
   * `System(command)`
   *
   * Sets `SYSTEMSTATUS` (`FAILURE`, `SUCCESS`, `APPERROR`).
   *
   * In Asterisk 22 and 16, since 0.1.2. Module `app_system`.
   */
  System(command: Argument): Promise<number>;

  /**
   * A test.
   *
   * `TestClient(testid)`
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_test`.
   */
  TestClient(testid: Argument): Promise<number>;

  /**
   * A test.
   *
   * `TestServer()`
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_test`.
   */
  TestServer(): Promise<number>;

  /**
   * Waits for a tone that says how the call goes.
   *
   * `ToneScan(zone,timeout,threshold,options)`
   *
   * Options: `f`, `v`.
   *
   * Sets `TONESCANSTATUS` (`RINGING`, `BUSY`, `SIT`, `VOICE`, `DTMF`, `FAX`, `MODEM`, `DIALTONE`,
   * `NUT`, `TIMEOUT`, `HANGUP`, `ERROR`).
   *
   * In Asterisk 22 and 16, since 16.23.0, 18.9.0, 19.1.0. Module `res_tonedetect`.
   */
  ToneScan(
    zone?: Argument,
    timeout?: Argument,
    threshold?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Asks the caller's side to call somewhere else.
   *
   * `Transfer([Tech/]destination)`
   *
   * Sets `TRANSFERSTATUS` (`SUCCESS`, `FAILURE`, `UNSUPPORTED`), `TRANSFERSTATUSPROTOCOL`.
   *
   * In Asterisk 22 and 16, since 0.5.0. Module `app_transfer`.
   */
  Transfer(destination: Argument): Promise<number>;

  /**
   * Runs an application; its failure does not end the call.
   *
   * `TryExec(appname(arguments))`
   *
   * Sets `TRYSTATUS` (`SUCCESS`, `FAILED`, `NOAPP`).
   *
   * In Asterisk 22 and 16, since 1.4.0. Module `app_exec`.
   */
  TryExec(appname: Argument): Promise<number>;

  /**
   * Runs a command of the operating system; its failure does not end the call.
   *
   * `TrySystem(command)`
   *
   * Sets `SYSTEMSTATUS` (`FAILURE`, `SUCCESS`, `APPERROR`).
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_system`.
   */
  TrySystem(command: Argument): Promise<number>;

  /**
   * Goes on with a recording.
   *
   * `UnpauseMonitor()`
   *
   * In Asterisk 16, not in 22.
   */
  UnpauseMonitor(): Promise<number>;

  /**
   * Gives a member of a queue calls again.
   *
   * `UnpauseQueueMember(queuename,interface,options,reason)`
   *
   * Sets `UPQMSTATUS` (`UNPAUSED`, `NOTFOUND`).
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_queue`.
   */
  UnpauseQueueMember(
    queuename: Argument | undefined,
    memberInterface: Argument,
    options?: Argument,
    reason?: Argument,
  ): Promise<number>;

  /**
   * Sends an AMI event.
   *
   * `UserEvent(eventname[,key: value[,...]])`
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_userevent`.
   */
  UserEvent(eventname: Argument, ...headers: Arguments): Promise<number>;

  /**
   * Writes to Asterisk's console.
   *
   * `Verbose([level,]message)`
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_verbose`.
   */
  Verbose(message: Argument): Promise<number>;
  /**
   * Writes to Asterisk's console.
   *
   * `Verbose([level,]message)`
   *
   * In Asterisk 22 and 16, since 1.0.0. Module `app_verbose`.
   */
  Verbose(level: Argument, message: Argument): Promise<number>;

  /**
   * Asks for the password of a mailbox.
   *
   * `VMAuthenticate(mailbox,options)`
   *
   * Options: `s`.
   *
   * Sets `AUTH_MAILBOX`, `AUTH_CONTEXT`.
   *
   * In Asterisk 22 and 16, since 1.2.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  VMAuthenticate(mailbox?: Argument, options?: Argument): Promise<number>;

  /**
   * Says the name of a mailbox's owner.
   *
   * `VMSayName(mailbox[@context])`
   *
   * In Asterisk 22 and 16, since 1.8.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  VMSayName(mailbox: Argument): Promise<number>;

  /**
   * Records a message for a mailbox.
   *
   * `VoiceMail(mailbox[@context][&mailbox[@context][&...]],options)`
   *
   * Options: `b`, `d(c)`, `e`, `g(#)`, `s`, `S`, `t(x)`, `u`, `U`, `P`.
   *
   * Sets `VMSTATUS` (`SUCCESS`, `USEREXIT`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 0.1.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  VoiceMail(mailboxs: Argument, options?: Argument): Promise<number>;

  /** {@linkcode Applications.VoiceMail}, as it is often written. */
  Voicemail(mailboxs: Argument, options?: Argument): Promise<number>;

  /**
   * Lets the caller listen to a mailbox.
   *
   * `VoiceMailMain(mailbox,options)`
   *
   * Options: `p`, `g(#)`, `r`, `s`, `a(folder)`.
   *
   * In Asterisk 22 and 16, since 0.1.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  VoiceMailMain(mailbox?: Argument, options?: Argument): Promise<number>;

  /** {@linkcode Applications.VoiceMailMain}, as it is often written. */
  VoicemailMain(mailbox?: Argument, options?: Argument): Promise<number>;

  /**
   * Plays a message of a mailbox.
   *
   * `VoiceMailPlayMsg(mailbox[@context],msg_id)`
   *
   * Sets `VOICEMAIL_PLAYBACKSTATUS` (`SUCCESS`, `FAILED`).
   *
   * In Asterisk 22 and 16, since 11.0.0. Modules `app_voicemail`, `app_voicemail_imap`,
   * `app_voicemail_odbc`.
   */
  VoiceMailPlayMsg(mailbox: Argument, msgId: Argument): Promise<number>;

  /**
   * Waits.
   *
   * `Wait(seconds)`
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  Wait(seconds: Argument): Promise<number>;

  /**
   * Waits for a key.
   *
   * `WaitDigit(seconds,digits)`
   *
   * Sets `WAITDIGITSTATUS` (`ERROR`, `DTMF`, `TIMEOUT`, `CANCEL`), `WAITDIGITRESULT`.
   *
   * In Asterisk 22 and 16, since 15.0.0.
   */
  WaitDigit(seconds?: Argument, digits?: Argument): Promise<number>;

  /**
   * Waits for an extension to be dialled.
   *
   * `WaitExten(seconds,options)`
   *
   * Options: `m(x)`, `d(x)`.
   *
   * In Asterisk 22 and 16, since 13.8.0.
   */
  WaitExten(seconds?: Argument, options?: Argument): Promise<number>;

  /**
   * Waits until a condition is true.
   *
   * `WaitForCondition(replacementchar,expression,timeout,interval)`
   *
   * Sets `WAITFORCONDITIONSTATUS` (`TRUE`, `FAILURE`, `TIMEOUT`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 16.20.0, 18.6.0. Module `app_waitforcond`.
   */
  WaitForCondition(
    replacementchar: Argument,
    expression: Argument,
    timeout?: Argument,
    interval?: Argument,
  ): Promise<number>;

  /**
   * Waits for noise.
   *
   * `WaitForNoise(noiserequired,iterations,timeout)`
   *
   * Sets `WAITSTATUS` (`NOISE`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 1.6.1.0. Module `app_waitforsilence`.
   */
  WaitForNoise(
    noiserequired?: Argument,
    iterations?: Argument,
    timeout?: Argument,
  ): Promise<number>;

  /**
   * Waits for a ring.
   *
   * `WaitForRing(timeout)`
   *
   * In Asterisk 22 and 16, since 0.4.0. Module `app_waitforring`.
   */
  WaitForRing(timeout: Argument): Promise<number>;

  /**
   * Waits for a signal.
   *
   * `WaitForSignal(signalname,signaltimeout)`
   *
   * Sets `WAITFORSIGNALSTATUS` (`SIGNALED`, `TIMEOUT`, `HANGUP`), `WAITFORSIGNALPAYLOAD`.
   *
   * In Asterisk 22, not in 16, since 18.17.0, 20.2.0. Module `app_signal`.
   */
  WaitForSignal(signalname: Argument, signaltimeout?: Argument): Promise<number>;

  /**
   * Waits for silence.
   *
   * `WaitForSilence(silencerequired,iterations,timeout)`
   *
   * Sets `WAITSTATUS` (`SILENCE`, `TIMEOUT`, `NOISE`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_waitforsilence`.
   */
  WaitForSilence(
    silencerequired?: Argument,
    iterations?: Argument,
    timeout?: Argument,
  ): Promise<number>;

  /**
   * Waits for a tone.
   *
   * `WaitForTone(freq,duration_ms,timeout,times,options)`
   *
   * Options: `d`, `s`.
   *
   * Sets `WAITFORTONESTATUS` (`SUCCESS`, `ERROR`, `TIMEOUT`, `HANGUP`).
   *
   * In Asterisk 22 and 16, since 16.21.0, 18.7.0. Module `res_tonedetect`.
   */
  WaitForTone(
    freq: Argument,
    durationMs?: Argument,
    timeout?: Argument,
    times?: Argument,
    options?: Argument,
  ): Promise<number>;

  /**
   * Waits until a time.
   *
   * `WaitUntil(epoch)`
   *
   * Sets `WAITUNTILSTATUS` (`OK`, `FAILURE`, `HANGUP`, `PAST`).
   *
   * In Asterisk 22 and 16, since 1.6.0. Module `app_waituntil`.
   */
  WaitUntil(epoch: Argument): Promise<number>;

  /**
   * Begins a loop.
   *
   * `While(expr)`
   *
   * In Asterisk 22 and 16, since 1.2.0. Module `app_while`.
   */
  While(expr: Argument): Promise<number>;

  /**
   * Plays the tones of a number that does not exist.
   *
   * `Zapateller([answer][,nocallerid])`
   *
   * Options: `answer`, `nocallerid`.
   *
   * Sets `ZAPATELLERSTATUS` (`NOTHING`, `ANSWERED`, `ZAPPED`).
   *
   * In Asterisk 22 and 16, since 0.1.12. Module `app_zapateller`.
   */
  Zapateller(
    ...options: readonly ("answer" | "nocallerid" | OtherArgument | undefined)[]
  ): Promise<number>;
}
