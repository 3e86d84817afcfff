/**
 * Which generation of handlers the running code belongs to.
 *
 * @module
 */

import { AsyncLocalStorage } from "node:async_hooks";
import type { CallIdentity } from "../agi/call_identity.ts";
import type { Ami } from "../ami/manager.ts";
import { NotConnectedError } from "../errors.ts";
import { type Log, silentLog } from "../log.ts";

/** What the global `ami` and `log` stand for in a piece of code. */
export interface Scope {
  readonly ami: Ami;
  readonly log: Log;
  /** The call that the code belongs to, if it is that of one. */
  readonly call?: CallIdentity | undefined;
}

// It follows the code through imports, promises and timers: what a module does while it is loaded
// belongs to the generation that loads it, even while calls of the one before go on.
const storage = new AsyncLocalStorage<Scope | undefined>();
let fallback: Scope | undefined;

/** Runs `body`, and all that it sets going, in a scope. */
export function runInScope<Result, Args extends unknown[]>(
  scope: Scope,
  body: (...args: Args) => Result,
  ...args: Args
): Result {
  return storage.run(scope, body, ...args);
}

/** The call that the running code belongs to, its promises and timers included. */
export function currentCall(): CallIdentity | undefined {
  return storage.getStore()?.call;
}

/** Whether the running code belongs to a generation of handlers, to a call or not; of a listener false. */
export function isInScope(): boolean {
  return storage.getStore() !== undefined;
}

/**
 * Runs `body`, and all that it sets going, in no scope but the default one.
 *
 * What lives longer than a generation has to begin so: Deno leaves the scope in which `import()` was
 * called in force for whatever its event loop begins next.
 */
export function runInNoScope<Result>(body: () => Result): Result {
  return storage.run(undefined, body);
}

/** The scope of code that has none of its own, as that of event listeners; `undefined` for none. */
export function setDefaultScope(scope: Scope | undefined): void {
  fallback = scope;
}

/** The default scope. */
export function defaultScope(): Scope | undefined {
  return fallback;
}

function currentScope(): Scope | undefined {
  return storage.getStore() ?? fallback;
}

/** Methods of each `ami` that were used: to find and bind one anew costs 0.5 µs an action. */
const boundMethods = new WeakMap<Ami, Map<string | symbol, unknown>>();

/**
 * The AMI connection, for use anywhere in a handler file.
 *
 * @throws {NotConnectedError} When it is used and Lunopark does not run, or runs without the AMI role.
 */
export const ami: Ami = new Proxy({} as Ami, {
  get(_target: Ami, name: string | symbol): unknown {
    const scope = currentScope();
    if (!scope) {
      // What JavaScript looks for by itself is no use of it.
      if (typeof name === "symbol" || name === "then") return undefined;
      throw new NotConnectedError(
        "Cannot use ami: no Lunopark runs in this process; " +
          "a call test gives such a file by its name",
      );
    }
    let bound = boundMethods.get(scope.ami);
    if (!bound) boundMethods.set(scope.ami, bound = new Map());
    const known = bound.get(name);
    if (known) return known;
    const value: unknown = Reflect.get(scope.ami, name);
    if (typeof value !== "function") return value;
    const method = value.bind(scope.ami);
    bound.set(name, method);
    return method;
  },
  has(_target: Ami, name: string | symbol): boolean {
    return name in (currentScope()?.ami ?? {});
  },
});

/** The log, for use anywhere in a handler file; `channel.log` also says which call it is about. */
export const log: Log = {
  debug: (message, facts) => currentLog().debug(message, facts),
  info: (message, facts) => currentLog().info(message, facts),
  warn: (message, facts) => currentLog().warn(message, facts),
  error: (message, facts) => currentLog().error(message, facts),
  with: (facts) => currentLog().with(facts),
};

/** Makes `ami` and `log` globals, as the Lua daemon has them, for handlers that import nothing. */
export function defineGlobals(): void {
  for (const [name, value] of Object.entries({ ami, log })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

function currentLog(): Log {
  return currentScope()?.log ?? silentLog;
}
