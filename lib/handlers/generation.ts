/**
 * One loaded set of handlers: its scripts, its routes, and the calls that run on them.
 *
 * @module
 */

import { HandlerLoadError } from "../errors.ts";
import type { Handler } from "./contract.ts";
import type { HandlerModule } from "./loader.ts";

/** A script that was found, and the groups of its route; the same object each time without groups. */
export interface FoundHandler {
  /** Name of the script, or path of the route. */
  readonly name: string;
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly path: string;
  readonly pattern: URLPattern;
  readonly handler: Handler;
}

const noParams: Readonly<Record<string, string>> = Object.freeze({});

/** The handlers of one load. It is over when it was replaced and its last call has ended. */
export class Generation {
  /** Counts the generations of a server, from 1. */
  readonly number: number;
  readonly #scripts = new Map<string, FoundHandler>();
  readonly #routes: Route[] = [];
  readonly #dispose: (() => unknown) | undefined;
  #calls = 0;
  #whenOver: (() => void) | undefined;

  /**
   * Takes the exported functions as scripts, and the default export as routes.
   *
   * @throws {HandlerLoadError} If the default export is no table of handlers.
   */
  constructor(number: number, file: string, module: HandlerModule) {
    this.number = number;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== "function" || name === "default" || name === "dispose") continue;
      this.#scripts.set(name, { name, handler: value as Handler, params: noParams });
    }
    if (typeof module["dispose"] === "function") this.#dispose = module["dispose"] as () => unknown;
    const routes = module["default"];
    if (routes === undefined) return;
    if (typeof routes !== "object" || routes === null) {
      throw new HandlerLoadError(
        `Cannot load handler ${file}: its default export is ${describe(routes)}, ` +
          `must be a table of routes such as { "ivr/:lang": handler }`,
        file,
      );
    }
    for (const [path, handler] of Object.entries(routes)) this.#addRoute(file, path, handler);
  }

  /** Names of the scripts and paths of the routes, as they are called. */
  get names(): string[] {
    return [...this.#scripts.keys(), ...this.#routes.map(({ path }) => path)];
  }

  /** How many calls run on this generation. */
  get calls(): number {
    return this.#calls;
  }

  /** Finds the handler for a script; `undefined` when nobody offers it. */
  find(script: string): FoundHandler | undefined {
    const found = this.#scripts.get(script);
    if (found) return found;
    for (const route of this.#routes) {
      const groups = route.pattern.exec({ pathname: `/${script}` })?.pathname.groups;
      if (groups) {
        return { name: route.path, handler: route.handler, params: decodeGroups(groups) };
      }
    }
    return undefined;
  }

  /** A call begins to run on this generation. */
  enter(): void {
    this.#calls++;
  }

  /** A call has ended. */
  leave(): void {
    this.#calls--;
    this.#checkOver();
  }

  /** It was replaced: `over` is called when its last call has ended, which may be at once. */
  retire(over: () => void): void {
    this.#whenOver = over;
    this.#checkOver();
  }

  /** Runs what the module exports as `dispose`. */
  async dispose(): Promise<void> {
    await this.#dispose?.();
  }

  #checkOver(): void {
    if (this.#calls > 0 || !this.#whenOver) return;
    const over = this.#whenOver;
    this.#whenOver = undefined;
    over();
  }

  #addRoute(file: string, path: string, handler: unknown): void {
    const fail = (reason: string) =>
      new HandlerLoadError(
        `Cannot load handler ${file}: route ${JSON.stringify(path)} ${reason}`,
        file,
      );
    if (typeof handler !== "function") throw fail(`is ${describe(handler)}, must be a function`);
    let pattern: URLPattern;
    try {
      pattern = new URLPattern({ pathname: `/${path.replace(/^\/+/, "")}` });
    } catch (error) {
      throw fail(`is no URLPattern: ${(error as Error).message}`);
    }
    this.#routes.push({ path, pattern, handler: handler as Handler });
  }
}

function decodeGroups(
  groups: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const params: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(groups)) {
    if (value === undefined) continue;
    try {
      params[name] = decodeURIComponent(value);
    } catch {
      params[name] = value;
    }
  }
  return params;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
