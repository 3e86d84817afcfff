import assert from "node:assert/strict";
import { parsePrometheus } from "../../tests/support/prometheus.ts";
import type { ObservedCall } from "../agi/call_observer.ts";
import type { CallStatus } from "../agi/call_status.ts";
import type { Reply } from "../agi/reply.ts";
import { CallMetrics } from "./call_metrics.ts";
import { formatMetrics } from "./prometheus.ts";

function makeCall(offered: string | undefined, script = offered ?? ""): ObservedCall {
  return {
    script,
    offered,
    channelName: "PJSIP/100-00000001",
    environment: undefined,
    since: 0,
    command: undefined,
  };
}

function reply(code: number): Reply {
  return { code, result: "0", data: undefined, text: "" };
}

/** One call with these commands and replies. */
function serve(
  metrics: CallMetrics,
  call: ObservedCall,
  status: CallStatus,
  commands: readonly (readonly [line: string, code: number | undefined])[] = [],
): void {
  metrics.begun(call);
  for (const [line, code] of commands) {
    metrics.sent(call);
    metrics.answered(call, line, code === undefined ? undefined : reply(code));
  }
  metrics.ended(call, status);
}

function read(metrics: CallMetrics) {
  return parsePrometheus(formatMetrics(metrics.metrics));
}

Deno.test("CallMetrics counts calls by script and outcome", () => {
  const metrics = new CallMetrics();
  serve(metrics, makeCall("ivr/:lang", "ivr/en"), "SUCCESS");
  serve(metrics, makeCall("ivr/:lang", "ivr/de"), "SUCCESS");
  serve(metrics, makeCall("ivr/:lang", "ivr/de"), "ERROR");
  const { value } = read(metrics);
  assert.equal(value("lunopark_calls_total", { script: "ivr/:lang", outcome: "success" }), 2);
  assert.equal(value("lunopark_calls_total", { script: "ivr/:lang", outcome: "error" }), 1);
  assert.equal(value("lunopark_call_duration_seconds_count", { script: "ivr/:lang" }), 3);
  assert.equal(value("lunopark_handler_duration_seconds_count", { script: "ivr/:lang" }), 3);
});

Deno.test("scripts that strangers make up are no labels, and nothing that lasts", () => {
  const metrics = new CallMetrics();
  for (let count = 0; count < 1_000; count++) {
    serve(metrics, makeCall(undefined, `forged${count}`), "NOSCRIPT");
  }
  serve(metrics, makeCall(undefined, "subroutine"), "BUSY");
  const { samples, value } = read(metrics);
  assert.equal(value("lunopark_calls_total", { script: "other", outcome: "noscript" }), 1_000);
  assert.equal(value("lunopark_calls_total", { script: "other", outcome: "busy" }), 1);
  assert.equal(samples.length, 2);
});

Deno.test("CallMetrics measures commands by their name, and counts those that fail", () => {
  const metrics = new CallMetrics();
  serve(metrics, makeCall("a"), "HANGUP", [
    ["GET VARIABLE PIN", 200],
    ["SET VARIABLE PIN Pin4711", 200],
    ["GET VARIABLE OTHER", 200],
    ["GET VARIABLE", 520],
    ["WAIT FOR DIGIT 100", 511],
    ["EXEC Dial PJSIP/100", undefined],
  ]);
  const { value, samples } = read(metrics);
  const counted = (command: string) =>
    value("lunopark_command_duration_seconds_count", { command });
  assert.equal(counted("GET VARIABLE"), 3);
  assert.equal(counted("SET VARIABLE"), 1);
  assert.equal(counted("EXEC Dial"), undefined);
  const failed = samples.filter(({ name }) => name === "lunopark_command_failures_total");
  assert.deepEqual(failed.map(({ labels, value }) => [labels, value]), [
    [{ command: "GET VARIABLE", code: "520" }, 1],
    [{ command: "WAIT FOR DIGIT", code: "511" }, 1],
    [{ command: "EXEC Dial", code: "none" }, 1],
  ]);
  assert.ok(!JSON.stringify(samples).includes("Pin4711"));
});

Deno.test("what a call waits for Asterisk is none of its handler's time", () => {
  const metrics = new CallMetrics();
  const call = makeCall("a");
  metrics.begun(call);
  metrics.sent(call);
  const end = performance.now() + 20;
  while (performance.now() < end);
  metrics.answered(call, "NOOP", reply(200));
  metrics.ended(call, "SUCCESS");
  const { value } = read(metrics);
  const command = value("lunopark_command_duration_seconds_sum")!;
  const whole = value("lunopark_call_duration_seconds_sum")!;
  const handler = value("lunopark_handler_duration_seconds_sum")!;
  assert.ok(command >= 0.02 && whole >= command, `${command} ${whole}`);
  assert.ok(Math.abs(whole - command - handler) < 1e-9, `${whole} ${command} ${handler}`);
});

Deno.test("CallMetrics counts why channels left their script", () => {
  const metrics = new CallMetrics();
  for (const reason of ["hangup", "hangup", "redirected"] as const) {
    metrics.left(makeCall("a"), reason);
  }
  const { value } = read(metrics);
  assert.equal(value("lunopark_channel_departures_total", { reason: "hangup" }), 2);
  assert.equal(value("lunopark_channel_departures_total", { reason: "redirected" }), 1);
});
