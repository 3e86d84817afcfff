/**
 * Where the documentation of applications and AGI commands is wrong, too strict, or silent.
 *
 * Everything here was read from Asterisk's source, which each entry names.
 *
 * @module
 */

/** What differs from the documentation of an application or AGI command. */
export interface SyntaxCorrection {
  /** Why, and where it was read. */
  readonly why: string;
  /**
   * The ways to call it, in the place of the documented one: names divided by commas, `?` behind an
   * optional one, `...` before one that repeats, `=a|b` behind one with known values.
   */
  readonly signatures?: readonly string[];
  /** How it is written in the dialplan, where that does not follow from the names. */
  readonly usage?: string;
  /** Channel variables that it sets as well. */
  readonly sets?: readonly string[];
  /** What a handler author should know, in our own words. */
  readonly note?: string;
}

/** Corrections by the name of the application. */
export const applicationCorrections: Readonly<Record<string, SyntaxCorrection>> = {
  AELSub: {
    why: "the arguments of the routine are further arguments (pbx/pbx_ael.c, aelsub_exec())",
    signatures: ["routine, ...args"],
  },
  AgentLogin: {
    why: "says so in a sentence, not in a list (apps/app_agent_pool.c, agent_login_exec())",
    sets: ["AGENT_STATUS"],
  },
  AgentRequest: {
    why: "says so in a sentence, not in a list (apps/app_agent_pool.c, agent_request_exec())",
    sets: ["AGENT_STATUS"],
  },
  BackgroundDetect: {
    why: "says so in a sentence, not in a list (apps/app_talkdetect.c, background_detect_exec())",
    sets: ["TALK_DETECTED"],
  },
  Broadcast: {
    why: "the channels are divided by commas (apps/app_broadcast.c, broadcast_exec())",
    signatures: ["options, ...channels"],
    usage: "Broadcast(options,channel[,channel[,...]])",
  },
  ChannelRedirect: {
    why: "context and extension may be left out from the left, as of Goto " +
      "(apps/app_channelredirect.c, asyncgoto_exec(): AST_APP_ARG(channel), AST_APP_ARG(label))",
    signatures: [
      "channel, priority",
      "channel, extension, priority",
      "channel, context, extension, priority",
    ],
    usage: "ChannelRedirect(channel,[[context,]extension,]priority)",
  },
  DBdeltree: {
    why: "family and key are one argument (apps/app_db.c, deltree_exec())",
    signatures: ["familyKeytree"],
  },
  Else: {
    why: "the documentation names a condition, which is that of ElseIf " +
      "(apps/app_if.c, if_helper() looks at its data for If and ElseIf only)",
    signatures: [""],
  },
  ExecIf: {
    why: "one argument; commas in it belong to the applications (apps/app_exec.c, execif_exec())",
    signatures: ["branch"],
    usage: "ExecIf(expression?appiftrue(args)[:appiffalse(args)])",
  },
  ExecIfTime: {
    why: "the parts of the condition are divided by commas (main/pbx_builtins.c, " +
      "pbx_builtin_execiftime())",
    signatures: ["times, weekdays, mdays, monthsAndApplication, ...more", "condition"],
    usage: "ExecIfTime(times,weekdays,mdays,months[,timezone]?appname[(appargs)])",
  },
  FollowMe: {
    why: "not documented (apps/app_followme.c, end_bridge_callback())",
    sets: ["ANSWEREDTIME", "DIALEDTIME"],
  },
  Gosub: {
    why: "context and extension may be left out from the left (apps/app_stack.c, gosub_exec(): " +
      "AST_NONSTANDARD_RAW_ARGS, pbx_parse_location())",
    signatures: ["priority", "extension, priority", "context, extension, priority"],
    usage: "Gosub([[context,]extension,]priority[(arg1[,...][,argN])])",
    sets: ["GOSUB_RETVAL"],
    note:
      "From a handler it takes effect when the handler returns; the AGI command GOSUB runs at once.",
  },
  GosubIf: {
    why: "one argument; commas in it belong to the destinations (apps/app_stack.c, gosubif_exec())",
    signatures: ["branch"],
    usage: "GosubIf(condition?labeliftrue[(args)][:labeliffalse[(args)]])",
  },
  Goto: {
    why: "context and extension may be left out from the left (main/pbx.c, pbx_parseable_goto())",
    signatures: ["priority", "extension, priority", "context, extension, priority"],
    usage: "Goto([[context,]extension,]priority)",
    note: "From a handler it takes effect when the handler returns.",
  },
  GotoIf: {
    why: "one argument; commas in it belong to the destinations " +
      "(main/pbx_builtins.c, pbx_builtin_gotoif())",
    signatures: ["branch"],
    usage: "GotoIf(condition?[labeliftrue][:labeliffalse])",
    note: "From a handler it takes effect when the handler returns.",
  },
  GotoIfTime: {
    why: "the parts of the condition are divided by commas (main/pbx_builtins.c, " +
      "pbx_builtin_gotoiftime())",
    signatures: ["times, weekdays, mdays, monthsAndLabels, ...more", "condition"],
    usage: "GotoIfTime(times,weekdays,mdays,months[,timezone]?[labeliftrue][:labeliffalse])",
  },
  ImportVar: {
    why: "one argument: the new variable, the channel and its variable " +
      "(Asterisk 16, main/pbx_variables.c, pbx_builtin_importvar())",
    signatures: ["newvarAndChannel, variable"],
    usage: "ImportVar(newvar=channelname,variable)",
  },
  Macro: {
    why: "the arguments of the macro are further arguments " +
      "(Asterisk 16, apps/app_macro.c, _macro_exec())",
    signatures: ["name, ...args"],
  },
  MacroExclusive: {
    why: "the arguments of the macro are further arguments " +
      "(Asterisk 16, apps/app_macro.c, _macro_exec())",
    signatures: ["name, ...args"],
  },
  MacroIf: {
    why: "one argument; commas in it belong to the macros " +
      "(Asterisk 16, apps/app_macro.c, macroif_exec())",
    signatures: ["branch"],
    usage: "MacroIf(expression?macroiftrue[,args][:macroiffalse[,args]])",
  },
  MeetMe: {
    why: "not documented (apps/app_meetme.c, conf_run())",
    sets: ["MEETMESECS", "MEETMEBOOKID", "MEETMEUNIQUEID", "MEETME_EXIT_KEY"],
  },
  MinivmRecord: {
    why: "says so in a sentence, not in a list (apps/app_minivm.c, leave_voicemail())",
    sets: ["MVM_FILENAME", "MVM_DURATION", "MVM_FORMAT"],
  },
  MixMonitor: {
    why: "the file may be left out when options name the files of both directions " +
      "(apps/app_mixmonitor.c, mixmonitor_exec())",
    signatures: ["file?, options?, command?"],
    usage: "MixMonitor([filename.extension][,options[,command]])",
  },
  MSet: {
    why: "each assignment is an argument (main/pbx_variables.c, " +
      "pbx_builtin_setvar_multiple())",
    signatures: ["assignment, ...assignments"],
    usage: "MSet(name1=value1[,name2=value2[,...]])",
  },
  MusicOnHold: {
    why: "the class may be left out (res/res_musiconhold.c, play_moh_exec())",
    signatures: ["musicClass?, duration?"],
  },
  ODBC_Commit: {
    why: "not documented (res/res_odbc_transaction.c, commit_exec())",
    sets: ["COMMIT_RESULT"],
  },
  ODBC_Rollback: {
    why: "not documented (res/res_odbc_transaction.c, rollback_exec())",
    sets: ["ROLLBACK_RESULT"],
  },
  Queue: {
    why: "Asterisk 16 has one argument more (apps/app_queue.c, queue_exec())",
    note: "In Asterisk 16 an argument `macro` stands between `agi` and `gosub`.",
  },
  PlayTones: {
    why: "the tones are divided by commas (main/indications.c, ast_playtones_start())",
    signatures: ["...tones"],
    usage: "PlayTones(name) or PlayTones(tone[,tone[,...]])",
  },
  ReadExten: {
    why: "says so in a value's text only (apps/app_readexten.c, readexten_exec())",
    sets: ["INVALID_EXTEN"],
  },
  RetryDial: {
    why: "dialargs are the arguments of Dial, commas and all (apps/app_dial.c, retrydial_exec())",
    signatures: ["announce, sleep, retries, ...dialargs"],
  },
  Return: {
    why: "says so in a sentence, not in a list (apps/app_stack.c, return_exec())",
    sets: ["GOSUB_RETVAL"],
  },
  Set: {
    why: "name and value are one argument; commas belong to the value " +
      "(main/pbx_variables.c, pbx_builtin_setvar())",
    signatures: ["assignment"],
    usage: "Set(name=value)",
  },
  SIPAddHeader: {
    why: "header and content are one argument " +
      "(Asterisk 16, channels/chan_sip.c, sip_addheader())",
    signatures: ["header"],
    usage: "SIPAddHeader(Header:Content)",
  },
  SpeechCreate: {
    why: "without a name the default engine is taken (res/res_speech.c, ast_speech_new(); " +
      "apps/app_speech_utils.c, speech_create())",
    signatures: ["engineName?"],
    note: "Without an engine the channel variable `ERROR` is 1.",
  },
  StartMusicOnHold: {
    why: "the class may be left out (res/res_musiconhold.c, start_moh_exec())",
    signatures: ["musicClass?"],
  },
  Stasis: {
    why: "the arguments are further arguments (apps/app_stasis.c, app_exec(): " +
      "AST_APP_ARG(app_argv)[MAX_ARGS])",
    signatures: ["appName, ...args"],
  },
  Transfer: {
    why: "technology and destination are one argument (apps/app_transfer.c, transfer_exec())",
    signatures: ["destination"],
    usage: "Transfer([Tech/]destination)",
  },
  UserEvent: {
    why: "each header is an argument (apps/app_userevent.c, userevent_exec(): " +
      "AST_APP_ARG(extra)[100])",
    signatures: ["eventname, ...headers"],
    usage: "UserEvent(eventname[,key: value[,...]])",
  },
  Verbose: {
    why: "the level may be left out together with its comma (apps/app_verbose.c, verbose_exec())",
    signatures: ["message", "level, message"],
    usage: "Verbose([level,]message)",
  },
  VMAuthenticate: {
    why: "the mailbox is asked for when it is left out (apps/app_voicemail.c, vmauthenticate())",
    signatures: ["mailbox?, options?"],
    sets: ["AUTH_MAILBOX", "AUTH_CONTEXT"],
  },
  VoiceMailMain: {
    why: "the mailbox is asked for when it is left out (apps/app_voicemail.c, vm_execmain())",
    signatures: ["mailbox?, options?"],
  },
  WaitForNoise: {
    why: "sets the variable that WaitForSilence documents " +
      "(apps/app_waitforsilence.c, waitfor_exec())",
    sets: ["WAITSTATUS"],
  },
  Zapateller: {
    why: "the options are arguments, and none is needed (apps/app_zapateller.c, zapateller_exec())",
    signatures: ["...options"],
    usage: "Zapateller([answer][,nocallerid])",
  },
};

/**
 * Other ways to write a name, which people use though it is documented otherwise. Asterisk takes the
 * names of applications in any case (main/pbx_app.c, pbx_findapp_nolock()).
 */
export const spellings: Readonly<Record<string, string>> = {
  Background: "BackGround",
  Noop: "NoOp",
  Playtones: "PlayTones",
  Voicemail: "VoiceMail",
  VoicemailMain: "VoiceMailMain",
};

/** Corrections by the name of the AGI command. */
export const agiCommandCorrections: Readonly<Record<string, SyntaxCorrection>> = {
  EXEC: {
    why: "an application can do without arguments (res/res_agi.c, handle_exec())",
    signatures: ["application, options?"],
  },
  GOSUB: {
    why: "the arguments are one word (apps/app_stack.c, handle_gosub())",
    signatures: ["context, extension, priority, args?"],
    sets: ["GOSUB_RETVAL"],
  },
  NOOP: {
    why: "words behind it do no harm (res/res_agi.c, handle_noop())",
    signatures: ["...words"],
  },
  "RECORD FILE": {
    why: "what follows the time can be an offset, the word BEEP and s=seconds, in this order " +
      "(res/res_agi.c, handle_recordfile())",
    signatures: ["filename, format, escapeDigits, timeout, ...offsetBeepAndSilence"],
    usage: "RECORD FILE filename format escape_digits timeout [offset_samples] [BEEP] [s=silence]",
  },
  "SAY ALPHA": {
    why: "how to say capital letters, `a`, `l`, `n` or `u`, is not documented " +
      "(res/res_agi.c, handle_sayalpha())",
    signatures: ["number, escapeDigits, casetype?"],
  },
  "SET MUSIC": {
    why: "the class may be left out (res/res_agi.c, handle_setmusic())",
    signatures: ["boolean, musicClass?"],
  },
  VERBOSE: {
    why: "the level may be left out (res/res_agi.c, handle_verbose())",
    signatures: ["message, level?"],
  },
};

/** The AGI commands that work on a dead channel (res/res_agi.c, commands[]). */
export const deadCommands: ReadonlySet<string> = new Set([
  "ASYNCAGI BREAK",
  "DATABASE DEL",
  "DATABASE DELTREE",
  "DATABASE GET",
  "DATABASE PUT",
  "EXEC",
  "GET FULL VARIABLE",
  "GET VARIABLE",
  "NOOP",
  "SET VARIABLE",
  "SPEECH DESTROY",
  "SPEECH UNLOAD GRAMMAR",
  "VERBOSE",
]);
