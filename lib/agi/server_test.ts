import assert from "node:assert/strict";
import { AgiPeer, environmentText, turn } from "../../tests/support/agi_peer.ts";
import { createCounters } from "../counters.ts";
import { silentLog } from "../log.ts";
import type { AgiChannel } from "./channel.ts";
import type { App } from "./dialplan.ts";
import {
  AgiServer,
  type Connection,
  type ConnectionSource,
  type ServerServices,
} from "./server.ts";

type Handler = (app: App, channel: AgiChannel<string>) => unknown;

/** A listener in memory, to which a test connects. */
class MemoryListener implements ConnectionSource {
  #accepts: PromiseWithResolvers<Connection>[] = [];
  #waiting: (Connection | Error)[] = [];
  closed = false;

  accept(): Promise<Connection> {
    const accept = Promise.withResolvers<Connection>();
    this.#accepts.push(accept);
    this.#serve();
    return accept.promise;
  }

  close(): void {
    this.closed = true;
    for (const { reject } of this.#accepts.splice(0)) reject(new Deno.errors.BadResource("closed"));
  }

  /** Connects, and is Asterisk from then on. */
  connect(hostname = "192.0.2.1"): AgiPeer {
    const peer = new AgiPeer();
    const remoteAddr: Deno.NetAddr = { transport: "tcp", hostname, port: 50_000 };
    this.#waiting.push(Object.assign(peer.stream, { remoteAddr }));
    this.#serve();
    return peer;
  }

  /** Has the pending accept fail. */
  fail(error: Error): void {
    this.#waiting.push(error);
    this.#serve();
  }

  #serve(): void {
    while (this.#accepts.length > 0 && this.#waiting.length > 0) {
      const { resolve, reject } = this.#accepts.shift()!;
      const next = this.#waiting.shift()!;
      if (next instanceof Error) reject(next);
      else resolve(next);
    }
  }
}

/** A server, the scripts of which are the test's, and what it complained of. */
function startServer(
  handlers: Record<string, Handler>,
  more: Partial<ServerServices<string>> = {},
): {
  server: AgiServer<string>;
  listener: MemoryListener;
  services: ServerServices<string>;
  complaints: string[];
} {
  const complaints: string[] = [];
  const note = (message: string) => void complaints.push(message);
  const listener = new MemoryListener();
  const services: ServerServices<string> = {
    log: { ...silentLog, warn: note, error: note, with: () => services.log },
    findScript: (script) => {
      const run = handlers[script];
      return run && { name: script, params: {}, run, release: () => {} };
    },
    ami: () => "ami",
    stopPlayback: () => Promise.reject(new Error("no AMI")),
    findHangupReason: () => Promise.resolve("hangup"),
    hangupGrace: 60_000,
    farewellTime: 60_000,
    onError: undefined,
    agiStatusEvent: false,
    ...more,
  };
  return { server: new AgiServer(listener, services), listener, services, complaints };
}

/** Makes a call to the end, and gives the commands that were sent. */
async function makeCall(peer: AgiPeer, network_script: string): Promise<string[]> {
  await peer.say(environmentText({ network_script }));
  await peer.answerAll();
  return peer.commands;
}

Deno.test("the server serves many calls at once, counts them and forgets them", async () => {
  const { server, listener } = startServer({
    answer: (app) => app.Answer(),
    fail: () => {
      throw new Error("boom");
    },
  });
  const scripts = Array.from({ length: 30 }, (_, index) => ["answer", "fail", "none"][index % 3]!);
  const peers = scripts.map(() => listener.connect());
  await turn();
  assert.equal(server.calls.length, 30);
  const commands = await Promise.all(peers.map((peer, index) => makeCall(peer, scripts[index]!)));
  assert.deepEqual(commands.slice(0, 3), [
    ["EXEC Answer", "SET VARIABLE LUNOPARK_STATUS SUCCESS"],
    ["SET VARIABLE LUNOPARK_STATUS ERROR"],
    ["SET VARIABLE LUNOPARK_STATUS NOSCRIPT"],
  ]);
  await turn();
  assert.deepEqual(server.calls, []);
  assert.deepEqual({ ...server.counts }, {
    SUCCESS: 10,
    ERROR: 10,
    NOSCRIPT: 10,
    BUSY: 0,
    HANGUP: 0,
  });
  await server.stop(60_000);
});

Deno.test("the server does not count a peer that is no Asterisk", async () => {
  const { server, listener } = startServer({});
  listener.connect().close();
  await listener.connect().say("GET / HTTP/1.1\r\n\r\n");
  await turn();
  assert.deepEqual(server.calls, []);
  assert.deepEqual(new Set(Object.values(server.counts)), new Set([0]));
  await server.stop(60_000);
});

Deno.test("the server tells which calls it serves", async () => {
  const { server, listener } = startServer({ wait: (app) => app.WaitExten() });
  const peer = listener.connect();
  await peer.say(environmentText({ network_script: "wait" }));
  assert.equal(await peer.readCommand(), "EXEC WaitExten");
  const [call] = server.calls;
  assert.deepEqual([call?.script, call?.command], ["wait", "EXEC WaitExten"]);
  peer.close();
  await server.stop(60_000);
  assert.equal(server.counts.HANGUP, 1);
});

Deno.test("the server goes on after a failed accept, and complains once", async () => {
  const { server, listener, complaints } = startServer({ answer: (app) => app.Answer() });
  for (let time = 0; time < 3; time++) listener.fail(new Error("Too many open files"));
  const peer = listener.connect();
  assert.equal((await makeCall(peer, "answer")).length, 2);
  listener.fail(new Error("Too many open files"));
  await turn();
  assert.deepEqual(complaints, Array(2).fill("Cannot accept a call: Too many open files"));
  await server.stop(60_000);
});

Deno.test("connections that were reset before they are accepted keep nobody waiting", async () => {
  const { server, listener, complaints } = startServer({ answer: (app) => app.Answer() });
  await turn();
  for (let time = 0; time < 100; time++) listener.fail(new Deno.errors.NotConnected("reset"));
  assert.equal((await makeCall(listener.connect(), "answer")).length, 2);
  assert.deepEqual(complaints, []);
  await server.stop(60_000);
});

Deno.test("stop() takes no more calls and waits for those that run", async () => {
  const hold = Promise.withResolvers<void>();
  const { server, listener } = startServer({ hold: () => hold.promise });
  const peer = listener.connect();
  const commands = makeCall(peer, "hold");
  await turn();
  let stopped = false;
  const stopping = server.stop(60_000).then(() => stopped = true);
  while (!listener.closed) await turn();
  await turn();
  assert.deepEqual([listener.closed, stopped, server.calls.length], [true, false, 1]);
  hold.resolve();
  assert.deepEqual(await commands, ["SET VARIABLE LUNOPARK_STATUS SUCCESS"]);
  await stopping;
  assert.equal(server.counts.SUCCESS, 1);
});

Deno.test("stop() does not wait for a peer that has not said which call it is about", async () => {
  const { server, listener } = startServer({}, { arrivalTime: 0 });
  const [silent, slow] = [listener.connect(), listener.connect()];
  await turn();
  await slow.say("agi_network: yes\n");
  let stopped = false;
  server.stop(60_000).then(() => stopped = true);
  for (let turns = 0; turns < 1_000 && !stopped; turns++) await turn();
  assert.ok(stopped);
  assert.deepEqual([await silent.readCommand(), await slow.readCommand()], [undefined, undefined]);
  assert.deepEqual(server.calls, []);
});

Deno.test("stop() ends the calls that outlast the grace", async () => {
  const reasons: unknown[] = [];
  const { server, listener, complaints } = startServer({
    wait: async (app, channel) => {
      channel.signal.addEventListener("abort", () => reasons.push(channel.hangupReason));
      await app.WaitExten();
    },
  });
  const peer = listener.connect();
  await peer.say(environmentText({ network_script: "wait" }));
  assert.equal(await peer.readCommand(), "EXEC WaitExten");
  await server.stop(1);
  assert.equal(await peer.readCommand(), undefined);
  assert.deepEqual([reasons, server.counts.HANGUP, server.calls], [["stopped"], 1, []]);
  assert.deepEqual(complaints, ["Ending call: the time for stopping is over"]);
});

Deno.test("a call too many is BUSY, and the next one is served when there is room", async () => {
  const ends: (() => void)[] = [];
  const counters = createCounters();
  const { server, listener, complaints } = startServer(
    { hold: () => new Promise<void>((resolve) => ends.push(resolve)) },
    { limits: { calls: 2 }, counters },
  );
  const held = [listener.connect(), listener.connect()].map((peer) => makeCall(peer, "hold"));
  await turn();
  for (let more = 0; more < 3; more++) {
    assert.deepEqual(await makeCall(listener.connect(), "hold"), [
      "SET VARIABLE LUNOPARK_STATUS BUSY",
    ]);
  }
  ends.shift()?.();
  await held[0];
  await turn();
  const next = makeCall(listener.connect(), "hold");
  await turn();
  assert.equal(server.calls.length, 2);
  for (const end of ends) end();
  await Promise.all([...held, next]);
  await turn();
  assert.deepEqual([server.counts.BUSY, server.counts.SUCCESS], [3, 3]);
  assert.equal(counters.refusedCalls, 3);
  assert.deepEqual(complaints, ["Refusing a call as BUSY: 2 calls at once (limits.calls)"]);
  await server.stop(60_000);
  assert.equal(
    complaints.at(-1),
    "Refusing a call as BUSY: 2 calls at once (limits.calls) (and 1 more like it)",
  );
});

Deno.test("one address has only its share of the calls, another one is not touched", async () => {
  const end = Promise.withResolvers<void>();
  const { server, listener, complaints } = startServer(
    { hold: () => end.promise },
    { limits: { callsPerAddress: 1 } },
  );
  const first = makeCall(listener.connect("192.0.2.1"), "hold");
  const other = makeCall(listener.connect("192.0.2.2"), "hold");
  await turn();
  const busy = await makeCall(listener.connect("192.0.2.1"), "hold");
  assert.deepEqual(busy, ["SET VARIABLE LUNOPARK_STATUS BUSY"]);
  assert.match(
    complaints[0] ?? "",
    /1 calls at once from 192\.0\.2\.1 \(limits\.callsPerAddress\)/,
  );
  end.resolve();
  await Promise.all([first, other]);
  await turn();
  assert.deepEqual(
    await makeCall(listener.connect("192.0.2.1"), "hold"),
    ["SET VARIABLE LUNOPARK_STATUS SUCCESS"],
  );
  await server.stop(60_000);
});

Deno.test("connections that say nothing keep no call out: the oldest of them goes", async () => {
  const counters = createCounters();
  const { server, listener, complaints } = startServer(
    { answer: (app) => app.Answer() },
    { limits: { connecting: 3 }, counters, arrivalTime: 0 },
  );
  const silent = Array.from({ length: 10 }, () => listener.connect());
  await turn();
  assert.equal(server.connecting, 3);
  const gone = await Promise.all(silent.slice(0, 7).map((peer) => peer.readCommand()));
  assert.deepEqual(gone, Array(7).fill(undefined));
  assert.equal((await makeCall(listener.connect(), "answer")).length, 2);
  assert.equal(counters.refusedConnecting, 8);
  assert.deepEqual(complaints, [
    "Closing a connection from 192.0.2.1: 3 have not said which call they are (limits.connecting)",
  ]);
  await server.stop(60_000);
  assert.equal(server.connecting, 0);
});

Deno.test("who may not call is closed before he has said a word, and told of a few times only", async () => {
  const counters = createCounters();
  const { server, listener, complaints } = startServer(
    { answer: (app) => app.Answer() },
    {
      allows: (address) => address === "late" ? Promise.resolve(true) : address === "192.0.2.1",
      counters,
    },
  );
  for (let time = 0; time < 20; time++) {
    assert.equal(await listener.connect("198.51.100.7").readCommand(), undefined);
  }
  for (const address of ["192.0.2.1", "late"]) {
    assert.equal((await makeCall(listener.connect(address), "answer")).length, 2);
  }
  assert.equal(counters.refusedAddress, 20);
  assert.deepEqual(complaints, [
    'Refusing a connection from 198.51.100.7: it is not in "allow"',
  ]);
  await server.stop(60_000);
  assert.match(complaints.at(-1) ?? "", /198\.51\.100\.7: .* \(and 18 more like it\)$/);
});

Deno.test("what is no call is told of a few times only, with its address", async () => {
  const counters = createCounters();
  const { server, listener, complaints } = startServer({}, { counters });
  for (let time = 0; time < 20; time++) {
    const peer = listener.connect();
    await peer.say("GET / HTTP/1.1\r\n\r\n");
    assert.equal(await peer.readCommand(), undefined);
  }
  assert.equal(complaints.length, 1);
  assert.match(complaints[0] ?? "", /^Cannot take call from 192\.0\.2\.1: .*no AGI environment/);
  assert.equal(counters.badEnvironments, 20);
  await server.stop(60_000);
});

Deno.test("stop() still serves who connected just before", async () => {
  const { server, listener } = startServer({ answer: (app) => app.Answer() });
  const peers = Array.from({ length: 5 }, () => listener.connect());
  const stopping = server.stop(60_000);
  const commands = await Promise.all(peers.map((peer) => makeCall(peer, "answer")));
  for (const said of commands) assert.equal(said.length, 2);
  await stopping;
  assert.equal(server.counts.SUCCESS, 5);
});

Deno.test("stop() resolves even when a handler does not end", async () => {
  const end = Promise.withResolvers<void>();
  const { server, listener } = startServer({ deaf: () => end.promise });
  const peer = listener.connect();
  await peer.say(environmentText({ network_script: "deaf" }));
  await turn();
  await server.stop(1);
  assert.equal(await peer.readCommand(), undefined);
  assert.equal(server.calls.length, 1);
  end.resolve();
  await turn();
  assert.deepEqual([server.calls, server.counts.SUCCESS], [[], 1]);
});

Deno.test("a handler that listens for the stop has its say", async () => {
  const { server, listener } = startServer({
    listen: (_app, channel) =>
      new Promise((_, reject) => {
        channel.signal.addEventListener("abort", () => reject(channel.signal.reason));
      }),
  });
  const peer = listener.connect();
  await peer.say(environmentText({ network_script: "listen" }));
  await turn();
  await server.stop(1);
  assert.deepEqual([server.calls, server.counts.HANGUP], [[], 1]);
});

Deno.test("a server without a listener serves the streams that it is given, with their line limit", async () => {
  const { services } = startServer({ exec: (app) => app.NoOp("x".repeat(100)) });
  const server = new AgiServer<string>(undefined, services);
  const peers = [new AgiPeer(), new AgiPeer()] as const;
  server.serve(peers[0].stream);
  server.serve(peers[1].stream, { lineBytes: 100 });
  const commands = await Promise.all(peers.map((peer) => makeCall(peer, "exec")));
  assert.deepEqual(commands.map(({ length }) => length), [2, 1]);
  await turn();
  assert.deepEqual([server.counts.SUCCESS, server.counts.ERROR], [1, 1]);
  await server.stop(60_000);
});

Deno.test("a server that has stopped closes what it is given", async () => {
  const { server } = startServer({});
  await server.stop(60_000);
  const peer = new AgiPeer();
  server.serve(peer.stream);
  assert.equal(await peer.readCommand(), undefined);
  assert.deepEqual(server.calls, []);
});

Deno.test("the server works on a real listener", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const server = new AgiServer<string>(listener, {
    log: silentLog,
    findScript: (name) => ({
      name,
      params: {},
      run: async (app, channel) => {
        await app.Answer();
        await channel.signal.aborted;
        await app.WaitExten();
      },
      release: () => {},
    }),
    ami: () => "ami",
    stopPlayback: () => Promise.reject(new Error("no AMI")),
    findHangupReason: () => Promise.resolve("hangup"),
    hangupGrace: 60_000,
    onError: undefined,
    agiStatusEvent: false,
  });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(1024);
  const asterisk = await Deno.connect({ port: listener.addr.port });
  await asterisk.write(encoder.encode(environmentText()));
  assert.equal(
    decoder.decode(buffer.subarray(0, await asterisk.read(buffer) ?? 0)),
    "EXEC Answer\n",
  );
  await asterisk.write(encoder.encode("200 result=0\n"));
  assert.equal(
    decoder.decode(buffer.subarray(0, await asterisk.read(buffer) ?? 0)),
    "EXEC WaitExten\n",
  );
  asterisk.close();
  await server.stop(60_000);
  assert.equal(server.counts.HANGUP, 1);
});
