import assert from "node:assert/strict";
import { createCounters } from "./counters.ts";
import { openLog } from "./log.ts";
import { logUncaughtErrors } from "./uncaught_errors.ts";

Deno.test("errors that nobody caught are logged, and cost nothing else", () => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line) });
  const source = new EventTarget();
  const counters = createCounters();
  const using = logUncaughtErrors(log, counters, source);
  const rejected = Object.assign(new Event("unhandledrejection", { cancelable: true }), {
    reason: new Error("forgotten"),
  });
  source.dispatchEvent(rejected);
  const thrown = Object.assign(new Event("error", { cancelable: true }), {
    error: new Error("in a timer"),
  });
  source.dispatchEvent(thrown);
  assert.ok(rejected.defaultPrevented && thrown.defaultPrevented);
  assert.match(lines.join("\n"), /A rejected promise was not awaited.*forgotten/s);
  assert.match(lines.join("\n"), /An error was not caught.*in a timer/s);
  // That of a worker comes as a text only.
  source.dispatchEvent(Object.assign(new Event("error"), { error: null, message: "in a worker" }));
  assert.match(lines.at(-1) ?? "", /An error was not caught.*in a worker/);
  assert.equal(counters.uncaughtErrors, 3);
  using[Symbol.dispose]();
  const late = new Event("error", { cancelable: true });
  source.dispatchEvent(late);
  assert.equal(late.defaultPrevented, false);
});
