/**
 * What AMI actions cost and bring, in numbers.
 *
 * @module
 */

import type { ActionObserver } from "../ami/action_observer.ts";
import { ActionFailedError, ActionTimeoutError, AmiError, NotConnectedError } from "../errors.ts";
import { type Count, CounterFamily, HistogramFamily } from "./metric.ts";
import { BoundedNames } from "./names.ts";

const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30, 120];

/** Most names of actions: Asterisk 22 has some 170. */
const mostNames = 250;

/** Measures actions. */
export class ActionMetrics implements ActionObserver {
  readonly #actions = new CounterFamily(
    "lunopark_ami_actions_total",
    "AMI actions that are over, by what became of them.",
    ["action", "result"],
  );
  readonly #durations = new HistogramFamily(
    "lunopark_ami_action_duration_seconds",
    "How long Asterisk took to answer an AMI action, with a list to its end.",
    ["action"],
    bounds,
  );
  readonly #successes = new Map<string, Count>();
  readonly #names = new BoundedNames(mostNames);

  /** All of them. */
  get metrics(): readonly (CounterFamily | HistogramFamily)[] {
    return [this.#actions, this.#durations];
  }

  sent(action: string): (error?: unknown) => void {
    const begun = performance.now();
    return (error) => {
      const name = this.#names.find(String(action));
      const result = resultOf(error);
      if (result === "success") this.#countSuccess(name).value++;
      else this.#actions.of(name, result).value++;
      if (result !== "success" && result !== "error") return;
      this.#durations.of(name).observe((performance.now() - begun) / 1_000);
    };
  }

  /** What nearly all actions come to, by one look-up. */
  #countSuccess(name: string): Count {
    let count = this.#successes.get(name);
    if (!count) this.#successes.set(name, count = this.#actions.of(name, "success"));
    return count;
  }
}

function resultOf(error: unknown): string {
  if (error === undefined) return "success";
  if (error instanceof ActionFailedError) return "error";
  if (error instanceof ActionTimeoutError) return "timeout";
  if (error instanceof NotConnectedError) return "not_connected";
  if (error instanceof AmiError) return "refused";
  return error instanceof TypeError || error instanceof RangeError ? "invalid" : "cancelled";
}
