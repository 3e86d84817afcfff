/**
 * What a session writes, in order, and as badly as it was told to.
 *
 * @module
 */
import { type ByteStream, closeQuietly, writeAll } from "../../net/byte_stream.ts";
import { encodeText } from "../wire_text.ts";

/** Writes in order without making the caller wait. */
export class SessionStream {
  readonly #stream: ByteStream;
  #queue: string[] = [];
  #writing = false;
  #held = false;
  #ended = false;
  #closed = false;
  /** Bytes left until the connection is cut. */
  #left = Infinity;
  /** Longest write in bytes. */
  pieceLength = Infinity;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  /** Is it closed, or about to be? */
  get closed(): boolean {
    return this.#closed || this.#ended;
  }

  /** Reads what has come; `null` at the end, also when the connection breaks. */
  async read(buffer: Uint8Array): Promise<number | null> {
    try {
      return await this.#stream.read(buffer);
    } catch {
      return null;
    }
  }

  /** Writes text after all that was written before. */
  write(text: string): void {
    if (this.closed) return;
    this.#queue.push(text);
    this.#start();
  }

  /** Keeps back what is written from now on. */
  hold(): void {
    this.#held = true;
  }

  /** Writes what was kept back. */
  release(): void {
    this.#held = false;
    this.#start();
  }

  /** Cuts the connection when so many more bytes have been written, in the middle of a line too. */
  cutAfter(bytes: number): void {
    this.#left = bytes;
    if (bytes === 0) this.close();
  }

  /** Closes once all is written. */
  end(): void {
    this.#ended = true;
    this.#start();
  }

  /** Closes at once. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#queue = [];
    closeQuietly(this.#stream);
  }

  #start(): void {
    if (!this.#writing) void this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    // What one turn of the event loop says goes out in one write, as a rule.
    await Promise.resolve();
    while (this.#queue.length > 0 && !this.#held && !this.#closed) {
      const bytes = encodeText(this.#queue.splice(0).join(""));
      if (!await this.#writePieces(bytes)) break;
    }
    this.#writing = false;
    if (this.#ended && !this.#held) this.close();
  }

  /** Whether the connection is still there. */
  async #writePieces(bytes: Uint8Array): Promise<boolean> {
    for (let at = 0; at < bytes.length;) {
      const length = Math.min(this.pieceLength, bytes.length - at, this.#left);
      try {
        await writeAll(this.#stream, bytes.subarray(at, at + length));
      } catch {
        this.close();
        return false;
      }
      at += length;
      this.#left -= length;
      if (this.#left === 0) this.close();
      if (this.#closed) return false;
    }
    return true;
  }
}
