import assert from "node:assert/strict";
import { parsePrometheus } from "../../tests/support/prometheus.ts";
import { CounterFamily, HistogramFamily } from "./metric.ts";
import { formatMetrics } from "./prometheus.ts";

Deno.test("formatMetrics() escapes labels so that a parser reads what was given", () => {
  const values = ['say "hi"', "C:\\dir", "two\nlines", "Zürich\t✆", "", "\\n", '\\"', "{a=1}, b"];
  const family = new CounterFamily("lunopark_words_total", "Words \\ of\nall sorts.", ["word"]);
  for (const [position, value] of values.entries()) family.of(value).value = position;
  const { families, samples } = parsePrometheus(formatMetrics([family]));
  assert.deepEqual(families, [
    { name: "lunopark_words_total", help: "Words \\ of\nall sorts.", type: "COUNTER" },
  ]);
  assert.deepEqual(
    samples.map(({ labels, value }) => [labels["word"], value]),
    values.map((value, position) => [value, position]),
  );
});

Deno.test("formatMetrics() writes a histogram with growing counts, for each label", () => {
  const family = new HistogramFamily("lunopark_x_seconds", "X.", ["script"], [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 2, 3]) family.of("ivr").observe(value);
  family.of("other").observe(1);
  const text = formatMetrics([family]);
  parsePrometheus(text);
  assert.deepEqual(text.split("\n"), [
    "# HELP lunopark_x_seconds X.",
    "# TYPE lunopark_x_seconds histogram",
    'lunopark_x_seconds_bucket{script="ivr",le="0.1"} 2',
    'lunopark_x_seconds_bucket{script="ivr",le="1"} 3',
    'lunopark_x_seconds_bucket{script="ivr",le="+Inf"} 5',
    'lunopark_x_seconds_sum{script="ivr"} 5.65',
    'lunopark_x_seconds_count{script="ivr"} 5',
    'lunopark_x_seconds_bucket{script="other",le="0.1"} 0',
    'lunopark_x_seconds_bucket{script="other",le="1"} 1',
    'lunopark_x_seconds_bucket{script="other",le="+Inf"} 1',
    'lunopark_x_seconds_sum{script="other"} 1',
    'lunopark_x_seconds_count{script="other"} 1',
    "",
  ]);
});

Deno.test("formatMetrics() leaves out what has no numbers, and writes numbers that are none of ours", () => {
  const facts = { help: "H.", type: "gauge", labels: [] } as const;
  const gauge = (name: string, value: number) => ({
    ...facts,
    name,
    samples: [{ labels: {}, value }],
  });
  const text = formatMetrics([
    new CounterFamily("lunopark_none_total", "None.", ["a"]),
    gauge("lunopark_a", Infinity),
    gauge("lunopark_b", -Infinity),
    gauge("lunopark_c", 1.5e-7),
    gauge("lunopark_d", 2 ** 53),
  ]);
  assert.deepEqual(text.split("\n").filter((line) => !line.startsWith("#")), [
    "lunopark_a +Inf",
    "lunopark_b -Inf",
    "lunopark_c 1.5e-7",
    "lunopark_d 9007199254740992",
    "",
  ]);
});
