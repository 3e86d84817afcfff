/**
 * Who may connect: addresses, networks and host names.
 *
 * @module
 */

import { BlockList } from "node:net";
import type { Log } from "../log.ts";
import { checkEntry } from "./address.ts";
import { ipVersion } from "./ip.ts";

/** Finds the addresses of a host name; rejects when it has none, or nobody knows. */
export type FindAddresses = (name: string) => Promise<readonly string[]>;

/** How an {@linkcode AllowList} works that is other than usual. */
export interface AllowListOptions {
  /** Where it is said that a name has no address. */
  readonly log?: Log;
  /** Finds the addresses of a name: as any program of this machine does, unless given. */
  readonly find?: FindAddresses;
  /** Least time between two looks at the names because of somebody unknown, in milliseconds. */
  readonly pause?: number;
  /** Longest time that a look may take, in milliseconds. */
  readonly time?: number;
}

/** Most connections that wait for a look at the names; anybody can be one of them. */
const maxWaiting = 100;
/** Most addresses that are remembered. */
const maxFound = 1_000;

/**
 * A list of those who may connect. Names are looked up when {@linkcode AllowList.refresh} is called, and
 * when somebody comes whom the list does not know, though not often.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const list = new AllowList(["192.0.2.0/24", "::1"]);
 * assert.equal(list.allows("192.0.2.7"), true);
 * assert.equal(list.allows("::ffff:192.0.2.7"), true); // IPv4 as an IPv6 socket sees it
 * assert.equal(list.allows("198.51.100.7"), false);
 * ```
 */
export class AllowList {
  readonly #fixed = new BlockList();
  /** Addresses that were found in the list lately: to look costs 4 µs, and few machines call. */
  readonly #found = new Set<string>();
  /** Addresses of each name, as they were last found. */
  readonly #names = new Map<string, BlockList>();
  readonly #options: AllowListOptions;
  #refreshing: Promise<void> | undefined;
  #lastLook = -Infinity;
  #waiting = 0;

  /**
   * Takes the entries.
   *
   * @throws {TypeError} If one is not what {@linkcode checkEntry} takes.
   */
  constructor(entries: readonly string[], options: AllowListOptions = {}) {
    this.#options = options;
    for (const entry of entries) {
      checkEntry(entry);
      const [address = "", bits] = entry.split("/");
      const version = ipVersion(address);
      if (version === 0) this.#names.set(entry, new BlockList());
      else {this.#fixed.addSubnet(
          address,
          Number(bits ?? (version === 4 ? 32 : 128)),
          family(version),
        );}
    }
  }

  /** Whether an address may connect: at once where that is known. Never rejects. */
  allows(address: string): boolean | Promise<boolean> {
    if (this.#found.has(address)) return true;
    if (this.#has(address)) {
      if (this.#found.size >= maxFound) this.#found.clear();
      this.#found.add(address);
      return true;
    }
    if (this.#names.size === 0 || this.#waiting >= maxWaiting) return false;
    const { pause = 10_000 } = this.#options;
    if (!this.#refreshing && performance.now() - this.#lastLook < pause) return false;
    this.#waiting++;
    return this.refresh().then(() => {
      this.#waiting--;
      return this.#has(address);
    });
  }

  /** Looks up the names. Never rejects: a name that is not found keeps the addresses that it had. */
  refresh(): Promise<void> {
    return this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
      this.#lastLook = performance.now();
    });
  }

  async #refresh(): Promise<void> {
    const { log } = this.#options;
    await Promise.all(Array.from(this.#names.keys(), async (name) => {
      try {
        const found = new BlockList();
        for (const address of await this.#find(name)) {
          found.addAddress(address, family(ipVersion(address)));
        }
        this.#names.set(name, found);
        this.#found.clear();
      } catch (error) {
        log?.warn(`Cannot look up "${name}" of "allow": ${(error as Error).message}`);
      }
    }));
  }

  async #find(name: string): Promise<readonly string[]> {
    const { find = findAddresses, time = 5_000 } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${time} ms`)), time);
    });
    try {
      return await Promise.race([find(name), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #has(address: string): boolean {
    // A link-local address names the interface too.
    const plain = address.replace(/%.*$/, "");
    const version = ipVersion(plain);
    if (version === 0) return false;
    if (this.#fixed.check(plain, family(version))) return true;
    for (const list of this.#names.values()) if (list.check(plain, family(version))) return true;
    return false;
  }
}

/** Tells whether entries let in everybody, or nearly. */
export function allowsAnybody(entries: readonly string[]): boolean {
  return entries.some((entry) => /\/[0-3]$/.test(entry));
}

function family(version: number): "ipv4" | "ipv6" {
  return version === 4 ? "ipv4" : "ipv6";
}

async function findAddresses(name: string): Promise<readonly string[]> {
  const { lookup } = await import("node:dns/promises");
  return (await lookup(name, { all: true })).map(({ address }) => address);
}
