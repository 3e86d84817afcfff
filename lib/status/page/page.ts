/// <reference no-default-lib="true" />
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference lib="esnext" />
import type { Snapshot } from "../wire.ts";

const element: HTMLElement = document.body;
export function show(snapshot: Snapshot): void {
  element.textContent = `${snapshot.calls.length}`;
}
