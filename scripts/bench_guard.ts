/**
 * Fails when Lunopark has become slower against the Deno floor: `deno task bench:guard`.
 *
 * Both do the same work in turn, round after round, for less than three minutes; what counts is the
 * ratio of their CPU times in one round, since the machine is another one each time.
 *
 * @module
 */
import { amiWorkloads } from "./bench/ami.ts";
import { fastAgiWorkloads } from "./bench/fastagi.ts";
import { build } from "./bench/processes.ts";
import { median } from "./bench/results.ts";
import { floorAllHeaders, floorDeno, floorOnDemand, ours } from "./bench/workload.ts";

/** No measurement begins that would not end before, in milliseconds. */
const enough = 165_000;
/** How much of the usual work is done, so that there are several rounds on a slow machine. */
const scale = 0.4;

/**
 * What may be at most. `limit` is the goal where that is reached, else what is reached and a tenth:
 * bench/RESULTS.md tells why. It goes down with what Lunopark costs, and never up.
 */
const limits = [
  { key: "fastagi-50", floor: floorDeno, goal: 1.10, limit: 1.55 },
  { key: "fastagi-1", floor: floorDeno, goal: 1.15, limit: 1.55 },
  { key: "events-all", floor: floorAllHeaders, goal: 0.57, limit: 0.57 },
  { key: "events-one", floor: floorOnDemand, goal: 1.10, limit: 1.25 },
  { key: "actions-100", floor: floorOnDemand, goal: 1.50, limit: 2.80 },
] as const;

await build();
const workloads = [...fastAgiWorkloads(new Set(), scale), ...amiWorkloads(new Set(), scale)];
const ratios = new Map<string, number[]>(limits.map(({ key }) => [key, []]));
const begun = performance.now();
/** The longest that both have taken for one work. */
let longest = 0;
const elapsed = () => performance.now() - begun;
rounds: for (let round = 0;; round++) {
  for (const { key, floor } of limits) {
    const start = elapsed();
    if (start + longest > enough) break rounds;
    // Who is first changes: a neighbour that comes or goes in between favours each as often.
    const names = round % 2 === 0 ? [floor, ours] : [ours, floor];
    const figures: Record<string, number> = {};
    for (const name of names) figures[name] = await measure(key, name);
    ratios.get(key)!.push(figures[ours]! / figures[floor]!);
    longest = Math.max(longest, elapsed() - start);
  }
}

let failed = false;
console.log("work          rounds   ratio  spread   limit    goal  of");
for (const { key, floor, goal, limit } of limits) {
  const all = ratios.get(key)!;
  if (all.length === 0) throw new Error(`This machine is too slow: no time for ${key}`);
  const ratio = median(all);
  // Half of the range in which the middle half of the rounds lies.
  const spread = median(all.map((one) => Math.abs(one - ratio)));
  const tooMuch = ratio > limit + spread;
  failed ||= tooMuch;
  const figures = [ratio, spread, limit, goal].map((figure) => figure.toFixed(2).padStart(8));
  const rounds = String(all.length).padStart(6);
  console.log(
    `${key.padEnd(14)}${rounds}${figures.join("")}  ${floor}${tooMuch ? ": TOO MUCH" : ""}`,
  );
}
Deno.exit(failed ? 1 : 0);

async function measure(key: string, name: string): Promise<number> {
  const workload = workloads.find((one) => one.key === key);
  const contender = workload?.contenders.find((one) => one.name === name);
  if (!contender) throw new TypeError(`No ${name} does ${key}`);
  return (await contender.measure())[0]!;
}
