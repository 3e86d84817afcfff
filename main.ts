/**
 * The program: command line, configuration, server, signals, exit status.
 *
 * @module
 */

import { fileURLToPath } from "node:url";
import { parseArguments, usage, UsageError } from "./lib/cli.ts";
import { loadConfig, readVariable, requireHandler, type Settings } from "./lib/config.ts";
import { type Counters, createCounters } from "./lib/counters.ts";
import { ConfigError, LunoparkError } from "./lib/errors.ts";
import { guardTimers } from "./lib/handlers/timers.ts";
import { type Log, openLog } from "./lib/log.ts";
import { checkHandlers, logOptions, Lunopark, openHandlers } from "./lib/lunopark.ts";
import { defineGlobals } from "./lib/handlers/scope.ts";
import { ServiceManager } from "./lib/net/systemd.ts";
import { formatStatus } from "./lib/report.ts";
import { StallWatch } from "./lib/stall_watch.ts";
import { programPath } from "./lib/init/program_path.ts";
import { logUncaughtErrors, serveSignals } from "./lib/signals.ts";
// Handlers find `from "lunopark"` here, in the compiled binary too.
import "./mod.ts";
import project from "./deno.json" with { type: "json" };

/** Runs the program and resolves to its exit status. */
async function run(args: string[]): Promise<number> {
  if (args[0] === "call") return await call(args.slice(1));
  if (args[0] === "init") return await init(args.slice(1));
  const command = parseArguments(args);
  if (command.help) return print(usage());
  if (command.version) return print(`lunopark ${project.version}`);
  const settings = await loadConfig(command.config);
  requireHandler(settings);
  defineGlobals();
  return command.check ? print(await checkHandlers(settings)) : await serve(settings);
}

/** Places a simulated call. Loaded when asked for: a server has no use for it. */
async function call(args: string[]): Promise<number> {
  const { callUsage, parseCallArguments, runCall } = await import("./lib/testing/call_command.ts");
  const command = parseCallArguments(args);
  if (command.help) return print(callUsage());
  defineGlobals();
  const isTerminal = Deno.stdout.isTerminal();
  return await runCall(command, {
    // In raw mode the terminal does not go back to the first column by itself.
    write: (line) => console.log(command.interactive ? line.replaceAll("\n", "\r\n") + "\r" : line),
    color: isTerminal && !Deno.noColor,
    // A terminal that does not know its size says 0.
    width: isTerminal && Deno.consoleSize().columns || 80,
  });
}

/** Writes a new project. */
async function init(args: string[]): Promise<number> {
  const { initProject, initUsage, nextSteps, parseInitArguments } = await import(
    "./lib/init/init_command.ts"
  );
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
  return [Deno.execPath(), "run", ...flags, fileURLToPath(import.meta.url)];
}

/** Serves until a signal stops it. */
async function serve(settings: Settings): Promise<number> {
  const log = openLog(logOptions(settings));
  const counters = createCounters();
  logUncaughtErrors(log, counters);
  using watch = openStallWatch(settings, log, counters);
  guardTimers({
    enter: (call) => watch?.enter(call),
    failed: (error, call) => {
      counters.uncaughtErrors++;
      call.log.error("An error in a timer was not caught", { error });
    },
  });
  log.info(`Lunopark ${project.version}, pid ${Deno.pid}, role ${settings.role}`);
  const { secretFile } = settings.ami;
  if (secretFile && settings.role !== "agi") log.info(`The AMI secret is that of ${secretFile}`);
  using manager = ServiceManager.find(readVariable, log);
  const starting = Lunopark.start(settings, log, openHandlers(settings), {
    counters,
    activity: watch,
  });
  // Listened to from the beginning: a HUP that comes while the handlers load ends nothing.
  const stopped = serveSignals({
    reload: async () => {
      manager?.reloading();
      const server = await starting;
      await server.reload();
      manager?.ready(describe(server));
    },
    stop: async () => {
      const server = await starting;
      // Half a minute for what comes after the calls.
      manager?.stopping(describe(server), settings.stopGrace + 30_000);
      await server.stop();
    },
    report: async () => {
      const { status } = await starting;
      const lines = formatStatus(status, Date.now(), Deno.memoryUsage().rss);
      for (const line of lines) log.info(line);
    },
  }, log);
  try {
    const server = await starting;
    manager?.ready(describe(server));
    watch?.start();
    await stopped;
    return 0;
  } catch (error) {
    if (!(error instanceof LunoparkError) || error instanceof ConfigError) throw error;
    log.error(error.message);
    return 1;
  } finally {
    log.close();
  }
}

/** The watch for code that keeps all other code from running; `undefined` when nobody wants it. */
function openStallWatch(
  { limits: { stallTime }, ident, logFormat: format, log: file }: Settings,
  log: Log,
  counters: Counters,
): StallWatch | undefined {
  if (stallTime === 0) return undefined;
  return new StallWatch({ stallTime, ident, format, file }, log, counters);
}

/** A line for `systemctl status`. */
function describe({ address, status }: Lunopark): string {
  const { calls, generation } = status;
  return `${address ?? "no FastAGI"}, generation ${generation}, ${calls.length} calls`;
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
