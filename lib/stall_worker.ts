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

const encoder = new TextEncoder();

/** The shared memory: numbers, then the texts. */
export class SharedState {
  readonly buffer: SharedArrayBuffer;
  /** Grows as long as the event loop runs. */
  readonly beat: Int32Array;
  /** Number that the last entry had at the last beat. */
  readonly lastEntry: Int32Array;
  /** Number of the entry in each slot, 0 in a free one; and the length of its text. */
  readonly slots: Int32Array;
  readonly lengths: Int32Array;
  readonly #texts: Uint8Array;

  constructor(buffer?: SharedArrayBuffer) {
    this.buffer = buffer ?? new SharedArrayBuffer(4 * (4 + 2 * slotCount) + slotCount * slotBytes);
    this.beat = new Int32Array(this.buffer, 0, 1);
    this.lastEntry = new Int32Array(this.buffer, 4, 1);
    this.slots = new Int32Array(this.buffer, 16, slotCount);
    this.lengths = new Int32Array(this.buffer, 16 + 4 * slotCount, slotCount);
    this.#texts = new Uint8Array(this.buffer, 16 + 8 * slotCount);
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

  /**
   * The texts of the code that may be running: what was entered since the last beat, the first one
   * first, since it is the one that has not been left; else what was entered before.
   */
  suspects(): string[] {
    const taken = Array.from(this.slots, (entry, slot) => ({ entry, slot }))
      .filter(({ entry }) => entry > 0)
      .sort((one, other) => one.entry - other.entry);
    const since = taken.filter(({ entry }) => entry > Number(this.lastEntry[0]));
    const decoder = new TextDecoder();
    return (since.length > 0 ? since : taken).map(({ slot }) =>
      decoder.decode(this.#texts.slice(slot * slotBytes, slot * slotBytes + this.lengths[slot]!))
    );
  }
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

/** Looks at the beats, and calls `tell` when they have not come for too long, then ever less often. */
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
    } else if (now - this.#since >= this.#next) {
      this.#next *= 4;
      this.#tell(now - this.#since);
    }
  }
}

/** The line about a stall, and what it happened in. */
export function describeStall(time: number, suspects: readonly string[]): [string, string[]] {
  const [first, ...others] = suspects;
  const message = `Nothing else has run for ${(time / 1_000).toFixed(1)} s, no call is served: ` +
    (first === undefined ? "what runs is no code of a call" : `what runs is most likely ${first}`);
  return [message, others.slice(0, 5)];
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
