import assert from "node:assert/strict";
import type { ActionParameters } from "./ami/action.ts";
import type { AmiState } from "./ami/client_state.ts";
import { AmiEvent, makeEvent } from "./ami/event.ts";
import { EventListeners } from "./ami/event_listeners.ts";
import type { ActionResult } from "./ami/pending_actions.ts";
import { AmiResponse, makeList } from "./ami/response.ts";
import { parseEnvironment } from "./agi/environment.ts";
import { ActionFailedError } from "./errors.ts";
import { HangupWatch } from "./hangup_watch.ts";

const environmentText =
  "agi_channel: PJSIP/100-1\nagi_uniqueid: 17.1\nagi_context: in\nagi_extension: s\nagi_priority: 2\n";
const environment = parseEnvironment(environmentText);

/** An AMI client that answers Status as it is told, and tells events. */
class FakeClient {
  state: AmiState = "ready";
  readonly watchers: EventListeners = new EventListeners();
  asked: ActionParameters[] = [];
  answer: () => Promise<ActionResult> = () => Promise.reject(new Error("no answer"));

  action(_name: string, parameters: ActionParameters = {}): Promise<ActionResult> {
    this.asked.push(parameters);
    return this.answer();
  }

  tell(name: string, uniqueid: string, headers: Record<string, string> = {}): void {
    for (const listener of this.watchers.find(name)) {
      listener(makeEvent(name, { Uniqueid: uniqueid, ...headers }));
    }
  }

  /** Answers Status with the channel at this place; `more` are headers, and variables further ones. */
  place(context: string, exten: string, priority: number, more = ""): void {
    const item = new AmiEvent(
      `Event: Status\r\nChannel: PJSIP/100-1\r\nUniqueid: 17.1\r\n${more}` +
        `Variable: CONTEXT=${context}\r\nVariable: EXTEN=${exten}\r\nVariable: PRIORITY=${priority}\r\n`,
    );
    const response = new AmiResponse("Response: Success\r\nEventList: start\r\n");
    const complete = makeEvent("StatusComplete", {});
    this.answer = () => Promise.resolve(makeList(response, [item], complete));
  }
}

/** No wait where none is needed; long ones where an event is to end them. */
const instant = { moved: 0, still: 0 };
const patient = { moved: 60_000, still: 60_000 };

Deno.test("a hangup that AMI has announced is a hangup, without a question", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.tell("SoftHangupRequest", "17.1");
  assert.equal(await watch.findReason(environment), "hangup");
  assert.deepEqual(client.asked, []);
});

Deno.test("a channel at another place of the dialplan was redirected", async () => {
  const places: [string, string, number][] = [["after", "s", 2], ["in", "t", 2], ["in", "s", 1]];
  for (const place of places) {
    const client = new FakeClient();
    const watch = new HangupWatch(client, instant);
    client.place(...place);
    assert.equal(await watch.findReason(environment), "redirected");
    assert.equal(client.asked[0]?.["Channel"], "PJSIP/100-1");
  }
});

Deno.test("a hangup that AMI announces late is a hangup, though a script moved its channel", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, patient);
  client.place("after", "s", 1);
  const reason = watch.findReason(environment);
  client.tell("HangupRequest", "17.1");
  assert.equal(await reason, "hangup");
});

Deno.test("a redirect to the same place shows where hangups are seen and none comes", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.place("in", "s", 2);
  assert.equal(await watch.findReason(environment), "hangup", "no request was ever seen");
  client.tell("HangupRequest", "other");
  assert.equal(await watch.findReason(environment), "redirected");
});

Deno.test("a call that its time limit ends is a hangup", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.tell("HangupRequest", "other");
  client.place("in", "s", 2, "TimeToHangup: -1\r\n");
  assert.equal(await watch.findReason(environment), "hangup");
});

Deno.test("a channel of that name on another Asterisk says nothing", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.place("after", "s", 1);
  const other = parseEnvironment(environmentText.replace("17.1", "99.9"));
  assert.equal(await watch.findReason(other), "hangup");
});

Deno.test("without an answer of AMI it is a hangup", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  assert.equal(await watch.findReason(environment), "hangup");
  client.state = "waiting";
  client.place("after", "s", 1);
  assert.equal(await watch.findReason(environment), "hangup");
});

Deno.test("hangups of channels long gone are forgotten", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.tell("Hangup", "17.1");
  for (let index = 0; index < 20_000; index++) client.tell("Hangup", `other-${index}`);
  client.place("after", "s", 1);
  assert.equal(await watch.findReason(environment), "redirected");
});

const noChannel = () => {
  const response = new AmiResponse("Response: Error\r\nMessage: No such channel\r\n");
  return Promise.reject(new ActionFailedError("No such channel", "Status", response));
};

Deno.test("an AsyncAGI session that ends behind a request to hang up is a hangup", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.tell("HangupRequest", "17.1");
  assert.equal(await watch.findSessionEnd(environment, false), "hangup");
});

Deno.test("an AsyncAGI session that ends without one was redirected, or lost by a failure", async () => {
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.answer = noChannel;
  assert.equal(
    await watch.findSessionEnd(environment, false),
    "hangup",
    "no request was ever seen",
  );
  client.tell("HangupRequest", "other");
  assert.equal(await watch.findSessionEnd(environment, false), "redirected", "and through with it");
  assert.equal(await watch.findSessionEnd(environment, true), "lost", "and through with the rest");
  client.place("after", "s", 1);
  assert.equal(await watch.findSessionEnd(environment, true), "redirected");
  client.place("in", "s", 1);
  assert.equal(
    await watch.findSessionEnd(environment, false),
    "redirected",
    "back to where it began",
  );
  client.place("in", "s", 3);
  assert.equal(await watch.findSessionEnd(environment, false), "lost", "the dialplan went on");
  client.place("in", "s", 2);
  assert.equal(await watch.findSessionEnd(environment, false), "lost");
  client.place("in", "s", 2, "TimeToHangup: -1\r\n");
  assert.equal(await watch.findSessionEnd(environment, false), "hangup");
});

Deno.test("how its AGI ended tells an AsyncAGI session that failed from one that was hung up", async () => {
  const failure = "Variable: AGISTATUS=FAILURE\r\n";
  const hangup = "Variable: AGISTATUS=HANGUP\r\n";
  const cases: [string, ...Parameters<FakeClient["place"]>][] = [
    ["lost", "in", "s", 2, failure],
    ["lost", "in", "s", 3, failure],
    ["lost", "in", "h", 1, failure],
    ["lost", "after", "s", 1, failure],
    ["redirected", "after", "s", 1, hangup],
    ["hangup", "in", "h", 1, hangup],
    ["hangup", "in", "T", 1, hangup],
    // No hangup was ever seen, so none can be missed.
    ["hangup", "in", "s", 2, hangup],
  ];
  for (const [reason, ...place] of cases) {
    const client = new FakeClient();
    const watch = new HangupWatch(client, instant);
    client.place(...place);
    for (const failed of [false, true]) {
      assert.equal(await watch.findSessionEnd(environment, failed), reason, place.join());
    }
  }
});

Deno.test("an AsyncAGI channel that stays where it was is soon gone, or back", async () => {
  const cases: [string, string][] = [["Hangup", "hangup"], ["AsyncAGIStart", "redirected"]];
  for (const [event, reason] of cases) {
    const client = new FakeClient();
    const watch = new HangupWatch(client, patient);
    client.tell("HangupRequest", "other");
    client.place("in", "s", 2, "Variable: AGISTATUS=HANGUP\r\n");
    const found = watch.findSessionEnd(environment, true);
    client.tell(event, "17.1", { Context: "in", Exten: "s", Priority: "2" });
    assert.equal(await found, reason);
  }
  const client = new FakeClient();
  const watch = new HangupWatch(client, instant);
  client.tell("HangupRequest", "other");
  client.place("in", "s", 2, "Variable: AGISTATUS=HANGUP\r\n");
  assert.equal(await watch.findSessionEnd(environment, false), "redirected");
});

Deno.test("a channel that is gone behind its AsyncAGI session tells in its Hangup from where", async () => {
  const cases: [reason: string, failed: boolean, place: [string, string, string]][] = [
    ["hangup", false, ["in", "s", "2"]],
    ["hangup", true, ["in", "s", "2"]],
    ["hangup", false, ["in", "h", "1"]],
    ["hangup", false, ["in", "T", "1"]],
    // It may have been hung up during the command as well: nothing tells.
    ["lost", true, ["in", "h", "1"]],
    ["lost", true, ["in", "s", "4"]],
    ["redirected", false, ["after", "s", "1"]],
  ];
  for (const [reason, failed, [Context, Exten, Priority]] of cases) {
    const client = new FakeClient();
    const watch = new HangupWatch(client, patient);
    client.answer = noChannel;
    const found = watch.findSessionEnd(environment, failed);
    client.tell("Hangup", "17.1", { Context, Exten, Priority });
    assert.equal(await found, reason, `${Exten} ${Priority}`);
  }
});
