/**
 * OpenTelemetry, where it is switched on.
 *
 * @module
 */

import type { CallTraces } from "./call_traces.ts";
import type { Metrics } from "./metrics.ts";

/** What is sent by OpenTelemetry. */
export interface Telemetry {
  /** Makes spans of calls; `undefined` when nobody wants traces. */
  readonly traces: CallTraces | undefined;
  /** Has metrics sent as well, until what it returns is called; `undefined` when nobody wants metrics. */
  readonly exportMetrics: ((metrics: Metrics) => () => void) | undefined;
}

/** What has been registered, by its kind: `trace`, `metrics`, ... */
type Registered = Readonly<Record<string, unknown>>;

/** Where every copy of `@opentelemetry/api` finds what has been registered. */
const registry = Symbol.for("opentelemetry.js.api.1");

/**
 * Finds out whether OpenTelemetry is switched on, by `OTEL_DENO=true` or by a program that has registered
 * its own providers, and loads what is needed for it. Where it is not, nothing is loaded.
 *
 * Source: Deno 2.9, ext/telemetry/telemetry.ts, which registers its providers at the start
 */
export async function findTelemetry(): Promise<Telemetry | undefined> {
  const registered = Reflect.get(globalThis, registry) as Registered | undefined;
  if (!registered?.["trace"] && !registered?.["metrics"]) return undefined;
  const [{ CallTraces }, { exportMetrics }] = await Promise.all([
    import("./call_traces.ts"),
    import("./metrics_export.ts"),
  ]);
  return {
    traces: registered["trace"] ? new CallTraces() : undefined,
    exportMetrics: registered["metrics"] ? exportMetrics : undefined,
  };
}
