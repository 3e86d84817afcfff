/**
 * Names as labels of metrics: few enough, whoever chose them.
 *
 * @module
 */

import { copyText } from "../ami/message.ts";

/** What stands for all names beyond those that are kept. */
export const otherName = "other";

/** Longest name that is kept, in characters. */
const longestName = 80;

/**
 * Keeps the first names that come, in their first spelling: Asterisk does not care about case. Each
 * name is a time series of its own for as long as the process lives; those that are too many are
 * counted together as `other`.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const names = new BoundedNames(2);
 * assert.equal(names.find("Status"), "Status");
 * assert.equal(names.find("status"), "Status");
 * assert.equal(names.find("Ping"), "Ping");
 * assert.equal(names.find("Login"), "other");
 * ```
 */
export class BoundedNames {
  readonly #most: number;
  /** By the name as it was given: most come in one spelling. */
  readonly #known = new Map<string, string>();
  readonly #byFolded = new Map<string, string>();

  /** Keeps so many names at `most`. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The name that stands for this one. */
  find(name: string): string {
    return this.#known.get(name) ?? this.#learn(name);
  }

  #learn(name: string): string {
    const folded = name.toLowerCase();
    let kept = this.#byFolded.get(folded);
    if (kept === undefined) {
      if (this.#byFolded.size >= this.#most || name.length > longestName) return otherName;
      // A slice of a line would keep all of it alive.
      kept = copyText(name);
      this.#byFolded.set(folded, kept);
    }
    // There are many ways to write a name in both cases.
    if (this.#known.size < 2 * this.#most) this.#known.set(copyText(name), kept);
    return kept;
  }
}
