/**
 * The program: command line, configuration, and the part of Lunopark that was asked for.
 *
 * @module
 */

import { parseArguments, usage, UsageError } from "./lib/cli.ts";
import { loadConfig, requireHandler, type Settings } from "./lib/config.ts";
import { ConfigError, LunoparkError } from "./lib/errors.ts";
import { programPath } from "./lib/init/program_path.ts";
import { listenEarly } from "./lib/port.ts";
import { holdSignals } from "./lib/signals.ts";
import project from "./deno.json" with { type: "json" };

// The port is taken, 40 ms after the start, before the rest is loaded. Parts must not be seen by Deno
// where they are loaded: it would read them, and all that they import, before anything runs.
// `deno compile` is told of them in scripts/compile.ts.
const load = (path: string) => import(new URL(path, import.meta.url).href);
const parts = {
  service: (): Promise<typeof import("./lib/service.ts")> => load("./lib/service.ts"),
  check: (): Promise<typeof import("./lib/check.ts")> => load("./lib/check.ts"),
  call: (): Promise<typeof import("./lib/testing/call_command.ts")> =>
    load("./lib/testing/call_command.ts"),
  init: (): Promise<typeof import("./lib/init/init_command.ts")> =>
    load("./lib/init/init_command.ts"),
};

/** Runs the program and resolves to its exit status. */
async function run(args: string[]): Promise<number> {
  if (args[0] === "call") return await call(args.slice(1));
  if (args[0] === "init") return await init(args.slice(1));
  const command = await parseArguments(args);
  if (command.help) return print(usage());
  if (command.version) return print(`lunopark ${project.version}`);
  const settings = await loadConfig(command.config);
  requireHandler(settings);
  if (command.check) return await check(settings, command.json);
  const signals = holdSignals();
  const listener = listenEarly(settings);
  const { serve } = await parts.service();
  return await serve(settings, { version: project.version, listener, signals });
}

/** Tells what is configured and loaded. */
async function check(settings: Settings, asJson: boolean): Promise<number> {
  const { check, formatCheck } = await parts.check();
  const report = await check(settings);
  if (asJson) return print(JSON.stringify(report, undefined, 2));
  const { color, width } = describeTerminal();
  return print(formatCheck(report, { color, width }));
}

/** What the console can show. A terminal that does not know its size says 0. */
function describeTerminal(): { color: boolean; width: number } {
  const isTerminal = Deno.stdout.isTerminal();
  return {
    color: isTerminal && !Deno.noColor,
    width: isTerminal && Deno.consoleSize().columns || 80,
  };
}

/** Places a simulated call. Loaded when asked for: a server has no use for it. */
async function call(args: string[]): Promise<number> {
  const { callUsage, parseCallArguments, runCall } = await parts.call();
  const command = parseCallArguments(args);
  if (command.help) return print(callUsage());
  return await runCall(command, {
    ...describeTerminal(),
    // In raw mode the terminal does not go back to the first column by itself.
    write: (line) => console.log(command.interactive ? line.replaceAll("\n", "\r\n") + "\r" : line),
  });
}

/** Writes a new project. */
async function init(args: string[]): Promise<number> {
  const { initProject, initUsage, nextSteps, parseInitArguments } = await parts.init();
  const command = parseInitArguments(args);
  if (command.help) return print(initUsage());
  initProject({ ...command, version: project.version, command: startCommand(), write: print });
  return print(nextSteps(command.directory));
}

/** How this program was started, up to its own arguments. */
function startCommand(): string[] {
  const program = programPath();
  if (program !== undefined) return [program];
  const flags = [
    ...["--no-prompt", "--allow-net", "--allow-read", "--allow-write", "--allow-env"],
    "--v8-flags=--max-semi-space-size=8",
  ];
  return [Deno.execPath(), "run", ...flags, import.meta.filename ?? "main.ts"];
}

function print(text: string): 0 {
  console.log(text);
  return 0;
}

try {
  Deno.exitCode = await run(Deno.args);
} catch (error) {
  if (!(error instanceof LunoparkError)) throw error;
  const lines = error instanceof ConfigError ? error.problems : [error.message];
  for (const line of lines) console.error(`lunopark: ${line}`);
  Deno.exitCode = error instanceof ConfigError || error instanceof UsageError ? 2 : 1;
}
// A handler may have left a timer or a connection open: what was to be stopped has stopped.
Deno.exit();
