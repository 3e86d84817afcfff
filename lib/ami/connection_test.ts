import assert from "node:assert/strict";
import { AmiPeer } from "../../tests/support/ami_peer.ts";
import { seededRandom } from "../../tests/support/random.ts";
import { amiStreams, amiTranscripts } from "../../tests/support/transcripts.ts";
import { ProtocolError } from "../errors.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import { defaultLimits } from "../limits.ts";
import { AmiConnection } from "./connection.ts";
import { eventName } from "./event.ts";

/** A stream that gives these pieces, one for each read, and then ends. */
class Pieces implements ByteStream {
  readonly #pieces: Iterator<Uint8Array>;
  #rest = new Uint8Array();

  constructor(pieces: Iterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  read(buffer: Uint8Array): Promise<number | null> {
    if (this.#rest.length === 0) this.#rest = this.#pieces.next().value ?? this.#rest;
    if (this.#rest.length === 0) return Promise.resolve(null);
    const piece = this.#rest.subarray(0, buffer.length);
    buffer.set(piece);
    this.#rest = this.#rest.subarray(piece.length);
    return Promise.resolve(piece.length);
  }

  write(bytes: Uint8Array): Promise<number> {
    return Promise.resolve(bytes.length);
  }

  close(): void {}
}

/** Cuts bytes into pieces that end after each number of bytes that `lengths` gives. */
function* cut(bytes: Uint8Array, length: () => number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length;) {
    const end = start + length();
    yield bytes.subarray(start, end);
    start = end;
  }
}

async function readAll(pieces: Iterable<Uint8Array>, banner: boolean): Promise<string[]> {
  const connection = new AmiConnection(new Pieces(pieces), defaultLimits);
  if (banner) await connection.readBanner();
  const messages: string[] = [];
  await connection.readMessages((message) => void messages.push(message));
  return messages;
}

const encode = (text: string) => new TextEncoder().encode(text);
const greeting = "Asterisk Call Manager/11.0.0\r\n";

/** What was recorded: all that Asterisk said in a conversation, and whether it begins with the greeting. */
function recordings(): { id: string; bytes: () => Uint8Array; banner: boolean }[] {
  const conversations = amiTranscripts().filter(({ protocol }) => protocol === "ami").map(
    ({ id, version, exchange, session }) => {
      const pieces = exchange.filter(({ direction }) => direction === "fromAsterisk");
      const all = pieces.flatMap(({ bytes }) => [...bytes]);
      return {
        id: `${version} ${id}`,
        bytes: () => Uint8Array.from(all),
        banner: session === null,
      };
    },
  );
  const streams = amiStreams().map((stream) => ({
    id: `${stream.version} stream ${stream.name}`,
    bytes: () => stream.bytes,
    banner: true,
  }));
  return [...conversations, ...streams];
}

Deno.test("every recording gives the same messages, however it is cut into pieces", async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = seededRandom(seed);
  let count = 0;
  for (const { id, bytes: read, banner } of recordings()) {
    const bytes = read();
    // Another way of splitting: neither Asterisk has messages that may hold a blank line.
    const expected = new TextDecoder().decode(bytes).replace(/^Asterisk Call Manager.*\r\n/, "")
      .split(/(?<=\r\n\r\n)/).map((message) => message.replace(/^(\r\n)+/, ""))
      .filter((message) => message.endsWith("\r\n\r\n"));
    count += expected.length;
    assert.deepEqual(await readAll([bytes], banner), expected, `${id}, whole`);
    const longest = bytes.length < 4_096 ? 1 : bytes.length < 100_000 ? 300 : 20_000;
    const pieces = cut(bytes, () => 1 + random.int(longest));
    assert.deepEqual(await readAll(pieces, banner), expected, `${id}, seed ${seed}`);
  }
  assert.ok(count > 60_000, `${count} messages`);
});

Deno.test("every short recording gives the same messages, cut in two anywhere", async () => {
  for (const { id, bytes: read, banner } of recordings()) {
    const bytes = read();
    if (bytes.length > 700) continue;
    const expected = await readAll([bytes], banner);
    for (let at = 1; at < bytes.length; at++) {
      const pieces = [bytes.subarray(0, at), bytes.subarray(at)];
      assert.deepEqual(await readAll(pieces, banner), expected, `${id}, cut at ${at}`);
    }
  }
});

for (const stream of amiStreams()) {
  // The recorder took the last of repeated Event headers, and we take the first line; these streams
  // have no message where that shows: their forged Event headers are behind a Response.
  Deno.test(`stream ${stream.version}/${stream.name} has the events that were counted`, async () => {
    const { events, responses, eventCounts } = stream.meta;
    const counts: Record<string, number> = {};
    let others = 0;
    for (const message of await readAll([stream.bytes], true)) {
      const name = eventName(message);
      if (name === undefined) others++;
      else counts[name] = (counts[name] ?? 0) + 1;
    }
    assert.deepEqual(counts, eventCounts);
    assert.equal(Object.values(counts).reduce((sum, count) => sum + count, 0), events);
    assert.equal(others, responses);
  });
}

Deno.test("readMessages() drops the message that the end of the stream cuts off", async () => {
  const text = "Event: A\r\n\r\nEvent: B\r\nKey: val";
  assert.deepEqual(await readAll([encode(text)], false), ["Event: A\r\n\r\n"]);
});

Deno.test("readMessages() skips empty lines between messages, also in pieces", async () => {
  const text = "\r\nEvent: A\r\n\r\n\r\n\r\nEvent: B\r\n\r\n";
  const expected = ["Event: A\r\n\r\n", "Event: B\r\n\r\n"];
  assert.deepEqual(await readAll([encode(text)], false), expected);
  assert.deepEqual(await readAll(cut(encode(text), () => 1), false), expected);
});

Deno.test("readMessages() keeps a character whole that came in two pieces", async () => {
  const bytes = encode("Event: A\r\nName: ž😀\r\n\r\n");
  const messages = await readAll(cut(bytes, () => 1), false);
  assert.deepEqual(messages, ["Event: A\r\nName: ž😀\r\n\r\n"]);
});

Deno.test("readMessages() goes on past bytes that are not UTF-8", async () => {
  const bytes = Uint8Array.of(
    ...encode("Event: A\r\nName: "),
    0xff,
    ...encode("\r\n\r\nEvent: B\r\n\r\n"),
  );
  const messages = await readAll([bytes], false);
  assert.deepEqual(messages, ["Event: A\r\nName: \ufffd\r\n\r\n", "Event: B\r\n\r\n"]);
});

Deno.test("readMessages() takes the text of a Command of Asterisk 13 for one message", async () => {
  // branch 13, main/manager.c, action_command()
  const follows = "Response: Follows\r\nPrivilege: Command\r\nActionID: 7-1\r\n" +
    "a: b\r\n\r\nEvent: none\n--END COMMAND--\r\n\r\n";
  const text = `Asterisk Call Manager/2.10.6\r\n${follows}Event: A\r\n\r\n`;
  for (const pieces of [[encode(text)], cut(encode(text), () => 1)]) {
    assert.deepEqual(await readAll(pieces, true), [follows, "Event: A\r\n\r\n"]);
  }
});

Deno.test("a forged `Response: Follows` does not swallow what comes behind it", async () => {
  // A channel variable with line ends, shown by Getvar.
  const forged = "Response: Follows\r\nPrivilege: Command\r\n\r\n";
  const text = `${greeting}Value: x\r\n\r\n${forged}Event: Hangup\r\n\r\n`;
  assert.deepEqual(await readAll([encode(text)], true), [
    "Value: x\r\n\r\n",
    forged,
    "Event: Hangup\r\n\r\n",
  ]);
});

Deno.test("readMessages() gives up a message that does not end within 16 MB", async () => {
  const line = encode(`Output: ${"x".repeat(16_374)}\r\n`);
  let pieces = 0;
  function* endless(): Generator<Uint8Array> {
    yield encode("Response: Success\r\n");
    for (;;) {
      pieces++;
      yield line;
    }
  }
  await assert.rejects(readAll(endless(), false), (error) => {
    assert.ok(error instanceof ProtocolError);
    assert.equal(
      error.message,
      "AMI message of more than 16777216 characters (limits.messageBytes)",
    );
    assert.ok(error.received.length < 300);
    return true;
  });
  assert.equal(pieces, 1_024);
});

Deno.test("readMessages() waits where it is told to before it gives the next message", async () => {
  const connection = new AmiConnection(
    new Pieces([encode("Event: A\r\n\r\nEvent: B\r\n\r\n")]),
    defaultLimits,
  );
  const steps: string[] = [];
  await connection.readMessages(async (message) => {
    steps.push(message.trimEnd());
    await Promise.resolve();
    steps.push("waited");
  });
  assert.deepEqual(steps, ["Event: A", "waited", "Event: B", "waited"]);
});

Deno.test("a connection that is closed gives no more messages, those that are there neither", async () => {
  const [peer, stream] = AmiPeer.pair();
  const connection = new AmiConnection(stream, defaultLimits);
  const messages: string[] = [];
  const reading = connection.readMessages((message) => {
    messages.push(message);
    connection.close();
  });
  await peer.send("Event: A\r\n\r\nEvent: B\r\n\r\n");
  await reading;
  assert.deepEqual(messages, ["Event: A\r\n\r\n"]);
  await peer.expectClose();
  peer.close();
});

Deno.test("close() ends reading that waits, twice does no harm, and nothing is sent any more", async () => {
  const [peer, stream] = AmiPeer.pair();
  const connection = new AmiConnection(stream, defaultLimits);
  const reading = connection.readMessages(() => {});
  connection.close();
  connection.close();
  connection.send("Action: Ping\r\n\r\n");
  await reading;
  await peer.expectClose();
  peer.close();
});

Deno.test("readMessages() tells of a failure of the stream", async () => {
  const failure = new Deno.errors.ConnectionReset("Connection reset by peer (os error 104)");
  class Broken extends Pieces {
    override read(): Promise<number | null> {
      return Promise.reject(failure);
    }
  }
  const connection = new AmiConnection(new Broken([]), defaultLimits);
  await assert.rejects(connection.readMessages(() => {}), failure);
});

Deno.test("readBanner() leaves to readMessages() what came with the greeting", async () => {
  const connection = new AmiConnection(
    new Pieces([encode(`${greeting}Event: A\r\n\r\n`)]),
    defaultLimits,
  );
  assert.equal(await connection.readBanner(), "11.0.0");
  const messages: string[] = [];
  await connection.readMessages((message) => void messages.push(message));
  assert.deepEqual(messages, ["Event: A\r\n\r\n"]);
});

const banners: [what: string, text: string, message: RegExp][] = [
  ["goes without a word", "", /^AMI connection ended before the greeting$/],
  ["goes in the middle of a word", "Asterisk Ca", /^AMI connection ended before the greeting$/],
  ["greets as something else", "SSH-2.0-OpenSSH_9.2\r\n", /it greets with "SSH-2.0-OpenSSH_9.2"$/],
  ["never ends its line", "\x16\x03\x01".repeat(500), /it greets with "\\u0016\\u0003\\u0001/],
];

for (const [what, text, message] of banners) {
  Deno.test(`readBanner() refuses a peer that ${what}`, async () => {
    for (const pieces of [[encode(text)], cut(encode(text), () => 1)]) {
      const connection = new AmiConnection(new Pieces(pieces), defaultLimits);
      await assert.rejects(connection.readBanner(), (error) => {
        assert.ok(error instanceof ProtocolError);
        assert.match(error.message, message);
        return true;
      });
    }
  });
}

/** A stream that keeps what is written, and takes no more at once than it is told. */
class Written extends Pieces {
  readonly writes: string[] = [];
  readonly most: number;
  failure: Error | undefined;
  onWrite: () => void = () => {};

  constructor(most = Infinity) {
    super([]);
    this.most = most;
  }

  override write(bytes: Uint8Array): Promise<number> {
    if (this.failure) return Promise.reject(this.failure);
    const taken = bytes.subarray(0, this.most);
    this.writes.push(new TextDecoder().decode(taken));
    this.onWrite();
    return Promise.resolve(taken.length);
  }
}

/** Lets all microtasks and timers that are due run. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

Deno.test("send() joins what is sent in one turn, and what is sent while a write is under way", async () => {
  const stream = new Written();
  const connection = new AmiConnection(stream, defaultLimits);
  for (const text of ["a", "b", "c"]) connection.send(text);
  assert.deepEqual(stream.writes, []);
  stream.onWrite = () => {
    stream.onWrite = () => {};
    connection.send("e");
    connection.send("f");
  };
  // Those who were answered together send one after the other.
  queueMicrotask(() => {
    connection.send("d");
  });
  await settle();
  assert.deepEqual(stream.writes, ["abcd", "ef"]);
  connection.send("g");
  await settle();
  assert.deepEqual(stream.writes, ["abcd", "ef", "g"]);
});

Deno.test("send() goes on with the rest of a write that was taken in part, before anything else", async () => {
  const stream = new Written(3);
  const connection = new AmiConnection(stream, defaultLimits);
  connection.send("Action: Ping");
  await Promise.resolve();
  connection.send("Logoff");
  await settle();
  assert.deepEqual(stream.writes, ["Act", "ion", ": P", "ing", "Log", "off"]);
});

Deno.test("a write that fails does not cost what Asterisk said before it closed", async () => {
  // `Shutdown` is under way when a Ping finds the connection closed at the other end.
  const stream = new Written();
  stream.failure = new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const last = new Pieces([encode("Event: Shutdown\r\n\r\n")]);
  stream.read = async (buffer) => {
    await arrived;
    return last.read(buffer);
  };
  const connection = new AmiConnection(stream, defaultLimits);
  const messages: string[] = [];
  const reading = connection.readMessages((message) => void messages.push(message));
  connection.send("Action: Ping\r\n\r\n");
  await settle();
  connection.send("Action: Ping\r\n\r\n");
  arrive();
  await reading;
  assert.deepEqual(messages, ["Event: Shutdown\r\n\r\n"]);
  assert.deepEqual(stream.writes, []);
});

Deno.test("lastHeard moves on with every read", async () => {
  const connection = new AmiConnection(
    new Pieces([encode(greeting), encode("Event: A\r\n\r\n")]),
    defaultLimits,
  );
  const made = connection.lastHeard;
  while (performance.now() === made);
  await connection.readBanner();
  assert.ok(connection.lastHeard > made);
});

const tooLarge: [what: string, text: string, message: RegExp][] = [
  [
    "of too many characters",
    `Event: A\r\nB: ${"x".repeat(200)}\r\n\r\n`,
    /more than 100 characters/,
  ],
  ["of too many characters without an end", `Event: A\r\nB: ${"x".repeat(200)}`, /messageBytes/],
  ["of too many headers", `Event: A\r\n${"B:\r\n".repeat(10)}\r\n`, /more than 10 headers/],
];

for (const [what, text, message] of tooLarge) {
  Deno.test(`a message ${what} ends the connection, those before it are handed out`, async () => {
    const limits = { messageBytes: 100, messageHeaders: 10 };
    const good = `Event: A\r\n${"B:\r\n".repeat(9)}\r\n`;
    for (const size of [1, 7, 10_000]) {
      const bytes = encode(`${greeting}${good}${text}`);
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      const connection = new AmiConnection(new Pieces(pieces), limits);
      await connection.readBanner();
      const messages: string[] = [];
      await assert.rejects(
        connection.readMessages((message) => void messages.push(message)),
        (error) => error instanceof ProtocolError && message.test(error.message),
      );
      assert.deepEqual(messages, [good]);
    }
  });
}
