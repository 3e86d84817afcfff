import assert from "node:assert/strict";
import { watchSilence } from "./watch_silence.ts";

/** How a line behaves. */
interface Line {
  heard?: (asked: number) => number;
  busyUntil?: (lastHeard: number) => number;
  isReachable?: (asked: number) => boolean;
}

/** A line that was last heard long ago, and what is done to it, until it is given up. */
async function watch(
  { heard = () => 1, busyUntil = (lastHeard) => lastHeard, isReachable = () => true }: Line,
): Promise<{ asked: number; looked: number; silence: number }> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let asked = 0;
  let looked = 0;
  using _watching = watchSilence({ ping: 3, dead: 6 }, {
    lastHeard: () => heard(asked),
    busyUntil,
    ask: () => asked++,
    isReachable: () => {
      looked++;
      return Promise.resolve(isReachable(looked));
    },
    giveUp: resolve,
  });
  return { silence: await promise, asked, looked };
}

Deno.test("a peer that says nothing is asked thrice and then given up", async () => {
  const { asked, silence } = await watch({});
  assert.equal(asked, 3);
  assert.ok(silence > 0 && Number.isInteger(silence));
});

Deno.test("a peer that answers is asked again when it is silent again", async () => {
  // It answers the first four times.
  const { asked } = await watch({ heard: (asked) => 1 + Math.min(asked, 4) });
  assert.equal(asked, 4 + 3);
});

Deno.test("a peer that is busy is not given up before its time is over", async () => {
  const begin = performance.now();
  const { looked } = await watch({ busyUntil: () => begin + 50 });
  assert.ok(performance.now() >= begin + 50);
  assert.ok(looked >= 1);
});

Deno.test("a peer that is busy is given up when its machine cannot be reached", async () => {
  const { asked, looked } = await watch({
    busyUntil: () => Infinity,
    isReachable: (looked) => looked < 3,
  });
  assert.equal(looked, 3);
  // Thrice before it would be dead, and once with each look.
  assert.equal(asked, 3 + 3);
});

Deno.test("a peer that is heard while it is looked for is not given up", async () => {
  let heard = 1;
  let looked = 0;
  let given = false;
  using _watching = watchSilence({ ping: 3, dead: 6 }, {
    lastHeard: () => heard,
    busyUntil: () => Infinity,
    ask: () => {},
    isReachable: () => {
      looked++;
      heard++;
      return Promise.resolve(false);
    },
    giveUp: () => given = true,
  });
  while (looked < 3) await new Promise((resolve) => setTimeout(resolve, 1));
  assert.equal(given, false);
});

Deno.test("whoever ends the watch ends the look that is under way, of which there is one", async () => {
  const signals: AbortSignal[] = [];
  let asked = 0;
  const watching = watchSilence({ ping: 3, dead: 6 }, {
    lastHeard: () => 1,
    busyUntil: () => Infinity,
    ask: () => asked++,
    isReachable: (signal) => {
      signals.push(signal);
      return new Promise(() => {});
    },
    giveUp: () => assert.fail("given up"),
  });
  while (asked < 8) await new Promise((resolve) => setTimeout(resolve, 1));
  assert.equal(signals.length, 1);
  watching[Symbol.dispose]();
  assert.equal(signals[0]?.aborted, true);
});
