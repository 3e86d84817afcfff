/**
 * A queue whose items have numbers.
 *
 * @module
 */

/**
 * Items in the order in which they came, each with its number, which is one more than that of the
 * item before it.
 *
 * They stand in a ring that is used again and again. A `Map` by number would leave its tables behind
 * as it goes on; an old one, which only a full collection removes, keeps the next one alive, and so
 * all that was ever in them: with 100 in flight, that was a third of what an action cost.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const queue = new NumberedQueue<string>();
 * assert.equal(queue.push("first"), 1);
 * assert.equal(queue.push("second"), 2);
 * assert.equal(queue.shift(), "first");
 * assert.equal(queue.get(1), undefined);
 * assert.equal(queue.get(2), "second");
 * ```
 */
export class NumberedQueue<Item> implements Iterable<Item> {
  /** Its length is a power of two: the place of a number are its last bits. */
  #ring: (Item | undefined)[] = new Array(16).fill(undefined);
  #first = 1;
  #next = 1;

  /** How many items there are. */
  get size(): number {
    return this.#next - this.#first;
  }

  /** Number of the oldest item, or of the next one when there is none. */
  get first(): number {
    return this.#first;
  }

  /** Number of the next item that is added. */
  get next(): number {
    return this.#next;
  }

  /** The item of that number; `undefined` when there is none, whatever the number. */
  get(number: number): Item | undefined {
    if (!(number >= this.#first && number < this.#next)) return undefined;
    return this.#ring[number & (this.#ring.length - 1)];
  }

  /** Adds an item behind all others, and gives back its number; the first of all has 1. */
  push(item: Item): number {
    if (this.size === this.#ring.length) this.#grow();
    const number = this.#next++;
    this.#ring[number & (this.#ring.length - 1)] = item;
    return number;
  }

  /** Takes the oldest item away; `undefined` when there is none. */
  shift(): Item | undefined {
    const item = this.get(this.#first);
    if (this.size === 0) return undefined;
    // What has gone is not kept alive by its place.
    this.#ring[this.#first++ & (this.#ring.length - 1)] = undefined;
    return item;
  }

  /** The items, the oldest first. None may come or go meanwhile. */
  *[Symbol.iterator](): IterableIterator<Item> {
    for (let number = this.#first; number < this.#next; number++) {
      yield this.get(number) as Item;
    }
  }

  #grow(): void {
    const ring = new Array(this.#ring.length * 2).fill(undefined);
    for (let number = this.#first; number < this.#next; number++) {
      ring[number & (ring.length - 1)] = this.get(number);
    }
    this.#ring = ring;
  }
}
