/**
 * The actions that wait for their response, and the lists that are still coming.
 *
 * @module
 */

import { ActionFailedError, AmiError } from "../errors.ts";
import { AmiEvent, endsList, eventName, makeEvent } from "./event.ts";
import { type AmiList, AmiResponse, findSequel, makeList, type Sequel } from "./response.ts";

/** What an action resolves to: a list's items, or else the response. */
export type ActionResult = AmiResponse | AmiList;

/** Whether a message belongs to no action that waits, to one of them, or is the last for it. */
export type Taken = "foreign" | "part" | "last";

interface PendingAction {
  readonly name: string;
  readonly resolve: (result: ActionResult) => void;
  readonly reject: (reason: unknown) => void;
  /** When it was sent, in milliseconds of `performance.now()`. */
  readonly sent: number;
  /** How long it may keep the whole connection silent, in milliseconds. */
  readonly blocks: number;
  /** Nobody waits for it any more, but Asterisk will still answer. */
  abandoned: boolean;
  list?: List;
}

/** A list that is coming. */
interface List {
  readonly response: AmiResponse;
  readonly sequel: Sequel;
  readonly items: AmiEvent[];
}

/**
 * Keeps the actions that wait. Their ActionIDs share a prefix that nobody else uses.
 *
 * Asterisk works actions off one by one, in the order in which they came. One that is abandoned is
 * therefore kept until its answer has come: so nobody takes its list for events, and what it does to
 * the connection meanwhile is known.
 * Source: Asterisk 22, main/manager.c, session_do()
 */
export class PendingActions {
  readonly #prefix: string;
  readonly #idHeader: string;
  readonly #actions = new Map<string, PendingAction>();
  #lists = 0;
  #last = 0;

  /** `prefix` must not be guessable: a value with line ends can forge a whole message. */
  constructor(prefix: string) {
    this.#prefix = prefix;
    this.#idHeader = `\r\nActionID: ${prefix}`;
  }

  /** How many actions wait. */
  get size(): number {
    let size = 0;
    for (const { abandoned } of this.#actions.values()) if (!abandoned) size++;
    return size;
  }

  /** An ActionID that was not given before. */
  nextId(): string {
    return this.#prefix + ++this.#last;
  }

  /**
   * Resolves or rejects with what comes for this ActionID. `blocks` is for how many milliseconds the
   * action may keep Asterisk from saying anything else on this connection.
   */
  wait(id: string, name: string, blocks = 0): Promise<ActionResult> {
    return new Promise((resolve, reject) => {
      const sent = performance.now();
      this.#actions.set(id, { name, resolve, reject, sent, blocks, abandoned: false });
    });
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
    for (const { name, sent, blocks } of this.#actions.values()) {
      if (name === "Ping" && blocks === 0) continue;
      latest = Math.max(latest, Math.max(sent, lastHeard) + Math.max(blocks, usual));
    }
    return latest;
  }

  /** Gives up waiting for an action, and rejects it. What still comes for it is ignored. */
  abandon(id: string, reason: unknown): void {
    const action = this.#actions.get(id);
    if (!action) return;
    action.abandoned = true;
    action.reject(reason);
  }

  /** Rejects all that wait: the line has ended. */
  rejectAll(reason: (action: string) => Error): void {
    const actions = [...this.#actions.values()];
    this.#actions.clear();
    this.#lists = 0;
    for (const action of actions) action.reject(reason(action.name));
  }

  /** Takes a response. */
  takeResponse(message: string): Taken {
    const response = new AmiResponse(message);
    const id = response.ActionID ?? "";
    const action = this.#actions.get(id);
    if (!action) return "foreign";
    this.#rejectSkipped(id);
    const sequel = findSequel(message);
    if (response.Response === "Error") {
      this.#take(id);
      action.reject(refusal(action.name, response));
    } else if (sequel === "nothing" || action.list) {
      this.#take(id);
      action.resolve(response);
    } else if (sequel === "empty") {
      this.#take(id);
      const complete = { EventList: "Complete", ListItems: "0" };
      action.resolve(makeList(response, [], makeEvent(`${action.name}Complete`, complete)));
    } else {
      action.list = { response, sequel, items: [] };
      this.#lists++;
      return "part";
    }
    return "last";
  }

  /** Takes an event that belongs to a list. */
  takeEvent(message: string): Taken {
    if (this.#lists === 0) return "foreign";
    const at = message.indexOf(this.#idHeader);
    // A UserEvent repeats what its sender wrote, an ActionID too, and is in no list.
    if (at < 0 || eventName(message) === "UserEvent") return "foreign";
    const id = message.slice(at + "\r\nActionID: ".length, message.indexOf("\r\n", at + 2));
    const action = this.#actions.get(id);
    if (!action?.list) return "foreign";
    const { response, sequel, items } = action.list;
    const event = new AmiEvent(message);
    const ends = sequel === "event" || endsList(message) ||
      sequel === "oldList" && event.Event.endsWith("Complete");
    if (!ends || sequel === "event") items.push(event);
    if (!ends) return "part";
    this.#take(id);
    action.resolve(makeList(response, items, event));
    return "last";
  }

  /** What was asked before an action that is being answered will not be answered any more. */
  #rejectSkipped(id: string): void {
    for (const [earlier, action] of this.#actions) {
      if (earlier === id) return;
      this.#take(earlier);
      action.reject(
        new AmiError(`Action "${action.name}" has no answer: Asterisk answers a later one`),
      );
    }
  }

  #take(id: string): void {
    if (this.#actions.get(id)?.list) this.#lists--;
    this.#actions.delete(id);
  }
}

function refusal(action: string, response: AmiResponse): ActionFailedError {
  // A CLI command that fails says why in its output only.
  const reason = response.output[0] ?? response.Message ?? "Asterisk gave no reason";
  return new ActionFailedError(`Action "${action}" failed: ${reason}`, action, response);
}
