import assert from "node:assert/strict";
import { HangupError } from "./errors.ts";
import { cleanStack, formatJson, formatText, type LogRecord } from "./log_record.ts";

const record: LogRecord = {
  time: new Date(2026, 10, 22, 20, 57, 1, 123).getTime(),
  level: "info",
  ident: "lunopark",
  category: "agi",
  message: "subroutine started",
  facts: { channel: "PJSIP/100-00000001", uniqueid: "1795.1" },
};

/** What stands behind the message. */
function textOf(facts: Record<string, unknown>): string {
  return formatText({ ...record, message: "x", facts }).split(": x ")[1] ?? "";
}

function jsonOf(facts: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(formatJson({ ...record, facts }));
}

Deno.test("formatText() writes local time, level, ident, category, message and facts", () => {
  assert.equal(
    formatText(record),
    "2026-11-22 20:57:01.123 INFO  lunopark agi: subroutine started " +
      "channel=PJSIP/100-00000001 uniqueid=1795.1",
  );
  assert.equal(
    formatText({ ...record, level: "error", category: "", facts: {} }),
    "2026-11-22 20:57:01.123 ERROR lunopark: subroutine started",
  );
});

Deno.test("formatText() colours the level only", () => {
  const line = formatText({ ...record, level: "warn", facts: {} }, true);
  assert.equal(
    line,
    "2026-11-22 20:57:01.123 \x1b[33mWARN \x1b[0m lunopark agi: subroutine started",
  );
});

Deno.test("formatText() quotes facts that could be mistaken for something else", () => {
  const facts: [fact: unknown, text: string][] = [
    ["PJSIP/100", "PJSIP/100"],
    ["", '""'],
    ["two words", '"two words"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["tab\t", '"tab\\t"'],
    ["\x7f\x9b\u2028", '"\\u007f\\u009b\\u2028"'],
    [42, "42"],
    [42n, "42"],
    [null, "null"],
    [true, "true"],
    [["en", 2n], '["en","2"]'],
    [{ why: new Error("because") }, '{"why":"because"}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [new Error("no way"), '"no way"'],
    [new RangeError(), "RangeError"],
  ];
  for (const [fact, text] of facts) assert.equal(textOf({ fact }), `fact=${text}`);
  assert.equal(textOf({ gone: undefined, here: 1 }), "here=1");
});

Deno.test("formatText() writes one line, whatever a caller is named", () => {
  const forged = "Bob\r\n2026-11-22 20:57:01.123 INFO  lunopark: all is well\x1b[2J";
  const line = formatText({ ...record, message: forged, facts: { [forged]: forged } });
  assert.doesNotMatch(line, /\p{Cc}/u);
  assert.match(line, /: Bob\\r\\n2026.*well\\u001b\[2J /);
});

Deno.test("formatText() shows what has no JSON as Deno shows it", () => {
  const circle: Record<string, unknown> = { name: "circle" };
  circle.self = circle;
  assert.match(textOf({ circle }), /^circle="<ref \*1> \{ name: \\"circle\\", self/);
  assert.equal(textOf({ odd: { toJSON: () => undefined } }), "odd=null");
});

Deno.test("formatText() indents the stack of an error", () => {
  const error = new TypeError("no such thing");
  error.stack = "TypeError: no such thing\r\n    at file:///x/handler.ts?lp=7:3:5";
  assert.equal(
    textOf({ error }),
    'error="no such thing"\n    TypeError: no such thing\n        at file:///x/handler.ts:3:5',
  );
});

Deno.test("formatText() writes of an error of our own where handlers come in", () => {
  const error = new HangupError("Caller is gone", "hangup");
  assert.equal(textOf({ error }), 'error="Caller is gone"');
  error.stack = [
    "HangupError: Caller is gone",
    `    at AgiConnection.send (${new URL("./agi/connection.ts", import.meta.url)}:7:3)`,
    "    at async subroutine (file:///x/handler.ts?lp=7:3:5)",
    "    at eventLoopTick (ext:core/01_core.js:7:3)",
  ].join("\n");
  assert.equal(
    textOf({ error }),
    'error="Caller is gone"\n    HangupError: Caller is gone\n' +
      "        at async subroutine (file:///x/handler.ts:3:5)",
  );
});

Deno.test("formatJson() writes one object on one line", () => {
  const line = formatJson({ ...record, facts: { args: ["en"], count: 2, gone: undefined } });
  assert.equal(
    line,
    `{"time":"${new Date(record.time).toISOString()}","level":"info","ident":"lunopark",` +
      `"category":"agi","message":"subroutine started","args":["en"],"count":2}`,
  );
  const odd = "a\nb\u2028c\x9bd";
  assert.doesNotMatch(formatJson({ ...record, facts: { odd } }), /[\p{Cc}\p{Zl}]/u);
  assert.equal(jsonOf({ odd }).odd, odd);
});

Deno.test("formatJson() keeps its own fields from facts of the same name", () => {
  const json = jsonOf({ level: "high", message: "m", time: 1, ident: "i", category: "c" });
  assert.equal(json.level, "info");
  assert.equal(json.message, "subroutine started");
  assert.deepEqual(
    [json._level, json._message, json._time, json._ident, json._category],
    ["high", "m", 1, "i", "c"],
  );
});

Deno.test("formatJson() writes an error as its message and its stack", () => {
  const error = new Error("Boom");
  error.stack = "Error: Boom\n    at file:///x/handler.ts?lp=7:3:5";
  assert.equal(jsonOf({ error }).error, "Boom");
  assert.equal(jsonOf({ error }).stack, "Error: Boom\n    at file:///x/handler.ts:3:5");
  assert.equal("stack" in jsonOf({ error: new HangupError("gone", "hangup") }), false);
});

Deno.test("cleanStack() takes generations and colours away, from file URLs only", () => {
  const error = new Error("x");
  error.stack = "Error: ?lp=1\n    at f (\x1b[36mfile:///a b/c.ts?lp=12\x1b[0m:1:2)\n" +
    "    at https://x/y.ts?lp=3:1:1";
  assert.equal(
    cleanStack(error),
    "Error: ?lp=1\n    at f (file:///a b/c.ts:1:2)\n    at https://x/y.ts?lp=3:1:1",
  );
});

Deno.test("cleanStack() tells the causes, and ends when they go in a circle", () => {
  const inner = new Error("inner", { cause: "a string" });
  assert.match(
    cleanStack(new Error("outer", { cause: inner })),
    /^Error: outer\n[^]*\nCaused by: Error: inner\n[^]*\nCaused by: "a string"$/,
  );
  inner.cause = inner;
  assert.equal(cleanStack(inner).split("Caused by").length, 6);
});

Deno.test("cleanStack() takes anything that can be thrown", () => {
  assert.equal(cleanStack("plain"), '"plain"');
  assert.equal(cleanStack(undefined), "undefined");
  assert.equal(
    cleanStack(Object.assign(new Error("no stack"), { stack: undefined })),
    "Error: no stack",
  );
});
