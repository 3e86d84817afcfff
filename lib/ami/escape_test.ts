import assert from "node:assert/strict";
import { amiStreams } from "../../tests/support/transcripts.ts";
import { unescapeValue } from "./escape.ts";
import { AmiEvent } from "./event.ts";
import { findMessageEnd, Headers } from "./message.ts";

const { raw } = String;

Deno.test("unescapeValue() gives back what Asterisk escapes, and leaves all else", () => {
  const cases: [string, string][] = [
    ["", ""],
    ["plain text: ž 電", "plain text: ž 電"],
    [raw`\a\b\f\n\r\t\v`, "\x07\b\f\n\r\t\v"],
    [raw`\\ \' \" \?`, `\\ ' " ?`],
    [raw`C:\\new\\table`, raw`C:\new\table`],
    [raw`one\r\n\r\nEvent: Fake`, "one\r\n\r\nEvent: Fake"],
    [raw`\\n\\\n`, "\\n\\\n"],
    // Asterisk writes no others; what is not an escape stays.
    [raw`\x41 \0 \,`, raw`\x41 \0 \,`],
    ["at the end \\", "at the end \\"],
  ];
  for (const [escaped, value] of cases) assert.equal(unescapeValue(escaped), value, escaped);
});

/** A block of headers that describes a channel. */
function block(prefix: string, name: string, variables: readonly string[] = []): string {
  const headers = [
    ["Channel", "PJSIP/1-1"],
    ["ChannelState", "6"],
    ["ChannelStateDesc", "Up"],
    ["CallerIDNum", raw`1\n`],
    ["CallerIDName", name],
    ["ConnectedLineNum", raw`2\n`],
    ["ConnectedLineName", name],
    ["Language", raw`e\n`],
    ["AccountCode", raw`\n`],
    ["Context", raw`i\n`],
    ["Exten", raw`\n`],
    ["Priority", "1"],
    ["Uniqueid", "1.1"],
    ["Linkedid", "1.1"],
    ["Tenantid", raw`\n`],
    ...variables.map((value) => ["ChanVariable", value]),
  ];
  return headers.map(([header, value]) => `${prefix}${header}: ${value}\r\n`).join("");
}

const text = raw`a\"b\\\n`;
const plain = 'a"b\\\n';

/** Events, and what their properties are beside those that are as they came. */
const events: [what: string, message: string, decoded: Record<string, string>][] = [
  ["a value of VarSet", `Event: VarSet\r\nVariable: ${text}\r\nValue: ${text}\r\n`, {
    Value: plain,
  }],
  ["the names of a channel", `Event: Newchannel\r\n${block("", text)}`, {
    CallerIDName: plain,
    ConnectedLineName: plain,
  }],
  [
    "the names and variables of two channels",
    `Event: DialEnd\r\n${block("", text, [`A=${text}`])}${
      block("Dest", text, [raw`B\n=${text}`, `C=${text}`])
    }`,
    {
      ...{ CallerIDName: plain, ConnectedLineName: plain, ChanVariable: `A=${plain}` },
      ...{ DestCallerIDName: plain, DestConnectedLineName: plain },
      DestChanVariable: raw`B\n=${plain}`,
    },
  ],
  [
    "the second channel of an event that has no first",
    `Event: DialBegin\r\n${block("Dest", text)}DialString: ${text}\r\n`,
    { DestCallerIDName: plain, DestConnectedLineName: plain },
  ],
  [
    "a presence",
    `Event: PresenceStateChange\r\nPresentity: ${text}\r\nSubtype: ${text}\r\nMessage: ${text}\r\n`,
    { Subtype: plain, Message: plain },
  ],
  [
    "a channel in a list, but not what Status adds",
    `Event: Status\r\n${
      block("", text)
    }EffectiveConnectedLineNum: 1\r\nEffectiveConnectedLineName: ${text}\r\nVariable: A=${text}\r\n`,
    { CallerIDName: plain, ConnectedLineName: plain },
  ],
  [
    "the channel of a user's event, but nothing of the user's",
    `Event: UserEvent\r\n${block("", text)}UserEvent: ${text}\r\n${
      block("Own", text, [`A=${text}`])
    }Value: ${text}\r\n`,
    { CallerIDName: plain, ConnectedLineName: plain },
  ],
  [
    "nothing of a user's event without a channel",
    `Event: UserEvent\r\nUserEvent: X\r\n${block("", text)}`,
    {},
  ],
  [
    "nothing of OriginateResponse",
    `Event: OriginateResponse\r\nUniqueid: 1\r\nCallerIDNum: ${text}\r\nCallerIDName: ${text}\r\n` +
    `ChanVariable(PJSIP/1): A=${text}\r\n`,
    {},
  ],
  [
    "nothing of QueueEntry and MeetmeList",
    `Event: QueueEntry\r\nCallerIDNum: 1\r\nCallerIDName: ${text}\r\nConnectedLineNum: 1\r\n` +
    `ConnectedLineName: ${text}\r\n`,
    {},
  ],
  ["nothing of CEL", `Event: CEL\r\nCallerIDname: ${text}\r\nExtra: ${text}\r\n`, {}],
  ["nothing of other events", `Event: toString\r\nValue: ${text}\r\nSubtype: ${text}\r\n`, {}],
];

for (const [what, lines, decoded] of events) {
  Deno.test(`an event has decoded ${what}`, () => {
    const event = new AmiEvent(`${lines}\r\n`);
    const asItCame: Record<string, string> = {};
    for (const [name, value] of new Headers(`${lines}\r\n`)) asItCame[name] ??= value;
    assert.deepEqual({ ...event }, { ...asItCame, ...decoded });
    assert.deepEqual([...event.headers], [...new Headers(`${lines}\r\n`)]);
  });
}

Deno.test("a variable that is repeated is decoded first, the others are there to be decoded", () => {
  const event = new AmiEvent(
    `Event: Newexten\r\n${block("", "Reception", [`A=${text}`, `B=${text}`])}\r\n`,
  );
  assert.equal(event["ChanVariable"], `A=${plain}`);
  assert.deepEqual(event.headers.getAll("ChanVariable").map(unescapeValue), [
    `A=${plain}`,
    `B=${plain}`,
  ]);
});

Deno.test("of all recorded events only values of VarSet needed decoding", () => {
  const changed = new Map<string, string>();
  let count = 0;
  for (const { bytes } of amiStreams()) {
    const stream = new TextDecoder().decode(bytes);
    for (let start = 0, end; (end = findMessageEnd(stream, start)) > 0; start = end) {
      const message = stream.slice(start, end);
      if (!message.startsWith("Event: ")) continue;
      count++;
      const event = new AmiEvent(message);
      for (const [name, value] of event.headers) {
        const property = (event as unknown as Record<string, string>)[name];
        if (property === value || event.headers.get(name) !== value) continue;
        changed.set(`${event.Event} ${name} ${value}`, property ?? "");
      }
    }
  }
  assert.ok(count > 5_000, `${count} events`);
  assert.deepEqual(Object.fromEntries(changed), {
    [raw`VarSet Value <xml attr=\"1\">&amp;</xml>`]: '<xml attr="1">&amp;</xml>',
    [raw`VarSet Value \"quoted\"`]: '"quoted"',
    [raw`VarSet Value \\`]: "\\",
    [raw`VarSet Value \\n`]: raw`\n`,
    [raw`VarSet Value back\\slash`]: raw`back\slash`,
    [raw`VarSet Value it\'s`]: "it's",
    [raw`VarSet Value quoted \"value\"`]: 'quoted "value"',
    [raw`VarSet Value tab\there`]: "tab\there",
  });
});
