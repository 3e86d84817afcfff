import { type MemoryStream, streamPair } from "./stream_pair.ts";

const encoder = new TextEncoder();

/** Values that a test wants in an environment, in the place of ordinary ones; no `agi_`. */
export type EnvironmentValues = Readonly<Record<string, string>>;

/**
 * Formats an AGI environment as Asterisk 22 sends it to a FastAGI server, the blank line included.
 *
 * Source: Asterisk 22, res/res_agi.c, launch_netscript(), setup_env()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const text = environmentText({ callerid: "100" }, ["first"]);
 * assert.match(text, /^agi_network: yes\n.*agi_callerid: 100\n.*agi_arg_1: first\n\n$/s);
 * ```
 */
export function environmentText(
  values: EnvironmentValues = {},
  args: readonly string[] = [],
): string {
  const script = values["network_script"] ?? "subroutine";
  const all: Record<string, string> = {
    network: "yes",
    network_script: script,
    request: `agi://127.0.0.1/${script}`,
    channel: "PJSIP/100-00000001",
    language: "en",
    type: "PJSIP",
    uniqueid: "1795375793.7",
    version: "22.10.1",
    callerid: "100",
    calleridname: "Reception",
    callingpres: "0",
    callingani2: "0",
    callington: "0",
    callingtns: "0",
    dnid: "200",
    rdnis: "unknown",
    context: "default",
    extension: "200",
    priority: "1",
    enhanced: "0.0",
    accountcode: "",
    threadid: "139951802201792",
    ...values,
  };
  const lines = Object.entries(all).map(([name, value]) => `agi_${name}: ${value}\n`);
  args.forEach((value, index) => lines.push(`agi_arg_${index + 1}: ${value}\n`));
  return lines.join("") + "\n";
}

/** What a peer answers to a command line; `undefined` when it stays silent. */
export type Answers = (line: string) => string | undefined;

/** Asterisk's end of a FastAGI connection in memory. A test says what it says. */
export class AgiPeer {
  /** The server's end. */
  readonly stream: MemoryStream;
  /** The command lines that were read so far, without LF. */
  readonly commands: string[] = [];
  readonly #own: MemoryStream;
  #text = "";

  constructor() {
    [this.stream, this.#own] = streamPair();
  }

  /** Sends text, or bytes, in one piece. */
  async say(text: string | Uint8Array): Promise<void> {
    await this.#own.write(typeof text === "string" ? encoder.encode(text) : text);
  }

  /** Sends text byte by byte: each is a read of its own. */
  async sayByByte(text: string): Promise<void> {
    for (const byte of encoder.encode(text)) await this.#own.write(Uint8Array.of(byte));
  }

  /** Reads the next command line; `undefined` when the server has closed. */
  async readCommand(): Promise<string | undefined> {
    const buffer = new Uint8Array(16_384);
    while (!this.#text.includes("\n")) {
      const count = await this.#own.read(buffer);
      if (count === null) return undefined;
      this.#text += new TextDecoder().decode(buffer.subarray(0, count));
    }
    const end = this.#text.indexOf("\n");
    const line = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 1);
    this.commands.push(line);
    return line;
  }

  /**
   * Answers commands until the connection ends, each with LF; `200 result=0` unless told otherwise.
   *
   * It reads, so nobody else may.
   */
  async answerAll(answers: Answers = () => "200 result=0"): Promise<void> {
    const { BadResource, BrokenPipe, Interrupted } = Deno.errors;
    try {
      for (;;) {
        const line = await this.readCommand();
        if (line === undefined) return;
        const answer = answers(line);
        if (answer !== undefined) await this.say(`${answer}\n`);
      }
    } catch (error) {
      const isEnd = [BadResource, BrokenPipe, Interrupted].some((end) => error instanceof end);
      if (!isEnd) throw error;
    }
  }

  /** Ends the connection from Asterisk's side. */
  close(): void {
    this.#own.close();
  }
}

/** Lets everything happen that is due: one turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
