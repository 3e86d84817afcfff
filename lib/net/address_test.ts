import assert from "node:assert/strict";
import { checkEntry, formatAddress, parseAddress } from "./address.ts";

const good: [text: string, hostname: string, port: number][] = [
  ["127.0.0.1", "127.0.0.1", 5038],
  ["127.0.0.1:0", "127.0.0.1", 0],
  ["127.0.0.1:65535", "127.0.0.1", 65535],
  ["pbx-1.example_net.com:5039", "pbx-1.example_net.com", 5039],
  ["bücher.example", "bücher.example", 5038],
  ["*", "*", 5038],
  ["*:4573", "*", 4573],
  ["[::1]", "::1", 5038],
  ["[::]:4573", "::", 4573],
  ["[fe80::1%eth0]:4573", "fe80::1%eth0", 4573],
];

const bad: [text: string, reason: string][] = [
  ["", "The host is missing"],
  [":5038", "The host is missing"],
  ["[]:5038", "The host is missing"],
  ["host:", 'Port "" is not a number from 0 to 65535'],
  ["host:x", 'Port "x" is not a number from 0 to 65535'],
  ["host:-1", 'Port "-1" is not a number from 0 to 65535'],
  ["host:1e3", 'Port "1e3" is not a number from 0 to 65535'],
  ["1.2.3:99999", 'Port "99999" is not a number from 0 to 65535'],
  ["[::1]:65536", 'Port "65536" is not a number from 0 to 65535'],
  ["::1", 'An IPv6 address needs brackets, such as "[::1]"'],
  ["2001:db8::1:5038", 'An IPv6 address needs brackets, such as "[::1]"'],
  ["[::1]5038", 'An IPv6 address needs brackets, such as "[::1]"'],
  ["[1.2.3.4]:1", '"1.2.3.4" is not a host'],
  ["my host:1", '"my host" is not a host'],
  ["host\r\nAction: x", '"host\r\nAction" is not a host'],
  ["host/path", '"host/path" is not a host'],
  ["**", '"**" is not a host'],
];

Deno.test("parseAddress() reads hosts, IPv4, bracketed IPv6 and the star, with and without port", () => {
  for (const [text, hostname, port] of good) {
    assert.deepEqual(parseAddress(text, 5038), { hostname, port }, text);
  }
});

Deno.test("parseAddress() gives the reason why a text is no address", () => {
  for (const [text, message] of bad) {
    assert.throws(() => parseAddress(text, 5038), { name: "TypeError", message }, text);
  }
});

Deno.test("formatAddress() writes what parseAddress() reads", () => {
  for (const [, hostname, port] of good) {
    const text = formatAddress({ hostname, port });
    assert.deepEqual(parseAddress(text, 1), { hostname, port }, text);
  }
  assert.equal(formatAddress({ hostname: "::1", port: 4573 }), "[::1]:4573");
});

Deno.test("checkEntry() says what is wrong with an entry", () => {
  for (const entry of ["pbx", "pbx.example.org", "pbx-1.example.org.", "žluť.example.org"]) {
    checkEntry(entry);
  }
  const wrong: [entry: string, reason: RegExp][] = [
    ["", /"" is no address, network or host name/],
    ["10.0.0.0/33", /"10\.0\.0\.0\/33" needs 0 to 32 bits/],
    ["10.0.0.0/", /needs 0 to 32 bits/],
    ["::/129", /needs 0 to 128 bits/],
    ["10.0.0.0/8/8", /is no address/],
    ["10.0.0", /is no address/],
    ["10.0.0.256", /is no address/],
    ["pbx.example.org/24", /is no address/],
    ["pbx example", /is no address/],
    ["*", /is no address/],
    ["[::1]", /is no address/],
    ["a\nb", /is no address/],
  ];
  for (const [entry, reason] of wrong) assert.throws(() => checkEntry(entry), reason, entry);
});
