/**
 * Who listens to which AMI event.
 *
 * @module
 */

import type { AmiEvent } from "./event.ts";

/** Is called for each event that it listens to. Nobody waits for what it returns. */
export type EventListener = (event: AmiEvent) => unknown;

/** Identifies a listener among those of one event: a name that was given to it, or its number. */
export type ListenerId = string | number;

/** A listener that was added; `using` or {@linkcode EventListeners.remove} takes it away again. */
export interface AddedListener extends Disposable {
  /** Name of the event, in lower case. */
  readonly name: string;
  readonly id: ListenerId;
}

/** A listener and its id, as {@linkcode EventListeners.list} gives them. */
export interface ListedListener {
  readonly id: ListenerId;
  readonly listener: EventListener;
}

interface Entry extends ListedListener {
  /** Added while the handlers were loaded, and not by a running call. */
  readonly atLoad: boolean;
  /** Is told when the listener is taken away, by whomever. */
  readonly removed: (() => void) | undefined;
}

const none: readonly EventListener[] = [];

/**
 * The listeners of one owner, which is a generation of handlers. Names are taken in any case;
 * `default` gets the events that no other listener takes, `*` gets all.
 */
export class EventListeners {
  readonly #entries = new Map<string, readonly Entry[]>();
  /** Listeners by the name as Asterisk writes it, so that no name is put in lower case twice. */
  readonly #found = new Map<string, readonly EventListener[]>();
  #atLoad = true;
  #lastId = 0;

  /** Adds a listener; one that has the same event and id already is replaced. */
  add(
    name: string,
    listener: EventListener,
    id: ListenerId = ++this.#lastId,
    removed?: () => void,
  ): AddedListener {
    checkListener(name, listener);
    const key = name.toLowerCase();
    const entry: Entry = { id, listener, atLoad: this.#atLoad, removed };
    const others = (this.#entries.get(key) ?? []).filter((known) => known.id !== id);
    this.#set(key, [...others, entry]);
    return {
      name: key,
      id,
      [Symbol.dispose]: () => {
        const entries = this.#entries.get(key);
        if (entries?.includes(entry)) this.#set(key, entries.filter((known) => known !== entry));
      },
    };
  }

  /** Removes one listener, without an id the one that was added last; false when there is none. */
  remove(name: string, id?: ListenerId): boolean {
    const key = name.toLowerCase();
    const entries = this.#entries.get(key) ?? [];
    const gone = id === undefined ? entries.at(-1) : entries.find((entry) => entry.id === id);
    if (!gone) return false;
    this.#set(key, entries.filter((entry) => entry !== gone));
    return true;
  }

  /** Removes all listeners of these events; `*` removes all of all events but those with a name as id. */
  removeAll(...names: readonly string[]): void {
    for (const name of names) {
      if (name === "*") this.#keep((entry) => typeof entry.id === "string");
      else this.#set(name.toLowerCase(), []);
    }
  }

  /** The listeners by the name of their event in lower case. */
  list(): Record<string, ListedListener[]> {
    return Object.fromEntries(
      Array.from(
        this.#entries,
        ([name, entries]) => [name, entries.map(({ id, listener }) => ({ id, listener }))],
      ),
    );
  }

  /** The listeners of one event, its name as Asterisk writes it, without `*` and `default`. */
  find(name: string): readonly EventListener[] {
    const known = this.#found.get(name);
    if (known) return known;
    const found = this.#entries.get(name.toLowerCase())?.map(({ listener }) => listener) ?? none;
    // A forged event can have any name; real ones are some 200.
    if (this.#found.size > 1_000) this.#found.clear();
    this.#found.set(name, found);
    return found;
  }

  /** From now on, listeners that are added belong to running calls, not to the load. */
  endLoad(): void {
    this.#atLoad = false;
  }

  /** Removes all listeners, those with a name as id too: their owner is gone. */
  clear(): void {
    this.#keep(() => false);
  }

  /** Removes the listeners that were added at load; those of running calls stay. */
  removeLoaded(): void {
    this.#keep((entry) => !entry.atLoad);
  }

  #keep(keeps: (entry: Entry) => boolean): void {
    for (const [name, entries] of this.#entries) this.#set(name, entries.filter(keeps));
  }

  #set(key: string, entries: readonly Entry[]): void {
    const before = this.#entries.get(key) ?? [];
    if (entries.length === 0) this.#entries.delete(key);
    else this.#entries.set(key, entries);
    this.#found.clear();
    for (const entry of before) {
      if (!entries.includes(entry)) entry.removed?.();
    }
  }
}

function checkListener(name: unknown, listener: unknown): void {
  if (typeof name !== "string" || name === "") {
    throw new TypeError(`Cannot add listener: the event's name is ${String(name)}, must be text`);
  }
  if (typeof listener !== "function") {
    throw new TypeError(
      `Cannot add listener for "${name}": got ${String(listener)}, must be a function`,
    );
  }
}
