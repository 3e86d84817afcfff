/**
 * Tells a caller who hung up from one who was taken elsewhere.
 *
 * @module
 */

import type { Environment } from "./agi/environment.ts";
import type { AmiClient } from "./ami/client.ts";
import type { AnyEvent } from "./ami/event.ts";
import { copyText } from "./ami/message.ts";
import { AmiList } from "./ami/response.ts";
import { ActionFailedError, type HangupReason } from "./errors.ts";

/** Channels whose hangup is remembered: the news on AMI may come long before that on the call's line. */
const minRemembered = 10_000;

/** How long a hangup that was reported on the call's line may need to show on AMI, in milliseconds. */
interface SettleTimes {
  /** When the channel's place in the dialplan has changed, which a hangup does not do. */
  readonly moved: number;
  /** When nothing else speaks for a redirect than that no hangup is seen. */
  readonly still: number;
}

/** Where a channel is in the dialplan, seen from where it called its script. */
type Place = "moved" | "further" | "same" | "gone" | "unknown";

/** What is needed of the AMI client. */
type WatchedClient = Pick<AmiClient, "state" | "action" | "watchers">;

const defaultSettle: SettleTimes = { moved: 20, still: 250 };

/**
 * Asterisk says `HANGUP` to a script for both: the channel has left, and is held until the script's
 * connection closes. AMI knows more. A hangup is announced by `HangupRequest` or `SoftHangupRequest`,
 * which a redirect (AMI Redirect, blind transfer) is not; and a redirect sets the channel's place in
 * the dialplan before it ends the script.
 * Source: Asterisk 22, main/pbx.c, ast_async_goto(); main/channel.c, ast_softhangup()
 */
export class HangupWatch {
  readonly #client: WatchedClient;
  readonly #settle: SettleTimes;
  /** The last channels that were hung up, and those before them: to drop all of them at once is cheap. */
  #hungUp = new Set<string>();
  #hungUpBefore = new Set<string>();
  readonly #waiting = new Map<string, () => void>();
  /** Whether this connection sees requests to hang up at all, which rights and filters decide. */
  #seesRequests = false;

  constructor(client: WatchedClient, settle: SettleTimes = defaultSettle) {
    this.#client = client;
    this.#settle = settle;
    for (const name of ["HangupRequest", "SoftHangupRequest", "Hangup"]) {
      client.watchers.add(name, (event) => this.#notice(event));
    }
  }

  /** Finds out why a channel left its script. Takes no longer than AMI does, and never rejects. */
  async findReason(environment: Environment): Promise<HangupReason> {
    const uniqueid = environment.uniqueid;
    if (this.#hungUp.has(uniqueid) || this.#client.state !== "ready") return "hangup";
    const seen = new Promise<"seen">((resolve) => {
      this.#waiting.set(uniqueid, () => resolve("seen"));
    });
    try {
      const place = await Promise.race([seen, this.#askPlace(environment)]);
      if (place === "seen" || place === "gone" || place === "unknown") return "hangup";
      if (place === "same" && !this.#seesRequests) return "hangup";
      const time = place === "same" ? this.#settle.still : this.#settle.moved;
      return await this.#within(time, seen) ? "hangup" : "redirected";
    } finally {
      this.#waiting.delete(uniqueid);
    }
  }

  #notice(event: AnyEvent): void {
    const uniqueid = event["Uniqueid"] ?? "";
    if (event.Event !== "Hangup") this.#seesRequests = true;
    this.#waiting.get(uniqueid)?.();
    if (this.#isHungUp(uniqueid)) return;
    this.#hungUp.add(copyText(uniqueid));
    if (this.#hungUp.size < minRemembered) return;
    this.#hungUpBefore = this.#hungUp;
    this.#hungUp = new Set();
  }

  #isHungUp(uniqueid: string): boolean {
    return this.#hungUp.has(uniqueid) || this.#hungUpBefore.has(uniqueid);
  }

  /**
   * Tells why an AsyncAGI session is over, from the moment that AMI says so: a hangup was announced
   * before. `lost` is a command that failed, behind which the dialplan goes on; `failed` tells whether
   * the last command can have. Never rejects.
   */
  async findSessionEnd(environment: Environment, failed: boolean): Promise<HangupReason> {
    if (this.#isHungUp(environment.uniqueid)) return "hangup";
    switch (await this.#askPlace(environment)) {
      case "same":
      case "further":
        return "lost";
      case "moved":
        return "redirected";
      // It may be through with the place that it was sent to, or with what stood behind the script.
      case "gone":
        if (!this.#seesRequests) return "hangup";
        return failed ? "lost" : "redirected";
      default:
        return "hangup";
    }
  }

  /** Compares where the channel is in the dialplan with where it called the script. */
  async #askPlace(environment: Environment): Promise<Place> {
    const { channel = "", uniqueid, context, extension, priority } = environment.values;
    try {
      const channels = await this.#client.action("Status", {
        Channel: channel,
        Variables: "CONTEXT,EXTEN,PRIORITY",
      }, { timeout: 2_000 });
      const status = channels instanceof AmiList ? channels[0] : undefined;
      // Another Asterisk than the one that sent the call may have a channel of the same name.
      if (status?.["Uniqueid"] !== uniqueid) return "unknown";
      // The time limit of a call ends it without a request.
      if (!/^0?$/.test(status?.["TimeToHangup"] ?? "")) return "unknown";
      const place = status?.headers.getAll("Variable") ?? [];
      if (!place.includes(`CONTEXT=${context}`) || !place.includes(`EXTEN=${extension}`)) {
        return "moved";
      }
      const now = place.find((variable) => variable.startsWith("PRIORITY="))?.slice(9);
      if (now === priority) return "same";
      return Number(now) > Number(priority) ? "further" : "moved";
    } catch (error) {
      return error instanceof ActionFailedError ? "gone" : "unknown";
    }
  }

  async #within(time: number, seen: Promise<unknown>): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => timer = setTimeout(() => resolve(false), time));
    const result = await Promise.race([seen.then(() => true), late]);
    clearTimeout(timer);
    return result;
  }
}
