/**
 * What was said in a call, by whom and when; and how it is shown to people.
 *
 * @module
 */

/** Who said or did something. */
export type Speaker = "caller" | "handler" | "asterisk" | "callee" | "dialplan" | "log";

/** One thing that was said or done. */
export interface Entry {
  /** When, in milliseconds since the call came in. */
  readonly time: number;
  /** Who. */
  readonly who: Speaker;
  /** What. */
  readonly text: string;
  /** To whom; nobody is told what is only noted or done. */
  readonly to?: Speaker;
  /** It answers what was said to him before. */
  readonly isReply?: boolean;
  /** What went wrong is shown as such. */
  readonly isError?: boolean;
  /** It is in diagrams only: the lines have said it already, as a command that plays a file does. */
  readonly isDrawnOnly?: boolean;
}

/** How a conversation is shown. */
export interface ShowOptions {
  /** Colours for a terminal; none unless given. */
  readonly color?: boolean;
  /** Most characters in a line; 80 unless given. */
  readonly width?: number;
}

/** What was said in one call. */
export class Conversation {
  /** All entries, or the last 5,000. */
  readonly entries: Entry[] = [];
  /** Told of each entry as it comes. */
  onEntry: ((entry: Entry) => void) | undefined;
  readonly #now: () => number;
  readonly #start: number;
  /** Entries that were dropped, since only the last ones of a long call are kept. */
  #dropped = 0;
  readonly #most: number;

  /** Begins now; `now` gives the time in milliseconds. */
  constructor(now: () => number, most = 5_000) {
    this.#now = now;
    this.#start = now();
    this.#most = most;
  }

  /** Adds what somebody says. */
  add(who: Speaker, text: string, more: Omit<Entry, "time" | "who" | "text"> = {}): void {
    const entry: Entry = { time: this.#now() - this.#start, who, text, ...more };
    this.entries.push(entry);
    if (this.entries.length > this.#most) {
      this.entries.shift();
      this.#dropped++;
    }
    this.onEntry?.(entry);
  }

  /** The conversation as people read it, one line or more for each entry. */
  format(options: ShowOptions = {}): string {
    const lines = this.entries
      .filter(({ isDrawnOnly }) => !isDrawnOnly)
      .map((entry) => formatEntry(entry, options));
    if (this.#dropped > 0) lines.unshift(`(${this.#dropped} entries before these were not kept)`);
    return lines.join("\n");
  }

  /** The same without colours. */
  toString(): string {
    return this.format();
  }
}

const colors: Readonly<Record<Speaker, number>> = {
  caller: 33,
  handler: 36,
  asterisk: 90,
  callee: 35,
  dialplan: 34,
  log: 32,
};

/** Room for the time and for who speaks. */
const timeWidth = 9;
const whoWidth = 10;

/**
 * One entry as people read it: time in seconds, who, what. Lines that are too long go on below.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   formatEntry({ time: 1_500, who: "caller", text: "presses 0" }),
 *   "   1.500 caller    presses 0",
 * );
 * ```
 */
export function formatEntry(entry: Entry, { color = false, width = 80 }: ShowOptions = {}): string {
  const indent = timeWidth + whoWidth;
  const room = Math.max(20, width - indent);
  const time = (entry.time / 1_000).toFixed(3).padStart(timeWidth - 1);
  const who = entry.who.padEnd(whoWidth);
  const paint = (text: string, code: number) => color ? `\x1b[${code}m${text}\x1b[0m` : text;
  const code = entry.isError ? 31 : colors[entry.who];
  const [first = "", ...more] = visible(entry.text).split("\n").flatMap((line) => wrap(line, room));
  return [
    `${paint(time, 90)} ${paint(who, code)}${paint(first, entry.isError ? 31 : textColor(entry))}`,
    ...more.map((line) => " ".repeat(indent) + paint(line, entry.isError ? 31 : textColor(entry))),
  ].join("\n");
}

function textColor({ who }: Entry): number {
  return who === "asterisk" ? 90 : 39;
}

/** Text without what a terminal would obey. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    if (character === "\n") return character;
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

/** Cuts at blanks where there are some, anywhere else where not. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const blank = rest.lastIndexOf(" ", room);
    const at = blank > room / 2 ? blank : room;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...lines, rest];
}
