/**
 * FastAGI peers that say almost what Asterisk says: recorded bytes, mutated. Nothing crashes or hangs,
 * and no command gets the answer to another.
 */
import assert from "node:assert/strict";
import { setImmediate } from "node:timers";
import { AgiConnection } from "../../lib/agi/connection.ts";
import { type Environment, scriptRequest } from "../../lib/agi/environment.ts";
import { AgiCommandError, HangupError, ProtocolError } from "../../lib/errors.ts";
import { agiConversations } from "../support/agi_conversations.ts";
import { environmentText } from "../support/agi_peer.ts";
import type { Random } from "../support/random.ts";
import { FedStream } from "./support/fed_stream.ts";
import { caseCount, cut, mutate, runCases } from "./support/fuzz.ts";

const encoder = new TextEncoder();
const environment = encoder.encode(environmentText());
const conversations = agiConversations();
const beginnings = conversations.map(({ beginning }) => beginning);
const steps = conversations.flatMap((conversation) => conversation.steps)
  .filter(({ sent, received }) => received.length > 0 && sent !== "" && !sent.includes("\n"));
const replies = steps.map(({ received }) => received);

/** What has become of a promise. */
interface Outcome<Value> {
  value?: Value;
  error?: unknown;
  settled: boolean;
}

function watch<Value>(promise: Promise<Value>): Outcome<Value> {
  const outcome: Outcome<Value> = { settled: false };
  promise.then((value) => Object.assign(outcome, { value, settled: true }), (error) => {
    Object.assign(outcome, { error, settled: true });
  });
  return outcome;
}

/** Lets all promises go on that can. */
function breathe(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

function assertKnown(error: unknown): void {
  const known = [HangupError, ProtocolError, AgiCommandError, RangeError];
  assert.ok(known.some((kind) => error instanceof kind), `rejected with ${Deno.inspect(error)}`);
}

async function breakEnvironment(random: Random): Promise<void> {
  const stream = new FedStream();
  let hangups = 0;
  const connection = new AgiConnection(stream, { onHangup: () => hangups++ });
  const outcome = watch<Environment | undefined>(connection.readEnvironment());
  stream.feed(...cut(mutate(random.pick(beginnings), random, beginnings), random));
  await stream.drained();
  stream.end();
  if (!outcome.settled) await breathe();
  assert.ok(outcome.settled, "the environment is still awaited");
  if (outcome.error) assertKnown(outcome.error);
  else if (outcome.value) {
    const { values, args } = outcome.value;
    assert.equal(Object.getPrototypeOf(values), null);
    assert.ok(Object.values(values).every((value) => typeof value === "string"));
    assert.ok(args.every((value) => typeof value === "string"));
    assert.equal(typeof scriptRequest(outcome.value).script, "string");
  }
  if (!connection.closed) await breathe();
  assert.ok(connection.closed && stream.closed, "the connection is still open");
  assert.ok(hangups <= 1, "the end was told twice");
}

/** A command whose answer is nobody else's, then one with a broken reply, then two good ones again. */
async function breakReply(random: Random, index: number): Promise<void> {
  const stream = new FedStream();
  const connection = new AgiConnection(stream, { onHangup: () => {} });
  const ready = connection.readEnvironment();
  stream.feed(environment);
  await ready;
  const broken = random.pick(steps);
  const outcomes: Outcome<unknown>[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const own = `${index} ${turn}`;
    const isBroken = turn === 1;
    const outcome = watch<unknown>(
      connection.send(isBroken ? broken.sent : `GET VARIABLE FUZZ${turn}`)
        .then(({ data, result }) => isBroken ? result : data),
    );
    outcomes.push(outcome);
    const reply = isBroken
      ? mutate(broken.received, random, replies)
      : encoder.encode(`200 result=1 (${own})\n`);
    if (stream.takeWritten() !== "") stream.feed(...isBroken ? cut(reply, random) : [reply]);
    await stream.drained();
    if (!outcome.settled) await breathe();
    if (!isBroken) {
      if (turn === 0) assert.equal(outcome.value, own);
      if (outcome.settled && !outcome.error) assert.equal(outcome.value, own);
    }
    // The reply is not whole: Asterisk would say nothing more, whatever it is asked.
    if (!outcome.settled) break;
  }
  stream.end();
  await breathe();
  for (const { settled, error } of outcomes) {
    assert.ok(settled, "a command is still waiting");
    if (error) assertKnown(error);
  }
  assert.ok(connection.closed && stream.closed, "the connection is still open");
}

Deno.test("AGI environments that are broken are read or refused, and none is waited for", async () => {
  await runCases("broken AGI environments", caseCount(40_000), breakEnvironment);
});

Deno.test("AGI replies that are broken cost their own call, and no command gets another's answer", async () => {
  await runCases("broken AGI replies", caseCount(30_000), breakReply);
});
