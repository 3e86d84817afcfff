/**
 * Network addresses as people write them: `host`, `host:port`, `[ipv6]:port`, networks.
 *
 * @module
 */

import { ipVersion } from "./ip.ts";

/** A host and a port, as `Deno.connect` and `Deno.listen` take them. */
export interface Address {
  /** Name or IP address, IPv6 without brackets; `*` stands for all addresses of this machine. */
  readonly hostname: string;
  /** 0 to 65535. */
  readonly port: number;
}

/**
 * Reads `host`, `host:port`, `*`, `*:port`, `[ipv6]` or `[ipv6]:port`.
 *
 * @throws {TypeError} If it is none of these; the message is the reason alone.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseAddress("[::1]:5039", 5038), { hostname: "::1", port: 5039 });
 * assert.deepEqual(parseAddress("pbx.example.com", 5038), { hostname: "pbx.example.com", port: 5038 });
 * ```
 */
export function parseAddress(text: string, defaultPort: number): Address {
  const bracketed = /^\[(.*)\](?::(.*))?$/s.exec(text);
  if (!bracketed && /:.*:/s.test(text)) {
    throw new TypeError(`An IPv6 address needs brackets, such as "[::1]"`);
  }
  const [, hostname = "", port] = bracketed ?? /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (bracketed ? ipVersion(hostname) !== 6 : !isHost(hostname)) {
    throw new TypeError(hostname === "" ? "The host is missing" : `"${hostname}" is not a host`);
  }
  return { hostname, port: port === undefined ? defaultPort : parsePort(port) };
}

/** Writes an address so that {@linkcode parseAddress} reads it again: IPv6 in brackets. */
export function formatAddress({ hostname, port }: Address): string {
  return hostname.includes(":") ? `[${hostname}]:${port}` : `${hostname}:${port}`;
}

/**
 * Checks an entry of the list of those who may call: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`, `pbx.example.org`.
 *
 * @throws {TypeError} If it is none of these.
 */
export function checkEntry(text: string): void {
  const [address = "", bits, ...more] = text.split("/");
  const version = ipVersion(address);
  if (version > 0 && more.length === 0) {
    const most = version === 4 ? 32 : 128;
    if (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)) return;
    throw new TypeError(`The network "${text}" needs 0 to ${most} bits`);
  }
  const isName = /^(?=.*\p{L})[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.?$/u.test(text);
  if (!isName) throw new TypeError(`"${text}" is no address, network or host name`);
}

/** Whether only this machine can reach an address. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "::1" || /^127(\.\d+){3}$/.test(hostname);
}

/** Name, IPv4 address or `*`: no blanks, and nothing of a URL. */
function isHost(text: string): boolean {
  return text === "*" || /^[\p{L}\p{N}._-]+$/u.test(text);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new TypeError(`Port "${text}" is not a number from 0 to 65535`);
}
