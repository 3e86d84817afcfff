/**
 * Keeps the mirror of channels right: reads Asterisk's lists, and looks whether events are missing.
 *
 * @module
 */

import { ActionFailedError, NotConnectedError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ActionParameters } from "./action.ts";
import type { Difference } from "./channel_difference.ts";
import { ChannelMirror } from "./channel_mirror.ts";
import { AmiChannels, type ChannelSource } from "./channels.ts";
import type { AmiChannel } from "./live_channel.ts";
import type { ActionResult } from "./pending_actions.ts";
import { AmiList } from "./response.ts";

/** When the mirror is compared with Asterisk, in milliseconds. */
export interface AuditTimes {
  /** From the lists to the first comparison. */
  readonly first: number;
  /** From each to the next. */
  readonly pause: number;
  /** How long an event may be on its way. */
  readonly settle: number;
}

const usualTimes: AuditTimes = { first: 60_000, pause: 600_000, settle: 2_000 };

/** The session that lists are asked of. */
export interface ListSource {
  /** Sends an action. */
  action(name: string, parameters: ActionParameters): Promise<ActionResult>;
}

/**
 * Keeps a {@linkcode ChannelMirror} over all sessions.
 *
 * Asterisk's lists are ahead of its events, never behind: a channel leaves the list before its
 * `Hangup` is told. So what is in a list holds against all that was told before, and what is told
 * after it leads to where the list is, or further. Only the list of Asterisk 16 can still have a
 * channel whose end was told: that is remembered.
 * Source: Asterisk 22, main/stasis_channels.c, ast_channel_publish_snapshot(),
 * ast_channel_publish_final_snapshot(); main/manager.c, action_coreshowchannels()
 */
export class ChannelSync implements ChannelSource {
  readonly #log: Log;
  readonly #times: AuditTimes;
  readonly #mirror = new ChannelMirror((channel) =>
    this.#sayOnce(
      "omitted",
      `Channel ${channel} has more than 1000 variables, ami.channels keeps no further ones`,
    )
  );
  readonly #said = new Set<string>();
  #session: ListSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #complete = makeComplete();
  #settled = false;
  /** What handlers see. */
  readonly view: AmiChannels = new AmiChannels(this);
  /** Whether it is as Asterisk has it, but for what is on its way. */
  isComplete = false;

  /** Says in `log` what is in the way. */
  constructor(log: Log, times: AuditTimes = usualTimes) {
    this.#log = log;
    this.#times = times;
  }

  /** The channels by uniqueid. */
  get channels(): ReadonlyMap<string, AmiChannel> {
    return this.#mirror.channels;
  }

  /** Finds a channel by its name. */
  find(name: string): AmiChannel | undefined {
    return this.#mirror.find(name);
  }

  /** Resolves when it is complete; rejects when it cannot become so. */
  whenComplete(): Promise<void> {
    return this.#complete.promise;
  }

  /** Takes an event. */
  take(name: string, message: string): void {
    this.#mirror.take(name, message);
  }

  /** A session is there: reads its lists. Never rejects; what it cannot do is in the log. */
  async begin(session: ListSource): Promise<void> {
    const mirror = this.#mirror;
    const isCurrent = () => this.#session === session;
    this.#session = session;
    mirror.seen.clear();
    mirror.beginLists();
    // Each is taken as it comes, before the events that come behind it.
    const channels = session.action("CoreShowChannels", {})
      .then((list) => isCurrent() && mirror.takeChannels(itemsOf(list)));
    const status = session.action("Status", { AllVariables: true }).then(async (list) => {
      // It lacks channels that are about to end, but it is there when the other is refused.
      await channels.catch(() => isCurrent() && mirror.takeChannels(itemsOf(list)));
      if (isCurrent()) mirror.takeStatus(itemsOf(list));
    });
    const [listed, read] = await Promise.allSettled([channels, status]);
    if (!isCurrent()) return;
    mirror.endLists();
    if (listed.status === "rejected" && read.status === "rejected") {
      if (listed.reason instanceof NotConnectedError) return;
      // Which of those that were there are still, nobody knows.
      mirror.clear();
      this.#sayOnce("lists", "Cannot list channels, ami.channels has new ones only", listed.reason);
      return this.#settle(() => this.#complete.reject(listed.reason));
    }
    if (read.status === "rejected") {
      this.#sayOnce("variables", "Cannot read the variables of channels", read.reason);
    }
    this.isComplete = true;
    this.#settle(() => this.#complete.resolve());
    this.#log.debug(`Channels are as in Asterisk: ${mirror.channels.size}`);
    this.#plan(session, this.#times.first);
  }

  /** The session is over. */
  end(): void {
    this.#session = undefined;
    clearTimeout(this.#timer);
    this.#mirror.endLists();
    this.isComplete = false;
    if (!this.#settled) return;
    this.#settled = false;
    this.#complete = makeComplete();
  }

  /** There will be no other session. */
  stop(): void {
    this.end();
    this.#settle(() => this.#complete.reject(new NotConnectedError("Lunopark is stopping")));
  }

  #settle(settle: () => void): void {
    this.#settled = true;
    settle();
  }

  #plan(session: ListSource, pause: number): void {
    this.#timer = setTimeout(() => this.#audit(session), pause);
  }

  /** Compares with Asterisk's list, gives events time to come, and makes good what has not. */
  async #audit(session: ListSource): Promise<void> {
    const mirror = this.#mirror;
    mirror.beginLists();
    try {
      const list = await session.action("CoreShowChannels", {});
      if (this.#session !== session) return;
      const differences = mirror.compare(itemsOf(list));
      if (differences.length > 0) {
        await new Promise<void>((resolve) => {
          this.#timer = setTimeout(resolve, this.#times.settle);
        });
      }
      if (this.#session !== session) return;
      this.#report(differences.filter((difference) => mirror.repair(difference)));
    } catch {
      // The session is over, or the next time will do.
    } finally {
      if (this.#session === session) {
        mirror.endLists();
        this.#plan(session, this.#times.pause);
      }
    }
  }

  #report(repaired: readonly Difference[]): void {
    for (const kind of ["missing", "gone", "state", "bridge", "place"] as const) {
      const count = repaired.filter((difference) => difference.kind === kind).length;
      // A place can change without an event; but a user who never sees one is not told of any.
      if (count === 0 || kind === "place" && this.#mirror.seen.has("Newexten")) continue;
      this.#sayOnce(
        kind,
        `Events about channels are missing (${missedEvents[kind]}; ${count} channels put right): ` +
          "does the AMI user have read=call,dialplan, and no eventfilter against them?",
      );
    }
  }

  #sayOnce(what: string, text: string, error?: unknown): void {
    if (error instanceof NotConnectedError || this.#said.has(what)) return;
    this.#said.add(what);
    const reason = error instanceof ActionFailedError
      ? `: ${error.message}; the AMI user needs write=reporting`
      : error instanceof Error
      ? `: ${error.message}`
      : "";
    this.#log.warn(text + reason);
  }
}

const missedEvents = {
  missing: "Newchannel",
  gone: "Hangup",
  state: "Newstate",
  bridge: "BridgeEnter, BridgeLeave",
  place: "Newexten",
} as const;

/** A promise that nobody need listen to. */
function makeComplete(): PromiseWithResolvers<void> {
  const complete = Promise.withResolvers<void>();
  complete.promise.catch(() => {});
  return complete;
}

function itemsOf(list: ActionResult): AmiList {
  return list instanceof AmiList ? list : new AmiList();
}
