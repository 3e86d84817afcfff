import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { UsageError } from "../cli.ts";
import { ConfigError } from "../errors.ts";
import { callUsage, parseCallArguments, runCall } from "./call_command.ts";

const config = fileURLToPath(new URL("../../handlers/config.ts", import.meta.url));

Deno.test("parseCallArguments() takes what a call is made of", () => {
  const command = parseCallArguments([
    "ivr/en?lang=cs",
    "-c",
    "config.ts",
    "--digits=12#",
    "--arg",
    "one",
    "--arg",
    "two words",
    "--var",
    "A=1",
    "--var",
    "B=x=y",
    "--dial",
    "busy",
    "--callerid",
    '"Reception" <101>',
    "--hangup-after",
    "1.5",
    "--asterisk",
    "16",
    "--async",
    "-i",
    "--diagram",
    "--svg",
    "call.svg",
  ]);
  assert.deepEqual(command, {
    script: "ivr/en?lang=cs",
    config: "config.ts",
    digits: "12#",
    args: ["one", "two words"],
    vars: { A: "1", B: "x=y" },
    dial: "BUSY",
    callerid: '"Reception" <101>',
    hangupAfter: 1_500,
    asterisk: "16",
    isAsync: true,
    interactive: true,
    diagram: true,
    svg: "call.svg",
    help: false,
  });
});

Deno.test("parseCallArguments() says what was given and what is allowed", () => {
  const lines: [args: string[], message: RegExp][] = [
    [[], /needs the name of a script/],
    [["a", "b"], /^Unexpected argument "b": arguments of the script are given by --arg$/],
    [["a", "--digits", "12x"], /takes 0 to 9, \*, # and A to D, got "12x"$/],
    [
      ["a", "--dial", "MAYBE"],
      /takes ANSWER, BUSY, NOANSWER, CONGESTION, CHANUNAVAIL, got "MAYBE"$/,
    ],
    [["a", "--var", "X"], /^Option "--var" takes NAME=VALUE, got "X"$/],
    [["a", "--hangup-after", "soon"], /takes seconds, got "soon"$/],
    [["a", "--asterisk", "18"], /takes 22 or 16, got "18"$/],
    [["a", "--digit", "1"], /^Unknown option "--digit", did you mean "--digits"\? see /],
    [["a", "--bogus"], /^Unknown option "--bogus": see "lunopark call -h"$/],
    [["a", "--digits"], /^Option "--digits" needs a value, see /],
    [["a", "--digits", "--dial", "BUSY"], /^Option "--digits" needs a value, see /],
    [["a", "--async=yes"], /^Option "--async" takes no value, got "yes"$/],
    [["a", "--hangup-after", "-1"], /^Option "--hangup-after" takes seconds, got "-1"$/],
  ];
  for (const [args, message] of lines) {
    assert.throws(() => parseCallArguments(args), (error) => {
      assert(error instanceof UsageError);
      assert.match(error.message, message);
      return true;
    });
  }
});

Deno.test("callUsage() fits on 80 columns", () => {
  assert.deepEqual(callUsage().split("\n").filter((line) => line.length > 80), []);
});

async function shownCall(...args: string[]): Promise<{ status: number; text: string }> {
  const lines: string[] = [];
  const command = parseCallArguments([...args, "-c", config]);
  const terminal = { write: (line: string) => void lines.push(line), color: false, width: 80 };
  const status = await runCall(command, terminal);
  assert.deepEqual(
    lines.flatMap((line) => line.split("\n")).filter((line) => line.length > 80),
    [],
  );
  return { status, text: lines.join("\n") };
}

Deno.test("lunopark call shows a call from its beginning to its end", async () => {
  const { status, text } = await shownCall("subroutine?dial=PJSIP/101", "--digits", "0000");
  assert.equal(status, 0);
  assert.match(text, /caller {4}presses 0\n/);
  assert.match(text, /handler {3}Dial\(PJSIP\/101,120,g\)\n/);
  assert.match(text, /\nSUCCESS after 11\.\d s$/);
});

Deno.test("lunopark call says BUSY where the callee is", async () => {
  const { text } = await shownCall("subroutine", "--digits", "0000", "--dial", "BUSY");
  assert.match(text, /callee {4}BUSY\n/);
  assert.match(text, /200 result=1 \(BUSY\)\n/);
});

Deno.test("lunopark call ends with 1 where there is no such script", async () => {
  const { status, text } = await shownCall("nosuch");
  assert.equal(status, 1);
  assert.match(text, /warn: No script "nosuch": the dialplan goes on\n/);
  assert.match(text, /\nNOSCRIPT after 0\.0 s\nThere are: subroutine$/);
});

Deno.test("lunopark call tells which script was meant, as the server's log does", async () => {
  const { text } = await shownCall("subrutine");
  const line = text.replaceAll(/\n +/g, " ");
  assert.match(line, /warn: No script "subrutine" \(did you mean "subroutine"\?\): the dialplan/);
});

Deno.test("lunopark call has the caller hang up", async () => {
  const { status, text } = await shownCall("subroutine", "--hangup-after", "2");
  assert.equal(status, 0);
  assert.match(text, /2\.000 caller {4}hangs up\n/);
});

Deno.test("lunopark call --diagram draws the call instead of telling it", async () => {
  const { status, text } = await shownCall("subroutine", "--digits", "0000", "--diagram");
  assert.equal(status, 0);
  assert.match(text, /^ +caller +Asterisk +handler +callee\n/);
  assert.match(text, /│─+ presses 0 ─+►│ /);
  assert.match(text, /│◄─+ ANSWER ─+│\n/);
  assert.match(text, /│ SUCCESS after 11\.\d s │/);
  assert.doesNotMatch(text, /handler {3}Dial/);
});

Deno.test("lunopark call --svg draws the call into a file, and tells it as well", async () => {
  const folder = Deno.makeTempDirSync();
  try {
    const path = `${folder}/call.svg`;
    Deno.writeTextFileSync(path, "what was there before");
    const { text } = await shownCall("subroutine", "--hangup-after", "2", "--svg", path);
    assert.match(text, /2\.000 caller {4}hangs up\n/);
    const svg = Deno.readTextFileSync(path);
    assert.ok(svg.startsWith("<svg "), svg.slice(0, 100));
    assert.match(svg, /<title>2\.000 s, caller to Asterisk: hangs up<\/title>/);
    assert.match(svg, /<title>subroutine called by 100, FastAGI, simulated Asterisk 22<\/title>/);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("lunopark call --svg says that a file cannot be written before anything is called", async () => {
  await assert.rejects(shownCall("subroutine", "--svg", "/nowhere/call.svg"), (error) => {
    assert(error instanceof UsageError);
    assert.equal(
      error.message,
      'Option "--svg" needs a file that can be written, got "/nowhere/call.svg": ' +
        "no such file or directory",
    );
    return true;
  });
});

Deno.test("lunopark call tells the AMI actions of a handler, and not those of Lunopark itself", async () => {
  const lines: string[] = [];
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(
      `${folder}/handler.ts`,
      `export async function moves(app, channel) {
        await channel.ami.Setvar({ Channel: channel.name, Variable: "X", Value: "1" });
        await channel.ami.Hangup({ Channel: "PJSIP/nobody" }).catch(() => {});
        await app.Wait(5);
      }`,
    );
    Deno.writeTextFileSync(`${folder}/config.json`, "{}");
    for (const transport of [[], ["--async"]]) {
      const args = ["moves", "-c", `${folder}/config.json`, "--hangup-after", "1", ...transport];
      const write = (line: string) => void lines.push(line);
      await runCall(parseCallArguments(args), { write, color: false, width: 120 });
      const text = lines.splice(0).join("\n");
      assert.match(
        text,
        /handler {3}ami\.Setvar\(Channel: PJSIP\/100-\w+, Variable: X, Value: 1\)\n/,
      );
      assert.match(text, /asterisk {2}ami: Success, Variable Set\n/);
      assert.match(text, /asterisk {2}ami: Error, No such channel\n/);
      assert.deepEqual([...new Set(text.match(/ami\.\w+/g))], ["ami.Setvar", "ami.Hangup"]);
    }
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("lunopark call goes on when a handler has a promise that nobody catches", async () => {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(
      `${folder}/handler.ts`,
      `export async function forgets(app) {
        Promise.reject(new RangeError("nobody catches me"));
        await app.Wait(2);
      }`,
    );
    Deno.writeTextFileSync(`${folder}/config.json`, "{}");
    const lines: string[] = [];
    const status = await runCall(
      parseCallArguments(["forgets", "-c", `${folder}/config.json`]),
      { write: (line) => void lines.push(line), color: false, width: 80 },
    );
    assert.equal(status, 0, lines.join("\n"));
    const text = lines.join("\n");
    assert.match(
      text,
      /error: A rejected promise was not awaited\n +RangeError: nobody catches me\n/,
    );
    // The place in the handler, and none in the library.
    assert.match(text, /handler\.ts:2:24/);
    assert.doesNotMatch(text.replaceAll(/\n */g, ""), /lib\/agi/);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("lunopark call says that a configuration is not there as the server does", async () => {
  await assert.rejects(
    runCall(parseCallArguments(["a", "-c", "nowhere.ts"]), {
      write: () => {},
      color: false,
      width: 80,
    }),
    (error) => {
      assert(error instanceof ConfigError);
      assert.equal(error.message, "nowhere.ts: cannot be read: No such file or directory");
      return true;
    },
  );
});
