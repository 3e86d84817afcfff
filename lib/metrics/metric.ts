/**
 * Metrics: numbers with a name, a meaning and labels.
 *
 * @module
 */

/** Whether a number only grows, goes up and down, or tells how values are spread. */
export type MetricType = "counter" | "gauge" | "histogram";

/** Labels of a number by their names. */
export type Labels = Readonly<Record<string, string>>;

/** What a metric is, whatever its values. */
export interface MetricFacts {
  /** Its name as Prometheus has it, with its unit: `lunopark_call_duration_seconds`. */
  readonly name: string;
  /** What it counts, in one sentence. */
  readonly help: string;
  readonly type: MetricType;
  /** Names of its labels. */
  readonly labels: readonly string[];
}

/** One number of a metric, or of a histogram all of them. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number | Distribution;
}

/** How values are spread, at the moment. */
export interface Distribution {
  /** Upper bounds of the buckets, growing; above the last one there is another bucket. */
  readonly bounds: readonly number[];
  /** How many values are in each bucket, one more than there are bounds. */
  readonly counts: Readonly<Float64Array>;
  /** Sum of all values. */
  readonly sum: number;
}

/** A metric with its values at the moment. */
export interface Metric extends MetricFacts {
  readonly samples: readonly Sample[];
}

/** A number that only grows. */
export interface Count {
  value: number;
}

/** Counts by the values of labels. */
export class CounterFamily implements Metric {
  readonly name: string;
  readonly help: string;
  readonly type = "counter";
  readonly labels: readonly string[];
  readonly #counts = new Map<string, { readonly labels: Labels; readonly count: Count }>();

  /** Begins without counts. */
  constructor(name: string, help: string, labels: readonly string[]) {
    this.name = name;
    this.help = help;
    this.labels = labels;
  }

  /** The count with these values of the labels, in their order. */
  of(...values: readonly string[]): Count {
    const key = values.join("\0");
    let known = this.#counts.get(key);
    if (!known) {
      known = { labels: labelsOf(this.labels, values), count: { value: 0 } };
      this.#counts.set(key, known);
    }
    return known.count;
  }

  get samples(): readonly Sample[] {
    return Array.from(
      this.#counts.values(),
      ({ labels, count }) => ({ labels, value: count.value }),
    );
  }
}

/** Takes what a histogram measures, for whoever keeps it elsewhere as well. */
export type Recorder = (value: number, labels: Labels) => void;

/** Histograms by the values of labels. */
export class HistogramFamily implements Metric {
  readonly name: string;
  readonly help: string;
  readonly type = "histogram";
  readonly labels: readonly string[];
  /** Upper bounds of the buckets. */
  readonly bounds: readonly number[];
  readonly #histograms = new Map<string, Histogram>();
  /** Is given each value, too. */
  recorder: Recorder | undefined;

  /** Begins without values. */
  constructor(name: string, help: string, labels: readonly string[], bounds: readonly number[]) {
    this.name = name;
    this.help = help;
    this.labels = labels;
    this.bounds = bounds;
  }

  /** The histogram with these values of the labels, in their order. */
  of(...values: readonly string[]): Histogram {
    // A lookup for each value that is observed: of one label nothing is made for it.
    const key = values.length === 1 ? values[0]! : values.join("\0");
    let known = this.#histograms.get(key);
    if (!known) {
      known = new Histogram(this, labelsOf(this.labels, values));
      this.#histograms.set(key, known);
    }
    return known;
  }

  get samples(): readonly Sample[] {
    return Array.from(
      this.#histograms.values(),
      (histogram) => ({ labels: histogram.labels, value: histogram }),
    );
  }
}

/** How many of the values that it was given are in which bucket. */
export class Histogram implements Distribution {
  readonly #family: HistogramFamily;
  readonly bounds: readonly number[];
  readonly counts: Float64Array;
  readonly labels: Labels;
  sum = 0;

  /** Belongs to a family, whose bounds it has. */
  constructor(family: HistogramFamily, labels: Labels) {
    this.#family = family;
    this.bounds = family.bounds;
    this.counts = new Float64Array(family.bounds.length + 1);
    this.labels = labels;
  }

  /** Takes a value. */
  observe(value: number): void {
    const { bounds } = this;
    let bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]!) bucket++;
    this.counts[bucket]!++;
    this.sum += value;
    this.#family.recorder?.(value, this.labels);
  }
}

function labelsOf(names: readonly string[], values: readonly string[]): Labels {
  return Object.fromEntries(names.map((name, position) => [name, values[position] ?? ""]));
}
