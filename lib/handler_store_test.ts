import assert from "node:assert/strict";
import { ChannelSync } from "./ami/channel_sync.ts";
import type { App } from "./agi/dialplan.ts";
import type { AmiState } from "./ami/client_state.ts";
import { makeEvent } from "./ami/event.ts";
import type { EventListeners } from "./ami/event_listeners.ts";
import type { ActionResult } from "./ami/pending_actions.ts";
import { HandlerLoadError, NotConnectedError } from "./errors.ts";
import { type HandlerSource, HandlerStore } from "./handler_store.ts";
import type { Channel } from "./handlers/contract.ts";
import type { HandlerModule } from "./handlers/loader.ts";
import { ami } from "./handlers/scope.ts";
import { openLog, silentLog } from "./log.ts";

/** Tells events to the listeners that it was given. */
class FakeClient {
  readonly state: AmiState = "ready";
  readonly version = "11.0.0";
  readonly channels = new ChannelSync(silentLog).view;
  readonly queuedEvents = 1;
  readonly loops = new Map();
  sets: readonly EventListeners[] = [];

  tellLoss(): void {}

  action(): Promise<ActionResult> {
    return Promise.reject(new NotConnectedError("no"));
  }

  setListeners(sets: readonly EventListeners[]): void {
    this.sets = sets;
  }

  tell(name: string): void {
    for (const set of this.sets) {
      for (const listener of set.find(name)) listener(makeEvent(name, {}));
    }
  }
}

/** Handlers whose loads are functions, in their order. */
function makeStore(loads: (() => HandlerModule | Promise<HandlerModule>)[], client?: FakeClient) {
  const lines: string[] = [];
  let changed = true;
  const source: HandlerSource = {
    file: "handler.ts",
    changed: () => changed,
    load: async () => await (loads.shift() as () => HandlerModule)(),
    [Symbol.dispose]: () => {},
  };
  const log = openLog({ write: (line) => lines.push(line) });
  const store = new HandlerStore(source, client, log);
  return { store, lines, setChanged: (value: boolean) => changed = value };
}

const handler = () => {};

Deno.test("ami.channels is the same for all generations: it goes on over a reload", async () => {
  const seen: unknown[] = [];
  const load = () => {
    seen.push(ami.channels);
    return { script: () => {} };
  };
  const made = makeStore([load, load], new FakeClient());
  await made.store.load();
  assert.equal(await made.store.reload(), "reloaded");
  assert.equal(seen.length, 2);
  assert.equal(seen[0], seen[1]);
  await made.store.stop();
});

Deno.test("a script is found in the generation that is in force", async () => {
  const first = () => {};
  const second = () => {};
  const { store } = makeStore([() => ({ first }), () => ({ second })]);
  await store.load();
  assert.equal(store.find("first")?.handler, first);
  assert.equal(await store.reload(), "reloaded");
  assert.equal(store.find("first"), undefined);
  assert.equal(store.find("second")?.handler, second);
  assert.equal(store.generation.number, 2);
});

Deno.test("a load that fails leaves the old generation, its listeners too", async () => {
  const client = new FakeClient();
  const heard: string[] = [];
  const { store, lines } = makeStore([
    () => {
      ami.addEvent("Hangup", () => heard.push("old"));
      return { handler };
    },
    () => {
      ami.addEvent("Hangup", () => heard.push("new"));
      ami.removeEvents("*");
      throw new HandlerLoadError(
        "Cannot load handler handler.ts: handler.ts:3: no",
        "handler.ts",
        3,
      );
    },
  ], client);
  await store.load();
  assert.equal(await store.reload(), "failed");
  assert.equal(store.generation.number, 1);
  client.tell("Hangup");
  assert.deepEqual(heard, ["old"]);
  assert.match(lines.join("\n"), /ERROR .*handler\.ts:3: no; generation 1 goes on/);
});

Deno.test("listeners of a load replace those of the load before, and no event is told to both", async () => {
  const client = new FakeClient();
  const heard: string[] = [];
  const load = (name: string) => () => {
    ami.addEvent("Hangup", () => heard.push(name));
    return { handler };
  };
  const { store } = makeStore([load("one"), load("two"), load("three")], client);
  await store.load();
  client.tell("Hangup");
  await store.reload();
  client.tell("Hangup");
  await store.reload();
  client.tell("Hangup");
  assert.deepEqual(heard, ["one", "two", "three"]);
  assert.equal(client.sets.length, 1);
  assert.deepEqual(store.listeners, { hangup: 1 });
});

Deno.test("listeners that a call added stay until the last call of its generation is over", async () => {
  const client = new FakeClient();
  const heard: string[] = [];
  const listen = (word: unknown) => ami.addEvent("Hangup", () => heard.push(String(word)));
  const { store } = makeStore([() => ({ listen }), () => ({ listen })], client);
  await store.load();
  const call = store.find("listen");
  call?.run("call" as unknown as App, {} as Channel);
  await store.reload();
  client.tell("Hangup");
  // It registers with the generation that it runs on, not with the current one.
  call?.run("late" as unknown as App, {} as Channel);
  client.tell("Hangup");
  assert.deepEqual(heard, ["call", "call", "late"]);
  assert.deepEqual(store.retired.map(({ number }) => number), [1]);
  call?.release();
  client.tell("Hangup");
  assert.equal(heard.length, 3);
  assert.deepEqual(store.retired, []);
});

Deno.test("dispose() runs when the last call of a generation is over", async () => {
  const disposed: number[] = [];
  const load = (number: number) => () => ({ handler, dispose: () => disposed.push(number) });
  const { store } = makeStore([load(1), load(2)]);
  await store.load();
  const call = store.find("handler");
  await store.reload();
  assert.deepEqual(disposed, []);
  call?.release();
  assert.deepEqual(disposed, [1]);
  await store.stop();
  assert.deepEqual(disposed, [1, 2]);
});

Deno.test("dispose() that throws is logged", async () => {
  const dispose = () => {
    throw new Error("cannot close");
  };
  const { store, lines } = makeStore([() => ({ handler, dispose })]);
  await store.load();
  await store.stop();
  assert.match(lines.join("\n"), /dispose\(\) of generation 1 failed.*cannot close/);
});

Deno.test("handlers that have not changed are not loaded again", async () => {
  const { store, lines, setChanged } = makeStore([() => ({ handler })]);
  await store.load();
  setChanged(false);
  assert.equal(await store.reload(), "unchanged");
  assert.match(lines.join("\n"), /unchanged, generation 1 goes on/);
});

Deno.test("a reload during a load waits its turn", async () => {
  const slow = Promise.withResolvers<HandlerModule>();
  const order: string[] = [];
  const { store } = makeStore([
    () => ({ handler }),
    async () => {
      order.push("second begins");
      const module = await slow.promise;
      order.push("second ends");
      return module;
    },
    () => {
      order.push("third");
      return { handler };
    },
  ]);
  await store.load();
  const second = store.reload();
  const third = store.reload();
  await Promise.resolve();
  slow.resolve({ handler });
  assert.deepEqual(await Promise.all([second, third]), ["reloaded", "reloaded"]);
  assert.deepEqual(order, ["second begins", "second ends", "third"]);
  assert.equal(store.generation.number, 3);
});

Deno.test("using ami without the role is a clear error", async () => {
  const { store } = makeStore([() => {
    ami.addEvent("Hangup", () => {});
    return { handler };
  }]);
  await assert.rejects(store.load(), {
    name: "NotConnectedError",
    message: /Cannot use ami\.addEvent: Lunopark has no AMI role.*set role to "both"/,
  });
});

Deno.test("handlers without a script are refused where nothing else could use them", async () => {
  const { store } = makeStore([() => ({})]);
  await assert.rejects(store.load(), /it exports no function/);
  const listening = makeStore([() => ({})], new FakeClient());
  await listening.store.load();
});

Deno.test("a load that leaves nothing to call is a warning, unless it listens", async () => {
  const listen = () => {
    ami.addEvent("Hangup", () => {});
    return {};
  };
  const { store, lines } = makeStore([() => ({}), listen], new FakeClient());
  await store.load();
  await store.reload();
  assert.match(lines[0]!, / WARN .*: it exports no function, every call gets NOSCRIPT\n?$/);
  assert.match(lines[1]!, / INFO .*: listeners only\n?$/);
  await store.stop();
});
