import assert from "node:assert/strict";
import { judge, limits } from "./guard.ts";

Deno.test("judge() takes a median above the limit for noise within what it may be", () => {
  const cases: [ratios: number[], limit: number, tooMuch: boolean][] = [
    [[1.4, 1.5, 1.6], 1.5, false],
    [[1.64, 1.64, 1.64], 1.5, false],
    [[1.66, 1.66, 1.66], 1.5, true],
    // The median is far above, and so is every other round: it is no noise.
    [[2.9, 3.0, 3.1], 1.5, true],
    // One round was disturbed.
    [[1.5, 1.5, 9], 1.5, false],
    // Half of them were: nobody can tell.
    [[1.2, 1.4, 2.0, 2.6], 1.5, false],
  ];
  for (const [ratios, limit, tooMuch] of cases) {
    assert.equal(judge(ratios, { limit, noise: 0.1 }).tooMuch, tooMuch, ratios.join(", "));
  }
});

Deno.test("judge() gives the median, and its distance to the middle half of the rounds", () => {
  const { ratio, spread } = judge([1, 1.1, 1.2, 1.3, 5], { limit: 2, noise: 0 });
  assert.ok(Math.abs(ratio - 1.2) < 1e-9 && Math.abs(spread - 0.1) < 1e-9);
});

Deno.test("a slowdown by half is too much for every work, however the rounds differ by a tenth", () => {
  for (const limit of limits) {
    const slow = [0.95, 1, 1.05].map((noise) => limit.limit * 1.5 * noise);
    assert.ok(judge(slow, limit).tooMuch, limit.key);
  }
});
