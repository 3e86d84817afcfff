/**
 * What Asterisk says about a call before the first command: the AGI environment.
 *
 * @module
 */

import { findNotices } from "./reply.ts";

/** The values and arguments of an environment. */
interface Parsed {
  readonly values: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/**
 * The environment of one AGI session, as {@linkcode parseEnvironment} makes it.
 *
 * Every call needs four of its values, which are the first that Asterisk writes. The rest is parsed
 * when somebody asks for it: that costs 10 µs and 2 kB, which most calls do without.
 */
export class Environment {
  readonly #text: string;
  #parsed: Parsed | undefined;
  /** `agi_network_script`: what the dialplan's URL asked for, or empty. */
  readonly networkScript: string;
  /** `agi_channel`: name of the channel, or empty. */
  readonly channel: string;
  /** `agi_uniqueid`, or empty. */
  readonly uniqueid: string;
  /** `agi_version`: that of Asterisk, or empty. */
  readonly version: string;

  /** Takes the lines, with or without the blank line that ends them. */
  constructor(text: string) {
    this.#text = text;
    const head = readHead(text);
    this.networkScript = head?.[1] ?? this.values["network_script"] ?? "";
    this.channel = head?.[3] ?? this.values["channel"] ?? "";
    this.uniqueid = head?.[6] ?? this.values["uniqueid"] ?? "";
    this.version = head?.[7] ?? this.values["version"] ?? "";
  }

  /** Values by name, the name without `agi_`: `channel`, `callerid`, `network_script`, ... */
  get values(): Readonly<Record<string, string>> {
    return (this.#parsed ??= parse(this.#text)).values;
  }

  /** `agi_arg_1` and so on: the arguments that the dialplan gave after the URL. */
  get args(): readonly string[] {
    return (this.#parsed ??= parse(this.#text)).args;
  }
}

/**
 * The lines up to the version, and the one behind it. Where they stand one behind the other, none of
 * their values can have a line end, and nothing before them can be forged.
 */
const headLines = [
  "agi_network: ",
  "agi_network_script: ",
  "agi_request: ",
  "agi_channel: ",
  "agi_language: ",
  "agi_type: ",
  "agi_uniqueid: ",
  "agi_version: ",
  "agi_callerid: ",
];

/** The values of the first lines; `undefined` when they are not as Asterisk writes them. */
function readHead(text: string): string[] | undefined {
  const values: string[] = [];
  let start = 0;
  for (const line of headLines) {
    if (!text.startsWith(line, start)) return undefined;
    const end = text.indexOf("\n", start);
    if (end < 0) return undefined;
    values.push(text.slice(start + line.length, end));
    start = end + 1;
  }
  return values;
}

/** The lines that come before any text that a caller can choose, up to the caller's name. */
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

/** The last line before the arguments. */
const lastBeforeArguments = "threadid";

/** Tells from the beginning of what arrives, however short, whether it can be an environment. */
export function startsEnvironment(text: string): boolean {
  return "agi_".startsWith(text.slice(0, 4));
}

/**
 * Finds where the environment ends, its blank line included; 0 while it has not arrived whole.
 *
 * `text` is all that has arrived. An argument may have a blank line of its own, but Asterisk says
 * nothing behind the environment except HANGUP: the blank line that ends it is the last one.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(findEnvironmentEnd("agi_arg_1: one\n"), 0);
 * assert.equal(findEnvironmentEnd("agi_arg_1: one\n\nHANGUP\n"), 16);
 * ```
 */
export function findEnvironmentEnd(text: string): number {
  const end = findNotices(text);
  return text.endsWith("\n\n", end) ? end : 0;
}

/**
 * Parses the lines of an AGI environment, with or without the blank line that ends it.
 *
 * On the wire each line is `agi_name: value` and LF. Asterisk writes values with line ends as they
 * are, so a caller's name or an argument can bring lines of its own (`agi_calleridname: Line` LF
 * `agi_uniqueid: forged`). What cannot be Asterisk's own line at its place continues the value
 * before it: behind the caller's name the names that come before it, and behind the first argument
 * all but the next argument. For the names between, the last line counts.
 * Source: Asterisk 22, res/res_agi.c, setup_env()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const environment = parseEnvironment("agi_channel: PJSIP/100-1\nagi_arg_1: de\n\n");
 * assert.equal(environment.values["channel"], "PJSIP/100-1");
 * assert.deepEqual(environment.args, ["de"]);
 * ```
 */
export function parseEnvironment(text: string): Environment {
  return new Environment(text);
}

function parse(text: string): Parsed {
  const values: Record<string, string> = Object.create(null);
  const args: string[] = [];
  /** Name of the value before, which a line of another shape continues. */
  let before = "";
  for (const line of text.replace(/\n\n?$/, "").split("\n")) {
    const colon = line.startsWith("agi_") ? line.indexOf(":") : -1;
    const name = line.slice(4, Math.max(colon, 4));
    const value = line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (name === `arg_${args.length + 1}`) {
      args.push(value);
    } else if (isOwnName(name, values, args)) {
      values[name] = value;
      // An argument that came before this line was the caller's.
      if (name === lastBeforeArguments) args.length = 0;
    } else {
      if (before.startsWith("arg_")) args[args.length - 1] += `\n${line}`;
      else if (before in values) values[before] += `\n${line}`;
      continue;
    }
    before = name;
  }
  return { values, args };
}

/** Whether a line of this name can be Asterisk's own, behind those that were read. */
function isOwnName(
  name: string,
  values: Readonly<Record<string, string>>,
  args: readonly string[],
): boolean {
  if (name === "" || name.startsWith("arg_")) return false;
  if (args.length > 0 && lastBeforeArguments in values) return false;
  return !beforeForeignText.has(name) || !(name in values || "calleridname" in values);
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
  const path = environment.networkScript.replace(/^\/+/, "");
  const mark = path.indexOf("?");
  return mark < 0
    ? { script: path, query: "" }
    : { script: path.slice(0, mark), query: path.slice(mark + 1) };
}
