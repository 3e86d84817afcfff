/**
 * Search without a server: an index of names and headings, and the code that looks into it.
 *
 * @module
 */

/** Something that can be found. */
export interface Found {
  /** What is shown and searched. */
  readonly title: string;
  /** Where it belongs: `AMI actions`. */
  readonly kind: string;
  /** Where it is, from the folder of `index.html`. */
  readonly path: string;
}

/** The script of all pages: the index, and what the search field does with it. */
export function renderSearch(found: readonly Found[]): string {
  const rows = found.map(({ title, kind, path }) => [title, kind, path]);
  return `"use strict";
const found = ${JSON.stringify(rows)};
${client}`;
}

// Runs in the reader's browser, as it stands here.
const client = `{
  const root = document.currentScript.dataset.root;
  const search = document.querySelector(".search");
  const input = search.querySelector("input");
  const list = search.querySelector("ol");
  search.hidden = false;

  /** How well a row fits, from 0 for the name itself; undefined when it does not. */
  const rank = (title, kind, words) => {
    const name = title.toLowerCase();
    const all = name + " " + kind.toLowerCase();
    if (!words.every((word) => all.includes(word))) return undefined;
    if (name === words.join(" ")) return 0;
    if (name.startsWith(words[0])) return 1;
    return name.includes(words[0]) ? 2 : 3;
  };

  const show = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const rows = words.length === 0 ? [] : found
      .map((row) => [rank(row[0], row[1], words), row])
      .filter(([order]) => order !== undefined)
      .sort(([a, one], [b, other]) => a - b || one[0].length - other[0].length)
      .slice(0, 20);
    list.replaceChildren(...rows.map(([, [title, kind, path]]) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = root + path;
      link.append(title);
      link.appendChild(document.createElement("small")).append(kind);
      return item;
    }));
    if (words.length > 0 && rows.length === 0) list.append("Nothing of that name");
    list.hidden = words.length === 0;
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  search.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") (links[at + 1] ?? links[0])?.focus();
    else if (event.key === "ArrowUp") (links[at - 1] ?? input).focus();
    else if (event.key === "Enter" && at < 0) links[0]?.click();
    else if (event.key === "Escape") list.hidden = true;
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!search.contains(event.target) || event.target.closest("#found a")) list.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    input.focus();
  });
}
`;
