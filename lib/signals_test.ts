import assert from "node:assert/strict";
import { createCounters } from "./counters.ts";
import { openLog } from "./log.ts";
import { logUncaughtErrors, serveSignals, type SignalSource } from "./signals.ts";

/** Signals that a test sends, a server that notes what it was told, and the log. */
function makeParts() {
  const lines: string[] = [];
  const listeners = new Map<string, () => void>();
  const done: string[] = [];
  const stopped = Promise.withResolvers<void>();
  const log = openLog({ write: (line) => lines.push(line) });
  const source: SignalSource = {
    add: (signal, listener) => listeners.set(signal, listener),
    remove: (signal) => listeners.delete(signal),
    exit: (code) => done.push(`exit ${code}`),
  };
  const server = {
    reload: () => done.push("reload"),
    stop: () => {
      done.push("stop");
      return stopped.promise;
    },
    report: () => done.push("report"),
  };
  const send = (signal: string) => listeners.get(signal)?.();
  return { lines, listeners, done, stopped, log, source, server, send };
}

Deno.test("HUP and QUIT reload, USR2 reports, TERM stops", async () => {
  const { server, log, source, send, done, stopped, listeners } = makeParts();
  const served = serveSignals(server, log, source);
  send("SIGHUP");
  send("SIGQUIT");
  send("SIGUSR2");
  send("SIGTERM");
  assert.deepEqual(done, ["reload", "reload", "report", "stop"]);
  stopped.resolve();
  await served;
  assert.equal(listeners.size, 0, "no listener is left");
});

Deno.test("a second TERM or INT ends the process at once with status 1", async () => {
  const { server, log, source, send, done, stopped, lines } = makeParts();
  const served = serveSignals(server, log, source);
  send("SIGTERM");
  send("SIGINT");
  assert.deepEqual(done, ["stop", "exit 1"]);
  assert.match(lines.join("\n"), /Got SIGINT again: ending at once/);
  stopped.resolve();
  await served;
});

Deno.test("a stop that fails is not taken for one that went well", async () => {
  const { server, log, source, send, stopped } = makeParts();
  const served = serveSignals(server, log, source);
  send("SIGINT");
  stopped.reject(new Error("no"));
  await assert.rejects(served, /no/);
});

Deno.test("errors that nobody caught are logged, and cost nothing else", () => {
  const { log, lines } = makeParts();
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
