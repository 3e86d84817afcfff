/**
 * The AMI client: keeps a session with Asterisk, now and after each loss, and hands out its events.
 *
 * @module
 */

import { setTimeout as sleep } from "node:timers/promises";
import { AmiLoginError, NotConnectedError } from "../errors.ts";
import type { Log } from "../log.ts";
import { Backoff } from "../net/backoff.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { ActionParameters } from "./action.ts";
import { AmiEvent, makeEvent } from "./event.ts";
import { type EventListener, EventListeners } from "./event_listeners.ts";
import type { Credentials } from "./login.ts";
import type { ActionResult } from "./pending_actions.ts";
import { type ActionOptions, AmiSession, type AmiTimes } from "./session.ts";

/** Where the client is: making a connection, working, between two attempts, or at its end. */
export type AmiState = "connecting" | "ready" | "waiting" | "stopped";

/** What a client needs to be told. */
export interface AmiClientOptions {
  /** Opens a connection to Asterisk; gives up when the signal fires. */
  connect(signal: AbortSignal): Promise<ByteStream>;
  readonly credentials: Credentials;
  /** The address, for people. */
  readonly address: string;
  readonly log: Log;
  readonly times?: Partial<AmiTimes>;
  /** Pauses between attempts; growing up to 4 s unless given. */
  readonly backoff?: Backoff;
}

const defaultTimes: AmiTimes = { ping: 15_000, dead: 30_000, login: 10_000, boot: 1_000 };

/** Least pause after a refused login, in milliseconds: it will not be right by being repeated soon. */
const refusedPause = 10_000;
/** How often the log repeats that there is still no connection, in milliseconds. */
const reminderPause = 60_000;

const stateWords: Readonly<Record<AmiState, string>> = {
  connecting: "being made",
  ready: "ready",
  waiting: "waiting to reconnect",
  stopped: "stopped",
};

/** An AMI client. It connects for ever, until it is stopped. */
export class AmiClient {
  readonly #options: AmiClientOptions;
  readonly #times: AmiTimes;
  readonly #backoff: Backoff;
  readonly #log: Log;
  readonly #stopped = new AbortController();
  #state: AmiState = "connecting";
  #session: AmiSession | undefined;
  #running: Promise<void> | undefined;
  #listeners: readonly EventListeners[] = [];
  #lastComplaint = { text: "", at: -Infinity };
  /** Listeners of the house: they take no event from `default`. */
  readonly watchers: EventListeners = new EventListeners();
  /** Messages of AMI events received so far. */
  eventCount = 0;

  constructor(options: AmiClientOptions) {
    this.#options = options;
    this.#times = { ...defaultTimes, ...options.times };
    this.#backoff = options.backoff ?? new Backoff({ first: 250, most: 4_000 });
    this.#log = options.log;
  }

  /** Where the client is. */
  get state(): AmiState {
    return this.#state;
  }

  /** AMI version of Asterisk, such as `11.0.0`; `undefined` without a session. */
  get version(): string | undefined {
    return this.#state === "ready" ? this.#session?.version : undefined;
  }

  /** How many actions wait for their response. */
  get waiting(): number {
    return this.#session?.waiting ?? 0;
  }

  /** Begins to connect. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Logs off and ends for good. */
  async stop(): Promise<void> {
    const session = this.#session;
    const wasReady = this.#state === "ready";
    this.#state = "stopped";
    this.#stopped.abort();
    if (wasReady) await session?.action("Logoff", {}, { timeout: 1_000 }).catch(() => {});
    session?.close(new NotConnectedError("Lunopark is stopping"));
    await this.#running;
  }

  /**
   * Sends an action and resolves to its response, or to the items of a list.
   *
   * Originate is asynchronous unless it is told otherwise: Asterisk would answer nothing else on this
   * connection until the far end picks up or the time is over.
   *
   * @throws {NotConnectedError} If there is no session, or it ends before the answer.
   * @throws {ActionFailedError} If Asterisk refuses.
   * @throws {ActionTimeoutError} If the answer takes longer than `timeout`.
   */
  action(
    name: string,
    parameters: ActionParameters = {},
    options?: ActionOptions,
  ): Promise<ActionResult> {
    if (this.#state !== "ready" || !this.#session) {
      return Promise.reject(
        new NotConnectedError(
          `Cannot send action "${name}": AMI connection is ${stateWords[this.#state]}`,
        ),
      );
    }
    return this.#session.action(name, withDefaults(name, parameters), options);
  }

  /**
   * Makes these the listeners, all in one step: no event is handled by the old and the new, or by
   * neither. A set that is new hears `ami:ready` at once when the connection is.
   */
  setListeners(sets: readonly EventListeners[]): void {
    const known = this.#listeners;
    this.#listeners = sets;
    if (this.#state !== "ready") return;
    const ready = this.#readyEvent();
    for (const set of sets) {
      if (!known.includes(set)) this.#give(ready, set.find(ready.Event));
    }
  }

  async #run(): Promise<void> {
    while (this.#state !== "stopped") {
      this.#state = "connecting";
      const reason = await this.#serveSession();
      if (this.#isStopped()) break;
      this.#state = "waiting";
      let pause = this.#backoff.next();
      if (reason instanceof AmiLoginError) pause = Math.max(pause, refusedPause);
      this.#complain(reason, pause);
      await this.#pause(pause);
    }
  }

  /** One session from connecting to its end; resolves to what ended it. */
  async #serveSession(): Promise<Error> {
    const { connect, credentials, address } = this.#options;
    let session: AmiSession | undefined;
    try {
      const late = AbortSignal.timeout(this.#times.login);
      const stream = await connect(AbortSignal.any([late, this.#stopped.signal]));
      const receive = (name: string, message: string) => this.#receive(name, message);
      session = this.#session = new AmiSession(stream, this.#times, receive, this.#log);
      await session.open(credentials);
      if (this.#isStopped()) return new NotConnectedError("Lunopark is stopping");
      this.#state = "ready";
      this.#backoff.reset();
      this.#lastComplaint.text = "";
      this.#log.info(`Connected to AMI ${session.version} at ${address}`);
      this.#tell(this.#readyEvent());
      const reason = await session.ended;
      // From here on an action must not find a session that is over.
      if (!this.#isStopped()) this.#state = "waiting";
      this.#tell(makeEvent("ami:lost", { Reason: reason.message }));
      return reason;
    } catch (error) {
      return error as Error;
    } finally {
      session?.close(new NotConnectedError("Lunopark is stopping"));
      this.#session = undefined;
    }
  }

  #isStopped(): boolean {
    return this.#state === "stopped";
  }

  #readyEvent(): AmiEvent {
    return makeEvent("ami:ready", { Version: this.#session?.version ?? "" });
  }

  /** Says why there is no connection: at once when the reason is new, then every minute. */
  #complain(reason: Error, pause: number): void {
    const text = describe(reason);
    const now = performance.now();
    const isNew = text !== this.#lastComplaint.text;
    if (!isNew && now - this.#lastComplaint.at < reminderPause) return;
    this.#lastComplaint = { text, at: now };
    const line = `No AMI connection to ${this.#options.address}: ${text}`;
    const next = isNew ? `next attempt in ${pause} ms` : "trying again and again";
    if (reason instanceof AmiLoginError) this.#log.error(`${line}; ${next}`);
    else this.#log.warn(`${line}; ${next}`);
  }

  async #pause(time: number): Promise<void> {
    // A stop ends the pause early.
    await sleep(time, undefined, { signal: this.#stopped.signal }).catch(() => {});
  }

  #receive(name: string, message: string): void {
    this.eventCount++;
    // Most events have no listener: they are never parsed.
    let event: AmiEvent | undefined;
    const watchers = this.watchers.find(name);
    if (watchers.length > 0) this.#give(event = new AmiEvent(message), watchers);
    let taken = false;
    for (const set of this.#listeners) {
      const own = set.find(name);
      const all = set.find("*");
      if (own.length === 0 && all.length === 0) continue;
      event ??= new AmiEvent(message);
      this.#give(event, own);
      this.#give(event, all);
      taken ||= own.length > 0;
    }
    if (taken) return;
    for (const set of this.#listeners) {
      const rest = set.find("default");
      if (rest.length > 0) this.#give(event ??= new AmiEvent(message), rest);
    }
  }

  /** Hands out an event of our own. */
  #tell(event: AmiEvent): void {
    this.#give(event, this.watchers.find(event.Event));
    for (const set of this.#listeners) {
      this.#give(event, set.find(event.Event));
      this.#give(event, set.find("*"));
    }
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

function withDefaults(name: string, parameters: ActionParameters): ActionParameters {
  if (name.toLowerCase() !== "originate") return parameters;
  const told = Object.keys(parameters).some((key) => key.toLowerCase() === "async");
  return told ? parameters : { ...parameters, Async: true };
}

/** An error in a few words, without the class and number that the system adds to them. */
function describe(error: Error): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") return "no answer";
  return error.message.replace(/ \(os error \d+\)/, "").split("\n")[0] as string;
}
