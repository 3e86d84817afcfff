import assert from "node:assert/strict";
import { makeEvent } from "./event.ts";
import { EventQueue, type Loss } from "./event_queue.ts";

const event = (key: number) => makeEvent("Item", { Key: `${key}` });

/** A queue that holds that many events, and what it reports. */
function makeQueue(most = 100, onReturn = () => {}): { queue: EventQueue; losses: Loss[] } {
  const losses: Loss[] = [];
  const queue = new EventQueue({ most, onReturn, onLoss: (loss) => losses.push(loss) });
  return { queue, losses };
}

/** The keys of all events that a loop gets before it ends. */
async function keysOf(queue: EventQueue): Promise<string[]> {
  const keys = [];
  for await (const { Key = "" } of queue) keys.push(Key);
  return keys;
}

Deno.test("EventQueue hands out events in their order, those before the loop too", async () => {
  const { queue } = makeQueue();
  queue.push(event(1));
  const keys = keysOf(queue);
  queue.push(event(2));
  await Promise.resolve();
  queue.push(event(3));
  queue.end();
  assert.deepEqual(await keys, ["1", "2", "3"]);
});

Deno.test("EventQueue serves requests that wait in their order", async () => {
  const { queue } = makeQueue();
  const requests = [queue.next(), queue.next(), queue.next()];
  queue.push(event(1));
  queue.push(event(2));
  queue.end();
  const results = await Promise.all(requests);
  assert.deepEqual(results.map(({ value }) => value?.Key), ["1", "2", undefined]);
  assert.deepEqual(results.map(({ done }) => done), [false, false, true]);
});

Deno.test("EventQueue takes nothing after its end, and stays at it", async () => {
  const { queue } = makeQueue();
  queue.end();
  queue.push(event(1));
  assert.deepEqual(await queue.next(), { value: undefined, done: true });
  assert.deepEqual(await queue.next(), { value: undefined, done: true });
});

Deno.test("EventQueue is told when the loop is left, and forgets what waits", async () => {
  let left = 0;
  const { queue } = makeQueue(2, () => left++);
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
  const { queue } = makeQueue();
  const request = queue.next();
  await queue.return();
  assert.deepEqual(await request, { value: undefined, done: true });
});

Deno.test("EventQueue lets the oldest events go when more wait than it may hold", async () => {
  const { queue } = makeQueue(3);
  for (let key = 1; key <= 5; key++) queue.push(event(key));
  assert.equal(queue.dropped, 2);
  queue.end();
  assert.deepEqual(await keysOf(queue), ["3", "4", "5"]);
});

Deno.test("EventQueue reports what a slow loop did not get, at once and when the loop goes on", async () => {
  const { queue, losses } = makeQueue(3);
  const before = Date.now();
  for (let key = 1; key <= 3; key++) queue.push(event(key));
  assert.equal(losses.length, 0);
  for (let key = 4; key <= 2_000; key++) queue.push(event(key));
  const counts = (): number[] => losses.map(({ count }) => count);
  assert.deepEqual(counts().slice(0, 1), [1]);
  assert.ok(losses.length <= 3, "a report a second at most");
  assert.equal((await queue.next()).value?.["Key"], "1998");
  assert.equal(counts().reduce((sum, count) => sum + count, 0), 1_997);
  for (const { since, until } of losses) {
    assert.ok(before <= since && since <= until && until <= Date.now());
  }
  queue.end();
  assert.deepEqual(await keysOf(queue), ["1999", "2000"]);
  assert.equal(queue.dropped, 1_997);
});

Deno.test("EventQueue reports what a loop that is left did not get", async () => {
  const { queue, losses } = makeQueue(1);
  for (let key = 1; key <= 4; key++) queue.push(event(key));
  assert.deepEqual(losses.map(({ count }) => count), [1]);
  await queue.return();
  assert.deepEqual(losses.map(({ count }) => count), [1, 2]);
});

Deno.test("EventQueue keeps the order when thousands wait and go", async () => {
  const { queue } = makeQueue(10_000);
  const got: number[] = [];
  let pushed = 0;
  while (got.length < 9_000) {
    for (let n = 0; n < 7; n++) queue.push(event(++pushed));
    for (let n = 0; n < 4; n++) got.push(Number((await queue.next()).value?.["Key"]));
  }
  assert.deepEqual(got, got.map((_, index) => index + 1));
  assert.equal(queue.dropped, 0);
});
