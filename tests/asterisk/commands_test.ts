/**
 * The AGI commands and the AMI actions of a live Asterisk, by socket, by AsyncAGI, and by TLS.
 */
import assert from "node:assert/strict";
import { ActionFailedError, type App, type Channel, startLunopark } from "lunopark";
import { openLog } from "../../lib/log.ts";
import { seededRandom } from "../support/random.ts";
import { configFor, inCall, onAsterisk, onEachTransport, openScene, within } from "./support.ts";

type Use = (channel: Channel, app: App) => Promise<unknown>;

const played = { ended: "finished", digit: undefined };
const said = { ...played, endpos: undefined };

/** Commands on an answered channel that carries no sound, and what comes of them. */
const uses: [name: string, use: Use, result: unknown][] = [
  ["ANSWER", (c) => c.answer(), true],
  ["ANSWER again", (c) => c.answer(), true],
  ["CHANNEL STATUS", (c) => c.channelStatus(), "Up"],
  ["CHANNEL STATUS of none", (c) => c.channelStatus("none"), undefined],
  ["NOOP", (c) => c.noop(), undefined],
  ["VERBOSE", (c) => c.verbose("one two"), undefined],
  ["DATABASE PUT", (c) => c.databasePut("lab", "k e y", 'a (b) "c" \\d'), true],
  ["DATABASE GET", (c) => c.databaseGet("lab", "k e y"), 'a (b) "c" \\d'],
  ["DATABASE DEL", (c) => c.databaseDel("lab", "k e y"), true],
  ["DATABASE GET of none", (c) => c.databaseGet("lab", "k e y"), undefined],
  ["DATABASE PUT tree", (c) => c.databasePut("tree", "a", 1), true],
  ["DATABASE DELTREE", (c) => c.databaseDeltree("tree"), true],
  ["DATABASE DELTREE of none", (c) => c.databaseDeltree("tree"), false],
  ["SET VARIABLE and GET", (c) => c.set("A", "b").then(() => c.get("A")), "b"],
  [
    "fn and setFn",
    (c) => c.setFn("CALLERID", "42", "num").then(() => c.fn("CALLERID", "num")),
    "42",
  ],
  ["STREAM FILE", (c) => c.streamFile("beep"), { ...played, endpos: 3520 }],
  ["CONTROL STREAM FILE", (c) => c.controlStreamFile("beep"), said],
  ["GET OPTION", (c) => c.getOption("beep", "12", 100), { ...played, endpos: 3520 }],
  ["GET DATA", (c) => c.getData("beep", { timeout: 100, max: 4 }), {
    ended: "timeout",
    digits: "",
  }],
  ["WAIT FOR DIGIT", (c) => c.waitForDigit(50), { ended: "timeout", digit: undefined }],
  ["SAY DIGITS", (c) => c.sayDigits("12"), said],
  ["SAY NUMBER", (c) => c.sayNumber(4), said],
  ["SAY ALPHA", (c) => c.sayAlpha("a"), said],
  ["SAY PHONETIC", (c) => c.sayPhonetic("a"), said],
  [
    "RECORD FILE",
    async (c) => (await c.recordFile("lab-commands", { timeout: 100 })).ended,
    "timeout",
  ],
  ["RECEIVE CHAR", (c) => c.receiveChar(50), { ended: "hangup", char: undefined }],
  ["RECEIVE TEXT", (c) => c.receiveText(50), undefined],
  ["SEND TEXT", (c) => c.sendText("two words"), true],
  ["SEND IMAGE", (c) => c.sendImage("none"), true],
  ["TDD MODE", (c) => c.tddMode("off"), false],
  ["SET AUTOHANGUP", (c) => c.setAutohangup(60_000).then(() => c.setAutohangup(0)), undefined],
  ["SET CALLERID", (c) => c.setCallerid('"A" <5>').then(() => c.get("CALLERID(num)")), "5"],
  ["SET MUSIC", (c) => c.setMusic(true).then(() => c.setMusic(false)), undefined],
  ["GOSUB", (c) => c.gosub("sub", "s", 1, "x"), { ended: "complete" }],
  ["GOSUB's value", (c) => c.get("GOSUB_RETVAL"), "returned x"],
  ["GOSUB of none", (c) => c.gosub("sub", "none", 1), { ended: "notfound" }],
  ["SPEECH CREATE", (c) => c.speechCreate("none"), false],
  ["SPEECH SET", (c) => c.speechSet("a", "b"), false],
  ["SPEECH LOAD GRAMMAR", (c) => c.speechLoadGrammar("a", "b"), false],
  ["SPEECH ACTIVATE GRAMMAR", (c) => c.speechActivateGrammar("a"), false],
  ["SPEECH DEACTIVATE GRAMMAR", (c) => c.speechDeactivateGrammar("a"), false],
  ["SPEECH UNLOAD GRAMMAR", (c) => c.speechUnloadGrammar("a"), false],
  ["SPEECH RECOGNIZE", async (c) => (await c.speechRecognize("beep", 50)).ended, "failed"],
  ["SPEECH DESTROY", (c) => c.speechDestroy(), false],
  ["EXEC", (_c, app) => app.Set("B=c"), 0],
  ["EXEC by name", (c) => c.exec("Set", "B=c"), 0],
  ["EXEC of none", (c) => c.exec("NoSuchApp"), undefined],
  [
    "SET VARIABLE and GET VARIABLE",
    (c) => c.setVariable("D", "e").then(() => c.getVariable("D")),
    "e",
  ],
  ["GET VARIABLE of none", (c) => c.getVariable("NONE"), undefined],
  ["GET FULL VARIABLE", (c) => c.getFullVariable("<${D}>"), "<e>"],
  ["GET FULL VARIABLE of none", (c) => c.getFullVariable("<${D}>", "none"), undefined],
  ["EXEC's value", (c) => c.get("B"), "c"],
  ["a value of 2,800 bytes", async (c) => {
    await c.set("BIG", "x".repeat(700));
    return (await c.command("GET FULL VARIABLE", "${BIG}${BIG}${BIG}${BIG}")).data?.length;
  }, 2800],
  [
    "getFull",
    (c) => c.set("ODD", 'ž "q" (a,b) \\ %').then(() => c.getFull("ODD")),
    'ž "q" (a,b) \\ %',
  ],
  [
    "an unknown application",
    (_c, app) => app.exec("NoSuchApp").catch((error) => error.name),
    "AgiCommandError",
  ],
  ["wrong usage", (c) => c.command("STREAM FILE").catch((error) => error.code), 520],
  ["an unknown command", (c) => c.command("NO SUCH").catch((error) => error.code), 510],
  ["SET CONTEXT", (c) => c.setContext("after").then(() => c.get("CONTEXT")), "after"],
  ["SET EXTENSION", (c) => c.setExtension("s").then(() => c.get("EXTEN")), "s"],
  ["SET PRIORITY", (c) => c.setPriority("label"), undefined],
  ["HANGUP", (c) => c.hangup(), true],
];

/** They fail on a channel like this, and a failure ends an AsyncAGI session. */
const failing = ["RECEIVE CHAR", "GOSUB of none"];

onEachTransport("every AGI command says what happened", async (asterisk) => {
  await inCall(asterisk, async (app, channel) => {
    for (const [name, use, result] of uses) {
      if (asterisk.transport.name === "AsyncAGI" && failing.includes(name)) continue;
      const came = await use(channel, app).catch((error) => `${error}`);
      assert.deepEqual(came, result, name);
    }
  });
});

/** What can be interrupted, and whether AMI alone can do it. */
const prompts: [use: (channel: Channel) => Promise<{ ended: string }>, byAmi: boolean][] = [
  [(c) => c.streamFile("demo-congrats"), true],
  [(c) => c.getData("demo-congrats", { timeout: 500 }), false],
  [(c) => c.getOption("demo-congrats", "1", 500), false],
  [(c) => c.waitForDigit(1_000), false],
  [(c) => c.controlStreamFile("demo-congrats"), true],
];

onEachTransport("interrupt() stops a prompt, and the next reply is its own", async (asterisk) => {
  await inCall(asterisk, async (_app, channel) => {
    await channel.answer();
    for (const [prompt, byAmi] of prompts) {
      if (!byAmi && !asterisk.transport.interrupts) continue;
      const ended = prompt(channel);
      // AMI finds something to stop only once it plays, and AsyncAGI has it play 100 ms later.
      await new Promise((resolve) =>
        setTimeout(resolve, asterisk.transport.interrupts ? 100 : 400)
      );
      assert.equal(await channel.interrupt(), true);
      assert.equal((await ended).ended, "stopped");
      assert.equal(await channel.get("UNIQUEID"), channel.uniqueid);
    }
  });
});

onEachTransport("interrupt() says so where nothing can reach a command", async (asterisk) => {
  await inCall(asterisk, async (_app, channel) => {
    await channel.answer();
    assert.equal(await channel.interrupt(), false);
    for (
      const wait of [
        () => channel.waitForDigit(300),
        () => channel.getData("beep", { timeout: 300 }),
        () => channel.getOption("beep", "1", 300),
      ]
    ) {
      const ended = wait();
      if (asterisk.transport.interrupts) assert.equal(await channel.interrupt(), true);
      else {
        await assert.rejects(channel.interrupt(), {
          name: "AgiError",
          message: /^Cannot interrupt .* over AsyncAGI: only what plays a file can be stopped/,
        });
      }
      await ended;
      assert.equal(await channel.get("UNIQUEID"), channel.uniqueid);
    }
  });
});

onEachTransport(
  "random values of any kind come back as they were sent",
  async (asterisk) => {
    // AsyncAGI takes a hundred times as long for each.
    const count = asterisk.transport.name === "FastAGI" ? 10_000 : 100;
    const seed = Date.now() % 1_000_000;
    const random = seededRandom(seed);
    const parts = [
      '"',
      "\\",
      ",",
      "$",
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      " ",
      "\t",
      "'",
      "%",
      "&",
      "|",
    ];
    const letters = [
      "a",
      "B",
      "7",
      "ž",
      "電",
      "🎉",
      ":",
      ";",
      "=",
      "#",
      "/",
      "~",
      "^",
      "`",
      "!",
      "?",
    ];
    const makeValue = () => {
      const length = random.int(20) === 0 ? random.int(250) : random.int(24);
      const all = [...parts, ...letters];
      return Array.from({ length }, () => random.pick(all)).join("");
    };
    await inCall(asterisk, async (app, channel) => {
      for (let index = 0; index < count; index++) {
        const value = makeValue();
        const what = `seed ${seed}, value ${index}: ${JSON.stringify(value)}`;
        if (index % 4 === 0) await app.Set(`VALUE=${value}`);
        else await channel.set("VALUE", value);
        assert.equal(await channel.get("VALUE"), value, what);
      }
    });
  },
);

/** Parameters that keep an action from doing harm, or from waiting; all others get none. */
const parameters: Record<string, Record<string, string>> = {
  Command: { Command: "core show uptime" },
  Events: { EventMask: "on" },
  Reload: { Module: "none" },
  WaitEvent: { Timeout: "0" },
};

onAsterisk("every AMI action answers, or is refused", async (asterisk) => {
  await using scene = await openScene(asterisk, { script() {} });
  const { ami } = scene.server;
  const listed = await ami.ListCommands();
  const names = Array.from(listed.headers, ([name]) => name)
    .filter((name) => !["Response", "ActionID", "Logoff", "Login"].includes(name));
  assert.ok(names.length > 120, `${names.length} actions`);
  let refused = 0;
  for (const name of names) {
    try {
      await ami.action(name, parameters[name] ?? {}, { timeout: 20_000 });
    } catch (error) {
      assert.ok(error instanceof ActionFailedError, `${name}: ${error}`);
      refused++;
    }
  }
  assert.ok(refused > 50, `${refused} of ${names.length} refused`);
  assert.equal((await ami.Ping())["Ping"], "Pong");
});

onAsterisk(
  "AMI works over TLS, by CA and by fingerprint, and refuses a stranger",
  async (asterisk) => {
    const host = asterisk.env["ASTERISK_AMI_TLS"] as string;
    const ca = asterisk.env["ASTERISK_AMI_CA"] as string;
    const config = { ...configFor(asterisk), role: "ami" as const, host };
    for (
      const [tls, works] of [[{ ca }, true], [{ insecure: true }, true], [true, false]] as const
    ) {
      const lines: string[] = [];
      const told = Promise.withResolvers<string>();
      const log = openLog({
        write: (line) => {
          lines.push(line);
          if (/Connected to AMI|No AMI connection/.test(line)) told.resolve(line);
        },
      });
      const server = await startLunopark({ ...config, tls }, { handlers: {}, log });
      try {
        const line = await within("word of the connection", told.promise);
        if (works) assert.equal((await server.ami.Ping())["Ping"], "Pong");
        else assert.match(line, /certificate/i);
      } finally {
        await server.stop();
        log.close();
      }
    }
  },
);
