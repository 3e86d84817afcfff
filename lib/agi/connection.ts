/**
 * One FastAGI connection: owns the socket and turns it into an environment and replies.
 *
 * @module
 */

import { AgiError, HangupError, ProtocolError } from "../errors.ts";
import { type Alarm, type Alarms, exactAlarms } from "../net/alarms.ts";
import { type ByteStream, closeQuietly } from "../net/byte_stream.ts";
import { type AgiLimits, completeLimits } from "./agi_limits.ts";
import { lineLimit, type ReplyKind, replyKind } from "./command.ts";
import { type CommandOwner, CommandQueue } from "./command_queue.ts";
import {
  type Environment,
  findEnvironmentEnd,
  parseEnvironment,
  startsEnvironment,
} from "./environment.ts";
import { isInterruptible } from "./interruption.ts";
import { MorePause } from "./more_pause.ts";
import { ReceivedLines } from "./received_lines.ts";
import {
  behindNotices,
  findReplyEnd,
  hangupLine,
  isNotices,
  parseReply,
  type Reply,
} from "./reply.ts";
import { shorten, WaitingCommand } from "./waiting_command.ts";

/** Whom a connection belongs to; told at once what happens on the line. */
export interface ConnectionOwner extends CommandOwner {
  /**
   * The channel has left the script: Asterisk says so, or the line ends or cannot be trusted any more
   * ({@linkcode AgiConnection.closed} tells). Once, and not after `close()`.
   */
  onHangup(): void;
}

/**
 * A FastAGI connection. It is read all the time, and has one command in flight; further ones wait.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import { streamPair } from "../../tests/support/stream_pair.ts";
 *
 * const [stream, asterisk] = streamPair();
 * const connection = new AgiConnection(stream, { onHangup: () => {} });
 * asterisk.write(new TextEncoder().encode("agi_channel: PJSIP/100-1\n\n"));
 * const environment = await connection.readEnvironment();
 * assert.equal(environment?.values["channel"], "PJSIP/100-1");
 *
 * const reply = connection.send("GET VARIABLE PIN");
 * asterisk.write(new TextEncoder().encode("200 result=1 (0000)\n"));
 * assert.equal((await reply).data, "0000");
 * connection.close(new Error("The script has ended"));
 * ```
 */
export class AgiConnection {
  readonly #stream: ByteStream;
  readonly #limits: AgiLimits;
  readonly #alarms: Alarms;
  readonly #owner: ConnectionOwner;
  // What writing fails of is what reading ends of, too; the first to notice closes.
  readonly #commands: CommandQueue;
  readonly #received = new ReceivedLines();
  #environment: PromiseWithResolvers<Environment | undefined> | undefined;
  /** A usage block is still to come that belongs to the EXEC before. */
  #usageFollows = false;
  /** Is set while the rest of the environment, or of a reply, must come. */
  #alarm: Alarm | undefined;
  /** Goes on while more may come of what has filled the room for it; most calls have none. */
  #morePause: MorePause | undefined;
  #hungUp = false;
  #keptAlive = false;
  /** What the connection is closed with when the last command has its reply. */
  #farewell: Error | undefined;
  #closed: Error | undefined;

  /**
   * Takes over a stream that nobody else reads, writes or closes from then on. `limits` are bounds of
   * what the peer may send, `alarms` ring when something does not come in time.
   */
  constructor(
    stream: ByteStream,
    owner: ConnectionOwner,
    limits?: Partial<AgiLimits>,
    alarms: Alarms = exactAlarms,
  ) {
    this.#stream = stream;
    this.#alarms = alarms;
    this.#owner = owner;
    this.#limits = completeLimits(limits);
    this.#commands = new CommandQueue(stream, owner, (error) => this.#lose(error));
  }

  /** Why nothing can be sent any more; `undefined` while the line is open. */
  get closed(): Error | undefined {
    return this.#closed;
  }

  /** Whether the channel is known to have left this script. */
  get hungUp(): boolean {
    return this.#hungUp;
  }

  /** Longest value of any content that one reply can bring, in bytes; `undefined` for any length. */
  get valueBytes(): number | undefined {
    return this.#limits.valueBytes;
  }

  /** How many commands wait behind the one in flight. */
  get queued(): number {
    return this.#commands.length;
  }

  /** The command that waits for its reply, for whoever wants to know what a call is doing. */
  get command(): string | undefined {
    return this.#commands.inFlight?.line;
  }

  /**
   * Reads the environment, and from then on whatever comes. To be called once, first.
   *
   * Resolves to `undefined` when the peer closes before it has said anything, as those do who only
   * look whether somebody listens.
   *
   * @throws {HangupError} If the stream ends within the environment.
   * @throws {ProtocolError} If what comes is no AGI environment, or too much, or not in time.
   */
  readEnvironment(): Promise<Environment | undefined> {
    const environment = Promise.withResolvers<Environment | undefined>();
    this.#environment = environment;
    this.#setAlarm(
      "the AGI environment did not come in time (limits.environmentTime)",
      this.#limits.environmentTime,
    );
    this.#readAll();
    return environment.promise;
  }

  /**
   * Sends one command line and resolves to its reply, after those that were sent before it.
   *
   * Whoever does not wait for it is not told of the call's end, which is no mistake of his.
   *
   * @throws {RangeError} If the line is longer than this Asterisk reads as one command.
   * @throws {HangupError} If the channel is gone and this command needs it, or the line has ended.
   * @throws {ProtocolError} If nobody can tell any more which reply belongs to which command.
   * @throws {AgiCommandError} If Asterisk refuses the command: unknown (510), or wrongly used (520).
   */
  send(line: string, kind: ReplyKind = replyKind(line)): Promise<Reply> {
    return this.ask(line, kind, wholeReply);
  }

  /**
   * Sends the last command line of a call: the connection is closed with `reason` when its reply has
   * come, and before more is read. To close a stream that is being read costs 15 µs, for an error that
   * nobody wants to see.
   *
   * @throws What {@linkcode AgiConnection.send} throws.
   */
  sendLast(line: string, reason: Error): Promise<Reply> {
    this.#farewell = reason;
    return this.send(line);
  }

  /**
   * Sends one command line and resolves to what `read` makes of its reply: one promise for both.
   *
   * @throws What {@linkcode AgiConnection.send} and `read` throw.
   */
  ask<Result>(
    line: string,
    kind: ReplyKind,
    read: (reply: Reply, line: string) => Result,
  ): Promise<Result> {
    const command = new WaitingCommand(line, kind, read);
    if (this.#closed) command.end(this.#closed);
    else this.#commands.add(command);
    return command.promise as Promise<Result>;
  }

  /**
   * Stops the command in flight, where it is one that the next byte ends: it resolves to
   * {@linkcode stoppedReply}, or to its own reply if that was on its way. False for any other.
   *
   * @throws {AgiError} If the command is one of these, but no byte can reach it, as over AsyncAGI; STREAM
   *   FILE can be stopped by AMI and is false then.
   */
  interrupt(): boolean {
    const command = this.#commands.inFlight;
    const { interrupts = true, interruptPause } = this.#limits;
    if (!command || !isInterruptible(command.line)) return false;
    if (!interrupts) {
      if (/^STREAM/i.test(command.line)) return false;
      throw new AgiError(
        `Cannot interrupt ${shorten(command.line)} over AsyncAGI: only what plays a file can be ` +
          `stopped, STREAM FILE, CONTROL STREAM FILE and Playback`,
      );
    }
    this.#commands.interrupt(interruptPause);
    return true;
  }

  /** Has the system find out whether the peer's machine is still there. */
  keepAlive(): void {
    if (this.#closed || this.#keptAlive) return;
    this.#keptAlive = true;
    this.#stream.setKeepAlive?.(true);
  }

  /** Closes the connection; commands that wait are rejected with `reason`. */
  close(reason: Error): void {
    if (this.#closed) return;
    this.#closed = reason;
    this.#cancelAlarm();
    this.#morePause?.end();
    closeQuietly(this.#stream);
    this.#received.text = "";
    this.#environment?.reject(reason);
    this.#environment = undefined;
    this.#commands.end(reason);
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#closed === undefined) {
        const count = await this.#stream.read(this.#received.room);
        if (count === null) this.#lose();
        else if (count > 0) this.#receive(count);
        this.#received.shrink();
        const { inFlight, isInterrupting } = this.#commands;
        if (this.#farewell && !inFlight && !isInterrupting) this.close(this.#farewell);
      }
    } catch (error) {
      this.#lose(error);
    }
    this.#received.release();
  }

  /** So many bytes have come. */
  #receive(count: number): void {
    if (this.#takeShortReply(count)) return;
    this.#morePause?.end();
    const mayBeMore = this.#received.add(count);
    const excess = this.#received.findExcess(
      this.#environment ? "environment" : "reply",
      this.#limits,
    );
    if (excess !== undefined) return this.#poison(excess, this.#received.text);
    if (!mayBeMore) return this.#takeMessages(this.#received.startOfLine());
    (this.#morePause ??= new MorePause(() => this.#takeLate())).begin();
  }

  /** No more has come: what is here was all. */
  #takeLate(): void {
    this.#morePause?.end();
    if (!this.#closed) this.#takeMessages(this.#received.startOfLine());
  }

  /** Takes a reply such as `200 result=1` when one command waits for it; false for all else. */
  #takeShortReply(count: number): boolean {
    const command = this.#commands.inFlight;
    if (!command || this.#usageFollows || this.#commands.isInterrupting) return false;
    const reply = this.#received.takeShortReply(count);
    if (!reply) return false;
    this.#cancelAlarm();
    this.#usageFollows = command.kind === "exec" && reply.result === "1";
    this.#commands.answer(command, reply);
    this.#commands.sendNext();
    return true;
  }

  #takeMessages(startOfLine: string): void {
    if (this.#environment && !this.#takeEnvironment(this.#environment, startOfLine)) return;
    while (this.#received.text !== "") {
      if (this.#received.text.startsWith(hangupLine)) {
        this.#received.text = this.#received.text.slice(hangupLine.length);
        this.#noticeHangup();
      } else if (!this.#takeReply(startOfLine)) {
        return;
      }
    }
    if (!this.#commands.inFlight && !this.#comesUnasked(startOfLine)) {
      this.#poisonUnasked(startOfLine);
    }
  }

  /** Takes the lines up to the blank one; false while it has not come. */
  #takeEnvironment(
    environment: PromiseWithResolvers<Environment | undefined>,
    startOfLine: string,
  ): boolean {
    const text = this.#received.text + startOfLine;
    // Whoever speaks something else on this port is told from Asterisk by the first bytes.
    if (!startsEnvironment(text)) {
      this.#poison("what came is no AGI environment", text);
      return false;
    }
    const end = findEnvironmentEnd(text);
    if (end === 0) return false;
    this.#cancelAlarm();
    this.#environment = undefined;
    const parsed = parseEnvironment(text.slice(0, end));
    this.#received.text = this.#received.text.slice(end);
    this.#commands.lineLimit = this.#limits.lineBytes ?? lineLimit(parsed.version);
    environment.resolve(parsed);
    return true;
  }

  /** Takes the reply, or the usage block, at the start of the text; false while it is not whole. */
  #takeReply(startOfLine: string): boolean {
    const text = this.#received.text + startOfLine;
    const { inFlight: command, mark } = this.#commands;
    if (mark !== undefined && text.startsWith(mark)) {
      this.#received.text = this.#received.text.slice(mark.length);
      this.#commands.takeMark();
      return true;
    }
    const isUsage = this.#usageFollows && text.startsWith("520");
    if (!isUsage && !command) {
      this.#poisonUnasked(text);
      return false;
    }
    const end = findReplyEnd(text, isUsage || !command ? "line" : command.kind);
    if (end === 0) {
      this.#setAlarm("got a reply that does not end", this.#limits.replyPause);
      return false;
    }
    this.#cancelAlarm();
    this.#received.text = this.#received.text.slice(end);
    if (isUsage || !command) this.#usageFollows = false;
    // `100 result=0 Trying...` of GOSUB: the reply itself is still to come.
    else if (!text.startsWith("100 ")) this.#settle(command, text.slice(0, end), text.slice(end));
    return true;
  }

  /** Gives a command its reply, and sends the next one; `rest` is what came behind it. */
  #settle(command: WaitingCommand, text: string, rest: string): void {
    // An application that returned 1 is taken for RESULT_SHOWUSAGE, and EXEC's usage is sent as well.
    // Source: Asterisk 22, res/res_agi.c, handle_exec(), agi_handle_command()
    this.#usageFollows = command.kind === "exec" && text === "200 result=1\n";
    if (!this.#comesUnasked(rest)) {
      return this.#poison("got more than one reply to one command", text + rest);
    }
    let reply: Reply;
    try {
      reply = parseReply(text, command.kind);
    } catch (error) {
      return this.#fail(error as Error);
    }
    this.#commands.answer(command, reply);
    if (reply.code === 511) this.#noticeHangup();
    this.#commands.sendNext();
  }

  /** Whether Asterisk says this unasked: HANGUP, the usage block behind an EXEC, the reply to a mark. */
  #comesUnasked(text: string): boolean {
    if (isNotices(text)) return true;
    const more = behindNotices(text);
    const { mark } = this.#commands;
    if (mark?.startsWith(more.slice(0, mark.length))) return true;
    return this.#usageFollows && "520".startsWith(more.slice(0, 3));
  }

  #setAlarm(problem: string, time: number): void {
    this.#cancelAlarm();
    this.#alarm = this.#alarms.set(time, () => this.#poison(problem, this.#received.text));
  }

  #cancelAlarm(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
  }

  /** The channel has left the script; the line stays, and some commands work on it. */
  #noticeHangup(): void {
    if (this.#hungUp) return;
    this.#hungUp = true;
    this.#owner.onHangup();
  }

  /** The stream has ended or failed. */
  #lose(cause?: unknown): void {
    // More was waited for, and cannot come.
    if (this.#morePause?.goesOn) this.#takeLate();
    if (this.#closed) return;
    if (this.#received.size === 0) {
      this.#environment?.resolve(undefined);
      this.#environment = undefined;
    }
    const how = cause instanceof Error ? cause.message : "Asterisk closed it";
    const reason = this.#hungUp ? "hangup" : "lost";
    this.#fail(new HangupError(`AGI connection ended: ${how}`, reason, { cause }));
  }

  #poisonUnasked(text: string): void {
    this.#poison("got a reply that nobody asked for", text);
  }

  /** Nobody can tell any more which reply belongs to which command: better no answer than another's. */
  #poison(problem: string, received: string): void {
    // Before the environment is there, whoever hears of it says what cannot be done.
    const what = this.#environment ? "" : "Closing AGI connection: ";
    const message = `${what}${problem}: ${JSON.stringify(shorten(received))}`;
    this.#fail(new ProtocolError(message, received));
  }

  #fail(reason: Error): void {
    if (this.#closed) return;
    this.close(reason);
    this.#noticeHangup();
  }
}

function wholeReply(reply: Reply): Reply {
  return reply;
}
