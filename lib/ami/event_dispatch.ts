/**
 * How events reach those who listen to them.
 *
 * @module
 */

import type { Log } from "../log.ts";
import { AmiEvent } from "./event.ts";
import { type EventListener, EventListeners } from "./event_listeners.ts";

/** Hands events out to all sets of listeners. */
export class EventDispatch {
  readonly #log: Log;
  /** Listeners of the house: they take no event from `default`. */
  readonly watchers: EventListeners = new EventListeners();
  /** The sets of listeners in force. */
  sets: readonly EventListeners[] = [];
  /** Messages of AMI events received so far. */
  count = 0;

  /** Says in `log` which listener has failed. */
  constructor(log: Log) {
    this.#log = log;
  }

  /** Hands out an event that came. */
  receive(name: string, message: string): void {
    // Our own events do not come from Asterisk; a value with line ends can pretend so.
    if (name.charCodeAt(3) === 0x3a && /^ami:/i.test(name)) return;
    this.count++;
    // Most events have no listener: they are never parsed.
    let event: AmiEvent | undefined;
    const watchers = this.watchers.find(name);
    if (watchers.length > 0) this.#give(event = new AmiEvent(message), watchers);
    // A listener may put other sets in force, which begin with the next event.
    const { sets } = this;
    let taken = false;
    for (const set of sets) {
      const own = set.find(name);
      const all = set.find("*");
      if (own.length === 0 && all.length === 0) continue;
      event ??= new AmiEvent(message);
      this.#give(event, own);
      this.#give(event, all);
      taken ||= own.length > 0;
    }
    if (taken) return;
    for (const set of sets) {
      const rest = set.find("default");
      if (rest.length > 0) this.#give(event ??= new AmiEvent(message), rest);
    }
  }

  /** Hands out an event of our own. */
  tell(event: AmiEvent): void {
    this.#give(event, this.watchers.find(event.Event));
    for (const set of this.sets) this.tellSet(event, set);
  }

  /** Hands out an event of our own to one set of listeners. */
  tellSet(event: AmiEvent, set: EventListeners): void {
    this.#give(event, set.find(event.Event));
    this.#give(event, set.find("*"));
  }

  /** Calls listeners, each on its own: one that throws or takes its time costs nobody else anything. */
  #give(event: AmiEvent, listeners: readonly EventListener[]): void {
    for (const listener of listeners) {
      try {
        const result = listener(event);
        if (result instanceof Promise) result.catch((error) => this.#blame(event, error));
      } catch (error) {
        this.#blame(event, error);
      }
    }
  }

  #blame(event: AmiEvent, error: unknown): void {
    this.#log.error(`Listener for ${event.Event} failed`, { error });
  }
}
