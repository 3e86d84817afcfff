import assert from "node:assert/strict";
import { formatTable, median, Results } from "./results.ts";
import { floorDeno, ours, type Workload } from "./workload.ts";

const nothing = () => Promise.resolve([]);

Deno.test("median() is the middle of the figures, whatever their order", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([7]), 7);
});

Deno.test("Lunopark is held against a floor, by the medians of all rounds", () => {
  const work: Workload = {
    key: "w",
    title: "Work",
    metrics: [{ name: "CPU", digits: 1, goal: { of: floorDeno, ratio: 1.5 } }],
    contenders: [floorDeno, ours].map((name) => ({ name, measure: nothing })),
  };
  const results = new Results();
  for (const figure of [10, 30, 20]) results.add(work, floorDeno, [figure]);
  for (const figure of [29, 31, 90]) results.add(work, ours, [figure]);
  const [floor, lunopark] = results.rows([work]);
  assert.equal(floor?.goal, undefined);
  assert.equal(lunopark?.value, 31);
  assert.equal(lunopark?.reached, false);
  assert.match(formatTable([floor!, lunopark!]), /31\.0 \| 29\.0 to 90\.0 .*≤ 1\.50 × .*: missed/);
});

Deno.test("Lunopark with neighbours is held against Lunopark without", () => {
  const idle = `${ours}, idle`;
  const work: Workload = {
    key: "w",
    title: "Work",
    metrics: [{ name: "p99", digits: 0, goal: { of: idle, ratio: 3 } }],
    contenders: [idle, `${ours}, events`, `${ours}, reloads`].map((name) => ({
      name,
      measure: nothing,
    })),
  };
  const results = new Results();
  results.add(work, idle, [100]);
  results.add(work, `${ours}, events`, [299]);
  results.add(work, `${ours}, reloads`, [301]);
  const rows = results.rows([work]);
  assert.deepEqual(rows.map(({ reached }) => reached), [undefined, true, false]);
});

Deno.test("a figure that a contender has not makes no row", () => {
  const work: Workload = {
    key: "w",
    title: "Work",
    metrics: [{ name: "a", digits: 0 }, { name: "b", digits: 0 }],
    contenders: [{ name: ours, measure: nothing }],
  };
  const results = new Results();
  results.add(work, ours, [1, NaN]);
  assert.deepEqual(results.rows([work]).map(({ metric }) => metric), ["a"]);
});
