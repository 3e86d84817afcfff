import assert from "node:assert/strict";
import { ActionReader, type ReadAction } from "./action_reader.ts";
import { encodeText } from "../wire_text.ts";

/** What is read of a text that comes in pieces of so many bytes. */
function read(text: string, pieceLength = Infinity): ReadAction[] {
  const reader = new ActionReader();
  const bytes = encodeText(text);
  const found: ReadAction[] = [];
  for (let at = 0; at < bytes.length; at += Math.min(pieceLength, bytes.length)) {
    found.push(...reader.read(bytes.subarray(at, at + pieceLength)));
  }
  return found;
}

const LONG = "Failed to parse message: line too long";
const MANY = "Too many lines in message or allocation failure";

const cases: [name: string, text: string, read: [lines: number, problem?: string][]][] = [
  ["an action", "Action: Ping\r\nActionID: 1\r\n\r\n", [[2]]],
  ["LF for CRLF", "Action: Ping\nActionID: 1\n\n", [[2]]],
  ["two actions", "Action: Ping\r\n\r\nAction: Ping\r\n\r\n", [[1], [1]]],
  ["empty messages", "\r\n\r\n", [[0], [0]]],
  ["a line of 1,022 bytes", `${"x".repeat(1_022)}\r\n\r\n`, [[1]]],
  ["a line of 1,023 bytes, twice", `${"x".repeat(1_023)}\r\n\r\n`, [[0, LONG], [0]]],
  ["a line of 1,024 bytes", `${"x".repeat(1_024)}\r\n\r\n`, [[1, LONG]]],
  ["a line of 9,000 bytes", `A: 1\r\n${"x".repeat(9_000)}\r\n\r\n`, [[2, LONG]]],
  ["an action behind a long line", `${"x".repeat(2_000)}\r\n\r\nA: 1\r\n\r\n`, [[1, LONG], [1]]],
  ["128 lines", `${"A: 1\r\n".repeat(128)}\r\n`, [[128]]],
  ["129 lines", `${"A: 1\r\n".repeat(129)}\r\nA: 1\r\n\r\n`, [[128, MANY], [1]]],
];

for (const [name, text, expected] of cases) {
  Deno.test(`ActionReader reads ${name}, in one piece and in many`, () => {
    for (const pieceLength of [Infinity, 1_000, 7, 1]) {
      const found = read(text, pieceLength).map(({ action, problem }) =>
        problem === undefined ? [action.lines.length] : [action.lines.length, problem]
      );
      assert.deepEqual(found, expected);
    }
  });
}

Deno.test("ActionReader keeps bytes that are no UTF-8, and ends a line at NUL", () => {
  const [first, second] = read("A: caf\udce9\r\n\r\nA: b\0c\r\n\r\n");
  assert.equal(first?.action.get("a"), "caf\udce9");
  assert.equal(second?.action.get("a"), "b");
});

Deno.test("a header is found in any case, the first of several, blanks before it skipped", () => {
  const [found] = read("action:Ping\r\nACTION: Other\r\nVariable:  a \r\nvariable:\r\n\r\n");
  const { action } = found!;
  assert.deepEqual(action.all("Variable"), ["a ", ""]);
  assert.deepEqual([action.name, action.get("Variable"), action.get("None")], ["Ping", "a ", ""]);
});
