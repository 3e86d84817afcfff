/**
 * What a benchmark is: work, who does it, and the figures that come of it.
 *
 * @module
 */

/** A figure of a workload; less is better unless it says otherwise. */
export interface Metric {
  /** What is measured: `CPU, µs per call`. */
  readonly name: string;
  /** Digits behind the point. */
  readonly digits: number;
  /** It counts what is done, not what that costs. */
  readonly moreIsBetter?: boolean;
  /** What Lunopark's figure is held against: the name of a contender and the ratio to it. */
  readonly goal?: { readonly of: string; readonly ratio: number };
  /** What Lunopark's figure may be at most. */
  readonly most?: number;
}

/** One who does the work. */
export interface Contender {
  readonly name: string;
  /** Does it once, and gives the figures in the order of the metrics. */
  measure(): Promise<readonly number[]>;
}

/** Work that several do. */
export interface Workload {
  /** Its name on the command line: `fastagi-50`. */
  readonly key: string;
  /** In words: `FastAGI, 50 calls at a time`. */
  readonly title: string;
  /** What to know of its figures. */
  readonly note?: string;
  readonly metrics: readonly Metric[];
  readonly contenders: readonly Contender[];
}

/** Names of contenders that others are held against. */
export const floorC = "floor: C";
export const floorDeno = "floor: Deno";
export const floorDenoStatus = "floor: Deno, with status";
export const floorAllHeaders = "floor: Deno, all headers";
export const floorOnDemand = "floor: Deno, on demand";
export const ours = "Lunopark";
