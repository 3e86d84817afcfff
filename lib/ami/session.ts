/**
 * One AMI session: a connection from its login to its end, and the actions on it.
 *
 * @module
 */

import { setImmediate } from "node:timers";
import { ActionTimeoutError, NotConnectedError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import {
  type ActionParameters,
  blockingTime,
  dialingTime,
  formatParameters,
  formatRequest,
} from "./action.ts";
import { AmiConnection, type MessageLimits } from "./connection.ts";
import { AmiEvent, eventName } from "./event.ts";
import type { Loss } from "./event_queue.ts";
import { type Credentials, logIn } from "./login.ts";
import { isOriginate, OriginateAnswers, type SentAction } from "./originate.ts";
import { type PendingAction, PendingActions, type Taken } from "./pending_actions.ts";
import { type SilenceTimes, watchSilence } from "./watch_silence.ts";

/** What a session may take its time for, in milliseconds. */
export interface AmiTimes extends SilenceTimes {
  /** For connecting, and again for greeting and login together. */
  readonly login: number;
  /**
   * For `FullyBooted` after a login: Asterisk accepts one up to half a second before it has loaded
   * its modules. It does not come at all to a user who may not see events of the class `system`.
   */
  readonly boot: number;
  /** For the lists of channels after a login; then `ami:ready` is told without them. */
  readonly lists: number;
  /** For any action that waits: how long Asterisk may be silent over it while its machine is there. */
  readonly busy: number;
  /** For the answer to the `Logoff` of a client that stops. */
  readonly logoff: number;
}

/** How an action is sent. */
export interface ActionOptions {
  /** Longest wait for the response in milliseconds; for ever unless given. */
  readonly timeout?: number;
  /** Gives up waiting when it fires; Asterisk still does what it was asked. */
  readonly signal?: AbortSignal;
}

/** Takes the events of a session that belong to no list. */
export type ReceiveEvent = (name: string, message: string) => void;

/** What a session is made with. */
export interface SessionOptions {
  readonly times: AmiTimes;
  readonly limits: SessionLimits;
  readonly log: Log;
  /** Takes events, those of the login when all is ready. */
  readonly receive: ReceiveEvent;
  /** Takes all events as they come, before `receive` does. */
  readonly notice?: ReceiveEvent;
  /** Finds out by another connection whether the peer's machine is there at all. */
  readonly isReachable?: (signal: AbortSignal) => Promise<boolean>;
}

/** The limits of a session. */
export interface SessionLimits extends MessageLimits {
  /** Most events that wait for {@linkcode AmiSession.releaseEvents}. */
  readonly queuedEvents: number;
}

/** Most questions whether Asterisk is there that wait for an answer. */
const maxPings = 1_000;

/** Longest time that a timer can run; it would fire at once with a longer one. */
const maxTimer = 2 ** 31 - 1;

/** A session. It ends by itself when the line does, and is then of no more use. */
export class AmiSession {
  readonly #connection: AmiConnection;
  readonly #pending: PendingActions;
  readonly #answers = new OriginateAnswers();
  readonly #options: SessionOptions;
  readonly #times: AmiTimes;
  readonly #log: Log;
  #ended: Promise<Error> | undefined;
  #over: Error | undefined;
  #keepAlive: Disposable | undefined;
  #pings = 0;
  #booted: (() => void) | undefined;
  /** An action was answered, and whoever waited for it may not have gone on yet. */
  #settled = false;
  /** Events that came before {@linkcode releaseEvents}. */
  #early: string[] | undefined = [];
  /** AMI version of the peer, `11.0.0` for Asterisk 22; empty before the greeting. */
  version = "";
  /**
   * When Asterisk started, in milliseconds of `performance.now()`, as far as it has said so: the
   * `Uptime` of `FullyBooted` is in whole seconds.
   */
  bootedAt: number | undefined;

  /** The events that came before {@linkcode releaseEvents} and were too many to wait for it. */
  lost: Loss | undefined;

  /** Takes over the stream. To be opened next. */
  constructor(stream: ByteStream, options: SessionOptions) {
    this.#connection = new AmiConnection(stream, options.limits);
    this.#options = options;
    this.#times = options.times;
    this.#log = options.log;
    const random = crypto.getRandomValues(new Uint32Array(2));
    this.#pending = new PendingActions(
      `${Array.from(random, (part) => part.toString(36)).join("")}-`,
    );
  }

  /** Why the session ended; resolves when it has. */
  get ended(): Promise<Error> {
    if (!this.#ended) throw new TypeError("Cannot wait for an AMI session that is not open");
    return this.#ended;
  }

  /** Why it is over, as soon as it is. */
  get over(): Error | undefined {
    return this.#over;
  }

  /** When the last bytes came, in milliseconds of `performance.now()`. */
  get lastHeard(): number {
    return this.#connection.lastHeard;
  }

  /** How many actions wait for their response. */
  get waiting(): number {
    return this.#pending.size;
  }

  /** How many actions Asterisk has not answered, whether somebody waits for it or not. */
  get unanswered(): number {
    return this.#pending.unanswered;
  }

  /**
   * Reads the greeting, logs in, and waits until Asterisk has booted. Events that come meanwhile wait
   * for {@linkcode releaseEvents}.
   *
   * @throws {ProtocolError} If the peer does not speak AMI.
   * @throws {AmiLoginError} If Asterisk refuses the login.
   * @throws {NotConnectedError} If the line ends, or the peer takes too long.
   */
  async open(credentials: Credentials): Promise<void> {
    const late = new NotConnectedError("AMI peer does not answer");
    const timer = setTimeout(() => this.close(late), this.#times.login);
    try {
      this.version = await this.#connection.readBanner();
      const booted = new Promise<void>((resolve) => this.#booted = resolve);
      this.#ended = this.#read();
      await logIn((name, parameters) => this.action(name, parameters), credentials);
      clearTimeout(timer);
      await this.#waitForBoot(booted);
      if (this.#over) throw this.#over;
    } catch (error) {
      const reason = this.#over ?? error as Error;
      this.close(reason);
      throw reason;
    } finally {
      clearTimeout(timer);
    }
    this.#keepAlive = watchSilence(this.#times, {
      lastHeard: () => this.lastHeard,
      busyUntil: (lastHeard) => this.#pending.busyUntil(lastHeard, this.#times.busy),
      ask: () => this.#ask(),
      isReachable: (signal) => this.#options.isReachable?.(signal) ?? Promise.resolve(true),
      giveUp: (silence) =>
        this.close(new NotConnectedError(`Asterisk has been silent for ${silence} ms`)),
    });
  }

  /**
   * Asks whether Asterisk is there. One that is busy answers later; but what is sent to a machine
   * that has started anew, and knows nothing of this connection, comes back as its end.
   */
  #ask(): void {
    if (this.#pings >= maxPings) return;
    this.#pings++;
    this.action("Ping", {}).catch(() => {}).finally(() => this.#pings--);
  }

  /** Hands out the events that came since the login, and from now on each as it comes. */
  releaseEvents(): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const message of early) this.#options.receive(eventName(message) as string, message);
  }

  /** Sends an action, and resolves to what Asterisk answers. */
  action(
    name: string,
    parameters: ActionParameters,
    options: ActionOptions = {},
  ): SentAction {
    const { timeout, signal } = options;
    let headers: string;
    try {
      headers = formatParameters(name, parameters);
      if (timeout !== undefined && !(timeout >= 0)) {
        throw new RangeError(
          `Cannot send action "${name}": timeout is ${timeout}, must be 0 or more milliseconds`,
        );
      }
      signal?.throwIfAborted();
    } catch (error) {
      return Promise.reject(error);
    }
    if (this.#over) {
      return Promise.reject(
        new NotConnectedError(
          `Cannot send action "${name}": the AMI connection ended (${this.#over.message})`,
          { cause: this.#over },
        ),
      );
    }
    const blocks = blockingTime(name, parameters);
    // Whoever waits so long thinks that it can take so long.
    const action = this.#pending.add(
      name,
      Math.max(blocks, timeout ?? 0),
      this.#connection.sendTime,
    );
    this.#connection.send(formatRequest(name, action.id, headers));
    if (timeout !== undefined || signal) this.#limit(action, timeout, signal);
    const { promise } = action;
    if (blocks > 0 || !isOriginate(name)) return promise;
    const answered = this.#answers.wait(action.id, promise, dialingTime(parameters), signal);
    return Object.assign(promise, { answered });
  }

  /** Ends the session: what waits is rejected at once. */
  close(reason: Error): void {
    if (this.#over) return;
    this.#over = reason;
    this.#keepAlive?.[Symbol.dispose]();
    this.#connection.close();
    this.#booted?.();
    this.#pending.rejectAll((action) =>
      new NotConnectedError(
        `Action "${action}" has no answer: the AMI connection ended (${reason.message})`,
        { cause: reason },
      )
    );
    this.#answers.rejectAll(
      new NotConnectedError(
        `Nobody knows whether Originate was answered: the AMI connection ended (${reason.message})`,
        { cause: reason },
      ),
    );
  }

  async #read(): Promise<Error> {
    let reason: Error;
    try {
      await this.#connection.readMessages((message) => this.#receive(message));
      reason = new NotConnectedError("Asterisk closed the connection");
    } catch (error) {
      reason = error as Error;
    }
    this.close(reason);
    return this.#over as Error;
  }

  #receive(message: string): Promise<void> | void {
    const name = eventName(message);
    if (name === undefined) return this.#receiveResponse(message);
    const taken = this.#pending.takeEvent(message);
    if (taken !== "foreign") return this.#noticeSettled(taken);
    if (this.#settled) return this.#receiveLater(name, message);
    this.#receiveEvent(name, message);
  }

  #receiveEvent(name: string, message: string): void {
    // Whoever waited for it goes on before the next event, as behind a response.
    if (this.#answers.take(name, message)) this.#settled = true;
    if (name === "FullyBooted") this.#noticeBoot(new AmiEvent(message));
    this.#options.notice?.(name, message);
    if (this.#early) this.#hold(this.#early, message);
    else this.#options.receive(name, message);
  }

  #hold(early: string[], message: string): void {
    if (early.length < this.#options.limits.queuedEvents) {
      early.push(message);
      return;
    }
    const now = Date.now();
    const { count = 0, since = now } = this.lost ?? {};
    this.lost = { count: count + 1, since, until: now };
  }

  /** Whoever waited for an answer goes on before listeners hear what came behind it. */
  #noticeSettled(taken: Taken): void {
    if (taken === "last") this.#settled = true;
  }

  async #receiveLater(name: string, message: string): Promise<void> {
    // Only here, and not behind each answer: a turn costs 20 µs, and a hundred answers may come at once.
    await nextTurn();
    this.#settled = false;
    this.#receiveEvent(name, message);
  }

  #receiveResponse(message: string): Promise<void> | void {
    if (!message.startsWith("Response: ")) {
      // IAXnetstats prints its text and ends it like a line; the message after it is whole.
      // Source: Asterisk 22, channels/chan_iax2.c, manager_iax2_show_netstats()
      const start = message.search(/\r\n(?:Event|Response): /);
      if (start >= 0) return this.#receive(message.slice(start + 2));
    }
    const taken = this.#pending.takeResponse(message);
    this.#noticeSettled(taken);
    if (taken === "foreign") {
      // An error about no action in particular, the second one about the same, or a piece of a value.
      // What is in it is nobody's business.
      this.#log.debug("Ignoring AMI message that no action waits for");
    }
  }

  #noticeBoot(event: AmiEvent): void {
    const uptime = Number(event.Uptime ?? NaN);
    if (uptime >= 0) this.bootedAt = performance.now() - uptime * 1_000;
    this.#booted?.();
  }

  async #waitForBoot(booted: Promise<void>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => timer = setTimeout(resolve, this.#times.boot));
    await Promise.race([booted, enough]);
    clearTimeout(timer);
  }

  /** Gives an action up after a time, or when a signal fires. */
  #limit(
    action: PendingAction,
    timeout: number | undefined,
    signal: AbortSignal | undefined,
  ): void {
    const { name } = action;
    const abort = () => action.abandon(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    const timer = timeout === undefined || timeout > maxTimer ? undefined : setTimeout(() => {
      const text = `Action "${name}" had no answer within ${timeout} ms`;
      action.abandon(new ActionTimeoutError(text, name, timeout));
    }, timeout);
    action.onEnd = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
  }
}

/**
 * Lets whoever waited for an answer go on before the next event: a listener that it adds then
 * misses nothing, such as the `OriginateResponse` that came in one piece with the response.
 */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
