import assert from "node:assert/strict";
import { AgiPeer, type Answers, environmentText } from "../../tests/support/agi_peer.ts";
import { HangupError } from "../errors.ts";
import { silentLog } from "../log.ts";
import { AgiChannel } from "./channel.ts";
import { AgiConnection } from "./connection.ts";
import type { Environment } from "./environment.ts";

/** A channel whose Asterisk answers as it is told. */
async function openChannel(answers?: Answers, stopPlayback = () => Promise.resolve()) {
  const peer = new AgiPeer();
  const connection = new AgiConnection(peer.stream, { onHangup: () => {} });
  await peer.say(environmentText());
  const environment = await connection.readEnvironment() as Environment;
  if (answers) peer.answerAll(answers);
  const services = { ami: () => undefined, stopPlayback };
  const channel = new AgiChannel(connection, environment, {}, { log: silentLog }, services);
  const close = () => connection.close(new HangupError("The test is over", "stopped"));
  return { channel, peer, connection, [Symbol.dispose]: close };
}

type Use = (channel: AgiChannel) => Promise<unknown>;

/** A call, the line that it sends, Asterisk's reply as it was recorded, and what comes of it. */
const uses: [Use, line: string, reply: string, result: unknown][] = [
  [(c) => c.answer(), "ANSWER", "200 result=0", true],
  [(c) => c.answer(), "ANSWER", "200 result=-1", false],
  [(c) => c.hangup(), "HANGUP", "200 result=1", true],
  [(c) => c.hangup("PJSIP/1"), "HANGUP PJSIP/1", "200 result=-1", false],
  [(c) => c.channelStatus(), "CHANNEL STATUS", "200 result=6", "Up"],
  [(c) => c.channelStatus("x"), "CHANNEL STATUS x", "200 result=-1", undefined],
  [(c) => c.noop(), "NOOP", "200 result=0", undefined],
  [(c) => c.exec("Wait", "1"), "EXEC Wait 1", "200 result=0", 0],
  [(c) => c.exec("Answer"), "EXEC Answer", "200 result=-1", -1],
  [(c) => c.exec("Nope"), "EXEC Nope", "200 result=-2", undefined],
  [(c) => c.getVariable("X"), "GET VARIABLE X", "200 result=1 (a b)", "a b"],
  [(c) => c.getVariable("X"), "GET VARIABLE X", "200 result=1 ()", ""],
  [(c) => c.getVariable("X"), "GET VARIABLE X", "200 result=0", undefined],
  [
    (c) => c.getFullVariable("${A} of ${B}", "PJSIP/1"),
    'GET FULL VARIABLE "${A} of ${B}" PJSIP/1',
    "200 result=1 (1 of 2)",
    "1 of 2",
  ],
  [(c) => c.getFullVariable("a", "x"), "GET FULL VARIABLE a x", "200 result=0", undefined],
  [(c) => c.setVariable("X", 1), "SET VARIABLE X 1", "200 result=1", undefined],
  [(c) => c.asyncagiBreak(), "ASYNCAGI BREAK", "200 result=0", undefined],
  [(c) => c.verbose("a b"), 'VERBOSE "a b" 1', "200 result=1", undefined],
  [(c) => c.streamFile("beep"), 'STREAM FILE beep ""', "200 result=0 endpos=3520", {
    ended: "finished",
    digit: undefined,
    endpos: 3520,
  }],
  [
    (c) => c.streamFile("a", { escape: "0123456789*#", offset: 8 }),
    "STREAM FILE a 0123456789*# 8",
    "200 result=53 endpos=5440",
    { ended: "digit", digit: "5", endpos: 5440 },
  ],
  [(c) => c.streamFile("no"), 'STREAM FILE no ""', "200 result=-1 endpos=0", {
    ended: "failed",
    digit: undefined,
    endpos: 0,
  }],
  [
    (c) => c.controlStreamFile("beep"),
    'CONTROL STREAM FILE beep "" 3000 # * ""',
    "200 result=0 endpos=-1",
    { ended: "finished", digit: undefined, endpos: undefined },
  ],
  [(c) => c.getOption("beep", "12", 300), "GET OPTION beep 12 300", "200 result=0 endpos=3520", {
    ended: "finished",
    digit: undefined,
    endpos: 3520,
  }],
  [(c) => c.getData("beep", { timeout: 5000, max: 4 }), "GET DATA beep 5000 4", "200 result=1234", {
    ended: "complete",
    digits: "1234",
  }],
  [(c) => c.getData("beep", { max: 3 }), "GET DATA beep 0 3", "200 result=", {
    ended: "complete",
    digits: "",
  }],
  [(c) => c.getData("beep"), "GET DATA beep", "200 result=42 (timeout)", {
    ended: "timeout",
    digits: "42",
  }],
  [(c) => c.getData("no"), "GET DATA no", "200 result=-1", { ended: "failed", digits: "" }],
  [(c) => c.waitForDigit(), "WAIT FOR DIGIT -1", "200 result=42", { ended: "digit", digit: "*" }],
  [(c) => c.waitForDigit(300), "WAIT FOR DIGIT 300", "200 result=0", {
    ended: "timeout",
    digit: undefined,
  }],
  [(c) => c.waitForDigit(), "WAIT FOR DIGIT -1", "200 result=-1", {
    ended: "hangup",
    digit: undefined,
  }],
  [(c) => c.sayAlpha("ab"), 'SAY ALPHA ab ""', "200 result=0", spoken()],
  [(c) => c.sayDigits(12, "#"), "SAY DIGITS 12 #", "200 result=35", spoken("#")],
  [(c) => c.sayNumber(1, "", "f"), 'SAY NUMBER 1 "" f', "200 result=0", spoken()],
  [(c) => c.sayPhonetic("a"), 'SAY PHONETIC a ""', "200 result=0", spoken()],
  [(c) => c.sayDate(new Date(1500)), 'SAY DATE 1 ""', "200 result=0", spoken()],
  [(c) => c.sayTime(new Date(0)), 'SAY TIME 0 ""', "200 result=0", spoken()],
  [
    (c) => c.sayDatetime(new Date(0), "7", { format: "ABdY", timezone: "UTC" }),
    "SAY DATETIME 0 7 ABdY UTC",
    "200 result=55",
    spoken("7"),
  ],
  [
    (c) => c.sayDatetime(new Date(0), "", { timezone: "UTC" }),
    'SAY DATETIME 0 "" "ABdY \'digits/at\' IMp" UTC',
    "200 result=0",
    spoken(),
  ],
  [
    (c) => c.recordFile("x", { timeout: 600, beep: true, silence: 2_000, offset: 5 }),
    "RECORD FILE x wav # 600 5 BEEP s=2",
    "200 result=0 (timeout) endpos=80",
    { ended: "timeout", digit: undefined, endpos: 80 },
  ],
  [(c) => c.recordFile("x"), "RECORD FILE x wav # -1", "200 result=35 (dtmf) endpos=4160", {
    ended: "digit",
    digit: "#",
    endpos: 4160,
  }],
  [(c) => c.recordFile("x"), "RECORD FILE x wav # -1", "200 result=-1 (hangup) endpos=0", {
    ended: "hangup",
    digit: undefined,
    endpos: 0,
  }],
  [
    (c) => c.recordFile("x", { format: "nope" }),
    "RECORD FILE x nope # -1",
    "200 result=-1 (writefile)",
    { ended: "failed", digit: undefined, endpos: undefined },
  ],
  [(c) => c.receiveChar(4000), "RECEIVE CHAR 4000", "200 result=104", { ended: "char", char: "h" }],
  [(c) => c.receiveChar(), "RECEIVE CHAR 0", "200 result=0 (timeout)", {
    ended: "timeout",
    char: undefined,
  }],
  [(c) => c.receiveChar(), "RECEIVE CHAR 0", "200 result=-1 (hangup)", {
    ended: "hangup",
    char: undefined,
  }],
  [(c) => c.receiveText(300), "RECEIVE TEXT 300", "200 result=-1", undefined],
  [(c) => c.receiveText(), "RECEIVE TEXT 0", "200 result=1 (hello (you))", "hello (you)"],
  [(c) => c.sendText("hi"), "SEND TEXT hi", "200 result=0", true],
  [(c) => c.sendImage("x"), "SEND IMAGE x", "200 result=-1", false],
  [(c) => c.tddMode("on"), "TDD MODE on", "200 result=0", false],
  [(c) => c.setAutohangup(500), "SET AUTOHANGUP 0.5", "200 result=0", undefined],
  [(c) => c.setCallerid("5"), "SET CALLERID 5", "200 result=1", undefined],
  [(c) => c.setContext("after"), "SET CONTEXT after", "200 result=0", undefined],
  [(c) => c.setExtension("s"), "SET EXTENSION s", "200 result=0", undefined],
  [(c) => c.setPriority("label"), "SET PRIORITY label", "200 result=0", undefined],
  [(c) => c.setMusic(true, "jazz"), "SET MUSIC on jazz", "200 result=0", undefined],
  [(c) => c.setMusic(false), "SET MUSIC off", "200 result=0", undefined],
  [(c) => c.databaseGet("lab", "k"), "DATABASE GET lab k", "200 result=1 (a) b)", "a) b"],
  [(c) => c.databaseGet("lab", "k"), "DATABASE GET lab k", "200 result=0", undefined],
  [(c) => c.databasePut("lab", "k", 5), "DATABASE PUT lab k 5", "200 result=1", true],
  [(c) => c.databaseDel("lab", "k"), "DATABASE DEL lab k", "200 result=1", true],
  [(c) => c.databaseDeltree("lab"), "DATABASE DELTREE lab", "200 result=0", true],
  [(c) => c.databaseDeltree("lab", "k"), "DATABASE DELTREE lab k", "200 result=1", false],
  [
    (c) => c.gosub("sub", "s", 1, "x"),
    "GOSUB sub s 1 x",
    "100 result=0 Trying...\n200 result=0 Gosub complete",
    { ended: "complete" },
  ],
  [
    (c) => c.gosub("sub", "fail", 1),
    "GOSUB sub fail 1",
    "100 result=0 Trying...\n200 result=0 Gosub complete (abnormal exit)",
    { ended: "aborted" },
  ],
  [(c) => c.gosub("a", "b", 1), "GOSUB a b 1", "200 result=-1 Gosub label not found", {
    ended: "notfound",
  }],
  [(c) => c.speechCreate(), 'SPEECH CREATE ""', "200 result=0", false],
  [(c) => c.speechSet("a", "b"), "SPEECH SET a b", "200 result=1", true],
  [(c) => c.speechDestroy(), "SPEECH DESTROY", "200 result=1", true],
  [(c) => c.speechLoadGrammar("g", "/g"), "SPEECH LOAD GRAMMAR g /g", "200 result=1", true],
  [(c) => c.speechUnloadGrammar("g"), "SPEECH UNLOAD GRAMMAR g", "200 result=1", true],
  [(c) => c.speechActivateGrammar("g"), "SPEECH ACTIVATE GRAMMAR g", "200 result=1", true],
  [(c) => c.speechDeactivateGrammar("g"), "SPEECH DEACTIVATE GRAMMAR g", "200 result=1", true],
  [
    (c) => c.speechRecognize("beep", 1_000, 5),
    "SPEECH RECOGNIZE beep 1000 5",
    '200 result=1 (speech) endpos=7 results=2 score0=950 text0="yes "it" is" grammar0=g ' +
    'score1=10 text1="no" grammar1=h',
    {
      ended: "speech",
      digit: undefined,
      endpos: 7,
      results: [
        { score: 950, text: 'yes "it" is', grammar: "g" },
        { score: 10, text: "no", grammar: "h" },
      ],
    },
  ],
  [
    (c) => c.speechRecognize("beep", 1),
    "SPEECH RECOGNIZE beep 1",
    "200 result=1 (digit) digit=5 endpos=9",
    { ended: "digit", digit: "5", endpos: 9, results: [] },
  ],
  [
    (c) => c.speechRecognize("beep", 1),
    "SPEECH RECOGNIZE beep 1",
    "200 result=1 (timeout) endpos=0",
    { ended: "timeout", digit: undefined, endpos: 0, results: [] },
  ],
  [(c) => c.speechRecognize("beep", 1), "SPEECH RECOGNIZE beep 1", "200 result=0", {
    ended: "failed",
    digit: undefined,
    endpos: undefined,
    results: [],
  }],
];

function spoken(digit?: string): unknown {
  return { ended: digit === undefined ? "finished" : "digit", digit, endpos: undefined };
}

for (const [use, line, reply, result] of uses) {
  Deno.test(`${line} answered by ${reply.replace("\n", ", ")} says what happened`, async () => {
    using parts = await openChannel((sent) => sent === line ? reply : "200 result=0");
    assert.deepEqual(await use(parts.channel), result);
    assert.equal(parts.peer.commands[0], line);
  });
}

Deno.test("a -1 is a hangup when Asterisk says so before it answers the next command", async () => {
  using parts = await openChannel((line) =>
    line === "NOOP" ? "HANGUP\n200 result=0" : "200 result=-1 endpos=4160"
  );
  const { ended, endpos } = await parts.channel.streamFile("demo-congrats");
  assert.deepEqual([ended, endpos], ["hangup", 4160]);
  assert.deepEqual(parts.peer.commands, ['STREAM FILE demo-congrats ""', "NOOP"]);
});

const interruptible: [Use, own: string | undefined, result: unknown][] = [
  [(c) => c.streamFile("x"), undefined, { ended: "stopped", digit: undefined, endpos: undefined }],
  [(c) => c.getData("x"), undefined, { ended: "stopped", digits: "" }],
  [(c) => c.getOption("x", "1"), undefined, {
    ended: "stopped",
    digit: undefined,
    endpos: undefined,
  }],
  [(c) => c.waitForDigit(), "200 result=1", { ended: "stopped", digit: undefined }],
  [(c) => c.getData("x"), "200 result=0", { ended: "complete", digits: "0" }],
  [(c) => c.streamFile("x"), "200 result=0 endpos=9", {
    ended: "finished",
    digit: undefined,
    endpos: 9,
  }],
];
interruptible.forEach(([use, own, result], index) => {
  const how = own === undefined ? "without a reply of its own" : `that still says ${own}`;
  for (const pieces of ["in one piece", "in two"]) {
    Deno.test(`interrupt() ends command ${index} ${how}, ${pieces}, and the next is its own`, async () => {
      using parts = await openChannel();
      const { channel, peer } = parts;
      const used = use(channel);
      used.catch(() => {});
      await peer.readCommand();
      assert.equal(await channel.interrupt(), true);
      assert.equal(await channel.interrupt(), true, "which it is already");
      const next = channel.get("X");
      const mark = /^GET FULL VARIABLE (\S+)$/.exec(await peer.readCommand() ?? "")?.[1];
      const first = own === undefined ? "" : `${own}\n`;
      if (pieces === "in two" && first !== "") {
        await peer.say(first);
        await used;
        await peer.say(`200 result=1 (${mark})\n`);
      } else {
        await peer.say(`${first}200 result=1 (${mark})\n`);
      }
      assert.deepEqual(await used, result);
      assert.equal(await peer.readCommand(), "GET VARIABLE X");
      await peer.say("200 result=1 (its own)\n");
      assert.equal(await next, "its own");
    });
  }
});

Deno.test("interrupt() has AMI stop what the line cannot", async () => {
  let stopped = 0;
  const stop = () => Promise.resolve(void stopped++);
  using parts = await openChannel(undefined, stop);
  const { channel, peer } = parts;
  assert.equal(await channel.interrupt(), false, "nothing runs");
  const used = channel.controlStreamFile("x");
  await peer.readCommand();
  assert.equal(await channel.interrupt(), true);
  assert.equal(stopped, 1);
  await peer.say("200 result=0 endpos=520\n");
  assert.deepEqual(await used, { ended: "stopped", digit: undefined, endpos: 520 });
  const waiting = channel.command("EXEC", "Wait", 5);
  await peer.readCommand();
  assert.equal(await channel.interrupt(), false, "nothing that plays");
  await peer.say("200 result=0\n");
  await waiting;
});

Deno.test("SAY is not interrupted by the line: what was said to do so came after it was over", async () => {
  using parts = await openChannel(undefined, () => Promise.reject(new Error("no AMI")));
  const used = parts.channel.sayDigits("1234567890");
  await parts.peer.readCommand();
  assert.equal(await parts.channel.interrupt(), false);
  await parts.peer.say("200 result=0\n");
  assert.deepEqual(await used, spoken());
});

Deno.test("interrupt() is false where AMI cannot stop it either", async () => {
  using parts = await openChannel(undefined, () => Promise.reject(new Error("no AMI")));
  const used = parts.channel.controlStreamFile("x");
  await parts.peer.readCommand();
  assert.equal(await parts.channel.interrupt(), false);
  await parts.peer.say("200 result=0 endpos=520\n");
  await used;
});

Deno.test("each AGI command of Asterisk's documentation is a method", async () => {
  const schema = await Deno.readTextFile(new URL("../schema/agi_commands.ts", import.meta.url));
  const names = [...schema.matchAll(/^ {2}readonly "([A-Z ]+)":/gm)].map(([, name = ""]) => name);
  assert.equal(names.length, 47);
  const methods = names.map((name) =>
    name.toLowerCase().replace(/ (\w)/g, (_, letter) => letter.toUpperCase())
  );
  assert.deepEqual(methods.filter((name) => !(name in AgiChannel.prototype)), []);
});
