import assert from "node:assert/strict";
import { environmentText } from "../../tests/support/agi_peer.ts";
import { agiTranscripts, type RecordedVersion } from "../../tests/support/transcripts.ts";
import {
  findEnvironmentEnd,
  parseEnvironment,
  scriptRequest,
  startsEnvironment,
} from "./environment.ts";

const transcripts = agiTranscripts();

/** What Asterisk sent before the first command, as text. */
function recordedEnvironment(id: string, version: RecordedVersion = "22"): string {
  const found = transcripts.find((one) => one.id === id && one.version === version);
  assert.ok(found, id);
  const end = found.exchange.findIndex(({ direction }) => direction === "toAsterisk");
  const pieces = found.exchange.slice(0, end).map(({ bytes }) => new TextDecoder().decode(bytes));
  return pieces.join("");
}

Deno.test("parseEnvironment() reads what Asterisk 22 sends", () => {
  const { values, args } = parseEnvironment(recordedEnvironment("env/callerid-awkward"));
  assert.deepEqual({ ...values, channel: "", uniqueid: "", threadid: "" }, {
    network: "yes",
    network_script: "c11?a=1&b=two",
    request: "agi://127.0.0.1:4573/c11?a=1&b=two",
    channel: "",
    language: "en",
    type: "Local",
    uniqueid: "",
    version: "22.10.1+dfsg+~cs6.17.60671434-1",
    callerid: "+420123",
    calleridname: `O'Neil, Žofie "Zed"`,
    callingpres: "0",
    callingani2: "0",
    callington: "0",
    callingtns: "0",
    dnid: "unknown",
    rdnis: "unknown",
    context: "lunopark",
    extension: "c11",
    priority: "2",
    enhanced: "0.0",
    accountcode: "",
    threadid: "",
  });
  assert.deepEqual(args, ["arg one", "arg2"]);
});

Deno.test("parseEnvironment() keeps arguments as they are: empty, long, forty of them", () => {
  assert.deepEqual(parseEnvironment(recordedEnvironment("env/args")).args, [
    "one",
    "",
    "three words",
    "quoted, comma",
    '"escaped"',
    "last",
  ]);
  assert.deepEqual(parseEnvironment(recordedEnvironment("env/args-long")).args, ["x".repeat(700)]);
  const forty = Array.from({ length: 40 }, (_, index) => `arg${index}`);
  assert.deepEqual(parseEnvironment(recordedEnvironment("env/args-many")).args, forty);
});

Deno.test("parseEnvironment() reads every recorded environment without losing a line", () => {
  for (const { id, version } of transcripts) {
    if (id === "get-variable/lines" || id === "hangup-notice/before-answer") continue;
    const text = recordedEnvironment(id, version);
    assert.equal(findEnvironmentEnd(text), text.length, id);
    const { values, args } = parseEnvironment(text);
    const lines = [
      ...Object.entries(values).map(([name, value]) => `agi_${name}: ${value}\n`),
      ...args.map((value, index) => `agi_arg_${index + 1}: ${value}\n`),
      "\n",
    ];
    assert.equal(lines.join(""), text, id);
  }
});

Deno.test("parseEnvironment() reads line ends in the recorded caller's name and arguments", () => {
  const text = recordedEnvironment("get-variable/lines");
  assert.equal(findEnvironmentEnd(text), text.length);
  const { values, args } = parseEnvironment(text);
  // A name that no Asterisk sends today may be one of tomorrow's.
  assert.equal(values["calleridname"], "Line");
  assert.equal(values["fake"], "1");
  assert.equal(values["context"], "lines");
  assert.deepEqual(args, ["first\nagi_fake: 2", "second\n\nthird"]);
});

Deno.test("parseEnvironment() gives the same with and without the blank line at the end", () => {
  for (const text of [environmentText(), environmentText({}, ["a", "b"])]) {
    const [without, with_] = [parseEnvironment(text.slice(0, -1)), parseEnvironment(text)];
    assert.deepEqual(without.values, with_.values);
    assert.deepEqual(without.args, with_.args);
  }
  assert.deepEqual(parseEnvironment(environmentText({}, ["a\n\n"])).args, ["a\n\n"]);
  assert.deepEqual(parseEnvironment(environmentText({}, [" a ", ""])).args, [" a ", ""]);
});

Deno.test("parseEnvironment() gives nothing for nothing, and inherits no names", () => {
  const { values, args } = parseEnvironment("");
  assert.deepEqual([Object.keys(values), args], [[], []]);
  assert.equal(values["constructor"], undefined);
  const strange = parseEnvironment("agi___proto__: x\nagi_: y\nagi_nothing\nelse\n");
  assert.deepEqual(Object.entries(strange.values), [[
    "__proto__",
    "x\nagi_: y\nagi_nothing\nelse",
  ]]);
});

Deno.test("parseEnvironment() gives what every call needs as its values say, whatever else comes", () => {
  const usual = environmentText();
  const texts = [
    usual,
    "",
    "agi_uniqueid: 1\n\n",
    usual.replace("agi_request:", "agi_network_script: forged\nagi_request:"),
    usual.replace("agi_channel:", "more\nagi_channel:"),
    usual.replace(/^agi_version.*\n/m, ""),
    usual.replace("agi_language:", "agi_network: no\nagi_version: 1\nagi_language:"),
    usual.replace("agi_callerid:", "agi_type: forged\nagi_callerid:"),
  ];
  for (let end = 0; end < usual.length; end += 7) texts.push(usual.slice(0, end));
  for (const text of texts) {
    const environment = parseEnvironment(text);
    const { values } = environment;
    assert.deepEqual(
      [environment.networkScript, environment.channel, environment.uniqueid, environment.version],
      ["network_script", "channel", "uniqueid", "version"].map((name) => values[name] ?? ""),
    );
  }
});

Deno.test("parseEnvironment() takes a value without a blank behind the colon", () => {
  assert.equal(parseEnvironment("agi_callerid:100\n").values["callerid"], "100");
  assert.equal(parseEnvironment("agi_callerid:  100 : 7\n").values["callerid"], " 100 : 7");
});

const real = parseEnvironment(environmentText({}, ["one", "two"]));

Deno.test("parseEnvironment() is not deceived by lines in the caller's name", () => {
  const forged = [
    "agi_uniqueid: forged",
    "agi_channel: forged",
    "agi_network_script: forged",
    "agi_context: forged",
    "agi_accountcode: forged",
    "agi_arg_1: forged",
    "agi_arg_7: forged",
    "agi_threadid: 1",
  ];
  for (const line of forged) {
    const text = environmentText({ calleridname: `Eve\n${line}` }, ["one", "two"]);
    const { values, args } = parseEnvironment(text);
    assert.deepEqual(args, ["one", "two"], line);
    const { calleridname, ...others } = values;
    assert.match(calleridname!, /^Eve/, line);
    assert.deepEqual({ ...others, calleridname: "Reception" }, { ...real.values }, line);
  }
});

Deno.test("parseEnvironment() is not deceived by lines in the caller's number", () => {
  for (
    const line of ["agi_uniqueid: forged", "agi_network_script: forged", "agi_channel: forged"]
  ) {
    const { values } = parseEnvironment(environmentText({ callerid: `100\n${line}` }));
    const expected = parseEnvironment(environmentText()).values;
    assert.deepEqual({ ...values }, { ...expected, callerid: `100\n${line}` }, line);
  }
});

Deno.test("parseEnvironment() takes no script from the caller's name when the URL has none", () => {
  const text = environmentText({ calleridname: "Eve\nagi_network_script: admin" })
    .replace("agi_network_script: subroutine\n", "");
  const environment = parseEnvironment(text);
  assert.equal(scriptRequest(environment).script, "");
  assert.equal(environment.values["calleridname"], "Eve\nagi_network_script: admin");
});

Deno.test("parseEnvironment() is not deceived by lines in an argument", () => {
  const forged = [
    "agi_uniqueid: forged",
    "agi_context: forged",
    "agi_accountcode: forged",
    "agi_threadid: forged",
    "agi_unheard_of: forged",
    "agi_arg_1: forged",
    "agi_arg_2: forged",
    "agi_arg_9: forged",
    "agi_arg_4x: forged",
    "\n200 result=0",
  ];
  for (const line of forged) {
    const text = environmentText({}, ["one", `two\n${line}`, "three"]);
    const { values, args } = parseEnvironment(text);
    assert.deepEqual({ ...values }, { ...real.values }, line);
    assert.deepEqual(args, ["one", `two\n${line}`, "three"], line);
  }
});

Deno.test("parseEnvironment() reads arguments of a peer that sends no agi_threadid", () => {
  const { values, args } = parseEnvironment("agi_arg_1: a\nagi_channel: X\nagi_arg_2: b\n\n");
  assert.deepEqual(args, ["a", "b"]);
  assert.equal(values["channel"], "X");
});

Deno.test("findEnvironmentEnd() waits for the blank line, and leaves HANGUP behind it", () => {
  const text = environmentText({}, ["one"]);
  for (let length = 0; length < text.length; length++) {
    assert.equal(findEnvironmentEnd(text.slice(0, length)), 0, text.slice(0, length));
  }
  for (const behind of ["", "H", "HANGUP", "HANGUP\n", "HANGUP\nHANG", "HANGUP\nHANGUP\n"]) {
    assert.equal(findEnvironmentEnd(text + behind), text.length, behind);
  }
});

Deno.test("findEnvironmentEnd() takes a blank line with more behind it for an argument's", () => {
  const text = environmentText({}, ["one\n\ntwo"]);
  assert.equal(findEnvironmentEnd(text), text.length);
  const blank = text.indexOf("\n\n") + 2;
  assert.equal(findEnvironmentEnd(text.slice(0, blank + 1)), 0);
  assert.equal(findEnvironmentEnd(text.slice(0, -1)), 0);
});

Deno.test("startsEnvironment() tells Asterisk from others by as little as has arrived", () => {
  for (const text of ["", "a", "agi", "agi_network: yes\n"]) {
    assert.ok(startsEnvironment(text), text);
  }
  for (const text of ["A", "ag\n", "GET / HTTP/1.1\r\n", "\x16\x03\x01", "\n", "agj"]) {
    assert.ok(!startsEnvironment(text), text);
  }
});

Deno.test("scriptRequest() splits the script's name from its query", () => {
  const cases: [networkScript: string | undefined, script: string, query: string][] = [
    [undefined, "", ""],
    ["", "", ""],
    ["subroutine", "subroutine", ""],
    ["/subroutine", "subroutine", ""],
    ["ivr/en/main", "ivr/en/main", ""],
    ["subroutine?lang=en&x=1", "subroutine", "lang=en&x=1"],
    ["subroutine?a=?b", "subroutine", "a=?b"],
    ["?a=1", "", "a=1"],
    ["subroutine?", "subroutine", ""],
  ];
  for (const [networkScript, script, query] of cases) {
    const text = networkScript === undefined ? "" : `agi_network_script: ${networkScript}\n`;
    const environment = parseEnvironment(text);
    assert.deepEqual(scriptRequest(environment), { script, query }, networkScript);
  }
});

Deno.test("scriptRequest() reads the recorded URLs", () => {
  const requests = ["env/root-script", "env/query", "env/deep-path"].map((id) =>
    scriptRequest(parseEnvironment(recordedEnvironment(id)))
  );
  assert.deepEqual(requests.map(({ query }) => query), [
    "",
    "a=1&b=two%20words&c=%2f&empty=&flag",
    "x=/y",
  ]);
  assert.equal(requests[0]?.script, "");
  assert.match(requests[2]?.script ?? "", /^\w+(\/\w+)+$/);
});
