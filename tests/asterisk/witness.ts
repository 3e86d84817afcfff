/**
 * An AMI connection that is not of our making, to see what Lunopark does to Asterisk.
 *
 * @module
 */
import type { Asterisk } from "../support/asterisk.ts";
import { Seen, within } from "./waiting.ts";

/** Headers of an AMI message by name, the first of repeated ones. */
export type Message = Readonly<Record<string, string | undefined>>;

/** How a call is made; see `scripts/asterisk-lab/README.md`, "Contexts". */
export interface CallOptions {
  /** Context of the script's half; default `lunopark`. */
  readonly context?: string;
  /** What the caller's half does, an extension of `sink`; default `answer`. */
  readonly far?: string;
  /** Variables of the caller's half; names with `__` reach the script's half. */
  readonly vars?: Readonly<Record<string, string>>;
}

/** An AMI connection of the user `admin` that sees and remembers events. */
export class Witness implements AsyncDisposable {
  /** All events since it came. */
  readonly events: Seen<Message> = new Seen();
  /** When the line ended, in milliseconds of `performance.now()`. */
  readonly ended: Promise<number>;
  readonly #connection: Deno.TcpConn;
  readonly #responses = new Map<string, PromiseWithResolvers<Message>>();

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
    this.ended = this.#read();
  }

  /** Logs in. */
  static async open({ ami }: Asterisk, events: "on" | "off" = "on"): Promise<Witness> {
    const { hostname, port, user, secret } = ami;
    const witness = new Witness(await Deno.connect({ hostname, port }));
    await witness.action("Login", { Username: user, Secret: secret, Events: events });
    return witness;
  }

  /** Sends an action and resolves to its response; an array repeats the header. */
  async action(
    name: string,
    headers: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<Message> {
    const id = `witness-${crypto.randomUUID()}`;
    const lines = Object.entries(headers).flatMap(([key, value]) =>
      [value].flat().map((text) => `${key}: ${text}`)
    );
    const request = [`Action: ${name}`, `ActionID: ${id}`, ...lines, "", ""].join("\r\n");
    const response = Promise.withResolvers<Message>();
    this.#responses.set(id, response);
    await write(this.#connection, request);
    return await within(`response to ${name}`, response.promise);
  }

  /** Begins a call of a script; resolves when Asterisk has taken the order. */
  async call(script: string, options: CallOptions = {}): Promise<void> {
    const { context = "lunopark", far = "answer", vars = {} } = options;
    await this.action("Originate", {
      Channel: `Local/${script}@${context}/n`,
      Context: "sink",
      Exten: far,
      Priority: "1",
      Timeout: "60000",
      Async: "true",
      Variable: Object.entries(vars).map(([name, value]) => `${name}=${value}`),
    });
  }

  /** Adds an extension of these steps, `Application(data)` each, to the dialplan. */
  async addExtension(context: string, exten: string, steps: readonly string[]): Promise<void> {
    for (const [index, step] of steps.entries()) {
      const [, Application = "", ApplicationData = ""] = /^(\w+)\((.*)\)$/.exec(step) ?? [];
      const place = {
        Context: context,
        Extension: exten,
        Priority: `${index + 1}`,
        Replace: "true",
      };
      const response = await this.action("DialplanExtensionAdd", {
        ...place,
        Application,
        ApplicationData,
      });
      if (response.Response !== "Success") {
        throw new Error(`Cannot add ${step}: ${response.Message}`);
      }
    }
  }

  /** Waits for an event. */
  event(name: string, headers: Message = {}, time?: number): Promise<Message> {
    const wanted = Object.entries({ Event: name, ...headers });
    return this.events.first(
      `event ${Deno.inspect(Object.fromEntries(wanted))}`,
      (event) => wanted.every(([header, value]) => event[header] === value),
      time,
    );
  }

  /** Ends the connection. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#connection.close();
    } catch {
      // Asterisk was first.
    }
    await this.ended;
  }

  async #read(): Promise<number> {
    let text = "";
    try {
      for await (const piece of this.#connection.readable.pipeThrough(new TextDecoderStream())) {
        const messages = (text + piece).split("\r\n\r\n");
        text = messages.pop() ?? "";
        for (const message of messages) this.#receive(message);
      }
    } catch {
      // reset, or closed by ourselves
    }
    const ended = performance.now();
    for (const { reject } of this.#responses.values()) reject(new Error("the line has ended"));
    return ended;
  }

  #receive(text: string): void {
    const message: Record<string, string> = {};
    for (const line of text.split("\r\n")) {
      const [, name, value] = /^([^:]+): ?(.*)$/s.exec(line) ?? [];
      if (name !== undefined && value !== undefined) message[name] ??= value;
    }
    if (message.Event !== undefined) return this.events.add(message);
    const id = message.ActionID ?? "";
    this.#responses.get(id)?.resolve(message);
    this.#responses.delete(id);
  }
}

/** Writes all of a text. */
export async function write(connection: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await connection.write(bytes));
}
