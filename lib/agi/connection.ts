/**
 * One FastAGI connection: owns the socket and turns it into an environment and replies.
 *
 * @module
 */

import { AgiCommandError, HangupError, ProtocolError } from "../errors.ts";
import type { HangupReason } from "../errors.ts";
import { type ByteStream, closeQuietly, writeAll } from "../net/byte_stream.ts";
import { lineLimit, type ReplyKind, replyKind } from "./command.ts";
import { type Environment, parseEnvironment } from "./environment.ts";
import { findReplyEnd, hangupLine, parseReply, type Reply } from "./reply.ts";

const encoder = new TextEncoder();
// One for all connections: each text that it gets is whole lines, so no state is left in it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Room for an environment in one or two reads; an idle call keeps this much. */
const bufferSize = 1024;

/** Bounds of what a peer may send, so that nobody can fill the memory. */
export interface AgiLimits {
  /** Most bytes of an environment. */
  readonly environmentBytes: number;
  /** Most bytes of one reply. */
  readonly replyBytes: number;
  /** Longest pause within a reply of several lines, in milliseconds. */
  readonly replyPause: number;
}

const defaultLimits: AgiLimits = {
  environmentBytes: 65_536,
  replyBytes: 1_048_576,
  replyPause: 5_000,
};

interface Waiting {
  readonly line: string;
  readonly kind: ReplyKind;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

/** A FastAGI connection. It is read all the time, and has one command in flight. */
export class AgiConnection {
  readonly #stream: ByteStream;
  readonly #limits: AgiLimits;
  readonly #onHangup: () => void;
  #buffer = new Uint8Array(bufferSize);
  #filled = 0;
  /** Whole lines that are no whole reply yet. */
  #text = "";
  #environment: { resolve: (text: string) => void; reject: (error: Error) => void } | undefined;
  #inFlight: Waiting | undefined;
  #queue: Waiting[] | undefined;
  #lineLimit = lineLimit("");
  /** A usage block is still to come that belongs to the EXEC before. */
  #usageFollows = false;
  #pauseTimer: ReturnType<typeof setTimeout> | undefined;
  #hungUp = false;
  #closed: Error | undefined;

  /** `onHangup` is called once, when Asterisk says that the channel left the script. */
  constructor(stream: ByteStream, onHangup: () => void, limits: AgiLimits = defaultLimits) {
    this.#stream = stream;
    this.#onHangup = onHangup;
    this.#limits = limits;
  }

  /** Why nothing can be sent any more; `undefined` while the line is open. */
  get closed(): Error | undefined {
    return this.#closed;
  }

  /** Whether Asterisk said that the channel is gone from this script. */
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
   * @throws {HangupError} If the stream ends before the environment does.
   * @throws {ProtocolError} If what comes is no AGI environment, or too much.
   */
  async readEnvironment(): Promise<Environment> {
    const text = new Promise<string>((resolve, reject) => this.#environment = { resolve, reject });
    this.#readAll();
    const environment = parseEnvironment(await text);
    this.#lineLimit = lineLimit(environment.values["version"] ?? "");
    return environment;
  }

  /**
   * Sends one command line and resolves to its reply, after those that were sent before it.
   *
   * @throws {RangeError} If the line is longer than this Asterisk reads as one command.
   * @throws {HangupError} If the channel is gone and this command needs it, or the line has ended.
   * @throws {AgiCommandError} If Asterisk does not know the command (510) or its usage is wrong (520).
   */
  send(line: string, kind: ReplyKind = replyKind(line)): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(this.#closed);
      const command: Waiting = { line, kind, resolve, reject };
      if (this.#inFlight) (this.#queue ??= []).push(command);
      else this.#write(command);
    });
  }

  /** Closes the connection; commands that wait are rejected with `reason`. */
  close(reason: Error): void {
    if (this.#closed) return;
    this.#closed = reason;
    clearTimeout(this.#pauseTimer);
    closeQuietly(this.#stream);
    this.#text = "";
    this.#environment?.reject(reason);
    this.#environment = undefined;
    const waiting = this.#inFlight ? [this.#inFlight, ...this.#queue ?? []] : [];
    this.#inFlight = undefined;
    this.#queue = undefined;
    for (const command of waiting) command.reject(reason);
  }

  #write(command: Waiting): void {
    const bytes = encoder.encode(command.line + "\n");
    if (bytes.length > this.#lineLimit) {
      command.reject(
        new RangeError(
          `Cannot send AGI command ${command.line.slice(0, 40)}…: it has ${bytes.length} bytes ` +
            `with its line end, this Asterisk takes ${this.#lineLimit}`,
        ),
      );
      return this.#writeNext();
    }
    this.#inFlight = command;
    // What writing fails of is what reading ends of, too; the first to notice closes.
    writeAll(this.#stream, bytes).catch((error) => this.#lose(error));
  }

  #writeNext(): void {
    const next = this.#queue?.shift();
    if (next) this.#write(next);
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#closed === undefined) {
        const buffer = this.#filled === 0 ? this.#buffer : this.#buffer.subarray(this.#filled);
        const count = await this.#stream.read(buffer);
        if (count === null) return this.#lose(undefined);
        this.#receive(this.#filled + count);
      }
    } catch (error) {
      this.#lose(error);
    }
  }

  /** Takes the whole lines out of the first `filled` bytes of the buffer. */
  #receive(filled: number): void {
    const end = this.#buffer.lastIndexOf(10, filled - 1) + 1;
    if (end > 0) {
      const text = decoder.decode(this.#buffer.subarray(0, end));
      if (end < filled) this.#buffer.copyWithin(0, end, filled);
      this.#filled = filled - end;
      this.#text = this.#text === "" ? text : this.#text + text;
      this.#takeMessages();
    } else {
      this.#filled = filled;
    }
    const limit = this.#environment ? this.#limits.environmentBytes : this.#limits.replyBytes;
    if (this.#text.length + this.#filled > limit) {
      return this.#poison(`got more than ${limit} bytes without an end`, this.#text);
    }
    if (this.#filled === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    } else if (this.#filled === 0 && this.#buffer.length > bufferSize) {
      this.#buffer = new Uint8Array(bufferSize);
    }
  }

  #takeMessages(): void {
    if (this.#environment && !this.#takeEnvironment(this.#environment)) return;
    while (this.#text !== "") {
      if (this.#text.startsWith(hangupLine)) {
        this.#text = this.#text.slice(hangupLine.length);
        this.noticeHangup();
      } else if (!this.#takeReply()) {
        return;
      }
    }
  }

  /** Takes the lines up to the blank one; false while it has not come. */
  #takeEnvironment(waiting: { resolve: (text: string) => void }): boolean {
    // Whoever speaks something else on this port is told from Asterisk by his first line.
    if (!this.#text.startsWith("agi_")) {
      this.#poison("what came is no AGI environment", this.#text);
      return false;
    }
    const end = this.#text.indexOf("\n\n") + 1;
    if (end === 0) return false;
    this.#environment = undefined;
    waiting.resolve(this.#text.slice(0, end));
    this.#text = this.#text.slice(end + 1);
    return true;
  }

  /** Takes the reply at the start of the text; false while it is not whole. */
  #takeReply(): boolean {
    const command = this.#inFlight;
    if (this.#usageFollows && this.#text.startsWith("520")) {
      const end = findReplyEnd(this.#text, "line");
      if (end === 0) return this.#expectMore();
      this.#usageFollows = false;
      this.#text = this.#text.slice(end);
      return true;
    }
    if (!command) {
      this.#poison("got a reply that nobody asked for", this.#text);
      return false;
    }
    const end = findReplyEnd(this.#text, command.kind);
    if (end === 0) return this.#expectMore();
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = undefined;
    const text = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    // `100 result=0 Trying...` of GOSUB: the reply itself is still to come.
    if (text.startsWith("100 ")) return true;
    // An application that returned 1 is taken for RESULT_SHOWUSAGE, and EXEC's usage is sent as well.
    // Source: Asterisk 22, res/res_agi.c, handle_exec(), agi_handle_command()
    this.#usageFollows = command.kind === "exec" && text === "200 result=1\n";
    this.#inFlight = undefined;
    try {
      this.#settle(command, parseReply(text));
    } catch (error) {
      command.reject(error as Error);
      this.close(error as Error);
      return false;
    }
    if (!this.#inFlight) this.#writeNext();
    return true;
  }

  /** A reply of several lines stands still only when it is none; false, for "not whole yet". */
  #expectMore(): false {
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = setTimeout(
      () => this.#poison("got a reply that does not end", this.#text),
      this.#limits.replyPause,
    );
    return false;
  }

  #settle(command: Waiting, reply: Reply): void {
    if (reply.code < 300 || reply.code === 503) return command.resolve(reply);
    if (reply.code === 511) {
      this.noticeHangup();
      return command.reject(
        new HangupError(
          `Cannot send AGI command ${shorten(command.line)}: the channel is hung up`,
          "hangup",
        ),
      );
    }
    const what = reply.code === 510 ? "Asterisk does not know it" : "its usage is wrong";
    command.reject(
      new AgiCommandError(
        `Cannot send AGI command ${shorten(command.line)}: ${what}`,
        command.line,
        reply.code,
        reply.text,
      ),
    );
  }

  /** The channel has left the script; the line stays, and some commands work on it. */
  noticeHangup(): void {
    if (this.#hungUp) return;
    this.#hungUp = true;
    this.#onHangup();
  }

  /** The stream has ended or failed. */
  #lose(cause: unknown): void {
    if (this.#closed) return;
    const reason: HangupReason = this.#hungUp ? "hangup" : "lost";
    this.close(new HangupError("AGI connection ended: Asterisk closed it", reason, { cause }));
    this.noticeHangup();
  }

  /** Nobody can tell any more which reply belongs to which command: better no answer than another's. */
  #poison(what: string, received: string): void {
    this.close(
      new ProtocolError(`Closing AGI connection: ${what}: ${quote(received)}`, received),
    );
    this.noticeHangup();
  }
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function shorten(line: string): string {
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
