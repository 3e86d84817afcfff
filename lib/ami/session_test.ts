import assert from "node:assert/strict";
import { inspect } from "node:util";
import {
  AmiPeer,
  formatEvent,
  formatFullyBooted,
  formatResponse,
  type PeerLogin,
} from "../../tests/support/ami_peer.ts";
import {
  ActionFailedError,
  ActionTimeoutError,
  AmiLoginError,
  NotConnectedError,
  ProtocolError,
} from "../errors.ts";
import { defaultLimits } from "../limits.ts";
import { openLog, silentLog } from "../log.ts";
import { AmiList, type AmiResponse } from "./response.ts";
import { AmiSession, type AmiTimes } from "./session.ts";

const credentials = { user: "manager", secret: "secret", secure: true };

/** Times that no test waits for. */
const calm: AmiTimes = {
  ping: 600_000,
  dead: 600_000,
  login: 600_000,
  boot: 600_000,
  lists: 600_000,
  busy: 600_000,
  logoff: 600_000,
};

/** A session that is not open yet, with its peer, and what it hands out and logs. */
function makeSession(times: Partial<AmiTimes> = {}, isReachable = () => true) {
  const [peer, stream] = AmiPeer.pair();
  const events: string[] = [];
  const lines: string[] = [];
  const log = openLog({ level: "debug", write: (line) => lines.push(line) });
  const receive = (name: string) => events.push(name);
  const session = new AmiSession(stream, {
    times: { ...calm, ...times },
    limits: { ...defaultLimits, queuedEvents: 3 },
    receive,
    isReachable: () => Promise.resolve(isReachable()),
    log,
  });
  return {
    peer,
    session,
    events,
    lines,
    async end(): Promise<void> {
      session.close(new NotConnectedError("the test is over"));
      await session.ended;
      peer.close();
    },
  };
}

async function openSession(
  times: Partial<AmiTimes> = {},
  login: PeerLogin = {},
  isReachable?: () => boolean,
) {
  const made = makeSession(times, isReachable);
  const opening = made.session.open(credentials);
  await made.peer.logIn(login);
  await opening;
  made.session.releaseEvents();
  return made;
}

/** Lets time pass, in which nothing must happen. */
const pass = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

Deno.test("open() logs in by challenge and knows the version", async () => {
  const { session, end } = await openSession();
  assert.equal(session.version, "11.0.0");
  assert.equal(session.waiting, 0);
  await end();
});

Deno.test("open() logs in with the secret when it is told to", async () => {
  const { peer, session, end } = makeSession();
  const opening = session.open({ ...credentials, secure: false });
  await peer.logIn();
  await opening;
  await end();
});

Deno.test("open() keeps the events that come with the login until they are asked for", async () => {
  const { peer, session, events, end } = makeSession();
  const opening = session.open(credentials);
  await peer.logIn({ rest: formatEvent("SuccessfulAuth") + formatEvent("Newchannel") });
  await opening;
  assert.deepEqual(events, []);
  session.releaseEvents();
  assert.deepEqual(events, ["FullyBooted", "SuccessfulAuth", "Newchannel"]);
  await peer.event("Hangup");
  await session.action("Ping", {}, { timeout: 1 }).catch(() => {});
  assert.deepEqual(events.slice(3), ["Hangup"]);
  await end();
});

Deno.test("open() waits until Asterisk has booted", async () => {
  const { peer, session, end } = makeSession();
  let open = false;
  const opening = session.open(credentials).then(() => open = true);
  await peer.logIn({ booted: false, rest: formatEvent("SuccessfulAuth") });
  await pass(5);
  assert.ok(!open);
  await peer.send(formatFullyBooted());
  await opening;
  await end();
});

Deno.test("open() does not wait for ever for an Asterisk that never says that it has booted", async () => {
  const { session, events, peer, end } = await openSession({ boot: 1 }, { booted: false });
  assert.equal(session.bootedAt, undefined);
  // Late, it is an event like others.
  await peer.send(formatFullyBooted());
  const asked = session.action("Ping", {});
  await peer.answer(await peer.expect("Ping"));
  await asked;
  assert.deepEqual(events, ["FullyBooted"]);
  assert.ok(session.bootedAt !== undefined);
  await end();
});

Deno.test("bootedAt tells since when Asterisk is up", async () => {
  const { session, end } = await openSession();
  const uptime = performance.now() - (session.bootedAt ?? NaN);
  assert.ok(uptime >= 100_000 && uptime < 160_000, `${uptime} ms`);
  await end();
});

Deno.test("open() rejects when the login is refused, and closes", async () => {
  const { peer, session } = makeSession();
  const opening = assert.rejects(session.open(credentials), AmiLoginError);
  await peer.greet();
  await peer.answer(await peer.expect("Challenge"), { Challenge: "1" });
  await peer.refuse(await peer.expect("Login"), "Authentication failed");
  await opening;
  await peer.expectClose();
  peer.close();
  assert.ok(await session.ended instanceof AmiLoginError);
});

Deno.test("open() rejects when the peer closes after the refusal at once, with the reason", async () => {
  // Asterisk closes right behind `Authentication failed`.
  const { peer, session } = makeSession();
  const opening = assert.rejects(session.open(credentials), /Authentication failed/);
  await peer.greet();
  await peer.refuse(await peer.expect("Challenge"), "Authentication failed");
  peer.close();
  await opening;
});

Deno.test("open() rejects when the peer never greets", async () => {
  const { peer, session } = makeSession({ login: 5 });
  await assert.rejects(session.open(credentials), {
    name: "NotConnectedError",
    message: "AMI peer does not answer",
  });
  await peer.expectClose();
  peer.close();
});

Deno.test("open() rejects when the peer greets and then says nothing", async () => {
  const { peer, session } = makeSession({ login: 5 });
  await peer.greet();
  await assert.rejects(session.open(credentials), {
    name: "NotConnectedError",
    message: "AMI peer does not answer",
  });
  await peer.expect("Challenge");
  await peer.expectClose();
  peer.close();
});

Deno.test("open() rejects when the peer speaks something else", async () => {
  const { peer, session } = makeSession();
  await peer.send("SSH-2.0-OpenSSH_9.2\r\n");
  await assert.rejects(session.open(credentials), ProtocolError);
  await peer.expectClose();
  peer.close();
  assert.throws(() => session.ended, TypeError);
});

Deno.test("open() rejects when the peer closes before, during and after the login", async () => {
  const moments: ((peer: AmiPeer) => Promise<unknown>)[] = [
    (peer) => peer.greet(),
    async (peer) => {
      await peer.greet();
      await peer.expect("Challenge");
    },
    (peer) => peer.logIn({ booted: false }),
  ];
  for (const moment of moments) {
    const { peer, session } = makeSession();
    const opening = assert.rejects(session.open(credentials), {
      name: "NotConnectedError",
      message: "Asterisk closed the connection",
    });
    await moment(peer);
    peer.close();
    await opening;
  }
  const { peer, session } = makeSession();
  peer.close();
  await assert.rejects(session.open(credentials), ProtocolError);
});

Deno.test("a session that ends in the moment when it opens leaves no timer", async () => {
  // The end of the stream comes in one piece with what opens it; the sanitizers see a timer.
  for (let hops = 0; hops < 12; hops++) {
    const { peer, session } = makeSession();
    const opening = session.open(credentials).catch(() => {});
    await peer.logIn({ booted: false });
    await peer.send(formatFullyBooted());
    for (let hop = 0; hop < hops; hop++) await Promise.resolve();
    peer.close();
    await opening;
    await session.ended;
  }
});

Deno.test("actions get their own answers, and go out in one write", async () => {
  const { peer, session, end } = await openSession();
  const results = ["a", "b", "c"].map((Variable) => session.action("Getvar", { Variable }));
  assert.equal(session.waiting, 3);
  for (const name of ["a", "b", "c"]) {
    const action = await peer.expect("Getvar");
    assert.equal(action.get("variable"), name);
    await peer.answer(action, { Variable: name, Value: name.toUpperCase() });
  }
  const responses = await Promise.all(results) as AmiResponse[];
  assert.deepEqual(responses.map(({ Value }) => Value), ["A", "B", "C"]);
  assert.equal(session.waiting, 0);
  await end();
});

Deno.test("ActionIDs of two sessions differ, so that nobody takes the other's answers", async () => {
  const ids = new Set<string>();
  for (let n = 0; n < 2; n++) {
    const { peer, session, end } = await openSession();
    session.action("Ping", {}).catch(() => {});
    const { id } = await peer.expect("Ping");
    assert.match(id, /^[0-9a-z]{1,14}-\d+$/);
    ids.add(id);
    await end();
  }
  assert.equal(ids.size, 2);
});

Deno.test("a list comes as a list, and its items are no events", async () => {
  const { peer, session, events, end } = await openSession();
  const result = session.action("ParkedCalls", {});
  await peer.list(await peer.expect("ParkedCalls"), "ParkedCall", [{ Exten: "701" }]);
  const list = await result;
  assert.ok(list instanceof AmiList);
  assert.deepEqual(list.map(({ Exten }) => Exten), ["701"]);
  await peer.event("ParkedCall");
  await pass(0);
  assert.deepEqual(events, ["FullyBooted", "ParkedCall"]);
  await end();
});

Deno.test("an action that cannot be sent rejects, and sends nothing", async () => {
  const { peer, session, end } = await openSession();
  await assert.rejects(session.action("Ping", { A: "x\r\ny" }), TypeError);
  await assert.rejects(session.action("Ping", {}, { timeout: -1 }), {
    name: "RangeError",
    message: 'Cannot send action "Ping": timeout is -1, must be 0 or more milliseconds',
  });
  await assert.rejects(session.action("Ping", {}, { timeout: NaN }), RangeError);
  const reason = new Error("no time");
  await assert.rejects(session.action("Ping", {}, { signal: AbortSignal.abort(reason) }), reason);
  assert.equal(session.waiting, 0);
  await end();
  await peer.next().catch(() => {});
});

Deno.test("an action that takes longer than its timeout rejects, and its answer is nobody else's", async () => {
  const { peer, session, events, lines, end } = await openSession();
  await assert.rejects(session.action("ParkedCalls", {}, { timeout: 1 }), (error) => {
    assert.ok(error instanceof ActionTimeoutError);
    assert.equal(error.message, 'Action "ParkedCalls" had no answer within 1 ms');
    assert.equal(error.timeout, 1);
    return true;
  });
  assert.equal(session.waiting, 0);
  const next = session.action("Ping", {});
  await peer.list(await peer.expect("ParkedCalls"), "ParkedCall", [{}, {}]);
  await peer.answer(await peer.expect("Ping"), { Ping: "Pong" });
  assert.equal((await next as AmiResponse).Ping, "Pong");
  assert.deepEqual(events, ["FullyBooted"]);
  assert.deepEqual(lines, []);
  await end();
});

Deno.test("a timeout that no timer can hold is no timeout of one millisecond", async () => {
  for (const timeout of [Infinity, 2 ** 31]) {
    const { peer, session, end } = await openSession();
    const result = session.action("Ping", {}, { timeout });
    const action = await peer.expect("Ping");
    await pass(5);
    await peer.answer(action);
    await result;
    await end();
  }
});

Deno.test("an action that is sent while another is put together gets its own answer", async () => {
  const { peer, session, end } = await openSession();
  const inner: Promise<unknown>[] = [];
  const outer = session.action("Getvar", {
    get Variable() {
      inner.push(session.action("Ping", {}));
      return "A";
    },
  });
  for (let count = 0; count < 2; count++) {
    const action = await peer.next();
    assert.ok(action);
    await peer.send(formatResponse(action, "Success", { Value: action.name }));
  }
  assert.equal((await outer as AmiResponse).Value, "Getvar");
  assert.equal((await inner[0] as AmiResponse).Value, "Ping");
  await end();
});

/** A signal that counts who listens to it. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: EventListener, options?: unknown) => {
    listeners.add(listener);
    add(type as "abort", listener, options as AddEventListenerOptions);
  };
  signal.removeEventListener = (type: string, listener: EventListener) => {
    listeners.delete(listener);
    remove(type as "abort", listener);
  };
  return { controller, signal, listeners };
}

Deno.test("an action that its signal ends rejects with the signal's reason", async () => {
  const { session, end } = await openSession();
  const { controller, signal, listeners } = countedSignal();
  const result = session.action("Ping", {}, { signal, timeout: 60_000 });
  assert.equal(listeners.size, 1);
  const reason = new Error("the caller hung up");
  controller.abort(reason);
  await assert.rejects(result, reason);
  assert.equal(listeners.size, 0);
  await end();
});

Deno.test("an action that is answered leaves no listener at its signal", async () => {
  const { peer, session, end } = await openSession();
  const { signal, listeners } = countedSignal();
  const result = session.action("Ping", {}, { signal, timeout: 60_000 });
  await peer.answer(await peer.expect("Ping"));
  await result;
  assert.equal(listeners.size, 0);
  await end();
});

Deno.test("when Asterisk closes, all that waits rejects at once, with the action's name", async () => {
  const { peer, session } = await openSession();
  const { signal, listeners } = countedSignal();
  const list = assert.rejects(session.action("Status", {}), NotConnectedError);
  const plain = assert.rejects(session.action("Ping", {}, { signal }), {
    name: "NotConnectedError",
    message:
      'Action "Ping" has no answer: the AMI connection ended (Asterisk closed the connection)',
  });
  const { id } = await peer.expect("Status");
  await peer.send(formatResponse({ id }, "Success", { EventList: "start" }));
  await peer.expect("Ping");
  peer.close();
  await Promise.all([list, plain]);
  assert.equal((await session.ended).message, "Asterisk closed the connection");
  assert.equal(session.waiting, 0);
  assert.equal(listeners.size, 0);
  await assert.rejects(session.action("Ping", {}), {
    name: "NotConnectedError",
    message: 'Cannot send action "Ping": the AMI connection ended (Asterisk closed the connection)',
  });
});

Deno.test("what comes before Asterisk closes is handed out, but for the message that is cut off", async () => {
  const { peer, session, events } = await openSession();
  await peer.send(formatEvent("Hangup") + formatEvent("Shutdown") + "Event: Newchan");
  peer.close();
  await session.ended;
  assert.deepEqual(events, ["FullyBooted", "Hangup", "Shutdown"]);
});

Deno.test("a session that is closed hands out nothing more", async () => {
  const [peer, stream] = AmiPeer.pair();
  const events: string[] = [];
  const session: AmiSession = new AmiSession(stream, {
    times: calm,
    limits: defaultLimits,
    receive: (name) => {
      events.push(name);
      if (name === "Hangup") session.close(new NotConnectedError("enough"));
    },
    log: silentLog,
  });
  const opening = session.open(credentials);
  await peer.logIn();
  await opening;
  session.releaseEvents();
  await peer.send(formatEvent("Hangup") + formatEvent("Newchannel"));
  assert.equal((await session.ended).message, "enough");
  session.close(new NotConnectedError("again"));
  assert.equal((await session.ended).message, "enough");
  assert.deepEqual(events, ["FullyBooted", "Hangup"]);
  peer.close();
});

Deno.test("whoever waited for an answer goes on before what came behind it", async () => {
  const { peer, session, events, end } = await openSession();
  const steps: string[] = [];
  const asked = session.action("Originate", { Channel: "Local/1", Async: true }).then(async () => {
    await Promise.resolve();
    steps.push(`answered after ${events.length} events`);
  });
  const action = await peer.expect("Originate");
  await peer.send(
    formatResponse(action, "Success") +
      formatEvent("OriginateResponse", { ActionID: action.id, Response: "Failure" }),
  );
  await asked;
  await pass(1);
  assert.deepEqual(steps, ["answered after 1 events"]);
  assert.deepEqual(events, ["FullyBooted", "OriginateResponse"]);
  await end();
});

Deno.test("a message that nobody waits for is noted without what is in it", async () => {
  const { peer, session, lines, end } = await openSession();
  await peer.send("Response: Success\r\nActionID: x\r\nLine-000000-000000: secret=hush\r\n\r\n");
  await peer.send("Response: Error\r\nMessage: Missing action in request\r\n\r\n");
  const asked = session.action("Ping", {});
  await peer.answer(await peer.expect("Ping"));
  await asked;
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? "", /DEBUG .*Ignoring AMI message that no action waits for$/);
  assert.ok(!lines.join().includes("hush"));
  await end();
});

Deno.test("text without a response costs no event behind it", async () => {
  // IAXnetstats ends its text like a line; Queues of Asterisk 13 ends it like a message, and has
  // blank lines in it.
  const { peer, session, events, end } = await openSession();
  const skipped = session.action("IAXnetstats", {});
  skipped.catch(() => {});
  const asked = session.action("Ping", {});
  await peer.expect("IAXnetstats");
  await peer.send(`IAX2/peer-1 0 -1 0\n\r\n${formatEvent("Hangup")}`);
  await peer.send("support has 0 calls\r\n   No Members\r\n\r\n\r\n");
  const { id } = await peer.expect("Ping");
  await peer.send(`IAX2/peer-2 0 -1 0\n\r\n${formatResponse({ id }, "Success")}`);
  await asked;
  assert.deepEqual(events, ["FullyBooted", "Hangup"]);
  await assert.rejects(skipped, /"IAXnetstats" has no answer: Asterisk answers a later one$/);
  await end();
});

Deno.test("a silent Asterisk is asked whether it is there, and that is enough", async () => {
  const { peer, session, end } = await openSession({ ping: 3, dead: 600_000 });
  for (let n = 0; n < 3; n++) await peer.answer(await peer.expect("Ping"), { Ping: "Pong" });
  assert.ok(session.waiting <= 1);
  await end();
});

Deno.test("an Asterisk that does not say that it is there is given up", async () => {
  const { peer, session } = await openSession({ ping: 3, dead: 9, busy: 0 });
  const waiting = assert.rejects(session.action("Status", {}), NotConnectedError);
  const reason = await session.ended;
  assert.ok(reason instanceof NotConnectedError);
  assert.match(reason.message, /^Asterisk has been silent for \d+ ms$/);
  await waiting;
  await peer.expect("Status");
  await peer.expect("Ping");
  peer.close();
});

const blocking: [
  what: string,
  name: string,
  parameters: Record<string, string | number | boolean>,
][] = [
  ["a synchronous Originate", "Originate", { Channel: "Local/1", Async: false, Timeout: 60_000 }],
  ["an Originate that does not say so", "originate", { channel: "Local/1" }],
  ["an Originate without limit", "Originate", { Channel: "Local/1", Timeout: 0 }],
  ["a WaitEvent", "WaitEvent", { Timeout: 60 }],
  ["a WaitEvent without limit", "waitevent", {}],
  ["a WaitEvent for ever", "WaitEvent", { Timeout: -1 }],
];

for (const [what, name, parameters] of blocking) {
  Deno.test(`${what} does not look like a dead line, not even when nobody waits for it`, async () => {
    const { peer, session, end } = await openSession({ ping: 3, dead: 6 });
    await assert.rejects(session.action(name, parameters, { timeout: 1 }), ActionTimeoutError);
    await pass(60);
    const action = await peer.expect(name);
    assert.equal(session.over, undefined);
    await peer.answer(action);
    await peer.answer(await peer.expect("Ping"));
    await end();
  });
}

Deno.test("a dead line is not noticed while a WaitEvent without limit blocks it", async () => {
  let isThere = true;
  const { peer, session } = await openSession({ ping: 3, dead: 6 }, {}, () => isThere);
  const waiting = assert.rejects(session.action("WaitEvent", {}), NotConnectedError);
  await pass(30);
  assert.equal(session.over, undefined);
  isThere = false;
  assert.match((await session.ended).message, /^Asterisk has been silent for \d+ ms$/);
  await waiting;
  peer.close();
});

Deno.test("a slow action that does not block counts as a dead line", async () => {
  const { peer, session, end } = await openSession({ ping: 3, dead: 6 });
  const command = session.action("Command", { Command: "module reload" });
  const asked = await peer.expect("Command");
  await pass(30);
  await peer.answer(asked);
  assert.equal((await command as AmiResponse).Response, "Success");
  await end();
});

Deno.test("a slow action on a line whose other end is gone is not waited for", async () => {
  const { peer, session } = await openSession({ ping: 3, dead: 6 }, {}, () => false);
  await assert.rejects(session.action("Command", { Command: "x" }), NotConnectedError);
  peer.close();
});

Deno.test("an action may take the time that whoever sent it would wait", async () => {
  const { peer, session, end } = await openSession({ ping: 3, dead: 6, busy: 0 });
  const command = session.action("Command", { Command: "module reload" }, { timeout: 60_000 });
  const asked = await peer.expect("Command");
  await pass(30);
  await peer.answer(asked);
  await command;
  await end();
});

Deno.test("of too many events that come before all is ready the last are lost, and counted", async () => {
  const { peer, session, events, end } = makeSession();
  const opening = session.open(credentials);
  await peer.logIn({ rest: "ABCDE".split("").map((name) => formatEvent(name)).join("") });
  await opening;
  const ping = session.action("Ping", {});
  await peer.answer(await peer.expect("Ping"));
  await ping;
  session.releaseEvents();
  assert.deepEqual(events, ["FullyBooted", "A", "B"]);
  assert.equal(session.lost?.count, 3);
  await end();
});

Deno.test("an asynchronous Originate does not excuse a dead line", async () => {
  for (const Async of [true, "yes", "1", "ON"]) {
    const { peer, session } = await openSession({ ping: 3, dead: 6, busy: 0 });
    const parameters = { Channel: "Local/1", Async, Timeout: 60_000 };
    const waiting = assert.rejects(session.action("Originate", parameters), NotConnectedError);
    await session.ended;
    await waiting;
    peer.close();
  }
});

Deno.test("a process that was suspended does not take a good line for a dead one", async () => {
  const { peer, session, end } = await openSession({ ping: 30, dead: 60 });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  await peer.answer(await peer.expect("Ping"));
  assert.equal(session.waiting, 1);
  await end();
});

Deno.test("errors of actions do not repeat their parameters: they may be secrets", async () => {
  const { peer, session } = await openSession();
  const results = [
    session.action("Login", { Secret: "hush" }, { timeout: 1 }),
    session.action("Login", { Secret: "hush" }),
    session.action("Login", { Secret: "hush" }),
  ];
  const errors = Promise.all(results.map((result) => result.catch((error: unknown) => error)));
  await peer.expect("Login");
  await peer.refuse(await peer.expect("Login"), "Authentication failed");
  await pass(5);
  peer.close();
  const [late, refused, lost] = await errors;
  assert.ok(late instanceof ActionTimeoutError || late instanceof Error);
  assert.ok(refused instanceof ActionFailedError);
  assert.ok(lost instanceof NotConnectedError);
  assert.ok(!inspect([late, refused, lost], { depth: 10 }).includes("hush"));
});
