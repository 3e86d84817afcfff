import assert from "node:assert/strict";
import type { Ami } from "../ami/manager.ts";
import { type Log, silentLog } from "../log.ts";
import { ami, defaultScope, log, runInScope, setDefaultScope } from "./scope.ts";

function makeScope(name: string, told: string[] = []) {
  const say = (message: string) => told.push(`${name}: ${message}`);
  const own: Log = { debug: say, info: say, warn: say, error: say, with: () => own };
  const fake = { name, whoami: () => name };
  return { ami: fake as unknown as Ami, log: own, told };
}

const whoami = () => (ami as unknown as { whoami(): string }).whoami();

Deno.test("ami and log are those of the code that uses them, through promises and timers", async () => {
  const told: string[] = [];
  const [one, two] = [makeScope("one", told), makeScope("two", told)];
  const later = runInScope(one, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const level of ["debug", "info", "warn", "error"] as const) log[level](level);
    log.with({}).info("with");
    return whoami();
  });
  assert.equal(runInScope(two, whoami), "two");
  assert.equal(await later, "one");
  assert.deepEqual(told, ["one: debug", "one: info", "one: warn", "one: error", "one: with"]);
});

Deno.test("code without a scope has the default one", () => {
  const before = defaultScope();
  const scope = makeScope("default");
  setDefaultScope(scope);
  try {
    assert.equal(whoami(), "default");
    assert.ok("whoami" in ami);
    assert.equal(defaultScope(), scope);
  } finally {
    setDefaultScope(before);
  }
});

Deno.test("ami says that no Lunopark runs, but not to what JavaScript does by itself", async () => {
  const before = defaultScope();
  setDefaultScope(undefined);
  try {
    assert.throws(() => ami.state, {
      name: "NotConnectedError",
      message: "Cannot use ami: no Lunopark runs in this process; " +
        "a call test gives such a file by its name",
    });
    await ami;
    assert.equal("state" in ami, false);
    log.info("nobody hears it");
    assert.equal(log.with({}), silentLog);
  } finally {
    setDefaultScope(before);
  }
});
