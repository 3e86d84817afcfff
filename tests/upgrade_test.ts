import assert from "node:assert/strict";
import { placeCall, type PlacedCall } from "./support/fake_pbx.ts";
import { NotifySocket } from "./support/notify_socket.ts";
import { Program, writeFiles } from "./support/program.ts";

const handler = `
export async function hold(app) { await app.Wait(60); }
export async function answer(app) { await app.Answer(); await app.NoOp("\${EXTEN}"); }
`;

Deno.test({
  name: "a new process takes over the port, and the old one ends when its last call does",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const directory = await writeFiles(
      "reusePort: true\n",
      handler,
    );
    await using old = new Program(`${directory}/config.yaml`);
    const address = await old.address();
    const held: PlacedCall[] = [];
    for (let call = 0; call < 10; call++) {
      held.push(await placeCall(address, { network_script: "hold" }, () => undefined));
    }
    await Promise.all(held.map((call) => call.came("EXEC Wait")));

    const env = { LUNOPARK_LISTEN: address };
    await using next = new Program(`${directory}/config.yaml`, env);
    await next.line(/Taking calls at/);
    old.kill("SIGTERM");
    await old.line(/No more calls are taken/);
    for (let call = 0; call < 50; call++) {
      const placed = await placeCall(address, { network_script: "answer" });
      await placed.closed;
      assert.equal(placed.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS SUCCESS");
    }
    for (const call of held) {
      await call.say("200 result=0");
      await call.came("SET VARIABLE LUNOPARK_STATUS SUCCESS");
      await call.say("200 result=1");
      await call.closed;
    }
    assert.equal(await old.ended(), 0);
    assert.match(old.log, /Stopping: 10 calls are in progress/);
    next.kill("SIGTERM");
    assert.equal(await next.ended(), 0);
    await Deno.remove(directory, { recursive: true });
  },
});

Deno.test({
  name: "an upgrade under load loses no call that the system can hand over",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const directory = await writeFiles(
      "reusePort: true\n",
      handler,
    );
    await using old = new Program(`${directory}/config.yaml`);
    const address = await old.address();
    const callers = 10;
    let upgraded = false;
    let [served, lost] = [0, 0];
    const call = async () => {
      while (!upgraded) {
        const placed = await placeCall(address, { network_script: "answer" });
        await placed.closed;
        if (placed.commands.at(-1) === "SET VARIABLE LUNOPARK_STATUS SUCCESS") served++;
        else lost++;
      }
    };
    const calling = Promise.all(Array.from({ length: callers }, call));
    await using next = new Program(`${directory}/config.yaml`, { LUNOPARK_LISTEN: address });
    await next.line(/Taking calls at/);
    old.kill("SIGTERM");
    assert.equal(await old.ended(), 0);
    upgraded = true;
    await calling;
    assert.ok(served > 0);
    // A connection that is made while the old process closes its end is reset, unless the system
    // gives it to the other process: each caller can have one of these.
    const migrates = Deno.readTextFileSync("/proc/sys/net/ipv4/tcp_migrate_req").trim() !== "0";
    assert.ok(lost <= (migrates ? 0 : callers), `${lost} lost, ${served} served`);
    next.kill("SIGTERM");
    assert.equal(await next.ended(), 0);
    await Deno.remove(directory, { recursive: true });
  },
});

Deno.test({
  name: "a new process whose handlers do not load takes no call from the old one",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const directory = await writeFiles("reusePort: true\n", handler);
    // What holds it up until it fails is the test itself.
    const gate = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const broken = await writeFiles(
      "reusePort: true\n",
      `const gate = await Deno.connect({ port: ${gate.addr.port} });\n` +
        `await gate.read(new Uint8Array(1));\nthrow new Error("no database");\n`,
    );
    await using old = new Program(`${directory}/config.yaml`);
    const address = await old.address();
    await using next = new Program(`${broken}/config.yaml`, { LUNOPARK_LISTEN: address });
    const waiting = await gate.accept();
    for (let call = 0; call < 20; call++) {
      const placed = await placeCall(address, { network_script: "answer" });
      await placed.closed;
      assert.equal(placed.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS SUCCESS");
    }
    waiting.close();
    assert.equal(await next.ended(), 1);
    assert.match(next.log, /no database/);
    gate.close();
    old.kill("SIGTERM");
    assert.equal(await old.ended(), 0);
    await Deno.remove(directory, { recursive: true });
    await Deno.remove(broken, { recursive: true });
  },
});

Deno.test({
  name: "systemd hears when the program is ready, reloads, lives and stops",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const directory = await writeFiles("", handler);
    using socket = new NotifySocket();
    await using program = new Program(`${directory}/config.yaml`, {
      NOTIFY_SOCKET: socket.path,
      WATCHDOG_USEC: "20000",
    });
    assert.match(await socket.next("READY=1"), /STATUS=127\.0\.0\.1:\d+, generation 1, 0 calls/);
    await socket.next("WATCHDOG=1");
    program.kill("SIGHUP");
    assert.match(await socket.next("RELOADING=1"), /\nMONOTONIC_USEC=\d+$/);
    await socket.next("READY=1");
    program.kill("SIGTERM");
    assert.match(await socket.next("STOPPING=1"), /EXTEND_TIMEOUT_USEC=40000000/);
    assert.equal(await program.ended(), 0);
    await Deno.remove(directory, { recursive: true });
  },
});
