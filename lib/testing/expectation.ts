/**
 * What a test expects a handler to do, and how it is compared with what it does.
 *
 * @module
 */

import { splitArguments } from "./pbx/application.ts";
import { parseWords } from "./agi/parse_words.ts";
import { findCommand } from "./agi/command_table.ts";

/** What an argument has to be: the same text or number, something that matches, or anything. */
export type ExpectedArgument = string | number | RegExp | undefined;

/** Something that a handler asked Asterisk for. */
export interface Asked {
  /** Name of the application, or of the AGI command in upper case: `Dial`, `STREAM FILE`. */
  readonly name: string;
  /** Its arguments, as the application gets them. */
  readonly args: readonly string[];
  /** The line as it came. */
  readonly line: string;
  /** When, in milliseconds since 1970. */
  readonly time: number;
}

/** Understands a command line. */
export function parseAsked(line: string, time: number): Asked {
  const words = parseWords(line);
  const found = findCommand(words);
  if (!found) return { name: words[0] ?? "", args: words.slice(1), line, time };
  if (found.name !== "EXEC") {
    return { name: found.name, args: words.slice(found.name.split(" ").length), line, time };
  }
  const [, name = "", data = ""] = words;
  return { name, args: splitArguments(data), line, time };
}

/** A command as people write it: `Dial(PJSIP/1234,120,gr)`, `STREAM FILE beep ""`. */
export function showAsked({ name, args, line }: Asked): string {
  return /^\s*EXEC\b/i.test(line) ? `${name}(${args.join(",")})` : line;
}

/** An expectation as people write it. */
export function showExpected(name: string, args: readonly ExpectedArgument[]): string {
  const shown = args.map((arg) => arg === undefined ? "*" : String(arg));
  return name === name.toUpperCase() && /^[A-Z ]+$/.test(name)
    ? [name, ...shown].join(" ")
    : `${name}(${shown.join(",")})`;
}

/** Whether it is this command, its arguments not compared. */
export function isNamed(asked: Asked, name: string): boolean {
  return asked.name.toLowerCase() === name.toLowerCase();
}

/** Whether the first arguments are as expected; those that are not named may be anything. */
export function hasArguments(asked: Asked, args: readonly ExpectedArgument[]): boolean {
  return args.every((expected, index) => {
    const actual = asked.args[index] ?? "";
    if (expected === undefined) return true;
    return expected instanceof RegExp ? expected.test(actual) : String(expected) === actual;
  });
}
