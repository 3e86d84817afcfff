/**
 * A page for each message of `docs/errors.md`.
 *
 * A message is code that a colon follows, or a comma and further messages up to the colon: behind it
 * stands what it means and what to do.
 *
 * @module
 */

import { type MarkedToken, readMarkdown, type Token, type Tokens } from "./markdown.ts";

/** One message, and what is written about it. */
export interface ErrorMessage {
  /** The message, with `…` for what is different each time. */
  readonly text: string;
  /** Name of its page, without folder and ending; made of the words of the message alone. */
  readonly slug: string;
  /** Heading that it stands under, and what is written there for all. */
  readonly section: string;
  readonly intro: readonly Token[];
  /** What it means and what to do: text, then lists, for each place that it is told of. */
  readonly meanings: { readonly inline: Token[]; readonly blocks: Token[] }[];
}

/**
 * Name of a message's page: its words, at most ten of them.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(slugOf("Cannot take calls at …: …"), "cannot-take-calls-at");
 * ```
 */
export function slugOf(message: string): string {
  const words = message.toLowerCase().match(/[a-z0-9]+/g) ?? ["message"];
  return words.slice(0, 10).join("-");
}

/** Finds the messages of a page. */
export function findErrors(text: string): ErrorMessage[] {
  const found = new Map<string, ErrorMessage>();
  let section = "";
  let intro: Token[] = [];
  const add = (message: string, inline: Token[], blocks: Token[]) => {
    const known = found.get(message);
    if (known) {
      known.meanings.push({ inline, blocks });
      return;
    }
    let slug = slugOf(message);
    for (let count = 2; [...found.values()].some((other) => other.slug === slug); count++) {
      slug = `${slugOf(message)}-${count}`;
    }
    found.set(message, { text: message, slug, section, intro, meanings: [{ inline, blocks }] });
  };
  for (const token of readMarkdown(text)) {
    if (token.type === "heading") {
      section = token.text;
      intro = [];
    } else if (token.type === "list") {
      readList(token, add);
    } else if (token.type === "paragraph") {
      intro = [...intro, token];
    }
  }
  return [...found.values()];
}

function readList(
  list: Tokens.List,
  add: (message: string, inline: Token[], blocks: Token[]) => void,
): void {
  for (const item of list.items) {
    const [first, ...blocks] = item.tokens as MarkedToken[];
    if (first?.type !== "text" && first?.type !== "paragraph") continue;
    const inline = (first.tokens ?? []) as MarkedToken[];
    let messages: string[] = [];
    // An item begins with messages; behind their colon, others have to stand side by side.
    let isBeginning = inline[0]?.type === "codespan";
    for (const [index, { type, raw, ...token }] of inline.entries()) {
      if (type === "codespan") {
        messages.push((token as Tokens.Codespan).text);
        continue;
      }
      const colon = (isBeginning ? /^[^:.]*:(?:\s|$)/ : /^:(?:\s|$)/).exec(raw);
      if (messages.length > 0 && colon) {
        const rest = raw.slice(colon[0].length);
        const meaning = [{ type: "text", raw: rest, text: rest }, ...inline.slice(index + 1)];
        for (const message of messages.filter(isMessage)) add(message, meaning, blocks);
        messages = [];
        isBeginning = false;
      } else if (!isBeginning && !/^,\s*$/.test(raw)) {
        messages = [];
      }
    }
    for (const block of blocks) if (block.type === "list") readList(block, add);
  }
}

/** Names of keys and commands are code, too, and no message. */
function isMessage(text: string): boolean {
  return /\s/.test(text) || text.includes("…");
}
