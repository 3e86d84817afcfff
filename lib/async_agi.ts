/**
 * AsyncAGI: the same conversation as FastAGI, carried by AMI actions and events instead of a socket.
 *
 * @module
 */

import type { AgiLimits } from "./agi/agi_limits.ts";
import { parseEnvironment } from "./agi/environment.ts";
import type { Environment } from "./agi/environment.ts";
import type { AmiClient } from "./ami/client.ts";
import type { AnyEvent } from "./ami/event.ts";
import { AmiList } from "./ami/response.ts";
import { type HangupReason, LunoparkError, NotConnectedError } from "./errors.ts";
import type { Log } from "./log.ts";
import type { ByteStream } from "./net/byte_stream.ts";

/** What is needed of the AMI client. */
export type AsyncAgiClient = Pick<AmiClient, "action" | "watchers">;

/** Tells why a session is over; `failed` is whether its last command can have ended it, by failing. */
export type FindSessionEnd = (environment: Environment, failed: boolean) => Promise<HangupReason>;

/**
 * Asterisk reads each reply out of a pipe, so many bytes at most, and leaves the rest for the next.
 * Source: Asterisk 22, res/res_agi.c, launch_asyncagi(), AGI_BUF_SIZE
 */
const pipeRead = 1024;

/** A result that is longer than this when encoded was cut, and nobody knows where (AMI_BUF_SIZE). */
const longestResult = 2044;

/** What the NOOP brings that fetches what was left in the pipe. */
const fetchReply = "200 result=0\n".length;

/**
 * What is different from a socket: a command line must fit one of AMI's, behind `Command: `, the next
 * command waits in a queue where it interrupts nothing, and a value whose bytes all become three, `%0A`,
 * has to fit {@linkcode longestResult}, with `200 result=1 ()` and a mark around it.
 */
export const asyncLimits: Partial<AgiLimits> = {
  lineBytes: 1022 - "Command: ".length + 1,
  interrupts: false,
  valueBytes: 600,
};

/** The reply of a command that may have failed, which ends the session. */
const failure = "200 result=-1";

/** Ends a session: the dialplan goes on. */
const breakCommand = "ASYNCAGI BREAK";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Takes the AsyncAGI sessions of an Asterisk, and gives each to be served as a call. */
export class AsyncAgi {
  readonly #client: AsyncAgiClient;
  readonly #serve: (stream: ByteStream) => void;
  readonly #findEnd: FindSessionEnd;
  readonly #log: Log;
  readonly #streams = new Map<string, AsyncAgiStream>();
  /** Those that were lost with the AMI connection, by uniqueid, until there is one again. */
  #lost = new Map<string, AsyncAgiStream>();
  /** Why sessions have ended, until their calls have asked; the channel may be in the next by then. */
  readonly #reasons = new Map<string, HangupReason>();

  /** Listens from now on; `findEnd` tells why a session is over. */
  constructor(
    client: AsyncAgiClient,
    serve: (stream: ByteStream) => void,
    findEnd: FindSessionEnd,
    log: Log,
  ) {
    this.#client = client;
    this.#serve = serve;
    this.#findEnd = findEnd;
    this.#log = log;
    client.watchers.add("AsyncAGIStart", (event) => this.#start(event));
    client.watchers.add("AsyncAGIExec", (event) => this.#find(event)?.takeResult(event));
    client.watchers.add("AsyncAGIEnd", (event) => this.#end(event));
    client.watchers.add("Rename", (event) => this.#find(event)?.rename(event["Newname"] ?? ""));
    client.watchers.add("ami:lost", () => this.#loseAll());
    client.watchers.add("ami:ready", () => this.#giveBack());
  }

  /** How many sessions there are now. */
  get sessions(): number {
    return this.#streams.size;
  }

  #find(event: AnyEvent): AsyncAgiStream | undefined {
    return this.#streams.get(event["Uniqueid"] ?? "");
  }

  #start(event: AnyEvent): void {
    const uniqueid = event["Uniqueid"] ?? "";
    const stream = new AsyncAgiStream(this.#client, event, this.#findEnd);
    // One that Asterisk has ended still finds out why.
    const before = this.#streams.get(uniqueid);
    if (!before?.ending) before?.lose();
    this.#streams.set(uniqueid, stream);
    stream.begin();
    this.#serve(stream);
  }

  /** Why the session of a channel was ended by Asterisk; `undefined` for one that it did not end. */
  findReason(uniqueid: string): HangupReason | undefined {
    return this.#reasons.get(uniqueid);
  }

  async #end(event: AnyEvent): Promise<void> {
    const stream = this.#find(event);
    if (!stream) return;
    const uniqueid = event["Uniqueid"] ?? "";
    // We have given it back: nobody asks why it has ended.
    if (stream.over) return void this.#streams.delete(uniqueid);
    const reason = await stream.findReason();
    this.#reasons.set(uniqueid, reason);
    stream.end(reason);
    // Until the call has asked for the reason.
    setTimeout(() => {
      this.#reasons.delete(uniqueid);
      if (this.#streams.get(uniqueid) === stream) this.#streams.delete(uniqueid);
    }, 0);
  }

  /** Their channels wait for commands in vain then, as long as the connection is away. */
  #loseAll(): void {
    // Those that we have given back ourselves are no loss, whether or not Asterisk has said so yet.
    const lost = [...this.#streams].filter(([, stream]) => !stream.over);
    if (lost.length > 0) {
      this.#log.warn(`Lost ${lost.length} AsyncAGI calls with the AMI connection`);
    }
    for (const [uniqueid, stream] of lost) {
      if (!stream.ending) this.#lost.set(uniqueid, stream);
    }
    for (const stream of this.#streams.values()) stream.lose();
    this.#streams.clear();
  }

  /**
   * Gives the channels that were lost back to their dialplan, as Asterisk does when a line of FastAGI is
   * cut. Those that have gone on meanwhile are left alone: a BREAK would wait for their next session.
   */
  async #giveBack(): Promise<void> {
    const lost = this.#lost;
    if (lost.size === 0) return;
    this.#lost = new Map();
    let count = 0;
    try {
      const channels = await this.#client.action("CoreShowChannels");
      for (const channel of channels instanceof AmiList ? channels : []) {
        if (!lost.get(channel["Uniqueid"] ?? "")?.holds(channel)) continue;
        count++;
        const Channel = channel["Channel"] ?? "";
        this.#client.action("AGI", { Channel, Command: breakCommand }).catch(() => {});
      }
    } catch (error) {
      // The next connection will do.
      if (error instanceof NotConnectedError) {
        for (const [uniqueid, stream] of lost) this.#lost.set(uniqueid, stream);
        return;
      }
      return this.#log.warn(
        `Cannot give ${lost.size} lost AsyncAGI calls back to their dialplan: ` +
          (error as Error).message,
      );
    }
    if (count > 0) this.#log.info(`Gave ${count} lost AsyncAGI calls back to their dialplan`);
  }
}

/**
 * One AsyncAGI session as a stream of bytes: what is written are commands, what is read is what a
 * FastAGI socket would give, the environment and `HANGUP` included. So the rest of a call need not
 * know the difference.
 *
 * Commands queue up in Asterisk, which looks for them ten times a second.
 * Source: Asterisk 22, res/res_agi.c, launch_asyncagi(), action_add_agi_cmd()
 */
export class AsyncAgiStream implements ByteStream {
  readonly #client: AsyncAgiClient;
  readonly #findEnd: FindSessionEnd;
  readonly #encodedEnvironment: string;
  /**
   * Names the session in each of its commands. One that waits in Asterisk's queue when the channel is
   * redirected is run in the next session of that channel, and its result is no reply there.
   */
  readonly #id: string = crypto.randomUUID();
  #environment: Environment | undefined;
  #channel: string;
  /** What came of a reply until the pipe was empty, and how often more was fetched. */
  #pieces: Uint8Array[] = [];
  #fetches = 0;
  #readable: Uint8Array[] = [];
  #isExec = false;
  #failed = false;
  #over = false;
  #ending = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;

  /** Takes the `AsyncAGIStart` event that began the session. */
  constructor(
    client: AsyncAgiClient,
    start: AnyEvent,
    findEnd: FindSessionEnd,
  ) {
    this.#client = client;
    this.#findEnd = findEnd;
    this.#channel = start["Channel"] ?? "";
    this.#encodedEnvironment = start["Env"] ?? "";
  }

  /** Takes the environment, for which more may have to be fetched: results must find the way here. */
  begin(): void {
    this.#take(this.#encodedEnvironment);
  }

  /** Takes the result of a command, an `AsyncAGIExec` event. */
  takeResult(event: AnyEvent): void {
    const { CommandId = this.#id } = event;
    if (!this.#over && CommandId === this.#id) this.#take(event["Result"] ?? "");
  }

  /** The channel got another name, as in an attended transfer. */
  rename(channel: string): void {
    this.#channel = channel;
  }

  /** Whether nothing more comes, or is sent. */
  get over(): boolean {
    return this.#over;
  }

  /** Whether a channel, as CoreShowChannels has it, is still where the session began. */
  holds({ Application, ApplicationData = "", Context, Exten, Priority }: AnyEvent): boolean {
    if (Application === "AGI" && /^agi:async\b/i.test(ApplicationData)) return true;
    // While the session runs an application, that is the one of the channel.
    const { context, extension, priority } = this.#environment?.values ?? {};
    return Context === context && Exten === extension && Priority === priority;
  }

  /** Whether Asterisk has ended the session. */
  get ending(): boolean {
    return this.#ending;
  }

  /** Asterisk has ended the session, an `AsyncAGIEnd` event. Resolves to why, and never rejects. */
  async findReason(): Promise<HangupReason> {
    this.#ending = true;
    if (!this.#environment) return "hangup";
    return await this.#findEnd(this.#environment, this.#failed).catch(() => "hangup" as const);
  }

  /** Tells the call that its session is over. */
  end(reason: HangupReason): void {
    if (reason !== "lost") this.#give(encoder.encode("HANGUP\n"));
    // The notice is to be understood before the line is gone.
    setTimeout(() => this.lose(), 0);
  }

  /** Nothing more comes. */
  lose(): void {
    this.#over = true;
    this.#wake?.();
  }

  /** Reads what a FastAGI socket would give. */
  async read(buffer: Uint8Array): Promise<number | null> {
    while (this.#readable.length === 0) {
      if (this.#error) throw this.#error;
      if (this.#over) return null;
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    const first = this.#readable[0] as Uint8Array;
    const count = Math.min(first.length, buffer.length);
    buffer.set(first.subarray(0, count));
    if (count < first.length) this.#readable[0] = first.subarray(count);
    else this.#readable.shift();
    return count;
  }

  /** Sends a command line. */
  async write(bytes: Uint8Array): Promise<number> {
    const line = decoder.decode(bytes).replace(/\n$/, "");
    this.#isExec = /^EXEC\b/i.test(line);
    try {
      await this.#send(line);
    } catch (error) {
      // It came too late. Why the session has ended is being found out, and tells the command.
      if (!this.#ending) throw error;
    }
    return bytes.length;
  }

  /** Gives the channel back to the dialplan. */
  close(): void {
    if (!this.#over && !this.#ending) this.#send(breakCommand).catch(() => {});
    this.lose();
  }

  async #send(line: string): Promise<void> {
    await this.#client.action("AGI", {
      Channel: this.#channel,
      Command: line,
      CommandID: this.#id,
    });
  }

  /** Takes what Asterisk has read out of its pipe, and fetches the rest where there may be one. */
  #take(encoded: string): void {
    if (encoded.length > longestResult) {
      this.#error = new LunoparkError(
        "AsyncAGI reply has too many special characters, Asterisk cut it; getFull() can read it",
      );
      this.#wake?.();
      return;
    }
    const piece = decodePercent(encoded);
    this.#pieces.push(piece);
    if (piece.length >= pipeRead) {
      this.#fetches++;
      this.#send("NOOP").catch(() => this.lose());
      return;
    }
    const whole = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0));
    let position = 0;
    for (const part of this.#pieces) {
      whole.set(part, position);
      position += part.length;
    }
    const reply = whole.subarray(0, whole.length - this.#fetches * fetchReply);
    this.#pieces = [];
    this.#fetches = 0;
    if (this.#environment) {
      // What an application returns is no failure of the session, whatever it is.
      this.#failed = !this.#isExec && decoder.decode(reply.subarray(0, 13)).startsWith(failure);
      return this.#give(reply);
    }
    const text = nameScript(decoder.decode(reply));
    this.#environment = parseEnvironment(text);
    this.#give(encoder.encode(text));
  }

  #give(bytes: Uint8Array): void {
    this.#readable.push(bytes);
    this.#wake?.();
  }
}

/**
 * The first argument names the script, since there is no URL, with or without the `/` that stands before
 * it in one; without argument it is the extension.
 */
function nameScript(environment: string): string {
  const script = /^agi_arg_1: \/?(.*)$/m.exec(environment)?.[1] ??
    /^agi_extension: (.*)$/m.exec(environment)?.[1] ?? "";
  const rest = environment
    .replace(/^agi_arg_1: .*\n/m, "")
    .replace(/^agi_arg_(\d+): /gm, (_line, number) => `agi_arg_${Number(number) - 1}: `);
  return `agi_network_script: ${script}\n${rest}`;
}

/** Bytes of a text in which some are written as `%XX`. */
function decodePercent(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let position = 0; position < text.length; position++) {
    if (text[position] === "%") {
      bytes[length++] = parseInt(text.slice(position + 1, position + 3), 16);
      position += 2;
    } else {
      bytes[length++] = text.charCodeAt(position);
    }
  }
  return bytes.subarray(0, length);
}
