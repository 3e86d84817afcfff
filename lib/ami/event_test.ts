import assert from "node:assert/strict";
import { amiTranscripts } from "../../tests/support/transcripts.ts";
import { AmiEvent, endsList, eventName, makeEvent } from "./event.ts";

Deno.test("eventName() is the first line's, whatever else the message says", () => {
  const cases: [string, string | undefined][] = [
    ["Event: Hangup\r\nPrivilege: call,all\r\n\r\n", "Hangup"],
    ["Event: OriginateResponse\r\nActionID: 1\r\nResponse: Failure\r\n\r\n", "OriginateResponse"],
    ["Event: UserEvent\r\nEvent: Fake\r\n\r\n", "UserEvent"],
    ["Event: Odd\nname\r\n\r\n", "Odd\nname"],
    ["Event: \r\n\r\n", ""],
    ["Response: Success\r\nEvent: Fake\r\n\r\n", undefined],
    ["Privilege: call,all\r\nEvent: Hangup\r\n\r\n", undefined],
    ["event: Hangup\r\n\r\n", undefined],
  ];
  for (const [message, name] of cases) assert.equal(eventName(message), name, message);
});

Deno.test("endsList() knows the end of a list", () => {
  const ends = [
    "Event: StatusComplete\r\nActionID: 1\r\nEventList: Complete\r\nListItems: 0\r\n\r\n",
    "Event: PeerlistComplete\r\nEventList: complete\r\nListItems: 0\r\nActionID: 1\r\n\r\n",
    "Event: AnyComplete\r\nActionID: 1\r\nEventList: cancelled\r\n\r\n",
  ];
  for (const message of ends) assert.ok(endsList(message), message);
});

Deno.test("endsList() is not taken in by values", () => {
  const others = [
    "Event: Status\r\nActionID: 1\r\nVariable: X=a\r\nEventList: Complete\r\n\r\n",
    "Event: Status\r\nPrivilege: Call\r\nEventList: Complete\r\n\r\n",
    "Event: StatusComplete\r\nActionID: 1\r\nEventList: start\r\n\r\n",
    "Response: Success\r\nEventList: Complete\r\n\r\n",
    "Event: EventList: Complete\r\n\r\n",
  ];
  for (const message of others) assert.ok(!endsList(message), message);
});

Deno.test("endsList() tells the last event of every recorded list, and no other", () => {
  let count = 0;
  for (const { id, exchange } of amiTranscripts()) {
    if (/actionid-length-(1\d\d|[2-9]\d\d)$/.test(id)) continue; // these break Asterisk's framing
    const text = exchange.filter(({ direction }) => direction === "fromAsterisk")
      .map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
    for (const message of text.split(/(?<=\r\n\r\n)/).filter((part) => part.startsWith("Event"))) {
      const ends = message.includes("\r\nEventList: Complete\r\n");
      assert.equal(endsList(message), ends, `${id}: ${message}`);
      if (ends) count++;
    }
  }
  assert.ok(count > 100, `${count} lists`);
});

Deno.test("makeEvent() makes an event like Asterisk's", () => {
  const event = makeEvent("ami:lost", { Reason: "Asterisk closed the connection" });
  assert.ok(event instanceof AmiEvent);
  assert.deepEqual({ ...event }, { Event: "ami:lost", Reason: "Asterisk closed the connection" });
  assert.equal(event.headers.get("reason"), "Asterisk closed the connection");
});

Deno.test("makeEvent() keeps a value with line ends in one line", () => {
  const event = makeEvent("ami:lost", { Reason: "one\r\nEvent: Fake\r\n\r\ntwo" });
  assert.deepEqual({ ...event }, { Event: "ami:lost", Reason: "one Event: Fake two" });
});

Deno.test("eventName() tells apart what it has seen before, however alike", () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const names = letters.flatMap((a) => letters.map((b) => `Name${a}of${b}${a}event`));
  for (const name of [...names, ...names.toReversed(), "N", "", "Na"]) {
    assert.equal(eventName(`Event: ${name}\r\nKey: value\r\n\r\n`), name);
  }
});
