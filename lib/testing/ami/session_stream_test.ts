import assert from "node:assert/strict";
import { SessionStream } from "./session_stream.ts";
import { streamPair } from "../stream_pair.ts";

async function readAll(stream: { read(buffer: Uint8Array): Promise<number | null> }) {
  const pieces: string[] = [];
  const buffer = new Uint8Array(100);
  for (let count; (count = await stream.read(buffer)) !== null;) {
    pieces.push(new TextDecoder().decode(buffer.subarray(0, count)));
  }
  return pieces;
}

Deno.test("what is written when the last write has just ended is sent", async () => {
  // It stayed in the queue: the end of a write was told a turn too late.
  for (let turns = 0; turns < 10; turns++) {
    const [near, far] = streamPair();
    const stream = new SessionStream(near);
    stream.write("one");
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    stream.write("two");
    stream.end();
    assert.equal((await readAll(far)).join(""), "onetwo");
  }
});

Deno.test("what one turn says goes out in one write, unless it is to come in pieces", async () => {
  for (const [pieceLength, expected] of [[Infinity, ["onetwo"]], [4, ["onet", "wo"]]] as const) {
    const [near, far] = streamPair();
    const stream = new SessionStream(near);
    stream.pieceLength = pieceLength;
    stream.write("one");
    stream.write("two");
    stream.end();
    assert.deepEqual(await readAll(far), expected);
  }
});

Deno.test("what is held back comes when it is released, and a cut loses the rest", async () => {
  const [near, far] = streamPair();
  const stream = new SessionStream(near);
  stream.hold();
  stream.write("one");
  stream.cutAfter(2);
  stream.release();
  assert.deepEqual(await readAll(far), ["on"]);
  assert.equal(stream.closed, true);
});
