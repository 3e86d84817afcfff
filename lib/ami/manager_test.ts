import assert from "node:assert/strict";
import { inspect } from "node:util";
import {
  type AmiPeer,
  AmiPeers,
  formatEvent,
  formatResponse,
  type PeerLogin,
} from "../../tests/support/ami_peer.ts";
import { AmiError, NotConnectedError } from "../errors.ts";
import { silentLog } from "../log.ts";
import { Backoff } from "../net/backoff.ts";
import type { ActionParameters } from "./action.ts";
import { ChannelSync } from "./channel_sync.ts";
import { AmiClient } from "./client.ts";
import type { AmiState } from "./client_state.ts";
import { type AnyEvent, makeEvent } from "./event.ts";
import { EventListeners } from "./event_listeners.ts";
import type { Loss } from "./event_queue.ts";
import { type Ami, type AmiSource, createAmi } from "./manager.ts";
import type { ActionResult } from "./pending_actions.ts";
import { type AmiList, AmiResponse } from "./response.ts";
import type { ActionOptions } from "./session.ts";

/** A client that keeps what is sent, and answers all with the same response. */
class FakeSource implements AmiSource {
  state: AmiState = "ready";
  readonly version = "11.0.0";
  readonly channels = new ChannelSync(silentLog).view;
  readonly queuedEvents = 3;
  readonly loops = new Map();
  readonly losses: [string, number][] = [];
  readonly response = new AmiResponse("Response: Success\r\nActionID: 1\r\n\r\n");
  readonly sent: [string, ActionParameters, ActionOptions | undefined][] = [];

  tellLoss(name: string, { count }: Loss): void {
    this.losses.push([name, count]);
  }

  action(
    name: string,
    parameters: ActionParameters,
    options?: ActionOptions,
  ): Promise<ActionResult> {
    this.sent.push([name, parameters, options]);
    return Promise.resolve(this.response);
  }
}

/** An `ami` on a fake client, and a way to tell its listeners events. */
function makeAmi() {
  const source = new FakeSource();
  const listeners = new EventListeners();
  const ami = createAmi(source, listeners);
  const tell = (name: string, headers: Record<string, string> = {}) => {
    for (const listener of listeners.find(name)) listener(makeEvent(name, headers));
  };
  return { source, listeners, ami, tell };
}

/** A signal that counts who listens to it. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const counted = { controller, signal, listeners: 0 };
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    counted.listeners++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    counted.listeners--;
    remove(...args);
  };
  return counted;
}

Deno.test("any action is a method, its name as it was written", async () => {
  const { ami, source } = makeAmi();
  const options = { timeout: 5 };
  const response = await ami.CoreStatus();
  assert.equal(response, source.response);
  await ami.getvar({ variable: "A" }, options);
  await (ami as unknown as Record<string, Ami["Getvar"]>).NoSuchAction?.({ Variable: "A" });
  await ami.action("SIPpeers", { B: 2 });
  await ami.Events({ EventMask: "off" });
  assert.deepEqual(source.sent, [
    ["CoreStatus", {}, undefined],
    ["getvar", { variable: "A" }, options],
    ["NoSuchAction", { Variable: "A" }, undefined],
    ["SIPpeers", { B: 2 }, undefined],
    ["Events", { EventMask: "off" }, undefined],
  ]);
});

Deno.test("TypeScript knows what answers with a list", () => {
  // What is checked here is that it compiles.
  const types = (ami: Ami) => {
    const lists: Promise<AmiList<AnyEvent, AnyEvent>>[] = [
      ami.Status(),
      ami.status(),
      ami.action("Status"),
    ];
    const plain: Promise<AmiResponse>[] = [ami.Ping(), ami.ping(), ami.action("x")];
    const values: ActionParameters = { Channel: "x", Priority: 1, Async: true, Variable: { A: 1 } };
    const method: (mask: { EventMask: string }) => Promise<AmiResponse> = ami.Events;
    // @ts-expect-error: it is no list
    const wrong: Promise<AmiList> = ami.Ping();
    // @ts-expect-error: these are no events of that name
    const events = ami.events({ EventMask: "off" });
    return [lists, plain, values, method, wrong, events];
  };
  assert.equal(typeof types, "function");
});

Deno.test("no action is sent by awaiting, printing or converting an Ami", async () => {
  const { ami, source } = makeAmi();
  assert.equal(await ami, ami);
  assert.equal(await Promise.resolve(ami), ami);
  assert.equal(JSON.stringify({ ami }), '{"ami":{}}');
  assert.equal(`${ami}`, "[object Object]");
  assert.equal(String(ami), "[object Object]");
  assert.match(Deno.inspect(ami), /^AmiManager/);
  assert.match(Deno.inspect(ami, { showHidden: true, depth: 10 }), /AmiManager/);
  assert.match(inspect(ami), /AmiManager/);
  assert.match(inspect({ deep: [ami] }, { showHidden: true, depth: 10 }), /AmiManager/);
  assert.deepEqual(Object.keys(ami), []);
  assert.deepEqual({ ...ami }, {});
  assert.ok(ami !== null && Number.isNaN(Number(ami)));
  assert.throws(() => [...(ami as unknown as Iterable<unknown>)], TypeError);
  assert.deepEqual(source.sent, []);
});

Deno.test("what JavaScript looks for in an object is no action", () => {
  const { ami } = makeAmi();
  const names = ["then", "catch", "finally", "toJSON", "inspect", "0", "-1", "", "a b", "a-b", "$"];
  const symbols = [Symbol.iterator, Symbol.toPrimitive, Symbol.asyncIterator, Symbol.toStringTag];
  for (const name of [...names, ...symbols, Symbol.for("nodejs.util.inspect.custom")]) {
    assert.equal(Reflect.get(ami, name), undefined, String(name));
    assert.ok(!(name in ami), String(name));
  }
  assert.ok(!("Status" in ami));
  assert.equal(
    Object.getPrototypeOf(ami),
    Object.getPrototypeOf(createAmi(new FakeSource(), new EventListeners())),
  );
  assert.equal(Reflect.get(ami, "hasOwnProperty"), Object.prototype.hasOwnProperty);
});

Deno.test("a method of one Ami works on another, and is the same each time", async () => {
  const first = makeAmi();
  const second = makeAmi();
  assert.equal(first.ami.Status, second.ami.Status);
  await first.ami.Ping.call(second.ami);
  assert.equal(first.source.sent.length, 0);
  assert.equal(second.source.sent.length, 1);
});

Deno.test("state and version are the client's", () => {
  const { ami, source } = makeAmi();
  assert.equal(ami.version, "11.0.0");
  source.state = "waiting";
  assert.equal(ami.state, "waiting");
});

Deno.test("listeners are added, listed and removed", () => {
  const { ami, tell } = makeAmi();
  const heard: string[] = [];
  const one = ami.addEvent("Hangup", () => heard.push("one"));
  ami.addEvent("hangup", () => heard.push("two"), "two");
  const [varSet] = ami.addEvents({
    VarSet: () => heard.push("VarSet"),
    Newchannel: () => heard.push("Newchannel"),
  });
  assert.equal(varSet?.name, "varset");
  const counts = Object.entries(ami.listEvents()).map(([name, all]) => [name, all.length]);
  assert.deepEqual(counts, [["hangup", 2], ["varset", 1], ["newchannel", 1]]);
  assert.ok(ami.removeEvent("HANGUP", one.id));
  assert.ok(!ami.removeEvent("HANGUP", one.id));
  ami.removeEvents("newchannel");
  for (const name of ["Hangup", "VarSet", "Newchannel"]) tell(name);
  assert.deepEqual(heard, ["two", "VarSet"]);
  ami.removeEvents("*");
  assert.deepEqual(Object.keys(ami.listEvents()), ["hangup"]);
});

Deno.test("events() gives the events from the call on, in their order", async () => {
  const { ami, tell } = makeAmi();
  const events = ami.events("Hangup");
  tell("Hangup", { Channel: "a" });
  tell("hangup", { Channel: "b" });
  tell("Newchannel", { Channel: "c" });
  ami.removeEvents("Hangup");
  const channels = [];
  for await (const { Channel } of events) channels.push(Channel);
  assert.deepEqual(channels, ["a", "b"]);
});

Deno.test("events() listens no more when the loop is left", async () => {
  const { ami, tell } = makeAmi();
  const counted = countedSignal();
  const events = ami.events("Hangup", { signal: counted.signal });
  tell("Hangup");
  assert.equal(counted.listeners, 1);
  for await (const _event of events) break;
  assert.deepEqual(ami.listEvents(), {});
  assert.equal(counted.listeners, 0);
});

Deno.test("events() ends with its generation, and lets go of its signal", async () => {
  const { ami, listeners } = makeAmi();
  const counted = countedSignal();
  const next = ami.events("Hangup", { signal: counted.signal }).next();
  listeners.clear();
  assert.deepEqual(await next, { value: undefined, done: true });
  assert.equal(counted.listeners, 0);
});

Deno.test("events() ends when its signal fires, after what has come before", async () => {
  const { ami, tell } = makeAmi();
  const { controller, signal } = countedSignal();
  const events = ami.events("Hangup", { signal });
  tell("Hangup");
  controller.abort();
  tell("Hangup");
  assert.deepEqual(ami.listEvents(), {});
  assert.equal((await events.next()).done, false);
  assert.equal((await events.next()).done, true);
});

Deno.test("events() ends at once when its signal has fired already", async () => {
  const { ami } = makeAmi();
  const events = ami.events("Hangup", { signal: AbortSignal.abort() });
  assert.deepEqual(ami.listEvents(), {});
  assert.equal((await events.next()).done, true);
});

Deno.test("waitFor() resolves with the next event that fits, and listens no more", async () => {
  const { ami, tell } = makeAmi();
  const counted = countedSignal();
  const fits = (event: AnyEvent) => event.Channel === "b";
  const waiting = ami.waitFor("Hangup", fits, { signal: counted.signal });
  assert.equal(counted.listeners, 1);
  tell("Hangup", { Channel: "a" });
  tell("HANGUP", { Channel: "b" });
  tell("Hangup", { Channel: "c" });
  assert.equal((await waiting).Channel, "b");
  assert.deepEqual(ami.listEvents(), {});
  assert.equal(counted.listeners, 0);
});

Deno.test("waitFor() without a predicate takes the first", async () => {
  const { ami, tell } = makeAmi();
  const waiting = ami.waitFor("Hangup");
  tell("Hangup", { Channel: "a" });
  assert.equal((await waiting).Channel, "a");
});

Deno.test("waitFor() rejects when its predicate throws, and other listeners get the event", async () => {
  const { ami, tell } = makeAmi();
  const failure = new Error("predicate");
  const waiting = assert.rejects(
    ami.waitFor("Hangup", () => {
      throw failure;
    }),
    failure,
  );
  let heard = 0;
  ami.addEvent("Hangup", () => heard++);
  tell("Hangup");
  await waiting;
  assert.equal(heard, 1);
  assert.deepEqual(Object.keys(ami.listEvents()), ["hangup"]);
});

Deno.test("waitFor() rejects with the reason of its signal", async () => {
  const { ami, tell } = makeAmi();
  const reason = new Error("the caller hung up");
  const fired = ami.waitFor("Hangup", undefined, { signal: AbortSignal.abort(reason) });
  await assert.rejects(fired, reason);
  const counted = countedSignal();
  const waiting = assert.rejects(
    ami.waitFor("Hangup", undefined, { signal: counted.signal }),
    reason,
  );
  counted.controller.abort(reason);
  await waiting;
  tell("Hangup");
  assert.deepEqual(ami.listEvents(), {});
  assert.equal(counted.listeners, 0);
});

Deno.test("waitFor() rejects when the connection is lost, since the event may come unseen", async () => {
  const { ami, tell } = makeAmi();
  const waiting = assert.rejects(ami.waitFor("Hangup"), {
    name: "NotConnectedError",
    message: 'Stopped waiting for event "Hangup": AMI connection was lost',
  });
  tell("ami:lost");
  await waiting;
  assert.deepEqual(ami.listEvents(), {});
});

Deno.test("waitFor() rejects at once without a connection, but for our own events", async () => {
  const { ami, source, tell } = makeAmi();
  source.state = "waiting";
  await assert.rejects(ami.waitFor("Hangup"), {
    name: "NotConnectedError",
    message: 'Cannot wait for event "Hangup": AMI connection is waiting to reconnect',
  });
  const ready = ami.waitFor("AMI:ready");
  const lost = ami.waitFor("ami:lost");
  tell("ami:lost");
  tell("ami:ready");
  assert.equal((await ready).Event, "ami:ready");
  assert.equal((await lost).Event, "ami:lost");
});

Deno.test("waitFor() rejects when its listener is removed, and never waits for ever", async () => {
  const ways: ((ami: Ami, listeners: EventListeners) => void)[] = [
    (ami) => ami.removeEvents("Hangup"),
    (ami) => ami.removeEvents("*"),
    (ami) => ami.removeEvents("ami:lost"),
    (_ami, listeners) => listeners.clear(),
  ];
  for (const way of ways) {
    const { ami, listeners } = makeAmi();
    const waiting = assert.rejects(ami.waitFor("Hangup"), (error) => {
      assert.ok(error instanceof AmiError);
      assert.equal(error.message, 'Stopped waiting for event "Hangup": its listener was removed');
      return true;
    });
    way(ami, listeners);
    await waiting;
    assert.deepEqual(ami.listEvents(), {});
  }
});

Deno.test("waitFor() refuses what is no name", async () => {
  const { ami } = makeAmi();
  await assert.rejects(ami.waitFor(""), TypeError);
  assert.deepEqual(ami.listEvents(), {});
});

/** An `ami` on a real client, and Asterisk for it. */
function startAmi() {
  const asterisk = new AmiPeers();
  const listeners = new EventListeners();
  const client = new AmiClient({
    connect: asterisk.connect,
    credentials: { user: "manager", secret: "secret", secure: true },
    address: "pbx:5038",
    log: silentLog,
    times: { logoff: 0 },
    backoff: new Backoff({ first: 0, most: 0 }),
  });
  client.setListeners([listeners]);
  const ami = createAmi(client, listeners);
  client.start();
  const accept = async (login?: PeerLogin): Promise<AmiPeer> => {
    const ready = ami.waitFor("ami:ready");
    const peer = await asterisk.accept();
    await peer.logIn(login);
    await ready;
    return peer;
  };
  return { ami, client, accept };
}

Deno.test("waiting for the event that came in one piece with the response misses nothing", async () => {
  const { ami, client, accept } = startAmi();
  const peer = await accept();
  const call = async () => {
    const { ActionID } = await ami.Originate({ Channel: "Local/1@x", Application: "Wait" });
    return await ami.waitFor("OriginateResponse", (event) => event.ActionID === ActionID);
  };
  const called = call();
  const action = await peer.expect("Originate");
  await peer.send(
    formatResponse(action, "Success", { Message: "Originate successfully queued" }) +
      formatEvent("OriginateResponse", { ActionID: action.id, Response: "Failure", Reason: "0" }),
  );
  assert.equal((await called).Response, "Failure");
  await client.stop();
  peer.close();
});

Deno.test("waiting for the event that came in one piece with a list misses nothing", async () => {
  const { ami, client, accept } = startAmi();
  const peer = await accept();
  const call = async () => {
    assert.equal((await ami.Status()).length, 0);
    return await ami.waitFor("Hangup");
  };
  const called = call();
  const action = await peer.expect("Status");
  await peer.send(
    formatResponse(action, "Success", { EventList: "start", Message: "x" }) +
      formatEvent("StatusComplete", { ActionID: action.id, EventList: "Complete" }) +
      formatEvent("Hangup", { Channel: "a" }),
  );
  assert.equal((await called).Channel, "a");
  await client.stop();
  peer.close();
});

Deno.test("a loop over events goes on over a reconnect, waiting for one event does not", async () => {
  const { ami, client, accept } = startAmi();
  const events = ami.events("Hangup");
  const first = await accept();
  const waiting = assert.rejects(ami.waitFor("Hangup"), NotConnectedError);
  first.close();
  await waiting;
  const second = await accept({ rest: formatEvent("Hangup", { Channel: "a" }) });
  assert.equal((await events.next()).value?.Channel, "a");
  await client.stop();
  second.close();
  await events.return?.();
});
