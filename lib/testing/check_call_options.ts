/**
 * What of a simulated call would be more than one line on a wire, or a string that ends too early.
 *
 * @module
 */

import type { CallOptions } from "./options.ts";

/**
 * Refuses CR, LF and NUL in what is a line of the environment, a word of the dialplan or a header.
 *
 * The value of a variable may have line ends, as in Asterisk, where functions such as `URIDECODE()` put
 * them in; no string there can have a NUL.
 *
 * @throws {TypeError} If there is one; it says where.
 */
export function checkCallOptions(target: string, options: CallOptions): void {
  check("what is called", target);
  for (const [name, value] of Object.entries(options)) {
    // It becomes percent-encoded where it is an object.
    if (name === "vars" || name === "query" && typeof value === "object") continue;
    for (const part of Array.isArray(value) ? value : [value]) check(name, part);
  }
  for (const [name, value] of Object.entries(options.vars ?? {})) {
    check("the name in vars", name);
    if (String(value).includes("\0")) fail(`vars.${name}`, String(value), "NUL");
  }
}

function check(what: string, value: unknown): void {
  if (typeof value === "string" && /[\r\n\0]/.test(value)) fail(what, value, "a line end or NUL");
}

function fail(what: string, value: string, found: string): never {
  throw new TypeError(
    `Cannot place a call: ${what} is ${JSON.stringify(value)}, which has ${found}`,
  );
}
