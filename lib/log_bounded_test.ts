import assert from "node:assert/strict";
import { type Log, silentLog } from "./log.ts";
import { BoundedLog } from "./log_bounded.ts";

/** A log that keeps the warnings, and tells when one has come. */
function makeLog() {
  const lines: string[] = [];
  let heard = Promise.withResolvers<void>();
  const log: Log = {
    ...silentLog,
    warn: (message) => {
      lines.push(message);
      heard.resolve();
      heard = Promise.withResolvers<void>();
    },
  };
  return { lines, log, next: () => heard.promise };
}

Deno.test("BoundedLog writes the first of each kind at once, and counts the rest", () => {
  const { lines, log } = makeLog();
  const bounded = new BoundedLog(log);
  for (let count = 0; count < 1_000; count++) {
    bounded.warn("busy", `Busy ${count}`);
    bounded.warn("late", `Late ${count}`);
  }
  assert.deepEqual(lines, ["Busy 0", "Late 0"]);
  bounded[Symbol.dispose]();
  assert.deepEqual(lines.slice(2), [
    "Busy 999 (and 998 more like it)",
    "Late 999 (and 998 more like it)",
  ]);
});

Deno.test("BoundedLog tells what it left out when the period is over, though nothing more comes", async () => {
  const { lines, log, next } = makeLog();
  using bounded = new BoundedLog(log, 5);
  for (const name of ["a", "b", "c"]) bounded.warn("kind", name);
  await next();
  assert.deepEqual(lines, ["a", "c (and 1 more like it)"]);
});

Deno.test("BoundedLog says nothing twice, and leaves no timer", () => {
  const { lines, log } = makeLog();
  const bounded = new BoundedLog(log, 60_000);
  bounded.warn("kind", "once");
  bounded.flush();
  bounded[Symbol.dispose]();
  assert.deepEqual(lines, ["once"]);
});

Deno.test("what comes behind the end of a BoundedLog is written, and holds the process with no timer", () => {
  const { lines, log } = makeLog();
  const bounded = new BoundedLog(log, 60_000);
  bounded[Symbol.dispose]();
  for (const name of ["a", "b"]) bounded.warn("kind", name);
  assert.deepEqual(lines, ["a", "b"]);
});
