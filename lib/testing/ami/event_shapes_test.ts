/**
 * The events of the simulator have the headers of the recorded ones, in their order.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  amiStreams,
  amiTranscripts,
  type RecordedVersion,
} from "../../../tests/support/transcripts.ts";
import { createLauncher } from "../agi/launch.ts";
import { Clock } from "../pbx/clock.ts";
import { Dialplan } from "../pbx/dialplan.ts";
import { originate } from "../pbx/originate.ts";
import { parkingOf } from "../pbx/parking.ts";
import { Pbx } from "../pbx/pbx.ts";
import { decodeText } from "../wire_text.ts";
import { AmiServer } from "./ami_server.ts";
import { formatEvent } from "./manager_event.ts";
import { PbxEvents } from "./pbx_events.ts";

/** Calls that make the model tell all that it can. */
const DIALPLAN = `
[default]
exten => talk,1,Answer()
 same => n,Wait(2)
 same => n,SendDTMF(12)
 same => n,Wait(2)
exten => ring,1,Ringing()
 same => n,Wait(60)
exten => busy,1,Busy()
exten => dial,1,Dial(Local/talk@default/n,20,g)
 same => n,Dial(Local/busy@default/n,20,g)
 same => n,Dial(Local/ring@default/n,5,g)
exten => queue,1,Queue(support,c)
exten => empty,1,Queue(empty,,,,5)
exten => conf,1,ConfBridge(500)
exten => music,1,Answer()
 same => n,MusicOnHold(default,2)
 same => n,MixMonitor(a.wav)
 same => n,Wait(1)
 same => n,StopMixMonitor()
 same => n,UserEvent(Lab,Key: value)
 same => n,Set(CALLERID(name)=Reception)
exten => async,1,AGI(agi:async)
exten => retrieve,1,Answer()
 same => n,Wait(1)
 same => n,ParkedCall(default,701)
exten => park,1,Answer()
 same => n,Wait(60)
`;

/** Not in the recordings; their headers are those of Asterisk's source. */
const UNRECORDED: Readonly<Record<string, string>> = {
  // res/res_agi.c, agi_channel_to_ami()
  AsyncAGIStart: "Env",
  // main/stasis.c, multi_user_event_to_ami(): that of the dialplan begins with the channel
  UserEvent: "UserEvent Key",
};

/** Headers that are there or not, for reasons of their own. */
const OPTIONAL = /^(ActionID|BridgeVideoSource|ChanVariable.*|Timestamp)$/;

/** The events that those calls make. */
const TOLD: readonly string[] = [
  "AGIExecEnd",
  "AGIExecStart",
  "AgentComplete",
  "AgentConnect",
  "AsyncAGIEnd",
  "AsyncAGIExec",
  "AsyncAGIStart",
  "BridgeCreate",
  "BridgeDestroy",
  "BridgeEnter",
  "BridgeLeave",
  "ConfbridgeEnd",
  "ConfbridgeJoin",
  "ConfbridgeLeave",
  "ConfbridgeStart",
  "DTMFBegin",
  "DTMFEnd",
  "DialBegin",
  "DialEnd",
  "DialState",
  "Hangup",
  "HangupRequest",
  "LocalBridge",
  "MixMonitorStart",
  "MixMonitorStop",
  "MusicOnHoldStart",
  "MusicOnHoldStop",
  "NewCallerid",
  "NewConnectedLine",
  "Newchannel",
  "Newexten",
  "Newstate",
  "ParkedCall",
  "ParkedCallTimeOut",
  "QueueCallerAbandon",
  "QueueCallerJoin",
  "QueueCallerLeave",
  "QueueMemberAdded",
  "QueueMemberPause",
  "QueueMemberPenalty",
  "QueueMemberRemoved",
  "QueueMemberStatus",
  "SoftHangupRequest",
  "UnParkedCall",
  "UserEvent",
  "VarSet",
];

/** An event as its name and the names of its headers. */
function shape(message: string): { name: string; names: string } | undefined {
  const lines = message.trimEnd().split("\r\n");
  if (!lines[0]?.startsWith("Event: ") || !/^Privilege: .*,all$/.test(lines[1] ?? "")) {
    return undefined;
  }
  const names = lines.map((line) => line.split(":")[0]!).filter((name) => !OPTIONAL.test(name));
  return { name: lines[0].slice("Event: ".length), names: `${lines[1]} ${names.join(" ")}` };
}

/** Shapes of all recorded events of a version, by name. */
function recordedShapes(version: RecordedVersion): Map<string, Set<string>> {
  const shapes = new Map<string, Set<string>>();
  const texts = [
    ...amiStreams().filter((stream) => stream.version === version && !stream.name.endsWith("-cel"))
      .map(({ bytes }) => decodeText(bytes)),
    // What version 16 says as 22 does was recorded once.
    ...amiTranscripts().map(({ exchange }) =>
      decodeText(Uint8Array.from(exchange.flatMap(({ bytes }) => [...bytes])))
    ),
  ];
  for (const message of texts.flatMap((text) => text.split("\r\n\r\n"))) {
    const found = shape(message);
    if (!found) continue;
    const known = shapes.get(found.name) ?? new Set();
    shapes.set(found.name, known.add(found.names));
  }
  return shapes;
}

/** Plays all calls, and gives the events as they are sent. */
async function playAll(version: RecordedVersion): Promise<string[]> {
  const dialplan = new Dialplan().add(DIALPLAN);
  const members = [{ interface: "Local/talk@default/n", name: "Reception" }];
  const queues = [{ name: "support", members }, { name: "empty" }];
  const pbx = new Pbx({ version, clock: new Clock("virtual"), dialplan, queues });
  pbx.launchAgi = createLauncher({ connect: () => Promise.reject(new Error("nobody there")) });
  await using _server = new AmiServer(pbx);
  const translator = new PbxEvents(pbx, []);
  const events: string[] = [];
  pbx.listen((event) => void events.push(formatEvent(translator.translate(event))));
  pbx.listen(({ name, parts }) => {
    const channel = parts.flatMap((part) => "channel" in part ? [part.channel.channel] : [])[0];
    if (name !== "AsyncAGIStart") return;
    for (const command of ["ANSWER", "NOSUCH", "GET VARIABLE", "SET VARIABLE A 1", "HANGUP"]) {
      pbx.channels.get(channel!)?.takeCommand?.(command, "id");
    }
  });
  const extensions = ["talk", "busy", "ring", "dial", "queue", "empty", "conf", "music", "async"];
  for (const extension of extensions) {
    const { channel } = await originate(pbx, {
      channel: `Local/${extension}@default/n`,
      callerId: { number: "100", name: "Sales" },
      application: { name: "Wait", data: "30" },
      timeout: 10_000,
    });
    await channel?.ended;
    await channel?.other?.ended;
  }
  const parked = await originate(pbx, {
    channel: "Local/park@default/n",
    application: { name: "Wait", data: "30" },
  });
  const parking = parkingOf(pbx);
  parking.park(parked.channel!.other!, parking.lots[0]!, { timeout: 1 });
  await parked.channel!.other!.ended;
  const held = await originate(pbx, {
    channel: "Local/talk@default/n",
    application: { name: "Park", data: "" },
  });
  const retriever = await originate(pbx, {
    channel: "Local/retrieve@default/n",
    application: { name: "Wait", data: "30" },
  });
  await held.channel!.ended;
  await retriever.channel!.ended;
  const impatient = await originate(pbx, {
    channel: "Local/talk@default/n",
    application: { name: "Queue", data: "empty" },
  });
  await impatient.channel!.ended;
  pbx.setGlobal("LAB", "1");
  pbx.queues.addMember("empty", { interface: "PJSIP/1", paused: true });
  pbx.queues.pause("empty", "PJSIP/1", false);
  pbx.queues.setPenalty("empty", "PJSIP/1", 3);
  pbx.queues.removeMember("empty", "PJSIP/1");
  pbx.clock.stop();
  return events;
}

for (const version of ["22", "16"] as const) {
  Deno.test(`events of a simulated Asterisk ${version} have the recorded headers in their order`, async () => {
    const recorded = recordedShapes(version);
    const wrong = new Map<string, { names: string; recorded: string[] }>();
    const seen = new Set<string>();
    for (const message of await playAll(version)) {
      const { name, names } = shape(message)!;
      seen.add(name);
      const known = recorded.get(name);
      const isKnown = known?.has(names) || names.endsWith(` Linkedid ${UNRECORDED[name]}`);
      if (!isKnown) wrong.set(name, { names, recorded: [...known ?? []] });
    }
    assert.deepEqual([...wrong], []);
    assert.deepEqual([...seen].sort(), TOLD);
  });
}
