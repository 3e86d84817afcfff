import assert from "node:assert/strict";
import { seededRandom } from "../../tests/support/random.ts";
import { amiTranscripts } from "../../tests/support/transcripts.ts";
import { type ActionParameters, blockingTime, formatAction } from "./action.ts";

const good: [what: string, name: string, parameters: ActionParameters, lines: string[]][] = [
  ["no parameters", "Ping", {}, []],
  ["text", "Getvar", { Variable: "TEST" }, ["Variable: TEST"]],
  ["names in any case", "getvar", { variable: "TEST" }, ["variable: TEST"]],
  ["numbers and booleans", "Originate", {
    Priority: 1,
    Timeout: 5n,
    Async: true,
    EarlyMedia: false,
  }, [
    "Priority: 1",
    "Timeout: 5",
    "Async: true",
    "EarlyMedia: false",
  ]],
  ["what is not given", "Hangup", { Channel: "a", Cause: undefined, Other: null }, ["Channel: a"]],
  ["an empty value", "Setvar", { Variable: "X", Value: "" }, ["Variable: X", "Value: "]],
  ["a repeated header", "Originate", { Variable: ["A=1", "B=2,C=3"] }, [
    "Variable: A=1",
    "Variable: B=2,C=3",
  ]],
  ["nothing repeated", "Originate", { Variable: [] }, []],
  ["variables", "Originate", { variable: { PIN: "1,2", "CALLERID(num)": 30 } }, [
    "variable: PIN=1\\,2",
    "variable: CALLERID\\(num\\)=30",
  ]],
  ["variables that are not given", "Originate", { Variable: { A: undefined, B: null, C: 0 } }, [
    "Variable: C=0",
  ]],
  [
    "names with digits and signs",
    "UpdateConfig",
    { "Action-000000": "NewCat", "Cat-000000": "x" },
    [
      "Action-000000: NewCat",
      "Cat-000000: x",
    ],
  ],
  ["UTF-8", "UserEvent", { UserEvent: "Ž 你好 😀" }, ["UserEvent: Ž 你好 😀"]],
  ["blanks, tabs, colons, quotes", "UserEvent", { A: ' a:\t"b" ' }, ['A:  a:\t"b" ']],
];

for (const [what, name, parameters, lines] of good) {
  Deno.test(`formatAction() writes ${what}`, () => {
    const text = [`Action: ${name}`, "ActionID: 7-1", ...lines, "", ""].join("\r\n");
    assert.equal(formatAction(name, parameters, "7-1"), text);
  });
}

/** What JavaScript can pass although TypeScript forbids it. */
const wrong = (value: unknown): ActionParameters => ({ Key: value as string });

const bad: [what: string, name: string, parameters: ActionParameters, reason: RegExp][] = [
  ["an empty name", "", {}, /^Cannot send action "": its name must be letters and digits$/],
  ["a name with a blank", "Ping ", {}, /^Cannot send action "Ping ": its name/],
  ["a name with a line end", "Ping\r\nX: y", {}, /^Cannot send action "Ping\\r\\nX: y": its name/],
  ["a line end in a value", "Ping", { A: "x\r\nAction: Logoff" }, /: A has a line end or NUL$/],
  ["an LF in a value", "Ping", { A: "x\ny" }, /: A has a line end or NUL$/],
  ["a CR in a value", "Ping", { A: "x\ry" }, /: A has a line end or NUL$/],
  ["a NUL in a value", "Ping", { A: "x\0y" }, /: A has a line end or NUL$/],
  ["a line end in an array", "Ping", { A: ["x", "y\n"] }, /: A has a line end or NUL$/],
  ["a line end in a variable", "Originate", { Variable: { A: "\n" } }, /Variable has a line end/],
  ["a line end in a header's name", "Ping", { "A\r\nB": "x" }, /"A\\r\\nB" is not the name of a/],
  ["a colon in a header's name", "Ping", { "A: B": "x" }, /"A: B" is not the name of a header$/],
  ["an empty header's name", "Ping", { "": "x" }, /"" is not the name of a header$/],
  ["an action", "Ping", { action: "Logoff" }, /"Ping": action is set by Lunopark$/],
  ["an ActionID", "Ping", { ACTIONID: "1" }, /"Ping": ACTIONID is set by Lunopark$/],
  ["an object", "Getvar", { Channel: { a: 1 } }, /Channel must be text, a number, a boolean or/],
  [
    "a function",
    "Ping",
    wrong(() => {}),
    /: Key is function, must be text, a number or a boolean$/,
  ],
  ["a symbol", "Ping", wrong(Symbol("x")), /: Key is symbol, must be/],
  ["null in an array", "Ping", wrong(["a", null]), /: Key is null, must be/],
  ["an array in an array", "Ping", wrong([["a"]]), /: Key is an object, must be/],
  [
    "an object without text in an array",
    "Ping",
    wrong([Object.create(null)]),
    /: Key is an object/,
  ],
  [
    "an object in a variable",
    "Originate",
    { Variable: { A: {} as unknown as string } },
    /: A is an object, must be/,
  ],
  [
    "a variable without a name",
    "Originate",
    { Variable: { "": 1 } },
    /"" is not the name of a var/,
  ],
  ["= in a variable's name", "Originate", { Variable: { "A=B": 1 } }, /"A=B" is not the name of a/],
  [
    "a blank before a variable's name",
    "Originate",
    { Variable: { " A": 1 } },
    /" A" is not the na/,
  ],
];

for (const [what, name, parameters, reason] of bad) {
  Deno.test(`formatAction() refuses ${what}`, () => {
    assert.throws(() => formatAction(name, parameters, "7-1"), (error) => {
      assert.ok(error instanceof TypeError);
      assert.match(error.message, reason);
      return true;
    });
  });
}

Deno.test("formatAction() does not repeat a value that it refuses: it may be a secret", () => {
  for (const value of ["hush\n", "hush".repeat(300)]) {
    assert.throws(() => formatAction("Login", { Secret: value }, "7-1"), (error) => {
      assert.ok(!(error as Error).message.includes("hush"));
      return true;
    });
  }
});

Deno.test("formatAction() takes lines of up to 1022 bytes in UTF-8", () => {
  for (
    const [letter, bytes] of [["x", 1], ["é", 2], ["你", 3], ["😀", 4], ["\ud800", 3]] as const
  ) {
    const most = Math.floor((1022 - "Key: ".length) / bytes);
    const rest = "x".repeat(1022 - "Key: ".length - most * bytes);
    const value = letter.repeat(most) + rest;
    const text = formatAction("Ping", { Key: value }, "7-1");
    const line = text.split("\r\n")[2] ?? "";
    assert.equal(new TextEncoder().encode(line).length, 1022);
    assert.throws(() => formatAction("Ping", { Key: `${value}x` }, "7-1"), {
      name: "RangeError",
      message: 'Cannot send action "Ping": Key makes a line of 1023 bytes, Asterisk takes 1022',
    });
  }
});

Deno.test("formatAction() counts the name of the action among the lines that can be too long", () => {
  assert.throws(() => formatAction("P".repeat(1015), {}, "7-1"), RangeError);
});

Deno.test("formatAction() takes up to 128 headers", () => {
  const keys = Array.from({ length: 126 }, (_, index) => `Key${index}`);
  const parameters = Object.fromEntries(keys.map((key) => [key, key]));
  assert.equal(formatAction("UserEvent", parameters, "7-1").split("\r\n").length, 128 + 2);
  assert.throws(() => formatAction("UserEvent", { ...parameters, More: "" }, "7-1"), {
    name: "RangeError",
    message: 'Cannot send action "UserEvent": it has 129 headers, Asterisk takes 128',
  });
});

Deno.test("formatAction() is as strict as Asterisk was with lines and headers", () => {
  // The recorder put "ActionID: " and so many characters on a line; and so many Key headers.
  const message = (wanted: string) => {
    const { exchange } = amiTranscripts().find(({ id }) => id === wanted) ?? assert.fail(wanted);
    const answer = exchange.find(({ direction }) => direction === "fromAsterisk") ?? assert.fail();
    return new TextDecoder().decode(answer.bytes);
  };
  assert.match(message("session/actionid-length-1011"), /^Response: Success\r\n/); // 1021 in all
  assert.match(message("session/actionid-length-1013"), /Failed to parse message: line too long/);
  assert.match(message("session/headers-127"), /^Response: Success\r\n/);
  assert.match(message("session/headers-129"), /Too many lines in message/);
});

/**
 * Reads variables as Asterisk does: a copy of man_do_variable_value() and, with remove_chars, of
 * __ast_app_separate_args(), in C's order of tests.
 * Source: Asterisk 22, main/manager.c, main/app.c
 */
function readVariables(header: string): [name: string, value: string][] {
  const parts: string[] = [""];
  let [paren, bracket, quote] = [0, 0, false];
  const text = header.replace(/^[\0-\x20]+/, "");
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    let kept = char;
    if (char === "(") paren++;
    else if (char === ")") paren -= paren > 0 ? 1 : 0;
    else if (char === "[") bracket++;
    else if (char === "]") bracket -= bracket > 0 ? 1 : 0;
    else if (char === '"') {
      quote = !quote;
      kept = "";
    } else if (char === "\\") kept = text.charAt(++at);
    else if (char === "," && !paren && !bracket && !quote) {
      parts.push("");
      continue;
    }
    parts.push(`${parts.pop()}${kept}`);
  }
  return parts.filter((part) => part.indexOf("=") > 0).map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), part.slice(at + 1)];
  });
}

Deno.test("formatAction() escapes variables so that Asterisk reads what was given", () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = seededRandom(seed);
  const letters = [...'\\",()[]=;|&:\' \tab1ž😀$%{}#\\",'];
  const word = () => Array.from({ length: random.int(12) }, () => random.pick(letters)).join("");
  for (let round = 0; round < 2_000; round++) {
    const variables = Object.fromEntries(
      [1, 2, 3].map((n) => [`N${n}${word().replaceAll("=", "")}`, word()]),
    );
    const text = formatAction("Originate", { Variable: variables }, "7-1");
    const read = text.split("\r\n").filter((line) => line.startsWith("Variable:"))
      .flatMap((line) => readVariables(line.slice("Variable:".length)));
    assert.deepEqual(read, Object.entries(variables), `seed ${seed}: ${text}`);
  }
});

const blocking: [name: string, parameters: ActionParameters, time: number][] = [
  ["Ping", { Timeout: 5_000 }, 0],
  ["Originate", { Channel: "Local/1" }, 30_000],
  ["originate", { TIMEOUT: "5000" }, 5_000],
  ["Originate", { Timeout: "" }, 30_000],
  ["Originate", { Timeout: 0 }, Infinity],
  ["Originate", { Timeout: -1 }, Infinity],
  ["Originate", { Async: false, Timeout: 5_000 }, 5_000],
  ["Originate", { async: "no" }, 30_000],
  ["Originate", { Async: true, Timeout: 5_000 }, 0],
  ["Originate", { async: "Yes" }, 0],
  ["Originate", { async: 1 }, 0],
  ["WaitEvent", {}, Infinity],
  ["WaitEvent", { Timeout: -1 }, Infinity],
  ["WaitEvent", { Timeout: "abc" }, Infinity],
  ["waitevent", { timeout: 5 }, 5_000],
  ["WaitEvent", { Timeout: 0 }, 0],
];

for (const [name, parameters, time] of blocking) {
  Deno.test(`blockingTime() of ${name} ${JSON.stringify(parameters)} is ${time}`, () => {
    assert.equal(blockingTime(name, parameters), time);
  });
}
