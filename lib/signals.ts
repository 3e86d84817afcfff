/**
 * The signals of the process, and the errors that nobody caught.
 *
 * @module
 */

import type { Counters } from "./counters.ts";
import { currentCall } from "./handlers/scope.ts";
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
  const listeners: [Deno.Signal, () => void][] = [
    ["SIGTERM", () => stop("SIGTERM")],
    ["SIGINT", () => stop("SIGINT")],
  ];
  // Windows has only INT and BREAK.
  if (Deno.build.os === "windows") listeners.shift();
  else {
    listeners.push(
      ["SIGHUP", () => reload("SIGHUP")],
      ["SIGQUIT", () => reload("SIGQUIT")],
      ["SIGUSR2", () => server.report()],
    );
  }
  for (const [signal, listener] of listeners) source.add(signal, listener);
  try {
    await stopped.promise;
  } finally {
    for (const [signal, listener] of listeners) source.remove(signal, listener);
  }
}

/** Where uncaught errors are told; the global scope is one. */
export type ErrorSource = Pick<EventTarget, "addEventListener" | "removeEventListener">;

/**
 * Keeps an error that a handler's author forgot to catch, in a promise nobody waits for or in an event
 * listener, from ending the process and with it everybody's calls: it is logged instead, with the call
 * that it belongs to.
 */
export function logUncaughtErrors(
  log: Log,
  counters?: Counters,
  source: ErrorSource = globalThis,
): Disposable {
  const tell = (event: Event, message: string, error: unknown) => {
    event.preventDefault();
    if (counters) counters.uncaughtErrors++;
    (currentCall()?.log ?? log).error(message, { error });
  };
  const rejected = (event: Event) =>
    tell(
      event,
      "A rejected promise was not awaited",
      (event as PromiseRejectionEvent).reason,
    );
  const thrown = (event: Event) => {
    const { error, message } = event as ErrorEvent;
    // That of a worker comes as a text only.
    tell(event, "An error was not caught", error ?? message);
  };
  source.addEventListener("unhandledrejection", rejected);
  source.addEventListener("error", thrown);
  return {
    [Symbol.dispose]: () => {
      source.removeEventListener("unhandledrejection", rejected);
      source.removeEventListener("error", thrown);
    },
  };
}
