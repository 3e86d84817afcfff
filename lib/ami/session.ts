/**
 * One AMI session: a connection from its login to its end, and the actions on it.
 *
 * @module
 */

import { ActionTimeoutError, NotConnectedError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import { type ActionParameters, formatAction } from "./action.ts";
import { AmiConnection } from "./connection.ts";
import { eventName } from "./event.ts";
import { type Credentials, logIn } from "./login.ts";
import { type ActionResult, PendingActions } from "./pending_actions.ts";

/** What a session may take its time for, in milliseconds. */
export interface AmiTimes {
  /** Silence after which Asterisk is asked whether it is there. */
  readonly ping: number;
  /** Silence after which the line is taken for dead. */
  readonly dead: number;
  /** For greeting and login together. */
  readonly login: number;
  /**
   * For `FullyBooted` after a login: Asterisk accepts one up to half a second before it has loaded
   * its modules. It does not come at all to a user who may not see events of the class `system`.
   */
  readonly boot: number;
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

/** A session. It ends by itself when the line does, and is then of no more use. */
export class AmiSession {
  readonly #connection: AmiConnection;
  readonly #pending: PendingActions;
  readonly #times: AmiTimes;
  readonly #receiveEvent: ReceiveEvent;
  readonly #log: Log;
  #ended: Promise<Error> | undefined;
  #over: Error | undefined;
  #keepAlive: ReturnType<typeof setInterval> | undefined;
  #booted: (() => void) | undefined;
  /** AMI version of the peer, `11.0.0` for Asterisk 22; empty before the greeting. */
  version = "";

  constructor(stream: ByteStream, times: AmiTimes, receiveEvent: ReceiveEvent, log: Log) {
    this.#connection = new AmiConnection(stream);
    this.#times = times;
    this.#receiveEvent = receiveEvent;
    this.#log = log;
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

  /** How many actions wait for their response. */
  get waiting(): number {
    return this.#pending.size;
  }

  /**
   * Reads the greeting, logs in, and waits until Asterisk has booted.
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
      // Source: Asterisk 11, include/asterisk/manager.h: AMI 1.3; 12 came with 2.0.
      this.#pending.oldLists = this.version.startsWith("1.");
      const booted = new Promise<void>((resolve) => this.#booted = resolve);
      this.#ended = this.#read();
      await logIn((name, parameters) => this.action(name, parameters), credentials);
      clearTimeout(timer);
      await this.#waitForBoot(booted);
    } catch (error) {
      const reason = this.#over ?? error as Error;
      this.close(reason);
      throw reason;
    } finally {
      clearTimeout(timer);
    }
    this.#keepAlive = setInterval(() => this.#checkSilence(), this.#times.ping / 3);
  }

  /** Sends an action, and resolves to what Asterisk answers. */
  action(
    name: string,
    parameters: ActionParameters,
    options: ActionOptions = {},
  ): Promise<ActionResult> {
    if (this.#over) return Promise.reject(this.#lost(name));
    const id = this.#pending.nextId();
    let request: string;
    try {
      options.signal?.throwIfAborted();
      request = formatAction(name, parameters, id);
    } catch (error) {
      return Promise.reject(error);
    }
    const result = this.#pending.wait(id, name, blocksUntil(name, parameters));
    this.#connection.send(request);
    const { timeout, signal } = options;
    if (timeout === undefined && !signal) return result;
    return this.#limit(result, id, name, timeout, signal);
  }

  /** Ends the session: what waits is rejected at once. */
  close(reason: Error): void {
    if (this.#over) return;
    this.#over = reason;
    clearInterval(this.#keepAlive);
    this.#connection.close();
    this.#booted?.();
    this.#pending.rejectAll((action) => this.#lost(action));
  }

  #lost(action: string): NotConnectedError {
    return new NotConnectedError(
      `Action "${action}" has no answer: the AMI connection ended (${this.#over?.message})`,
      { cause: this.#over },
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

  #receive(message: string): void {
    const name = eventName(message);
    if (name === undefined) {
      if (!this.#pending.takeResponse(message)) {
        // A late answer to an action that was given up, or an error about no action in particular.
        this.#log.debug("Ignoring AMI response that no action waits for", {
          message: message.slice(0, 200),
        });
      }
      return;
    }
    if (this.#pending.takeEvent(message)) return;
    if (name === "FullyBooted") this.#booted?.();
    this.#receiveEvent(name, message);
  }

  async #waitForBoot(booted: Promise<void>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => timer = setTimeout(resolve, this.#times.boot));
    await Promise.race([booted, enough]);
    clearTimeout(timer);
    if (this.#over) throw this.#over;
  }

  /** Asks a silent Asterisk whether it is there, and gives up one that does not say so. */
  #checkSilence(): void {
    const { ping, dead } = this.#times;
    // An action that blocks the connection keeps it silent for as long as it may.
    const since = Math.max(this.#connection.lastHeard, this.#pending.blocksUntil);
    const silence = performance.now() - since;
    if (silence > dead) {
      this.close(new NotConnectedError(`Asterisk has been silent for ${Math.round(silence)} ms`));
    } else if (silence > ping) {
      this.action("Ping", {}).catch(() => {});
    }
  }

  #limit(
    result: Promise<ActionResult>,
    id: string,
    name: string,
    timeout: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ActionResult> {
    const abandon = () => this.#pending.abandon(id, signal?.reason);
    signal?.addEventListener("abort", abandon, { once: true });
    const timer = timeout === undefined ? undefined : setTimeout(() => {
      this.#pending.abandon(
        id,
        new ActionTimeoutError(
          `Action "${name}" had no answer within ${timeout} ms`,
          name,
          timeout,
        ),
      );
    }, timeout);
    return result.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abandon);
    });
  }
}

/**
 * Until when an action may keep Asterisk from answering anything on this connection, in milliseconds
 * of `performance.now()`; 0 for those that do not.
 * Source: Asterisk 22, main/manager.c, action_originate(), action_waitevent()
 */
function blocksUntil(name: string, parameters: ActionParameters): number {
  const given = (wanted: string) =>
    Object.entries(parameters).find(([key]) => key.toLowerCase() === wanted)?.[1];
  switch (name.toLowerCase()) {
    case "originate":
      if (/^(true|yes|y|t|1|on)$/i.test(String(given("async")))) return 0;
      return performance.now() + Number(given("timeout") ?? 30_000);
    case "waitevent": {
      const seconds = Number(given("timeout") ?? 30);
      return seconds >= 0 ? performance.now() + seconds * 1_000 : Infinity;
    }
    default:
      return 0;
  }
}
