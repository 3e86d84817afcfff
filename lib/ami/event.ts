/**
 * AMI events.
 *
 * @module
 */

import { decodeEscaped } from "./escape.ts";
import { AmiMessage, copyText, type Header, type Headers } from "./message.ts";

/** What every event has beside its documented headers. */
export interface RawEvent {
  /** All headers as they came: repeated ones, unusual names, names in any case, values not decoded. */
  readonly headers: Headers;
}

/**
 * Any event: its headers as properties, whatever it is called. A function that takes this can listen
 * to every event.
 */
export type AnyEvent = RawEvent & {
  /** Name of the event. */
  readonly Event: string;
  /** A header that may be there. */
  readonly [header: Capitalize<string>]: string | undefined;
};

/** One object type in the place of several: it shows as one, and has all headers of {@linkcode AnyEvent}. */
export type Flat<Block> = { readonly [Name in keyof Block]: Block[Name] };

/**
 * What happened on the PBX, its headers as properties: `event.Event`, `event.Channel`.
 *
 * Values that Asterisk escapes are decoded, see {@linkcode decodeEscaped}; in `headers` they are as
 * they came.
 */
export class AmiEvent extends AmiMessage {
  /** Name of the event: `Newchannel`, `Hangup`. */
  declare readonly Event: string;

  /** Takes a whole message, with or without the blank line that ends it. */
  constructor(message: string) {
    super(message, message, decodeEvent);
  }
}

function decodeEvent(headers: readonly Header[]): readonly Header[] {
  const [name, value] = headers[0] ?? ["", ""];
  return decodeEscaped(name === "Event" ? value : "", headers);
}

const eventStart = "Event: ";

/**
 * Name of the event that a message tells, without parsing it; `undefined` for a response.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(eventName("Event: OriginateResponse\r\nResponse: Failure\r\n\r\n"), "OriginateResponse");
 * assert.equal(eventName("Response: Success\r\n\r\n"), undefined);
 * ```
 */
export function eventName(message: string): string | undefined {
  if (!message.startsWith(eventStart)) return undefined;
  const end = message.indexOf("\r\n");
  const place = (end * 31 + message.charCodeAt(end - 1) * 7 + message.charCodeAt(end - 3)) & 0xff;
  const known = knownNames[place] as string;
  if (known.length === end - eventStart.length && message.startsWith(known, eventStart.length)) {
    return known;
  }
  return knownNames[place] = copyText(message.slice(eventStart.length, end));
}

/**
 * Names of events that came, each in the place that some of its letters give. One that is known is the
 * same string as last time: to find in a Map who listens to it costs a third of what a new one does.
 */
const knownNames: string[] = new Array(0x100).fill("");

/**
 * Whether an event says that it is the last of a list: `EventList: Complete`, or `cancelled`.
 *
 * Asterisk writes that before any other header but the ActionID. Further down it is part of a value:
 * a channel variable with line ends cannot cut off a list of channels.
 * Source: Asterisk 22, main/manager.c, astman_send_list_complete_start(); 11, main/pbx.c,
 * manager_show_dialplan()
 */
export function endsList(message: string): boolean {
  return listEnd.test(message);
}

const listEnd =
  /^Event: [^\r\n]*\r\n(?:ActionID: [^\r\n]*\r\n)?EventList: (?:Complete|cancelled)\r\n/i;

/**
 * Makes an event of our own, such as `ami:ready`, in the shape of Asterisk's. Line ends in values
 * become blanks.
 */
export function makeEvent(name: string, headers: Readonly<Record<string, string>>): AmiEvent {
  let message = `${eventStart}${name}\r\n`;
  for (const [header, value] of Object.entries(headers)) {
    message += `${header}: ${value.replaceAll(/[\r\n]+/g, " ")}\r\n`;
  }
  return new AmiEvent(message);
}
