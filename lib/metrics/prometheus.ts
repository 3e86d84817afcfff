/**
 * Metrics as Prometheus reads them.
 *
 * @module
 */

import type { Distribution, Labels, Metric } from "./metric.ts";

/** The content type of {@linkcode formatMetrics}, which every Prometheus and agent understands. */
export const metricsContentType = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Formats metrics in the text format of Prometheus: for each `# HELP` and `# TYPE`, then a line for each
 * number. A metric without numbers is left out.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const text = formatMetrics([{
 *   name: "calls_total",
 *   help: "Calls.",
 *   type: "counter",
 *   labels: ["script"],
 *   samples: [{ labels: { script: "ivr" }, value: 3 }],
 * }]);
 * assert.equal(text, '# HELP calls_total Calls.\n# TYPE calls_total counter\ncalls_total{script="ivr"} 3\n');
 * ```
 */
export function formatMetrics(metrics: Iterable<Metric>): string {
  let text = "";
  for (const { name, help, type, samples } of metrics) {
    if (samples.length === 0) continue;
    text += `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n`;
    text += `# TYPE ${name} ${type}\n`;
    for (const { labels, value } of samples) {
      text += typeof value === "number"
        ? `${name}${formatLabels(labels)} ${formatNumber(value)}\n`
        : formatDistribution(name, labels, value);
    }
  }
  return text;
}

/** The buckets count all values up to their bound: each has those of the one before. */
function formatDistribution(
  name: string,
  labels: Labels,
  { bounds, counts, sum }: Distribution,
): string {
  let text = "";
  let count = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    count += counts[bucket]!;
    const le = formatNumber(bounds[bucket] ?? Infinity);
    text += `${name}_bucket${formatLabels({ ...labels, le })} ${count}\n`;
  }
  const written = formatLabels(labels);
  return `${text}${name}_sum${written} ${formatNumber(sum)}\n${name}_count${written} ${count}\n`;
}

function formatLabels(labels: Labels): string {
  const written = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return written.length === 0 ? "" : `{${written.join(",")}}`;
}

/** Backslash, quote and line feed are escaped; whatever else a name has, stays as it is. */
function escapeLabel(value: string): string {
  return value.replaceAll(/[\\"\n]/g, (one) => one === "\n" ? "\\n" : `\\${one}`);
}

function formatNumber(value: number): string {
  if (value === Infinity) return "+Inf";
  return value === -Infinity ? "-Inf" : String(value);
}
