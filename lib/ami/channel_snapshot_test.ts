import assert from "node:assert/strict";
import { findMention } from "./channel_snapshot.ts";

const description = "Channel: Local/1@a-1;1\r\nUniqueid: 7.1\r\nLinkedid: 7.0";

const mentions: readonly [what: string, message: string, uniqueid: string, text?: string][] = [
  ["the end of the message", `Event: X\r\n${description}\r\n\r\n`, "7.1", description],
  ["more lines", `Event: X\r\n${description}\r\nCause: 16\r\n\r\n`, "7.1", description],
  ["another channel", `Event: X\r\n${description}\r\nDestUniqueid: 8\r\n\r\n`, "7.1", description],
  [
    "a bridge before it",
    `Event: X\r\nBridgeUniqueid: b\r\n${description}\r\n\r\n`,
    "7.1",
    description,
  ],
  [
    "a line between uniqueid and linkedid",
    "Event: X\r\nChannel: a\r\nUniqueid: 7.1\r\nNew: 1\r\nLinkedid: 7.0\r\n\r\n",
    "7.1",
    "Channel: a\r\nUniqueid: 7.1\r\nNew: 1\r\nLinkedid: 7.0",
  ],
  [
    "its last lines before its first",
    `Event: X\r\nBridgeName: \r\nUniqueid: 9\r\nLinkedid: 9\r\n${description}\r\n\r\n`,
    "9",
    description,
  ],
  [
    "its last line in the middle too",
    "Event: X\r\nChannel: a\r\nExten: \r\nLinkedid: 9\r\nUniqueid: 7\r\nLinkedid: 7\r\n\r\n",
    "7",
    "Channel: a\r\nExten: \r\nLinkedid: 9\r\nUniqueid: 7\r\nLinkedid: 7",
  ],
  ["no linkedid", "Event: Rename\r\nChannel: a\r\nUniqueid: 7.1\r\n\r\n", "7.1"],
  ["no name", "Event: X\r\nUniqueid: 7.1\r\nLinkedid: 7.1\r\n\r\n", "7.1"],
  ["nothing but a bridge", "Event: X\r\nBridgeUniqueid: 7.1\r\n\r\n", ""],
  ["no channel", "Event: X\r\n\r\n", ""],
];

for (const [what, message, uniqueid, text] of mentions) {
  Deno.test(`findMention() with ${what}`, () => {
    const mention = findMention(message);
    assert.equal(mention.uniqueid, uniqueid);
    assert.equal(mention.text, text);
    assert.equal(message.slice(0, mention.end).endsWith(text ?? ""), true);
    assert.equal(mention.end > 0, text !== undefined);
  });
}
