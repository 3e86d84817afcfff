/**
 * Lunopark in this process, with its lines to the simulated Asterisk in memory.
 *
 * @module
 */

import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConnectionSource } from "../agi/server.ts";
import { type Config, resolveConfig } from "../config.ts";
import { HandlerLoadError } from "../errors.ts";
import type { Handler } from "../handlers/contract.ts";
import type { HandlerModule } from "../handlers/loader.ts";
import { givenHandlers, Lunopark, openHandlers } from "../lunopark.ts";
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
   * Starts it with handlers, and waits until it is logged in.
   *
   * @throws {HandlerLoadError} If the handlers cannot be loaded.
   * @throws {ConfigError} If the configuration is wrong.
   */
  static async start(
    handler: TestedHandler,
    config: Config,
    ami: AmiServer,
    take: (record: LoggedRecord) => void,
    callerFolder: string | undefined,
  ): Promise<LunoparkLink> {
    const isFile = typeof handler === "string" || handler instanceof URL;
    const settings = resolveConfig({
      user: "manager",
      secret: "password",
      stopGrace: 100,
      ...config,
      ...isFile && { handler: findFile(handler, callerFolder) },
    }, { directory: Deno.cwd() });
    const calls = new MemoryCalls();
    const log = new CapturingLog(take);
    log.level = settings.level;
    const source = isFile
      ? openHandlers(settings)
      : givenHandlers(typeof handler === "function" ? moduleOf(handler) : handler);
    const lunopark = await Lunopark.start(settings, log, source, {
      calls,
      connectAmi: async () => await ami.connect(),
    });
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

/** A function as a module: its name is that of its script. */
function moduleOf(handler: Handler): HandlerModule {
  return { [handler.name || "handler"]: handler };
}

/** A handler file: relative to the file that asks for it, or to the working directory. */
function findFile(handler: string | URL, callerFolder: string | undefined): string {
  if (handler instanceof URL || handler.startsWith("file://")) return fileURLToPath(handler);
  if (isAbsolute(handler)) return handler;
  const folders = [callerFolder, Deno.cwd()].filter((folder) => folder !== undefined);
  const candidates = [...new Set(folders.map((folder) => resolve(folder, handler)))];
  const found = candidates.find((file) => {
    try {
      return Deno.statSync(file).isFile;
    } catch {
      return false;
    }
  });
  if (found !== undefined) return found;
  throw new HandlerLoadError(
    `Cannot load handler ${handler}: there is no file ${candidates.join(" and no ")}`,
    handler,
  );
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
