/**
 * The actions that wait for their response, and the lists that are still coming.
 *
 * @module
 */

import { ActionFailedError, ActionTimeoutError, AmiError } from "../errors.ts";
import { rejectAwaited } from "../rejection.ts";
import { AmiEvent, endsList, eventName, makeEvent } from "./event.ts";
import { NumberedQueue } from "./numbered_queue.ts";
import {
  type AmiList,
  AmiResponse,
  findSequel,
  makeList,
  mayTellSequel,
  type Sequel,
} from "./response.ts";

/** What an action resolves to: a list's items, or else the response. */
export type ActionResult = AmiResponse | AmiList;

/** Whether a message belongs to no action that waits, to one of them, or is the last for it. */
export type Taken = "foreign" | "part" | "last";

/**
 * What settles the promise that was made last: one function for all promises, in the place
 * of one for each.
 */
const settlers = {
  resolve: (_result: ActionResult | PromiseLike<never>) => {},
  reject: (_reason: unknown) => {},
};

function keepSettlers(
  resolve: (result: ActionResult | PromiseLike<never>) => void,
  reject: (reason: unknown) => void,
): void {
  settlers.resolve = resolve;
  settlers.reject = reject;
}

/** An action that waits for its response. */
export class PendingAction {
  /** Its ActionID. */
  readonly id: string;
  readonly name: string;
  /** When it was sent, in milliseconds of `performance.now()`. */
  readonly sent: number;
  /** How long it may keep the whole connection silent, in milliseconds. */
  readonly blocks: number;
  /** What becomes of it. */
  readonly promise: Promise<ActionResult>;
  /** Is called when the promise is settled. */
  onEnd: (() => void) | undefined;
  /** Nobody waits for it any more, but Asterisk will still answer. */
  abandoned = false;
  readonly #resolve: (result: ActionResult | PromiseLike<never>) => void;
  readonly #reject: (reason: unknown) => void;

  constructor(id: string, name: string, sent: number, blocks: number) {
    this.id = id;
    this.name = name;
    this.sent = sent;
    this.blocks = blocks;
    this.promise = new Promise(keepSettlers);
    this.#resolve = settlers.resolve;
    this.#reject = settlers.reject;
  }

  resolve(result: ActionResult): void {
    this.#resolve(result);
    this.onEnd?.();
  }

  /** Rejects it with an error of its own, which gets its stack where the action is awaited. */
  reject(error: AmiError): void {
    rejectAwaited(this.#resolve, error);
    this.onEnd?.();
  }

  /** Gives up waiting for it, and rejects it. What still comes for it is ignored. */
  abandon(reason: unknown): void {
    this.abandoned = true;
    if (reason instanceof ActionTimeoutError) return this.reject(reason);
    this.#reject(reason);
    this.onEnd?.();
  }
}

/** How a response begins that is no error. */
const successStart = "Response: Success\r\nActionID: ";

/** A list that is coming. */
interface List {
  readonly response: AmiResponse;
  readonly sequel: Sequel;
  readonly items: AmiEvent[];
}

/**
 * Keeps the actions that wait. Their ActionIDs share a prefix that nobody else uses.
 *
 * Asterisk works actions off one by one, in the order in which they came. So the one that is answered
 * is the oldest, once those before it that have no answer are rejected, and a list that is coming is
 * that of the oldest. One that is abandoned is kept until its answer has come: so nobody takes its
 * list for events, and what it does to the connection meanwhile is known.
 * Source: Asterisk 22, main/manager.c, session_do()
 */
export class PendingActions {
  readonly #prefix: string;
  readonly #idHeader: string;
  readonly #successHead: string;
  /** Each has its number in its ActionID, behind the prefix. */
  readonly #actions = new NumberedQueue<PendingAction>();
  /** The list that is coming for the oldest. */
  #list: List | undefined;

  /** `prefix` must not be guessable: a value with line ends can forge a whole message. */
  constructor(prefix: string) {
    this.#prefix = prefix;
    this.#idHeader = `\r\nActionID: ${prefix}`;
    this.#successHead = successStart + prefix;
  }

  /** How many actions wait. */
  get size(): number {
    let size = 0;
    for (const { abandoned } of this.#actions) if (!abandoned) size++;
    return size;
  }

  /**
   * Waits for what comes for an action that is sent right now, under an ActionID that was not given
   * before. `blocks` is for how many milliseconds it may keep Asterisk from saying anything else on
   * this connection, `sent` when it goes out, in those of `performance.now()`.
   */
  add(name: string, blocks = 0, sent: number = performance.now()): PendingAction {
    const id = this.#prefix + this.#actions.next;
    const action = new PendingAction(id, name, sent, blocks);
    this.#actions.push(action);
    return action;
  }

  /** How many actions have not been answered, those that nobody waits for included. */
  get unanswered(): number {
    return this.#actions.size;
  }

  /**
   * Until when Asterisk may be at work without a word, on a connection that was last heard at
   * `lastHeard`: it says nothing before an action is done, and any can take long. Each may take
   * `usual` milliseconds, or as long as it blocks; a Ping may not.
   */
  busyUntil(lastHeard: number, usual: number): number {
    let latest = lastHeard;
    // One that waits for its turn begins when the one before has answered, which was heard.
    for (const { name, sent, blocks } of this.#actions) {
      if (name === "Ping" && blocks === 0) continue;
      latest = Math.max(latest, Math.max(sent, lastHeard) + Math.max(blocks, usual));
    }
    return latest;
  }

  /** Rejects all that wait: the line has ended. */
  rejectAll(reason: (action: string) => AmiError): void {
    this.#list = undefined;
    for (let action; (action = this.#actions.shift());) action.reject(reason(action.name));
  }

  /** Takes a response. */
  takeResponse(message: string): Taken {
    const response = new AmiResponse(message);
    // Nearly all say first that they are no error, and then whose: nothing else need be looked for.
    const isUsual = message.startsWith(this.#successHead);
    const number = isUsual
      ? readNumber(message, this.#successHead.length)
      : this.#numberOf(response.ActionID);
    const action = this.#actions.get(number);
    if (!action) return "foreign";
    if (number !== this.#actions.first) this.#rejectSkipped(number);
    if (!isUsual && response.Response === "Error") {
      this.#takeFirst();
      action.reject(refusal(action.name, response));
      return "last";
    }
    const thirdLine = successStart.length + action.id.length + 2;
    const isLast = isUsual && !mayTellSequel(message, thirdLine);
    const sequel = isLast ? "nothing" : findSequel(message);
    if (sequel === "nothing" || this.#list) {
      this.#takeFirst();
      action.resolve(response);
    } else if (sequel === "empty") {
      this.#takeFirst();
      const complete = { EventList: "Complete", ListItems: "0" };
      action.resolve(makeList(response, [], makeEvent(`${action.name}Complete`, complete)));
    } else {
      this.#list = { response, sequel, items: [] };
      return "part";
    }
    return "last";
  }

  /** Takes an event that belongs to a list. */
  takeEvent(message: string): Taken {
    if (!this.#list) return "foreign";
    const at = message.indexOf(this.#idHeader);
    // A UserEvent repeats what its sender wrote, an ActionID too, and is in no list.
    if (at < 0 || eventName(message) === "UserEvent") return "foreign";
    const number = readNumber(message, at + this.#idHeader.length);
    if (number !== this.#actions.first) return "foreign";
    const { response, sequel, items } = this.#list;
    const event = new AmiEvent(message);
    const ends = sequel === "event" || endsList(message) ||
      sequel === "oldList" && event.Event.endsWith("Complete");
    if (!ends || sequel === "event") items.push(event);
    if (!ends) return "part";
    this.#takeFirst()?.resolve(makeList(response, items, event));
    return "last";
  }

  /** What was asked before an action that is being answered will not be answered any more. */
  #rejectSkipped(number: number): void {
    while (this.#actions.first < number) {
      const action = this.#takeFirst()!;
      action.reject(
        new AmiError(`Action "${action.name}" has no answer: Asterisk answers a later one`),
      );
    }
  }

  #takeFirst(): PendingAction | undefined {
    this.#list = undefined;
    return this.#actions.shift();
  }

  /** The number in an ActionID; NaN when it is none of ours. */
  #numberOf(id: string | undefined): number {
    return id?.startsWith(this.#prefix) ? readNumber(`${id}\r\n`, this.#prefix.length) : NaN;
  }
}

/** Reads a number that makes up the rest of a line as we write it; NaN when there is something else. */
function readNumber(text: string, start: number): number {
  let number = 0;
  let at = start;
  for (;; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) break;
    number = number * 10 + digit;
  }
  const isOurs = number > 0 && text.charCodeAt(start) !== 0x30 && text.startsWith("\r\n", at);
  return isOurs ? number : NaN;
}

function refusal(action: string, response: AmiResponse): ActionFailedError {
  // A CLI command that fails says why in its output only.
  const reason = response.output[0] ?? response.Message ?? "Asterisk gave no reason";
  return new ActionFailedError(`Action "${action}" failed: ${reason}`, action, response);
}
