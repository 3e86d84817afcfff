/**
 * The nearest known word, for error messages that ask "did you mean".
 *
 * @module
 */

/**
 * Finds the known word that is nearest to a given one, if any is near enough to be meant.
 *
 * One change in three letters is near: a letter too many, too few or wrong, or two that changed
 * places; upper and lower case are the same.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(findNearest("lisen", ["listen", "level"]), "listen");
 * assert.equal(findNearest("port", ["listen", "level"]), undefined);
 * ```
 */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** Distance of two words, one row of the table at a time; two letters that changed places are one. */
function editDistance(from: string, to: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      const swapped = isSwapped ? twoAbove[column - 2]! + 1 : Infinity;
      current.push(Math.min(replaced, swapped, above[column]! + 1, current[column - 1]! + 1));
    }
    [twoAbove, above] = [above, current];
  }
  return above[to.length]!;
}
