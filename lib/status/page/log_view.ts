/**
 * Warnings, errors with their stack, and reloads; the newest first.
 *
 * @module
 */

import type { Reload, Trouble } from "../wire.ts";
import { find, make, setText, tell } from "./elements.ts";
import { formatCount, formatDate, formatWhen } from "./formats.ts";

/** Most that are in the document. */
const most = 300;

const reloadWords: Readonly<Record<Reload["result"], string>> = {
  reloaded: "Handlers reloaded",
  unchanged: "Reload: no handler had changed",
  failed: "Reload failed, the handlers before go on",
};

/** The list of what went wrong. */
export class LogView {
  readonly #list = find("log");
  #errors = 0;
  /** What the newest item is about, and how often in a row that has happened. */
  #newest = { about: "", count: 0 };

  /** Begins anew. */
  clear(): void {
    this.#list.replaceChildren();
    this.#newest = { about: "", count: 0 };
    this.#errors = 0;
    this.#showCount();
  }

  /** Adds what is new; `isNews` has it told to people who do not see the page. */
  add(troubles: readonly Trouble[], reloads: readonly Reload[], isNews: boolean): void {
    const all = [...troubles, ...reloads].sort((a, b) => a.n - b.n);
    for (const one of all) {
      this.#put(one);
      if ("level" in one && one.level === "error") this.#errors++;
      if (isNews) {
        const text = "result" in one ? reloadWords[one.result] : `${one.level}: ${one.message}`;
        tell(text);
      }
    }
    while (this.#list.children.length > most) this.#list.lastElementChild?.remove();
    this.#showCount();
  }

  /** One that is as the one before takes its place, with the number of both. */
  #put(one: Trouble | Reload): void {
    const isReload = "result" in one;
    const about = isReload ? "" : JSON.stringify([one.level, one.message, one.script, one.stack]);
    const item = isReload ? makeReload(one) : makeTrouble(one);
    if (about !== "" && about === this.#newest.about) {
      const count = ++this.#newest.count;
      item.querySelector("p")?.append(make("span", `${formatCount(count)} times`, "times"));
      const before = this.#list.firstElementChild;
      const wasOpen = before?.querySelector("details")?.open ?? false;
      before?.replaceWith(item);
      item.querySelector("details")?.toggleAttribute("open", wasOpen);
    } else {
      this.#newest = { about, count: 1 };
      this.#list.prepend(item);
    }
  }

  #showCount(): void {
    const text = `${formatCount(this.#errors)} ${this.#errors === 1 ? "error" : "errors"}`;
    setText(find("log-count"), this.#errors > 0 ? `(${text})` : "");
    find("no-log").hidden = this.#list.children.length > 0;
  }
}

function makeTrouble(trouble: Trouble): HTMLLIElement {
  const { time, level, category, message, script, channel, stack } = trouble;
  const item = make("li", "", level);
  const title = make("p");
  title.append(
    makeTime(time),
    make("span", level === "warn" ? "warning" : "error", "word"),
    make("span", category, "category"),
  );
  item.append(title, make("p", message));
  const about = [script && `script ${script}`, channel].filter(Boolean).join(", ");
  if (about !== "") item.append(make("p", about, "muted"));
  if (stack !== undefined) {
    const details = make("details");
    details.append(make("summary", "Stack"), make("pre", stack));
    item.append(details);
  }
  return item;
}

function makeReload({ time, result, generation }: Reload): HTMLLIElement {
  const item = make("li", "", result === "failed" ? "error" : "reload");
  const title = make("p");
  title.append(makeTime(time), make("span", result === "failed" ? "failed" : "reload", "word"));
  item.append(title, make("p", `${reloadWords[result]}; generation ${generation} is in force`));
  return item;
}

function makeTime(time: number): HTMLTimeElement {
  const element = make("time", formatWhen(time));
  element.title = formatDate(time);
  element.dateTime = new Date(time).toISOString();
  return element;
}
