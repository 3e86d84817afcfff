/**
 * The handlers in force: loads a generation, swaps it in, retires the one before.
 *
 * @module
 */

import type { AmiClient } from "./ami/client.ts";
import { EventListeners, type ListenerCaller } from "./ami/event_listeners.ts";
import { type Ami, type AmiSource, createAmi } from "./ami/manager.ts";
import type { CallIdentity } from "./agi/call_identity.ts";
import type { App } from "./agi/dialplan.ts";
import { HandlerLoadError, NotConnectedError } from "./errors.ts";
import type { Channel, Handler } from "./handlers/contract.ts";
import { type FoundHandler, Generation } from "./handlers/generation.ts";
import type { HandlerModule } from "./handlers/loader.ts";
import { defaultScope, runInScope, type Scope, setDefaultScope } from "./handlers/scope.ts";
import type { Log } from "./log.ts";

/** Where handlers come from: a file, or for a program that embeds Lunopark, an object. */
export interface HandlerSource extends Disposable {
  /** Whether scripts are not expected: a program that embeds Lunopark may want the AMI role alone. */
  readonly scriptsOptional?: boolean;
  /** Path of the file, or a word for what stands in its place. */
  readonly file: string;
  /** Whether loading it again can bring something else. */
  changed(): boolean;
  load(): Promise<HandlerModule>;
}

/** What is needed of the AMI client. */
type ListeningClient = AmiSource & Pick<AmiClient, "setListeners">;

/** What became of a reload. */
export type ReloadResult = "reloaded" | "unchanged" | "failed";

/** A generation with what belongs to it. */
interface Loaded {
  readonly generation: Generation;
  readonly listeners: EventListeners;
  readonly scope: Scope;
}

/** Keeps the current generation, and those before it as long as calls run on them. */
export class HandlerStore {
  readonly #source: HandlerSource;
  readonly #client: ListeningClient | undefined;
  readonly #log: Log;
  readonly #caller: ListenerCaller | undefined;
  readonly #retired = new Set<Loaded>();
  /** What has become of reloads so far. */
  readonly reloads: Record<ReloadResult, number> = { reloaded: 0, unchanged: 0, failed: 0 };
  #current: Loaded | undefined;
  #loads = 0;
  #lastReload: Promise<unknown> = Promise.resolve();

  /** `caller` calls their listeners. */
  constructor(
    source: HandlerSource,
    client: ListeningClient | undefined,
    log: Log,
    caller?: ListenerCaller,
  ) {
    this.#source = source;
    this.#client = client;
    this.#log = log;
    this.#caller = caller;
  }

  /** The generation that new calls run on. */
  get generation(): Generation {
    if (!this.#current) throw new TypeError("Cannot use handlers before they are loaded");
    return this.#current.generation;
  }

  /** Generations that were replaced and still have calls. */
  get retired(): readonly Generation[] {
    return Array.from(this.#retired, ({ generation }) => generation);
  }

  /** `ami` as the current handlers have it. */
  get ami(): Ami {
    return this.#current?.scope.ami ?? missingAmi("no handlers are loaded");
  }

  /** The listeners of the current handlers, by event. */
  get listeners(): Record<string, number> {
    const listed = this.#current?.listeners.list() ?? {};
    return Object.fromEntries(Object.entries(listed).map(([name, all]) => [name, all.length]));
  }

  /**
   * Loads the first generation.
   *
   * @throws {HandlerLoadError} If that fails.
   */
  async load(): Promise<void> {
    this.#swap(await this.#loadNext());
  }

  /** Loads the handlers anew where they have changed. One that comes during another waits its turn. */
  reload(): Promise<ReloadResult> {
    const result = this.#lastReload.then(async () => {
      const result = await this.#reload();
      this.reloads[result]++;
      return result;
    });
    this.#lastReload = result;
    return result;
  }

  /** Finds the handler of a script in the current generation, on which the call then runs. */
  find(script: string): FoundScript | undefined {
    const current = this.#current;
    const found = current?.generation.find(script);
    if (!current || !found) return undefined;
    current.generation.enter();
    return new FoundScript(found, current);
  }

  /** Ends with the handlers: their listeners go, their `dispose` runs. */
  async stop(): Promise<void> {
    await this.#lastReload;
    const current = this.#current;
    this.#client?.setListeners([]);
    if (current) {
      if (defaultScope() === current.scope) setDefaultScope(undefined);
      await this.#bury(current);
    }
    this.#source[Symbol.dispose]();
  }

  async #reload(): Promise<ReloadResult> {
    if (!this.#source.changed()) {
      this.#log.info(`Handlers unchanged, generation ${this.generation.number} goes on`);
      return "unchanged";
    }
    try {
      this.#swap(await this.#loadNext());
      return "reloaded";
    } catch (error) {
      this.#log.error(
        `${(error as Error).message}; generation ${this.generation.number} goes on`,
      );
      return "failed";
    }
  }

  async #loadNext(): Promise<Loaded> {
    const started = performance.now();
    const number = ++this.#loads;
    const listeners = new EventListeners(this.#caller);
    const ami = this.#client
      ? createAmi(this.#client, listeners)
      : missingAmi('it runs the role "agi" alone, set role to "both"');
    const scope: Scope = { ami, log: this.#log };
    const module = await runInScope(scope, () => this.#source.load());
    const generation = new Generation(number, this.#source.file, module);
    if (!this.#client && generation.names.length === 0) {
      throw new HandlerLoadError(
        `Cannot load handler ${this.#source.file}: it exports no function`,
        this.#source.file,
      );
    }
    const time = Math.round(performance.now() - started);
    const loaded = `Loaded generation ${number} of ${this.#source.file} in ${time} ms`;
    if (generation.names.length > 0) this.#log.info(`${loaded}: ${generation.names.join(", ")}`);
    else if (Object.keys(listeners.list()).length > 0) this.#log.info(`${loaded}: listeners only`);
    else if (this.#source.scriptsOptional) this.#log.info(`${loaded}: no scripts`);
    else this.#log.warn(`${loaded}: it exports no function, every call gets NOSCRIPT`);
    return { generation, listeners, scope };
  }

  /** Puts a generation in force. All in one step: nothing may be awaited here. */
  #swap(next: Loaded): void {
    const before = this.#current;
    next.listeners.endLoad();
    if (before) {
      this.#retired.add(before);
      before.listeners.removeLoaded();
    }
    this.#current = next;
    setDefaultScope(next.scope);
    this.#setListeners();
    before?.generation.retire(() => {
      this.#retired.delete(before);
      this.#setListeners();
      this.#bury(before);
    });
  }

  #setListeners(): void {
    const sets = [this.#current, ...this.#retired].flatMap((loaded) => loaded?.listeners ?? []);
    this.#client?.setListeners(sets);
  }

  async #bury({ generation, listeners }: Loaded): Promise<void> {
    listeners.clear();
    try {
      await generation.dispose();
    } catch (error) {
      this.#log.error(`dispose() of generation ${generation.number} failed`, { error });
    }
  }
}

/** A script that was found for a call, which counts as one of its generation until it is released. */
export class FoundScript {
  readonly #found: FoundHandler;
  readonly #loaded: Loaded;

  constructor(found: FoundHandler, loaded: Loaded) {
    this.#found = found;
    this.#loaded = loaded;
  }

  /** Name of the script, or path of the route. */
  get name(): string {
    return this.#found.name;
  }

  /** The handler as it was exported. */
  get handler(): Handler {
    return this.#found.handler;
  }

  /** Groups of the route, by name. */
  get params(): Readonly<Record<string, string>> {
    return this.#found.params;
  }

  /** Runs the handler in the scope of its generation, as code of a call. */
  run(app: App, channel: Channel, call?: CallIdentity): unknown {
    const { ami, log } = this.#loaded.scope;
    return runInScope({ ami, log, call }, this.#found.handler, app, channel);
  }

  /** To be called once, when the handler has ended. */
  release(): void {
    this.#loaded.generation.leave();
  }
}

/** An `ami` that says why it cannot be used. */
function missingAmi(reason: string): Ami {
  return new Proxy({} as Ami, {
    get(_target: Ami, name: string | symbol): unknown {
      if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
      throw new NotConnectedError(`Cannot use ami.${name}: Lunopark has no AMI role, ${reason}`);
    },
  });
}
