/**
 * What has been received on a FastAGI connection and was not taken yet.
 *
 * @module
 */

import { BufferPool } from "../net/buffer_pool.ts";
import type { AgiLimits } from "./agi_limits.ts";
import { findShortReply, hangupLine, type Reply, shortReplyLength } from "./reply.ts";

// One for all connections: no text is continued in the next, so no state is left in it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Room for an environment in one or two reads, and for any reply to GET VARIABLE in one. */
const largeBuffers = new BufferPool({ size: 2048, mostFree: 256 });
/**
 * Room for nearly all replies: an open call keeps no more. What is longer fills it, and comes in two
 * reads.
 */
const smallBuffers = new BufferPool({ size: 128, mostFree: 10_000, perSlab: 256 });

/** Whole lines as text, and the bytes of a line that is not whole. */
export class ReceivedLines {
  #buffer = largeBuffers.take();
  /** How much of the buffer is the beginning of a line. */
  #filled = 0;
  /** Up to where the line ends of the text were counted, and how many there were. */
  #counted = 0;
  #lines = 0;
  /** Whole lines; whoever takes some leaves the rest. */
  text = "";

  /** Where the next bytes are to be put. */
  get room(): Uint8Array {
    return this.#filled === 0 ? this.#buffer : this.#buffer.subarray(this.#filled);
  }

  /** How much is here, in characters and bytes. */
  get size(): number {
    return this.text.length + this.#filled;
  }

  /**
   * Takes a reply such as `200 result=1`, as nearly all are, when it is all that has come, with the
   * last `count` bytes; `undefined` for all else. It costs 0.1 µs, the way of all others 1.5.
   */
  takeShortReply(count: number): Reply | undefined {
    if (this.#filled + count !== shortReplyLength || this.text !== "") return undefined;
    const reply = findShortReply(this.#buffer);
    if (reply) this.#filled = 0;
    return reply;
  }

  /**
   * So many bytes have been put into the room: what is whole lines now becomes text. True when they
   * filled it, so that the rest of them may be there already.
   */
  add(count: number): boolean {
    const filled = this.#filled + count;
    const end = this.#buffer.lastIndexOf(10, filled - 1) + 1;
    if (end > 0) {
      this.text += decoder.decode(this.#buffer.subarray(0, end));
      this.#buffer.copyWithin(0, end, filled);
    }
    this.#filled = filled - end;
    if (filled < this.#buffer.length) return false;
    const larger = filled < largeBuffers.size ? largeBuffers.take() : new Uint8Array(filled * 2);
    if (this.#filled > 0) larger.set(this.#buffer.subarray(0, this.#filled));
    this.#replace(larger);
    return true;
  }

  /** Keeps no more room than an idle call needs, if all was taken. To be called before each read. */
  shrink(): void {
    if (this.#buffer.length === smallBuffers.size || this.#filled > 0 || this.text !== "") return;
    this.#replace(smallBuffers.take());
  }

  #replace(buffer: Uint8Array): void {
    this.release();
    this.#buffer = buffer;
  }

  /**
   * What of it is more than may come before an end, as text for people; `undefined` when nothing is. To be
   * asked as long as nothing is taken.
   */
  findExcess(of: "environment" | "reply", limits: AgiLimits): string | undefined {
    const { environmentLines } = limits;
    if (of === "environment" && this.#hasMoreLines(environmentLines)) {
      return `got more than ${environmentLines} lines (limits.environmentLines)`;
    }
    const limit = of === "environment" ? "environmentBytes" : "replyBytes";
    if (this.size <= limits[limit]) return undefined;
    return `got more than ${limits[limit]} bytes without an end (limits.${limit})`;
  }

  #hasMoreLines(most: number): boolean {
    // Most texts are too short for so many lines: they need not be counted.
    if (this.text.length <= most) return false;
    for (let end: number; (end = this.text.indexOf("\n", this.#counted)) >= 0;) {
      this.#counted = end + 1;
      this.#lines++;
    }
    return this.#lines > most;
  }

  /** What has come of a line that is not whole: enough of it to tell a notice from other text. */
  startOfLine(): string {
    if (this.#filled === 0) return "";
    return decoder.decode(this.#buffer.subarray(0, Math.min(this.#filled, hangupLine.length)));
  }

  /** Gives the buffer away. To be called last, when nothing reads into it any more. */
  release(): void {
    // Each takes those of its length; larger ones are left to the collector.
    smallBuffers.release(this.#buffer);
    largeBuffers.release(this.#buffer);
  }
}
