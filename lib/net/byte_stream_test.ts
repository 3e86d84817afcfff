import assert from "node:assert/strict";
import { streamPair } from "../../tests/support/stream_pair.ts";
import { type ByteStream, closeQuietly, writeAll } from "./byte_stream.ts";

/** A stream that takes as many bytes of each write as the test says, and then fails. */
class StingyStream implements ByteStream {
  readonly written: number[] = [];
  readonly #portions: number[];
  writes = 0;

  constructor(...portions: number[]) {
    this.#portions = portions;
  }

  read(): Promise<null> {
    return Promise.resolve(null);
  }

  write(bytes: Uint8Array): Promise<number> {
    this.writes++;
    const portion = this.#portions.shift();
    if (portion === undefined) return Promise.reject(new Error("Broken pipe"));
    const taken = Math.min(portion, bytes.length);
    this.written.push(...bytes.subarray(0, taken));
    return Promise.resolve(taken);
  }

  close(): void {
    throw new Error("It was closed before");
  }
}

Deno.test("writeAll() writes in one go what the stream takes in one go", async () => {
  const stream = new StingyStream(100);
  await writeAll(stream, Uint8Array.of(1, 2, 3));
  assert.deepEqual([stream.written, stream.writes], [[1, 2, 3], 1]);
});

Deno.test("writeAll() writes on until the stream has taken every byte, once", async () => {
  const stream = new StingyStream(1, 2, 0, 1, 100);
  await writeAll(stream, Uint8Array.of(1, 2, 3, 4, 5, 6));
  assert.deepEqual([stream.written, stream.writes], [[1, 2, 3, 4, 5, 6], 5]);
});

Deno.test("writeAll() rejects when the stream fails, also half way", async () => {
  await assert.rejects(writeAll(new StingyStream(), Uint8Array.of(1)), /Broken pipe/);
  const stream = new StingyStream(1);
  await assert.rejects(writeAll(stream, Uint8Array.of(1, 2)), /Broken pipe/);
  assert.deepEqual(stream.written, [1]);
});

Deno.test("closeQuietly() closes, and may come twice", async () => {
  const [near, far] = streamPair();
  closeQuietly(near);
  closeQuietly(near);
  assert.equal(await far.read(new Uint8Array(1)), null);
  closeQuietly(new StingyStream());
});
