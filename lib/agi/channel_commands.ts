/**
 * The AGI commands as methods, with results that say what happened.
 *
 * @module
 */

import type { CommandWord } from "./command.ts";
import type { ControlOptions, DataOptions, PlayOptions, RecordOptions } from "./command_options.ts";
import { stoppedReply } from "./interruption.ts";
import type { Reply } from "./reply.ts";
import {
  type ChannelState,
  channelStates,
  type CharResult,
  type DataResult,
  digitOf,
  type DigitResult,
  endposOf,
  type GosubResult,
  type PlayResult,
  type RecordResult,
  type SpeechResult,
  speechTexts,
} from "./results.ts";

/**
 * The commands of an AGI session.
 *
 * All of them reject with {@linkcode HangupError} when the channel is gone or the line has ended, and
 * with {@linkcode AgiCommandError} when Asterisk does not know the command or refuses its usage. A
 * word that has CR, LF or NUL is a `TypeError`.
 */
export abstract class ChannelCommands {
  /** Sends any AGI command. */
  abstract command(...words: CommandWord[]): Promise<Reply>;

  /**
   * Whether the channel is gone, for certain: Asterisk says so before it answers the next command.
   */
  protected abstract isGone(): Promise<boolean>;

  /** Whether the file that has just ended was stopped from outside, which its reply does not show. */
  protected abstract takeStopped(): boolean;

  /**
   * `ANSWER`: answers the channel, unless it is answered. False when that fails.
   *
   * Source: Asterisk 22, res/res_agi.c, handle_answer()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async answer(): Promise<boolean> {
    return (await this.command("ANSWER")).result === "0";
  }

  /**
   * `HANGUP`: hangs up this channel, or another one by name. False when there is none of that name.
   *
   * Source: handle_hangup()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async hangup(channel?: string): Promise<boolean> {
    return (await this.command("HANGUP", ...given(channel))).result === "1";
  }

  /**
   * `CHANNEL STATUS`: the state of this channel, or of another one; `undefined` when there is none.
   *
   * Source: handle_channelstatus()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async channelStatus(channel?: string): Promise<ChannelState | undefined> {
    const { result } = await this.command("CHANNEL STATUS", ...given(channel));
    return channelStates[Number(result)];
  }

  /**
   * `NOOP`: does nothing, and shows that Asterisk is there.
   *
   * Source: handle_noop()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async noop(): Promise<void> {
    await this.command("NOOP");
  }

  /**
   * `VERBOSE`: writes to Asterisk's console, at levels of 1 (always shown) to 4.
   *
   * Source: handle_verbose()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async verbose(message: string, level = 1): Promise<void> {
    await this.command("VERBOSE", message, level);
  }

  /**
   * `STREAM FILE`: plays a sound file, named without its ending.
   *
   * Source: handle_streamfile()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async streamFile(file: string, options: PlayOptions = {}): Promise<PlayResult> {
    const { escape = "", offset } = options;
    return await this.#played(await this.command("STREAM FILE", file, escape, ...given(offset)));
  }

  /**
   * `CONTROL STREAM FILE`: plays a sound file in which the caller can skip and pause.
   *
   * Its `endpos` is in milliseconds. Sets CPLAYBACKSTATUS, CPLAYBACKSTOPKEY and CPLAYBACKOFFSET.
   * Source: handle_controlstreamfile()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async controlStreamFile(file: string, options: ControlOptions = {}): Promise<PlayResult> {
    const { escape = "", skip = 3_000, forward = "#", rewind = "*", pause = "", offset } = options;
    const words = [skip, forward, rewind, pause, ...given(offset)];
    return await this.#played(await this.command("CONTROL STREAM FILE", file, escape, ...words));
  }

  /**
   * `GET OPTION`: plays a sound file, and waits for a digit behind it; `finished` is "none came".
   *
   * `timeout` in milliseconds, Asterisk's 5 s unless given. Source: handle_getoption()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async getOption(file: string, escape: string, timeout?: number): Promise<PlayResult> {
    return await this.#played(await this.command("GET OPTION", file, escape, ...given(timeout)));
  }

  /**
   * `GET DATA`: plays a sound file and reads digits, up to `max` or a `#`.
   *
   * Source: handle_getdata()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async getData(file: string, options: DataOptions = {}): Promise<DataResult> {
    const { timeout, max } = options;
    // Asterisk takes 0 for "not given": 6 s to the first digit, 2 s between.
    const words = max === undefined ? given(timeout) : [timeout ?? 0, max];
    const reply = await this.command("GET DATA", file, ...words);
    if (reply === stoppedReply) return { ended: "stopped", digits: "" };
    if (reply.result === "-1") {
      return { ended: await this.isGone() ? "hangup" : "failed", digits: "" };
    }
    return { ended: reply.data === "timeout" ? "timeout" : "complete", digits: reply.result };
  }

  /**
   * `WAIT FOR DIGIT`: waits for one digit; `timeout` in milliseconds, for ever unless given.
   *
   * Source: handle_waitfordigit()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async waitForDigit(timeout = -1): Promise<DigitResult> {
    const { result } = await this.command("WAIT FOR DIGIT", timeout);
    // No key has the code 1: the wait was interrupted.
    if (result === "1") return { ended: "stopped", digit: undefined };
    if (result === "-1") return { ended: "hangup", digit: undefined };
    const digit = digitOf(result);
    return { ended: digit === undefined ? "timeout" : "digit", digit };
  }

  /**
   * `SAY ALPHA`: spells a text.
   *
   * Source: handle_sayalpha()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  sayAlpha(text: string, escape = ""): Promise<PlayResult> {
    return this.#say("ALPHA", text, escape);
  }

  /**
   * `SAY DIGITS`: says the digits of a number one by one.
   *
   * Source: handle_saydigits()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  sayDigits(digits: string | number, escape = ""): Promise<PlayResult> {
    return this.#say("DIGITS", digits, escape);
  }

  /**
   * `SAY NUMBER`: says a whole number of up to 32 bits; `gender` as the language has it.
   *
   * Source: handle_saynumber()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  sayNumber(number: number, escape = "", gender?: string): Promise<PlayResult> {
    return this.#say("NUMBER", number, escape, ...given(gender));
  }

  /**
   * `SAY PHONETIC`: spells a text in the telephone alphabet.
   *
   * Source: handle_sayphonetic()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  sayPhonetic(text: string, escape = ""): Promise<PlayResult> {
    return this.#say("PHONETIC", text, escape);
  }

  /**
   * `SAY DATE`: says the date of a time.
   *
   * Source: handle_saydate()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  sayDate(time: Date, escape = ""): Promise<PlayResult> {
    return this.#say("DATE", seconds(time), escape);
  }

  /**
   * `SAY TIME`: says the time of day.
   *
   * Source: handle_saytime()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  sayTime(time: Date, escape = ""): Promise<PlayResult> {
    return this.#say("TIME", seconds(time), escape);
  }

  /**
   * `SAY DATETIME`: says date and time, by a format (`ABdY 'digits/at' IMp`) and in a zone (`UTC`).
   *
   * Source: handle_saydatetime()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  sayDatetime(
    time: Date,
    escape = "",
    options: { format?: string; timezone?: string } = {},
  ): Promise<PlayResult> {
    const { timezone } = options;
    const format = options.format ?? (timezone === undefined ? undefined : "ABdY 'digits/at' IMp");
    return this.#say("DATETIME", seconds(time), escape, ...given(format), ...given(timezone));
  }

  /**
   * `RECORD FILE`: records the channel to a file, named without its ending.
   *
   * Source: handle_recordfile()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async recordFile(file: string, options: RecordOptions = {}): Promise<RecordResult> {
    const { format = "wav", escape = "#", timeout = -1, offset, beep, silence } = options;
    const reply = await this.command(
      "RECORD FILE",
      file,
      format,
      escape,
      timeout,
      ...given(offset),
      ...(beep ? ["BEEP"] : []),
      ...(silence === undefined ? [] : [`s=${Math.round(silence / 1_000)}`]),
    );
    const endpos = endposOf(reply);
    switch (reply.data) {
      case "dtmf":
        return { ended: "digit", digit: digitOf(reply.result), endpos };
      case "timeout":
        return { ended: "timeout", digit: undefined, endpos };
      case "hangup":
        return { ended: "hangup", digit: undefined, endpos };
      default: {
        // waitfor, writefile, randomerror: the channel may be gone, or the file cannot be written.
        const ended = await this.isGone() ? "hangup" : "failed";
        return { ended, digit: undefined, endpos };
      }
    }
  }

  /**
   * `RECEIVE CHAR`: waits for one character of text; `timeout` in milliseconds.
   *
   * Source: handle_recvchar()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async receiveChar(timeout = 0): Promise<CharResult> {
    const { result, data } = await this.command("RECEIVE CHAR", timeout);
    if (data === "hangup" || result === "-1") return { ended: "hangup", char: undefined };
    const char = digitOf(result);
    return { ended: char === undefined ? "timeout" : "char", char };
  }

  /**
   * `RECEIVE TEXT`: waits for text; `undefined` when none came in time. `timeout` in milliseconds.
   *
   * Source: handle_recvtext()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async receiveText(timeout = 0): Promise<string | undefined> {
    const { result, data } = await this.command("RECEIVE TEXT", timeout);
    return result === "1" ? data ?? "" : undefined;
  }

  /**
   * `SEND TEXT`: sends text to the channel. False when it cannot take any.
   *
   * Source: handle_sendtext()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async sendText(text: string): Promise<boolean> {
    return (await this.command("SEND TEXT", text)).result === "0";
  }

  /**
   * `SEND IMAGE`: sends a picture to the channel. False when that fails.
   *
   * Source: handle_sendimage()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async sendImage(image: string): Promise<boolean> {
    return (await this.command("SEND IMAGE", image)).result === "0";
  }

  /**
   * `TDD MODE`: switches a telephone for the deaf. False when the channel has none.
   *
   * Source: handle_tddmode()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async tddMode(mode: "on" | "off" | "mate" | "tdd"): Promise<boolean> {
    return (await this.command("TDD MODE", mode)).result === "1";
  }

  /**
   * `SET AUTOHANGUP`: hangs up after so many milliseconds, 0 for never.
   *
   * Source: handle_autohangup()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async setAutohangup(time: number): Promise<void> {
    await this.command("SET AUTOHANGUP", time / 1_000);
  }

  /**
   * `SET CALLERID`: sets the caller's number, or `"Name" <number>`.
   *
   * Source: handle_setcallerid()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async setCallerid(callerid: string): Promise<void> {
    await this.command("SET CALLERID", callerid);
  }

  /**
   * `SET CONTEXT`: where the dialplan goes on after the script.
   *
   * Source: handle_setcontext()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async setContext(context: string): Promise<void> {
    await this.command("SET CONTEXT", context);
  }

  /**
   * `SET EXTENSION`: where the dialplan goes on after the script.
   *
   * Source: handle_setextension()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async setExtension(extension: string): Promise<void> {
    await this.command("SET EXTENSION", extension);
  }

  /**
   * `SET PRIORITY`: number or label where the dialplan goes on after the script.
   *
   * Source: handle_setpriority()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async setPriority(priority: number | string): Promise<void> {
    await this.command("SET PRIORITY", priority);
  }

  /**
   * `SET MUSIC`: plays music on hold, or ends it.
   *
   * Source: handle_setmusic()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async setMusic(on: boolean, musicClass?: string): Promise<void> {
    await this.command("SET MUSIC", on ? "on" : "off", ...given(musicClass));
  }

  /**
   * `DATABASE GET`: a value of Asterisk's database; `undefined` when there is none.
   *
   * Source: handle_dbget()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async databaseGet(family: string, key: string): Promise<string | undefined> {
    const { result, data } = await this.command("DATABASE GET", family, key);
    return result === "1" ? data ?? "" : undefined;
  }

  /**
   * `DATABASE PUT`: writes to Asterisk's database. False when that fails.
   *
   * Source: handle_dbput()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async databasePut(family: string, key: string, value: CommandWord): Promise<boolean> {
    return (await this.command("DATABASE PUT", family, key, value)).result === "1";
  }

  /**
   * `DATABASE DEL`: deletes from Asterisk's database. False when that fails.
   *
   * Source: handle_dbdel()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async databaseDel(family: string, key: string): Promise<boolean> {
    return (await this.command("DATABASE DEL", family, key)).result === "1";
  }

  /**
   * `DATABASE DELTREE`: deletes a family, or what is below a key in it. False when nothing was there.
   *
   * Asterisk's result is the wrong way round: 0 when something was deleted. Source: handle_dbdeltree()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async databaseDeltree(family: string, key?: string): Promise<boolean> {
    return (await this.command("DATABASE DELTREE", family, ...given(key))).result === "0";
  }

  /**
   * `GOSUB`: runs a subroutine of the dialplan, and resolves when it is over.
   *
   * Its return value is in the variable GOSUB_RETVAL. Source: Asterisk 22, apps/app_stack.c, handle_gosub()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async gosub(
    context: string,
    extension: string,
    priority: number | string,
    args?: string,
  ): Promise<GosubResult> {
    const reply = await this.command("GOSUB", context, extension, priority, ...given(args));
    if (reply.result !== "0") return { ended: "notfound" };
    return { ended: reply.text.includes("abnormal exit") ? "aborted" : "complete" };
  }

  /**
   * `SPEECH CREATE`: gets a speech engine, the default one for an empty name. False without one.
   *
   * Source: handle_speechcreate()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  speechCreate(engine = ""): Promise<boolean> {
    return this.#speech("CREATE", engine);
  }

  /**
   * `SPEECH SET`: sets something of the engine.
   *
   * Source: handle_speechset()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  speechSet(name: string, value: CommandWord): Promise<boolean> {
    return this.#speech("SET", name, value);
  }

  /**
   * `SPEECH DESTROY`: gives the engine back.
   *
   * Source: handle_speechdestroy()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  speechDestroy(): Promise<boolean> {
    return this.#speech("DESTROY");
  }

  /**
   * `SPEECH LOAD GRAMMAR`: loads a grammar from a file.
   *
   * Source: handle_speechloadgrammar()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  speechLoadGrammar(grammar: string, path: string): Promise<boolean> {
    return this.#speech("LOAD GRAMMAR", grammar, path);
  }

  /**
   * `SPEECH UNLOAD GRAMMAR`: unloads a grammar.
   *
   * Source: handle_speechunloadgrammar()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  speechUnloadGrammar(grammar: string): Promise<boolean> {
    return this.#speech("UNLOAD GRAMMAR", grammar);
  }

  /**
   * `SPEECH ACTIVATE GRAMMAR`: listens for a grammar.
   *
   * Source: handle_speechactivategrammar()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  speechActivateGrammar(grammar: string): Promise<boolean> {
    return this.#speech("ACTIVATE GRAMMAR", grammar);
  }

  /**
   * `SPEECH DEACTIVATE GRAMMAR`: listens for it no more.
   *
   * Source: handle_speechdeactivategrammar()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  speechDeactivateGrammar(grammar: string): Promise<boolean> {
    return this.#speech("DEACTIVATE GRAMMAR", grammar);
  }

  /**
   * `SPEECH RECOGNIZE`: plays a prompt and listens; `timeout` in milliseconds.
   *
   * Source: handle_speechrecognize()
   *
   * @throws {HangupError} If the channel is hung up, or the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async speechRecognize(prompt: string, timeout: number, offset?: number): Promise<SpeechResult> {
    const reply = await this.command("SPEECH RECOGNIZE", prompt, timeout, ...given(offset));
    const endpos = endposOf(reply);
    const results = speechTexts(reply);
    const digit = reply.data === "digit" ? /digit=(.)/.exec(reply.text)?.[1] : undefined;
    const result = (ended: SpeechResult["ended"]) => ({ ended, digit, endpos, results });
    if (reply.result !== "1") return result(await this.isGone() ? "hangup" : "failed");
    const ended = reply.data;
    const known = ended === "speech" || ended === "digit" || ended === "hangup";
    return result(known ? ended : "timeout");
  }

  /**
   * `EXEC`: runs a dialplan application with its data as one text, as the dialplan has it, and gives what
   * it returns, which is -1 when the caller has hung up; `undefined` when there is no such application.
   * `app` is the typed way, which also escapes commas.
   *
   * Source: handle_exec()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async exec(application: string, data?: string): Promise<number | undefined> {
    const { result } = await this.command("EXEC", application, ...given(data));
    return result === "-2" ? undefined : Number(result);
  }

  /**
   * `GET VARIABLE`: a variable, or a function with its parentheses; `undefined` when it is not set. Cut at
   * 1,023 bytes. `channel.get` is the same, with the documented values as types.
   *
   * Source: handle_getvariable()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async getVariable(name: string): Promise<string | undefined> {
    const { result, data = "" } = await this.command("GET VARIABLE", name);
    return result === "1" ? data : undefined;
  }

  /**
   * `GET FULL VARIABLE`: an expression such as `${CALLERID(num)} of ${CHANNEL}` with its values put in, on
   * this channel or on another one by name; `undefined` when there is none of that name.
   *
   * A value with line ends and parentheses may come cut; `channel.getFull` reads any.
   * Source: handle_getvariablefull()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async getFullVariable(expression: string, channel?: string): Promise<string | undefined> {
    const words = [expression, ...given(channel)];
    const { result, data = "" } = await this.command("GET FULL VARIABLE", ...words);
    return result === "1" ? data : undefined;
  }

  /**
   * `SET VARIABLE`: sets a variable, or writes a function with its parentheses, as `channel.set` does.
   *
   * Source: handle_setvariable()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   * @throws {TypeError} If a word has CR, LF or NUL.
   */
  async setVariable(name: string, value: CommandWord): Promise<void> {
    await this.command("SET VARIABLE", name, value);
  }

  /**
   * `ASYNCAGI BREAK`: gives the channel back to the dialplan over AsyncAGI, as the end of the handler does;
   * after it the signal fires, further commands reject, and no LUNOPARK_STATUS is set. Over FastAGI it
   * does nothing.
   *
   * Source: handle_asyncagi_break()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {AgiCommandError} If Asterisk does not know it, or refuses how it is used.
   */
  async asyncagiBreak(): Promise<void> {
    await this.command("ASYNCAGI BREAK");
  }

  async #say(what: string, ...words: CommandWord[]): Promise<PlayResult> {
    return await this.#played(await this.command(`SAY ${what}`, ...words));
  }

  async #speech(what: string, ...words: CommandWord[]): Promise<boolean> {
    return (await this.command(`SPEECH ${what}`, ...words)).result === "1";
  }

  async #played(reply: Reply): Promise<PlayResult> {
    const endpos = endposOf(reply);
    if (this.takeStopped() || reply === stoppedReply) {
      return { ended: "stopped", digit: undefined, endpos };
    }
    if (reply.result === "-1") {
      return { ended: await this.isGone() ? "hangup" : "failed", digit: undefined, endpos };
    }
    const digit = digitOf(reply.result);
    return { ended: digit === undefined ? "finished" : "digit", digit, endpos };
  }
}

/** A word that may be left out at the end of a command. */
function given(word: CommandWord | undefined): CommandWord[] {
  return word === undefined ? [] : [word];
}

/** Asterisk counts in seconds since 1970. */
function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1_000);
}
