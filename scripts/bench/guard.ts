/**
 * When a ratio is too much: limits, medians, spread.
 *
 * @module
 */
import { median } from "./results.ts";
import { floorAllHeaders, floorDeno, floorOnDemand } from "./workload.ts";

/** What Lunopark may cost at most, as a ratio to a floor. */
export interface Limit {
  /** Name of the work. */
  readonly key: string;
  readonly floor: string;
  /** Where the ratio is to go. */
  readonly goal: number;
  /** Where it was last, rounded up. It goes down with what Lunopark costs; up only with a better floor. */
  readonly limit: number;
  /**
   * What neighbours on all cores add, as a part of the limit. A process that sleeps between commands
   * feels them most: with `fastagi-1` the same code has come to 1.2 on a quiet machine, and 1.5 there.
   */
  readonly noise: number;
}

/** The limits; bench/RESULTS.md tells how far they are from the goals. */
export const limits: readonly Limit[] = [
  { key: "fastagi-50", floor: floorDeno, goal: 1.10, limit: 1.45, noise: 0.3 },
  { key: "fastagi-1", floor: floorDeno, goal: 1.15, limit: 1.26, noise: 0.3 },
  { key: "events-all", floor: floorAllHeaders, goal: 0.57, limit: 0.57, noise: 0.3 },
  { key: "events-one", floor: floorOnDemand, goal: 1.10, limit: 1.00, noise: 0.3 },
  { key: "actions-100", floor: floorOnDemand, goal: 1.50, limit: 3.00, noise: 0.2 },
];

/** What was measured of one work, in any number of rounds. */
export interface Verdict {
  /** The median. */
  readonly ratio: number;
  /** Half of the range in which the middle half of the rounds lies. */
  readonly spread: number;
  /** Whether the median is above the limit by more than noise and spread. */
  readonly tooMuch: boolean;
}

/** Judges the ratios of some rounds; a median that is above the limit within its spread is noise. */
export function judge(
  ratios: readonly number[],
  { limit, noise }: Pick<Limit, "limit" | "noise">,
): Verdict {
  const ratio = median(ratios);
  const spread = median(ratios.map((one) => Math.abs(one - ratio)));
  return { ratio, spread, tooMuch: ratio > limit * (1 + noise) + spread };
}
