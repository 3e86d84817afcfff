/**
 * All numbers of a Lunopark, in one place.
 *
 * @module
 */

import type { ActionObserver } from "../ami/action_observer.ts";
import type { CallObserver } from "../agi/call_observer.ts";
import type { LunoparkStatus } from "../lunopark_status.ts";
import { ActionMetrics } from "./action_metrics.ts";
import { CallMetrics } from "./call_metrics.ts";
import { HistogramFamily, type Metric } from "./metric.ts";
import { ProcessMetrics } from "./process_metrics.ts";
import { formatMetrics, metricsContentType } from "./prometheus.ts";
import { readStatus } from "./readings.ts";

/** The numbers of a Lunopark, for Prometheus and whoever reads its format. */
export interface MetricsText {
  /** The content type of the text, for the answer to an HTTP request. */
  readonly contentType: string;
  /** The numbers as they are now. */
  text(): string;
}

/** What is read of a Lunopark. */
export interface MetricsSource {
  /** What goes on. */
  readonly status: LunoparkStatus;
  /** Names of the scripts that can be called. */
  readonly scripts: readonly string[];
}

/**
 * Measures a Lunopark from {@linkcode Metrics.start} to {@linkcode Metrics.stop}. What is counted anyway
 * is read when somebody asks; what has to be measured is, as long as there is one of these.
 */
export class Metrics implements MetricsText {
  readonly #calls = new CallMetrics();
  readonly #actions = new ActionMetrics();
  readonly #process = new ProcessMetrics();
  #source: MetricsSource | undefined;
  readonly contentType = metricsContentType;

  /** To be told what goes on in calls. */
  get observer(): CallObserver {
    return this.#calls;
  }

  /** To be told of AMI actions. */
  get actionObserver(): ActionObserver {
    return this.#actions;
  }

  /** Begins; the source is read each time that somebody asks. */
  start(source: MetricsSource): void {
    this.#source = source;
    this.#process.start();
  }

  /** Ends. What was measured can still be read. */
  stop(): void {
    this.#process.stop();
  }

  /** All metrics with their values. */
  read(): Metric[] {
    if (this.#source) this.#calls.expect(this.#source.scripts);
    return [
      ...this.#calls.metrics,
      ...this.#source ? readStatus(this.#source.status) : [],
      ...this.#actions.metrics,
      ...this.#process.read(),
    ];
  }

  /** The histograms, which can be given to somebody else value by value. */
  get histograms(): HistogramFamily[] {
    return [...this.#calls.metrics, ...this.#actions.metrics, this.#process.lag]
      .filter((one) => one instanceof HistogramFamily);
  }

  text(): string {
    return formatMetrics(this.read());
  }
}
