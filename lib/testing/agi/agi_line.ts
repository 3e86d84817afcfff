/**
 * Asterisk's end of a FastAGI connection: how it reads lines, with all that is odd about that.
 *
 * @module
 */

import { type ByteStream, closeQuietly, writeAll } from "../../net/byte_stream.ts";
import { decodeText, encodeText } from "../wire_text.ts";

/** How much of what has arrived Asterisk's C library takes at once. */
const stdioBuffer = 4096;

/** A connection on which commands come and replies go. */
export class AgiLine {
  readonly #stream: ByteStream;
  readonly #limit: number;
  readonly #pieces: Uint8Array[] = [];
  /** What was taken from the socket and not yet read as a line: nobody is told of it. */
  #taken = new Uint8Array(0);
  #ended = false;
  #closed = false;
  #wake: (() => void) | undefined;
  #sending: Promise<unknown> = Promise.resolve();
  /** Called when something has arrived, or the connection has ended. */
  onReadable: (() => void) | undefined;
  /** How replies are cut into pieces; whole unless set. */
  split: ((bytes: Uint8Array) => Iterable<Uint8Array>) | undefined;

  /** Takes over a stream; `limit` is the longest line in bytes, its LF included. */
  constructor(stream: ByteStream, limit: number) {
    this.#stream = stream;
    this.#limit = limit;
    this.#pump();
  }

  /** Whether bytes are waiting in the socket, or its end is: what interrupts a command. */
  get readable(): boolean {
    return this.#pieces.length > 0 || this.#ended;
  }

  /** Resolves when something is readable. */
  async untilReadable(): Promise<void> {
    while (!this.readable) {
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
  }

  /** Sends text as it is. Never fails: who does not listen any more is noticed by reading. */
  send(text: string): void {
    if (this.#closed) return;
    const bytes = encodeText(text);
    const pieces = this.split ? [...this.split(bytes)] : [bytes];
    this.#sending = this.#sending.then(async () => {
      for (const piece of pieces) await writeAll(this.#stream, piece);
    }).catch(() => {});
  }

  /** Resolves when all that was sent is on its way. */
  async flush(): Promise<void> {
    await this.#sending;
  }

  /**
   * Reads a line with its LF, or as much as fits; empty at the end. A NUL takes the rest of its line,
   * and the next line continues it.
   *
   * Source: Asterisk 22, res/res_agi.c, run_agi()
   */
  async readLine(): Promise<string> {
    let line: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
    while (line.length < this.#limit) {
      const chunk = await this.#readChunk(this.#limit - line.length);
      if (chunk.length === 0) break;
      const nul = chunk.indexOf(0);
      const kept = nul < 0 ? chunk : chunk.subarray(0, nul);
      const joined = new Uint8Array(line.length + kept.length);
      joined.set(line);
      joined.set(kept, line.length);
      line = joined;
      if (line.at(-1) === 10) break;
    }
    return decodeText(line);
  }

  /** Closes the connection, once all is sent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#sending.finally(() => closeQuietly(this.#stream));
  }

  /** Cuts the connection: what was not sent never will be. */
  cut(): void {
    this.#closed = true;
    closeQuietly(this.#stream);
  }

  /** Up to a LF, or so many bytes; empty at the end. */
  async #readChunk(most: number): Promise<Uint8Array> {
    for (;;) {
      const end = this.#taken.indexOf(10);
      if (end >= 0 && end < most) return this.#take(end + 1);
      if (this.#taken.length >= most) return this.#take(most);
      if (this.#pieces.length === 0) {
        if (this.#ended) return this.#take(this.#taken.length);
        await this.untilReadable();
        continue;
      }
      this.#fill();
    }
  }

  #take(count: number): Uint8Array {
    const taken = this.#taken.slice(0, count);
    this.#taken = this.#taken.slice(count);
    return taken;
  }

  /** Takes what the C library takes at once: all there is, up to its buffer. */
  #fill(): void {
    const parts: Uint8Array[] = [];
    let room = stdioBuffer;
    while (room > 0) {
      const piece = this.#pieces[0];
      if (!piece) break;
      parts.push(piece.subarray(0, room));
      if (piece.length > room) this.#pieces[0] = piece.subarray(room);
      else this.#pieces.shift();
      room -= Math.min(room, piece.length);
    }
    const joined = new Uint8Array(this.#taken.length + stdioBuffer - room);
    joined.set(this.#taken);
    let at = this.#taken.length;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    this.#taken = joined;
  }

  async #pump(): Promise<void> {
    const buffer = new Uint8Array(16_384);
    try {
      for (;;) {
        const count = await this.#stream.read(buffer);
        if (count === null) break;
        if (count > 0) this.#pieces.push(buffer.slice(0, count));
        this.#tell();
      }
    } catch {
      // A reset is an end.
    }
    this.#ended = true;
    this.#tell();
  }

  #tell(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
    this.onReadable?.();
  }
}
