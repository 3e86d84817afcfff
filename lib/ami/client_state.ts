/**
 * Where an AMI client is.
 *
 * @module
 */

/** Where the client is: making a connection, working, between two attempts, or at its end. */
export type AmiState = "connecting" | "ready" | "waiting" | "stopped";

/** The states in words, as in `AMI connection is waiting to reconnect`. */
export const stateWords: Readonly<Record<AmiState, string>> = {
  connecting: "being made",
  ready: "ready",
  waiting: "waiting to reconnect",
  stopped: "stopped",
};
