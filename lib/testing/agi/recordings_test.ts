import assert from "node:assert/strict";
import { type AgiTranscript, agiTranscripts } from "../../../tests/support/transcripts.ts";
import { streamPair } from "../../../tests/support/stream_pair.ts";
import { Clock } from "../pbx/clock.ts";
import { Dialplan } from "../pbx/dialplan.ts";
import { originate } from "../pbx/originate.ts";
import { Pbx } from "../pbx/pbx.ts";
import { createLauncher } from "./launch.ts";
import { decodeText, encodeText } from "../wire_text.ts";

const lab = Deno.readTextFileSync(
  new URL("../../../scripts/asterisk-lab/etc/extensions.conf", import.meta.url),
);

/** How a reply differs from what was recorded. */
interface Difference {
  readonly why: string;
  /** What is not the same; if missing, the same replies come at other steps. */
  readonly blur?: RegExp;
}

const nagle: Difference = {
  why: "Asterisk's second reply waited for TCP, until the next command carried an acknowledgement",
};

const frames: Difference = {
  why: "the last piece of sound was played, or not, when the key came: a matter of one millisecond",
  blur: /(?<=endpos=|result=1 \()(6[68]0|5280|5440)\b/g,
};

/** Replies that are not the same as those that were recorded, but for names and times of channels. */
const differences: Readonly<Record<string, Difference>> = {
  "16 length/variable-3900": nagle,
  "16 length/variable-4095": nagle,
  "16 length/variable-4096": nagle,
  "16 length/variable-4097": nagle,
  "16 length/variable-5000": nagle,
  "16 length/variable-8000": nagle,
  "22 stream-file/digit": frames,
  "16 control-stream-file/digit": frames,
};

/** What somebody did to the call, when, in milliseconds since the first byte. */
interface Happening {
  readonly at: number;
  readonly what: "hangup" | "redirect" | "stop";
}

/** What was done from outside, found by what came of it. */
function happenings({ id, exchange }: AgiTranscript): Happening[] {
  const times = (pattern: RegExp) =>
    exchange.filter(({ direction, bytes }) =>
      direction === "fromAsterisk" && pattern.test(decodeText(bytes))
    ).map(({ t }) => t);
  if (id === "control-stream-file/stopped") return [{ at: times(/endpos=/)[0]!, what: "stop" }];
  if (id.includes("redirected")) return [{ at: times(/result=-1/)[0]! - 1, what: "redirect" }];
  const isHangup = /\/(.*hangup|idle|before-answer|during-wait|exit-.*|read-hangup)$/.test(id) &&
    !id.startsWith("gosub/");
  if (id === "hangup-notice/sighup-no") return [{ at: 540, what: "hangup" }];
  if (id === "hangup-notice/exit-and-no-sighup") return [{ at: 540, what: "hangup" }];
  if (!isHangup) return [];
  const at = times(/result=-1|HANGUP/)[0] ?? times(/result=0\nHANGUP/)[0]!;
  return [{ at: Math.max(0, at - 1), what: "hangup" }];
}

/** Values that the recorder gave to the call's channel. */
function variables(id: string): [string, string][] {
  const set: [string, string][] = [];
  if (id === "hangup-notice/sighup-no" || id.includes("no-sighup")) set.push(["__AGISIGHUP", "no"]);
  if (id.includes("exit-on-hangup") || id.includes("exit-and") || id.includes("exit-during")) {
    set.push(["__AGIEXITONHANGUP", "yes"]);
  }
  return set;
}

/** Names, numbers and times, which are other ones each time. */
function normalize(text: string): string {
  return text
    .replace(/(Local\/[^;@\s)]+@\w+-)[0-9a-f]{8}/g, "$1XXXXXXXX")
    .replace(/agi_uniqueid: .*/g, "agi_uniqueid: X")
    .replace(/agi_threadid: .*/g, "agi_threadid: X")
    .replace(/\b\d{10}\.\d+\b/g, "UNIQUEID")
    .replace(/\(\d{10}\)/g, "(EPOCH)");
}

/** Replays a conversation at its own times; says what came, by what was sent before it. */
async function replay(transcript: AgiTranscript): Promise<{ sent: string; received: string }[]> {
  const { exchange, version, id, farLeg } = transcript;
  const clock = new Clock("virtual", 1_795_375_793_000);
  const dialplan = new Dialplan().add(lab);
  const pbx = new Pbx({ version, clock, dialplan });
  pbx.hasSound = (file) => !file.startsWith("nosuch");
  const text = exchange.filter(({ direction }) => direction === "fromAsterisk")
    .map(({ bytes }) => decodeText(bytes)).join("");
  const environment = (name: string) =>
    new RegExp(`^agi_${name}: (.*)$`, "m").exec(text)?.[1] ?? "";
  const url = environment("request");
  pbx.globals.set("AGI_URL", /^agi:\/\/[^/]+/.exec(url)?.[0] ?? "");
  const [ours, theirs] = streamPair();
  pbx.launchAgi = createLauncher({
    connect: (_hostname, port) =>
      port === 9 ? Promise.reject(new Error("refused")) : Promise.resolve(theirs),
    observe: () => ({ timed: true }),
  });
  const steps: { sent: string; received: string }[] = [{ sent: "", received: "" }];
  const read = async () => {
    const buffer = new Uint8Array(65_536);
    for (let count; (count = await ours.read(buffer).catch(() => null)) !== null;) {
      steps.at(-1)!.received += decodeText(buffer.subarray(0, count));
    }
  };
  const reading = read();
  const [context, extension] = [environment("context"), environment("extension")];
  const callerId = {
    number: environment("callerid").replace("unknown", ""),
    name: environment("calleridname").replace("unknown", ""),
  };
  const isDirect = context === "sink";
  const args = [...text.matchAll(/^agi_arg_\d+: (.*)$/gm)].map(([, value = ""]) =>
    value.replace(/[\\",()[\]]/g, "\\$&")
  );
  const placed = originate(pbx, {
    channel: `Local/${extension}@${context}/n`,
    callerId: context === "lines" ? { number: "5551234", name: "Lab Caller" } : callerId,
    timeout: 60_000,
    variables: variables(id),
    ...isDirect
      ? { application: { name: "AGI", data: [url, ...args].join(",") } }
      : { place: { context: "sink", exten: farLeg, priority: 1 } },
  });
  await clock.sleep(isDirect ? 501 : 0);
  const start = clock.now;
  const near = [...pbx.channels.values()].find(({ name }) => name.endsWith(";1"))!;
  for (const { at, what } of happenings(transcript)) {
    clock.after(at, () => {
      const far = near.other!;
      if (what === "hangup") pbx.requestHangup(near);
      else if (what === "redirect") {
        pbx.redirect(far, { context: "after", exten: "s", priority: 1 });
      } else {
        far.playbackControl = "stop";
        far.nudge();
      }
    });
  }
  const recordedName = environment("channel").slice(-10, -2);
  const actualName = near.name.slice(-10, -2);
  for (const { direction, bytes, t } of exchange) {
    if (direction === "fromAsterisk") continue;
    await clock.sleep(Math.max(0, start + t - clock.now));
    steps.push({ sent: decodeText(bytes), received: "" });
    const sent = decodeText(bytes).replaceAll(`-${recordedName};`, `-${actualName};`);
    await ours.write(encodeText(sent)).catch(() => {});
  }
  // The recorder waited for the last reply, and 40 ms more.
  await clock.sleep(start + exchange.at(-1)!.t + 40 - clock.now);
  try {
    ours.close();
  } catch {
    // It was closed from the other side.
  }
  await reading;
  for (const channel of pbx.channels.values()) pbx.requestHangup(channel);
  await placed;
  clock.stop();
  return steps;
}

/** The same of a recording. */
function recorded({ exchange }: AgiTranscript): { sent: string; received: string }[] {
  const steps = [{ sent: "", received: "" }];
  for (const { direction, bytes } of exchange) {
    if (direction === "toAsterisk") steps.push({ sent: decodeText(bytes), received: "" });
    else steps.at(-1)!.received += decodeText(bytes);
  }
  return steps;
}

for (const transcript of agiTranscripts()) {
  const name = `${transcript.version} ${transcript.id}`;
  const difference = differences[name];
  const what = difference ? `the same but ${difference.why}` : "the same replies";
  Deno.test(`recorded AGI conversation ${name}: ${what}`, async () => {
    const actual = await replay(transcript);
    const expected = recorded(transcript);
    const show = (steps: typeof actual) =>
      steps.map(({ sent, received }) => [sent.slice(0, 200), normalize(received)]);
    if (!difference) return assert.deepEqual(show(actual), show(expected));
    assert.notDeepEqual(show(actual), show(expected), "it is the same now: delete the difference");
    const join = (steps: typeof actual) => {
      const text = steps.map(({ received }) => normalize(received)).join("");
      return difference.blur ? text.replace(difference.blur, "#") : text;
    };
    // The recorder did not wait for the last reply.
    assert.ok(
      join(actual).startsWith(join(expected)),
      `${join(actual)}\nis not\n${join(expected)}`,
    );
  });
}
