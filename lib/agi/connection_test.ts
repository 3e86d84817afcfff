import assert from "node:assert/strict";
import { type AgiConversation, agiConversations } from "../../tests/support/agi_conversations.ts";
import { AgiPeer, environmentText, turn } from "../../tests/support/agi_peer.ts";
import { seededRandom } from "../../tests/support/random.ts";
import { AgiCommandError, HangupError, ProtocolError } from "../errors.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { AgiLimits } from "./agi_limits.ts";
import { AgiConnection } from "./connection.ts";
import type { Reply } from "./reply.ts";

const limits: AgiLimits = {
  environmentBytes: 65_536,
  environmentLines: 1_000,
  environmentTime: 60_000,
  replyBytes: 1_048_576,
  replyPause: 60_000,
  interruptPause: 60_000,
};

/** A connection and the Asterisk at its other end. */
class Line implements Disposable {
  readonly peer = new AgiPeer();
  readonly connection: AgiConnection;
  hangups = 0;

  constructor(special: Partial<AgiLimits> = {}) {
    const onHangup = () => {
      this.hangups++;
    };
    const owner = { onHangup };
    this.connection = new AgiConnection(this.peer.stream, owner, { ...limits, ...special });
  }

  /** A line whose environment has been read. */
  static async open(special?: Partial<AgiLimits>, environment = environmentText()): Promise<Line> {
    const line = new Line(special);
    await line.peer.say(environment);
    await line.connection.readEnvironment();
    return line;
  }

  /** Sends a command and gives it its reply in the given pieces. */
  async ask(command: string, ...pieces: (string | Uint8Array)[]): Promise<Reply> {
    const reply = this.connection.send(command);
    for (const piece of pieces) await this.peer.say(piece);
    return await reply;
  }

  /** Why it was closed, once it is. */
  async problem(): Promise<string> {
    for (let turns = 0; !this.connection.closed && turns < 100; turns++) await turn();
    return String(this.connection.closed);
  }

  [Symbol.dispose](): void {
    this.connection.close(new Error("The test is over"));
  }
}

/** A stream that a test plays by hand. */
class HandStream implements ByteStream {
  readonly written: string[] = [];
  closes = 0;
  reads: PromiseWithResolvers<number | null>[] = [];
  writes: PromiseWithResolvers<number>[] = [];
  buffer: Uint8Array = new Uint8Array();

  read(buffer: Uint8Array): Promise<number | null> {
    this.buffer = buffer;
    const read = Promise.withResolvers<number | null>();
    this.reads.push(read);
    return read.promise;
  }

  write(bytes: Uint8Array): Promise<number> {
    this.written.push(new TextDecoder().decode(bytes));
    const write = Promise.withResolvers<number>();
    this.writes.push(write);
    return write.promise;
  }

  close(): void {
    this.closes++;
    for (const { reject } of [...this.reads, ...this.writes]) reject(new Error("closed"));
  }

  /** Ends the pending read with this text. */
  async deliver(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    this.buffer.set(bytes);
    this.reads.pop()?.resolve(bytes.length);
    await turn();
  }
}

/** Rejections that nobody listened to while `body` ran. */
async function unhandledRejections(body: () => Promise<void>): Promise<unknown[]> {
  const found: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    found.push(event.reason);
  };
  globalThis.addEventListener("unhandledrejection", note);
  try {
    await body();
    await turn();
    await turn();
  } finally {
    globalThis.removeEventListener("unhandledrejection", note);
  }
  return found;
}

Deno.test("readEnvironment() gives the environment, in one piece and byte by byte", async () => {
  const text = environmentText({ calleridname: "Žofie 🎉" }, ["one", "zwei\n\nDrei", "ž"]);
  for (const say of ["say", "sayByByte"] as const) {
    using line = new Line();
    const reading = line.connection.readEnvironment();
    // Byte by byte the blank line in the argument looks like the end.
    await line.peer[say](say === "say" ? text : text.replace("\n\nDrei", ""));
    const environment = await reading;
    assert.equal(environment?.values["calleridname"], "Žofie 🎉");
    assert.deepEqual(environment?.args, ["one", say === "say" ? "zwei\n\nDrei" : "zwei", "ž"]);
    assert.equal(line.hangups, 0);
    assert.equal(line.connection.closed, undefined);
  }
});

Deno.test("readEnvironment() notices HANGUP that is glued to the environment", async () => {
  for (const say of ["say", "sayByByte"] as const) {
    using line = new Line();
    const reading = line.connection.readEnvironment();
    await line.peer[say](environmentText() + "HANGUP\nHANGUP\n");
    assert.equal((await reading)?.values["channel"], "PJSIP/100-00000001");
    await turn();
    assert.deepEqual([line.hangups, line.connection.hungUp], [1, true]);
    assert.equal(line.connection.closed, undefined);
  }
});

Deno.test("readEnvironment() gives nothing for a peer that closes without a word", async () => {
  using line = new Line();
  const reading = line.connection.readEnvironment();
  line.peer.close();
  assert.equal(await reading, undefined);
  assert.equal(
    String(line.connection.closed),
    "HangupError: AGI connection ended: Asterisk closed it",
  );
});

Deno.test("readEnvironment() rejects when the peer closes within the environment", async () => {
  for (
    const part of ["a", "agi_network: yes", "agi_network: yes\n", environmentText().slice(0, -1)]
  ) {
    using line = new Line();
    const reading = line.connection.readEnvironment();
    await line.peer.say(part);
    line.peer.close();
    await assert.rejects(reading, { name: "HangupError", reason: "lost" }, part);
  }
});

Deno.test("readEnvironment() rejects peers that speak something else, at their first bytes", async () => {
  const random = seededRandom(11);
  const noise = Uint8Array.from({ length: 500 }, () => random.int(256));
  noise[0] = 0x16;
  const greetings = [
    "GET / HTTP/1.1\r\nHost: pbx\r\n\r\n",
    "OPTIONS sip:pbx SIP/2.0\r\n",
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "\n",
    "agent",
    "Agi_network: yes\n",
    noise,
  ];
  for (const greeting of greetings) {
    using line = new Line();
    const reading = line.connection.readEnvironment();
    await line.peer.say(greeting);
    await assert.rejects(reading, (error: Error) => {
      return error instanceof ProtocolError && error.message.length < 1_000 &&
        error.message.startsWith("what came is no AGI environment: ");
    });
    assert.equal(await line.peer.readCommand(), undefined);
  }
});

Deno.test("readEnvironment() rejects an environment without end", async () => {
  for (const piece of ["agi_arg_1: x\n", "agi_arg_1: xxxxxxxxx"]) {
    using line = new Line({ environmentBytes: 5_000 });
    const reading = line.connection.readEnvironment();
    const more = (async () => {
      await line.peer.say(piece);
      for (let sent = 0; sent < 6_000; sent += piece.length) await line.peer.say(piece);
    })();
    await assert.rejects(
      reading,
      /^ProtocolError: got more than 5000 bytes/,
    );
    await more.catch(() => {});
  }
});

Deno.test("readEnvironment() takes as many lines as are allowed, and no more", async () => {
  const lines = "agi_network: yes\n".repeat(9);
  using fits = new Line({ environmentLines: 10 });
  const environment = fits.connection.readEnvironment();
  await fits.peer.say(`${lines}\n`);
  assert.match((await environment)?.values["network"] ?? "", /^yes\n/);
  using line = new Line({ environmentLines: 10 });
  const reading = line.connection.readEnvironment();
  const closed = assert.rejects(
    reading,
    /^ProtocolError: got more than 10 lines \(limits\.environmentLines\)/,
  );
  await line.peer.sayByByte(`${lines}agi_x: 1\n\n`).catch(() => {});
  await closed;
});

Deno.test("readEnvironment() closes on a peer that stays silent", async () => {
  for (const part of ["", "agi_network: yes\n"]) {
    using line = new Line({ environmentTime: 1 });
    const reading = line.connection.readEnvironment();
    if (part) await line.peer.say(part);
    await assert.rejects(
      reading,
      /: the AGI environment did not come in time \(limits\.environmentTime\): /,
    );
    assert.equal(await line.peer.readCommand(), undefined);
  }
});

Deno.test("readEnvironment() sets no time limit on what comes after it", async () => {
  using line = await Line.open({ environmentTime: 1 });
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(line.connection.closed, undefined);
});

Deno.test("send() has one command in flight, and gives each its own reply", async () => {
  using line = await Line.open();
  const { connection, peer } = line;
  const replies = ["ANSWER", "NOOP", "WAIT FOR DIGIT 1"].map((command) => connection.send(command));
  assert.equal(connection.command, "ANSWER");
  for (const [index, command] of ["ANSWER", "NOOP", "WAIT FOR DIGIT 1"].entries()) {
    assert.equal(await peer.readCommand(), command);
    await turn();
    assert.equal(connection.command, command);
    await peer.say(`200 result=${index}\n`);
    assert.equal((await replies[index])?.result, `${index}`);
  }
  assert.equal(connection.command, undefined);
});

Deno.test("send() understands replies however they are cut", async () => {
  const cases: [command: string, received: string, result: string, data?: string][] = [
    ["GET DATA beep", "200 result= (timeout)\n", "", "timeout"],
    ["GET DATA beep", "200 result=\n", ""],
    ["GET VARIABLE X", "200 result=1 (ž🎉)\n", "1", "ž🎉"],
    ["GET VARIABLE X", "200 result=1 (one\n2)\t\n\n(3) ž\n)\n", "1", "one\n2)\t\n\n(3) ž\n"],
    ["GET VARIABLE X", "200 result=0\n", "0"],
    ["GOSUB s s 1", "100 result=0 Trying...\n200 result=0 Gosub complete\n", "0"],
    ["RECORD FILE a wav # 1", "200 result=-1 (hangup) endpos=0\nHANGUP\n", "-1", "hangup"],
    ["WAIT FOR DIGIT 9", "HANGUP\n200 result=-1\nHANGUP\n", "-1"],
  ];
  for (const [command, received, result, data] of cases) {
    const bytes = new TextEncoder().encode(received);
    for (let cut = 0; cut <= bytes.length; cut++) {
      using line = await Line.open();
      const reply = await line.ask(command, bytes.subarray(0, cut), bytes.subarray(cut));
      await turn();
      assert.deepEqual([reply.result, reply.data], [result, data], `${received} cut at ${cut}`);
      assert.equal(line.hangups, received.includes("HANGUP") ? 1 : 0);
      assert.equal(line.connection.closed, undefined);
    }
  }
});

Deno.test("send() reads a value with lines that look like replies when it comes in one piece", async () => {
  const value = "a)\n200 result=0\nHANGUP\n510 Invalid or unknown command\n520-x\nb)";
  using line = await Line.open();
  const reply = await line.ask("GET VARIABLE X", `200 result=1 (${value})\nHANGUP\n`);
  assert.equal(reply.data, value);
  assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
  assert.equal(line.hangups, 1);
});

Deno.test("a value that is cut in the middle of a line is not taken for whole", async () => {
  using line = await Line.open();
  const reply = await line.ask("GET VARIABLE X", "200 result=1 (a)\n200 res", "ult=0)\n");
  assert.equal(reply.data, "a)\n200 result=0");
  assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
});

Deno.test("send() takes a value up to its mark, byte by byte", async () => {
  using line = await Line.open();
  const value = "a)\n200 result=0\nHANGUP\nb)\n";
  const reply = line.connection.send("GET FULL VARIABLE ${X}mark", { mark: "mark" });
  await line.peer.sayByByte(`200 result=1 (${value}mark)\nHANGUP\n`);
  assert.equal((await reply).data, `${value}mark`);
});

Deno.test("the rest of a value that arrives alone closes the connection", async () => {
  using line = await Line.open();
  assert.equal((await line.ask("GET VARIABLE X", "200 result=1 (a)\n")).data, "a");
  await line.peer.say("200 result=0)\n");
  assert.match(
    await line.problem(),
    /^ProtocolError: .*: got a reply that nobody asked for: "200 res/,
  );
  assert.equal(line.hangups, 1);
  await assert.rejects(line.connection.send("NOOP"), ProtocolError);
});

Deno.test("the rest of a value is not given to the next command", async () => {
  for (const rest of ["b)\n", "200 result=0)\n", "200 result=0\nb)\n", "510 x\nb)\n"]) {
    using line = await Line.open();
    await line.ask("GET VARIABLE X", "200 result=1 (a)\n");
    const next = line.connection.send("NOOP");
    await line.peer.say(rest);
    await assert.rejects(next, ProtocolError, rest);
    assert.ok(line.connection.closed instanceof ProtocolError);
    assert.deepEqual([line.hangups, line.connection.hungUp], [1, true]);
  }
});

Deno.test("the beginning of a reply that nobody asked for is not given to the next command", async () => {
  for (const beginning of ["2", "200 result=", "HANGOVER", "520-Invalid"]) {
    using line = await Line.open();
    await line.peer.say(beginning);
    assert.match(await line.problem(), /: got a reply that nobody asked for: /, beginning);
  }
});

Deno.test("two replies to one command: it gets neither, and the next is not sent", async () => {
  const second = [
    "510 Invalid or unknown command\n",
    "510 Inv",
    "HANGUP\n200 result=1\n",
    "HANGUPS",
  ];
  for (const more of second) {
    using line = await Line.open();
    const first = line.connection.send("VERBOSE x");
    const next = line.connection.send("GET VARIABLE EXTEN");
    next.catch(() => {});
    await line.peer.say(`200 result=1\n${more}`);
    await assert.rejects(
      first,
      /^ProtocolError: .*: got more than one reply to one command: /,
      more,
    );
    await assert.rejects(next, ProtocolError);
    assert.equal(await line.peer.readCommand(), "VERBOSE x");
    assert.equal(await line.peer.readCommand(), undefined);
  }
});

Deno.test("two replies to one command that asks for a value are not one value", async () => {
  for (const more of ["200 result=1 (x)\n", "two (2)\n"]) {
    using line = await Line.open();
    const reply = line.ask("GET VARIABLE X", `200 result=0\n${more}`);
    await assert.rejects(reply, /^ProtocolError: .*: got more than one reply to one command: /);
  }
});

Deno.test("send() takes 503 as a refusal, as 510 and 520 of both kinds", async () => {
  const usage =
    "520-Invalid command syntax.  Proper usage follows:\nStops.\n\n520 End of proper usage.\n";
  const cases: [received: string, code: number, reason: RegExp][] = [
    [
      "510 Invalid or unknown command\n",
      510,
      /^Cannot send AGI command GO: Asterisk does not know it$/,
    ],
    [usage, 520, /^Cannot send AGI command GO: its usage is wrong$/],
    ["520 Invalid command syntax.  Proper usage not available.\n", 520, /: its usage is wrong$/],
    ["503 result=-2 Memory allocation failure\n", 503, /: Asterisk answered 503 Memory allocation/],
  ];
  using line = await Line.open();
  for (const [received, code, message] of cases) {
    await assert.rejects(line.ask("GO", received), (error: AgiCommandError) => {
      assert.ok(error instanceof AgiCommandError);
      assert.match(error.message, message);
      assert.deepEqual([error.code, error.command], [code, "GO"]);
      assert.ok(received.includes(error.reply));
      return true;
    });
  }
  assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
});

Deno.test("HANGUP is told once, and the line goes on", async () => {
  for (const say of ["say", "sayByByte"] as const) {
    using line = await Line.open();
    const { connection, peer } = line;
    await peer[say]("HANGUP\n");
    await turn();
    assert.deepEqual([line.hangups, connection.hungUp, connection.closed], [1, true, undefined]);
    const reply = connection.send("SET VARIABLE A b");
    await peer[say]("200 result=1\nHANGUP\n");
    assert.equal((await reply).result, "1");
    await peer[say]("HANGUP\n");
    await turn();
    assert.deepEqual([line.hangups, connection.closed], [1, undefined]);
  }
});

Deno.test("HANGUP between two commands that are queued belongs to neither", async () => {
  using line = await Line.open();
  const first = line.connection.send("WAIT FOR DIGIT -1");
  const second = line.connection.send("NOOP");
  await line.peer.say("200 result=-1\nHANGUP\n");
  assert.equal((await first).result, "-1");
  await line.peer.say("200 result=0\n");
  assert.equal((await second).result, "0");
  assert.deepEqual(
    [await line.peer.readCommand(), await line.peer.readCommand()],
    ["WAIT FOR DIGIT -1", "NOOP"],
  );
});

Deno.test("511 is the hangup, even where Asterisk never sent HANGUP", async () => {
  using line = await Line.open();
  const dead = "511 Command Not Permitted on a dead channel or intercept routine\n";
  for (let time = 0; time < 2; time++) {
    await assert.rejects(line.ask("ANSWER", dead), {
      name: "HangupError",
      reason: "hangup",
      message: "Cannot send AGI command ANSWER: the channel is hung up",
    });
    assert.deepEqual([line.hangups, line.connection.hungUp], [1, true]);
  }
  assert.equal((await line.ask("GET VARIABLE X", "200 result=1 (y)\n")).data, "y");
});

const usage = "520-Invalid command syntax.  Proper usage follows:\n" +
  "Executes.\nExample return code: 200 result=1 (x)\n520 End of proper usage.\n";

Deno.test("the usage block behind an EXEC that returned 1 is nobody's reply", async () => {
  for (const block of [usage, "520 Invalid command syntax.  Proper usage not available.\n"]) {
    const all = `200 result=1\n${block}`;
    for (let cut = 0; cut <= all.length; cut++) {
      using line = await Line.open();
      const reply = await line.ask("EXEC Odd", all.slice(0, cut), all.slice(cut));
      assert.equal(reply.result, "1");
      const next = await line.ask("GET VARIABLE X", "200 result=1 (y)\n");
      assert.equal(next.data, "y", `cut at ${cut}`);
      assert.equal(line.connection.closed, undefined);
    }
  }
});

Deno.test("the usage block behind an EXEC may come when the next command has been sent", async () => {
  using line = await Line.open();
  const { connection, peer } = line;
  const exec = connection.send("EXEC Odd");
  const queued = connection.send("CHANNEL STATUS a b");
  await peer.say("200 result=1\n");
  assert.equal((await exec).result, "1");
  await peer.sayByByte(usage + usage);
  await assert.rejects(queued, { name: "AgiCommandError", code: 520 });
  assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
});

Deno.test("an EXEC that returned 1 without a usage block is as good", async () => {
  using line = await Line.open();
  assert.equal((await line.ask("EXEC Odd", "200 result=1\n")).result, "1");
  assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
  await assert.rejects(line.ask("GET DATA", usage), { name: "AgiCommandError", code: 520 });
  assert.equal((await line.ask("EXEC Even", "200 result=0\n")).result, "0");
  await assert.rejects(line.ask("GET DATA", usage), { name: "AgiCommandError", code: 520 });
});

Deno.test("a usage block that came in two parts does not close the connection later", async () => {
  using line = await Line.open({ replyPause: 1 });
  await line.ask("EXEC Odd", "200 result=1\n", usage.slice(0, 60), usage.slice(60));
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(line.connection.closed, undefined);
});

Deno.test("a reply in two parts does not close the connection later", async () => {
  using line = await Line.open({ replyPause: 1 });
  const reply = line.connection.send("GET VARIABLE X");
  await line.peer.say("200 result=1 (a\n");
  await line.peer.say("b)\n");
  assert.equal((await reply).data, "a\nb");
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(line.connection.closed, undefined);
});

Deno.test("a reply that does not end closes the connection", async () => {
  for (
    const part of [
      "200 result=1 (a\n",
      "520-Invalid command syntax.\n",
      "200 result=1 (a\nHANGUP\n",
    ]
  ) {
    using line = await Line.open({ replyPause: 1 });
    await assert.rejects(line.ask("GET VARIABLE X", part), {
      name: "ProtocolError",
      message: `Closing AGI connection: got a reply that does not end: ${JSON.stringify(part)}`,
    });
  }
});

Deno.test("a reply of one line may take for ever", async () => {
  using line = await Line.open({ replyPause: 1 });
  const reply = line.connection.send("GOSUB s s 1");
  await line.peer.say("100 result=0 Trying...\n200 res");
  await new Promise((resolve) => setTimeout(resolve, 10));
  await line.peer.say("ult=0 Gosub complete\n");
  assert.equal((await reply).text, "Gosub complete");
});

/** Reads the command that interrupts another one, and gives the reply to it. */
async function readMark(peer: AgiPeer): Promise<string> {
  const line = await peer.readCommand();
  const mark = /^GET FULL VARIABLE ([0-9a-f-]{36})$/.exec(line ?? "")?.[1];
  assert.ok(mark, line);
  return `200 result=1 (${mark})\n`;
}

Deno.test("interrupt() does not close a call whose caller hangs up in the same moment", async () => {
  const endings = [
    (mark: string) => `200 result=-1 endpos=9\nHANGUP\n${mark}`,
    (mark: string) => `200 result=-1 endpos=9\n${mark}HANGUP\n`,
    (mark: string) => `HANGUP\n${mark}`,
  ];
  for (const ending of endings) {
    const length = ending("200 result=1 (1b7e0f4c-0000-4000-8000-000000000000)\n").length;
    for (let cut = 0; cut <= length; cut++) {
      using line = await Line.open();
      const { connection, peer } = line;
      const played = connection.send("STREAM FILE x #");
      await peer.readCommand();
      assert.ok(connection.interrupt());
      const next = connection.send("NOOP");
      const text = ending(await readMark(peer));
      await peer.say(text.slice(0, cut));
      await peer.say(text.slice(cut));
      assert.equal((await played).text, text.startsWith("HANGUP") ? "stopped" : "endpos=9");
      assert.equal(await peer.readCommand(), "NOOP");
      await peer.say("200 result=0\n");
      assert.equal((await next).result, "0");
      assert.deepEqual([line.hangups, connection.closed], [1, undefined], `cut at ${cut}`);
    }
  }
});

Deno.test("interrupt() does not hang where Asterisk has read the mark together with the command", async () => {
  // Then the mark lies in Asterisk's buffer until more comes, and does not end the command either.
  for (const own of ["200 result=0 endpos=9\n", ""]) {
    using line = await Line.open({ interruptPause: 1 });
    const { connection, peer } = line;
    const played = connection.send("STREAM FILE x #");
    assert.ok(connection.interrupt());
    const next = connection.send("NOOP");
    await peer.readCommand();
    const first = await readMark(peer);
    if (own) await peer.say(own);
    const second = await readMark(peer);
    await peer.say(first);
    assert.equal((await played).text, own ? "endpos=9" : "stopped");
    // The next one would lie there too if it were read together with the second mark.
    assert.equal(connection.command, undefined);
    // By then more marks may be on their way.
    await peer.say(second);
    for (;;) {
      const command = await peer.readCommand();
      if (command === "NOOP") break;
      await peer.say(`200 result=1 (${command!.slice("GET FULL VARIABLE ".length)})\n`);
    }
    await peer.say("200 result=0\n");
    assert.equal((await next).result, "0");
  }
});

Deno.test("a reply in the place of a mark's closes the connection", async () => {
  using line = await Line.open();
  const played = line.connection.send("STREAM FILE x #");
  line.connection.interrupt();
  await line.peer.say("200 result=0 endpos=9\n200 result=1 (another)\n");
  await assert.rejects(played, /^ProtocolError: .*: got more than one reply to one command: /);
});

Deno.test("close() ends an interruption, and no timer is left", async () => {
  using line = await Line.open();
  const played = line.connection.send("STREAM FILE x #");
  line.connection.interrupt();
  line.connection.close(new HangupError("The script has ended", "stopped"));
  await assert.rejects(played, { reason: "stopped" });
});

Deno.test("send() reads replies of more than 64 KiB, with lines and without", async () => {
  for (const value of ["x".repeat(200_000), "ž🎉\n".repeat(20_000)]) {
    using line = await Line.open();
    assert.equal(
      (await line.ask("GET FULL VARIABLE ${X}", `200 result=1 (${value})\n`)).data,
      value,
    );
    assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
  }
});

Deno.test("a reply larger than the limit closes the connection", async () => {
  for (const value of ["x".repeat(20_000), "x\n".repeat(10_000)]) {
    using line = await Line.open({ replyBytes: 10_000 });
    const reply = line.ask("GET FULL VARIABLE ${X}", `200 result=1 (${value})\n`);
    await assert.rejects(
      reply,
      /^ProtocolError: .*: got more than 10000 bytes without an end \(limits\.replyBytes\): /,
    );
  }
});

Deno.test("a reply without a code closes the connection", async () => {
  using line = await Line.open();
  await assert.rejects(line.ask("NOOP", "okay\n"), /ProtocolError: Cannot read AGI reply "okay"/);
  assert.ok(line.connection.closed instanceof ProtocolError);
  // Whoever waits for the end of the call hears of it.
  assert.deepEqual([line.hangups, line.connection.hungUp], [1, true]);
});

Deno.test("send() refuses a line that this Asterisk would cut, by bytes", async () => {
  const limits: [version: string, bytes: number][] = [["16.28.0", 2047], ["22.10.1", 8191]];
  for (const [version, bytes] of limits) {
    using line = await Line.open({}, environmentText({ version }));
    const { connection, peer } = line;
    const longest = `VERBOSE ${"é".repeat((bytes - 10) / 2)}${"x".repeat((bytes - 10) % 2)}x`;
    assert.equal(new TextEncoder().encode(`${longest}\n`).length, bytes);
    const fits = connection.send(longest);
    const [tooLong, tooLongToo] = [connection.send(`${longest}x`), connection.send(`${longest}é`)];
    const next = connection.send("NOOP");
    tooLong.catch(() => {});
    tooLongToo.catch(() => {});
    await peer.say("200 result=1\n");
    assert.equal((await fits).result, "1");
    await assert.rejects(tooLong, {
      name: "RangeError",
      message: `Cannot send AGI command ${longest.slice(0, 80)}…: it has ${bytes + 1} bytes ` +
        `with its line end, this Asterisk takes ${bytes}`,
    });
    await assert.rejects(tooLongToo, RangeError);
    await peer.say("200 result=0\n");
    assert.equal((await next).result, "0");
    assert.deepEqual([await peer.readCommand(), await peer.readCommand()], [longest, "NOOP"]);
  }
});

Deno.test("send() keeps to the limit of a stream that is no socket", async () => {
  using line = await Line.open({ lineBytes: 10 });
  await assert.rejects(line.connection.send("NOOP 12345"), RangeError);
  assert.equal((await line.ask("NOOP 1234", "200 result=0\n")).result, "0");
});

Deno.test("the end of the stream is the end of all commands", async () => {
  for (const [last, reason] of [["", "lost"], ["HANGUP\nHANGUP\n", "hangup"]] as const) {
    using line = await Line.open();
    const waiting = [line.connection.send("WAIT FOR DIGIT -1"), line.connection.send("NOOP")];
    const errors = Promise.allSettled(waiting);
    if (last) await line.peer.say(last);
    line.peer.close();
    for (const { status, reason: error } of await errors as PromiseRejectedResult[]) {
      assert.equal(status, "rejected");
      assert.ok(error instanceof HangupError);
      assert.equal(error.reason, reason);
    }
    await assert.rejects(line.connection.send("NOOP"), { name: "HangupError", reason });
    assert.deepEqual([line.hangups, line.connection.hungUp], [1, true]);
    assert.equal(line.connection.command, undefined);
  }
});

Deno.test("the last reply counts even when Asterisk closes behind it", async () => {
  using line = await Line.open();
  const reply = line.connection.send("STREAM FILE a #");
  await line.peer.say("200 result=-1 endpos=3360\nHANGUP\nHANGUP\n");
  line.peer.close();
  assert.equal((await reply).text, "endpos=3360");
  assert.match(await line.problem(), /^HangupError: AGI connection ended: Asterisk closed it/);
  assert.equal(line.hangups, 1);
});

Deno.test("close() rejects what waits, tells nobody, and may come twice", async () => {
  using line = await Line.open();
  const waiting = [line.connection.send("WAIT FOR DIGIT -1"), line.connection.send("NOOP")];
  const errors = Promise.allSettled(waiting);
  const reason = new HangupError("The script has ended", "stopped");
  line.connection.close(reason);
  line.connection.close(new Error("again"));
  assert.deepEqual((await errors).map((one) => one.status === "rejected" && one.reason), [
    reason,
    reason,
  ]);
  assert.equal(line.connection.closed, reason);
  await assert.rejects(line.connection.send("NOOP"), reason);
  await turn();
  assert.deepEqual([line.hangups, line.connection.hungUp], [0, false]);
  assert.equal(await line.peer.readCommand(), "WAIT FOR DIGIT -1");
  assert.equal(await line.peer.readCommand(), undefined);
});

Deno.test("close() ends the reading of the environment", async () => {
  using line = new Line();
  const reading = line.connection.readEnvironment();
  await line.peer.say("agi_network: yes\n");
  line.connection.close(new HangupError("Lunopark is stopping", "stopped"));
  await assert.rejects(reading, { name: "HangupError", reason: "stopped" });
});

Deno.test("commands that nobody waits for do not fail aloud because of the call's end", async () => {
  const found = await unhandledRejections(async () => {
    using stopped = await Line.open();
    stopped.connection.send("WAIT FOR DIGIT -1");
    stopped.connection.send("NOOP");
    stopped.connection.close(new HangupError("The script has ended", "stopped"));
    stopped.connection.send("NOOP");

    using lost = await Line.open();
    lost.connection.send("NOOP");
    lost.peer.close();
    await lost.problem();

    using poisoned = await Line.open();
    poisoned.connection.send("NOOP");
    await poisoned.peer.say("what?\n");
    await poisoned.problem();

    using dead = await Line.open();
    dead.connection.send("ANSWER");
    await dead.peer.say("511 Command Not Permitted on a dead channel\n");
    await turn();
  });
  assert.deepEqual(found, []);
});

Deno.test("commands that nobody waits for fail aloud because of a mistake", async () => {
  const found = await unhandledRejections(async () => {
    using line = await Line.open();
    line.connection.send("ANSWERX");
    await line.peer.say("510 Invalid or unknown command\n");
    await turn();
  });
  assert.deepEqual(found.map((error) => (error as Error).name), ["AgiCommandError"]);
});

Deno.test("ask() gives what its reader makes of the reply, and rejects with what it throws", async () => {
  using line = await Line.open();
  const length = line.connection.ask("GET VARIABLE X", "data", ({ data }) => data?.length);
  await line.peer.say("200 result=1 (four)\n");
  assert.equal(await length, 4);
  const failed = line.connection.ask("NOOP", "line", () => {
    throw new RangeError("not that");
  });
  await line.peer.say("200 result=0\n");
  await assert.rejects(failed, { name: "RangeError", message: "not that" });
  assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
});

Deno.test("a value is read whole though its beginning fills the room for a reply and looks whole", async () => {
  for (const size of [127, 128, 129, 256, 2_048, 4_096]) {
    using line = await Line.open();
    const head = "200 result=1 (";
    const part = `${"x".repeat(size - head.length - 2)})\n`;
    const value = `${part}and more`;
    assert.equal((await line.ask("GET VARIABLE A", `${head}${value})\n`)).data, value);
    assert.equal((await line.ask("NOOP", "200 result=0\n")).result, "0");
  }
});

Deno.test("a reply that fills the room for it exactly is taken when no more comes", async () => {
  for (const size of [128, 2_048]) {
    using line = await Line.open();
    const value = "x".repeat(size - "200 result=1 ()\n".length);
    for (const command of ["GET VARIABLE A", "CHANNEL STATUS"]) {
      assert.equal((await line.ask(command, `200 result=1 (${value})\n`)).data, value);
    }
  }
});

Deno.test("a reply that fills the room for it is not lost when Asterisk closes behind it", async () => {
  for (const size of [128, 2_048]) {
    using line = await Line.open();
    const value = "x".repeat(size - "200 result=1 ()\n".length);
    const reply = line.connection.send("GET VARIABLE A");
    await line.peer.say(`200 result=1 (${value})\n`);
    line.peer.close();
    assert.equal((await reply).data, value);
  }
});

Deno.test("a value is not cut where other code runs while its rest arrives", async () => {
  const stream = new HandStream();
  const connection = new AgiConnection(stream, { onHangup: () => {} }, limits);
  const environment = connection.readEnvironment();
  await stream.deliver("agi_channel: X\n\n");
  await environment;
  const reply = connection.send("GET VARIABLE A");
  const head = "200 result=1 (";
  const part = `${"x".repeat(128 - head.length - 2)})\n`;
  await stream.deliver(`${head}${part}`);
  for (const end = performance.now() + 40; performance.now() < end;);
  const rest = new Promise((resolve) => setTimeout(resolve)).then(() => stream.deliver("more)\n"));
  assert.equal((await reply).data, `${part}more`);
  await rest;
  connection.close(new Error("The test is over"));
});

Deno.test("a write that fails ends the connection while a read is pending", async () => {
  const stream = new HandStream();
  let hangups = 0;
  const connection = new AgiConnection(stream, { onHangup: () => hangups++ }, limits);
  const environment = connection.readEnvironment();
  await stream.deliver("agi_channel: X\n\n");
  await environment;
  const reply = connection.send("NOOP");
  const broken = new Error("Broken pipe");
  stream.writes[0]?.reject(broken);
  await assert.rejects(reply, {
    name: "HangupError",
    message: "AGI connection ended: Broken pipe",
    reason: "lost",
    cause: broken,
  });
  await turn();
  assert.deepEqual([hangups, stream.closes], [1, 1]);
});

Deno.test("a read that fails ends the connection while a write is pending", async () => {
  const stream = new HandStream();
  const connection = new AgiConnection(stream, { onHangup: () => {} }, limits);
  const environment = connection.readEnvironment();
  await stream.deliver("agi_channel: X\n\n");
  await environment;
  const reply = connection.send("NOOP");
  stream.reads[0]?.reject(new Error("Connection reset by peer"));
  await assert.rejects(reply, { name: "HangupError", reason: "lost" });
  await turn();
  assert.equal(stream.closes, 1);
});

Deno.test("close() during a write in parts writes no more", async () => {
  const stream = new HandStream();
  const connection = new AgiConnection(stream, { onHangup: () => {} }, limits);
  const environment = connection.readEnvironment();
  await stream.deliver("agi_channel: X\n\n");
  await environment;
  const reply = connection.send("NOOP");
  stream.writes[0]?.resolve(2);
  await turn();
  assert.deepEqual(stream.written, ["NOOP\n", "OP\n"]);
  connection.close(new HangupError("The script has ended", "stopped"));
  await assert.rejects(reply, { reason: "stopped" });
  await turn();
  assert.deepEqual([stream.written.length, stream.closes], [2, 1]);
});

Deno.test("the reader keeps reading while nobody sends", async () => {
  const stream = new HandStream();
  const connection = new AgiConnection(stream, { onHangup: () => {} }, limits);
  const environment = connection.readEnvironment();
  await stream.deliver("agi_channel: X\n\n");
  await environment;
  assert.equal(stream.reads.length, 1);
  stream.reads.pop()?.resolve(0);
  await turn();
  assert.deepEqual([stream.reads.length, connection.closed], [1, undefined]);
  connection.close(new Error("The test is over"));
  await turn();
});

/** Lines that are longer than the Asterisk they were sent to reads as one command. */
const tooLong = new Set([
  "22 length/verbose-8192",
  "22 length/verbose-8200",
  "22 length/verbose-20000",
  "16 length/verbose-2048",
  "16 length/verbose-2049",
  "16 length/verbose-2060",
  "16 length/verbose-4000",
  "16 length/verbose-4200",
  "16 length/verbose-8000",
  "16 length/verbose-8180",
  "16 length/verbose-8185",
  "16 length/verbose-8186",
  "16 length/verbose-8187",
  "16 length/verbose-8192",
  "16 length/verbose-8200",
  "16 length/verbose-20000",
  "16 length/variable-3900",
  "16 length/variable-4095",
  "16 length/variable-4096",
  "16 length/variable-4097",
  "16 length/variable-5000",
  "16 length/variable-8000",
]);

/** Several lines went out at once, which send() is never given: their replies come with another's. */
const pipelined = new Set(["22 parse/two-in-one-packet", "22 parse/three-in-one-packet"]);

/** The NUL in a line made Asterisk swallow it: the command never gets a reply. */
const swallowed = new Set(["22 parse/nul"]);

/** Values with a line that ends with `)`: cut behind it they look whole, which closes the connection. */
const ambiguous = new Set([
  "22 get-full-variable/fake-reply",
  "22 get-full-variable/newlines-many",
  "22 get-variable/lines",
]);

/** The reply that a command must get for these bytes, or the error, as text. */
function expectedAnswer(received: Uint8Array): string {
  const text = new TextDecoder().decode(received).replace(/(^|\n)(HANGUP\n)+$/, "$1");
  if (text === "") return "HangupError";
  const line = text.replace(/^100 .*\n/, "").slice(0, -1);
  if (line.startsWith("511")) return "HangupError";
  return line;
}

/** What a command got, as text. */
function describeAnswer(answer: PromiseSettledResult<Reply>): string {
  if (answer.status === "fulfilled") {
    const { code, result, text } = answer.value;
    return `${code} result=${result}${text && " "}${text}`;
  }
  const error = answer.reason;
  if (!(error instanceof AgiCommandError)) return error.name;
  return `${error.code}${error.reply.includes("\n") ? "-" : " "}${error.reply}`;
}

/** Plays a recording through a connection; each reply comes in the pieces that `cut` makes. */
async function replay(
  conversation: AgiConversation,
  cut: (bytes: Uint8Array) => readonly Uint8Array[],
): Promise<{ answers: string[]; expected: string[]; hangups: number }> {
  using line = new Line();
  const { connection, peer } = line;
  const reading = connection.readEnvironment();
  for (const piece of cut(conversation.beginning)) await peer.say(piece);
  assert.match((await reading)?.values["version"] ?? "", /^(22|16)\./);
  const answers: string[] = [];
  const expected: string[] = [];
  for (const [index, { sent, received }] of conversation.steps.entries()) {
    const answer = Promise.allSettled([connection.send(sent)]);
    for (const piece of cut(received)) await peer.say(piece);
    if (index === conversation.steps.length - 1) {
      if (conversation.ended) peer.close();
      else if (received.length === 0) connection.close(new HangupError("No reply", "lost"));
    }
    answers.push(describeAnswer((await answer)[0]));
    expected.push(expectedAnswer(received));
    if (connection.closed || answers.at(-1) === "RangeError") break;
  }
  if (conversation.ended) await line.problem();
  await turn();
  return { answers, expected, hangups: line.hangups };
}

function isSaidHungUp({ beginning, steps, ended }: AgiConversation): boolean {
  const all = [beginning, ...steps.map(({ received }) => received)];
  return ended || all.some((bytes) => /^(HANGUP$|511)/m.test(new TextDecoder().decode(bytes)));
}

const sound = agiConversations().filter(({ id }) =>
  !tooLong.has(id) && !pipelined.has(id) && !swallowed.has(id)
);

Deno.test("recorded conversations: each reply goes to its command", async () => {
  assert.ok(sound.length > 160);
  for (const conversation of sound) {
    const { answers, expected, hangups } = await replay(conversation, (bytes) => [bytes]);
    assert.deepEqual(answers, expected, conversation.id);
    assert.equal(answers.length, conversation.steps.length, conversation.id);
    assert.equal(hangups, isSaidHungUp(conversation) ? 1 : 0, conversation.id);
  }
});

Deno.test("recorded conversations: each reply goes to its command, byte by byte", async () => {
  for (const conversation of sound) {
    if (ambiguous.has(conversation.id)) continue;
    const { answers, expected, hangups } = await replay(
      conversation,
      (bytes) => Array.from(bytes, (byte) => Uint8Array.of(byte)),
    );
    assert.deepEqual(answers, expected, conversation.id);
    assert.equal(hangups, isSaidHungUp(conversation) ? 1 : 0, conversation.id);
  }
});

Deno.test("recorded conversations: each reply goes to its command, cut at random places", async () => {
  const seed = Date.now() % 1_000_000;
  const random = seededRandom(seed);
  const cut = (bytes: Uint8Array): Uint8Array[] => {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length;) {
      const length = 1 + random.int(random.pick([3, 30, 300, 3_000]));
      pieces.push(bytes.subarray(at, at + length));
      at += length;
    }
    return pieces;
  };
  for (const conversation of sound) {
    if (ambiguous.has(conversation.id)) continue;
    for (let time = 0; time < 5; time++) {
      const { answers, expected } = await replay(conversation, cut);
      assert.deepEqual(answers, expected, `${conversation.id}, seed ${seed}`);
    }
  }
});

Deno.test("recorded conversations: a reply may be cut anywhere", async () => {
  for (const { id, steps } of sound) {
    for (const { sent, received } of steps) {
      if (ambiguous.has(id) || received.length === 0 || received.length > 200) continue;
      const expected = expectedAnswer(received);
      if (expected === "HangupError") continue;
      for (let cut = 1; cut < received.length; cut++) {
        using line = await Line.open({}, "agi_version: 22.10.1\n\n");
        const answer = Promise.allSettled([line.connection.send(sent)]);
        await line.peer.say(received.subarray(0, cut));
        await line.peer.say(received.subarray(cut));
        assert.equal(describeAnswer((await answer)[0]), expected, `${id} ${sent} cut at ${cut}`);
      }
    }
  }
});

Deno.test("recorded conversations: a value that looks whole too soon closes the connection", async () => {
  const byBytes = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte));
  for (const { id, steps } of sound.filter(({ id }) => ambiguous.has(id))) {
    for (const { sent, received } of steps) {
      const text = new TextDecoder().decode(received);
      if (!/\)\n./s.test(text)) continue;
      using line = await Line.open();
      const reply = line.connection.send(sent);
      for (const piece of byBytes(received)) await line.peer.say(piece).catch(() => {});
      assert.ok(text.startsWith(`200 result=1 (${(await reply).data})\n`), id);
      assert.match(await line.problem(), /ProtocolError: .* nobody asked for/, id);
    }
  }
});

Deno.test("recorded conversations: what Asterisk would have cut is not sent", async () => {
  for (const conversation of agiConversations().filter(({ id }) => tooLong.has(id))) {
    const { answers } = await replay(conversation, (bytes) => [bytes]);
    assert.deepEqual(answers, ["RangeError"], conversation.id);
  }
});

Deno.test("recorded conversations: replies to two lines at once close the connection", async () => {
  for (const conversation of agiConversations().filter(({ id }) => pipelined.has(id))) {
    const { answers } = await replay(conversation, (bytes) => [bytes]);
    assert.deepEqual(answers, ["200 result=0", "ProtocolError"], conversation.id);
  }
});

Deno.test("interrupt() says so where no byte reaches a command, as over AsyncAGI", async () => {
  for (const command of ["GET DATA beep", "GET OPTION beep 1", "WAIT FOR DIGIT -1"]) {
    using line = await Line.open({ interrupts: false });
    assert.equal(line.connection.interrupt(), false, "nothing runs");
    const reply = line.connection.send(command);
    assert.throws(() => line.connection.interrupt(), {
      name: "AgiError",
      message:
        `Cannot interrupt ${command} over AsyncAGI: only what plays a file can be stopped, ` +
        "STREAM FILE, CONTROL STREAM FILE and Playback",
    });
    await line.peer.say("200 result=0\n");
    assert.equal((await reply).result, "0");
  }
  using line = await Line.open({ interrupts: false });
  const reply = line.connection.send('STREAM FILE beep ""');
  assert.equal(line.connection.interrupt(), false, "AMI stops it");
  await line.peer.say("200 result=0 endpos=8\n");
  await reply;
});
