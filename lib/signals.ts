/**
 * The signals of the process.
 *
 * @module
 */

import type { Log } from "./log.ts";

/** What the signals steer. */
export interface Steered {
  /** HUP and QUIT. */
  reload(): unknown;
  /** TERM and INT; resolves when all is over. */
  stop(): Promise<void>;
  /** USR2. */
  report(): unknown;
}

/** Where signals come from: the process, or a test. */
export interface SignalSource {
  add(signal: Deno.Signal, listener: () => void): void;
  remove(signal: Deno.Signal, listener: () => void): void;
  /** Ends the process at once. */
  exit(code: number): void;
}

const ofProcess: SignalSource = {
  add: (signal, listener) => Deno.addSignalListener(signal, listener),
  remove: (signal, listener) => Deno.removeSignalListener(signal, listener),
  exit: (code) => Deno.exit(code),
};

type Heeded = "SIGTERM" | "SIGINT" | "SIGHUP" | "SIGQUIT" | "SIGUSR2";

// Windows has only INT and BREAK.
const heeded: readonly Heeded[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR2"];

/**
 * Keeps the signals that come from now on for the first who listens. Without anybody they would end the
 * process, and who sees its port open may send one.
 */
export function holdSignals(source: SignalSource = ofProcess): SignalSource {
  const held: Deno.Signal[] = [];
  const holders = new Map(
    heeded.map((signal) => [signal as Deno.Signal, () => void held.push(signal)]),
  );
  for (const [signal, holder] of holders) source.add(signal, holder);
  return {
    add(signal, listener) {
      source.add(signal, listener);
      const holder = holders.get(signal);
      if (!holder) return;
      source.remove(signal, holder);
      holders.delete(signal);
      for (const one of held) if (one === signal) listener();
    },
    remove: (signal, listener) => source.remove(signal, listener),
    exit: (code) => source.exit(code),
  };
}

/**
 * Lets the signals steer a server; resolves when TERM or INT has stopped it.
 *
 * HUP and QUIT reload, USR2 reports, a second TERM or INT ends the process at once with status 1.
 */
export async function serveSignals(
  server: Steered,
  log: Log,
  source: SignalSource = ofProcess,
): Promise<void> {
  const stopped = Promise.withResolvers<void>();
  let stopping = false;
  const stop = (signal: Deno.Signal) => {
    if (stopping) {
      log.warn(`Got ${signal} again: ending at once`);
      return source.exit(1);
    }
    stopping = true;
    log.info(`Got ${signal}`);
    server.stop().then(stopped.resolve, stopped.reject);
  };
  const reload = (signal: Deno.Signal) => {
    log.info(`Got ${signal}: reloading`);
    server.reload();
  };
  const listeners: Readonly<Record<Heeded, () => void>> = {
    SIGTERM: () => stop("SIGTERM"),
    SIGINT: () => stop("SIGINT"),
    SIGHUP: () => reload("SIGHUP"),
    SIGQUIT: () => reload("SIGQUIT"),
    SIGUSR2: () => server.report(),
  };
  for (const signal of heeded) source.add(signal, listeners[signal]);
  try {
    await stopped.promise;
  } finally {
    for (const signal of heeded) source.remove(signal, listeners[signal]);
  }
}
