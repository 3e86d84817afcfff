/**
 * How many calls are let in: at once, from one address, and before they have said who they are.
 *
 * @module
 */

import type { Counters } from "../counters.ts";
import type { Limits } from "../limits.ts";
import { LinkedList, ListItem } from "../linked_list.ts";
import type { BoundedLog } from "../log_bounded.ts";

/** The limits that are about the number of calls. */
export type CallLimits = Pick<Limits, "calls" | "callsPerAddress" | "connecting">;

/** A call, as far as it is counted. */
export abstract class Countable extends ListItem {
  /** Where it comes from; `undefined` when it comes over AMI. */
  abstract readonly address: string | undefined;
  /** Ends it from our side. */
  abstract stop(): void;
}

/** Knows the calls from the moment they arrive, and refuses those that are too many. */
export class Admission<One extends Countable> {
  readonly #limits: CallLimits;
  readonly #counters: Counters;
  readonly #log: BoundedLog;
  /** Those that are not let in yet, the oldest first. */
  readonly #connecting = new LinkedList<One>();
  readonly #calls = new LinkedList<One>();
  readonly #perAddress = new Map<string, number>();

  /** Counts into `counters`, and says what it refuses. */
  constructor(limits: CallLimits, counters: Counters, log: BoundedLog) {
    this.#limits = limits;
    this.#counters = counters;
    this.#log = log;
  }

  /** How many have not said yet which call they are, or were refused and are being told. */
  get connecting(): number {
    return this.#connecting.size;
  }

  /** How many addresses have calls now. */
  get addresses(): number {
    return this.#perAddress.size;
  }

  /** How many there are, let in or not. */
  get size(): number {
    return this.#connecting.size + this.#calls.size;
  }

  /** All of them, those that are let in first. */
  get all(): One[] {
    return [...this.#calls, ...this.#connecting];
  }

  /**
   * A connection has arrived. When too many have said nothing yet, the oldest of them goes: Asterisk
   * speaks at once, so it is the least likely to be one.
   */
  arrive(call: One): void {
    this.#connecting.add(call);
    const { connecting } = this.#limits;
    if (this.#connecting.size <= connecting) return;
    const oldest = this.#connecting.first;
    if (!oldest) return;
    this.#connecting.delete(oldest);
    this.#counters.refusedConnecting++;
    this.#log.warn(
      "connecting",
      `Closing a connection from ${oldest.address}: ` +
        `${connecting} have not said which call they are (limits.connecting)`,
    );
    oldest.stop();
  }

  /** A call has said which one it is: false when there are too many of them. */
  enter(call: One): boolean {
    const { address } = call;
    const { calls, callsPerAddress } = this.#limits;
    if (this.#calls.size >= calls) {
      this.#counters.refusedCalls++;
      this.#log.warn("calls", `Refusing a call as BUSY: ${calls} calls at once (limits.calls)`);
      return false;
    }
    if (address !== undefined) {
      const count = this.#perAddress.get(address) ?? 0;
      if (count >= callsPerAddress) {
        this.#counters.refusedPerAddress++;
        this.#log.warn(
          "perAddress",
          `Refusing a call as BUSY: ${callsPerAddress} calls at once from ${address} ` +
            "(limits.callsPerAddress)",
        );
        return false;
      }
      this.#perAddress.set(address, count + 1);
    }
    this.#connecting.delete(call);
    this.#calls.add(call);
    return true;
  }

  /** A call is over, whether it was let in or not. */
  leave(call: One): void {
    this.#connecting.delete(call);
    if (!this.#calls.delete(call) || call.address === undefined) return;
    const count = (this.#perAddress.get(call.address) ?? 0) - 1;
    if (count > 0) this.#perAddress.set(call.address, count);
    else this.#perAddress.delete(call.address);
  }
}
