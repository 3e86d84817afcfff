/**
 * The frame of each page of the documentation: head, navigation, search, style.
 *
 * @module
 */

/** What stands in the frame. */
export interface Page {
  /** Where the page is, such as `errors/script-failed.html`. */
  readonly path: string;
  /** Its title, plain text. */
  readonly title: string;
  /** HTML of its body. */
  readonly body: string;
}

/** A group of links in the navigation. */
export interface NavGroup {
  readonly title: string;
  readonly links: readonly { readonly path: string; readonly label: string }[];
}

/** Text in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The whole page; `current` is the path in the navigation that it belongs to, itself unless given. */
export function renderPage(
  { path, title, body }: Page,
  groups: readonly NavGroup[],
  current = path,
): string {
  const root = "../".repeat(path.split("/").length - 1);
  const nav = groups.map((group) => {
    const links = group.links.map((link) => {
      const mark = link.path === current ? ' aria-current="page"' : "";
      return `<li><a href="${root}${link.path}"${mark}>${escapeHtml(link.label)}</a></li>`;
    });
    return `<h2>${escapeHtml(group.title)}</h2>\n<ul>\n${links.join("\n")}\n</ul>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}${title === "Lunopark" ? "" : " · Lunopark"}</title>
<link rel="stylesheet" href="${root}style.css">
<script defer src="${root}search.js" data-root="${root}"></script>
</head>
<body>
<header>
<a class="home" href="${root}index.html">Lunopark</a>
<div class="search" role="search" hidden>
<input type="search" placeholder="Search" aria-label="Search" aria-controls="found" autocomplete="off">
<ol id="found" hidden></ol>
</div>
<a class="to-nav" href="#nav">All pages</a>
</header>
<main>
${body}
</main>
<nav id="nav" aria-label="All pages">
${nav.join("\n")}
</nav>
</body>
</html>
`;
}

/** The style sheet of all pages. */
export const styleSheet = `\
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif;
  --rule: light-dark(#d6dade, #363c44); --sheet: light-dark(#f4f6f8, #1b2027);
  --dim: light-dark(#57606a, #9aa4ae); --link: light-dark(#0a58b8, #7ab7ff); }
body { margin: 0; background: light-dark(#fff, #0f1318); color: light-dark(#1f2328, #e2e7ec);
  display: grid; grid-template: auto 1fr / 16rem minmax(0, 1fr);
  grid-template-areas: "header header" "nav main"; overflow-wrap: break-word; }
header { grid-area: header; position: sticky; top: 0; z-index: 1; display: flex; gap: 1rem;
  align-items: center; padding: .5rem 1rem; background: var(--sheet);
  border-bottom: 1px solid var(--rule); }
.home { font-weight: 700; color: inherit; text-decoration: none; }
.to-nav { display: none; margin-left: auto; white-space: nowrap; }
.search { position: relative; flex: 0 1 28rem; }
.search input { width: 100%; box-sizing: border-box; font: inherit; padding: .25rem .6rem;
  border: 1px solid var(--rule); border-radius: .3rem; background: transparent; color: inherit; }
#found { position: absolute; left: 0; right: 0; margin: .2rem 0 0; padding: .3rem; list-style: none;
  background: light-dark(#fff, #171c22); border: 1px solid var(--rule); border-radius: .3rem;
  max-height: 70vh; overflow-y: auto; box-shadow: 0 .4rem 1.5rem #0004; min-width: 18rem; }
#found a { display: block; padding: .25rem .5rem; color: inherit; text-decoration: none; }
#found a:hover, #found a:focus { background: var(--sheet); }
#found small { color: var(--dim); display: block; }
nav { grid-area: nav; padding: 1rem; font-size: .9rem; position: sticky; top: 3.3rem;
  align-self: start; box-sizing: border-box; max-height: calc(100vh - 3.3rem); overflow-y: auto; }
nav h2 { font-size: .8rem; margin: 1rem 0 .2rem; color: var(--dim); font-weight: 600; }
nav h2:first-child { margin-top: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .1rem 0; text-decoration: none; }
nav a[aria-current] { font-weight: 700; color: inherit; }
main { grid-area: main; padding: 1rem 2rem 6rem; max-width: 52rem;
  border-left: 1px solid var(--rule); }
a { color: var(--link); }
h1 { line-height: 1.25; font-size: 1.7rem; }
h2 { margin-top: 2.2rem; font-size: 1.3rem; }
h3 { margin-top: 2rem; font-size: 1.08rem; }
h4 { margin: 1rem 0 .3rem; }
h1, h2, h3, h4, [id] { scroll-margin-top: 4rem; }
pre, table { overflow-x: auto; display: block; }
pre { padding: .7rem .9rem; background: var(--sheet); border-radius: .3rem; line-height: 1.4; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .88em; }
pre code { font-size: .82rem; }
h1 code, h2 code, h3 code { font-size: .92em; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; }
tbody th, td { border-top: 1px solid var(--rule); }
tbody th { font-weight: 600; }
img { max-width: 100%; height: auto; border: 1px solid var(--rule); border-radius: .3rem; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .2rem solid var(--rule); }
.dim { color: var(--dim); }
.names { columns: 13rem; list-style: none; padding: 0; font-size: .9rem; }
.names li { break-inside: avoid; }
.entry { border-top: 1px solid var(--rule); margin-top: 1.6rem; }
.entry h3 { margin-top: 1rem; }
.member { margin-left: 1rem; }
.member h4 { margin-top: 1.4rem; }
.self { color: var(--dim); text-decoration: none; font-weight: 400; visibility: hidden; }
h2:hover .self, h3:hover .self, h4:hover .self, .self:focus { visibility: visible; }
dt { margin-top: .6rem; }
dd { margin-left: 1.2rem; }
@media (max-width: 50rem) {
  body { grid-template: auto / minmax(0, 1fr); grid-template-areas: "header" "main" "nav"; }
  header { flex-wrap: wrap; position: static; }
  h1, h2, h3, h4, [id] { scroll-margin-top: .5rem; }
  .to-nav { display: inline; }
  .search { order: 3; flex: 1 0 100%; }
  main { padding: 0 1rem 3rem; border-left: 0; }
  nav { position: static; max-height: none; border-top: 1px solid var(--rule); }
  nav a { padding: .35rem 0; }
}
@media print { header, nav { display: none; } body { display: block; } }
`;
