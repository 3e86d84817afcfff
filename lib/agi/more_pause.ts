/**
 * The wait for the rest of what did not fit into a read.
 *
 * @module
 */

/** How long more is waited for, in milliseconds. */
const pause = 20;

/**
 * A pause behind a read that has filled its room. The end of a value with line ends must not be looked
 * for in a part of it that happens to look whole; what Asterisk has written at once is there at once.
 */
export class MorePause {
  readonly #over: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `over` is called when no more has come in a pause. */
  constructor(over: () => void) {
    this.#over = over;
  }

  /** Whether one has begun and is not over. */
  get goesOn(): boolean {
    return this.#timer !== undefined;
  }

  /** Begins; none may be going on. */
  begin(): void {
    // Where other code ran for all of the pause, the rest may be here and not be read: once more then.
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => this.#over(), 1);
    }, pause);
  }

  /** Ends it, because more has come or nothing can. */
  end(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
