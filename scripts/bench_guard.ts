/**
 * Fails when Lunopark has become slower against a floor on Deno: `deno task bench:guard`.
 *
 * Both do the same work in turn, round after round, for less than three minutes; what counts is the
 * ratio of their CPU times in one round, since the machine is another one each time. What is above
 * its limit is measured once more, and fails if it is above again.
 *
 * @module
 */
import { amiWorkloads } from "./bench/ami.ts";
import { fastAgiWorkloads } from "./bench/fastagi.ts";
import { judge, type Limit, limits, type Verdict } from "./bench/guard.ts";
import { build } from "./bench/processes.ts";
import { ours } from "./bench/workload.ts";

/** When the first measurement is over, and the second one, in milliseconds: no round ends later. */
const enough = [100_000, 165_000] as const;
/**
 * How much of the usual work is done, so that there are several rounds on a slow machine. With fewer calls
 * the compiler has not done its work: by a quarter of them the ratio was 1.5 where it was 1.3 by half.
 */
const scale = { calls: 0.5, events: 0.4 };

await build();
const workloads = [
  ...fastAgiWorkloads(new Set(), scale.calls),
  ...amiWorkloads(new Set(), scale.events),
];
const begun = performance.now();
/** The longest that both have taken for one work. */
let longest = 0;

const first = await measureAll(limits, enough[0]);
print(first);
const suspects = limits.filter(({ key }) => first.get(key)!.tooMuch);
if (suspects.length > 0) {
  console.log(`Once more: ${suspects.map(({ key }) => key).join(", ")}`);
  const second = await measureAll(suspects, enough[1]);
  print(second);
  if ([...second.values()].some(({ tooMuch }) => tooMuch)) Deno.exit(1);
}

/** Measures in turn until the time is over, each work once at least. */
async function measureAll(
  works: readonly Limit[],
  end: number,
): Promise<ReadonlyMap<string, Verdict>> {
  const ratios = new Map<string, number[]>(works.map(({ key }) => [key, []]));
  const elapsed = () => performance.now() - begun;
  rounds: for (let round = 0;; round++) {
    for (const { key, floor } of works) {
      const start = elapsed();
      if (round > 0 && start + longest > end) break rounds;
      // Who is first changes: a neighbour that comes or goes in between favours each as often.
      const names = round % 2 === 0 ? [floor, ours] : [ours, floor];
      const figures: Record<string, number> = {};
      for (const name of names) figures[name] = await measure(key, name);
      ratios.get(key)!.push(figures[ours]! / figures[floor]!);
      longest = Math.max(longest, elapsed() - start);
    }
  }
  for (const [key, all] of ratios) {
    console.log(`${key}: ${all.map((one) => one.toFixed(2)).join(" ")}`);
  }
  return new Map(works.map((work) => [work.key, judge(ratios.get(work.key)!, work)]));
}

function print(verdicts: ReadonlyMap<string, Verdict>): void {
  console.log("work           ratio  spread   limit    goal  of");
  for (const { key, floor, goal, limit } of limits) {
    const verdict = verdicts.get(key);
    if (!verdict) continue;
    const { ratio, spread, tooMuch } = verdict;
    const figures = [ratio, spread, limit, goal].map((figure) => figure.toFixed(2).padStart(8));
    console.log(`${key.padEnd(12)}${figures.join("")}  ${floor}${tooMuch ? ": TOO MUCH" : ""}`);
  }
}

async function measure(key: string, name: string): Promise<number> {
  const workload = workloads.find((one) => one.key === key);
  const contender = workload?.contenders.find((one) => one.name === name);
  if (!contender) throw new TypeError(`No ${name} does ${key}`);
  return (await contender.measure())[0]!;
}
