/**
 * The calls as the status page shows them, and the conversations of those that somebody looks at.
 *
 * @module
 */

import type { CallObserver, ObservedCall } from "../agi/call_observer.ts";
import type { CallStatus } from "../agi/call_status.ts";
import type { Reply } from "../agi/reply.ts";
import type { HangupReason } from "../errors.ts";
import { describeReply, maskCommand, maskReply } from "./mask.ts";
import type { CallDetail, CallRow, ConversationLine, StepChange } from "./wire.ts";

/** Lines that are kept of each call while a page is open, and of one that somebody looks at. */
const keptLines = { any: 20, chosen: 1_000 };

/** Longest text that is shown of a command or a reply. */
const longestText = 500;

/** One command with its reply, or a note. */
interface Line {
  readonly n: number;
  readonly time: number;
  readonly kind: "command" | "note";
  readonly text: string;
  reply?: Reply | undefined;
  end?: number;
}

/** A call in the book. */
export interface Entry {
  readonly id: number;
  readonly call: ObservedCall;
  stepSince: number;
  left: boolean;
  status: CallStatus | undefined;
  /** The last lines, where somebody wants them. */
  lines: Line[];
  /** Number of the next line. */
  next: number;
  /** Grows with each change of the lines. */
  version: number;
  /** How many look at it. */
  readers: number;
}

/** What has become of calls since it was last asked for. */
export interface CallChanges {
  readonly begun: readonly CallRow[];
  readonly steps: readonly StepChange[];
  readonly ended: readonly number[];
}

/**
 * Knows the calls. While nobody looks, it notes of a call that it is there, and since when it is in its
 * step; all else begins with {@linkcode CallBook.recording}.
 */
export class CallBook implements CallObserver {
  readonly #entries = new Map<ObservedCall, Entry>();
  readonly #showsDigits: boolean;
  readonly #now: () => number;
  #count = 0;
  #recording = false;
  readonly #begun = new Set<Entry>();
  readonly #changed = new Set<Entry>();
  readonly #ended: number[] = [];

  /** `showsDigits` shows commands and replies as they are; `now` is the clock. */
  constructor(showsDigits: boolean, now: () => number = Date.now) {
    this.#showsDigits = showsDigits;
    this.#now = now;
  }

  /** Whether changes and the last lines of each call are kept, as long as a page is open. */
  get recording(): boolean {
    return this.#recording;
  }

  set recording(on: boolean) {
    this.#recording = on;
    this.#begun.clear();
    this.#changed.clear();
    this.#ended.length = 0;
    for (const entry of this.#entries.values()) {
      if (entry.readers > 0) continue;
      entry.lines = [];
      // What is in flight is known.
      if (on && entry.call.command !== undefined) this.#push(entry, "command", entry.call.command);
    }
  }

  /** How many calls there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** Notes that a call is there. */
  begun(call: ObservedCall): void {
    const entry: Entry = {
      id: ++this.#count,
      call,
      stepSince: call.since,
      left: false,
      status: undefined,
      lines: [],
      next: 0,
      version: 0,
      readers: 0,
    };
    this.#entries.set(call, entry);
    if (this.#recording) this.#begun.add(entry);
  }

  /** Notes the step, and its line where somebody looks. */
  sent(call: ObservedCall, line: string): void {
    const entry = this.#entries.get(call);
    if (!entry) return;
    entry.stepSince = this.#now();
    if (!this.#recording && entry.readers === 0) return;
    this.#push(entry, "command", line);
    this.#changed.add(entry);
  }

  /** Notes that the call is in its handler's code again. */
  answered(call: ObservedCall, _line: string, reply: Reply | undefined): void {
    const entry = this.#entries.get(call);
    if (!entry) return;
    const now = entry.stepSince = this.#now();
    if (!this.#recording && entry.readers === 0) return;
    const last = entry.lines.findLast(({ kind }) => kind === "command");
    if (last && last.end === undefined) {
      last.reply = reply;
      last.end = now;
      entry.version++;
    }
    this.#changed.add(entry);
  }

  /** Notes that the channel has left. */
  left(call: ObservedCall, reason: HangupReason): void {
    const entry = this.#entries.get(call);
    if (!entry) return;
    entry.left = true;
    if (!this.#recording && entry.readers === 0) return;
    this.#push(entry, "note", leaveNotes[reason]);
    this.#changed.add(entry);
  }

  /** Forgets the call; who looks at it is told how it ended. */
  ended(call: ObservedCall, status: CallStatus): void {
    const entry = this.#entries.get(call);
    if (!entry) return;
    this.#entries.delete(call);
    entry.status = status;
    if (entry.readers > 0) this.#push(entry, "note", `the script has ended: ${status}`);
    this.#changed.delete(entry);
    // One that began since then was never shown.
    if (this.#recording && !this.#begun.delete(entry)) this.#ended.push(entry.id);
  }

  /** What has changed since it was last asked. */
  takeChanges(): CallChanges {
    const begun = Array.from(this.#begun, (entry) => this.#row(entry));
    const steps = Array.from(this.#changed)
      .filter((entry) => !this.#begun.has(entry))
      .map((entry): StepChange => [entry.id, this.#step(entry), entry.stepSince, entry.left]);
    const ended = this.#ended.splice(0);
    this.#begun.clear();
    this.#changed.clear();
    return { begun, steps, ended };
  }

  /** All calls. */
  rows(): CallRow[] {
    return Array.from(this.#entries.values(), (entry) => this.#row(entry));
  }

  /** Finds a call by its number. */
  find(id: number): Entry | undefined {
    for (const entry of this.#entries.values()) if (entry.id === id) return entry;
    return undefined;
  }

  /** Keeps the conversation of a call from now on, until it is disposed of. */
  read(entry: Entry): Disposable {
    entry.readers++;
    if (entry.lines.length === 0 && entry.call.command !== undefined) {
      this.#push(entry, "command", entry.call.command);
    }
    return {
      [Symbol.dispose]: () => {
        if (--entry.readers === 0 && !this.#recording) entry.lines = [];
      },
    };
  }

  /** All that is known of a call. */
  detail(entry: Entry): CallDetail {
    const { environment } = entry.call;
    const { calleridname = "", context = "", extension = "", priority = "" } =
      environment?.values ?? {};
    return {
      ...this.#row(entry),
      uniqueid: environment?.uniqueid ?? "",
      callerName: known(calleridname),
      place: [context, extension, priority].join(","),
      ...entry.status !== undefined && { status: entry.status },
      lines: this.lines(entry, 0),
    };
  }

  /** The lines of a call from a number on. */
  lines(entry: Entry, from: number): ConversationLine[] {
    return entry.lines.filter(({ n }) => n >= from).map((line) => this.#show(line));
  }

  #push(entry: Entry, kind: Line["kind"], text: string): void {
    const { lines } = entry;
    entry.version++;
    const time = kind === "command" ? entry.stepSince : this.#now();
    lines.push({ n: entry.next++, time, kind, text });
    // More than one, when nobody reads any longer.
    const most = entry.readers > 0 ? keptLines.chosen : keptLines.any;
    if (lines.length > most) lines.splice(0, lines.length - most);
  }

  #row(entry: Entry): CallRow {
    const { id, call, stepSince, left } = entry;
    return {
      id,
      script: call.script,
      channel: call.channelName,
      caller: known(call.environment?.values["callerid"] ?? ""),
      since: call.since,
      step: this.#step(entry),
      stepSince,
      left,
    };
  }

  #step({ call }: Entry): string | null {
    return call.command === undefined ? null : this.#command(call.command);
  }

  #show({ n, time, kind, text, reply, end }: Line): ConversationLine {
    const answer = reply &&
      shorten(this.#showsDigits ? describeReply(reply) : maskReply(text, reply));
    return {
      n,
      time,
      kind,
      text: kind === "command" ? this.#command(text) : text,
      ...end !== undefined && { reply: answer ?? "no reply: the line has ended", took: end - time },
    };
  }

  #command(line: string): string {
    return shorten(this.#showsDigits ? line : maskCommand(line));
  }
}

const leaveNotes: Readonly<Record<HangupReason, string>> = {
  hangup: "the caller hung up",
  redirected: "the channel was redirected",
  lost: "the connection to Asterisk was lost",
  stopped: "Lunopark ended the call",
};

/** What Asterisk writes where it knows no number or name. */
function known(text: string): string {
  return text === "unknown" ? "" : text;
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
