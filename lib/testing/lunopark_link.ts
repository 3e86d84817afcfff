/**
 * Lunopark in this process, with its lines to the simulated Asterisk in memory.
 *
 * @module
 */

import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConnectionSource } from "../agi/server.ts";
import { type Config, loadConfig, resolveConfig, type Settings } from "../config.ts";
import { HandlerLoadError } from "../errors.ts";
import type { Handler } from "../handlers/contract.ts";
import type { HandlerSource } from "../handler_store.ts";
import type { HandlerModule } from "../handlers/loader.ts";
import { givenHandlers, openHandlers } from "../handler_source.ts";
import { Lunopark } from "../lunopark.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { AmiServer } from "./ami/ami_server.ts";
import { CapturingLog, type LoggedRecord } from "./capturing_log.ts";
import { streamPair } from "./stream_pair.ts";

/** Handlers to test: a file, a module, or one function. */
export type TestedHandler = string | URL | HandlerModule | Handler;

/** Calls that are offered in memory. */
class MemoryCalls implements ConnectionSource {
  readonly #offered: ByteStream[] = [];
  #waiting: PromiseWithResolvers<ByteStream> | undefined;
  #closed = false;

  accept(): Promise<ByteStream> {
    const stream = this.#offered.shift();
    if (stream) return Promise.resolve(stream);
    this.#waiting = Promise.withResolvers();
    if (this.#closed) this.#waiting.reject(new Deno.errors.BadResource("it was closed"));
    return this.#waiting.promise;
  }

  /** Connects; gives the caller's end. */
  connect(): ByteStream {
    if (this.#closed) throw new Deno.errors.ConnectionRefused("Connection refused");
    const [near, far] = streamPair();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) waiting.resolve(far);
    else this.#offered.push(far);
    return near;
  }

  close(): void {
    this.#closed = true;
    this.#waiting?.reject(new Deno.errors.BadResource("it was closed"));
  }
}

/** A Lunopark that serves the calls of a simulated Asterisk. */
export class LunoparkLink {
  readonly #calls: MemoryCalls;
  readonly #lunopark: Lunopark;

  private constructor(calls: MemoryCalls, lunopark: Lunopark) {
    this.#calls = calls;
    this.#lunopark = lunopark;
  }

  /**
   * Starts it, and waits until it is logged in. It logs in as the user that it is told, whatever its
   * configuration says: that one is for a real Asterisk.
   *
   * @throws {HandlerLoadError} If the handlers cannot be loaded.
   */
  static async start(
    settings: Settings,
    source: HandlerSource,
    ami: AmiServer,
    credentials: { readonly user: string; readonly secret: string },
    take: (record: LoggedRecord) => void,
  ): Promise<LunoparkLink> {
    const calls = new MemoryCalls();
    const log = new CapturingLog(take);
    log.level = settings.level;
    const { tls: _tls, ...access } = settings.ami;
    const lunopark = await Lunopark.start(
      { ...settings, ami: { ...access, ...credentials, secure: true } },
      log,
      source,
      { calls, connectAmi: async () => await ami.connect() },
    );
    const link = new LunoparkLink(calls, lunopark);
    if (settings.role !== "agi") await link.#ready();
    return link;
  }

  /** The server, for those who want to look into it. */
  get lunopark(): Lunopark {
    return this.#lunopark;
  }

  /** Connects to it as Asterisk does for a call. */
  connect(): ByteStream {
    return this.#calls.connect();
  }

  /** Stops it. */
  async stop(): Promise<void> {
    await this.#lunopark.stop();
  }

  /** Resolves when the AMI client is logged in. */
  async #ready(): Promise<void> {
    for (let turns = 0; turns < 1_000; turns++) {
      if (this.#lunopark.status.ami?.state === "ready") return;
      await new Promise((done) => setTimeout(done, 0));
    }
    await this.stop();
    throw new Error(`Cannot test: AMI login did not work, ${this.#lunopark.status.ami?.state}`);
  }
}

/** What was asked to be tested, as Lunopark takes it. */
export interface TestSubject {
  readonly settings: Settings;
  readonly source: HandlerSource;
}

/**
 * Finds the handlers to test and their configuration, which may be a file of its own.
 *
 * @throws {HandlerLoadError} If there is no such file.
 * @throws {ConfigError} If the configuration is wrong.
 */
export async function findSubject(
  handler: TestedHandler | undefined,
  config: Config | string | URL,
  isAsync: boolean,
  callerFolder: string | undefined,
): Promise<TestSubject> {
  const settings = typeof config === "string" || config instanceof URL
    ? await loadConfig(findFile(config, callerFolder) ?? String(config), () => undefined)
    : resolveConfig(config, { directory: Deno.cwd() });
  // A handler that does not come to its end keeps no test waiting.
  const stopGrace = Math.min(settings.stopGrace, 100);
  const chosen = { ...settings, stopGrace, ...isAsync && { asyncAgi: true } };
  if (handler === undefined || typeof handler === "string" || handler instanceof URL) {
    const file = handler === undefined ? settings.handler : findHandler(handler, callerFolder);
    return { settings: chosen, source: openHandlers({ ...chosen, handler: file }) };
  }
  const module = typeof handler === "function" ? moduleOf(handler) : handler;
  return { settings: chosen, source: givenHandlers(module) };
}

/** A function as a module: its name is that of its script. */
function moduleOf(handler: Handler): HandlerModule {
  return { [handler.name || "handler"]: handler };
}

/**
 * The file of the handlers.
 *
 * @throws {HandlerLoadError} If there is none.
 */
function findHandler(handler: string | URL, callerFolder: string | undefined): string {
  const file = findFile(handler, callerFolder);
  if (file !== undefined) return file;
  const places = candidates(`${handler}`, callerFolder).join(" and no ");
  throw new HandlerLoadError(
    `Cannot load handlers from ${handler}: there is no file ${places}`,
    `${handler}`,
  );
}

/** A file: relative to the file that asks for it, or to the working directory. */
function findFile(name: string | URL, callerFolder: string | undefined): string | undefined {
  if (name instanceof URL || name.startsWith("file://")) return fileURLToPath(name);
  if (isAbsolute(name)) return name;
  return candidates(name, callerFolder).find((file) => {
    try {
      return Deno.statSync(file).isFile;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotCapable)) return false;
      const reason = `Cannot load ${name} without permission to read it: deno test -A`;
      throw new HandlerLoadError(reason, file, undefined, { cause: error });
    }
  });
}

function candidates(name: string, callerFolder: string | undefined): string[] {
  const folders = [callerFolder, Deno.cwd()].filter((folder) => folder !== undefined);
  return [...new Set(folders.map((folder) => resolve(folder, name)))];
}

/** Folder of the file that called `fakeAsterisk()`, from the stack of an error made there. */
export function folderOfCaller(stack: string | undefined): string | undefined {
  const here = import.meta.dirname;
  for (
    const [, url = ""] of (stack ?? "").matchAll(/(file:\/\/\/[^\s?)]+?)(?:\?[^\s:)]*)?:\d+:\d+/g)
  ) {
    const file = fileURLToPath(url);
    if (here === undefined || dirname(file) !== here || file.endsWith("_test.ts")) {
      return dirname(file);
    }
  }
  return undefined;
}
