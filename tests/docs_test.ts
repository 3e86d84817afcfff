/**
 * The documentation: its links lead somewhere, its tutorial works, and it tells of each error.
 */
import assert from "node:assert/strict";
import { ACTIONS } from "../lib/testing/ami/actions.ts";
import { allApplications } from "../lib/testing/pbx/applications.ts";
import * as library from "../mod.ts";
import { resolveConfig } from "../lib/config.ts";
import { anchorOf, buildDocs } from "../scripts/build_docs.ts";
import { Images } from "../scripts/docs/images.ts";
import { renderMarkdown } from "../scripts/docs/markdown.ts";
import { findErrors } from "../scripts/docs/error_pages.ts";
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

Deno.test("in the HTML, each link leads to a page and an id that are there, and no id is twice", async () => {
  const { texts: files, images } = await buildDocs();
  const ids = new Map<string, Set<string>>();
  const broken: string[] = [];
  for (const [path, text] of files) {
    const found = Array.from(text.matchAll(/ id="([^"]*)"/g), ([, id = ""]) => id);
    ids.set(path, new Set(found));
    const twice = found.filter((id, index) => found.indexOf(id) < index);
    if (path.endsWith(".html")) broken.push(...twice.map((id) => `${path}: id ${id} is twice`));
  }
  let count = 0;
  const check = (path: string, href: string) => {
    if (/^[a-z]+:/.test(href)) return;
    count++;
    const url = new URL(href, `file:///${path}`);
    const target = url.pathname.slice(1);
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (images.has(target)) return;
    if (!files.has(target) || anchor !== "" && !ids.get(target)?.has(anchor)) {
      broken.push(`${path}: ${href}`);
    }
  };
  for (const [path, text] of files) {
    if (!path.endsWith(".html")) continue;
    const links = text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    for (const [, href = ""] of links.matchAll(/ (?:href|src)="([^"]*)"/g)) check(path, href);
    for (const [image] of text.matchAll(/<img [^>]*>/g)) {
      if (!/ alt="[^"]/.test(image)) broken.push(`${path}: ${image} has no alternative text`);
    }
  }
  const [, index = "[]"] = /^const found = (.*);$/m.exec(files.get("search.js")!) ?? [];
  for (const [, , path] of JSON.parse(index)) check("index.html", path);
  assert.deepEqual(broken, []);
  assert.ok(count > 5_000, `${count} links`);
});

Deno.test("a picture of a guide is in the HTML as it is in docs/", async () => {
  const { texts, images } = await buildDocs();
  const [, path = ""] = /<img src="([^"]+)" alt="[^"]{20,}">/.exec(texts.get("status.html")!) ?? [];
  assert.deepEqual(images.get(path), Deno.readFileSync(new URL("docs/status.png", root)));
});

Deno.test("an image fails that is not there, is somebody else's, or says nothing to who does not see it", () => {
  const images = new Images(root);
  const render = (text: string) =>
    renderMarkdown(text, { findImage: (href) => images.add(href, "docs/status.md") });
  assert.equal(
    render('![All "calls"](status.png)'),
    '<p><img src="images/docs-status.png" alt="All &quot;calls&quot;"></p>\n',
  );
  for (
    const [text, problem] of [
      ["![All calls](no.png)", /^docs\/status\.md: the image no\.png is not there$/],
      ["![All calls](https://example.org/a.png)", /the image https:\S+ is none of the project's$/],
      ["![All calls](../../a.png)", /is none of the project's$/],
      ["![](status.png)", /^The image status\.png has no alternative text$/],
      ["![ ](status.png)", /has no alternative text/],
    ] as const
  ) assert.throws(() => render(text), { message: problem }, text);
  assert.deepEqual([...images.files.keys()], ["images/docs-status.png"]);
});

Deno.test("the reference has the 47 AGI commands with their methods, and no type drowns the others", async () => {
  const { texts: files } = await buildDocs();
  const commands = files.get("asterisk-agi-commands.html")!;
  const sections = commands.split('<section class="entry">').slice(1);
  assert.equal(sections.length, 47);
  const without = sections.filter((section) => !section.includes("<code>channel."));
  assert.deepEqual(without.map((section) => /id="([^"]+)"/.exec(section)?.[1]), []);
  const pages = [...files.keys()].filter((path) => !path.startsWith("errors/"));
  assert.ok(pages.length < 50, pages.join(" "));
  for (const id of ["App", "Channel", "AgiChannel", "ChannelCommands.streamFile"]) {
    assert.ok(files.get("api-handlers.html")!.includes(` id="${id}"`), id);
  }
});

Deno.test("each message of docs/errors.md has a page of its own that begins with it", async () => {
  const { texts: files } = await buildDocs();
  const page = files.get("errors/script-failed.html")!;
  assert.match(page, /<title>Script failed · Lunopark<\/title>/);
  assert.match(page, /<h1><code>Script failed<\/code><\/h1>/);
  assert.match(page, /<p>The handler threw, the stack follows/);
  // Those who wrote an address of a page down want to find it there again.
  for (
    const slug of ["cannot-take-calls-at", "no-script-the-dialplan-goes-on", "connection-refused"]
  ) assert.ok(files.has(`errors/${slug}.html`), slug);
  const count = [...files.keys()].filter((path) => path.startsWith("errors/")).length;
  assert.ok(count > 180, `${count} pages`);
});

Deno.test("the configuration page has each key with its default, and the secret's variable", async () => {
  const page = (await buildDocs()).texts.get("configuration.html")!;
  const config = sectionsOf(page);
  for (const { key } of resolveConfig({}, { directory: "/" }).given!) {
    assert.ok(config.has(key), key);
  }
  assert.match(config.get("hangupGrace")!, /<code>5000<\/code>/);
  assert.match(config.get("limits.calls")!, /<code>10000<\/code>/);
  assert.match(config.get("secret")!, /LUNOPARK_SECRET/);
});

function sectionsOf(page: string): Map<string, string> {
  const sections = page.split('<section class="entry">').slice(1);
  return new Map(sections.map((text) => [/ id="([^"]+)"/.exec(text)![1]!, text]));
}

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

Deno.test("docs/errors.md has an entry for each message that is thrown or logged as a warning or an error", () => {
  const entries = findErrors(Deno.readTextFileSync(new URL("docs/errors.md", root)))
    .map(({ text }) => normalize(text));
  const messages = sources(new URL("lib/", root)).flatMap((url) =>
    findMessages(url.href.slice(root.href.length), Deno.readTextFileSync(url))
  );
  assert.ok(messages.length > 100, `${messages.length} messages`);
  // Of some messages the source has the end alone; of others the page tells the beginning.
  const missing = messages.filter(({ text }) => {
    const message = normalize(text);
    return !entries.some((entry) =>
      entry.includes(message) || entry.split(" ").length > 2 && message.includes(entry)
    );
  });
  assert.deepEqual(missing.map(({ place, text }) => `${place}: ${text}`), []);
});

/** The page and the source break lines where they like. */
function normalize(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/…+/g, "…").replaceAll(/^[…\s]+|[…\s]+$/g, "");
}

/** The sources whose messages a user can meet: the simulator speaks Asterisk's words, a page its own. */
function sources(folder: URL): URL[] {
  return Array.from(Deno.readDirSync(folder)).flatMap(({ name, isDirectory }) => {
    if (isDirectory) {
      const inner = new URL(`${name}/`, folder);
      return /\/(schema|ami\/|pbx|agi\/)/.test(inner.href) && inner.href.includes("/testing/") ||
          name === "schema" || inner.href.includes("/status/page/")
        ? []
        : sources(inner);
    }
    return /(?<!_test)\.ts$/.test(name) ? [new URL(name, folder)] : [];
  });
}
