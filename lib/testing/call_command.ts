/**
 * `lunopark call`: one simulated call to the user's handlers, shown on the terminal as it goes.
 *
 * @module
 */

import { closeSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { UsageError } from "../cli.ts";
import { sequenceSvg, sequenceText } from "../diagram/sequence.ts";
import { defineGlobals } from "../handlers/scope.ts";
import { findNearest } from "../nearest.ts";
import { logUncaughtErrors } from "../uncaught_errors.ts";
import { callParticipants, drawCall } from "./call_diagram.ts";
import { CapturingLog } from "./capturing_log.ts";
import { type Entry, formatEntry } from "./conversation.ts";
import { describeError } from "./error_text.ts";
import { FakeAsterisk } from "./fake_asterisk.ts";
import { hangUpOnInterrupt, listenToKeys } from "./terminal_keys.ts";
import type { DialOutcome } from "./pbx/phone.ts";
import type { TestCall } from "./test_call.ts";

/** What the command line asks for. */
export interface CallCommand {
  /** Script, with its query if it has one. */
  readonly script: string;
  readonly config: string | undefined;
  readonly digits: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly dial: DialOutcome;
  readonly callerid: string;
  /** When the caller hangs up, in milliseconds; not by himself unless given. */
  readonly hangupAfter: number | undefined;
  readonly asterisk: "22" | "16";
  readonly isAsync: boolean;
  readonly interactive: boolean;
  /** The conversation is drawn on the terminal, instead of being told line by line. */
  readonly diagram: boolean;
  /** File that the conversation is drawn into. */
  readonly svg: string | undefined;
  readonly help: boolean;
}

const options = {
  config: { type: "string", short: "c" },
  digits: { type: "string" },
  var: { type: "string", multiple: true },
  arg: { type: "string", multiple: true },
  dial: { type: "string" },
  callerid: { type: "string" },
  "hangup-after": { type: "string" },
  asterisk: { type: "string" },
  async: { type: "boolean" },
  interactive: { type: "boolean", short: "i" },
  diagram: { type: "boolean" },
  svg: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Their values, once they were checked. */
type CallValues = {
  readonly [Name in keyof typeof options]?: (typeof options)[Name] extends { multiple: true }
    ? string[]
    : (typeof options)[Name]["type"] extends "boolean" ? boolean
    : string;
};

const outcomes: readonly DialOutcome[] = [
  "ANSWER",
  "BUSY",
  "NOANSWER",
  "CONGESTION",
  "CHANUNAVAIL",
];

/**
 * Reads the arguments behind `lunopark call`.
 *
 * @throws {UsageError} If one is unknown, or has a value that is not allowed.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const { script, digits } = parseCallArguments(["subroutine", "--digits", "0000"]);
 * assert.equal(script, "subroutine");
 * assert.equal(digits, "0000");
 * ```
 */
export function parseCallArguments(args: string[]): CallCommand {
  const { values, positionals } = parse(args);
  const [script, ...others] = positionals;
  if (script === undefined && !values.help) {
    throw new UsageError(
      '"lunopark call" needs the name of a script, as in "lunopark call subroutine"',
    );
  }
  if (others.length > 0) {
    throw new UsageError(
      `Unexpected argument ${
        JSON.stringify(others[0])
      }: arguments of the script are given by --arg`,
    );
  }
  const { digits = "", dial = "ANSWER", asterisk = "22" } = values;
  if (!/^[0-9*#A-D]*$/.test(digits)) {
    throw new UsageError(
      `Option "--digits" takes 0 to 9, *, # and A to D, got ${JSON.stringify(digits)}`,
    );
  }
  const outcome = outcomes.find((known) => known === dial.toUpperCase());
  if (!outcome) {
    throw new UsageError(
      `Option "--dial" takes ${outcomes.join(", ")}, got ${JSON.stringify(dial)}`,
    );
  }
  if (asterisk !== "22" && asterisk !== "16") {
    throw new UsageError(`Option "--asterisk" takes 22 or 16, got ${JSON.stringify(asterisk)}`);
  }
  const after = values["hangup-after"];
  const hangupAfter = after === undefined ? undefined : Number(after) * 1_000;
  if (hangupAfter !== undefined && !(hangupAfter >= 0)) {
    throw new UsageError(`Option "--hangup-after" takes seconds, got ${JSON.stringify(after)}`);
  }
  return {
    script: script ?? "",
    config: values.config,
    digits,
    vars: Object.fromEntries((values.var ?? []).map(parseVariable)),
    args: values.arg ?? [],
    dial: outcome,
    callerid: values.callerid ?? "100",
    hangupAfter,
    asterisk,
    isAsync: values.async ?? false,
    interactive: values.interactive ?? false,
    diagram: values.diagram ?? false,
    svg: values.svg,
    help: values.help ?? false,
  };
}

/** Not strict: what parseArgs says about mistakes is for programmers. */
function parse(args: string[]): { values: CallValues; positionals: string[] } {
  const { values, tokens, positionals } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) {
      const nearest = findNearest(name, Object.keys(options));
      const meant = nearest === undefined ? "" : `, did you mean "--${nearest}"?`;
      throw new UsageError(`Unknown option "${rawName}"${meant || ":"} see "lunopark call -h"`);
    }
    const isForgotten = value === undefined || (value.startsWith("--") && !inlineValue);
    if (options[name].type === "string" && isForgotten) {
      throw new UsageError(`Option "${rawName}" needs a value, see "lunopark call -h"`);
    }
    if (options[name].type === "boolean" && value !== undefined) {
      throw new UsageError(`Option "${rawName}" takes no value, got ${JSON.stringify(value)}`);
    }
  }
  return { values: values as CallValues, positionals };
}

function isOption(name: string): name is keyof typeof options {
  return Object.hasOwn(options, name);
}

function parseVariable(text: string): [string, string] {
  const equals = text.indexOf("=");
  if (equals < 1) {
    throw new UsageError(`Option "--var" takes NAME=VALUE, got ${JSON.stringify(text)}`);
  }
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** The help text, at most 80 columns wide. */
export function callUsage(): string {
  return `\
Usage: lunopark call SCRIPT [-c FILE] [options]

Places one simulated call to a script, and shows what is said. No Asterisk is
needed. Time is simulated, too: a minute of waiting takes no time.

SCRIPT is the name of a handler's function, or what stands behind agi://host/ in
the dialplan: subroutine, ivr/en?lang=cs

Options:
  -c, --config FILE      configuration, whose handlers are called; without it
                         ./handler.ts
      --digits DIGITS    keys that the caller presses, each when he is asked
      --arg VALUE        argument of the script, may be repeated
      --var NAME=VALUE   channel variable, may be repeated
      --dial OUTCOME     what becomes of those whom the handler calls: ANSWER,
                         BUSY, NOANSWER, CONGESTION or CHANUNAVAIL; they answer
                         unless given
      --callerid ID      who calls: 100, or '"Reception" <100>'
      --hangup-after S   the caller hangs up after so many seconds
      --async            by AsyncAGI instead of FastAGI
      --asterisk 22|16   version to simulate
  -i, --interactive      in real time; keys that you type become digits, h hangs
                         up, q ends
      --diagram          draw the call as a sequence diagram, instead of telling
                         it line by line
      --svg FILE         draw it into a file, as SVG
  -h, --help             write this text

Environment:
  NO_COLOR               no colours

Exit status:
  0  the script ended well, or the caller hung up
  1  it did not
  2  wrong command line or configuration
`;
}

/** Where the call is shown, and where keys come from. */
export interface CallTerminal {
  /** Takes lines, without their ends. */
  write(line: string): void;
  readonly color: boolean;
  readonly width: number;
}

/**
 * Places the call, and shows it to its end. Resolves to the exit status.
 *
 * @throws {UsageError} If the diagram's file cannot be written.
 * @throws {LunoparkError} If the handlers cannot be loaded, or the configuration is wrong.
 */
export async function runCall(command: CallCommand, terminal: CallTerminal): Promise<number> {
  const { interactive, config, script, digits, hangupAfter } = command;
  defineGlobals();
  // As in the server, what nobody catches ends nothing.
  using _errors = logUncaughtErrors(
    new CapturingLog(({ message, facts }) =>
      terminal.write(`${message}: ${describeError(facts["error"])}`)
    ),
  );
  const handler = config === undefined ? "handler.ts" : undefined;
  // Opened first: a configuration may take the permission to write away.
  using picture = command.svg === undefined ? undefined : openPicture(command.svg);
  const pbx = new FakeAsterisk({
    ...handler !== undefined ? { handler } : {},
    ...config !== undefined ? { config } : {},
    version: command.asterisk,
    time: interactive ? "real" : "virtual",
    transport: command.isAsync ? "async" : "agi",
  });
  try {
    await pbx.start();
    const [name = "", query] = script.split(/\?(.*)/s);
    const call = pbx.call(name, {
      callerid: command.callerid,
      args: command.args,
      vars: command.vars,
      dial: command.dial,
      ...query !== undefined && { query },
    });
    // Who presses keys wants to see what they do.
    const isTold = interactive || !command.diagram;
    const show = (entry: Entry) => {
      if (isTold && !entry.isDrawnOnly) terminal.write(formatEntry(entry, terminal));
    };
    if (interactive) terminal.write("Your keys: 0 to 9, *, #, A to D; h hangs up, q ends.\n");
    for (const entry of call.conversation.entries) show(entry);
    using silence = interactive ? undefined : watchSilence(terminal);
    call.conversation.onEntry = (entry) => {
      show(entry);
      silence?.reset();
    };
    if (digits !== "") call.digits(digits).catch(() => {});
    if (hangupAfter !== undefined) pbx.pbx.clock.after(hangupAfter, () => call.hangup());
    using _keys = interactive ? listenToKeys(call) : hangUpOnInterrupt(call);
    const { exitStatus, lines } = await waitForEnd(call, pbx);
    const steps = drawCall(call.conversation.entries, lines[0] ?? "", exitStatus !== 0);
    const options = { participants: callParticipants };
    if (command.diagram) {
      if (isTold) terminal.write("");
      terminal.write(sequenceText(steps, { ...options, width: terminal.width }));
    }
    terminal.write("");
    for (const line of lines) terminal.write(line);
    picture?.write(sequenceSvg(steps, { ...options, title: describeCall(command) }));
    return exitStatus;
  } finally {
    await pbx.stop();
  }
}

/** The heading of a diagram: which call it is. */
function describeCall({ script, callerid, asterisk, isAsync }: CallCommand): string {
  return `${script} called by ${callerid}, ${isAsync ? "AsyncAGI" : "FastAGI"}, ` +
    `simulated Asterisk ${asterisk}`;
}

/** A file for a diagram, which stays as it was until there is one. */
function openPicture(path: string): Disposable & { write(text: string): void } {
  let file: number;
  try {
    file = openSync(path, "a");
  } catch (error) {
    const reason = (error as Error).message.replace(/^\w+: |, open .*$/g, "");
    throw new UsageError(
      `Option "--svg" needs a file that can be written, got ${JSON.stringify(path)}: ${reason}`,
    );
  }
  return {
    write: (text) => {
      ftruncateSync(file);
      writeFileSync(file, text);
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}

/** Waits for the end of a call and says how it was. */
async function waitForEnd(
  call: TestCall,
  pbx: FakeAsterisk,
): Promise<{ exitStatus: number; lines: string[] }> {
  try {
    const { status, duration, agiStatus } = await call.ended;
    const seconds = (duration / 1_000).toFixed(1);
    const lines = [`${status ?? `no status, AGISTATUS ${agiStatus}`} after ${seconds} s`];
    if (status === "NOSCRIPT") {
      const scripts = pbx.lunopark?.scripts ?? [];
      lines.push(`There ${scripts.length > 0 ? `are: ${scripts.join(", ")}` : "is none"}`);
    }
    const isGood = status === "SUCCESS" || status === "HANGUP" || agiStatus === "HANGUP";
    return { exitStatus: isGood ? 0 : 1, lines };
  } catch (error) {
    const last = call.asked.at(-1);
    const lines = [
      (error as Error).message.split("\n")[0] as string,
      ...last ? [`The handler waits in: ${last.line}`] : [],
      "Give it --digits, --hangup-after, or --interactive.",
    ];
    return { exitStatus: 1, lines };
  }
}

/** Says after a while in which nothing is said that it is the handler who lets us wait. */
function watchSilence(terminal: CallTerminal): Disposable & { reset(): void } {
  const tell = () =>
    terminal.write("(The handler waits for something that is not of the call. ^C hangs up.)");
  let timer = setTimeout(tell, 5_000);
  return {
    reset: () => {
      clearTimeout(timer);
      timer = setTimeout(tell, 5_000);
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
