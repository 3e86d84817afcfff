import assert from "node:assert/strict";
import { watchSilence } from "./watch_silence.ts";

/** A line that was last heard long ago, and what is done to it, until it is given up. */
async function watch(
  heard: (asked: number) => number,
  silentUntil: (lastHeard: number) => number = (lastHeard) => lastHeard,
): Promise<{ asked: number; silence: number }> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let asked = 0;
  using _watching = watchSilence({ ping: 3, dead: 6 }, {
    lastHeard: () => heard(asked),
    silentUntil,
    ask: () => asked++,
    giveUp: resolve,
  });
  return { silence: await promise, asked };
}

Deno.test("a peer that says nothing is asked thrice and then given up", async () => {
  const { asked, silence } = await watch(() => 1);
  assert.equal(asked, 3);
  assert.ok(silence > 0 && Number.isInteger(silence));
});

Deno.test("a peer that answers is asked again when it is silent again", async () => {
  // It answers the first four times.
  const { asked } = await watch((asked) => 1 + Math.min(asked, 4));
  assert.equal(asked, 4 + 3);
});

Deno.test("a peer that is busy is not asked before its time is over", async () => {
  const begin = performance.now();
  const { asked } = await watch(() => 1, () => begin + 30);
  assert.equal(asked, 3);
  assert.ok(performance.now() >= begin + 30);
});
