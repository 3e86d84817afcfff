/**
 * Answers to one action, in Asterisk's order of headers.
 *
 * @module
 */
import type { ManagerAction } from "./manager_action.ts";
import { formatHeaders, type Headers } from "./manager_event.ts";
import { decodeText, encodeText } from "../wire_text.ts";

/** Buffers that Asterisk copies an ActionID into: with its name and line end it is cut to fit. */
const ID_LENGTH = 256;

/** How a list is written. */
export interface ListOptions {
  /** `Message` of the response. */
  readonly message: string;
  /** Name of the event that ends it. */
  readonly complete: string;
  /** Headers of that event after `ListItems`. */
  readonly extra?: Headers;
  /** Value of `EventList` in the response: `start` unless given; res_fax writes `Start`. */
  readonly start?: string;
  /** What the item count says, when it is not the number of items. */
  readonly count?: number;
}

/** An item of a list: an event that only the asking session gets. */
export interface ListItem {
  readonly event: string;
  readonly headers: Headers;
  /** Where the ActionID stands: before the headers unless `last`. */
  readonly id?: "first" | "last";
}

/** Writes the answers to one action. */
export class Responder {
  readonly #action: ManagerAction;
  readonly #write: (text: string) => void;

  /** @param write Sends text to the session that asked. */
  constructor(action: ManagerAction, write: (text: string) => void) {
    this.#action = action;
    this.#write = write;
  }

  /** `Response: Success`, and `Message` when one is given. */
  ack(message?: string): void {
    this.respond("Success", message === undefined ? [] : [["Message", message]]);
  }

  /** `Response: Error` with `Message`. Source: Asterisk 22, main/manager.c, astman_send_error() */
  error(message: string): void {
    this.respond("Error", [["Message", message]]);
  }

  /** `Response`, the whole ActionID when there is one, and headers. */
  respond(response: string, headers: Headers = []): void {
    const { actionId } = this.#action;
    const id = actionId === "" ? "" : `ActionID: ${actionId}\r\n`;
    this.#write(`Response: ${response}\r\n${id}${formatHeaders(headers)}\r\n`);
  }

  /**
   * `Response: Success` of the actions that copy the ActionID into `length` bytes first: of a longer
   * one the end is lost, with the line end, and the next header follows at once.
   */
  respondCut(headers: Headers, length: number): void {
    this.#write(`Response: Success\r\n${this.cutId(length)}${formatHeaders(headers)}\r\n`);
  }

  /** An event for the asking session only, with the ActionID where Asterisk has it. */
  item({ event, headers, id = "first" }: ListItem): void {
    const text = formatHeaders(headers);
    const line = this.cutId();
    this.#write(`Event: ${event}\r\n${id === "first" ? line + text : text + line}\r\n`);
  }

  /** A list: response, items, the event that ends it. */
  list(items: readonly ListItem[], options: ListOptions): void {
    const { message, complete, extra = [], start = "start", count = items.length } = options;
    this.respond("Success", [["EventList", start], ["Message", message]]);
    for (const item of items) this.item(item);
    const { actionId } = this.#action;
    this.#write(
      `Event: ${complete}\r\n` + (actionId === "" ? "" : `ActionID: ${actionId}\r\n`) +
        formatHeaders([["EventList", "Complete"], ["ListItems", count], ...extra]) + "\r\n",
    );
  }

  /** `ActionID` and its line end, as much of it as fits into a buffer of `length` bytes. */
  cutId(length: number = ID_LENGTH): string {
    const { actionId } = this.#action;
    if (actionId === "") return "";
    const bytes = encodeText(`ActionID: ${actionId}\r\n`);
    return decodeText(bytes.subarray(0, length - 1));
  }
}
