/**
 * The AMI server of a simulated Asterisk, as a test sees it.
 *
 * @module
 */

/** AMI of a simulated Asterisk: where it listens, and what can go wrong with it. */
export interface TestAmi {
  /** How many connections there are. */
  readonly sessionCount: number;
  /** Every login is refused, as if the secret were wrong. */
  refusesLogins: boolean;
  /** Where it listens, `127.0.0.1:5038`; to be asked behind `listen()`. */
  readonly address: string;
  /** Listens on a port of 127.0.0.1, a free one unless given; gives the address. */
  listen(port?: number): string;
  /** Says nothing any more, until `resume()`: what it would say waits. */
  stall(): void;
  /** Says what it kept back. */
  resume(): void;
  /** Writes in pieces of at most so many bytes: 1 for one at a time, `Infinity` for no limit. */
  splitPackets(bytes: number): void;
  /** Cuts all connections: at once, or after so many more bytes each, be it within a line. */
  cut(options?: { afterBytes?: number }): void;
  /** Sends so many `UserEvent`s at once. */
  flood(count: number, name?: string): void;
}
