/**
 * The command line: what may stand on it, and the help text.
 *
 * @module
 */

import { LunoparkError } from "./errors.ts";

/** The command line cannot be understood. */
export class UsageError extends LunoparkError {
  /** The class, as it stands before the message. */
  override name = "UsageError";
}

/** What the command line asks for. */
export interface CommandLine {
  /** Path of the configuration file; without one, the defaults hold. */
  readonly config?: string | undefined;
  /** Whether to load everything, list the scripts, and end. */
  readonly check: boolean;
  /** Whether a check is told as JSON. */
  readonly json: boolean;
  /** Whether to write the help text and end. */
  readonly help: boolean;
  /** Whether to write the version and end. */
  readonly version: boolean;
}

const options = {
  config: { type: "string", short: "c" },
  check: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

const allowed = "allowed are -c/--config FILE, --check, --json, -h/--help and -V/--version";
const commands = ", or the commands call and init";

/**
 * Reads the arguments of the command line.
 *
 * @throws {UsageError} If an argument is unknown, lacks its value, or has one that it does not take.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const { config, check } = await parseArguments(["-c", "config.ts", "--check"]);
 * assert.equal(config, "config.ts");
 * assert.equal(check, true);
 * ```
 */
export async function parseArguments(args: string[]): Promise<CommandLine> {
  const [first, file = ""] = args;
  // As services are started: node:util would take a third as long to load as Deno takes to start.
  if (args.length === 2 && (first === "-c" || first === "--config") && /^[^-]/.test(file)) {
    return { config: file, check: false, json: false, help: false, version: false };
  }
  const { parseArgs } = await import("node:util");
  // Not strict: what parseArgs says about mistakes is for programmers.
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") {
      throw new UsageError(
        `Unexpected argument ${JSON.stringify(token.value)}: ${allowed}${commands}`,
      );
    }
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!Object.hasOwn(options, name)) {
      throw new UsageError(`Unknown option ${JSON.stringify(rawName)}: ${allowed}`);
    }
    if (name !== "config" && value !== undefined) {
      throw new UsageError(`Option "${rawName}" takes no value, got ${JSON.stringify(value)}`);
    }
    // `-c --check` is a forgotten file name rather than a file of that name.
    if (name === "config" && (!value || (value.startsWith("-") && !inlineValue))) {
      throw new UsageError(`Option "${rawName}" needs the path of a file, as in "-c config.ts"`);
    }
  }
  const { config, check, json, help, version } = values;
  if (json && !check) throw new UsageError('Option "--json" goes with "--check"');
  return {
    config: typeof config === "string" ? config : undefined,
    check: check === true,
    json: json === true,
    help: help === true,
    version: version === true,
  };
}

/** The help text, at most 80 columns wide. */
export function usage(): string {
  return `\
Usage: lunopark [-c FILE] [--check [--json]]
       lunopark call SCRIPT [-c FILE]   a simulated call; see lunopark call -h
       lunopark init [DIR]              a new project; see lunopark init -h

Application server for Asterisk: FastAGI server and AMI client in one process,
with call handlers in TypeScript.

Options:
  -c, --config FILE  configuration: .ts, .js, .mjs, .json, .yaml or .yml;
                     without it the defaults hold, with ./handler.ts
      --check        load everything, tell each setting and where it comes from,
                     the scripts and what they may do; connect nowhere
      --json         tell it as JSON
  -h, --help         write this text
  -V, --version      write the version

Signals:
  HUP, QUIT          reload the handlers, reopen the log file
  TERM, INT          stop: no new calls, running ones get the grace time;
                     the second time, end at once
  USR2               write what is going on to the log

Environment, comes before the configuration file:
  LUNOPARK_HOST      AMI server: host or host:port
  LUNOPARK_USER      AMI user
  LUNOPARK_SECRET    secret of the AMI user
  LUNOPARK_LISTEN    FastAGI server: *, ip, *:port or ip:port
  LUNOPARK_STATUS_TOKEN  who has it may steer by the status page
  CREDENTIALS_DIRECTORY  set by systemd: the files lunopark.secret and
                     lunopark.status-token in there are the secret and the
                     token, unless the variables above are set
  NO_COLOR           no colours on the console

Exit status:
  0  stopped cleanly, or nothing wrong in a check
  1  could not go on
  2  wrong command line or configuration

Example:
  LUNOPARK_SECRET=change-me lunopark -c /etc/lunopark/config.ts
`;
}
