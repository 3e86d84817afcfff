/** One read that waits for bytes. */
interface PendingRead {
  readonly buffer: Uint8Array;
  readonly resolve: (length: number | null) => void;
  readonly reject: (reason: Error) => void;
}

/** Bytes on their way in one direction, and the reads that wait for them. */
class Pipe {
  #chunks: Uint8Array[] = [];
  #reads: PendingRead[] = [];
  #ended = false;
  #abandoned = false;

  /** Takes a copy: the writer may use its buffer again. */
  write(bytes: Uint8Array): number {
    if (this.#ended || this.#abandoned) {
      throw new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
    }
    if (bytes.length > 0) this.#chunks.push(bytes.slice());
    this.#serveReads();
    return bytes.length;
  }

  read(buffer: Uint8Array): Promise<number | null> {
    if (buffer.length === 0) return Promise.resolve(0);
    const { promise, resolve, reject } = Promise.withResolvers<number | null>();
    this.#reads.push({ buffer, resolve, reject });
    this.#serveReads();
    return promise;
  }

  /** The writer has no more; what is under way still arrives. */
  end(): void {
    this.#ended = true;
    this.#serveReads();
  }

  /** The reader has gone: its pending reads fail, and so does whoever still writes. */
  abandon(): void {
    this.#abandoned = true;
    this.#chunks = [];
    for (const read of this.#reads.splice(0)) {
      read.reject(new Deno.errors.Interrupted("operation canceled"));
    }
  }

  #serveReads(): void {
    while (this.#reads.length > 0 && (this.#chunks.length > 0 || this.#ended)) {
      const { buffer, resolve } = this.#reads.shift()!;
      const chunk = this.#chunks.shift();
      if (chunk === undefined) {
        resolve(null);
        continue;
      }
      const length = Math.min(chunk.length, buffer.length);
      buffer.set(chunk.subarray(0, length));
      if (length < chunk.length) this.#chunks.unshift(chunk.subarray(length));
      resolve(length);
    }
  }
}

/** One end of a connection in memory. It behaves as `Deno.Conn` does, errors included. */
export class MemoryStream {
  readonly #incoming: Pipe;
  readonly #outgoing: Pipe;
  #closed = false;

  constructor(incoming: Pipe, outgoing: Pipe) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  /**
   * Reads what is there, at most `buffer.length` bytes, or waits for some; `null` after the last.
   *
   * @throws {Deno.errors.Interrupted} If this end is closed meanwhile.
   * @throws {Deno.errors.BadResource} If this end is closed already.
   */
  // deno-lint-ignore require-await -- async, so that misuse rejects and never throws
  async read(buffer: Uint8Array): Promise<number | null> {
    this.#checkOpen();
    return this.#incoming.read(buffer);
  }

  /**
   * Writes a copy of `bytes`, always all of them.
   *
   * @throws {Deno.errors.BrokenPipe} If the other end is closed, or this one after `closeWrite()`.
   * @throws {Deno.errors.BadResource} If this end is closed.
   */
  // deno-lint-ignore require-await -- as above
  async write(bytes: Uint8Array): Promise<number> {
    this.#checkOpen();
    return this.#outgoing.write(bytes);
  }

  /** Ends the bytes to the other end, which reads `null` after them; reading goes on. */
  // deno-lint-ignore require-await -- as above
  async closeWrite(): Promise<void> {
    this.#checkOpen();
    this.#outgoing.end();
  }

  /**
   * Closes both directions.
   *
   * @throws {Deno.errors.BadResource} If it is closed already.
   */
  close(): void {
    this.#checkOpen();
    this.#closed = true;
    this.#outgoing.end();
    this.#incoming.abandon();
  }

  #checkOpen(): void {
    if (this.#closed) throw new Deno.errors.BadResource("Bad resource ID");
  }
}

/**
 * Makes the two ends of a connection in memory: what one writes, the other reads.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const [near, far] = streamPair();
 * await near.write(new TextEncoder().encode("200 result=0\n"));
 * const buffer = new Uint8Array(3);
 * assert.equal(await far.read(buffer), 3);
 * near.close();
 * far.close();
 * ```
 */
export function streamPair(): [MemoryStream, MemoryStream] {
  const there = new Pipe();
  const back = new Pipe();
  return [new MemoryStream(back, there), new MemoryStream(there, back)];
}
