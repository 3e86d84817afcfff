import assert from "node:assert/strict";
import {
  ami,
  type App,
  type Channel,
  type Config,
  type HandlerModule,
  HangupError,
  type Lunopark,
  NotConnectedError,
  startLunopark,
} from "lunopark";
import { runInScope } from "../lib/handlers/scope.ts";
import { openLog, silentLog } from "../lib/log.ts";
import { type AnswerAction, FakeAmi, placeCall } from "./support/fake_pbx.ts";

/** A Lunopark on free ports with its fake Asterisk, and what it logged. */
async function withLunopark(
  handlers: HandlerModule,
  body: (parts: { server: Lunopark; pbx: FakeAmi; address: string; lines: string[] }) => unknown,
  config: Config = {},
  answer?: AnswerAction,
): Promise<void> {
  await using pbx = new FakeAmi(answer);
  const lines: string[] = [];
  const ready = Promise.withResolvers<void>();
  const log = openLog({ level: "debug", write: (line) => lines.push(line) });
  const server = await startLunopark(
    { host: pbx.host, listen: "127.0.0.1:0", stopGrace: 1_000, ...config },
    { handlers, log },
  );
  if (config.role === "agi") ready.resolve();
  else server.ami.addEvent("ami:ready", () => ready.resolve());
  try {
    await ready.promise;
    await body({ server, pbx, address: server.address ?? "", lines });
  } finally {
    await server.stop();
    log.close();
  }
}

Deno.test("a call is answered, read, and dialled on, as the seed's handler says", async () => {
  const handlers = {
    async subroutine(app: App, channel: Channel) {
      await app.Answer();
      await app.Read("PIN", "beep", 4, undefined, undefined, 8);
      const pin = await channel.get("PIN");
      await app.Verbose(`User entered ${pin}`);
      if (pin !== "0000") {
        await app.Verbose("Wrong pin code ...");
        return;
      }
      await app.Dial("PJSIP/1234", 120, "gr");
    },
  };
  await withLunopark(handlers, async ({ address, server }) => {
    for (const pin of ["0000", "1234"]) {
      const call = await placeCall(
        address,
        {},
        (line) => line === "GET VARIABLE PIN" ? `200 result=1 (${pin})` : "200 result=0",
      );
      await call.closed;
      assert.deepEqual(call.commands, [
        "EXEC Answer",
        "EXEC Read PIN,beep,4,,,8",
        "GET VARIABLE PIN",
        `EXEC Verbose "User entered ${pin}"`,
        pin === "0000" ? "EXEC Dial PJSIP/1234,120,gr" : 'EXEC Verbose "Wrong pin code ..."',
        "SET VARIABLE LUNOPARK_STATUS SUCCESS",
      ]);
    }
    assert.equal(server.status.ended["SUCCESS"], 2);
    assert.deepEqual(server.status.calls, []);
  });
});

Deno.test("what Asterisk says about a call is on its channel, arguments and query too", async () => {
  const seen: unknown[] = [];
  const handlers = {
    default: {
      "ivr/:lang": (_app: App, channel: Channel) => {
        seen.push(
          channel.name,
          channel.channel,
          channel.callerid,
          channel.uniqueid,
          channel.script,
          channel.params["lang"],
          channel.query.get("a"),
          channel.args,
        );
      },
    },
  };
  await withLunopark(handlers, async ({ address }) => {
    const values = { network_script: "ivr/cs?a=1&b=two", callerid: "555" };
    const call = await placeCall(address, values, undefined, ["first", ""]);
    await call.closed;
    const name = "PJSIP/100-00000001";
    assert.deepEqual(seen, [name, name, "555", "1795375793.7", "ivr/cs", "cs", "1", ["first", ""]]);
  });
});

Deno.test("a handler sees and steers the PBX while it steers its call", async () => {
  const seen: string[] = [];
  const handlers = {
    async subroutine(_app: App, channel: Channel) {
      seen.push((await ami.getvar({ variable: "TEST" }))["Value"] ?? "");
      seen.push((await channel.ami.Getvar({ Variable: "TEST" }))["Value"] ?? "");
      const channels = await ami.CoreShowChannels();
      seen.push(channels.map((item) => item["Channel"]).join());
    },
  };
  const answer: AnswerAction = ({ action, actionid }) =>
    action === "CoreShowChannels"
      ? [
        "Response: Success\r\nEventList: start",
        `Event: CoreShowChannel\r\nActionID: ${actionid}\r\nChannel: PJSIP/1`,
        `Event: CoreShowChannel\r\nActionID: ${actionid}\r\nChannel: PJSIP/2`,
        `Event: CoreShowChannelsComplete\r\nActionID: ${actionid}\r\nEventList: Complete`,
      ]
      : ["Response: Success\r\nValue: 42"];
  await withLunopark(
    handlers,
    async ({ address, server }) => {
      await (await placeCall(address)).closed;
      assert.deepEqual(seen, ["42", "42", "PJSIP/1,PJSIP/2"]);
      assert.equal(server.status.ami?.state, "ready");
    },
    {},
    answer,
  );
});

Deno.test("a caller who hangs up ends his script, and dead-channel commands still work", async () => {
  const seen: unknown[] = [];
  const handlers = {
    async subroutine(app: App, channel: Channel) {
      channel.signal.addEventListener("abort", () => seen.push(channel.hangupReason));
      seen.push(await app.Wait(60));
      await channel.get("CHANNEL");
      await channel.command("ANSWER");
    },
  };
  await withLunopark(handlers, async ({ address, pbx, server }) => {
    const call = await placeCall(address, {}, (line) => {
      if (line.startsWith("EXEC Wait")) return undefined;
      if (line.startsWith("ANSWER")) return "511 Command Not Permitted on a dead channel";
      return "200 result=1 (x)";
    });
    await call.came("EXEC Wait");
    await pbx.tell("Event: HangupRequest", "Uniqueid: 1795375793.7");
    await call.say("200 result=-1\nHANGUP");
    await call.closed;
    assert.deepEqual(seen, [-1, "hangup"]);
    assert.deepEqual(call.commands.slice(1), [
      "GET VARIABLE CHANNEL",
      "ANSWER",
      "SET VARIABLE LUNOPARK_STATUS HANGUP",
    ]);
    assert.equal(server.status.ended["HANGUP"], 1);
  });
});

Deno.test("a call that was redirected is freed at once, and its handler told why", async () => {
  const seen: unknown[] = [];
  const ended = Promise.withResolvers<void>();
  const handlers = {
    async subroutine(app: App, channel: Channel) {
      try {
        await app.Wait(60);
        await new Promise((resolve) => channel.signal.addEventListener("abort", resolve));
        await channel.get("CHANNEL");
      } catch (error) {
        seen.push(error instanceof HangupError && error.reason, channel.signal.reason.reason);
      } finally {
        ended.resolve();
      }
    },
  };
  const answer: AnswerAction = ({ action, actionid }) =>
    action === "Status"
      ? [
        "Response: Success\r\nEventList: start",
        `Event: Status\r\nActionID: ${actionid}\r\nUniqueid: 1795375793.7\r\n` +
        "Variable: CONTEXT=after\r\nVariable: EXTEN=s\r\nVariable: PRIORITY=1",
        `Event: StatusComplete\r\nActionID: ${actionid}\r\nEventList: Complete`,
      ]
      : ["Response: Success"];
  await withLunopark(
    handlers,
    async ({ address }) => {
      const call = await placeCall(address, {}, () => undefined);
      await call.came("EXEC Wait");
      await call.say("200 result=-1\nHANGUP");
      await call.closed;
      await ended.promise;
      assert.deepEqual(seen, ["redirected", "redirected"]);
      assert.deepEqual(call.commands, ["EXEC Wait 60"]);
    },
    {},
    answer,
  );
});

Deno.test("a handler that throws costs its own call and a log line", async () => {
  const handlers = {
    bad() {
      throw new Error("no such luck");
    },
    async good(app: App) {
      await app.NoOp();
    },
  };
  const config: Config = {
    onError: { context: "after", extension: "s", priority: "sorry" },
    agiStatusEvent: true,
  };
  await withLunopark(handlers, async ({ address, lines }) => {
    const good = await placeCall(address, { network_script: "good" });
    const bad = await placeCall(address, { network_script: "bad" });
    await Promise.all([good.closed, bad.closed]);
    assert.deepEqual([...bad.commands].sort(), [
      'EXEC UserEvent "AGIStatus,Script: bad,Channel: PJSIP/100-00000001,Status: ERROR"',
      "SET CONTEXT after",
      "SET EXTENSION s",
      "SET PRIORITY sorry",
      "SET VARIABLE LUNOPARK_STATUS ERROR",
    ]);
    assert.ok(good.commands.includes("SET VARIABLE LUNOPARK_STATUS SUCCESS"));
    assert.match(lines.join("\n"), /ERROR .*Script failed.*script=bad.*no such luck/s);
  }, config);
});

Deno.test("a script that is not there lets the dialplan go on, whatever its name", async () => {
  const handlers = { subroutine() {} };
  await withLunopark(handlers, async ({ address, lines }) => {
    for (const name of ["nosuch", "constructor", "__proto__", "../../etc/passwd", ""]) {
      const call = await placeCall(address, { network_script: name });
      await call.closed;
      assert.deepEqual(call.commands, ["SET VARIABLE LUNOPARK_STATUS NOSCRIPT"], name);
    }
    assert.match(lines.join("\n"), /WARN .*No script "constructor"/);
  });
});

Deno.test("actions that wait are rejected when the line ends, and the client comes back", async () => {
  const waits = Promise.withResolvers<void>();
  const answer: AnswerAction = ({ action }) => {
    if (action !== "WaitEvent") return ["Response: Success"];
    waits.resolve();
    return [];
  };
  await withLunopark(
    { subroutine() {} },
    async ({ pbx, server }) => {
      const { ami } = server;
      const back = Promise.withResolvers<void>();
      const waiting = ami.WaitEvent({ Timeout: 60 });
      const failed = assert.rejects(waiting, NotConnectedError);
      await waits.promise;
      ami.addEvent("ami:ready", () => back.resolve());
      pbx.drop();
      await failed;
      await assert.rejects(ami.Ping(), {
        name: "NotConnectedError",
        message: 'Cannot send action "Ping": AMI connection is waiting to reconnect',
      });
      await back.promise;
      await ami.Ping();
    },
    {},
    answer,
  );
});

Deno.test("role agi serves calls without AMI, and says so when it is used", async () => {
  const seen: unknown[] = [];
  const handlers = {
    subroutine(_app: App, channel: Channel) {
      for (const use of [() => ami.Ping(), () => channel.ami.Ping()]) {
        try {
          use();
        } catch (error) {
          seen.push((error as Error).message);
        }
      }
    },
  };
  await withLunopark(handlers, async ({ address, pbx, server }) => {
    await (await placeCall(address)).closed;
    const message = "Cannot use ami.Ping: Lunopark has no AMI role, " +
      'it runs the role "agi" alone, set role to "both"';
    assert.deepEqual(seen, [message, message]);
    assert.equal(pbx.requests.length, 0);
    assert.equal(server.status.ami, undefined);
  }, { role: "agi" });
});

Deno.test("role ami listens to events and takes no calls", async () => {
  const heard = Promise.withResolvers<string | undefined>();
  await withLunopark({}, async ({ pbx, server }) => {
    assert.equal(server.address, undefined);
    server.ami.addEvent("hangup", (event) => heard.resolve(event["Channel"]));
    await pbx.tell("Event: Hangup", "Channel: PJSIP/7");
    assert.equal(await heard.promise, "PJSIP/7");
  }, { role: "ami" });
});

Deno.test("a stop lets calls end, and ends those that do not", async () => {
  const seen: unknown[] = [];
  const handlers = {
    async quick(app: App) {
      await app.Wait(1);
    },
    async slow(app: App, channel: Channel) {
      channel.signal.addEventListener("abort", () => seen.push(channel.hangupReason));
      await app.Wait(60);
    },
  };
  await withLunopark(handlers, async ({ server, address, lines }) => {
    const quick = await placeCall(address, { network_script: "quick" }, () => undefined);
    const slow = await placeCall(address, { network_script: "slow" }, () => undefined);
    await Promise.all([quick.came("EXEC"), slow.came("EXEC")]);
    assert.equal(server.status.calls.length, 2);
    const stopped = server.stop();
    await quick.say("200 result=0");
    await quick.came("SET VARIABLE LUNOPARK_STATUS SUCCESS");
    await quick.say("200 result=1");
    await Promise.all([quick.closed, slow.closed, stopped]);
    assert.deepEqual(seen, ["stopped"]);
    assert.match(lines.join("\n"), /WARN .*Ending call.*script=slow/);
    await assert.rejects(placeCall(address), Deno.errors.ConnectionRefused);
  });
});

Deno.test("a port that is taken is one clear line", async () => {
  const other = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const listen = `127.0.0.1:${other.addr.port}`;
  await assert.rejects(
    startLunopark({ role: "agi", listen, level: "error" }, { handlers: { subroutine() {} } }),
    {
      name: "LunoparkError",
      message: `Cannot take calls at ${listen}: another process has that port`,
    },
  );
  other.close();
});

Deno.test('a listener of a second Lunopark in the process is not told "AMI connection is stopped"', async () => {
  // Deno leaves the event loop in the scope in which handlers were loaded.
  await withLunopark({ first() {} }, async ({ server }) => {
    await runInScope({ ami: server.ami, log: silentLog }, async () => {
      await server.stop();
      const states: string[] = [];
      await withLunopark({ second() {} }, async ({ server: second, pbx }) => {
        const told = Promise.withResolvers<void>();
        second.ami.addEvent("Hangup", () => {
          states.push(ami.state);
          told.resolve();
        });
        await pbx.tell("Event: Hangup", "Channel: PJSIP/7");
        await told.promise;
      });
      assert.deepEqual(states, ["ready"]);
    });
  });
});
