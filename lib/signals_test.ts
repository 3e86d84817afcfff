import assert from "node:assert/strict";
import { openLog } from "./log.ts";
import { holdSignals, serveSignals, type SignalSource } from "./signals.ts";

/** Signals that a test sends, a server that notes what it was told, and the log. */
function makeParts() {
  const lines: string[] = [];
  const listeners = new Set<readonly [signal: string, listener: () => void]>();
  const done: string[] = [];
  const stopped = Promise.withResolvers<void>();
  const log = openLog({ write: (line) => lines.push(line) });
  const source: SignalSource = {
    add: (signal, listener) => listeners.add([signal, listener]),
    remove: (signal, listener) => {
      for (const one of listeners) {
        if (one[0] === signal && one[1] === listener) listeners.delete(one);
      }
    },
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
  const send = (signal: string) => {
    for (const [name, listener] of [...listeners]) if (name === signal) listener();
  };
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

Deno.test("signals that come before anybody listens are heeded by the first who does", async () => {
  const { server, log, source, send, done, stopped, listeners } = makeParts();
  const held = holdSignals(source);
  assert.equal(listeners.size, 5, "none ends the process");
  send("SIGHUP");
  send("SIGUSR2");
  send("SIGHUP");
  const served = serveSignals(server, log, held);
  assert.deepEqual(done, ["reload", "reload", "report"]);
  send("SIGHUP");
  send("SIGTERM");
  send("SIGTERM");
  assert.deepEqual(done.slice(3), ["reload", "stop", "exit 1"]);
  stopped.resolve();
  await served;
  assert.equal(listeners.size, 0, "no listener is left");
});
