/**
 * Bounds of what the peer of a FastAGI connection may send.
 *
 * @module
 */

import { defaultLimits } from "../limits.ts";

/** Bounds of what a peer may send, so that nobody can fill the memory or keep a socket for nothing. */
export interface AgiLimits {
  /** Most bytes of an environment. */
  readonly environmentBytes: number;
  /** Most lines of an environment. */
  readonly environmentLines: number;
  /** Longest time until an environment is there, in milliseconds; Asterisk sends it at once. */
  readonly environmentTime: number;
  /** Most bytes of one reply. */
  readonly replyBytes: number;
  /** Longest pause within a reply of several lines, in milliseconds. */
  readonly replyPause: number;
  /** Longest command line in bytes, LF included; what this version of Asterisk takes unless given. */
  readonly lineBytes?: number;
  /** Whether the next byte interrupts a command that plays, as on a socket; it does unless given. */
  readonly interrupts?: boolean;
  /** Longest value of any content that one reply can bring, in bytes; any length unless given. */
  readonly valueBytes?: number;
  /** After how long more is sent to interrupt a command, in milliseconds; each time twice as long. */
  readonly interruptPause: number;
}

const usualLimits: AgiLimits = {
  ...defaultLimits,
  replyPause: 5_000,
  interruptPause: 100,
};

let lastGiven: Partial<AgiLimits> | undefined;
let lastCompleted = usualLimits;

/** The usual limits in the place of those that are not given. */
export function completeLimits(given: Partial<AgiLimits> | undefined): AgiLimits {
  // Calls of one server have the same ones: to put them together costs 0.5 µs.
  if (given !== lastGiven) {
    lastCompleted = { ...usualLimits, ...given };
    lastGiven = given;
  }
  return lastCompleted;
}
