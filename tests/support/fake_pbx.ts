/**
 * Both of Asterisk's ends over real sockets, scripted: calls that it places, and its AMI server.
 *
 * @module
 */

import { environmentText, type EnvironmentValues } from "./agi_peer.ts";

const encoder = new TextEncoder();

/** What the other side of a call sees. */
export interface PlacedCall {
  /** The commands that came, in their order. */
  readonly commands: string[];
  /** Says something unasked, such as `HANGUP`. */
  say(line: string): Promise<void>;
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<void>;
  /** Resolves when a command has come that begins so. */
  came(start: string): Promise<void>;
}

/** How a fake Asterisk answers a command; `undefined` leaves it waiting. */
export type AnswerCommand = (line: string) => string | undefined;

/** Places a call on a FastAGI server, and answers its commands. */
export async function placeCall(
  address: string,
  values: EnvironmentValues = {},
  answer: AnswerCommand = () => "200 result=0",
  args: readonly string[] = [],
): Promise<PlacedCall> {
  const [, hostname = "", port] = /^(.*):(\d+)$/.exec(address) ?? [];
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const commands: string[] = [];
  const waiting: { start: string; resolve: () => void }[] = [];
  const say = async (line: string) => {
    await connection.write(encoder.encode(`${line}\n`)).catch(() => {});
  };
  const serve = async () => {
    await connection.write(encoder.encode(environmentText(values, args)));
    let text = "";
    for await (const chunk of connection.readable.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      let end;
      while ((end = text.indexOf("\n")) >= 0) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        commands.push(line);
        for (const { start, resolve } of waiting) if (line.startsWith(start)) resolve();
        const reply = answer(line);
        if (reply !== undefined) await say(reply);
      }
    }
  };
  return {
    commands,
    say,
    // A reset is an end, too.
    closed: serve().catch(() => {}),
    came: (start) =>
      new Promise((resolve) => {
        if (commands.some((line) => line.startsWith(start))) resolve();
        else waiting.push({ start, resolve });
      }),
  };
}

/** A request to the fake AMI server: its headers, names in lower case. */
export type AmiRequest = Readonly<Record<string, string>>;

/** How a fake Asterisk answers an action: whole messages without the blank line, none to stay silent. */
export type AnswerAction = (request: AmiRequest) => readonly string[];

/** An AMI server that takes any login. */
export class FakeAmi implements AsyncDisposable {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #connections = new Set<Deno.Conn>();
  readonly #answer: AnswerAction;
  readonly #serving: Promise<void>;
  /** Whether a login is refused. */
  refusesLogin = false;
  /** The actions that came, logins too. */
  readonly requests: AmiRequest[] = [];

  /** Starts to listen; `answer` gets what is no login. */
  constructor(answer: AnswerAction = () => ["Response: Success"]) {
    this.#answer = answer;
    this.#serving = this.#acceptAll();
  }

  /** Where it listens, as a configuration names it. */
  get host(): string {
    return `127.0.0.1:${this.#listener.addr.port}`;
  }

  /** Sends a message, such as an event, to all that are logged in. */
  async tell(...lines: string[]): Promise<void> {
    const bytes = encoder.encode(lines.join("\r\n") + "\r\n\r\n");
    for (const connection of this.#connections) await connection.write(bytes).catch(() => {});
  }

  /** Ends all connections, as a restart does. */
  drop(): void {
    for (const connection of this.#connections) connection.close();
    this.#connections.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    this.drop();
    await this.#serving;
  }

  async #acceptAll(): Promise<void> {
    const served: Promise<void>[] = [];
    try {
      for await (const connection of this.#listener) {
        this.#connections.add(connection);
        served.push(this.#serve(connection).catch(() => {}));
      }
    } catch {
      // The listener was closed. A connection may have come just before.
      this.drop();
    }
    await Promise.all(served);
  }

  async #serve(connection: Deno.Conn): Promise<void> {
    await connection.write(encoder.encode("Asterisk Call Manager/11.0.0\r\n"));
    const buffer = new Uint8Array(65_536);
    const decoder = new TextDecoder();
    let text = "";
    for (let count; (count = await connection.read(buffer)) !== null;) {
      text += decoder.decode(buffer.subarray(0, count), { stream: true });
      let end;
      while ((end = text.indexOf("\r\n\r\n")) >= 0) {
        const request = parseRequest(text.slice(0, end));
        text = text.slice(end + 4);
        this.requests.push(request);
        for (const message of this.#reply(request)) {
          const [first = "", ...rest] = message.split("\r\n");
          const lines = [first, `ActionID: ${request["actionid"]}`, ...rest];
          const own = message.includes("ActionID: ") || message.startsWith("Event: FullyBooted");
          await connection.write(encoder.encode((own ? message : lines.join("\r\n")) + "\r\n\r\n"));
        }
      }
    }
  }

  #reply(request: AmiRequest): readonly string[] {
    switch (request["action"]?.toLowerCase()) {
      case "challenge":
        return ["Response: Success\r\nChallenge: 12345"];
      case "login":
        if (this.refusesLogin) return ["Response: Error\r\nMessage: Authentication failed"];
        return [
          "Response: Success\r\nMessage: Authentication accepted",
          "Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted",
        ];
      case "logoff":
        return ["Response: Goodbye"];
      default:
        return this.#answer(request);
    }
  }
}

function parseRequest(text: string): AmiRequest {
  const request: Record<string, string> = {};
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    request[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trimStart();
  }
  return request;
}
