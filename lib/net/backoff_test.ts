import assert from "node:assert/strict";
import { Backoff } from "./backoff.ts";

/** The first pauses, one after another. */
function pauses(backoff: Backoff, count: number): number[] {
  return Array.from({ length: count }, () => backoff.next());
}

Deno.test("next() grows from the first pause to the longest, and stays there", () => {
  const backoff = new Backoff({ first: 100, most: 1_000, random: () => 0 });
  assert.deepEqual(pauses(backoff, 6), [100, 200, 400, 800, 1_000, 1_000]);
});

Deno.test("next() takes another factor", () => {
  const backoff = new Backoff({ first: 10, most: 200, factor: 3, random: () => 0 });
  assert.deepEqual(pauses(backoff, 4), [10, 30, 90, 200]);
});

Deno.test("next() is never longer than the longest, not even at first", () => {
  const backoff = new Backoff({ first: 500, most: 100, random: () => 0 });
  assert.deepEqual(pauses(backoff, 2), [100, 100]);
});

Deno.test("next() shortens each pause by up to a quarter, and the growth not at all", () => {
  const draws = [0, 0.5, 1, 0.999, 0];
  const backoff = new Backoff({ first: 1_000, most: 8_000, random: () => draws.shift()! });
  assert.deepEqual(pauses(backoff, 5), [1_000, 1_750, 3_000, 6_002, 8_000]);
});

Deno.test("next() draws lots by itself", () => {
  const seen = new Set<number>();
  for (let time = 0; time < 100; time++) {
    const pause = new Backoff({ first: 1_000, most: 8_000 }).next();
    assert.ok(pause >= 750 && pause <= 1_000, `${pause}`);
    seen.add(pause);
  }
  assert.ok(seen.size > 1);
});

Deno.test("reset() starts over with the first pause", () => {
  const backoff = new Backoff({ first: 100, most: 1_000, random: () => 0 });
  pauses(backoff, 5);
  backoff.reset();
  assert.deepEqual(pauses(backoff, 2), [100, 200]);
});
