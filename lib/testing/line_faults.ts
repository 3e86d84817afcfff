/**
 * What goes wrong on the line between a script and its server, because a test wants it.
 *
 * @module
 */

import type { AgiLine } from "./agi/agi_line.ts";

/** What becomes of a command: no answer for ever, or the end of the connection. */
export type Interference = "stall" | "cut";

/** The faults of one line, which may be ordered before it is there. */
export class LineFaults {
  #line: AgiLine | undefined;
  #next: Interference | undefined;
  #pieces: number | undefined;

  /** The line is there. */
  opened(line: AgiLine): void {
    this.#line = line;
    this.#split();
  }

  /** Something goes wrong with the next command. */
  order(interference: Interference): void {
    this.#next = interference;
  }

  /** What goes wrong with the command that has come. */
  take(): Interference | undefined {
    const interference = this.#next;
    this.#next = undefined;
    return interference;
  }

  /** The connection ends now. */
  cut(): void {
    this.#line?.cut();
  }

  /** What Asterisk says arrives in pieces of so many bytes. */
  split(bytes: number): void {
    this.#pieces = bytes;
    this.#split();
  }

  #split(): void {
    const length = this.#pieces;
    if (length === undefined || !this.#line) return;
    this.#line.split = function* (bytes) {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    };
  }
}
