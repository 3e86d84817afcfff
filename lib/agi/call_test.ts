import assert from "node:assert/strict";
import { AgiPeer, type Answers, environmentText, turn } from "../../tests/support/agi_peer.ts";
import { HangupError, type HangupReason, ProtocolError } from "../errors.ts";
import type { Facts, Log } from "../log.ts";
import { Call } from "./call.ts";
import { type CallObserver, observeBy } from "./call_observer.ts";
import type { CallServices } from "./call_services.ts";
import type { AgiChannel } from "./channel.ts";
import type { App } from "./dialplan.ts";

type Handler = (app: App, channel: AgiChannel<string>) => unknown;

/** A log that keeps `level message`, and the facts of each. */
class LogBook implements Log {
  readonly lines: string[];
  readonly facts: Facts[];
  readonly #own: Facts;

  constructor(own: Facts = {}, lines: string[] = [], facts: Facts[] = []) {
    this.#own = own;
    this.lines = lines;
    this.facts = facts;
  }

  debug = (message: string, facts?: Facts) => this.#note("debug", message, facts);
  info = (message: string, facts?: Facts) => this.#note("info", message, facts);
  warn = (message: string, facts?: Facts) => this.#note("warn", message, facts);
  error = (message: string, facts?: Facts) => this.#note("error", message, facts);

  with(facts: Facts): Log {
    return new LogBook({ ...this.#own, ...facts }, this.lines, this.facts);
  }

  /** The lines that somebody who runs the server reads. */
  get loud(): string[] {
    return this.lines.filter((line) => !line.startsWith("debug"));
  }

  #note(level: string, message: string, facts?: Facts): void {
    this.lines.push(`${level} ${message}`);
    this.facts.push({ ...this.#own, ...facts });
  }
}

/** A call with its Asterisk, whose handler is the test's. */
class Trial {
  readonly peer = new AgiPeer();
  readonly log = new LogBook();
  readonly call: Call<string>;
  readonly scripts: string[] = [];
  readonly services: CallServices<string>;
  released = 0;

  constructor(handler: Handler | undefined, special: Partial<CallServices<string>> = {}) {
    this.services = {
      log: this.log,
      findScript: (script) => {
        this.scripts.push(script);
        return handler &&
          { name: script, params: {}, run: handler, release: () => this.released++ };
      },
      ami: () => "ami",
      stopPlayback: () => Promise.reject(new Error("no AMI")),
      findHangupReason: () => Promise.resolve("hangup"),
      hangupGrace: 60_000,
      farewellTime: 60_000,
      onError: undefined,
      agiStatusEvent: false,
      ...special,
    };
    this.call = new Call<string>(this.peer.stream, this.services);
  }

  /** Serves a call whose Asterisk answers all commands, and gives its status. */
  async run(answers?: Answers, environment = environmentText()): Promise<string | undefined> {
    const served = this.call.serve();
    await this.peer.say(environment);
    const answering = this.peer.answerAll(answers);
    const status = await served;
    // It resolves when the connection is closed, as it must be by now.
    await answering;
    return status;
  }
}

/** Answers as a dead channel does. */
const dead: Answers = (line) =>
  /^(EXEC|SET VARIABLE|GET)/.test(line)
    ? "200 result=1"
    : "511 Command Not Permitted on a dead channel";

function aborted(signal: AbortSignal): Promise<Event> {
  return new Promise((resolve) => signal.addEventListener("abort", resolve));
}

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

Deno.test("a call runs its script, sets LUNOPARK_STATUS and closes", async () => {
  const trial: Trial = new Trial(async (app, channel) => {
    assert.equal(channel.ami, "ami");
    assert.deepEqual([trial.call.script, trial.call.channelName], ["ivr", channel.name]);
    const answering = app.Answer();
    assert.equal(trial.call.command, "EXEC Answer");
    await answering;
    channel.log.info("hello");
  });
  assert.deepEqual([trial.call.begun, trial.call.script, trial.call.channelName], [false, "", ""]);
  assert.ok(Math.abs(Date.now() - trial.call.since) < 60_000);
  assert.equal(
    await trial.run(undefined, environmentText({ network_script: "ivr?x=1" })),
    "SUCCESS",
  );
  assert.deepEqual(trial.peer.commands, ["EXEC Answer", "SET VARIABLE LUNOPARK_STATUS SUCCESS"]);
  assert.deepEqual([trial.scripts, trial.released, trial.call.begun], [["ivr"], 1, true]);
  assert.deepEqual(trial.log.lines, ["info hello"]);
  assert.deepEqual(trial.log.facts, [
    { script: "ivr", channel: "PJSIP/100-00000001", uniqueid: "1795375793.7" },
  ]);
});

Deno.test("a script that throws costs its own call and a log line with the error", async () => {
  const thrown: unknown[] = [
    new Error("boom"),
    "text",
    undefined,
    null,
    new ProtocolError("x", ""),
  ];
  for (const error of thrown) {
    for (
      const handler of [() => Promise.reject(error), () => {
        throw error;
      }]
    ) {
      const trial = new Trial(handler);
      assert.equal(await trial.run(), "ERROR");
      assert.deepEqual(trial.peer.commands, ["SET VARIABLE LUNOPARK_STATUS ERROR"]);
      assert.deepEqual(trial.log.lines, ["error Script failed"]);
      assert.ok("error" in trial.log.facts[0]! && trial.log.facts[0]["error"] === error);
      assert.equal(trial.released, 1);
    }
  }
});

Deno.test("a call for a script that nobody offers goes on in the dialplan", async () => {
  const trial = new Trial(undefined);
  assert.equal(await trial.run(), "NOSCRIPT");
  assert.deepEqual(trial.peer.commands, ["SET VARIABLE LUNOPARK_STATUS NOSCRIPT"]);
  assert.deepEqual(trial.log.lines, ['warn No script "subroutine": the dialplan goes on']);
});

Deno.test("a call whose script cannot be looked for, or not be let go, ends as one that failed", async () => {
  const broken = () => {
    throw new Error("broken");
  };
  const found = { name: "", params: {}, run: () => {}, release: broken };
  for (const findScript of [broken, () => found]) {
    const trial = new Trial(undefined, { findScript });
    assert.equal(await trial.run(), "ERROR");
    assert.deepEqual(trial.log.lines, ["error Script failed"]);
  }
});

Deno.test("a peer that closes without a word is no call, and not worth a line", async () => {
  const trial = new Trial(() => assert.fail("no script"));
  const served = trial.call.serve();
  trial.peer.close();
  assert.equal(await served, undefined);
  assert.deepEqual([trial.log.lines, trial.call.begun], [[], false]);
});

Deno.test("a peer that speaks something else is turned away with a line in the log", async () => {
  const trial = new Trial(() => assert.fail("no script"));
  assert.equal(await trial.run(undefined, "GET / HTTP/1.1\r\n"), undefined);
  assert.deepEqual(trial.log.lines, [
    "warn Cannot take call: what came is no AGI environment: " +
    '"GET / HTTP/1.1\\r\\n"',
  ]);
});

Deno.test("a script that its caller's hangup ends has status HANGUP", async () => {
  const trial = new Trial(async (app) => {
    await app.Answer();
    await trial.call.log.info("still there");
    await app.exec("Playback", "beep");
    assert.fail("the handler went on");
  });
  const answers: Answers = (line) => {
    if (line.endsWith("beep")) return "511 Command Not Permitted on a dead channel";
    return "200 result=0\nHANGUP";
  };
  assert.equal(await trial.run(answers), "HANGUP");
  assert.equal(trial.peer.commands.at(-1), "SET VARIABLE LUNOPARK_STATUS HANGUP");
  assert.deepEqual(trial.log.loud, ["info still there"]);
});

Deno.test("a script that goes on after the hangup, and ends well, has status SUCCESS", async () => {
  const trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
    assert.equal(channel.hangupReason, "hangup");
    await channel.set("CDR(userfield)", "done");
  });
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  await trial.peer.say("HANGUP\n");
  await trial.peer.answerAll(dead);
  assert.equal(await served, "SUCCESS");
  assert.deepEqual(trial.peer.commands, [
    "SET VARIABLE CDR(userfield) done",
    "SET VARIABLE LUNOPARK_STATUS SUCCESS",
  ]);
});

Deno.test("what the signal ended is a hangup; what a timeout ended while the caller is there is not", async () => {
  const abortError = new DOMException("The signal has been aborted", "AbortError");
  const timeoutError = new DOMException("Signal timed out.", "TimeoutError");
  for (const error of [abortError, timeoutError]) {
    const hung = new Trial(async (_app, channel) => {
      await aborted(channel.signal);
      throw error;
    });
    assert.equal(await hung.run(dead, environmentText() + "HANGUP\n"), "HANGUP");
    assert.deepEqual(hung.log.loud, []);
    const alive = new Trial(() => Promise.reject(error));
    assert.equal(await alive.run(), "ERROR");
  }
});

Deno.test("the HangupError of another call is an error while the own caller is there", async () => {
  const trial = new Trial(() => Promise.reject(new HangupError("The caller hung up", "hangup")));
  assert.equal(await trial.run(), "ERROR");
  assert.deepEqual(trial.log.lines, ["error Script failed"]);
});

Deno.test("HANGUP that came with the environment is told to the handler", async () => {
  const trial = new Trial(async (_app, channel) => {
    if (!channel.signal.aborted) await aborted(channel.signal);
    assert.equal((channel.signal.reason as HangupError).reason, "hangup");
  });
  assert.equal(await trial.run(dead, environmentText() + "HANGUP\nHANGUP\n"), "SUCCESS");
});

Deno.test("why the channel left is looked up once, with the environment", async () => {
  const asked: string[] = [];
  const trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
  }, {
    findHangupReason: ({ values }) => {
      asked.push(values["uniqueid"]!);
      return Promise.resolve("hangup");
    },
  });
  await trial.run(dead, environmentText() + "HANGUP\nHANGUP\n");
  assert.deepEqual(asked, ["1795375793.7"]);
});

Deno.test("when it cannot be found out why the channel left, it was a hangup", async () => {
  const trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
    assert.equal(channel.hangupReason, "hangup");
  }, { findHangupReason: () => Promise.reject(new Error("no AMI")) });
  assert.equal(await trial.run(dead, environmentText() + "HANGUP\n"), "SUCCESS");
});

Deno.test("a redirected call is let go at once: Asterisk holds it until the connection closes", async () => {
  const trial = new Trial(async (app, channel) => {
    // No reply comes to this one.
    await assert.rejects(app.Wait(5), { name: "HangupError", reason: "redirected" });
    assert.equal(channel.hangupReason, "redirected");
    assert.equal((channel.signal.reason as HangupError).reason, "redirected");
    await app.NoOp();
  }, { findHangupReason: () => Promise.resolve("redirected") });
  const status = await trial.run(() => undefined, environmentText() + "HANGUP\n");
  assert.equal(status, "HANGUP");
  assert.deepEqual(trial.peer.commands, ["EXEC Wait 5"]);
  assert.deepEqual(trial.log.loud, []);
});

Deno.test("a call that is redirected during its farewell is let go at once", async () => {
  const trial = new Trial(() => {}, { findHangupReason: () => Promise.resolve("redirected") });
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  assert.equal(await trial.peer.readCommand(), "SET VARIABLE LUNOPARK_STATUS SUCCESS");
  await trial.peer.say("HANGUP\n");
  assert.equal(await trial.peer.readCommand(), undefined);
  assert.equal(await served, "SUCCESS");
});

Deno.test("a script has the grace time after a hangup, and then its connection closes", async () => {
  const trial = new Trial(async (app, channel) => {
    await aborted(channel.signal);
    await app.NoOp("cleaning up");
    await app.Wait(3600);
  }, { hangupGrace: 5 });
  const answers: Answers = (line) => line.startsWith("EXEC Wait") ? undefined : "200 result=0";
  assert.equal(await trial.run(answers, environmentText() + "HANGUP\n"), "HANGUP");
  assert.deepEqual(trial.peer.commands, ['EXEC NoOp "cleaning up"', "EXEC Wait 3600"]);
  assert.deepEqual(trial.log.loud, [
    "warn Closing the connection: the script goes on after its caller hung up",
  ]);
});

Deno.test("the grace time of a call whose line has ended says nothing", async () => {
  const late = Promise.withResolvers<void>();
  const trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
    trial.peer.close();
    setTimeout(late.resolve, 20);
    await late.promise;
  }, { hangupGrace: 1 }) as Trial;
  const served = trial.call.serve();
  await trial.peer.say(environmentText() + "HANGUP\n");
  assert.equal(await served, "SUCCESS");
  assert.deepEqual(trial.log.lines, []);
});

Deno.test("a hangup during the farewell leaves no timer behind", async () => {
  // The sanitizers of the test runner look for it: the grace time is a minute.
  const trial = new Trial(() => {});
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  assert.equal(await trial.peer.readCommand(), "SET VARIABLE LUNOPARK_STATUS SUCCESS");
  await trial.peer.say("HANGUP\n");
  await turn();
  await trial.peer.say("200 result=1\n");
  assert.equal(await served, "SUCCESS");
});

Deno.test("a hangup that is still looked into when the script has ended leaves no timer behind", async () => {
  const reason = Promise.withResolvers<HangupReason>();
  let signal: AbortSignal | undefined;
  const trial = new Trial((_app, channel) => {
    signal = channel.signal;
  }, { findHangupReason: () => reason.promise });
  assert.equal(await trial.run(dead, environmentText() + "HANGUP\n"), "SUCCESS");
  reason.resolve("hangup");
  await turn();
  // What the script has left running hears of it.
  assert.equal((signal?.reason as HangupError).reason, "hangup");
});

Deno.test("a handler that waits for the signal does not hang when the line ends while the hangup is looked into", async () => {
  const reason = Promise.withResolvers<HangupReason>();
  const trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
  }, { findHangupReason: () => reason.promise });
  const served = trial.call.serve();
  await trial.peer.say(environmentText() + "HANGUP\nHANGUP\n");
  trial.peer.close();
  await turn();
  reason.resolve("hangup");
  assert.equal(await served, "SUCCESS");
});

Deno.test("a handler that waits for the signal does not hang when a reply cannot be read", async () => {
  const trial = new Trial(async (app, channel) => {
    const ended = aborted(channel.signal);
    await assert.rejects(app.NoOp(), ProtocolError);
    await ended;
    assert.equal(channel.hangupReason, "lost");
    assert.ok((channel.signal.reason as HangupError).cause instanceof ProtocolError);
    await app.NoOp();
  });
  assert.equal(await trial.run(() => "okay"), "ERROR");
  assert.deepEqual(trial.peer.commands, ["EXEC NoOp"]);
  // Once, although the script failed of it too.
  assert.deepEqual(trial.log.lines, ['error Cannot read AGI reply "okay": it has no code']);
});

Deno.test("a connection that cannot be trusted any more is reported at once, while the script goes on", async () => {
  const trial: Trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
    assert.match(trial.log.lines[0]!, /^error .* nobody asked for: "200 result=0\\n"$/);
    assert.equal(channel.hangupReason, "lost");
    // It does not say it again.
    trial.call.stop();
  });
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  await trial.peer.say("200 result=0\n");
  assert.equal(await served, "SUCCESS");
  assert.equal(trial.log.lines.length, 1);
});

Deno.test("the end of the connection ends the script, and nothing more is sent", async () => {
  const trial = new Trial(async (app, channel) => {
    const ended = aborted(channel.signal);
    trial.peer.close();
    await ended;
    assert.equal(channel.hangupReason, "lost");
    await app.NoOp();
  });
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  assert.equal(await served, "HANGUP");
  assert.deepEqual(trial.log.loud, []);
});

const onError = { context: "failed", extension: "s", priority: "start" };
const place = ["SET CONTEXT failed", "SET EXTENSION s", "SET PRIORITY start"];

Deno.test("a call whose script failed goes on where the configuration says", async () => {
  const trial = new Trial(() => Promise.reject(new Error("boom")), { onError });
  assert.equal(await trial.run(), "ERROR");
  assert.deepEqual(trial.peer.commands, ["SET VARIABLE LUNOPARK_STATUS ERROR", ...place]);
  for (const handler of [() => {}, undefined]) {
    const good = new Trial(handler, { onError });
    await good.run();
    assert.equal(good.peer.commands.length, 1);
  }
});

Deno.test("LUNOPARK_STATUS is set even where the call cannot go on elsewhere", async () => {
  const refusals: [answer: string, warning: string][] = [
    ["511 Command Not Permitted on a dead channel", "the channel is hung up"],
    ["520 Invalid command syntax.  Proper usage not available.", "its usage is wrong"],
  ];
  for (const [answer, warning] of refusals) {
    const trial = new Trial(() => Promise.reject(new Error("boom")), {
      onError,
      agiStatusEvent: true,
    });
    const answers: Answers = (line) => line.startsWith("SET PRIORITY") ? answer : "200 result=0";
    assert.equal(await trial.run(answers), "ERROR");
    assert.equal(trial.peer.commands[0], "SET VARIABLE LUNOPARK_STATUS ERROR");
    assert.match(trial.peer.commands.at(-1)!, /^EXEC UserEvent /);
    assert.deepEqual(trial.log.loud.slice(1), [
      "warn Cannot have the call go on at failed,s,start: " +
      `Cannot send AGI command SET PRIORITY start: ${warning}`,
    ]);
  }
});

Deno.test("a call whose caller is gone is not sent elsewhere", async () => {
  const trial = new Trial(async (_app, channel) => {
    await aborted(channel.signal);
    throw new Error("boom");
  }, { onError });
  assert.equal(await trial.run(dead, environmentText() + "HANGUP\n"), "ERROR");
  assert.deepEqual(trial.peer.commands, ["SET VARIABLE LUNOPARK_STATUS ERROR"]);
});

Deno.test("the event at the end names script, channel and status, with commas escaped", async () => {
  const cases: [script: string, channel: string, line: string][] = [
    [
      "ivr/en",
      "PJSIP/100-1",
      'EXEC UserEvent "AGIStatus,Script: ivr/en,Channel: PJSIP/100-1,Status: SUCCESS"',
    ],
    [
      'a,b"c',
      "Local/1,2@(x)[y]-1;2",
      'EXEC UserEvent "AGIStatus,Script: a\\\\,b\\\\\\"c,' +
      'Channel: Local/1\\\\,2@\\\\(x\\\\)\\\\[y\\\\]-1;2,Status: SUCCESS"',
    ],
  ];
  for (const [network_script, channel, line] of cases) {
    const trial = new Trial(() => {}, { agiStatusEvent: true });
    await trial.run(undefined, environmentText({ network_script, channel }));
    assert.deepEqual(trial.peer.commands, ["SET VARIABLE LUNOPARK_STATUS SUCCESS", line]);
  }
});

Deno.test("the event at the end is sent for names with line ends, too", async () => {
  const trial = new Trial(() => {}, { agiStatusEvent: true });
  await trial.run(undefined, environmentText({ network_script: "a\nb" }));
  assert.match(trial.peer.commands[1]!, /^EXEC UserEvent "AGIStatus,Script: a b,/);
  assert.deepEqual(trial.log.loud, []);
});

Deno.test("a command that is still running when the script ends is warned of, and closes at once", async () => {
  const found = await unhandledRejections(async () => {
    const trial = new Trial((app, channel) => {
      app.Playback("x".repeat(200));
      channel.set("A", "b");
      channel.get("A");
    });
    assert.equal(await trial.run(() => undefined), "SUCCESS");
    assert.deepEqual(trial.peer.commands, [`EXEC Playback ${"x".repeat(200)}`]);
    const name = `EXEC Playback ${"x".repeat(66)}…`;
    assert.deepEqual(trial.log.lines, [
      `warn Script ended while "${name}" was running: is an await missing?`,
    ]);
  });
  assert.deepEqual(found, []);
});

Deno.test("a command that nobody waits for does not fail aloud when the caller hangs up", async () => {
  const found = await unhandledRejections(async () => {
    const trial = new Trial(async (app, channel) => {
      app.Playback("beep");
      channel.get("A");
      channel.command("ANSWER");
      await aborted(channel.signal);
      trial.peer.close();
    });
    const served = trial.call.serve();
    await trial.peer.say(environmentText());
    await trial.peer.readCommand();
    await trial.peer.say("511 Command Not Permitted on a dead channel\n");
    await served;
  });
  assert.deepEqual(found, []);
});

Deno.test("a farewell that Asterisk does not answer ends in time", async () => {
  const trial = new Trial(() => {}, { farewellTime: 1, onError, agiStatusEvent: true });
  assert.equal(await trial.run(() => undefined), "SUCCESS");
  assert.deepEqual(trial.peer.commands, ["SET VARIABLE LUNOPARK_STATUS SUCCESS"]);
  assert.deepEqual(trial.log.lines, [
    "debug Cannot tell Asterisk status SUCCESS: Asterisk does not answer",
  ]);
});

Deno.test("a farewell that Asterisk cuts short is no error", async () => {
  const trial = new Trial(() => {});
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  await trial.peer.readCommand();
  trial.peer.close();
  assert.equal(await served, "SUCCESS");
  assert.deepEqual(trial.log.loud, []);
});

Deno.test("stop() rejects the script's commands, fires its signal and closes", async () => {
  const trial = new Trial(async (app, channel) => {
    const waiting = app.WaitExten();
    trial.call.stop();
    assert.equal((channel.signal.reason as HangupError).reason, "stopped");
    await waiting;
  });
  assert.equal(await trial.run(), "HANGUP");
  assert.deepEqual(trial.log.loud, []);
});

Deno.test("stop() before the environment ends the call before it began", async () => {
  const trial = new Trial(() => assert.fail("no script"));
  const served = trial.call.serve();
  trial.call.stop();
  assert.equal(await served, undefined);
});

Deno.test("an observer is told each command of a call, its reply and its end", async () => {
  const told: string[] = [];
  const tell = (text: string) => void told.push(text);
  const observer: CallObserver = {
    begun: (call) => tell(`begun ${call.script}`),
    sent: (_call, line) => tell(`sent ${line}`),
    answered: (_call, line, reply) => tell(`answered ${line}: ${reply?.code}`),
    left: (_call, reason) => tell(`left ${reason}`),
    ended: (_call, status, error) => tell(`ended ${status} ${error ?? ""}`.trimEnd()),
  };
  const trial = new Trial(async (app) => {
    await app.Answer();
    throw new Error("no");
  }, { observer });
  await trial.run();
  assert.deepEqual(told, [
    "begun subroutine",
    "sent EXEC Answer",
    "answered EXEC Answer: 200",
    "sent SET VARIABLE LUNOPARK_STATUS ERROR",
    "answered SET VARIABLE LUNOPARK_STATUS ERROR: 200",
    "ended ERROR Error: no",
  ]);
});

Deno.test("an observer is told why the channel left, and of a command without reply", async () => {
  const told: string[] = [];
  const observer = observeBy([{
    begun: () => {},
    sent: (_call, line) => void told.push(`sent ${line}`),
    answered: (_call, line, reply) => void told.push(`answered ${line}: ${reply?.code}`),
    left: (_call, reason) => void told.push(`left ${reason}`),
    ended: (_call, status) => void told.push(`ended ${status}`),
  }, { begun() {}, sent() {}, answered() {}, left() {}, ended() {} }], assert.ifError);
  const trial = new Trial((app) => app.Answer(), { observer });
  const served = trial.call.serve();
  await trial.peer.say(environmentText());
  await trial.peer.say("HANGUP\n");
  await turn();
  trial.call.stop();
  assert.equal(await served, "HANGUP");
  assert.deepEqual(told, [
    "sent EXEC Answer",
    "left hangup",
    "answered EXEC Answer: undefined",
    "ended HANGUP",
  ]);
});

Deno.test("a call has its replies and its end although those who watch it throw", async () => {
  const fail = () => {
    throw new Error("no");
  };
  const errors: unknown[] = [];
  const broken = { begun: fail, sent: fail, answered: fail, left: fail, ended: fail };
  const observer = observeBy([broken], (error) => errors.push(error));
  const trial = new Trial((app) => app.Answer(), { observer });
  assert.equal(await trial.run(), "SUCCESS");
  assert.equal(errors.length, 6);
});

Deno.test("a call is over although nobody can say whether there is room, or a script like it", async () => {
  const fail = () => {
    throw new Error("no");
  };
  for (const [admit, suggestScript] of [[fail, undefined], [undefined, fail]] as const) {
    const peer = new AgiPeer();
    const log = new LogBook();
    const over: unknown[] = [];
    const services = { ...new Trial(undefined).services, log, suggestScript };
    const host = { admit, over: (_call: unknown, status: unknown) => over.push(status) };
    const served = new Call<string>(peer.stream, services, host).serve();
    await peer.say(environmentText());
    await peer.answerAll();
    assert.equal(await served, "ERROR");
    assert.deepEqual([over, log.loud], [["ERROR"], ["error Script failed"]]);
  }
});
