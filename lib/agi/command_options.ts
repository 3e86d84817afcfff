/**
 * How AGI commands are wanted: what may be given to those that take more than a word or two.
 *
 * @module
 */

/** How to play a file. */
export interface PlayOptions {
  /** Digits that end it: `0123456789*#`; none unless given. */
  readonly escape?: string;
  /** Where to begin, in samples; at 0 unless given. */
  readonly offset?: number;
}

/** How to play a file that the caller can steer. */
export interface ControlOptions {
  /** Digits that end it. */
  readonly escape?: string;
  /** How far the keys skip, in milliseconds; 3,000 unless given. */
  readonly skip?: number;
  /** Key that skips forward; `#` unless given. */
  readonly forward?: string;
  /** Key that skips back; `*` unless given. */
  readonly rewind?: string;
  /** Key that pauses and goes on. */
  readonly pause?: string;
  /** Where to begin, in milliseconds. */
  readonly offset?: number;
}

/** How to record. */
export interface RecordOptions {
  /** Format of the file, which is its ending too: `wav` unless given. */
  readonly format?: string;
  /** Digits that end it; `#` unless given. */
  readonly escape?: string;
  /** Longest time in milliseconds; without limit unless given. */
  readonly timeout?: number;
  /** Where in an existing file to begin, in samples. */
  readonly offset?: number;
  /** Whether a beep tells that it begins. */
  readonly beep?: boolean;
  /** Silence that ends it, in milliseconds. */
  readonly silence?: number;
}

/** How to read digits. */
export interface DataOptions {
  /** Longest pause between digits in milliseconds; for ever if negative, Asterisk's 6 s unless given. */
  readonly timeout?: number;
  /** Most digits; 1,024 unless given. */
  readonly max?: number;
}
