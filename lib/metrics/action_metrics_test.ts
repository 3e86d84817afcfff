import assert from "node:assert/strict";
import { parsePrometheus } from "../../tests/support/prometheus.ts";
import { AmiResponse } from "../ami/response.ts";
import { ActionFailedError, ActionTimeoutError, AmiError, NotConnectedError } from "../errors.ts";
import { ActionMetrics } from "./action_metrics.ts";
import { formatMetrics } from "./prometheus.ts";

const response = new AmiResponse("Response: Error\r\nMessage: Permission denied\r\n\r\n");

Deno.test("ActionMetrics tells actions by what became of them, and times those that were answered", () => {
  const ends: [error: unknown, result: string, timed: boolean][] = [
    [undefined, "success", true],
    [new ActionFailedError("no", "Ping", response), "error", true],
    [new ActionTimeoutError("late", "Ping", 10), "timeout", false],
    [new NotConnectedError("no"), "not_connected", false],
    [new AmiError("too many"), "refused", false],
    [new TypeError("a line end"), "invalid", false],
    [new DOMException("enough", "AbortError"), "cancelled", false],
  ];
  for (const [error, result, timed] of ends) {
    const metrics = new ActionMetrics();
    metrics.sent("Ping")(error);
    const { value } = parsePrometheus(formatMetrics(metrics.metrics));
    assert.equal(value("lunopark_ami_actions_total", { action: "Ping", result }), 1, result);
    const counted = value("lunopark_ami_action_duration_seconds_count", { action: "Ping" });
    assert.equal(counted, timed ? 1 : undefined, result);
  }
});

Deno.test("an action in another case is the same action", () => {
  const metrics = new ActionMetrics();
  for (const name of ["CoreStatus", "corestatus", "CORESTATUS"]) metrics.sent(name)();
  const { value } = parsePrometheus(formatMetrics(metrics.metrics));
  assert.equal(value("lunopark_ami_actions_total", { action: "CoreStatus" }), 3);
});
