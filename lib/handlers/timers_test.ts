import assert from "node:assert/strict";
import { promisify } from "node:util";
import { CallIdentity } from "../agi/call_identity.ts";
import type { Ami } from "../ami/manager.ts";
import { silentLog } from "../log.ts";
import { runInScope } from "./scope.ts";
import { guardTimers } from "./timers.ts";

const call = new CallIdentity(undefined, silentLog);

Deno.test("a timer that throws costs its call a line, and the process nothing", async () => {
  const told: unknown[] = [];
  using _timers = guardTimers({
    run: (of, body) => {
      told.push(of);
      return body();
    },
    failed: (error, of) => told.push((error as Error).message, of),
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  runInScope({ ami: {} as Ami, log: silentLog, call }, () => {
    setTimeout(
      (word: string) => {
        throw new Error(word);
      },
      0,
      "boom",
    );
    setTimeout(resolve, 1);
  });
  await promise;
  assert.deepEqual(told, [call, "boom", call, call]);
});

Deno.test("a timer that handlers set outside of calls is run by its hook, too", async () => {
  const told: unknown[] = [];
  using _timers = guardTimers({
    run: (of, body) => {
      told.push(of);
      return body();
    },
    failed: () => {},
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  runInScope({ ami: {} as Ami, log: silentLog }, () => setTimeout(resolve, 0));
  await promise;
  assert.deepEqual(told, [undefined]);
});

Deno.test("timers of the house are as they were", async () => {
  const before = [globalThis.setTimeout, globalThis.setInterval];
  const told: unknown[] = [];
  {
    using _timers = guardTimers({ run: (of) => told.push(of), failed: () => {} });
    await new Promise((resolve) => setTimeout(resolve, 0));
    await promisify(setTimeout)(0);
    const interval = setInterval(() => {}, 1_000);
    clearInterval(interval);
    assert.equal(setTimeout.name, "setTimeout");
  }
  assert.deepEqual(told, []);
  assert.deepEqual([globalThis.setTimeout, globalThis.setInterval], before);
});
