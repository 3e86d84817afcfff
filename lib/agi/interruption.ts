/**
 * The interruption of a command that plays.
 *
 * @module
 */

import type { Reply } from "./reply.ts";

/** What a command resolves to that was stopped. */
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
export function isInterruptible(line: string): boolean {
  return /^(STREAM FILE|GET OPTION|GET DATA|WAIT FOR DIGIT)\b/i.test(line);
}

/**
 * An interruption that is going on.
 *
 * Most commands give no reply of their own when they are ended by the next byte, but the one that ends
 * just before does. Which of the two it is, only a command shows whose reply nobody else can give:
 * `GET FULL VARIABLE` of a mark.
 * Source: Asterisk 22, main/file.c, waitstream_core(), the control file descriptor
 */
export class Interruption {
  readonly #send: (line: string) => void;
  /** The replies that are still to come. */
  readonly #marks: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins: sends by `send`, and again after `pause` milliseconds, then twice as many. */
  constructor(send: (line: string) => void, pause: number) {
    this.#send = send;
    this.#sendMark(pause);
  }

  /** The reply that comes next. */
  get mark(): string {
    return this.#marks[0] ?? "";
  }

  /** Takes that reply; true when it was the last. */
  takeMark(): boolean {
    this.#marks.shift();
    if (this.#marks.length > 0) return false;
    this.end();
    return true;
  }

  /** Sends no more. */
  end(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Sends a command whose reply nobody else can give. Where Asterisk has read it together with the one
   * in flight, it does not notice it before more bytes come: after the pause another one is sent.
   */
  #sendMark(pause: number): void {
    const mark = crypto.randomUUID();
    this.#marks.push(`200 result=1 (${mark})\n`);
    this.#timer = setTimeout(() => this.#sendMark(2 * pause), pause);
    this.#send(`GET FULL VARIABLE ${mark}`);
  }
}
