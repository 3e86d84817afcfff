/**
 * How events reach those who listen to them.
 *
 * @module
 */

import type { Log } from "../log.ts";
import { AmiEvent } from "./event.ts";
import { type EventListener, EventListeners, listenerChanges } from "./event_listeners.ts";
import { copyText } from "./message.ts";

/** Who gets the events of one name. */
interface Route {
  /** Listeners of the house. */
  readonly watchers: readonly EventListener[];
  /** Listeners of the sets, in their order; `undefined` when nobody may get such an event. */
  readonly takers: readonly EventListener[] | undefined;
  /** How many have come; a route that is made anew goes on with it. */
  readonly seen: { count: number };
}

/** Most names of which each is counted: Asterisk 22 has some 200, a forged event can have any. */
const mostNames = 500;

/** Longest name that is counted by itself; those of Asterisk have 30 characters at most. */
const longestName = 80;

/** Hands events out to all sets of listeners. */
export class EventDispatch {
  readonly #log: Log;
  /** By the name of the event as Asterisk writes it: one look-up for each event, and no other. */
  readonly #routes = new Map<string, Route>();
  #routedChanges = -1;
  #sets: readonly EventListeners[] = [];
  /** Listeners of the house: they take no event from `default`. */
  readonly watchers: EventListeners = new EventListeners();
  /** Messages of AMI events received so far. */
  count = 0;
  readonly #seen = new Map<string, { count: number }>();

  /** Says in `log` which listener has failed. */
  constructor(log: Log) {
    this.#log = log;
  }

  /** Events received so far, by name; `other` for names beyond the first 500, and long ones. */
  get counts(): Record<string, number> {
    return Object.fromEntries(Array.from(this.#seen, ([name, { count }]) => [name, count]));
  }

  /** The sets of listeners in force. */
  get sets(): readonly EventListeners[] {
    return this.#sets;
  }

  set sets(sets: readonly EventListeners[]) {
    this.#sets = sets;
    this.#routes.clear();
  }

  /** Hands out an event that came. */
  receive(name: string, message: string): void {
    const { watchers, takers, seen } = this.#findRoute(name);
    if (takers === undefined) return;
    this.count++;
    seen.count++;
    // Most events have no listener: they are never parsed.
    if (watchers.length === 0 && takers.length === 0) return;
    const event = new AmiEvent(message);
    this.#give(event, watchers);
    // A listener may put other sets in force, which begin with the next event.
    this.#give(event, takers);
  }

  /** Who gets the events of a name: found once, until a listener comes or goes. */
  #findRoute(name: string): Route {
    if (listenerChanges !== this.#routedChanges) {
      this.#routes.clear();
      this.#routedChanges = listenerChanges;
    }
    let route = this.#routes.get(name);
    if (!route) {
      // A forged event can have any name; real ones are some 200.
      if (this.#routes.size > 1_000) this.#routes.clear();
      this.#routes.set(name, route = this.#makeRoute(name));
    }
    return route;
  }

  #makeRoute(name: string): Route {
    // Our own events do not come from Asterisk; a value with line ends can pretend so.
    if (/^ami:/i.test(name)) return { watchers: [], takers: undefined, seen: { count: 0 } };
    const seen = this.#findCount(name);
    const sets = this.#sets;
    const watchers = this.watchers.find(name);
    const takers = sets.flatMap((set) => [...set.find(name), ...set.find("*")]);
    if (sets.some((set) => set.find(name).length > 0)) return { watchers, takers, seen };
    return { watchers, takers: [...takers, ...sets.flatMap((set) => set.find("default"))], seen };
  }

  /** The count of a name, or for those that are too many, of all of them. */
  #findCount(name: string): { count: number } {
    const isCounted = this.#seen.has(name) ||
      (this.#seen.size < mostNames && name.length <= longestName);
    const key = isCounted ? name : "other";
    let seen = this.#seen.get(key);
    if (!seen) this.#seen.set(copyText(key), seen = { count: 0 });
    return seen;
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
