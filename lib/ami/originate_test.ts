import assert from "node:assert/strict";
import {
  AmiPeers,
  formatEvent,
  formatResponse,
  type PeerHeaders,
  type ReceivedAction,
} from "../../tests/support/ami_peer.ts";
import { turn } from "../../tests/support/agi_peer.ts";
import { NotConnectedError } from "../errors.ts";
import { silentLog } from "../log.ts";
import { Backoff } from "../net/backoff.ts";
import { AmiClient } from "./client.ts";
import { EventListeners } from "./event_listeners.ts";
import { createAmi } from "./manager.ts";
import { AmiEvent } from "./event.ts";
import { OriginateAnswers, OriginateFailedError } from "./originate.ts";

const order = { channel: "Local/1@x", application: "Wait" };

/** An `ami` that is connected, and Asterisk for it. */
async function startAmi() {
  const asterisk = new AmiPeers();
  const listeners = new EventListeners();
  const client = new AmiClient({
    connect: asterisk.connect,
    credentials: { user: "manager", secret: "secret", secure: true },
    address: "pbx:5038",
    log: silentLog,
    times: { logoff: 0 },
    backoff: new Backoff({ first: 600_000, most: 600_000 }),
  });
  client.setListeners([listeners]);
  const ami = createAmi(client, listeners);
  client.start();
  const ready = ami.waitFor("ami:ready");
  const peer = await asterisk.accept();
  await peer.logIn();
  await ready;
  let over = false;
  /** Ends the connection, as Asterisk does. */
  const hangUp = () => {
    if (!over) peer.close();
    over = true;
  };
  return {
    ami,
    client,
    peer,
    hangUp,
    async [Symbol.asyncDispose](): Promise<void> {
      await client.stop();
      hangUp();
    },
  };
}

/** The event that tells what became of a call. */
function outcome(action: ReceivedAction, headers: PeerHeaders): string {
  return formatEvent("OriginateResponse", {
    Privilege: "call,all",
    ActionID: action.id,
    Channel: "Local/1@x",
    Uniqueid: "7.1",
    ...headers,
  });
}

const answer = { Response: "Success", Reason: "4" };

/** Counts the rejections that nobody handles while `body` runs, and a turn of the event loop more. */
async function unhandled(body: () => Promise<unknown>): Promise<unknown[]> {
  const reasons: unknown[] = [];
  const count = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    reasons.push(event.reason);
  };
  globalThis.addEventListener("unhandledrejection", count);
  try {
    await body();
    await turn();
    await turn();
  } finally {
    globalThis.removeEventListener("unhandledrejection", count);
  }
  return reasons;
}

Deno.test("Originate resolves when accepted, and answered with the event of its own call", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  const ways = [
    () => ami.Originate({ Channel: "Local/1@x", Application: "Wait" }),
    () => ami.originate(order),
    () => ami.action("ORIGINATE", order),
  ];
  for (const originate of ways) {
    const call = originate();
    const action = await peer.next();
    assert.ok(action);
    await peer.answer(action, { Message: "Originate successfully queued" });
    assert.equal((await call).Message, "Originate successfully queued");
    await peer.send(outcome({ ...action, id: "other" }, { ...answer, Uniqueid: "8.1" }));
    await peer.send(outcome(action, { ...answer, ChanVariable: ["a=1", "b=2"] }));
    const event = await call.answered;
    assert.equal(event.Uniqueid, "7.1");
    assert.deepEqual(event.headers.getAll("chanvariable"), ["a=1", "b=2"]);
    assert.equal(await call.answered, event);
  }
});

Deno.test("an answer that comes in one piece with the response, or before it, is not lost", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  for (const isFirst of [false, true]) {
    const call = ami.originate(order);
    const action = await peer.expect("originate");
    const pieces = [formatResponse(action, "Success"), outcome(action, answer)];
    await peer.send((isFirst ? pieces.reverse() : pieces).join(""));
    await call;
    assert.equal((await call.answered).Reason, "4");
  }
});

Deno.test("what comes in one piece behind the answer is not lost either", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  const hangup = (async () => {
    const { Uniqueid } = await ami.originate(order).answered;
    return await ami.waitFor("Hangup", (event) => event.Uniqueid === Uniqueid);
  })();
  const action = await peer.expect("originate");
  await peer.send(
    formatResponse(action, "Success") + outcome(action, answer) +
      formatEvent("Hangup", { Uniqueid: "7.1" }),
  );
  assert.equal((await hangup).Event, "Hangup");
});

Deno.test("the answer is an event for listeners too", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  const heard: string[] = [];
  ami.addEvent("OriginateResponse", ({ Reason }) => heard.push(Reason));
  const call = ami.originate(order);
  const action = await peer.expect("originate");
  await peer.send(formatResponse(action, "Success") + outcome(action, answer));
  await call.answered;
  assert.deepEqual(heard, ["4"]);
});

const failures = [
  { reason: "hangup", number: "1", words: "it hung up" },
  { reason: "noanswer", number: "3", words: "nobody answered" },
  { reason: "busy", number: "5", words: "it is busy" },
  { reason: "congestion", number: "8", words: "congestion" },
  { reason: "failed", number: "0", words: "the call could not be made" },
  { reason: "failed", number: "99", words: "the call could not be made" },
];

Deno.test("a call that is not answered rejects with its event and the reason", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  for (const { reason, number, words } of failures) {
    const call = ami.originate(order);
    const action = await peer.expect("originate");
    await peer.send(
      formatResponse(action, "Success") + outcome(action, { Response: "Failure", Reason: number }),
    );
    assert.equal((await call)["Response"], "Success");
    const error = await call.answered.then(() => undefined, (error: unknown) => error);
    assert.ok(error instanceof OriginateFailedError, String(error));
    assert.equal(error.message, `Originate of "Local/1@x" failed: ${words} (Reason ${number})`);
    assert.equal(error.reason, reason);
    assert.equal(error.event.Uniqueid, "7.1");
    assert.equal(error.event.headers.get("reason"), number);
  }
});

Deno.test("an order that is refused, given up or cannot be sent rejects both with the same", async () => {
  await using scene = await startAmi();
  const { ami, client, peer, hangUp } = scene;
  const abort = new AbortController();
  const ways: [start: () => ReturnType<typeof ami.originate>, then: () => Promise<void>][] = [
    [
      () => ami.originate(order),
      async () => await peer.refuse(await peer.expect("originate"), "Extension does not exist."),
    ],
    [
      () => ami.originate(order, { signal: abort.signal }),
      () => Promise.resolve(abort.abort(new Error("enough"))),
    ],
    [() => ami.originate(order, { timeout: 0 }), () => Promise.resolve()],
    [() => ami.originate({ channel: "a\r\nb" }), () => Promise.resolve()],
    [() => ami.originate(order), () => Promise.resolve(hangUp())],
    [() => ami.originate(order), () => Promise.resolve()],
  ];
  const names: string[] = [];
  for (const [start, then] of ways) {
    const call = start();
    const { answered } = call;
    await then();
    const error = await call.then(() => undefined, (error: unknown) => error);
    assert.ok(error instanceof Error);
    names.push(error.name);
    await assert.rejects(answered, { name: error.name });
  }
  assert.deepEqual(names, [
    ...["ActionFailedError", "Error", "ActionTimeoutError", "TypeError"],
    ...["NotConnectedError", "NotConnectedError"],
  ]);
  assert.equal(client.state, "waiting");
});

Deno.test("a call that nobody has answered yet fails with the connection", async () => {
  await using scene = await startAmi();
  const { ami, peer, hangUp } = scene;
  const call = ami.originate(order);
  await peer.answer(await peer.expect("originate"));
  await call;
  hangUp();
  await assert.rejects(call.answered, {
    name: "NotConnectedError",
    message: "Nobody knows whether Originate was answered: the AMI connection ended " +
      "(Asterisk closed the connection)",
  });
});

Deno.test("a signal ends the waiting for the answer, when the order has been accepted", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  const abort = new AbortController();
  const call = ami.originate(order, { signal: abort.signal });
  await peer.answer(await peer.expect("originate"));
  await call;
  abort.abort(new Error("enough"));
  await assert.rejects(call.answered, { message: "enough" });
});

Deno.test("with Async: false there is no event to wait for, and answered says so", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  const call = ami.originate({ ...order, async: false });
  const action = await peer.expect("originate");
  assert.equal(action.get("async"), "false");
  await peer.answer(action);
  assert.equal((await call)["Response"], "Success");
  await assert.rejects(call.answered, {
    name: "TypeError",
    message: /with "Async: false" Asterisk sends no OriginateResponse/,
  });
});

Deno.test("a failure that nobody looks for ends nothing", async () => {
  await using scene = await startAmi();
  const { ami, peer, hangUp } = scene;
  const start = async (body: (action: ReceivedAction) => Promise<void>, sync = false) => {
    const call = ami.originate({ ...order, async: !sync });
    await body(await peer.expect("originate"));
    await call.catch(() => {});
  };
  const reasons = await unhandled(async () => {
    const failure = { Response: "Failure", Reason: "5" };
    await start((action) =>
      peer.send(formatResponse(action, "Success") + outcome(action, failure))
    );
    await start((action) => peer.refuse(action, "no"));
    await start((action) => peer.answer(action), true);
    await start((action) => peer.answer(action));
    const lost = ami.waitFor("ami:lost");
    hangUp();
    await lost;
    await ami.originate(order).catch(() => {});
  });
  assert.deepEqual(reasons, []);
});

Deno.test("an order that is refused is missed by nobody: by itself or with its answer", async () => {
  await using scene = await startAmi();
  const { ami, peer } = scene;
  const refuse = async () => await peer.refuse(await peer.expect("originate"), "no");
  const alone = await unhandled(async () => {
    ami.originate(order);
    await refuse();
  });
  assert.equal(alone.length, 1);
  const looked = await unhandled(async () => {
    const answered = ami.originate(order).answered;
    await refuse();
    await assert.rejects(answered, { name: "ActionFailedError" });
  });
  assert.deepEqual(looked, []);
});

/** A call of {@linkcode OriginateAnswers}: nothing of it must be left when it is over. */
function makeCall(time: number, signal?: AbortSignal) {
  const answers = new OriginateAnswers();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return {
    answers,
    accept: resolve,
    refuse: reject,
    answered: answers.wait("1", promise, time, signal),
  };
}

Deno.test("a call that is over leaves nothing behind", async () => {
  const event = new AmiEvent(
    "Event: OriginateResponse\r\nActionID: 1\r\nResponse: Success\r\n\r\n",
  );
  const message = "Event: OriginateResponse\r\nActionID: 1\r\nResponse: Success\r\n\r\n";
  const ends: [how: string, end: (call: ReturnType<typeof makeCall>) => unknown][] = [
    ["answered", ({ answers }) => answers.take(event.Event, message)],
    ["refused", ({ refuse }) => refuse(new Error("no"))],
    ["lost", ({ answers }) => answers.rejectAll(new NotConnectedError("lost"))],
  ];
  for (const [how, end] of ends) {
    for (const accepted of [false, true]) {
      const { signal } = new AbortController();
      let listeners = 0;
      const counted = Object.assign(signal, {
        addEventListener: () => listeners++,
        removeEventListener: () => listeners--,
      });
      const call = makeCall(30_000, counted);
      if (accepted) call.accept();
      await turn();
      assert.equal(call.answers.size, 1);
      assert.equal(listeners, 1);
      if (how === "refused" && accepted) call.answers.rejectAll(new Error("no"));
      else end(call);
      await call.answered.catch(() => {});
      assert.equal(call.answers.size, 0, how);
      assert.equal(listeners, 0, how);
      assert.equal(call.answers.take("OriginateResponse", message), false);
      // A timer that is left would be a leak that the test runner reports.
    }
  }
});

Deno.test("an event that does not come is not waited for for ever", async () => {
  // As if the dialling should have ended a minute ago.
  const call = makeCall(-60_000);
  call.accept();
  await assert.rejects(call.answered, {
    name: "ActionTimeoutError",
    message:
      "Originate was accepted, but no OriginateResponse came within 0 ms: the AMI user needs " +
      'the class "call" in read',
  });
  assert.equal(call.answers.size, 0);
  // Dialling without a limit has none here.
  const endless = makeCall(Infinity);
  endless.accept();
  await turn();
  assert.equal(endless.answers.size, 1);
  endless.answers.rejectAll(new NotConnectedError("lost"));
});

Deno.test("other events, and those of other people's calls, are not taken", () => {
  const { answers } = makeCall(30_000);
  const others: [string, string][] = [
    ["OriginateResponse", "Event: OriginateResponse\r\nResponse: Success\r\n\r\n"],
    ["OriginateResponse", "Event: OriginateResponse\r\nActionID: 2\r\nResponse: Success\r\n\r\n"],
    ["UserEvent", "Event: UserEvent\r\nActionID: 1\r\nResponse: Success\r\n\r\n"],
  ];
  for (const [name, message] of others) assert.equal(answers.take(name, message), false);
  assert.equal(answers.size, 1);
  answers.rejectAll(new NotConnectedError("the test is over"));
});
