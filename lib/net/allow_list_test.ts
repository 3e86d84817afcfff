import assert from "node:assert/strict";
import { silentLog } from "../log.ts";
import { AllowList, allowsAnybody } from "./allow_list.ts";

const cases: [entries: string[], allowed: string[], refused: string[]][] = [
  [["192.0.2.7"], ["192.0.2.7", "::ffff:192.0.2.7", "::ffff:c000:207"], ["192.0.2.8", "::1"]],
  [["10.0.0.0/8"], ["10.0.0.0", "10.255.255.255", "::ffff:10.1.2.3"], [
    "11.0.0.0",
    "9.255.255.255",
  ]],
  [["10.1.2.3/8"], ["10.200.0.1"], ["11.1.2.3"]],
  [["192.0.2.0/25"], ["192.0.2.127"], ["192.0.2.128"]],
  [["192.0.2.0/32"], ["192.0.2.0"], ["192.0.2.1"]],
  [["0.0.0.0/0"], ["203.0.113.9"], ["2001:db8::1"]],
  [["2001:db8::/32"], ["2001:db8::1", "2001:DB8:ffff::1"], ["2001:db9::1", "192.0.2.1"]],
  [["::1", "127.0.0.0/8"], ["::1", "127.0.0.1", "::ffff:127.0.0.1"], ["::2", "128.0.0.1"]],
  [["fe80::/10"], ["fe80::1%eth0", "fe80::1"], ["fec0::1"]],
  [["::ffff:192.0.2.7"], ["::ffff:192.0.2.7"], ["192.0.2.8"]],
  [[], [], ["127.0.0.1", "::1", "", "unix", "192.0.2.1x"]],
];

Deno.test("AllowList knows addresses and networks, IPv4 in IPv6 too", () => {
  for (const [entries, allowed, refused] of cases) {
    const list = new AllowList(entries);
    for (const address of allowed) {
      assert.equal(list.allows(address), true, `${entries} ${address}`);
    }
    for (const address of refused) {
      assert.equal(list.allows(address), false, `${entries} ${address}`);
    }
  }
});

Deno.test("AllowList looks names up, and again when somebody unknown comes", async () => {
  let addresses = ["192.0.2.7"];
  let looks = 0;
  const list = new AllowList(["pbx.example.org"], {
    find: () => {
      looks++;
      return Promise.resolve(addresses);
    },
    pause: 0,
  });
  await list.refresh();
  assert.deepEqual([list.allows("192.0.2.7"), looks], [true, 1]);
  assert.equal(await list.allows("192.0.2.8"), false);
  addresses = ["192.0.2.8", "2001:db8::8"];
  assert.equal(await list.allows("2001:db8::8"), true);
  assert.deepEqual([list.allows("192.0.2.8"), await list.allows("192.0.2.7")], [true, false]);
});

Deno.test("AllowList lets strangers cause no more than one look in a while", async () => {
  let looks = 0;
  const look = Promise.withResolvers<string[]>();
  const list = new AllowList(["pbx.example.org"], {
    find: () => {
      looks++;
      return look.promise;
    },
  });
  const answers = Array.from({ length: 150 }, () => list.allows("198.51.100.7"));
  assert.equal(answers.filter((answer) => answer === false).length, 50, "those beyond 100");
  look.resolve(["192.0.2.7"]);
  assert.deepEqual(new Set(await Promise.all(answers)), new Set([false]));
  assert.equal(list.allows("198.51.100.7"), false);
  assert.equal(looks, 1);
});

Deno.test("AllowList keeps the addresses of a name that is not found, and says so", async () => {
  const lines: string[] = [];
  const answers: (() => Promise<string[]>)[] = [
    () => Promise.resolve(["192.0.2.7"]),
    () => Promise.reject(new Error("getaddrinfo ENOTFOUND")),
    () => new Promise(() => {}),
  ];
  const list = new AllowList(["pbx.example.org"], {
    log: { ...silentLog, warn: (message) => void lines.push(message) },
    find: () => answers.shift()!(),
    time: 1,
  });
  for (let look = 0; look < 3; look++) await list.refresh();
  assert.equal(list.allows("192.0.2.7"), true);
  assert.deepEqual(lines, [
    'Cannot look up "pbx.example.org" of "allow": getaddrinfo ENOTFOUND',
    'Cannot look up "pbx.example.org" of "allow": no answer within 1 ms',
  ]);
});

Deno.test("AllowList finds names as any program of this machine does", async () => {
  const list = new AllowList(["localhost"]);
  await list.refresh();
  const found = await Promise.all(["127.0.0.1", "::1"].map((address) => list.allows(address)));
  assert.ok(found.includes(true));
});

Deno.test("allowsAnybody() tells a list that keeps nobody out", () => {
  assert.deepEqual(
    [["0.0.0.0/0"], ["::/0"], ["10.0.0.0/8", "::1"], []].map(allowsAnybody),
    [true, true, false, false],
  );
});
