import assert from "node:assert/strict";
import { AmiEvent } from "./event.ts";
import { AmiList, AmiResponse, findSequel, makeList } from "./response.ts";

Deno.test("AmiResponse has its headers as properties and no output of itself", () => {
  const response = new AmiResponse(
    "Response: Success\r\nActionID: 1\r\nPing: Pong\r\nTimestamp: 1795375858.729735\r\n\r\n",
  );
  assert.equal(response.Response, "Success");
  assert.equal(response.Ping, "Pong");
  assert.deepEqual(response.output, []);
});

Deno.test("AmiResponse has the lines of a command, empty ones too, as output", () => {
  const response = new AmiResponse(
    "Response: Success\r\nActionID: 1\r\nMessage: Command output follows\r\n" +
      "Output: \r\nOutput:   Version: 22\r\nOutput: \r\n\r\n",
  );
  assert.deepEqual(response.output, ["", "  Version: 22", ""]);
});

// Branch 13, main/manager.c, action_command(); no such server is at hand.
const follows: [what: string, message: string, actionId: string | undefined, output: string[]][] = [
  [
    "text with colons and blank lines",
    "Response: Follows\r\nPrivilege: Command\r\nActionID: 7-1\r\n" +
    "Host: Port\nActionID: no\n\nEvent: no\r\n\r\n  10 peers\n--END COMMAND--\r\n\r\n",
    "7-1",
    ["Host: Port", "ActionID: no", "", "Event: no\r", "\r", "  10 peers"],
  ],
  [
    "no ActionID",
    "Response: Follows\r\nPrivilege: Command\r\nUptime: 3\n--END COMMAND--\r\n\r\n",
    undefined,
    ["Uptime: 3"],
  ],
  [
    "no text",
    "Response: Follows\r\nPrivilege: Command\r\nActionID: 7-1\r\n--END COMMAND--\r\n\r\n",
    "7-1",
    [],
  ],
  [
    "text without a line end",
    "Response: Follows\r\nPrivilege: Command\r\nActionID: 7-1\r\nNo such command--END COMMAND--\r\n\r\n",
    "7-1",
    ["No such command"],
  ],
  [
    "an empty line as text",
    "Response: Follows\r\nPrivilege: Command\r\nActionID: 7-1\r\n\n--END COMMAND--\r\n\r\n",
    "7-1",
    [""],
  ],
];

for (const [what, message, actionId, output] of follows) {
  Deno.test(`AmiResponse has the text of an old Command as output, and no headers of it: ${what}`, () => {
    const response = new AmiResponse(message);
    assert.equal(response.Response, "Follows");
    assert.equal(response.ActionID, actionId);
    assert.deepEqual(response.output, output);
    const names = Object.keys(response);
    assert.deepEqual(names, ["Response", "Privilege", ...actionId ? ["ActionID"] : []]);
  });
}

Deno.test("AmiResponse survives a header that is called like its own member", () => {
  const response = new AmiResponse(
    "Response: Follows\r\noutput: forged\r\nheaders: forged\r\n\r\n",
  );
  assert.equal(response.Response, "Follows");
  assert.ok(Array.isArray(response.output));
});

const sequels: [message: string, sequel: ReturnType<typeof findSequel>][] = [
  [
    "Response: Success\r\nActionID: 1\r\nEventList: start\r\nMessage: Channels will follow\r\n",
    "list",
  ],
  ["Response: Success\r\nActionID: 1\r\nEventList: Start\r\nMessage: x\r\n", "list"],
  ["Response: Success\r\nEventList: start\r\nMessage: Channels will follow\r\n", "list"],
  ["Response: Success\r\nActionID: 1\r\nMessage: FAXStats event will follow\r\n", "event"],
  ["Response: Success\r\nActionID: 1\r\nMessage: FAXSession event will follow\r\n", "event"],
  ["Response: Success\r\nActionID: 1\r\nMessage: Channel status will follow\r\n", "oldList"],
  ["Response: Success\r\nActionID: 1\r\nMessage: Result will follow\r\n", "oldList"],
  [
    "Response: Success\r\nActionID: 1\r\nMessage: There are no voicemail users currently defined.\r\n",
    "empty",
  ],
  [
    "Response: Success\r\nActionID: 1\r\nMessage: There is no voicemail user of the given info.\r\n",
    "empty",
  ],
  ["Response: Success\r\nActionID: 1\r\nMessage: Authentication accepted\r\n", "nothing"],
  ["Response: Success\r\nActionID: 1\r\n", "nothing"],
  ["Response: Error\r\nActionID: 1\r\nMessage: No channels will follow\r\n", "nothing"],
  // a channel variable with line ends
  [
    "Response: Success\r\nActionID: 1\r\nVariable: X\r\nValue: a\r\nEventList: start\r\n",
    "nothing",
  ],
  ["Response: Success\r\nActionID: 1\r\nVariable: X\r\nMessage: it will follow\r\n", "nothing"],
];

for (const [message, sequel] of sequels) {
  Deno.test(`findSequel() expects ${sequel} behind ${JSON.stringify(message)}`, () => {
    assert.equal(findSequel(`${message}\r\n`), sequel);
  });
}

Deno.test("AmiList is an array of its items, and what is made of it is a plain one", () => {
  const response = new AmiResponse("Response: Success\r\nEventList: start\r\n\r\n");
  const items = ["a", "b"].map((key) => new AmiEvent(`Event: Item\r\nKey: ${key}\r\n\r\n`));
  const complete = new AmiEvent("Event: ItemsComplete\r\nEventList: Complete\r\n\r\n");
  const list = makeList(response, items, complete);
  assert.ok(list instanceof AmiList);
  assert.deepEqual([...list], items);
  assert.equal(list.response, response);
  assert.equal(list.complete, complete);
  assert.deepEqual(Object.keys(list), ["0", "1"]);
  const keys = list.map(({ Key }) => Key);
  assert.deepEqual(keys, ["a", "b"]);
  assert.ok(!(keys instanceof AmiList));
  assert.ok(!(list.filter(() => true) instanceof AmiList));
});
