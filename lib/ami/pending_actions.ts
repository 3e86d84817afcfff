/**
 * The actions that wait for their response, and the lists that are still coming.
 *
 * @module
 */

import { ActionFailedError } from "../errors.ts";
import { AmiEvent, eventName } from "./event.ts";
import { type AmiList, AmiResponse, makeList } from "./response.ts";

/** What an action resolves to: a list's items, or else the response. */
export type ActionResult = AmiResponse | AmiList;

interface PendingAction {
  readonly name: string;
  readonly resolve: (result: ActionResult) => void;
  readonly reject: (error: Error) => void;
  /** Until when it may keep the whole connection silent, in milliseconds of `performance.now()`. */
  readonly blocksUntil: number;
  response?: AmiResponse;
  items?: AmiEvent[];
  /** Tells the event that ends the list of an action that does not mark it by `EventList`. */
  endsWith?: (event: AmiEvent) => boolean;
}

/** Actions that answer with one event behind the response, which is no list on the wire. */
const singleEvent: Readonly<Record<string, string>> = {
  faxsession: "FAXSession",
  faxstats: "FAXStats",
};

/** Keeps the actions that wait. Their ActionIDs share a prefix that nobody else uses. */
export class PendingActions {
  readonly #prefix: string;
  readonly #idHeader: string;
  readonly #actions = new Map<string, PendingAction>();
  #lists = 0;
  #last = 0;
  /** Whether lists may come without the `EventList` header, as they do up to Asterisk 11. */
  oldLists = false;

  /** `prefix` must not be guessable: a value with line ends can forge a whole message. */
  constructor(prefix: string) {
    this.#prefix = prefix;
    this.#idHeader = `\r\nActionID: ${prefix}`;
  }

  /** How many actions wait. */
  get size(): number {
    return this.#actions.size;
  }

  /** Until when some action may keep the connection silent; 0 when there is none. */
  get blocksUntil(): number {
    let latest = 0;
    for (const action of this.#actions.values()) latest = Math.max(latest, action.blocksUntil);
    return latest;
  }

  /** An ActionID that was not given before. */
  nextId(): string {
    return this.#prefix + ++this.#last;
  }

  /** Resolves or rejects with what comes for this ActionID. */
  wait(id: string, name: string, blocksUntil = 0): Promise<ActionResult> {
    return new Promise((resolve, reject) => {
      this.#actions.set(id, { name, resolve, reject, blocksUntil });
    });
  }

  /** Gives up waiting for an action, and rejects it. What still comes for it is ignored. */
  abandon(id: string, reason: Error): void {
    const action = this.#take(id);
    action?.reject(reason);
  }

  /** Rejects all that wait: the line has ended. */
  rejectAll(reason: (action: string) => Error): void {
    const actions = [...this.#actions.values()];
    this.#actions.clear();
    this.#lists = 0;
    for (const action of actions) action.reject(reason(action.name));
  }

  /** Takes a response; false when no action waits for it. */
  takeResponse(message: string): boolean {
    const response = new AmiResponse(message);
    const id = response["ActionID"] ?? "";
    const action = this.#actions.get(id);
    if (!action) return false;
    if (response.Response === "Error") {
      this.#take(id);
      action.reject(
        new ActionFailedError(
          `Action "${action.name}" failed: ${response["Message"] ?? "Asterisk gave no reason"}`,
          action.name,
          response,
        ),
      );
    } else if (this.#startsList(action, response)) {
      action.response = response;
      action.items = [];
      this.#lists++;
    } else {
      this.#take(id);
      action.resolve(response);
    }
    return true;
  }

  /** Takes an event that belongs to a list; false for any other. */
  takeEvent(message: string): boolean {
    if (this.#lists === 0 || !message.includes(this.#idHeader)) return false;
    // It repeats what its sender wrote, an ActionID too, and is in no list.
    if (eventName(message) === "UserEvent") return false;
    const event = new AmiEvent(message);
    const id = event["ActionID"] ?? "";
    const action = this.#actions.get(id);
    if (!action?.items || !action.response) return false;
    const marked = event["EventList"]?.toLowerCase();
    const ends = action.endsWith?.(event) ?? false;
    if (ends && action.name.toLowerCase() in singleEvent) action.items.push(event);
    if (ends || marked === "complete" || marked === "cancelled") {
      this.#take(id);
      action.resolve(makeList(action.response, action.items, event));
    } else {
      action.items.push(event);
    }
    return true;
  }

  #startsList(action: PendingAction, response: AmiResponse): boolean {
    // res_fax writes `Start`.
    if (response["EventList"]?.toLowerCase() === "start") return true;
    const single = singleEvent[action.name.toLowerCase()];
    const message = response["Message"] ?? "";
    if (single !== undefined && message.endsWith("will follow")) {
      action.endsWith = (event) => event.Event === single;
      return true;
    }
    // Source: Asterisk 11, main/manager.c, action_status()
    if (this.oldLists && message.endsWith("will follow")) {
      action.endsWith = (event) => event.Event.endsWith("Complete");
      return true;
    }
    return false;
  }

  #take(id: string): PendingAction | undefined {
    const action = this.#actions.get(id);
    this.#actions.delete(id);
    if (action?.items) this.#lists--;
    return action;
  }
}
