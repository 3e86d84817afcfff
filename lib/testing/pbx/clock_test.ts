import assert from "node:assert/strict";
import { Clock } from "./clock.ts";

const start = 1_000_000;

Deno.test("virtual time jumps to what is due, in order", async () => {
  const clock = new Clock("virtual", start);
  const seen: string[] = [];
  const note = (name: string) => seen.push(`${name} at ${clock.now - start}`);
  clock.after(30_000, () => note("late"));
  clock.after(10, () => note("first"));
  clock.after(10, () => note("second"));
  await clock.sleep(30_001);
  assert.deepEqual(seen, ["first at 10", "second at 10", "late at 30000"]);
  clock.stop();
});

Deno.test("what follows from one moment has happened before the next", async () => {
  const clock = new Clock("virtual", start);
  const seen: number[] = [];
  clock.after(10, async () => {
    for (let turns = 0; turns < 50; turns++) await Promise.resolve();
    clock.after(5, () => seen.push(15));
  });
  clock.after(20, () => seen.push(20));
  await clock.sleep(30);
  assert.deepEqual(seen, [15, 20]);
  clock.stop();
});

Deno.test("time stands still while somebody has the word", async () => {
  const clock = new Clock("virtual", start);
  const leave = clock.enter();
  let rang = false;
  clock.after(10, () => rang = true);
  for (let turns = 0; turns < 20; turns++) await new Promise((done) => setTimeout(done, 0));
  assert.equal(rang, false);
  leave();
  await clock.sleep(10);
  assert.equal(rang, true);
  clock.stop();
});

Deno.test("who waits for the world himself gets it, after a second, at its own speed", async () => {
  const clock = new Clock("virtual", start);
  const leave = clock.enter();
  const woken = Promise.withResolvers<void>();
  clock.after(200, woken.resolve);
  const began = performance.now();
  await woken.promise;
  assert.ok(performance.now() - began > 900);
  leave();
  clock.stop();
});

Deno.test("time does not pass while a promise is held", async () => {
  const clock = new Clock("virtual", start);
  let rang = false;
  clock.after(60_000, () => rang = true);
  await clock.hold(new Promise((done) => setTimeout(done, 20)));
  assert.equal(rang, false);
  clock.stop();
});

Deno.test("time does not jump to a limit, and says that nothing else will happen", async () => {
  const clock = new Clock("virtual", start);
  let over = false;
  clock.after(1_000, () => over = true, { isLimit: true });
  const stuck = Promise.withResolvers<void>();
  clock.onStuck = stuck.resolve;
  clock.after(10, () => {});
  await stuck.promise;
  assert.equal(over, false);
  assert.equal(clock.now, start + 10);
  clock.stop();
});

Deno.test("a limit is there when something else goes on behind it", async () => {
  const clock = new Clock("virtual", start);
  let overAt = 0;
  clock.after(1_000, () => overAt = clock.now - start, { isLimit: true });
  await clock.sleep(2_000);
  assert.equal(overAt, 1_000);
  clock.stop();
});

Deno.test("what was cancelled does not happen", async () => {
  const clock = new Clock("virtual", start);
  const timer = clock.after(10, () => assert.fail("it was cancelled"));
  timer.cancel();
  await clock.sleep(20);
  clock.stop();
});
