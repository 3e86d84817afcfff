/**
 * Timers that know which call they belong to.
 *
 * @module
 */

import type { CallIdentity } from "../agi/call_identity.ts";
import { currentCall } from "./scope.ts";

/** Who is told about timers of calls. */
export interface TimerHooks {
  /** The function of a timer is about to run. */
  enter(call: CallIdentity): void;
  /** It has thrown. */
  failed(error: unknown, call: CallIdentity): void;
}

type Callback = (this: unknown, ...args: unknown[]) => unknown;
type StartTimer = (callback: unknown, ...rest: unknown[]) => unknown;

/**
 * Makes the global timers tell the call that set them when they throw: Deno has forgotten it by the time
 * that it reports the error, other than with a rejected promise. Until it is disposed of.
 */
export function guardTimers(hooks: TimerHooks): Disposable {
  const scope = globalThis as unknown as Record<string, StartTimer>;
  const names = ["setTimeout", "setInterval", "setImmediate"];
  const originals = names.map((name) => [name, scope[name] as StartTimer] as const);
  for (const [name, original] of originals) {
    const guarded: StartTimer = (callback, ...rest) => {
      const call = typeof callback === "function" ? currentCall() : undefined;
      return original(call ? guard(callback as Callback, call, hooks) : callback, ...rest);
    };
    // What belongs to the function itself, as node:util looks for it.
    scope[name] = Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(original));
  }
  return {
    [Symbol.dispose]: () => {
      for (const [name, original] of originals) scope[name] = original;
    },
  };
}

function guard(callback: Callback, call: CallIdentity, hooks: TimerHooks): Callback {
  return function (...args) {
    hooks.enter(call);
    try {
      return callback.apply(this, args);
    } catch (error) {
      hooks.failed(error, call);
    }
  };
}
