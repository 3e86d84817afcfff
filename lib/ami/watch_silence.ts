/**
 * Tells a line that is dead from one on which nothing happens.
 *
 * @module
 */

/** How long a line may be silent, in milliseconds. */
export interface SilenceTimes {
  /** Silence after which the peer is asked whether it is there. */
  readonly ping: number;
  /** Silence after which the line is taken for dead. */
  readonly dead: number;
}

/** The line that is watched. */
export interface WatchedLine {
  /** When the last bytes came, in milliseconds of `performance.now()`. */
  lastHeard(): number;
  /** Until when it may be silent that was last heard then, since the peer is busy. */
  silentUntil(lastHeard: number): number;
  /** Asks the peer whether it is there. */
  ask(): void;
  /** The peer did not say so; `silence` is in milliseconds. */
  giveUp(silence: number): void;
}

/**
 * Asks a silent peer whether it is there, and gives up one that does not say so. Disposing ends it.
 *
 * Silence is counted in turns of a timer and not by the clock: a process that was suspended finds
 * much time gone by, and what the peer said meanwhile still unread.
 */
export function watchSilence({ ping, dead }: SilenceTimes, line: WatchedLine): Disposable {
  const turn = ping / 3;
  let turns = 0;
  let heard = 0;
  const timer = setInterval(() => {
    const lastHeard = line.lastHeard();
    const now = performance.now();
    const isQuiet = lastHeard === heard && now >= line.silentUntil(lastHeard);
    heard = lastHeard;
    turns = isQuiet ? turns + 1 : 0;
    if (turns * turn >= dead) line.giveUp(Math.round(now - lastHeard));
    else if (turns * turn >= ping) line.ask();
  }, turn);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
