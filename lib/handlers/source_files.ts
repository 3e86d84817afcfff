/**
 * The files of handlers: which a load has read, whether one has changed, and their JavaScript.
 *
 * @module
 */

import { stripTypeScriptTypes } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What tells that a file is not there. */
const missing = "missing";

/** A file that was made into JavaScript. */
interface Script {
  readonly stamp: string;
  readonly text: string;
}

/**
 * The files that a load reads.
 *
 * Deno would make JavaScript of them itself, but under an address that it has not seen before, and
 * for each of them it copies its graph of all modules so far: 100 files cost 215 ms of CPU the first
 * time and 2,600 the fortieth, on the thread that serves calls. Made here, and kept for those that do
 * not change, they cost 25 each time.
 */
export class SourceFiles {
  /** By URL, what tells whether a file of this load has changed. */
  readonly #stamps = new Map<string, string>();
  readonly #scripts = new Map<string, Script>();

  /** URLs of the files of this load. */
  get urls(): Iterable<string> {
    return this.#stamps.keys();
  }

  /** Whether a file of this load has changed since. */
  get changed(): boolean {
    return [...this.#stamps].some(([url, stamp]) => stampOf(url) !== stamp);
  }

  /** A load begins, which has read no file yet. */
  begin(): void {
    for (const url of this.#scripts.keys()) if (!this.#stamps.has(url)) this.#scripts.delete(url);
    this.#stamps.clear();
  }

  /** A file belongs to this load; tells whether there is such a file. */
  note(url: string): boolean {
    let stamp = this.#stamps.get(url);
    if (stamp === undefined) this.#stamps.set(url, stamp = stampOf(url));
    return stamp !== missing;
  }

  /**
   * Makes JavaScript of the files of the last load, where there is none yet or they have changed, one
   * at a time: calls are served in between.
   */
  async prepare(): Promise<void> {
    for (const url of this.#stamps.keys()) {
      const now = stampOf(url);
      if (this.#scripts.get(url)?.stamp === now) continue;
      try {
        this.#make(url, now);
      } catch {
        // The load will tell.
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /**
   * The JavaScript of a file; `undefined` for one that Deno shall read, or miss.
   *
   * @throws {SyntaxError} With the place in the file.
   */
  script(url: string): string | undefined {
    this.note(url);
    const stamp = this.#stamps.get(url) as string;
    const script = this.#scripts.get(url);
    return script?.stamp === stamp ? script.text : this.#make(url, stamp);
  }

  #make(url: string, stamp: string): string | undefined {
    this.#scripts.delete(url);
    const text = makeScript(url);
    if (text !== undefined) this.#scripts.set(url, { stamp, text });
    return text;
  }
}

/** Changes when the file does. */
function stampOf(url: string): string {
  try {
    const { mtime, size, ino } = Deno.statSync(new URL(url));
    return `${mtime?.getTime()} ${size} ${ino}`;
  } catch {
    return missing;
  }
}

/** @throws {SyntaxError} With the place in the file. */
function makeScript(url: string): string | undefined {
  if (!/\.m?[jt]s$/.test(url)) return undefined;
  const path = fileURLToPath(url);
  if (url.endsWith(".js") && mayBeCommonJs(path)) return undefined;
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
  return url.endsWith("ts") ? transpile(url, text) : text;
}

/** Whether there is a `package.json` that may say so. */
function mayBeCommonJs(path: string): boolean {
  const folder = dirname(path);
  if (folder === path) return false;
  return stampOf(pathToFileURL(`${folder}/package.json`).href) !== missing || mayBeCommonJs(folder);
}

/** The name that `stripTypeScriptTypes` has for what it is given. */
const nameless = "file:///stripTypeScriptTypes.ts";
const mapMark = "//# sourceMappingURL=data:application/json;base64,";

let dropsImports: Promise<boolean> | undefined;

/**
 * Whether Deno drops imports that are never used, as `stripTypeScriptTypes` does. It does not where
 * its configuration says `verbatimModuleSyntax`, which only a try can tell.
 */
export function dropsUnusedImports(): Promise<boolean> {
  const unused = 'import { a } from "data:text/javascript,"; let b: 1;';
  return dropsImports ??= import(`data:text/typescript,${encodeURIComponent(unused)}`)
    .then(() => true, (error) => !/not provide an export/.test(String(error)));
}

/** As Deno does it: imports that are types alone go away, and errors name lines of the file. */
function transpile(url: string, text: string): string {
  // Deno refuses this spelling of `with`, which `stripTypeScriptTypes` mends.
  if (/["']\s*assert\s*\{/.test(text)) throw new SyntaxError(url);
  let script: string;
  try {
    script = stripTypeScriptTypes(text, { mode: "transform", sourceMap: true });
  } catch (error) {
    const message = (error as Error).message.replaceAll(nameless, url);
    throw new SyntaxError(message.replace(/^SyntaxError: /, ""), { cause: error });
  }
  const mark = script.lastIndexOf(mapMark);
  if (mark < 0) return script;
  // The map is one of that name, and has the text once more.
  const bytes = Uint8Array.fromBase64(script.slice(mark + mapMark.length).trimEnd());
  const { version, names, mappings } = JSON.parse(new TextDecoder().decode(bytes));
  const map = JSON.stringify({ version, sources: [url], names, mappings });
  return script.slice(0, mark) + mapMark + new TextEncoder().encode(map).toBase64();
}
