/**
 * Which call it is.
 *
 * @module
 */

import type { Log } from "../log.ts";
import { type Environment, scriptRequest } from "./environment.ts";
import { shorten } from "./waiting_command.ts";

/**
 * What tells a call from others: for its log, for the watch for stalls, and for code of its handler that
 * runs behind its end. It knows nothing of the line: an AsyncLocalStorage keeps it until the next full
 * collection, and with it all that it refers to.
 */
export class CallIdentity {
  /** Name of the script. */
  readonly script: string;
  /** Name of the channel. */
  readonly channel: string;
  /** Identifies the channel on its Asterisk. */
  readonly uniqueid: string;
  /** Where the watch for stalls notes it. */
  slot = 0;
  readonly #root: Log;
  #log: Log | undefined;

  /** Takes what Asterisk said of the call, or nothing before it has; `root` is the log of all calls. */
  constructor(environment: Environment | undefined, root: Log) {
    this.script = environment ? scriptRequest(environment).script : "";
    this.channel = environment?.channel ?? "";
    this.uniqueid = environment?.uniqueid ?? "";
    this.#root = root;
  }

  /** A log whose lines say which call they are about; made when it is used, which most calls never do. */
  get log(): Log {
    return this.#log ??= this.#root.with({
      script: shorten(this.script),
      channel: shorten(this.channel),
      uniqueid: shorten(this.uniqueid),
    });
  }

  /** Script and channel, for people. */
  describe(): string {
    return `script ${this.script}, channel ${this.channel}, uniqueid ${this.uniqueid}`;
  }
}
