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

/**
 * Where a channel is in the dialplan, seen from where it called its script; `ending` is in an extension
 * that Asterisk goes to after a hangup (`h`) or a time limit (`T`).
 */
type Place = "moved" | "further" | "same" | "ending" | "gone" | "unknown";

/** What a Status says about a channel. */
interface Whereabouts {
  readonly place: Place;
  /** How its last AGI ended, as far as that has been. */
  readonly agiStatus?: string;
}

/** What events say of a channel: it is in a script again, or is hung up at that place. */
type News = "back" | Place;

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
  readonly #waiting = new Map<string, (event: AnyEvent) => void>();
  /** Whether this connection sees requests to hang up at all, which rights and filters decide. */
  #seesRequests = false;

  constructor(client: WatchedClient, settle: SettleTimes = defaultSettle) {
    this.#client = client;
    this.#settle = settle;
    for (const name of ["HangupRequest", "SoftHangupRequest", "Hangup"]) {
      client.watchers.add(name, (event) => this.#notice(event));
    }
    client.watchers.add("AsyncAGIStart", (event) => {
      this.#waiting.get(event["Uniqueid"] ?? "")?.(event);
    });
  }

  /** Finds out why a channel left its script. Takes no longer than AMI does, and never rejects. */
  async findReason(environment: Environment): Promise<HangupReason> {
    const { uniqueid } = environment;
    if (this.#isHungUp(uniqueid) || this.#client.state !== "ready") return "hangup";
    const news = this.#awaitNews(environment);
    try {
      const place = await Promise.race([
        news.then(() => "gone"),
        this.#askPlace(environment).then(({ place }) => place),
      ]);
      if (place === "gone" || place === "unknown") return "hangup";
      if (place === "same" && !this.#seesRequests) return "hangup";
      const time = place === "same" ? this.#settle.still : this.#settle.moved;
      return await this.#within(time, news) ? "hangup" : "redirected";
    } finally {
      this.#waiting.delete(uniqueid);
    }
  }

  #notice(event: AnyEvent): void {
    const uniqueid = event["Uniqueid"] ?? "";
    if (event.Event !== "Hangup") this.#seesRequests = true;
    this.#waiting.get(uniqueid)?.(event);
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
   * Tells why an AsyncAGI session is over, from the moment that AMI says so: most hangups were announced
   * before. `lost` is a command that failed, behind which the dialplan goes on; `failed` tells whether
   * the last command can have. Never rejects.
   *
   * Asterisk does not wait for anybody here: the channel has gone on, perhaps to its end.
   * Source: Asterisk 22, res/res_agi.c, agi_exec_full(), AGISTATUS
   */
  async findSessionEnd(environment: Environment, failed: boolean): Promise<HangupReason> {
    const { uniqueid } = environment;
    if (this.#isHungUp(uniqueid)) return "hangup";
    const news = this.#awaitNews(environment);
    try {
      const { place, agiStatus } = await this.#askPlace(environment);
      if (agiStatus === "FAILURE") return "lost";
      switch (place) {
        case "same":
        case "further": {
          if (agiStatus !== "HANGUP") return "lost";
          // The AMI action Hangup does not announce what it does, nor is a redirect to the same place
          // to be seen; but soon the channel is gone, or back in a script.
          const came = await this.#within(this.#settle.still, news);
          if (came === undefined) return this.#seesRequests ? "redirected" : "hangup";
          return came === "back" || came === "moved" ? "redirected" : "hangup";
        }
        case "moved":
          return "redirected";
        case "gone": {
          const came = await this.#within(this.#settle.still, news);
          if (came === "back" || came === "moved") return "redirected";
          if (came === "same") return "hangup";
          if (failed || came === "further") return "lost";
          return came === undefined && this.#seesRequests ? "redirected" : "hangup";
        }
        default:
          return "hangup";
      }
    } finally {
      this.#waiting.delete(uniqueid);
    }
  }

  #awaitNews(environment: Environment): Promise<News> {
    const { promise, resolve } = Promise.withResolvers<News>();
    this.#waiting.set(environment.uniqueid, (event) => {
      if (event.Event === "AsyncAGIStart") return resolve("back");
      resolve(comparePlace(environment, event["Context"], event["Exten"], event["Priority"]));
    });
    return promise;
  }

  /** Compares where the channel is in the dialplan with where it called the script. */
  async #askPlace(environment: Environment): Promise<Whereabouts> {
    const { channel = "", uniqueid } = environment.values;
    try {
      const channels = await this.#client.action("Status", {
        Channel: channel,
        Variables: "CONTEXT,EXTEN,PRIORITY,AGISTATUS",
      }, { timeout: 2_000 });
      const status = channels instanceof AmiList ? channels[0] : undefined;
      // Another Asterisk than the one that sent the call may have a channel of the same name.
      if (status?.["Uniqueid"] !== uniqueid) return { place: "unknown" };
      // The time limit of a call ends it without a request.
      if (!/^0?$/.test(status?.["TimeToHangup"] ?? "")) return { place: "unknown" };
      const variables = new Map(
        status?.headers.getAll("Variable").map((variable) => variable.split(/=(.*)/s, 2)) as
          | [string, string][]
          | undefined,
      );
      const [context, exten, priority] = ["CONTEXT", "EXTEN", "PRIORITY"].map((name) =>
        variables.get(name)
      );
      return {
        place: comparePlace(environment, context, exten, priority),
        agiStatus: variables.get("AGISTATUS") ?? "",
      };
    } catch (error) {
      return { place: error instanceof ActionFailedError ? "gone" : "unknown" };
    }
  }

  async #within(time: number, news: Promise<News>): Promise<News | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), time);
    });
    const came = await Promise.race([news, late]);
    clearTimeout(timer);
    return came;
  }
}

/** Compares a place in the dialplan with where the script was called. */
function comparePlace(
  { values }: Environment,
  context: string | undefined,
  exten: string | undefined,
  priority: string | undefined,
): Place {
  if (context !== values["context"] || exten !== values["extension"]) {
    return exten === "h" || exten === "T" ? "ending" : "moved";
  }
  const further = Number(priority) - Number(values["priority"]);
  return further === 0 ? "same" : further > 0 ? "further" : "moved";
}
