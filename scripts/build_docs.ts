/**
 * Makes HTML of the documentation: `deno task docs`, into `dist/docs/`.
 *
 * Each Markdown page of the root and of `docs/` becomes a page; README is `index.html`. Nothing is
 * loaded from elsewhere.
 *
 * @module
 */
import { Marked, type Tokens } from "marked";

const root = new URL("../", import.meta.url);

/** The pages of the documentation: paths of Markdown files to names of HTML files, README first. */
export function listPages(): Map<string, string> {
  const pages = new Map([["README.md", "index.html"]]);
  for (const folder of ["docs/", ""]) {
    const names = Array.from(Deno.readDirSync(new URL(`./${folder}`, root)), ({ name }) => name);
    for (const name of names.filter((name) => name.endsWith(".md")).sort()) {
      if (name === "README.md") continue;
      pages.set(folder + name, name.replace(/\.md$/, ".html").toLowerCase());
    }
  }
  return pages;
}

/** What a heading is called in a link: as GitHub does it. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(" ", "-");
}

/** A page as HTML. `file` is its path from the root; links to other pages lead to their HTML. */
export function renderPage(file: string, pages: ReadonlyMap<string, string>): string {
  const text = Deno.readTextFileSync(new URL(file, root));
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const plain = text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
        const inner = this.parser.parseInline(tokens);
        return `<h${depth} id="${escape(anchorOf(plain))}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const inner = this.parser.parseInline(tokens);
        const target = /^[a-z]+:/.test(href) ? href : findTarget(href, file, pages);
        // What is no page, such as the source of an example, is in the repository only.
        return target === undefined ? inner : `<a href="${escape(target)}">${inner}</a>`;
      },
    },
  });
  const [, title = file] = /^# (.*)$/m.exec(text) ?? [];
  const links = Array.from(pages, ([path, name]) => {
    const label = path.replace(/^docs\/|\.md$/g, "").replace(/\.md$/, "");
    return path === file
      ? `<b aria-current="page">${escape(label)}</b>`
      : `<a href="${name}">${escape(label)}</a>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title.replaceAll("`", ""))}</title>
<style>${style}</style>
</head>
<body>
<nav>${links.join("\n")}</nav>
<main>
${marked.parse(text, { async: false })}</main>
</body>
</html>
`;
}

function findTarget(
  href: string,
  file: string,
  pages: ReadonlyMap<string, string>,
): string | undefined {
  const url = new URL(href, new URL(file, root));
  const page = pages.get(decodeURIComponent(url.pathname.slice(root.pathname.length)));
  return page === undefined ? undefined : page + url.hash;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 4rem; overflow-wrap: break-word; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; padding: 1rem 0; border-bottom: 1px solid; }
pre, table { overflow-x: auto; display: block; }
pre { padding: .8rem; background: light-dark(#f3f3f3, #222); }
code { font-family: ui-monospace, monospace; font-size: .9em; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; }
td { border-top: 1px solid light-dark(#ccc, #444); }
`;

if (import.meta.main) {
  const folder = new URL("dist/docs/", root);
  Deno.mkdirSync(folder, { recursive: true });
  const pages = listPages();
  for (const [file, name] of pages) {
    Deno.writeTextFileSync(new URL(name, folder), renderPage(file, pages));
  }
  console.log(`${pages.size} pages in dist/docs/, begin with index.html`);
}
