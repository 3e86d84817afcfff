/**
 * How a call ended.
 *
 * @module
 */

import type { AgiStatus } from "./agi/session.ts";

/** How a script ended, as the dialplan reads it from `LUNOPARK_STATUS`. */
export type CallStatus = "SUCCESS" | "ERROR" | "NOSCRIPT" | "BUSY" | "HANGUP";

/** How a call ended. */
export interface CallEnd {
  /** `LUNOPARK_STATUS`; `undefined` when the server set none, as when its line was cut. */
  readonly status: CallStatus | undefined;
  /** `AGISTATUS`: what Asterisk thinks of the script. */
  readonly agiStatus: AgiStatus | undefined;
  /** Cause of the hangup: 16 is the ordinary one. */
  readonly cause: number;
  /** How long the call was there, in milliseconds. */
  readonly duration: number;
  /** Channel variables at the end. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the handler threw, if it did. */
  readonly error: unknown;
}
