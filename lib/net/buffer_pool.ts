/**
 * Buffers to read into, for connections that come and go.
 *
 * @module
 */

/** How the buffers of a pool are. */
export interface BufferPoolOptions {
  /** Length of each, in bytes. */
  readonly size: number;
  /** Most that are kept while nobody needs them. */
  readonly mostFree: number;
  /**
   * How many are cut from one larger array, as long as it lasts; 1 for arrays of their own. An array
   * has 250 bytes beside its content, which is much for a small buffer.
   */
  readonly perSlab?: number;
}

/** Buffers of one length, used again: 1 µs less a call than new ones, and less to collect. */
export class BufferPool {
  /** Length of each buffer, in bytes. */
  readonly size: number;
  readonly #mostFree: number;
  readonly #slabSize: number;
  readonly #free: Uint8Array[] = [];
  /** What new buffers are cut from. */
  #slab = new Uint8Array(0);
  #cut = 0;

  /** Begins empty. */
  constructor({ size, mostFree, perSlab = 1 }: BufferPoolOptions) {
    this.size = size;
    this.#mostFree = mostFree;
    this.#slabSize = size * perSlab;
  }

  /** Gives a buffer, in which anything may be. */
  take(): Uint8Array {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#slabSize === this.size) return new Uint8Array(this.size);
    if (this.#cut === this.#slab.length) {
      this.#slab = new Uint8Array(this.#slabSize);
      this.#cut = 0;
    }
    return this.#slab.subarray(this.#cut, this.#cut += this.size);
  }

  /** Takes a buffer back that nobody reads into any more. One of another length is not kept. */
  release(buffer: Uint8Array): void {
    if (buffer.length === this.size && this.#free.length < this.#mostFree) this.#free.push(buffer);
  }
}
