/**
 * The process in numbers: memory, processor, and how late its event loop is.
 *
 * @module
 */

import process from "node:process";
import { version } from "../version.ts";
import { HistogramFamily, type Labels, type Metric, type MetricType } from "./metric.ts";

/** How often the event loop is looked at, in milliseconds. */
const lookPause = 500;

const lagBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10];

/** Measures the process, from {@linkcode ProcessMetrics.start} on. */
export class ProcessMetrics {
  readonly #lag = new HistogramFamily(
    "lunopark_event_loop_lag_seconds",
    "How much later than due a timer ran that is set twice a second.",
    [],
    lagBounds,
  );
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The one that is kept; the others are read. */
  get lag(): HistogramFamily {
    return this.#lag;
  }

  /** Begins to look at the event loop. */
  start(): void {
    const due = performance.now() + lookPause;
    this.#timer = setTimeout(() => {
      this.#lag.of("").observe(Math.max(0, performance.now() - due) / 1_000);
      this.start();
    }, lookPause);
    // A program that embeds Lunopark does not go on for this.
    Deno.unrefTimer(this.#timer);
  }

  /** Ends with it. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** All of them. */
  read(): Metric[] {
    const { rss, heapTotal, heapUsed, external } = Deno.memoryUsage();
    const { user, system } = process.cpuUsage();
    return [
      single("lunopark_build_info", "Versions of what runs; always 1.", "gauge", 1, {
        version,
        deno: Deno.version.deno,
        v8: Deno.version.v8,
      }),
      single(
        "process_start_time_seconds",
        "When the process started, in seconds since 1970.",
        "gauge",
        performance.timeOrigin / 1_000,
      ),
      single(
        "process_cpu_seconds_total",
        "Processor time that the process has used.",
        "counter",
        (user + system) / 1e6,
      ),
      single("process_resident_memory_bytes", "Memory of the process.", "gauge", rss),
      single("lunopark_heap_size_bytes", "Size of the heap of JavaScript.", "gauge", heapTotal),
      single("lunopark_heap_used_bytes", "What is used of it.", "gauge", heapUsed),
      single(
        "lunopark_external_memory_bytes",
        "Memory that objects hold outside of the heap, such as buffers.",
        "gauge",
        external,
      ),
      this.#lag,
    ];
  }
}

function single(
  name: string,
  help: string,
  type: MetricType,
  value: number,
  labels: Labels = {},
): Metric {
  return { name, help, type, labels: Object.keys(labels), samples: [{ labels, value }] };
}
