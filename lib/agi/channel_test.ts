import assert from "node:assert/strict";
import {
  AgiPeer,
  type Answers,
  environmentText,
  type EnvironmentValues,
} from "../../tests/support/agi_peer.ts";
import { HangupError, NotConnectedError } from "../errors.ts";
import { silentLog } from "../log.ts";
import { AgiChannel } from "./channel.ts";
import type { AgiLimits } from "./agi_limits.ts";
import { AgiConnection } from "./connection.ts";
import { type Environment, parseEnvironment } from "./environment.ts";

/** The channel of a call whose commands are answered so. */
async function openChannel(
  answers: Answers = () => undefined,
  values: EnvironmentValues = {},
  args: readonly string[] = [],
  limits: Partial<AgiLimits> = {},
): Promise<{ channel: AgiChannel<string>; peer: AgiPeer } & Disposable> {
  const peer = new AgiPeer();
  const connection = new AgiConnection(peer.stream, { onHangup: () => {} }, limits);
  await peer.say(environmentText(values, args));
  const environment = await connection.readEnvironment() as Environment;
  peer.answerAll(answers);
  const services = { ami: () => "the AMI connection", stopPlayback: () => Promise.resolve() };
  const identity = { log: silentLog };
  const channel = new AgiChannel(connection, environment, { lang: "en" }, identity, services);
  const close = () => connection.close(new HangupError("The test is over", "stopped"));
  return { channel, peer, [Symbol.dispose]: close };
}

Deno.test("channel has the values of the environment under Asterisk's names", async () => {
  const names = [
    "channel",
    "uniqueid",
    "callerid",
    "calleridname",
    "callingpres",
    "callingani2",
    "callington",
    "callingtns",
    "dnid",
    "rdnis",
    "context",
    "extension",
    "priority",
    "accountcode",
    "language",
    "type",
    "version",
    "enhanced",
    "threadid",
    "request",
    "network_script",
  ] as const;
  const values = Object.fromEntries(names.map((name) => [name, `the ${name}`]));
  using call = await openChannel(undefined, values);
  for (const name of names) assert.equal(call.channel[name], `the ${name}`);
  assert.equal(call.channel.name, "the channel");
  assert.equal(call.channel.environment("callerid"), "the callerid");
  assert.equal(call.channel.environment("no such"), "");
  assert.equal(call.channel.environment("toString"), "");
});

Deno.test("channel has script, query, arguments, params, log and ami", async () => {
  const values = { network_script: "ivr/en?a=1&b=two%20words&flag" };
  using call = await openChannel(undefined, values, ["first", ""]);
  const { channel } = call;
  assert.equal(channel.script, "ivr/en");
  assert.deepEqual([...channel.query], [["a", "1"], ["b", "two words"], ["flag", ""]]);
  assert.deepEqual(channel.args, ["first", ""]);
  assert.equal(channel.params["lang"], "en");
  assert.equal(channel.log, silentLog);
  assert.equal(channel.ami, "the AMI connection");
});

Deno.test("channel.ami throws where there is none", () => {
  const connection = new AgiConnection(new AgiPeer().stream, { onHangup: () => {} });
  const channel = new AgiChannel(connection, parseEnvironment(""), {}, { log: silentLog }, {
    ami: () => {
      throw new NotConnectedError("Cannot use ami");
    },
    stopPlayback: () => Promise.reject(new NotConnectedError("Cannot use ami")),
  });
  assert.throws(() => channel.ami, NotConnectedError);
});

Deno.test("get() tells a variable that is not set from an empty one", async () => {
  const replies: Record<string, string> = {
    "GET VARIABLE PIN": "200 result=1 (0000)",
    "GET VARIABLE EMPTY": "200 result=1 ()",
    "GET VARIABLE UNSET": "200 result=0",
    "GET VARIABLE CALLERID(all)": '200 result=1 ("Ann (home)" <100>)',
    "GET VARIABLE LINES": "200 result=1 (one\n200 result=0)",
  };
  using call = await openChannel((line) => replies[line]);
  assert.equal(await call.channel.get("PIN"), "0000");
  assert.equal(await call.channel.get("EMPTY"), "");
  assert.equal(await call.channel.get("UNSET"), undefined);
  assert.equal(await call.channel.get("CALLERID(all)"), '"Ann (home)" <100>');
  assert.equal(await call.channel.get("LINES"), "one\n200 result=0");
});

Deno.test("fn() and setFn() name a function as the dialplan does", async () => {
  using call = await openChannel(() => "200 result=1 (x)");
  const { channel, peer } = call;
  assert.equal(await channel.fn("CALLERID", "num"), "x");
  await channel.fn("ENV", "HOME");
  await channel.setFn("CALLERID", "100", "num");
  await channel.setFn("DB", 'a "b"', "family/key");
  assert.deepEqual(peer.commands, [
    "GET VARIABLE CALLERID(num)",
    "GET VARIABLE ENV(HOME)",
    "SET VARIABLE CALLERID(num) 100",
    'SET VARIABLE DB(family/key) "a \\"b\\""',
  ]);
});

Deno.test("set() sends the value as it is, and refuses line ends", async () => {
  using call = await openChannel(() => "200 result=1");
  assert.equal(await call.channel.set("A", 'say "hi", ${B} \\'), undefined);
  await call.channel.set("CALLERID(name)", "");
  await call.channel.set("N", 7);
  await assert.rejects(call.channel.set("A", "one\ntwo"), TypeError);
  assert.deepEqual(call.peer.commands, [
    'SET VARIABLE A "say \\"hi\\", ${B} \\\\"',
    'SET VARIABLE CALLERID(name) ""',
    "SET VARIABLE N 7",
  ]);
});

/**
 * Answers GET FULL VARIABLE as Asterisk does, where all variables have this value.
 *
 * Source: Asterisk 22, main/pbx_variables.c, parse_variable_name(); main/utils.c, ast_uri_encode()
 */
function substitute(value: string): Answers {
  return (line) => {
    const found = /^GET FULL VARIABLE (\$\{URIENCODE\()?\$\{\w+(?:\(\w+\))?\}([0-9a-f-]+)(\)\})?$/
      .exec(line);
    assert.ok(found, line);
    const [, encoded, mark] = found;
    return `200 result=1 (${encoded ? uriEncode(`${value}${mark}`) : value + mark})`;
  };
}

/** `${URIENCODE(text)}`: a `:` outside of parentheses ends the text, and 4,095 bytes are the most. */
function uriEncode(text: string): string {
  let open = 1;
  let length = 0;
  for (; length < text.length && !(text[length] === ":" && open === 0); length++) {
    if (text[length] === "(") open++;
    if (text[length] === ")") open--;
  }
  const whole = length < text.length ? text.slice(0, text.lastIndexOf(")", length)) : text;
  return encodeURIComponent(whole).slice(0, 4_095);
}

Deno.test("getFull() reads any content: lines, parentheses, colons, percent signs", async () => {
  const values: [value: string, commands: number][] = [
    ["", 1],
    ["x", 1],
    ["a:b (c) [d] {e}", 1],
    ["one\n200 result=0)\nHANGUP\n", 1],
    ["100%25 %zz", 1],
    ["ž🎉", 1],
    // Inside a dialplan function, ")" and ":" of a value cut it.
    ["a): 5", 2],
    ["é): x".repeat(1_100), 2],
    ["a)\n200 result=0\nHANGUP\n: b)\n", 2],
    ["x".repeat(100_000), 2],
    ["\n".repeat(2_000), 2],
  ];
  for (const [value, commands] of values) {
    using call = await openChannel(substitute(value));
    assert.equal(await call.channel.getFull("X"), value);
    assert.equal(call.peer.commands.length, commands, value.slice(0, 40));
    assert.equal(await call.channel.getFull("CALLERID(name)"), value);
  }
});

Deno.test("getFull() reads in pieces where a reply takes only so much, and cuts no character", async () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  for (
    const value of ["", "a): b", "é): ž".repeat(40), "): 🎉".repeat(40), "\ufffd): ".repeat(20)]
  ) {
    for (const valueBytes of [7, 8, 9, 10]) {
      using call = await openChannel(
        (line) => {
          const piece = /^GET FULL VARIABLE "?\$\{X:(\d+):(\d+)\}([0-9a-f-]+)/.exec(line);
          if (!piece) return substitute(value)(line);
          const [start, length] = [Number(piece[1]), Number(piece[2])];
          const bytes = bytesOf(value).subarray(start, start + length);
          assert.ok(bytes.length <= valueBytes);
          return `200 result=1 (${new TextDecoder().decode(bytes)}${piece[3]})`;
        },
        {},
        [],
        { valueBytes },
      );
      assert.equal(await call.channel.getFull("X"), value);
    }
  }
});

Deno.test("getFull() reads a value that is not UTF-8 as well as it can be", async () => {
  using call = await openChannel((line) => {
    const mark = /[0-9a-f-]{36}/.exec(line)![0];
    return `200 result=1 (${line.includes("URIENCODE") ? "caf%E9" : "caf\ufffd"}${mark})`;
  });
  assert.equal(await call.channel.getFull("X"), "caf\ufffd");
});

Deno.test("getFull() reads without func_uri", async () => {
  using call = await openChannel((line) =>
    line.includes("URIENCODE") ? "200 result=1 ()" : substitute("a\nb")(line)
  );
  assert.equal(await call.channel.getFull("X"), "a\nb");
});

Deno.test("getFull() puts another mark behind each value", async () => {
  using call = await openChannel(substitute("x"));
  await Promise.all([call.channel.getFull("X"), call.channel.getFull("X")]);
  assert.equal(new Set(call.peer.commands).size, 2);
});

Deno.test("getFull() is empty where Asterisk gives nothing", async () => {
  using call = await openChannel(() => "200 result=0");
  assert.equal(await call.channel.getFull("X"), "");
});

Deno.test("getFull() refuses names that would say something else", async () => {
  using call = await openChannel();
  for (const name of ["${X}", "X}", "{", "$[1]", "X\n"]) {
    await assert.rejects(call.channel.getFull(name), TypeError, name);
  }
  assert.deepEqual(call.peer.commands, []);
});

Deno.test("command() sends any command and gives the whole reply", async () => {
  using call = await openChannel((line) =>
    line.startsWith("STREAM") ? "200 result=53 endpos=680" : "510 Invalid or unknown command"
  );
  assert.deepEqual(await call.channel.command("STREAM FILE", "beep", "", 0), {
    code: 200,
    result: "53",
    data: undefined,
    text: "endpos=680",
  });
  await assert.rejects(call.channel.command("ANSWERX"), { name: "AgiCommandError", code: 510 });
  await assert.rejects(call.channel.command("NOOP", "\n"), TypeError);
  await assert.rejects(call.channel.command(), TypeError);
  await assert.rejects(call.channel.command("NOOP", "x".repeat(9_000)), RangeError);
  assert.deepEqual(call.peer.commands, ['STREAM FILE beep "" 0', "ANSWERX"]);
});

Deno.test("signal fires when the channel leaves, with the error that says how", async () => {
  using call = await openChannel();
  const { channel } = call;
  const { signal } = channel;
  assert.deepEqual([signal.aborted, channel.hangupReason], [false, undefined]);
  const fired = new Promise((resolve) => signal.addEventListener("abort", resolve));
  const error = new HangupError("The caller hung up", "hangup");
  channel.leave(error);
  await fired;
  assert.deepEqual([signal.reason, channel.hangupReason], [error, "hangup"]);
  assert.equal(channel.signal, signal);
});

Deno.test("signal has fired already where it is first asked for after the channel left", async () => {
  using call = await openChannel();
  const first = new HangupError("The channel was redirected", "redirected");
  call.channel.leave(first);
  call.channel.leave(new HangupError("Lunopark is stopping", "stopped"));
  assert.equal(call.channel.signal.reason, first);
  assert.equal(call.channel.hangupReason, "redirected");
  assert.throws(() => call.channel.signal.throwIfAborted(), first);
});
