import assert from "node:assert/strict";
import type { ObservedCall } from "../agi/call_observer.ts";
import { parseEnvironment } from "../agi/environment.ts";
import { parseReply } from "../agi/reply.ts";
import type { StatusSettings } from "../config.ts";
import { createCounters } from "../counters.ts";
import { NotConnectedError } from "../errors.ts";
import { openLog } from "../log.ts";
import { StatusServer, type StatusSource } from "./status_server.ts";
import type { CallChange, CallDetail, Change, Snapshot } from "./wire.ts";

const token = "0123456789abcdef";
const local: StatusSettings["address"] = { hostname: "127.0.0.1", port: 8080 };

/** A server that does not listen, what it shows, and what it has logged and done. */
class Scene implements AsyncDisposable {
  readonly lines: string[] = [];
  readonly done: string[] = [];
  readonly #waiting = new Map<string, () => void>();
  readonly log = openLog({
    write: (line) => {
      this.lines.push(line);
      for (const [part, resolve] of this.#waiting) if (line.includes(part)) resolve();
    },
  });
  readonly server: StatusServer;
  readonly source: StatusSource & { notReady: string[] } = {
    status: {
      since: 1_000,
      generation: 1,
      callsOnOldGenerations: 0,
      calls: [],
      connecting: 0,
      ended: { SUCCESS: 3 },
      held: { timers: 0, addresses: 0, sessions: 0, generations: 0 },
      counters: createCounters(),
      reloads: { reloaded: 0, unchanged: 0, failed: 0 },
      ami: {
        state: "ready",
        version: "11.0.0",
        waiting: 0,
        events: 5,
        reconnects: 0,
        failures: 0,
        gaps: 0,
        eventsByName: {},
        queued: {},
      },
      listeners: {},
    },
    level: "info",
    notReady: [],
    reload: () => {
      this.done.push("reload");
      return Promise.resolve("reloaded");
    },
    hangup: (channel) => {
      if (channel === "gone") return Promise.reject(new NotConnectedError("No connection"));
      this.done.push(`hangup ${channel}`);
      return Promise.resolve();
    },
  };

  constructor(settings: Partial<StatusSettings> = {}, metrics?: () => string) {
    this.server = new StatusServer({ address: local, digits: false, ...settings }, {
      log: this.log,
      metrics,
    });
    this.server.show(this.source);
  }

  async ask(path: string, init: RequestInit = {}, host = "127.0.0.1:8080"): Promise<Response> {
    const request = new Request(`http://127.0.0.1:8080${path}`, init);
    request.headers.set("host", host);
    return await this.server.handle(request, "192.0.2.1");
  }

  /** Resolves when the log says this. */
  said(part: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(part, resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop();
    this.log.close();
  }
}

function makeCall(channel = "PJSIP/100-00000001"): ObservedCall & { command: string | undefined } {
  const environment = parseEnvironment(
    `agi_network_script: ivr\nagi_channel: ${channel}\nagi_callerid: 100\nagi_calleridname: Reception\n` +
      "agi_context: default\nagi_extension: 200\nagi_priority: 1\n\n",
  );
  return {
    script: "ivr",
    offered: "ivr",
    channelName: channel,
    environment,
    since: 1_000,
    command: undefined,
  };
}

/** Has a call send a command, and get its reply if there is one. */
function converse(
  { server: { observer } }: Scene,
  call: ReturnType<typeof makeCall>,
  line: string,
  reply?: string,
): void {
  call.command = line;
  observer.sent(call, line);
  if (reply === undefined) return;
  call.command = undefined;
  observer.answered(call, line, parseReply(reply, "data"));
}

/** The events of a stream, one after the other. */
class Events {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = "";

  constructor(response: Response) {
    assert.equal(response.headers.get("content-type"), "text/event-stream");
    this.#reader = response.body!.getReader();
  }

  /** The next one that has a name. */
  async next<Data>(): Promise<Data> {
    for (;;) {
      const [all, data] = /^event: \w+\ndata: (.*)\n\n/.exec(this.#text) ?? [];
      if (all !== undefined && data !== undefined) {
        this.#text = this.#text.slice(all.length);
        return JSON.parse(data);
      }
      const { value, done } = await this.#reader.read();
      if (done) throw new Error("The stream has ended");
      this.#text += new TextDecoder().decode(value).replace(/^:.*\n\n/, "");
    }
  }

  /** The next one that has this in it: figures may change at any time. */
  async nextWith<Data extends object>(key: keyof Data & string): Promise<Data> {
    for (;;) {
      const data = await this.next<Data>();
      if (key in data) return data;
    }
  }

  async close(): Promise<void> {
    await this.#reader.cancel();
  }
}

Deno.test("/health and /ready answer in plain words", async () => {
  await using scene = new Scene();
  assert.equal(await (await scene.ask("/health")).text(), "ok\n");
  assert.equal((await scene.ask("/ready")).status, 200);
  scene.source.notReady.push("Lunopark is stopping", "AMI connection is being made");
  const refused = await scene.ask("/ready");
  assert.equal(refused.status, 503);
  assert.equal(await refused.text(), "Lunopark is stopping\nAMI connection is being made\n");
  assert.equal((await scene.ask("/health")).status, 200);
});

Deno.test("before handlers are loaded, the server is healthy and not ready", async () => {
  const log = openLog({ write: () => {} });
  const server = new StatusServer({ address: local, digits: false }, { log });
  const request = (path: string) =>
    new Request(`http://localhost${path}`, { headers: { host: "localhost" } });
  assert.equal((await server.handle(request("/health"), "")).status, 200);
  assert.equal((await server.handle(request("/ready"), "")).status, 503);
  assert.equal((await server.handle(request("/status"), "")).status, 200);
  await server.stop();
  log.close();
});

Deno.test("/metrics is what somebody counts, or a sentence where nobody does", async () => {
  await using counted = new Scene({}, () => "lunopark_calls 3\n");
  assert.equal(await (await counted.ask("/metrics")).text(), "lunopark_calls 3\n");
  await using uncounted = new Scene();
  const none = await uncounted.ask("/metrics");
  assert.deepEqual([none.status, await none.text()], [404, "There are no metrics here\n"]);
});

Deno.test("a name that somebody else may have made resolve to us is refused", async () => {
  await using scene = new Scene({ token });
  for (const host of ["localhost:8080", "127.0.0.1", "[::1]:8080", "192.0.2.1:80"]) {
    assert.equal((await scene.ask("/status", {}, host)).status, 200, host);
  }
  for (const host of ["evil.example.org", "evil.example.org:8080", "localhost.example.org", ""]) {
    assert.equal((await scene.ask("/status", {}, host)).status, 403, host);
    assert.equal((await scene.ask("/", {}, host)).status, 403, host);
  }
});

Deno.test("the page brings its parts, and allows no others", async () => {
  await using scene = new Scene();
  const page = await scene.ask("/");
  assert.match(page.headers.get("content-security-policy") ?? "", /^default-src 'none';/);
  const html = await page.text();
  const parts = Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, path = ""]) => path);
  const scripts = new Set<string>();
  while (parts.length > 0) {
    const path = parts.pop()!;
    const response = await scene.ask(path);
    const text = await response.text();
    assert.equal(response.status, 200, path);
    if (!path.endsWith(".ts") || scripts.has(path)) continue;
    scripts.add(path);
    assert.match(response.headers.get("content-type") ?? "", /^text\/javascript/);
    assert.doesNotMatch(text, /import type|: string|\binterface\b/);
    for (const [, name = ""] of text.matchAll(/from "\.\/([^"]+)"/g)) parts.push(`/page/${name}`);
  }
  assert.ok(scripts.size > 5, `${scripts.size} scripts`);
});

Deno.test("without a token nobody steers, and with it only who has it", async () => {
  await using closed = new Scene();
  const refused = await closed.ask("/reload", { method: "POST" });
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /read-only/);

  await using scene = new Scene({ token });
  const post = (path: string, headers: Record<string, string> = {}, body?: string) =>
    scene.ask(path, { method: "POST", headers, body: body ?? null });
  const authorization = `Bearer ${token}`;
  assert.equal((await post("/reload")).status, 401);
  assert.equal((await post("/reload", { authorization: "Bearer wrong" })).status, 401);
  assert.equal((await post("/reload", { authorization: "Bearer wrong too" })).status, 401);
  const origin = "http://evil.example.org";
  assert.equal((await post("/reload", { authorization, origin })).status, 403);
  assert.equal((await scene.ask("/reload", { headers: { authorization } })).status, 405);
  assert.equal((await scene.ask("/reload", { method: "DELETE" })).status, 405);
  assert.deepEqual(scene.done, []);

  const own = { authorization, origin: "http://127.0.0.1:8080" };
  assert.equal(await (await post("/reload", own)).text(), "reloaded\n");
  assert.equal((await post("/level", own, "loud")).status, 400);
  assert.equal((await post("/level", own, "x".repeat(1_000_000))).status, 400);
  assert.equal((await post("/level", own, "debug")).status, 200);
  assert.equal(scene.source.level, "debug");
  assert.deepEqual(scene.done, ["reload"]);
  const said = scene.lines.map((line) => line.replace(/.* status: /, ""));
  assert.deepEqual(said, [
    "Wrong token for the status page from 192.0.2.1",
    "Reload by 192.0.2.1 on the status page",
    "Log level info becomes debug by 192.0.2.1 on the status page",
  ]);
});

Deno.test("where others can reach the page, reading needs the token too", async () => {
  await using scene = new Scene({ token, address: { hostname: "0.0.0.0", port: 8080 } });
  const headers = { authorization: `Bearer ${token}` };
  for (const path of ["/status", "/calls", "/events", "/metrics", "/calls/1"]) {
    assert.equal((await scene.ask(path, {}, "pbx.example.org")).status, 401, path);
  }
  for (const path of ["/", "/health", "/ready", "/page/page.ts"]) {
    assert.equal((await scene.ask(path, {}, "pbx.example.org")).status, 200, path);
  }
  assert.equal((await scene.ask("/status", { headers }, "pbx.example.org")).status, 200);
});

Deno.test("a call is hung up by its number", async () => {
  await using scene = new Scene({ token });
  const { observer } = scene.server;
  observer.begun(makeCall());
  observer.begun(makeCall("gone"));
  const post = (id: number) =>
    scene.ask(`/calls/${id}/hangup`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
    });
  assert.equal((await post(1)).status, 200);
  assert.deepEqual(scene.done, ["hangup PJSIP/100-00000001"]);
  const failed = await post(2);
  assert.deepEqual([failed.status, await failed.text()], [409, "No connection\n"]);
  assert.equal((await post(3)).status, 404);
  assert.ok(scene.lines.some((line) => line.includes("Hangup of PJSIP/100-00000001 by 192.0.2.1")));
});

Deno.test("a page gets all there is, and then what changes", async () => {
  await using scene = new Scene();
  const { observer } = scene.server;
  const first = makeCall();
  observer.begun(first);
  converse(scene, first, "EXEC Queue support");
  const events = new Events(await scene.ask("/events"));
  const { calls, head } = await events.next<Snapshot>();
  assert.deepEqual(calls.map(({ id, caller, step }) => [id, caller, step]), [
    [1, "100", "EXEC Queue support"],
  ]);
  assert.deepEqual([head.ended, head.ami?.state, head.canSteer], [
    { SUCCESS: 3 },
    "ready",
    false,
  ]);

  const second = makeCall("PJSIP/101-00000002");
  const short = makeCall("PJSIP/102-00000003");
  observer.begun(second);
  observer.begun(short);
  observer.ended(short, "BUSY");
  observer.answered(first, "EXEC Queue support", parseReply("200 result=0"));
  first.command = undefined;
  observer.left(first, "hangup");
  scene.log.error("Script failed", { error: new Error("boom"), script: "ivr" });
  scene.server.reloaded("failed", 1);
  const change = await events.nextWith<Change>("begun");
  assert.deepEqual(change.begun?.map(({ id }) => id), [2]);
  assert.deepEqual(change.steps?.map(([id, step, , left]) => [id, step, left]), [[1, null, true]]);
  assert.equal(change.ended, undefined);
  assert.match(change.troubles?.[0]?.stack ?? "", /^Error: boom\n {4}at /);
  assert.deepEqual(change.reloads?.map(({ result }) => result), ["failed"]);

  observer.ended(first, "HANGUP");
  assert.deepEqual((await events.nextWith<Change>("ended")).ended, [1]);
  await events.close();
  assert.equal(scene.server.pages.open, 0);
});

Deno.test("a second page takes no news away from the first", async () => {
  await using scene = new Scene();
  const { observer } = scene.server;
  const first = new Events(await scene.ask("/events"));
  await first.next();
  observer.begun(makeCall());
  const second = new Events(await scene.ask("/events"));
  assert.equal((await second.next<Snapshot>()).calls.length, 1);
  assert.deepEqual((await first.nextWith<Change>("begun")).begun?.map(({ id }) => id), [1]);
  await Promise.all([first.close(), second.close()]);
});

Deno.test("the conversation of a call is told as it happens, to its end", async () => {
  await using scene = new Scene();
  const { observer } = scene.server;
  const call = makeCall();
  observer.begun(call);
  converse(scene, call, "ANSWER", "200 result=0");
  converse(scene, call, "GET DATA beep 5000 4");
  const events = new Events(await scene.ask("/calls/1/events"));
  const detail = await events.next<CallDetail>();
  assert.deepEqual([detail.callerName, detail.place], ["Reception", "default,200,1"]);
  assert.deepEqual(detail.lines.map(({ text, reply }) => [text, reply]), [
    ["GET DATA beep 5000 4", undefined],
  ]);
  observer.answered(call, "GET DATA beep 5000 4", parseReply("200 result=4711"));
  converse(scene, call, "SET VARIABLE PIN 4711");
  const change = await events.next<CallChange>();
  assert.deepEqual(change.lines.map(({ n, text, reply }) => [n, text, reply]), [
    [0, "GET DATA beep 5000 4", "200 result=•••"],
    [1, "SET VARIABLE PIN •••", undefined],
  ]);
  observer.answered(call, "SET VARIABLE PIN 4711", undefined);
  observer.left(call, "lost");
  observer.ended(call, "HANGUP");
  const end = await events.next<CallChange>();
  assert.equal(end.status, "HANGUP");
  assert.deepEqual(end.lines.map(({ text, reply }) => reply ?? text), [
    "no reply: the line has ended",
    "the connection to Asterisk was lost",
    "the script has ended: HANGUP",
  ]);
  await events.close();
  assert.equal((await scene.ask("/calls/1/events")).status, 404);
});

Deno.test("no answer has a PIN in it, unless digits are asked for", async () => {
  for (const digits of [false, true]) {
    await using scene = new Scene({ digits });
    const { observer } = scene.server;
    const page = new Events(await scene.ask("/events"));
    const call = makeCall();
    observer.begun(call);
    const conversation = new Events(await scene.ask("/calls/1/events"));
    converse(scene, call, "GET DATA beep 5000 4", "200 result=4711");
    converse(scene, call, "SET VARIABLE PIN 4711", "200 result=1");
    converse(scene, call, "GET VARIABLE PIN", "200 result=1 (4711)");
    converse(scene, call, "EXEC Verbose User entered 4711", "200 result=0");
    converse(scene, call, "SAY DIGITS 4711 #");
    const callLog = scene.log.category("agi").with({ script: "ivr", uniqueid: "1.1" });
    callLog.error("Script failed", { error: new Error("PIN 4711 is wrong") });
    callLog.warn('Script ended while "SAY DIGITS 4711" was running');
    scene.log.category("handlers").error("Somebody entered 4711", { pin: "4711" });
    const answers = [
      JSON.stringify(await page.nextWith<Change>("begun")),
      JSON.stringify([await conversation.next(), await conversation.next()]),
      ...await Promise.all(
        ["/status", "/calls", "/calls/1", "/calls/1.svg"].map(async (path) =>
          await (await scene.ask(path)).text()
        ),
      ),
    ];
    for (const answer of answers) assert.equal(answer.includes("4711"), digits, answer);
    await Promise.all([page.close(), conversation.close()]);
  }
});

Deno.test("a page that does not read is closed and counted", async () => {
  await using scene = new Scene();
  const { observer } = scene.server;
  const response = await scene.ask("/events");
  const busy = setInterval(() => {
    for (let count = 0; count < 400; count++) observer.begun(makeCall("x".repeat(1_000)));
  }, 50);
  await scene.said("it does not read");
  clearInterval(busy);
  assert.equal(scene.server.pages.slow, 1);
  assert.equal(scene.server.pages.open, 0);
  await response.body?.cancel();
});

Deno.test("a page that reads is not closed for news of more than what may wait", async () => {
  await using scene = new Scene();
  const { body } = await scene.ask("/events");
  const reader = body!.getReader();
  await reader.read();
  const news = reader.read();
  for (let count = 0; count < 1_200; count++) {
    scene.server.observer.begun(makeCall("x".repeat(1_000)));
  }
  const { value } = await news;
  assert.ok(value && value.length > 1_048_576);
  assert.equal(scene.server.pages.slow, 0);
  await reader.cancel();
});

Deno.test("there is a bound to the pages at once", async () => {
  await using scene = new Scene();
  const pages = await Promise.all(Array.from({ length: 40 }, () => scene.ask("/events")));
  const refused = await scene.ask("/events");
  assert.deepEqual([refused.status, await refused.text()], [503, "Too many pages are open\n"]);
  await Promise.all(pages.map((page) => page.body?.cancel()));
  const again = await scene.ask("/events");
  assert.equal(again.status, 200);
  await again.body?.cancel();
});

Deno.test("warnings and errors that are kept are bounded, and one kind leaves the other", async () => {
  await using scene = new Scene();
  scene.log.error("the one error");
  for (let count = 0; count < 300; count++) scene.log.warn("one of many");
  const { troubles } = await (await scene.ask("/status")).json() as Snapshot;
  assert.equal(troubles.length, 101);
  assert.equal(troubles[0]?.message, "the one error");
});
