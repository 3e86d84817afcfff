/**
 * Those who watch actions without taking part in them: metrics, traces.
 *
 * @module
 */

import type { SentAction } from "./originate.ts";

/**
 * Is told of each action that somebody sends, those included that cannot be sent. What it does must
 * not throw, nor wait. A client without observer pays for none of this.
 */
export interface ActionObserver {
  /**
   * An action is sent. What is returned is called once, when it is over: without error when it was
   * answered, the whole list when it is one, or else with what its sender gets to see.
   */
  sent(action: string): (error?: unknown) => void;
}

/** Tells each of several observers; `undefined` without any. */
export function observeActionsBy(
  observers: readonly ActionObserver[],
): ActionObserver | undefined {
  if (observers.length < 2) return observers[0];
  return {
    sent: (action) => {
      const ends = observers.map((one) => one.sent(action));
      return (error) => ends.forEach((end) => end(error));
    },
  };
}

/** Sends an action, and tells the observer of its end; who sent it sees what he would see without. */
export function report(observer: ActionObserver, name: string, send: () => SentAction): SentAction {
  const end = observer.sent(name);
  const sent = send();
  const told = sent.then((result) => {
    end();
    return result;
  }, (error) => {
    end(error);
    throw error;
  });
  return sent.answered ? Object.assign(told, { answered: sent.answered }) : told;
}
