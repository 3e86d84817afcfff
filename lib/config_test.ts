import assert from "node:assert/strict";
import { type Config, loadConfig, requireHandler, resolveConfig, type Settings } from "./config.ts";
import { ConfigError } from "./errors.ts";
import { defaultLimits } from "./limits.ts";

const defaults: Settings = {
  role: "both",
  ami: {
    hostname: "127.0.0.1",
    port: 5038,
    user: "manager",
    secure: true,
  } as Settings["ami"],
  listen: { hostname: "127.0.0.1", port: 4573 },
  reusePort: false,
  handler: "/etc/lunopark/handler.ts",
  ident: "lunopark",
  log: undefined,
  level: "info",
  logFormat: "text",
  agiStatusEvent: false,
  asyncAgi: true,
  hangupGrace: 5_000,
  stopGrace: 10_000,
  permissions: {},
  limits: defaultLimits,
  status: undefined,
  file: undefined,
};

function resolve(config: unknown): Settings {
  return resolveConfig(config, { directory: "/etc/lunopark" });
}

/** The lines about what is wrong. */
function problemsOf(config: unknown, env: Record<string, string> = {}): readonly string[] {
  try {
    resolveConfig(config, {
      directory: "/etc/lunopark",
      file: "config.yaml",
      env: (name) => env[name],
    });
  } catch (error) {
    assert(error instanceof ConfigError);
    return error.problems;
  }
  return [];
}

Deno.test("resolveConfig() fills in the defaults", () => {
  assert.deepEqual(resolve({}), defaults);
  assert.deepEqual(resolve({ user: undefined, onError: undefined }), {
    ...defaults,
    onError: undefined,
  });
});

Deno.test("resolveConfig() takes every key", () => {
  const config: Required<Config> = {
    role: "agi",
    host: "pbx.example.com:5039",
    user: "luno",
    secret: "",
    secure: false,
    tls: false,
    listen: "*:0",
    allow: ["10.0.0.0/8", "::1", "pbx.example.org"],
    reusePort: true,
    handler: "calls/main.ts",
    ident: "pbx one",
    log: "../log/lunopark.log",
    level: "debug",
    logFormat: "json",
    onError: { context: "default", extension: "s", priority: "failed" },
    agiStatusEvent: true,
    asyncAgi: false,
    hangupGrace: 0,
    stopGrace: 2_147_483_647,
    permissions: { run: false, env: true, read: [".", "/srv"], net: ["127.0.0.1:4573"] },
    limits: { ...defaultLimits, calls: 20, callsPerAddress: 10, stallTime: 0 },
    status: "*:8080",
    statusToken: "0123456789abcdef",
    statusDigits: true,
  };
  const settings = resolveConfig(config, {
    directory: "/etc/lunopark",
    file: "/etc/lunopark/config.ts",
  });
  assert.deepEqual(settings, {
    role: "agi",
    ami: {
      hostname: "pbx.example.com",
      port: 5039,
      user: "luno",
      secure: false,
    },
    listen: { hostname: "0.0.0.0", port: 0 },
    allow: ["10.0.0.0/8", "::1", "pbx.example.org"],
    reusePort: true,
    handler: "/etc/lunopark/calls/main.ts",
    ident: "pbx one",
    log: "/etc/log/lunopark.log",
    level: "debug",
    logFormat: "json",
    onError: { context: "default", extension: "s", priority: "failed" },
    agiStatusEvent: true,
    asyncAgi: false,
    hangupGrace: 0,
    stopGrace: 2_147_483_647,
    permissions: {
      run: false,
      env: true,
      read: ["/etc/lunopark", "/srv"],
      net: ["127.0.0.1:4573"],
    },
    limits: { ...defaultLimits, calls: 20, callsPerAddress: 10, stallTime: 0 },
    status: { address: { hostname: "0.0.0.0", port: 8080 }, digits: true },
    file: "/etc/lunopark/config.ts",
  });
});

Deno.test("resolveConfig() starts onError at priority 1", () => {
  const { onError } = resolve({ onError: { context: "default", extension: "s" } });
  assert.deepEqual(onError, { context: "default", extension: "s", priority: 1 });
});

Deno.test("resolveConfig() fills in limits, and lets one address have all calls", () => {
  const { limits } = resolve({ limits: { calls: 50, replyBytes: undefined } });
  assert.deepEqual(limits, { ...defaultLimits, calls: 50, callsPerAddress: 50 });
});

Deno.test("resolveConfig() leaves AsyncAGI out where two processes may run, unless told otherwise", () => {
  assert.equal(resolve({ reusePort: true }).asyncAgi, false);
  assert.equal(resolve({ reusePort: true, asyncAgi: true }).asyncAgi, true);
  assert.equal(resolve({ reusePort: false }).asyncAgi, true);
});

Deno.test("resolveConfig() reads addresses as people write them", () => {
  assert.deepEqual(resolve({ listen: "*" }).listen, { hostname: "0.0.0.0", port: 4573 });
  assert.deepEqual(resolve({ listen: "10.0.0.1:80" }).listen, { hostname: "10.0.0.1", port: 80 });
  assert.deepEqual(resolve({ listen: "[::]:1" }).listen, { hostname: "::", port: 1 });
  const { hostname, port } = resolve({ host: "[2001:db8::1]" }).ami;
  assert.deepEqual({ hostname, port }, { hostname: "2001:db8::1", port: 5038 });
});

const listenMust = 'must be "*", "ip", "*:port" or "ip:port" (port 0 to 65535)';
const permissionMust = "must be true, false or a list of strings";
const allowMust = 'must be an address, a network such as "10.0.0.0/8" or a host name';
const hostMust = 'must be "host" or "host:port" (port 1 to 65535)';
const wordMust = "must be a string, not empty, without line breaks and NUL";
const timeMust = "must be a whole number of milliseconds from 0 to 2147483647";

const statusMust =
  'must be "ip:port" or "localhost:port" (port 0 to 65535), or the path of a unix socket with a "/"';

const wrong: [config: unknown, problem: string][] = [
  [{ role: "server" }, 'role: got "server", must be "both", "agi" or "ami"'],
  [{ host: "" }, `host: got "", ${hostMust}`],
  [{ host: ":5038" }, `host: got ":5038", ${hostMust}`],
  [{ host: "pbx:0" }, `host: got "pbx:0", ${hostMust}`],
  [{ host: "*" }, `host: got "*", ${hostMust}`],
  [
    { host: "::1" },
    `host: got "::1", ${hostMust}. An IPv6 address needs brackets, such as "[::1]"`,
  ],
  [{ listen: "1.2.3:99999" }, `listen: got "1.2.3:99999", ${listenMust}`],
  [{ listen: "localhost" }, `listen: got "localhost", ${listenMust}`],
  [{ listen: 4573 }, `listen: got 4573, ${listenMust}`],
  [{ listen: ["::1"] }, `listen: got a list, ${listenMust}`],
  [
    { listen: "::1:4573" },
    `listen: got "::1:4573", ${listenMust}. An IPv6 address needs brackets, such as "[::1]"`,
  ],
  [{ user: "a\r\nb" }, `user: got "a\\r\\nb", ${wordMust}`],
  [{ user: 100 }, `user: got 100, ${wordMust}`],
  [
    { allow: "10.0.0.1" },
    'allow: got "10.0.0.1", must be a list of addresses, networks and host names',
  ],
  [{ allow: ["::1", "10.0.0.0/33"] }, `allow.1: got "10.0.0.0/33", ${allowMust}`],
  [{ allow: [127] }, `allow.0: got 127, ${allowMust}`],
  [{ reusePort: "yes" }, 'reusePort: got "yes", must be true or false'],
  [{ secure: "no" }, 'secure: got "no", must be true or false'],
  [{ handler: "" }, 'handler: got "", must be the path of a file'],
  [{ ident: "a\nb" }, 'ident: got "a\\nb", must be a name without control characters'],
  [{ log: null }, "log: got nothing, must be the path of a file"],
  [{ level: "trace" }, 'level: got "trace", must be "debug", "info", "warn" or "error"'],
  [{ logFormat: () => 1 }, 'logFormat: got a function, must be "text" or "json"'],
  [{ agiStatusEvent: 1 }, "agiStatusEvent: got 1, must be true or false"],
  [{ hangupGrace: -1 }, `hangupGrace: got -1, ${timeMust}`],
  [{ stopGrace: 2 ** 31 }, `stopGrace: got 2147483648, ${timeMust}`],
  [{ status: 8080 }, `status: got 8080, ${statusMust}`],
  [{ status: "127.0.0.1" }, `status: got "127.0.0.1", ${statusMust}`],
  [{ status: "pbx.example.org:80" }, `status: got "pbx.example.org:80", ${statusMust}`],
  [{ status: "unix:" }, `status: got "unix:", ${statusMust}`],
  [
    { status: "[::]:8080" },
    'status: got "[::]:8080", which others can reach: set "statusToken", or take 127.0.0.1',
  ],
  [
    { statusToken: "hunter2" },
    "statusToken: got a string, must be at least 16 letters, digits and signs, without blanks",
  ],
  [{ statusDigits: "yes" }, 'statusDigits: got "yes", must be true or false'],
  [{ permissions: false }, "permissions: got false, must be an object with permissions by name"],
  [{ permissions: { run: "no" } }, `permissions.run: got "no", ${permissionMust}`],
  [{ permissions: { net: [] } }, `permissions.net: got a list, ${permissionMust}`],
  [{ permissions: { net: ["a,b"] } }, `permissions.net: got a list, ${permissionMust}`],
  [
    { permissions: { runn: false } },
    'unknown key "permissions.runn", did you mean "permissions.run"? ' +
    "(known: net, read, write, env, run, sys, ffi, import)",
  ],
  [{ limits: 5 }, "limits: got 5, must be an object with limits by name"],
  [
    { limits: { calls: 0 } },
    "limits.calls: got 0, must be a whole number from 1 to 2147483647",
  ],
  [{ limits: { environmentTime: "1s" } }, `limits.environmentTime: got "1s", ${timeMust}`],
  [
    { limits: { call: 5 } },
    'unknown key "limits.call", did you mean "limits.calls"? (known: ' +
    `${Object.keys(defaultLimits).join(", ")})`,
  ],
  [{ stopGrace: "5s" }, `stopGrace: got "5s", ${timeMust}`],
  [
    { onError: "s" },
    'onError: got "s", must be an object with context, extension and priority',
  ],
  [{ onError: { context: "a" } }, "onError.extension: got nothing, must be given"],
  [
    { onError: { context: "a", extension: 100 } },
    `onError.extension: got 100, ${wordMust}`,
  ],
  [
    { onError: { context: "a", extension: "s", priority: 0 } },
    "onError.priority: got 0, must be a positive whole number or a label",
  ],
  [
    { onError: { context: "a", extension: "s", priorty: 1 } },
    'unknown key "onError.priorty", did you mean "onError.priority"? ' +
    "(known: context, extension, priority)",
  ],
  [
    { lisen: "*" },
    'unknown key "lisen", did you mean "listen"? (known: role, host, user, secret, tls, secure, ' +
    "listen, allow, reusePort, handler, ident, log, level, logFormat, onError, agiStatusEvent, asyncAgi, hangupGrace, " +
    "stopGrace, permissions, limits, status, statusToken, statusDigits)",
  ],
  [["role"], "got a list, must be an object with the keys of a configuration"],
  [null, "got nothing, must be an object with the keys of a configuration"],
  ["hunter2", "got a string, must be an object with the keys of a configuration"],
];

Deno.test("resolveConfig() reads where the status page is", () => {
  const token = "0123456789abcdef";
  const places: [status: string, address: Settings["listen"] | { path: string }][] = [
    ["127.0.0.1:8080", { hostname: "127.0.0.1", port: 8080 }],
    ["localhost:0", { hostname: "127.0.0.1", port: 0 }],
    ["[::1]:8080", { hostname: "::1", port: 8080 }],
    ["/run/lunopark/status.sock", { path: "/run/lunopark/status.sock" }],
    ["unix:status.sock", { path: "/etc/lunopark/status.sock" }],
    ["./status.sock", { path: "/etc/lunopark/status.sock" }],
  ];
  for (const [status, address] of places) {
    assert.deepEqual(resolve({ status }).status?.address, address);
  }
  const open = resolve({ status: "192.0.2.1:8080", statusToken: token });
  assert.equal(open.status?.token, token);
  assert.doesNotMatch(Deno.inspect(open) + JSON.stringify(open), /0123456789abcdef/);
});

Deno.test("the token of the status page may come from the environment", () => {
  const token = "0123456789abcdef";
  const { status } = resolveConfig({ status: "*:8080" }, {
    directory: "/",
    env: (name) => name === "LUNOPARK_STATUS_TOKEN" ? token : undefined,
  });
  assert.equal(status?.token, token);
  assert.deepEqual(problemsOf({}, { LUNOPARK_STATUS_TOKEN: "short" }), [
    "LUNOPARK_STATUS_TOKEN: got a string, must be at least 16 letters, digits and signs, without blanks",
  ]);
});

Deno.test("resolveConfig() says in one line where, what was given and what is allowed", () => {
  for (const [config, problem] of wrong) {
    assert.deepEqual(problemsOf(config), [`config.yaml: ${problem}`]);
  }
});

Deno.test("resolveConfig() names an unknown key alone when no known one is near", () => {
  assert.match(
    problemsOf({ zzz: true })[0] ?? "",
    /^config.yaml: unknown key "zzz" \(known: role,/,
  );
});

Deno.test("resolveConfig() tells all mistakes at once", () => {
  const problems = problemsOf({ role: 1, listen: "", onError: { priority: -1 }, x: 1 });
  assert.deepEqual(problems.map((line) => line.split(" ").slice(0, 2).join(" ")), [
    "config.yaml: role:",
    "config.yaml: listen:",
    "config.yaml: onError.context:",
    "config.yaml: onError.extension:",
    "config.yaml: onError.priority:",
    "config.yaml: unknown",
  ]);
});

Deno.test("resolveConfig() names no file where there is none", () => {
  assert.throws(() => resolve({ secure: 1 }), { message: "secure: got 1, must be true or false" });
});

Deno.test("settings that are printed, copied or written as JSON have no secret in them", () => {
  const key = "-----BEGIN PRIVATE KEY-----\nhunter2";
  const settings = resolve({ secret: "hunter2", tls: { key } });
  assert.equal(settings.ami.secret, "hunter2");
  assert.equal(settings.ami.tls?.key, key);
  const deep = { depth: 10, showHidden: true };
  for (
    const text of [
      Deno.inspect(settings, deep),
      Deno.inspect({ ...settings.ami }, deep),
      Deno.inspect(structuredClone(settings), deep),
      JSON.stringify(settings),
      String(Object.entries(settings.ami)),
    ]
  ) assert.doesNotMatch(text, /hunter2/);
});

Deno.test("resolveConfig() never tells the secret", () => {
  const must = "must be a string without line breaks and NUL";
  assert.deepEqual(problemsOf({ secret: 271828 }), [`config.yaml: secret: got a number, ${must}`]);
  assert.deepEqual(problemsOf({ secret: "hunter2\n" }), [
    `config.yaml: secret: got a string, ${must}`,
  ]);
  assert.deepEqual(problemsOf({}, { LUNOPARK_SECRET: "hunter2\0" }), [
    `LUNOPARK_SECRET: got a string, ${must}`,
  ]);
});

Deno.test("the environment comes before the configuration, unless it is empty", () => {
  const env: Record<string, string> = {
    LUNOPARK_HOST: "pbx:5039",
    LUNOPARK_USER: "luno",
    LUNOPARK_SECRET: "",
    LUNOPARK_LISTEN: "*",
  };
  const { ami, listen } = resolveConfig(
    { host: 1, user: "from file", secret: "from file" },
    { directory: "/", env: (name) => env[name] },
  );
  assert.equal(ami.secret, "from file");
  assert.deepEqual({ ...ami }, {
    hostname: "pbx",
    port: 5039,
    user: "luno",
    secure: true,
  });
  assert.deepEqual(listen, { hostname: "0.0.0.0", port: 4573 });
});

Deno.test("the secret is that of the environment, or of systemd's credential, or of the file", async () => {
  const directory = await Deno.makeTempDir();
  const path = `${directory}/lunopark.secret`;
  const env: Record<string, string> = { CREDENTIALS_DIRECTORY: directory };
  const resolveAmi = () =>
    resolveConfig({ secret: "of the file" }, { directory: "/", env: (name) => env[name] }).ami;
  try {
    assert.equal(resolveAmi().secret, "of the file");
    await Deno.writeTextFile(path, "\n");
    assert.equal(resolveAmi().secret, "of the file");
    assert.equal(resolveAmi().secretFile, undefined);
    await Deno.writeTextFile(path, " of systemd \r\n");
    assert.equal(resolveAmi().secret, " of systemd ");
    assert.equal(resolveAmi().secretFile, path);
    env["LUNOPARK_SECRET"] = "of the environment";
    assert.equal(resolveAmi().secret, "of the environment");
    assert.equal(resolveAmi().secretFile, undefined);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("the token of the status page is that of the environment, of systemd's credential, or of the file", async () => {
  const directory = await Deno.makeTempDir();
  const path = `${directory}/lunopark.status-token`;
  const [ofFile, ofSystemd, ofEnvironment] = ["1", "2", "3"].map((digit) => digit.repeat(16));
  const env: Record<string, string> = { CREDENTIALS_DIRECTORY: directory };
  const find = () => {
    const { status, given } = resolveConfig(
      { status: "127.0.0.1:0", statusToken: ofFile },
      { directory: "/", env: (name) => env[name] },
    );
    const { token, tokenFile } = status!;
    assert.ok(!JSON.stringify([status, given]).includes(token!));
    return [token, tokenFile, given!.find(({ key }) => key === "statusToken")?.from];
  };
  try {
    assert.deepEqual(find(), [ofFile, undefined, "file"]);
    await Deno.writeTextFile(path, "\n");
    assert.deepEqual(find(), [ofFile, undefined, "file"]);
    await Deno.writeTextFile(path, `${ofSystemd}\n`);
    assert.deepEqual(find(), [ofSystemd, path, path]);
    env["LUNOPARK_STATUS_TOKEN"] = ofEnvironment!;
    assert.deepEqual(find(), [ofEnvironment, undefined, "LUNOPARK_STATUS_TOKEN"]);
    delete env["LUNOPARK_STATUS_TOKEN"];
    await Deno.writeTextFile(path, "too short\n");
    assert.deepEqual(problemsOf({}, env), [
      `${path}: got a string, must be at least 16 letters, digits and signs, without blanks`,
    ]);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("a credential that cannot be used is named, and nothing of it is told", async () => {
  const directory = await Deno.makeTempDir();
  const path = `${directory}/lunopark.secret`;
  const env = { CREDENTIALS_DIRECTORY: directory };
  try {
    await Deno.writeTextFile(path, "hunter2\nhunter3\n");
    assert.deepEqual(problemsOf({}, env), [
      `${path}: got a string, must be a string without line breaks and NUL`,
    ]);
    await Deno.remove(path);
    await Deno.mkdir(path);
    assert.deepEqual(problemsOf({}, env), [`${path}: cannot be read: Is a directory`]);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("a wrong value from the environment names its variable", () => {
  assert.deepEqual(problemsOf({ listen: "*" }, { LUNOPARK_LISTEN: "localhost" }), [
    `LUNOPARK_LISTEN: got "localhost", ${listenMust}`,
  ]);
});

Deno.test("loadConfig() without a file starts where the process stands", async () => {
  const settings = await loadConfig(undefined, () => undefined);
  assert.deepEqual(settings, { ...defaults, handler: `${Deno.cwd()}/handler.ts` });
});

Deno.test("loadConfig() takes paths relative to the file", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const file = `${directory}/config.json`;
    await Deno.writeTextFile(file, '{ "handler": "calls.ts", "log": "/var/log/lunopark.log" }');
    const settings = await loadConfig(file, () => undefined);
    assert.equal(settings.handler, `${directory}/calls.ts`);
    assert.equal(settings.log, "/var/log/lunopark.log");
    assert.equal(settings.file, file);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("loadConfig() reads the environment of the process", async () => {
  Deno.env.set("LUNOPARK_USER", "luno");
  try {
    assert.equal((await loadConfig()).ami.user, "luno");
  } finally {
    Deno.env.delete("LUNOPARK_USER");
  }
});

Deno.test({
  name: "loadConfig() goes without an environment that it may not read",
  permissions: { env: false, read: true },
  fn: async () => {
    assert.equal((await loadConfig()).ami.user, "manager");
  },
});

Deno.test("resolveConfig() takes port 5039 with TLS, and the port that was given before it", () => {
  assert.equal(resolve({ tls: true }).ami.port, 5039);
  assert.equal(resolve({ tls: { insecure: true } }).ami.port, 5039);
  assert.equal(resolve({ tls: false }).ami.port, 5038);
  assert.equal(resolve({ tls: true, host: "pbx.example.org:5555" }).ami.port, 5555);
  assert.deepEqual(resolve({ tls: true }).ami.tls, {});
  assert.equal(resolve({}).ami.tls, undefined);
});

Deno.test("resolveConfig() reads PEM files, and takes PEM text as it is", async () => {
  const directory = await Deno.makeTempDir();
  await Deno.writeTextFile(`${directory}/ca.pem`, "-----BEGIN CERTIFICATE-----\nfrom a file");
  const key = "-----BEGIN PRIVATE KEY-----\ngiven";
  const { tls } = resolveConfig({ tls: { ca: "ca.pem", key } }, { directory }).ami;
  assert.equal(tls?.key, key);
  assert.deepEqual(tls, { ca: "-----BEGIN CERTIFICATE-----\nfrom a file" });
  assert.throws(() => resolveConfig({ tls: { ca: "no.pem" } }, { directory, file: "config.ts" }), {
    name: "ConfigError",
    message: "config.ts: tls.ca: cannot be read: No such file or directory",
  });
  await Deno.remove(directory, { recursive: true });
});

Deno.test("resolveConfig() tells what is wrong with tls, and nothing of a key", () => {
  const wrong: [unknown, RegExp][] = [
    ["yes", /^tls: got "yes", must be true, false or an object with ca, servername/],
    [{ fingerprint: "12:34" }, /^tls\.fingerprint: got "12:34", must be 32 bytes/],
    [{ key: 5 }, /^tls\.key: got a number, must be the path/],
    [{ insecur: true }, /^unknown key "tls\.insecur", did you mean "tls\.insecure"\?/],
  ];
  for (const [tls, message] of wrong) {
    assert.throws(() => resolve({ tls }), { name: "ConfigError", message });
  }
});

Deno.test("requireHandler() tells that the handler file is not there", async () => {
  const directory = await Deno.makeTempDir();
  await Deno.writeTextFile(`${directory}/handler.ts`, "");
  requireHandler(resolveConfig({}, { directory }));
  const file = `${directory}/config.ts`;
  assert.throws(() => requireHandler(resolveConfig({ handler: "no.ts" }, { directory, file })), {
    name: "ConfigError",
    message: `${file}: handler: there is no file ${directory}/no.ts`,
  });
  assert.throws(() => requireHandler(resolveConfig({ handler: "." }, { directory })), {
    message: `handler: there is no file ${directory}`,
  });
  await Deno.remove(directory, { recursive: true });
});
