/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `n`. */
  int(n: number): number;
  /** One of `items`. */
  pick<T>(items: readonly T[]): T;
}

/**
 * Makes a generator for tests that cut their input at random places. Whoever uses it says the seed
 * when the test fails.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(seededRandom(7).int(1000), seededRandom(7).int(1000));
 * ```
 */
export function seededRandom(seed: number): Random {
  // mulberry32: 32 bits of state, good enough to choose places
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  function int(n: number): number {
    if (!Number.isSafeInteger(n) || n < 1) {
      throw new RangeError(`Cannot choose below ${n}: not a whole number above 0`);
    }
    return Math.floor(next() * n);
  }

  function pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError("Cannot pick: no items");
    return items[int(items.length)] as T;
  }

  return { next, int, pick };
}
