import assert from "node:assert/strict";
import { format, inspect } from "node:util";
import { amiStreams, amiTranscripts } from "../../tests/support/transcripts.ts";
import { ProtocolError } from "../errors.ts";
import { AmiEvent } from "./event.ts";
import {
  AmiMessage,
  findHeader,
  findMessageEnd,
  hasFollows,
  Headers,
  parseBanner,
  parseHeaders,
} from "./message.ts";

const decoder = new TextDecoder();

/** All messages that were recorded, by the conversation that they are from. */
function* recordedMessages(): Generator<[id: string, message: string]> {
  for (const { id, protocol, version, exchange } of amiTranscripts()) {
    if (protocol !== "ami") continue;
    const received = exchange.filter(({ direction }) => direction === "fromAsterisk");
    const text = received.map(({ bytes }) => decoder.decode(bytes)).join("");
    for (const message of split(text)) yield [`${version} ${id}`, message];
  }
  for (const { name, version, bytes } of amiStreams()) {
    if (bytes.length > 1_000_000) continue;
    for (const message of split(decoder.decode(bytes))) yield [`${version} ${name}`, message];
  }
}

function split(text: string): string[] {
  return text.replace(/^Asterisk Call Manager.*\r\n/, "").split("\r\n\r\n")
    .map((message) => message.replace(/^(\r\n)+/, "")).filter((message) => message !== "");
}

const ends: [what: string, text: string, end: number][] = [
  ["nothing yet", "", 0],
  ["half a message", "Response: Success\r\nPing: Pong\r\n", 0],
  ["a message but for the last byte", "Ping: Pong\r\n\r", 0],
  ["a message", "Ping: Pong\r\n\r\n", 14],
  ["two messages", "Ping: Pong\r\n\r\nEvent: X\r\n\r\n", 14],
  ["a stray LF before the end", "Message: Park successful\n\r\n\r\n", 29],
  ["line ends without CR", "A: 1\nB: 2\n\nC: 3\r\n\r\n", 19],
  ["a lone CR", "A: 1\rB\r\r\n\r\n", 11],
];

for (const [what, text, end] of ends) {
  Deno.test(`findMessageEnd() finds the blank line and no other: ${what}`, () => {
    assert.equal(findMessageEnd(text), end);
    assert.equal(findMessageEnd(`Before: it\r\n\r\n${text}`, 14), end && end + 14);
  });
}

// Branch 13, main/manager.c, action_command(): "Response: Follows", "Privilege: Command", ActionID if
// it was given, then what the command printed, as it is, and the end mark. No such server is at hand.
const follows = "Response: Follows\r\nPrivilege: Command\r\nActionID: 7-1\r\n" +
  "Name/username   Host\nEvent: no event\r\n\r\nResponse: no response\n\n--END COMMAND--\r\n\r\n";

Deno.test("findMessageEnd() takes the text of an old Command whole, blank lines included", () => {
  const text = `${follows}Event: X\r\n\r\n`;
  assert.equal(findMessageEnd(text, 0, true), follows.length);
  for (let length = 0; length < follows.length; length++) {
    assert.equal(findMessageEnd(text.slice(0, length), 0, true), 0, `after ${length} characters`);
  }
});

Deno.test("findMessageEnd() does not wait for an end mark that Asterisk 14 and later never send", () => {
  const forged = "Response: Follows\r\nPrivilege: Command\r\nValue: forged\r\n\r\n";
  assert.equal(findMessageEnd(`${forged}Event: Hangup\r\n\r\n`), forged.length);
});

Deno.test("hasFollows() is true up to Asterisk 13", () => {
  // AMI_VERSION in include/asterisk/manager.h of the branches 1.4, 11, 12, 13, 14 and 22
  const old = ["1.0", "1.3", "2.5.0", "2.10.6"];
  assert.deepEqual(old.map(hasFollows), [true, true, true, true]);
  assert.deepEqual(["3.2.2", "11.0.0"].map(hasFollows), [false, false]);
});

const headers: [what: string, message: string, headers: [string, string][]][] = [
  ["none", "\r\n", []],
  ["one", "Event: Hangup\r\n\r\n", [["Event", "Hangup"]]],
  ["without the blank line", "Event: Hangup\r\n", [["Event", "Hangup"]]],
  ["without a line end", "Event: Hangup", [["Event", "Hangup"]]],
  ["repeated", "Output: a\r\nOutput: b\r\n\r\n", [["Output", "a"], ["Output", "b"]]],
  ["empty", "AccountCode: \r\nExten: s\r\n\r\n", [["AccountCode", ""], ["Exten", "s"]]],
  ["empty, without the blank", "Empty:\r\nKey: \r\n\r\n", [["Empty", ""], ["Key", ""]]],
  ["one blank is not the value's, more are", "A:  b \r\n\r\n", [["A", " b "]]],
  ["no blank behind the colon", "A:b\r\n\r\n", [["A", "b"]]],
  ["colons in a value", "AppData: SIP/a:b, c: d\r\n\r\n", [["AppData", "SIP/a:b, c: d"]]],
  ["odd names", "ChanVariable(SIP/1): x=1\r\n\r\n", [["ChanVariable(SIP/1)", "x=1"]]],
  ["an LF in a value", "Value: one\ntwo\r\n\r\n", [["Value", "one\ntwo"]]],
  ["an LF at the end of a value", "Value: one\n\r\n\r\n", [["Value", "one\n"]]],
  [
    "a stray LF behind Message",
    "Response: Error\r\nMessage: Unable to retrieve endpoint\n\r\n\r\n",
    [["Response", "Error"], ["Message", "Unable to retrieve endpoint"]],
  ],
  [
    "a line without a colon goes on with a value",
    "Value: one\r\ntwo\r\nthree: 3\r\n\r\n",
    [["Value", "one\r\ntwo"], ["three", "3"]],
  ],
  [
    "a line that begins with a colon goes on with a value",
    "Value: one\r\n: two\r\n\r\n",
    [["Value", "one\r\n: two"]],
  ],
  [
    "a line without a colon behind the ActionID has no name",
    "Response: Success\r\nActionID: 1\r\nNo categories found\r\n\r\n",
    [["Response", "Success"], ["ActionID", "1"], ["", "No categories found"]],
  ],
  [
    "a line without a colon is no part of an event's name",
    "Event: Hangup\r\ngarbage\r\n\r\n",
    [["Event", "Hangup"], ["", "garbage"]],
  ],
];

for (const [what, message, expected] of headers) {
  Deno.test(`parseHeaders() splits a message: ${what}`, () => {
    assert.deepEqual(parseHeaders(message), expected);
  });
}

Deno.test("parseHeaders() loses nothing of any recorded message", () => {
  let count = 0;
  for (const [id, message] of recordedMessages()) {
    const lines = parseHeaders(message).map(([name, value]) =>
      name && `${name}: ${value}` || value
    );
    // What is not kept: whether a blank was behind the colon, and a stray LF behind Message.
    const plain = message.replaceAll(/^([^:\r\n]+):(?! )/gm, "$1: ").replace(/\n+$/, "");
    assert.equal(lines.join("\r\n"), plain, id);
    count++;
  }
  assert.ok(count > 8_000, `${count} messages`);
});

Deno.test("Headers gives the first or all values of a header, its name in any case", () => {
  const all = new Headers("Event: Status\r\nVariable: A=1\r\nVariable: B=2\r\nEmpty: \r\n\r\n");
  assert.equal(all.get("variable"), "A=1");
  assert.equal(all.get("EMPTY"), "");
  assert.equal(all.get("Nothing"), undefined);
  assert.deepEqual(all.getAll("VARIABLE"), ["A=1", "B=2"]);
  assert.deepEqual(all.getAll("Nothing"), []);
  assert.deepEqual([...all].map(([name]) => name), ["Event", "Variable", "Variable", "Empty"]);
});

Deno.test("AmiMessage has the first value of each header as a property", () => {
  const message = new AmiMessage(
    "Event: UserEvent\r\nActionID: 1\r\nKey: one\r\nKey: two\r\nEvent: Fake\r\nActionID: 99\r\n" +
      "Empty: \r\nlower: x\r\nCause-txt: Normal Clearing\r\n\r\n",
  );
  assert.deepEqual({ ...message }, {
    Event: "UserEvent",
    ActionID: "1",
    Key: "one",
    Empty: "",
    lower: "x",
    "Cause-txt": "Normal Clearing",
  });
  assert.deepEqual(message.headers.getAll("Key"), ["one", "two"]);
  assert.equal(message.Nothing, undefined);
});

Deno.test("AmiMessage keeps an empty first value, whatever comes later", () => {
  const message = new AmiMessage("Event: X\r\nChannel: \r\nChannel: forged\r\n\r\n");
  assert.equal(message.Channel, "");
});

Deno.test("AmiMessage stays an object that can be printed when headers are called like its members", () => {
  const names = ["toString", "valueOf", "constructor", "__proto__", "hasOwnProperty", "headers"];
  const text = names.map((name) => `${name}: forged\r\n`).join("");
  const message = new AmiMessage(`Event: UserEvent\r\n${text}output: forged\r\n\r\n`);
  assert.equal(`${message}`, "[object Object]");
  assert.deepEqual(Object.keys(message), ["Event"]);
  assert.equal(Object.getPrototypeOf(message), AmiMessage.prototype);
  assert.ok(message.headers instanceof Headers);
  for (const name of names) assert.equal(message.headers.get(name), "forged");
});

Deno.test("AmiMessage has no property for a line without a name", () => {
  const message = new AmiMessage("Response: Success\r\nActionID: 1\r\nNo categories found\r\n\r\n");
  assert.deepEqual(Object.keys(message), ["Response", "ActionID"]);
  assert.equal(message.headers.get(""), "No categories found");
});

Deno.test("parseBanner() finds the version", () => {
  assert.equal(parseBanner("Asterisk Call Manager/11.0.0"), "11.0.0");
  assert.equal(parseBanner("Asterisk Call Manager/1.3"), "1.3");
  assert.equal(parseBanner("Asterisk Call Manager Proxy/1.21"), "1.21");
});

for (
  const line of ["", "SSH-2.0-OpenSSH_9.2", "Asterisk Call Manager", "HTTP/1.1 400 Bad Request"]
) {
  Deno.test(`parseBanner() refuses ${JSON.stringify(line)}`, () => {
    assert.throws(() => parseBanner(line), (error) => {
      assert.ok(error instanceof ProtocolError);
      assert.ok(error.message.endsWith(`it greets with ${JSON.stringify(line)}`));
      assert.equal(error.received, line);
      return true;
    });
  });
}

/** Messages in which a header is not simply a line. */
const awkward = [
  "Event: Newchannel\r\nChannel: PJSIP/1\r\nUniqueid: 1.1\r\n\r\n",
  "Event: VarSet\r\nValue: one\r\ntwo\r\nVariable: LF\r\n\r\n",
  "Event: VarSet\r\nValue: one\r\n:two\r\nVariable: LF\r\n\r\n",
  "Event: VarSet\r\nVariable: LF\r\nValue: one\r\ntwo\r\n\r\n",
  "Event: UserEvent\r\nUserEvent: X\r\nEvent: Forged\r\nUserEvent: Y\r\n\r\n",
  "Event: X\r\nValue:no blank\r\nEmpty: \r\nColons: a: b: c\r\n\r\n",
  "Response: Error\r\nMessage: Park failed\n\r\n\r\n",
  "Response: Success\r\nMessage: one\r\nMessage: two\n\r\n",
  "Event: X\r\nChannelState: 6\r\nChannel: second\r\n",
  "Event: X\r\nlower: case\r\nconstructor: mine\r\nheaders: mine\r\ntoString: mine\r\n\r\n",
  "Event: X\r\nlast: without an end",
  "",
];

Deno.test("findHeader() finds what parseHeaders() parses, or leaves it to that", () => {
  const recorded = Array.from(recordedMessages(), ([, message]) => message);
  for (const message of [...awkward, ...recorded]) {
    const headers = parseHeaders(message);
    for (const name of [...headers.map(([name]) => name), "Channel", "Value", "Missing"]) {
      if (name === "") continue;
      const found = findHeader(message, name);
      if (found === null) continue;
      assert.equal(found, headers.find(([known]) => known === name)?.[1], `${name} of ${message}`);
    }
  }
  assert.equal(findHeader(awkward[0]!, "Channel"), "PJSIP/1");
  assert.equal(findHeader(awkward[1]!, "Value"), null);
});

Deno.test("the headers of a message are its properties, read one by one or all together", () => {
  for (const message of awkward) {
    const all = { ...new AmiEvent(message) } as Record<string, string>;
    const one = new AmiEvent(message) as unknown as Record<string, string>;
    for (const [name, value] of Object.entries(all)) {
      assert.equal(one[name], value, `${name} of ${message}`);
      assert.ok(name in one);
    }
    assert.deepEqual(Object.keys(one), Object.keys(all));
    assert.equal(JSON.stringify(one), JSON.stringify(all));
    assert.deepEqual(Object.entries({ ...one }), Object.entries(all));
    const keys: string[] = [];
    for (const key in one) keys.push(key);
    assert.deepEqual(keys, Object.keys(all));
  }
});

Deno.test("a message is an object like others: it can be changed, printed and told from others", async () => {
  const event = new AmiEvent("Event: Hangup\r\nCause: 16\r\n\r\n");
  assert.ok(event instanceof AmiEvent);
  assert.match(Deno.inspect(event), /^AmiEvent \{ Event: "Hangup", Cause: "16" \}$/);
  assert.equal(Object.hasOwn(event, "Cause"), true);
  assert.equal("Channel" in event, false);
  const changed = event as unknown as Record<string, unknown>;
  changed["Cause"] = 17;
  changed["mine"] = true;
  assert.equal(event.Cause, 17);
  assert.deepEqual(Object.keys(event), ["Event", "Cause", "mine"]);
  delete changed["Event"];
  assert.equal(event.Event, undefined);
  assert.equal(await event, event);
  assert.throws(() => Object.assign(Object.freeze(event), { Cause: 18 }), TypeError);
  assert.equal(event.headers.get("event"), "Hangup");
});

Deno.test("a message can be printed by those who look at the Proxy, too", () => {
  const make = () => new AmiEvent("Event: Hangup\r\nCause: 16\r\n\r\n");
  for (const text of [format("%o", make()), inspect(make(), { showProxy: true })]) {
    assert.equal(text.replaceAll(/\s+/g, " "), "AmiEvent { Event: 'Hangup', Cause: '16' }");
  }
});
