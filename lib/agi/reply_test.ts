import assert from "node:assert/strict";
import { type AgiConversation, agiConversations } from "../../tests/support/agi_conversations.ts";
import { ProtocolError } from "../errors.ts";
import { type ReplyKind, replyKind } from "./command.ts";
import {
  findNotices,
  findReplyEnd,
  findShortReply,
  isNotices,
  parseReply,
  type Reply,
  shortReplyLength,
} from "./reply.ts";

/** Reads what came back for one command, as a connection does: `undefined` while it is not whole. */
function readReply(text: string, kind: ReplyKind): { reply: Reply; rest: string } | undefined {
  const start = notices(text);
  const end = start + findReplyEnd(text.slice(start), kind);
  if (end === start) return undefined;
  const rest = text.slice(end);
  if (text.startsWith("100 ", start)) return readReply(rest, kind);
  return { reply: parseReply(text.slice(start, end), kind), rest };
}

/** Length of the HANGUP notices that a text starts with. */
function notices(text: string): number {
  return /^(HANGUP\n)*/.exec(text)![0].length;
}

const conversations = agiConversations();
const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));

/** Two answers came to one line: it was too long for this Asterisk, or two lines went out at once. */
const twoReplies = new Set([
  "22 length/verbose-8192",
  "22 length/verbose-8200",
  "22 length/verbose-20000",
  "22 parse/two-in-one-packet",
  "22 parse/three-in-one-packet",
  "16 length/verbose-2048",
  "16 length/verbose-2049",
  "16 length/verbose-2060",
  "16 length/verbose-4000",
  "16 length/verbose-4200",
  "16 length/verbose-8000",
  "16 length/verbose-8180",
  "16 length/verbose-8185",
  "16 length/verbose-8186",
  "16 length/verbose-8187",
  "16 length/verbose-8192",
  "16 length/verbose-8200",
  "16 length/verbose-20000",
  "16 length/variable-4095",
  "16 length/variable-4096",
  "16 length/variable-4097",
  "16 length/variable-5000",
  "16 length/variable-8000",
]);

/** Nothing came back: a NUL swallows its line, and these were the last word before the end. */
const noReply = new Set([
  "22 parse/nul",
  "22 parse/no-newline-close",
  "22 hangup-notice/failure-word",
]);

/** Values with a line that ends with `)`: cut behind it, they look whole. */
const ambiguous = new Set([
  "22 get-full-variable/fake-reply",
  "22 get-full-variable/newlines-many",
  "22 get-variable/lines",
]);

/** Commands of a conversation, each with its one reply. */
function soundSteps({ id, steps }: AgiConversation): { sent: string; received: string }[] {
  if (twoReplies.has(id)) return [];
  return steps
    .map(({ sent, received }) => ({ sent, received: new TextDecoder().decode(received) }))
    .filter(({ received }) => !isNotices(received));
}

Deno.test("parseReply() reads the shapes that Asterisk sends", () => {
  const cases: [line: string, kind: ReplyKind, reply: Omit<Reply, "code"> & { code?: number }][] = [
    ["200 result=0", "line", { result: "0", data: undefined, text: "" }],
    ["200 result=-1", "line", { result: "-1", data: undefined, text: "" }],
    ["200 result=", "line", { result: "", data: undefined, text: "" }],
    ["200 result= (timeout)", "line", { result: "", data: "timeout", text: "(timeout)" }],
    ["200 result=42 (timeout)", "line", { result: "42", data: "timeout", text: "(timeout)" }],
    ["200 result=*0*", "line", { result: "*0*", data: undefined, text: "" }],
    ["200 result=1# (timeout)", "line", { result: "1#", data: "timeout", text: "(timeout)" }],
    ["200 result=53 endpos=680", "line", { result: "53", data: undefined, text: "endpos=680" }],
    ["200 result=-1 (hangup) endpos=0", "line", {
      result: "-1",
      data: "hangup",
      text: "(hangup) endpos=0",
    }],
    ['200 result=1 (speech) endpos=0 results=1 score0=9 text0="a (b)" grammar0=(g)', "line", {
      result: "1",
      data: "speech",
      text: '(speech) endpos=0 results=1 score0=9 text0="a (b)" grammar0=(g)',
    }],
    ["200 result=1 (1234)", "data", { result: "1", data: "1234", text: "(1234)" }],
    ["200 result=1 ()", "data", { result: "1", data: "", text: "()" }],
    ['200 result=1 (a"b\\c )...))', "data", {
      result: "1",
      data: 'a"b\\c )...)',
      text: '(a"b\\c )...))',
    }],
    ["200 result=1 (one\n200 result=0)", "data", {
      result: "1",
      data: "one\n200 result=0",
      text: "(one\n200 result=0)",
    }],
    ["200 result=1 (valuemark)", { mark: "mark" }, {
      result: "1",
      data: "valuemark",
      text: "(valuemark)",
    }],
    ["200 result=0 Gosub complete (abnormal exit)", "line", {
      result: "0",
      data: undefined,
      text: "Gosub complete (abnormal exit)",
    }],
    ["200 result=-1 Gosub label not found", "line", {
      result: "-1",
      data: undefined,
      text: "Gosub label not found",
    }],
    ["100 result=0 Trying...", "line", {
      code: 100,
      result: "0",
      data: undefined,
      text: "Trying...",
    }],
    ["503 result=-2 Memory allocation failure", "line", {
      code: 503,
      result: "-2",
      data: undefined,
      text: "Memory allocation failure",
    }],
    ["510 Invalid or unknown command", "line", {
      code: 510,
      result: "",
      data: undefined,
      text: "Invalid or unknown command",
    }],
    ["511 Command Not Permitted on a dead channel or intercept routine", "data", {
      code: 511,
      result: "",
      data: undefined,
      text: "Command Not Permitted on a dead channel or intercept routine",
    }],
    ["520 Invalid command syntax.  Proper usage not available.", "exec", {
      code: 520,
      result: "",
      data: undefined,
      text: "Invalid command syntax.  Proper usage not available.",
    }],
  ];
  for (const [line, kind, reply] of cases) {
    assert.deepEqual(parseReply(line, kind), { code: 200, ...reply }, line);
    assert.deepEqual(parseReply(`${line}\n`, kind), { code: 200, ...reply }, line);
  }
});

Deno.test("parseReply() keeps the text in parentheses", () => {
  assert.equal(parseReply("200 result=1 (1234)").data, "1234");
  assert.equal(parseReply("200 result=1 (never closed").data, "never closed");
});

Deno.test("parseReply() keeps the whole usage of a 520 block", () => {
  const usage = "520-Invalid command syntax.  Proper usage follows:\n" +
    "Returns the value.\nExample return code: 200 result=1 (testvariable)\n520 End of proper usage.\n";
  assert.deepEqual(parseReply(usage), {
    code: 520,
    result: "",
    data: undefined,
    text: usage.slice(4, -1),
  });
});

Deno.test("parseReply() refuses what is no reply, such as the rest of a value", () => {
  const lines = [
    "",
    "\n",
    "two)",
    "20 result=0",
    "2000 result=0",
    "200",
    "200result=0",
    "0x2 result=0",
    "999 result=0",
    "099 result=0",
    " 200 result=0",
    "+20 result=0",
    "HANGUP",
  ];
  for (const line of lines) {
    assert.throws(() => parseReply(line), ProtocolError, line);
    assert.throws(
      () => parseReply(line),
      /^ProtocolError: Cannot read AGI reply ".*": it has no code$/,
    );
  }
  for (const line of ["200 result=0)", "200 result=1) x", "200 result=(1)", "200 result=x("]) {
    assert.throws(() => parseReply(line, "data"), {
      name: "ProtocolError",
      message: `Cannot read AGI reply ${JSON.stringify(line)}: its result has a parenthesis`,
      received: line,
    });
  }
});

Deno.test("parseReply() cuts a long line in its error", () => {
  assert.throws(() => parseReply("x".repeat(100_000)), ({ message, received }: ProtocolError) => {
    return message.length < 200 && received.length < 300;
  });
});

Deno.test("findReplyEnd() takes one line, and all of a 520 block", () => {
  const usage = "520-Invalid command syntax.  Proper usage follows:\nx\n520 End of proper usage.\n";
  for (const kind of ["line", "data", "exec", { mark: "m" }] as const) {
    for (const reply of ["200 result=0\n", "510 Invalid or unknown command\n", usage]) {
      for (let length = 0; length < reply.length; length++) {
        assert.equal(findReplyEnd(reply.slice(0, length), kind), 0, reply.slice(0, length));
      }
      assert.equal(findReplyEnd(reply, kind), reply.length);
      assert.equal(findReplyEnd(`${reply}HANGUP\n`, kind), reply.length);
    }
  }
});

Deno.test("findReplyEnd() takes only its line for a command that asked for no value", () => {
  assert.equal(findReplyEnd("200 result= (timeout)\n200 result=0)\n", "line"), 22);
  assert.equal(findReplyEnd("200 result=1\n520-Invalid\n", "exec"), 13);
});

Deno.test("findReplyEnd() takes a value up to its last parenthesis, whatever its lines look like", () => {
  const values = [
    "one\ntwo",
    "\n\n",
    "a)\n200 result=0",
    "x)\nHANGUP",
    "HANGUP\n",
    "ž\n🎉",
    "520-a\n",
  ];
  for (const value of values) {
    const reply = `200 result=1 (${value})\n`;
    for (const behind of ["", "H", "HANGUP", "HANGUP\n", "HANGUP\nHANGUP\n"]) {
      assert.equal(
        findReplyEnd(reply + behind, "data"),
        reply.length,
        JSON.stringify(value + behind),
      );
    }
  }
});

Deno.test("findReplyEnd() waits when more of a line has come than can be a HANGUP notice", () => {
  assert.equal(findReplyEnd("200 result=1 (a)\n200 res", "data"), 0);
  assert.equal(findReplyEnd("200 result=1 (a)\nHANGOVER", "data"), 0);
  assert.equal(findReplyEnd("200 result=1 (a\nHANGUP\n", "data"), 0);
});

Deno.test("findReplyEnd() takes a value up to its mark, however it arrives", () => {
  const reply = "200 result=1 (a)\n200 result=0)\nHANGUP\nb)mark)\n";
  for (let length = 0; length < reply.length; length++) {
    assert.equal(findReplyEnd(reply.slice(0, length), { mark: "mark" }), 0, reply.slice(0, length));
  }
  assert.equal(findReplyEnd(`${reply}HANGUP\n`, { mark: "mark" }), reply.length);
  assert.equal(findReplyEnd("200 result=0\n", { mark: "mark" }), 13);
});

Deno.test("findNotices() and isNotices() know HANGUP, twice, and the beginning of it", () => {
  for (const text of ["", "H", "HANGUP", "HANGUP\n", "HANGUP\nHAN", "HANGUP\nHANGUP\n"]) {
    assert.ok(isNotices(text), text);
    assert.equal(findNotices(`200 result=0\n${text}`), 13, text);
  }
  for (const text of ["h", "HANGUP \n", "HANGUP\n\n", "HANGUP\nx", "x\nHANGUP\n", "HANGUPS"]) {
    assert.ok(!isNotices(text), text);
  }
  assert.equal(findNotices("200 result=0\nHANGUPS"), 20);
});

Deno.test("recorded replies: each is found whole, and nothing behind it but HANGUP", () => {
  let replies = 0;
  for (const conversation of conversations) {
    for (const { sent, received } of soundSteps(conversation)) {
      const read = readReply(received, replyKind(sent));
      assert.ok(read, `${conversation.id}: ${sent}`);
      assert.ok(isNotices(read.rest), `${conversation.id}: ${sent}: ${read.rest}`);
      const { code, result, text, data } = read.reply;
      // What was parsed says the same as what was received.
      const line = received.replace(/(HANGUP\n)+$/, "").replace(/^100 .*\n/, "").slice(0, -1);
      const again = code < 300
        ? `${code} result=${result}${text && " "}${text}`
        : line.slice(0, 4) + text;
      assert.equal(again, line, conversation.id);
      assert.equal(data, /^200 result=\S* \((.*)\)/s.exec(line)?.[1], conversation.id);
      replies++;
    }
  }
  assert.ok(replies > 400, `${replies} replies`);
});

Deno.test("recorded replies: no part of one is taken for the whole", () => {
  for (const conversation of conversations) {
    for (const { sent, received } of soundSteps(conversation)) {
      const kind = replyKind(sent);
      const whole = readReply(received, kind);
      for (let length = 0; length < received.length; length++) {
        const part = received.slice(0, length);
        const read = readReply(part, kind);
        if (read === undefined) continue;
        const where = `${conversation.id}: ${JSON.stringify(part.slice(-80))}`;
        if (ambiguous.has(conversation.id) && /\)\nH?$/.test(part)) continue;
        assert.deepEqual(read.reply, whole?.reply, where);
        assert.ok(isNotices(read.rest), where);
      }
    }
  }
});

Deno.test("recorded replies: those in the lists are as broken as the lists say", () => {
  for (const id of twoReplies) {
    const steps = byId.get(id)?.steps ?? [];
    const counts = steps.map(({ received }) => {
      const text = new TextDecoder().decode(received);
      return text.match(/^\d{3} /gm)?.length ?? 0;
    });
    assert.ok(
      counts.some((count) => count > 1) || steps.some(({ sent }) => sent.includes("\n")),
      id,
    );
  }
  for (const id of noReply) {
    const steps = byId.get(id)?.steps ?? [];
    const silent = steps.some(({ received }) => isNotices(new TextDecoder().decode(received)));
    assert.ok(silent, id);
  }
  for (const conversation of conversations) {
    const silent = conversation.steps.some(({ received }) =>
      isNotices(new TextDecoder().decode(received))
    );
    assert.equal(
      silent && !twoReplies.has(conversation.id),
      noReply.has(conversation.id),
      conversation.id,
    );
  }
});

Deno.test("findShortReply() reads what parseReply() reads, and nothing else", () => {
  const encoder = new TextEncoder();
  for (let digit = 0; digit < 10; digit++) {
    const text = `200 result=${digit}\n`;
    assert.equal(text.length, shortReplyLength);
    assert.deepEqual(findShortReply(encoder.encode(text)), parseReply(text));
  }
  for (
    const text of [
      "200 result=-1\n",
      "200 result=\n\n",
      "510 result=0\n",
      "100 result=0\n",
      "HANGUP\nHANGUP\n",
    ]
  ) assert.equal(findShortReply(encoder.encode(text)), undefined, text);
});
