import assert from "node:assert/strict";
import { streamPair } from "./stream_pair.ts";

/** What both kinds of connection offer. */
type Stream = Pick<Deno.Conn, "read" | "write" | "close" | "closeWrite">;

async function tcpPair(): Promise<[Stream, Stream]> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return await Promise.all([
    Deno.connect({ port: (listener.addr as Deno.NetAddr).port }),
    listener.accept(),
  ]);
}

const makers = {
  "streamPair()": () => Promise.resolve<[Stream, Stream]>(streamPair()),
  "Deno.Conn": tcpPair,
};

// Every promise is tried on a real connection too: the copy must not drift from it.
for (const [name, makePair] of Object.entries(makers)) {
  Deno.test(`${name} carries bytes both ways, at most as many as asked for`, async () => {
    const [near, far] = await makePair();
    await near.write(Uint8Array.of(1, 2, 3));
    await far.write(Uint8Array.of(9));
    const buffer = new Uint8Array(2);
    assert.equal(await far.read(buffer), 2);
    assert.deepEqual([...buffer], [1, 2]);
    assert.equal(await far.read(buffer), 1);
    assert.deepEqual([...buffer], [3, 2]);
    assert.equal(await near.read(buffer), 1);
    assert.equal(await near.read(new Uint8Array(0)), 0);
    near.close();
    far.close();
  });

  Deno.test(`${name} serves reads that wait in their order`, async () => {
    const [near, far] = await makePair();
    const first = new Uint8Array(8);
    const second = new Uint8Array(8);
    const reads = [far.read(first), far.read(second)];
    await near.write(Uint8Array.of(1, 1));
    assert.equal(await reads[0], 2);
    await near.write(Uint8Array.of(2));
    assert.equal(await reads[1], 1);
    assert.deepEqual([first[0], second[0]], [1, 2]);
    near.close();
    far.close();
  });

  Deno.test(`${name} ends with null after the last byte when the peer closes`, async () => {
    const [near, far] = await makePair();
    await near.write(Uint8Array.of(1));
    near.close();
    const buffer = new Uint8Array(8);
    assert.equal(await far.read(buffer), 1);
    assert.equal(await far.read(buffer), null);
    assert.equal(await far.read(buffer), null);
    far.close();
  });

  Deno.test(`${name} ends a read of the peer that waits`, async () => {
    const [near, far] = await makePair();
    const read = far.read(new Uint8Array(8));
    near.close();
    assert.equal(await read, null);
    far.close();
  });

  Deno.test(`${name} stays readable after closeWrite(), and no longer writable`, async () => {
    const [near, far] = await makePair();
    await near.closeWrite();
    await near.closeWrite();
    const buffer = new Uint8Array(8);
    assert.equal(await far.read(buffer), null);
    await far.write(Uint8Array.of(7));
    assert.equal(await near.read(buffer), 1);
    await assert.rejects(near.write(buffer), Deno.errors.BrokenPipe);
    near.close();
    far.close();
  });

  Deno.test(`${name} interrupts its own read that waits at close()`, async () => {
    const [near, far] = await makePair();
    const read = assert.rejects(near.read(new Uint8Array(8)), Deno.errors.Interrupted);
    near.close();
    await read;
    far.close();
  });

  Deno.test(`${name} refuses everything after close()`, async () => {
    const [near, far] = await makePair();
    near.close();
    await assert.rejects(near.read(new Uint8Array(8)), Deno.errors.BadResource);
    await assert.rejects(near.write(new Uint8Array(8)), Deno.errors.BadResource);
    await assert.rejects(near.closeWrite(), Deno.errors.BadResource);
    assert.throws(() => near.close(), Deno.errors.BadResource);
    far.close();
  });

  Deno.test(`${name} breaks a write to a peer that has closed`, async () => {
    const [near, far] = await makePair();
    near.close();
    await assert.rejects(async () => {
      // TCP learns of it only from the answer to the first write
      for (let n = 0; n < 100; n++) {
        await far.write(Uint8Array.of(1));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }, Deno.errors.BrokenPipe);
    far.close();
  });
}

Deno.test("streamPair() copies what is written", async () => {
  const [near, far] = streamPair();
  const bytes = Uint8Array.of(1, 2);
  await near.write(bytes);
  bytes.fill(0);
  const buffer = new Uint8Array(2);
  await far.read(buffer);
  assert.deepEqual([...buffer], [1, 2]);
});
