/**
 * Prometheus text as a parser reads it that is not ours.
 *
 * @module
 */
import assert from "node:assert/strict";
// deno-lint-ignore no-import-prefix
import parse from "npm:parse-prometheus-text-format@1.1.1";

/** A metric as `# HELP` and `# TYPE` tell of it. */
export interface ParsedFamily {
  readonly name: string;
  readonly help: string;
  /** `COUNTER`, `GAUGE` or `HISTOGRAM`. */
  readonly type: string;
}

/** A line with a number. */
export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** All that is in a text. */
export interface ParsedText {
  readonly families: readonly ParsedFamily[];
  readonly samples: readonly ParsedSample[];
  /** The number with that name and, among others, these labels; `undefined` without any. */
  value(name: string, labels?: Readonly<Record<string, string>>): number | undefined;
}

interface Parsed extends ParsedFamily {
  readonly metrics: readonly {
    readonly labels?: Readonly<Record<string, string>>;
    readonly value: string;
  }[];
}

/** Parses a text, and checks what holds for any: types, and histograms that add up. */
export function parsePrometheus(text: string): ParsedText {
  const families = (parse(text) as Parsed[]).map(({ name, help, type }) => ({ name, help, type }));
  // What it knows of histograms has no labels; each of their lines by itself does.
  const lines = parse(text.replaceAll(/^#.*\n/gm, "")) as Parsed[];
  const samples = lines.flatMap(({ name, metrics }) =>
    metrics.map(({ labels = {}, value }) => ({ name, labels, value: Number(value) }))
  );
  checkFamilies(families, samples);
  return {
    families,
    samples,
    value: (name, labels = {}) =>
      samples.find((sample) =>
        sample.name === name &&
        Object.entries(labels).every(([key, value]) => sample.labels[key] === value)
      )?.value,
  };
}

function checkFamilies(families: readonly ParsedFamily[], samples: readonly ParsedSample[]): void {
  const names = families.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)], "each metric is there once");
  const seen = new Set(
    samples.map(({ name, labels }) => `${name} ${JSON.stringify(Object.entries(labels).sort())}`),
  );
  assert.equal(seen.size, samples.length, "each number is there once");
  for (const { name, help, type } of families) {
    assert.match(name, /^(lunopark|process)_[a-z0-9_]+$/);
    assert.match(help, /\.$/, name);
    assert.equal(name.endsWith("_total"), type === "COUNTER", name);
  }
  for (const { name, value } of samples) {
    assert.ok(!Number.isNaN(value), name);
    const family = name.replace(/_(bucket|sum|count)$/, "");
    assert.ok(names.includes(name) || names.includes(family), `${name} has no # TYPE`);
  }
  for (const { name } of families.filter(({ type }) => type === "HISTOGRAM")) {
    checkHistogram(name, samples);
  }
}

/** Buckets grow, the last one is without bound, and is the count. */
function checkHistogram(name: string, samples: readonly ParsedSample[]): void {
  const series = new Map<string, ParsedSample[]>();
  for (const sample of samples.filter((one) => one.name === `${name}_bucket`)) {
    const { le: _le, ...labels } = sample.labels;
    const key = JSON.stringify(labels);
    series.set(key, [...series.get(key) ?? [], sample]);
  }
  assert.ok(series.size > 0, `${name} has no buckets`);
  for (const [key, buckets] of series) {
    const bounds = buckets.map(({ labels }) =>
      Number((labels["le"] ?? "").replace("+Inf", "Infinity"))
    );
    const counts = buckets.map(({ value }) => value);
    assert.deepEqual(bounds, bounds.toSorted((a, b) => a - b), name);
    assert.deepEqual(counts, counts.toSorted((a, b) => a - b), name);
    assert.equal(bounds.at(-1), Infinity, name);
    const other = (suffix: string) =>
      samples.find((one) => one.name === name + suffix && JSON.stringify(one.labels) === key)
        ?.value;
    assert.equal(other("_count"), counts.at(-1), name);
    assert.ok((other("_sum") ?? -1) >= 0, name);
  }
}
