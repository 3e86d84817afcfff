/**
 * `ami`: the PBX as handlers see and steer it.
 *
 * @module
 */

import { AmiError, NotConnectedError } from "../errors.ts";
import type {
  ActionArguments,
  ActionName,
  CompleteOf,
  EventName,
  EventOf,
  ItemOf,
} from "../schema/lookup.ts";
import type { ActionParameters } from "./action.ts";
import type { AmiChannels } from "./channels.ts";
import { type AmiState, stateWords } from "./client_state.ts";
import type { AnyEvent, Flat, RawEvent } from "./event.ts";
import type {
  AddedListener,
  EventListener,
  EventListeners,
  ListedListener,
  ListenerId,
} from "./event_listeners.ts";
import { EventQueue, type Loss } from "./event_queue.ts";
import { isOriginate, type OriginatePromise, type SentAction, withAnswer } from "./originate.ts";
import type { AmiList, AmiResponse } from "./response.ts";
import type { ActionOptions } from "./session.ts";

/** Sends one documented action. */
export type ActionMethodOf<Name extends ActionName> = (
  ...args: ActionArguments<Name, ActionOptions>
) => ActionPromise<Name>;

/** Actions by their documented name, with their parameters. */
export type DocumentedActions = { readonly [Name in ActionName]: ActionMethodOf<Name> };

/**
 * The same by their name in lower case; but `ami.events()` waits for events, the action is
 * `ami.Events()`.
 */
export type LowercaseActions = {
  readonly [Name in ActionName as Exclude<Lowercase<Name>, "events">]: ActionMethodOf<Name>;
};

/**
 * The AMI connection: every action that Asterisk documents as a method, and the events. Any other
 * action goes by `ami.action(name, parameters)`.
 *
 * `ami.Status()`, `ami.redirect({ channel, context: "after", exten: "s", priority: 1 })`.
 */
export type Ami = AmiManager & DocumentedActions & LowercaseActions;

/** What an action of that name, in any case, resolves to: the items of a list, or the response. */
export type ResultOf<Name extends string> = [ItemOf<Name, never>] extends [never] ? AmiResponse
  : AmiList<Flat<ItemOf<Name, never> & RawEvent>, Flat<CompleteOf<Name, never> & RawEvent>>;

/** What an action of that name, in any case, returns; Originate also tells when it is answered. */
export type ActionPromise<Name extends string> = Lowercase<Name> extends "originate"
  ? OriginatePromise
  : Promise<ResultOf<Name>>;

/** An event by its name, in any case: its documented headers, or for an unknown one any. */
export type TypedEvent<Name extends string> = Flat<EventOf<Name, AnyEvent> & RawEvent>;

/** What an `Ami` needs of the client behind it. */
export interface AmiSource {
  /** Where the connection is. */
  readonly state: AmiState;
  /** AMI version of the Asterisk; `undefined` without connection. */
  readonly version: string | undefined;
  /** The channels of the PBX. */
  readonly channels: AmiChannels;
  /** Most events that wait for one loop. */
  readonly queuedEvents: number;
  /** The loops over events that go on, with the name of these. */
  readonly loops: Map<EventQueue, string>;
  /** Tells of events that a loop over events of that name did not get. */
  tellLoss(name: string, loss: Loss): void;
  /** Sends an action. */
  action(
    name: string,
    parameters: ActionParameters,
    options?: ActionOptions,
  ): SentAction;
}

/** How to wait for events. */
export interface EventOptions {
  /** Ends the waiting when it fires: {@linkcode AgiChannel.signal} is a good one. */
  readonly signal?: AbortSignal;
}

type ActionMethod = (
  this: AmiManager,
  parameters?: ActionParameters,
  options?: ActionOptions,
) => Promise<unknown>;

/** What JavaScript and its tools look for in any object: asking for it must not make an action. */
const notActions: ReadonlySet<string> = new Set(["then", "catch", "finally", "toJSON", "inspect"]);
const methods = new Map<string, ActionMethod>();

/** Makes a method of any action when it is first used; see {@linkcode Ami}. */
const actions: object = new Proxy({}, {
  get(target: object, name: string | symbol, self: unknown): unknown {
    if (name in target) return Reflect.get(target, name, self);
    if (typeof name !== "string" || !/^[A-Za-z]\w*$/.test(name)) return undefined;
    if (notActions.has(name)) return undefined;
    let method = methods.get(name);
    if (!method) {
      method = function (parameters, options) {
        return this.action(name, parameters, options);
      };
      methods.set(name, method);
    }
    return method;
  },
});

/** Events and actions of a PBX, for one owner of listeners. */
export class AmiManager {
  readonly #source: AmiSource;
  readonly #listeners: EventListeners;

  /** Actions go to `source`; listeners that are added belong to `listeners`. */
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
   * The channels of the PBX as they are now, by uniqueid: a `Map` to read from. They are kept up to
   * date from the first use on; see {@linkcode AmiChannels} for when they are right.
   */
  get channels(): AmiChannels {
    return this.#source.channels;
  }

  /**
   * Sends an action by its name, in any case: `ami.action("Getvar", { Variable: "TEST" })`.
   *
   * A list action resolves to its items. Originate is asynchronous unless `Async: false` is given: it
   * resolves when Asterisk has accepted it, and its promise has `answered`, another one for what
   * becomes of the call; see {@linkcode OriginatePromise}.
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
  ): ActionPromise<Name> {
    const sent = this.#source.action(name, parameters, options);
    return (isOriginate(name) ? withAnswer(sent) : sent) as unknown as ActionPromise<Name>;
  }

  /**
   * Calls `listener` for each event of that name, in any case.
   *
   * `default` stands for the events that no other listener takes, `*` for all. With an `id`, a
   * listener replaces the one that has it.
   *
   * Beside Asterisk's events there are `ami:ready` (the connection is there; also told to listeners
   * that come with a reload), `ami:lost` (it is not, for a `Reason`), and behind the `ami:ready` of a
   * new connection `ami:gap`: what happened from `Since` until `Until` was not seen, and Asterisk
   * itself was `Restarted` (`true`, `false`, no such header when nobody knows). `ami:gap` also tells
   * of events that were `Dropped`, so many, because a loop over `ami.events(Name)` was too slow, or,
   * without `Name`, because too many came while the connection was being made.
   *
   * What listeners do at load goes with their generation of handlers; what a call adds stays until
   * it is removed, or the last call of its generation is over.
   */
  addEvent<Name extends EventName>(
    name: Name,
    listener: (event: TypedEvent<Name>) => unknown,
    id?: ListenerId,
  ): AddedListener {
    return this.#listeners.add(name, listener as EventListener, id);
  }

  /** Adds listeners by the names of their events. */
  addEvents<Name extends EventName>(
    listeners: { readonly [Key in Name]: (event: TypedEvent<Key>) => unknown },
  ): AddedListener[] {
    return Object.entries<EventListener>(listeners as Record<string, EventListener>)
      .map(([name, listener]) => this.#listeners.add(name, listener));
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
   * the loop is left, or when `signal` fires. When more than `limits.queuedEvents` wait for the
   * loop, the oldest give way, and `ami:gap` tells how many.
   */
  events<Name extends EventName>(
    name: Name,
    options: EventOptions = {},
  ): AsyncIterableIterator<TypedEvent<Name>> {
    const { signal } = options;
    const queue = new EventQueue({
      most: this.#source.queuedEvents,
      onReturn: () => stop(),
      onLoss: (loss) => this.#source.tellLoss(name, loss),
    });
    const added = this.#listeners.add(name, (event) => queue.push(event), undefined, () => {
      signal?.removeEventListener("abort", stop);
      queue.end();
      this.#source.loops.delete(queue);
    });
    this.#source.loops.set(queue, name);
    const stop = () => added[Symbol.dispose]();
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
    // What the types know of an event's headers, the queue does not.
    return queue as unknown as AsyncIterableIterator<TypedEvent<Name>>;
  }

  /**
   * Waits for the next event of that name that fits: `await ami.waitFor("Hangup", (event) => ...)`.
   *
   * What it waits for behind an `await` of an action cannot have come before.
   *
   * @throws {NotConnectedError} If the connection is not there or ends, since the event may then
   *   come unseen; waiting for `ami:ready` and `ami:lost` goes on.
   * @throws {AmiError} If the listener is removed, as `removeEvents("*")` and the end of a generation
   *   do.
   * @throws {unknown} The reason of `signal`, when it fires, and whatever the predicate throws.
   */
  waitFor<Name extends EventName>(
    name: Name,
    predicate: (event: TypedEvent<Name>) => boolean = () => true,
    options: EventOptions = {},
  ): Promise<TypedEvent<Name>> {
    const { signal } = options;
    const needsConnection = !/^ami:/i.test(name);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (needsConnection && this.state !== "ready") {
        throw new NotConnectedError(
          `Cannot wait for event "${name}": AMI connection is ${stateWords[this.state]}`,
        );
      }
      // Whatever settles the promise first puts an end to the rest, once.
      const end = new DisposableStack();
      const fail = (error: unknown) => {
        reject(error);
        end.dispose();
      };
      const fits = (told: AnyEvent) => {
        const event = told as unknown as TypedEvent<Name>;
        try {
          if (!predicate(event)) return;
        } catch (error) {
          return fail(error);
        }
        resolve(event);
        end.dispose();
      };
      const lost = () =>
        fail(new NotConnectedError(`Stopped waiting for event "${name}": AMI connection was lost`));
      const removed = () =>
        fail(new AmiError(`Stopped waiting for event "${name}": its listener was removed`));
      const abort = () => fail(signal?.reason);
      end.use(this.#listeners.add(name, fits, undefined, removed));
      if (needsConnection) end.use(this.#listeners.add("ami:lost", lost, undefined, removed));
      signal?.addEventListener("abort", abort, { once: true });
      end.defer(() => signal?.removeEventListener("abort", abort));
    });
  }
}

Object.setPrototypeOf(AmiManager.prototype, actions);

/** The AMI connection for one owner of listeners. */
export function createAmi(source: AmiSource, listeners: EventListeners): Ami {
  return new AmiManager(source, listeners) as unknown as Ami;
}
