import assert from "node:assert/strict";
import { createCounters } from "./counters.ts";
import { silentLog } from "./log.ts";
import { StallWatch } from "./stall_watch.ts";
import { BeatWatch, describeStall, SharedState, slotBytes, slotCount } from "./stall_worker.ts";

/** Puts a text into a slot, as number `entry`. */
function fill(state: SharedState, slot: number, entry: number, text: string): void {
  state.write(slot, text);
  state.slots[slot] = entry;
}

Deno.test("suspects() names what was entered since the last beat, the first one first", () => {
  const state = new SharedState();
  const other = new SharedState(state.buffer);
  assert.deepEqual(other.suspects(), []);
  fill(state, 3, 7, "seven");
  fill(state, 1, 9, "nine");
  fill(state, 2, 8, "eight");
  state.lastEntry[0] = 7;
  assert.deepEqual(other.suspects(), ["eight", "nine"]);
  state.lastEntry[0] = 9;
  assert.deepEqual(other.suspects(), ["seven", "eight", "nine"], "all of them are older");
  state.slots[2] = 0;
  assert.deepEqual(other.suspects(), ["seven", "nine"]);
});

Deno.test("a text that is too long for its slot is cut, and the next slot is not touched", () => {
  const state = new SharedState();
  fill(state, slotCount - 2, 1, "ž".repeat(slotBytes));
  fill(state, slotCount - 1, 2, "last");
  assert.deepEqual(state.suspects(), ["ž".repeat(slotBytes / 2), "last"]);
});

Deno.test("BeatWatch tells of a stall once its time is over, and then ever less often", () => {
  const state = new SharedState();
  const told: number[] = [];
  const beats = new BeatWatch(state, 1_000, 0, (time) => told.push(time));
  for (let now = 200; now <= 20_000; now += 200) {
    if (now <= 600) state.beat[0]!++;
    beats.look(now);
  }
  // The last beat was seen at 600.
  assert.deepEqual(told, [1_000, 4_000, 16_000]);
  state.beat[0]!++;
  for (let now = 20_200; now <= 21_200; now += 200) beats.look(now);
  assert.deepEqual(told.slice(3), [1_000], "a new stall is told of like the first");
});

Deno.test("BeatWatch takes a process that was stopped for no stall", () => {
  const told: number[] = [];
  const beats = new BeatWatch(new SharedState(), 1_000, 0, (time) => told.push(time));
  beats.look(200);
  beats.look(60_000);
  beats.look(60_200);
  assert.deepEqual(told, []);
});

Deno.test("describeStall() names the likeliest, and no more than five others", () => {
  assert.deepEqual(describeStall(5_040, ["a", "b"]), [
    "Nothing else has run for 5.0 s, no call is served: what runs is most likely a",
    ["b"],
  ]);
  assert.equal(describeStall(1, ["a", ..."bcdefgh"])[1].length, 5);
  assert.match(describeStall(1, [])[0], /what runs is no code of a call$/);
});

Deno.test("StallWatch counts a stall, and lets more calls run than it has slots for", async () => {
  const counters = createCounters();
  const told = Promise.withResolvers<string>();
  const log = { ...silentLog, warn: told.resolve };
  const orders = { stallTime: 40, ident: "x", format: "text", file: undefined } as const;
  using watch = new StallWatch(orders, log, counters);
  const runners = Array.from({ length: slotCount + 5 }, (_, index) => ({
    describe: () => `runner ${index}`,
  }));
  for (const runner of runners) watch.enter(runner);
  for (const runner of runners) watch.leave(runner);
  watch.leave(runners[0]!);
  watch.start();
  const end = performance.now() + 100;
  while (performance.now() < end);
  assert.match(await told.promise, /^Calls are served again: for 0\.\d s nothing else ran$/);
  assert.ok(counters.stalls >= 1);
});

Deno.test("a call is named though as many as there are slots wait for something else", () => {
  const orders = { stallTime: 40, ident: "x", format: "text", file: undefined } as const;
  using watch = new StallWatch(orders, silentLog);
  const enter = (name: string) => watch.enter({ describe: () => name });
  for (let index = 0; index < slotCount; index++) enter(`waits for a database ${index}`);
  enter("loops");
  assert.equal(watch.suspects.at(-1), "loops");
  assert.equal(watch.suspects[0], "waits for a database 1", "the oldest has given way");
  assert.equal(watch.suspects.length, slotCount);
});
