/**
 * An error as the author of a handler or of a test needs to see it: what, and where in his own files.
 *
 * @module
 */

import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { LunoparkError } from "../errors.ts";
import { cleanStack } from "../log_record.ts";

/** Folder of this library. */
const library = new URL("..", import.meta.url).href;

/**
 * What was thrown, for the log of a call. Our own errors say all in their message; of others the
 * places in the library are left out, and files are named from the working directory on.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const error = new TypeError("Boom");
 * error.stack = "TypeError: Boom\n    at subroutine (file:///x/handler.ts?lp=1:6:9)";
 * assert.equal(
 *   describeError(error, "/x"),
 *   "TypeError: Boom\n  at subroutine (handler.ts:6:9)",
 * );
 * ```
 */
export function describeError(error: unknown, directory: string = Deno.cwd()): string {
  if (error instanceof LunoparkError) return `${error.name}: ${error.message}`;
  return cleanStack(error).split("\n").filter(isWorthTelling).map((line) =>
    line.replace(/^ {4}at /, "  at ").replace(/file:\/\/\/[^\s?:)]+/, (url) => {
      const file = fileURLToPath(url);
      const path = relative(directory, file);
      return path.startsWith("..") ? file : path;
    })
  ).join("\n");
}

function isWorthTelling(line: string): boolean {
  const isPlace = /^ +at /.test(line);
  const isOurs = line.includes(library) && !/_test\.ts/.test(line);
  return !isPlace || !(isOurs || /\bext:|\(node:|<anonymous>/.test(line));
}

/** Makes an error whose place is another than that where it is made. */
export type MakeAtPlace = <E extends Error>(make: () => E) => E;

/**
 * Remembers where a test asks for something; `asking` is the method that was called. What this gives
 * makes errors with that place, when the stack no longer tells it.
 */
// deno-lint-ignore ban-types
export function rememberPlace(asking: Function): MakeAtPlace {
  const here = new Error();
  Error.captureStackTrace(here, asking);
  return <E extends Error>(make: () => E): E => {
    // Test runners show what the engine has noted about the place where an error was made, so the
    // error made there becomes the one that is wanted.
    const wanted = make();
    const { stack: _, ...parts } = Object.getOwnPropertyDescriptors(wanted);
    Object.setPrototypeOf(here, Object.getPrototypeOf(wanted));
    Object.defineProperties(here, parts);
    const places = (here.stack ?? "").split("\n").filter((line) => /^ +at /.test(line));
    here.stack = [`${here.name}: ${here.message}`, ...places].join("\n");
    return here as E;
  };
}
