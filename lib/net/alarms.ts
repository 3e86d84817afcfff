/**
 * What rings when something takes too long.
 *
 * @module
 */

import { LinkedList, ListItem } from "../linked_list.ts";

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

/**
 * Alarms by one timer for all of them, for times of seconds: to set and cancel one costs 0.2 µs, where
 * a timer of its own costs 2.5. Disposing ends them. One for less than four ticks has a timer of its own,
 * since a tick more would be too much for it, and ends only when it is cancelled.
 */
export class CoarseAlarms implements Alarms, Disposable {
  readonly #alarms = new LinkedList<CoarseAlarm>();
  readonly #tick: number;
  /** Runs while there are alarms, and a tick longer. */
  #timer: ReturnType<typeof setInterval> | undefined;
  /** How often the timer has fired: the clock of the alarms. */
  #turn = 0;
  /** No alarm has been set since the timer fired last. */
  #idle = false;

  /** `tick` is how often alarms are looked at, in milliseconds: so much later one may ring. */
  constructor(tick = 500) {
    this.#tick = tick;
  }

  /** Calls `ring` after `time` milliseconds or a little later, unless it is cancelled before. */
  set(time: number, ring: () => void): Alarm {
    if (time < 4 * this.#tick) return exactAlarms.set(time, ring);
    // Counted in turns of the timer: to ask the clock would cost as much as all else here. One turn
    // more, since the next one may come at any moment: an alarm may be late, and must not be early.
    const turn = this.#turn + 1 + Math.ceil(time / this.#tick);
    const alarm = new CoarseAlarm(this.#alarms, turn, ring);
    this.#alarms.add(alarm);
    this.#idle = false;
    this.#timer ??= setInterval(() => this.#look(), this.#tick);
    return alarm;
  }

  /** Nothing rings any more. */
  [Symbol.dispose](): void {
    for (const alarm of [...this.#alarms]) alarm.cancel();
    this.#stop();
  }

  #look(): void {
    // Not at once when the last alarm goes: another one comes with the next call, and to start a timer
    // for each costs what this class saves. After a whole tick in which none was set or waits, it ends.
    if (this.#alarms.size === 0 && this.#idle) return this.#stop();
    this.#idle = true;
    this.#turn++;
    // Put aside first: what rings may set alarms and cancel others, and change the list.
    const late: CoarseAlarm[] = [];
    for (const alarm of this.#alarms) if (alarm.turn <= this.#turn) late.push(alarm);
    for (const alarm of late) {
      // One that rang may have cancelled it.
      if (this.#alarms.delete(alarm)) alarm.ring();
    }
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** An alarm, in the list of those that were not cancelled and have not rung. */
class CoarseAlarm extends ListItem implements Alarm {
  readonly #alarms: LinkedList<CoarseAlarm>;
  /** In which turn it rings. */
  readonly turn: number;
  readonly ring: () => void;

  constructor(alarms: LinkedList<CoarseAlarm>, turn: number, ring: () => void) {
    super();
    this.#alarms = alarms;
    this.turn = turn;
    this.ring = ring;
  }

  cancel(): void {
    this.#alarms.delete(this);
  }
}
