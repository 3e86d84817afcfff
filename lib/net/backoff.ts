/**
 * How long to wait before the next attempt to connect.
 *
 * @module
 */

/** Bounds of the pauses, in milliseconds. */
export interface BackoffOptions {
  /** First pause. */
  readonly first: number;
  /** Longest pause. */
  readonly most: number;
  /** Each pause is so many times the one before; 2 unless given. */
  readonly factor?: number;
  /** Source of chance, from 0 to 1; `Math.random` unless given. */
  readonly random?: () => number;
}

/**
 * Pauses that grow from `first` to `most`, each shortened by up to a quarter at random, so that the
 * many clients of a server that restarts do not all come back in the same moment.
 */
export class Backoff {
  readonly #options: BackoffOptions;
  #pause: number;

  /** Begins with the first pause. */
  constructor(options: BackoffOptions) {
    this.#options = options;
    this.#pause = options.first;
  }

  /** The next pause in milliseconds; the one after it is longer. */
  next(): number {
    const { most, factor = 2, random = Math.random } = this.#options;
    const pause = Math.min(this.#pause, most);
    this.#pause = Math.min(pause * factor, most);
    return Math.round(pause * (1 - random() / 4));
  }

  /** Starts over with the first pause, after a success. */
  reset(): void {
    this.#pause = this.#options.first;
  }
}
