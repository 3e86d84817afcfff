/**
 * `ami`: the PBX as handlers see and steer it.
 *
 * @module
 */

import { NotConnectedError } from "../errors.ts";
import type { ListActionName, PlainActionName } from "./action_names.ts";
import type { ActionParameters } from "./action.ts";
import type { AmiState } from "./client.ts";
import type { AmiEvent } from "./event.ts";
import {
  type AddedListener,
  type EventListener,
  type EventListeners,
  type ListedListener,
  type ListenerId,
} from "./event_listeners.ts";
import { EventQueue } from "./event_queue.ts";
import type { ActionResult } from "./pending_actions.ts";
import type { AmiList, AmiResponse } from "./response.ts";
import type { ActionOptions } from "./session.ts";

/** Sends one AMI action. */
export type ActionMethod<Result> = (
  parameters?: ActionParameters,
  options?: ActionOptions,
) => Promise<Result>;

/** The actions that answer with a list, by their name or that in lower case. */
export type ListActions = {
  readonly [Name in ListActionName as Name | Lowercase<Name>]: ActionMethod<AmiList>;
};

/** The actions that answer with one response, by their name or that in lower case. */
export type PlainActions = {
  readonly [Name in PlainActionName as Name | Lowercase<Name>]: ActionMethod<AmiResponse>;
};

/** Actions that are not listed here, for modules that a PBX has beyond those. */
export interface OtherActions {
  readonly [name: Capitalize<string>]: ActionMethod<AmiResponse>;
}

/**
 * The AMI connection: any action as a method, its name in any case, and the events.
 *
 * `ami.Status()`, `ami.redirect({ channel, context: "after", exten: "s", priority: 1 })`.
 */
export type Ami = AmiManager & ListActions & PlainActions & OtherActions;

/** What an action of that name resolves to. */
export type ResultOf<Name extends string> = Lowercase<Name> extends Lowercase<ListActionName>
  ? AmiList
  : AmiResponse;

/** What an `Ami` needs of the client behind it. */
export interface AmiSource {
  readonly state: AmiState;
  readonly version: string | undefined;
  action(
    name: string,
    parameters: ActionParameters,
    options?: ActionOptions,
  ): Promise<ActionResult>;
}

/** How to wait for events. */
export interface EventOptions {
  /** Ends the waiting when it fires: {@linkcode AgiChannel.signal} is a good one. */
  readonly signal?: AbortSignal;
}

/**
 * Actions become methods when they are first used; see {@linkcode Ami}. What JavaScript itself looks
 * for (`then`, `toJSON`, ...) is no action.
 */
const actions: object = new Proxy(Object.create(null), {
  get(known: Record<string, unknown>, name: string | symbol): unknown {
    if (typeof name !== "string" || !/^[A-Za-z]\w*$/.test(name)) return undefined;
    if (name in Object.prototype) return Reflect.get(Object.prototype, name);
    if (["then", "catch", "finally", "toJSON", "inspect"].includes(name)) return undefined;
    return known[name] ??= function (
      this: AmiManager,
      parameters?: ActionParameters,
      options?: ActionOptions,
    ) {
      return this.action(name, parameters, options);
    };
  },
});

/** Events and actions of a PBX, for one owner of listeners. */
export class AmiManager {
  readonly #source: AmiSource;
  readonly #listeners: EventListeners;

  constructor(source: AmiSource, listeners: EventListeners) {
    this.#source = source;
    this.#listeners = listeners;
  }

  /** Where the connection is: `connecting`, `ready`, `waiting` (to reconnect) or `stopped`. */
  get state(): AmiState {
    return this.#source.state;
  }

  /** AMI version of the Asterisk, such as `11.0.0` of Asterisk 22; `undefined` without connection. */
  get version(): string | undefined {
    return this.#source.version;
  }

  /**
   * Sends an action by its name, in any case: `ami.action("Getvar", { Variable: "TEST" })`.
   *
   * A list action resolves to its items. Originate is asynchronous unless `Async: false` is given.
   *
   * @throws {NotConnectedError} If there is no connection, or it ends before the answer.
   * @throws {ActionFailedError} If Asterisk refuses; the error has its response.
   * @throws {ActionTimeoutError} If the answer takes longer than `options.timeout`.
   * @throws {TypeError} If a name or value cannot be sent: CR, LF and NUL are refused.
   */
  action<Name extends string>(
    name: Name,
    parameters: ActionParameters = {},
    options?: ActionOptions,
  ): Promise<ResultOf<Name>> {
    return this.#source.action(name, parameters, options) as Promise<ResultOf<Name>>;
  }

  /**
   * Calls `listener` for each event of that name, in any case.
   *
   * `default` stands for the events that no other listener takes, `*` for all. Beside Asterisk's
   * there are `ami:ready` (the connection is there; also told to listeners that come with a reload)
   * and `ami:lost`. With an `id`, a listener replaces the one that has it.
   *
   * What listeners do at load goes with their generation of handlers; what a call adds stays until
   * it is removed, or the last call of its generation is over.
   */
  addEvent(name: string, listener: EventListener, id?: ListenerId): AddedListener {
    return this.#listeners.add(name, listener, id);
  }

  /** Adds listeners by the names of their events. */
  addEvents(listeners: Readonly<Record<string, EventListener>>): AddedListener[] {
    return Object.entries(listeners).map(([name, listener]) => this.addEvent(name, listener));
  }

  /** Removes a listener by its id, or the one that was added last; false when there is none. */
  removeEvent(name: string, id?: ListenerId): boolean {
    return this.#listeners.remove(name, id);
  }

  /** Removes all listeners of these events; `*` removes all but those that have a name as id. */
  removeEvents(...names: readonly string[]): void {
    this.#listeners.removeAll(...names);
  }

  /** The listeners by the name of their event in lower case. */
  listEvents(): Record<string, ListedListener[]> {
    return this.#listeners.list();
  }

  /**
   * The events of that name as they come: `for await (const event of ami.events("Newchannel"))`.
   *
   * Listens from the call on. Goes on over a reconnect, and ends with the handlers' generation, when
   * the loop is left, or when `signal` fires.
   */
  events(name: string, options: EventOptions = {}): AsyncIterableIterator<AmiEvent> {
    const queue = new EventQueue();
    const added = this.#listeners.add(
      name,
      (event) => queue.push(event),
      undefined,
      () => queue.end(),
    );
    const stop = () => added[Symbol.dispose]();
    options.signal?.addEventListener("abort", stop, { once: true });
    queue.onReturn = () => {
      options.signal?.removeEventListener("abort", stop);
      stop();
    };
    if (options.signal?.aborted) stop();
    return queue;
  }

  /**
   * Waits for the next event of that name that fits: `await ami.waitFor("Hangup", (event) => ...)`.
   *
   * @throws {NotConnectedError} If the connection is not there or ends, since the event may then
   *   come unseen; waiting for `ami:ready` and `ami:lost` goes on.
   * @throws {unknown} The reason of `signal`, when it fires.
   */
  waitFor(
    name: string,
    predicate: (event: AmiEvent) => boolean = () => true,
    options: EventOptions = {},
  ): Promise<AmiEvent> {
    const { signal } = options;
    const needsConnection = !/^ami:/i.test(name);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (needsConnection && this.state !== "ready") {
        throw new NotConnectedError(`Cannot wait for event "${name}": AMI is ${this.state}`);
      }
      const gone = () =>
        end(() => reject(new NotConnectedError(`No event "${name}" came while AMI was there`)));
      const fits = (event: AmiEvent) => {
        if (predicate(event)) end(() => resolve(event));
      };
      const removed = () => end(() => reject(new NotConnectedError("The handlers were replaced")));
      const abort = () => end(() => reject(signal?.reason));
      const added = [this.#listeners.add(name, fits, undefined, removed)];
      if (needsConnection) added.push(this.#listeners.add("ami:lost", gone));
      signal?.addEventListener("abort", abort, { once: true });
      let over = false;
      const end = (settle: () => void) => {
        if (over) return;
        over = true;
        signal?.removeEventListener("abort", abort);
        for (const listener of added) listener[Symbol.dispose]();
        settle();
      };
    });
  }
}

Object.setPrototypeOf(AmiManager.prototype, actions);

/** The AMI connection for one owner of listeners. */
export function createAmi(source: AmiSource, listeners: EventListeners): Ami {
  return new AmiManager(source, listeners) as Ami;
}
