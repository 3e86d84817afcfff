/**
 * The other thread of the watch for stalls: it runs while the event loop stands still, and says so.
 *
 * It shares a piece of memory with the event loop, since no message would arrive from there.
 *
 * @module
 */

import { formatJson, formatText } from "./log_record.ts";

/** Name of the thread, by which it knows what it is. */
export const workerName = "lunopark-stall-watch";

/**
 * Most pieces of code that are told apart; each has a slot of the shared memory. With more calls at
 * once each command takes another's slot, for 1.5 µs. What was never used is no memory yet.
 */
export const slotCount = 1024;
/** Bytes of a slot's text. */
export const slotBytes = 256;
/** Bytes of the note about a stall. */
const noteBytes = 2048;
/** Most that are named at once. */
const mostNamed = 5;

const encoder = new TextEncoder();

/** What may be running, as far as it was seen. */
export interface Suspects {
  /** What is certain to run: a function that was called and has not returned. */
  readonly running?: string | undefined;
  /** Those whose code was woken last, in their order: one of them, unless it has given way unseen. */
  readonly woken: readonly string[];
  /** Those that have given way since, to wait for something else than Asterisk; the last one first. */
  readonly waiting: readonly string[];
}

/** The shared memory: numbers, then the texts. */
export class SharedState {
  readonly buffer: SharedArrayBuffer;
  /** Grows as long as the event loop runs. */
  readonly beat: Int32Array;
  /** What was entered under this number, or a lower one, has given way since. */
  readonly mark: Int32Array;
  /** Slot of the function that is being called, plus 1; 0 for none. */
  readonly frame: Int32Array;
  /** Number of the entry in each slot, 0 in a free one; and the length of its text. */
  readonly slots: Int32Array;
  readonly lengths: Int32Array;
  readonly #texts: Uint8Array;
  readonly #noteLength: Int32Array;
  readonly #note: Uint8Array;

  constructor(buffer?: SharedArrayBuffer) {
    const numbers = 16 + 8 * slotCount;
    const texts = slotCount * slotBytes;
    this.buffer = buffer ?? new SharedArrayBuffer(numbers + texts + noteBytes);
    this.beat = new Int32Array(this.buffer, 0, 1);
    this.mark = new Int32Array(this.buffer, 4, 1);
    this.frame = new Int32Array(this.buffer, 8, 1);
    this.#noteLength = new Int32Array(this.buffer, 12, 1);
    this.slots = new Int32Array(this.buffer, 16, slotCount);
    this.lengths = new Int32Array(this.buffer, 16 + 4 * slotCount, slotCount);
    this.#texts = new Uint8Array(this.buffer, numbers, texts);
    this.#note = new Uint8Array(this.buffer, numbers + texts, noteBytes);
  }

  /** What the other thread has found out about the stall that goes on, or has just ended. */
  get note(): string {
    return decode(this.#note.slice(0, Atomics.load(this.#noteLength, 0)));
  }

  set note(text: string) {
    Atomics.store(this.#noteLength, 0, encoder.encodeInto(text, this.#note).written);
  }

  /** Writes the text of a slot. A byte at a time, which for a usual text costs a tenth of encodeInto(). */
  write(slot: number, text: string): void {
    const start = slot * slotBytes;
    const length = Math.min(text.length, slotBytes);
    for (let position = 0; position < length; position++) {
      const code = text.charCodeAt(position);
      if (code > 0x7f) {
        const room = this.#texts.subarray(start, start + slotBytes);
        this.lengths[slot] = encoder.encodeInto(text, room).written;
        return;
      }
      this.#texts[start + position] = code;
    }
    this.lengths[slot] = length;
  }

  /** What may be running now. */
  suspects(): Suspects {
    const slot = this.frame[0]! - 1;
    if (slot >= 0) return { running: this.#read(slot), woken: [], waiting: [] };
    const taken = Array.from(this.slots, (entry, slot) => ({ entry, slot }))
      .filter(({ entry }) => entry > 0)
      .sort((one, other) => one.entry - other.entry);
    const count = taken.filter(({ entry }) => entry <= this.mark[0]!).length;
    const texts = taken.map(({ slot }) => this.#read(slot));
    return { woken: texts.slice(count), waiting: texts.slice(0, count).reverse() };
  }

  #read(slot: number): string {
    const start = slot * slotBytes;
    return decode(this.#texts.slice(start, start + this.lengths[slot]!));
  }
}

/** Text of bytes that are no shared memory, which TextDecoder refuses. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What the other thread is told at its start. */
export interface StallOrders {
  readonly buffer: SharedArrayBuffer;
  /** After how many milliseconds a stall is told. */
  readonly stallTime: number;
  /** How log records look, and where they go beside the console. */
  readonly ident: string;
  readonly format: "text" | "json";
  readonly file: string | undefined;
}

/**
 * Looks at the beats, and calls `tell` when they have not come for too long, then ever less often. What
 * is to be said behind a stall is noted before, for one that ends just then.
 */
export class BeatWatch {
  readonly #state: SharedState;
  readonly #stallTime: number;
  readonly #tell: (time: number) => void;
  #last = 0;
  #since: number;
  #looked: number;
  #next: number;

  constructor(state: SharedState, stallTime: number, now: number, tell: (time: number) => void) {
    this.#state = state;
    this.#stallTime = stallTime;
    this.#tell = tell;
    this.#since = this.#looked = now;
    this.#next = stallTime;
  }

  /** To be called several times within the stall time. */
  look(now: number): void {
    const beat = Atomics.load(this.#state.beat, 0);
    // Who has slept himself, in a process that was stopped, cannot tell who else has.
    const slept = now - this.#looked >= this.#stallTime;
    this.#looked = now;
    if (beat !== this.#last || slept) {
      this.#last = beat;
      this.#since = now;
      this.#next = this.#stallTime;
      this.#state.note = "";
      return;
    }
    const time = now - this.#since;
    const isDue = time >= this.#next;
    // Not at each look: one may fall between the end of the stall and the next beat.
    if (isDue || (time >= this.#stallTime / 2 && this.#state.note === "")) {
      this.#state.note = describeSuspects(this.#state.suspects());
    }
    if (!isDue) return;
    this.#next *= 4;
    this.#tell(time);
  }
}

/** What runs, in words that go behind "is" and "was"; it names nobody who cannot be it. */
export function describeSuspects({ running, woken, waiting }: Suspects): string {
  if (running !== undefined) return running;
  if (woken.length === 1) return `most likely ${woken[0]}`;
  if (woken.length > 1) return `most likely one of ${listed(woken)}`;
  if (waiting.length === 0) return "most likely no code of a call";
  const [last, ...others] = waiting;
  if (others.length === 0) {
    return `no code of a call, or ${last}, which waited for something else than Asterisk`;
  }
  return "no code of a call, or that of one which waited for something else than Asterisk, " +
    `one of ${listed(waiting)}`;
}

function listed(texts: readonly string[]): string {
  const named = texts.slice(0, mostNamed).join("; ");
  return `${texts.length}: ${named}${texts.length > mostNamed ? "; ..." : ""}`;
}

/** The line about a stall, and those beside whom it is most likely, but who may be it all the same. */
export function describeStall(time: number, suspects: Suspects): [string, readonly string[]] {
  const { woken, waiting } = suspects;
  const message = `Nothing else has run for ${(time / 1_000).toFixed(1)} s, no call is served: ` +
    `what runs is ${describeSuspects(suspects)}`;
  return [message, woken.length > 0 ? waiting.slice(0, mostNamed) : []];
}

function watch({ buffer, stallTime, ident, format, file }: StallOrders): void {
  const state = new SharedState(buffer);
  const encoder = new TextEncoder();
  const beats = new BeatWatch(state, stallTime, performance.now(), (time) => {
    const [message, others] = describeStall(time, state.suspects());
    const facts = others.length > 0 ? { others: others.join("; ") } : {};
    const record = {
      time: Date.now(),
      level: "error" as const,
      ident,
      category: "",
      message,
      facts,
    };
    const line = encoder.encode(`${(format === "json" ? formatJson : formatText)(record)}\n`);
    try {
      Deno.stderr.writeSync(line);
    } finally {
      if (file !== undefined) Deno.writeFileSync(file, line, { append: true });
    }
  });
  setInterval(() => {
    try {
      beats.look(performance.now());
    } catch {
      // A full disk, a closed console: there is nobody to tell.
    }
  }, Math.max(10, stallTime / 5));
}

if (self.name === workerName) {
  addEventListener("message", (event) => watch((event as MessageEvent<StallOrders>).data));
}
