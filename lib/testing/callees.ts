/**
 * Those whom a handler calls, and what a test says about them.
 *
 * @module
 */

import type { DialOutcome, Phone } from "./pbx/phone.ts";

/** How somebody who is called behaves. */
export interface DialedOptions {
  /** How long it rings, in milliseconds; 1,000 unless given. */
  readonly after?: number;
  /** How long he talks who answers, in milliseconds; 10,000 unless given, `Infinity` for ever. */
  readonly talk?: number;
  /** Keys that he presses. */
  readonly digits?: string;
}

/** What becomes of those who are called: said before, said while they ring, or known anyway. */
export class Callees {
  readonly #usual: DialOutcome | undefined;
  readonly #said: Phone[] = [];
  readonly #ringing = new Set<(phone: Phone) => void>();

  /** `usual` is what becomes of them unless something else is said. */
  constructor(usual: DialOutcome | undefined) {
    this.#usual = usual;
  }

  /** Says what becomes of those who ring now, or else of who is called next. */
  say(phone: Phone): void {
    if (this.#ringing.size === 0) this.#said.push(phone);
    for (const ringing of this.#ringing) ringing(phone);
    this.#ringing.clear();
  }

  /** Who is called next; `known` is what he does whoever calls him. */
  next(known: Phone | undefined): Phone {
    const given = this.#said.shift() ?? known ?? (this.#usual && { outcome: this.#usual });
    if (given) return given;
    // It rings until the test says what becomes of it.
    const phone: { -readonly [Key in keyof Phone]: Phone[Key] } = {
      outcome: new Promise<DialOutcome>((resolve) => {
        this.#ringing.add((said) => {
          phone.after = said.after;
          phone.talk = said.talk;
          phone.digits = said.digits;
          resolve(said.outcome);
        });
      }),
    };
    return phone;
  }
}
