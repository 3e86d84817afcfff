/**
 * The status page over real sockets.
 */
import assert from "node:assert/strict";
import { type App, type Config, LunoparkError, startLunopark } from "lunopark";
import { openLog } from "../lib/log.ts";
import type { Snapshot } from "../lib/status/wire.ts";
import { FakeAmi, placeCall } from "./support/fake_pbx.ts";
import { runLunopark } from "./support/lunopark.ts";
import { Program, writeFiles } from "./support/program.ts";

const token = "0123456789abcdef";
const authorization = `Bearer ${token}`;
const handlers = { queue: (app: App) => app.Queue("support") };

async function get(base: string | undefined, path: string): Promise<[number, string]> {
  const response = await fetch(new URL(path, base));
  return [response.status, (await response.text()).trim()];
}

/** Asks over a unix socket. */
async function getUnix(path: string, target: string): Promise<string> {
  const connection = await Deno.connect({ transport: "unix", path });
  const request = `GET ${target} HTTP/1.1\r\nHost: anything\r\nConnection: close\r\n\r\n`;
  await connection.write(new TextEncoder().encode(request));
  return await new Response(connection.readable).text();
}

/** Resolves when `/ready` answers with this status. */
async function ready(base: string | undefined, wanted: number): Promise<string> {
  for (;;) {
    const [status, text] = await get(base, "/ready");
    if (status === wanted) return text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

Deno.test("/ready follows AMI, and a call is hung up by AMI with the token", async () => {
  await using ami = new FakeAmi();
  const config: Config = {
    role: "both",
    host: ami.host,
    status: "127.0.0.1:0",
    statusToken: token,
  };
  await using lunopark = await runLunopark(handlers, config);
  const { statusPage } = lunopark.server;
  assert.match(statusPage ?? "", /^http:\/\/127\.0\.0\.1:\d+\/$/);
  assert.equal(await ready(statusPage, 200), "ready");

  const call = await placeCall(lunopark.address, { network_script: "queue" }, () => undefined);
  await call.came("EXEC Queue");
  const [, text] = await get(statusPage, "/calls");
  const [{ id, step, channel }] = JSON.parse(text);
  assert.deepEqual([step, channel], ["EXEC Queue support", "PJSIP/100-00000001"]);
  const hangup = () =>
    fetch(new URL(`/calls/${id}/hangup`, statusPage), {
      method: "POST",
      headers: { authorization },
    });
  const done = await hangup();
  assert.deepEqual([done.status, await done.text()], [200, "hung up\n"]);
  const hangups = ami.requests.filter(({ action }) => action === "Hangup");
  assert.deepEqual(hangups.map(({ channel }) => channel), ["PJSIP/100-00000001"]);

  ami.refusesLogin = true;
  ami.drop();
  assert.match(
    await ready(statusPage, 503),
    /^AMI connection is (being made|waiting to reconnect)(: .+)?$/,
  );
  // Once it has been tried again, the reason is that Asterisk does not let us in.
  const login = /: .*Authentication failed/;
  for (let why = ""; !login.test(why);) why = await ready(statusPage, 503);
  const refused = await hangup();
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /^Cannot send action "Hangup": AMI connection is /);
});

Deno.test("without the AMI role the page is ready, and says that it cannot hang up", async () => {
  await using lunopark = await runLunopark(handlers, {
    status: "localhost:0",
    statusToken: token,
  });
  const { statusPage } = lunopark.server;
  assert.equal(await ready(statusPage, 200), "ready");
  await assert.rejects(lunopark.server.hangup("PJSIP/1"), {
    name: "NotConnectedError",
    message: "Cannot hang up PJSIP/1: Lunopark has no AMI role",
  });
  const reload = await fetch(new URL("/reload", statusPage), {
    method: "POST",
    headers: { authorization },
  });
  assert.equal(await reload.text(), "unchanged\n");
  const [, text] = await get(statusPage, "/status");
  assert.deepEqual(JSON.parse(text).reloads.map(({ result }: { result: string }) => result), [
    "unchanged",
  ]);
});

Deno.test("a Host that is no host is refused, and is no error of ours", async () => {
  await using lunopark = await runLunopark(handlers, { status: "127.0.0.1:0" });
  const { port } = new URL(lunopark.server.statusPage ?? "");
  const hosts = { "[": 403, "a b": 403, "": 403, "127.0.0.1:99999": 400, "127.0.0.1": 200 };
  for (const [host, status] of Object.entries(hosts)) {
    using connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
    const request = `GET /health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    await connection.write(new TextEncoder().encode(request));
    const answer = new Uint8Array(12);
    await connection.read(answer);
    assert.equal(new TextDecoder().decode(answer), `HTTP/1.1 ${status}`, host);
  }
});

Deno.test("a stop closes open pages and the port", async () => {
  const lunopark = await runLunopark(handlers, { status: "127.0.0.1:0" });
  const { statusPage } = lunopark.server;
  const page = await fetch(new URL("/events", statusPage));
  await lunopark[Symbol.asyncDispose]();
  await page.text().catch(() => {});
  await assert.rejects(fetch(new URL("/health", statusPage)));
});

Deno.test("the page on a unix socket: its mode, a stale one, one in use, and its end", async () => {
  const folder = await writeFiles("status: ./status.sock\n", "export function subroutine() {}\n");
  const path = `${folder}/status.sock`;
  {
    // A process that is killed leaves its socket behind.
    await using killed = new Program(`${folder}/config.yaml`);
    await killed.address();
  }
  assert.ok(Deno.statSync(path).isSocket);
  const first = await runLunopark(handlers, { status: path });
  assert.equal(first.server.statusPage, path);
  assert.equal((Deno.statSync(path).mode ?? 0) & 0o777, 0o660);
  assert.match(await getUnix(path, "/health"), /^HTTP\/1\.1 200 .*\r\n\r\nok\n$/s);
  await assert.rejects(start({ status: path }), {
    name: "LunoparkError",
    message: `Cannot serve the status page at ${path}: another process serves there`,
  });
  await first[Symbol.asyncDispose]();
  assert.throws(() => Deno.statSync(path), Deno.errors.NotFound);
  Deno.writeTextFileSync(path, "precious");
  await assert.rejects(start({ status: path }), {
    message: `Cannot serve the status page at ${path}: there is a file, and no socket`,
  });
  assert.equal(Deno.readTextFileSync(path), "precious");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a port that another process has is told, and nothing is left open", async () => {
  await using lunopark = await runLunopark(handlers, { status: "127.0.0.1:0" });
  const { host } = new URL(lunopark.server.statusPage ?? "");
  await assert.rejects(start({ status: host }), (error: Error) => {
    assert.ok(error instanceof LunoparkError);
    assert.equal(
      error.message,
      `Cannot serve the status page at ${host}: another process has that address`,
    );
    return true;
  });
});

Deno.test("the program serves its page after it has given up the network", async () => {
  const folder = await writeFiles(
    "status: 127.0.0.1:0\npermissions:\n  net: false\n  write: false\n  env: false\n",
    `export function subroutine() {}\n`,
  );
  await using program = new Program(`${folder}/config.yaml`);
  const [, base] = await program.line(/Status page at (\S+)/);
  await program.address();
  assert.equal(await ready(base, 200), "ready");
  assert.match((await get(base, "/page/page.ts"))[1], /readFeed/);
  program.kill("SIGTERM");
  assert.equal(await program.ended(), 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("the page shows which script kept all others from running, once it has ended", async () => {
  const folder = await writeFiles(
    "status: 127.0.0.1:0\nlimits:\n  stallTime: 200\n",
    `export async function busy(app) {
      await app.Answer();
      const folder = import.meta.dirname;
      while (!Array.from(Deno.readDirSync(folder)).some(({ name }) => name === "enough"));
    }`,
  );
  await using program = new Program(`${folder}/config.yaml`);
  const [, base] = await program.line(/Status page at (\S+)/);
  const call = await placeCall(await program.address(), { network_script: "busy" });
  await program.line(/Nothing else has run/);
  await Deno.writeTextFile(`${folder}/enough`, "");
  await call.closed;
  await program.line(/Calls are served again/);
  const { troubles } = JSON.parse((await get(base, "/status"))[1]) as Snapshot;
  const stall = troubles.find(({ message }) => message.startsWith("Calls are served again"));
  assert.match(
    stall?.message ?? "",
    /: for \d+\.\d s nothing else ran: it was most likely script busy, channel PJSIP\/100-00000001, /,
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("handlers that cannot be loaded end the page with the program", async () => {
  const folder = await writeFiles("status: 127.0.0.1:0\n", `export function subroutine() {`);
  await using program = new Program(`${folder}/config.yaml`);
  assert.equal(await program.ended(), 1);
  assert.match(program.log, /Status page at http/);
  await Deno.remove(folder, { recursive: true });
});

async function start(config: Config): Promise<void> {
  const log = openLog({ write: () => {} });
  try {
    const server = await startLunopark({ role: "agi", listen: "127.0.0.1:0", ...config }, {
      handlers,
      log,
    });
    await server.stop();
  } finally {
    log.close();
  }
}

Deno.test("with reusePort a process starts although another has the page, and takes it over", async () => {
  const one = await runLunopark(handlers, { status: "127.0.0.1:0" });
  const address = new URL(one.server.statusPage ?? "").host;
  const served = Promise.withResolvers<void>();
  const log = openLog({ write: () => {} });
  const warnings: string[] = [];
  using _watch = log.watch(({ level, message }) => {
    if (level === "warn") warnings.push(message);
    if (message.startsWith("Status page at")) served.resolve();
  });
  const other = await startLunopark(
    { role: "agi", listen: "127.0.0.1:0", reusePort: true, status: address },
    { handlers, log },
  );
  assert.deepEqual(warnings, [
    `The status page has to wait: Cannot serve the status page at ${address}: another process has that address`,
  ]);
  await one[Symbol.asyncDispose]();
  await served.promise;
  assert.equal((await get(other.statusPage, "/health"))[0], 200);
  await other.stop();
});
