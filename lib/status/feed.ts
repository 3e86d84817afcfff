/**
 * Tells pages what changes, as server-sent events: a few times a second, one text for all of them.
 *
 * @module
 */

import type { CallBook, Entry } from "./call_book.ts";
import type { Recent } from "./recent.ts";
import type { CallChange, Change, Head, Snapshot } from "./wire.ts";

/** How often pages are told, in milliseconds. */
const period = 500;

/** After how many periods without news a page is told that we are there. */
const silentPeriods = 20;

/** Pages at once; a page with an open call counts twice. */
const mostStreams = 40;

/** Bytes that may wait for a page that does not read. */
const mostWaiting = 1_048_576;

/** What the feed tells of. */
export interface FeedSource {
  readonly book: CallBook;
  readonly recent: Recent;
  /** The figures above the table. */
  head(): Head;
  /** A page was closed because it did not read. */
  slow(peer: string): void;
}

/** One stream of events to one page. */
interface Stream {
  readonly peer: string;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** Makes what it is told, if it is about one call; others are told what all are told. */
  readonly tell?: () => string | undefined;
  /** Gives back what it holds. */
  readonly end?: () => void;
}

const encoder = new TextEncoder();

/** The pages that are open. */
export class Feed {
  readonly #source: FeedSource;
  readonly #streams = new Set<Stream>();
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Pages that show all calls. */
  #pages = 0;
  #lastHead = "";
  #nextRecent = 0;
  #silent = 0;

  /** Tells nothing before a page is opened. */
  constructor(source: FeedSource) {
    this.#source = source;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /** Whether there is room for one more. */
  get isFull(): boolean {
    return this.#streams.size >= mostStreams;
  }

  /** All there is now. */
  snapshot(): Snapshot {
    const { book, recent } = this.#source;
    return {
      now: Date.now(),
      head: this.#source.head(),
      calls: book.rows(),
      troubles: recent.troubles(),
      reloads: recent.reloads(),
    };
  }

  /** Opens a stream of all calls, which begins with all there is. */
  openPage(peer: string): ReadableStream<Uint8Array> {
    return this.#open((controller) => {
      // What others have not been told yet must not be lost for them.
      if (this.#pages > 0) this.#tellPages();
      else {
        this.#source.book.recording = true;
        this.#nextRecent = this.#source.recent.next;
      }
      this.#pages++;
      const snapshot = this.snapshot();
      this.#lastHead = JSON.stringify(snapshot.head);
      controller.enqueue(encoder.encode(format("snapshot", snapshot)));
      const end = () => {
        if (--this.#pages === 0) this.#source.book.recording = false;
      };
      return { peer, controller, end };
    });
  }

  /** Opens a stream of the conversation of one call. */
  openCall(entry: Entry, peer: string): ReadableStream<Uint8Array> {
    const { book } = this.#source;
    return this.#open((controller) => {
      const reading = book.read(entry);
      controller.enqueue(encoder.encode(format("snapshot", book.detail(entry))));
      let version = entry.version;
      let from = firstOpenLine(entry);
      const tell = () => {
        if (entry.version === version) return undefined;
        version = entry.version;
        const change: CallChange = {
          now: Date.now(),
          lines: book.lines(entry, from),
          ...entry.status !== undefined && { status: entry.status },
        };
        from = firstOpenLine(entry);
        return format("change", change);
      };
      return { peer, controller, tell, end: () => reading[Symbol.dispose]() };
    });
  }

  /** Closes all pages. */
  close(): void {
    for (const stream of this.#streams) this.#end(stream);
  }

  #open(
    begin: (controller: ReadableStreamDefaultController<Uint8Array>) => Stream,
  ): ReadableStream<Uint8Array> {
    let stream: Stream;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = begin(controller);
        this.#streams.add(stream);
        this.#timer ??= setInterval(() => this.#tellAll(), period);
      },
      cancel: () => this.#forget(stream),
    }, new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }));
  }

  #tellAll(): void {
    const isSilent = ++this.#silent >= silentPeriods;
    if (isSilent) this.#silent = 0;
    if (this.#pages > 0) this.#tellPages(isSilent);
    for (const stream of this.#streams) {
      const text = stream.tell?.();
      if (text !== undefined) this.#write(stream, encoder.encode(text));
      else if (isSilent) this.#write(stream, encoder.encode(": still here\n\n"));
    }
  }

  /** Tells all pages what has changed; an empty change too, if they are to hear that we are there. */
  #tellPages(always = false): void {
    const { book, recent } = this.#source;
    const { begun, steps, ended } = book.takeChanges();
    const head = this.#source.head();
    const headText = JSON.stringify(head);
    const troubles = recent.troubles(this.#nextRecent);
    const reloads = recent.reloads(this.#nextRecent);
    this.#nextRecent = recent.next;
    const change: Change = {
      now: Date.now(),
      ...headText !== this.#lastHead && { head },
      ...begun.length > 0 && { begun },
      ...steps.length > 0 && { steps },
      ...ended.length > 0 && { ended },
      ...troubles.length > 0 && { troubles },
      ...reloads.length > 0 && { reloads },
    };
    this.#lastHead = headText;
    if (!always && Object.keys(change).length === 1) return;
    const bytes = encoder.encode(format("change", change));
    for (const stream of this.#streams) if (!stream.tell) this.#write(stream, bytes);
  }

  #write(stream: Stream, bytes: Uint8Array): void {
    const { controller, peer } = stream;
    // Where nothing waits, the page has read: one text may be longer than all that may wait.
    if ((controller.desiredSize ?? 0) < Math.min(bytes.length, mostWaiting)) {
      this.#source.slow(peer);
      return this.#end(stream);
    }
    controller.enqueue(bytes);
  }

  #end(stream: Stream): void {
    this.#forget(stream);
    try {
      stream.controller.close();
    } catch {
      // The page has gone by itself.
    }
  }

  #forget(stream: Stream): void {
    if (!this.#streams.delete(stream)) return;
    stream.end?.();
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Number of the first line that can still change. */
function firstOpenLine({ lines, next }: Entry): number {
  return lines.find(({ kind, end }) => kind === "command" && end === undefined)?.n ?? next;
}

/** One event of a stream; JSON has no line ends. */
function format(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
