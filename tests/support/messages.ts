/**
 * The messages that a user can meet, read out of the source: what is thrown, and what the log gets as a
 * warning or an error.
 *
 * @module
 */

/** A message in the source. */
export interface SourceMessage {
  /** Where it is: `lib/listener.ts:33`. */
  readonly place: string;
  /** Its text, with `…` for each value in it. */
  readonly text: string;
}

/** What takes a message as an argument. */
const calls =
  /(?:new \w*Error|\.(?:warn|error)|\b(?:problem|fail|giveUp|poison|startTimer|sayOnce|tell|complain(?:t)?))\(/g;
/** What a configuration's schema says of a value that is wrong. */
const rules = /["'`]must (?=be|have)/g;

/**
 * Finds the messages of a source file: each text in the arguments of an error or a log line that has
 * more than one word.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const [message] = findMessages("a.ts", "log.warn(`Cannot reach ${name}: ` + reason)");
 * assert.equal(message?.text, "Cannot reach …: ");
 * ```
 */
export function findMessages(file: string, source: string): SourceMessage[] {
  const found: SourceMessage[] = [];
  const lines = source.replaceAll(/^[ \t]*(\/\/|\/?\*).*$/gm, "");
  for (const { index, 0: call } of lines.matchAll(calls)) {
    const place = `${file}:${lines.slice(0, index).split("\n").length}`;
    for (const text of textsOf(lines, index + call.length)) found.push({ place, text });
  }
  for (const { index } of lines.matchAll(rules)) {
    const place = `${file}:${lines.slice(0, index).split("\n").length}`;
    found.push({ place, text: readText(lines, index).text });
  }
  return found;
}

/** The texts up to the closing parenthesis; texts joined by `+` are one. */
function textsOf(source: string, start: number): string[] {
  const texts: string[] = [];
  let isJoined = false;
  let depth = 1;
  for (let at = start; at < source.length && depth > 0;) {
    const letter = source[at]!;
    if (letter === '"' || letter === "`" || letter === "'") {
      const { text, end } = readText(source, at);
      if (isJoined) texts.push(texts.pop() + text);
      else texts.push(text);
      at = end;
      isJoined = /^\s*\+/.test(source.slice(at));
      continue;
    }
    if ("([{".includes(letter)) depth++;
    if (")]}".includes(letter)) depth--;
    at++;
  }
  return texts.filter((text) => /\p{L}+ +\p{L}/u.test(text));
}

/** Reads a text in quotes; what a template puts in becomes `…`. */
function readText(source: string, start: number): { text: string; end: number } {
  const quote = source[start]!;
  let text = "";
  let at = start + 1;
  while (source[at] !== quote) {
    if (source[at] === "\\") {
      text += source[at + 1] === "n" ? "\n" : source[at + 1];
      at += 2;
    } else if (quote === "`" && source.startsWith("${", at)) {
      text += "…";
      for (let depth = 1, inside = at + 2;;) {
        const letter = source[inside]!;
        if (letter === '"' || letter === "`" || letter === "'") {
          inside = readText(source, inside).end;
          continue;
        }
        if (letter === "{") depth++;
        if (letter === "}") depth--;
        inside++;
        if (depth === 0) {
          at = inside;
          break;
        }
      }
    } else text += source[at++];
  }
  return { text, end: at + 1 };
}
