import assert from "node:assert/strict";
import { check, type CheckReport, formatCheck } from "./check.ts";
import { type Config, resolveConfig } from "./config.ts";

/** The report about a configuration, with a handler file of its own. */
async function checkConfig(
  config: Config,
  { handler = "export function a(): void {}", env = {} as Record<string, string>, mode = 0o640 } =
    {},
): Promise<CheckReport> {
  const directory = await Deno.makeTempDir();
  try {
    const file = `${directory}/config.json`;
    await Deno.writeTextFile(`${directory}/handler.ts`, handler);
    await Deno.writeTextFile(file, JSON.stringify(config), { mode });
    const report = await check(
      resolveConfig(config, { directory, file, env: (name) => env[name] }),
    );
    return JSON.parse(JSON.stringify(report).replaceAll(directory, "DIR"));
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

Deno.test("check() tells each key once, its value, and where that comes from", async () => {
  const { settings } = await checkConfig({
    user: "of the file",
    secret: "hunter2",
    listen: "*",
    log: "calls.log",
    onError: { context: "sorry", extension: "s" },
    limits: { calls: 7 },
    tls: { ca: "-----BEGIN CERTIFICATE-----\n", key: "-----BEGIN PRIVATE KEY-----\nhunter3" },
    allow: ["192.0.2.0/24", "198.51.100.7"],
    permissions: { run: false },
  }, { env: { LUNOPARK_USER: "of the environment" } });
  const keys = settings.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(!JSON.stringify(settings).includes("hunter"));
  const expected: Record<string, [value: string, from: string]> = {
    role: ["both", "default"],
    host: ["127.0.0.1:5039", "default"],
    user: ["of the environment", "LUNOPARK_USER"],
    secret: ["(set)", "file"],
    "tls.ca": ["(PEM text)", "file"],
    "tls.key": ["(set)", "file"],
    listen: ["*:4573", "file"],
    allow: ["192.0.2.0/24, 198.51.100.7", "file"],
    handler: ["DIR/handler.ts", "default"],
    log: ["DIR/calls.log", "file"],
    "onError.context": ["sorry", "file"],
    "onError.priority": ["1", "default"],
    asyncAgi: ["true", "default"],
    "permissions.run": ["false", "file"],
    "limits.calls": ["7", "file"],
    "limits.stallTime": ["5000", "default"],
  };
  for (const [key, [value, from]] of Object.entries(expected)) {
    assert.deepEqual(settings.find((one) => one.key === key), { key, value, from });
  }
});

Deno.test("check() says in which line a script is written", async () => {
  const { scripts } = await checkConfig({}, {
    handler: `const later = () => {};
export async function first() {}
export const second = () => {};
export { later };
export default {
  "ivr/:lang": first,
  'a"b': second,
};
export function* third() {}
export function firstOfAll() {}
`,
  });
  const places = Object.fromEntries(scripts.map(({ name, place }) => [name, place]));
  assert.deepEqual(places, {
    first: "handler.ts:2",
    firstOfAll: "handler.ts:10",
    later: undefined,
    second: "handler.ts:3",
    third: "handler.ts:9",
    "ivr/:lang": "handler.ts:6",
    'a"b': "handler.ts:7",
  });
});

const warnings: [what: string, config: Config, mode: number, warning: RegExp | undefined][] = [
  ["all is well", { secret: "hunter2" }, 0o640, undefined],
  ["no secret is set", {}, 0o644, /^no secret is set: AMI is asked with "password"/],
  ["no secret, and no AMI", { role: "agi" }, 0o644, undefined],
  ["the secret of init", { secret: "change me" }, 0o640, /^the secret is still "change me"/],
  ["the file is open", { secret: "hunter2" }, 0o644, /^anybody on .* chmod o-r DIR\/config\.json$/],
  [
    "everybody may call",
    { secret: "hunter2", listen: "*", allow: ["0.0.0.0/0"] },
    0o640,
    /^allow keeps nobody out: who reaches 0\.0\.0\.0:4573 may call$/,
  ],
  ["everybody on this machine", { secret: "x", allow: ["0.0.0.0/0"] }, 0o640, undefined],
  ["any certificate", { secret: "x", tls: { insecure: true } }, 0o640, /^tls\.insecure: /],
  [
    "the token of the status page is open",
    { role: "agi", status: "127.0.0.1:0", statusToken: "0123456789abcdef" },
    0o644,
    /^anybody on .* can read the statusToken: chmod o-r DIR\/config\.json$/,
  ],
  [
    "the secret is on the line",
    { secret: "x", secure: false, host: "192.0.2.1" },
    0o640,
    /^secure is false without tls: the secret goes to 192\.0\.2\.1 as it is$/,
  ],
];

for (const [what, config, mode, warning] of warnings) {
  Deno.test(`check() warns, or has no reason to: ${what}`, async () => {
    const report = await checkConfig(config, { mode });
    assert.equal(report.warnings.length, warning ? 1 : 0, report.warnings.join("\n"));
    if (warning) assert.match(report.warnings[0]!, warning);
  });
}

Deno.test("check() warns of a file that exports no function", async () => {
  const { scripts, warnings } = await checkConfig({ secret: "x" }, { handler: "export {};" });
  assert.deepEqual(scripts, []);
  assert.deepEqual(warnings, ["no script: the handler file exports no function"]);
});

Deno.test("formatCheck() keeps to the width, with colours only where they are wanted", async () => {
  const report = await checkConfig({
    ident: "a name ".repeat(20),
    allow: Array.from({ length: 20 }, (_, index) => `192.0.2.${index}`),
  });
  const text = formatCheck(report, { width: 80, color: false });
  assert.deepEqual(text.split("\n").filter((line) => line.length > 80), []);
  assert.ok(!text.includes("\x1b"));
  assert.match(text, /^allow {20}192\.0\.2\.0, 192\.0\.2\.1, .*file\n {25}192\.0\.2\./m);
  assert.ok(formatCheck(report, { width: 80, color: true }).includes("\x1b[33mwarning: "));
});

Deno.test("formatCheck() says of each number what it is a number of, the report gives it alone", async () => {
  const report = await checkConfig({ limits: { stallTime: 0 } });
  const numbers = report.settings.filter(({ value }) => /^\d+$/.test(value));
  const rows = formatCheck(report, { width: 80, color: false }).split("\n").map((line) =>
    line.split(/ {2,}/)
  );
  const units = Object.fromEntries(numbers.map(({ key, value }) => {
    const shown = rows.find((cells) => cells[0] === key)?.[1] ?? "";
    assert.ok(shown.startsWith(`${value} `), `${key}: ${shown}`);
    return [key.replace("limits.", ""), shown.slice(value.length + 1)];
  }));
  assert.deepEqual(units, {
    hangupGrace: "ms",
    stopGrace: "ms",
    calls: "calls",
    callsPerAddress: "calls",
    connecting: "connections",
    environmentTime: "ms",
    environmentBytes: "bytes",
    environmentLines: "lines",
    replyBytes: "bytes",
    messageBytes: "bytes",
    messageHeaders: "headers",
    waitingActions: "actions",
    queuedEvents: "events",
    stallTime: "ms",
  });
});
