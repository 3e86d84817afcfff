import assert from "node:assert/strict";
import { parseXml } from "../../scripts/schema/xml.ts";
import { type SequenceStep, sequenceSvg, sequenceText } from "./sequence.ts";
import { countCells } from "./visible.ts";

const steps: readonly SequenceStep[] = [
  { from: "caller", to: "Asterisk", text: "calls ivr as 100", time: 0 },
  { from: "handler", to: "Asterisk", text: "EXEC Answer", time: 3 },
  { from: "Asterisk", to: "handler", text: "200 result=0", time: 5, isReply: true },
  { from: "caller", to: "Asterisk", text: "hangs up", time: 61_200, note: "hangup" },
  {
    from: "handler",
    to: "handler",
    text: "error: TypeError: Cannot read properties of undefined\n    at ivr.ts:12",
    time: 61_200,
    isError: true,
  },
  { from: "caller", to: "handler", text: "over two lines", time: 61_201 },
];

Deno.test("sequenceText() draws arrows, dashed answers, notes and what one does alone", () => {
  assert.equal(
    `\n${sequenceText(steps)}`,
    `
        caller               Asterisk                                   handler
           │                     │                                         │
 0.000     │─ calls ivr as 100 ─►│                                         │
 0.003     │                     │◄───────────── EXEC Answer ──────────────│
 0.005     │                     │╌╌╌╌╌╌╌╌╌╌╌╌╌ 200 result=0 ╌╌╌╌╌╌╌╌╌╌╌╌╌►│
61.200     │───── hangs up ─────►│                                         │
           │      ┌────────┐     │                                         │
           │      │ hangup │     │                                         │
           │      └────────┘     │                                         │
           │                     │  ┌──────────────────────────────────────────┐
61.200     │                     │  │ error: TypeError: Cannot read properties │
           │                     │  │ of undefined                             │
           │                     │  │     at ivr.ts:12                         │
           │                     │  └──────────────────────────────────────────┘
61.201     │─────────────────────── over two lines ───────────────────────►│`,
  );
});

Deno.test("sequenceText() keeps to the width that it is given", () => {
  const texts = [
    "x".repeat(500),
    "one two ".repeat(60),
    "",
    "電話".repeat(90),
    "e\u0301".repeat(90),
  ];
  const names = ["caller", "Asterisk", "handler", "AMI", "PJSIP/a-very-long-name-of-a-telephone"];
  for (let people = 1; people <= names.length; people++) {
    for (let width = 12 + 8 * (people + 3); width < 140; width += 7) {
      const all = texts.flatMap((text, index): SequenceStep[] => [
        { from: names[index % people]!, to: names[(index + 1) % people]!, text, time: 12_345 },
        { from: names[0]!, to: names[people - 1]!, text, note: text },
        { from: names[index % people]!, to: names[index % people]!, text },
      ]);
      const lines = sequenceText(all, { width, participants: names.slice(0, people) }).split("\n");
      const widest = Math.max(...lines.map(countCells));
      assert.ok(widest <= width, `${people} in ${width}: ${widest}\n${lines.join("\n")}`);
    }
  }
});

Deno.test("sequenceText() shows what a terminal would obey", () => {
  const text = sequenceText([{ from: "a", to: "b", text: "\x1b[31mred\r\u202e\r\nnext" }], {
    participants: ["a", "something else", "b"],
  });
  assert.match(text, / \\x1b\[31mred\\x0d\\u202e /);
  assert.match(text, / next /);
});

Deno.test("a diagram without steps has its participants, and one without any is empty", () => {
  assert.match(sequenceText([], { participants: ["caller", "Asterisk"] }), /caller +Asterisk/);
  assert.equal(sequenceText([]).trim(), "");
  assert.ok(parseXml(sequenceSvg([])));
});

Deno.test("sequenceSvg() is XML whatever is said", () => {
  const nasty = ["]]>", "<script>&amp;", "\"'", "\0\x1b\ufffe", "\ud800", "電話 📞", "a\nb"];
  for (const text of nasty) {
    const svg = sequenceSvg([{ from: text, to: "b", text, note: text }], { title: text });
    assert.ok(parseXml(svg), text);
    assert.ok(!svg.includes("<script"));
  }
});

Deno.test("sequenceSvg() has the whole of a shortened text as the title of its step", () => {
  const text = "GET FULL VARIABLE ".repeat(40);
  const svg = sequenceSvg([{ from: "handler", to: "Asterisk", text, time: 1_500 }]);
  assert.ok(svg.includes(`<title>1.500 s, handler to Asterisk: ${text}</title>`));
  assert.ok(svg.includes("…</text>"));
});

Deno.test("sequenceSvg() is dark for who reads in the dark, unless the page brings the style", () => {
  assert.match(sequenceSvg(steps), /prefers-color-scheme: dark/);
  assert.doesNotMatch(sequenceSvg(steps, { style: false }), /<style/);
});
