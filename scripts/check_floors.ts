/**
 * Fails on an import that climbs: see ARCHITECTURE.md, "Floors".
 *
 * `deno task floors`, or on its own `deno run --allow-read scripts/check_floors.ts`.
 *
 * @module
 */
import { dirname, join } from "node:path/posix";

/** The floors from the bottom up; a file is on the first that matches. */
const FLOORS = [
  {
    name: "ground",
    files:
      /^lib\/(net\/\w+|diagram\/\w+|schema\/\w+|counters|errors|limits|linked_list|rejection|version|log(_\w+)?)\.ts$/,
  },
  { name: "grammar", files: /^lib\/agi\/(environment|command|reply)\.ts$/ },
  {
    name: "grammar",
    files: /^lib\/ami\/(message|action|response|event|escape|channel_snapshot)\.ts$/,
  },
  { name: "wing", files: /^lib\/(agi|ami)\/\w+\.ts$/ },
  { name: "guest", files: /^lib\/handlers\/\w+\.ts$/ },
  { name: "house", files: /^lib\/\w+\.ts$/ },
  { name: "house", files: /^lib\/metrics\/\w+\.ts$/ },
  { name: "house", files: /^lib\/init\/\w+\.ts$/ },
  { name: "house", files: /^lib\/status\/(page\/)?\w+\.ts$/ },
  { name: "testing", files: /^lib\/testing\/(\w+\/)*\w+\.ts$/ },
  { name: "door", files: /^(main|mod)\.ts$/ },
  { name: "example", files: /^(handlers|packaging\/etc)\/.+\.ts$/ },
  { name: "yard", files: /^(scripts|bench)\/.+\.ts$/ },
] as const;

type Floor = typeof FLOORS[number]["name"];

/** What a floor may not do although it goes down: the reason, or `undefined`. */
const RULES: readonly ((step: Step) => string | undefined)[] = [
  ({ from, to }) => height(to) > height(from) ? "imports go down only" : undefined,
  ({ from, to, file, target }) =>
    from === "grammar" && to !== "grammar" && target !== "lib/errors.ts"
      ? `${dirname(file)} grammar is pure, it may import errors.ts only`
      : undefined,
  ({ file, target }) => {
    const [here, there] = [wingOf(file), wingOf(target)];
    return here && there && here !== there ? "the wings do not know each other" : undefined;
  },
  ({ from, to, typeOnly }) =>
    from === "guest" && (to === "wing" || to === "grammar") && !typeOnly
      ? "guests know the types of the wings, not their code"
      : undefined,
  ({ from, to, target }) =>
    from === "example" && to !== "example" && target !== "mod.ts"
      ? "a handler imports lunopark and its own siblings"
      : undefined,
];

/** Folders in which imports on one floor may not run in a circle, types included. */
const WITHOUT_CYCLES = ["lib/net", "lib/agi", "lib/ami"];

// deno fmt puts statements at the start of a line, where comments and texts hardly ever look so
const STATIC = /^(?:import|export)\s+(type\s+)?(?:([\w$\s{},*]*?)\s*\bfrom\s*)?"([^"\n]+)"/;
const DYNAMIC = /^(?!\s*(?:\*|\/\/)).*?\bimport\(\s*"([^"\n]+)"/;
const IMPORTS = new RegExp(`${STATIC.source}|${DYNAMIC.source}`, "gm");

const TESTS = /^tests\/|_test\.ts$/;

/** One import of a file of ours by another. */
interface Step {
  readonly file: string;
  readonly from: Floor;
  readonly target: string;
  readonly to: Floor;
  readonly typeOnly: boolean;
}

/** One import as it stands in a file. */
export interface Import {
  readonly line: number;
  readonly specifier: string;
  /** It is gone at run time. */
  readonly typeOnly: boolean;
}

/** What `checkFloors()` found. */
export interface FloorReport {
  /** One line for each, `file:line: ...`. */
  readonly violations: readonly string[];
  /** Number of files and of imports looked at, without tests. */
  readonly files: number;
  readonly imports: number;
}

/**
 * Finds the imports of a formatted TypeScript file: static ones, `export ... from`, and dynamic
 * ones of a literal.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(findImports('import type { A } from "./a.ts";'), [
 *   { line: 1, specifier: "./a.ts", typeOnly: true },
 * ]);
 * ```
 */
export function findImports(source: string): Import[] {
  // A text that begins on a line of its own, such as a template for `lunopark init`, imports nothing.
  const code = source.replaceAll(
    /`\\\n(?:\\`|[^`])*`/g,
    (text) => text.replaceAll(/.+/g, ""),
  );
  return [...code.matchAll(IMPORTS)].map((match) => {
    const [, type, clause = "", specifier = match[4]!] = match;
    const line = code.slice(0, match.index).split("\n").length;
    return { line, specifier, typeOnly: type !== undefined || hasTypesOnly(clause) };
  });
}

/** Is every name in the braces a type, as in `{ type A, type B }`? */
function hasTypesOnly(clause: string): boolean {
  const [, names] = /^\{(.+)\}$/s.exec(clause.trim()) ?? [];
  return names?.replace(/,\s*$/, "").split(",").every((name) => /^\s*type\s/.test(name)) ?? false;
}

/**
 * Checks all files against the floors.
 *
 * @param sources Path from the project's root, with `/`, to text.
 * @param importMap The `imports` of `deno.json`.
 */
export function checkFloors(
  sources: ReadonlyMap<string, string>,
  importMap: Readonly<Record<string, string>>,
): FloorReport {
  const violations: string[] = [];
  /** Files that import a third-party package, by package. */
  const users = new Map<string, Set<string>>();
  /** Imports on one floor of one wing, by file. */
  const inside = new Map<string, { target: string; line: number }[]>();
  let files = 0;
  let imports = 0;

  for (const [file, source] of sources) {
    const isTest = TESTS.test(file);
    const from = floorOf(file);
    if (!isTest) files++;
    if (!isTest && from === undefined) violations.push(`${file}:1: stands on no floor`);
    for (const { line, specifier, typeOnly } of findImports(source)) {
      const report = (text: string) => violations.push(`${file}:${line}: imports ${text}`);
      if (/^(jsr|https?):/.test(specifier)) {
        report(`${specifier}: only npm: and node: are reachable everywhere`);
      }
      if (isTest || from === undefined) continue;
      imports++;

      const target = targetOf(file, specifier, importMap);
      if (target === undefined) {
        if (from === "grammar") report(`${specifier} from grammar: grammar is pure`);
        if (from === "example" && !specifier.startsWith("node:")) {
          report(`${specifier} from example: only lunopark, node: and siblings`);
        }
        const name = packageOf(specifier);
        if (name !== undefined) {
          users.set(name, (users.get(name) ?? new Set()).add(`${file}:${line}`));
        }
        continue;
      }
      if (TESTS.test(target)) report(`${target} (test) from ${from}: only tests import tests`);
      const to = floorOf(target);
      if (to === undefined || TESTS.test(target)) continue;
      for (const rule of RULES) {
        const why = rule({ file, from, target, to, typeOnly });
        if (why !== undefined) {
          report(`${target} (${to}) from ${from}: ${why}`);
          break;
        }
      }
      const neighbours = from === to && dirname(file) === dirname(target);
      if (neighbours && WITHOUT_CYCLES.includes(dirname(file))) {
        inside.set(file, [...(inside.get(file) ?? []), { target, line }]);
      }
    }
  }
  violations.push(...findCycles(inside), ...checkPackages(users, importMap));
  return { violations, files, imports };
}

function floorOf(file: string): Floor | undefined {
  return FLOORS.find(({ files }) => files.test(file))?.name;
}

function height(floor: Floor): number {
  return FLOORS.findIndex(({ name }) => name === floor);
}

function wingOf(file: string): string | undefined {
  return /^lib\/(agi|ami)\//.exec(file)?.[1];
}

/** Path of the file of ours that an import means; `undefined` when it is somebody else's. */
function targetOf(
  file: string,
  specifier: string,
  importMap: Readonly<Record<string, string>>,
): string | undefined {
  if (/^\.{1,2}\//.test(specifier)) return join(dirname(file), specifier);
  const mapped = importMap[specifier];
  return mapped?.startsWith("./") ? join(mapped) : undefined;
}

/** Name of a third-party package without version and subpath; `undefined` for `node:` and URLs. */
function packageOf(specifier: string): string | undefined {
  if (/^(node|jsr|https?|data|file):/.test(specifier)) return undefined;
  return /^(?:npm:)?\/?(@[^/@]+\/[^/@]+|[^/@]+)/.exec(specifier)?.[1];
}

function* findCycles(
  inside: ReadonlyMap<string, readonly { target: string; line: number }[]>,
): Generator<string> {
  const done = new Set<string>();
  function* visit(file: string, path: readonly string[]): Generator<string> {
    for (const { target, line } of inside.get(file) ?? []) {
      if (path.includes(target)) {
        const circle = [...path.slice(path.indexOf(target)), target].join(" → ");
        yield `${file}:${line}: imports ${target} in a circle: ${circle}`;
      } else if (!done.has(target)) {
        yield* visit(target, [...path, target]);
      }
    }
    done.add(file);
  }
  for (const file of inside.keys()) {
    if (!done.has(file)) yield* visit(file, [file]);
  }
}

/** Each third-party package has one file that knows it, so that it can be replaced there. */
function* checkPackages(
  users: ReadonlyMap<string, ReadonlySet<string>>,
  importMap: Readonly<Record<string, string>>,
): Generator<string> {
  for (const [name, places] of users) {
    const [first, ...others] = places;
    for (const place of others) {
      yield `${place}: imports ${name} too: it belongs to ${first?.replace(/:\d+$/, "")} alone`;
    }
  }
  for (const [name, target] of Object.entries(importMap)) {
    if (target.startsWith("npm:") && !users.has(name)) {
      yield `deno.json:1: ${name} is imported by no file`;
    }
  }
}

function* readSources(folder: string): Generator<[string, string]> {
  const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    if (entry.isDirectory) yield* readSources(path);
    if (entry.isFile && path.endsWith(".ts")) yield [path, Deno.readTextFileSync(path)];
  }
}

if (import.meta.main) {
  const { imports: importMap } = JSON.parse(Deno.readTextFileSync("deno.json"));
  const { violations, files, imports } = checkFloors(new Map(readSources(".")), importMap);
  for (const violation of violations) console.error(violation);
  if (violations.length > 0) Deno.exit(1);
  console.log(`floors: ${files} files, ${imports} imports, all go down`);
}
