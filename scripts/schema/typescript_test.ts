import assert from "node:assert/strict";
import { toDoc, toIdentifier, toKey, toUnion } from "./typescript.ts";

Deno.test("toIdentifier() makes camel case of what parameters are called", () => {
  const names = {
    "escape_digits": "escapeDigits",
    "Technology/Resource": "technologyResource",
    "passcode|filename": "passcodeOrFilename",
    "AgentId": "agentId",
    "URL": "url",
    "AGIStatus": "agiStatus",
    "text to send": "textToSend",
    "char-delim": "charDelim",
    "class": "musicClass",
    "default": "_default",
    "1st": "_1st",
  };
  for (const [name, identifier] of Object.entries(names)) {
    assert.equal(toIdentifier(name), identifier);
  }
});

Deno.test("toKey() puts names that need it in quotes", () => {
  assert.deepEqual(["Channel", "Cause-txt", "100rel"].map(toKey), [
    "Channel",
    '"Cause-txt"',
    '"100rel"',
  ]);
});

Deno.test("toUnion() is open where values are only examples", () => {
  assert.equal(toUnion(["on", "off", "on"]), '"on" | "off"');
  assert.equal(toUnion(["on", "*"]), '"on" | OtherText');
  assert.equal(toUnion(["on", "<number>"]), '"on" | OtherText');
  assert.equal(toUnion(["<number>"]), undefined);
  assert.equal(toUnion([]), undefined);
});

Deno.test("toDoc() breaks lines at blanks, but not in code", () => {
  assert.equal(toDoc("  ", ["Short."]), "  /** Short. */\n");
  assert.equal(toDoc("", [undefined, ""]), "");
  assert.equal(toDoc("", ["One.", "Two."]), "/**\n * One.\n *\n * Two.\n */\n");
  const long = toDoc("  ", [`${"word ".repeat(17)}\`a b c d e f g h\` end`]);
  assert.match(long, /^ {3}\* `a b c d e f g h` end$/m);
  assert.ok(long.split("\n").every((line) => line.length <= 100));
});
