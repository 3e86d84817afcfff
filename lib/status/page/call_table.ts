/**
 * The table of calls: sorted, filtered, and of all rows only those in the document that are in sight.
 *
 * @module
 */

import type { CallRow } from "../wire.ts";
import { find, make, setText } from "./elements.ts";
import { formatCount, formatDate, formatSpan } from "./formats.ts";

/** A column that calls can be sorted by. */
type SortKey = "caller" | "script" | "channel" | "step" | "stepSince" | "since";

/** Rows beyond what is in sight, above and below. */
const overscan = 6;

/** A row of the document, which shows one call after another. */
interface ShownRow {
  readonly element: HTMLTableRowElement;
  readonly cells: readonly HTMLTableCellElement[];
  call: CallRow | undefined;
}

/** The table, with its filter and its order. */
export class CallTable {
  readonly #calls: ReadonlyMap<number, CallRow>;
  readonly #open: (id: number) => void;
  readonly #scroller = find("scroller");
  readonly #body = find("rows");
  readonly #filter = find<HTMLInputElement>("filter");
  readonly #sort = find<HTMLSelectElement>("sort");
  readonly #above = makeSpace();
  readonly #below = makeSpace();
  readonly #rows: ShownRow[] = [];
  #key: SortKey = "since";
  #descending = false;
  #list: CallRow[] = [];
  #chosen: number | undefined;
  #rowHeight = 34;
  /** Whether it is known which calls there are: not before the server has said so. */
  isKnown = false;

  /** Shows these calls; `open` is told which one is opened. */
  constructor(calls: ReadonlyMap<number, CallRow>, open: (id: number) => void) {
    this.#calls = calls;
    this.#open = open;
    this.#body.append(this.#above, this.#below);
    const again = () => this.render();
    this.#scroller.addEventListener("scroll", again, { passive: true });
    this.#filter.addEventListener("input", again);
    new ResizeObserver(() => {
      this.#rowHeight = parseFloat(
        getComputedStyle(document.documentElement).getPropertyValue("--row"),
      );
      this.render();
    }).observe(this.#scroller);
    for (const button of document.querySelectorAll<HTMLElement>("th button")) {
      button.addEventListener("click", () => this.#sortBy(button.dataset["sort"] as SortKey));
    }
    this.#sort.addEventListener("change", () => this.#sortBy(this.#sort.value as SortKey));
    this.#body.addEventListener("click", ({ target }) => {
      const row = this.#rows.find(({ element }) => element.contains(target as Node));
      if (row?.call) this.choose(row.call.id, true);
    });
    this.#showOrder();
  }

  /** Number of the call that the keys are at. */
  get chosen(): number | undefined {
    return this.#chosen;
  }

  /** Puts the keys at a call, and opens it if asked to. */
  choose(id: number, opens = false): void {
    this.#chosen = id;
    this.render();
    if (opens) this.#open(id);
  }

  /** Clears the filter; false when there was none. */
  clearFilter(): boolean {
    if (this.#filter.value === "") return false;
    this.#filter.value = "";
    this.render();
    return true;
  }

  /** Moves the keys by so many rows, and the row into sight. */
  move(by: number): void {
    const at = this.#list.findIndex(({ id }) => id === this.#chosen);
    const last = this.#list.length - 1;
    const next = this.#list[at < 0 ? 0 : Math.min(last, Math.max(0, at + by))];
    if (!next) return;
    this.#chosen = next.id;
    this.#reveal(this.#list.indexOf(next));
    this.render();
  }

  /** Rows in sight, for a page up or down. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#scroller.clientHeight / this.#rowHeight) - 2);
  }

  /** Brings the document up to date: order, what is in sight, and cells that have changed. */
  render(now = Date.now()): void {
    this.#list = this.#arrange();
    const { length } = this.#list;
    const height = this.#rowHeight;
    const { scrollTop, clientHeight } = this.#scroller;
    const first = Math.max(
      0,
      Math.min(Math.floor(scrollTop / height) - overscan, length - 1),
    );
    const count = Math.min(length - first, Math.ceil(clientHeight / height) + 2 * overscan);
    this.#resize(count);
    for (let index = 0; index < count; index++) {
      const call = this.#list[first + index];
      const row = this.#rows[index];
      if (call && row) this.#show(row, call, first + index, now);
    }
    setHeight(this.#above, first * height);
    setHeight(this.#below, (length - first - count) * height);
    this.#showCounts();
  }

  /** Moves the ages of the rows in sight on. */
  tick(now: number): void {
    for (const { call, cells } of this.#rows) if (call) showAges(cells, call, now);
  }

  #arrange(): CallRow[] {
    const words = this.#filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const list = Array.from(this.#calls.values()).filter((call) => {
      if (words.length === 0) return true;
      const text = `${call.caller} ${call.script} ${call.channel} ${call.step ?? stepText(call)}`
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const [key, sign] = [this.#key, this.#descending ? -1 : 1];
    return list.sort((a, b) => sign * compare(a[key], b[key]) || a.id - b.id);
  }

  #sortBy(key: SortKey): void {
    this.#descending = key === this.#key ? !this.#descending : false;
    this.#key = key;
    this.#scroller.scrollTop = 0;
    this.#showOrder();
    this.render();
  }

  /** Ages grow as their times fall, so that the arrow is the other way round. */
  #showOrder(): void {
    const isTime = this.#key === "since" || this.#key === "stepSince";
    const order = this.#descending !== isTime ? "descending" : "ascending";
    for (const button of document.querySelectorAll<HTMLElement>("th button")) {
      const header = button.closest("th");
      if (button.dataset["sort"] === this.#key) header?.setAttribute("aria-sort", order);
      else header?.removeAttribute("aria-sort");
    }
    this.#sort.value = this.#key;
  }

  /** As many rows in the document as are in sight. */
  #resize(count: number): void {
    while (this.#rows.length < count) {
      const element = make("tr", "", "row");
      const names = ["", "", "", "step", "number", "number"];
      const cells = names.map((name) => element.appendChild(make("td", "", name)));
      this.#below.before(element);
      this.#rows.push({ element, cells, call: undefined });
    }
    while (this.#rows.length > count) this.#rows.pop()?.element.remove();
  }

  #show(row: ShownRow, call: CallRow, index: number, now: number): void {
    const { element, cells } = row;
    const isChosen = call.id === this.#chosen;
    element.classList.toggle("chosen", isChosen);
    if (isChosen) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
    if (row.call !== call) {
      row.call = call;
      element.id = `call-${call.id}`;
      element.setAttribute("aria-rowindex", String(index + 2));
      const texts = [call.caller || "unknown", call.script, call.channel, stepText(call)];
      texts.forEach((text, column) => {
        const cell = cells[column];
        if (cell && cell.textContent !== text) cell.title = cell.textContent = text;
      });
      cells[3]?.classList.toggle("own", call.step === null && !call.left);
      cells[3]?.classList.toggle("left", call.left);
      if (cells[5]) cells[5].title = `since ${formatDate(call.since)}`;
    }
    showAges(cells, call, now);
  }

  #reveal(index: number): void {
    const height = this.#rowHeight;
    const scroller = this.#scroller;
    const header = scroller.querySelector("thead")?.offsetHeight ?? 0;
    const [top, bottom] = [index * height, (index + 1) * height];
    const room = scroller.clientHeight - header;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + room) scroller.scrollTop = bottom - room;
  }

  #showCounts(): void {
    const [shown, all] = [this.#list.length, this.#calls.size];
    const isFiltered = this.#filter.value.trim() !== "";
    const count = isFiltered ? `${formatCount(shown)} of ${formatCount(all)}` : formatCount(all);
    setText(find("shown"), this.isKnown ? `${count} ${all === 1 ? "call" : "calls"}` : "");
    const empty = find("no-calls");
    empty.hidden = shown > 0;
    const none = this.isKnown ? "No calls now." : "Waiting for Lunopark …";
    setText(empty, all === 0 ? none : "No call has this in it.");
    find("table").setAttribute("aria-rowcount", String(shown + 1));
    find("table").hidden = shown === 0;
  }
}

function stepText({ step, left }: CallRow): string {
  const text = step ?? "in its handler";
  return left ? `caller gone, ${text}` : text;
}

function showAges(cells: readonly HTMLTableCellElement[], call: CallRow, now: number): void {
  if (cells[4]) setText(cells[4], formatSpan(now - call.stepSince));
  if (cells[5]) setText(cells[5], formatSpan(now - call.since));
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a ?? "").localeCompare(String(b ?? ""), "en", { numeric: true });
}

function makeSpace(): HTMLTableRowElement {
  const row = make("tr", "", "space");
  row.setAttribute("aria-hidden", "true");
  row.append(make("td"));
  return row;
}

function setHeight(row: HTMLTableRowElement, height: number): void {
  const [cell] = row.cells;
  const text = `${height}px`;
  if (cell && cell.style.height !== text) cell.style.height = text;
  row.hidden = height <= 0;
}
