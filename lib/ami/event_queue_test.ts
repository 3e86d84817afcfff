import assert from "node:assert/strict";
import { makeEvent } from "./event.ts";
import { EventQueue } from "./event_queue.ts";

const event = (key: number) => makeEvent("Item", { Key: `${key}` });
const nobody = () => {};

/** The keys of all events that a loop gets before it ends. */
async function keysOf(queue: EventQueue): Promise<string[]> {
  const keys = [];
  for await (const { Key = "" } of queue) keys.push(Key);
  return keys;
}

Deno.test("EventQueue hands out events in their order, those before the loop too", async () => {
  const queue = new EventQueue(nobody);
  queue.push(event(1));
  const keys = keysOf(queue);
  queue.push(event(2));
  await Promise.resolve();
  queue.push(event(3));
  queue.end();
  assert.deepEqual(await keys, ["1", "2", "3"]);
});

Deno.test("EventQueue serves requests that wait in their order", async () => {
  const queue = new EventQueue(nobody);
  const requests = [queue.next(), queue.next(), queue.next()];
  queue.push(event(1));
  queue.push(event(2));
  queue.end();
  const results = await Promise.all(requests);
  assert.deepEqual(results.map(({ value }) => value?.Key), ["1", "2", undefined]);
  assert.deepEqual(results.map(({ done }) => done), [false, false, true]);
});

Deno.test("EventQueue takes nothing after its end, and stays at it", async () => {
  const queue = new EventQueue(nobody);
  queue.end();
  queue.push(event(1));
  assert.deepEqual(await queue.next(), { value: undefined, done: true });
  assert.deepEqual(await queue.next(), { value: undefined, done: true });
});

Deno.test("EventQueue is told when the loop is left, and forgets what waits", async () => {
  let left = 0;
  const queue = new EventQueue(() => left++);
  queue.push(event(1));
  queue.push(event(2));
  for await (const { Key } of queue) {
    assert.equal(Key, "1");
    break;
  }
  assert.equal(left, 1);
  assert.deepEqual(await queue.next(), { value: undefined, done: true });
});

Deno.test("EventQueue ends a request that waits when the loop is left from elsewhere", async () => {
  const queue = new EventQueue(nobody);
  const request = queue.next();
  await queue.return();
  assert.deepEqual(await request, { value: undefined, done: true });
});

Deno.test("EventQueue lets the oldest events go when more wait than it may hold", async () => {
  const queue = new EventQueue(nobody, 3);
  for (let key = 1; key <= 5; key++) queue.push(event(key));
  assert.equal(queue.dropped, 2);
  queue.end();
  assert.deepEqual(await keysOf(queue), ["3", "4", "5"]);
});
