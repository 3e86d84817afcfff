/**
 * The library as files of a project: what `from "lunopark"` and `from "lunopark/testing"` need, with
 * the packages that they import, so that a project needs no registry.
 *
 * From source they are collected; a program that was made of it has them, collected when it was made.
 *
 * @module
 */

import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { programPath } from "./program_path.ts";

/** Files by their path in the folder of the library. */
export type Library = ReadonlyMap<string, string>;

/** Where the program has the files; `scripts/compile.ts` and `scripts/portable.ts` put them there. */
export const builtInLibrary: URL = new URL("../../dist/library/", import.meta.url);

/** The modules that a project imports. */
const entries = ["mod.ts", "lib/testing/mod.ts"];

/** What is taken of a package: its code without Node's own module system, and its types. */
interface Package {
  readonly code: string;
  readonly types: string;
  /** Its own names for files, which only a package manager knows. */
  readonly names?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Package>> = {
  "@logtape/logtape": {
    code: "dist/mod.js",
    types: "dist/mod.d.ts",
    names: { "#util": "./util.deno.js" },
  },
  "@opentelemetry/api": { code: "dist/index.mjs", types: "dist/index.d.mts" },
  valibot: { code: "dist/index.mjs", types: "dist/index.d.mts" },
  yaml: { code: "browser/index.js", types: "dist/index.d.ts" },
};

/** Where a package's entry is in the folder of the library. */
export function packageEntries(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packages).map(([name, { code }]) => [name, `npm/${name}/${code}`]),
  );
}

/** The library: the one that is built in, or else collected from the source that runs. */
export function readLibrary(): Library {
  return programPath() === undefined ? collectLibrary() : readFolder(builtInLibrary);
}

/** Collects the library from the source that runs. */
export function collectLibrary(): Library {
  const library = new Map<string, string>();
  const root = new URL("../../", import.meta.url);
  for (const entry of entries) collectSource(library, root, entry);
  library.set("LICENSE", Deno.readTextFileSync(new URL("LICENSE", root)));
  for (const [name, parts] of Object.entries(packages)) collectPackage(library, name, parts);
  return library;
}

/** A specifier in a statement; in a text it does no harm, since there is no such file. */
const specifiers = /(\b(?:from|import)\s*\(?\s*)(["'])([^"'\n]+)\2/g;

/** Takes a file of ours, and what it imports. */
function collectSource(library: Map<string, string>, root: URL, file: string): void {
  if (library.has(file)) return;
  const text = readIfThere(new URL(file, root));
  if (text === undefined) return;
  library.set(file, text);
  const code = text.replaceAll(/^\s*(\*|\/\/).*$/gm, "");
  for (const [, , , specifier = ""] of code.matchAll(specifiers)) {
    if (specifier.startsWith(".")) collectSource(library, root, join(dirname(file), specifier));
  }
}

/** Takes the code and the types of a package, each with what it imports. */
function collectPackage(library: Map<string, string>, name: string, parts: Package): void {
  const entry = fileURLToPath(import.meta.resolve(name));
  const root = new URL(`file://${entry.slice(0, entry.indexOf("/dist/"))}/`);
  const collect = (file: string) => {
    const path = `npm/${name}/${file}`;
    if (library.has(path)) return;
    const text = Deno.readTextFileSync(new URL(file, root));
    const found: string[] = [];
    const rewritten = text.replace(specifiers, (all, before, quote, specifier) => {
      const known = parts.names?.[specifier] ?? specifier;
      if (!known.startsWith(".")) return all;
      const target = findFile(root, file, known);
      if (target === undefined) return all;
      found.push(join(dirname(file), target));
      return `${before}${quote}${target}${quote}`;
    });
    // A module of JavaScript says where its types are: no package manager is there to know.
    const types = `/* @ts-self-types="${relative(parts.code, parts.types)}" */\n`;
    library.set(path, (file === parts.code ? types : "") + rewritten.replace(sourceMap, ""));
    for (const other of found) collect(other);
  };
  collect(parts.code);
  collect(parts.types);
  for (const license of ["LICENSE", "LICENSE.md"]) {
    const text = readIfThere(new URL(license, root));
    if (text !== undefined) library.set(`npm/${name}/${license}`, text);
  }
}

const sourceMap = /^\/\/# sourceMappingURL=.*$/m;

/** The file that a specifier means; declarations name code, whose declarations are meant. */
function findFile(root: URL, from: string, specifier: string): string | undefined {
  const stem = specifier.replace(/\.(c|m)?js$/, "");
  const candidates = /\.d\.m?ts$/.test(from)
    ? [`${stem}.d.ts`, `${stem}.d.mts`, `${stem}/index.d.ts`]
    : [specifier];
  return candidates.find((candidate) => isFile(new URL(join(dirname(from), candidate), root)));
}

function relative(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1) || "./";
  return dirname(from) === dirname(to) ? `./${to.slice(dirname(to).length + 1)}` : up + to;
}

function isFile(url: URL): boolean {
  try {
    return Deno.statSync(url).isFile;
  } catch {
    return false;
  }
}

function readIfThere(url: URL): string | undefined {
  return isFile(url) ? Deno.readTextFileSync(url) : undefined;
}

/** The files of a folder, as a library. */
export function readFolder(folder: URL, under = ""): Library {
  const library = new Map<string, string>();
  for (const { name, isDirectory } of Deno.readDirSync(new URL(under, folder))) {
    const path = under + name;
    if (isDirectory) {
      for (const [file, text] of readFolder(folder, `${path}/`)) library.set(file, text);
    } else library.set(path, Deno.readTextFileSync(new URL(path, folder)));
  }
  return library;
}
