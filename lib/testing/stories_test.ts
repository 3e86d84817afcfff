import assert from "node:assert/strict";
import type { App, Channel } from "lunopark";
import { type DialOutcome, fakeAsterisk } from "./mod.ts";

Deno.test("the parts of a call reach the handler", async () => {
  const seen: Record<string, unknown> = {};
  const look = (_app: App, channel: Channel) => {
    Object.assign(seen, {
      callerid: channel.callerid,
      name: channel.calleridname,
      dnid: channel.dnid,
      args: [...channel.args],
      lang: channel.query.get("lang"),
      version: channel.version,
      extension: channel.extension,
      account: channel.accountcode,
    });
  };
  await using pbx = await fakeAsterisk({ handler: { look }, version: "16" });
  const call = pbx.call("look", {
    callerid: '"O\'Neil, Žofie" <+420123>',
    args: ["one, two", 'say "hi"', 3],
    query: { lang: "č & š" },
    dnid: "555",
    accountcode: "acc",
  });
  assert.equal((await call.ended).status, "SUCCESS");
  assert.deepEqual(seen, {
    callerid: "+420123",
    name: "O'Neil, Žofie",
    dnid: "555",
    args: ["one, two", 'say "hi"', "3"],
    lang: "č & š",
    version: "16.28.0~dfsg-0+deb11u4",
    extension: "555",
    account: "acc",
  });
});

const values = [
  "",
  "plain",
  'say "hi" \\ (a)b)c) ${X} $[1+1]',
  "a)b:c",
  "žluťoučký 你🎉",
  "v".repeat(5_000),
];
for (const transport of ["agi", "async"] as const) {
  Deno.test(`values of any kind are read as they were set, over ${transport}`, async () => {
    const read: (string | undefined)[] = [];
    const copy = async (_app: App, channel: Channel) => {
      for (const name of ["V0", "V1", "V2", "V3", "V4", "V5"]) {
        read.push(await channel.getFull(name));
      }
    };
    await using pbx = await fakeAsterisk({ handler: { copy }, transport });
    const call = pbx.call("copy", {
      vars: Object.fromEntries(values.map((value, index) => [`V${index}`, value])),
    });
    assert.equal((await call.ended).status, "SUCCESS");
    assert.deepEqual(read, values);
  });
}

const outcomes: [DialOutcome, status: string, cause: string][] = [
  ["ANSWER", "ANSWER", "16"],
  ["BUSY", "BUSY", "17"],
  ["CONGESTION", "CONGESTION", "34"],
  ["NOANSWER", "NOANSWER", "0"],
  ["CHANUNAVAIL", "CHANUNAVAIL", "20"],
];
for (const [outcome, status, cause] of outcomes) {
  Deno.test(`who is called and says ${outcome} is ${status} to the handler`, async () => {
    const dial = async (app: App, channel: Channel) => {
      await app.Dial("PJSIP/201", 30, "g");
      await channel.set("CAUSE", await channel.get("HANGUPCAUSE") ?? "");
    };
    await using pbx = await fakeAsterisk({ handler: { dial } });
    pbx.phone("PJSIP/201", outcome, { after: 2_000, talk: 60_000 });
    const { variables, duration } = await pbx.call("dial").ended;
    assert.equal(variables["DIALSTATUS"], status);
    if (outcome !== "NOANSWER") assert.equal(variables["CAUSE"], cause);
    if (outcome === "ANSWER") assert.equal(variables["ANSWEREDTIME"], "60");
    if (outcome === "NOANSWER") assert.equal(duration, 30_000);
    const [begin] = pbx.events.filter(({ Event }) => Event === "DialBegin");
    assert.equal(begin?.["DialString"], "201");
    const end = pbx.events.find(({ Event }) => Event === "DialEnd");
    if (outcome !== "CHANUNAVAIL") assert.equal(end?.["DialStatus"], status);
  });
}

Deno.test("the first who answers gets the call, the others stop ringing", async () => {
  const dial = async (app: App) => void await app.Dial("PJSIP/201&PJSIP/202", 30, "g");
  await using pbx = await fakeAsterisk({ handler: { dial } });
  pbx.phone("PJSIP/201", "ANSWER", { after: 5_000 }).phone("PJSIP/202", "ANSWER", { after: 1_000 });
  const { variables } = await pbx.call("dial").ended;
  assert.match(variables["DIALEDPEERNAME"] ?? "", /^PJSIP\/202-/);
  const causes = pbx.events.filter((event) =>
    event.Event === "Hangup" && event["Channel"]?.startsWith("PJSIP/201")
  );
  assert.deepEqual(causes.map((event) => event["Cause"]), ["26"]);
});

Deno.test("a callee who hangs up ends a Dial without g with -1, and the caller stays", async () => {
  const results: unknown[] = [];
  const dial = async (app: App, channel: Channel) => {
    results.push((await channel.command("EXEC", "Dial", "PJSIP/201,30")).result);
    results.push(await channel.answer());
    await app.Playback("beep");
  };
  await using pbx = await fakeAsterisk({ handler: { dial } });
  pbx.phone("PJSIP/201", "ANSWER");
  const { status, agiStatus } = await pbx.call("dial").ended;
  assert.deepEqual(results, ["-1", true]);
  assert.equal(status, "SUCCESS");
  assert.equal(agiStatus, "FAILURE");
});

Deno.test("a caller who hangs up while it rings cancels the Dial", async () => {
  const dial = async (app: App) => void await app.Dial("PJSIP/201", 30);
  await using pbx = await fakeAsterisk({ handler: { dial } });
  const call = pbx.call("dial");
  await call.expect("Dial", /^PJSIP/);
  await call.wait(3_000);
  call.hangup();
  const { variables, duration } = await call.ended;
  assert.equal(variables["DIALSTATUS"], "CANCEL");
  assert.equal(duration, 3_000);
});

Deno.test("a handler sends the call on in the dialplan", async () => {
  const route = async (_app: App, channel: Channel) => {
    await channel.command("SET CONTEXT", "after");
    await channel.command("SET EXTENSION", "s");
    await channel.command("SET PRIORITY", "label");
  };
  await using pbx = await fakeAsterisk({
    handler: { route },
    dialplan: `
[after]
exten => s,1,Set(WRONG=1)
 same => n(label),Set(SUM=$[1 + 2 * 3])
 same => n,Gosub(sub,s,1(x,y))
 same => n,GotoIf($["\${GOSUB_RETVAL}" = "x-y"]?good)
 same => n,Hangup()
 same => n(good),Set(GOOD=\${TOUPPER(yes)} \${SUM:0:1} \${LEN(\${CHANNEL})})
exten => h,1,Set(LAST=\${HANGUPCAUSE})
[sub]
exten => s,1,Return(\${ARG1}-\${ARG2})
`,
  });
  const call = pbx.call("route");
  const { variables } = await call.ended;
  assert.equal(variables["WRONG"], undefined);
  assert.equal(variables["SUM"], "7");
  assert.match(variables["GOOD"] ?? "", /^YES 7 \d+$/);
  assert.equal(variables["LAST"], "16");
});

Deno.test("onError sends a call on whose handler threw", async () => {
  const broken = () => {
    throw new Error("broken");
  };
  await using pbx = await fakeAsterisk({
    handler: { broken },
    config: { onError: { context: "sorry", extension: "s", priority: 1 } },
    dialplan: "[sorry]\nexten => s,1,Playback(sorry)\n same => n,Set(SAID=\${LUNOPARK_STATUS})\n",
  });
  const { status, variables } = await pbx.call("broken").ended;
  assert.equal(status, "ERROR");
  assert.equal(variables["SAID"], "ERROR");
});

Deno.test("the dialplan calls the script itself, and goes on behind it", async () => {
  const greet = async (app: App) => void await app.Playback("hello");
  await using pbx = await fakeAsterisk({
    handler: { greet },
    dialplan: `
[incoming]
exten => _4XX,1,AGI(agi://127.0.0.1/greet?to=\${EXTEN})
 same => n,Set(BEHIND=\${AGISTATUS} \${EXTEN})
`,
  });
  const call = pbx.dial("412@incoming", { callerid: "100" });
  await call.expect("Playback", "hello");
  assert.equal((await call.ended).variables["BEHIND"], "SUCCESS 412");
  assert.throws(
    () => pbx.dial("999@incoming"),
    /Cannot dial 999@incoming: the dialplan has no such/,
  );
});

Deno.test("digits interrupt a prompt, and those behind it wait for the next question", async () => {
  const got: unknown[] = [];
  const menu = async (app: App, channel: Channel) => {
    const played = await channel.streamFile("long-prompt", { escape: "123" });
    got.push(played);
    const { digits } = await channel.getData("pin", { max: 4, timeout: 5_000 });
    got.push(digits);
    got.push((await channel.command("EXEC", "Background", "more")).result);
    await app.WaitExten(1);
  };
  await using pbx = await fakeAsterisk({ handler: { menu }, sounds: { "long-prompt": 60_000 } });
  const call = pbx.call("menu");
  await call.digits("2");
  await call.digits("4711");
  await call.digits("9");
  await call.ended;
  assert.deepEqual(got.slice(1), ["4711", "57"]);
  assert.equal((got[0] as { digit?: string }).digit, "2");
});

Deno.test("a key that nobody waits for is lost", async () => {
  const deaf = async (app: App, channel: Channel) => {
    await app.Wait(5);
    const { digit } = await channel.waitForDigit(1_000);
    await channel.set("GOT", digit ?? "none");
  };
  await using pbx = await fakeAsterisk({ handler: { deaf } });
  const call = pbx.call("deaf");
  await call.expect("Wait");
  await call.press("7");
  assert.equal((await call.ended).variables["GOT"], "none");
});

Deno.test("the limit of a call ends it", async () => {
  const limited = async (app: App, channel: Channel) => {
    await channel.command("SET AUTOHANGUP", 10);
    await app.MusicOnHold();
  };
  await using pbx = await fakeAsterisk({ handler: { limited } });
  const { duration } = await pbx.call("limited").ended;
  assert.equal(duration, 10_000);
});

Deno.test("a queue's member takes the call", async () => {
  const queue = async (app: App) => void await app.Queue("support", "c", undefined, undefined, 60);
  await using pbx = await fakeAsterisk({
    handler: { queue },
    queues: [{ name: "support", members: [{ interface: "PJSIP/301" }] }],
  });
  pbx.phone("PJSIP/301", "ANSWER", { after: 4_000, talk: 20_000 });
  const { duration } = await pbx.call("queue", { callerid: "100" }).ended;
  assert.equal(duration, 24_000);
  const names = pbx.events.map(({ Event }) => Event);
  for (const name of ["QueueCallerJoin", "AgentConnect", "AgentComplete", "QueueCallerLeave"]) {
    assert.ok(names.includes(name), name);
  }
});

Deno.test("nobody in a queue: the time is over", async () => {
  const queue = async (app: App) => void await app.Queue("empty", "", undefined, undefined, 45);
  await using pbx = await fakeAsterisk({ handler: { queue }, queues: [{ name: "empty" }] });
  const { duration, variables } = await pbx.call("queue").ended;
  assert.equal(variables["QUEUESTATUS"], "TIMEOUT");
  assert.equal(duration, 45_000);
});

Deno.test("a conference lasts as long as its members", async () => {
  const meet = async (app: App) => void await app.ConfBridge("room");
  await using pbx = await fakeAsterisk({ handler: { meet } });
  const [one, two] = [pbx.call("meet", { callerid: "101" }), pbx.call("meet", { callerid: "102" })];
  await pbx.event("ConfbridgeJoin", { CallerIDNum: "102" });
  await one.wait(60_000);
  one.hangup();
  await one.ended;
  two.hangup();
  await two.ended;
  await pbx.event("ConfbridgeEnd", { Conference: "room" });
});

Deno.test("a call placed by AMI runs its script", async () => {
  const campaign = async (app: App, channel: Channel) => {
    await app.Playback("offer");
    await channel.set("HEARD", channel.args[0] ?? "");
  };
  await using pbx = await fakeAsterisk({ handler: { campaign } });
  pbx.phone("PJSIP/401", "ANSWER", { talk: Infinity });
  const { ami } = pbx.lunopark!;
  await ami.Originate({
    Channel: "PJSIP/401",
    Application: "AGI",
    Data: "agi://127.0.0.1/campaign,first",
    Async: "true",
  });
  const response = await pbx.event("OriginateResponse");
  assert.equal(response["Response"], "Success");
  await pbx.event("VarSet", { Variable: "HEARD", Value: "first" });
  await pbx.event("Hangup");
});

Deno.test("an application of the test takes the place of the simulator's", async () => {
  const record = async (app: App, channel: Channel) => {
    await app.exec("MyRecorder", "file", 5);
    await channel.set("AFTER", "yes");
  };
  await using pbx = await fakeAsterisk({ handler: { record } });
  const seen: string[] = [];
  pbx.on("MyRecorder", async ({ args, set, sleep }) => {
    seen.push(...args);
    set("RECORDED", String(await sleep(5_000)));
  });
  const { variables, duration } = await pbx.call("record").ended;
  assert.deepEqual(seen, ["file", "5"]);
  assert.equal(variables["RECORDED"], "true");
  assert.equal(duration, 5_000);
});

Deno.test("an application that Asterisk does not have is answered with -2", async () => {
  const odd = async (_app: App, channel: Channel) => {
    const { result } = await channel.command("EXEC", "NoSuchThing", "x");
    await channel.set("RESULT", result);
  };
  await using pbx = await fakeAsterisk({ handler: { odd } });
  assert.equal((await pbx.call("odd").ended).variables["RESULT"], "-2");
});

Deno.test("calls at the same time do not disturb each other", async () => {
  const menu = async (_app: App, channel: Channel) => {
    const { digits } = await channel.getData("menu", { max: 3, timeout: 10_000 });
    await channel.set("GOT", digits);
  };
  await using pbx = await fakeAsterisk({ handler: { menu } });
  const results = await Promise.all(Array.from({ length: 50 }, async (_, number) => {
    const digits = String(100 + number);
    const call = pbx.call("menu", { callerid: digits });
    await call.expect("GET DATA");
    await call.digits(digits);
    return (await call.ended).variables["GOT"] === digits;
  }));
  assert.ok(results.every(Boolean));
});

for (const [keys, went] of [["2", "two"], ["123", "long"], ["7", "invalid"], ["", "timeout"]]) {
  Deno.test(`a menu of the dialplan goes to ${went} by the keys "${keys}"`, async () => {
    const nothing = () => {};
    await using pbx = await fakeAsterisk({
      handler: { nothing },
      dialplan: `
[menu]
exten => s,1,Answer()
 same => n,Background(choose)
 same => n,WaitExten(3)
exten => 2,1,Set(WENT=two)
exten => _1XX,1,Set(WENT=long)
exten => i,1,Set(WENT=invalid)
exten => t,1,Set(WENT=timeout)
`,
    });
    const call = pbx.dial("s@menu");
    if (keys) await call.digits(keys);
    assert.equal((await call.ended).variables["WENT"], went);
  });
}
