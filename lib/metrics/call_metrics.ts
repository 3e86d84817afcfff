/**
 * What calls and their commands cost, in numbers.
 *
 * @module
 */

import type { CallObserver, ObservedCall } from "../agi/call_observer.ts";
import type { CallStatus } from "../agi/call_status.ts";
import type { Reply } from "../agi/reply.ts";
import { copyText } from "../ami/message.ts";
import type { HangupReason } from "../errors.ts";
import { commandName } from "./command_name.ts";
import { CounterFamily, type Histogram, HistogramFamily } from "./metric.ts";
import { BoundedNames, otherName } from "./names.ts";

/** A call as far as it has come. All times are in milliseconds of `performance.now()`. */
interface RunningCall {
  readonly begun: number;
  /** When the command in flight was sent. */
  sent: number;
  /** How long it has waited for replies so far. */
  waited: number;
}

/** A Playback takes seconds, a Dial minutes, all else the time to Asterisk and back. */
const commandBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300, 1_800];
const callBounds = [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15, 30, 60, 300, 900, 3_600];
const handlerBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.25, 1, 5, 30];

/** How calls end that have a handler, and those that have none. */
const handlerOutcomes = ["success", "error", "hangup"];
const otherOutcomes = ["noscript", "busy"];
const hangupReasons: readonly HangupReason[] = ["hangup", "redirected", "lost", "stopped"];

/** Most names of commands and applications, and of scripts. */
const mostNames = 200;

/** Measures calls. */
export class CallMetrics implements CallObserver {
  readonly #calls = new CounterFamily(
    "lunopark_calls_total",
    "Calls that are over, by script and how the script ended.",
    ["script", "outcome"],
  );
  readonly #durations = new HistogramFamily(
    "lunopark_call_duration_seconds",
    "How long calls were in their script.",
    ["script"],
    callBounds,
  );
  readonly #handlerDurations = new HistogramFamily(
    "lunopark_handler_duration_seconds",
    "How long calls were in their handler itself, not waiting for a reply of Asterisk.",
    ["script"],
    handlerBounds,
  );
  readonly #commands = new HistogramFamily(
    "lunopark_command_duration_seconds",
    "How long Asterisk took for a reply to an AGI command.",
    ["command"],
    commandBounds,
  );
  readonly #failures = new CounterFamily(
    "lunopark_command_failures_total",
    "AGI commands with a reply other than 200, by its code, or without any.",
    ["command", "code"],
  );
  readonly #departures = new CounterFamily(
    "lunopark_channel_departures_total",
    "Channels that left their script before its end, by reason.",
    ["reason"],
  );
  readonly #running = new Map<ObservedCall, RunningCall>();
  readonly #timesByName = new Map<string, Histogram>();
  readonly #commandNames = new BoundedNames(mostNames);
  readonly #scriptNames = new BoundedNames(mostNames);

  /** All of them. */
  get metrics(): readonly (CounterFamily | HistogramFamily)[] {
    return [
      this.#calls,
      this.#durations,
      this.#handlerDurations,
      this.#commands,
      this.#failures,
      this.#departures,
    ];
  }

  /**
   * Begins to count these scripts, from 0: to Prometheus, a count that begins with 1 has not grown, and
   * the first error would be no error.
   */
  expect(scripts: readonly string[]): void {
    for (const script of scripts) {
      const name = this.#scriptNames.find(script);
      for (const outcome of handlerOutcomes) this.#calls.of(name, outcome);
    }
    for (const outcome of otherOutcomes) this.#calls.of(otherName, outcome);
    for (const reason of hangupReasons) this.#departures.of(reason);
  }

  begun(call: ObservedCall): void {
    this.#running.set(call, { begun: performance.now(), sent: 0, waited: 0 });
  }

  sent(call: ObservedCall): void {
    const running = this.#running.get(call);
    if (running) running.sent = performance.now();
  }

  answered(call: ObservedCall, line: string, reply: Reply | undefined): void {
    const running = this.#running.get(call);
    if (!running) return;
    const time = performance.now() - running.sent;
    running.waited += time;
    const name = commandName(line);
    if (reply) this.#commandTimes(name).observe(time / 1_000);
    if (reply?.code === 200) return;
    const code = reply ? `${reply.code}` : "none";
    this.#failures.of(this.#commandNames.find(name), code).value++;
  }

  /** The histogram of a command: one look-up, where its name is known. */
  #commandTimes(name: string): Histogram {
    const known = this.#timesByName.get(name);
    if (known) return known;
    const times = this.#commands.of(this.#commandNames.find(name));
    // A copy of the name, since what was cut out of a line would keep it alive.
    if (this.#timesByName.size < 2 * mostNames) this.#timesByName.set(copyText(name), times);
    return times;
  }

  left(_call: ObservedCall, reason: HangupReason): void {
    this.#departures.of(reason).value++;
  }

  ended(call: ObservedCall, status: CallStatus): void {
    const running = this.#running.get(call);
    this.#running.delete(call);
    const script = call.offered === undefined ? otherName : this.#scriptNames.find(call.offered);
    this.#calls.of(script, status.toLowerCase()).value++;
    // Where no handler ran, there is nothing to measure.
    if (!running || call.offered === undefined) return;
    const time = performance.now() - running.begun;
    this.#durations.of(script).observe(time / 1_000);
    this.#handlerDurations.of(script).observe(Math.max(0, time - running.waited) / 1_000);
  }
}
