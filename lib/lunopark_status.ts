/**
 * What goes on in a Lunopark: its calls, its handlers, its AMI role, its counters.
 *
 * @module
 */

import type { AmiStatus } from "./ami_status.ts";
import type { Counters } from "./counters.ts";
import type { ReloadResult } from "./handler_store.ts";

/** What goes on in a Lunopark, for people and for tests. */
export interface LunoparkStatus {
  /** Since when it runs, in milliseconds since 1970. */
  readonly since: number;
  /** Number of the handlers' generation: 1 after the start, one more after each reload. */
  readonly generation: number;
  /** Calls that run on generations before this one. */
  readonly callsOnOldGenerations: number;
  /** The calls that are being served now. */
  readonly calls: readonly CallInProgress[];
  /** Connections that have not said yet which call they are. */
  readonly connecting: number;
  /** How the calls that are over ended. */
  readonly ended: Readonly<Record<string, number>>;
  /**
   * What is kept now, by name: `timers` of the whole process, `addresses` with calls, `sessions` of
   * AsyncAGI, `generations` before this one. All but the timers is 0 when there are no calls.
   */
  readonly held: Readonly<Record<"timers" | "addresses" | "sessions" | "generations", number>>;
  /** What became of reloads. */
  readonly reloads: Readonly<Record<ReloadResult, number>>;
  /** What has happened so far, refusals among it. */
  readonly counters: Readonly<Counters>;
  /** The AMI role; `undefined` without it. */
  readonly ami: AmiStatus | undefined;
  /** Number of listeners by event. */
  readonly listeners: Readonly<Record<string, number>>;
}

/** A call that is being served. */
export interface CallInProgress {
  /** Name of the script; empty while the call introduces itself. */
  readonly script: string;
  /** Name of the channel. */
  readonly channel: string;
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
  /** The AGI command that waits for its reply. */
  readonly command: string | undefined;
  /** How many commands wait behind that one. */
  readonly queued: number;
}
