/**
 * The states and figures at the top of the page.
 *
 * @module
 */

import type { Head } from "../wire.ts";
import { find, setText, tell } from "./elements.ts";
import { formatCount, formatSpan } from "./formats.ts";

/** Seconds that the line of events shows. */
const shownSeconds = 60;

/** How long events are counted for their rate, in milliseconds. */
const rateTime = 4_000;

/** One look at the count of events. */
interface Sample {
  readonly time: number;
  readonly count: number;
}

const stateWords: Readonly<Record<string, string>> = {
  ready: "ready",
  connecting: "connecting",
  waiting: "not connected, trying again",
  stopped: "stopped",
};

/** Shows the head of the feed. */
export class Figures {
  #head: Head | undefined;
  #samples: Sample[] = [];
  #rates: number[] = [];
  #amiState = "";

  /** Takes news; `now` is the server's clock. */
  take(head: Head, now: number): void {
    if (this.#head && this.#head.since !== head.since) {
      this.#samples = [];
      this.#rates = [];
    }
    this.#head = head;
    this.#showStates(head);
    this.#showFigures(head);
    if (!head.ami) return;
    this.#samples = this.#samples.filter(({ time }) => time > now - rateTime);
    this.#samples.push({ time: now, count: head.ami.events });
  }

  /** Moves on with the time, once a second. */
  tick(now: number, calls: number): void {
    const head = this.#head;
    if (!head) return;
    setText(find("calls"), formatCount(calls));
    setText(find("up"), formatSpan(now - head.since));
    if (!head.ami) {
      setText(find("events"), "no AMI role");
      return;
    }
    this.#rates.push(this.#rate(now));
    if (this.#rates.length > shownSeconds) this.#rates.shift();
    const rate = this.#rates.at(-1) ?? 0;
    setText(find("events"), rate < 10 ? rate.toFixed(1) : formatCount(Math.round(rate)));
    const most = Math.max(1, ...this.#rates);
    const points = this.#rates.map((value, index) => {
      const x = shownSeconds - this.#rates.length + index;
      return `${x},${(19 - 18 * value / most).toFixed(1)}`;
    });
    const line = find("events-line");
    line.querySelector("polyline")?.setAttribute("points", points.join(" "));
    const first = shownSeconds - this.#rates.length;
    const area = [`${first},20`, ...points, `${shownSeconds - 1},20`];
    line.querySelector("polygon")?.setAttribute("points", area.join(" "));
  }

  /** Events per second of the last seconds; the server is silent when there are none. */
  #rate(now: number): number {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.time === first.time || last.time < now - 2_000) return 0;
    return (last.count - first.count) * 1_000 / (last.time - first.time);
  }

  #showStates(head: Head): void {
    const ready = find("ready-state");
    const other = head.notReady.filter((reason) => !reason.startsWith("AMI "));
    ready.hidden = other.length === 0;
    ready.dataset["state"] = "bad";
    setText(ready, other.join(", "));

    const ami = find("ami-state");
    ami.hidden = head.ami === null;
    if (!head.ami) return;
    const { state, version } = head.ami;
    ami.dataset["state"] = state === "ready" ? "good" : state === "connecting" ? "wait" : "bad";
    const text = `AMI ${stateWords[state] ?? state}${version === undefined ? "" : ` ${version}`}`;
    setText(ami, text);
    if (this.#amiState !== "" && this.#amiState !== state) tell(text);
    this.#amiState = state;
  }

  #showFigures(head: Head): void {
    const { connecting, ended, callsOnOldGenerations: old } = head;
    setText(find("calls-more"), connecting > 0 ? `${formatCount(connecting)} arriving` : "");
    const all = Object.values(ended).reduce((sum, count) => sum + count, 0);
    setText(find("ended"), formatCount(all));
    const more = find("ended-more");
    const bad = ["ERROR", "BUSY", "NOSCRIPT"].filter((name) => (ended[name] ?? 0) > 0);
    setText(more, bad.map((name) => `${formatCount(ended[name] ?? 0)} ${name}`).join(", "));
    more.classList.toggle("bad", bad.length > 0);
    more.title = Object.entries(ended).map(([name, count]) => `${name} ${count}`).join(", ");
    setText(find("generation"), `generation ${head.generation}`);
    setText(find("generation-more"), old > 0 ? `${formatCount(old)} calls on older` : "");
    setText(find("memory"), `${formatCount(head.memory)} MB`);
  }
}
