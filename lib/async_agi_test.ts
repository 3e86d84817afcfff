import assert from "node:assert/strict";
import type { ActionParameters } from "./ami/action.ts";
import { AmiEvent, makeEvent } from "./ami/event.ts";
import { EventListeners } from "./ami/event_listeners.ts";
import type { ActionResult } from "./ami/pending_actions.ts";
import { AmiResponse, makeList } from "./ami/response.ts";
import { AgiConnection } from "./agi/connection.ts";
import { AsyncAgi, AsyncAgiStream } from "./async_agi.ts";
import { type HangupReason, NotConnectedError } from "./errors.ts";
import { openLog, silentLog } from "./log.ts";
import type { ByteStream } from "./net/byte_stream.ts";

const environment = "agi_request: async\nagi_channel: PJSIP/100-1\nagi_uniqueid: 17.1\n" +
  "agi_version: 22.10.1\nagi_context: in\nagi_extension: 200\nagi_priority: 1\n" +
  "agi_arg_1: ivr/cs?a=1\nagi_arg_2: first\n\n";

/** Asterisk's end: a pipe that is read by 1,024 bytes, and results that are percent-encoded. */
class FakeAsterisk {
  readonly watchers: EventListeners = new EventListeners();
  readonly commands: string[] = [];
  /** Channels that the commands were sent to. */
  readonly channels: unknown[] = [];
  /** What the sender calls them. */
  readonly ids: unknown[] = [];
  #pipe: Uint8Array = new Uint8Array();
  /** What is answered to a command, with its line end; silence without one. */
  answer: (line: string) => string | undefined = () => "200 result=0\n";

  action(name: string, parameters: ActionParameters = {}): Promise<ActionResult> {
    assert.equal(name, "AGI");
    const line = String(parameters["Command"]);
    this.commands.push(line);
    this.channels.push(parameters["Channel"]);
    this.ids.push(parameters["CommandID"]);
    const reply = line === "NOOP" ? "200 result=0\n" : this.answer(line);
    const CommandId = String(parameters["CommandID"]);
    if (reply !== undefined) {
      this.tell("AsyncAGIExec", { CommandId, Result: this.#readPipe(reply) });
    }
    return Promise.resolve(new AmiResponse("Response: Success\r\n"));
  }

  start(text = environment): void {
    this.tell("AsyncAGIStart", { Env: this.#readPipe(text) });
  }

  tell(name: string, headers: Record<string, string> = {}): void {
    const all = { Channel: "PJSIP/100-1", Uniqueid: "17.1", ...headers };
    for (const listener of this.watchers.find(name)) listener(makeEvent(name, all));
  }

  #readPipe(text: string): string {
    const added = new TextEncoder().encode(text);
    const all = new Uint8Array([...this.#pipe, ...added]);
    this.#pipe = all.subarray(1024);
    return Array.from(all.subarray(0, 1024), (byte) => {
      const char = String.fromCharCode(byte);
      return /[\w().-]/.test(char) ? char : `%${byte.toString(16).padStart(2, "0").toUpperCase()}`;
    }).join("");
  }
}

/** A session that has begun, with the connection that a call has on it. */
async function begin(text?: string, end: HangupReason | Promise<HangupReason> = "hangup") {
  const failures: boolean[] = [];
  const asterisk = new FakeAsterisk();
  let stream: ByteStream | undefined;
  let hangups = 0;
  const serve = (given: ByteStream) => stream = given;
  const findEnd = (_environment: unknown, failed: boolean) => {
    failures.push(failed);
    return Promise.resolve(end);
  };
  const lines: string[] = [];
  const log = openLog({ write: (line) => lines.push(line) });
  new AsyncAgi(asterisk, serve, findEnd, log);
  asterisk.start(text);
  const connection = new AgiConnection(stream as unknown as ByteStream, {
    onHangup: () => hangups++,
  });
  const environment = await connection.readEnvironment();
  return { asterisk, connection, environment, failures, hangups: () => hangups, lines };
}

const over = new Error("The script has ended");

Deno.test("the first argument names the script, the others are its arguments", async () => {
  const { environment, connection } = await begin();
  assert.equal(environment?.values["network_script"], "ivr/cs?a=1");
  assert.deepEqual(environment?.args, ["first"]);
  assert.equal(environment?.values["channel"], "PJSIP/100-1");
  connection.close(over);
});

Deno.test("a script is named as in a URL, too: with the slash before it", async () => {
  const { environment, connection } = await begin("agi_channel: a\nagi_arg_1: /ivr/cs?a=1\n\n");
  assert.equal(environment?.values["network_script"], "ivr/cs?a=1");
  connection.close(over);
});

Deno.test("without an argument the extension names the script", async () => {
  const { environment, connection } = await begin("agi_channel: a\nagi_extension: pin\n\n");
  assert.equal(environment?.values["network_script"], "pin");
  assert.deepEqual(environment?.args, []);
  connection.close(over);
});

Deno.test("commands are sent to the channel, and their results are the replies", async () => {
  const { asterisk, connection } = await begin();
  asterisk.answer = (line) => line.startsWith("GET") ? "200 result=1 (žluť)\n" : "200 result=-2\n";
  assert.equal((await connection.send("GET VARIABLE X")).data, "žluť");
  assert.equal((await connection.send("EXEC Nope")).result, "-2");
  assert.deepEqual(asterisk.commands, ["GET VARIABLE X", "EXEC Nope"]);
  assert.deepEqual(asterisk.channels, ["PJSIP/100-1", "PJSIP/100-1"]);
  connection.close(over);
});

for (const length of [900, 1008, 1009, 1010, 1023, 1024, 1025, 2040, 7_000]) {
  Deno.test(`a value of ${length} bytes arrives whole, and the next reply is its own`, async () => {
    const { asterisk, connection } = await begin();
    const value = "x".repeat(length);
    asterisk.answer = (line) => line === "BIG" ? `200 result=1 (${value})\n` : "200 result=7\n";
    assert.equal((await connection.send("BIG", "data")).data, value);
    assert.equal((await connection.send("NEXT")).result, "7");
    connection.close(over);
  });
}

Deno.test("an environment of more than 1,024 bytes arrives whole", async () => {
  const long = "y".repeat(1_500);
  const text = environment.replace("agi_arg_2: first", `agi_arg_2: ${long}`);
  const begun = await begin(text);
  assert.deepEqual(begun.environment?.args, [long]);
  assert.equal((await begun.connection.send("VERBOSE hi")).result, "0");
  begun.connection.close(over);
});

Deno.test("a usage block of more than 1,024 bytes is the error of its own command", async () => {
  const { asterisk, connection } = await begin();
  const usage = "520-Invalid command syntax.  Proper usage follows:\n" +
    `${"Example return code: 200 result=1\n".repeat(60)}520 End of proper usage.\n`;
  asterisk.answer = (line) => line === "STREAM FILE" ? usage : "200 result=0\n";
  await assert.rejects(connection.send("STREAM FILE"), { name: "AgiCommandError", code: 520 });
  assert.equal((await connection.send("ANSWER")).result, "0");
  connection.close(over);
});

Deno.test("a reply that Asterisk has cut closes the session, rather than mixing up replies", async () => {
  const { asterisk, connection } = await begin();
  asterisk.answer = () => `200 result=1 (${"?".repeat(900)})\n`;
  await assert.rejects(connection.send("GET VARIABLE X"), /Asterisk cut it; getFull\(\) can read/);
  assert.ok(connection.closed);
});

Deno.test("the end of a script gives the channel back to the dialplan", async () => {
  const { asterisk, connection, hangups, failures } = await begin();
  connection.close(over);
  assert.deepEqual(asterisk.commands, ["ASYNCAGI BREAK"]);
  asterisk.tell("AsyncAGIEnd");
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(hangups(), 0);
  assert.deepEqual(failures, [], "nobody asks why it has ended");
});

Deno.test("a hangup ends the session like HANGUP on a socket", async () => {
  const { asterisk, connection, hangups } = await begin();
  asterisk.answer = () => undefined;
  const waiting = connection.send("WAIT FOR DIGIT -1");
  asterisk.tell("AsyncAGIEnd");
  await assert.rejects(waiting, { name: "HangupError", reason: "hangup" });
  assert.equal(hangups(), 1);
  assert.deepEqual(asterisk.commands, ["WAIT FOR DIGIT -1"], "no BREAK on a session that is over");
});

Deno.test("a command that fails ends the session, though the caller is there", async () => {
  const { asterisk, connection, failures } = await begin(undefined, "lost");
  asterisk.answer = () => "200 result=-1 endpos=0\n";
  assert.equal((await connection.send("STREAM FILE nosuch")).result, "-1");
  asterisk.answer = () => undefined;
  const next = connection.send("STREAM FILE beep");
  asterisk.tell("AsyncAGIEnd");
  await assert.rejects(next, { name: "HangupError", reason: "lost" });
  assert.deepEqual(failures, [true]);
});

Deno.test("an application that returns -1 is no failure of its session", async () => {
  const { asterisk, connection, failures } = await begin();
  asterisk.answer = () => "200 result=-1\n";
  assert.equal((await connection.send("EXEC Wait 60")).result, "-1");
  asterisk.answer = () => undefined;
  const next = connection.send("ANSWER");
  asterisk.tell("AsyncAGIEnd");
  await assert.rejects(next, { name: "HangupError", reason: "hangup" });
  assert.deepEqual(failures, [false]);
});

Deno.test("commands follow a channel that is renamed", async () => {
  const { asterisk, connection } = await begin();
  asterisk.tell("Rename", { Newname: "PJSIP/200-2" });
  await connection.send("NOOP");
  assert.deepEqual(asterisk.channels, ["PJSIP/200-2"]);
  connection.close(over);
});

Deno.test("sessions end with the AMI connection", async () => {
  const { asterisk, connection, hangups } = await begin();
  asterisk.answer = () => undefined;
  const waiting = connection.send("WAIT FOR DIGIT -1");
  asterisk.tell("ami:lost");
  await assert.rejects(waiting, { name: "HangupError", reason: "lost" });
  assert.equal(hangups(), 1);
});

Deno.test("a lost caller goes on when AMI is back, if he is still where the session began", async () => {
  const here = { Uniqueid: "17.1", Channel: "PJSIP/100-9" };
  const there: [channel: Record<string, string>, isGivenBack: boolean][] = [
    [{ ...here, Application: "AGI", ApplicationData: "agi:async,x" }, true],
    [{ ...here, Application: "Wait", Context: "in", Exten: "200", Priority: "1" }, true],
    [{ ...here, Application: "AGI", ApplicationData: "agi://192.0.2.1/x" }, false],
    [{ ...here, Application: "Wait", Context: "in", Exten: "200", Priority: "2" }, false],
    [{ ...here, Uniqueid: "17.2", Application: "AGI", ApplicationData: "agi:async" }, false],
  ];
  for (const [channel, isGivenBack] of there) {
    const { asterisk } = await begin();
    const { action } = asterisk;
    let lists = 0;
    asterisk.action = (name, parameters) => {
      if (name === "AGI") return action.call(asterisk, name, parameters);
      if (++lists === 1) return Promise.reject(new NotConnectedError("It is gone again"));
      const response = new AmiResponse("Response: Success\r\n");
      const complete = makeEvent("CoreShowChannelsComplete", {});
      return Promise.resolve(makeList(response, [makeEvent("CoreShowChannel", channel)], complete));
    };
    asterisk.tell("ami:lost");
    for (let round = 0; round < 3; round++) {
      asterisk.tell("ami:ready");
      await new Promise((resolve) => setTimeout(resolve));
    }
    assert.equal(lists, 2, "asked for until it was told, and then no more");
    assert.deepEqual(asterisk.commands, isGivenBack ? ["ASYNCAGI BREAK"] : []);
    assert.deepEqual(asterisk.channels, isGivenBack ? ["PJSIP/100-9"] : []);
  }
});

Deno.test("a lost connection is told of with the calls that it cost, but not those that were over", async () => {
  for (const isOver of [false, true]) {
    const { asterisk, connection, lines } = await begin();
    if (isOver) connection.close(over);
    asterisk.tell("ami:lost");
    assert.equal(lines.length, isOver ? 0 : 1, lines.join());
    connection.close(over);
  }
});

Deno.test("the session that follows on the same channel does not hide why the one before ended", async () => {
  const { asterisk, connection, hangups } = await begin();
  asterisk.tell("AsyncAGIEnd");
  asterisk.start();
  while (!connection.closed) await new Promise((resolve) => setTimeout(resolve));
  assert.equal(hangups(), 1);
  assert.ok(connection.hungUp, "HANGUP came before the end of the line");
});

Deno.test("an action that fails ends the session", async () => {
  const { asterisk, connection } = await begin();
  asterisk.action = () => Promise.reject(new Error("Channel does not exist"));
  await assert.rejects(connection.send("ANSWER"), /Channel does not exist/);
});

Deno.test("a command that came too late is told why the session has ended", async () => {
  const end = Promise.withResolvers<HangupReason>();
  const { asterisk, connection } = await begin(undefined, end.promise);
  asterisk.tell("AsyncAGIEnd");
  asterisk.action = () => Promise.reject(new Error("Channel does not exist"));
  const late = connection.send("ANSWER");
  setTimeout(() => end.resolve("redirected"), 0);
  await assert.rejects(late, { name: "HangupError", message: /Asterisk closed it/ });
  assert.ok(connection.hungUp, "HANGUP came before the end of the line");
});

Deno.test("a command that a redirected session left in the queue is no reply in the next", async () => {
  const asterisk = new FakeAsterisk();
  const sessions: AgiConnection[] = [];
  const serve = (stream: ByteStream) =>
    sessions.push(new AgiConnection(stream, { onHangup: () => {} }));
  new AsyncAgi(asterisk, serve, () => Promise.resolve("redirected"), silentLog);
  asterisk.answer = () => undefined;
  asterisk.start();
  const [first] = sessions as [AgiConnection];
  await first.readEnvironment();
  const lost = first.send("GET VARIABLE OLD");
  asterisk.tell("AsyncAGIEnd");
  await assert.rejects(lost, { name: "HangupError" });

  asterisk.start();
  const next = sessions[1] as AgiConnection;
  await next.readEnvironment();
  const reply = next.send("GET VARIABLE NEW");
  const [old, own] = asterisk.ids;
  asterisk.tell("AsyncAGIExec", { CommandId: String(old), Result: "200 result=1 (old)%0A" });
  asterisk.tell("AsyncAGIExec", { CommandId: String(own), Result: "200 result=1 (new)%0A" });
  assert.equal((await reply).data, "new");
  next.close(over);
});

Deno.test("events of sessions that nobody knows are left alone", () => {
  const asterisk = new FakeAsterisk();
  new AsyncAgi(asterisk, () => assert.fail(), () => Promise.resolve("hangup"), silentLog);
  for (const name of ["AsyncAGIExec", "AsyncAGIEnd", "Rename", "ami:lost"]) asterisk.tell(name);
});

Deno.test("read() gives as much as fits", async () => {
  const asterisk = new FakeAsterisk();
  const start = new AmiEvent("Event: AsyncAGIStart\r\nEnv: agi_a%3A%20b%0A%0A\r\n");
  const stream = new AsyncAgiStream(asterisk, start, () => Promise.resolve("hangup"));
  stream.begin();
  const buffer = new Uint8Array(10);
  let text = "";
  for (let round = 0; round < 4; round++) {
    text += new TextDecoder().decode(buffer.subarray(0, await stream.read(buffer) ?? 0));
  }
  assert.equal(text, "agi_network_script: \nagi_a: b\n\n");
  const last = stream.read(buffer);
  stream.end("hangup");
  assert.equal(await last, 7);
  assert.equal(await stream.read(buffer), null);
});
