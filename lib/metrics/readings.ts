/**
 * Numbers that Lunopark keeps anyway, read when somebody asks.
 *
 * @module
 */

import type { Counters } from "../counters.ts";
import type { LunoparkStatus } from "../lunopark_status.ts";
import type { Metric, MetricFacts } from "./metric.ts";

/** A number, or numbers by the value of a label; `undefined` where there is none. */
type Value = number | Readonly<Record<string, number>> | undefined;

/** A metric that is read from the status. */
interface Reading extends MetricFacts {
  readonly read: (status: LunoparkStatus) => Value;
}

/** A part of a metric that a counter of the house is. */
interface Part {
  readonly name: string;
  readonly label?: readonly [name: string, value: string];
}

/** Where each counter is: one that is forgotten here does not compile. */
const counters: Readonly<Record<keyof Counters, Part>> = {
  connections: { name: "lunopark_connections_total" },
  refusedAddress: { name: "lunopark_refusals_total", label: ["reason", "address"] },
  refusedCalls: { name: "lunopark_refusals_total", label: ["reason", "calls"] },
  refusedPerAddress: { name: "lunopark_refusals_total", label: ["reason", "calls_per_address"] },
  refusedConnecting: { name: "lunopark_refusals_total", label: ["reason", "connecting"] },
  badEnvironments: { name: "lunopark_bad_environments_total" },
  badReplies: { name: "lunopark_bad_replies_total" },
  graceEnded: { name: "lunopark_calls_cut_total", label: ["reason", "grace"] },
  stopEnded: { name: "lunopark_calls_cut_total", label: ["reason", "stop"] },
  uncaughtErrors: { name: "lunopark_uncaught_errors_total" },
  stalls: { name: "lunopark_stalls_total" },
};

const counterHelp: Readonly<Record<string, string>> = {
  lunopark_connections_total: "FastAGI connections that were accepted.",
  lunopark_refusals_total: "Connections and calls that were refused, by reason.",
  lunopark_bad_environments_total: "Connections that sent no good AGI environment in time.",
  lunopark_bad_replies_total: "Calls that were closed because of a reply that nobody asked for.",
  lunopark_calls_cut_total:
    "Calls that were closed because they went on after a hangup (grace) or a stop.",
  lunopark_uncaught_errors_total: "Errors and rejections in handlers that nobody caught.",
  lunopark_stalls_total: "How often one piece of code kept all others from running.",
};

/** The counters of the house as metrics. */
const counterReadings: readonly Reading[] = Object.entries(counterHelp).map(([name, help]) => {
  const parts = Object.entries(counters).filter(([, part]) => part.name === name);
  const labels = parts.flatMap(([, { label }]) => label ? [label[0]] : []).slice(0, 1);
  return {
    name,
    help,
    type: "counter",
    labels,
    read: ({ counters: counts }) => {
      if (labels.length === 0) return counts[parts[0]![0] as keyof Counters];
      return Object.fromEntries(
        parts.map(([key, { label }]) => [label![1], counts[key as keyof Counters]]),
      );
    },
  };
});

const readings: readonly Reading[] = [
  gauge("lunopark_calls_in_progress", "Calls that are being served.", ({ calls }) => calls.length),
  gauge(
    "lunopark_connecting",
    "Connections that have not said yet which call they are.",
    ({ connecting }) => connecting,
  ),
  gauge(
    "lunopark_commands_in_flight",
    "AGI commands that wait for their reply.",
    ({ calls }) => calls.filter(({ command }) => command !== undefined).length,
  ),
  gauge(
    "lunopark_commands_queued",
    "AGI commands that wait for another one of their call.",
    ({ calls }) => calls.reduce((sum, { queued }) => sum + queued, 0),
  ),
  gauge(
    "lunopark_held",
    "What is kept now: timers, addresses with calls, AsyncAGI sessions, older generations.",
    ({ held }) => held,
    "what",
  ),
  ...counterReadings,
  gauge(
    "lunopark_generation",
    "Number of the generation of handlers in force.",
    ({ generation }) => generation,
  ),
  gauge(
    "lunopark_calls_on_old_generations",
    "Calls that run on generations before the one in force.",
    ({ callsOnOldGenerations }) => callsOnOldGenerations,
  ),
  counter(
    "lunopark_reloads_total",
    "Reloads of the handlers, by what became of them.",
    ({ reloads }) => reloads,
    "result",
  ),
  gauge(
    "lunopark_listeners",
    "Listeners of the generation in force to AMI events.",
    ({ listeners }) => Object.values(listeners).reduce((sum, count) => sum + count, 0),
  ),
  gauge(
    "lunopark_ami_connected",
    "Whether the AMI connection is there: 1, or 0.",
    ({ ami }) => ami && Number(ami.state === "ready"),
  ),
  counter(
    "lunopark_ami_reconnects_total",
    "How often the AMI connection was there again.",
    ({ ami }) => ami?.reconnects,
  ),
  counter(
    "lunopark_ami_connection_failures_total",
    "Attempts to connect to AMI and log in that failed.",
    ({ ami }) => ami?.failures,
  ),
  counter(
    "lunopark_ami_gaps_total",
    "How often listeners were told of a gap: events may have been missed, or were dropped.",
    ({ ami }) => ami?.gaps,
  ),
  counter(
    "lunopark_ami_events_total",
    "AMI events received, by name.",
    ({ ami }) => ami?.eventsByName,
    "event",
  ),
  counter(
    "lunopark_ami_events_dropped_total",
    "AMI events that nobody got, because too many waited.",
    ({ ami }) => ami && (ami.dropped ?? 0),
  ),
  gauge(
    "lunopark_ami_events_queued",
    "AMI events that wait for loops over ami.events(), by the name that these ask for.",
    ({ ami }) => ami?.queued,
    "event",
  ),
  gauge(
    "lunopark_ami_actions_waiting",
    "AMI actions that wait for their answer.",
    ({ ami }) => ami?.waiting,
  ),
  gauge(
    "lunopark_ami_channels",
    "Channels in ami.channels; not there as long as nobody uses it.",
    ({ ami }) => ami?.channels,
  ),
];

/** What is in a status, as metrics. */
export function readStatus(status: LunoparkStatus): Metric[] {
  return readings.map(({ read, ...facts }) => ({
    ...facts,
    samples: toSamples(read(status), facts.labels),
  }));
}

function toSamples(value: Value, [label = ""]: readonly string[]): Metric["samples"] {
  if (value === undefined) return [];
  if (typeof value === "number") return [{ labels: {}, value }];
  return Object.entries(value).map(([name, number]) => ({
    labels: { [label]: name },
    value: number,
  }));
}

function gauge(name: string, help: string, read: Reading["read"], label?: string): Reading {
  return { name, help, type: "gauge", labels: label === undefined ? [] : [label], read };
}

function counter(name: string, help: string, read: Reading["read"], label?: string): Reading {
  return { ...gauge(name, help, read, label), type: "counter" };
}
