import assert from "node:assert/strict";
import {
  AmiListener,
  type AmiPeer,
  AmiPeers,
  formatEvent,
  formatFullyBooted,
  type PeerLogin,
} from "../../tests/support/ami_peer.ts";
import { NotConnectedError } from "../errors.ts";
import { openLog } from "../log.ts";
import { parseAddress } from "../net/address.ts";
import { Backoff } from "../net/backoff.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import { AmiClient } from "./client.ts";
import type { AmiClientOptions } from "./client_options.ts";
import type { AnyEvent } from "./event.ts";
import { EventListeners } from "./event_listeners.ts";
import { createAmi } from "./manager.ts";
import type { AmiList, AmiResponse } from "./response.ts";
import type { AmiTimes } from "./session.ts";

/** Backoff that counts, and always gives the same pause. */
class CountedBackoff extends Backoff {
  pauses = 0;
  resets = 0;

  constructor(pause: number) {
    super({ first: pause, most: pause, random: () => 0 });
  }

  override next(): number {
    this.pauses++;
    return super.next();
  }

  override reset(): void {
    this.resets++;
    super.reset();
  }
}

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

/** A client that is not started, and Asterisk for it. No time is waited for unless it is given. */
function makeClient(options: Partial<AmiClientOptions> & { pause?: number } = {}) {
  const { pause = 0, times, ...others } = options;
  const asterisk = new AmiPeers();
  const backoff = new CountedBackoff(pause);
  const lines: string[] = [];
  const client = new AmiClient({
    connect: asterisk.connect,
    credentials: { user: "manager", secret: "secret", secure: true },
    address: "pbx:5038",
    log: openLog({ level: "debug", write: (line) => lines.push(line.replace(/^\S+ \S+ /, "")) }),
    times: { ...calm, ...times },
    backoff,
    ...others,
  });
  return { asterisk, backoff, client, lines };
}

/** Resolves with the next event of that name that watchers see. */
function watch(client: AmiClient, name: string): Promise<AnyEvent> {
  return new Promise((resolve) => {
    const added = client.watchers.add(name, (event) => {
      added[Symbol.dispose]();
      resolve(event);
    });
  });
}

/** Lets a client log in, and resolves to its peer when it is ready. */
async function accept(
  { asterisk, client }: ReturnType<typeof makeClient>,
  login?: PeerLogin,
): Promise<AmiPeer> {
  const ready = watch(client, "ami:ready");
  const peer = await asterisk.accept();
  await peer.logIn(login);
  await ready;
  return peer;
}

/** A client that is ready, with its peer. */
async function startClient(options?: Parameters<typeof makeClient>[0], login?: PeerLogin) {
  const made = makeClient(options);
  made.client.start();
  const peer = await accept(made, login);
  return { ...made, peer, stop: () => stop(made.client, peer) };
}

/** Stops a client whose peer answers the Logoff, as Asterisk does. */
async function stop(client: AmiClient, peer: AmiPeer): Promise<void> {
  const stopped = client.stop();
  const action = await peer.expect("Logoff");
  await peer.send(`Response: Goodbye\r\nActionID: ${action.id}\r\nMessage: Thanks.\r\n\r\n`);
  peer.close();
  await stopped;
}

/** Makes sure that a client has handled all that its peer sent. */
async function flush(client: AmiClient, peer: AmiPeer): Promise<void> {
  const asked = client.action("Ping");
  await peer.answer(await peer.expect("Ping"));
  await asked;
}

/** A set of listeners that say in `heard` what they got: `own Hangup`. */
function makeListeners(...names: string[]): { set: EventListeners; heard: string[] } {
  const set = new EventListeners();
  const heard: string[] = [];
  for (const name of names) {
    set.add(name, (event) => heard.push(name === event.Event ? name : `${name} ${event.Event}`));
  }
  return { set, heard };
}

Deno.test("a client connects, sends actions, logs off and is stopped", async () => {
  const { client, peer, lines, stop } = await startClient();
  assert.equal(client.state, "ready");
  assert.equal(client.version, "11.0.0");
  const asked = client.action("Getvar", { variable: "TEST" });
  assert.equal(client.waiting, 1);
  const action = await peer.expect("Getvar");
  assert.equal(action.get("Variable"), "TEST");
  await peer.answer(action, { Value: "1" });
  assert.equal((await asked as AmiResponse).Value, "1");
  const lost = watch(client, "ami:lost");
  await stop();
  assert.equal((await lost).Reason, "Lunopark is stopping");
  assert.equal(client.state, "stopped");
  assert.equal(client.version, undefined);
  assert.equal(client.waiting, 0);
  assert.deepEqual(lines, ["INFO  lunopark: Connected to AMI 11.0.0 at pbx:5038"]);
});

Deno.test("an action says in which state the connection is when it cannot be sent", async () => {
  const made = makeClient({ pause: 60_000 });
  const { asterisk, client } = made;
  const refused = (words: string) =>
    assert.rejects(client.action("Ping"), {
      name: "NotConnectedError",
      message: `Cannot send action "Ping": AMI connection is ${words}`,
    });
  await refused("being made");
  client.start();
  await refused("being made");
  assert.equal(client.version, undefined);
  const lost = watch(client, "ami:lost").then(() => refused("waiting to reconnect"));
  const peer = await accept(made);
  peer.close();
  await lost;
  await refused("waiting to reconnect");
  await client.stop();
  await refused("stopped");
  assert.equal(asterisk.opened, 1);
});

Deno.test("Originate is asynchronous unless it is told otherwise", async () => {
  const { client, peer, stop } = await startClient();
  const cases: [Record<string, string | boolean | undefined | null>, string][] = [
    [{}, "true"],
    [{ async: undefined }, "true"],
    [{ ASYNC: null }, "true"],
    [{ async: false }, "false"],
    [{ Async: "no" }, "no"],
    [{ async: true }, "true"],
  ];
  for (const [parameters, expected] of cases) {
    const asked = client.action("originate", { Channel: "Local/1", ...parameters });
    const action = await peer.expect("originate");
    assert.equal(action.get("Async"), expected);
    await peer.answer(action);
    await asked;
  }
  const asked = client.action("Redirect", { Channel: "x" });
  const action = await peer.expect("Redirect");
  assert.equal(action.get("Async"), undefined);
  await peer.answer(action);
  await asked;
  await stop();
});

Deno.test("when the line ends, what waits rejects, and a new session begins", async () => {
  const made = await startClient();
  const { asterisk, backoff, client, lines } = made;
  const waiting = assert.rejects(client.action("Status"), NotConnectedError);
  const lost = watch(client, "ami:lost");
  await made.peer.expect("Status");
  made.peer.close();
  await waiting;
  assert.equal((await lost).Reason, "Asterisk closed the connection");
  const second = await accept(made);
  await flush(client, second);
  await stop(client, second);
  assert.equal(asterisk.opened, 2);
  assert.deepEqual([backoff.pauses, backoff.resets], [1, 2]);
  assert.deepEqual(lines, [
    "INFO  lunopark: Connected to AMI 11.0.0 at pbx:5038",
    "WARN  lunopark: No AMI connection to pbx:5038: Asterisk closed the connection; " +
    "trying again and again, next in 0 ms",
    "INFO  lunopark: Connected to AMI 11.0.0 at pbx:5038",
  ]);
});

Deno.test("a client tries again and again, and says a reason once", async () => {
  const reasons = [
    new Deno.errors.ConnectionRefused("Connection refused (os error 111)"),
    new Deno.errors.ConnectionRefused("Connection refused (os error 111)"),
    new Error("failed to lookup address information: Name or service not known\nmore"),
    "no error at all",
  ];
  const asterisk = new AmiPeers();
  const connect = (): Promise<ByteStream> => {
    const reason = reasons.shift();
    if (reason === "no error at all") throw reason;
    return reason === undefined ? asterisk.connect() : Promise.reject(reason);
  };
  const made = { ...makeClient({ connect }), asterisk };
  made.client.start();
  const peer = await accept(made);
  await stop(made.client, peer);
  assert.equal(made.backoff.pauses, 4);
  assert.deepEqual(made.lines, [
    "WARN  lunopark: No AMI connection to pbx:5038: Connection refused; " +
    "trying again and again, next in 0 ms",
    "WARN  lunopark: No AMI connection to pbx:5038: failed to lookup address information: " +
    "Name or service not known; trying again and again, next in 0 ms",
    "WARN  lunopark: No AMI connection to pbx:5038: no error at all; " +
    "trying again and again, next in 0 ms",
    "INFO  lunopark: Connected to AMI 11.0.0 at pbx:5038",
  ]);
});

Deno.test("a refused login is an error in the log, and is not repeated soon", async () => {
  const { asterisk, client, lines } = makeClient();
  client.start();
  const peer = await asterisk.accept();
  await peer.greet();
  await peer.refuse(await peer.expect("Challenge"), "Login Already In Use");
  await peer.expectClose();
  peer.close();
  while (client.state !== "waiting") await new Promise((resolve) => setTimeout(resolve));
  await client.stop();
  assert.equal(asterisk.opened, 1);
  assert.deepEqual(lines, [
    'ERROR lunopark: No AMI connection to pbx:5038: Cannot log in to AMI as "manager": ' +
    "Login Already In Use; trying again and again, next in 10000 ms",
  ]);
});

Deno.test("an Asterisk that is shutting down is asked again soon", async () => {
  const made = makeClient();
  made.client.start();
  const first = await made.asterisk.accept();
  await first.greet();
  await first.refuse(await first.expect("Challenge"), "Asterisk is shutting down");
  const second = await accept(made);
  await stop(made.client, second);
  first.close();
});

Deno.test("a connection that takes too long is given up", async () => {
  let signal: AbortSignal | undefined;
  const { client, lines } = makeClient({
    pause: 60_000,
    times: { login: 1 },
    connect: (given) => {
      signal = given;
      return new Promise(() => {});
    },
  });
  client.start();
  while (client.state !== "waiting") await new Promise((resolve) => setTimeout(resolve));
  assert.ok(signal?.aborted);
  await client.stop();
  assert.match(
    lines[0] ?? "",
    /No AMI connection to pbx:5038: no answer; trying again and again, next in 60000 ms$/,
  );
});

Deno.test("stop() before start() is the end: a start does nothing any more", async () => {
  const { asterisk, client } = makeClient();
  await client.stop();
  client.start();
  assert.equal(client.state, "stopped");
  await client.stop();
  assert.equal(asterisk.opened, 0);
});

Deno.test("stop() ends an attempt to connect, even one that does not mind the signal", async () => {
  const { promise, resolve } = Promise.withResolvers<ByteStream>();
  const { asterisk, client } = makeClient({ connect: () => promise });
  client.start();
  await client.stop();
  // The connection that comes too late is closed.
  resolve(await asterisk.connect());
  const peer = await asterisk.accept();
  await peer.expectClose();
  peer.close();
});

Deno.test("stop() in the moment when the connection is there closes it", async () => {
  for (let hops = 0; hops < 6; hops++) {
    const { asterisk, client } = makeClient();
    client.start();
    const accepted = asterisk.accept();
    for (let hop = 0; hop < hops; hop++) await Promise.resolve();
    await client.stop();
    const peer = await accepted;
    await peer.expectClose();
    peer.close();
  }
});

Deno.test("stop() ends a login, whether Asterisk has greeted or not", async () => {
  const moments: ((peer: AmiPeer) => Promise<unknown>)[] = [
    () => Promise.resolve(),
    async (peer) => {
      await peer.greet();
      await peer.expect("Challenge");
    },
    (peer) => peer.logIn({ booted: false }),
  ];
  for (const moment of moments) {
    const { asterisk, client, lines } = makeClient();
    client.start();
    const peer = await asterisk.accept();
    await moment(peer);
    await client.stop();
    await peer.expectClose();
    peer.close();
    assert.deepEqual(lines, []);
  }
});

Deno.test("stop() during the login that succeeds in that moment logs nothing and tells nobody", async () => {
  for (let hops = 0; hops < 40; hops++) {
    const { asterisk, client, lines } = makeClient();
    const { set, heard } = makeListeners("*");
    client.setListeners([set]);
    client.start();
    const peer = await asterisk.accept();
    await peer.logIn({ booted: false });
    await new Promise((resolve) => setTimeout(resolve));
    await peer.send(formatFullyBooted());
    for (let hop = 0; hop < hops; hop++) await Promise.resolve();
    const wasReady = client.state === "ready";
    const stopped = client.stop();
    if (wasReady) await peer.answer(await peer.expect("Logoff"));
    await stopped;
    peer.close();
    assert.equal(lines.length, wasReady ? 1 : 0);
    assert.equal(heard.includes("* ami:ready"), wasReady);
    assert.equal(heard.includes("* ami:lost"), wasReady);
  }
});

Deno.test("stop() ends a pause", async () => {
  const { asterisk, client } = makeClient({
    pause: 600_000,
    connect: () => Promise.reject(new Error("no")),
  });
  client.start();
  while (client.state !== "waiting") await new Promise((resolve) => setTimeout(resolve));
  await client.stop();
  assert.equal(asterisk.opened, 0);
});

Deno.test("stop() does not wait for ever for the answer to the Logoff", async () => {
  const { client, peer } = await startClient({ times: { logoff: 1 } });
  await client.stop();
  await peer.expect("Logoff");
  await peer.expectClose();
  peer.close();
});

Deno.test("a second stop() does not wait for the answer to the Logoff at all", async () => {
  const { client, peer } = await startClient();
  const first = client.stop();
  await peer.expect("Logoff");
  await client.stop();
  await first;
  await peer.expectClose();
  peer.close();
});

Deno.test("stop() rejects what waits, and tells the listeners that the connection is lost", async () => {
  const { client, peer } = await startClient({ times: { logoff: 1 } });
  const { set, heard } = makeListeners("ami:lost");
  client.setListeners([set]);
  const waiting = assert.rejects(client.action("WaitEvent"), NotConnectedError);
  const lost = watch(client, "ami:lost");
  await client.stop();
  await waiting;
  assert.equal((await lost).Reason, "Lunopark is stopping");
  assert.deepEqual(heard, ["ami:lost"]);
  peer.close();
});

Deno.test("ami:ready comes before the first event, and ami:lost once behind the last", async () => {
  const made = makeClient();
  const { client } = made;
  const { set, heard } = makeListeners("*", "FullyBooted", "ami:ready", "ami:lost");
  client.setListeners([set]);
  client.start();
  const first = await accept(made, { rest: formatEvent("Newchannel") });
  await flush(client, first);
  const lost = watch(client, "ami:lost");
  await first.event("Hangup");
  first.close();
  await lost;
  const session = [
    "ami:ready",
    "* ami:ready",
    "FullyBooted",
    "* FullyBooted",
    "* Newchannel",
    "* Hangup",
    "ami:lost",
    "* ami:lost",
  ];
  assert.deepEqual(heard, session);
  heard.length = 0;
  const second = await accept(made);
  await stop(client, second);
  assert.deepEqual(heard, [
    "ami:ready",
    "* ami:ready",
    "* ami:gap",
    "FullyBooted",
    "* FullyBooted",
    "ami:lost",
    "* ami:lost",
  ]);
});

Deno.test("an attempt that never becomes ready loses nothing", async () => {
  const made = makeClient();
  const { set, heard } = makeListeners("*");
  made.client.setListeners([set]);
  made.client.start();
  const first = await made.asterisk.accept();
  await first.greet();
  first.close();
  const second = await accept(made);
  assert.deepEqual(heard, ["* ami:ready", "* FullyBooted"]);
  await stop(made.client, second);
});

Deno.test("a listener of FullyBooted can send actions", async () => {
  const made = makeClient();
  const { client } = made;
  const set = new EventListeners();
  const { promise, resolve } = Promise.withResolvers<unknown>();
  set.add("FullyBooted", () => resolve(client.action("CoreStatus")));
  client.setListeners([set]);
  client.start();
  const peer = await accept(made);
  await peer.answer(await peer.expect("CoreStatus"));
  await promise;
  await stop(client, peer);
});

Deno.test("ami:gap tells from when until when nothing was seen, and whether Asterisk restarted", async () => {
  const cases: [uptimes: [number?, number?], restarted: string | undefined][] = [
    [[1_000, 1_000], "false"],
    [[1_000, 3], "true"],
    [[undefined, 1_000], undefined],
    [[1_000, undefined], undefined],
  ];
  for (const [[before, after], restarted] of cases) {
    // Where one says nothing of its boot, it is not waited for.
    const made = makeClient({ times: { boot: restarted === undefined ? 0 : 60_000 } });
    const { client } = made;
    const login = (uptime?: number): PeerLogin => ({
      booted: false,
      rest: uptime === undefined ? "" : formatFullyBooted(uptime),
    });
    const started = Date.now();
    client.start();
    const first = await accept(made, login(before));
    const gap = watch(client, "ami:gap");
    first.close();
    const second = await accept(made, login(after));
    const { Since = "", Until = "", Restarted } = await gap;
    await stop(client, second);
    assert.equal(Restarted, restarted);
    // a millisecond is lost by rounding
    assert.ok(Date.parse(Since) >= started - 1 && Date.parse(Since) <= Date.parse(Until));
    assert.ok(Date.parse(Until) <= Date.now());
  }
});

Deno.test("nobody can forge our own events by a value with line ends", async () => {
  const { client, peer, stop } = await startClient();
  const { set, heard } = makeListeners("ami:ready", "ami:lost", "AMI:LOST");
  client.setListeners([set]);
  heard.length = 0;
  await peer.send(formatEvent("ami:lost") + formatEvent("AMI:lost") + formatEvent("ami:ready"));
  await flush(client, peer);
  assert.deepEqual(heard, []);
  await stop();
});

Deno.test("`default` gets what no other listener takes, `*` gets all and takes nothing", async () => {
  const { client, peer, stop } = await startClient();
  const { set, heard } = makeListeners("Hangup", "*", "default");
  client.setListeners([set]);
  heard.length = 0;
  await peer.send(formatEvent("Hangup") + formatEvent("Newchannel"));
  await flush(client, peer);
  assert.deepEqual(heard, ["Hangup", "* Hangup", "* Newchannel", "default Newchannel"]);
  await stop();
  assert.deepEqual(heard.slice(4), ["* ami:lost"]);
});

Deno.test("`default` of one set does not get what a listener of another takes", async () => {
  const { client, peer, stop } = await startClient();
  const current = makeListeners("default");
  const retired = makeListeners("Hangup", "default");
  client.setListeners([current.set, retired.set]);
  await peer.send(formatEvent("Hangup") + formatEvent("Newchannel"));
  await flush(client, peer);
  assert.deepEqual(current.heard, ["default Newchannel"]);
  assert.deepEqual(retired.heard, ["Hangup", "default Newchannel"]);
  await stop();
});

Deno.test("watchers take no event from `default`", async () => {
  const { client, peer, stop } = await startClient();
  const { set, heard } = makeListeners("default");
  client.setListeners([set]);
  const watched = watch(client, "Hangup");
  await peer.event("Hangup");
  assert.equal((await watched).Event, "Hangup");
  await flush(client, peer);
  assert.deepEqual(heard, ["default Hangup"]);
  await stop();
});

Deno.test("eventCount counts events, and no items of lists", async () => {
  const { client, peer, stop } = await startClient();
  assert.equal(client.eventCount, 1); // FullyBooted
  await peer.send(formatEvent("Hangup") + formatEvent("Newchannel"));
  const asked = client.action("Status");
  await peer.list(await peer.expect("Status"), "Status", [{}, {}]);
  await asked;
  assert.equal(client.eventCount, 3);
  await stop();
});

Deno.test("a listener that fails costs nobody else anything, and is blamed in the log", async () => {
  const { client, peer, lines, stop } = await startClient();
  const set = new EventListeners();
  set.add("Hangup", () => {
    throw new Error("thrown");
  });
  set.add("Hangup", () => Promise.reject(new Error("rejected")));
  const heard: string[] = [];
  set.add("Hangup", ({ Event }) => heard.push(Event));
  client.setListeners([set]);
  lines.length = 0;
  await peer.event("Hangup");
  await flush(client, peer);
  assert.deepEqual(heard, ["Hangup"]);
  assert.deepEqual(lines.map((line) => line.split("\n")[0]), [
    "ERROR lunopark: Listener for Hangup failed error=thrown",
    "ERROR lunopark: Listener for Hangup failed error=rejected",
  ]);
  await stop();
});

Deno.test("setListeners() replaces listeners between two events, even from a listener", async () => {
  const { client, peer, stop } = await startClient();
  const old = makeListeners("*", "default");
  const next = makeListeners("*", "default", "Hangup");
  old.set.add("Hangup", () => client.setListeners([next.set]), "swap");
  client.setListeners([old.set]);
  old.heard.length = 0;
  await peer.send(formatEvent("Hangup") + formatEvent("Hangup"));
  await flush(client, peer);
  assert.deepEqual(old.heard, ["* Hangup"]);
  assert.deepEqual(next.heard, ["* ami:ready", "Hangup", "* Hangup"]);
  await stop();
});

Deno.test("an event that only `*` of the old listeners gets does not reach the new ones too", async () => {
  const { client, peer, stop } = await startClient();
  const next = makeListeners("default");
  const old = new EventListeners();
  client.setListeners([old]);
  old.add("*", () => client.setListeners([next.set]));
  await peer.event("Newchannel");
  await flush(client, peer);
  assert.deepEqual(next.heard, []);
  await stop();
});

Deno.test("setListeners() tells a set that is new that the connection is ready, once", async () => {
  const made = makeClient();
  const { client } = made;
  const early = makeListeners("ami:ready", "*", "default");
  client.setListeners([early.set]);
  assert.deepEqual(early.heard, []);
  client.start();
  const peer = await accept(made);
  assert.deepEqual(early.heard.slice(0, 2), ["ami:ready", "* ami:ready"]);
  early.heard.length = 0;
  const late = makeListeners("ami:ready", "*", "default");
  client.setListeners([late.set, early.set]);
  client.setListeners([late.set]);
  assert.deepEqual(late.heard, ["ami:ready", "* ami:ready"]);
  assert.deepEqual(early.heard, []);
  await stop(client, peer);
});

Deno.test("hundreds of reconnects leave no timer, socket or action behind", async () => {
  const made = makeClient();
  const { asterisk, client } = made;
  client.start();
  for (let round = 0; round < 100; round++) {
    const silent = await asterisk.accept();
    silent.close();
    const rude = await asterisk.accept();
    await rude.send("220 smtp.example.com\r\n");
    await rude.expectClose();
    rude.close();
    const peer = await accept(made);
    const waiting = assert.rejects(client.action("Status"), NotConnectedError);
    const lost = watch(client, "ami:lost");
    peer.close();
    await Promise.all([waiting, lost]);
  }
  const last = await accept(made);
  assert.equal(client.waiting, 0);
  assert.equal(asterisk.opened, 301);
  await stop(client, last);
});

Deno.test("over a real socket: session, loss, refused connections, session, stop", async () => {
  const listener = new AmiListener();
  let address = listener.address;
  const lines: string[] = [];
  const { client } = makeClient({
    connect: (signal) => Deno.connect({ ...parseAddress(address, 0), signal }),
    log: openLog({ write: (line) => lines.push(line.replace(/^.*lunopark: /, "")) }),
  });
  const ready = () => watch(client, "ami:ready");
  const lost = () => watch(client, "ami:lost");
  client.start();
  const [first] = await Promise.all([
    listener.accept().then(async (peer) => {
      await peer.logIn({ rest: formatEvent("Newchannel") });
      return peer;
    }),
    ready(),
  ]);
  const asked = client.action("Status");
  const items = Array.from({ length: 2_000 }, (_, n) => ({ Channel: `Local/${n}` }));
  await first.list(await first.expect("Status"), "Status", items);
  assert.equal((await asked as AmiList).length, 2_000);

  const firstLost = lost();
  listener[Symbol.dispose]();
  first.close();
  assert.equal((await firstLost).Reason, "Asterisk closed the connection");
  while (lines.length < 3) await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(lines.slice(1), [
    "No AMI connection to pbx:5038: Asterisk closed the connection; " +
    "trying again and again, next in 0 ms",
    "No AMI connection to pbx:5038: Connection refused; trying again and again, next in 0 ms",
  ]);

  const back = new AmiListener();
  address = back.address;
  const [second] = await Promise.all([
    back.accept().then(async (peer) => {
      await peer.logIn();
      return peer;
    }),
    ready(),
  ]);
  await stop(client, second);
  back[Symbol.dispose]();
});

/** What a peer says of a channel, in its lists and events. */
const aChannel = {
  Channel: "Local/1",
  ChannelStateDesc: "Up",
  Uniqueid: "1.1",
  Linkedid: "1.1",
};

Deno.test("ami.channels that is used before the start is right when ami:ready is told", async () => {
  const made = makeClient();
  const { asterisk, client } = made;
  const { channels } = client;
  const seen: string[] = [];
  const tell = ({ Event }: AnyEvent) =>
    seen.push(`${Event} ${[...channels.keys()]} ${channels.isComplete}`);
  for (const name of ["ami:ready", "Newchannel"]) client.watchers.add(name, tell);
  client.start();
  for (const uniqueid of ["1.1", "2.1"]) {
    const peer = await asterisk.accept();
    const early = formatEvent("Newchannel", { ...aChannel, Uniqueid: "0.1" });
    await peer.logIn({ rest: early });
    const listing = await peer.expect("CoreShowChannels");
    const status = await peer.expect("Status");
    assert.equal(status.get("AllVariables"), "true");
    assert.equal(client.state, "connecting");
    await peer.list(listing, "CoreShowChannel", [{ ...aChannel, Uniqueid: uniqueid }]);
    assert.deepEqual(seen, []);
    const ready = watch(client, "ami:ready");
    await peer.list(status, "Status", []);
    await ready;
    await flush(client, peer);
    // The event of the login is told behind it, and is older than the list.
    assert.deepEqual(seen.splice(0), [`ami:ready ${uniqueid} true`, `Newchannel ${uniqueid} true`]);
    const lost = watch(client, "ami:lost");
    peer.close();
    await lost;
    assert.equal(channels.isComplete, false);
    assert.equal(channels.size, 1);
  }
  const peer = await asterisk.accept();
  const stopped = client.stop();
  peer.close();
  await stopped;
  await assert.rejects(channels.ready(), NotConnectedError);
});

Deno.test("ami.channels that is used later asks at once, and then tells events to nobody before itself", async () => {
  const { client, peer, stop } = await startClient();
  const { channels } = client;
  assert.equal(client.channels, channels);
  const ready = channels.ready();
  await peer.list(await peer.expect("CoreShowChannels"), "CoreShowChannel", [aChannel]);
  await peer.list(await peer.expect("Status"), "Status", []);
  await ready;
  assert.equal(channels.get("1.1")?.name, "Local/1");
  const states: (string | undefined)[] = [];
  client.watchers.add("Newstate", () => states.push(channels.get("1.1")?.state));
  await peer.event("Newstate", { ...aChannel, ChannelStateDesc: "Ringing" });
  await flush(client, peer);
  assert.deepEqual(states, ["Ringing"]);
  await stop();
});

Deno.test("an Asterisk that gives no list of channels does not keep the connection from being ready", async () => {
  const { asterisk, client, lines } = makeClient({ times: { lists: 5 } });
  const { channels } = client;
  client.start();
  const ready = watch(client, "ami:ready");
  const peer = await asterisk.accept();
  await peer.logIn();
  await ready;
  assert.equal(channels.isComplete, false);
  assert.ok(lines.some((line) => /WARN .*gave no list of channels within 5 ms/.test(line)));
  await peer.list(await peer.expect("CoreShowChannels"), "CoreShowChannel", [aChannel]);
  await peer.list(await peer.expect("Status"), "Status", []);
  await channels.ready();
  assert.equal(channels.size, 1);
  await stop(client, peer);
});

Deno.test("a session that ends while its channels are listed is not told as ready", async () => {
  const { asterisk, client } = makeClient();
  const heard: string[] = [];
  for (const name of ["ami:ready", "ami:lost"]) client.watchers.add(name, () => heard.push(name));
  assert.equal(client.channels.size, 0);
  client.start();
  const first = await asterisk.accept();
  await first.logIn();
  await first.expect("CoreShowChannels");
  first.close();
  const second = await asterisk.accept();
  assert.deepEqual(heard, []);
  const stopped = client.stop();
  second.close();
  await stopped;
});

Deno.test("more actions than may wait are refused, and the log says so once", async () => {
  const { client, peer, lines, stop } = await startClient({ limits: { waitingActions: 2 } });
  lines.length = 0;
  const waiting = [client.action("Status"), client.action("Status")];
  for (let round = 0; round < 3; round++) {
    await assert.rejects(client.action("Getvar"), (error: Error) => {
      assert.equal(error.name, "AmiError");
      assert.match(error.message, /^Cannot send action "Getvar": 2 actions wait .*waitingActions/);
      return true;
    });
  }
  assert.equal(lines.length, 1);
  for (const _ of waiting) await peer.answer(await peer.expect("Status"));
  await Promise.all(waiting);
  await flush(client, peer);
  await stop();
});

Deno.test("events that a slow loop does not get vanish without a word", async () => {
  const { client, peer, lines, stop } = await startClient({ limits: { queuedEvents: 2 } });
  const set = new EventListeners();
  client.setListeners([set]);
  const ami = createAmi(client, set);
  const gaps: AnyEvent[] = [];
  set.add("ami:gap", (event) => gaps.push(event));
  lines.length = 0;
  const events = ami.events("Newexten");
  for (const Priority of ["1", "2", "3", "4"]) await peer.event("Newexten", { Priority });
  await flush(client, peer);
  const dropped = () => gaps.map(({ Dropped, Name }) => `${Name} ${Dropped}`);
  assert.deepEqual(dropped(), ["Newexten 1"]);
  assert.equal((await events.next()).value?.Priority, "3");
  assert.deepEqual(dropped(), ["Newexten 1", "Newexten 1"]);
  for (const { Since = "", Until = "" } of gaps) assert.ok(Date.parse(Since) <= Date.parse(Until));
  assert.equal(lines.length, 1);
  assert.match(
    lines[0]!,
    /WARN .*Dropped 1 AMI events: more than 2 waited for a loop over ami\.events\("Newexten"\) \(limits\.queuedEvents\)/,
  );
  await events.return?.();
  await stop();
});

Deno.test("events that are too many before ami:ready are counted by ami:gap", async () => {
  const made = makeClient({ limits: { queuedEvents: 2 } });
  made.client.start();
  const gap = watch(made.client, "ami:gap");
  const rest = ["A", "B", "C"].map((name) => formatEvent(name)).join("");
  const peer = await accept(made, { rest });
  const { Dropped, Name } = await gap;
  assert.deepEqual([Dropped, Name], ["2", undefined]);
  await stop(made.client, peer);
});
