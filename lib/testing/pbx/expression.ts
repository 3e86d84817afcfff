/**
 * Substitution of `${variables}`, `${FUNCTIONS()}` and `$[expressions]` in dialplan text.
 *
 * @module
 */

import { evaluate } from "./arithmetic.ts";
import type { Channel } from "./channel.ts";
import { readFunction } from "./functions.ts";
import type { Pbx } from "./pbx.ts";

/**
 * Replaces all that stands for a value by it, from the inside out.
 *
 * Source: Asterisk 22, main/pbx_variables.c, ast_str_substitute_variables_full2()
 */
export function substitute(pbx: Pbx, channel: Channel | undefined, text: string): string {
  let result = "";
  let at = 0;
  for (;;) {
    const dollar = text.indexOf("$", at);
    if (dollar < 0) return result + text.slice(at);
    const open = text[dollar + 1];
    if (open !== "{" && open !== "[") {
      result += text.slice(at, dollar + 1);
      at = dollar + 1;
      continue;
    }
    result += text.slice(at, dollar);
    const { inner, end, nested } = findEnd(text, dollar + 2, open);
    const content = nested ? substitute(pbx, channel, inner) : inner;
    result += open === "{" ? readExpression(pbx, channel, content) ?? "" : evaluate(content);
    at = end;
  }
}

/** Finds what is in the brackets that open before `start`, those in it counted. */
function findEnd(
  text: string,
  start: number,
  open: "{" | "[",
): { inner: string; end: number; nested: boolean } {
  const close = open === "{" ? "}" : "]";
  const other = open === "{" ? "[" : "{";
  let depth = 1;
  let nested = false;
  let at = start;
  for (; depth > 0 && at < text.length; at++) {
    const character = text[at];
    if (character === "$" && (text[at + 1] === open || text[at + 1] === other)) {
      nested = true;
      if (text[at + 1] === open) depth++;
      at++;
    } else if (character === open) depth++;
    else if (character === close) depth--;
  }
  return { inner: text.slice(start, depth > 0 ? at : at - 1), end: at, nested };
}

/** Reads what stands between `${` and `}`; `undefined` when it has no value. */
export function readExpression(
  pbx: Pbx,
  channel: Channel | undefined,
  expression: string,
): string | undefined {
  const { name, offset, length, isFunction } = parseName(expression);
  const value = isFunction ? readFunction(pbx, channel, name) : readVariable(pbx, channel, name);
  if (value === undefined) return undefined;
  return substring(value, offset, length);
}

/**
 * Splits `NAME:offset:length`. A `:` in parentheses belongs to the name; behind a `)` too many it does.
 *
 * Source: Asterisk 22, main/pbx_variables.c, parse_variable_name()
 */
function parseName(
  text: string,
): { name: string; offset: number; length: number; isFunction: boolean } {
  let depth = 0;
  let isFunction = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "(") {
      isFunction = true;
      depth++;
    } else if (character === ")") depth--;
    else if (character === ":" && depth === 0) {
      const [, offset, length] = /^\s*([+-]?\d+)(?::\s*([+-]?\d+))?/.exec(text.slice(at + 1)) ?? [];
      return {
        name: text.slice(0, at),
        offset: Number(offset ?? 0),
        length: Number(length ?? Infinity),
        isFunction,
      };
    }
  }
  return { name: text, offset: 0, length: Infinity, isFunction };
}

/** A part of a value; negative numbers count from its end. Source: ast_str_substring() */
function substring(value: string, offset: number, length: number): string {
  if (offset === 0 && length === Infinity) return value;
  const start = offset < 0 ? Math.max(0, value.length + offset) : offset;
  const rest = value.slice(start);
  return length < 0 ? rest.slice(0, Math.max(0, rest.length + length)) : rest.slice(0, length);
}

/**
 * Reads a variable: those that Asterisk makes itself, the channel's, the global ones.
 *
 * Source: Asterisk 22, main/pbx_variables.c, ast_str_retrieve_variable()
 */
export function readVariable(
  pbx: Pbx,
  channel: Channel | undefined,
  name: string,
): string | undefined {
  switch (channel && name) {
    case "CALLINGPRES":
      return String(channel?.presentation);
    case "CALLINGANI2":
    case "CALLINGTON":
    case "CALLINGTNS":
      return "0";
    case "EXTEN":
      return channel?.exten;
    case "CONTEXT":
      return channel?.context;
    case "PRIORITY":
      return String(channel?.priority);
    case "CHANNEL":
      return channel?.name;
    case "UNIQUEID":
      return channel?.uniqueid;
    case "HANGUPCAUSE":
      return String(channel?.cause);
  }
  if (name === "EPOCH") return String(Math.floor(pbx.clock.now / 1000));
  if (name === "SYSTEMNAME") return "";
  return channel?.variables.get(name) ?? pbx.globals.get(name);
}
