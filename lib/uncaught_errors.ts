/**
 * The errors that nobody caught.
 *
 * @module
 */

import type { Counters } from "./counters.ts";
import { currentCall } from "./handlers/scope.ts";
import type { Log } from "./log.ts";

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
