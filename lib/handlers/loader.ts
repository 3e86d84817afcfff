/**
 * Loads a handler file, and everything that it imports below its folder, afresh each time.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { HandlerLoadError, LunoparkError } from "../errors.ts";
import { importLinked } from "./linking.ts";
import { dropsUnusedImports, SourceFiles } from "./source_files.ts";

/** The module as it was exported. */
export type HandlerModule = Readonly<Record<string, unknown>>;

/**
 * Numbers every attempt of the process, since a URL that failed once stays failed: a file is loaded
 * afresh under its URL with a new `?lp=N`.
 */
let attempts = 0;

/** Loads one handler file again and again. */
export class HandlerLoader implements Disposable {
  /** Path of the handler file. */
  readonly file: string;
  readonly #url: string;
  readonly #folder: string;
  readonly #hook: { deregister(): void };
  readonly #files = new SourceFiles();
  /** The numbers of its own attempts: another Lunopark may have handlers in the same folder. */
  readonly #attempts = new Set<string | undefined>();
  #loads = 0;
  #failed = true;

  /** `library` is the URL that `from "lunopark"` means in handlers. */
  constructor(file: string, library: string) {
    this.file = file;
    this.#url = pathToFileURL(file).href;
    const folder = this.#folder = pathToFileURL(`${dirname(file)}/`).href;
    this.#hook = registerHooks({
      resolve: (specifier, context, next) => {
        const generation = /\?lp=(\d+)$/.exec(context.parentURL ?? "")?.[1];
        const own = this.#attempts.has(generation) && context.parentURL?.startsWith(folder);
        if (own && specifier === "lunopark") return next(library, context);
        const resolved = next(specifier, context);
        const fresh = own && resolved.url.startsWith(folder) &&
          !resolved.url.includes("/node_modules/") && !resolved.url.includes("?");
        if (!fresh) return resolved;
        this.#files.note(resolved.url);
        return { ...resolved, url: `${resolved.url}?lp=${generation}` };
      },
    });
  }

  /** Whether a file of the last attempt has changed since, or that attempt failed. */
  changed(): boolean {
    return this.#failed || this.#files.changed;
  }

  /**
   * Loads the file and what it imports.
   *
   * @throws {HandlerLoadError} If that fails; it says in which file and line.
   */
  async load(): Promise<HandlerModule> {
    this.#failed = true;
    await this.#files.prepare();
    this.#files.begin();
    if (!this.#files.note(this.#url)) {
      throw new HandlerLoadError(
        `Cannot load handler ${this.file}: there is no such file`,
        this.file,
      );
    }
    try {
      const module = await this.#import();
      this.#failed = false;
      return module;
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /** Takes its hook out of module loading. */
  [Symbol.dispose](): void {
    this.#hook.deregister();
  }

  async #import(): Promise<HandlerModule> {
    const newAddress = () => {
      this.#attempts.add(`${++attempts}`);
      return `${this.#url}?lp=${attempts}`;
    };
    // The first time, Deno has no copies to make, and most tests load their handlers once: the hook
    // that gives Deno JavaScript leaves an operation behind that waits for good.
    if (this.#loads++ === 0) return await import(newAddress());
    // Deno by itself knows more than plain TypeScript, decorators for one, and what it does not know
    // it complains of with the line.
    return await this.#link(newAddress) ?? await import(newAddress());
  }

  async #link(newAddress: () => string): Promise<HandlerModule | undefined> {
    if (!await dropsUnusedImports()) return undefined;
    try {
      if (this.#files.script(this.#url) === undefined) return undefined;
    } catch {
      return undefined;
    }
    return await importLinked(newAddress, (url) => this.#files.script(url));
  }

  /** Says where a load failed and why, in one line. */
  #explain(error: unknown): HandlerLoadError {
    const thrown = error instanceof Error ? error : new Error(String(error));
    // On a terminal, Deno colours the places in its messages.
    const message = stripVTControlCharacters(thrown.message);
    const stack = stripVTControlCharacters(thrown.stack ?? "");
    // Deno names the place in the message of an import or syntax error, else it is in the stack.
    const place = findPlace(message, this.#folder) ?? findPlace(stack, this.#folder) ??
      findBrokenJson(this.#files.urls);
    const file = place?.file ?? this.file;
    const where = place?.line === undefined ? file : `${file}:${place.line}`;
    return new HandlerLoadError(
      `Cannot load handler ${this.file}: ${where}: ${reasonOf(error, message)}`,
      file,
      place?.line,
      { cause: error },
    );
  }
}

/** An error in one line, as the author of a handler knows his files. */
function reasonOf(error: unknown, message: string): string {
  const reason = (message.split("\n")[0] as string)
    .replaceAll(/\?lp=\d+/g, "")
    .replace(/ at file:\/\/\S+$/, "")
    .replaceAll(/file:\/\/(?=\/)/g, "")
    .replace(/\.$/, "");
  // Errors of Deno itself say what they are; those of the handler's code are told by their class.
  const ofDeno = error instanceof LunoparkError || /^(SyntaxError: |Module not found)/.test(reason);
  return error instanceof Error && error.name !== "Error" && !ofDeno
    ? `${error.name}: ${reason}`
    : reason;
}

interface Place {
  readonly file: string;
  readonly line?: number;
}

/** The first place in a message or stack that is a file of the handler's author. */
function findPlace(text: string, folder: string): Place | undefined {
  const path = fileURLToPath(folder);
  for (const [, url, line] of text.matchAll(/(file:\/\/\/[^\n"]*?)(?:\?lp=\d+)?:(\d+):\d+/g)) {
    // Where the JavaScript was made from TypeScript, Deno writes the path as it is.
    const written = url?.slice("file://".length);
    if (written?.startsWith(path) && existsSync(written)) {
      return { file: written, line: Number(line) };
    }
    if (url?.startsWith(folder)) return { file: fileURLToPath(url), line: Number(line) };
  }
  return undefined;
}

/** Deno does not say which file it means when JSON is wrong. */
function findBrokenJson(urls: Iterable<string>): Place | undefined {
  for (const url of urls) {
    if (!url.endsWith(".json")) continue;
    const file = fileURLToPath(url);
    try {
      JSON.parse(Deno.readTextFileSync(file));
    } catch {
      return { file };
    }
  }
  return undefined;
}
