/**
 * `ami.channels` against what Asterisk says of its channels: through calls, bridges, transfers,
 * redirects and hangups, over cuts of the connection and restarts.
 */
import assert from "node:assert/strict";
import type { Ami, AmiChannel, AmiEvent } from "lunopark";
import { ActionFailedError } from "lunopark";
import { bareName } from "../../lib/ami/channel_snapshot.ts";
import { onAsterisk, openScene, type Pbx, type Scene, Service, until, within } from "./support.ts";
import { Wire } from "./wire.ts";

/** What is compared of a channel. */
type Facts = Readonly<Record<string, unknown>>;

/** The channels as the mirror has them, by uniqueid. */
function mirrored(channels: Iterable<AmiChannel>): Map<string, Facts> {
  return new Map(Array.from(channels, ({ uniqueid, bridge, variables, ...channel }) => {
    const sorted = [...variables].sort(([one], [other]) => one < other ? -1 : 1);
    return [uniqueid, { ...channel, bridge: bridge?.uniqueid ?? "", variables: sorted }];
  }));
}

const known = (value = "") => value === "<unknown>" || value === "" ? undefined : value;

/** The channels as Asterisk has them, in the same shape. */
async function listed(ami: Ami): Promise<Map<string, Facts>> {
  const [channels, status] = await Promise.all([
    ami.action("CoreShowChannels"),
    ami.action("Status", { AllVariables: true }),
  ]) as unknown as AmiEvent[][];
  const variables = new Map<string, [string, string][]>(
    status?.map(({ Uniqueid = "", headers }) => {
      const all = new Map<string, string>();
      for (const line of headers.getAll("Variable")) {
        const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
        const bare = bareName(name);
        if (!all.has(bare)) all.set(bare, value);
      }
      const set = [...all].filter(([, value]) => value !== "");
      return [Uniqueid, set.sort(([one], [other]) => one < other ? -1 : 1)];
    }),
  );
  return new Map(
    channels?.map((item) => [item["Uniqueid"] ?? "", {
      name: item["Channel"],
      state: item["ChannelStateDesc"],
      caller: {
        number: known(item["CallerIDNum"]),
        name: known(item["CallerIDName"]),
      },
      connected: {
        number: known(item["ConnectedLineNum"]),
        name: known(item["ConnectedLineName"]),
      },
      language: item["Language"],
      accountcode: item["AccountCode"],
      context: item["Context"],
      exten: item["Exten"],
      priority: Number(item["Priority"]),
      linkedid: item["Linkedid"],
      bridge: item["BridgeId"] ?? "",
      variables: variables.get(item["Uniqueid"] ?? ""),
    }]),
  );
}

/** Waits until nothing is on its way any more, and makes sure that the mirror is as Asterisk says. */
async function expectEqual(ami: Ami, what: string): Promise<Map<string, Facts>> {
  let told = new Map<string, Facts>();
  const compare = async () => {
    told = await listed(ami);
    assert.deepEqual(mirrored(ami.channels.values()), told, what);
  };
  const isEqual = () => compare().then(() => true, () => false);
  // What differs for so long is not on its way.
  await until(what, isEqual, 10_000).catch(compare);
  return told;
}

/** Waits until nothing has changed in Asterisk for longer than an Answer takes. */
async function untilQuiet(ami: Ami): Promise<void> {
  let before = "";
  let since = performance.now();
  await until("quiet", async () => {
    const now = JSON.stringify([...await listed(ami)]);
    if (now !== before) since = performance.now();
    before = now;
    return performance.now() - since > 1_000;
  });
}

/** Calls a Local channel, whose first half waits in `sink`. */
async function call(ami: Ami, exten: string, more: Record<string, unknown> = {}): Promise<void> {
  await ami.Originate({
    Channel: `Local/${exten}@play/n`,
    Context: "sink",
    Exten: "answer",
    Priority: 1,
    CallerID: '"Lab \\"quoted\\" Caller" <5551234>',
    ...more,
  });
}

/** Waits until as many channels as given have a name like that and are in that state. */
async function find(ami: Ami, pattern: RegExp, count = 1, state = "Up"): Promise<AmiChannel[]> {
  let found: AmiChannel[] = [];
  await until(`${count} channels like ${pattern}`, () => {
    found = [...ami.channels.values()].filter(({ name, state: now }) =>
      pattern.test(name) && now === state
    );
    return found.length >= count;
  });
  return found;
}

async function hangUpAll(ami: Ami): Promise<void> {
  // A channel can end by itself before its turn.
  for (const { name } of [...ami.channels.values()]) {
    await ami.Hangup({ Channel: name }).catch((error) =>
      assert.ok(error instanceof ActionFailedError)
    );
  }
  await until("all channels have ended", () => ami.channels.size === 0);
}

/** Starts Lunopark with the AMI role, its mirror of channels in use, complete and empty. */
async function openMirror(asterisk: Pbx, config = {}): Promise<Scene> {
  const scene = await openScene(asterisk, {}, { role: "ami", ...config });
  const { ami } = scene.server;
  await within("the first lists", ami.channels.ready());
  // A test that failed leaves some.
  await hangUpAll(ami);
  return scene;
}

onAsterisk("the mirror of channels follows all that calls can do", async (asterisk) => {
  await using scene = await openMirror(asterisk);
  const { ami } = scene.server;
  const act = async (what: string, action: string, parameters: Record<string, string | number>) => {
    await ami.action(action, parameters);
    await expectEqual(ami, what);
  };

  await call(ami, "wait", { Variable: { PLAIN: "1", __BOTH: 'a"b\\c, d', BLANK: " x" } });
  const [waiting] = await find(ami, /wait@play.*;1/);
  const told = await expectEqual(ami, "a call");
  assert.equal(told.size, 2);
  assert.equal(waiting?.variables.get("BOTH"), 'a"b\\c, d');
  assert.equal(waiting.caller.name, 'Lab "quoted" Caller');
  assert.equal(ami.channels.find(waiting.name), waiting);
  assert.equal(ami.channels.get(waiting.uniqueid), waiting);

  for (const exten of ["dial-answer", "dial-busy", "dial-ring", "conf1", "queue", "park", "moh"]) {
    await call(ami, exten);
  }
  await call(ami, "conf1", { Channel: "Local/conf1@play", Account: "4711" });
  await call(ami, "dial-answer", { Channel: "Local/dial-answer@play" });
  await find(ami, /conf1@play.*;2/, 2);
  await find(ami, /answer@sink.*;1/, 2);
  await expectEqual(ami, "dials, a conference, a queue, parking");
  const [dialed] = await find(ami, /answer@sink.*;1/);
  await until("the dialed channel is in a bridge", () => dialed!.bridge?.channels.size === 2);
  assert.ok(dialed!.bridge!.channels.has(dialed!));

  const place = { Context: "play", Exten: "moh", Priority: 1 };
  const [first, second] = await find(ami, /wait@play.*;/, 2);
  await act("a redirect", "Redirect", { Channel: first!.name, ...place, Exten: "wait" });
  await act("a redirect out of a bridge", "Redirect", { Channel: dialed!.name, ...place });
  await until("it has left the bridge", () => dialed!.bridge === undefined);
  const variable = { Channel: second!.name, Variable: "LATER", Value: "1 \\n 2" };
  await act("a variable", "Setvar", variable);
  assert.equal(second!.variables.get("LATER"), "1 \\n 2");
  await act("a variable that is changed", "Setvar", { ...variable, Value: "3" });
  await act("a variable that is emptied", "Setvar", { ...variable, Value: "" });
  assert.ok(!second!.variables.has("LATER"));
  const account = { Channel: second!.name, Variable: "CHANNEL(accountcode)", Value: "0815" };
  await act("an account code", "Setvar", account);
  const name = { Channel: second!.name, Variable: "CALLERID(name)", Value: 'Other "name" \\ ' };
  await act("a caller's name", "Setvar", name);

  await call(ami, "wait");
  await call(ami, "wait");
  const [, one, other] = await find(ami, /wait@play.*;1/, 3);
  await act("two calls in a bridge", "Bridge", { Channel1: one!.name, Channel2: other!.name });
  await until("both are in it", () => one!.bridge !== undefined && one!.bridge === other!.bridge);
  await act("one is hung up", "Hangup", { Channel: one!.name });

  /** A call whose dialed leg may transfer it. */
  const dialAgain = async (): Promise<AmiChannel> => {
    const legs = () =>
      [...ami.channels.values()].filter(({ name }) => /answer@sink.*;1/.test(name));
    const before = new Set(legs());
    const data = { Application: "Dial", Data: "Local/answer@sink/n,5,tT" };
    await call(ami, "wait", { Context: undefined, Exten: undefined, Priority: undefined, ...data });
    const find = () => legs().find((leg) => !before.has(leg) && leg.bridge?.channels.size === 2);
    await until("a call to transfer", () => find() !== undefined);
    return find()!;
  };
  const leg = await dialAgain();
  await act("an attended transfer begins", "Atxfer", {
    Channel: leg.name,
    Context: "sink",
    Exten: "100",
  });
  await find(ami, /100@sink.*;1/);
  await expectEqual(ami, "the transfer's target answers");
  await act("the transferer hangs up", "Hangup", { Channel: leg.name });
  const blind = await dialAgain();
  await act("a blind transfer", "BlindTransfer", {
    Channel: blind.name,
    Context: "play",
    Exten: "moh",
  });

  await hangUpAll(ami);
  assert.equal((await expectEqual(ami, "all are gone")).size, 0);
  assert.equal(ami.channels.find(waiting.name), undefined);
  assert.deepEqual(scene.log.all.filter((line) => /WARN|ERROR/.test(line)), []);
});

onAsterisk("the mirror of channels is right again when ami:ready is told", async (asterisk) => {
  using wire = new Wire(asterisk);
  await using direct = await openScene(asterisk, {}, { role: "ami" });
  await using scene = await openMirror(asterisk, { host: wire.host });
  const { ami } = scene.server;
  const { witness } = scene;
  let atReady: Map<string, Facts> | undefined;
  ami.addEvent("ami:ready", () => atReady = mirrored(ami.channels.values()));
  const lost = () => ami.waitFor("ami:lost");
  const ready = () => within("ami:ready", ami.waitFor("ami:ready"));

  for (const exten of ["wait", "wait", "dial-answer", "conf1", "moh"]) await call(ami, exten);
  await untilQuiet(direct.server.ami);
  const [kept, ended] = await find(ami, /wait@play.*;1/, 2);
  await expectEqual(ami, "before the cut");
  for (const round of [1, 2, 3]) {
    const away = lost();
    const back = ready();
    wire.cut();
    await within("ami:lost", away);
    assert.equal(ami.channels.isComplete, false);
    const before = ami.channels.size;

    // All that the mirror does not see.
    if (round === 1) await witness.action("Hangup", { Channel: ended!.name });
    await witness.call("wait", { context: "play", vars: { __ROUND: `${round}` } });
    await witness.call("dial-answer", { context: "play" });
    await witness.action("Setvar", {
      ...{ Channel: kept!.name, Variable: "UNSEEN", Value: `${round}` },
    });
    await witness.action("Redirect", {
      ...{ Channel: kept!.name, Context: "sink", Exten: `stay${600 + round}`, Priority: "1" },
    });
    await untilQuiet(direct.server.ami);
    assert.equal(ami.channels.size, before);
    wire.mend();
    await back;
    const told = await expectEqual(ami, `after cut ${round}`);
    assert.deepEqual(atReady, told, `when ami:ready is told after cut ${round}`);
    assert.equal(kept!.variables.get("UNSEEN"), `${round}`);
    assert.equal(ami.channels.get(kept!.uniqueid), kept);
    assert.equal(ami.channels.isComplete, true);
  }
  assert.ok(!ami.channels.has(ended!.uniqueid));
  await hangUpAll(ami);
  await expectEqual(ami, "all are gone");
});

onAsterisk(
  "the mirror of channels is right after cuts in the middle of a load",
  async (asterisk) => {
    using wire = new Wire(asterisk);
    await using scene = await openMirror(asterisk, { host: wire.host });
    const { ami } = scene.server;
    const cut = async () => {
      const back = within("ami:ready", ami.waitFor("ami:ready"));
      wire.cut();
      wire.mend();
      await back;
    };
    const load = asterisk.call("dial-answer", {
      ...{ context: "play", far: "stay0.3", count: 200, max: 40, wait: true },
    });
    const over = load.then(() => "over" as const);
    let cuts = 0;
    let most = 0;
    while (await Promise.race([some(ami, 40), over]) !== "over") {
      most = Math.max(most, ami.channels.size);
      await cut();
      cuts++;
    }
    const counts = await load;
    assert.equal(counts.failed, 0);
    assert.ok(cuts >= 2 && most > 10, `${cuts} cuts, ${most} channels`);
    await expectEqual(ami, `after ${cuts} cuts`);
    await until("all channels have ended", () => ami.channels.size === 0);
  },
);

/** Waits until as many channels have begun. */
function some(ami: Ami, count: number): Promise<void> {
  return new Promise((resolve) => {
    const added = ami.addEvent("Newchannel", () => {
      if (--count > 0) return;
      added[Symbol.dispose]();
      resolve();
    });
  });
}

for (const how of [undefined, "kill"] as const) {
  onAsterisk(
    `no channel of before is left when Asterisk restarts (${how ?? "now"})`,
    async (asterisk) => {
      await using scene = await openMirror(asterisk);
      const { ami } = scene.server;
      await call(ami, "wait");
      const [old] = await find(ami, /wait@play.*;1/);
      const back = within("ami:ready", ami.waitFor("ami:ready"));
      await asterisk.restart(how);
      await back;
      assert.equal(ami.channels.size, 0);
      await call(ami, "wait");
      await find(ami, /wait@play.*;1/);
      await expectEqual(ami, "after the restart");
      assert.ok(!ami.channels.has(old!.uniqueid));
      await hangUpAll(ami);
    },
  );
}

onAsterisk(
  "a user who may not list channels is told so once, and sees new ones",
  async (asterisk) => {
    await using scene = await openScene(asterisk, {}, { role: "ami", user: "reader" });
    const { ami } = scene.server;
    await assert.rejects(ami.channels.ready(), ActionFailedError);
    assert.equal(ami.channels.isComplete, false);
    await scene.witness.call("wait", { context: "play" });
    const [channel] = await find(ami, /wait@play.*;1/);
    assert.equal(channel?.caller.number, undefined);
    await scene.witness.action("Hangup", { Channel: channel!.name });
    await until("it has ended", () => ami.channels.size === 0);
    const lines = scene.log.all.filter((line) => /WARN/.test(line));
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0]!, /Cannot list channels, .*Permission denied.*write=reporting/);
  },
);

const handlerFile = `
import { ami, log } from "lunopark";
const { channels } = ami;
ami.addEvent("ami:ready", () => {
  const names = [...channels.values()].map(({ name, state }) => name + " " + state).sort();
  log.info("Ready: " + JSON.stringify(names));
});
`;

onAsterisk(
  "channels used at load are right at the first ami:ready, and after a reload",
  async (asterisk) => {
    await using direct = await openMirror(asterisk);
    const { ami } = direct.server;
    for (const exten of ["wait", "dial-answer", "moh"]) await call(ami, exten);
    await untilQuiet(ami);
    const names = Array.from(ami.channels.values(), ({ name, state }) => `${name} ${state}`).sort();
    assert.equal(names.length, 8);
    await using service = await Service.start(asterisk, {
      files: { "handler.ts": handlerFile },
      config: { role: "ami" },
    });
    const listed = /Ready: (.*)$/;
    const first = await service.line(listed);
    assert.deepEqual(JSON.parse(listed.exec(first)?.[1] ?? ""), names);
    await service.write("handler.ts", `${handlerFile}\nexport function added() {}\n`);
    service.signal("SIGHUP");
    await service.line(/Loaded generation 2/);
    const lines = await service.log.until("ami:ready is told again", (lines) => {
      const ready = lines.filter((line) => listed.test(line));
      return ready.length === 2 && ready;
    });
    assert.deepEqual(JSON.parse(listed.exec(lines[1]!)?.[1] ?? ""), names);
    await hangUpAll(ami);
  },
);
