/**
 * Markdown as HTML. The one file that knows the library for it.
 *
 * @module
 */

import { Marked, type MarkedToken, type Token, type Tokens } from "marked";
import { escapeHtml } from "./page.ts";

/** How Markdown is made HTML. */
export interface MarkdownOptions {
  /** Where a link leads in the HTML; `undefined` leaves its text only. */
  readonly resolve?: ((href: string) => string | undefined) | undefined;
  /** Where an image is in the HTML; as it is written unless given. */
  readonly findImage?: ((href: string) => string) | undefined;
  /** Where a message leads that is written as code; `undefined` for other code. */
  readonly findCode?: ((code: string) => string | undefined) | undefined;
}

/** What a heading is called in a link: as GitHub does it. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(" ", "-");
}

/** A heading as plain text. */
export function plainText(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[`*]/g, "");
}

function createMarked(
  { resolve = (href) => href, findImage = (href) => href, findCode }: MarkdownOptions,
): Marked {
  return new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const id = escapeHtml(anchorOf(text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")));
        const inner = this.parser.parseInline(tokens);
        const self = depth === 1 ? "" : ` <a class="self" href="#${id}" aria-label="Link">#</a>`;
        return `<h${depth} id="${id}">${inner}${self}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const inner = this.parser.parseInline(tokens);
        const target = /^[a-z]+:/.test(href) ? href : resolve(href);
        return target === undefined ? inner : `<a href="${escapeHtml(target)}">${inner}</a>`;
      },
      image({ href, text }: Tokens.Image): string {
        if (text.trim() === "") throw new Error(`The image ${href} has no alternative text`);
        return `<img src="${escapeHtml(findImage(href))}" alt="${escapeHtml(text)}">`;
      },
      codespan({ text }: Tokens.Codespan): string {
        const target = findCode?.(text);
        const code = `<code>${escapeHtml(text)}</code>`;
        return target === undefined ? code : `<a href="${escapeHtml(target)}">${code}</a>`;
      },
    },
  });
}

/** Markdown as HTML. */
export function renderMarkdown(text: string, options: MarkdownOptions = {}): string {
  // Not parse(), which asks in each error that we throw to report it to the authors of the library.
  const marked = createMarked(options);
  return marked.parser(marked.lexer(text));
}

/** Tokens of Markdown as HTML; of a line when `inline`. */
export function renderTokens(tokens: readonly Token[], options: MarkdownOptions = {}): string {
  return createMarked(options).parser([...tokens]);
}

/** Tokens within a line as HTML. */
export function renderInline(tokens: readonly Token[], options: MarkdownOptions = {}): string {
  const paragraph = { type: "paragraph", raw: "", text: "", tokens: [...tokens] };
  return createMarked(options).parser([paragraph]).replace(/^<p>|<\/p>\s*$/g, "");
}

/** The tokens of a text. */
export function readMarkdown(text: string): MarkedToken[] {
  return new Marked().lexer(text) as MarkedToken[];
}

export type { MarkedToken, Token, Tokens };
