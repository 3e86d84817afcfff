/**
 * AMI responses.
 *
 * @module
 */

import type { AnyEvent } from "./event.ts";
import { AmiMessage, wholeText } from "./message.ts";

/** What Asterisk answered to an action, its headers as properties: `response.Message`. */
export class AmiResponse extends AmiMessage {
  /** `Success`, `Error`, `Follows` (a Command up to Asterisk 13) or `Goodbye` (Logoff). */
  declare readonly Response: string;

  /** Takes a whole message, with or without the blank line that ends it. */
  constructor(message: string) {
    const follows = message.startsWith("Response: Follows\r\n");
    // The text of an old Command is no headers, though its lines may look like some.
    super(follows ? message.slice(0, followsText(message)) : message, message);
  }

  /**
   * Lines that a CLI command printed: `(await ami.command({ command: "core show uptime" })).output`.
   *
   * On the wire these are `Output` headers since Asterisk 14; before, all text up to
   * `--END COMMAND--`.
   * Source: Asterisk 22 and 13, main/manager.c, action_command()
   */
  get output(): string[] {
    const whole = wholeText(this);
    if (!whole.startsWith("Response: Follows\r\n")) return this.headers.getAll("Output");
    const text = whole.slice(followsText(whole));
    const lines = text.replace(/--END COMMAND--\r\n(?:\r\n)?$/, "").split("\n");
    // Each line ends with LF; what is behind the last is no line, unless it has text.
    if (lines.at(-1) === "") lines.pop();
    return lines;
  }
}

/** Where the text of an old Command begins: behind its Privilege and, if there is one, ActionID. */
function followsText(message: string): number {
  const head = /^Response: Follows\r\n(?:Privilege: Command\r\n)?(?:ActionID: [^\r\n]*\r\n)?/;
  return head.exec(message)?.[0].length ?? message.length;
}

/**
 * What comes behind a response: a `list` of events that ends with `EventList: Complete`, an `oldList`
 * that ends with an event whose name does (`StatusComplete`), one single `event`, or `nothing`;
 * `empty` is nothing in the place of a list.
 */
export type Sequel = "list" | "oldList" | "event" | "empty" | "nothing";

/**
 * Tells what comes behind a response, which its third line says: `EventList: start`, or a `Message`
 * such as `FAXStats event will follow`, up to Asterisk 12 `Channel status will follow`, and for a list
 * without items `There are no voicemail users currently defined.`.
 *
 * Further down such a line is part of a value: nobody can make an answer wait for a list that never
 * comes by means of a channel variable with line ends.
 * Source: Asterisk 22, main/manager.c, astman_send_listack(); res/res_fax.c, manager_fax_stats(),
 * `Start` in manager_fax_sessions(); apps/app_voicemail.c, manager_list_voicemail_users(),
 * manager_status_voicemail_user(), manager_get_mailbox_summary(); 12, main/manager.c, action_status()
 */
export function findSequel(message: string): Sequel {
  const line = thirdLine.exec(message)?.[1];
  if (line === undefined) return "nothing";
  if (line.startsWith("EventList")) return "list";
  if (line.endsWith(" event will follow")) return "event";
  if (line.endsWith(" will follow")) return "oldList";
  return /^Message: There (is|are) no voicemail user/.test(line) ? "empty" : "nothing";
}

/** Whether a line that starts at `start` may be a third line that {@linkcode findSequel} looks for. */
export function mayTellSequel(message: string, start: number): boolean {
  const letter = message.charCodeAt(start);
  return letter === 0x45 || letter === 0x4d; // E, M
}

const thirdLine =
  /^Response: Success\r\n(?:ActionID: [^\r\n]*\r\n)?(EventList: [Ss]tart|Message: [^\r\n]*)\r\n/;

/**
 * The items of a list action: `for (const item of await ami.Status()) ...`.
 *
 * An array of the events that make up the list, in Asterisk's order. What makes an array of it, such
 * as `map` and `filter`, makes a plain one.
 */
export class AmiList<Item = AnyEvent, Complete = AnyEvent> extends Array<Item> {
  /** What Asterisk answered first. */
  declare readonly response: AmiResponse;
  /** The event that ended the list; it has totals for some actions. */
  declare readonly complete: Complete;

  /** The class of arrays that are made of this one. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** Makes a list of what has come for it; its two messages do not show among its items. */
export function makeList(
  response: AmiResponse,
  items: readonly AnyEvent[],
  complete: AnyEvent,
): AmiList {
  const list = new AmiList();
  for (const item of items) list.push(item);
  Object.defineProperty(list, "response", { value: response });
  Object.defineProperty(list, "complete", { value: complete });
  return list;
}
