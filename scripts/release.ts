/**
 * What a release needs beside its files; `.github/workflows/release.yml` calls it.
 *
 * `deno task release check v1.2.3` fails unless the tag, `deno.json` and CHANGELOG.md agree, and writes
 * `dist/NOTES.md`. `deno task release sums` writes `dist/SHA256SUMS` of all else that is there.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { version } from "./release_targets.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * What CHANGELOG.md says of a version, without its heading, such as `## 0.1.0 (2026-01-31)`.
 *
 * @throws {Error} If it says nothing, or has no date yet.
 */
export function findNotes(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((text) => text.split(/\s/)[0] === version);
  if (part === undefined) throw new Error(`CHANGELOG.md has no heading "## ${version} (DATE)"`);
  const [heading = "", ...lines] = part.split("\n");
  if (!/^\S+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading)) {
    throw new Error(
      `CHANGELOG.md: "## ${heading}" needs a date, as in "## ${version} (2026-01-31)"`,
    );
  }
  return `${lines.join("\n").trim()}\n`;
}

/** The lines that `sha256sum --check` reads, for the files of a folder. */
export function checksums(folder: string): string {
  return Array.from(Deno.readDirSync(folder))
    .filter(({ name, isFile }) => isFile && name !== "SHA256SUMS" && name !== "NOTES.md")
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const hash = createHash("sha256").update(Deno.readFileSync(`${folder}/${name}`));
      return `${hash.digest("hex")}  ${name}\n`;
    })
    .join("");
}

function check(tag: string | undefined): void {
  if (tag !== `v${version}`) {
    throw new Error(`The tag is ${JSON.stringify(tag)}, but deno.json says version ${version}`);
  }
  const notes = findNotes(Deno.readTextFileSync(`${root}CHANGELOG.md`), version);
  Deno.mkdirSync(`${root}dist`, { recursive: true });
  Deno.writeTextFileSync(`${root}dist/NOTES.md`, notes);
}

if (import.meta.main) {
  try {
    const [what, tag] = Deno.args;
    if (what === "check") check(tag);
    else if (what === "sums") {
      Deno.writeTextFileSync(`${root}dist/SHA256SUMS`, checksums(`${root}dist`));
    } else throw new Error(`Unknown task ${JSON.stringify(what)}, must be "check TAG" or "sums"`);
  } catch (error) {
    console.error(`release: ${(error as Error).message}`);
    Deno.exit(1);
  }
}
