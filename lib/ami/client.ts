/**
 * The AMI client: keeps a session with Asterisk, now and after each loss, and hands out its events.
 *
 * @module
 */

import { AmiError, AmiLoginError, NotConnectedError } from "../errors.ts";
import { defaultLimits } from "../limits.ts";
import type { Log } from "../log.ts";
import { BoundedLog } from "../log_bounded.ts";
import { Backoff } from "../net/backoff.ts";
import { type ByteStream, closeQuietly } from "../net/byte_stream.ts";
import type { ActionParameters } from "./action.ts";
import { report } from "./action_observer.ts";
import { ChannelSync } from "./channel_sync.ts";
import type { AmiChannels } from "./channels.ts";
import { type AmiClientOptions, type AmiLimits, defaultTimes } from "./client_options.ts";
import { type AmiState, stateWords } from "./client_state.ts";
import { type AmiEvent, makeEvent } from "./event.ts";
import { EventDispatch } from "./event_dispatch.ts";
import type { EventListeners } from "./event_listeners.ts";
import type { EventQueue, Loss } from "./event_queue.ts";
import { gapEvent, lossEvent } from "./gap.ts";
import { type SentAction, withDefaults } from "./originate.ts";
import { isReachable } from "./reach.ts";
import { type ActionOptions, AmiSession, type AmiTimes } from "./session.ts";

/** Least pause after a refused login, in milliseconds: it will not be right by being repeated soon. */
const refusedPause = 10_000;
/** How often the log repeats that there is still no connection, in milliseconds. */
const reminderPause = 60_000;
/** An AMI client. It connects for ever, until it is stopped. */
export class AmiClient {
  readonly #options: AmiClientOptions;
  readonly #times: AmiTimes;
  readonly #limits: AmiLimits;
  readonly #backoff: Backoff;
  readonly #log: Log;
  /** For what users' code can cause as often as it likes. */
  readonly #bounded: BoundedLog;
  #state: AmiState = "connecting";
  #session: AmiSession | undefined;
  #running: Promise<void> | undefined;
  /** Ends what the loop waits for: an attempt to connect, or a pause. */
  #interrupt: (() => void) | undefined;
  readonly #dispatch: EventDispatch;
  #lastComplaint = { text: "", at: -Infinity };
  /** The session before this one, as far as it shows what was missed. */
  #lastSeen: Pick<AmiSession, "lastHeard" | "bootedAt"> | undefined;
  /** Events that nobody got so far, because they were too many to wait. */
  droppedEvents = 0;
  /** How often the connection was there, an attempt failed, and a gap was told. */
  readonly counts: { connected: number; failed: number; gaps: number } = {
    connected: 0,
    failed: 0,
    gaps: 0,
  };
  /** The loops over events that go on, with the name of these. */
  readonly loops: Map<EventQueue, string> = new Map();
  /** The mirror of channels, as soon as somebody has asked for it. */
  #channels: ChannelSync | undefined;
  /** Makes a client that does nothing before {@linkcode start}. */
  constructor(options: AmiClientOptions) {
    this.#options = options;
    this.#times = { ...defaultTimes, ...options.times };
    this.#backoff = options.backoff ?? new Backoff({ first: 250, most: 4_000 });
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#log = options.log;
    this.#bounded = new BoundedLog(options.log);
    this.#dispatch = new EventDispatch(options.log);
  }

  /** Listeners of the house: they take no event from `default`. */
  get watchers(): EventListeners {
    return this.#dispatch.watchers;
  }

  /** Messages of AMI events received so far. */
  get eventCount(): number {
    return this.#dispatch.count;
  }

  /** AMI events received so far, by name. */
  get eventCounts(): Record<string, number> {
    return this.#dispatch.counts;
  }

  /** How many channels the mirror has; `undefined` when nobody has asked for it. */
  get channelCount(): number | undefined {
    return this.#channels?.channels.size;
  }

  /** Where the client is. */
  get state(): AmiState {
    return this.#state;
  }

  /** AMI version of Asterisk, such as `11.0.0`; `undefined` without a session. */
  get version(): string | undefined {
    return this.#state === "ready" ? this.#session?.version : undefined;
  }

  /** The channels of the PBX; from the first use on they are kept up to date. */
  get channels(): AmiChannels {
    if (!this.#channels) {
      this.#channels = new ChannelSync(this.#log);
      if (this.#state === "ready" && this.#session) this.#channels.begin(this.#session);
      if (this.#state === "stopped") this.#channels.stop();
    }
    return this.#channels.view;
  }

  /** How many actions wait for their response. */
  get waiting(): number {
    return this.#session?.waiting ?? 0;
  }

  /** Most events that wait for one loop. */
  get queuedEvents(): number {
    return this.#limits.queuedEvents;
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
    this.#channels?.stop();
    this.#bounded[Symbol.dispose]();
  }

  /**
   * Sends an action and resolves to its response, or to the items of a list.
   *
   * Originate is asynchronous unless it is told otherwise: Asterisk would answer nothing else on this
   * connection until the far end picks up or the time is over.
   *
   * @throws {NotConnectedError} If there is no session, or it ends before the answer.
   * @throws {AmiError} If too many actions wait already, `limits.waitingActions`.
   * @throws {ActionFailedError} If Asterisk refuses.
   * @throws {ActionTimeoutError} If the answer takes longer than `timeout`.
   */
  action(
    name: string,
    parameters: ActionParameters = {},
    options?: ActionOptions,
  ): SentAction {
    const { observer } = this.#options;
    if (!observer) return this.#send(name, parameters, options);
    return report(observer, name, () => this.#send(name, parameters, options));
  }

  #send(name: string, parameters: ActionParameters, options?: ActionOptions): SentAction {
    if (this.#state !== "ready" || !this.#session) {
      return Promise.reject(
        new NotConnectedError(
          `Cannot send action "${name}": AMI connection is ${stateWords[this.#state]}`,
        ),
      );
    }
    const { waitingActions } = this.#limits;
    if (this.#session.unanswered >= waitingActions) {
      const reason = `${waitingActions} actions wait for their response (limits.waitingActions)`;
      this.#bounded.warn("waiting", `Refused an AMI action: ${reason}`);
      return Promise.reject(new AmiError(`Cannot send action "${name}": ${reason}`));
    }
    return this.#session.action(name, withDefaults(name, parameters), options);
  }

  /** Tells listeners, and the log, of events that nobody got: those of a loop, or without name any. */
  tellLoss(name: string | undefined, loss: Loss): void {
    const whose = name === undefined
      ? "came while the connection was being made"
      : `waited for a loop over ami.events("${name}")`;
    this.#bounded.warn(
      `loss ${name ?? ""}`,
      `Dropped ${loss.count} AMI events: more than ${this.queuedEvents} ${whose} ` +
        "(limits.queuedEvents)",
    );
    this.droppedEvents += loss.count;
    this.counts.gaps++;
    this.#dispatch.tell(lossEvent(name, loss));
  }

  /**
   * Makes these the listeners, all in one step: no event is handled by the old and the new, or by
   * neither. A set that is new hears `ami:ready` at once when the connection is.
   */
  setListeners(sets: readonly EventListeners[]): void {
    const known = this.#dispatch.sets;
    this.#dispatch.sets = sets;
    if (this.#state !== "ready") return;
    const ready = this.#readyEvent();
    for (const set of sets) {
      if (!known.includes(set)) this.#dispatch.tellSet(ready, set);
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

  /** Why the last attempt to connect failed; `undefined` while there is a connection, and before any. */
  get failure(): string | undefined {
    return this.#lastComplaint.text || undefined;
  }

  /** One session from connecting to its end; resolves to what ended it. */
  async #serveSession(): Promise<Error> {
    const { credentials, address } = this.#options;
    let session: AmiSession | undefined;
    try {
      const stream = await this.#connect();
      session = this.#session = this.#makeSession(stream);
      if (this.#isStopped()) throw stopping();
      await session.open(credentials);
      if (this.#channels) await this.#readChannels(this.#channels, session);
      if (this.#isStopped()) throw stopping();
      this.#state = "ready";
      this.counts.connected++;
      this.#backoff.reset();
      this.#lastComplaint.text = "";
      this.#log.info(`Connected to AMI ${session.version} at ${address}`);
      this.#dispatch.tell(this.#readyEvent());
      if (this.#lastSeen) {
        this.counts.gaps++;
        this.#dispatch.tell(gapEvent(this.#lastSeen, session));
      }
      if (session.lost) this.tellLoss(undefined, session.lost);
      session.releaseEvents();
      const reason = await session.ended;
      this.#lastSeen = { lastHeard: session.lastHeard, bootedAt: session.bootedAt };
      // From here on an action must not find a session that is over.
      if (!this.#isStopped()) this.#state = "waiting";
      this.#dispatch.tell(makeEvent("ami:lost", { Reason: reason.message }));
      return reason;
    } catch (error) {
      if (!this.#isStopped()) this.counts.failed++;
      return error instanceof Error ? error : new NotConnectedError(String(error));
    } finally {
      session?.close(stopping());
      this.#session = undefined;
      this.#channels?.end();
    }
  }

  #makeSession(stream: ByteStream): AmiSession {
    return new AmiSession(stream, {
      times: this.#times,
      limits: this.#limits,
      log: this.#log,
      notice: (name, message) => this.#channels?.take(name, message),
      receive: (name, message) => this.#dispatch.receive(name, message),
      isReachable: (signal) => {
        const late = AbortSignal.timeout(this.#times.login);
        const connect = (attempt: AbortSignal) => this.#options.connect(attempt);
        return isReachable(connect, AbortSignal.any([signal, late]));
      },
    });
  }

  /** Reads the lists of channels, for so long as they may take. */
  async #readChannels(channels: ChannelSync, session: AmiSession): Promise<void> {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#log.warn(
        `AMI gave no list of channels within ${this.#times.lists} ms, goes on without`,
      );
      late.resolve();
    }, this.#times.lists);
    const ended = session.ended.then((reason) => {
      throw reason;
    });
    try {
      await Promise.race([channels.begin(session), late.promise, ended]);
      if (session.over) throw session.over;
    } finally {
      clearTimeout(timer);
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
    // Not the pause alone: nothing follows it for a minute, as if there were one attempt only.
    const next = `trying again and again${isNew ? `, next in ${pause} ms` : ""}`;
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
}

function stopping(): NotConnectedError {
  return new NotConnectedError("Lunopark is stopping");
}

/** An error in a few words, without the number that the system adds to them. */
function describe(error: Error): string {
  const text = error.message || error.name;
  return text.replace(/ \(os error \d+\)/, "").split("\n")[0] as string;
}
