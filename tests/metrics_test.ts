/**
 * The numbers of a whole Lunopark, over real sockets, as a Prometheus parser reads them.
 */
import assert from "node:assert/strict";
import {
  ami,
  type App,
  type Channel,
  type Config,
  type HandlerModule,
  type Lunopark,
  startLunopark,
} from "lunopark";
import { runInScope } from "../lib/handlers/scope.ts";
import { openLog, silentLog } from "../lib/log.ts";
import { Metrics } from "../lib/metrics/metrics.ts";
import { FakeAmi, placeCall } from "./support/fake_pbx.ts";
import { type ParsedText, parsePrometheus } from "./support/prometheus.ts";

/** A Lunopark with its fake Asterisk, whose AMI connection is there. */
async function withLunopark(
  handlers: HandlerModule,
  body: (parts: { server: Lunopark; pbx: FakeAmi; address: string }) => Promise<void>,
  config: Config = {},
): Promise<void> {
  await using pbx = new FakeAmi((request) =>
    request["action"] === "Getvar"
      ? ["Response: Error\r\nMessage: No such channel"]
      : ["Response: Success"]
  );
  const log = openLog({ level: "error", write: () => {} });
  const server = await startLunopark(
    { host: pbx.host, listen: "127.0.0.1:0", status: "127.0.0.1:0", stopGrace: 1_000, ...config },
    { handlers, log },
  );
  try {
    await event(server, "ami:ready");
    await body({ server, pbx, address: server.address ?? "" });
  } finally {
    await server.stop();
    log.close();
  }
}

/** Resolves with the next event of that name. */
function event(server: Lunopark, name: string): Promise<void> {
  return new Promise((resolve) => {
    const added = server.ami.addEvent(name, () => {
      added[Symbol.dispose]();
      resolve();
    });
  });
}

async function scrape(server: Lunopark): Promise<ParsedText> {
  const response = await fetch(`${server.statusPage}metrics`);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  const type = response.headers.get("content-type") ?? "";
  assert.match(type, /^text\/plain; version=0\.0\.4; charset=utf-8$/);
  assert.equal(server.metrics?.contentType, type);
  return parsePrometheus(text);
}

const handlers = {
  async subroutine(app: App, channel: Channel) {
    await app.Answer();
    await channel.get("PIN");
    await channel.ami.Ping();
    await channel.ami.action("Getvar", { Variable: "X" }).catch(() => {});
  },
  async broken(app: App) {
    await app.Answer();
    throw new TypeError("on purpose");
  },
  default: {
    "ivr/:lang": async (app: App) => {
      await app.Playback("hello");
    },
  },
};

Deno.test("/metrics tells what calls, AMI and handlers do, as a Prometheus parser reads it", async () => {
  await withLunopark(handlers, async ({ server, pbx, address }) => {
    const place = async (network_script: string) => {
      const pin = (line: string) =>
        line.startsWith("GET VARIABLE") ? "200 result=1 (Pin4711)" : "200 result=0";
      await (await placeCall(address, { network_script }, pin)).closed;
    };
    for (const script of ["subroutine", "subroutine", "broken", "ivr/en", "ivr/de"]) {
      await place(script);
    }
    await place('forged"\\script');
    const events = server.ami.events("Newchannel");
    const last = event(server, "Hangup");
    for (let count = 0; count < 3; count++) {
      await pbx.tell("Event: Newchannel", "Channel: PJSIP/100-00000001");
    }
    await pbx.tell("Event: Hangup", "Channel: PJSIP/100-00000001");
    await last;
    await server.reload();

    const { value, samples } = await scrape(server);
    const expected: [name: string, labels: Record<string, string>, value: number][] = [
      ["lunopark_calls_total", { script: "subroutine", outcome: "success" }, 2],
      ["lunopark_calls_total", { script: "broken", outcome: "error" }, 1],
      ["lunopark_calls_total", { script: "ivr/:lang", outcome: "success" }, 2],
      ["lunopark_calls_total", { script: "other", outcome: "noscript" }, 1],
      ["lunopark_call_duration_seconds_count", { script: "subroutine" }, 2],
      ["lunopark_handler_duration_seconds_count", { script: "ivr/:lang" }, 2],
      ["lunopark_calls_in_progress", {}, 0],
      ["lunopark_connecting", {}, 0],
      ["lunopark_commands_in_flight", {}, 0],
      ["lunopark_commands_queued", {}, 0],
      ["lunopark_connections_total", {}, 6],
      ["lunopark_refusals_total", { reason: "address" }, 0],
      ["lunopark_command_duration_seconds_count", { command: "EXEC Answer" }, 3],
      ["lunopark_command_duration_seconds_count", { command: "EXEC Playback" }, 2],
      ["lunopark_command_duration_seconds_count", { command: "GET VARIABLE" }, 2],
      ["lunopark_command_duration_seconds_count", { command: "SET VARIABLE" }, 6],
      ["lunopark_ami_connected", {}, 1],
      ["lunopark_ami_actions_total", { action: "Ping", result: "success" }, 2],
      ["lunopark_ami_actions_total", { action: "Getvar", result: "error" }, 2],
      ["lunopark_ami_action_duration_seconds_count", { action: "Ping" }, 2],
      ["lunopark_ami_events_total", { event: "Newchannel" }, 3],
      ["lunopark_ami_events_total", { event: "Hangup" }, 1],
      ["lunopark_ami_events_queued", { event: "Newchannel" }, 3],
      ["lunopark_ami_actions_waiting", {}, 0],
      ["lunopark_ami_reconnects_total", {}, 0],
      ["lunopark_ami_gaps_total", {}, 0],
      ["lunopark_generation", {}, 1],
      ["lunopark_reloads_total", { result: "unchanged" }, 1],
      ["lunopark_reloads_total", { result: "reloaded" }, 0],
      ["lunopark_reloads_total", { result: "failed" }, 0],
      ["lunopark_calls_on_old_generations", {}, 0],
    ];
    for (const [name, labels, number] of expected) {
      assert.equal(value(name, labels), number, `${name} ${JSON.stringify(labels)}`);
    }
    const written = JSON.stringify(samples);
    assert.ok(
      !written.includes("forged") && !written.includes("Pin4711"),
      "a stranger's word is there",
    );
    assert.ok(value("process_resident_memory_bytes")! > 1e6);
    const started = value("process_start_time_seconds")!;
    assert.ok(started > 1.7e9 && started <= Date.now() / 1_000);
    assert.equal(samples.find(({ name }) => name === "lunopark_build_info")?.value, 1);
    await events.return?.();
  });
});

Deno.test("the numbers say what goes on now, and no counter goes back", async () => {
  const loaded = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const busy = {
    async subroutine(app: App, channel: Channel) {
      const first = app.Answer();
      const second = channel.get("PIN");
      const third = channel.get("NAME");
      loaded.resolve();
      await Promise.allSettled([first, second, third]);
      await held.promise;
    },
  };
  await withLunopark(busy, async ({ server, pbx, address }) => {
    const before = await scrape(server);
    const call = await placeCall(address, {}, () => undefined);
    await loaded.promise;
    await call.came("EXEC Answer");
    const during = await scrape(server);
    assert.equal(during.value("lunopark_calls_in_progress"), 1);
    assert.equal(during.value("lunopark_commands_in_flight"), 1);
    assert.equal(during.value("lunopark_commands_queued"), 2);

    const again = event(server, "ami:gap");
    pbx.drop();
    await again;
    await call.say("200 result=0");
    for (const name of ["PIN", "NAME"]) {
      await call.came(`GET VARIABLE ${name}`);
      await call.say("200 result=1 (x)");
    }
    held.resolve();
    await call.came("SET VARIABLE LUNOPARK_STATUS");
    await call.say("200 result=1");
    await call.closed;
    const after = await scrape(server);
    assert.equal(after.value("lunopark_ami_reconnects_total"), 1);
    assert.equal(after.value("lunopark_ami_gaps_total"), 1);
    assert.equal(after.value("lunopark_calls_in_progress"), 0);
    assertGrew(before, during);
    assertGrew(during, after);
  });
});

/** Each counter, and each bucket, is at least what it was. */
function assertGrew(before: ParsedText, after: ParsedText): void {
  const counted = before.samples.filter(({ name }) => /_(total|bucket|count|sum)$/.test(name));
  assert.ok(counted.length >= 15, `${counted.length}`);
  for (const { name, labels, value } of counted) {
    const now = after.value(name, labels);
    assert.ok(now !== undefined && now >= value, `${name} ${JSON.stringify(labels)}: ${now}`);
  }
}

Deno.test("a program that embeds Lunopark gets the numbers where it asks for them, and else none", async () => {
  const options = { handlers: { subroutine: (app: App) => app.Answer() } };
  const config: Config = { role: "agi", listen: "127.0.0.1:0", level: "error" };
  const without = await startLunopark(config, options);
  assert.equal(without.metrics, undefined);
  await without.stop();

  const server = await startLunopark(config, { ...options, metrics: true });
  const read = () => parsePrometheus(server.metrics?.text() ?? "");
  const calls = () => {
    const labels = { script: "subroutine", outcome: "success" };
    return read().value("lunopark_calls_total", labels);
  };
  // It begins with 0: to Prometheus, what begins with 1 has not grown.
  assert.equal(calls(), 0);
  await (await placeCall(server.address ?? "")).closed;
  assert.equal(calls(), 1);
  // Without the role there is nothing to tell of it.
  assert.equal(read().value("lunopark_ami_connected"), undefined);
  await server.stop();
  // What was measured can be read to the end.
  assert.equal(calls(), 1);
});

Deno.test("an action that fails is still its sender's to catch, when it is measured", async () => {
  await withLunopark({ subroutine: () => {} }, async ({ server }) => {
    await assert.rejects(server.ami.action("Getvar", { Variable: "X" }), /No such channel/);
    const originate = server.ami.originate({ Channel: "Local/1@a", Application: "Wait" });
    await originate;
    assert.ok(originate.answered instanceof Promise);
    await runInScope({ ami: server.ami, log: silentLog }, () => ami.Ping());
  });
});

Deno.test("docs/metrics.md has each metric, with its type, its labels and its meaning", async () => {
  const page = Deno.readTextFileSync(new URL("../docs/metrics.md", import.meta.url));
  const rows = [
    ...page.matchAll(/^\| `((?:lunopark|process)_\w+)` +\| (\w+) +\| (.*?) *\| (.*?) *\|$/gm),
  ]
    .map(([, name, type, labels, help]) => ({ name, type, labels, help }));
  const server = await startLunopark({ role: "agi", listen: "127.0.0.1:0", level: "error" }, {
    handlers,
  });
  const metrics = new Metrics();
  metrics.start(server);
  const known = metrics.read().map(({ name, type, labels, help }) => ({
    name,
    type,
    labels: labels.map((label) => `\`${label}\``).join(", "),
    help,
  }));
  metrics.stop();
  await server.stop();
  const sort = (list: typeof known) => list.toSorted((a, b) => a.name < b.name ? -1 : 1);
  assert.deepEqual(sort(rows as typeof known), sort(known));
});
