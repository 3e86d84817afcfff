/**
 * Bytes of a manager session into actions, with the limits of Asterisk's buffers.
 *
 * @module
 */
import { ManagerAction } from "./manager_action.ts";
import { decodeText } from "../wire_text.ts";

/** Bytes in Asterisk's input buffer: a line with its end must fit in. */
const BUFFER_LENGTH = 1024;
/** Lines that an action may have. Source: include/asterisk/manager.h, AST_MAX_MANHEADERS */
const MAX_LINES = 128;

/** An action, or why it is none. */
export interface ReadAction {
  /** The action; of one that is refused, the lines that were kept. */
  readonly action: ManagerAction;
  /** Why it is refused, in Asterisk's words. */
  readonly problem?: string;
}

/**
 * Takes bytes as they come and gives actions.
 *
 * A line ends with LF, or CRLF; NUL ends it too, what is between that and the LF is lost. A line that
 * does not fit into 1,024 bytes with its end spoils the message. Its last byte stays in the buffer,
 * so that a line of exactly 1,023 bytes makes an empty message of its own.
 * Source: Asterisk 22, main/manager.c, get_input(), do_message()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const reader = new ActionReader();
 * const bytes = new TextEncoder().encode("Action: Ping\r\nActionID: 1\r\n\r\n");
 * const [read] = [...reader.read(bytes)];
 * assert.equal(read?.action.name, "Ping");
 * ```
 */
export class ActionReader {
  readonly #buffer = new Uint8Array(BUFFER_LENGTH);
  #filled = 0;
  #lines: string[] = [];
  #tooMany = false;
  #tooLong = false;

  /** Takes some bytes; gives the actions that are whole with them. */
  *read(bytes: Uint8Array): Generator<ReadAction> {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(bytes.length - at, BUFFER_LENGTH - this.#filled);
      this.#buffer.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      yield* this.#takeLines();
      if (this.#filled === BUFFER_LENGTH) this.#discard();
    }
  }

  *#takeLines(): Generator<ReadAction> {
    for (;;) {
      const end = this.#buffer.subarray(0, this.#filled).indexOf(10);
      if (end < 0) return;
      const content = end > 0 && this.#buffer[end - 1] === 13 ? end - 1 : end;
      const line = this.#buffer.slice(0, content);
      this.#buffer.copyWithin(0, end + 1, this.#filled);
      this.#filled -= end + 1;
      const nul = line.indexOf(0);
      const read = this.#takeLine(decodeText(nul < 0 ? line : line.subarray(0, nul)));
      if (read) yield read;
    }
  }

  #takeLine(line: string): ReadAction | undefined {
    if (line !== "") {
      if (this.#lines.length < MAX_LINES) this.#lines.push(line);
      else this.#tooMany = true;
      return undefined;
    }
    const problem = this.#tooMany
      ? "Too many lines in message or allocation failure"
      : this.#tooLong
      ? "Failed to parse message: line too long"
      : undefined;
    const action = new ManagerAction(this.#lines);
    // Asterisk forgets a long line only when it says so.
    if (!this.#tooMany) this.#tooLong = false;
    this.#lines = [];
    this.#tooMany = false;
    return problem === undefined ? { action } : { action, problem };
  }

  /** The buffer is full and has no line end. The last byte may be the CR of one. */
  #discard(): void {
    this.#buffer[0] = this.#buffer[BUFFER_LENGTH - 1]!;
    this.#filled = 1;
    this.#tooLong = true;
  }
}
