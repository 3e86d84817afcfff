/**
 * Pieces of TypeScript.
 *
 * @module
 */
import type { Documented } from "./model.ts";

/** Longest line of a comment, with its indent. */
const width = 100;

const reserved = new Set(
  ("break case catch class const continue debugger default delete do else enum export extends " +
    "false finally for function if import in instanceof new null return super switch this throw " +
    "true try typeof var void while with implements interface let package private protected " +
    "public static yield await arguments eval").split(" "),
);

/** Names that a rule would make ugly, or that are not allowed. */
const renamed: Readonly<Record<string, string>> = {
  class: "musicClass",
  interface: "memberInterface",
  new: "newCount",
  old: "oldCount",
  var: "variable",
};

/**
 * The name of a parameter as an identifier: `escape_digits` → `escapeDigits`,
 * `Technology/Resource` → `technologyResource`, `passcode|filename` → `passcodeOrFilename`.
 */
export function toIdentifier(name: string): string {
  const words = name.replaceAll("|", " or ").split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const identifier = words.map((word, index) =>
    index === 0 ? lowerStart(word) : word[0]!.toUpperCase() + word.slice(1)
  ).join("");
  const known = renamed[identifier] ?? identifier;
  return reserved.has(known) || !/^[A-Za-z]/.test(known) ? `_${known}` : known;
}

/** `AgentId` → `agentId`, `URL` → `url`, `AGIStatus` → `agiStatus`. */
function lowerStart(word: string): string {
  return word.replace(
    /^[A-Z]+(?![a-z])|^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/,
    (start) => start.toLowerCase(),
  );
}

/** A name of a property, in quotes if it needs them. */
export function toKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/**
 * A union of texts; `*` among them stands for any other. Values that are only examples, such as
 * `<name>`, are left out, and make it any other as well.
 */
export function toUnion(values: readonly string[], rest = "OtherText"): string | undefined {
  const plain = values.filter((value) => value !== "*" && isPlain(value));
  if (plain.length === 0) return undefined;
  const literals = [...new Set(plain)].map((value) => JSON.stringify(value));
  return [...literals, ...(plain.length < values.length ? [rest] : [])].join(" | ");
}

/** A value that can come as it is, and does not only describe one. */
function isPlain(value: string): boolean {
  return !/[<>[\],|]|\.\.\.|^response code/i.test(value);
}

/**
 * A doc comment of these paragraphs, broken into lines. An empty one gives nothing.
 */
export function toDoc(indent: string, paragraphs: readonly (string | undefined)[]): string {
  const given = paragraphs.filter((text): text is string => text !== undefined && text !== "");
  const lines = given.flatMap((text, index) => [
    ...(index > 0 ? [""] : []),
    ...wrap(text.replaceAll("*/", "*\\/"), width - indent.length - 3),
  ]);
  if (lines.length === 0) return "";
  if (lines.length === 1 && lines[0]!.length <= width - indent.length - 7) {
    return `${indent}/** ${lines[0]} */\n`;
  }
  const body = lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${indent}/**\n${body}${indent} */\n`;
}

/** Breaks text at blanks, not within backquotes. */
function wrap(text: string, limit: number): string[] {
  const words = text.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limit) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** Where something is: `In Asterisk 22 and 16, since 1.6.1.0. Module app_read.` */
export function describeOrigin({ versions, since, modules }: Documented): string {
  const where = versions.length > 1
    ? "Asterisk 22 and 16"
    : versions[0] === "22"
    ? "Asterisk 22, not in 16"
    : "Asterisk 16, not in 22";
  const when = since.length > 0 ? `, since ${since.join(", ")}` : "";
  const list = modules.map((module) => `\`${module}\``).join(", ");
  const what = modules.length > 0 ? ` ${modules.length > 1 ? "Modules" : "Module"} ${list}.` : "";
  return `In ${where}${when}.${what}`;
}

/** The head of a generated file. */
export function fileHead(about: string, imports: readonly string[]): string {
  const head = toDoc("", [
    about,
    "Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the " +
    "corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.",
    "@module",
  ]);
  return `${head}\n${imports.map((line) => `${line}\n`).join("")}${imports.length > 0 ? "\n" : ""}`;
}

/** Words as a sentence. */
export function toSentence(words: string | undefined): string | undefined {
  return words === undefined || words === ""
    ? undefined
    : /[.!?]$/.test(words)
    ? words
    : `${words}.`;
}
