/**
 * The commands of one FastAGI connection: one in flight, the others wait their turn.
 *
 * @module
 */

import type { ByteStream } from "../net/byte_stream.ts";
import { lineLimit } from "./command.ts";
import { Interruption, stoppedReply } from "./interruption.ts";
import { LineWriter } from "./line_writer.ts";
import type { Reply } from "./reply.ts";
import { shorten, type WaitingCommand } from "./waiting_command.ts";

const encoder = new TextEncoder();

/** Whom commands belong to; told at once what becomes of them. */
export interface CommandOwner {
  /**
   * A command line has been sent: whoever waits for its reply does not run. `waited` is that it had to
   * wait for its turn: whoever waits for what was before it runs on.
   */
  onSent?(line: string, waited: boolean): void;
  /** It has its reply, `undefined` when the connection has ended before: whoever waits runs on. */
  onAnswered?(line: string, reply: Reply | undefined): void;
}

/**
 * Sends commands one after the other, each when the one before has its reply. Asterisk reads commands
 * through a buffered stream on a polled socket: a second one that arrives with the first lies there
 * unseen.
 */
export class CommandQueue {
  readonly #owner: CommandOwner;
  readonly #writer: LineWriter;
  /** Longest line that this Asterisk takes, in bytes, LF included. */
  lineLimit: number = lineLimit("");
  #inFlight: WaitingCommand | undefined;
  #waiting: WaitingCommand[] | undefined;
  /** While it goes on, nothing else is sent. */
  #interruption: Interruption | undefined;

  /** Writes to a stream; `onError` is told what that has failed of. */
  constructor(stream: ByteStream, owner: CommandOwner, onError: (error: unknown) => void) {
    this.#owner = owner;
    this.#writer = new LineWriter(stream, onError);
  }

  /** The command that waits for its reply. */
  get inFlight(): WaitingCommand | undefined {
    return this.#inFlight;
  }

  /** How many wait behind the one in flight. */
  get length(): number {
    return this.#waiting?.length ?? 0;
  }

  /** Whether the command in flight is being interrupted, or was, and replies to that are to come. */
  get isInterrupting(): boolean {
    return this.#interruption !== undefined;
  }

  /** The reply to an interruption that comes next. */
  get mark(): string | undefined {
    return this.#interruption?.mark;
  }

  /** Sends a command, when its turn comes. */
  add(command: WaitingCommand): void {
    if (this.#inFlight || this.#interruption) (this.#waiting ??= []).push(command);
    else this.#send(command, false);
  }

  /** Gives the command in flight its reply: whoever waits for it goes on. */
  answer(command: WaitingCommand, reply: Reply): void {
    this.#inFlight = undefined;
    this.#owner.onAnswered?.(command.line, reply);
    command.answer(reply);
  }

  /** Sends what waits next, if it may be sent. */
  sendNext(): void {
    if (this.#interruption) return;
    const next = this.#waiting?.shift();
    if (next) this.#send(next, true);
  }

  /** Stops the command in flight; more is sent after `pause` milliseconds, where Asterisk goes on. */
  interrupt(pause: number): void {
    this.#interruption ??= new Interruption((line) => this.#writer.writeAtOnce(line), pause);
  }

  /** The {@linkcode mark} has come: a command that has no reply until then gives none. */
  takeMark(): void {
    if (this.#interruption?.takeMark()) this.#interruption = undefined;
    if (this.#inFlight) this.answer(this.#inFlight, stoppedReply);
    this.sendNext();
  }

  /** Rejects all commands with `reason`; nothing is sent any more. */
  end(reason: Error): void {
    this.#interruption?.end();
    const command = this.#inFlight;
    const waiting = this.#waiting;
    this.#inFlight = undefined;
    this.#waiting = undefined;
    if (command) this.#owner.onAnswered?.(command.line, undefined);
    command?.end(reason);
    if (waiting) { for (const one of waiting) one.end(reason); }
  }

  #send(command: WaitingCommand, waited: boolean): void {
    const { line } = command;
    // Three bytes are the most that a UTF-16 unit needs.
    const bytes = line.length * 3 < this.lineLimit ? 0 : encoder.encode(line).length + 1;
    if (bytes > this.lineLimit) {
      command.reject(
        new RangeError(
          `Cannot send AGI command ${shorten(line)}: it has ${bytes} bytes ` +
            `with its line end, this Asterisk takes ${this.lineLimit}`,
        ),
      );
      return this.sendNext();
    }
    this.#inFlight = command;
    this.#owner.onSent?.(line, waited);
    this.#writer.write(line);
  }
}
