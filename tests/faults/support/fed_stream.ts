/**
 * A connection whose other end is the test itself: it puts bytes in, and knows when all are read.
 *
 * @module
 */
import type { ByteStream } from "../../../lib/net/byte_stream.ts";

/** Bytes that are fed by hand. Nothing waits for time: {@linkcode FedStream.drained} is an event. */
export class FedStream implements ByteStream {
  readonly #chunks: Uint8Array[] = [];
  readonly #decoder = new TextDecoder();
  #read: { buffer: Uint8Array; done: PromiseWithResolvers<number | null> } | undefined;
  #drained: PromiseWithResolvers<void> | undefined;
  #ended = false;
  /** Whether the reader has closed it. */
  closed = false;
  /** What was written and not yet taken. */
  written = "";

  /** Puts bytes in: each piece is at least one read. */
  feed(...pieces: readonly Uint8Array[]): void {
    for (const piece of pieces) if (piece.length > 0) this.#chunks.push(piece);
    this.#serve();
  }

  /** Lets the stream end behind what was fed. */
  end(): void {
    this.#ended = true;
    this.#serve();
  }

  /** Resolves when the reader has taken all and asks for more, or has closed the stream. */
  drained(): Promise<void> {
    if (this.closed || (this.#read && this.#chunks.length === 0)) return Promise.resolve();
    return (this.#drained ??= Promise.withResolvers<void>()).promise;
  }

  /** What was written since the last time. */
  takeWritten(): string {
    const written = this.written;
    this.written = "";
    return written;
  }

  read(buffer: Uint8Array): Promise<number | null> {
    const done = Promise.withResolvers<number | null>();
    this.#read = { buffer, done };
    this.#serve();
    return done.promise;
  }

  write(bytes: Uint8Array): Promise<number> {
    if (this.closed) return Promise.reject(new Deno.errors.BadResource("closed"));
    this.written += this.#decoder.decode(bytes);
    return Promise.resolve(bytes.length);
  }

  close(): void {
    if (this.closed) throw new Deno.errors.BadResource("closed");
    this.closed = true;
    this.#read?.done.reject(new Deno.errors.Interrupted("closed"));
    this.#read = undefined;
    this.#tellDrained();
  }

  #serve(): void {
    if (!this.#read) return;
    const { buffer, done } = this.#read;
    const chunk = this.#chunks.shift();
    if (chunk) {
      this.#read = undefined;
      const count = Math.min(chunk.length, buffer.length);
      buffer.set(chunk.subarray(0, count));
      if (count < chunk.length) this.#chunks.unshift(chunk.subarray(count));
      done.resolve(count);
    } else if (this.#ended) {
      this.#read = undefined;
      done.resolve(null);
    } else {
      this.#tellDrained();
    }
  }

  #tellDrained(): void {
    this.#drained?.resolve();
    this.#drained = undefined;
  }
}
