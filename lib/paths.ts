/**
 * Paths of files, for what is done before the port is taken.
 *
 * `node:path`, `node:url` and `node:util` take as long to load as Deno takes to start. Windows, where
 * paths are another matter, has them nevertheless.
 *
 * @module
 */

const node = Deno.build.os === "windows"
  ? { ...await import("node:url"), ...await import("node:path") }
  : undefined;

/**
 * A path without `.`, `..` and double slashes, from the last part that is absolute; relative ones start
 * at the working directory. As `resolve()` of `node:path`.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(resolvePath("/etc/lunopark/config.ts", "..", "calls/main.ts"), "/etc/lunopark/calls/main.ts");
 * assert.equal(resolvePath("/etc/lunopark", "/srv/handler.ts"), "/srv/handler.ts");
 * ```
 */
export function resolvePath(...parts: string[]): string {
  if (node) return node.resolve(...parts);
  const start = parts.findLastIndex((part) => part.startsWith("/"));
  const path = start < 0 ? [Deno.cwd(), ...parts] : parts.slice(start);
  const steps: string[] = [];
  for (const step of path.join("/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return `/${steps.join("/")}`;
}

/** The ending of a file's name with its point, empty if it has none; as `extname()` of `node:path`. */
export function extensionOf(path: string): string {
  if (node) return node.extname(path);
  return /[^/](\.[^./]*)$/.exec(path)?.[1] ?? "";
}

/**
 * What a path may have and the path of a URL means otherwise: `%` begins a code, `\` becomes `/`, `?`
 * and `#` end the path, line ends and tabs are left out. The others mean nothing, but node writes
 * codes for them, and a module has one URL. What else needs a code, `URL` gives one by itself.
 */
const notInUrls = /[%\\?#\n\r\t[\]^|~]/g;

/** The URL of a file; as `pathToFileURL()` of `node:url`. */
export function fileUrl(path: string): string {
  if (node) return node.pathToFileURL(path).href;
  // Not encodeURIComponent(), which leaves `~` as it is.
  const code = (sign: string) =>
    `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
  return new URL(`file://${resolvePath(path).replaceAll(notInUrls, code)}`).href;
}
