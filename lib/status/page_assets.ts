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
import callTable from "./page/call_table.ts" with { type: "text" };
import callView from "./page/call_view.ts" with { type: "text" };
import elements from "./page/elements.ts" with { type: "text" };
import feedReader from "./page/feed_reader.ts" with { type: "text" };
import figures from "./page/figures.ts" with { type: "text" };
import formats from "./page/formats.ts" with { type: "text" };
import logView from "./page/log_view.ts" with { type: "text" };
import page from "./page/page.ts" with { type: "text" };
import steering from "./page/steering.ts" with { type: "text" };

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
  "/page/call_table.ts": { type: script, text: callTable },
  "/page/call_view.ts": { type: script, text: callView },
  "/page/elements.ts": { type: script, text: elements },
  "/page/feed_reader.ts": { type: script, text: feedReader },
  "/page/figures.ts": { type: script, text: figures },
  "/page/formats.ts": { type: script, text: formats },
  "/page/log_view.ts": { type: script, text: logView },
  "/page/page.ts": { type: script, text: page },
  "/page/steering.ts": { type: script, text: steering },
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
