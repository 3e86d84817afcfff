/**
 * One FastAGI connection: owns the socket and turns it into an environment and replies.
 *
 * @module
 */

import { AgiCommandError, HangupError, ProtocolError } from "../errors.ts";
import { defaultLimits } from "../limits.ts";
import { type ByteStream, closeQuietly, writeAll } from "../net/byte_stream.ts";
import { lineLimit, type ReplyKind, replyKind } from "./command.ts";
import {
  type Environment,
  findEnvironmentEnd,
  parseEnvironment,
  startsEnvironment,
} from "./environment.ts";
import {
  behindNotices,
  findReplyEnd,
  hangupLine,
  isNotices,
  parseReply,
  type Reply,
} from "./reply.ts";

const encoder = new TextEncoder();
// One for all connections: no text is continued in the next, so no state is left in it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Room for an environment in one or two reads, and for any reply to GET VARIABLE in one: the end of
 * a value with line ends is then not looked for in a part of it. An idle call keeps this much.
 */
const bufferSize = 2048;

/** Bounds of what a peer may send, so that nobody can fill the memory or keep a socket for nothing. */
export interface AgiLimits {
  /** Most bytes of an environment. */
  readonly environmentBytes: number;
  /** Most lines of an environment. */
  readonly environmentLines: number;
  /** Longest time until an environment is there, in milliseconds; Asterisk sends it at once. */
  readonly environmentTime: number;
  /** Most bytes of one reply. */
  readonly replyBytes: number;
  /** Longest pause within a reply of several lines, in milliseconds. */
  readonly replyPause: number;
  /** Longest command line in bytes, LF included; what this version of Asterisk takes unless given. */
  readonly lineBytes?: number;
  /** Whether the next byte interrupts a command that plays, as on a socket; it does unless given. */
  readonly interrupts?: boolean;
  /** After how long more is sent to interrupt a command, in milliseconds; each time twice as long. */
  readonly interruptPause: number;
}

const usualLimits: AgiLimits = {
  ...defaultLimits,
  replyPause: 5_000,
  interruptPause: 100,
};

/** A command that waits for its reply, or for its turn. */
interface Waiting {
  readonly line: string;
  readonly kind: ReplyKind;
  readonly promise: Promise<unknown>;
  read(reply: Reply): unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
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
 * const connection = new AgiConnection(stream, () => {});
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
  readonly #onHangup: () => void;
  readonly #onActivity: ((runs: boolean) => void) | undefined;
  readonly #onWriteError = (error: unknown): void => this.#lose(error);
  #buffer = new Uint8Array(bufferSize);
  /** How much of the buffer is the beginning of a line. */
  #filled = 0;
  /** Whole lines that are no whole message yet. */
  #text = "";
  /** Lines of the environment so far. */
  #lines = 0;
  #environment: PromiseWithResolvers<Environment | undefined> | undefined;
  #inFlight: Waiting | undefined;
  #queue: Waiting[] | undefined;
  #lineLimit = lineLimit("");
  /** A usage block is still to come that belongs to the EXEC before. */
  #usageFollows = false;
  /** The replies that are still to come by which an interruption ends; nothing else is sent before. */
  #marks: string[] | undefined;
  #markTimer: ReturnType<typeof setTimeout> | undefined;
  /** Runs while the rest of the environment, or of a reply, must come. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hungUp = false;
  #closed: Error | undefined;

  /**
   * Takes over a stream that nobody else reads, writes or closes from then on.
   *
   * `onHangup` is called once, when the channel has left the script: Asterisk says so, or the line
   * ends or cannot be trusted any more ({@linkcode AgiConnection.closed} tells). Not after `close()`.
   * `onActivity` is told when whoever waits for a reply runs on, and when he has sent a command.
   */
  constructor(
    stream: ByteStream,
    onHangup: () => void,
    limits?: Partial<AgiLimits>,
    onActivity?: (runs: boolean) => void,
  ) {
    this.#stream = stream;
    this.#onActivity = onActivity;
    this.#onHangup = onHangup;
    this.#limits = limits ? { ...usualLimits, ...limits } : usualLimits;
  }

  /** Why nothing can be sent any more; `undefined` while the line is open. */
  get closed(): Error | undefined {
    return this.#closed;
  }

  /** Whether the channel is known to have left this script. */
  get hungUp(): boolean {
    return this.#hungUp;
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
    this.#startTimer(
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
   * Sends one command line and resolves to what `read` makes of its reply: one promise for both.
   *
   * @throws What {@linkcode AgiConnection.send} and `read` throw.
   */
  ask<Result>(line: string, kind: ReplyKind, read: (reply: Reply) => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const command: Waiting = { line, kind, promise, read, resolve, reject };
    if (this.#closed) rejectQuietly(command, this.#closed);
    else if (this.#inFlight || this.#marks) (this.#queue ??= []).push(command);
    else this.#write(command);
    return promise;
  }

  /**
   * Stops the command in flight, where it is one that the next byte ends: it resolves to
   * {@linkcode stoppedReply}, or to its own reply if that was on its way. False for any other.
   *
   * Most of these give no reply of their own then, but the one that ends just before does. Which of
   * the two it is, only a command shows whose reply nobody else can give: `GET FULL VARIABLE` of a mark.
   * Source: Asterisk 22, main/file.c, waitstream_core(), the control file descriptor
   */
  interrupt(): boolean {
    const command = this.#inFlight;
    const { interrupts = true } = this.#limits;
    if (!command || !interrupts || !isInterruptible(command.line)) return false;
    if (!this.#marks) this.#sendMark(this.#limits.interruptPause);
    return true;
  }

  /**
   * Sends a command whose reply nobody else can give. Where Asterisk has read it together with the one
   * in flight, it does not notice it before more bytes come: after the pause another one is sent.
   */
  #sendMark(pause: number): void {
    const mark = crypto.randomUUID();
    (this.#marks ??= []).push(`200 result=1 (${mark})\n`);
    this.#markTimer = setTimeout(() => this.#sendMark(2 * pause), pause);
    const bytes = encoder.encode(`GET FULL VARIABLE ${mark}\n`);
    writeAll(this.#stream, bytes).catch(this.#onWriteError);
  }

  /** Closes the connection; commands that wait are rejected with `reason`. */
  close(reason: Error): void {
    if (this.#closed) return;
    this.#closed = reason;
    this.#stopTimer();
    clearTimeout(this.#markTimer);
    closeQuietly(this.#stream);
    this.#text = "";
    this.#environment?.reject(reason);
    this.#environment = undefined;
    const waiting = this.#inFlight ? [this.#inFlight, ...this.#queue ?? []] : [];
    this.#inFlight = undefined;
    this.#queue = undefined;
    if (waiting.length > 0) this.#onActivity?.(true);
    for (const command of waiting) rejectQuietly(command, reason);
  }

  #write(command: Waiting): void {
    const bytes = encoder.encode(command.line + "\n");
    if (bytes.length > this.#lineLimit) {
      command.reject(
        new RangeError(
          `Cannot send AGI command ${shorten(command.line)}: it has ${bytes.length} bytes ` +
            `with its line end, this Asterisk takes ${this.#lineLimit}`,
        ),
      );
      return this.#writeNext();
    }
    this.#inFlight = command;
    this.#onActivity?.(false);
    // What writing fails of is what reading ends of, too; the first to notice closes.
    writeAll(this.#stream, bytes).catch(this.#onWriteError);
  }

  #writeNext(): void {
    if (this.#marks) return;
    const next = this.#queue?.shift();
    if (next) this.#write(next);
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#closed === undefined) {
        const buffer = this.#filled === 0 ? this.#buffer : this.#buffer.subarray(this.#filled);
        const count = await this.#stream.read(buffer);
        if (count === null) return this.#lose();
        if (count > 0) this.#receive(this.#filled + count);
      }
    } catch (error) {
      this.#lose(error);
    }
  }

  /** Takes the whole lines out of the first `filled` bytes of the buffer. */
  #receive(filled: number): void {
    const end = this.#buffer.lastIndexOf(10, filled - 1) + 1;
    if (end > 0) {
      if (this.#environment) this.#lines += countLines(this.#buffer.subarray(0, end));
      this.#text += decoder.decode(this.#buffer.subarray(0, end));
      this.#buffer.copyWithin(0, end, filled);
    }
    this.#filled = filled - end;
    if (this.#environment && this.#lines > this.#limits.environmentLines) {
      const { environmentLines } = this.#limits;
      return this.#poison(
        `got more than ${environmentLines} lines (limits.environmentLines)`,
        this.#text,
      );
    }
    const limit = this.#environment ? "environmentBytes" : "replyBytes";
    if (this.#text.length + this.#filled > this.#limits[limit]) {
      const most = this.#limits[limit];
      return this.#poison(
        `got more than ${most} bytes without an end (limits.${limit})`,
        this.#text,
      );
    }
    this.#takeMessages(this.#startOfLine());
    if (this.#filled === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    } else if (this.#filled === 0 && this.#buffer.length > bufferSize) {
      this.#buffer = new Uint8Array(bufferSize);
    }
  }

  /** What has come of a line that is not whole: enough of it to tell a notice from other text. */
  #startOfLine(): string {
    if (this.#filled === 0) return "";
    return decoder.decode(this.#buffer.subarray(0, Math.min(this.#filled, hangupLine.length)));
  }

  #takeMessages(startOfLine: string): void {
    if (this.#environment && !this.#takeEnvironment(this.#environment, startOfLine)) return;
    while (this.#text !== "") {
      if (this.#text.startsWith(hangupLine)) {
        this.#text = this.#text.slice(hangupLine.length);
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
    const text = this.#text + startOfLine;
    // Whoever speaks something else on this port is told from Asterisk by the first bytes.
    if (!startsEnvironment(text)) {
      this.#poison("what came is no AGI environment", text);
      return false;
    }
    const end = findEnvironmentEnd(text);
    if (end === 0) return false;
    this.#stopTimer();
    this.#environment = undefined;
    const parsed = parseEnvironment(text.slice(0, end));
    this.#text = this.#text.slice(end);
    this.#lineLimit = this.#limits.lineBytes ?? lineLimit(parsed.values["version"] ?? "");
    environment.resolve(parsed);
    return true;
  }

  /** Takes the reply, or the usage block, at the start of the text; false while it is not whole. */
  #takeReply(startOfLine: string): boolean {
    const text = this.#text + startOfLine;
    const mark = this.#marks?.[0];
    if (this.#marks && mark && text.startsWith(mark)) {
      this.#takeMark(this.#marks, mark);
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
      this.#startTimer("got a reply that does not end", this.#limits.replyPause);
      return false;
    }
    this.#stopTimer();
    this.#text = this.#text.slice(end);
    if (isUsage || !command) this.#usageFollows = false;
    // `100 result=0 Trying...` of GOSUB: the reply itself is still to come.
    else if (!text.startsWith("100 ")) this.#settle(command, text.slice(0, end), text.slice(end));
    return true;
  }

  /** Takes the reply to a mark: a command that has no reply until then gives none. */
  #takeMark(marks: string[], reply: string): void {
    this.#text = this.#text.slice(reply.length);
    marks.shift();
    if (marks.length === 0) {
      clearTimeout(this.#markTimer);
      this.#marks = undefined;
    }
    const command = this.#inFlight;
    this.#inFlight = undefined;
    this.#onActivity?.(true);
    if (command) answer(command, stoppedReply);
    this.#writeNext();
  }

  /** Gives a command its reply, and sends the next one; `rest` is what came behind it. */
  #settle(command: Waiting, text: string, rest: string): void {
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
    this.#inFlight = undefined;
    this.#onActivity?.(true);
    answer(command, reply);
    if (reply.code === 511) this.#noticeHangup();
    this.#writeNext();
  }

  /** Whether Asterisk says this unasked: HANGUP, the usage block behind an EXEC, the reply to a mark. */
  #comesUnasked(text: string): boolean {
    if (isNotices(text)) return true;
    const more = behindNotices(text);
    const mark = this.#marks?.[0];
    if (mark?.startsWith(more.slice(0, mark.length))) return true;
    return this.#usageFollows && "520".startsWith(more.slice(0, 3));
  }

  #startTimer(problem: string, time: number): void {
    this.#stopTimer();
    this.#timer = setTimeout(() => this.#poison(problem, this.#text), time);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The channel has left the script; the line stays, and some commands work on it. */
  #noticeHangup(): void {
    if (this.#hungUp) return;
    this.#hungUp = true;
    this.#onHangup();
  }

  /** The stream has ended or failed. */
  #lose(cause?: unknown): void {
    if (this.#closed) return;
    if (this.#text === "" && this.#filled === 0) {
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
    this.#fail(
      new ProtocolError(
        `Closing AGI connection: ${problem}: ${JSON.stringify(shorten(received))}`,
        received,
      ),
    );
  }

  #fail(reason: Error): void {
    if (this.#closed) return;
    this.close(reason);
    this.#noticeHangup();
  }
}

/** What a command resolves to that was stopped by {@linkcode AgiConnection.interrupt}. */
export const stoppedReply: Reply = Object.freeze({
  code: 200,
  result: "0",
  data: undefined,
  text: "stopped",
});

/**
 * Commands that the next byte on the line ends. WAIT FOR DIGIT answers `200 result=1` then, the others
 * nothing. All others go on: SAY too, which listens to the line only where sound comes along (EAGI).
 * Source: Asterisk 22, main/say.c, say_digit_str_full(), seen on 22.10 and 16.28
 */
function isInterruptible(line: string): boolean {
  return /^(STREAM FILE|GET OPTION|GET DATA|WAIT FOR DIGIT)\b/i.test(line);
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function wholeReply(reply: Reply): Reply {
  return reply;
}

/** Gives a command its reply. */
function answer(command: Waiting, reply: Reply): void {
  if (reply.code === 511) {
    const message = `Cannot send AGI command ${shorten(command.line)}: the channel is hung up`;
    return rejectQuietly(command, new HangupError(message, "hangup"));
  }
  if (reply.code >= 300) return command.reject(refusal(command.line, reply));
  try {
    command.resolve(command.read(reply));
  } catch (error) {
    command.reject(error);
  }
}

/** Rejects a command because of the call's end, of which only those hear who wait for it. */
function rejectQuietly(command: Waiting, reason: Error): void {
  command.promise.catch(() => {});
  command.reject(reason);
}

function refusal(line: string, { code, text }: Reply): AgiCommandError {
  let reason = `Asterisk answered ${code} ${text}`;
  if (code === 510) reason = "Asterisk does not know it";
  if (code === 520) reason = "its usage is wrong";
  return new AgiCommandError(
    `Cannot send AGI command ${shorten(line)}: ${reason}`,
    line,
    code,
    text,
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
