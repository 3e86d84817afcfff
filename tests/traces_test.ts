/**
 * Traces and metrics of the program by OpenTelemetry, as a real OTLP endpoint gets them.
 */
import assert from "node:assert/strict";
import { placeCall } from "./support/fake_pbx.ts";
import { type OtlpSpan, startOtlpEndpoint } from "./support/otlp_endpoint.ts";
import { Program, writeFiles } from "./support/program.ts";

const handler = `
import type { App, Channel } from "lunopark";

export async function subroutine(app: App, channel: Channel) {
  await app.Read("PIN", "beep", 4);
  await channel.get("PIN");
  await fetch(channel.query.get("url")!).then((response) => response.body?.cancel());
}

export async function broken(app: App) {
  await app.Answer();
  throw new TypeError("on purpose");
}

export async function long(app: App) {
  await app.Wait(60);
}
`;

/** The program with OpenTelemetry, and all that it sends until its end, of so many calls. */
async function trace(calls: number, place: (address: string, url: string) => Promise<void>) {
  await using endpoint = startOtlpEndpoint();
  const directory = await writeFiles("stopGrace: 1000\n", handler);
  try {
    await using program = new Program(`${directory}/config.yaml`, {
      // Deno that counts coverage does not end when it also has spans to send.
      DENO_COVERAGE_DIR: undefined,
      OTEL_DENO: "true",
      OTEL_DENO_CONSOLE: "ignore",
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_METRIC_EXPORT_INTERVAL: "200",
    });
    await place(await program.address(), endpoint.url);
    // At its end the program sends spans, but reads no more counters.
    await endpoint.total("lunopark.calls", calls);
    program.kill("SIGTERM");
    assert.equal(await program.ended(), 0, program.log);
    return endpoint;
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

/** A span with those below it, by name. */
function tree(spans: readonly OtlpSpan[], span: OtlpSpan): unknown {
  const below = spans.filter(({ parentSpanId }) => parentSpanId === span.spanId)
    .toSorted((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)));
  return below.length === 0 ? span.name : [span.name, ...below.map((one) => tree(spans, one))];
}

Deno.test("a call is a span, with its commands and what its handler fetches below it", async () => {
  let parent: string | null = null;
  const endpoint = await trace(1, async (address, url) => {
    const script = `subroutine?url=${encodeURIComponent(`${url}/lookup`)}`;
    const call = await placeCall(
      address,
      { network_script: script, uniqueid: "1795375793.7", channel: "PJSIP/100-00000001" },
      (line) => {
        if (line.includes("linkedid")) return "200 result=1 (1795375790.1)";
        return line.startsWith("GET VARIABLE") ? "200 result=1 (Pin4711)" : "200 result=0";
      },
    );
    await call.closed;
    assert.equal(call.commands[0], "GET VARIABLE CHANNEL(linkedid)");
  });
  parent = endpoint.traceparents.get("/lookup") ?? null;
  const { spans } = endpoint;
  const root = spans.find(({ name }) => name === "call subroutine");
  assert.ok(root);
  assert.deepEqual(tree(spans, root), [
    "call subroutine",
    "GET VARIABLE",
    "EXEC Read",
    "GET VARIABLE",
    "GET",
    "SET VARIABLE",
  ]);
  assert.equal(root.parentSpanId, "");
  assert.deepEqual(root.attributes, {
    "asterisk.channel": "PJSIP/100-00000001",
    "asterisk.uniqueid": "1795375793.7",
    "asterisk.linkedid": "1795375790.1",
    "asterisk.version": "22.10.1",
    "lunopark.script": "subroutine",
    "lunopark.status": "SUCCESS",
  });
  assert.notEqual(root.status.code, 2);
  for (const { traceId, startTimeUnixNano: start, endTimeUnixNano: end } of spans) {
    assert.equal(traceId, root.traceId);
    assert.ok(BigInt(start) >= BigInt(root.startTimeUnixNano), "it begins within the call");
    assert.ok(BigInt(end) <= BigInt(root.endTimeUnixNano), "it ends within the call");
  }
  // What is fetched can go on with the trace.
  assert.match(parent ?? "", new RegExp(`^00-${root.traceId}-[0-9a-f]{16}-01$`));
  // Nobody's PIN is in it, nor what it was asked by.
  assert.ok(!/Pin4711|beep/.test(JSON.stringify(spans)));
});

Deno.test("a handler that throws makes its call's span an error with the exception", async () => {
  const { spans } = await trace(1, async (address) => {
    const call = await placeCall(address, { network_script: "broken" });
    await call.closed;
  });
  const root = spans.find(({ name }) => name === "call broken");
  assert.ok(root);
  assert.deepEqual(root.status, { code: 2, message: "on purpose" });
  assert.equal(root.attributes["lunopark.status"], "ERROR");
  assert.equal(root.attributes["error.type"], "TypeError");
  const exception = root.events.find(({ name }) => name === "exception");
  assert.equal(exception?.attributes["exception.type"], "TypeError");
  assert.equal(exception?.attributes["exception.message"], "on purpose");
  assert.match(exception?.attributes["exception.stacktrace"] ?? "", /handler\.ts/);
});

Deno.test("a call that is hung up in a command says so in its span, and an unknown script has no name", async () => {
  const { spans } = await trace(2, async (address) => {
    const call = await placeCall(
      address,
      { network_script: "long" },
      (line) => line.startsWith("EXEC Wait") ? undefined : "200 result=0",
    );
    await call.came("EXEC Wait");
    await call.say("HANGUP");
    await call.say("200 result=-1");
    await call.closed;
    await (await placeCall(address, { network_script: "forged" })).closed;
  });
  const root = spans.find(({ name }) => name === "call long");
  assert.equal(root?.attributes["lunopark.hangup_reason"], "hangup");
  const unknown = spans.find(({ name }) => name === "call");
  assert.equal(unknown?.attributes["lunopark.status"], "NOSCRIPT");
  assert.equal(unknown?.status.code, 2);
  assert.ok(!JSON.stringify(spans).includes("forged"));
});

Deno.test("the metrics come by OTLP as well, each name once, with histograms of our buckets", async () => {
  const { metrics } = await trace(3, async (address) => {
    for (let count = 0; count < 3; count++) {
      await (await placeCall(address, { network_script: "broken" })).closed;
    }
  });
  const calls = metrics.get("lunopark.calls");
  assert.deepEqual(calls?.points.filter(({ value }) => value > 0), [{
    attributes: { script: "broken", outcome: "error" },
    value: 3,
  }]);
  assert.equal(metrics.get("lunopark.calls_in_progress")?.points[0]?.value, 0);
  const durations = metrics.get("lunopark.command_duration");
  assert.equal(durations?.unit, "s");
  const answer = durations.points.find(({ attributes }) => attributes["command"] === "EXEC Answer");
  assert.equal(answer?.value, 3);
  assert.ok(answer.bounds?.includes(0.0025), `${answer.bounds}`);
});
