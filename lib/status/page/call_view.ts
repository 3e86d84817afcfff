/**
 * One call: what is known of it, and its conversation as it happens.
 *
 * @module
 */

import type { CallChange, CallDetail, ConversationLine } from "../wire.ts";
import { find, make, press, tell } from "./elements.ts";
import { readFeed } from "./feed_reader.ts";
import { formatDate, formatExactClock, formatSpan, formatTook, formatWhen } from "./formats.ts";

/** Lines in the document; what is older goes. */
const mostLines = 1_000;

/** The call that is open, if any. */
export class CallView {
  readonly #headers: () => Record<string, string>;
  readonly #main = document.querySelector("main")!;
  readonly #view = find("call-view");
  readonly #scroller = find("call-scroller");
  readonly #facts = find("call-facts");
  readonly #lines = find("lines");
  readonly #diagram = find<HTMLImageElement>("diagram");
  readonly #items = new Map<number, HTMLLIElement>();
  #detail: CallDetail | undefined;
  #reading: AbortController | undefined;
  #isOver = false;
  #diagramIsOld = false;

  /** `headers` are those of each request; `closed` is told when the reader closes the call. */
  constructor(headers: () => Record<string, string>, closed: () => void) {
    this.#headers = headers;
    find("close-call").addEventListener("click", () => {
      this.close();
      closed();
    });
    find("show-lines").addEventListener("click", () => this.#show("lines"));
    find("show-diagram").addEventListener("click", () => this.#show("diagram"));
    setInterval(() => this.#drawDiagram(), 2_000);
  }

  /** The call that is open, as it was when it was opened. */
  get call(): CallDetail | undefined {
    return this.#detail;
  }

  /** Whether a call is open, and has not ended. */
  get isLive(): boolean {
    return this.#detail !== undefined && !this.#isOver;
  }

  /** Opens a call by its number. */
  open(id: number): void {
    if (this.#detail?.id === id) return;
    this.close();
    this.#main.classList.add("has-call");
    this.#view.hidden = false;
    find("call-title").textContent = `Call ${id}`;
    const reading = this.#reading = new AbortController();
    readFeed(`/calls/${id}/events`, this.#headers, {
      event: (name, data) => {
        if (reading.signal.aborted) return;
        if (name === "snapshot") this.#begin(data as CallDetail);
        else this.#change(data as CallChange);
      },
      state: (state, reason) => {
        if (reading.signal.aborted) return;
        if (state === "ended") this.#end(this.#detail ? "ended" : reason);
      },
    }, reading.signal);
  }

  /** Closes what is open. */
  close(): boolean {
    if (this.#view.hidden) return false;
    this.#reading?.abort();
    this.#detail = undefined;
    this.#isOver = false;
    this.#view.hidden = true;
    this.#main.classList.remove("has-call");
    this.#items.clear();
    this.#lines.replaceChildren();
    this.#facts.replaceChildren();
    this.#diagram.removeAttribute("src");
    this.#show("lines");
    return true;
  }

  /** Moves the age on. */
  tick(now: number): void {
    const detail = this.#detail;
    const age = document.getElementById("call-age");
    if (!detail || !age || this.#isOver) return;
    age.textContent = `${formatWhen(detail.since)}, ${formatSpan(now - detail.since)} ago`;
  }

  #begin(detail: CallDetail): void {
    const isAgain = this.#detail !== undefined;
    this.#detail = detail;
    this.#isOver = false;
    const caller = [detail.callerName, detail.caller].filter(Boolean).join(" ") || "unknown";
    find("call-title").textContent = `${detail.caller || "unknown"} in ${detail.script}`;
    const facts: [name: string, text: string, id?: string][] = [
      ["State", "goes on", "call-state"],
      ["Caller", caller],
      ["Channel", detail.channel],
      ["Dialplan", detail.place],
      ["Unique ID", detail.uniqueid],
      ["Since", formatDate(detail.since), "call-age"],
    ];
    this.#facts.replaceChildren(...facts.flatMap(([name, text, id]) => {
      const value = make("dd", text);
      if (id !== undefined) value.id = id;
      return [make("dt", name), value];
    }));
    for (const line of detail.lines) this.#put(line);
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#diagramIsOld = true;
    this.#drawDiagram();
    if (detail.status !== undefined) this.#end(detail.status);
    if (!isAgain) tell(`Call of ${caller} is open`);
  }

  #change({ lines, status }: CallChange): void {
    const scroller = this.#scroller;
    const wasAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 40;
    for (const line of lines) this.#put(line);
    if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
    this.#diagramIsOld = true;
    if (status !== undefined) this.#end(status);
  }

  #end(status: string): void {
    // What there is of the diagram is drawn before the server forgets the call.
    this.#drawDiagram();
    this.#isOver = true;
    this.#reading?.abort();
    const state = document.getElementById("call-state");
    if (state) state.textContent = `over: ${status}`;
    else find("call-facts").replaceChildren(make("dt", "State"), make("dd", status));
    tell(`The open call is over: ${status}`);
  }

  #put(line: ConversationLine): void {
    const item = makeLine(line);
    const before = this.#items.get(line.n);
    if (before) before.replaceWith(item);
    else this.#lines.append(item);
    this.#items.set(line.n, item);
    if (this.#items.size <= mostLines) return;
    const [oldest] = this.#items.keys();
    if (oldest === undefined) return;
    this.#items.get(oldest)?.remove();
    this.#items.delete(oldest);
  }

  #show(what: "lines" | "diagram"): void {
    const [lines, diagram] = [find("show-lines"), find("show-diagram")];
    if (what === "lines") press(lines, diagram);
    else press(diagram, lines);
    this.#lines.hidden = what !== "lines";
    this.#diagram.hidden = what !== "diagram";
    this.#drawDiagram();
  }

  async #drawDiagram(): Promise<void> {
    const detail = this.#detail;
    if (!detail || !this.#diagramIsOld || this.#diagram.hidden || this.#isOver) return;
    this.#diagramIsOld = false;
    try {
      const response = await fetch(`/calls/${detail.id}.svg`, { headers: this.#headers() });
      if (!response.ok || this.#detail !== detail) return;
      const svg = await response.text();
      this.#diagram.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    } catch {
      this.#diagramIsOld = true;
    }
  }
}

function makeLine({ time, kind, text, reply, took }: ConversationLine): HTMLLIElement {
  const item = make("li", "", kind === "command" && reply === undefined ? "open" : "");
  item.append(make("time", formatExactClock(time)));
  if (kind === "note") {
    item.append(make("span", text, "note"));
    return item;
  }
  item.append(
    make("code", text),
    make("span", reply === undefined ? "in flight" : formatTook(took ?? 0), "took"),
  );
  if (reply !== undefined) item.append(make("span", reply, "reply"));
  return item;
}
