/**
 * What has happened so far, in numbers: for USR2, for tests, and for whoever measures.
 *
 * @module
 */

/** Counts since the start, by name; they only grow. */
export interface Counters {
  /** Connections that the FastAGI server has accepted. */
  connections: number;
  /** Connections closed because their address may not call. */
  refusedAddress: number;
  /** Calls refused because there were too many at once. */
  refusedCalls: number;
  /** Calls refused because there were too many at once from their address. */
  refusedPerAddress: number;
  /** Connections closed because too many had not said which call they are. */
  refusedConnecting: number;
  /** Connections closed because what came was no AGI environment, too long, or too late. */
  badEnvironments: number;
  /** Calls closed because of a reply that nobody asked for, or that was too long. */
  badReplies: number;
  /** Calls closed because their handler went on after the hangup. */
  graceEnded: number;
  /** Calls closed because they went on after a stop. */
  stopEnded: number;
  /** Errors and rejections in handlers that nobody caught. */
  uncaughtErrors: number;
  /** How often one piece of code kept all others from running. */
  stalls: number;
}

/** Counters that start from nothing. */
export function createCounters(): Counters {
  return {
    connections: 0,
    refusedAddress: 0,
    refusedCalls: 0,
    refusedPerAddress: 0,
    refusedConnecting: 0,
    badEnvironments: 0,
    badReplies: 0,
    graceEnded: 0,
    stopEnded: 0,
    uncaughtErrors: 0,
    stalls: 0,
  };
}
