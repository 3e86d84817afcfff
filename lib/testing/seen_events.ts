/**
 * The events of a simulated Asterisk, as a test looks at them.
 *
 * @module
 */

import type { ManagerEvent } from "./ami/manager_event.ts";
import type { PbxEvents } from "./ami/pbx_events.ts";
import type { SeenEvent } from "./options.ts";
import type { PbxEvent } from "./pbx/event.ts";
import type { Waits } from "./waits.ts";

/** Something that happened in the model, or an event that AMI makes itself. */
export type Happening = PbxEvent | ManagerEvent;

/** Most events that are kept. */
const mostEvents = 20_000;

/** What has happened, as AMI tells it. Translated when it is asked for: most events never are. */
export class SeenEvents {
  readonly #kept: Happening[] = [];
  readonly #listeners = new Set<(event: Happening) => void>();
  readonly #translator: PbxEvents;
  readonly #waits: Waits;
  readonly #keeps: boolean;

  /** Keeps none where `keeps` is false; those that are waited for come all the same. */
  constructor(translator: PbxEvents, waits: Waits, keeps = true) {
    this.#translator = translator;
    this.#waits = waits;
    this.#keeps = keeps;
  }

  /** Keeps what happened, and tells those who wait for it. */
  add(event: Happening): void {
    if (this.#keeps) {
      this.#kept.push(event);
      if (this.#kept.length > mostEvents) this.#kept.splice(0, mostEvents / 2);
    }
    for (const listener of this.#listeners) listener(event);
  }

  /** The last 20,000. */
  list(): SeenEvent[] {
    return this.#kept.map((event) => this.#translate(event));
  }

  /** Waits for an event with these fields, one that has come already counted. */
  wait(name: string, fields: Readonly<Record<string, string>>): Promise<SeenEvent> {
    const fits = (event: Happening): SeenEvent | undefined => {
      if (event.name !== name) return undefined;
      const seen = this.#translate(event);
      return Object.entries(fields).every(([key, value]) => seen[key] === value) ? seen : undefined;
    };
    for (const event of this.#kept) {
      const seen = fits(event);
      if (seen) return Promise.resolve(seen);
    }
    const { promise, resolve } = Promise.withResolvers<SeenEvent>();
    const listener = (event: Happening) => {
      const seen = fits(event);
      if (seen) resolve(seen);
    };
    this.#listeners.add(listener);
    const explain = (why: string) =>
      new Error(`Expected the event ${name} ${JSON.stringify(fields)}, but ${why}`);
    return this.#waits.until(promise, 3_600_000, explain)
      .finally(() => this.#listeners.delete(listener));
  }

  #translate(event: Happening): SeenEvent {
    const { name, headers } = "parts" in event ? this.#translator.translate(event) : event;
    const seen: Record<string, string> = { Event: name };
    for (const [key = "", value] of headers) seen[key] ??= String(value);
    return seen as SeenEvent;
  }
}
