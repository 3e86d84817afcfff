/**
 * The reference: pages of exported names, and of what Asterisk documents.
 *
 * @module
 */

import type { ApiEntry, ApiModule, DocTag } from "./api.ts";
import { renderMarkdown } from "./markdown.ts";
import { escapeHtml, type Page } from "./page.ts";

/** A page of the reference. */
export interface ApiPage {
  readonly path: string;
  readonly title: string;
  readonly intro: string;
  readonly entries: readonly ApiEntry[];
}

/** Which names are told where: the first page that takes a file has its names. */
const GROUPS: readonly { path: string; title: string; intro: string; files: RegExp }[] = [
  {
    path: "api-errors.html",
    title: "Error classes",
    intro: "What can be thrown, and what each error carries. What the messages mean is in " +
      "[errors](errors.html).",
    files: /^lib\/errors\.ts$|originate\.ts$/,
  },
  {
    path: "api-handlers.html",
    title: "Handlers: app and channel",
    intro:
      "What a call handler is given: `app` runs dialplan applications, `channel` is the call. " +
      "The applications are in [applications](asterisk-applications.html), and which method sends " +
      "which AGI command is in [AGI commands](asterisk-agi-commands.html).",
    files: /^lib\/(agi|handlers)\//,
  },
  {
    path: "api-ami.html",
    title: "AMI: actions, events, channels",
    intro:
      "`ami` is the AMI connection. The actions are in [actions](asterisk-actions.html), the " +
      "events in [events](asterisk-events.html).",
    files: /^lib\/ami\//,
  },
  {
    path: "api-types.html",
    title: "Types behind the names",
    intro: "Headers that many events have, and how applications, actions, events, functions and " +
      "variables are found by their names.",
    files: /^lib\/schema\/(basics|lookup)\.ts$/,
  },
  {
    path: "api-testing.html",
    title: "lunopark/testing",
    intro: "The simulated Asterisk for call tests; see [testing](testing.html) for how to begin.",
    files: /^lib\/testing\//,
  },
  { path: "asterisk", title: "", intro: "", files: /^lib\/schema\// },
  {
    path: "api-server.html",
    title: "Server, configuration, log",
    intro: "What a program needs that runs Lunopark itself. The keys of a configuration file are " +
      "in [configuration](configuration.html).",
    files: /^/,
  },
];

/** The pages in the order of the navigation. */
const SHOWN = ["handlers", "ami", "server", "testing", "errors", "types"].map((name) =>
  `api-${name}.html`
);

/** What a reader looks for first on a page. */
const FIRST = [
  ...["App", "Channel", "AgiChannel", "ChannelCommands", "Handler", "Routes", "Ami", "AmiManager"],
  ...["startLunopark", "Lunopark", "StartOptions", "fakeAsterisk", "FakeAsterisk", "TestCall"],
  ...["ami", "log", "LunoparkError"],
];

/** The pages of the names that modules export, in the order of {@linkcode FIRST}, then by name. */
export function groupEntries(modules: readonly ApiModule[]): ApiPage[] {
  const pages = new Map<string, ApiEntry[]>();
  for (const entry of modules.flatMap(({ entries }) => entries)) {
    const isHeaders = /^lib\/schema\/.*Headers$/.test(`${entry.file} ${entry.name}`);
    const group = GROUPS.find(({ path, files }) =>
      isHeaders ? path === "api-types.html" : files.test(entry.file)
    )!;
    const entries = pages.get(group.path) ?? [];
    if (!entries.some(({ name, kind }) => name === entry.name && kind === entry.kind)) {
      entries.push(entry);
    }
    pages.set(group.path, entries);
  }
  const rank = ({ name }: ApiEntry) => FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length;
  return SHOWN.flatMap((path): ApiPage[] => {
    const [entries, group] = [pages.get(path), GROUPS.find((group) => group.path === path)];
    if (!entries || !group) return [];
    const { title, intro } = group;
    entries.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
    return [{ path, title, intro, entries }];
  });
}

/** Where each name is told: `name` and `name.member` to `page#id`. */
export type Places = ReadonlyMap<string, string>;

/** How the links of doc comments and types are found. */
export class Linker {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  find(name: string): string | undefined {
    return this.#places.get(name);
  }

  /** A doc comment as HTML: `{@linkcode X}` becomes a link. */
  renderDoc(doc: string): string {
    const text = doc.replaceAll(
      /\{@link(code)? ([^}\s|]+)(?:[\s|]+([^}]*))?\}/g,
      (_, code: string | undefined, name: string, label = name) => {
        const shown = code ? `\`${label}\`` : label;
        const target = /^https?:/.test(name) ? name : this.find(name);
        return target === undefined ? shown : `[${shown}](${target})`;
      },
    );
    return renderMarkdown(text);
  }

  /** The source of a declaration as HTML: names become links. */
  renderSignature(signature: string, own: string): string {
    const parts = signature.split(/("(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*)/);
    const html = parts.map((part) => {
      const target = part === own || !/^[A-Z]/.test(part) ? undefined : this.find(part);
      const text = escapeHtml(part);
      return target === undefined ? text : `<a href="${target}">${text}</a>`;
    });
    return `<pre><code>${html.join("")}</code></pre>`;
  }
}

/** A heading with an id, and a link to itself. */
export function renderHeading(level: number, id: string, label: string): string {
  const self = `<a class="self" href="#${id}" aria-label="Link">#</a>`;
  return `<h${level} id="${id}">${label} ${self}</h${level}>`;
}

/** Names in columns, each a link. */
export function renderNames(
  names: readonly { readonly name: string; readonly id: string }[],
): string {
  const items = names.map(({ name, id }) =>
    `<li><a href="#${id}"><code>${escapeHtml(name)}</code></a></li>`
  );
  return `<ul class="names">\n${items.join("\n")}\n</ul>`;
}

/** A page of exported names. */
export function renderApiPage({ path, title, intro, entries }: ApiPage, linker: Linker): Page {
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    renderMarkdown(intro),
    renderNames(entries.map(({ name }) => ({ name, id: idOf(name) }))),
    ...entries.map((entry) => renderEntry(entry, linker)),
  ];
  return { path, title, body: body.join("\n") };
}

/** What a name is called in a link. */
export function idOf(...names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[^\w$-]+/g, "-")).join(".");
}

/** One exported name with its members. */
export function renderEntry(entry: ApiEntry, linker: Linker): string {
  const { name, signature, members } = entry;
  const isFirst = (member: ApiEntry, index: number) =>
    members.findIndex((other) => other.name === member.name) === index;
  const body = [
    renderHeading(3, idOf(name), `<code>${escapeHtml(name)}</code>`),
    linker.renderSignature(signature, name),
    renderText(entry, linker),
    ...members.map((member, index) => {
      const label = member.name === "" || member.name === "constructor"
        ? `new ${name}()`
        : member.kind === "method"
        ? `${member.name}()`
        : member.name;
      const id = idOf(name, member.name || "call");
      const heading = isFirst(member, index)
        ? renderHeading(4, id, `<code>${escapeHtml(label)}</code>`)
        : "";
      const text = renderText(member, linker);
      const code = linker.renderSignature(member.signature, name);
      return `<div class="member">${heading}\n${code}\n${text}</div>`;
    }),
  ];
  return `<section class="entry">${body.join("\n")}</section>`;
}

function renderText({ doc, tags }: ApiEntry, linker: Linker): string {
  const of = (kind: string) => tags.filter((tag) => tag.kind === kind);
  const list = (title: string, found: readonly DocTag[]) => {
    if (found.length === 0) return "";
    const items = found.map(({ name, doc }) => {
      const target = linker.find(name);
      const code = `<code>${escapeHtml(name)}</code>`;
      const label = target === undefined ? code : `<a href="${target}">${code}</a>`;
      return `<li>${name === "" ? "" : `${label}: `}${
        linker.renderDoc(doc).replace(/^<p>|<\/p>\s*$/g, "")
      }</li>`;
    });
    return `<p>${title}</p>\n<ul>\n${items.join("\n")}\n</ul>`;
  };
  const examples = of("example").map(({ doc }) => {
    const [title = "", ...rest] = doc.split("\n");
    const isCode = title.startsWith("```");
    return `<p>${isCode ? "Example" : escapeHtml(`Example: ${title}`)}</p>\n` +
      linker.renderDoc(isCode ? doc : rest.join("\n"));
  });
  return [
    linker.renderDoc(doc),
    list("Parameters", of("param")),
    list("Throws", of("throws")),
    ...examples,
  ].filter((part) => part !== "").join("\n");
}
