/**
 * An AMI peer that says almost what Asterisk says: recorded messages, mutated. Nothing crashes or
 * hangs, and each well-formed message behind a broken one is read.
 */
import assert from "node:assert/strict";
import { setImmediate } from "node:timers";
import { AmiClient } from "../../lib/ami/client.ts";
import { EventListeners } from "../../lib/ami/event_listeners.ts";
import { AmiMessage } from "../../lib/ami/message.ts";
import { AmiError } from "../../lib/errors.ts";
import { silentLog } from "../../lib/log.ts";
import type { Random } from "../support/random.ts";
import { amiStreams, amiTranscripts } from "../support/transcripts.ts";
import { FedStream } from "./support/fed_stream.ts";
import { caseCount, cut, mutate, runCases } from "./support/fuzz.ts";

const encoder = new TextEncoder();

/** Whole messages of all recordings; of the many that are alike, some. */
function readMessages(): { events: Uint8Array[]; answers: Uint8Array[] } {
  const events = new Map<string, Uint8Array[]>();
  const answers: Uint8Array[] = [];
  for (const { bytes } of amiStreams()) {
    for (const message of new TextDecoder().decode(bytes).split("\r\n\r\n")) {
      const name = /^Event: (\w+)/.exec(message)?.[1];
      const alike = name ? events.get(name) ?? [] : answers;
      if (alike.length < 40 || !name) alike.push(encoder.encode(`${message}\r\n\r\n`));
      if (name) events.set(name, alike);
    }
  }
  for (const { protocol, session, exchange } of amiTranscripts()) {
    if (protocol !== "ami" || !session) continue;
    for (const { direction, bytes } of exchange) {
      // A list of a thousand items is mutated like one of ten.
      if (direction === "fromAsterisk" && bytes.length < 10_000) answers.push(bytes);
    }
  }
  return { events: [...events.values()].flat(), answers };
}

const { events, answers } = readMessages();
const all = [...events, ...answers];

/** A client that is logged in, and what it was told. */
interface Scene {
  readonly client: AmiClient;
  readonly stream: FedStream;
  /** Numbers of the well-formed events that came. */
  readonly numbers: Set<string>;
  /** Actions of broken responses that nobody has answered yet. */
  readonly waiting: Set<string>;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** The ActionID of the action that was written last. */
function lastId(stream: FedStream): string {
  return /ActionID: (\S+)\r\n(?![^]*ActionID: )/.exec(stream.takeWritten())?.[1] ?? "";
}

async function answerNext(stream: FedStream, headers: string): Promise<void> {
  while (stream.written === "") await breathe();
  stream.feed(encoder.encode(`Response: Success\r\nActionID: ${lastId(stream)}\r\n${headers}\r\n`));
}

async function logIn(): Promise<Scene> {
  const stream = new FedStream();
  const numbers = new Set<string>();
  const client = new AmiClient({
    connect: () => Promise.resolve(stream),
    credentials: { user: "admin", secret: "secret", secure: true },
    address: "the test",
    log: { ...silentLog, error: (message) => assert.fail(message) },
    times: { ping: 3_000_000, dead: 6_000_000 },
  });
  const listeners = new EventListeners();
  listeners.add("*", (event) => {
    assert.ok(event instanceof AmiMessage);
    assert.equal(typeof event.Event, "string");
    for (const [name, value] of event.headers) {
      assert.equal(typeof name + typeof value, "stringstring");
    }
    if (event.Event === "Sound") numbers.add(event["Number"] ?? "");
  });
  const ready = new Promise<void>((resolve) => {
    listeners.add("ami:ready", () => resolve());
  });
  client.setListeners([listeners]);
  client.start();
  stream.feed(encoder.encode("Asterisk Call Manager/11.0.0\r\n"));
  await answerNext(stream, "Challenge: 1\r\n");
  await answerNext(stream, "Message: Authentication accepted\r\n");
  stream.feed(encoder.encode("Event: FullyBooted\r\nUptime: 1\r\n\r\n"));
  await ready;
  return { client, stream, numbers, waiting: new Set() };
}

async function breakMessage(scene: Scene, random: Random, index: number): Promise<void> {
  const { client, stream, numbers, waiting } = scene;
  let recorded = random.pick(events);
  if (random.int(2)) {
    // Something that is waited for: a response, or a whole list.
    const name = `Action${index}`;
    waiting.add(name);
    client.action(name).catch((error) => assert.ok(error instanceof AmiError, String(error)))
      .finally(() => waiting.delete(name));
    await breathe();
    const id = lastId(stream);
    const text = new TextDecoder().decode(random.pick(answers));
    recorded = encoder.encode(text.replace(/ActionID: [^\r]*/g, `ActionID: ${id}`));
  }
  const broken = mutate(recorded, random, all);
  // Without the blank line that ends it, the broken message reaches to the next one's.
  const isWhole = new TextDecoder().decode(broken).endsWith("\r\n\r\n");
  const first = encoder.encode(`Event: Sound\r\nNumber: ${index}a\r\n\r\n`);
  const second = encoder.encode(`Event: Sound\r\nNumber: ${index}b\r\n\r\n`);
  stream.feed(...cut(broken, random), ...cut(first, random), ...cut(second, random));
  await stream.drained();
  assert.equal(client.state, "ready");
  assert.ok(!isWhole || numbers.has(`${index}a`), "the next message was not read");
  assert.ok(numbers.has(`${index}b`), "the message behind the next was not read");
  numbers.clear();
  if (index % 20 > 0) return;

  // Asterisk answers in order: what was not answered before this one never will be.
  const pong = client.action("Ping");
  await answerNext(stream, "Ping: Pong\r\n");
  assert.equal(((await pong) as { Ping?: string }).Ping, "Pong");
  await breathe();
  assert.deepEqual([...waiting], []);
  assert.equal(client.waiting, 0);
}

Deno.test("AMI messages that are broken cost nobody the well-formed ones behind them", async () => {
  const scene = await logIn();
  try {
    await runCases(
      "broken AMI messages",
      caseCount(60_000),
      (random, index) => breakMessage(scene, random, index),
    );
  } finally {
    const stopped = scene.client.stop();
    scene.stream.end();
    await stopped;
  }
});
