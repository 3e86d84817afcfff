/**
 * The files of the status page, as a browser takes them.
 *
 * They are part of the program, and built into the binary. Of the TypeScript, the types are taken away
 * when somebody first asks for it: Deno brings what that needs.
 *
 * @module
 */

import { stripTypeScriptTypes } from "node:module";
import html from "./page/index.html" with { type: "text" };
import css from "./page/page.css" with { type: "text" };
import icon from "./page/icon.svg" with { type: "text" };
import page from "./page/page.ts" with { type: "text" };

/** A file for a browser. */
export interface Asset {
  readonly type: string;
  readonly text: string;
}

const script = "text/javascript; charset=utf-8";
const sources: Readonly<Record<string, Asset>> = {
  "/": { type: "text/html; charset=utf-8", text: html },
  "/page/page.css": { type: "text/css; charset=utf-8", text: css },
  "/page/icon.svg": { type: "image/svg+xml", text: icon },
  "/page/page.ts": { type: script, text: page },
};

const stripped = new Map<string, Asset>();

/** Finds the file of a path. */
export function findAsset(path: string): Asset | undefined {
  const source = Object.hasOwn(sources, path) ? sources[path] : undefined;
  if (source?.type !== script) return source;
  let asset = stripped.get(path);
  if (!asset) stripped.set(path, asset = { ...source, text: stripTypes(source.text) });
  return asset;
}

function stripTypes(text: string): string {
  return stripTypeScriptTypes(text);
}
