/**
 * What rings when something takes too long.
 *
 * @module
 */

/** Sets alarms, nearly all of which are taken back before they ring. */
export interface Alarms {
  /** Calls `ring` after `time` milliseconds, unless the alarm is cancelled before. */
  set(time: number, ring: () => void): Alarm;
}

/** An alarm that was set. */
export interface Alarm {
  /** It does not ring any more. */
  cancel(): void;
}

/** Alarms by a timer each, exact to the millisecond. */
export const exactAlarms: Alarms = {
  set(time: number, ring: () => void): Alarm {
    const timer = setTimeout(ring, time);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** How often coarse alarms are looked at, in milliseconds: so much later one may ring. */
const tick = 500;

/**
 * Alarms by one timer for all of them, for times of seconds: to set and cancel one costs 0.2 µs, where
 * a timer of its own costs 2.5. Disposing ends them.
 */
export class CoarseAlarms implements Alarms, Disposable {
  readonly #alarms = new Set<CoarseAlarm>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #idle = false;

  /** Calls `ring` after `time` milliseconds or a little later, unless it is cancelled before. */
  set(time: number, ring: () => void): Alarm {
    const alarm = new CoarseAlarm(this.#alarms, performance.now() + time, ring);
    this.#idle = false;
    this.#timer ??= setInterval(() => this.#look(), tick);
    return alarm;
  }

  /** Nothing rings any more. */
  [Symbol.dispose](): void {
    this.#alarms.clear();
    this.#stop();
  }

  #look(): void {
    // Not at once when the last alarm goes: another one comes with the next call.
    if (this.#alarms.size === 0 && this.#idle) return this.#stop();
    this.#idle = true;
    const now = performance.now();
    for (const alarm of this.#alarms) {
      if (alarm.at > now) continue;
      alarm.cancel();
      alarm.ring();
    }
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

class CoarseAlarm implements Alarm {
  readonly #all: Set<CoarseAlarm>;
  readonly at: number;
  readonly ring: () => void;

  constructor(all: Set<CoarseAlarm>, at: number, ring: () => void) {
    this.#all = all;
    this.at = at;
    this.ring = ring;
    all.add(this);
  }

  cancel(): void {
    this.#all.delete(this);
  }
}
