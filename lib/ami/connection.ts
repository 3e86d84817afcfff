/**
 * One AMI connection: owns the socket and turns it into messages.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import { type ByteStream, closeQuietly, writeAll } from "../net/byte_stream.ts";
import { findMessageEnd, hasFollows, messageEnd, parseBanner } from "./message.ts";

const encoder = new TextEncoder();

/**
 * Bytes of one read. Strings cut out of the text of a read keep all of it alive, for as long as somebody
 * remembers one of them: therefore {@linkcode AmiMessage} copies its text. With 16 kB an event that
 * nobody listens to costs 0.25 µs more.
 */
const readSize = 65_536;

/** Bytes of a usual write: a hundred actions have 8 kB. */
const writeSize = 32_768;

/** How large a message may be. */
export interface MessageLimits {
  /** Most characters: a Command can print megabytes, a peer that never ends is none. */
  readonly messageBytes: number;
  /** Most lines. */
  readonly messageHeaders: number;
}

/** The shortest line: a letter, a colon, CRLF. */
const shortestLine = 4;

/** How much of a message an error about its size shows. */
const shownPart = 1_000;

/** Longest greeting in characters. */
const maxBanner = 200;

/** Takes a message. What comes behind it waits for the promise, if there is one. */
export type ReceiveMessage = (message: string) => Promise<void> | void;

/** An AMI connection, before and after login. */
export class AmiConnection {
  readonly #stream: ByteStream;
  readonly #limits: MessageLimits;
  readonly #buffer = new Uint8Array(readSize);
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  /** What was received; what was taken out of it already ends at `#start`. */
  #text = "";
  #start = 0;
  /** What comes behind it, from `#nextStart` on: the rest of what was read with its end. */
  #next: string | undefined;
  #nextStart = 0;
  #follows = false;
  #outgoing = "";
  readonly #bytes = new Uint8Array(writeSize);
  /** A write is under way. */
  #writing = false;
  #sendTime = 0;
  #broken = false;
  #closed = false;
  /** When the last bytes came, in milliseconds of `performance.now()`. */
  lastHeard: number = performance.now();

  /** Takes over the stream: nobody else reads, writes or closes it from now on. */
  constructor(stream: ByteStream, limits: MessageLimits) {
    this.#stream = stream;
    this.#limits = limits;
  }

  /**
   * Reads Asterisk's greeting and resolves to the AMI version in it. To be called once, first.
   *
   * @throws {ProtocolError} If the peer greets like something else, or goes without a word.
   */
  async readBanner(): Promise<string> {
    let end = 0;
    while ((end = this.#text.indexOf("\n") + 1) === 0 && this.#text.length < maxBanner) {
      const piece = await this.#read();
      if (piece === undefined) {
        throw new ProtocolError("AMI connection ended before the greeting", this.#text);
      }
      this.#text += piece;
    }
    const version = parseBanner(this.#text.slice(0, end || maxBanner).trimEnd());
    this.#follows = hasFollows(version);
    this.#start = end;
    return version;
  }

  /**
   * Reads until the stream ends, and gives each message to `receive`, with its blank line.
   *
   * A message that is cut off by the end of the stream is dropped: Asterisk leaves a slow reader in
   * the middle of a line.
   *
   * @throws {ProtocolError} If a message is larger than the limits allow.
   */
  async readMessages(receive: ReceiveMessage): Promise<void> {
    do {
      for (;;) {
        const message = this.#takeMessage();
        if (message === undefined) break;
        const settled = receive(message);
        if (settled) await settled;
      }
    } while (await this.#readOn());
  }

  /**
   * When text that is sent now goes out, in milliseconds of `performance.now()`. The clock is asked once
   * for all that goes out in one write, since that costs 0.15 µs; but not once for all that waits until
   * a write is done, which a peer that does not read may hold up.
   */
  get sendTime(): number {
    if (this.#outgoing === "" || this.#writing) this.#sendTime = performance.now();
    return this.#sendTime;
  }

  /** Sends text; what is sent in one turn of the event loop goes out in one write. */
  send(text: string): void {
    if (this.#closed || this.#broken) return;
    const idle = this.#outgoing === "" && !this.#writing;
    this.#outgoing += text;
    if (idle) queueMicrotask(() => this.#join(0));
  }

  /** Closes the connection: reading ends, and no message is given out any more. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeQuietly(this.#stream);
  }

  /** Takes the next whole message; `undefined` while it has not come. */
  #takeMessage(): string | undefined {
    if (this.#closed) return undefined;
    // An empty line between messages is none.
    while (this.#text.startsWith("\r\n", this.#start)) this.#start += 2;
    const start = this.#start;
    const end = findMessageEnd(this.#text, start, this.#follows);
    if (end > 0) {
      this.#start = end;
      const message = this.#text.slice(start, end);
      this.#checkSize(message);
      return message;
    }
    this.#text = this.#text.slice(start);
    this.#start = 0;
    if (this.#next === undefined) return undefined;
    this.#goOn(this.#next);
    return this.#takeMessage();
  }

  /** Goes on with what was read last, of which the beginning has been taken. */
  #goOn(next: string): void {
    this.#next = undefined;
    if (this.#text === "") {
      this.#text = next;
      this.#start = this.#nextStart;
    } else {
      this.#text += next.slice(this.#nextStart);
    }
  }

  /**
   * Reads until a message may be whole; false at the end of the stream.
   *
   * A message that is cut is put together with its end only, and not with all that was read behind that:
   * to copy 64 kB each time costs 0.1 µs an event.
   */
  async #readOn(): Promise<boolean> {
    for (;;) {
      if (this.#text.length > this.#limits.messageBytes) this.#checkSize(this.#text);
      const piece = await this.#read();
      if (piece === undefined) return false;
      // Only what is new is searched: a long message is put together once, and not at each read.
      const tail = this.#text.slice(1 - messageEnd.length);
      const end = piece.indexOf(messageEnd);
      if (end >= 0) {
        this.#next = piece;
        this.#nextStart = end + messageEnd.length;
        this.#text += piece.slice(0, this.#nextStart);
        return true;
      }
      this.#text += piece;
      if ((tail + piece.slice(0, messageEnd.length)).includes(messageEnd)) return true;
    }
  }

  /** Refuses a message, or the beginning of one, that is larger than the limits allow. */
  #checkSize(message: string): void {
    const { messageBytes, messageHeaders } = this.#limits;
    if (message.length > messageBytes) {
      throw new ProtocolError(
        `AMI message of more than ${messageBytes} characters (limits.messageBytes)`,
        message.slice(0, shownPart),
      );
    }
    // Most messages are too short for so many lines: they need not be counted.
    if (message.length < messageHeaders * shortestLine) return;
    let lines = 0;
    for (let at = 0; (at = message.indexOf("\r\n", at) + 2) > 1;) lines++;
    if (lines - 1 > messageHeaders) {
      throw new ProtocolError(
        `AMI message of more than ${messageHeaders} headers (limits.messageHeaders)`,
        message.slice(0, shownPart),
      );
    }
  }

  /** Reads once; `undefined` at the end of the stream. */
  async #read(): Promise<string | undefined> {
    let count: number | null;
    try {
      count = await this.#stream.read(this.#buffer);
    } catch (error) {
      if (this.#closed) return undefined;
      throw error;
    }
    if (count === null) return undefined;
    this.lastHeard = performance.now();
    return this.#decoder.decode(this.#buffer.subarray(0, count), { stream: true });
  }

  /** Writes what waits, as soon as nothing more comes in one turn of the microtasks. */
  #join(length: number): void {
    // A hundred who are answered at once send their next action one after the other.
    if (this.#outgoing.length === length) return this.#write();
    queueMicrotask(() => this.#join(this.#outgoing.length));
  }

  #write(): void {
    if (this.#closed) return;
    this.#writing = true;
    const bytes = this.#encode(this.#outgoing);
    this.#outgoing = "";
    writeAll(this.#stream, bytes).then(() => {
      this.#writing = false;
      if (this.#outgoing !== "") this.#join(0);
    }, () => {
      // What Asterisk said before it closed is still to be read, and the end of it tells the rest.
      this.#broken = true;
    });
  }

  /** The bytes of a text, to be used until the next write: a new array each time costs 2 µs. */
  #encode(text: string): Uint8Array {
    // Three bytes are the most that a UTF-16 unit needs.
    if (text.length * 3 > this.#bytes.length) return encoder.encode(text);
    return this.#bytes.subarray(0, encoder.encodeInto(text, this.#bytes).written);
  }
}
