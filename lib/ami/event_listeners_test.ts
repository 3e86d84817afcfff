import assert from "node:assert/strict";
import { makeEvent } from "./event.ts";
import { EventListeners } from "./event_listeners.ts";

/** Calls the listeners of an event, as a client does. */
function tell(listeners: EventListeners, name: string): void {
  for (const listener of listeners.find(name)) listener(makeEvent(name, {}));
}

/** A set, and adds to it that say in `heard` what was called. */
function makeListeners() {
  const listeners = new EventListeners();
  const heard: string[] = [];
  const add = (name: string, what: string, id?: string | number) =>
    listeners.add(name, () => heard.push(what), id);
  return { listeners, heard, add };
}

Deno.test("find() takes names in any case, and calls in the order of adding", () => {
  const { listeners, heard, add } = makeListeners();
  add("Hangup", "first");
  add("HANGUP", "second");
  add("Newchannel", "other");
  tell(listeners, "Hangup");
  tell(listeners, "hangUP");
  assert.deepEqual(heard, ["first", "second", "first", "second"]);
});

Deno.test("find() keeps `default` and `*` apart from the events", () => {
  const { listeners, heard, add } = makeListeners();
  add("*", "all");
  add("default", "rest");
  tell(listeners, "Hangup");
  assert.deepEqual(heard, []);
  tell(listeners, "*");
  tell(listeners, "default");
  assert.deepEqual(heard, ["all", "rest"]);
});

Deno.test("find() notices what was added and removed since the last time", () => {
  const { listeners, heard, add } = makeListeners();
  tell(listeners, "Hangup");
  const added = add("Hangup", "first");
  tell(listeners, "Hangup");
  added[Symbol.dispose]();
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["first"]);
  assert.equal(listeners.find("Hangup").length, 0);
});

Deno.test("find() stays right after more names than it remembers", () => {
  const { listeners, heard, add } = makeListeners();
  add("Forged7", "it");
  for (let n = 0; n < 3_000; n++) tell(listeners, `Forged${n}`);
  tell(listeners, "Forged7");
  assert.deepEqual(heard, ["it", "it"]);
});

Deno.test("a listener that removes another during an event: the other is not called any more", () => {
  const { listeners, heard, add } = makeListeners();
  listeners.add("Hangup", () => listeners.remove("Hangup", "second"));
  add("Hangup", "second", "second");
  add("Hangup", "third");
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["third"]);
});

Deno.test("a listener that removes itself during an event disturbs nobody", () => {
  const { listeners, heard, add } = makeListeners();
  const once = listeners.add("Hangup", () => {
    heard.push("once");
    once[Symbol.dispose]();
  });
  add("Hangup", "always");
  tell(listeners, "Hangup");
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["once", "always", "always"]);
});

Deno.test("a listener that is added during an event begins with the next", () => {
  const { listeners, heard, add } = makeListeners();
  const first = listeners.add("Hangup", () => {
    first[Symbol.dispose]();
    add("Hangup", "new");
  });
  tell(listeners, "Hangup");
  assert.deepEqual(heard, []);
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["new"]);
});

Deno.test("add() replaces the listener of the same event and id, and of no other", () => {
  const { listeners, heard, add } = makeListeners();
  add("Hangup", "old", "mine");
  add("Newchannel", "other", "mine");
  add("HANGUP", "new", "mine");
  tell(listeners, "Hangup");
  tell(listeners, "Newchannel");
  assert.deepEqual(heard, ["new", "other"]);
});

Deno.test("add() gives a number that is free: it must not replace a listener with that id", () => {
  const { listeners, heard, add } = makeListeners();
  add("Hangup", "given", 1);
  add("Hangup", "also given", 3);
  const ids = [add("Hangup", "a").id, add("Hangup", "b").id];
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["given", "also given", "a", "b"]);
  assert.equal(new Set([1, 3, ...ids]).size, 4);
});

Deno.test("add() tells the name in lower case and the id, by which remove() finds it", () => {
  const { listeners, heard, add } = makeListeners();
  const { name, id } = add("HangupRequest", "it");
  assert.equal(name, "hanguprequest");
  assert.ok(listeners.remove(name, id));
  assert.ok(!listeners.remove(name, id));
  tell(listeners, "HangupRequest");
  assert.deepEqual(heard, []);
});

Deno.test("add() refuses what is no name or no function", () => {
  const listeners = new EventListeners();
  const add = listeners.add as (name: unknown, listener: unknown) => void;
  assert.throws(() => add.call(listeners, "", () => {}), {
    name: "TypeError",
    message: "Cannot add listener: the event's name is , must be text",
  });
  assert.throws(() => add.call(listeners, { eventMask: "off" }, () => {}), TypeError);
  assert.throws(() => add.call(listeners, "Hangup", undefined), {
    name: "TypeError",
    message: 'Cannot add listener for "Hangup": got undefined, must be a function',
  });
  assert.deepEqual(listeners.list(), {});
});

Deno.test("`using` removes a listener at the end of its block, and does no harm when it is gone", () => {
  const { listeners, heard, add } = makeListeners();
  {
    using _added = add("Hangup", "it");
    tell(listeners, "Hangup");
    listeners.removeAll("Hangup");
    add("Hangup", "next");
  }
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["it", "next"]);
});

Deno.test("disposing a listener spares the one that replaced it", () => {
  const { listeners, heard, add } = makeListeners();
  const old = add("Hangup", "old", "mine");
  add("Hangup", "new", "mine");
  old[Symbol.dispose]();
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["new"]);
});

Deno.test("remove() without an id takes the one that was added last", () => {
  const { listeners, heard, add } = makeListeners();
  add("Hangup", "first");
  add("Hangup", "second", "named");
  assert.ok(listeners.remove("hangup"));
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["first"]);
  assert.ok(listeners.remove("hangup"));
  assert.ok(!listeners.remove("hangup"));
});

Deno.test("remove() without an id spares what waits for itself in a running call", () => {
  const { listeners, heard, add } = makeListeners();
  add("Hangup", "handler's");
  listeners.add("Hangup", () => heard.push("waiting"), undefined, () => {});
  assert.ok(listeners.remove("Hangup"));
  assert.ok(!listeners.remove("Hangup"));
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["waiting"]);
});

Deno.test("removeAll() takes all listeners of the named events, those with a name as id too", () => {
  const { listeners, add } = makeListeners();
  add("Hangup", "a");
  add("Hangup", "b", "named");
  add("Newchannel", "c");
  add("VarSet", "d");
  listeners.removeAll("HANGUP", "newchannel", "Nothing");
  assert.deepEqual(Object.keys(listeners.list()), ["varset"]);
});

Deno.test("removeAll() of `*` spares the listeners with a name as id, whatever their event", () => {
  const { listeners, add } = makeListeners();
  add("Hangup", "a");
  add("Hangup", "b", "named");
  add("*", "c");
  add("*", "d", "named too");
  add("default", "e", 7);
  listeners.removeAll("*");
  const left = Object.entries(listeners.list()).map((
    [name, all],
  ) => [name, all.map(({ id }) => id)]);
  assert.deepEqual(left, [["hangup", ["named"]], ["*", ["named too"]]]);
});

Deno.test("list() gives ids and functions, and is nobody else's", () => {
  const listeners = new EventListeners();
  const listener = () => {};
  listeners.add("Hangup", listener, "mine");
  const list = listeners.list();
  assert.deepEqual(list, { hangup: [{ id: "mine", listener }] });
  list["hangup"]?.pop();
  assert.equal(listeners.list()["hangup"]?.length, 1);
});

Deno.test("removeLoaded() takes what was added at load and spares what running calls added", () => {
  const { listeners, heard, add } = makeListeners();
  add("Hangup", "at load", "named");
  listeners.endLoad();
  add("Hangup", "of a call");
  listeners.removeLoaded();
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["of a call"]);
  listeners.clear();
  assert.deepEqual(listeners.list(), {});
});

Deno.test("whoever wants to know is told once that the listener was taken away, however", () => {
  const ways: ((listeners: EventListeners, dispose: () => void) => void)[] = [
    (listeners) => listeners.remove("Hangup", "it"),
    (listeners) => listeners.removeAll("Hangup"),
    (listeners) => listeners.clear(),
    (listeners) => listeners.removeLoaded(),
    (listeners) => listeners.add("Hangup", () => {}, "it"),
    (_listeners, dispose) => dispose(),
  ];
  for (const way of ways) {
    const listeners = new EventListeners();
    let told = 0;
    const added = listeners.add("Hangup", () => {}, "it", () => told++);
    way(listeners, () => added[Symbol.dispose]());
    assert.equal(told, 1, String(way));
    added[Symbol.dispose]();
    listeners.clear();
    assert.equal(told, 1, String(way));
  }
});

Deno.test("whoever is told may add and remove listeners", () => {
  const { listeners, heard, add } = makeListeners();
  const other = listeners.add("Newchannel", () => heard.push("other"));
  listeners.add("Hangup", () => {}, undefined, () => {
    other[Symbol.dispose]();
    add("Hangup", "instead");
  });
  listeners.clear();
  tell(listeners, "Newchannel");
  tell(listeners, "Hangup");
  assert.deepEqual(heard, ["instead"]);
});

Deno.test("whoever calls the listeners is told which one, and when it is removed", () => {
  const told: string[] = [];
  const listeners = new EventListeners({
    call(named, listener, event) {
      told.push(`${named.describe()} begins`);
      return listener(event);
    },
    forget: (named) => told.push(`${named.describe()} is removed`),
  });
  using _added = listeners.add("Newchannel", () => told.push("runs"));
  const [call] = listeners.find("Newchannel");
  call!(makeEvent("Newchannel", {}));
  listeners.remove("newchannel");
  call!(makeEvent("Newchannel", {}));
  assert.deepEqual(told, [
    "a listener for Newchannel begins",
    "runs",
    "a listener for Newchannel is removed",
  ]);
});
