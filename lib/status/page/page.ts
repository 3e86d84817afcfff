/**
 * The status page: takes the feed, and gives it to the views.
 *
 * @module
 */

import type { CallRow, Change, Head, Snapshot } from "../wire.ts";
import { CallTable } from "./call_table.ts";
import { CallView } from "./call_view.ts";
import { find, press, setText, tell } from "./elements.ts";
import { readFeed } from "./feed_reader.ts";
import { Figures } from "./figures.ts";
import { LogView } from "./log_view.ts";
import { Steering } from "./steering.ts";

const calls = new Map<number, CallRow>();
const main = document.querySelector("main")!;
const scroller = find("scroller");
const filter = find<HTMLInputElement>("filter");
const figures = new Figures();
const log = new LogView();
const steering = new Steering(start);
const view = new CallView(steering.headers, () => scroller.focus());
const table = new CallTable(calls, (id) => view.open(id));

let head: Head | undefined;
let reading: AbortController | undefined;
/** How far the server's clock is ahead of this one. */
let ahead = 0;
let hasNews = false;

/** The server's clock. */
function now(): number {
  return Date.now() + ahead;
}

/** Reads the feed, from the beginning. */
function start(): void {
  reading?.abort();
  const controller = reading = new AbortController();
  readFeed("/events", steering.headers, {
    event: (name, data) => {
      if (name === "snapshot") takeSnapshot(data as Snapshot);
      else takeChange(data as Change);
    },
    state: (state, reason) => {
      if (controller.signal.aborted) return;
      showFeed(state === "live" ? "good" : "bad", state, reason);
      if (state === "refused") steering.askToken(reason);
    },
  }, controller.signal);
}

function showFeed(kind: string, state: string, reason: string): void {
  const element = find("feed-state");
  const text = state === "live" ? "live" : "no connection, trying again";
  if (element.textContent !== text) tell(state === "live" ? "The page is live" : text);
  element.dataset["state"] = kind;
  element.title = reason;
  setText(element, text);
  document.body.classList.toggle("stale", state !== "live");
}

function takeSnapshot(snapshot: Snapshot): void {
  calls.clear();
  for (const call of snapshot.calls) calls.set(call.id, call);
  table.isKnown = true;
  log.clear();
  log.add(snapshot.troubles, snapshot.reloads, false);
  take(snapshot.now, snapshot.head);
}

function takeChange(change: Change): void {
  for (const call of change.begun ?? []) calls.set(call.id, call);
  for (const [id, step, stepSince, left] of change.steps ?? []) {
    const call = calls.get(id);
    if (call) calls.set(id, { ...call, step, stepSince, left });
  }
  for (const id of change.ended ?? []) calls.delete(id);
  if (change.troubles || change.reloads) {
    log.add(change.troubles ?? [], change.reloads ?? [], true);
  }
  take(change.now, change.head);
}

function take(time: number, news: Head | undefined): void {
  ahead = time - Date.now();
  if (news) {
    head = news;
    figures.take(news, time);
  }
  hasNews = true;
  // Not while nobody sees it; and once, however much has come.
  requestAnimationFrame(render);
}

function render(): void {
  if (!hasNews) return;
  hasNews = false;
  table.render(now());
  setText(find("calls"), String(calls.size.toLocaleString("en")));
  document.title = `${calls.size} calls – Lunopark`;
  if (head) steering.show(head, view.isLive ? view.call : undefined);
}

function showView(name: "calls" | "log"): void {
  main.dataset["view"] = name;
  const [forCalls, forLog] = [find("show-calls"), find("show-log")];
  if (name === "calls") press(forCalls, forLog);
  else press(forLog, forCalls);
  if (name === "log") view.close();
}

/** What a key does; true when it did something. */
function act(key: string): boolean {
  switch (key) {
    case "ArrowDown":
    case "j":
      return move(1);
    case "ArrowUp":
    case "k":
      return move(-1);
    case "PageDown":
      return move(table.pageSize);
    case "PageUp":
      return move(-table.pageSize);
    case "Home":
      return move(-Infinity);
    case "End":
      return move(Infinity);
    case "Enter":
      if (table.chosen === undefined) return false;
      view.open(table.chosen);
      find("call-title").focus();
      return true;
    case "Escape":
      if (view.close()) scroller.focus();
      else if (!table.clearFilter()) return false;
      return true;
    case "/":
      showView("calls");
      filter.focus();
      filter.select();
      return true;
    case "l":
      view.close();
      showView("log");
      document.querySelector<HTMLElement>("#log-view .scrolled")?.focus();
      return true;
    case "h":
      steering.hangupByKey();
      return true;
    case "?":
      find<HTMLDialogElement>("help").showModal();
      return true;
    default:
      return false;
  }
}

function move(by: number): boolean {
  showView("calls");
  table.move(by);
  scroller.focus({ preventScroll: true });
  return true;
}

document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || document.querySelector("dialog[open]")) return;
  const element = target as HTMLElement;
  if (element === filter) {
    if (key === "ArrowDown" || key === "Enter") event.preventDefault();
    if (key === "ArrowDown" || key === "Enter") move(0);
    else if (key === "Escape" && !table.clearFilter()) scroller.focus();
    return;
  }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) return;
  // These have their own use on a button, and where something is scrolled.
  const isButton = element.tagName === "BUTTON" || element.tagName === "SUMMARY";
  if (isButton && (key === "Enter" || key === " ")) return;
  const scrolls = element.classList.contains("scrolled");
  if (scrolls && /^(Arrow|Page|Home|End)/.test(key)) return;
  if (act(key)) event.preventDefault();
});

find("show-calls").addEventListener("click", () => showView("calls"));
find("show-log").addEventListener("click", () => showView("log"));
find("show-help").addEventListener("click", () => {
  find("help-digits").hidden = head?.digits ?? false;
  find<HTMLDialogElement>("help").showModal();
});
setInterval(() => {
  if (document.hidden) return;
  figures.tick(now(), calls.size);
  table.tick(now());
  view.tick(now());
}, 1_000);
start();
