import assert from "node:assert/strict";
import { NotifySocket } from "../../tests/support/notify_socket.ts";
import { silentLog } from "../log.ts";
import { ServiceManager, watchdogTime } from "./systemd.ts";

for (
  const [kind, name] of [["a path", undefined], ["an abstract name", "@lunopark-test"]] as const
) {
  Deno.test(`systemd hears at ${kind} that the service is ready, reloads and stops`, async () => {
    using socket = new NotifySocket(name && `${name}-${Deno.pid}`);
    const env = (variable: string) => variable === "NOTIFY_SOCKET" ? socket.path : undefined;
    using manager = ServiceManager.find(env, silentLog);
    assert.ok(manager);
    manager.ready("1 call\nREADY=0");
    assert.equal(await socket.next(), "READY=1\nSTATUS=1 call READY=0");
    manager.reloading();
    const [first, second = ""] = (await socket.next()).split("\n");
    assert.equal(first, "RELOADING=1");
    assert.ok(Number(/^MONOTONIC_USEC=(\d+)$/.exec(second)?.[1]) > 0, second);
    await manager.stopping("2 calls", 15_000);
    assert.equal(await socket.next(), "STOPPING=1\nSTATUS=2 calls\nEXTEND_TIMEOUT_USEC=15000000");
  });
}

Deno.test("a reload while the service stops, as logrotate asks for, is not told as ready", async () => {
  using socket = new NotifySocket();
  using manager = ServiceManager.find(
    (name) => name === "NOTIFY_SOCKET" ? socket.path : undefined,
    silentLog,
  );
  assert.ok(manager);
  await manager.stopping("1 call", 1);
  await manager.reloading();
  await manager.ready("1 call");
  await manager.stopping("0 calls", 1);
  assert.match(await socket.next(), /^STOPPING=1\nSTATUS=1 call\n/);
  assert.match(await socket.next(), /^STOPPING=1\nSTATUS=0 calls\n/);
});

Deno.test("systemd gets signs of life while the event loop runs", async () => {
  using socket = new NotifySocket();
  const variables: Record<string, string> = { NOTIFY_SOCKET: socket.path, WATCHDOG_USEC: "2000" };
  using manager = ServiceManager.find((name) => variables[name], silentLog);
  assert.ok(manager);
  for (let sign = 0; sign < 3; sign++) assert.equal(await socket.next(), "WATCHDOG=1");
});

Deno.test("watchdogTime() is that of this process alone, in milliseconds", () => {
  const of = (variables: Record<string, string>) => watchdogTime((name) => variables[name]);
  assert.equal(of({ WATCHDOG_USEC: "30000000" }), 30_000);
  assert.equal(of({ WATCHDOG_USEC: "30000000", WATCHDOG_PID: String(Deno.pid) }), 30_000);
  assert.equal(of({ WATCHDOG_USEC: "30000000", WATCHDOG_PID: "1" }), undefined);
  for (const WATCHDOG_USEC of ["", "0", "-1", "x"]) assert.equal(of({ WATCHDOG_USEC }), undefined);
  assert.equal(of({}), undefined);
});

Deno.test("without systemd nothing is said, and a socket that is not there is told of once", async () => {
  assert.equal(ServiceManager.find(() => undefined, silentLog), undefined);
  const lines: string[] = [];
  const log = { ...silentLog, warn: (message: string) => void lines.push(message) };
  const env = (name: string) => name === "NOTIFY_SOCKET" ? "/nowhere/notify.sock" : undefined;
  using manager = ServiceManager.find(env, log);
  assert.ok(manager);
  await manager.ready("");
  await manager.ready("");
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? "", /^Cannot tell systemd: .*(No such file|os error 2)/);
});
