/**
 * Timers that know which call they belong to.
 *
 * @module
 */

import type { CallIdentity } from "../agi/call_identity.ts";
import { currentCall, isInScope } from "./scope.ts";

/** Who is told about timers of calls. */
export interface TimerHooks {
  /** Calls the function of a timer that handlers have set; without a call, outside of all. */
  run(call: CallIdentity | undefined, body: () => unknown): unknown;
  /** That of a call has thrown. */
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
      const isOurs = typeof callback === "function" && isInScope();
      return original(
        isOurs ? guard(callback as Callback, currentCall(), hooks) : callback,
        ...rest,
      );
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

function guard(callback: Callback, call: CallIdentity | undefined, hooks: TimerHooks): Callback {
  return function (...args) {
    if (!call) return hooks.run(call, () => callback.apply(this, args));
    try {
      return hooks.run(call, () => callback.apply(this, args));
    } catch (error) {
      hooks.failed(error, call);
    }
  };
}
