/**
 * Calls that Asterisk makes in the background: what an Originate resolves to, and what becomes of it.
 *
 * @module
 */

import { ActionTimeoutError, AmiError } from "../errors.ts";
import type { OriginateResponseEvent } from "../schema/events.ts";
import type { ActionParameters } from "./action.ts";
import { AmiEvent, type Flat, type RawEvent } from "./event.ts";
import type { ActionResult } from "./pending_actions.ts";
import type { AmiResponse } from "./response.ts";

/** The `OriginateResponse` event of a call that was answered, or of one that was not. */
export type OriginateOutcome<Response extends "Success" | "Failure"> = Flat<
  OriginateResponseEvent & RawEvent & { readonly Response: Response }
>;

/**
 * What Originate returns: a promise that resolves when Asterisk has accepted the order, and in it
 * another one for what becomes of the call.
 */
export interface OriginatePromise extends Promise<AmiResponse> {
  /**
   * Resolves with the `OriginateResponse` event when the channel has been answered. Whoever asks for
   * it need not await the order too: what rejects that rejects this. Whoever does not ask misses
   * nothing, and is told of no failure here.
   *
   * On the wire, behind the response: `Event: OriginateResponse`, the ActionID of the order,
   * `Response: Success`, `Channel`, `Context` and `Exten` or `Application` and `Data`, `Reason: 4`,
   * `Uniqueid`, `CallerIDNum`, `CallerIDName`. Asterisk never sends it before the response.
   * Source: Asterisk 22, main/manager.c, fast_originate(), process_events()
   *
   * It rejects with
   * - {@linkcode OriginateFailedError} if the event says `Failure`: it has the event, and the reason;
   * - {@linkcode ActionFailedError} if Asterisk refuses the order, as the order itself does;
   * - {@linkcode NotConnectedError} if there is no AMI connection, or it ends before the event;
   * - {@linkcode ActionTimeoutError} if the event does not come within the `Timeout` of the call (30 s
   *   unless given) and one minute more: the AMI user may not see events of the class `call`. A
   *   `Timeout` below 1 is no limit, and here neither;
   * - the reason of `options.signal` when that fires; Asterisk goes on calling;
   * - {@linkcode TypeError} with `Async: false`: Asterisk sends no event then, since its response comes
   *   only after the answer.
   */
  readonly answered: Promise<OriginateOutcome<"Success">>;
}

/** What an action returns before it is known to be an Originate. */
export interface SentAction extends Promise<ActionResult> {
  /** For an Originate that Asterisk does in the background: what becomes of the call. */
  readonly answered?: Promise<OriginateOutcome<"Success">>;
}

/** Why a call was not answered; `failed` when it could not be made, or Asterisk says no more. */
export type OriginateFailure = "busy" | "congestion" | "failed" | "hangup" | "noanswer";

/** `Reason` in words: a control frame's number, of which only these occur. */
const failures: Readonly<Record<string, readonly [reason: OriginateFailure, words: string]>> = {
  "1": ["hangup", "it hung up"],
  "3": ["noanswer", "nobody answered"],
  "5": ["busy", "it is busy"],
  "8": ["congestion", "congestion"],
};

/**
 * A call that Originate asked for was not answered: its `OriginateResponse` says `Failure`.
 *
 * `reason` is the `Reason` header as a word: `noanswer` (3: its `Timeout` is over), `busy` (5),
 * `congestion` (8), `hangup` (1: Asterisk gave up), or else `failed` (0: no such extension or device,
 * or refused with another cause).
 * Source: Asterisk 22, main/pbx.c, pbx_dial_reason(); main/dial.c, handle_frame(),
 * handle_timeout_trip()
 */
export class OriginateFailedError extends AmiError {
  /** The event, all headers included. */
  readonly event: OriginateOutcome<"Failure">;
  /** Why the call was not answered. */
  readonly reason: OriginateFailure;

  /** Takes the event. */
  constructor(event: OriginateOutcome<"Failure">) {
    const [reason, words] = failures[event.Reason] ?? ["failed", "the call could not be made"];
    super(`Originate of "${event.Channel}" failed: ${words} (Reason ${event.Reason})`);
    this.event = event;
    this.reason = reason;
  }
}

/** How much later than the dialling may end its event may come, in milliseconds. */
const margin = 60_000;
/** Longest time that a timer can run; it would fire at once with a longer one. */
const maxTimer = 2 ** 31 - 1;

/** The background calls of one session that are not answered yet, by the ActionID of their order. */
export class OriginateAnswers {
  readonly #waiting = new Map<
    string,
    { take(event: AmiEvent): void; fail(error: unknown): void }
  >();

  /** How many calls are not answered yet. */
  get size(): number {
    return this.#waiting.size;
  }

  /**
   * Waits for the event of an order that is being sent. `accepted` is for its response, `time` how
   * long the dialling may take, in milliseconds.
   */
  wait(
    id: string,
    accepted: Promise<unknown>,
    time: number,
    signal?: AbortSignal,
  ): Promise<OriginateOutcome<"Success">> {
    const { promise, resolve, reject } = Promise.withResolvers<OriginateOutcome<"Success">>();
    // Whoever does not ask for the answer is not to be ended by it.
    promise.catch(() => {});
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      this.#waiting.delete(id);
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const fail = (error: unknown) => {
      end();
      reject(error);
    };
    const abort = () => fail(signal?.reason);
    const take = (event: AmiEvent) => {
      end();
      // What the types know of its headers is checked by Response alone.
      if (event.Response === "Success") resolve(event as unknown as OriginateOutcome<"Success">);
      else reject(new OriginateFailedError(event as unknown as OriginateOutcome<"Failure">));
    };
    this.#waiting.set(id, { take, fail });
    signal?.addEventListener("abort", abort, { once: true });
    accepted.then(() => {
      if (!this.#waiting.has(id) || time + margin > maxTimer) return;
      timer = setTimeout(() => fail(noEvent(time + margin)), time + margin);
    }, fail);
    return promise;
  }

  /** Takes an event, if it is the one of a call that waits. */
  take(name: string, message: string): boolean {
    if (this.#waiting.size === 0 || name !== "OriginateResponse") return false;
    const event = new AmiEvent(message);
    const call = this.#waiting.get(event.ActionID ?? "");
    call?.take(event);
    return call !== undefined;
  }

  /** Rejects all that wait: the line has ended. */
  rejectAll(reason: Error): void {
    for (const call of [...this.#waiting.values()]) call.fail(reason);
  }
}

function noEvent(time: number): ActionTimeoutError {
  return new ActionTimeoutError(
    `Originate was accepted, but no OriginateResponse came within ${time} ms: ` +
      `the AMI user needs the class "call" in read`,
    "Originate",
    time,
  );
}

/** Whether an action is an Originate, its name in any case. */
export function isOriginate(name: string): boolean {
  return name.length === 9 && name.toLowerCase() === "originate";
}

/** Gives an Originate that is being sent its `answered`, whatever becomes of it. */
export function withAnswer(sent: SentAction): OriginatePromise {
  const answered = sent.answered ?? sent.then(() => {
    throw new TypeError(
      'Cannot tell when Originate is answered: with "Async: false" Asterisk sends no ' +
        "OriginateResponse, its response comes after the answer",
    );
  });
  answered.catch(() => {});
  // One of its own: that its rejection was looked at above must not hide it.
  const accepted = sent.then((result) => result);
  Object.defineProperty(accepted, "answered", {
    get() {
      // `await ami.originate(...).answered` is told of all that goes wrong: once is enough.
      accepted.catch(() => {});
      return answered;
    },
  });
  return accepted as OriginatePromise;
}

/** The parameters of an action; an Originate is asynchronous unless it is told otherwise. */
export function withDefaults(name: string, parameters: ActionParameters): ActionParameters {
  if (!isOriginate(name)) return parameters;
  const told = Object.entries(parameters).some(([key, value]) =>
    key.toLowerCase() === "async" && value !== undefined && value !== null
  );
  return told ? parameters : { ...parameters, Async: true };
}
