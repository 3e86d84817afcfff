import assert from "node:assert/strict";
import { createCounters } from "./counters.ts";
import { silentLog } from "./log.ts";
import { StallWatch } from "./stall_watch.ts";
import {
  BeatWatch,
  describeStall,
  SharedState,
  slotBytes,
  slotCount,
  type Suspects,
} from "./stall_worker.ts";

/** Puts a text into a slot, as number `entry`. */
function fill(state: SharedState, slot: number, entry: number, text: string): void {
  state.write(slot, text);
  state.slots[slot] = entry;
}

Deno.test("suspects() tells who was woken last from who has given way since", () => {
  const state = new SharedState();
  const other = new SharedState(state.buffer);
  assert.deepEqual(other.suspects(), { woken: [], waiting: [] });
  fill(state, 3, 7, "seven");
  fill(state, 1, 9, "nine");
  fill(state, 2, 8, "eight");
  fill(state, 4, 6, "six");
  state.mark[0] = 7;
  assert.deepEqual(other.suspects(), { woken: ["eight", "nine"], waiting: ["seven", "six"] });
  state.slots[2] = 0;
  state.mark[0] = 9;
  assert.deepEqual(other.suspects(), { woken: [], waiting: ["nine", "seven", "six"] });
  state.frame[0] = 4;
  assert.deepEqual(other.suspects(), { running: "seven", woken: [], waiting: [] });
});

Deno.test("a text that is too long for its slot is cut, and the next slot is not touched", () => {
  const state = new SharedState();
  fill(state, slotCount - 2, 1, "ž".repeat(slotBytes));
  fill(state, slotCount - 1, 2, "last");
  assert.deepEqual(state.suspects().woken, ["ž".repeat(slotBytes / 2), "last"]);
});

Deno.test("what is noted of a stall is there until the event loop runs again", () => {
  const state = new SharedState();
  const beats = new BeatWatch(state, 1_000, 0, () => {});
  const noteAt = (now: number) => {
    beats.look(now);
    return state.note;
  };
  assert.equal(noteAt(400), "");
  fill(state, 0, 1, "script a");
  assert.equal(
    noteAt(600),
    "most likely script a",
    "before it is told, for a stall that ends just then",
  );
  state.slots[0] = 0;
  assert.equal(
    noteAt(900),
    "most likely script a",
    "the script goes on, and the next beat is to come",
  );
  assert.equal(noteAt(1_000), "most likely no code of a call");
  state.beat[0]!++;
  assert.equal(noteAt(1_200), "");
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

Deno.test("describeStall() says no more than is known", () => {
  const stall = (suspects: Partial<Suspects>) =>
    describeStall(5_040, { woken: [], waiting: [], ...suspects });
  const start = "Nothing else has run for 5.0 s, no call is served: what runs is";
  assert.deepEqual(stall({ running: "a" }), [`${start} a`, []]);
  assert.deepEqual(stall({ woken: ["a"], waiting: ["b"] }), [`${start} most likely a`, ["b"]]);
  assert.deepEqual(stall({ woken: ["a", "b"] }), [`${start} most likely one of 2: a; b`, []]);
  assert.deepEqual(stall({ waiting: ["a"] }), [
    `${start} no code of a call, or a, which waited for something else than Asterisk`,
    [],
  ]);
  assert.deepEqual(stall({ waiting: [..."abcdef"] }), [
    `${start} no code of a call, or that of one which waited for something else than Asterisk, ` +
    "one of 6: a; b; c; d; e; ...",
    [],
  ]);
  assert.deepEqual(stall({}), [`${start} most likely no code of a call`, []]);
  assert.equal(stall({ woken: ["a"], waiting: [..."bcdefgh"] })[1].length, 5);
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
  assert.match(
    await told.promise,
    /^Calls are served again: for 0\.\d s nothing else ran/,
  );
  assert.ok(counters.stalls >= 1);
});

/** A watch that takes notes, and the next turn of the event loop. */
function openWatch(): StallWatch {
  return new StallWatch({ stallTime: 40, ident: "x", format: "text", file: undefined }, silentLog);
}
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

Deno.test("a call is named though as many as there are slots wait for something else", () => {
  using watch = openWatch();
  const enter = (name: string) => watch.enter({ describe: () => name });
  for (let index = 0; index < slotCount; index++) enter(`waits for a database ${index}`);
  enter("loops");
  const { woken } = watch.suspects;
  assert.equal(woken.at(-1), "loops");
  assert.equal(woken[0], "waits for a database 1", "the oldest has given way");
  assert.equal(woken.length, slotCount);
});

Deno.test("a timer of a call that has ended is not named when other code loops behind it", async () => {
  using watch = openWatch();
  const call = { describe: () => "ended" };
  watch.enter(call);
  watch.forget(call);
  watch.visit(call, () => assert.equal(watch.suspects.running, "ended"));
  assert.deepEqual(watch.suspects.woken, ["ended"], "what the timer has woken runs now");
  await nextTurn();
  assert.deepEqual(watch.suspects, { woken: [], waiting: [] });
});

Deno.test("a timer of a call that waits for Asterisk is not named when other code loops behind it", async () => {
  using watch = openWatch();
  const call = { describe: () => "plays" };
  watch.enter(call);
  watch.leave(call);
  watch.visit(call, () => {});
  watch.visit(call, () => {});
  await nextTurn();
  assert.deepEqual(watch.suspects, { woken: [], waiting: [] });
  watch.visit(call, () => {});
  watch.leave(call);
  watch.enter(call);
  await nextTurn();
  assert.deepEqual(watch.suspects.waiting, ["plays"], "it has its reply, and no command since");
});

Deno.test("a call that has waited for something else than Asterisk is named as no more than possible", async () => {
  using watch = openWatch();
  const asks = { describe: () => "asks a database" };
  watch.enter(asks);
  watch.visit({ describe: () => "rings" }, () => {});
  await nextTurn();
  assert.deepEqual(watch.suspects, { woken: [], waiting: ["asks a database"] });
  watch.visit(asks, () => {});
  await nextTurn();
  assert.deepEqual(watch.suspects.waiting, ["asks a database"], "it waits on");
});

Deno.test("who got a reply behind others that have gone on is named alone", () => {
  using watch = openWatch();
  const [asks, sends, loops] = ["asks", "sends", "loops"].map((name) => ({ describe: () => name }));
  watch.enter(asks!);
  watch.enter(sends!);
  assert.deepEqual(watch.suspects.woken, ["asks", "sends"]);
  watch.leave(sends!);
  watch.enter(loops!);
  assert.deepEqual(watch.suspects, { woken: ["loops"], waiting: ["asks"] });
});

Deno.test("visits may lie within each other, and throw", () => {
  using watch = openWatch();
  const [outer, inner] = ["outer", "inner"].map((name) => ({ describe: () => name }));
  watch.visit(outer!, () => {
    assert.throws(() =>
      watch.visit(inner!, () => {
        assert.equal(watch.suspects.running, "inner");
        throw new Error("boom");
      })
    );
    assert.equal(watch.suspects.running, "outer");
  });
  assert.equal(watch.suspects.running, undefined);
});

Deno.test("a listener is named while it runs, and nobody behind it", () => {
  using watch = openWatch();
  const listener = { describe: () => "a listener", slot: 0 };
  const event = {};
  const result = watch.call(listener, (given) => {
    assert.equal(given, event);
    assert.equal(watch.suspects.running, "a listener");
    return "result";
  }, event);
  assert.equal(result, "result");
  assert.deepEqual(watch.suspects, { woken: [], waiting: [] });
  assert.throws(() => watch.call(listener, () => assert.fail("boom"), event), /boom/);
  assert.deepEqual(watch.suspects, { woken: [], waiting: [] });
  watch.forget(listener);
});
