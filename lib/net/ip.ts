/**
 * IP addresses.
 *
 * @module
 */

const byte = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const v4 = new RegExp(`^${byte}(?:\\.${byte}){3}$`);
/** Digits, then perhaps the interface of a link-local address: `fe80::1%eth0`. */
const v6 = /^([\da-f:.]+)(?:%[\w.:-]+)?$/i;

/**
 * Tells an IPv4 address from an IPv6 one; 0 is neither. IPv6 is without brackets.
 *
 * As `isIP()` of `node:net` does: that is a quarter of what the start may take, and all of a socket
 * library that nobody uses.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(ipVersion("192.0.2.7"), 4);
 * assert.equal(ipVersion("2001:db8::7"), 6);
 * assert.equal(ipVersion("pbx.example.org"), 0);
 * ```
 */
export function ipVersion(text: string): 0 | 4 | 6 {
  if (v4.test(text)) return 4;
  const address = v6.exec(text)?.[1];
  return address !== undefined && URL.canParse(`http://[${address}]/`) ? 6 : 0;
}
