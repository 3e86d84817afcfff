/**
 * The FastAGI server: takes connections and serves a call on each.
 *
 * @module
 */

import { type Counters, createCounters } from "../counters.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { BoundedLog } from "../log_bounded.ts";
import { type Alarm, CoarseAlarms } from "../net/alarms.ts";
import { type ByteStream, closeQuietly } from "../net/byte_stream.ts";
import { Admission } from "./admission.ts";
import type { AgiLimits } from "./agi_limits.ts";
import { Call, type CallHost } from "./call.ts";
import type { CallServices } from "./call_services.ts";
import type { CallStatus } from "./call_status.ts";

/** A connection as it is accepted; `Deno.Conn` is one. */
export interface Connection extends ByteStream {
  /** The peer. */
  readonly remoteAddr?: Deno.Addr;
}

/** Where connections come from; `Deno.Listener` is one. */
export interface ConnectionSource {
  /** Resolves to the next connection; rejects once the source is closed. */
  accept(): Promise<Connection>;
  /** Takes no further connections. */
  close(): void;
}

/** What the server needs of the rest of the house. */
export interface ServerServices<Manager> extends CallServices<Manager> {
  /** How much peers may ask; the usual unless given. */
  readonly limits?: Partial<Limits> | undefined;
  /** Tells whether an address may call; all may unless given. */
  readonly allows?: ((address: string) => boolean | Promise<boolean>) | undefined;
  /** How long those may take who connected just before a stop, in milliseconds; 1,000 unless given. */
  readonly arrivalTime?: number;
}

/** Calls ended so far, by status. */
export type CallCounts = Record<CallStatus, number>;

/** Pause after a failed accept, in milliseconds: out of file descriptors is over when calls end. */
const acceptPause = 100;

/** Timers without a new connection between them, after which none is waiting to be accepted. */
const quietTimers = 3;
/** Longest time to look for a moment in which none is, in milliseconds. */
const drainTime = 5_000;

/**
 * How old a call is at least when its connection begins to be watched, in milliseconds: the machine of
 * an Asterisk can vanish without a word, and its calls would stay for ever. The system's first question
 * comes after two hours in any case, and most calls are over before: so they cost no system call. One
 * look at all calls in this time, where an alarm for each would cost 0.3 µs.
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
  readonly #services: ServerServices<Manager>;
  readonly #alarms = new CoarseAlarms();
  readonly #counts: CallCounts = { SUCCESS: 0, ERROR: 0, NOSCRIPT: 0, BUSY: 0, HANGUP: 0 };
  readonly #counters: Counters;
  readonly #strangers: BoundedLog;
  readonly #admission: Admission<Call<Manager>>;
  readonly #host: CallHost<Manager>;
  /** Is set while there are calls. */
  #sweep: Alarm | undefined;

  /** Hears of the end of the last call. */
  #whenEmpty: (() => void) | undefined;
  readonly #accepting: Promise<void>;
  /** Connections whose address is being looked up. */
  readonly #asking = new Set<Promise<void>>();
  /** Those who connected before a stop and have not said yet which call they are. */
  #arriving: Arriving | undefined;
  #stopping = false;
  #closed = false;

  /** Begins to take calls at once; without a source, only those that it is given. */
  constructor(source: ConnectionSource | undefined, services: ServerServices<Manager>) {
    this.#source = source;
    this.#services = services;
    this.#counters = services.counters ?? createCounters();
    this.#strangers = new BoundedLog(services.log);
    const limits = { ...defaultLimits, ...services.limits };
    this.#admission = new Admission(limits, this.#counters, this.#strangers);
    this.#host = {
      strangers: this.#strangers,
      alarms: this.#alarms,
      admit: (call) => {
        this.#arriving?.drop(call);
        return this.#admission.enter(call);
      },
      over: (call, status) => this.#over(call, status),
    };
    this.#accepting = source ? this.#acceptAll(source) : Promise.resolve();
  }

  /** The calls that are being served now. */
  get calls(): readonly Call<Manager>[] {
    return this.#admission.all;
  }

  /** How the calls that are over ended. */
  get counts(): Readonly<CallCounts> {
    return this.#counts;
  }

  /** How many addresses have calls now. */
  get addresses(): number {
    return this.#admission.addresses;
  }

  /** How many connections have not said yet which call they are. */
  get connecting(): number {
    return this.#admission.connecting;
  }

  /**
   * Takes no more calls, lets the running ones end for `grace` milliseconds, and ends the rest.
   *
   * Whoever has connected before is still served: the system has told Asterisk by then that somebody
   * is there, and would break that call off. Resolves even when a handler does not end. To be called
   * once.
   */
  async stop(grace: number): Promise<void> {
    using _alarms = this.#alarms;
    this.#stopping = true;
    const { arrivalTime = 1_000 } = this.#services;
    const end = performance.now() + grace;
    if (this.#source) await this.#closeSource(this.#source, grace);
    await this.#arrived(Math.min(end - performance.now(), arrivalTime));
    for (const call of this.calls) if (!call.begun) call.stop();
    if (await this.#ended(Math.max(0, end - performance.now()))) {
      return this.#strangers[Symbol.dispose]();
    }
    for (const call of this.calls) {
      call.log.warn("Ending call: the time for stopping is over");
      this.#counters.stopEnded++;
      call.stop();
    }
    // Handlers hear of it by their signal; one that does not listen cannot be made to end.
    await this.#ended(Math.min(grace, 1_000));
    this.#strangers[Symbol.dispose]();
  }

  /**
   * Closes the source once nobody waits there any more.
   *
   * The system resets those who do. With `reusePort` it hands out a part of the new connections here
   * as long as this source is open, so that a moment is chosen in which none has come.
   */
  async #closeSource(source: ConnectionSource, time: number): Promise<void> {
    const end = performance.now() + Math.min(time, drainTime);
    for (let quiet = 0; quiet < quietTimers && performance.now() < end; quiet++) {
      const { connections } = this.#counters;
      // Only a loop that has been at rest has asked the system: setImmediate would not do.
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (this.#counters.connections !== connections) quiet = -1;
    }
    // In the turn in which nobody was there: in each later one somebody may be.
    this.#closed = true;
    source.close();
    // Deno gives the port back when it has ended the accept that waits.
    await this.#accepting;
    this.#services.log.info("No more calls are taken");
    await Promise.all(this.#asking);
  }

  /** Resolves when all have said which call they are, or are gone, or `time` is over. */
  async #arrived(time: number): Promise<void> {
    this.#arriving = new Arriving(this.calls.filter((call) => !call.begun));
    const timer = setTimeout(this.#arriving.resolve, Math.max(0, time));
    await this.#arriving.promise;
    clearTimeout(timer);
  }

  /** Resolves to true when all calls are over, to false after `time` milliseconds. */
  async #ended(time: number): Promise<boolean> {
    if (this.#admission.size === 0) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(resolve, time, false);
    this.#whenEmpty = () => resolve(true);
    const ended = await promise;
    clearTimeout(timer);
    return ended;
  }

  /** Serves the call on a stream; `limits` are those of one that is no socket. */
  serve(stream: ByteStream, limits?: Partial<AgiLimits>): void {
    if (this.#stopping) return stream.close();
    this.#serve(stream, { ...this.#services.limits, ...limits });
  }

  #serve(
    stream: ByteStream,
    limits: Partial<AgiLimits> | undefined = this.#services.limits,
    address?: string,
  ): void {
    const call = new Call(stream, this.#services, this.#host, limits, address);
    call.serve();
    this.#admission.arrive(call);
    this.#sweep ??= this.#alarms.set(keepAliveAge, () => this.#keepAlive());
  }

  /** Has the machines of calls watched that are old enough, and looks again while there are calls. */
  #keepAlive(): void {
    const now = Date.now();
    for (const call of this.calls) if (now - call.since >= keepAliveAge) call.keepAlive();
    this.#sweep = this.#admission.size === 0
      ? undefined
      : this.#alarms.set(keepAliveAge, () => this.#keepAlive());
  }

  #over(call: Call<Manager>, status: CallStatus | undefined): void {
    if (status) this.#counts[status]++;
    this.#admission.leave(call);
    this.#arriving?.drop(call);
    if (this.#admission.size === 0) this.#whenEmpty?.();
  }

  async #acceptAll(source: ConnectionSource): Promise<void> {
    /** What was said about the failure that goes on. */
    let said = "";
    while (!this.#closed) {
      try {
        this.#receive(await source.accept());
        said = "";
      } catch (error) {
        if (this.#closed) return;
        // A connection that was reset before it was accepted is an error for Deno, and none of ours:
        // whoever resets many must not keep others waiting.
        if (error instanceof Deno.errors.NotConnected) continue;
        const { message } = error as Error;
        if (message !== said) this.#services.log.error(`Cannot accept a call: ${message}`);
        said = message;
        await new Promise((resolve) => setTimeout(resolve, acceptPause));
      }
    }
  }

  /** Serves a connection if its peer may call. */
  #receive(connection: Connection): void {
    this.#counters.connections++;
    const { remoteAddr } = connection;
    const address = remoteAddr && "hostname" in remoteAddr ? remoteAddr.hostname : undefined;
    const { allows } = this.#services;
    const allowed = address === undefined || !allows || allows(address);
    if (allowed === true) return this.#serve(connection, undefined, address);
    if (!allowed) return this.#refuse(connection, address);
    const asking = allowed.then(
      (yes) =>
        yes ? this.#serve(connection, undefined, address) : this.#refuse(connection, address),
    ).finally(() => this.#asking.delete(asking));
    this.#asking.add(asking);
  }

  #refuse(connection: Connection, address: string | undefined): void {
    closeQuietly(connection);
    this.#counters.refusedAddress++;
    this.#strangers.warn("address", `Refusing a connection from ${address}: it is not in "allow"`);
  }
}

/** Calls that are waited for, until the last one is dropped. */
class Arriving {
  readonly #calls: Set<unknown>;
  readonly promise: Promise<void>;
  readonly resolve: () => void;

  constructor(calls: readonly unknown[]) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#calls = new Set(calls);
    this.promise = promise;
    this.resolve = resolve;
    if (calls.length === 0) resolve();
  }

  drop(call: unknown): void {
    if (this.#calls.delete(call) && this.#calls.size === 0) this.resolve();
  }
}
