/**
 * One AMI connection: owns the socket and turns it into messages.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import { type ByteStream, closeQuietly, writeAll } from "../net/byte_stream.ts";
import { findMessageEnd, parseBanner } from "./message.ts";

const encoder = new TextEncoder();

/**
 * Bytes of one read. Strings cut out of the text of a read keep all of it alive, for as long as
 * somebody remembers one of them: larger reads would gain little and hold much.
 */
const readSize = 16_384;

/** Longest message in characters: a Command can print megabytes, a peer that never ends is none. */
const maxMessage = 16 * 1_048_576;

/** An AMI connection, before and after login. */
export class AmiConnection {
  readonly #stream: ByteStream;
  readonly #buffer = new Uint8Array(readSize);
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #text = "";
  #searched = 0;
  #outgoing = "";
  #writing = false;
  #closed = false;
  /** When the last bytes came, in milliseconds of `performance.now()`. */
  lastHeard: number = performance.now();

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  /**
   * Reads Asterisk's greeting and resolves to the AMI version in it. To be called once, first.
   *
   * @throws {ProtocolError} If the peer greets like something else, or goes without a word.
   */
  async readBanner(): Promise<string> {
    let end = 0;
    while ((end = this.#text.indexOf("\n") + 1) === 0 && this.#text.length < 200) {
      if (!await this.#read()) {
        throw new ProtocolError("AMI connection ended before the greeting", this.#text);
      }
    }
    const version = parseBanner(this.#text.slice(0, end).trimEnd());
    this.#text = this.#text.slice(end);
    return version;
  }

  /**
   * Reads until the stream ends, and gives each message to `receive`, with its blank line.
   *
   * A message that is cut off by the end of the stream is dropped: Asterisk leaves a slow reader in
   * the middle of a line.
   */
  async readMessages(receive: (message: string) => void): Promise<void> {
    do {
      this.#takeMessages(receive);
    } while (await this.#read());
  }

  /** Sends text; what is sent in one turn of the event loop goes out in one write. */
  send(text: string): void {
    if (this.#closed) return;
    const idle = this.#outgoing === "" && !this.#writing;
    this.#outgoing += text;
    if (idle) queueMicrotask(() => this.#writeAll());
  }

  /** Closes the connection; reading ends. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeQuietly(this.#stream);
  }

  #takeMessages(receive: (message: string) => void): void {
    let start = 0;
    for (;;) {
      // An empty line between messages is none.
      while (this.#text.startsWith("\r\n", start)) start += 2;
      const end = findMessageEnd(this.#text, start, Math.max(start, this.#searched));
      if (end === 0) break;
      receive(this.#text.slice(start, end));
      start = end;
    }
    if (start > 0) this.#text = this.#text.slice(start);
    this.#searched = this.#text.length;
    if (this.#text.length > maxMessage) {
      throw new ProtocolError(
        `AMI message without an end: more than ${maxMessage} characters`,
        this.#text,
      );
    }
  }

  /** Reads once; false at the end of the stream. */
  async #read(): Promise<boolean> {
    let count: number | null;
    try {
      count = await this.#stream.read(this.#buffer);
    } catch (error) {
      if (this.#closed) return false;
      throw error;
    }
    if (count === null) return false;
    this.lastHeard = performance.now();
    this.#text += this.#decoder.decode(this.#buffer.subarray(0, count), { stream: true });
    return true;
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    try {
      while (this.#outgoing !== "" && !this.#closed) {
        const bytes = encoder.encode(this.#outgoing);
        this.#outgoing = "";
        await writeAll(this.#stream, bytes);
      }
    } catch {
      // The end of reading tells of it.
      this.close();
    } finally {
      this.#writing = false;
    }
  }
}
