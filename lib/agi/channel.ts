/**
 * `channel`: the call as its handler sees it.
 *
 * @module
 */

import type { HangupError, HangupReason } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Arguments } from "../schema/basics.ts";
import type { ReadableFunctions, WritableFunctions } from "../schema/functions.ts";
import type {
  ReadableFunction,
  VariableName,
  VariableValue,
  WritableFunction,
} from "../schema/lookup.ts";
import { ChannelCommands } from "./channel_commands.ts";
import { type CommandWord, formatCommand, type ReplyKind, replyKind } from "./command.ts";
import type { AgiConnection } from "./connection.ts";
import { type Environment, scriptRequest } from "./environment.ts";
import type { Reply } from "./reply.ts";

/** What a channel needs that is not its own; one for all calls. */
export interface ChannelServices<Manager> {
  /** Gives the AMI connection of this call's Asterisk; throws where there is none. */
  ami(): Manager;
  /** Stops what is played on a channel, from outside; rejects where that cannot be done. */
  stopPlayback(channel: string): Promise<void>;
}

/**
 * The channel of one call: what Asterisk said about it, its variables, any AGI command, and news of
 * its end.
 *
 * The values of the environment have the names that Asterisk gives them, without `agi_`, and are as
 * Asterisk wrote them; a caller that is not known is the word `unknown`.
 */
export class AgiChannel<Manager = unknown> extends ChannelCommands {
  readonly #connection: AgiConnection;
  readonly #environment: Environment;
  readonly #identity: { readonly log: Log };
  readonly #services: ChannelServices<Manager>;
  #abort: AbortController | undefined;
  #left: HangupError | undefined;
  /** A file that was being played was stopped from outside: its reply does not show it. */
  #stopped = false;

  /** Groups of the route that was taken: `channel.params.lang` of `ivr/:lang`. */
  readonly params: Readonly<Record<string, string>>;

  /** Made by whoever serves the call, before its handler runs; `identity` has its log. */
  constructor(
    connection: AgiConnection,
    environment: Environment,
    params: Readonly<Record<string, string>>,
    identity: { readonly log: Log },
    services: ChannelServices<Manager>,
  ) {
    super();
    this.#connection = connection;
    this.#environment = environment;
    this.params = params;
    this.#identity = identity;
    this.#services = services;
  }

  /** Name of the channel: `PJSIP/100-00000001`. */
  get name(): string {
    return this.environment("channel");
  }
  /** Name of the channel, under the name that Asterisk sends it by. */
  get channel(): string {
    return this.environment("channel");
  }
  /** Identifies the channel on its Asterisk: `1795375793.7`. */
  get uniqueid(): string {
    return this.environment("uniqueid");
  }
  /** Number of the caller, or `unknown`. */
  get callerid(): string {
    return this.environment("callerid");
  }
  /** Name of the caller, or `unknown`. */
  get calleridname(): string {
    return this.environment("calleridname");
  }
  /** Presentation of the caller's number, a number: 0 is allowed and not screened. */
  get callingpres(): string {
    return this.environment("callingpres");
  }
  /** ANI II digits of the caller. */
  get callingani2(): string {
    return this.environment("callingani2");
  }
  /** Type of number of the caller. */
  get callington(): string {
    return this.environment("callington");
  }
  /** Transit network selector. */
  get callingtns(): string {
    return this.environment("callingtns");
  }
  /** The number that was dialled, or `unknown`. */
  get dnid(): string {
    return this.environment("dnid");
  }
  /** The number that redirected the call here, or `unknown`. */
  get rdnis(): string {
    return this.environment("rdnis");
  }
  /** Dialplan context that the script was called from. */
  get context(): string {
    return this.environment("context");
  }
  /** Extension that the script was called from. */
  get extension(): string {
    return this.environment("extension");
  }
  /** Priority that the script was called from. */
  get priority(): string {
    return this.environment("priority");
  }
  /** Account code of the channel, often empty. */
  get accountcode(): string {
    return this.environment("accountcode");
  }
  /** Language of the channel: `en`. */
  get language(): string {
    return this.environment("language");
  }
  /** Technology of the channel: `PJSIP`, `Local`. */
  get type(): string {
    return this.environment("type");
  }
  /** Version of this call's Asterisk: `22.10.1`. */
  get version(): string {
    return this.environment("version");
  }
  /** `1.0` when sound comes along (EAGI), which FastAGI never has: `0.0`. */
  get enhanced(): string {
    return this.environment("enhanced");
  }
  /** Identifies the thread of Asterisk that runs the call. */
  get threadid(): string {
    return this.environment("threadid");
  }
  /** The URL that the dialplan called. */
  get request(): string {
    return this.environment("request");
  }
  /** Path and query of that URL. */
  get network_script(): string {
    return this.environment("network_script");
  }

  /** Name of the script without its query: `subroutine`. */
  get script(): string {
    return scriptRequest(this.#environment).script;
  }

  /** A value of the environment by name, without `agi_`; empty when Asterisk did not send it. */
  environment(name: string): string {
    return this.#environment.values[name] ?? "";
  }

  /** Arguments of the dialplan after the URL: `AGI(agi://host/subroutine,first,second)`. */
  get args(): readonly string[] {
    return this.#environment.args;
  }

  /** Query of the script: `channel.query.get("lang")`. */
  get query(): URLSearchParams {
    return new URLSearchParams(scriptRequest(this.#environment).query);
  }

  /** A log whose lines say which call they are about. */
  get log(): Log {
    return this.#identity.log;
  }

  /**
   * The AMI connection of the Asterisk that sent this call.
   *
   * @throws {NotConnectedError} If Lunopark runs without the AMI role.
   */
  get ami(): Manager {
    return this.#services.ami();
  }

  /**
   * Fires when the channel has left the script; its `reason` is the {@linkcode HangupError} that says
   * how. Good for `fetch` and timers that are of no use without the caller.
   */
  get signal(): AbortSignal {
    if (!this.#abort) {
      this.#abort = new AbortController();
      if (this.#left) this.#abort.abort(this.#left);
    }
    return this.#abort.signal;
  }

  /** How the channel left the script; `undefined` while the caller is there. */
  get hangupReason(): HangupReason | undefined {
    return this.#left?.reason;
  }

  /**
   * Reads a channel variable, or a dialplan function such as `CALLERID(num)`.
   *
   * Asterisk cuts the value at 1,023 bytes; `undefined` when it is not set.
   * Source: Asterisk 22, res/res_agi.c, handle_getvariable()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   */
  get<Name extends VariableName>(name: Name): Promise<VariableValue<Name> | undefined> {
    return this.#ask(["GET VARIABLE", name], "data", readVariable) as Promise<
      VariableValue<Name> | undefined
    >;
  }

  /**
   * Reads a dialplan function: `channel.fn("CALLERID", "num")` is `${CALLERID(num)}`.
   *
   * `undefined` when it has no value; cut at 1,023 bytes like any other.
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {TypeError} If an argument has CR, LF or NUL.
   */
  fn<Name extends ReadableFunction>(
    name: Name,
    ...args: ReadableFunctions[Name]
  ): Promise<string | undefined> {
    return this.get(formatFunction(name, args));
  }

  /**
   * Writes a dialplan function: `channel.setFn("CALLERID", "100", "num")` sets `CALLERID(num)` to 100.
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {TypeError} If the value or an argument has CR, LF or NUL.
   */
  setFn<Name extends WritableFunction>(
    name: Name,
    value: CommandWord,
    ...args: WritableFunctions[Name]
  ): Promise<void> {
    return this.set(formatFunction(name, args), value);
  }

  /**
   * Sets a channel variable, or writes a dialplan function such as `CALLERID(name)`.
   *
   * Source: Asterisk 22, res/res_agi.c, handle_setvariable()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {TypeError} If the value has CR, LF or NUL.
   * @throws {RangeError} If the line is longer than this Asterisk takes.
   */
  set(name: string, value: CommandWord): Promise<void> {
    return this.#ask(["SET VARIABLE", name, value], "line", ignoreReply);
  }

  /**
   * Reads a variable, or a dialplan function, of any length and with any content.
   *
   * Line ends and parentheses are safe here, where `get` has to guess the end of the value. Empty
   * when the variable is not set.
   *
   * On the wire `GET FULL VARIABLE ${URIENCODE(${NAME}mark)}`: a mark that nobody knows before shows
   * that the value is whole. Some values URIENCODE cuts, those of more than 4,095 bytes and those
   * that have `)` and then `:`; they are asked for as they are, `${NAME}mark`, over AsyncAGI in pieces,
   * `${NAME:0:600}mark`.
   * Source: Asterisk 22, res/res_agi.c, handle_getvariablefull(); main/pbx_variables.c,
   * parse_variable_name()
   *
   * @throws {HangupError} If the connection to Asterisk has ended.
   * @throws {TypeError} If the name has `$`, `{`, `}`, CR, LF or NUL.
   */
  async getFull(name: string): Promise<string> {
    if (/[${}]/.test(name)) {
      throw new TypeError(
        `Cannot read variable ${JSON.stringify(name)}: its name must not have "$", "{" or "}"`,
      );
    }
    const mark = crypto.randomUUID();
    const encoded = await this.#ask(
      ["GET FULL VARIABLE", `\${URIENCODE(\${${name}}${mark})}`],
      "data",
      readData,
    );
    if (encoded.endsWith(mark)) {
      try {
        return decodeURIComponent(encoded.slice(0, -mark.length));
      } catch {
        // It is not UTF-8: as it is, it can be read as well as it can be.
      }
    }
    const { valueBytes } = this.#connection;
    // A name that cuts its value itself cannot be cut again.
    if (valueBytes === undefined || name.includes(":")) return await this.#readPlain(name);
    return await this.#readPieces(name, valueBytes);
  }

  /** Reads a value as it is. */
  async #readPlain(name: string): Promise<string> {
    const mark = crypto.randomUUID();
    const words = ["GET FULL VARIABLE", `\${${name}}${mark}`];
    const plain = await this.#ask(words, { mark }, readData);
    return plain.slice(0, -mark.length);
  }

  /** Reads a value in pieces of so many bytes. */
  async #readPieces(name: string, size: number): Promise<string> {
    let value = "";
    for (let offset = 0;;) {
      const { piece, length } = await this.#readPiece(name, offset, size);
      if (piece === "") return value;
      value += piece;
      offset += length;
    }
  }

  /** Reads one piece; a character that the end would cut is left to the next. */
  async #readPiece(
    name: string,
    offset: number,
    size: number,
  ): Promise<{ piece: string; length: number }> {
    const whole = await this.#readPlain(`${name}:${offset}:${size}`);
    let piece = whole;
    for (let length = size; length > size - 4; length--) {
      if (!piece.endsWith("\ufffd")) return { piece, length };
      piece = await this.#readPlain(`${name}:${offset}:${length - 1}`);
    }
    // It was no cut: the value is not UTF-8, or has that character.
    return { piece: whole, length: size };
  }

  /**
   * Sends any AGI command: `channel.command("STREAM FILE", "beep", "")`.
   *
   * @throws {HangupError} If the channel is gone and this command needs it, or the line has ended.
   * @throws {AgiCommandError} If Asterisk does not know the command or its usage is wrong.
   * @throws {TypeError} If a word has CR, LF or NUL.
   * @throws {RangeError} If the line is longer than this Asterisk takes.
   */
  override command(...words: CommandWord[]): Promise<Reply> {
    return this.#ask(words, undefined, (reply) => reply);
  }

  /**
   * Ends what is being played or waited for, so that a prompt can be stopped when the answer of a
   * database is there. False when there is nothing that can be stopped, such as SAY or RECORD FILE.
   *
   * Over FastAGI, STREAM FILE, GET OPTION, GET DATA and WAIT FOR DIGIT are ended by the line itself.
   * Other playing (CONTROL STREAM FILE, `app.Playback`), and over AsyncAGI STREAM FILE, is stopped by
   * AMI, and needs that role.
   *
   * @throws {AgiError} Over AsyncAGI for GET OPTION, GET DATA and WAIT FOR DIGIT: nothing can reach
   *   them there.
   */
  async interrupt(): Promise<boolean> {
    const connection = this.#connection;
    if (connection.interrupt()) return true;
    const line = connection.command ?? "";
    const isFile = /^(CONTROL )?STREAM FILE\b/i.test(line);
    if (!isFile && !/^EXEC \w*(Playback|Background)\b/i.test(line)) return false;
    // Said before it is done: the reply of the command may come before that of AMI.
    this.#stopped = isFile;
    const stopped = await this.#services.stopPlayback(this.name).then(() => true, () => false);
    if (!stopped) this.#stopped = false;
    return stopped;
  }

  /** Whether the file that has just ended was stopped from outside. */
  protected override takeStopped(): boolean {
    const stopped = this.#stopped;
    this.#stopped = false;
    return stopped;
  }

  /** Whether the channel is gone, for certain. */
  protected override async isGone(): Promise<boolean> {
    if (this.#connection.closed) return true;
    // The notice of a hangup comes before the reply to the next command.
    await this.command("NOOP").catch(() => {});
    return this.#connection.hungUp || this.#connection.closed !== undefined;
  }

  #ask<Result>(
    words: readonly CommandWord[],
    kind: ReplyKind | undefined,
    read: (reply: Reply) => Result,
  ): Promise<Result> {
    let line: string;
    try {
      line = formatCommand(words);
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#connection.ask(line, kind ?? replyKind(line), read);
  }

  /** The channel has left the script. Called by whoever serves the call, once. */
  leave(error: HangupError): void {
    this.#left ??= error;
    this.#abort?.abort(this.#left);
  }
}

/** A function as the dialplan names it; empty arguments at the end are left out. */
function formatFunction(name: string, args: Arguments): string {
  const last = args.findLastIndex((arg) => arg !== undefined && arg !== "");
  return `${name}(${args.slice(0, last + 1).map((arg) => arg ?? "").join(",")})`;
}

function readData(reply: Reply): string {
  return reply.data ?? "";
}

function readVariable(reply: Reply): string | undefined {
  return reply.result === "1" ? reply.data ?? "" : undefined;
}

function ignoreReply(): void {}
