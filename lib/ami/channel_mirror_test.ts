import assert from "node:assert/strict";
import { formatEvent } from "../../tests/support/ami_peer.ts";
import { about, eventsOf } from "../../tests/support/channel_events.ts";
import { type Random, seededRandom } from "../../tests/support/random.ts";
import { amiStreams } from "../../tests/support/transcripts.ts";
import { ChannelMirror } from "./channel_mirror.ts";
import { AmiEvent, eventName } from "./event.ts";
import type { AmiChannel } from "./live_channel.ts";

/** A mirror, and how to tell it events. */
function makeMirror(...messages: string[]) {
  const mirror = new ChannelMirror();
  const tell = (...messages: string[]) => {
    for (const message of messages) mirror.take(eventName(message) as string, message);
  };
  tell(...messages);
  return { mirror, tell };
}

/** The items of a list, as its events. */
const items = (...messages: string[]) => messages.map((message) => new AmiEvent(message));

/** Makes sure that names and bridges are as the channels say. */
function checkIndexes(mirror: ChannelMirror): void {
  const names = new Map<string, AmiChannel>();
  for (const [uniqueid, channel] of mirror.channels) {
    assert.equal(channel.uniqueid, uniqueid);
    names.set(channel.name, channel);
    if (channel.bridge) assert.ok(channel.bridge.channels.has(channel));
    for (const other of channel.bridge?.channels ?? []) {
      assert.equal(mirror.channels.get(other.uniqueid), other, "a channel in a bridge is there");
      assert.equal(other.bridge, channel.bridge);
    }
  }
  for (const [name, { name: own }] of names) assert.equal(mirror.find(name)?.name, own);
}

/** What a channel is, in a model that knows nothing but what events say. */
type Model = Map<string, Record<string, unknown> & { variables: Record<string, string> }>;

const headerNames = {
  name: "Channel",
  state: "ChannelStateDesc",
  language: "Language",
  accountcode: "AccountCode",
  context: "Context",
  exten: "Exten",
  priority: "Priority",
  linkedid: "Linkedid",
  callerNumber: "CallerIDNum",
  callerName: "CallerIDName",
  connectedNumber: "ConnectedLineNum",
  connectedName: "ConnectedLineName",
} as const;

const modelled = new Set([
  ...["Newchannel", "Newstate", "Newexten", "NewCallerid", "NewConnectedLine", "NewAccountCode"],
  ...["HangupRequest", "SoftHangupRequest", "Hold", "Unhold", "VarSet", "BridgeEnter"],
  "BridgeLeave",
]);

const letters: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
const unescape = (text: string) =>
  text.replaceAll(/\\([\s\S])/g, (_, letter: string) => letters[letter] ?? letter);

/** Applies an event to the model. */
function apply(model: Model, message: string): void {
  // As they came: what is escaped is undone here, in another way than the mirror's.
  const { Event, Uniqueid = "", ...headers } = Object.fromEntries(new AmiEvent(message).headers);
  if (Event === "Hangup") model.delete(Uniqueid);
  if (Event === "Newchannel" && !model.has(Uniqueid)) model.set(Uniqueid, { variables: {} });
  const channel = model.get(Uniqueid);
  if (!channel) return;
  if (Event === "Rename") channel["name"] = headers["Newname"];
  if (!modelled.has(Event as string)) return;
  for (const [key, header] of Object.entries(headerNames)) {
    const value = headers[header] as string;
    const isName = /Name$/.test(key);
    const plain = isName ? unescape(value) : value;
    const isParty = /^c(aller|onnected)/.test(key);
    channel[key] = isParty && (plain === "<unknown>" || plain === "") ? undefined : plain;
  }
  if (Event === "VarSet") {
    const name = (headers["Variable"] as string).replace(/^__?/, "");
    const value = unescape(headers["Value"] as string);
    if (value === "") delete channel.variables[name];
    else channel.variables[name] = value;
  }
  if (Event === "BridgeEnter") channel["bridge"] = headers["BridgeUniqueid"];
  if (Event === "BridgeLeave" && channel["bridge"] === headers["BridgeUniqueid"]) {
    channel["bridge"] = undefined;
  }
}

/** The mirror in the shape of the model. */
function flatten(mirror: ChannelMirror): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(mirror.channels, ([uniqueid, { caller, connected, ...channel }]) => [uniqueid, {
      name: channel.name,
      state: channel.state,
      language: channel.language,
      accountcode: channel.accountcode,
      context: channel.context,
      exten: channel.exten,
      priority: `${channel.priority}`,
      linkedid: channel.linkedid,
      callerNumber: caller.number,
      callerName: caller.name,
      connectedNumber: connected.number,
      connectedName: connected.name,
      bridge: channel.bridge?.uniqueid,
      variables: Object.fromEntries(channel.variables),
    }]),
  );
}

function checkModel(mirror: ChannelMirror, model: Model, what: string): void {
  const expected = Object.fromEntries(
    Array.from(model, ([uniqueid, channel]) => [uniqueid, { bridge: undefined, ...channel }]),
  );
  assert.deepEqual(flatten(mirror), expected, what);
  checkIndexes(mirror);
}

Deno.test("the mirror of each recorded stream is what its events say, after each of them", () => {
  for (const stream of amiStreams()) {
    const { mirror, tell } = makeMirror();
    const model: Model = new Map();
    const events = eventsOf(stream);
    // Comparing all after each event would take long where thousands of calls were recorded.
    const step = Math.ceil(events.length / 200);
    for (const [index, message] of events.entries()) {
      tell(message);
      apply(model, message);
      if (index % step === 0) {
        checkModel(mirror, model, `${stream.version} ${stream.name}, event ${index}`);
      }
    }
    checkModel(mirror, model, `${stream.version} ${stream.name}`);
    // All calls have ended, but for the one in whose middle the recording of the load ends.
    assert.equal(mirror.channels.size, stream.name === "load" ? 1 : 0, stream.name);
  }
});

/** Some of the events in their order, some of them twice, some of them elsewhere. */
function shuffle(events: readonly string[], random: Random): string[] {
  const mixed: string[] = [];
  for (const message of events) {
    const chance = random.int(100);
    if (chance < 15) continue;
    if (chance < 85) mixed.push(message);
    else if (chance < 95) mixed.splice(random.int(mixed.length + 1), 0, message);
    else mixed.push(message, message);
  }
  return mixed;
}

Deno.test("the mirror of any sequence of events is what they say", () => {
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1e9);
  const random = seededRandom(seed);
  const streams = amiStreams().filter(({ meta }) => meta.events < 1_000).map(eventsOf);
  for (let round = 0; round < 60; round++) {
    const { mirror, tell } = makeMirror();
    const model: Model = new Map();
    const events = shuffle(
      [random.pick(streams), random.pick(streams)].flat(),
      random,
    );
    for (const [index, message] of events.entries()) {
      tell(message);
      apply(model, message);
      if (index % 50 === 0) checkModel(mirror, model, `SEED=${seed}, round ${round}`);
    }
    checkModel(mirror, model, `SEED=${seed}, round ${round}`);
  }
});

Deno.test("a channel is there from Newchannel to Hangup, and its object lives with it", () => {
  const { mirror, tell } = makeMirror(about("Newchannel", "1.1", { ChannelStateDesc: "Ring" }));
  const channel = mirror.channels.get("1.1")!;
  assert.equal(channel.state, "Ring");
  tell(about("Newstate", "1.1"), about("NewCallerid", "1.1", { CallerIDName: String.raw`a\"b` }));
  assert.equal(channel.state, "Up");
  assert.equal(channel.caller.name, 'a"b');
  assert.equal(mirror.channels.get("1.1"), channel);
  tell(about("Hangup", "1.1", { Cause: "16" }));
  assert.equal(mirror.channels.size, 0);
  assert.equal(mirror.find("Local/1.1"), undefined);
  assert.equal(channel.state, "Up");
});

Deno.test("an event about a channel that has ended does not bring it back", () => {
  const { mirror } = makeMirror(
    about("Newchannel", "1.1"),
    about("Hangup", "1.1"),
    about("Newexten", "1.1"),
    about("VarSet", "1.1", { Variable: "A", Value: "1" }),
    about("BridgeEnter", "1.1", { BridgeUniqueid: "b" }),
  );
  assert.equal(mirror.channels.size, 0);
});

Deno.test("a channel is found by its new name after a Rename, and by no old one", () => {
  const rename = (uniqueid: string, name: string) =>
    formatEvent("Rename", { Channel: "x", Newname: name, Uniqueid: uniqueid });
  const { mirror, tell } = makeMirror(about("Newchannel", "1.1"), about("Newchannel", "1.2"));
  // As in a masquerade: both names go round.
  tell(rename("1.1", "tmp"), rename("1.2", "Local/1.1"), rename("1.1", "Local/1.2<ZOMBIE>"));
  assert.equal(mirror.find("Local/1.1")?.uniqueid, "1.2");
  assert.equal(mirror.find("Local/1.2"), undefined);
  assert.equal(mirror.find("Local/1.2<ZOMBIE>")?.uniqueid, "1.1");
  tell(about("Hangup", "1.1", { Channel: "Local/1.2<ZOMBIE>" }));
  assert.equal(mirror.find("Local/1.1")?.uniqueid, "1.2");
  tell(about("Newstate", "1.2", { Channel: "Local/1.1" }));
  checkIndexes(mirror);
});

Deno.test("a channel that enters the next bridge before it leaves the last stays there", () => {
  const enter = (bridge: string) => about("BridgeEnter", "1.1", { BridgeUniqueid: bridge });
  const leave = (bridge: string) => about("BridgeLeave", "1.1", { BridgeUniqueid: bridge });
  const { mirror, tell } = makeMirror(about("Newchannel", "1.1"), enter("a"), enter("b"));
  const channel = mirror.channels.get("1.1")!;
  tell(leave("a"));
  assert.equal(channel.bridge?.uniqueid, "b");
  tell(leave("b"));
  assert.equal(channel.bridge, undefined);
});

Deno.test("variables are what VarSet says, unescaped, without the marks of inheritance", () => {
  const set = (name: string, value: string) =>
    about("VarSet", "1.1", { Variable: name, Value: value });
  const { mirror, tell } = makeMirror(
    about("Newchannel", "1.1", { ChanVariable: "Variable=x" }),
    set("__A", String.raw`one\ntwo \\ \"three\"`),
    set("B", " lead"),
    set("C", "1"),
    set("C", ""),
    formatEvent("VarSet", { Channel: "none", Uniqueid: "none", Variable: "GLOBAL", Value: "1" }),
  );
  const { variables } = mirror.channels.get("1.1")!;
  assert.deepEqual([...variables], [["A", 'one\ntwo \\ "three"'], ["B", " lead"]]);
  tell(set("_B", "2"));
  assert.equal(variables.get("B"), "2");
});

Deno.test("a channel with thousands of variables keeps the first thousand, and counts the others", () => {
  const { mirror, tell } = makeMirror(about("Newchannel", "1.1"));
  for (let n = 0; n < 1_200; n++) {
    tell(about("VarSet", "1.1", { Variable: `V${n}`, Value: `${n}` }));
  }
  const { variables } = mirror.channels.get("1.1")!;
  assert.equal(variables.size, 1_000);
  assert.equal(mirror.omitted, 200);
  tell(about("VarSet", "1.1", { Variable: "V1", Value: "new" }));
  assert.equal(variables.get("V1"), "new");
});

Deno.test("a list of channels holds against all that was told before", () => {
  const { mirror, tell } = makeMirror(
    about("Newchannel", "1.1"),
    about("Newchannel", "1.2"),
    about("BridgeEnter", "1.1", { BridgeUniqueid: "old" }),
    about("VarSet", "1.1", { Variable: "OLD", Value: "1" }),
  );
  const kept = mirror.channels.get("1.1")!;
  const { variables } = kept;
  mirror.takeChannels(items(
    about("CoreShowChannel", "1.1", { ChannelStateDesc: "Ring", BridgeId: "new" }),
    about("CoreShowChannel", "1.3", { BridgeId: "new" }),
  ));
  mirror.takeStatus(items(
    formatEvent("Status", { Uniqueid: "1.3", Variable: ["A=1", "A=2", "__B=x=y", "C="] }),
    about("Status", "1.1", { Channel: "Local/renamed", Variable: "NEW=2" }),
    about("Status", "1.9"),
  ));
  assert.deepEqual([...mirror.channels.keys()], ["1.1", "1.3"]);
  assert.equal(mirror.channels.get("1.1"), kept);
  assert.deepEqual([...kept.bridge!.channels].map(({ uniqueid }) => uniqueid), ["1.1", "1.3"]);
  assert.equal(kept.variables, variables);
  assert.deepEqual([...variables], [["NEW", "2"]]);
  assert.deepEqual([...mirror.channels.get("1.3")!.variables], [["A", "1"], ["B", "x=y"]]);
  assert.equal(mirror.find("Local/renamed"), kept);
  tell(about("BridgeLeave", "1.3", { BridgeUniqueid: "new" }));
  assert.equal(kept.bridge?.channels.size, 1);
});

Deno.test("a channel whose Hangup came before the list that still has it does not stay", () => {
  const { mirror, tell } = makeMirror(about("Newchannel", "1.1"));
  mirror.beginLists();
  tell(about("Hangup", "1.1"), about("Hangup", "1.2"));
  const list = items(about("CoreShowChannel", "1.1"), about("CoreShowChannel", "1.2"));
  mirror.takeChannels(list);
  mirror.endLists();
  assert.equal(mirror.channels.size, 0);
  // The next list is another matter.
  mirror.takeChannels(list);
  assert.equal(mirror.channels.size, 2);
});

Deno.test("a channel can be printed and written as JSON, in a bridge too", () => {
  const { mirror } = makeMirror(
    about("Newchannel", "1.1"),
    about("BridgeEnter", "1.1", { BridgeUniqueid: "b" }),
  );
  const channel = mirror.channels.get("1.1")!;
  assert.deepEqual(JSON.parse(JSON.stringify(channel)).bridge, { uniqueid: "b" });
  assert.match(Deno.inspect(channel), /name: "Local\/1\.1"/);
  assert.equal({ ...channel }.context, "play");
});

Deno.test("what events have not told is found, and made good unless events tell of it", () => {
  const { mirror, tell } = makeMirror(
    ...["1.1", "1.2", "1.3", "1.4", "1.5"].map((uniqueid) => about("Newchannel", uniqueid)),
  );
  const found = mirror.compare(items(
    about("CoreShowChannel", "1.1"),
    about("CoreShowChannel", "1.2", { ChannelStateDesc: "Ring" }),
    about("CoreShowChannel", "1.3", { BridgeId: "b" }),
    about("CoreShowChannel", "1.4", { Priority: "7", Linkedid: "1.1" }),
    about("CoreShowChannel", "1.6"),
  ));
  const kinds = () => Object.fromEntries(found.map(({ uniqueid, kind }) => [uniqueid, kind]));
  assert.deepEqual(kinds(), {
    "1.2": "state",
    "1.3": "bridge",
    "1.4": "place",
    "1.6": "missing",
    "1.5": "gone",
  });
  tell(about("Newexten", "1.4", { Priority: "8" }), about("Hangup", "1.5"));
  assert.deepEqual(
    found.filter((difference) => mirror.repair(difference)).map(({ uniqueid }) => uniqueid),
    ["1.2", "1.3", "1.6"],
  );
  assert.deepEqual([...mirror.channels.keys()], ["1.1", "1.2", "1.3", "1.4", "1.6"]);
  assert.equal(mirror.channels.get("1.2")?.state, "Ring");
  assert.equal(mirror.channels.get("1.3")?.bridge?.uniqueid, "b");
  assert.equal(mirror.channels.get("1.4")?.priority, 8);
  checkIndexes(mirror);
});
