/**
 * What an AMI client is told: how it connects, as whom, and its bounds.
 *
 * @module
 */

import type { Limits } from "../limits.ts";
import type { Log } from "../log.ts";
import type { Backoff } from "../net/backoff.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { ActionObserver } from "./action_observer.ts";
import type { Credentials } from "./login.ts";
import type { AmiTimes } from "./session.ts";

/** The limits that are about AMI. */
export type AmiLimits = Pick<
  Limits,
  "messageBytes" | "messageHeaders" | "waitingActions" | "queuedEvents"
>;

/** What a client needs to be told. */
export interface AmiClientOptions {
  /** Opens a connection to Asterisk; gives up when the signal fires. */
  connect(signal: AbortSignal): Promise<ByteStream>;
  /** Who logs in. */
  readonly credentials: Credentials;
  /** The address, for people. */
  readonly address: string;
  /** Where the client says what becomes of the connection. */
  readonly log: Log;
  /** Times that are other than usual. */
  readonly times?: Partial<AmiTimes>;
  /** Limits that are other than usual. */
  readonly limits?: Partial<AmiLimits>;
  /** Pauses between attempts; growing up to 4 s unless given. */
  readonly backoff?: Backoff;
  /** Is told of each action. */
  readonly observer?: ActionObserver | undefined;
}

/** The usual times, in milliseconds. */
export const defaultTimes: AmiTimes = {
  ping: 15_000,
  dead: 30_000,
  login: 10_000,
  boot: 1_000,
  lists: 10_000,
  busy: 120_000,
  logoff: 1_000,
};
