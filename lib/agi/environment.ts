/**
 * What Asterisk says about a call before the first command: the AGI environment.
 *
 * @module
 */

/** The environment of one AGI session. */
export interface Environment {
  /** Values by name, the name without `agi_`: `channel`, `callerid`, `network_script`, ... */
  readonly values: Readonly<Record<string, string>>;
  /** `agi_arg_1` and so on: the arguments that the dialplan gave after the URL. */
  readonly args: readonly string[];
}

/**
 * Names that come before any text that a caller can choose. Their first appearance counts, for all
 * others the last one: Asterisk does not escape line ends, so a caller name or an argument that has
 * one can bring lines of its own (`agi_calleridname: Line` LF `agi_uniqueid: forged`).
 */
const beforeForeignText = new Set([
  "network",
  "network_script",
  "request",
  "channel",
  "language",
  "type",
  "uniqueid",
  "version",
  "callerid",
  "calleridname",
]);

/**
 * Parses the lines of an AGI environment, without the blank line that ends it.
 *
 * On the wire each line is `agi_name: value` and LF. A line of another shape continues the value
 * before it, since Asterisk writes values with line ends as they are.
 * Source: Asterisk 22, res/res_agi.c, setup_env()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const environment = parseEnvironment("agi_channel: PJSIP/100-1\nagi_arg_1: de\n");
 * assert.equal(environment.values["channel"], "PJSIP/100-1");
 * assert.deepEqual(environment.args, ["de"]);
 * ```
 */
export function parseEnvironment(text: string): Environment {
  const values: Record<string, string> = Object.create(null);
  const args: string[] = [];
  let append: ((line: string) => void) | undefined;
  for (const line of (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n")) {
    const colon = line.startsWith("agi_") ? line.indexOf(":") : -1;
    if (colon < 0) {
      append?.(line);
      continue;
    }
    const name = line.slice(4, colon);
    const value = line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    const position = argumentPosition(name);
    if (position !== undefined) {
      args[position] = value;
      append = (more) => args[position] += `\n${more}`;
    } else if (!(beforeForeignText.has(name) && name in values)) {
      values[name] = value;
      append = (more) => values[name] += `\n${more}`;
    } else {
      append = undefined;
    }
  }
  return { values, args: Array.from(args, (value) => value ?? "") };
}

/** Position of `arg_N` among the arguments, from 0; Asterisk passes at most 127 of them. */
function argumentPosition(name: string): number | undefined {
  if (!name.startsWith("arg_")) return undefined;
  const number = Number(name.slice(4));
  return Number.isInteger(number) && number >= 1 && number <= 128 ? number - 1 : undefined;
}

/** A script's name and the query behind it, as the dialplan's URL has them. */
export interface ScriptRequest {
  /** Path without leading slashes and query: `subroutine`, `ivr/en`; empty when there is none. */
  readonly script: string;
  /** What stands behind the first `?`, without it. */
  readonly query: string;
}

/**
 * Splits the requested script, such as `subroutine?lang=en`, into name and query.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const environment = parseEnvironment("agi_network_script: subroutine?lang=en\n");
 * assert.deepEqual(scriptRequest(environment), { script: "subroutine", query: "lang=en" });
 * ```
 */
export function scriptRequest(environment: Environment): ScriptRequest {
  const path = (environment.values["network_script"] ?? "").replace(/^\/+/, "");
  const mark = path.indexOf("?");
  return mark < 0
    ? { script: path, query: "" }
    : { script: path.slice(0, mark), query: path.slice(mark + 1) };
}
