/**
 * Reads configuration files: modules, JSON and YAML.
 *
 * Messages tell where a fault is, and never quote the file: what is near the fault may be a secret.
 *
 * @module
 */

import { ConfigError } from "./errors.ts";
import { extensionOf, fileUrl, resolvePath } from "./paths.ts";

type Reader = (text: string, file: string) => unknown;

const readers: Record<string, Reader> = {
  ".ts": importModule,
  ".js": importModule,
  ".mjs": importModule,
  ".json": parseJson,
  ".yaml": parseYaml,
  ".yml": parseYaml,
};

/**
 * Reads what a configuration file says, whatever that is.
 *
 * Of a module that is its default export, or its named exports when it has no default.
 *
 * @throws {ConfigError} If the file cannot be read, or is not what its name says.
 */
export async function readConfigFile(file: string): Promise<unknown> {
  const ending = extensionOf(file);
  const read = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (!read) {
    const allowed = Object.keys(readers).join(", ");
    throw new ConfigError([`${file}: unknown kind of file "${ending}", must be one of ${allowed}`]);
  }
  return await read(await readText(file), file);
}

async function readText(file: string): Promise<string> {
  try {
    const text = await Deno.readTextFile(file);
    return text.replace(/^\uFEFF/, ""); // as Notepad writes it
  } catch (error) {
    const reason = (error as Error).message.replace(/ \(os error.*/s, "");
    throw new ConfigError([`${file}: cannot be read: ${reason}`], { cause: error });
  }
}

/** Deno reads the file a second time: that it can be read is known by then, and told in our words. */
async function importModule(_text: string, file: string): Promise<unknown> {
  try {
    const module = await import(fileUrl(file));
    return "default" in module ? module.default : { ...module };
  } catch (error) {
    // On a terminal, Deno colours the places in its messages.
    const { stripVTControlCharacters: strip } = await import("node:util");
    const { path, line, column } = error instanceof Error
      ? findPlace(strip(`${error.message}\n${error.stack}`))
      : {};
    const message = error instanceof Error ? error.message || error.name : String(error);
    const where = path === undefined || path === resolvePath(file) ? file : path;
    // No cause: the message of a syntax error quotes the file.
    throw fault(where, moduleReason(strip(message)), line, column);
  }
}

/** Deno tells the place in the message or, when the module ran and threw, in the stack. */
function findPlace(text: string): { path?: string; line?: number; column?: number } {
  const place = /file:\/\/(.+?):(\d+):(\d+)/.exec(text);
  if (!place) return {};
  // A message has the URL, a stack has the path in its place.
  const path = place[1]!.replaceAll(/(?:%[\dA-F]{2})+/g, decodeURIComponent);
  // The frames behind our own import() are ours.
  if (path === import.meta.filename) return {};
  return { path, line: Number(place[2]), column: Number(place[3]) };
}

function moduleReason(message: string): string {
  const [first = ""] = message.split("\n");
  const [, syntax] = /^SyntaxError: (.*)/.exec(first) ?? [];
  // What was found in place of what was expected may be a piece of a secret.
  return syntax?.replace(/, got .*|(?<=^Unexpected token) .*/, "") ??
    first.replace(/ at file:\S+$|\.$/, "");
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const [, reason, position] = /^(.*?)(?: in JSON)? at position (\d+)/.exec(message) ?? [];
    const before = text.slice(0, position === undefined ? validLength(text) : Number(position));
    const lines = before.split("\n");
    throw fault(file, reason ?? "Unexpected token or end", lines.length, lines.at(-1)!.length + 1);
  }
}

/**
 * V8 quotes the file instead of telling the position when a token or the end is unexpected. The shortest
 * beginning of the text that has an unexpected token ends with it.
 */
function validLength(text: string): number {
  for (let length = 0; length < text.length; length++) {
    try {
      JSON.parse(text.slice(0, length + 1));
    } catch (error) {
      if ((error as SyntaxError).message.startsWith("Unexpected token")) return length;
    }
  }
  return text.length;
}

/** Its 76 modules take 30 ms: nobody waits for them who writes no YAML. */
async function parseYaml(text: string, file: string): Promise<unknown> {
  const { LineCounter, parseDocument, visit } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    // After a colon or backslash the message quotes the file.
    const reason = error.message.replace(/(?:[:;\\]| at line \d).*/s, "");
    throw fault(file, reason, error.linePos?.[0].line, error.linePos?.[0].col);
  }
  visit(document, {
    // Nobody repeats himself in so short a file, but a secret may begin with a star.
    Alias(_, { range }) {
      const { line, col } = lineCounter.linePos(range?.[0] ?? 0);
      throw fault(file, "Aliases are not supported, text with a * needs quotes", line, col);
    },
  });
  return document.toJS() ?? {};
}

function fault(file: string, reason: string, line?: number, column?: number): ConfigError {
  const where = [file, line, column].filter((part) => part !== undefined).join(":");
  return new ConfigError([`${where}: ${reason}`]);
}
