/**
 * Makes HTML of the documentation: `deno task docs`, into `dist/docs/`.
 *
 * The guides are the Markdown pages of the root and of `docs/`; README is `index.html`. The reference is
 * made of the doc comments. Each message of `docs/errors.md` has a page of its own. Nothing is loaded
 * from elsewhere, and nothing needs a server.
 *
 * @module
 */

import { dirname } from "node:path";
import { type ApiEntry, readModules } from "./docs/api.ts";
import { groupEntries, idOf, Linker, type Places, renderApiPage } from "./docs/api_pages.ts";
import { findAgiMethods, findAsteriskPages, renderAsteriskPage } from "./docs/asterisk_pages.ts";
import { renderConfigurationPage } from "./docs/configuration_page.ts";
import { type ErrorMessage, findErrors } from "./docs/error_pages.ts";
import { Images } from "./docs/images.ts";
import {
  anchorOf,
  plainText,
  readMarkdown,
  renderInline,
  renderMarkdown,
  renderTokens,
} from "./docs/markdown.ts";
import { escapeHtml, type NavGroup, type Page, renderPage, styleSheet } from "./docs/page.ts";
import { type Found, renderSearch } from "./docs/search.ts";

export { anchorOf } from "./docs/markdown.ts";

const root = new URL("../", import.meta.url);

/** Guides first, in the order in which somebody reads them; what is not named comes behind. */
const READING_ORDER = [
  "README",
  "tutorial",
  "handlers",
  "ami",
  "testing",
  "config",
  "operations",
  "status",
  "metrics",
  "errors",
];

/** The guides: paths of Markdown files to names of HTML files, README first. */
export function listGuides(): Map<string, string> {
  const files = ["", "docs/"].flatMap((folder) =>
    Array.from(Deno.readDirSync(new URL(`./${folder}`, root)), ({ name }) => folder + name)
  ).filter((file) => file.endsWith(".md"));
  const rank = (file: string) => {
    const at = READING_ORDER.indexOf(baseOf(file));
    return at >= 0 ? at : READING_ORDER.length + (file.startsWith("docs/") ? 0 : 1);
  };
  files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return new Map(files.map((file) => [
    file,
    file === "README.md" ? "index.html" : `${baseOf(file).toLowerCase()}.html`,
  ]));
}

function baseOf(file: string): string {
  return file.replace(/^.*\/|\.md$/g, "").replace(/\.md$/, "");
}

/** The files of the documentation, by their paths. */
export interface Docs {
  /** Pages, style and search. */
  readonly texts: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes all of it.
 *
 * @throws {Error} If an image is not there, or has no alternative text.
 */
export async function buildDocs(): Promise<Docs> {
  const guides = listGuides();
  const modules = await readModules(["mod.ts", "lib/testing/mod.ts", "lib/schema/agi_commands.ts"]);
  const entries = modules.flatMap((module) => module.entries);
  const api = groupEntries(modules);
  const asterisk = findAsteriskPages(entries.filter(({ file }) => file.startsWith("lib/schema/")));
  const errors = findErrors(Deno.readTextFileSync(new URL("docs/errors.md", root)));
  const linker = new Linker(findPlaces(api, asterisk, entries));
  const images = new Images(root);
  const methods = findAgiMethods(entries.find(({ name }) => name === "ChannelCommands"));

  const nav: NavGroup[] = [
    {
      title: "Guides",
      links: [...guides].filter(([file]) => isGuide(file)).map(([file, path]) => ({
        path,
        label: labelOf(file),
      })),
    },
    {
      title: "Reference",
      links: [
        { path: "configuration.html", label: "Configuration" },
        { path: "errors.html", label: "Errors and warnings" },
        ...api.map(({ path, title }) => ({ path, label: title })),
      ],
    },
    { title: "Asterisk", links: asterisk.map(({ path, title }) => ({ path, label: title })) },
    {
      title: "Project",
      links: [...guides].filter(([file]) => !isGuide(file) && baseOf(file) !== "errors").map((
        [file, path],
      ) => ({ path, label: labelOf(file) })),
    },
  ];
  const pages: Page[] = [
    ...Array.from(guides, ([file, path]) => renderGuide(file, path, guides, errors, images)),
    renderConfigurationPage(entries, linker),
    ...api.map((page) => renderApiPage(page, linker)),
    ...asterisk.map((page) => renderAsteriskPage(page, linker, methods)),
    ...errors.map((error) => renderError(error, errors, guides)),
  ];
  const files = new Map(pages.map((page) => [
    page.path,
    renderPage(page, nav, page.path.startsWith("errors/") ? "errors.html" : page.path),
  ]));
  files.set("style.css", styleSheet);
  files.set("search.js", renderSearch(collectFound(guides, api, asterisk, errors)));
  return { texts: files, images: images.files };
}

function isGuide(file: string): boolean {
  return file === "README.md" || file.startsWith("docs/") && baseOf(file) !== "errors";
}

function labelOf(file: string): string {
  const [, title] = /^# (.*)$/m.exec(Deno.readTextFileSync(new URL(file, root))) ?? [];
  return file === "README.md" ? "Overview" : plainText(title ?? baseOf(file));
}

/** Where each name is told, and each of its members. */
function findPlaces(
  api: ReturnType<typeof groupEntries>,
  asterisk: ReturnType<typeof findAsteriskPages>,
  entries: readonly ApiEntry[],
): Places {
  const places = new Map<string, string>();
  const add = (name: string, place: string) => places.has(name) || places.set(name, place);
  for (const { path, entries } of api) {
    for (const { name, members } of entries) {
      add(name, `${path}#${idOf(name)}`);
      for (const { name: member } of members) {
        add(`${name}.${member}`, `${path}#${idOf(name, member || "call")}`);
      }
    }
  }
  for (const { path, items } of asterisk) {
    for (const { name, entry, fields } of items) {
      const place = `${path}#${idOf(name)}`;
      // `Actions.Redirect`, and what Redirect takes.
      const owner = entries.find(({ members }) => members.includes(entry));
      if (owner) add(`${owner.name}.${name}`, place);
      if (owner) add(owner.name, path);
      if (fields && fields.name !== "NoParameters") add(fields.name, place);
    }
  }
  for (const name of ["Events", "ListActions"]) {
    add(name, `asterisk-${name === "Events" ? "events" : "actions"}.html`);
  }
  return places;
}

function renderGuide(
  file: string,
  path: string,
  guides: ReadonlyMap<string, string>,
  errors: readonly ErrorMessage[],
  images: Images,
): Page {
  const text = Deno.readTextFileSync(new URL(file, root));
  const [, title = file] = /^# (.*)$/m.exec(text) ?? [];
  const pageOf = new Map(errors.map(({ text, slug }) => [text, `errors/${slug}.html`]));
  const body = renderMarkdown(text, {
    resolve: (href) => findTarget(href, file, guides),
    findImage: (href) => images.add(href, file),
    findCode: file === "docs/errors.md" ? (code) => pageOf.get(code) : undefined,
  });
  return { path, title: plainText(title), body };
}

/** Where a link of a guide leads; what is no page, such as the source of an example, is nowhere. */
function findTarget(
  href: string,
  file: string,
  guides: ReadonlyMap<string, string>,
): string | undefined {
  const url = new URL(href, new URL(file, root));
  const page = guides.get(decodeURIComponent(url.pathname.slice(root.pathname.length)));
  return page === undefined ? undefined : page + url.hash;
}

/** The page of one message. */
function renderError(
  { text, slug, section, intro, meanings }: ErrorMessage,
  errors: readonly ErrorMessage[],
  guides: ReadonlyMap<string, string>,
): Page {
  const options = {
    resolve: (href: string) => {
      const target = findTarget(href, "docs/errors.md", guides);
      return target === undefined ? undefined : `../${target}`;
    },
    findCode: (code: string) => {
      const other = code === text ? undefined : errors.find((error) => error.text === code);
      return other && `${other.slug}.html`;
    },
  };
  const anchor = anchorOf(section);
  const body = [
    `<p class="dim"><a href="../errors.html">Errors and warnings</a> · ` +
    `<a href="../errors.html#${anchor}">${escapeHtml(section)}</a></p>`,
    `<h1><code>${escapeHtml(text)}</code></h1>`,
    "<h2>What it means, and what to do</h2>",
    ...meanings.map(({ inline, blocks }) => {
      const html = renderInline(inline, options).trim();
      return `<p>${html.replace(/^[a-z]/, (letter) => letter.toUpperCase())}</p>\n` +
        renderTokens(blocks, options);
    }),
    ...intro.length === 0 ? [] : [`<h2>${escapeHtml(section)}</h2>`, renderTokens(intro, options)],
    ...text.includes("…") ? ['<p class="dim">… stands for what is different each time.</p>'] : [],
  ];
  return { path: `errors/${slug}.html`, title: text, body: body.join("\n") };
}

/** What the search finds: headings, names, messages. */
function collectFound(
  guides: ReadonlyMap<string, string>,
  api: ReturnType<typeof groupEntries>,
  asterisk: ReturnType<typeof findAsteriskPages>,
  errors: readonly ErrorMessage[],
): Found[] {
  return [
    ...[...guides].flatMap(([file, path]) =>
      readMarkdown(Deno.readTextFileSync(new URL(file, root)))
        .filter((token) => token.type === "heading")
        .map(({ text, depth }) => ({
          title: plainText(text),
          kind: labelOf(file),
          path: depth === 1 ? path : `${path}#${anchorOf(text)}`,
        }))
    ),
    ...api.flatMap(({ path, title, entries }) =>
      entries.flatMap(({ name, members }) => [
        { title: name, kind: title, path: `${path}#${idOf(name)}` },
        ...[...new Set(members.map((member) => member.name))]
          .filter((member) => member !== "" && member !== "constructor")
          .map((member) => ({
            title: `${name}.${member}`,
            kind: title,
            path: `${path}#${idOf(name, member)}`,
          })),
      ])
    ),
    ...asterisk.flatMap(({ path, title, items }) =>
      [...new Set(items.map(({ name }) => name))]
        .map((name) => ({ title: name, kind: title, path: `${path}#${idOf(name)}` }))
    ),
    ...errors.map(({ text, slug }) => ({
      title: text,
      kind: "Errors and warnings",
      path: `errors/${slug}.html`,
    })),
  ];
}

if (import.meta.main) {
  const folder = new URL("dist/docs/", root);
  const { texts, images } = await buildDocs();
  try {
    // What is no longer made must not stay.
    Deno.removeSync(folder, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const encoder = new TextEncoder();
  const files = [
    ...Array.from(texts, ([path, text]) => [path, encoder.encode(text)] as const),
    ...images,
  ];
  for (const [path, bytes] of files) {
    const target = new URL(path, folder);
    Deno.mkdirSync(dirname(target.pathname), { recursive: true });
    Deno.writeFileSync(target, bytes);
  }
  console.log(`${files.length} files in dist/docs/, begin with index.html`);
}
