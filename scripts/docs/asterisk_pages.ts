/**
 * Pages of what Asterisk documents: applications, functions, variables, AGI commands, actions, events.
 *
 * @module
 */

import type { ApiEntry } from "./api.ts";
import { idOf, type Linker, renderHeading, renderNames } from "./api_pages.ts";
import { renderMarkdown } from "./markdown.ts";
import { escapeHtml, type Page } from "./page.ts";

/** One thing that has a name in Asterisk. */
interface Item {
  readonly name: string;
  readonly entry: ApiEntry;
  /** Its parameters or headers, where they are a type of their own. */
  readonly fields?: ApiEntry | undefined;
}

/** What is on a page. */
export interface AsteriskPage {
  readonly path: string;
  readonly title: string;
  readonly intro: string;
  readonly items: readonly Item[];
}

const NOTE = "From the documentation of Asterisk 22 and 16: names, parameters and values are " +
  "Asterisk's own. `Argument` is text or a number.";

/** The pages, from the entries of `lib/schema/`. */
export function findAsteriskPages(entries: readonly ApiEntry[]): AsteriskPage[] {
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const members = (...names: string[]): Item[] =>
    names.flatMap((name) => find(name)?.members ?? [])
      .map((entry) => ({ name: entry.name, entry }))
      .sort((a, b) => a.name.localeCompare(b.name));
  const typeOf = ({ signature }: ApiEntry) => find(/: (\w+)$/.exec(signature)?.[1] ?? "");
  const events = entries
    .filter(({ name, file }) => /events\.ts$/.test(file) && /.Event$/.test(name))
    .map((entry) => ({ name: eventName(entry), entry, fields: entry }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return [
    {
      path: "asterisk-applications.html",
      title: "Dialplan applications",
      intro:
        'Each is a method of `app`: `await app.Playback("hello-world")`. It resolves to what ' +
        "the application returned. An application that is not here is called in the same way.",
      items: members("Applications"),
    },
    {
      path: "asterisk-functions.html",
      title: "Dialplan functions",
      intro:
        "Read by `channel.fn(name, ...arguments)`, set by `channel.setFn(name, arguments, value)`.",
      items: members("ReadWriteFunctions", "ReadOnlyFunctions", "WriteOnlyFunctions"),
    },
    {
      path: "asterisk-variables.html",
      title: "Channel variables",
      intro: "Read by `channel.get(name)`, set by `channel.set(name, value)`; any other name, too.",
      items: members("ChannelVariables"),
    },
    {
      path: "asterisk-agi-commands.html",
      title: "AGI commands",
      intro: "The 47 commands and the method of `channel` that sends each. " +
        "`channel.command(...words)` sends any.",
      items: members("AgiCommands"),
    },
    {
      path: "asterisk-actions.html",
      title: "AMI actions",
      intro:
        "Each is a method of `ami`, in its own or in lower case: `await ami.Redirect({ ... })`. " +
        "A list action resolves to its items, any other to its response.",
      items: members("Actions").map((item) => ({ ...item, fields: typeOf(item.entry) })),
    },
    {
      path: "asterisk-events.html",
      title: "AMI events",
      intro:
        "Heard by `ami.addEvent(name, listener)`, `ami.events(name)` or `ami.waitFor(name)`; " +
        "those that are the items of a list action come as its result.",
      items: events,
    },
  ];
}

function eventName({ name, members }: ApiEntry): string {
  const event = members.find((member) => member.name === "Event");
  return /"(.+)"/.exec(event?.signature ?? "")?.[1] ?? name.replace(/Event$/, "");
}

/** A page of names in Asterisk. `methods` tells which method sends an AGI command. */
export function renderAsteriskPage(
  { path, title, intro, items }: AsteriskPage,
  linker: Linker,
  methods: ReadonlyMap<string, ApiEntry>,
): Page {
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    renderMarkdown(intro),
    `<p class="dim">${items.length} names. ${
      renderMarkdown(NOTE).replace(/^<p>|<\/p>\s*$/g, "")
    }</p>`,
    renderNames(
      items.filter((_, index) => isFirst(items, index)).map(({ name }) => ({
        name,
        id: idOf(name),
      })),
    ),
    ...items.map((item, index) => renderItem(item, isFirst(items, index), linker, methods)),
  ];
  return { path, title, body: body.join("\n") };
}

/** An application that can be called in several ways has an item for each. */
function isFirst(items: readonly Item[], index: number): boolean {
  return items.findIndex(({ name }) => name === items[index]?.name) === index;
}

function renderItem(
  { name, entry, fields }: Item,
  withHeading: boolean,
  linker: Linker,
  methods: ReadonlyMap<string, ApiEntry>,
): string {
  const method = methods.get(name);
  const target = method && linker.find(`ChannelCommands.${method.name}`);
  const parts = [
    linker.renderDoc(entry.doc),
    ...method
      ? [
        `<p>Sent by <a href="${target}"><code>channel.${method.name}()</code></a>:</p>`,
        linker.renderSignature(method.signature, name),
      ]
      : [],
    ...method || fields ? [] : [linker.renderSignature(entry.signature, entry.name)],
    ...fields ? [renderFields(fields, linker)] : [],
  ].join("\n");
  if (!withHeading) return parts;
  const heading = renderHeading(3, idOf(name), `<code>${escapeHtml(name)}</code>`);
  return `<section class="entry">\n${heading}\n${parts}\n</section>`;
}

function renderFields({ members, signature }: ApiEntry, linker: Linker): string {
  const rows = members.filter(({ name }) => name !== "Event").map(({ signature, name, doc }) => {
    const [, isOptional, type = ""] = /^(?:readonly )?[^:?]+(\?)?:\s*([\s\S]*)$/.exec(signature) ??
      [];
    const shown = /^(?:Argument|string)$/.test(type)
      ? ""
      : `<br>${
        linker.renderSignature(type.replaceAll(/\s+/g, " ").replace(/^\| /, ""), name)
          .replaceAll(/<\/?pre>/g, "")
      }`;
    const text = linker.renderDoc(doc).replace(/^<p>|<\/p>\s*$/g, "");
    const optional = isOptional ? ' <span class="dim">optional</span>' : "";
    return `<tr><td><code>${escapeHtml(name)}</code>${optional}</td><td>${text}${shown}</td></tr>`;
  });
  const [, bases] = /\bextends\s+([\s\S]*)$/.exec(signature) ?? [];
  const more = bases === undefined
    ? ""
    : `<p>Also: ${linker.renderSignature(bases, "").replaceAll(/<\/?pre>/g, "")}</p>`;
  return (rows.length === 0 ? "" : `<table>\n${rows.join("\n")}\n</table>`) + more;
}

/** Which method of a channel sends which AGI command: the first words of its doc comment. */
export function findAgiMethods(channelCommands: ApiEntry | undefined): Map<string, ApiEntry> {
  const methods = new Map<string, ApiEntry>();
  for (const member of channelCommands?.members ?? []) {
    for (const [, command = ""] of member.doc.split("\n")[0]!.matchAll(/`([A-Z][A-Z ]+)`/g)) {
      if (!methods.has(command)) methods.set(command, member);
    }
  }
  return methods;
}
