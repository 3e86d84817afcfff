/**
 * The AMI client: keeps a session with Asterisk, now and after each loss, and hands out its events.
 *
 * @module
 */

import { AmiLoginError, NotConnectedError } from "../errors.ts";
import type { Limits } from "../limits.ts";
import type { Log } from "../log.ts";
import { Backoff } from "../net/backoff.ts";
import { type ByteStream, closeQuietly } from "../net/byte_stream.ts";
import type { ActionParameters } from "./action.ts";
import { AmiEvent, makeEvent } from "./event.ts";
import { type EventListener, EventListeners } from "./event_listeners.ts";
import type { Credentials } from "./login.ts";
import type { ActionResult } from "./pending_actions.ts";
import { type ActionOptions, AmiSession, type AmiTimes } from "./session.ts";

/** Where the client is: making a connection, working, between two attempts, or at its end. */
export type AmiState = "connecting" | "ready" | "waiting" | "stopped";

/** The states in words, as in `AMI connection is waiting to reconnect`. */
export const stateWords: Readonly<Record<AmiState, string>> = {
  connecting: "being made",
  ready: "ready",
  waiting: "waiting to reconnect",
  stopped: "stopped",
};

/** The limits that are about AMI. */
export type AmiLimits = Pick<
  Limits,
  "messageBytes" | "messageHeaders" | "waitingActions" | "queuedEvents"
>;

/** What a client needs to be told. */
export interface AmiClientOptions {
  /** Opens a connection to Asterisk; gives up when the signal fires. */
  connect(signal: AbortSignal): Promise<ByteStream>;
  /** Who logs in. */
  readonly credentials: Credentials;
  /** The address, for people. */
  readonly address: string;
  /** Where the client says what becomes of the connection. */
  readonly log: Log;
  /** Times that are other than usual. */
  readonly times?: Partial<AmiTimes>;
  /** Limits that are other than usual. */
  readonly limits?: Partial<AmiLimits>;
  /** Pauses between attempts; growing up to 4 s unless given. */
  readonly backoff?: Backoff;
}

const defaultTimes: AmiTimes = {
  ping: 15_000,
  dead: 30_000,
  login: 10_000,
  boot: 1_000,
  logoff: 1_000,
};

/** Least pause after a refused login, in milliseconds: it will not be right by being repeated soon. */
const refusedPause = 10_000;
/** How often the log repeats that there is still no connection, in milliseconds. */
const reminderPause = 60_000;
/** Most that two statements about the same start may differ, in milliseconds: both are in seconds. */
const sameBoot = 3_000;

/** An AMI client. It connects for ever, until it is stopped. */
export class AmiClient {
  readonly #options: AmiClientOptions;
  readonly #times: AmiTimes;
  readonly #backoff: Backoff;
  readonly #log: Log;
  #state: AmiState = "connecting";
  #session: AmiSession | undefined;
  #running: Promise<void> | undefined;
  /** Ends what the loop waits for: an attempt to connect, or a pause. */
  #interrupt: (() => void) | undefined;
  #listeners: readonly EventListeners[] = [];
  #lastComplaint = { text: "", at: -Infinity };
  /** The session before this one, as far as it shows what was missed. */
  #lastSeen: Pick<AmiSession, "lastHeard" | "bootedAt"> | undefined;
  /** Listeners of the house: they take no event from `default`. */
  readonly watchers: EventListeners = new EventListeners();
  /** Messages of AMI events received so far. */
  eventCount = 0;

  /** Makes a client that does nothing before {@linkcode start}. */
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

  /** Logs off and ends for good. A second call does not wait for Asterisk's answer. */
  async stop(): Promise<void> {
    const session = this.#session;
    const wasReady = this.#state === "ready";
    this.#state = "stopped";
    this.#interrupt?.();
    if (wasReady) {
      await session?.action("Logoff", {}, { timeout: this.#times.logoff }).catch(() => {});
    }
    session?.close(stopping());
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
      if (!known.includes(set)) this.#tellSet(ready, set);
    }
  }

  async #run(): Promise<void> {
    while (!this.#isStopped()) {
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
    const { credentials, address } = this.#options;
    let session: AmiSession | undefined;
    try {
      const stream = await this.#connect();
      const receive = (name: string, message: string) => this.#receive(name, message);
      session = this.#session = new AmiSession(stream, this.#times, receive, this.#log);
      if (this.#isStopped()) throw stopping();
      await session.open(credentials);
      if (this.#isStopped()) throw stopping();
      this.#state = "ready";
      this.#backoff.reset();
      this.#lastComplaint.text = "";
      this.#log.info(`Connected to AMI ${session.version} at ${address}`);
      this.#tell(this.#readyEvent());
      if (this.#lastSeen) this.#tell(gapEvent(this.#lastSeen, session));
      session.releaseEvents();
      const reason = await session.ended;
      this.#lastSeen = { lastHeard: session.lastHeard, bootedAt: session.bootedAt };
      // From here on an action must not find a session that is over.
      if (!this.#isStopped()) this.#state = "waiting";
      this.#tell(makeEvent("ami:lost", { Reason: reason.message }));
      return reason;
    } catch (error) {
      return error instanceof Error ? error : new NotConnectedError(String(error));
    } finally {
      session?.close(stopping());
      this.#session = undefined;
    }
  }

  /** Opens a connection; a stop ends the attempt, and so does the time that is allowed for it. */
  #connect(): Promise<ByteStream> {
    const { promise, resolve, reject } = Promise.withResolvers<ByteStream>();
    const attempt = new AbortController();
    const giveUp = (reason: Error) => {
      attempt.abort(reason);
      reject(reason);
    };
    const late = setTimeout(() => giveUp(new NotConnectedError("no answer")), this.#times.login);
    this.#interrupt = () => giveUp(stopping());
    Promise.try(() => this.#options.connect(attempt.signal)).then((stream) => {
      // It may come in spite of the signal, when nobody wants it any more.
      if (attempt.signal.aborted) closeQuietly(stream);
      else resolve(stream);
    }, reject);
    return promise.finally(() => {
      clearTimeout(late);
      this.#interrupt = undefined;
    });
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

  /** Waits; a stop ends it early. */
  #pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #receive(name: string, message: string): void {
    // Our own events do not come from Asterisk; a value with line ends can pretend so.
    if (name.charCodeAt(3) === 0x3a && /^ami:/i.test(name)) return;
    this.eventCount++;
    // Most events have no listener: they are never parsed.
    let event: AmiEvent | undefined;
    const watchers = this.watchers.find(name);
    if (watchers.length > 0) this.#give(event = new AmiEvent(message), watchers);
    // A listener may put other sets in force, which begin with the next event.
    const sets = this.#listeners;
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
  #tell(event: AmiEvent): void {
    this.#give(event, this.watchers.find(event.Event));
    for (const set of this.#listeners) this.#tellSet(event, set);
  }

  #tellSet(event: AmiEvent, set: EventListeners): void {
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

function stopping(): NotConnectedError {
  return new NotConnectedError("Lunopark is stopping");
}

/**
 * Says that events may have been missed between two sessions: `Since`, `Until`, and whether Asterisk
 * itself was `Restarted`, as far as both have said since when it is up.
 */
function gapEvent(before: Pick<AmiSession, "lastHeard" | "bootedAt">, now: AmiSession): AmiEvent {
  const since = Date.now() - (performance.now() - before.lastHeard);
  const headers: Record<string, string> = {
    Since: new Date(since).toISOString(),
    Until: new Date().toISOString(),
  };
  if (before.bootedAt !== undefined && now.bootedAt !== undefined) {
    headers["Restarted"] = String(Math.abs(now.bootedAt - before.bootedAt) > sameBoot);
  }
  return makeEvent("ami:gap", headers);
}

function withDefaults(name: string, parameters: ActionParameters): ActionParameters {
  if (name.toLowerCase() !== "originate") return parameters;
  const told = Object.entries(parameters).some(([key, value]) =>
    key.toLowerCase() === "async" && value !== undefined && value !== null
  );
  return told ? parameters : { ...parameters, Async: true };
}

/** An error in a few words, without the number that the system adds to them. */
function describe(error: Error): string {
  const text = error.message || error.name;
  return text.replace(/ \(os error \d+\)/, "").split("\n")[0] as string;
}
