/**
 * AMI events.
 *
 * @module
 */

import { AmiMessage } from "./message.ts";

/** What happened on the PBX, its headers as properties: `event.Event`, `event.Channel`. */
export class AmiEvent extends AmiMessage {
  /** Name of the event: `Newchannel`, `Hangup`. */
  declare readonly Event: string;
}

const eventStart = "Event: ";

/** Name of the event that a message tells, without parsing it; `undefined` for a response. */
export function eventName(message: string): string | undefined {
  if (!message.startsWith(eventStart)) return undefined;
  return message.slice(eventStart.length, message.indexOf("\r\n"));
}

/** Makes an event of our own, such as `ami:ready`, in the shape of Asterisk's. */
export function makeEvent(name: string, headers: Readonly<Record<string, string>>): AmiEvent {
  let message = `${eventStart}${name}\r\n`;
  for (const [header, value] of Object.entries(headers)) {
    message += `${header}: ${value.replaceAll(/[\r\n]+/g, " ")}\r\n`;
  }
  return new AmiEvent(message);
}
