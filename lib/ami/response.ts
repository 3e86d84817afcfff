/**
 * AMI responses.
 *
 * @module
 */

import type { AmiEvent } from "./event.ts";
import { AmiMessage } from "./message.ts";

/** What Asterisk answered to an action, its headers as properties: `response.Message`. */
export class AmiResponse extends AmiMessage {
  /** `Success`, `Error`, `Follows` (a Command up to Asterisk 13) or `Goodbye` (Logoff). */
  declare readonly Response: string;
  readonly #message: string;

  constructor(message: string) {
    const follows = message.startsWith("Response: Follows\r\n");
    // The text of an old Command is no headers, though its lines may look like some.
    super(follows ? message.slice(0, followsText(message)) : message);
    this.#message = message;
  }

  /**
   * Lines that a CLI command printed: `(await ami.command({ command: "core show uptime" })).output`.
   *
   * On the wire these are `Output` headers since Asterisk 14; before, all text up to
   * `--END COMMAND--`.
   */
  get output(): string[] {
    if (this.Response !== "Follows") return this.headers.getAll("Output");
    const text = this.#message.slice(followsText(this.#message));
    return text.replace(/\n?--END COMMAND--\r\n(\r\n)?$/, "").split("\n");
  }
}

/** Where the text of an old Command begins: behind its Privilege and, if there is one, ActionID. */
function followsText(message: string): number {
  const head = /^Response: Follows\r\n(?:Privilege: Command\r\n)?(?:ActionID: [^\r\n]*\r\n)?/;
  return head.exec(message)?.[0].length ?? message.length;
}

/**
 * The items of a list action: `for (const item of await ami.Status()) ...`.
 *
 * An array of the events that make up the list, in Asterisk's order.
 */
export class AmiList extends Array<AmiEvent> {
  /** What Asterisk answered first. */
  declare readonly response: AmiResponse;
  /** The event that ended the list; it has totals for some actions. */
  declare readonly complete: AmiEvent;

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** Makes a list of what has come for it; its two messages do not show among its items. */
export function makeList(
  response: AmiResponse,
  items: readonly AmiEvent[],
  complete: AmiEvent,
): AmiList {
  const list = new AmiList();
  for (const item of items) list.push(item);
  Object.defineProperty(list, "response", { value: response });
  Object.defineProperty(list, "complete", { value: complete });
  return list;
}
