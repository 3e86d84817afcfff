/**
 * What went wrong of late, and what was reloaded: the last ones of each kind.
 *
 * @module
 */

import { cleanStack, type LogRecord } from "../log.ts";
import { maskText } from "./mask.ts";
import type { Reload, Trouble } from "./wire.ts";

/** How many are kept of warnings, of errors, and of reloads. */
const kept = 100;

/** Longest message and stack that are kept. */
const longestMessage = 1_000;
const longestStack = 8_000;

/** The last warnings, errors and reloads. */
export class Recent {
  readonly #showsDigits: boolean;
  readonly #troubles: Record<"warn" | "error", Trouble[]> = { warn: [], error: [] };
  readonly #reloads: Reload[] = [];
  #count = 0;

  /** `showsDigits` keeps messages as they are. */
  constructor(showsDigits: boolean) {
    this.#showsDigits = showsDigits;
  }

  /** Number of the next one. */
  get next(): number {
    return this.#count;
  }

  /** Warnings and errors from a number on, the oldest first. */
  troubles(from = 0): Trouble[] {
    const { warn, error } = this.#troubles;
    return [...warn, ...error].filter(({ n }) => n >= from).sort((a, b) => a.n - b.n);
  }

  /** Reloads from a number on, the oldest first. */
  reloads(from = 0): Reload[] {
    return this.#reloads.filter(({ n }) => n >= from);
  }

  /** Keeps a record of the log, if it is about trouble. */
  take({ time, level, category, message, facts }: Omit<LogRecord, "ident">): void {
    if (level !== "warn" && level !== "error") return;
    const { error, script, channel, uniqueid } = facts;
    // Handlers can put anything into what they say and throw; what the house says of itself has no
    // caller's digits, but addresses.
    const isOwn = uniqueid === undefined && error === undefined && ownCategories.has(category);
    const show = (text: string) => isOwn || this.#showsDigits ? text : maskText(text);
    const reason = error instanceof Error ? `: ${error.message || error.name}` : "";
    keep(this.#troubles[level], {
      n: this.#count++,
      time,
      level,
      category,
      message: show(message + reason).slice(0, longestMessage),
      ...typeof script === "string" && { script },
      ...typeof channel === "string" && { channel },
      ...error !== undefined && { stack: show(cleanStack(error)).slice(0, longestStack) },
    });
  }

  /** Keeps what became of a reload. */
  reloaded(time: number, result: Reload["result"], generation: number): void {
    keep(this.#reloads, { n: this.#count++, time, result, generation });
  }
}

const ownCategories = new Set(["", "agi", "ami", "log", "status"]);

function keep<Of>(list: Of[], one: Of): void {
  list.push(one);
  if (list.length > kept) list.shift();
}
