/**
 * Asterisk's end of an AMI connection, as a test tells it: what it awaits and what it says.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type MemoryStream, streamPair } from "./stream_pair.ts";

/** What a peer needs of its stream: a `Deno.Conn` has it, and so has the pair in memory. */
export type PeerStream = Pick<Deno.Conn, "read" | "write" | "close">;

/** Headers of a message; a value that is an array repeats the header. */
export type PeerHeaders = Readonly<Record<string, string | readonly string[]>>;

/** An action as it came. */
export interface ReceivedAction {
  /** Its name, as it was written. */
  readonly name: string;
  /** Its ActionID; empty when it has none. */
  readonly id: string;
  /** The request, without the blank line at its end. */
  readonly text: string;
  /** First value of a header, its name in any case. */
  get(name: string): string | undefined;
}

/** How {@linkcode AmiPeer.logIn} behaves. */
export interface PeerLogin {
  /** AMI version of the greeting; `11.0.0` unless given. */
  readonly version?: string;
  /** Secret that the MD5 key or the plain secret is checked against; `secret` unless given. */
  readonly secret?: string;
  /** Whether FullyBooted comes right behind the acceptance; `true` unless given. */
  readonly booted?: boolean;
  /** What comes in one piece behind the acceptance, and FullyBooted. */
  readonly rest?: string;
}

/** The other end of an AMI connection. */
export class AmiPeer {
  readonly #stream: PeerStream;
  readonly #decoder = new TextDecoder();
  readonly #buffer = new Uint8Array(65_536);
  #text = "";

  /** Takes over a stream: from {@linkcode streamPair}, or what a listener accepted. */
  constructor(stream: PeerStream) {
    this.#stream = stream;
  }

  /** A peer and the stream for the client at its other end. */
  static pair(): [peer: AmiPeer, stream: MemoryStream] {
    const [near, far] = streamPair();
    return [new AmiPeer(far), near];
  }

  /** The next action; `undefined` when the client has closed. */
  async next(): Promise<ReceivedAction | undefined> {
    let end: number;
    while ((end = this.#text.indexOf("\r\n\r\n")) < 0) {
      const count = await this.#stream.read(this.#buffer);
      if (count === null) return undefined;
      this.#text += this.#decoder.decode(this.#buffer.subarray(0, count), { stream: true });
    }
    const text = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 4);
    const lines = text.split("\r\n").map((line) => line.split(/: ?(.*)/s, 2));
    const get = (name: string) =>
      lines.find(([known]) => known?.toLowerCase() === name.toLowerCase())?.[1];
    return { name: get("Action") ?? "", id: get("ActionID") ?? "", text, get };
  }

  /** The next action, which must have this name. */
  async expect(name: string): Promise<ReceivedAction> {
    const action = await this.next();
    assert.ok(action, `the client closed instead of sending "${name}"`);
    assert.equal(action.name, name);
    return action;
  }

  /** Resolves when the client has closed; it must send nothing more. */
  async expectClose(): Promise<void> {
    const action = await this.next();
    assert.equal(action?.text, undefined);
  }

  /** Sends text as it is, in one piece. */
  async send(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    let sent = 0;
    while (sent < bytes.length) sent += await this.#stream.write(bytes.subarray(sent));
  }

  /** Answers `Success` to an action. */
  answer(action: ReceivedAction, headers: PeerHeaders = {}): Promise<void> {
    return this.send(formatResponse(action, "Success", headers));
  }

  /** Answers `Error` to an action. */
  refuse(action: ReceivedAction, message: string): Promise<void> {
    return this.send(formatResponse(action, "Error", { Message: message }));
  }

  /** Answers with a list, in one piece. */
  list(action: ReceivedAction, item: string, items: readonly PeerHeaders[]): Promise<void> {
    const ActionID = action.id;
    return this.send([
      formatResponse(action, "Success", { EventList: "start", Message: `${item}s will follow` }),
      ...items.map((headers) => formatEvent(item, { ActionID, ...headers })),
      formatEvent(`${item}Complete`, {
        ActionID,
        EventList: "Complete",
        ListItems: `${items.length}`,
      }),
    ].join(""));
  }

  /** Sends an event. */
  event(name: string, headers: PeerHeaders = {}): Promise<void> {
    return this.send(formatEvent(name, headers));
  }

  /** Greets, with the line of Asterisk 22 unless given. */
  greet(version = "11.0.0"): Promise<void> {
    return this.send(`Asterisk Call Manager/${version}\r\n`);
  }

  /** Greets and lets the client log in, by challenge or with the secret; checks both. */
  async logIn(options: PeerLogin = {}): Promise<void> {
    const { version, secret = "secret", booted = true, rest = "" } = options;
    await this.greet(version);
    let login = await this.next();
    let key: string | undefined;
    if (login?.name === "Challenge") {
      key = createHash("md5").update(`856634997${secret}`).digest("hex");
      await this.answer(login, { Challenge: "856634997" });
      login = await this.next();
    }
    assert.equal(login?.name, "Login");
    if (key !== undefined) assert.equal(login?.get("Key"), key);
    else assert.equal(login?.get("Secret"), secret);
    const accepted = formatResponse(login as ReceivedAction, "Success", {
      Message: "Authentication accepted",
    });
    await this.send(accepted + (booted ? formatFullyBooted() : "") + rest);
  }

  /** Answers all actions until the client closes: by name in lower case, others with `Success`. */
  async serve(
    answers: Readonly<Record<string, (action: ReceivedAction) => Promise<void>>> = {},
  ): Promise<void> {
    for (;;) {
      const action = await this.next();
      if (!action) return;
      await (answers[action.name.toLowerCase()] ?? ((asked) => this.answer(asked)))(action);
    }
  }

  /** Closes the connection, as Asterisk does when it stops. */
  close(): void {
    this.#stream.close();
  }
}

/** Writes a response. */
export function formatResponse(
  { id }: Pick<ReceivedAction, "id">,
  response: string,
  headers: PeerHeaders = {},
): string {
  return formatMessage({ Response: response, ...id !== "" && { ActionID: id }, ...headers });
}

/** Writes an event. */
export function formatEvent(name: string, headers: PeerHeaders = {}): string {
  return formatMessage({ Event: name, ...headers });
}

/** Writes the event that comes right behind the acceptance of a login. */
export function formatFullyBooted(uptime = 100): string {
  return formatEvent("FullyBooted", {
    Privilege: "system,all",
    Uptime: `${uptime}`,
    LastReload: `${uptime}`,
    Status: "Fully Booted",
  });
}

function formatMessage(headers: PeerHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}\r\n`)
  );
  return `${lines.join("")}\r\n`;
}

/** Asterisk as a client's `connect` finds it, in memory: each connection has a peer. */
export class AmiPeers {
  readonly #peers: AmiPeer[] = [];
  readonly #waiting: ((peer: AmiPeer) => void)[] = [];
  /** How many connections were opened. */
  opened = 0;

  /** Opens a connection; to be given to a client. */
  connect = (): Promise<MemoryStream> => {
    const [peer, stream] = AmiPeer.pair();
    this.opened++;
    const waiting = this.#waiting.shift();
    if (waiting) waiting(peer);
    else this.#peers.push(peer);
    return Promise.resolve(stream);
  };

  /** The peer of the next connection, in the order in which they are opened. */
  accept(): Promise<AmiPeer> {
    const peer = this.#peers.shift();
    if (peer) return Promise.resolve(peer);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Asterisk on a real port, for whole journeys. */
export class AmiListener implements Disposable {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });

  /** Where it listens, as `host` of a configuration. */
  get address(): string {
    return `127.0.0.1:${this.#listener.addr.port}`;
  }

  /** The peer of the next connection. */
  async accept(): Promise<AmiPeer> {
    return new AmiPeer(await this.#listener.accept());
  }

  /** Takes no more connections; those that are there stay. */
  [Symbol.dispose](): void {
    this.#listener.close();
  }
}
