/**
 * The recorder's Asterisk as a simulated one: its users, dialplan, queues and calls.
 *
 * @module
 */
import { setImmediate } from "node:timers/promises";
import { Pbx } from "../../lib/testing/pbx/pbx.ts";
import { AmiServer } from "../../lib/testing/ami/ami_server.ts";
import type { ManagerEvent } from "../../lib/testing/ami/manager_event.ts";
import { decodeText, encodeText } from "../../lib/testing/wire_text.ts";
import { createLauncher } from "../../lib/testing/agi/launch.ts";
import type { Channel } from "../../lib/testing/pbx/channel.ts";
import { Clock } from "../../lib/testing/pbx/clock.ts";
import { Dialplan } from "../../lib/testing/pbx/dialplan.ts";
import type { PbxEvent } from "../../lib/testing/pbx/event.ts";
import { originate } from "../../lib/testing/pbx/originate.ts";
import type { AmiTranscript, Piece, RecordedVersion } from "./transcripts.ts";
import { type ByteStream, closeQuietly } from "../../lib/net/byte_stream.ts";

const EXTENSIONS = `${import.meta.dirname}/../../scripts/asterisk-lab/etc/extensions.conf`;

/** Users of the recorder's `manager.conf`. */
const USERS = [
  { name: "admin", secret: "secret" },
  { name: "reader", secret: "secret", read: "call,user", write: "none" },
  {
    name: "filtered",
    secret: "secret",
    eventFilters: ["Event: (FullyBooted|Newchannel|Hangup|UserEvent)"],
  },
  { name: "actions", secret: "secret", read: "none" },
  { name: "single", secret: "secret", multipleLogin: false },
  { name: "elsewhere", secret: "secret", refused: true },
];

const QUEUES = [
  {
    name: "support",
    strategy: "rrmemory",
    members: [
      { interface: "Local/answer@sink/n", name: "Alice" },
      { interface: "Local/busy@sink/n", name: "Bob", penalty: 5 },
    ],
  },
  { name: "empty" },
  { name: "closed" },
];

/** What another session of the recorder sent. */
const FROM_ELSEWHERE: ManagerEvent = {
  name: "UserEvent",
  privileges: ["user"],
  headers: [["UserEvent", "Lab"], ["ActionID", "ctl-47"], ["Key", "from elsewhere"]],
};

/** What the recorder had sent before, in conversations that it did not keep. */
const PREPARED: readonly (readonly [RegExp, string])[] = [
  [
    /^Confbridge(StartRecord\/again|StopRecord\/ok)$/,
    "Action: ConfbridgeStartRecord\r\nConference: conf500\r\n\r\n",
  ],
  [
    /^Queue(MemberRingInUse\/ok|Remove\/ok|Status\/with-member)$/,
    "Action: QueuePenalty\r\nInterface: Local/ring@sink/n\r\nPenalty: 0\r\n\r\n",
  ],
];

/** What a conversation was recorded to say, and what the simulated Asterisk said. */
export interface Replayed {
  readonly recorded: string;
  readonly simulated: string;
}

/** A simulated Asterisk like the recorder's. */
export class LabScene {
  readonly pbx: Pbx;
  readonly #server: AmiServer;
  /** Simulated names by recorded ones: channels, bridges. */
  readonly #names = new Map<string, string>();
  #resume: (() => void) | undefined;
  /** Who was called by a channel that a request is about. */
  #called: Channel | undefined;

  constructor(version: RecordedVersion) {
    const dialplan = new Dialplan().add(Deno.readTextFileSync(EXTENSIONS));
    this.pbx = new Pbx({ version, clock: new Clock("virtual"), dialplan, queues: QUEUES });
    this.pbx.launchAgi = createLauncher({
      connect: () => Promise.reject(new Error("there is no FastAGI server")),
    });
    this.pbx.isAvailable = (resource) => /^Local\//.test(resource);
    this.#server = new AmiServer(this.pbx, { users: USERS });
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.#stopTime();
    await this.#server.stop();
    this.pbx.clock.stop();
  }

  /** Sets the scene, sends what was sent, and gives what came back both times. */
  async replay({ id, session, exchange, eof }: AmiTranscript): Promise<Replayed> {
    const requests = joinPieces(exchange);
    await this.#prepare(id, requests.map(({ sent }) => decodeText(sent)).join(""));
    // Time stands still as long as nobody has to wait.
    if (session === null || /^Originate|^WaitEvent/.test(id)) this.#passTime();
    if (id === "Originate/channel-id-in-use") this.#stopTimeAt("DialEnd");
    const client = new Client(this.#server.connect());
    await client.quiet();
    if (session) {
      const { user, events } = session;
      client.send(
        `Action: Login\r\nUsername: ${user}\r\nSecret: secret\r\nEvents: ${events}\r\n\r\n`,
      );
      await client.quiet();
    }
    const before = PREPARED.find(([ids]) => ids.test(id));
    if (before) client.send(before[1]);
    await client.quiet();
    if (session) client.take();
    let [recorded, simulated] = ["", ""];
    for (const [index, { sent, received }] of requests.entries()) {
      if (sent.length > 0) client.sendBytes(this.#rename(sent));
      if (id === "WaitEvent/with-event" && index === 1) this.#server.send(FROM_ELSEWHERE);
      await client.quiet();
      recorded += decodeText(received);
      simulated += client.take();
    }
    if (eof) recorded += "eof\r\n\r\n";
    if (client.ended) simulated += "eof\r\n\r\n";
    client.close();
    return { recorded, simulated };
  }

  /** Places the calls that were there, and those that the requests name. */
  async #prepare(id: string, requests: string): Promise<void> {
    this.#stopTime();
    if (/^(Originate|session\/(?!pipelined))|no-calls/.test(id)) return;
    if (this.pbx.channels.size === 0) await this.#placeCalls();
    if (/\/lines/.test(id)) await this.#place("lines", "play");
    for (const [, name, value] of requests.matchAll(/^(\w+): ([^\r\n]+)\r$/gm)) {
      if (!/^((Extra)?Channel[12]?|Caller|BridgeUniqueid)$/.test(name!)) continue;
      await this.#placeNamed(id, value!);
    }
  }

  /** The calls of most recordings: a conference, somebody who waits, a queue, a SIP call. */
  async #placeCalls(): Promise<void> {
    await this.#place("conf500", "play");
    await this.#place("conf500", "play", "talk");
    await this.#place("wait", "play");
    await this.#dialled();
    await this.#queued();
    const sip = this.pbx.createChannel({
      name: "PJSIP/anonymous-00000000",
      state: 6,
      caller: { number: "sipp", name: "sipp" },
      context: "lunopark",
      exten: "hold",
      priority: 2,
    });
    sip.dnid = "hold";
    sip.application = "Wait";
    sip.applicationData = "3600";
  }

  /** A call like the one that a request names, or whose bridge it names. */
  async #placeNamed(id: string, name: string): Promise<void> {
    const [, exten = "", context = "", half = ""] =
      /^Local\/([^@]+)@([^-]+)-[0-9a-f]{8};([12])$/.exec(name) ?? [];
    if (this.#names.has(name) || context === "nowhere") return;
    const bridged = /^(BridgeKick|Redirect\/both|Atxfer|BlindTransfer)/.test(id);
    if (/^[0-9a-f]{8}-/.test(name) || (bridged && exten === "answer")) {
      const called = this.#called ??= await this.#dialled();
      this.#names.set(name, /^[0-9a-f]{8}-/.test(name) ? called.bridge!.uniqueid : called.name);
    } else if (context === "sink") this.#names.set(name, (await this.#queued()).name);
    else if (context !== "") {
      const channel = await this.#place(exten, context);
      this.#names.set(name, half === "1" ? channel.name : channel.other!.name);
    }
  }

  /** Somebody at `exten@context`, and a caller at the other end who waits; gives the caller's half. */
  #place(exten: string, context: string, far = "answer"): Promise<Channel> {
    return this.#originate(
      `Local/${exten}@${context}/n`,
      { place: { context: "sink", exten: far, priority: 1 } },
      context === "async" ? 1 : 2,
    );
  }

  /** A channel that dialled another, and both are in a bridge; gives the other. */
  async #dialled(): Promise<Channel> {
    const channel = await this.#originate(
      "Local/wait@play/n",
      {
        application: { name: "Dial", data: "Local/answer@sink/n,10,tT" },
      },
      2,
    );
    return [...channel.bridge!.channels].find((other) => other !== channel)!;
  }

  /** Somebody who waits in the queue `empty`. */
  #queued(): Promise<Channel> {
    return this.#originate(
      "Local/answer@sink/n",
      {
        application: { name: "Queue", data: "empty" },
      },
      2,
    );
  }

  /** Places a call, and stops time when `count` channels have come to wait; gives the caller's half. */
  async #originate(
    channel: string,
    goal: Pick<Parameters<typeof originate>[1], "place" | "application">,
    count: number,
  ): Promise<Channel> {
    const there = new Set(this.pbx.channels.values());
    const happened = Promise.withResolvers<void>();
    let left = count;
    const unlisten = this.pbx.listen((event) => {
      if (!isWaiting(event) || --left > 0) return;
      this.#stopTime();
      happened.resolve();
    });
    this.#passTime();
    const callerId = { number: "5551234", name: "Lab Caller" };
    void originate(this.pbx, { channel, callerId, ...goal });
    await happened.promise;
    await setImmediate();
    unlisten();
    return [...this.pbx.channels.values()].find((each) => !there.has(each))!;
  }

  #stopTime(): void {
    this.#resume ??= this.pbx.clock.enter();
  }

  #stopTimeAt(name: string): void {
    this.pbx.listen((event) => {
      if (event.name === name) this.#stopTime();
    });
  }

  #passTime(): void {
    this.#resume?.();
    this.#resume = undefined;
  }

  /** A request with the names of here; byte by byte, since not all are UTF-8. */
  #rename(bytes: Uint8Array): Uint8Array {
    let text = String.fromCharCode(...bytes);
    for (const [recorded, simulated] of this.#names) text = text.replaceAll(recorded, simulated);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }
}

/** A channel has come to an application that lasts. */
function isWaiting({ name, parts }: PbxEvent): boolean {
  if (/^(AsyncAGIStart|ConfbridgeJoin|QueueCallerJoin)$/.test(name)) return true;
  const fields = parts.find((part) => "fields" in part)?.fields;
  return name === "Newexten" && /^(Wait|Playback)$/.test(fields?.["Application"] ?? "");
}

/** A client that sends what it is told and keeps what comes. */
class Client {
  readonly #stream: ByteStream;
  readonly #buffer = new Uint8Array(65_536);
  #received: Uint8Array[] = [];
  #changes = 0;
  /** The server has closed. */
  ended = false;

  constructor(stream: ByteStream) {
    this.#stream = stream;
    void this.#read();
  }

  send(text: string): void {
    this.sendBytes(encodeText(text));
  }

  sendBytes(bytes: Uint8Array): void {
    void this.#stream.write(bytes).catch(() => {});
  }

  /** Resolves when nothing has come for some turns of the event loop. */
  async quiet(): Promise<void> {
    for (let turns = 0, seen = this.#changes; turns < 25; turns++) {
      await setImmediate();
      if (seen !== this.#changes) turns = 0;
      seen = this.#changes;
    }
  }

  /** What came since it was asked before. */
  take(): string {
    const bytes = this.#received.splice(0).flatMap((piece) => [...piece]);
    return decodeText(Uint8Array.from(bytes));
  }

  close(): void {
    closeQuietly(this.#stream);
  }

  async #read(): Promise<void> {
    try {
      for (let count; (count = await this.#stream.read(this.#buffer)) !== null;) {
        this.#received.push(this.#buffer.slice(0, count));
        this.#changes++;
      }
      this.ended = true;
    } catch {
      // It was closed here.
    }
    this.#changes++;
  }
}

/** Requests, and what came after each before the next. */
function joinPieces(
  exchange: readonly Piece[],
): { readonly sent: Uint8Array; readonly received: Uint8Array }[] {
  const parts: { sent: number[]; received: number[] }[] = [];
  let last: Piece["direction"] | undefined;
  for (const { direction, bytes } of exchange) {
    if (direction === "toAsterisk" && last !== direction) parts.push({ sent: [], received: [] });
    if (parts.length === 0) parts.push({ sent: [], received: [] });
    const part = parts.at(-1)!;
    (direction === "toAsterisk" ? part.sent : part.received).push(...bytes);
    last = direction;
  }
  return parts.map(({ sent, received }) => ({
    sent: Uint8Array.from(sent),
    received: Uint8Array.from(received),
  }));
}
