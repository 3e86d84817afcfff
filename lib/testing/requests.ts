/**
 * All that a handler has asked for in a call, and the place up to which a test has looked at it.
 *
 * @module
 */

import { type Asked, type ExpectedArgument, hasArguments, isNamed } from "./expectation.ts";

/** What a handler asked for, in its order. */
export class Requests {
  /** All of it so far. */
  readonly all: Asked[] = [];
  #cursor = 0;
  #news = Promise.withResolvers<void>();
  #ending: (() => Error) | undefined;

  /** The handler asks for something. */
  add(asked: Asked): void {
    this.all.push(asked);
    this.#tell();
  }

  /** Nothing more comes; who waits for something gets an error. */
  end(ending: () => Error): void {
    this.#ending = ending;
    this.#tell();
  }

  /** Waits for this request, behind the one that was found last. */
  async find(name: string, args: readonly ExpectedArgument[]): Promise<Asked> {
    for (let at = this.#cursor;; at++) {
      while (at >= this.all.length) {
        if (this.#ending) throw this.#ending();
        await this.#news.promise;
      }
      const asked = this.all[at] as Asked;
      if (isNamed(asked, name) && hasArguments(asked, args)) {
        this.#cursor = at + 1;
        return asked;
      }
    }
  }

  /** Those of a name behind the one that was found last. */
  others(name: string): Asked[] {
    return this.all.slice(this.#cursor).filter((asked) => isNamed(asked, name));
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }
}
