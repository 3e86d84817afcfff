/**
 * Who listens to which AMI event.
 *
 * @module
 */

import type { AnyEvent } from "./event.ts";

/** Is called for each event that it listens to. Nobody waits for what it returns. */
export type EventListener = (event: AnyEvent) => unknown;

/** Identifies a listener among those of one event: a name that was given to it, or its number. */
export type ListenerId = string | number;

/** A listener that was added; `using` or {@linkcode EventListeners.remove} takes it away again. */
export interface AddedListener extends Disposable {
  /** Name of the event, in lower case. */
  readonly name: string;
  /** The id that was given, or the number that it got. */
  readonly id: ListenerId;
}

/** A listener and its id, as {@linkcode EventListeners.list} gives them. */
export interface ListedListener {
  /** The id that was given, or the number that it got. */
  readonly id: ListenerId;
  /** The function. */
  readonly listener: EventListener;
}

/** A listener as something that can say who it is. */
interface NamedListener {
  describe(): string;
  /** Where whoever calls it keeps his note. */
  slot: number;
}

/** Calls listeners, so that somebody can tell which one runs. */
export interface ListenerCaller {
  /** Calls a listener. */
  call(named: NamedListener, listener: EventListener, event: AnyEvent): unknown;
  /** It was removed. */
  forget(named: NamedListener): void;
}

interface Entry extends ListedListener {
  /** Calls the listener, unless it was removed meanwhile. */
  readonly call: EventListener;
  active: boolean;
  /** Added while the handlers were loaded, and not by a running call. */
  readonly atLoad: boolean;
  readonly named: NamedListener;
  /** Is told when the listener is taken away, by whomever. */
  readonly removed: (() => void) | undefined;
}

const noListeners: readonly EventListener[] = [];

/** How often the listeners of anybody have changed: who remembers what it found asks this first. */
export let listenerChanges = 0;

/**
 * The listeners of one owner, which is a generation of handlers. Names are taken in any case;
 * `default` gets the events that no other listener takes, `*` gets all.
 */
export class EventListeners {
  /** By the name of the event in lower case, and then by id: a call adds and removes its own. */
  readonly #entries = new Map<string, Map<ListenerId, Entry>>();
  /**
   * Listeners by the name as Asterisk writes it, so that no name is put in lower case twice. An array
   * is never changed: whoever goes through it is not disturbed.
   */
  readonly #found = new Map<string, readonly EventListener[]>();
  readonly #caller: ListenerCaller | undefined;
  #atLoad = true;
  #lastId = 0;

  /** `caller` calls the listeners; they are called as they are without one. */
  constructor(caller?: ListenerCaller) {
    this.#caller = caller;
  }

  /**
   * Adds a listener; one that has the same event and id already is replaced. Without an id it gets a
   * number that is free. `removed` is called when it is taken away.
   *
   * @throws {TypeError} If the name is no text, or the listener no function.
   */
  add(
    name: string,
    listener: EventListener,
    id?: ListenerId,
    removed?: () => void,
  ): AddedListener {
    checkListener(name, listener);
    const key = name.toLowerCase();
    const given = id ?? this.#freeId(key);
    this.remove(key, given);
    const caller = this.#caller;
    const named = { describe: () => `a listener for ${name}`, slot: 0 };
    const entry: Entry = {
      id: given,
      listener,
      call: caller
        ? (event) => entry.active ? caller.call(named, listener, event) : undefined
        : (event) => entry.active ? listener(event) : undefined,
      active: true,
      atLoad: this.#atLoad,
      named,
      removed,
    };
    const entries = this.#entries.get(key) ?? new Map<ListenerId, Entry>();
    this.#entries.set(key, entries.set(given, entry));
    this.#found.clear();
    listenerChanges++;
    return { name: key, id: given, [Symbol.dispose]: () => this.#drop(key, entry) };
  }

  /** Removes one listener, without an id the one that was added last; false when there is none. */
  remove(name: string, id?: ListenerId): boolean {
    const key = name.toLowerCase();
    const entries = this.#entries.get(key);
    const gone = id === undefined
      // What waits in a running call, for itself, is not what somebody else means by "the last".
      ? [...entries?.values() ?? []].findLast(({ removed }) => !removed)
      : entries?.get(id);
    return gone !== undefined && this.#drop(key, gone);
  }

  /** Removes all listeners of these events; `*` removes all of all events but those with a name as id. */
  removeAll(...names: readonly string[]): void {
    for (const name of names) {
      if (name === "*") this.#dropIf(({ id }) => typeof id !== "string");
      else this.#dropIf(() => true, name.toLowerCase());
    }
  }

  /** The listeners by the name of their event in lower case. */
  list(): Record<string, ListedListener[]> {
    return Object.fromEntries(
      Array.from(
        this.#entries,
        (
          [name, entries],
        ) => [name, Array.from(entries.values(), ({ id, listener }) => ({ id, listener }))],
      ),
    );
  }

  /**
   * The listeners of one event, its name as Asterisk writes it, without `*` and `default`. Those that
   * are added later are not among them, and those that are removed do nothing when they are called.
   */
  find(name: string): readonly EventListener[] {
    const known = this.#found.get(name);
    if (known) return known;
    const entries = this.#entries.get(name.toLowerCase());
    const found = entries ? Array.from(entries.values(), ({ call }) => call) : noListeners;
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
    this.#dropIf(() => true);
  }

  /** Removes the listeners that were added at load; those of running calls stay. */
  removeLoaded(): void {
    this.#dropIf(({ atLoad }) => atLoad);
  }

  #freeId(key: string): number {
    const entries = this.#entries.get(key);
    do this.#lastId++; while (entries?.has(this.#lastId));
    return this.#lastId;
  }

  #dropIf(goes: (entry: Entry) => boolean, only?: string): void {
    for (const [key, entries] of [...this.#entries]) {
      if (only !== undefined && key !== only) continue;
      for (const entry of [...entries.values()]) if (goes(entry)) this.#drop(key, entry);
    }
  }

  /** Removes one listener; false when it was gone already. */
  #drop(key: string, entry: Entry): boolean {
    if (!entry.active) return false;
    entry.active = false;
    const entries = this.#entries.get(key);
    entries?.delete(entry.id);
    if (entries?.size === 0) this.#entries.delete(key);
    this.#found.clear();
    listenerChanges++;
    this.#caller?.forget(entry.named);
    entry.removed?.();
    return true;
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
