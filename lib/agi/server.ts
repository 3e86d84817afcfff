/**
 * The FastAGI server: takes connections and serves a call on each.
 *
 * @module
 */

import { CoarseAlarms } from "../net/alarms.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { AgiLimits } from "./connection.ts";
import { Call, type CallServices, type CallStatus } from "./call.ts";

/** Where connections come from; `Deno.Listener` is one. */
export interface ConnectionSource {
  /** Resolves to the next connection; rejects once the source is closed. */
  accept(): Promise<ByteStream>;
  /** Takes no further connections. */
  close(): void;
}

/** Calls ended so far, by status. */
export type CallCounts = Record<CallStatus, number>;

/** Pause after a failed accept, in milliseconds: out of file descriptors is over when calls end. */
const acceptPause = 100;

/**
 * How old a call is when its connection begins to be watched, in milliseconds: the machine of an
 * Asterisk can vanish without a word, and its calls would stay for ever. The system's first question
 * comes after two hours in any case, and most calls are over before: so they cost no system call.
 */
const keepAliveAge = 60_000;

/**
 * A FastAGI server that is running, from its construction to {@linkcode AgiServer.stop}.
 *
 * A call that goes wrong costs nobody else's: nothing that a peer sends or a handler throws gets out
 * of its own {@linkcode Call}.
 */
export class AgiServer<Manager> {
  readonly #source: ConnectionSource | undefined;
  readonly #services: CallServices<Manager>;
  readonly #calls = new Map<Call<Manager>, Promise<void>>();
  readonly #alarms = new CoarseAlarms();
  readonly #counts: CallCounts = { SUCCESS: 0, ERROR: 0, NOSCRIPT: 0, BUSY: 0, HANGUP: 0 };
  readonly #accepting: Promise<void>;
  #stopping = false;

  /** Begins to take calls at once; without a source, only those that it is given. */
  constructor(source: ConnectionSource | undefined, services: CallServices<Manager>) {
    this.#source = source;
    this.#services = services;
    this.#accepting = source ? this.#acceptAll(source) : Promise.resolve();
  }

  /** The calls that are being served now. */
  get calls(): readonly Call<Manager>[] {
    return [...this.#calls.keys()];
  }

  /** How the calls that are over ended. */
  get counts(): Readonly<CallCounts> {
    return this.#counts;
  }

  /**
   * Takes no more calls, lets the running ones end for `grace` milliseconds, and ends the rest.
   *
   * Resolves even when a handler does not end. To be called once.
   */
  async stop(grace: number): Promise<void> {
    using _alarms = this.#alarms;
    this.#stopping = true;
    this.#source?.close();
    await this.#accepting;
    for (const call of this.#calls.keys()) if (!call.begun) call.stop();
    if (await this.#ended(grace)) return;
    for (const call of this.#calls.keys()) {
      call.log.warn("Ending call: the time for stopping is over");
      call.stop();
    }
    // Handlers hear of it by their signal; one that does not listen cannot be made to end.
    await this.#ended(Math.min(grace, 1_000));
  }

  /** Resolves to true when all calls are over, to false after `time` milliseconds. */
  async #ended(time: number): Promise<boolean> {
    if (this.#calls.size === 0) return true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => timer = setTimeout(() => resolve(false), time));
    const all = Promise.all(this.#calls.values()).then(() => true as const);
    const ended = await Promise.race([all, late]);
    clearTimeout(timer);
    return ended;
  }

  /** Serves the call on a stream; `limits` are those of one that is no socket. */
  serve(stream: ByteStream, limits?: Partial<AgiLimits>): void {
    if (this.#stopping) return stream.close();
    const call = new Call(stream, this.#services, limits, this.#alarms);
    const alarm = this.#alarms.set(keepAliveAge, () => stream.setKeepAlive?.(true));
    this.#calls.set(
      call,
      call.serve().then((status) => {
        alarm.cancel();
        if (status) this.#counts[status]++;
        this.#calls.delete(call);
      }),
    );
  }

  async #acceptAll(source: ConnectionSource): Promise<void> {
    /** What was said about the failure that goes on. */
    let said = "";
    while (!this.#stopping) {
      try {
        this.serve(await source.accept());
        said = "";
      } catch (error) {
        if (this.#stopping) return;
        const { message } = error as Error;
        if (message !== said) this.#services.log.error(`Cannot accept a call: ${message}`);
        said = message;
        await new Promise((resolve) => setTimeout(resolve, acceptPause));
      }
    }
  }
}
