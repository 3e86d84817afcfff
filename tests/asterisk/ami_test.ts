/**
 * The AMI role: lists, commands, variables, events, and logins of all kinds.
 */
import assert from "node:assert/strict";
import {
  ActionFailedError,
  ami,
  type App,
  type Channel,
  NotConnectedError,
  OriginateFailedError,
} from "lunopark";
import {
  inCall,
  onAsterisk,
  onEachTransport,
  openScene,
  type Pbx,
  type Scene,
  until,
  within,
} from "./support.ts";

/** Starts Lunopark with the AMI role alone. */
async function openManager(asterisk: Pbx, user = "admin"): Promise<Scene> {
  return await openScene(asterisk, {}, { role: "ami", user });
}

onEachTransport("a list action resolves to its items", async (asterisk) => {
  await inCall(asterisk, async (_app, channel) => {
    const status = await ami.Status();
    assert.ok(
      status.some(({ Channel, Uniqueid }) =>
        Channel === channel.name && Uniqueid === channel.uniqueid
      ),
    );
    assert.ok(status.every(({ Event }) => Event === "Status"));
    assert.equal(status.complete["ListItems"], `${status.length}`);

    const channels = await ami.coreshowchannels();
    assert.equal(channels.length, status.length);
    assert.ok(channels.every(({ Event }) => Event === "CoreShowChannel"));

    const queues = await ami.queuestatus({ queue: "support" });
    assert.deepEqual(queues.map(({ Event, headers }) => [Event, headers.get("Name")]), [
      ["QueueParams", undefined],
      ["QueueMember", "Alice"],
      ["QueueMember", "Bob"],
    ]);
    assert.deepEqual(
      (await ami.action("QueueStatus", { Queue: "no-such-queue" })).map(({ Event }) => Event),
      [],
    );
    const [fax] = await ami.FAXStats();
    assert.equal(fax?.Event, "FAXStats");
  });
});

onAsterisk("a CLI command resolves to its output, or is rejected with it", async (asterisk) => {
  await using scene = await openManager(asterisk);
  const manager = scene.server.ami;
  const { output } = await manager.command({ command: "dialplan show after" });
  assert.match(output[0] ?? "", /Context 'after'/);
  assert.ok(output.length > 5);
  const error = await manager.command({ command: "dialplan show no-such-context" })
    .then(() => assert.fail("resolved"), (error: unknown) => error);
  assert.ok(error instanceof ActionFailedError, String(error));
  assert.match(error.response.output.join("\n"), /no existence of 'no-such-context'/);
  await assert.rejects(manager.Command({ Command: "no such command" }), {
    name: "ActionFailedError",
    message: /No such command/,
  });
});

onAsterisk("what Asterisk refuses is an error with its response", async (asterisk) => {
  await using scene = await openManager(asterisk);
  const manager = scene.server.ami;
  const error = await manager.hangup({ channel: "nobody" })
    .then(() => assert.fail("resolved"), (error: unknown) => error);
  assert.ok(error instanceof ActionFailedError, String(error));
  assert.equal(error.action, "hangup");
  assert.equal(error.response["Message"], "No such channel");
  await assert.rejects(manager.action("NoSuchAction"), { name: "ActionFailedError" });
  assert.equal((await manager.ping())["Ping"], "Pong");
});

onEachTransport("headers that are repeated are all there", async (asterisk) => {
  await inCall(asterisk, async (_app, channel, { witness }) => {
    await channel.set("FIRST", "1");
    await channel.set("SECOND", "2");
    const [status] = await ami.status({ channel: channel.name, variables: "FIRST,SECOND" });
    assert.deepEqual(status?.headers.getAll("variable"), ["FIRST=1", "SECOND=2"]);
    const event = ami.waitFor("userevent", ({ UserEvent }) => UserEvent === "Twice");
    await witness.action("UserEvent", { UserEvent: "Twice", Value: ["a", "b"], Event: "Fake" });
    const { Event, Value, headers } = await within("the event", event);
    assert.deepEqual([Event, Value, headers.getAll("Value")], ["UserEvent", "a", ["a", "b"]]);
  });
});

const values = {
  COMMAS: "one,two,,three",
  QUOTES: "say \"hi\" and 'bye'",
  BACKSLASHES: "\\ back\\slash\\\\",
  PARENTHESES: "(a) b) ((c",
  BRACKETS: "[a] b] [[c",
  UNICODE: "žluťoučký kůň 電話 🎉",
  EQUALS: "a=b&c=d;e",
  EXPRESSION: "${CHANNEL} $[1+1]",
  BLANKS: "a  b",
  EMPTY: "",
};

onEachTransport("variables reach the far leg of a call as they were given", async (asterisk) => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const script = async (_app: App, channel: Channel): Promise<void> => {
    for (const [name, value] of Object.entries(values)) {
      assert.equal(await channel.getFull(name), value, name);
      const read = await channel.ami.getvar({ channel: channel.name, variable: name });
      assert.equal(read["Value"], value, name);
    }
    for (const [name, value] of Object.entries(values)) {
      await channel.ami.setvar({ channel: channel.name, variable: `${name}_2`, value });
      assert.equal(await channel.getFull(`${name}_2`), value, name);
    }
  };
  await using scene = await openScene(asterisk, {
    script: (app: App, channel: Channel) => script(app, channel).then(resolve, reject),
  });
  const variable = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`__${name}`, value]),
  );
  await scene.server.ami.originate({
    channel: "Local/script@agi/n",
    context: "sink",
    exten: "answer",
    priority: 1,
    variable,
  });
  await within("the end of the handler", promise);
});

/** What becomes of calls to extensions of `sink`. */
const outcomes = [
  { exten: "answer", reason: undefined },
  { exten: "busy", reason: "busy" },
  { exten: "congestion", reason: "congestion" },
  { exten: "cause1", reason: "failed" },
  { exten: "nobody-there", reason: "failed" },
  { exten: "ring", reason: "noanswer", timeout: 300 },
] as const;

onAsterisk("Originate tells when each of many calls is answered, or why not", async (asterisk) => {
  await using scene = await openManager(asterisk);
  const manager = scene.server.ami;
  const orders = [...outcomes, ...outcomes, ...outcomes].map((order) => ({
    order,
    call: manager.Originate({
      Channel: `Local/${order.exten}@sink/n`,
      Application: "Wait",
      Data: 60,
      ...("timeout" in order ? { Timeout: order.timeout } : {}),
    }),
  }));
  for (const { order: { exten, reason }, call } of orders) {
    const accepted = await within("the order", call);
    const came = await within(`the end of ${exten}`, call.answered.catch((error) => error));
    if (reason === undefined) {
      assert.equal(came.Response, "Success");
      assert.equal(came.ActionID, accepted.ActionID);
      assert.match(came.Channel, /^Local\/answer@sink-\w+;1$/);
      await manager.hangup({ channel: came.Channel });
    } else {
      assert.ok(came instanceof OriginateFailedError, `${exten}: ${came}`);
      assert.equal(came.reason, reason, exten);
      assert.equal(came.event.ActionID, accepted.ActionID);
      assert.ok(came.message.includes(`"Local/${exten}@sink/n"`), came.message);
    }
  }
});

onAsterisk(
  "an Originate that is refused, or not asynchronous, is never answered",
  async (asterisk) => {
    await using scene = await openManager(asterisk);
    const manager = scene.server.ami;
    const refused = manager.originate({ channel: "nonsense", application: "Wait" });
    await assert.rejects(refused, { name: "ActionFailedError", message: /Invalid channel/ });
    await assert.rejects(refused.answered, { name: "ActionFailedError" });
    const direct = manager.originate({
      ...{ channel: "Local/stay1@sink/n", application: "Wait", data: 60, async: false },
    });
    assert.equal((await within("the answer", direct))["Response"], "Success");
    await assert.rejects(direct.answered, TypeError);
  },
);

onEachTransport("a call can be sent elsewhere by an action in lower case", async (asterisk) => {
  await inCall(asterisk, async (_app, channel, { witness }) => {
    const { name } = channel;
    await ami.redirect({ channel: name, context: "after", exten: "100", priority: 1 });
    await witness.event("Newexten", { Channel: name, Context: "after", Exten: "100" });
  }, { config: { hangupGrace: 3_600_000 } });
});

onAsterisk("events can be waited for, and iterated over", async (asterisk) => {
  await using scene = await openManager(asterisk);
  const manager = scene.server.ami;
  const send = (number: number) =>
    scene.witness.action("UserEvent", { UserEvent: "Count", Number: `${number}` });

  const third = manager.waitFor("UserEvent", ({ Number }) => Number === "3");
  const numbers: (string | undefined)[] = [];
  const events = manager.events("userevent");
  for (let number = 1; number <= 5; number++) await send(number);
  assert.equal((await within("the third event", third))["Number"], "3");
  for await (const event of events) {
    numbers.push(event["Number"]);
    if (numbers.length === 5) break;
  }
  assert.deepEqual(numbers, ["1", "2", "3", "4", "5"]);
  assert.deepEqual(manager.listEvents(), {});

  const abort = new AbortController();
  const never = manager.waitFor("NoSuchEvent", undefined, { signal: abort.signal });
  abort.abort(new Error("enough"));
  await assert.rejects(never, { message: "enough" });

  const heard: string[] = [];
  manager.addEvents({
    userevent: ({ UserEvent }) => heard.push(`userevent ${UserEvent}`),
    default: ({ Event }) => heard.push(`default ${Event}`),
  });
  manager.addEvent("*", ({ Event }) => heard.push(`* ${Event}`), "all");
  await send(6);
  await scene.witness.action("Originate", {
    ...{ Channel: "Local/answer@sink/n", Application: "Hangup", Async: "true" },
  });
  await until("all have heard", () => heard.includes("* Hangup"));
  assert.ok(heard.includes("userevent Count") && heard.includes("* UserEvent"));
  assert.ok(heard.includes("default Newchannel") && !heard.includes("default UserEvent"));
  manager.removeEvents("*");
  assert.deepEqual(Object.keys(manager.listEvents()), ["*"]);
});

onAsterisk("the role ami alone works, and takes no calls", async (asterisk) => {
  await using scene = await openManager(asterisk);
  assert.equal(scene.server.address, undefined);
  assert.match(scene.server.ami.version ?? "", /^\d+\.\d+\.\d+$/);
  assert.equal((await scene.server.ami.getvar({ variable: "TEST" }))["Value"], "global-value");
});

onAsterisk("the role agi alone takes calls, and says what ami lacks", async (asterisk) => {
  await inCall(asterisk, async (app, channel) => {
    await app.NoOp();
    assert.equal(await channel.get("CHANNEL"), channel.name);
    const lacks = {
      name: "NotConnectedError",
      message: /runs the role "agi" alone, set role to "both"/,
    };
    await assert.rejects(async () => await channel.ami.getvar({ variable: "TEST" }), lacks);
    await assert.rejects(async () => await ami.getvar({ variable: "TEST" }), lacks);
  }, { config: { role: "agi" } });
});

for (
  const { what, config } of [
    { what: "a wrong secret", config: { secret: "wr0ng-s3cret" } },
    { what: "a wrong secret in plain text", config: { secret: "wr0ng-s3cret", secure: false } },
    { what: "an address that is refused", config: { user: "elsewhere" } },
    { what: "a user who is not known", config: { user: "nobody" } },
  ]
) {
  onAsterisk(`${what} is one clear line, and calls are served`, async (asterisk) => {
    const { log } = await inCall(asterisk, async (_app, channel, scene) => {
      await scene.log.first("a line about it", (line) => /ERROR/.test(line));
      const { user = "admin" } = config as { user?: string };
      const errors = scene.log.all.filter((line) => /ERROR|WARN/.test(line));
      assert.equal(errors.length, 1, errors.join("\n"));
      assert.match(
        errors[0]!,
        new RegExp(
          `No AMI connection to \\S+: Cannot log in to AMI as "${user}": Authentication failed`,
        ),
      );
      assert.equal(await channel.get("CHANNEL"), channel.name);
      await assert.rejects(channel.ami.ping(), NotConnectedError);
      return scene;
    }, { config });
    assert.ok(!log.all.join("\n").includes("wr0ng"));
  });
}

onEachTransport("a login in plain text works", async (asterisk) => {
  await inCall(asterisk, async (_app, channel) => {
    assert.equal((await channel.ami.ping())["Ping"], "Pong");
  }, { config: { secure: false } });
});

onAsterisk("a user who is logged in already is refused by name", async (asterisk) => {
  await using first = await openManager(asterisk, "single");
  await using second = await openScene(asterisk, {}, { role: "ami", user: "single" });
  await second.log.first(
    "a line about it",
    (line) => /ERROR .*Cannot log in to AMI as "single"/.test(line),
  );
  assert.equal((await first.server.ami.ping())["Ping"], "Pong");
});

onAsterisk("a user without events can do everything else", async (asterisk) => {
  await inCall(asterisk, async (app, channel, { witness, server }) => {
    await app.Answer();
    await channel.set("OWN", "1");
    const read = await channel.ami.getvar({ channel: channel.name, variable: "OWN" });
    assert.equal(read["Value"], "1");
    assert.ok((await channel.ami.status()).length >= 2);
    await witness.action("UserEvent", { UserEvent: "Unheard" });
    await witness.event("UserEvent", { UserEvent: "Unheard" });
    assert.equal((await channel.ami.ping())["Ping"], "Pong");
    assert.equal(server.status.ami?.events, 0);
  }, { config: { user: "actions" } });
});
