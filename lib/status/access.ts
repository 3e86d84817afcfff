/**
 * Who may see the status page, and who may steer by it.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { StatusSettings } from "../config.ts";
import { isLoopback } from "../net/address.ts";

/** Why a request is refused. */
export interface Refusal {
  /** HTTP status. */
  readonly status: 401 | 403;
  /** One sentence for whoever asks. */
  readonly reason: string;
  /** Whether a token was given, and was wrong. */
  readonly wrongToken?: boolean;
}

/** Decides by the settings of the page. */
export class Access {
  readonly #token: Uint8Array | undefined;
  readonly #local: boolean;
  readonly #checksHost: boolean;

  /** Takes the token from the settings, and how far the address reaches. */
  constructor({ address, token }: StatusSettings) {
    this.#token = token === undefined ? undefined : digest(token);
    const isSocket = "path" in address;
    // Whom the permissions of a unix socket let in may read, as may this machine.
    this.#local = isSocket || isLoopback(address.hostname);
    this.#checksHost = !isSocket && this.#local;
  }

  /** Whether anybody can steer at all. */
  get canSteer(): boolean {
    return this.#token !== undefined;
  }

  /** Whether reading needs the token, as it does where strangers can reach the port. */
  get readsByToken(): boolean {
    return !this.#local;
  }

  /**
   * Refuses a request whose `Host` is a name of somebody else's: a web page on that name may have had it
   * resolve to this machine to read what is here (DNS rebinding). Addresses and `localhost` cannot be
   * made to do that. Where reading needs the token it would be of no use.
   */
  refuseHost(headers: Headers): Refusal | undefined {
    if (!this.#checksHost) return undefined;
    const host = headers.get("host") ?? "";
    const name = host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
    if (name === "localhost" || isIP(name) !== 0) return undefined;
    const reason = `Host is ${JSON.stringify(host.slice(0, 100))}, must be an address or localhost`;
    return { status: 403, reason };
  }

  /** Refuses to show data. */
  refuseReading(headers: Headers): Refusal | undefined {
    return this.#local ? undefined : this.#refuseToken(headers);
  }

  /** Refuses to steer: other web pages, and whoever has not the token. */
  refuseSteering(headers: Headers): Refusal | undefined {
    if (!this.#token) {
      return {
        status: 403,
        reason: 'This page is read-only: the configuration has no "statusToken"',
      };
    }
    const origin = headers.get("origin");
    if (origin !== null && hostOf(origin) !== headers.get("host")) {
      return { status: 403, reason: "This comes from another web page" };
    }
    return this.#refuseToken(headers);
  }

  #refuseToken(headers: Headers): Refusal | undefined {
    const [, given] = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
    if (given === undefined) {
      return { status: 401, reason: "This needs the token: Authorization: Bearer TOKEN" };
    }
    // Of the same length, and compared in the same time, whatever was given.
    if (this.#token && timingSafeEqual(digest(given), this.#token)) return undefined;
    return { status: 401, reason: "The token is wrong", wrongToken: true };
  }
}

function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host;
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(Buffer.from(text)).digest();
}
