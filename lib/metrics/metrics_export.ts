/**
 * Metrics as OpenTelemetry has them.
 *
 * @module
 */

import { version } from "../version.ts";
import type { MetricFacts } from "./metric.ts";
import type { Metrics } from "./metrics.ts";
import { type BatchObservableResult, metrics as api } from "./otel_api.ts";

/** Units by the ending of a name, as UCUM writes them. */
const units: Readonly<Record<string, string>> = { seconds: "s", bytes: "By" };

/**
 * Has all metrics sent by OpenTelemetry, by the same numbers: counters and gauges are read each time
 * that it asks, histograms are told each value.
 *
 * Names are as a Prometheus that reads OTLP makes them: `lunopark.call_duration` with the unit `s`
 * becomes `lunopark_call_duration_seconds` again.
 *
 * @returns What ends it.
 */
export function exportMetrics(metrics: Metrics): () => void {
  const meter = api.getMeter("lunopark", version);
  for (const histogram of metrics.histograms) {
    const { name, unit, description } = instrumentFacts(histogram);
    const advice = { explicitBucketBoundaries: [...histogram.bounds] };
    const instrument = meter.createHistogram(name, { unit, description, advice });
    histogram.recorder = (value, labels) => instrument.record(value, labels);
  }
  const instruments = new Map(
    metrics.read().filter(({ type }) => type !== "histogram").map((metric) => {
      const { name, unit, description } = instrumentFacts(metric);
      const instrument = metric.type === "counter"
        ? meter.createObservableCounter(name, { unit, description })
        : meter.createObservableGauge(name, { unit, description });
      return [metric.name, instrument];
    }),
  );
  const observe = (result: BatchObservableResult) => {
    for (const { name, samples } of metrics.read()) {
      const instrument = instruments.get(name);
      if (!instrument) continue;
      for (const { labels, value } of samples) {
        if (typeof value === "number") result.observe(instrument, value, labels);
      }
    }
  };
  const observed = [...instruments.values()];
  meter.addBatchObservableCallback(observe, observed);
  return () => {
    meter.removeBatchObservableCallback(observe, observed);
    for (const histogram of metrics.histograms) histogram.recorder = undefined;
  };
}

/** What an instrument is called, of what, and what it is for. */
function instrumentFacts(
  { name, help, type }: MetricFacts,
): { name: string; unit: string; description: string } {
  const words = name.split("_");
  if (type === "counter" && words.at(-1) === "total") words.pop();
  const unit = units[words.at(-1) ?? ""];
  if (unit) words.pop();
  const [space, ...rest] = words;
  // Braces hold what is counted, which is no unit: nothing becomes of it in a name.
  return { name: `${space}.${rest.join("_")}`, unit: unit ?? "{item}", description: help };
}
