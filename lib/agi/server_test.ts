import assert from "node:assert/strict";
import { AgiPeer, environmentText, turn } from "../../tests/support/agi_peer.ts";
import { silentLog } from "../log.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { CallServices } from "./call.ts";
import type { AgiChannel } from "./channel.ts";
import type { App } from "./dialplan.ts";
import { AgiServer, type ConnectionSource } from "./server.ts";

type Handler = (app: App, channel: AgiChannel<string>) => unknown;

/** A listener in memory, to which a test connects. */
class MemoryListener implements ConnectionSource {
  #accepts: PromiseWithResolvers<ByteStream>[] = [];
  #waiting: (ByteStream | Error)[] = [];
  closed = false;

  accept(): Promise<ByteStream> {
    const accept = Promise.withResolvers<ByteStream>();
    this.#accepts.push(accept);
    this.#serve();
    return accept.promise;
  }

  close(): void {
    this.closed = true;
    for (const { reject } of this.#accepts.splice(0)) reject(new Deno.errors.BadResource("closed"));
  }

  /** Connects, and is Asterisk from then on. */
  connect(): AgiPeer {
    const peer = new AgiPeer();
    this.#waiting.push(peer.stream);
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
function startServer(handlers: Record<string, Handler>): {
  server: AgiServer<string>;
  listener: MemoryListener;
  services: CallServices<string>;
  complaints: string[];
} {
  const complaints: string[] = [];
  const note = (message: string) => void complaints.push(message);
  const listener = new MemoryListener();
  const services: CallServices<string> = {
    log: { ...silentLog, warn: note, error: note, with: () => services.log },
    findScript: (script) => {
      const run = handlers[script];
      return run && { params: {}, run, release: () => {} };
    },
    ami: () => "ami",
    stopPlayback: () => Promise.reject(new Error("no AMI")),
    findHangupReason: () => Promise.resolve("hangup"),
    hangupGrace: 60_000,
    farewellTime: 60_000,
    onError: undefined,
    agiStatusEvent: false,
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

Deno.test("stop() takes no more calls and waits for those that run", async () => {
  const hold = Promise.withResolvers<void>();
  const { server, listener } = startServer({ hold: () => hold.promise });
  const peer = listener.connect();
  const commands = makeCall(peer, "hold");
  await turn();
  let stopped = false;
  const stopping = server.stop(60_000).then(() => stopped = true);
  await turn();
  assert.deepEqual([listener.closed, stopped, server.calls.length], [true, false, 1]);
  hold.resolve();
  assert.deepEqual(await commands, ["SET VARIABLE LUNOPARK_STATUS SUCCESS"]);
  await stopping;
  assert.equal(server.counts.SUCCESS, 1);
});

Deno.test("stop() does not wait for a peer that has not said which call it is about", async () => {
  const { server, listener } = startServer({});
  const [silent, slow] = [listener.connect(), listener.connect()];
  await turn();
  await slow.say("agi_network: yes\n");
  let stopped = false;
  server.stop(60_000).then(() => stopped = true);
  for (let turns = 0; turns < 10; turns++) await turn();
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
    findScript: () => ({
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
