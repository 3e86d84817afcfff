/**
 * How much Lunopark lets others ask of it: calls, bytes, time.
 *
 * @module
 */

/** The limits, each under the name that it has in a configuration's `limits`. */
export interface Limits {
  /** Calls served at once; each further one gets `LUNOPARK_STATUS=BUSY`, and its dialplan goes on. */
  readonly calls: number;
  /** Calls served at once from one address, in the same way. */
  readonly callsPerAddress: number;
  /**
   * Connections that have not said yet which call they are, or are being told that it is too much;
   * over it, the one that has waited longest is closed. A burst of calls is accepted before any of them
   * is read, and Asterisk under load speaks seconds after it has connected: with fewer than `calls`
   * some of them would be taken for silent ones.
   */
  readonly connecting: number;
  /** Longest time until an AGI environment is there, in milliseconds; Asterisk sends it at once. */
  readonly environmentTime: number;
  /** Most bytes of an AGI environment. */
  readonly environmentBytes: number;
  /** Most lines of an AGI environment: some 25, the arguments, and line ends in values. */
  readonly environmentLines: number;
  /** Most bytes of the reply to one AGI command. */
  readonly replyBytes: number;
  /** Most characters of one AMI message; the output of a CLI command is one. */
  readonly messageBytes: number;
  /** Most headers of one AMI message; each line that a CLI command prints is one. */
  readonly messageHeaders: number;
  /** AMI actions that may wait for their response at once. */
  readonly waitingActions: number;
  /** Events that may wait for one slow listener or loop. */
  readonly queuedEvents: number;
  /** After how many milliseconds in which no code but one runs that is told; 0 does not look. */
  readonly stallTime: number;
}

/** The limits of whoever sets none. */
export const defaultLimits: Limits = {
  calls: 10_000,
  callsPerAddress: 10_000,
  connecting: 10_000,
  environmentTime: 10_000,
  environmentBytes: 65_536,
  environmentLines: 1_000,
  replyBytes: 1_048_576,
  messageBytes: 16 * 1_048_576,
  messageHeaders: 100_000,
  waitingActions: 10_000,
  queuedEvents: 10_000,
  stallTime: 5_000,
};
