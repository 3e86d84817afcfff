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
import {
  type Environment,
  findEnvironmentEnd,
  parseEnvironment,
  startsEnvironment,
} from "./environment.ts";
import { Interruption, isInterruptible, stoppedReply } from "./interruption.ts";
import { LineWriter } from "./line_writer.ts";
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

const encoder = new TextEncoder();

/** How long more is waited for when a read has filled its room, in milliseconds. */
const morePause = 20;

/** Whom a connection belongs to; told at once what happens on the line. */
export interface ConnectionOwner {
  /**
   * The channel has left the script: Asterisk says so, or the line ends or cannot be trusted any more
   * ({@linkcode AgiConnection.closed} tells). Once, and not after `close()`.
   */
  onHangup(): void;
  /**
   * A command line has been sent: whoever waits for its reply does not run. `waited` is that it had to
   * wait for its turn: whoever waits for what was before it runs on.
   */
  onSent?(line: string, waited: boolean): void;
  /** It has its reply, `undefined` when the connection has ended before: whoever waits runs on. */
  onAnswered?(line: string, reply: Reply | undefined): void;
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
  readonly #writer: LineWriter;
  readonly #received = new ReceivedLines();
  #environment: PromiseWithResolvers<Environment | undefined> | undefined;
  #inFlight: WaitingCommand | undefined;
  #queue: WaitingCommand[] | undefined;
  #lineLimit = lineLimit("");
  /** A usage block is still to come that belongs to the EXEC before. */
  #usageFollows = false;
  /** While it goes on, nothing else is sent. */
  #interruption: Interruption | undefined;
  /** Is set while the rest of the environment, or of a reply, must come. */
  #alarm: Alarm | undefined;
  /** Is set while more may come of what has filled the room for it. */
  #moreTimer: ReturnType<typeof setTimeout> | undefined;
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
    this.#writer = new LineWriter(stream, (error) => this.#lose(error));
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
    return this.#queue?.length ?? 0;
  }

  /** The command that waits for its reply, for whoever wants to know what a call is doing. */
  get command(): string | undefined {
    return this.#inFlight?.line;
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
    else if (this.#inFlight || this.#interruption) (this.#queue ??= []).push(command);
    else this.#write(command);
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
    const command = this.#inFlight;
    const { interrupts = true, interruptPause } = this.#limits;
    if (!command || !isInterruptible(command.line)) return false;
    if (!interrupts) {
      if (/^STREAM/i.test(command.line)) return false;
      throw new AgiError(
        `Cannot interrupt ${shorten(command.line)} over AsyncAGI: only what plays a file can be ` +
          `stopped, STREAM FILE, CONTROL STREAM FILE and Playback`,
      );
    }
    this.#interruption ??= new Interruption((line) => {
      // It would wait 40 ms for the acknowledgement of the command. All else is sent after an answer.
      this.#stream.setNoDelay?.(true);
      this.#writer.write(line);
    }, interruptPause);
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
    this.#cancelMore();
    this.#interruption?.end();
    closeQuietly(this.#stream);
    this.#received.text = "";
    this.#environment?.reject(reason);
    this.#environment = undefined;
    const command = this.#inFlight;
    const queue = this.#queue;
    this.#inFlight = undefined;
    this.#queue = undefined;
    if (command) this.#owner.onAnswered?.(command.line, undefined);
    command?.end(reason);
    if (queue) { for (const waiting of queue) waiting.end(reason); }
  }

  #write(command: WaitingCommand, waited = false): void {
    const { line } = command;
    // Three bytes are the most that a UTF-16 unit needs.
    const bytes = line.length * 3 < this.#lineLimit ? 0 : encoder.encode(line).length + 1;
    if (bytes > this.#lineLimit) {
      command.reject(
        new RangeError(
          `Cannot send AGI command ${shorten(line)}: it has ${bytes} bytes ` +
            `with its line end, this Asterisk takes ${this.#lineLimit}`,
        ),
      );
      return this.#writeNext();
    }
    this.#inFlight = command;
    this.#owner.onSent?.(line, waited);
    this.#writer.write(line);
  }

  #writeNext(): void {
    if (this.#interruption) return;
    const next = this.#queue?.shift();
    if (next) this.#write(next, true);
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#closed === undefined) {
        const count = await this.#stream.read(this.#received.room);
        if (count === null) this.#lose();
        else if (count > 0) this.#receive(count);
        this.#received.shrink();
        if (this.#farewell && !this.#inFlight && !this.#interruption) this.close(this.#farewell);
      }
    } catch (error) {
      this.#lose(error);
    }
    this.#received.release();
  }

  /** So many bytes have come. */
  #receive(count: number): void {
    if (this.#takeShortReply(count)) return;
    this.#cancelMore();
    const mayBeMore = this.#received.add(count);
    if (!this.#checkSize()) return;
    if (!mayBeMore) return this.#takeMessages(this.#received.startOfLine());
    // The end of a value with line ends must not be looked for in a part of it that happens to look
    // whole. What Asterisk has written at once is there at once.
    // Where other code ran for all of the pause, the rest may be here and not be read: once more then.
    this.#moreTimer = setTimeout(() => {
      this.#moreTimer = setTimeout(() => this.#takeLate(), 1);
    }, morePause);
  }

  #cancelMore(): void {
    if (this.#moreTimer === undefined) return;
    clearTimeout(this.#moreTimer);
    this.#moreTimer = undefined;
  }

  /** No more has come: what is here was all. */
  #takeLate(): void {
    this.#cancelMore();
    if (!this.#closed) this.#takeMessages(this.#received.startOfLine());
  }

  /** Takes a reply such as `200 result=1` when one command waits for it; false for all else. */
  #takeShortReply(count: number): boolean {
    const command = this.#inFlight;
    if (!command || this.#interruption || this.#usageFollows) return false;
    const reply = this.#received.takeShortReply(count);
    if (!reply) return false;
    this.#cancelAlarm();
    this.#usageFollows = command.kind === "exec" && reply.result === "1";
    this.#answer(command, reply);
    this.#writeNext();
    return true;
  }

  /** Ends the connection when more has come than may; false then. */
  #checkSize(): boolean {
    const { environmentLines } = this.#limits;
    if (this.#environment && this.#received.hasMoreLines(environmentLines)) {
      this.#poison(
        `got more than ${environmentLines} lines (limits.environmentLines)`,
        this.#received.text,
      );
      return false;
    }
    const limit = this.#environment ? "environmentBytes" : "replyBytes";
    const most = this.#limits[limit];
    if (this.#received.size <= most) return true;
    this.#poison(
      `got more than ${most} bytes without an end (limits.${limit})`,
      this.#received.text,
    );
    return false;
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
    if (!this.#inFlight && !this.#comesUnasked(startOfLine)) this.#poisonUnasked(startOfLine);
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
    this.#lineLimit = this.#limits.lineBytes ?? lineLimit(parsed.version);
    environment.resolve(parsed);
    return true;
  }

  /** Takes the reply, or the usage block, at the start of the text; false while it is not whole. */
  #takeReply(startOfLine: string): boolean {
    const text = this.#received.text + startOfLine;
    if (this.#interruption && text.startsWith(this.#interruption.mark)) {
      this.#takeMark(this.#interruption);
      return true;
    }
    const command = this.#inFlight;
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

  /** Takes the reply to a mark: a command that has no reply until then gives none. */
  #takeMark(interruption: Interruption): void {
    this.#received.text = this.#received.text.slice(interruption.mark.length);
    if (interruption.takeMark()) this.#interruption = undefined;
    if (this.#inFlight) this.#answer(this.#inFlight, stoppedReply);
    this.#writeNext();
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
    this.#answer(command, reply);
    if (reply.code === 511) this.#noticeHangup();
    this.#writeNext();
  }

  /** Whoever waits for the command in flight goes on. */
  #answer(command: WaitingCommand, reply: Reply): void {
    this.#inFlight = undefined;
    this.#owner.onAnswered?.(command.line, reply);
    command.answer(reply);
  }

  /** Whether Asterisk says this unasked: HANGUP, the usage block behind an EXEC, the reply to a mark. */
  #comesUnasked(text: string): boolean {
    if (isNotices(text)) return true;
    const more = behindNotices(text);
    const mark = this.#interruption?.mark;
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
    if (this.#moreTimer !== undefined) this.#takeLate();
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
