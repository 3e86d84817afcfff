/**
 * What metrics, traces and the status page are told of calls.
 *
 * @module
 */

import type { HangupReason } from "../errors.ts";
import type { CallStatus } from "./call_status.ts";
import type { Environment } from "./environment.ts";
import type { Reply } from "./reply.ts";

/** A call as those who watch see it; the same object from its first word to its last. */
export interface ObservedCall {
  /** Name of the script. */
  readonly script: string;
  /** Name of the channel. */
  readonly channelName: string;
  /** What Asterisk said of the call. */
  readonly environment: Environment | undefined;
  /**
   * Name under which the handlers offer the script, `ivr/:lang` for a route; `undefined` as long as it
   * was not looked for, and when nobody offers it.
   */
  readonly offered: string | undefined;
  /** What its handler's code is told from others by. */
  readonly identity?: object | undefined;
  /** When the call came in, in milliseconds since 1970. */
  readonly since: number;
  /** The command that waits for its reply, if any. */
  readonly command: string | undefined;
}

/**
 * Is told what goes on in calls, as it happens. What is told must not throw, nor wait: it runs between
 * a reply and the handler. A call without observer pays for none of this.
 */
export interface CallObserver {
  /** A call has said which one it is. */
  begun(call: ObservedCall): void;
  /** A command line has been sent; one is in flight at a time. */
  sent(call: ObservedCall, line: string): void;
  /** The command in flight has its reply; `undefined` when the line has ended before. */
  answered(call: ObservedCall, line: string, reply: Reply | undefined): void;
  /** The channel has left the script. */
  left(call: ObservedCall, reason: HangupReason): void;
  /** The call is over. `error` is what its handler threw. */
  ended(call: ObservedCall, status: CallStatus, error?: unknown): void;
}

/**
 * Tells each of several observers; `undefined` without any. One that throws all the same is told to
 * `failed`: the call would not get its reply, or never be over.
 */
export function observeBy(
  observers: readonly CallObserver[],
  failed: (error: unknown) => void,
): CallObserver | undefined {
  if (observers.length === 0) return undefined;
  const tell = (say: (one: CallObserver) => void) => {
    for (const one of observers) {
      try {
        say(one);
      } catch (error) {
        failed(error);
      }
    }
  };
  return {
    begun: (call) => tell((one) => one.begun(call)),
    sent: (call, line) => tell((one) => one.sent(call, line)),
    answered: (call, line, reply) => tell((one) => one.answered(call, line, reply)),
    left: (call, reason) => tell((one) => one.left(call, reason)),
    ended: (call, status, error) => tell((one) => one.ended(call, status, error)),
  };
}
