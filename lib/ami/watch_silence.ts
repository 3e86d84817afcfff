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
  /** Until when the peer may be busy, so that it says nothing, on a line last heard then. */
  busyUntil(lastHeard: number): number;
  /** Asks the peer whether it is there. */
  ask(): void;
  /**
   * Finds out by other means whether the peer's machine is there at all, unless the signal fires.
   * Never rejects.
   */
  isReachable(signal: AbortSignal): Promise<boolean>;
  /** The peer did not say so; `silence` is in milliseconds. */
  giveUp(silence: number): void;
}

/**
 * Asks a silent peer whether it is there, and gives up one that does not say so. Disposing ends it.
 *
 * A peer that is busy cannot say so: as long as it may be, it is given up when its machine cannot be
 * reached, which is looked at each time that `dead` has gone by.
 *
 * Silence is counted in turns of a timer and not by the clock: a process that was suspended finds
 * much time gone by, and what the peer said meanwhile still unread.
 */
export function watchSilence({ ping, dead }: SilenceTimes, line: WatchedLine): Disposable {
  const turn = ping / 3;
  const deadTurns = Math.ceil(dead / turn);
  let turns = 0;
  let heard = 0;
  let isLooking = false;
  const end = new AbortController();
  const giveUp = (lastHeard: number) => line.giveUp(Math.round(performance.now() - lastHeard));
  const look = async (lastHeard: number) => {
    if (isLooking) return;
    isLooking = true;
    const isThere = await line.isReachable(end.signal);
    isLooking = false;
    if (!isThere && !end.signal.aborted && line.lastHeard() === lastHeard) giveUp(lastHeard);
  };
  const timer = setInterval(() => {
    const lastHeard = line.lastHeard();
    turns = lastHeard === heard ? turns + 1 : 0;
    heard = lastHeard;
    if (turns * turn < ping) return;
    if (turns < deadTurns) line.ask();
    else if (performance.now() >= line.busyUntil(lastHeard)) giveUp(lastHeard);
    else if (turns % deadTurns === 0) {
      line.ask();
      look(lastHeard);
    }
  }, turn);
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer);
      end.abort();
    },
  };
}
