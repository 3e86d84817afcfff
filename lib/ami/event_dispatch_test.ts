import assert from "node:assert/strict";
import { silentLog } from "../log.ts";
import { EventDispatch } from "./event_dispatch.ts";
import { EventListeners } from "./event_listeners.ts";

function receive(dispatch: EventDispatch, name: string): void {
  dispatch.receive(name, `Event: ${name}\r\n\r\n`);
}

Deno.test("EventDispatch counts events by name, whoever listens, comes and goes", () => {
  const dispatch = new EventDispatch(silentLog);
  const listeners = new EventListeners();
  dispatch.sets = [listeners];
  receive(dispatch, "Hangup");
  const added = listeners.add("Hangup", () => {});
  receive(dispatch, "Hangup");
  receive(dispatch, "Newchannel");
  added[Symbol.dispose]();
  dispatch.sets = [];
  receive(dispatch, "Hangup");
  assert.deepEqual(dispatch.counts, { Hangup: 3, Newchannel: 1 });
  assert.equal(dispatch.count, 4);
});

Deno.test("names of events that somebody makes up are counted together", () => {
  const dispatch = new EventDispatch(silentLog);
  receive(dispatch, "Hangup");
  for (let count = 0; count < 2_000; count++) receive(dispatch, `Forged${count}`);
  for (let count = 0; count < 10; count++) receive(dispatch, "Hangup");
  const { counts } = dispatch;
  assert.equal(Object.keys(counts).length, 501);
  assert.equal(counts["other"], 1_501);
  assert.equal(counts["Hangup"], 11);
  assert.equal(dispatch.count, 2_011);
});

Deno.test("names of events that are longer than any are not kept", () => {
  const dispatch = new EventDispatch(silentLog);
  for (const letter of ["a", "b"]) receive(dispatch, letter.repeat(100_000));
  assert.deepEqual(dispatch.counts, { other: 2 });
});

Deno.test("an event that pretends to be one of ours is not counted", () => {
  const dispatch = new EventDispatch(silentLog);
  receive(dispatch, "ami:ready");
  assert.deepEqual(dispatch.counts, {});
});
