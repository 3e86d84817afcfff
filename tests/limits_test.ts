import assert from "node:assert/strict";
import type { App } from "lunopark";
import { environmentText } from "./support/agi_peer.ts";
import { placeCall, type PlacedCall } from "./support/fake_pbx.ts";
import { runLunopark } from "./support/lunopark.ts";

const encoder = new TextEncoder();

/** Connects, says something, and resolves to how many bytes came before the end. */
async function talk(address: string, ...said: (string | Uint8Array)[]): Promise<number> {
  const [, hostname = "", port] = /^(.*):(\d+)$/.exec(address) ?? [];
  const connection = await Deno.connect({ hostname, port: Number(port) });
  let count = 0;
  try {
    for (const part of said) {
      const bytes = typeof part === "string" ? encoder.encode(part) : part;
      for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
    }
    const buffer = new Uint8Array(1_024);
    for (let read; (read = await connection.read(buffer)) !== null;) count += read;
  } catch {
    // A reset is an end, too.
  } finally {
    connection.close();
  }
  return count;
}

Deno.test("over the calls at once, a call is BUSY and its dialplan goes on", async () => {
  const end = Promise.withResolvers<void>();
  const full = Promise.withResolvers<void>();
  let entered = 0;
  const handlers = {
    hold() {
      if (++entered === 3) full.resolve();
      return end.promise;
    },
  };
  await using lunopark = await runLunopark(handlers, { limits: { calls: 3 } });
  const { address, server } = lunopark;
  const values = { network_script: "hold" };
  const held: PlacedCall[] = [];
  for (let call = 0; call < 3; call++) held.push(await placeCall(address, values));
  await full.promise;
  const refused = await Promise.all(Array.from({ length: 20 }, () => placeCall(address, values)));
  await Promise.all(refused.map(({ closed }) => closed));
  for (const { commands } of refused) {
    assert.deepEqual(commands, ["SET VARIABLE LUNOPARK_STATUS BUSY"]);
  }
  assert.deepEqual([server.status.ended["BUSY"], server.status.counters.refusedCalls], [20, 20]);
  assert.equal(lunopark.lines.filter((line) => /Refusing a call as BUSY/.test(line)).length, 1);
  end.resolve();
  await Promise.all(held.map(({ closed }) => closed));
  for (const { commands } of held) {
    assert.deepEqual(commands, ["SET VARIABLE LUNOPARK_STATUS SUCCESS"]);
  }
  const { connecting, calls, held: { timers: _timers, ...rest } } = server.status;
  assert.deepEqual([connecting, calls, rest], [0, [], {
    addresses: 0,
    sessions: 0,
    generations: 0,
  }]);
});

Deno.test("peers who send too much, too many lines or nothing are closed, and calls go on", async () => {
  await using lunopark = await runLunopark(
    { answer: (app: App) => app.Answer() },
    { limits: { environmentBytes: 10_000, environmentLines: 50, environmentTime: 50 } },
  );
  const { address, server } = lunopark;
  const strangers = [
    talk(address),
    talk(address, "agi_network: yes\n"),
    talk(address, "agi_network: yes\n".repeat(51)),
    talk(address, "agi_network: ", new Uint8Array(1_000_000).fill(120)),
    talk(address, Uint8Array.of(0x16, 0x03, 0x01, 0x02, 0, 1, 0, 1, 0xfc, 3, 3)),
  ];
  const call = await placeCall(address, { network_script: "answer" });
  await call.closed;
  assert.equal(call.commands.length, 2);
  assert.deepEqual(await Promise.all(strangers), [0, 0, 0, 0, 0]);
  assert.equal(server.status.counters.badEnvironments, 5);
  await lunopark.line(/WARN .*Cannot take call from 127\.0\.0\.1: /);
});

Deno.test("a reply that is too long costs its call", async () => {
  const failed = Promise.withResolvers<unknown>();
  await using lunopark = await runLunopark({
    async read(_app: App, channel: { getFull(name: string): Promise<string> }) {
      await channel.getFull("X").catch(failed.resolve);
    },
  }, { limits: { replyBytes: 5_000 } });
  const values = { network_script: "read" };
  const call = await placeCall(
    lunopark.address,
    values,
    () => `200 result=1 (${"x".repeat(6_000)})`,
  );
  await call.closed;
  assert.match(String(await failed.promise), /more than 5000 bytes .*limits\.replyBytes/);
  assert.equal(lunopark.server.status.counters.badReplies, 1);
});

Deno.test("who is not allowed is closed before he has said a word", async () => {
  await using lunopark = await runLunopark(
    { answer: (app: App) => app.Answer() },
    { allow: ["192.0.2.0/24", "::1"] },
  );
  for (let time = 0; time < 10; time++) assert.equal(await talk(lunopark.address), 0);
  assert.equal(await talk(lunopark.address, environmentText({ network_script: "answer" })), 0);
  assert.equal(lunopark.server.status.counters.refusedAddress, 11);
  assert.equal(lunopark.lines.filter((line) => /Refusing a connection from/.test(line)).length, 1);
});

Deno.test("a name in allow is looked up, and lets its addresses in", async () => {
  await using lunopark = await runLunopark(
    { answer: (app: App) => app.Answer() },
    { allow: ["localhost"] },
  );
  const call = await placeCall(lunopark.address, { network_script: "answer" });
  await call.closed;
  assert.equal(call.commands.length, 2);
});

const warnings: [config: { listen: string; allow?: string[] }, line: RegExp | undefined][] = [
  [{ listen: "127.0.0.1:0" }, undefined],
  [
    { listen: "*:0" },
    /WARN .*Only this machine and the AMI host 127\.0\.0\.1 may call at 0\.0\.0\.0/,
  ],
  [{ listen: "*:0", allow: ["10.0.0.0/8"] }, undefined],
  [{ listen: "*:0", allow: ["0.0.0.0/0"] }, /WARN .*Anybody who reaches the port may call/],
];
for (const [config, pattern] of warnings) {
  Deno.test(`a start with ${JSON.stringify(config)} ${pattern ? "warns" : "does not warn"}`, async () => {
    await using lunopark = await runLunopark({ a() {} }, config);
    const found = lunopark.lines.filter((line) => / WARN /.test(line));
    assert.equal(found.length, pattern ? 1 : 0, found.join("\n"));
    if (pattern) assert.match(found[0] ?? "", pattern);
  });
}
