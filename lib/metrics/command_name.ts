/**
 * What an AGI command is called, without what it is about.
 *
 * @module
 */

import { otherName } from "./names.ts";

/** The commands of Asterisk but EXEC, one a line. */
const commands = `
ANSWER
ASYNCAGI BREAK
CHANNEL STATUS
CONTROL STREAM FILE
DATABASE DEL
DATABASE DELTREE
DATABASE GET
DATABASE PUT
GET DATA
GET FULL VARIABLE
GET OPTION
GET VARIABLE
GOSUB
HANGUP
NOOP
RECEIVE CHAR
RECEIVE TEXT
RECORD FILE
SAY ALPHA
SAY DATE
SAY DATETIME
SAY DIGITS
SAY NUMBER
SAY PHONETIC
SAY TIME
SEND IMAGE
SEND TEXT
SET AUTOHANGUP
SET CALLERID
SET CONTEXT
SET EXTENSION
SET MUSIC
SET PRIORITY
SET VARIABLE
SPEECH ACTIVATE GRAMMAR
SPEECH CREATE
SPEECH DEACTIVATE GRAMMAR
SPEECH DESTROY
SPEECH LOAD GRAMMAR
SPEECH RECOGNIZE
SPEECH SET
SPEECH UNLOAD GRAMMAR
STREAM FILE
TDD MODE
VERBOSE
WAIT FOR DIGIT
`;

/** Their names by the first letter: so few are compared that nothing has to be cut out of a line. */
const names = Map.groupBy(commands.trim().split("\n"), (name) => name.charCodeAt(0));

const blank = 32;

/**
 * Name of the command that a line is, with EXEC that of the application; `other` for none of Asterisk's.
 * Never an argument: there are PINs and numbers of people in them.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(commandName("GET VARIABLE PIN"), "GET VARIABLE");
 * assert.equal(commandName('EXEC Dial "PJSIP/100,30"'), "EXEC Dial");
 * ```
 */
export function commandName(line: string): string {
  if (line.startsWith("EXEC ")) {
    const end = endOfName(line, 5);
    return end > 5 ? line.slice(0, end) : otherName;
  }
  for (const name of names.get(line.charCodeAt(0)) ?? []) {
    if (!line.startsWith(name)) continue;
    if (line.length === name.length || line.charCodeAt(name.length) === blank) return name;
  }
  const head = line.slice(0, longestFolded);
  const folded = head.toUpperCase();
  return folded === head ? otherName : commandName(folded);
}

/**
 * A message or a stack without what the commands are about that errors of the house quote.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const message = "Cannot send AGI command SET VARIABLE PIN 4711: its usage is wrong";
 * assert.equal(hideArguments(message), "Cannot send AGI command SET VARIABLE: its usage is wrong");
 * ```
 */
export function hideArguments(text: string): string {
  return text.replace(
    /(AGI command )(?=\w)(.*)(?=: )/g,
    (_, before, line) => before + commandName(line),
  );
}

/** What is looked at again in upper case: a command's whole name, and an application's. */
const longestFolded = 100;

/** Where an application's name ends; in `Set(PIN=4711)`, as the dialplan has it, before the data. */
function endOfName(line: string, start: number): number {
  let end = start;
  while (isOfName(line.charCodeAt(end))) end++;
  return end;
}

/** Letters, digits, `_` and `-`; false behind the end. */
function isOfName(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d;
}
