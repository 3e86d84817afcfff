import assert from "node:assert/strict";
import { formatEvent, formatResponse } from "../../tests/support/ami_peer.ts";
import { ActionFailedError, NotConnectedError } from "../errors.ts";
import { openLog } from "../log.ts";
import type { ActionParameters } from "./action.ts";
import { ChannelSync } from "./channel_sync.ts";
import { AmiEvent } from "./event.ts";
import type { ActionResult } from "./pending_actions.ts";
import { AmiResponse, makeList } from "./response.ts";

/** What a channel is like in a list or an event. */
type Item = Readonly<Record<string, string>>;

/** Headers of a channel; what is not given is the same for all. */
const channel = (Uniqueid: string, more: Item = {}): Item => ({
  Channel: `Local/${Uniqueid}`,
  ChannelState: "6",
  ChannelStateDesc: "Up",
  Context: "play",
  Exten: "wait",
  Priority: "1",
  Uniqueid,
  Linkedid: Uniqueid,
  ...more,
});

/** A session whose answers the test gives, in their order. */
class Session {
  readonly asked: string[] = [];
  readonly #answers: ((result: ActionResult | Error) => void)[] = [];

  action(name: string, _parameters: ActionParameters): Promise<ActionResult> {
    this.asked.push(name);
    return new Promise((resolve, reject) => {
      this.#answers.push((result) => result instanceof Error ? reject(result) : resolve(result));
    });
  }

  /** Answers the oldest action that waits with a list, or with a refusal. */
  async answer(items: readonly Item[] | Error): Promise<void> {
    const event = (headers: Item) => new AmiEvent(formatEvent("Item", headers));
    const response = new AmiResponse(formatResponse({ id: "1" }, "Success"));
    const answer = this.#answers.shift();
    assert.ok(answer, "nothing was asked");
    answer(items instanceof Error ? items : makeList(response, items.map(event), event({})));
    await settle();
  }
}

/** Lets all promises that are settled tell so. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

const refusal = new ActionFailedError(
  'Action "X" failed: Permission denied',
  "X",
  new AmiResponse("Response: Error\r\nMessage: Permission denied\r\n\r\n"),
);

function makeSync(times = { first: 1e6, pause: 1e6, settle: 1 }) {
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line.replace(/^\S+ \S+ /, "")) });
  const sync = new ChannelSync(log, times);
  const tell = (name: string, headers: Item) => sync.take(name, formatEvent(name, headers));
  const { view } = sync;
  return { sync, view, lines, tell, names: () => [...view.values()].map(({ name }) => name) };
}

/** One that has read its lists. */
async function begin(
  items: readonly Item[],
  times?: { first: number; pause: number; settle: number },
) {
  const made = makeSync(times);
  const session = new Session();
  const begun = made.sync.begin(session);
  await session.answer(items);
  await session.answer(items);
  await begun;
  return { ...made, session };
}

Deno.test("ami.channels is a Map to read from", async () => {
  const { sync, view } = await begin([channel("1.1"), channel("1.2")]);
  const one = view.get("1.1")!;
  assert.equal(view.size, 2);
  assert.equal(view.has("1.2"), true);
  assert.equal(view.has("1.3"), false);
  assert.equal(view.find("Local/1.1"), one);
  assert.equal(view.find("Local/1.3"), undefined);
  assert.deepEqual([...view.keys()], ["1.1", "1.2"]);
  assert.deepEqual([...view].map(([uniqueid]) => uniqueid), ["1.1", "1.2"]);
  assert.deepEqual([...view.entries()], [...view]);
  const called: unknown[] = [];
  view.forEach(function (this: unknown, ...args) {
    called.push([this, ...args]);
  }, "this");
  assert.deepEqual(called[0], ["this", one, "1.1", view]);
  assert.equal(new Map(view).size, 2);
  sync.stop();
});

Deno.test("it is complete when both lists are there, and ready() waits for that", async () => {
  const { sync, view, tell, names } = makeSync();
  const session = new Session();
  let ready = false;
  view.ready().then(() => ready = true);
  sync.begin(session);
  assert.deepEqual(session.asked, ["CoreShowChannels", "Status"]);
  // What comes before the list is older than it.
  tell("Newchannel", channel("1.0"));
  await session.answer([channel("1.1")]);
  assert.deepEqual(names(), ["Local/1.1"]);
  tell("Newchannel", channel("1.2"));
  assert.equal(view.isComplete, false);
  assert.equal(ready, false);
  await session.answer([{ ...channel("1.1"), Variable: "A=1" }]);
  assert.deepEqual(names(), ["Local/1.1", "Local/1.2"]);
  assert.equal(view.get("1.1")?.variables.get("A"), "1");
  assert.equal(view.isComplete, true);
  assert.equal(ready, true);
  await view.ready();
  sync.stop();
});

Deno.test("without connection it stays as it was, and is complete again after the next lists", async () => {
  const { sync, view, names } = await begin([channel("1.1"), channel("1.2")]);
  const kept = view.get("1.1");
  sync.end();
  assert.equal(view.isComplete, false);
  assert.equal(view.size, 2);
  const ready = view.ready();
  const next = new Session();
  sync.begin(next);
  await next.answer([channel("1.1"), channel("1.3")]);
  await next.answer([]);
  await ready;
  assert.deepEqual(names(), ["Local/1.1", "Local/1.3"]);
  assert.equal(view.get("1.1"), kept);
  sync.stop();
});

Deno.test("a list of a session that has ended is not taken", async () => {
  const { sync, view } = makeSync();
  const old = new Session();
  sync.begin(old);
  sync.end();
  const next = new Session();
  sync.begin(next);
  await next.answer([channel("2.1")]);
  await old.answer([channel("1.1")]);
  await old.answer([channel("1.1")]);
  assert.equal(view.isComplete, false);
  await next.answer([]);
  assert.deepEqual([...view.keys()], ["2.1"]);
  assert.equal(view.isComplete, true);
  sync.stop();
});

Deno.test("a session that ends while it is asked says nothing in the log", async () => {
  const { sync, view, lines } = makeSync();
  const session = new Session();
  const begun = sync.begin(session);
  await session.answer(new NotConnectedError("over"));
  await session.answer(new NotConnectedError("over"));
  await begun;
  assert.equal(view.isComplete, false);
  assert.deepEqual(lines, []);
  const ready = assert.rejects(view.ready(), /stopping/);
  sync.stop();
  await ready;
});

Deno.test("a user who may list nothing is told so once, and what was there is forgotten", async () => {
  const { sync, view, lines, tell } = await begin([channel("1.1")]);
  for (let round = 0; round < 2; round++) {
    sync.end();
    const ready = assert.rejects(view.ready(), ActionFailedError);
    const session = new Session();
    sync.begin(session);
    await session.answer(refusal);
    await session.answer(refusal);
    await ready;
    assert.equal(view.size, 0);
    assert.equal(view.isComplete, false);
    tell("Newchannel", channel("1.2"));
    assert.equal(view.size, 1);
  }
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /Cannot list channels.*Permission denied.*write=reporting/);
  sync.stop();
});

Deno.test("Status alone is enough for the list, CoreShowChannels for all but the variables", async () => {
  for (const refused of [0, 1]) {
    const { sync, view, lines } = makeSync();
    const session = new Session();
    sync.begin(session);
    await session.answer(refused === 0 ? refusal : [channel("1.1", { BridgeId: "b" })]);
    await session.answer(refused === 1 ? refusal : [channel("1.1", { BridgeID: "b" })]);
    await settle();
    assert.equal(view.get("1.1")?.bridge?.uniqueid, "b");
    assert.equal(view.isComplete, true);
    assert.equal(lines.length, refused);
    if (refused) assert.match(lines[0]!, /Cannot read the variables of channels/);
    sync.stop();
  }
});

Deno.test("events that a user does not get are made good, and told once", async () => {
  const times = { first: 1, pause: 1, settle: 1 };
  const { sync, view, session, lines } = await begin([channel("1.1"), channel("1.2")], times);
  const waitForAudit = async () => {
    while (session.asked.at(-1) !== "CoreShowChannels" || session.asked.length < 3) await settle();
  };
  for (let round = 0; round < 2; round++) {
    await waitForAudit();
    const asked = session.asked.length;
    await session.answer([channel("1.1", { ChannelStateDesc: `State ${round}` }), channel("1.3")]);
    while (session.asked.length === asked) await settle();
    assert.deepEqual([...view.keys()], ["1.1", "1.3"]);
    assert.equal(view.get("1.1")?.state, `State ${round}`);
  }
  assert.deepEqual(
    lines.map((line) => /missing \((\w+);/.exec(line)?.[1]),
    ["Newchannel", "Hangup", "Newstate"],
  );
  assert.match(lines[0]!, /read=call,dialplan/);
  sync.stop();
});

Deno.test("events that are on their way are not taken for missing", async () => {
  const times = { first: 1, pause: 1, settle: 20 };
  const { sync, view, session, tell, lines } = await begin([channel("1.1"), channel("1.2")], times);
  while (session.asked.length < 3) await settle();
  // One has ended and one has begun; another has begun and ended by the time that it is looked at.
  await session.answer([channel("1.1", { Priority: "2" }), channel("1.3"), channel("1.4")]);
  tell("Newexten", channel("1.1", { Priority: "3" }));
  tell("Hangup", channel("1.2"));
  for (const uniqueid of ["1.3", "1.4"]) tell("Newchannel", channel(uniqueid));
  tell("Hangup", channel("1.4"));
  while (session.asked.length < 4) await settle();
  assert.deepEqual([...view.keys()], ["1.1", "1.3"]);
  assert.equal(view.get("1.1")?.priority, 3);
  assert.deepEqual(lines, []);
  sync.stop();
});

Deno.test("a channel with too many variables is told of once", async () => {
  const { sync, lines, tell } = await begin([channel("1.1")]);
  for (let n = 0; n < 1_010; n++) {
    tell("VarSet", { ...channel("1.1"), Variable: `V${n}`, Value: "1" });
  }
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /Channel Local\/1\.1 has more than 1000 variables/);
  sync.stop();
});
