import assert from "node:assert/strict";
import { about, eventsOf } from "../../tests/support/channel_events.ts";
import { formatEvent } from "../../tests/support/ami_peer.ts";
import { type Random, seededRandom } from "../../tests/support/random.ts";
import { amiStreams } from "../../tests/support/transcripts.ts";
import { ChannelMirror } from "./channel_mirror.ts";
import { AmiEvent, eventName } from "./event.ts";
import type { AmiChannel } from "./live_channel.ts";

/** Tells a mirror events. */
function tell(mirror: ChannelMirror, ...messages: string[]): void {
  for (const message of messages) mirror.take(eventName(message) as string, message);
}

/** All that a channel says, as text; in `own` without those that are in its bridge. */
function say(channel: AmiChannel, own = false): string {
  const { bridge, variables } = channel;
  const mates = own ? [] : Array.from(bridge?.channels ?? [], (mate) => say(mate, true));
  return JSON.stringify({ ...channel, variables: [...variables], mates });
}

/** All that a mirror says, in its order. */
const sayAll = (mirror: ChannelMirror): string[] =>
  Array.from(mirror.channels, ([uniqueid, channel]) => `${uniqueid} ${say(channel)}`);

Deno.test("a mirror that is looked at for the first time says what one says that always was", () => {
  for (const stream of amiStreams()) {
    const events = eventsOf(stream);
    // After each event, unless thousands of calls were recorded.
    const step = Math.ceil(events.length / 600) ** 2;
    const watched = new ChannelMirror();
    for (const [index, message] of events.entries()) {
      tell(watched, message);
      for (const channel of watched.channels.values()) void channel.state;
      if (index % step > 0) continue;
      const unseen = new ChannelMirror();
      tell(unseen, ...events.slice(0, index + 1));
      const what = `${stream.version} ${stream.name}, event ${index}`;
      assert.deepEqual(sayAll(unseen), sayAll(watched), what);
    }
  }
});

/** The ways to a channel. */
const ways: readonly ((mirror: ChannelMirror, uniqueid: string, name: string) =>
  | AmiChannel
  | undefined)[] = [
    ({ channels }, uniqueid) => channels.get(uniqueid),
    (mirror, _, name) => mirror.find(name),
    ({ channels }, uniqueid) => [...channels.values()].find((one) => one.uniqueid === uniqueid),
    ({ channels }, uniqueid) => new Map(channels).get(uniqueid),
    ({ channels }) => channels.entries().next().value?.[1],
    ({ channels }, uniqueid) => {
      const found: AmiChannel[] = [];
      channels.forEach((channel, key) => key === uniqueid && found.push(channel));
      return found[0];
    },
    ({ channels }, uniqueid) =>
      Array.from(channels.get(uniqueid)?.bridge?.channels ?? [])
        .find((channel) => channel.uniqueid !== uniqueid),
  ];

const kinds = [
  ...["Newchannel", "Newchannel", "Newstate", "Newexten", "NewCallerid", "NewConnectedLine"],
  ...["NewAccountCode", "HangupRequest", "Hold", "VarSet", "BridgeEnter", "BridgeEnter"],
  ...["BridgeLeave", "Rename", "Hangup", "DialBegin"],
];

/** Any event about one of a few channels, or an item of a list. */
function make(kind: string, uniqueid: string, random: Random): string {
  const name = `Local/${random.int(8) ? uniqueid : `1.${random.int(6)}`}`;
  if (kind === "Rename") {
    return formatEvent(kind, { Channel: "x", Newname: `${name}<ZOMBIE>`, Uniqueid: uniqueid });
  }
  return about(kind, uniqueid, {
    ...kind.startsWith("Bridge") && { BridgeUniqueid: `b${random.int(3)}` },
    ...random.int(3) === 0 && { Channel: name },
    ChannelStateDesc: random.pick(["Up", "Up", "Ring"]),
    CallerIDName: random.pick(["<unknown>", String.raw`O\'Brien`]),
    Priority: `${random.int(2)}`,
    Linkedid: `1.${random.int(2)}`,
    ...kind === "VarSet" && { Variable: `V${random.int(3)}`, Value: random.pick(["", "1", "2"]) },
    ...kind === "Item" && { BridgeId: random.pick(["", "b0", "b1"]), Variable: "V1=3" },
  });
}

Deno.test("whoever looks, when and how often, sees the same, over events and lists", () => {
  const seed = Number(Deno.env.get("SEED") ?? Date.now() % 1e9);
  const random = seededRandom(seed);
  const someId = () => `1.${random.int(6)}`;
  for (let round = 0; round < 150; round++) {
    const watched = new ChannelMirror();
    const unseen = new ChannelMirror();
    const both = [watched, unseen];
    const held = new Map<AmiChannel, AmiChannel>();
    const looks = 1 + random.int(30);
    let differences = both.map((mirror) => mirror.compare([]));
    for (let step = 0; step < 120; step++) {
      const what = `SEED=${seed}, round ${round}, step ${step}`;
      const items = () => {
        const ids = new Set([someId(), someId(), someId()]);
        return Array.from(ids, (uniqueid) => new AmiEvent(make("Item", uniqueid, random)));
      };
      const chance = random.int(60);
      if (chance > 5) {
        const message = make(random.pick(kinds), someId(), random);
        for (const mirror of both) tell(mirror, message);
      } else if (chance === 5) {
        both.forEach((mirror, index) => {
          for (const difference of differences[index] ?? []) mirror.repair(difference);
        });
      } else {
        const list = items();
        for (const mirror of both) {
          if (chance === 0) mirror.takeChannels(list);
          if (chance === 1) mirror.takeStatus(list);
          if (chance === 2) mirror.beginLists();
          if (chance === 3) mirror.endLists();
        }
        if (chance === 4) differences = both.map((mirror) => mirror.compare(list));
        assert.deepEqual(differences[1], differences[0], what);
      }
      sayAll(watched);
      if (random.int(looks) === 0) {
        const way = random.pick(ways);
        const [uniqueid, name] = [someId(), `Local/${someId()}`];
        const [expected, found] = both.map((mirror) => way(mirror, uniqueid, name));
        assert.equal(found && say(found, true), expected && say(expected, true), what);
        if (expected && found) {
          // The same object for the same channel, whichever way it was found before.
          assert.equal(held.get(expected) ?? found, found, what);
          held.set(expected, found);
        }
      }
      for (const [expected, found] of held) {
        assert.equal(say(found, true), say(expected, true), what);
      }
    }
    assert.deepEqual(sayAll(unseen), sayAll(watched), `SEED=${seed}, round ${round}`);
  }
});

/** A mirror of three channels in a bridge, nobody has looked at. */
function makeMirror(): ChannelMirror {
  const mirror = new ChannelMirror();
  for (const uniqueid of ["1.1", "1.2", "1.3"]) {
    tell(
      mirror,
      about("Newchannel", uniqueid, { ChannelStateDesc: "Down" }),
      about("BridgeEnter", uniqueid, { BridgeUniqueid: "b" }),
    );
  }
  return mirror;
}

Deno.test("a channel that somebody holds goes on, however it was come by", () => {
  for (const way of ways) {
    const mirror = makeMirror();
    const held = way(mirror, "1.1", "Local/1.1")!;
    assert.equal(held.state, "Up");
    tell(mirror, about("Newstate", held.uniqueid, { ChannelStateDesc: "Ring" }));
    assert.equal(held.state, "Ring");
    tell(mirror, about("Hangup", held.uniqueid));
    assert.equal(held.state, "Ring");
  }
});

Deno.test("the channels of a bridge that somebody holds go on, those that come later too", () => {
  const mirror = makeMirror();
  const { channels } = mirror.channels.get("1.1")!.bridge!;
  const states = () => Array.from(channels, ({ name, state }) => `${name} ${state}`);
  tell(mirror, about("Newstate", "1.2", { ChannelStateDesc: "Ring" }));
  assert.deepEqual(states(), ["Local/1.1 Up", "Local/1.2 Ring", "Local/1.3 Up"]);
  tell(
    mirror,
    about("Newchannel", "1.4", { ChannelStateDesc: "Down" }),
    about("BridgeEnter", "1.4", { BridgeUniqueid: "b", ChannelStateDesc: "Down" }),
    about("BridgeLeave", "1.1", { BridgeUniqueid: "b" }),
    about("Newstate", "1.4", { ChannelStateDesc: "Busy" }),
  );
  assert.deepEqual(states(), ["Local/1.2 Ring", "Local/1.3 Up", "Local/1.4 Busy"]);
});

Deno.test("an iterator over channels is that of a Map: it sees who comes, and goes on after a break", () => {
  const mirror = makeMirror();
  const { channels } = mirror;
  const values = channels.values();
  for (const { name } of values) {
    assert.equal(name, "Local/1.1");
    break;
  }
  tell(
    mirror,
    about("Hangup", "1.2"),
    about("Newchannel", "1.4", { ChannelStateDesc: "Ringing" }),
    about("Newexten", "1.3", { Exten: "next" }),
  );
  assert.deepEqual(
    values.map(({ name, state, exten }) => [name, state, exten]).toArray(),
    [["Local/1.3", "Up", "next"], ["Local/1.4", "Ringing", "wait"]],
  );
  assert.equal(values.next().done, true);
  assert.deepEqual([...channels.keys()], ["1.1", "1.3", "1.4"]);
});

Deno.test("what is not given in an event about a channel that is renamed comes from before", () => {
  const mirror = new ChannelMirror();
  tell(
    mirror,
    about("Newchannel", "1.1"),
    about("Newexten", "1.1", { Exten: "last" }),
    formatEvent("Rename", { Channel: "Local/1.1", Newname: "Local/new", Uniqueid: "1.1" }),
  );
  const { name, exten } = mirror.channels.get("1.1")!;
  assert.deepEqual([name, exten], ["Local/new", "last"]);
});
