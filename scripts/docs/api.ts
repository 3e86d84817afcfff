/**
 * The exported names of a module with their doc comments: what `deno doc --json` finds, and the
 * signatures as they stand in the source.
 *
 * @module
 */

/** A tag of a doc comment. */
export interface DocTag {
  /** `throws`, `param`, `example`, `deprecated` ... */
  readonly kind: string;
  /** Name of a parameter, class of an error. */
  readonly name: string;
  readonly doc: string;
}

/** An exported name, or a member of one. */
export interface ApiEntry {
  readonly name: string;
  /** `class`, `interface`, `function`, `typeAlias`, `variable`, `method`, `property` ... */
  readonly kind: string;
  readonly doc: string;
  readonly tags: readonly DocTag[];
  /** As it stands in the source, without body. */
  readonly signature: string;
  /** File from the root. */
  readonly file: string;
  readonly members: readonly ApiEntry[];
}

/** A module. */
export interface ApiModule {
  readonly file: string;
  readonly doc: string;
  readonly tags: readonly DocTag[];
  readonly entries: readonly ApiEntry[];
}

interface RawDoc {
  readonly doc?: string;
  readonly tags?: readonly {
    readonly kind: string;
    readonly name?: string;
    readonly tsType?: { readonly repr?: string };
    readonly doc?: string;
  }[];
}

interface RawMember {
  readonly name?: string;
  readonly kind?: string;
  readonly accessibility?: string;
  readonly jsDoc?: RawDoc;
  readonly location: { readonly filename: string; readonly line: number; readonly col: number };
  readonly def?: {
    readonly [kind: string]: unknown;
  };
}

interface RawModule {
  readonly module_doc?: RawDoc;
  readonly symbols: readonly { readonly name: string; readonly declarations: RawMember[] }[];
}

const root = new URL("../../", import.meta.url);

/** Reads modules, by their paths from the root. */
export async function readModules(files: readonly string[]): Promise<ApiModule[]> {
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...files],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) throw new Error(`deno doc failed: ${new TextDecoder().decode(stderr)}`);
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as {
    nodes: Record<string, RawModule>;
  };
  const sources = new Sources();
  return files.map((file) => {
    const { module_doc: doc, symbols } = nodes[new URL(file, root).href]!;
    const entries = symbols.flatMap(({ name, declarations }) =>
      declarations.map((declaration) => readEntry(name, declaration, sources))
    );
    return { file, ...readDoc(doc), entries: entries.filter(isPublic) };
  });
}

function isPublic({ tags }: ApiEntry): boolean {
  return !tags.some(({ kind }) => kind === "internal");
}

function readDoc(raw: RawDoc = {}): { doc: string; tags: DocTag[] } {
  const tags = (raw.tags ?? []).map(({ kind, name, tsType, doc = "" }) => ({
    kind,
    name: name ?? tsType?.repr ?? "",
    doc: doc.trim(),
  }));
  return { doc: (raw.doc ?? "").trim(), tags };
}

const memberKinds = ["constructors", "callSignatures", "indexSignatures", "properties", "methods"];

function readEntry(name: string, raw: RawMember, sources: Sources): ApiEntry {
  const { filename, line, col } = raw.location;
  const members = memberKinds
    .flatMap((kind) => (raw.def?.[kind] ?? []) as RawMember[])
    .filter(({ accessibility = "public" }) => accessibility === "public")
    .map((member) => readEntry(member.name ?? "", member, sources))
    .filter(isPublic);
  return {
    name,
    kind: raw.kind ?? "property",
    ...readDoc(raw.jsDoc),
    signature: readSignature(sources.read(filename), line, col),
    file: filename.slice(root.href.length),
    members,
  };
}

class Sources {
  readonly #lines = new Map<string, readonly string[]>();

  read(url: string): readonly string[] {
    const known = this.#lines.get(url);
    if (known) return known;
    const lines = Deno.readTextFileSync(new URL(url)).split("\n");
    this.#lines.set(url, lines);
    return lines;
  }
}

/**
 * A declaration up to its body, its value or its end; formatted as the source is. Lines count from 0.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const lines = ["export async function read(path: string): Promise<{ a: 1 }> {", "  return x;"];
 * assert.equal(
 *   readSignature(lines, 0, 0),
 *   "function read(path: string): Promise<{ a: 1 }>",
 * );
 * ```
 */
export function readSignature(lines: readonly string[], line: number, col: number): string {
  const text = lines.slice(line, line + 400).join("\n").slice(col);
  const isAlias = /^(?:export )?type /.test(text);
  let depth = 0;
  let end = 0;
  for (; end < text.length; end++) {
    const letter = text[end]!;
    if (letter === '"' || letter === "'" || letter === "`") end = endOfText(text, end);
    else if (letter === "{" && depth === 0 && isBody(text.slice(0, end))) break;
    else if ("([{<".includes(letter)) depth++;
    else if (")]}".includes(letter) || letter === ">" && text[end - 1] !== "=") depth--;
    else if (letter === ";" && depth === 0) break;
    else if (letter === "=" && depth === 0 && !isAlias && text[end + 1] !== ">") break;
    if (depth < 0) break;
  }
  const blanks = new RegExp(`^ {0,${col}}`, "gm");
  return text.slice(0, end).replaceAll(blanks, "")
    .replace(/^(?:(?:export|default|declare|abstract|async|override|public) )+/, "").trim();
}

/** What stands before a `{`: a declaration whose body it opens, or a type that goes on. */
function isBody(before: string): boolean {
  return !/(?:[:|&=?,(<]|=>|\bextends|\bkeyof|\breadonly)\s*$/.test(before) || before.trim() === "";
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === text[start]) return at;
  }
  return text.length;
}
