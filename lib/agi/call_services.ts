/**
 * What a call needs of the rest of the house.
 *
 * @module
 */

import type { Counters } from "../counters.ts";
import type { HangupReason } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CallIdentity } from "./call_identity.ts";
import type { CallObserver } from "./call_observer.ts";
import type { AgiChannel } from "./channel.ts";
import type { App } from "./dialplan.ts";
import type { Environment } from "./environment.ts";

/** A script that was found for a call. */
export interface FoundScript<Manager> {
  /** Name under which it is offered: that of the script, or the path of a route. */
  readonly name: string;
  /** Groups of the route, by name. */
  readonly params: Readonly<Record<string, string>>;
  /** Runs the handler; `call` is for whoever has to tell one from another. */
  run(app: App, channel: AgiChannel<Manager>, call: CallIdentity): unknown;
  /** To be called once, when the handler has ended. */
  release(): void;
}

/** Notes which calls are running code of their own. */
export interface Activity {
  /** Code of a call is about to run. */
  enter(call: CallIdentity): void;
  /** The call waits for Asterisk. */
  leave(call: CallIdentity): void;
  /** Calls a function of the call, whatever it waits for otherwise. */
  visit<Result>(call: CallIdentity, body: () => Result): Result;
  /** It is over. */
  forget(call: CallIdentity): void;
}

/** A place in the dialplan. */
export interface DialplanPlace {
  /** Name of the context. */
  readonly context: string;
  /** Extension in that context. */
  readonly extension: string;
  /** Number or label of the priority. */
  readonly priority: string | number;
}

/** What a call needs of the rest of the house. */
export interface CallServices<Manager> {
  /** Where it is said what happens to calls. */
  readonly log: Log;
  /** Finds the handler for a script's name; `undefined` when nobody offers it. */
  findScript(script: string): FoundScript<Manager> | undefined;
  /** The script that was meant, perhaps, where nobody offers the one of that name. */
  suggestScript?(script: string): string | undefined;
  /** Gives the AMI connection; throws where there is none. */
  ami(): Manager;
  /** Tells whether a channel that left its script was hung up or taken elsewhere. */
  findHangupReason(environment: Environment): Promise<HangupReason>;
  /** Stops what is played on a channel, from outside of it; rejects where that cannot be done. */
  stopPlayback(channel: string): Promise<void>;
  /** How long a handler may go on after its caller is gone, in milliseconds. */
  readonly hangupGrace: number;
  /** How long the last commands of a call may take, in milliseconds; 2,000 unless given. */
  readonly farewellTime?: number;
  /** Where a call goes on whose handler threw. */
  readonly onError: DialplanPlace | undefined;
  /** Whether each script ends with a UserEvent `AGIStatus`. */
  readonly agiStatusEvent: boolean;
  /** Where is counted what becomes of calls. */
  readonly counters?: Counters | undefined;
  /** Where is noted which calls are running code of their own. */
  readonly activity?: Activity | undefined;
  /** Is told what goes on in calls. */
  readonly observer?: CallObserver | undefined;
}
