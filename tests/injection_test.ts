import assert from "node:assert/strict";
import { type App, type Channel, startLunopark } from "lunopark";
import { type CallOptions, fakeAsterisk } from "lunopark/testing";
import { ChannelCommands } from "../lib/agi/channel_commands.ts";
import { openLog } from "../lib/log.ts";
import { FakeAmi, placeCall } from "./support/fake_pbx.ts";
import { runLunopark } from "./support/lunopark.ts";

/** What ends a line on the wire, or a string in Asterisk, and then says something of its own. */
const payloads = [
  "x\nEXEC System injected",
  "x\rEXEC System injected",
  "x\r\nAction: Injected",
  "x\r\n\r\nAction: Injected\r\nActionID: 1\r\n\r\n",
  "x\0injected",
  "\ninjected",
  "injected\n",
  'injected"\n',
  "injected\\\n",
];

/** Takes no text, but whether something is there. */
const takesAnything = "channel.setMusic, argument 1";

/** Tries something, and tells whether it was refused before anything was sent. */
async function refusal(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}

type AnyMethods = Record<string, (...args: unknown[]) => unknown>;

/** The ways in which text of a handler gets into an AGI command. */
function agiDoors(app: App, channel: Channel, text: string): Record<string, () => unknown> {
  const doors: Record<string, () => unknown> = {
    "app.X": () => app.NoOp(text),
    "app.X, later argument": () => app.Dial("PJSIP/1", text),
    "app.exec": () => app.exec("NoOp", text),
    "app.exec, name": () => app.exec(text),
    "app[name]": () => (app as unknown as AnyMethods)[`A${text}`]!(),
    "channel.command": () => channel.command("NOOP", text),
    "channel.command, name": () => channel.command(text),
    "channel.get": () => channel.get(text),
    "channel.getFull": () => channel.getFull(text),
    "channel.set, name": () => channel.set(text, "1"),
    "channel.set, value": () => channel.set("X", text),
    "channel.fn, name": () => (channel as unknown as AnyMethods)["fn"]!(text),
    "channel.fn, argument": () => channel.fn("CALLERID", text as "num"),
    "channel.setFn, value": () => channel.setFn("CALLERID", text, "num"),
    "channel.setFn, argument": () => channel.setFn("CALLERID", "1", text as "num"),
  };
  // Every command as a method, the text in each place in turn.
  const methods = Object.getOwnPropertyDescriptors(ChannelCommands.prototype);
  for (const [name, { value }] of Object.entries(methods)) {
    if (typeof value !== "function" || name === "constructor" || value.length === 0) continue;
    for (let place = 0; place < value.length; place++) {
      const args = Array.from({ length: value.length }, (_, at) => at === place ? text : "1");
      doors[`channel.${name}, argument ${place + 1}`] = () =>
        (channel as unknown as AnyMethods)[name]!(...args);
    }
  }
  return doors;
}

Deno.test("nothing that a handler says to its channel becomes a second command", async () => {
  const accepted: string[] = [];
  let tried = 0;
  await using lunopark = await runLunopark({
    async tries(app: App, channel: Channel) {
      for (const payload of payloads) {
        for (const [name, open] of Object.entries(agiDoors(app, channel, payload))) {
          tried++;
          const error = await refusal(open);
          if (name !== takesAnything && !(error instanceof Error)) {
            accepted.push(`${name} ${JSON.stringify(payload)}`);
          }
        }
      }
    },
  });
  const call = await placeCall(lunopark.address, { network_script: "tries" }, () => "200 result=1");
  await call.closed;
  assert.ok(tried > 300, `${tried} ways`);
  for (const line of call.commands) assert.doesNotMatch(line, /injected|System/i);
  assert.equal(call.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS SUCCESS", lunopark.lines.at(-1));
  assert.deepEqual(accepted, []);
});

Deno.test("nothing that a handler says to AMI becomes a second action or header", async () => {
  await using pbx = new FakeAmi();
  const log = openLog({ level: "error" });
  const server = await startLunopark({ role: "ami", host: pbx.host }, { handlers: {}, log });
  try {
    await server.ami.waitFor("ami:ready", () => true, { signal: AbortSignal.timeout(30_000) });
    const { ami } = server;
    const before = pbx.requests.length;
    for (
      const text of [
        ...payloads,
        "",
        ":",
        "a: b",
        "a b",
        "é",
        "1a",
        "__proto__",
        "Action",
        "actionid",
      ]
    ) {
      const isPayload = payloads.includes(text);
      const doors: Record<string, () => unknown> = {
        "key": () => ami.action("Setvar", { [text]: "1" }),
        "key of a method": () => ami.Command({ [text]: "1" } as never),
        "action, name": () => text === "Action" || text === "actionid" || ami.action(text),
        ...isPayload && {
          "value": () => ami.action("Setvar", { Value: text }),
          "value of a method": () => ami.Command({ command: text }),
          "value in an array": () => ami.action("Originate", { Variable: ["A=1", text] }),
          "variable, name": () => ami.action("Originate", { Variable: { [text]: "1" } }),
          "variable, value": () => ami.action("Originate", { Variable: { A: text } }),
          "method": () => {
            const method = (ami as unknown as AnyMethods)[text];
            if (method) return method();
            throw new TypeError("there is no such method");
          },
        },
      };
      for (const [name, open] of Object.entries(doors)) {
        const error = await refusal(open);
        const what = `${name} ${JSON.stringify(text)}`;
        // An own __proto__ in a literal is what JavaScript makes of it: no header at all.
        if (name === "action, name" && !/^[A-Za-z]\w*$/.test(text)) assert.ok(error, what);
        else if (name.startsWith("key")) assert.ok(error instanceof TypeError, what);
        else if (isPayload) assert.ok(error instanceof TypeError, `${what}: ${error}`);
      }
    }
    // What gets through is one request with the headers that were asked for.
    await ami.action("Setvar", { Variable: "X", Value: "a: b\tc" });
    const sent = pbx.requests.slice(before);
    assert.deepEqual(sent.map(({ action, value }) => [action, value]), [["Setvar", "a: b\tc"]]);
  } finally {
    await server.stop();
    log.close();
  }
});

for (const transport of ["agi", "async"] as const) {
  Deno.test(`the simulator gets no second command, action or header (${transport})`, async () => {
    const accepted: string[] = [];
    let tried = 0;
    const tries = async (app: App, channel: Channel) => {
      for (const payload of payloads) {
        const { ami } = channel;
        const doors = {
          ...agiDoors(app, channel, payload),
          "ami, value": () => ami.action("Setvar", { Variable: "X", Value: payload }),
          "ami, key": () => ami.action("Setvar", { [payload]: "1" }),
          "ami, action": () => ami.action(payload),
          "ami, command": () => ami.Command({ command: payload }),
        };
        for (const [name, open] of Object.entries(doors)) {
          tried++;
          const error = await refusal(open);
          if (name !== takesAnything && !(error instanceof Error)) accepted.push(name);
        }
      }
    };
    const config = { role: "both" } as const;
    await using pbx = await fakeAsterisk({ handler: { tries }, transport, config });
    const call = pbx.call("tries");
    assert.equal((await call.ended).status, "SUCCESS");
    assert.ok(tried > 300, `${tried} ways`);
    assert.deepEqual(accepted, []);
    const said = [...call.asked.map((asked) => JSON.stringify(asked)), JSON.stringify(pbx.events)];
    for (const text of said) assert.doesNotMatch(text, /injected/i);
  });
}

/** The ways in which text of a test gets into a simulated call, but for values of variables. */
const simulatorDoors: Record<string, (text: string) => [script: string, options?: CallOptions]> = {
  "script": (text) => [text],
  "argument": (text) => ["tries", { args: ["1", text] }],
  "query": (text) => ["tries", { query: text }],
  "callerid": (text) => ["tries", { callerid: `"${text}" <100>` }],
  "dnid": (text) => ["tries", { dnid: text }],
  "context": (text) => ["tries", { context: text }],
  "exten": (text) => ["tries", { exten: text }],
  "accountcode": (text) => ["tries", { accountcode: text }],
  "language": (text) => ["tries", { language: text }],
  "server": (text) => ["tries", { server: text }],
  "channel": (text) => ["tries", { channel: text }],
  "name of a variable": (text) => ["tries", { vars: { [text]: "1" } }],
};

Deno.test("a caller of the simulator adds no line to the environment of his call", async () => {
  const values: (string | undefined)[] = [];
  const injected: string[] = [];
  const tries = async (_app: App, channel: Channel) => {
    values.push(await channel.getFull("VALUE"));
    injected.push(channel.environment("injected"));
  };
  await using pbx = await fakeAsterisk({ handler: { tries } });
  for (const payload of [...payloads, "x\nagi_injected: yes"]) {
    for (const [name, open] of Object.entries(simulatorDoors)) {
      const [script, options] = open(payload);
      const what = `${name} ${JSON.stringify(payload)}`;
      assert.throws(
        () => pbx.call(script, options),
        { name: "TypeError", message: /line end/ },
        what,
      );
      assert.throws(() => pbx.dial(script, options), TypeError, what);
    }
    // A variable can have any value that a string of C can.
    const vars = { VALUE: payload };
    if (payload.includes("\0")) assert.throws(() => pbx.call("tries", { vars }), TypeError);
    else {
      await pbx.call("tries", { vars }).ended;
      assert.deepEqual([values.pop(), injected.pop()], [payload, ""]);
    }
    // So can what is percent-encoded.
    if (!payload.includes("\0")) await pbx.call("tries", { query: { a: payload } }).ended;
  }
  assert.ok(injected.every((value) => value === ""));
});

Deno.test("objects that are not what they seem are refused, too", async () => {
  let asked = 0;
  const changing = { toString: () => asked++ === 0 ? "NoOp" : "x\ninjected" };
  await using lunopark = await runLunopark({
    async tries(app: App, channel: Channel) {
      for (
        const attempt of [
          () => app.NoOp(changing as unknown as string),
          () => app.exec(changing as unknown as string),
          () => channel.set("X", changing as unknown as string),
          () => channel.set("X", ["x\ninjected"] as unknown as string),
          () => channel.set("X", Object("x\ninjected")),
          () => channel.set("X", Symbol("x") as unknown as string),
        ]
      ) assert.ok(await refusal(attempt) instanceof TypeError, String(attempt));
      asked = 0;
      await refusal(() => channel.command(changing as unknown as string));
    },
  });
  const call = await placeCall(lunopark.address, { network_script: "tries" });
  await call.closed;
  for (const line of call.commands) assert.doesNotMatch(line, /injected/);
  assert.equal(call.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS SUCCESS", lunopark.lines.at(-1));
});

Deno.test("no configuration puts a line end into what is sent", async () => {
  for (const text of payloads) {
    for (
      const config of [
        { user: text },
        { secret: text },
        { host: text },
        { ident: text },
        { tls: { servername: text } },
        { onError: { context: text, extension: "s" } },
        { onError: { context: "a", extension: text } },
        { onError: { context: "a", extension: "s", priority: text } },
        { allow: [text] },
      ]
    ) {
      await assert.rejects(
        startLunopark({ listen: "127.0.0.1:0", ...config }, { handlers: { a() {} } }),
        { name: "ConfigError" },
        JSON.stringify(config),
      );
    }
  }
});

const names = [
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
  "then",
  "default",
  "dispose",
  "../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "subroutine/../other",
  "subroutine\\..",
  "subroutine ",
  "Subroutine",
  "%73ubroutine",
  "sub\u0000routine",
  "https://example.org/subroutine",
  "file:///etc/passwd",
  "x".repeat(30_000),
];

Deno.test("a script's name reaches what is exported by that name, and nothing else", async () => {
  let disposed = 0;
  const handlers = {
    subroutine() {},
    dispose: () => void disposed++,
    default: { "ivr/:lang": () => {} },
  };
  await using lunopark = await runLunopark(handlers);
  for (const name of names) {
    const call = await placeCall(lunopark.address, { network_script: name });
    await call.closed;
    assert.deepEqual(call.commands, ["SET VARIABLE LUNOPARK_STATUS NOSCRIPT"], name.slice(0, 80));
  }
  assert.equal(disposed, 0);
  for (const line of lunopark.lines) assert.ok(line.length < 1_000, "no name fills the log");
});

Deno.test("a secret is in no log, error or report, whatever goes wrong with the login", async () => {
  const secret = "hunter2-very-secret";
  const lines: string[] = [];
  let refused = Promise.withResolvers<void>();
  const log = openLog({
    level: "debug",
    write: (line) => {
      lines.push(line);
      if (/No AMI connection|Cannot log in/.test(line)) refused.resolve();
    },
  });
  await using pbx = new FakeAmi();
  pbx.refusesLogin = true;
  const seen: string[] = [];
  for (const secure of [true, false]) {
    refused = Promise.withResolvers();
    const server = await startLunopark(
      { role: "ami", host: pbx.host, user: "luno", secret, secure },
      { handlers: {}, log },
    );
    await refused.promise;
    const error = await refusal(() => server.ami.Ping());
    const deep = { depth: 20, showHidden: true, getters: false };
    seen.push(
      Deno.inspect(error, deep),
      Deno.inspect(server, deep),
      Deno.inspect(server.ami, deep),
      Deno.inspect(server.status, deep),
      JSON.stringify(server.status),
    );
    await server.stop();
  }
  log.close();
  assert.ok(lines.length > 0);
  for (const text of [...lines, ...seen]) assert.ok(!text.includes(secret), text);
});
