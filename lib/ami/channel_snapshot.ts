/**
 * How Asterisk describes a channel in its events and lists.
 *
 * @module
 */

import { unescapeValue } from "./escape.ts";

/** Number and name of somebody at a phone; `undefined` when Asterisk does not know them. */
export interface Party {
  /** Such as `6001`. */
  readonly number: string | undefined;
  /** Such as `Example Caller`, as it was set: Asterisk's escapes are undone. */
  readonly name: string | undefined;
}

/** What a description of a channel says. */
export interface ChannelSnapshot {
  /** Identifies the channel for its whole life, also when it is renamed: `1795375529.55`. */
  readonly uniqueid: string;
  /** Its name at present: `PJSIP/6001-00000001`. */
  readonly name: string;
  /** `Down`, `Ring` (is calling), `Ringing` (is being called), `Up`, or a rarer one. */
  readonly state: string;
  /** Who calls. */
  readonly caller: Party;
  /** Who is at the other end. */
  readonly connected: Party;
  /** Language of its prompts. */
  readonly language: string;
  /** Its account code; empty for none. */
  readonly accountcode: string;
  /** Place in the dialplan. */
  readonly context: string;
  /** Place in the dialplan. */
  readonly exten: string;
  /** Place in the dialplan; 1 is the first. */
  readonly priority: number;
  /** Uniqueid of the oldest channel that this one has to do with. */
  readonly linkedid: string;
}

const first = "\r\nChannel: ";
const nameStart = "Channel: ".length;
const id = "Uniqueid: ";
const last = "\r\nLinkedid: ";

/** Where a message tells of a channel. */
export interface Mention {
  /** Of the channel; empty when there is none. */
  readonly uniqueid: string;
  /** Its description, as {@linkcode parseSnapshot} reads it; `undefined` when there is none. */
  readonly text: string | undefined;
  /** Where the description ends; 0 when there is none. */
  readonly end: number;
}

/**
 * Finds the description of a channel in a message: the lines from `Channel` to `Linkedid`, as
 * Asterisk 13 and later write them into nearly every event about one. What a value with line ends can
 * forge stands behind it.
 * Source: Asterisk 22, main/manager_channels.c, ast_manager_build_channel_state_string_prefix()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const { uniqueid, text } = findMention(
 *   "Event: Hangup\r\nChannel: Local/1@a-1;1\r\nUniqueid: 7.1\r\nLinkedid: 7.1\r\nCause: 16\r\n\r\n",
 * );
 * assert.equal(uniqueid, "7.1");
 * assert.equal(text, "Channel: Local/1@a-1;1\r\nUniqueid: 7.1\r\nLinkedid: 7.1");
 * ```
 */
export function findMention(message: string): Mention {
  const line = findLine(message, id);
  const idEnd = line < 0 ? 0 : message.indexOf("\r\n", line + id.length);
  const uniqueid = line < 0 ? "" : message.slice(line + id.length, idEnd);
  const start = message.indexOf(first);
  if (start < 0) return { uniqueid, text: undefined, end: 0 };
  // Nearly always the next line: to look for it from the start takes 0.2 µs.
  const isNext = start < line && message.startsWith(last, idEnd);
  const lastLine = isNext ? idEnd : message.indexOf(last, start);
  if (lastLine < 0) return { uniqueid, text: undefined, end: 0 };
  const end = message.indexOf("\r\n", lastLine + last.length);
  return { uniqueid, text: message.slice(start + 2, end), end };
}

/**
 * Where the first line starts that begins so; -1 when there is none. To look for the line end before
 * it too would stop at every line, and take three times as long.
 */
function findLine(message: string, label: string): number {
  let at = message.indexOf(label);
  while (at >= 0 && !message.startsWith("\r\n", at - 2)) at = message.indexOf(label, at + 1);
  return at;
}

/** The name in a description of a channel. */
export function findName(text: string): string {
  const end = text.indexOf("\r\n");
  return text.slice(nameStart, end < 0 ? undefined : end);
}

/** Whether that is the name in a description of a channel. */
export function hasName(text: string, name: string): boolean {
  return text.startsWith(name, nameStart) && text.startsWith("\r\n", nameStart + name.length);
}

/**
 * Reads a description of a channel.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const snapshot = parseSnapshot(
 *   "Channel: PJSIP/6001-1\r\nChannelStateDesc: Up\r\nCallerIDNum: 6001\r\nCallerIDName: <unknown>",
 * );
 * assert.equal(snapshot.state, "Up");
 * assert.deepEqual(snapshot.caller, { number: "6001", name: undefined });
 * ```
 */
export function parseSnapshot(text: string): ChannelSnapshot {
  // Each value is looked for behind the one before: that is several times quicker than to split all.
  let at = 0;
  const next = (label: string): string => {
    const found = text.startsWith(label, at) ? at : text.indexOf(`\r\n${label}`, at) + 2;
    if (found < 2 && found !== at) return "";
    const start = found + label.length;
    const end = text.indexOf("\r\n", start);
    at = end < 0 ? text.length : end;
    return text.slice(start, at);
  };
  const name = next("Channel: ");
  const state = next("ChannelStateDesc: ");
  const caller = makeParty(next("CallerIDNum: "), next("CallerIDName: "));
  const connected = makeParty(next("ConnectedLineNum: "), next("ConnectedLineName: "));
  const language = next("Language: ");
  const accountcode = next("AccountCode: ");
  const context = next("Context: ");
  const exten = next("Exten: ");
  const priority = Number(next("Priority: "));
  const uniqueid = next("Uniqueid: ");
  const linkedid = next("Linkedid: ");
  return {
    ...{ uniqueid, name, state, caller, connected, language, accountcode },
    ...{ context, exten, priority, linkedid },
  };
}

function makeParty(number: string, name: string): Party {
  return { number: known(number), name: known(unescapeValue(name)) };
}

function known(value: string): string | undefined {
  return value === "<unknown>" || value === "" ? undefined : value;
}

/** Longest beginnings of a variable's name that say who inherits it, and are no part of it. */
const inherited = /^_{1,2}/;

/** Name of a channel variable without the `_` or `__` by which other channels inherit it. */
export function bareName(name: string): string {
  return name.charCodeAt(0) === 0x5f ? name.replace(inherited, "") : name;
}

/** Name and value in a `VarSet` event, whose description of the channel ends at `from`. */
export function parseVarSet(message: string, from: number): [name: string, value: string] {
  const name = lineOf(message, "\r\nVariable: ", from);
  const value = lineOf(message, "\r\nValue: ", from);
  return [bareName(name), value.includes("\\") ? unescapeValue(value) : value];
}

/** The rest of the line that starts so, behind `from`; empty when there is none. */
export function lineOf(message: string, start: string, from = 0): string {
  const at = message.indexOf(start, from);
  if (at < 0) return "";
  return message.slice(at + start.length, message.indexOf("\r\n", at + start.length));
}
