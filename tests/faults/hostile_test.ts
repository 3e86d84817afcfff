/**
 * What strangers get who reach the FastAGI port and are no Asterisk: the table in SECURITY.md.
 */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import net from "node:net";
import type { App, Channel } from "lunopark";
import { memoryOf, Service, within } from "../asterisk/support.ts";
import { environmentText } from "../support/agi_peer.ts";
import { placeCall } from "../support/fake_pbx.ts";
import { runLunopark, type RunningLunopark } from "../support/lunopark.ts";
import { formatTable } from "./support/table.ts";

const encoder = new TextEncoder();
const { BrokenPipe, ConnectionReset, NotConnected } = Deno.errors;

/** How a connection went that somebody had who is no Asterisk. */
interface Visit {
  /** What Lunopark said. */
  readonly got: string;
  /** How many bytes could be sent, as far as the sender's system knows. */
  readonly sent: number;
}

/** Connects, says these pieces one after the other, and stays until Lunopark closes. */
async function visit(address: string, pieces: Iterable<string | Uint8Array>): Promise<Visit> {
  const [hostname = "", port] = address.split(":");
  using connection = await Deno.connect({ hostname, port: Number(port) });
  connection.setNoDelay(true);
  let sent = 0;
  let got = "";
  const speak = async () => {
    for (const piece of pieces) {
      let bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
      while (bytes.length > 0) {
        const count = await connection.write(bytes);
        sent += count;
        bytes = bytes.subarray(count);
      }
    }
  };
  const listen = async () => {
    const buffer = new Uint8Array(65_536);
    for (let count; (count = await connection.read(buffer)) !== null;) {
      got += new TextDecoder().decode(buffer.subarray(0, count));
    }
  };
  // To be closed with bytes unread is a reset.
  const ended = (error: unknown) => {
    const isEnd = [BrokenPipe, ConnectionReset, NotConnected].some((end) => error instanceof end);
    if (!isEnd) throw error;
  };
  await within("the end of the visit", Promise.all([speak().catch(ended), listen().catch(ended)]));
  return { got, sent };
}

function* repeat(piece: Uint8Array, bytes: number): Iterable<Uint8Array> {
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

/** The first bytes of a TLS 1.3 ClientHello. */
const tlsHello = Uint8Array.of(0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03);

const begun = environmentText().slice(0, -1);

/** What is said, and what comes of it: the counter, and the words in the log. */
const strangers: readonly (readonly [
  who: string,
  pieces: () => Iterable<string | Uint8Array>,
  counter: string,
  log: RegExp,
])[] = [
  ["says nothing", () => [], "badEnvironments", /did not come in time/],
  ["a TLS hello", () => [tlsHello], "badEnvironments", /no AGI environment/],
  ["an HTTP request", () => ["GET / HTTP/1.1\r\n\r\n"], "badEnvironments", /no AGI environment/],
  ["random bytes", () => [Uint8Array.of(0xff), randomBytes(65_536)], "badEnvironments", /no AGI/],
  ["NULs", () => [new Uint8Array(4_096)], "badEnvironments", /no AGI environment/],
  [
    "a header of 100 MB",
    () => ["agi_network: ", ...repeat(new Uint8Array(65_536).fill(0x41), 100e6)],
    "badEnvironments",
    /more than 65536 bytes/,
  ],
  [
    "a million headers",
    () => repeat(encoder.encode("agi_x: y\n".repeat(1_000)), 9e6),
    "badEnvironments",
    /more than (1000 lines|65536 bytes)/,
  ],
  [
    "headers that never end",
    () => [begun],
    "badEnvironments",
    /did not come in time/,
  ],
];

/** What may run when somebody asks for a script by this name. */
const handlers = {
  good: async (app: App) => void await app.NoOp(),
  asks: async (_app: App, channel: Channel) => void await channel.get("X"),
  notAFunction: "text",
  default: { "ivr/:lang": async (app: App) => void await app.NoOp() },
};

const noScripts = [
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "then",
  "default",
  "notAFunction",
  "good/constructor",
  "ivr/../good",
  "../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "/etc/passwd",
  "file:///etc/passwd",
  "https://example.org/x.ts",
  "data:text/javascript,0",
  "good\0",
  "good\r",
  " good",
  "GOOD",
  "",
  "x".repeat(10_000),
];

/** A call among the strangers; fails if it is not served as any other. */
async function serveGoodCall(address: string): Promise<void> {
  const call = await placeCall(address, { network_script: "good" });
  await within("the end of a good call", call.closed);
  assert.deepEqual(call.commands, ["EXEC NoOp", "SET VARIABLE LUNOPARK_STATUS SUCCESS"]);
}

async function run(
  limits: { environmentTime: number },
  test: (running: RunningLunopark) => Promise<void>,
): Promise<void> {
  await using running = await runLunopark(handlers, { limits });
  await test(running);
  assert.equal(running.server.status.connecting, 0);
  assert.equal(running.server.status.calls.length, 0);
}

Deno.test("strangers on the FastAGI port are closed and counted, and calls are served meanwhile", async () => {
  const rows = [["who sends", "gets", "bytes taken", "ms", "counted"]];
  for (const [who, pieces, counter, log] of strangers) {
    // Each of them on a server of its own: the log says each kind of complaint once.
    await run({ environmentTime: who.includes("time") ? 300 : 1_000 }, async (running) => {
      const start = performance.now();
      const visiting = visit(running.address, pieces());
      await serveGoodCall(running.address);
      const { got, sent } = await visiting;
      assert.equal(got, "", who);
      assert.match(running.lines.filter((line) => line.includes("WARN")).join("\n"), log, who);
      const { counters } = running.server.status;
      assert.equal((counters as unknown as Record<string, number>)[counter], 1, who);
      // What the systems' buffers hold was never read.
      assert.ok(sent < 32e6, `${who}: ${sent} bytes were taken`);
      await serveGoodCall(running.address);
      const time = Math.round(performance.now() - start);
      rows.push([who, "closed", `${sent}`, `${time}`, counter]);
    });
  }
  console.log(formatTable(rows));
});

Deno.test("no name that objects, files or URLs have is a script", async () => {
  await run({ environmentTime: 5_000 }, async ({ address }) => {
    for (const network_script of noScripts) {
      const call = await placeCall(address, { network_script });
      await within(`the end of ${network_script}`, call.closed);
      assert.deepEqual(call.commands, ["SET VARIABLE LUNOPARK_STATUS NOSCRIPT"], network_script);
    }
    const call = await placeCall(address, { network_script: "good", "__proto__": "x", x: "y" });
    await within("the end of a forged environment", call.closed);
    assert.equal(({} as Record<string, unknown>)["x"], undefined);
    await serveGoodCall(address);
  });
});

Deno.test("a slow loris is closed when the time for an environment is over, however busy it is", async () => {
  await run({ environmentTime: 500 }, async (running) => {
    function* byByte(): Iterable<string> {
      yield* begun;
      for (;;) yield "x";
    }
    const { got } = await visit(running.address, byByte());
    assert.equal(got, "");
    await running.line(/did not come in time|more than \d+ bytes/);
    await serveGoodCall(running.address);
  });
});

/** Replies that Asterisk does not give. */
const replies: readonly (readonly [what: string, reply: () => string, log: RegExp])[] = [
  ["a reply that nobody asked for", () => "200 result=0\n200 result=0\n", /more than one reply/],
  ["a reply of 4 MB", () => `200 result=1 (${"x".repeat(4e6)})\n`, /more than 1048576 bytes/],
  ["a reply of 4 MB in lines", () => `200 result=1 (${"x\n".repeat(2e6)})\n`, /more than 1048576/],
  ["something else", () => "Hello\n", /no code/],
];

Deno.test("replies that Asterisk does not give cost their own call", async () => {
  await run({ environmentTime: 5_000 }, async (running) => {
    for (const [what, reply, log] of replies) {
      const answer = () => reply().slice(0, -1);
      const call = await placeCall(running.address, { network_script: "asks" }, answer);
      await within(`the end of the call with ${what}`, call.closed);
      assert.deepEqual(call.commands, ["GET VARIABLE X"], what);
      await running.line(log);
      await serveGoodCall(running.address);
    }
    assert.equal(running.server.status.ended["ERROR"], replies.length);
  });
});

Deno.test("5,000 that say nothing and 1,000 that reset keep no call waiting and fill no memory", async () => {
  const source = `
    export async function good(app: { NoOp(): Promise<unknown> }): Promise<void> {
      await app.NoOp();
    }`;
  await using service = await Service.spawn({
    files: { "handler.ts": source },
    config: { role: "agi", listen: "127.0.0.1:0", limits: { environmentTime: 5_000 } },
  });
  const address = await service.address();
  const [host = "", port] = address.split(":");
  await serveGoodCall(address);
  const before = await memoryOf(service.pid);
  const silent: net.Socket[] = [];
  let closed = 0;
  let allClosed = () => {};
  const connect = (): Promise<net.Socket> =>
    new Promise((resolve) => {
      const socket = net.connect({ host, port: Number(port) });
      socket.on("connect", () => resolve(socket));
      socket.on("error", () => {});
    });
  try {
    for (let count = 0; count < 5_000; count++) {
      const socket = await connect();
      socket.on("close", () => ++closed === 5_000 && allClosed());
      socket.resume();
      silent.push(socket);
      if (count % 5 === 0) (await connect()).resetAndDestroy();
      if (count % 500 === 0) await serveGoodCall(address);
    }
    await serveGoodCall(address);
    const memory = await memoryOf(service.pid);
    console.log(`5,000 silent connections: ${Math.round((memory - before) / 1e6)} MB more memory`);
    assert.ok(memory - before < 150e6, `${memory - before} bytes`);
    await within(
      "the end of all that are silent",
      new Promise<void>((resolve) => {
        allClosed = resolve;
        if (closed === 5_000) resolve();
      }),
    );
    await serveGoodCall(address);
  } finally {
    for (const socket of silent) socket.destroy();
  }
  service.signal("SIGUSR2");
  await service.line(/Connections: 0 not known yet/);
  assert.deepEqual(service.log.all.filter((line) => line.includes(" ERROR lunopark")), []);
  // One line of a kind in ten seconds, however many there are.
  assert.ok(service.count(/WARN/) < 50, `${service.count(/WARN/)} warnings`);
});
