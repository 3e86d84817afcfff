/**
 * Every recorded AMI conversation, replayed as a client against the simulated server.
 *
 * What is answered otherwise stands in {@linkcode DIFFERENCES}, with the reason.
 *
 * @module
 */
import assert from "node:assert/strict";
import { LabScene } from "../../../tests/support/lab_scene.ts";
import { diffConversations } from "../../../tests/support/message_diff.ts";
import { type AmiTranscript, amiTranscripts } from "../../../tests/support/transcripts.ts";

/** A kind of difference: in which conversations, what it looks like, why it is so. */
interface Difference {
  readonly ids: RegExp;
  readonly text: RegExp;
  readonly reason: string;
}

/** Modules that the simulated Asterisk has not loaded: it does not know their actions. */
const MODULES: readonly (readonly [name: string, actions: RegExp])[] = [
  ["app_agent_pool", /^(Agents|AgentLogoff)$/],
  ["app_voicemail", /^Voicemail\w+$/],
  ["chan_sip", /^SIP\w+$/],
  ["main/manager.c for configuration files", /^((Get|Create|Update)Config(JSON)?|ListCategories)$/],
  ["main/loader.c for loading", /^ModuleLoad$/],
  ["main/message.c", /^MessageSend$/],
  ["main/aoc.c", /^AOCMessage$/],
  ["res_fax", /^FAX\w+$/],
  ["res_monitor", /^\w*Monitor$/],
  ["res_pjsip", /^PJSIP\w+$/],
  ["res_sorcery_memory_cache", /^SorceryMemoryCache\w+$/],
];

const DIFFERENCES: readonly Difference[] = [
  ...MODULES.map(([name, actions]): Difference => ({
    ids: new RegExp(`${actions.source.slice(0, -1)}/`),
    text: /Invalid\/unknown command|(MonitorStart|MonitorStop|AgentLogoff) does not come/,
    reason: `${name} is not simulated: the action is unknown, as in an Asterisk without it`,
  })),
  {
    ids: /^ListCommands\//,
    text: /header \w+ is missing/,
    reason: "actions of modules that are not simulated are not listed",
  },
  {
    ids: /^CoreSettings\//,
    text: /CoreHTTPenabled is "No"/,
    reason: "there is no HTTP server",
  },
  { ids: /^http\//, text: /^answers /, reason: "there is no HTTP server" },
  {
    ids: /^Status\//,
    text: /(Writeformat|Writetrans) is/,
    reason: "no media: a channel that plays a GSM file does not translate",
  },
  {
    ids: /^Status\/bare$/,
    text: /(Exten|Application|Data) is/,
    reason: "a caller who had come to the end of his sound is not in the scene",
  },
  {
    ids: /^(Status|CoreShowChannels)\/actionid-length-(244|250|300|600)$/,
    text: /./,
    reason: "the ActionID is cut with its line end, and items run into one another: other channels",
  },
  {
    ids: /^(Originate|Hangup|QueueWithdrawCaller)\//,
    text: /DeviceStateChange does not come/,
    reason: "device states are not simulated",
  },
  { ids: /^DeviceStateList\//, text: /./, reason: "device states are not simulated" },
  {
    ids: /^ShowDialPlan\//,
    text: /Switch, Registrar/,
    reason: "dialplan switches (here pbx_lua) are not simulated",
  },
  {
    ids: /^Command\/(help|quotes|codecs|translation|applications|function|settings|agi-commands)$/,
    text: /^answers Response: Error/,
    reason: "console commands that describe Asterisk itself are not simulated",
  },
  {
    ids: /^Command\/(channels-concise|lines)$/,
    text: /Output is/,
    reason: "other channels than in the recording",
  },
  {
    ids: /^DBGetTree\/bare$/,
    text: /^answers /,
    reason: "Asterisk keeps an id and the registered phones in its database",
  },
  {
    ids: /^BridgeList\/no-calls$/,
    text: /^answers /,
    reason: "the bridges of parking and of agents are there before anybody is in them",
  },
  {
    ids: /^ConfbridgeKick\/ok$/,
    text: /BridgeVideoSource is missing/,
    reason: "no video: nobody is the source of it",
  },
  {
    ids: /^ConfbridgeKick\/ok$/,
    text: /(SoftHangupRequest|HangupRequest|Hangup) comes too/,
    reason: "the recorder stopped while Asterisk played the sound that tells of the kick",
  },
  {
    ids: /^Originate\/variables$/,
    text: /Newexten comes 7 times instead of 9/,
    reason: "two events in the recording are of the call before",
  },
  {
    ids: /^WaitEvent\/bare$/,
    text: /^answers nothing/,
    reason: "an event had come meanwhile in the recording of version 16",
  },
];

/** Changes of one member of a queue, one after the other. */
const QUEUE_CHANGES = /^Queue(Add|Pause|Penalty|MemberRingInUse|Remove)\/(ok|bad-value)$/;

/** Conversations that others were recorded after, and that left something behind. */
const BEFORE: readonly (readonly [RegExp, RegExp])[] = [
  [/^DBPut\/(?!nested)/, /^DBGetTree\/family$/],
  [/^Setvar\/function$/, /^(Getvar\/expression|CoreShowChannels\/lines)$/],
  [QUEUE_CHANGES, QUEUE_CHANGES],
  [QUEUE_CHANGES, /^QueueStatus\/with-member$/],
  [/^ConfbridgeLock\/ok$/, /^ConfbridgeLock\/again$/],
  [/^DialplanExtensionAdd\/ok$/, /^DialplanExtensionRemove\/ok$/],
];

const ALL = amiTranscripts();
const RECORDED_FIRST = ALL.filter(({ version }) => version === "22");

/** What was recorded before a conversation and left something behind. */
function before({ id, version }: AmiTranscript): AmiTranscript[] {
  const earlier = RECORDED_FIRST.slice(0, RECORDED_FIRST.findIndex((each) => each.id === id));
  return earlier
    .filter((each) => BEFORE.some(([first, second]) => first.test(each.id) && second.test(id)))
    .map((each) => ({ ...each, version }));
}

function explain(id: string, text: string): Difference | undefined {
  return DIFFERENCES.find((difference) => difference.ids.test(id) && difference.text.test(text));
}

const seen = new Set<Difference>();
let [same, explained] = [0, 0];

for (const transcript of ALL) {
  const { id, version } = transcript;
  Deno.test(`recorded AMI conversation ${version} ${id}: the same answers, or a known reason`, async () => {
    const scene = new LabScene(version);
    for (const earlier of before(transcript)) await scene.replay(earlier);
    const { recorded, simulated } = await scene.replay(transcript);
    await scene.stop();
    const differences = diffConversations(recorded, simulated);
    const unexplained = differences.filter((text) => {
      const known = explain(id, text);
      if (known) seen.add(known);
      return !known;
    });
    assert.deepEqual(unexplained, []);
    if (differences.length === 0) same++;
    else explained++;
  });
}

Deno.test("differences from recorded AMI conversations: each that is listed occurs", () => {
  const idle = DIFFERENCES.filter((difference) => !seen.has(difference));
  assert.deepEqual(idle.map(({ reason }) => reason), []);
  // Fewer of the same would mean that something was lost.
  assert.deepEqual({ same, explained }, { same: 417, explained: 251 });
});
