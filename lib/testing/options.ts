/**
 * What a simulated Asterisk, its calls and its applications are asked to be.
 *
 * @module
 */

import type { Config } from "../config.ts";
import type { AmiServerOptions } from "./ami/ami_server.ts";
import type { TestedHandler } from "./lunopark_link.ts";
import type { TimeMode } from "./pbx/clock.ts";
import type { AsteriskVersion } from "./pbx/pbx.ts";
import type { DialOutcome } from "./pbx/phone.ts";
import type { QueueOptions } from "./pbx/queues.ts";
import type { TestCall } from "./test_call.ts";

/** How the simulated Asterisk reaches the scripts: by FastAGI, or by AsyncAGI over AMI. */
export type Transport = "agi" | "async";

/** What a simulated Asterisk is to be. */
export interface FakeAsteriskOptions {
  /**
   * The handlers to call: a file (relative to the file of the test, or to the working directory), a
   * module (`{ subroutine }`), or one function, whose name is that of its script. They run in this
   * process, in Lunopark itself. None unless given: then calls go to `server`.
   */
  readonly handler?: TestedHandler;
  /**
   * Configuration of that Lunopark, such as `onError`, `hangupGrace` or `role`; or its file, which names
   * the handlers where `handler` does not. Where AMI is does not count.
   */
  readonly config?: Config | string | URL;
  /** A FastAGI server that is called over TCP, in the place of `handler`: `127.0.0.1:4573`. */
  readonly server?: string;
  /** `22` unless given. */
  readonly version?: AsteriskVersion;
  /** `virtual` unless given: time passes only when everybody waits for it, and then at once. */
  readonly time?: TimeMode;
  /** What time it is at the start, in virtual time; now unless given. */
  readonly now?: Date;
  /** `agi` unless given. */
  readonly transport?: Transport;
  /** Dialplan beside the scripts, as text of an `extensions.conf`. */
  readonly dialplan?: string;
  /** Queues for the application Queue, and for AMI. */
  readonly queues?: readonly QueueOptions[];
  /** Lengths of sound files in milliseconds; those that are not named last a second. */
  readonly sounds?: Readonly<Record<string, number>>;
  /** Names of sound files that are missing. */
  readonly missingSounds?: readonly string[];
  /** Users and other options of AMI; the user `manager` with the secret `password` unless given. */
  readonly ami?: AmiServerOptions;
  /** Whether events are kept for {@linkcode FakeAsterisk.events}; they are unless told otherwise. */
  readonly keepEvents?: boolean;
}

/** A call that is placed. */
export interface CallOptions {
  /** Who calls: `100`, or `"Reception" <100>`; nobody is known unless given. */
  readonly callerid?: string;
  /** Arguments of the dialplan after the URL. */
  readonly args?: readonly (string | number)[];
  /** Query of the URL. */
  readonly query?: string | Readonly<Record<string, string>>;
  /** Channel variables; names that begin with `__` pass on to called channels. */
  readonly vars?: Readonly<Record<string, string | number>>;
  /** What was dialled; `200` unless given. */
  readonly dnid?: string;
  /** Context that the script is called from; `default` unless given. */
  readonly context?: string;
  /** Extension that the script is called from; what was dialled unless given. */
  readonly exten?: string;
  /** Account code of the channel. */
  readonly accountcode?: string;
  /** Language of the channel; `en` unless given. */
  readonly language?: string;
  /** The FastAGI server of this call, in the place of that of all; `127.0.0.1:4573`. */
  readonly server?: string;
  /** Name of the channel up to its number; `PJSIP/` and the caller's number unless given. */
  readonly channel?: string;
  /** What becomes of all whom the handler calls; they ring until `dialed()` says it unless given. */
  readonly dial?: DialOutcome;
}

/** An event as AMI tells it: `Event` is its name. */
export type SeenEvent = Readonly<Record<string, string>> & { readonly Event: string };

/** What an application of the test gets. */
export interface ApplicationRun {
  /** The call, if the channel is one of the test's. */
  readonly call: TestCall | undefined;
  /** Name of the channel: `PJSIP/100-00000000`. */
  readonly channel: string;
  /** The arguments. */
  readonly args: readonly string[];
  /** All arguments as they came. */
  readonly data: string;
  /** Sets a variable of the channel. */
  set(name: string, value: string): void;
  /** Lasts so many milliseconds; false when the caller hangs up meanwhile. */
  sleep(milliseconds: number): Promise<boolean>;
}

/** An application of the test: what it returns is the result, 0 unless given. */
export type TestApplication = (run: ApplicationRun) => number | void | Promise<number | void>;
