import assert from "node:assert/strict";
import { isIP } from "node:net";
import { ipVersion } from "./ip.ts";

const texts = [
  ...["192.0.2.7", "0.0.0.0", "255.255.255.255", "256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4"],
  ...["1.2.3.4 ", " 1.2.3.4", "1.2.3.4\n", "1..2.3", "0x1.2.3.4", "1.2.3.", "1.2.3.-4", "16909060"],
  ...["::", "::1", "1::", "2001:db8::7", "2001:DB8::7", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7"],
  ...["1:2:3:4:5:6:7:8:9", "1::2::3", ":::", ":1", "1:", "12345::", "g::", "::ffff:192.0.2.7"],
  ...["::192.0.2.256", "::192.0.2", "1:2:3:4:5:6:192.0.2.7", "1:2:3:4:5:6:7:192.0.2.7"],
  ...["::ffff:01.2.3.4", "fe80::1%eth0", "fe80::1%", "fe80::1%eth0%1", "fe80::1%eth 0", "%eth0"],
  ...[
    "[::1]",
    "::1]",
    "::\n1",
    "::\t1",
    "::1/64",
    "",
    ".",
    ":",
    "pbx.example.org",
    "*",
    "localhost",
  ],
];

Deno.test("ipVersion() says what isIP() of node:net says", () => {
  for (const text of texts) assert.equal(ipVersion(text), isIP(text), JSON.stringify(text));
});

Deno.test("ipVersion() says what isIP() of node:net says of any row of the signs of an address", () => {
  const signs = ["1", "25", "ffff", "0", "::", ":", ".", "%", "a", "db8"];
  // A row of its own for each number: the same ones in every run.
  for (let number = 0; number < 100_000; number++) {
    let text = "";
    for (let rest = number; rest > 0; rest = Math.floor(rest / signs.length)) {
      text += signs[rest % signs.length];
    }
    assert.equal(ipVersion(text), isIP(text), JSON.stringify(text));
  }
});
