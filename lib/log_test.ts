import assert from "node:assert/strict";
import { configureSync, getConfig, type LogRecord, resetSync } from "@logtape/logtape";
import { LunoparkError } from "./errors.ts";
import { type LogOptions, openLog, type RootLog, silentLog } from "./log.ts";

/** A log, and its lines without the time. */
function openTestLog(options: LogOptions = {}): { log: RootLog; lines: string[] } {
  const lines: string[] = [];
  const log = openLog({ ...options, write: (line) => lines.push(withoutTime(line)) });
  return { log, lines };
}

function withoutTime(line: string): string {
  return line.replaceAll(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} /gm, "");
}

/** Calls `action` and returns what it wrote to stderr. */
function catchStderr(action: () => void, take = (bytes: Uint8Array) => bytes.length): string {
  const { writeSync } = Deno.stderr;
  const decoder = new TextDecoder();
  let text = "";
  Deno.stderr.writeSync = (bytes) => {
    const taken = take(bytes);
    text += decoder.decode(bytes.subarray(0, taken), { stream: true });
    return taken;
  };
  try {
    action();
    return text;
  } finally {
    Deno.stderr.writeSync = writeSync;
  }
}

function withTempFile(test: (path: string) => void): void {
  const directory = Deno.makeTempDirSync();
  try {
    test(`${directory}/lunopark.log`);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

Deno.test("openLog() writes the records of all its categories", () => {
  const { log, lines } = openTestLog();
  log.info("started");
  log.category("agi").warn("slow", { channel: "PJSIP/100-00000001" });
  log.category("ami").error("gone");
  assert.deepEqual(lines, [
    "INFO  lunopark: started",
    "WARN  lunopark agi: slow channel=PJSIP/100-00000001",
    "ERROR lunopark ami: gone",
  ]);
  log.close();
});

Deno.test("openLog() leaves out the levels below its own, which may change", () => {
  const { log, lines } = openTestLog({ level: "error", ident: "pbx" });
  const agi = log.category("agi");
  const say = () => {
    agi.debug("a");
    agi.info("b");
    agi.warn("c");
    agi.error("d");
  };
  say();
  assert.equal(log.level, "error");
  log.level = "debug";
  assert.equal(log.level, "debug");
  say();
  assert.deepEqual(lines, [
    "ERROR pbx agi: d",
    "DEBUG pbx agi: a",
    "INFO  pbx agi: b",
    "WARN  pbx agi: c",
    "ERROR pbx agi: d",
  ]);
  log.level = "warn";
  assert.deepEqual([log.enabled("info"), log.enabled("warn"), log.enabled("error")], [
    false,
    true,
    true,
  ]);
  log.close();
});

Deno.test("with() adds facts to each record, on top of those before", () => {
  const { log, lines } = openTestLog();
  const call = log.category("agi").with({ channel: "A", script: "ivr" });
  call.with({ script: "menu" }).info("hello", { digit: 1 });
  call.info("bye");
  assert.deepEqual(lines, [
    "INFO  lunopark agi: hello channel=A script=menu digit=1",
    "INFO  lunopark agi: bye channel=A script=ivr",
  ]);
  log.close();
});

Deno.test("a message may hold braces", () => {
  const { log, lines } = openTestLog();
  log.info("{channel} {{x}} {*}", { channel: "A" });
  assert.deepEqual(lines, ["INFO  lunopark: {channel} {{x}} {*} channel=A"]);
  log.close();
});

Deno.test("several logs live in one process", () => {
  const one = openTestLog({ ident: "one" });
  const two = openTestLog({ ident: "two", level: "debug", format: "json" });
  one.log.debug("x");
  two.log.debug("y");
  one.log.close();
  one.log.error("after the end");
  two.log.info("z");
  assert.deepEqual(one.lines, []);
  assert.deepEqual(two.lines.map((line) => JSON.parse(line).message), ["y", "z"]);
  two.log.close();
});

Deno.test("silentLog says nothing", () => {
  const text = catchStderr(() => {
    silentLog.debug("x");
    silentLog.info("x");
    silentLog.warn("x");
    silentLog.with({ a: 1 }).error("x");
  });
  assert.equal(text, "");
});

Deno.test("a console that takes little at a time gets whole lines", () => {
  const text = catchStderr(() => {
    const log = openLog({ color: false });
    log.info("Grüße", { channel: "A" });
    log.close();
  }, (bytes) => Math.min(bytes.length, 7));
  assert.equal(withoutTime(text), "INFO  lunopark: Grüße channel=A\n");
});

Deno.test("a console that nobody reads any more throws nothing", () => {
  const log = openLog();
  catchStderr(() => log.info("x"), () => {
    throw new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
  });
  log.close();
});

Deno.test("a log file gets the same lines as the console, behind what it has", () => {
  withTempFile((file) => {
    Deno.writeTextFileSync(file, "before\n");
    const { log, lines } = openTestLog({ file });
    log.info("one");
    log.info("two");
    log.close();
    assert.deepEqual(lines, ["INFO  lunopark: one", "INFO  lunopark: two"]);
    assert.equal(
      withoutTime(Deno.readTextFileSync(file)),
      "before\nINFO  lunopark: one\nINFO  lunopark: two\n",
    );
  });
});

Deno.test("a log file may be without a console, and never has colours", () => {
  withTempFile((file) => {
    const { log, lines } = openTestLog({ file, console: false, color: true });
    log.info("one");
    log.close();
    assert.deepEqual(lines, []);
    assert.equal(withoutTime(Deno.readTextFileSync(file)), "INFO  lunopark: one\n");
  });
});

Deno.test("reopen() goes on in a new file when the old one has been renamed", () => {
  withTempFile((file) => {
    const { log } = openTestLog({ file });
    log.info("one");
    Deno.renameSync(file, `${file}.1`);
    log.info("two");
    log.reopen();
    log.info("three");
    log.close();
    assert.equal(
      withoutTime(Deno.readTextFileSync(`${file}.1`)),
      "INFO  lunopark: one\nINFO  lunopark: two\n",
    );
    assert.equal(withoutTime(Deno.readTextFileSync(file)), "INFO  lunopark: three\n");
  });
});

Deno.test("reopen() that fails says so on the console, and loses nothing", () => {
  withTempFile((file) => {
    const { log, lines } = openTestLog({ file, console: false });
    Deno.renameSync(file, `${file}.1`);
    Deno.mkdirSync(file);
    log.reopen();
    log.info("one");
    log.close();
    assert.deepEqual(lines, [
      `ERROR lunopark log: Cannot open log file "${file}": Is a directory; ` +
      "the one that was open stays in use",
    ]);
    assert.equal(withoutTime(Deno.readTextFileSync(`${file}.1`)), "INFO  lunopark: one\n");
  });
});

Deno.test("reopen() of a log without a file does nothing", () => {
  const { log, lines } = openTestLog();
  log.reopen();
  log.close();
  assert.deepEqual(lines, []);
});

Deno.test("openLog() names the file that it cannot open, and why", () => {
  assert.throws(() => openLog({ file: "/nowhere/lunopark.log" }), (error) => {
    assert(error instanceof LunoparkError);
    assert.equal(
      error.message,
      'Cannot open log file "/nowhere/lunopark.log": No such file or directory',
    );
    return true;
  });
});

Deno.test("a full disk is said once, records go to the console, and their number to the file", () => {
  withTempFile((file) => {
    Deno.symlinkSync("/dev/full", file);
    const { log, lines } = openTestLog({ file, console: false });
    log.info("one");
    log.info("two");
    Deno.removeSync(file);
    log.reopen();
    log.info("three");
    log.info("four");
    log.close();
    const again = `ERROR lunopark log: Log file "${file}" works again, it lacks 2 records`;
    assert.deepEqual(lines, [
      `ERROR lunopark log: Cannot write to log file "${file}": No space left on device`,
      "INFO  lunopark: one",
      "INFO  lunopark: two",
    ]);
    assert.equal(
      withoutTime(Deno.readTextFileSync(file)),
      `INFO  lunopark: three\n${again}\nINFO  lunopark: four\n`,
    );
  });
});

Deno.test("a record that cannot be written is told on stderr and hurts no caller", () => {
  const log = openLog({
    write: () => {
      throw new Error("broken sink");
    },
  });
  const text = catchStderr(() => log.info("x"));
  log.close();
  assert.equal(text, 'Cannot write log record "x": Error: broken sink\n');
});

Deno.test("a program that has configured LogTape itself keeps its sinks, and we ours", () => {
  resetSync();
  const records: LogRecord[] = [];
  configureSync({
    sinks: { theirs: (record) => records.push(record) },
    loggers: [
      { category: "lunopark", sinks: ["theirs"] },
      { category: "logtape", lowestLevel: "error" },
    ],
  });
  const theirs = getConfig();
  const { log, lines } = openTestLog();
  log.category("agi").warn("{hello}", { channel: "A" });
  log.close();
  assert.equal(getConfig(), theirs);
  assert.deepEqual(lines, ["WARN  lunopark agi: {hello} channel=A"]);
  assert.deepEqual(
    records.map(({ level, message, properties }) => ({ level, message, properties })),
    [
      { level: "warning", message: ["{hello}"], properties: { channel: "A" } },
    ],
  );
  resetSync();
});
