import assert from "node:assert/strict";
import { BufferPool } from "./buffer_pool.ts";

Deno.test("a BufferPool gives a buffer again that it got back", () => {
  const pool = new BufferPool({ size: 8, mostFree: 10 });
  const buffer = pool.take();
  assert.equal(buffer.length, 8);
  assert.notEqual(pool.take(), buffer);
  pool.release(buffer);
  assert.equal(pool.take(), buffer);
  assert.notEqual(pool.take(), buffer);
});

Deno.test("a BufferPool keeps no more than it may, and none of another length", () => {
  const pool = new BufferPool({ size: 8, mostFree: 1 });
  const [first, second] = [pool.take(), pool.take()];
  pool.release(new Uint8Array(9));
  pool.release(first);
  pool.release(second);
  assert.equal(pool.take(), first);
  assert.notEqual(pool.take(), second);
});

Deno.test("buffers that are cut from one array do not overlap", () => {
  const pool = new BufferPool({ size: 8, mostFree: 10, perSlab: 3 });
  const buffers = Array.from({ length: 7 }, () => pool.take());
  for (const [index, buffer] of buffers.entries()) buffer.fill(index);
  for (const [index, buffer] of buffers.entries()) {
    assert.deepEqual(buffer, new Uint8Array(8).fill(index));
  }
  assert.equal(new Set(buffers.map(({ buffer }) => buffer)).size, 3);
});
