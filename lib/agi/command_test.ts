import assert from "node:assert/strict";
import { seededRandom } from "../../tests/support/random.ts";
import {
  type ApplicationArgument,
  type CommandWord,
  escapeArgument,
  formatCommand,
  formatExec,
  lineLimit,
  replyKind,
} from "./command.ts";

/**
 * Splits a line into words as Asterisk does.
 * Source: Asterisk 22, res/res_agi.c, parse_args()
 */
function splitAsAsterisk(line: string): string[] {
  const words: string[] = [];
  let quoted = false;
  let escaped = false;
  let whitespace = true;
  const begin = () => {
    if (whitespace) words.push("");
    whitespace = false;
  };
  for (const character of line) {
    if (character === '"' && !escaped) {
      quoted = !quoted;
      if (quoted) begin();
    } else if ((character === " " || character === "\t") && !quoted && !escaped) {
      whitespace = true;
    } else if (character === "\\" && !escaped) {
      escaped = true;
    } else {
      begin();
      words[words.length - 1] += character;
      escaped = false;
    }
  }
  return words;
}

/**
 * Splits the data of an application as AST_STANDARD_APP_ARGS does.
 * Source: Asterisk 22, main/app.c, __ast_app_separate_args()
 */
function splitAsApplication(data: string): string[] {
  const args = [""];
  let parentheses = 0;
  let brackets = 0;
  let quoted = false;
  for (let at = 0; at < data.length; at++) {
    const character = data[at]!;
    if (character === '"') {
      quoted = !quoted;
      continue;
    }
    if (character === "," && parentheses === 0 && brackets === 0 && !quoted) {
      args.push("");
      continue;
    }
    if (character === "\\") at++;
    else if (character === "(") parentheses++;
    else if (character === ")") parentheses = Math.max(0, parentheses - 1);
    else if (character === "[") brackets++;
    else if (character === "]") brackets = Math.max(0, brackets - 1);
    args[args.length - 1] += data[at] ?? "";
  }
  return args;
}

const awkward = [
  "",
  " ",
  "a b",
  "\t",
  '"',
  "\\",
  '\\"',
  'say "hi"',
  "a\\",
  "'",
  "ž你🎉",
  "\u00a0",
  ")",
];

Deno.test("formatCommand() quotes words where Asterisk would read them differently", () => {
  const cases: [words: CommandWord[], line: string][] = [
    [["ANSWER"], "ANSWER"],
    [["STREAM FILE", "beep", "#"], "STREAM FILE beep #"],
    [["STREAM FILE", "beep", ""], 'STREAM FILE beep ""'],
    [["SET VARIABLE", "X", "two words"], 'SET VARIABLE X "two words"'],
    [["SET VARIABLE", "X", "tab\tbed"], 'SET VARIABLE X "tab\tbed"'],
    [["SET VARIABLE", "X", 'a"b\\c'], 'SET VARIABLE X "a\\"b\\\\c"'],
    [["SET VARIABLE", "X", "${Y},z)"], "SET VARIABLE X ${Y},z)"],
    [["WAIT FOR DIGIT", -1], "WAIT FOR DIGIT -1"],
    [["SAY NUMBER", 12345678901234567890n, ""], 'SAY NUMBER 12345678901234567890 ""'],
    [["set autohangup", 0.5], "set autohangup 0.5"],
  ];
  for (const [words, line] of cases) assert.equal(formatCommand(words), line);
});

Deno.test("formatCommand() makes lines that Asterisk splits into the same words", () => {
  for (const word of awkward) {
    const line = formatCommand(["NOOP", word, "end", word]);
    assert.deepEqual(splitAsAsterisk(line), ["NOOP", word, "end", word], line);
  }
  const seed = 20_260_101;
  const random = seededRandom(seed);
  const letters = ['"', "\\", " ", "\t", "a", ",", "(", "é", "$", "{"];
  for (let round = 0; round < 2_000; round++) {
    const words = Array.from(
      { length: random.int(5) },
      () => Array.from({ length: random.int(6) }, () => random.pick(letters)).join(""),
    );
    const line = formatCommand(["NOOP", ...words]);
    assert.deepEqual(splitAsAsterisk(line), ["NOOP", ...words], `seed ${seed}: ${line}`);
  }
});

Deno.test("formatCommand() refuses what would end the command and begin another one", () => {
  for (const end of ["\n", "\r", "\0", "a\nHANGUP", "a\r\nb", "x\0"]) {
    const error = { name: "TypeError", message: /^Cannot send NOOP: argument ".*" has a line end/ };
    assert.throws(() => formatCommand(["NOOP", end]), error);
    assert.throws(() => formatCommand([`NOOP ${end}`]), TypeError);
  }
});

Deno.test("formatCommand() refuses names that are no command, or end the request", () => {
  const names = ["", " ", " NOOP", "NOOP ", "A  B", "NOOP x1", '"NOOP"', "failure", "FAILURE now"];
  for (const name of names) {
    assert.throws(() => formatCommand([name]), { name: "TypeError", message: /must be letters/ });
  }
  assert.throws(() => formatCommand([]), TypeError);
});

Deno.test("formatCommand() refuses words that are no text, and names them", () => {
  const words: unknown[] = [NaN, Infinity, undefined, null, true, {}, ["a"], Symbol("s")];
  for (const word of words) {
    assert.throws(() => formatCommand(["NOOP", word as CommandWord]), {
      name: "TypeError",
      message: `Cannot send NOOP: argument ${String(word)} must be a string or a finite number`,
    });
  }
});

Deno.test("formatCommand() refuses more words than Asterisk has room for", () => {
  assert.equal(splitAsAsterisk(formatCommand(["NOOP", ...Array(119).fill("")])).length, 120);
  assert.throws(() => formatCommand(["NOOP", ...Array(120).fill("")]), {
    name: "TypeError",
    message: "Cannot send AGI command NOOP: got 121 words, at most 120 are allowed",
  });
});

Deno.test("formatCommand() cuts a long argument in its error", () => {
  assert.throws(() => formatCommand(["NOOP", "x".repeat(9_000) + "\n"]), ({ message }: Error) => {
    return message.length < 200 && message.includes("…");
  });
});

Deno.test("formatExec() joins arguments by commas and drops empty ones at the end", () => {
  const cases: [application: string, args: ApplicationArgument[], line: string][] = [
    ["Answer", [], "EXEC Answer"],
    ["Answer", [undefined, null, ""], "EXEC Answer"],
    ["Read", ["PIN", "beep", 4, undefined, undefined, 8], "EXEC Read PIN,beep,4,,,8"],
    ["Dial", ["PJSIP/1234", 120, "gr"], "EXEC Dial PJSIP/1234,120,gr"],
    ["Dial", ["PJSIP/1234", undefined, "g", ""], "EXEC Dial PJSIP/1234,,g"],
    ["Set", ["A=x y"], 'EXEC Set "A=x y"'],
    ["Verbose", ['say "hi", \\'], 'EXEC Verbose "say \\"hi\\", \\\\"'],
    ["Wait", [0], "EXEC Wait 0"],
    ["Wait", [0.5], "EXEC Wait 0.5"],
    ["NoOp", [10n], "EXEC NoOp 10"],
    ["My_App-2", ["x"], "EXEC My_App-2 x"],
  ];
  for (const [application, args, line] of cases) {
    assert.equal(formatExec(application, args), line);
  }
});

Deno.test("formatExec() passes the data as one word, whatever is in it", () => {
  for (const word of awkward) {
    const words = splitAsAsterisk(formatExec("NoOp", [word, "end"]));
    assert.deepEqual(words, ["EXEC", "NoOp", `${word},end`]);
  }
});

Deno.test("formatExec() refuses line ends, and names that are not one word", () => {
  assert.throws(() => formatExec("NoOp", ["a\nHANGUP"]), {
    name: "TypeError",
    message: 'Cannot send NoOp: argument "a\\nHANGUP" has a line end or NUL',
  });
  for (const name of ["", "No Op", "NoOp\n", "NoOp(x)", 7, undefined] as string[]) {
    assert.throws(() => formatExec(name, []), { name: "TypeError", message: /must be one word/ });
  }
});

Deno.test("escapeArgument() makes one argument of any text", () => {
  assert.equal(escapeArgument("Room 1, upstairs"), "Room 1\\, upstairs");
  for (const text of [...awkward, "a,b", "(", "[", "a),b", '",', "\\,", "a(b,c", "x]y[z,"]) {
    const data = `before,${escapeArgument(text)},after`;
    assert.deepEqual(splitAsApplication(data), ["before", text, "after"], data);
  }
});

Deno.test("replyKind() knows the commands whose reply can have line ends", () => {
  const kinds = {
    "GET VARIABLE X": "data",
    "get variable X": "data",
    "GET FULL VARIABLE ${X}": "data",
    "DATABASE GET f k": "data",
    "RECEIVE TEXT 300": "data",
    "EXEC GET VARIABLE": "exec",
    "exec Answer": "exec",
    "GET DATA beep": "line",
    "DATABASE PUT f k v": "line",
    "RECEIVE CHAR 300": "line",
    "EXECUTE x": "line",
    "GET VARIABLES": "line",
    ANSWER: "line",
  };
  for (const [line, kind] of Object.entries(kinds)) assert.equal(replyKind(line), kind, line);
});

Deno.test("lineLimit() knows since which versions Asterisk reads long lines", () => {
  const limits: Record<string, number> = {
    "16.28.0~dfsg-0+deb11u4": 2047,
    "18.26.4": 2047,
    "19.8.1": 2047,
    "20.15.2": 2047,
    "20.16.0": 8191,
    "21.10.2": 2047,
    "21.11.0": 8191,
    "22.5.3": 2047,
    "22.6.0-rc1": 8191,
    "22.10.1+dfsg+~cs6.17.60671434-1": 8191,
    "23.0.0": 8191,
    "100.0": 8191,
    "certified/20.7-cert5": 2047,
    "GIT-master-3f4d5c6": 2047,
    "22": 2047,
    "": 2047,
  };
  for (const [version, limit] of Object.entries(limits)) {
    assert.equal(lineLimit(version), limit, version);
  }
});
