/**
 * The program while it serves: log, watch for stalls, service manager, signals, exit status.
 *
 * @module
 */

import { readVariable, type Settings } from "./config.ts";
import { type Counters, createCounters } from "./counters.ts";
import { ConfigError, LunoparkError } from "./errors.ts";
import { openHandlers } from "./handler_source.ts";
import { defineGlobals } from "./handlers/scope.ts";
import { guardTimers } from "./handlers/timers.ts";
import { type Log, openLog } from "./log.ts";
import { Lunopark } from "./lunopark.ts";
import { ServiceManager } from "./net/systemd.ts";
import { formatStatus } from "./report.ts";
import { serveSignals, type SignalSource } from "./signals.ts";
import { logOptions } from "./start.ts";
import { type Runner, StallWatch } from "./stall_watch.ts";
import { logUncaughtErrors } from "./uncaught_errors.ts";

/** What was there before this part of the program was loaded. */
export interface Started {
  /** Version of the program. */
  readonly version: string;
  /** The port, if it could be taken. */
  readonly listener: Deno.TcpListener | undefined;
  /** Where signals come from. */
  readonly signals: SignalSource;
}

/** Timers that were set outside of calls, as one that runs code. */
const timersOfNoCall: Runner = { describe: () => "a timer that was set outside of calls" };

/** Serves until a signal stops it. */
export async function serve(
  settings: Settings,
  { version, listener, signals }: Started,
): Promise<number> {
  defineGlobals();
  const log = openLog(logOptions(settings));
  const counters = createCounters();
  logUncaughtErrors(log, counters);
  using watch = openStallWatch(settings, log, counters);
  guardTimers({
    run: (call, body) => watch ? watch.visit(call ?? timersOfNoCall, body) : body(),
    failed: (error, call) => {
      counters.uncaughtErrors++;
      call.log.error("An error in a timer was not caught", { error });
    },
  });
  log.info(`Lunopark ${version}, pid ${Deno.pid}, role ${settings.role}`);
  const { secretFile } = settings.ami;
  if (secretFile && settings.role !== "agi") log.info(`The AMI secret is that of ${secretFile}`);
  const { tokenFile } = settings.status ?? {};
  if (tokenFile) log.info(`The token of the status page is that of ${tokenFile}`);
  using manager = ServiceManager.find(readVariable, log);
  const starting = Lunopark.start(settings, log, openHandlers(settings), {
    counters,
    activity: watch,
    listener,
  });
  // Heeded from the beginning: a HUP that comes while the handlers load ends nothing.
  const stopped = serveSignals(
    {
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
    },
    log,
    signals,
  );
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
