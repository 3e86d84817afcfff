import assert from "node:assert/strict";
import { type AmiTranscript, amiTranscripts } from "../../tests/support/transcripts.ts";
import { ActionFailedError, AmiError, NotConnectedError } from "../errors.ts";
import { eventName } from "./event.ts";
import { type ActionResult, PendingActions, type Taken } from "./pending_actions.ts";
import { AmiList, AmiResponse } from "./response.ts";

/** Actions that are sent, and a line to tell what comes for them. */
function makePending() {
  const pending = new PendingActions("k3-");
  return {
    pending,
    send(name = "Ping", blocks?: number) {
      const action = pending.add(name, blocks);
      action.promise.catch(() => {}); // looked at later
      return { action, id: action.id, result: action.promise };
    },
    take(...lines: string[]): Taken {
      const message = `${lines.join("\r\n")}\r\n\r\n`;
      return eventName(message) === undefined
        ? pending.takeResponse(message)
        : pending.takeEvent(message);
    },
  };
}

/** Whether a promise is settled when all that is due has happened. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol();
  await new Promise((resolve) => setTimeout(resolve));
  return await Promise.race([promise.catch(() => {}), Promise.resolve(open)]) !== open;
}

Deno.test("each action has an ActionID of its own, all with the prefix", () => {
  const pending = new PendingActions("k3-");
  assert.deepEqual([pending.add("Ping").id, pending.add("Ping").id], ["k3-1", "k3-2"]);
});

Deno.test("a response resolves its action, and no other", async () => {
  const { pending, send, take } = makePending();
  const first = send("Ping");
  const second = send("Getvar");
  assert.equal(pending.size, 2);
  assert.equal(take("Response: Success", `ActionID: ${first.id}`, "Ping: Pong"), "last");
  const response = await first.result;
  assert.ok(response instanceof AmiResponse);
  assert.equal(response.Ping, "Pong");
  assert.equal(pending.size, 1);
  assert.ok(!await isSettled(second.result));
});

Deno.test("a response that nobody waits for changes nothing", async () => {
  const { pending, send, take } = makePending();
  const { result } = send();
  assert.equal(take("Response: Success", "ActionID: k3-99"), "foreign");
  assert.equal(take("Response: Success", "ActionID: 1"), "foreign");
  for (
    const id of ["k3-", "k3-0", "k3-01", "k3-1.0", "k3-1 ", "k3-+1", "k3-1e0", "K3-1", "k3-1k3-1"]
  ) {
    assert.equal(take("Response: Success", `ActionID: ${id}`), "foreign", id);
    assert.equal(take("Response: Error", "Message: x", `ActionID: ${id}`), "foreign", id);
  }
  assert.equal(take("Response: Error", "Message: Missing action in request"), "foreign");
  assert.equal(take("Response: Success", "ActionID: "), "foreign");
  assert.equal(take("no response at all"), "foreign");
  assert.equal(pending.size, 1);
  assert.ok(!await isSettled(result));
});

Deno.test("the first ActionID of a response counts, what comes later may be forged", async () => {
  const { send, take } = makePending();
  const first = send("Getvar");
  const second = send("Ping");
  take("Response: Success", `ActionID: ${first.id}`, "Value: x", `ActionID: ${second.id}`);
  await first.result;
  assert.ok(!await isSettled(second.result));
});

Deno.test("an error rejects with all that Asterisk said", async () => {
  const { send, take } = makePending();
  const { id, result } = send("Redirect");
  take("Response: Error", `ActionID: ${id}`, "Message: Channel does not exist: x");
  await assert.rejects(result, (error) => {
    assert.ok(error instanceof ActionFailedError);
    assert.equal(error.message, 'Action "Redirect" failed: Channel does not exist: x');
    assert.equal(error.action, "Redirect");
    assert.equal(error.response.Message, "Channel does not exist: x");
    return true;
  });
});

Deno.test("an error of a Command says what the command printed", async () => {
  const { send, take } = makePending();
  const { id, result } = send("Command");
  const output = "No such command 'nope' (type 'core show help nope' for other possible commands)";
  const message = "Message: Command output follows";
  take("Response: Error", `ActionID: ${id}`, message, `Output: ${output}`, "Output: more");
  await assert.rejects(result, (error) => {
    assert.ok(error instanceof ActionFailedError);
    assert.equal(error.message, `Action "Command" failed: ${output}`);
    assert.deepEqual(error.response.output, [output, "more"]);
    return true;
  });
});

Deno.test("an error without a message says so", async () => {
  const { send, take } = makePending();
  const { id, result } = send("Ping");
  take("Response: Error", `ActionID: ${id}`);
  await assert.rejects(result, { message: 'Action "Ping" failed: Asterisk gave no reason' });
});

Deno.test("a list resolves to its items, with what began and ended it", async () => {
  const { send, take } = makePending();
  const { id, result } = send("Status");
  const actionId = `ActionID: ${id}`;
  assert.equal(take("Response: Success", actionId, "EventList: start", "Message: x"), "part");
  assert.equal(take("Event: Status", "Privilege: Call", "Channel: a", actionId), "part");
  assert.equal(take("Event: Status", actionId, "Channel: b", "Variable: X=1"), "part");
  const complete = ["EventList: Complete", "ListItems: 2", "Items: 2"];
  assert.equal(take("Event: StatusComplete", actionId, ...complete), "last");
  const list = await result;
  assert.ok(list instanceof AmiList);
  assert.deepEqual(list.map(({ Channel }) => Channel), ["a", "b"]);
  assert.equal(list.response.Message, "x");
  assert.equal(list.complete.Items, "2");
});

Deno.test("a list may be empty, start with `Start` and end with `cancelled`", async () => {
  const { send, take } = makePending();
  const { id, result } = send("FAXSessions");
  take("Response: Success", `ActionID: ${id}`, "EventList: Start", "Message: x");
  take("Event: FAXSessionsComplete", `ActionID: ${id}`, "EventList: cancelled");
  assert.deepEqual([...await result as AmiList], []);
});

Deno.test("an error in the middle of a list rejects it", async () => {
  // ExtensionStateList, when the hints are gone meanwhile
  const { pending, send, take } = makePending();
  const { id, result } = send("ExtensionStateList");
  take("Response: Success", `ActionID: ${id}`, "EventList: start", "Message: x");
  take("Event: ExtensionStatus", `ActionID: ${id}`, "Exten: 100");
  const error = ["Response: Error", `ActionID: ${id}`, "Message: No dialplan hints are available"];
  assert.equal(take(...error), "last");
  await assert.rejects(result, ActionFailedError);
  assert.equal(pending.size, 0);
  assert.equal(take("Event: ExtensionStatus", `ActionID: ${id}`), "foreign");
});

Deno.test("events of others, in the middle of a list, are no items", async () => {
  const { send, take } = makePending();
  const { id, result } = send("Status");
  const waiting = send("Originate");
  take("Response: Success", `ActionID: ${id}`, "EventList: start", "Message: x");
  assert.equal(take("Event: Newchannel", "Channel: x"), "foreign");
  assert.equal(take("Event: Status", "ActionID: somebody-else-1"), "foreign");
  // answers to an Originate of ours come as events at any time
  const response = ["Event: OriginateResponse", `ActionID: ${waiting.id}`, "Response: Failure"];
  assert.equal(take(...response), "foreign");
  // repeats what its sender wrote, who may know our ActionIDs
  const user = ["Event: UserEvent", "Privilege: user,all", "UserEvent: x", `ActionID: ${id}`];
  assert.equal(take(...user), "foreign");
  assert.equal(take(...user, "EventList: Complete"), "foreign");
  take("Event: StatusComplete", `ActionID: ${id}`, "EventList: Complete");
  assert.deepEqual([...await result as AmiList], []);
});

Deno.test("an item is found by our ActionID, whatever a value before it forges", async () => {
  const { send, take } = makePending();
  const { id, result } = send("QueueStatus");
  take("Response: Success", `ActionID: ${id}`, "EventList: start", "Message: x");
  const forged = ["Event: QueueEntry", "CallerIDName: x", "ActionID: forged", `ActionID: ${id}`];
  assert.equal(take(...forged), "part");
  take("Event: QueueStatusComplete", `ActionID: ${id}`, "EventList: Complete");
  assert.equal((await result as AmiList).length, 1);
});

Deno.test("a value with line ends does not cut a list off", async () => {
  const { send, take } = makePending();
  const { id, result } = send("Status");
  take("Response: Success", `ActionID: ${id}`, "EventList: start", "Message: x");
  const item = ["Event: Status", `ActionID: ${id}`, "Variable: X=a", "EventList: Complete"];
  assert.equal(take(...item), "part");
  assert.equal(take("Event: Status", `ActionID: ${id}`, "Channel: b"), "part");
  assert.equal(take("Event: StatusComplete", `ActionID: ${id}`, "EventList: Complete"), "last");
  assert.equal((await result as AmiList).length, 2);
});

Deno.test("a value with line ends does not make an answer wait for a list that never comes", async () => {
  const { send, take } = makePending();
  for (const forged of ["EventList: start", "Message: it will follow"]) {
    const { id, result } = send("Getvar");
    const answer = ["Response: Success", `ActionID: ${id}`, "Variable: X", "Value: a", forged];
    assert.equal(take(...answer), "last");
    assert.ok(await result instanceof AmiResponse);
  }
});

Deno.test("FAXStats and FAXSession resolve to the one event behind their response", async () => {
  const { send, take } = makePending();
  for (const name of ["FAXStats", "FAXSession"]) {
    const { id, result } = send(name);
    const response = ["Response: Success", `ActionID: ${id}`, `Message: ${name} event will follow`];
    assert.equal(take(...response), "part");
    assert.equal(take(`Event: ${name}`, `ActionID: ${id}`, "FailedFAXes: 0"), "last");
    const list = await result;
    assert.ok(list instanceof AmiList);
    assert.deepEqual(list.map(({ Event, FailedFAXes }) => [Event, FailedFAXes]), [[name, "0"]]);
  }
});

Deno.test("a list action that finds nothing resolves to an empty list, without EventList too", async () => {
  // A loop over the items of VoicemailUserStatus must not fail because the mailbox is unknown.
  const { send, take } = makePending();
  const { id, result } = send("VoicemailUserStatus");
  const message = "Message: There is no voicemail user of the given info.";
  assert.equal(take("Response: Success", `ActionID: ${id}`, message), "last");
  const list = await result;
  assert.ok(list instanceof AmiList);
  assert.deepEqual([...list], []);
  assert.equal(list.response.Message, "There is no voicemail user of the given info.");
  assert.equal(list.complete.ListItems, "0");
});

// Branches 11 and 12, main/manager.c, action_status(), and main/db.c, manager_dbget(): no EventList.
const oldLists = [
  ["Status", "Channel status will follow", "StatusComplete"],
  ["DBGet", "Result will follow", "DBGetComplete"],
  ["QueueStatus", "Queue status will follow", "QueueStatusComplete"],
  ["VoicemailUsersList", "Voicemail user list will follow", "VoicemailUserEntryComplete"],
] as const;

for (const [name, message, end] of oldLists) {
  Deno.test(`lists of Asterisk 11 end without EventList: ${name}`, async () => {
    const { send, take } = makePending();
    const { id, result } = send(name);
    take("Response: Success", `ActionID: ${id}`, `Message: ${message}`);
    assert.equal(take("Event: Item", "Family: a", `ActionID: ${id}`), "part");
    assert.equal(take(`Event: ${end}`, `ActionID: ${id}`), "last");
    assert.deepEqual((await result as AmiList).map(({ Family }) => Family), ["a"]);
  });
}

Deno.test("an abandoned action rejects at once, and what comes for it later is ignored", async () => {
  const { pending, send, take } = makePending();
  const { action, id, result } = send("Ping");
  const reason = new Error("enough");
  action.abandon(reason);
  assert.equal(pending.size, 0);
  await assert.rejects(result, reason);
  assert.equal(take("Response: Success", `ActionID: ${id}`), "last");
  assert.equal(take("Response: Success", `ActionID: ${id}`), "foreign");
});

Deno.test("the list of an abandoned action is not taken for events", async () => {
  // A ParkedCall or ExtensionStatus in a list looks like one that has just happened.
  const { send, take } = makePending();
  const early = send("ParkedCalls");
  early.action.abandon(new Error("before the response"));
  const response = (id: string) => ["Response: Success", `ActionID: ${id}`, "EventList: start"];
  assert.equal(take(...response(early.id)), "part");
  assert.equal(take("Event: ParkedCall", `ActionID: ${early.id}`), "part");
  assert.equal(take("Event: Complete", `ActionID: ${early.id}`, "EventList: Complete"), "last");

  const late = send("ParkedCalls");
  take(...response(late.id));
  take("Event: ParkedCall", `ActionID: ${late.id}`);
  late.action.abandon(new Error("in the middle"));
  await assert.rejects(late.result, /in the middle/);
  assert.equal(take("Event: ParkedCall", `ActionID: ${late.id}`), "part");
  assert.equal(take("Event: Complete", `ActionID: ${late.id}`, "EventList: Complete"), "last");
});

Deno.test("abandoning what is answered already changes nothing", async () => {
  const { send, take } = makePending();
  const { action, id, result } = send();
  take("Response: Success", `ActionID: ${id}`);
  action.abandon(new Error("late"));
  await result;
});

Deno.test("an action that Asterisk skips is rejected by the answer to a later one", async () => {
  // IAXnetstats, and Queues up to Asterisk 13, print text without a response.
  const { pending, send, take } = makePending();
  const skipped = send("Queues");
  const abandoned = send("Queues");
  abandoned.action.abandon(new Error("enough"));
  const { id, result } = send("Ping");
  const later = send("Ping");
  take("Response: Success", `ActionID: ${id}`, "Ping: Pong");
  await result;
  await assert.rejects(skipped.result, (error) => {
    assert.ok(error instanceof AmiError);
    assert.equal(error.message, 'Action "Queues" has no answer: Asterisk answers a later one');
    return true;
  });
  await assert.rejects(abandoned.result, /enough/);
  assert.ok(!await isSettled(later.result));
  assert.equal(pending.size, 1);
});

Deno.test("rejectAll() rejects what waits, lists too, and forgets it", async () => {
  const { pending, send, take } = makePending();
  const list = send("Status");
  take("Response: Success", `ActionID: ${list.id}`, "EventList: start", "Message: x");
  const plain = send("Ping");
  pending.rejectAll((name) => new NotConnectedError(`${name} is lost`));
  await assert.rejects(list.result, { name: "NotConnectedError", message: "Status is lost" });
  await assert.rejects(plain.result, { name: "NotConnectedError", message: "Ping is lost" });
  assert.equal(pending.size, 0);
  assert.equal(take("Event: Status", `ActionID: ${list.id}`), "foreign");
  assert.equal(take("Response: Success", `ActionID: ${plain.id}`), "foreign");
});

Deno.test("busyUntil() allows for an action that blocks, until it is answered", () => {
  const { pending, send, take } = makePending();
  const lastHeard = performance.now();
  assert.equal(pending.busyUntil(lastHeard, 0), lastHeard);
  send("Ping");
  const { id } = send("Originate", 30_000);
  assert.ok(pending.busyUntil(lastHeard, 0) >= lastHeard + 30_000);
  take("Response: Error", `ActionID: ${id}`, "Message: Originate failed");
  assert.equal(pending.busyUntil(lastHeard, 0), lastHeard);
});

Deno.test("busyUntil() allows any action its time, but no Ping", () => {
  const { pending, send, take } = makePending();
  const lastHeard = performance.now();
  send("Ping");
  assert.equal(pending.busyUntil(lastHeard, 10_000), lastHeard);
  const { id } = send("Command");
  assert.ok(pending.busyUntil(lastHeard, 10_000) >= lastHeard + 10_000);
  assert.ok(pending.busyUntil(lastHeard, 10_000) < lastHeard + 20_000);
  take("Response: Success", `ActionID: ${id}`);
  assert.equal(pending.busyUntil(lastHeard, 10_000), lastHeard);
});

Deno.test("busyUntil() still allows for a blocking action that was abandoned", () => {
  const { pending, send } = makePending();
  const { action } = send("Originate", 30_000);
  action.abandon(new Error("enough"));
  assert.equal(pending.size, 0);
  assert.equal(pending.unanswered, 1);
  assert.ok(pending.busyUntil(0, 0) >= performance.now() + 29_000);
});

Deno.test("busyUntil() counts the time of a blocking action from when its turn came", () => {
  const { pending, send } = makePending();
  send("Originate", 30_000);
  send("Originate", 30_000);
  // The first was answered after its whole time: the second begins only then.
  const heard = performance.now() + 30_000;
  assert.ok(pending.busyUntil(heard, 0) >= heard + 30_000);
});

/** What one action got, with all that Asterisk said in a recording. */
interface Replayed {
  readonly outcome: ActionResult | ActionFailedError | undefined;
  /** Events with the ActionID that belonged to no list. */
  readonly others: string[];
}

/** Feeds a recording of one action, whose ActionID was `1`, to an action that waits. */
async function replay({ exchange }: AmiTranscript): Promise<Replayed> {
  const pending = new PendingActions("");
  const others: string[] = [];
  let outcome: Replayed["outcome"];
  pending.add("it").promise.then(
    (result) => outcome = result,
    (error) => outcome = error,
  );
  const text = exchange.filter(({ direction }) => direction === "fromAsterisk")
    .map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
  for (const part of text.split(/(?<=\r\n\r\n)/)) {
    const message = part.replace(/^(\r\n)+/, "");
    if (message === "") continue;
    const name = eventName(message);
    if (name === undefined) pending.takeResponse(message);
    else if (pending.takeEvent(message) === "foreign" && message.includes("\r\nActionID: 1\r\n")) {
      others.push(name);
    }
  }
  await new Promise((resolve) => setTimeout(resolve));
  return { outcome, others };
}

/** The recordings of a single action with the ActionID `1`. */
function singleActions(): { action: string; transcript: AmiTranscript }[] {
  return amiTranscripts().flatMap((transcript) => {
    const { protocol, exchange, session } = transcript;
    const sent = exchange.filter(({ direction }) => direction === "toAsterisk");
    const text = sent.map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
    const found = /^Action: *(\w+)\r\nActionID: 1\r\n/.exec(text);
    const single = sent.length === 1 && text.indexOf("\r\n\r\n") === text.length - 4;
    if (protocol !== "ami" || session === null || !found?.[1] || !single) return [];
    return [{ action: found[1], transcript }];
  });
}

Deno.test("every recorded action gets its answer, and every item of its list", async () => {
  let count = 0;
  for (const { transcript } of singleActions()) {
    const { id, exchange } = transcript;
    const text = exchange.filter(({ direction }) => direction === "fromAsterisk")
      .map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
    const { outcome, others } = await replay(transcript);
    count++;
    if (!text.startsWith("Response: ")) {
      // it waits for an event that did not come
      assert.match(id, /^WaitEvent\/(bare|bad)$/);
      assert.equal(outcome, undefined, id);
    } else if (text.startsWith("Response: Error")) {
      assert.ok(outcome instanceof ActionFailedError, id);
    } else if (text.startsWith("Response: Success\r\nActionID: 1\r\nEventList: ")) {
      assert.ok(outcome instanceof AmiList, id);
      const [, afterResponse = ""] = text.split(/\r\n\r\n(.*)/s, 2);
      const events = afterResponse.split("\r\n\r\n").filter((part) =>
        part.startsWith("Event: ") && part.includes("\r\nActionID: 1")
      );
      assert.equal(outcome.length, events.length - 1, id);
    } else if (id === "VoicemailUserStatus/unknown") {
      assert.ok(outcome instanceof AmiList, id);
      assert.equal(outcome.length, 0, id);
    } else if (text.includes("\r\nMessage: FAXStats event will follow\r\n")) {
      assert.ok(outcome instanceof AmiList, id);
      assert.equal(outcome.length, 1, id);
    } else {
      assert.ok(outcome instanceof AmiResponse, id);
    }
    // What carries our ActionID and is no list, because it comes when it comes.
    const known = ["OriginateResponse", "UserEvent", "WaitEventComplete"];
    assert.deepEqual(others.filter((name) => !known.includes(name)), [], id);
  }
  assert.ok(count > 400, `${count} actions`);
});

Deno.test("the schema tells which recorded actions answer with a list", async () => {
  // Types are gone when a test runs, so this reads them as text.
  const source = Deno.readTextFileSync(new URL("../schema/actions.ts", import.meta.url));
  const namesOf = (part: string) =>
    new Set(Array.from(part.matchAll(/^ {2}readonly (\w+): /gm), ([, name]) => name));
  const [before = "", lists = ""] = source.split("export interface ListActions {");
  const [, all = ""] = before.split("export interface Actions {");
  const [listed, plain] = [namesOf(lists), namesOf(all)];
  assert.ok(listed.size > 40 && plain.size > 130);
  for (const { action, transcript } of singleActions()) {
    const { outcome } = await replay(transcript);
    const { id } = transcript;
    // Hangup answers with a list only when the channel is a regular expression.
    if (outcome instanceof AmiList && action === "Hangup") assert.match(id, /regex/);
    else if (outcome instanceof AmiList) assert.ok(listed.has(action), `${id} is a list`);
    else if (outcome instanceof AmiResponse) assert.ok(!listed.has(action), `${id} is no list`);
    if (id.startsWith("session/")) continue; // its point is not the action
    assert.ok(plain.has(action), `${id} is in no table`);
  }
});
