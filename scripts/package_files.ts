/**
 * What the Debian package puts where.
 *
 * @module
 */
import { dirname, join, relative } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { changelog, copyright, manualPage } from "./package_texts.ts";
import { runtimePackages, writePortable } from "./portable.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Configuration: dpkg asks before it overwrites what somebody has changed. */
export const configurationFiles: readonly string[] = [
  "/etc/lunopark/config.ts",
  "/etc/lunopark/handler.ts",
  "/etc/logrotate.d/lunopark",
  "/etc/needrestart/conf.d/lunopark.conf",
];

/** Files of `packaging/` and their places. */
const places: Readonly<Record<string, string>> = {
  "etc/config.ts": "/etc/lunopark/config.ts",
  "etc/handler.ts": "/etc/lunopark/handler.ts",
  "etc/logrotate": "/etc/logrotate.d/lunopark",
  "etc/needrestart.conf": "/etc/needrestart/conf.d/lunopark.conf",
  "lunopark.service": "/usr/lib/systemd/system/lunopark.service",
  "lunopark@.service": "/usr/lib/systemd/system/lunopark@.service",
  "notify-reload.conf": "/usr/share/lunopark/notify-reload.conf",
  "sysusers.conf": "/usr/lib/sysusers.d/lunopark.conf",
  "lintian-overrides": "/usr/share/lintian/overrides/lunopark",
};

/** Writes all files of the package into a folder; without a binary, Deno and the source do its work. */
export async function writeFiles(
  folder: string,
  { binary, version, time }: { binary: string | undefined; version: string; time: Date },
): Promise<void> {
  const copy = async (path: string, from: string) => {
    await Deno.mkdir(dirname(folder + path), { recursive: true });
    await Deno.copyFile(root + from, folder + path);
    await Deno.chmod(folder + path, 0o644);
  };
  for (const [from, path] of Object.entries(places)) await copy(path, `packaging/${from}`);
  await Deno.mkdir(`${folder}/usr/bin`, { recursive: true });
  if (binary === undefined) {
    await writePortable(`${folder}/usr/lib/lunopark`);
    await Deno.symlink("../lib/lunopark/lunopark", `${folder}/usr/bin/lunopark`);
  } else {
    await Deno.copyFile(binary, `${folder}/usr/bin/lunopark`);
    await Deno.chmod(`${folder}/usr/bin/lunopark`, 0o755);
  }
  const documents = "/usr/share/doc/lunopark";
  const documentPlaces = findDocuments();
  for (const [from, place] of documentPlaces) {
    if (from === "handlers") continue;
    const to = `${folder}${documents}/${place}`;
    if (!from.endsWith(".md")) await copy(`${documents}/${place}`, from);
    else await write(to, relink(await Deno.readTextFile(root + from), from, documentPlaces));
  }
  await write(`${folder}${documents}/copyright`, copyright(await runtimePackages()));
  await write(`${folder}${documents}/changelog.gz`, gzip(changelog(version, time)));
  await write(`${folder}/usr/share/man/man1/lunopark.1.gz`, gzip(manualPage()));
}

/** Pages and examples: their places in the project, and in the folder for documentation. */
function findDocuments(): Map<string, string> {
  const found = new Map(["README.md", "SECURITY.md", "CHANGELOG.md"].map((name) => [name, name]));
  found.set("handlers", "examples");
  for (
    const [from, wanted, to] of [
      ["docs", /\.(md|png)$/, "docs"],
      ["handlers", /(?<!_test)\.ts$/, "examples"],
    ] as const
  ) {
    for (const { name } of Deno.readDirSync(root + from)) {
      if (wanted.test(name)) found.set(`${from}/${name}`, `${to}/${name}`);
    }
  }
  return found;
}

/** Code, in which nothing is a link, or a link with its text and target. */
const codeOrLink = /^```.*?^```$|`[^`\n]*`|(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/gms;

/**
 * A page of the project as it is installed: links lead to where things are then, and what is not installed
 * is text.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const places = new Map([["docs/a.md", "docs/a.md"], ["handlers/b.ts", "examples/b.ts"]]);
 * assert.equal(relink("[b](../handlers/b.ts), [c](../c.md#d)", "docs/a.md", places), "[b](../examples/b.ts), c");
 * ```
 */
export function relink(text: string, page: string, places: ReadonlyMap<string, string>): string {
  return text.replaceAll(codeOrLink, (all, image, label, target?: string) => {
    if (target === undefined || /^([a-z]+:|#)/.test(target)) return all;
    const [path = "", ...anchor] = target.split(/(?=#)/);
    const place = places.get(join(dirname(page), path));
    if (place === undefined) return label;
    const way = relative(dirname(places.get(page) ?? page), place);
    return `${image}[${label}](${way}${anchor.join("")})`;
  });
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeFile(
    path,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
}

/** The same bytes for the same text: there is no time in them. */
function gzip(text: string): Uint8Array {
  return gzipSync(text, { level: 9 });
}
