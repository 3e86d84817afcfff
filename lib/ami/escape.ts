/**
 * Values that Asterisk writes with backslashes, so that they keep to one line.
 *
 * @module
 */

import type { Header } from "./message.ts";

/** What stands behind a backslash for what. */
const escapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * Decodes a value in which Asterisk has put a backslash before each backslash, quote, apostrophe and
 * question mark, and writes line ends and other control characters as letters.
 *
 * Events have their properties decoded where Asterisk escapes, so this is for what is read out of
 * `event.headers`, such as all values of `ChanVariable`: they are as they came.
 * Source: Asterisk 22, main/utils.c, ast_escape_c()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(unescapeValue(String.raw`O\'Brien\n2\\3`), "O'Brien\n2\\3");
 * assert.equal(unescapeValue("plain"), "plain");
 * ```
 */
export function unescapeValue(value: string): string {
  return value.replaceAll(/\\([abfnrtv\\'"?])/g, (_, letter) => escapes[letter] ?? letter);
}

/**
 * Decodes those headers of an event that Asterisk has escaped; all others stay the same.
 *
 * Asterisk escapes, since version 13.5 (16 and 22 are the same in it),
 * - `Value` of VarSet: main/stasis_channels.c, varset_to_ami();
 * - `CallerIDName`, `ConnectedLineName` and the values of `ChanVariable` in each block that describes a
 *   channel, whatever its prefix (`DestCallerIDName`), in events as in lists: main/manager_channels.c,
 *   ast_manager_build_channel_state_string_prefix();
 * - `Subtype` and `Message` of PresenceStateChange: main/presencestate.c, presence_state_to_ami();
 * - the text in `CID-CallingPres` of NewCallerid, which has nothing to escape: main/manager_channels.c,
 *   channel_new_callerid().
 *
 * Everything else is raw, headers of the same names too: `CallerIDName` of OriginateResponse,
 * QueueEntry and MeetmeList, `EffectiveConnectedLineName` of Status, `ChanVariable(channel)`, and what
 * a UserEvent repeats. Only the order of a block's headers tells them apart.
 */
export function decodeEscaped(event: string, headers: readonly Header[]): Header[] {
  return headers.map((header, index) => {
    const [name, value] = header;
    if (!value.includes("\\") || !isEscaped(event, headers, index)) return header;
    // The name of a variable is not escaped.
    const start = name.endsWith(variable) ? value.indexOf("=") + 1 : 0;
    return [name, value.slice(0, start) + unescapeValue(value.slice(start))];
  });
}

const callerName = "CallerIDName";
const connectedName = "ConnectedLineName";
const variable = "ChanVariable";
/** What stands before the name of the caller, in a block and nowhere else. */
const blockStart = ["ChannelState", "ChannelStateDesc", "CallerIDNum"];
const escapedOf: Readonly<Record<string, readonly string[]>> = {
  VarSet: ["Value"],
  PresenceStateChange: ["Subtype", "Message"],
  NewCallerid: ["CID-CallingPres"],
};

function isEscaped(event: string, headers: readonly Header[], index: number): boolean {
  const [name] = headers[index] as Header;
  if (Object.hasOwn(escapedOf, event) && escapedOf[event]?.includes(name)) return true;
  const end = [callerName, connectedName, variable].find((end) => name.endsWith(end));
  if (end === undefined) return false;
  const prefix = name.slice(0, -end.length);
  const caller = headers.findIndex(([name]) => name === prefix + callerName);
  return caller >= blockStart.length && caller <= index &&
    blockStart.every((start, at) => headers[caller - 3 + at]?.[0] === prefix + start) &&
    // What stands behind the name of a UserEvent was written by its sender.
    !(event === "UserEvent" && headers.findIndex(([name]) => name === event) < index);
}
