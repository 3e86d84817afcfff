/**
 * What the server tells the page, as JSON: types that both of them know.
 *
 * @module
 */

/** A call in the table. */
export interface CallRow {
  /** Number of the call in this process. */
  readonly id: number;
  readonly script: string;
  readonly channel: string;
  /** The caller's number; empty when there is none. */
  readonly caller: string;
  /** When the call came in; all times are in milliseconds since 1970. */
  readonly since: number;
  /** The command in flight, as it may be shown; `null` in the handler's own code. */
  readonly step: string | null;
  /** Since when it is in this step. */
  readonly stepSince: number;
  /** The channel has left the script. */
  readonly left: boolean;
}

/** A call's new step: its number, the step, since when, whether the channel has left. */
export type StepChange = readonly [
  id: number,
  step: string | null,
  since: number,
  left: boolean,
];

/** One line of a call's conversation. */
export interface ConversationLine {
  /** Counts from 0 for each call; a line that comes again has changed. */
  readonly n: number;
  readonly time: number;
  /** A command, or a note such as `caller hung up`. */
  readonly kind: "command" | "note";
  readonly text: string;
  /** The reply; missing while it has not come. */
  readonly reply?: string;
  /** How long the reply took, in milliseconds. */
  readonly took?: number;
}

/** A call that somebody looks at. */
export interface CallDetail extends CallRow {
  readonly uniqueid: string;
  /** The caller's name; empty when there is none. */
  readonly callerName: string;
  /** Where in the dialplan it came from: `context,extension,priority`. */
  readonly place: string;
  /** How it ended; missing while it goes on. */
  readonly status?: string;
  readonly lines: readonly ConversationLine[];
}

/** A warning or an error of the log. */
export interface Trouble {
  readonly n: number;
  readonly time: number;
  readonly level: "warn" | "error";
  readonly category: string;
  readonly message: string;
  readonly script?: string;
  readonly channel?: string;
  readonly stack?: string;
}

/** A reload of the handlers. */
export interface Reload {
  readonly n: number;
  readonly time: number;
  readonly result: "reloaded" | "unchanged" | "failed";
  /** The generation that is in force since then. */
  readonly generation: number;
}

/** The figures that stand above the table. */
export interface Head {
  readonly since: number;
  readonly generation: number;
  readonly callsOnOldGenerations: number;
  readonly connecting: number;
  readonly ended: Readonly<Record<string, number>>;
  readonly counters: Readonly<Record<string, number>>;
  readonly ami: {
    readonly state: string;
    readonly version?: string;
    readonly waiting: number;
    readonly events: number;
    readonly dropped?: number;
    readonly channels?: number;
  } | null;
  readonly level: string;
  /** Why this Lunopark takes no calls now; empty when it does. */
  readonly notReady: readonly string[];
  /** Resident memory in MB. */
  readonly memory: number;
  /** Whether there is a token, with which one may steer. */
  readonly canSteer: boolean;
  /** Whether digits and values are shown. */
  readonly digits: boolean;
}

/** All that there is: how a feed begins, and what `/status` answers. */
export interface Snapshot {
  readonly now: number;
  readonly head: Head;
  readonly calls: readonly CallRow[];
  readonly troubles: readonly Trouble[];
  readonly reloads: readonly Reload[];
}

/** What has changed since what was told before. */
export interface Change {
  readonly now: number;
  readonly head?: Head;
  readonly begun?: readonly CallRow[];
  readonly steps?: readonly StepChange[];
  readonly ended?: readonly number[];
  readonly troubles?: readonly Trouble[];
  readonly reloads?: readonly Reload[];
}

/** What has changed in the conversation of one call. */
export interface CallChange {
  readonly now: number;
  readonly lines: readonly ConversationLine[];
  readonly status?: string;
}
