/**
 * The documentation: its links lead somewhere, its tutorial works, and it tells of each error.
 */
import assert from "node:assert/strict";
import { ACTIONS } from "../lib/testing/ami/actions.ts";
import { allApplications } from "../lib/testing/pbx/applications.ts";
import * as library from "../mod.ts";
import { anchorOf, listPages, renderPage } from "../scripts/build_docs.ts";
import { findMessages } from "./support/messages.ts";

const root = new URL("../", import.meta.url);

interface Page {
  readonly name: string;
  readonly text: string;
}

/** The pages in the root and in docs/. */
function readPages(): Page[] {
  return ["./", "docs/"].flatMap((folder) =>
    Array.from(Deno.readDirSync(new URL(folder, root)))
      .filter(({ name }) => name.endsWith(".md"))
      .map(({ name }) => {
        const text = Deno.readTextFileSync(new URL(folder + name, root));
        return { name: new URL(folder + name, root).href.slice(root.href.length), text };
      })
  );
}

/** What a link with `#` can lead to: headings, as they are named where Markdown is shown. */
function findAnchors(text: string): Set<string> {
  const headings = withoutCode(text).matchAll(/^#+ (.*)$/gm);
  return new Set(
    Array.from(
      headings,
      ([, heading = ""]) => anchorOf(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")),
    ),
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, "");
}

function exists(url: URL): boolean {
  try {
    Deno.statSync(url);
    return true;
  } catch {
    return false;
  }
}

Deno.test("each link between pages leads to a file and a heading that are there", () => {
  const pages = readPages();
  const broken: string[] = [];
  let count = 0;
  for (const { name, text } of pages) {
    const plain = withoutCode(text).replaceAll(/`[^`\n]*`/g, "");
    for (const [, target = ""] of plain.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      count++;
      const url = new URL(target, new URL(name, root));
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      const page = pages.find((other) => new URL(other.name, root).href === url.href);
      const hasAnchor = anchor === "" || page && findAnchors(page.text).has(anchor);
      if (!exists(url) || !hasAnchor) broken.push(`${name}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
  assert.ok(count > 20, `${count} links`);
});

Deno.test("in the HTML, too, each link leads to a page and an id that are there", () => {
  const pages = listPages();
  const html = new Map(Array.from(pages, ([file, name]) => [name, renderPage(file, pages)]));
  const broken: string[] = [];
  let count = 0;
  for (const [name, text] of html) {
    for (const [, href = ""] of text.matchAll(/ href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      count++;
      const [target = "", anchor] = href.split("#");
      const page = html.get(target);
      const isThere = page && (anchor === undefined || page.includes(` id="${anchor}"`));
      if (!isThere) broken.push(`${name}: ${href}`);
    }
  }
  assert.deepEqual(broken, []);
  assert.ok(count > 20, `${count} links`);
});

Deno.test("each page of docs/ can be reached from the README", () => {
  const pages = new Map(readPages().map(({ name, text }) => [name, text]));
  const linked = Array.from(
    pages.get("README.md")!.matchAll(/\]\((docs\/[^)#]+)[^)]*\)/g),
    ([, target]) => target,
  );
  const all = [...pages.keys()].filter((name) => name.startsWith("docs/"));
  assert.deepEqual(all.filter((name) => !linked.includes(name)), []);
});

Deno.test("the code of tutorial and testing works, in the project that init makes", async () => {
  const folder = await Deno.makeTempDir({ prefix: "lunopark-tutorial-" });
  try {
    await deno(["run", "-A", new URL("main.ts", root).pathname, "init", "."], folder);
    const text = Deno.readTextFileSync(new URL("docs/tutorial.md", root));
    const files = text.matchAll(/^```ts\n\/\/ (\S+)\n.*?^```$/gms);
    const written = Array.from(files, ([block, name = ""]) => {
      Deno.writeTextFileSync(`${folder}/${name}`, block.split("\n").slice(1, -1).join("\n"));
      return name;
    });
    assert.deepEqual(written, ["handler.ts", "handler_test.ts"]);
    const kit = Deno.readTextFileSync(new URL("docs/testing.md", root));
    const tests = Array.from(kit.matchAll(/^```ts\n(.*?)^```$/gms), ([, block = ""]) => block);
    for (const [index, test] of tests.entries()) {
      Deno.writeTextFileSync(`${folder}/kit${index}_test.ts`, test);
    }
    const count = 3 + tests.join("").split("Deno.test(").length - 1;
    // Types are checked by `deno task test:docs`.
    const told = await deno(["test", "-A", "--no-check", "--no-remote", "--no-npm"], folder);
    assert.ok(told.includes(`ok | ${count} passed | 0 failed`), told);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("docs/testing.md lists the applications and actions that are simulated", () => {
  const page = Deno.readTextFileSync(new URL("docs/testing.md", root));
  const listed = (name: string) => {
    const [, text = ""] = new RegExp(`^\`\`\`text ${name}\n(.*?)^\`\`\`$`, "ms").exec(page) ?? [];
    return text.trim().toLowerCase().split(/\s+/).sort();
  };
  assert.deepEqual(listed("applications"), [...allApplications().keys()].sort());
  assert.deepEqual(
    listed("actions"),
    ACTIONS.flat().map(({ name }) => name.toLowerCase()).sort(),
  );
});

async function deno(args: string[], cwd: string): Promise<string> {
  const env = { NO_COLOR: "1" };
  const output = await new Deno.Command(Deno.execPath(), { args, cwd, env, stdin: "null" })
    .output();
  const text = [output.stdout, output.stderr].map((bytes) => new TextDecoder().decode(bytes)).join(
    "",
  );
  assert.equal(output.code, 0, text);
  return text;
}

Deno.test("docs/errors.md tells of each error class", () => {
  const page = Deno.readTextFileSync(new URL("docs/errors.md", root));
  const classes = Object.values(library).filter((value) =>
    typeof value === "function" && value.prototype instanceof Error
  ) as { name: string }[];
  assert.ok(classes.length > 10);
  const missing = classes.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``));
  assert.deepEqual(missing, []);
});

Deno.test("docs/errors.md tells of each message that is thrown or logged as a warning or an error", () => {
  const entries = normalize(Deno.readTextFileSync(new URL("docs/errors.md", root)));
  const messages = sources(new URL("lib/", root)).flatMap((url) =>
    findMessages(url.href.slice(root.href.length), Deno.readTextFileSync(url))
  );
  assert.ok(messages.length > 100, `${messages.length} messages`);
  const missing = messages.filter(({ text }) => !entries.includes(normalize(text)));
  assert.deepEqual(missing.map(({ place, text }) => `${place}: ${text}`), []);
});

/** The page and the source break lines where they like. */
function normalize(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/…+/g, "…").replaceAll(/^[…\s]+|[…\s]+$/g, "");
}

/** The sources whose messages a user can meet: the simulator speaks Asterisk's words. */
function sources(folder: URL): URL[] {
  return Array.from(Deno.readDirSync(folder)).flatMap(({ name, isDirectory }) => {
    if (isDirectory) {
      const inner = new URL(`${name}/`, folder);
      return /\/(schema|ami\/|pbx|agi\/)/.test(inner.href) && inner.href.includes("/testing/") ||
          name === "schema"
        ? []
        : sources(inner);
    }
    return /(?<!_test)\.ts$/.test(name) ? [new URL(name, folder)] : [];
  });
}
