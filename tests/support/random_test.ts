import assert from "node:assert/strict";
import { seededRandom } from "./random.ts";

Deno.test("seededRandom() repeats itself for the same seed only", () => {
  const [first, again, other] = [1, 1, 2].map((seed) => {
    const random = seededRandom(seed);
    return Array.from({ length: 10 }, () => random.next());
  });
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
});

Deno.test("seededRandom() reaches every number of its range and none outside", () => {
  const random = seededRandom(3);
  const seen = new Set(Array.from({ length: 1000 }, () => random.int(6)));
  assert.deepEqual([...seen].sort(), [0, 1, 2, 3, 4, 5]);
  assert.ok(["a", "b"].includes(random.pick(["a", "b"])));
});

Deno.test("seededRandom() refuses to choose from nothing", () => {
  assert.throws(() => seededRandom(1).int(0), RangeError);
  assert.throws(() => seededRandom(1).pick([]), RangeError);
});
