import assert from "node:assert/strict";
import { placeCall } from "./support/fake_pbx.ts";
import { Program, writeFiles } from "./support/program.ts";

/** What a handler's author can forget, by the name of the script. */
const mistakes: [script: string, code: string, line: RegExp][] = [
  ["rejects", `Promise.reject(new Error("boom"));`, /A rejected promise was not awaited/],
  [
    "rejectsLater",
    `(async () => { await new Promise((r) => setTimeout(r, 1)); throw new Error("boom"); })();`,
    /A rejected promise was not awaited/,
  ],
  ["rejectsNothing", `Promise.reject();`, /A rejected promise was not awaited/],
  [
    "forgets",
    `app.exec("no name").catch(() => {}); channel.command("WAIT", "a\\nb");`,
    /A rejected promise was not awaited.*has a line end/,
  ],
  ["timer", `setTimeout(() => { throw new Error("boom"); }, 1);`, /in a timer was not caught/],
  ["immediate", `setImmediate(() => { throw new Error("boom"); });`, /in a timer was not caught/],
  [
    "interval",
    `const i = setInterval(() => { clearInterval(i); throw new Error("boom"); }, 1);`,
    /in a timer was not caught/,
  ],
  [
    "asyncTimer",
    `setTimeout(async () => { await null; throw new Error("boom"); }, 1);`,
    /A rejected promise was not awaited/,
  ],
  ["microtask", `queueMicrotask(() => { throw new Error("boom"); });`, /An error was not caught/],
  [
    "listener",
    `const t = new EventTarget();
     t.addEventListener("x", () => { throw new Error("boom"); });
     t.dispatchEvent(new Event("x"));`,
    /An error was not caught/,
  ],
  [
    "emitter",
    `const { EventEmitter } = await import("node:events");
     const e = new EventEmitter();
     setTimeout(() => e.emit("error", new Error("boom")), 1);`,
    /in a timer was not caught/,
  ],
  [
    "socket",
    `const { createConnection } = await import("node:net");
     createConnection({ host: "127.0.0.1", port: 1 });`,
    /An error was not caught.*ECONNREFUSED/,
  ],
  [
    "aborts",
    `const c = new AbortController();
     c.signal.addEventListener("abort", () => { throw new Error("boom"); });
     c.abort();`,
    /An error was not caught/,
  ],
];

/** What is told without its call, or may be: who knows it is not asked. */
const anonymous: [script: string, code: string, line: RegExp][] = [
  [
    "nodeTimer",
    `const { setTimeout } = await import("node:timers");
     setTimeout(() => { throw new Error("boom of node:timers"); }, 1);`,
    /ERROR lunopark: An error was not caught error="boom of node:timers"/,
  ],
  [
    "worker",
    `new Worker("data:text/javascript,throw new Error('boom of a worker')", { type: "module" });`,
    /ERROR lunopark.*: An error was not caught .*error="[^"]*boom of a worker/,
  ],
];

const handler = [...mistakes, ...anonymous]
  .map(([name, code]) => `export async function ${name}(app, channel) {\n${code}\n}`)
  .join("\n") + `
export async function good(app) { await app.NoOp(); }
export async function loops(app) { await app.Answer(); for (;;); }
export async function hold(app) { await app.Wait(60); }
`;

Deno.test("a mistake in a handler costs a line that names the call, never the process", async () => {
  const directory = await writeFiles("limits: { stallTime: 0 }\n", handler);
  await using program = new Program(`${directory}/config.yaml`);
  const address = await program.address();
  for (const [script, , line] of mistakes) {
    const channel = `PJSIP/${script}-1`;
    const call = await placeCall(address, { network_script: script, channel });
    await call.closed;
    const [said] = await program.line(
      new RegExp(`ERROR .*agi: .*script=${script} channel=${channel}.*`),
    );
    assert.match(said, line, script);
    assert.deepEqual(call.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS SUCCESS", script);
  }
  for (const [script, , line] of anonymous) {
    await (await placeCall(address, { network_script: script })).closed;
    await program.line(line);
  }
  const good = await placeCall(address, { network_script: "good" });
  await good.closed;
  assert.equal(good.commands.length, 2);
  program.kill("SIGUSR2");
  await program.line(new RegExp(`uncaughtErrors ${mistakes.length + anonymous.length}`));
  program.kill("SIGTERM");
  assert.equal(await program.ended(), 0);
  await Deno.remove(directory, { recursive: true });
});

Deno.test({
  name: "an endless loop is told of with its call and script, and systemd gets no sign of life",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const config = "limits: { stallTime: 200 }\nlog: lunopark.log\n";
    const directory = await writeFiles(config, handler);
    const path = `${directory}/notify.sock`;
    const socket = Deno.listenDatagram({ transport: "unixpacket", path });
    await using program = new Program(`${directory}/config.yaml`, {
      NOTIFY_SOCKET: path,
      WATCHDOG_USEC: "20000",
    });
    const address = await program.address();
    const held = await placeCall(address, { network_script: "hold" }, () => undefined);
    await held.came("EXEC Wait");
    await placeCall(address, { network_script: "loops", channel: "PJSIP/loops-1" });
    const line = await program.line(/ERROR lunopark: Nothing else has run for .*script loops.*\n/);
    const what =
      "what runs is most likely script loops, channel PJSIP/loops-1, uniqueid 1795375793.7";
    assert.ok(line[0].includes(what), line[0]);
    assert.doesNotMatch(line[0], /hold/, "a call that waits for Asterisk runs nothing");
    // Reads what was sent before; then one that does not come in ten times its period.
    let [signs, silent] = [0, false];
    while (!silent) {
      let timer;
      const late = new Promise<void>((resolve) => timer = setTimeout(resolve, 200));
      const sign = await Promise.race([socket.receive().catch(() => undefined), late]);
      clearTimeout(timer);
      if (sign) signs++;
      else silent = true;
    }
    assert.ok(signs > 0);
    socket.close();
    program.kill("SIGKILL");
    await program.ended();
    assert.ok((await Deno.readTextFile(`${directory}/lunopark.log`)).includes(what));
    await Deno.remove(directory, { recursive: true });
  },
});

Deno.test("a loop that ends is told of, and calls are served again", async () => {
  const script = `export async function busy(app) {
    await app.Answer();
    await new Promise((resolve) => setTimeout(resolve, 1));
    const end = Date.now() + 1_500;
    while (Date.now() < end);
  }`;
  const directory = await writeFiles("limits: { stallTime: 300 }\nlogFormat: json\n", script);
  await using program = new Program(`${directory}/config.yaml`);
  const call = await placeCall(await program.address(), { network_script: "busy" });
  await call.closed;
  const [line] = await program.line(/\{.*Nothing else has run for .*busy.*\n/);
  assert.match(JSON.parse(line).message, /most likely script busy, channel PJSIP\/100-00000001/);
  const over =
    /Calls are served again: for 1\.\d s nothing else ran: it was most likely script busy, /;
  await program.line(over);
  assert.equal(call.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS SUCCESS");
  program.kill("SIGUSR2");
  await program.line(/stalls \d/);
  await Deno.remove(directory, { recursive: true });
});

/** What loops, by a word; behind it, what the log says of it. The signal comes behind all else. */
const loops: [what: string, code: string, who: RegExp][] = [
  [
    "other code behind a timer of a call that has ended",
    `export function begins() { setTimeout(() => log.info("begun"), 50); }
     Deno.addSignalListener("SIGURG", spin);`,
    /what runs is most likely no code of a call\n/,
  ],
  [
    "other code behind a timer of a call that waits for Asterisk",
    `export async function begins(app) {
       setTimeout(() => log.info("begun"), 50);
       await app.Wait(60);
     }
     Deno.addSignalListener("SIGURG", spin);`,
    /what runs is most likely no code of a call\n/,
  ],
  [
    "other code while a call waits for something else",
    `export async function begins(app) {
       await app.Answer();
       setTimeout(() => log.info("begun"), 50);
       await new Promise(() => {});
     }
     Deno.addSignalListener("SIGURG", spin);`,
    /what runs is no code of a call, or script begins, .*, which waited for something else than/,
  ],
  [
    "a timer that was set outside of calls",
    `let begun;
     const timer = setInterval(() => { if (begun) spin(); }, 10);
     export async function begins(app) { await app.Answer(); log.info("begun"); begun = true; }`,
    /what runs is a timer that was set outside of calls\n/,
  ],
  [
    "a timer of a call",
    `export async function begins(app) {
       setTimeout(() => { log.info("begun"); spin(); }, 50);
       await app.Wait(60);
     }`,
    /what runs is script begins, channel /,
  ],
  [
    "a handler that has a reply while its next command is sent",
    `export async function begins(app) {
       const first = app.Answer();
       app.Wait(60);
       await first;
       log.info("begun");
       spin();
     }`,
    /what runs is most likely script begins, channel /,
  ],
  [
    "a handler behind a timer that it has waited for",
    `export async function begins(app) {
       await app.Answer();
       log.info("begun");
       await new Promise((resolve) => setTimeout(resolve, 50));
       spin();
     }`,
    /what runs is most likely script begins, channel /,
  ],
];

for (const [what, code, who] of loops) {
  Deno.test({
    name: `the log is right about who loops: ${what}`,
    ignore: Deno.build.os === "windows",
    async fn() {
      const spin = "function spin() { for (;;); }\n";
      const directory = await writeFiles("limits: { stallTime: 200 }\n", spin + code);
      await using program = new Program(`${directory}/config.yaml`);
      const address = await program.address();
      await placeCall(
        address,
        { network_script: "begins" },
        (command) => command.startsWith("EXEC Wait") ? undefined : "200 result=0",
      );
      await program.line(/: begun/);
      program.kill("SIGURG");
      const [line] = await program.line(/Nothing else has run for .*\n/);
      assert.match(line, who);
      program.kill("SIGKILL");
      await program.ended();
      await Deno.remove(directory, { recursive: true });
    },
  });
}
