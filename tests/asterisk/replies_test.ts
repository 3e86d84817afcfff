/**
 * Every recorded AGI command line, sent again on a live channel: Asterisk answers as it did then.
 *
 * The recordings are those of `tests/transcripts/agi`; of version 16 there are only those that differ
 * from version 22. What depends on the run (names of channels, times, positions) is compared by its
 * shape.
 */
import assert from "node:assert/strict";
import { type AgiTranscript, agiTranscripts } from "../support/transcripts.ts";
import { onAsterisk, type Pbx, within, Witness } from "./support.ts";

/** What was sent, and all that came before the next was sent; one character for each byte. */
interface Step {
  readonly sent: string;
  readonly received: string;
}

/** A recording as it is sent again. */
interface Recording {
  readonly id: string;
  readonly far: string;
  /** Name of the recorded channel, without its `;2`, its extension and context. */
  readonly channel: string;
  readonly exten: string;
  readonly context: string;
  readonly steps: readonly Step[];
}

/** What is done to the call when an answer does not come by itself. */
type During = "hangup" | "redirect" | "stop";

/** What the recorder did beside. */
interface Condition {
  /** Variables of the script's half. */
  readonly vars?: Readonly<Record<string, string>>;
  /** What it did when no answer came; it hung up unless given. */
  readonly during?: During;
  /** The caller hangs up before the step of this number, and nothing tells of it. */
  readonly hangupBefore?: number;
}

/** As the ids and remarks of the recordings say. */
const conditions: Readonly<Record<string, Condition>> = {
  "hangup-notice/before-answer": { hangupBefore: 0 },
  "hangup-notice/sighup-no": { vars: { __AGISIGHUP: "no" }, hangupBefore: 1 },
  "hangup-notice/exit-on-hangup": { vars: { __AGIEXITONHANGUP: "yes" } },
  "hangup-notice/exit-and-no-sighup": { vars: { __AGISIGHUP: "no", __AGIEXITONHANGUP: "yes" } },
  "hangup-notice/exit-during-command": { vars: { __AGIEXITONHANGUP: "yes" } },
  "hangup-notice/redirected-during-command": { during: "redirect" },
  "control-stream-file/stopped": { during: "stop" },
};

/** Replies of which only the kind can be the same, and why. */
const inexact: Readonly<Record<string, string>> = {
  "control-stream-file/digit GET VARIABLE CPLAYBACKOFFSET": "it is where the digit came",
};

/** Longest line that each version reads whole, in bytes; a longer one it splits. */
const longestLine = { "22": 8_191, "16": 2_047 };

/** How many calls at once. */
const crowd = 8;
/** Within this time an answer has come by itself, in milliseconds, or something is done about it. */
const byItself = 3_000;

onAsterisk("every recorded command line is answered as it was", async (asterisk) => {
  const recordings = findRecordings(asterisk);
  await using replay = await Replay.start(asterisk);
  const problems: string[] = [];
  // Which part of a line that is too long lies in which buffer when is chance: what the parts are
  // answered differs from run to run, and a client that sends such a line has lost the call anyway.
  const queue = recordings.filter(({ steps }) =>
    steps.every(({ sent }) => sent.length <= longestLine[asterisk.version])
  );
  const { length } = queue;
  await Promise.all(Array.from({ length: crowd }, async () => {
    for (let next; (next = queue.shift());) {
      const came = await replay.run(next).catch((error) => [String(error)]);
      problems.push(...came.map((line) => `${next?.id}: ${line}`));
    }
  }));
  assert.deepEqual(problems, []);
  console.log(`${length} of ${recordings.length} recordings on Asterisk ${asterisk.version}`);
});

Deno.test("every AGI command is among the recordings", async () => {
  const schema = await Deno.readTextFile(
    new URL("../../lib/schema/agi_commands.ts", import.meta.url),
  );
  const names = [...schema.matchAll(/^ {2}readonly "?([A-Z ]+)"?:/gm)].map(([, name]) => name);
  assert.equal(names.length, 47);
  const lines = agiTranscripts().flatMap((recording) =>
    toRecording(recording).steps.flatMap(({ sent }) => sent.toUpperCase().split("\n"))
  );
  const missing = names.filter((name) => !lines.some((line) => line.startsWith(name ?? "")));
  // It is added below.
  assert.deepEqual(missing, ["SAY TIME"]);
});

/** The recordings for this version, and what they lack. */
function findRecordings({ version }: Pbx): Recording[] {
  const all = new Map<string, Recording>();
  for (const recording of agiTranscripts()) {
    if (recording.version === "22" || recording.version === version) {
      all.set(recording.id, toRecording(recording));
    }
  }
  all.set("say/time", {
    ...all.get("say/date") as Recording,
    id: "say/time",
    steps: [
      { sent: "ANSWER\n", received: "200 result=0\n" },
      { sent: 'SAY TIME 0 "0123456789"\n', received: "200 result=53\n" },
    ],
  });
  return [...all.values()];
}

function toRecording({ id, farLeg, exchange }: AgiTranscript): Recording {
  let environment = "";
  const steps: { sent: string; received: string }[] = [];
  for (const { direction, bytes } of exchange) {
    const text = String.fromCharCode(...bytes);
    const last = steps.at(-1);
    if (direction === "toAsterisk") steps.push({ sent: text, received: "" });
    else if (last) last.received += text;
    else environment += text;
  }
  const value = (name: string) =>
    new RegExp(`^agi_${name}: (.*)$`, "m").exec(environment)?.[1] ?? "";
  return {
    id,
    far: farLeg,
    channel: value("channel").replace(/;\d$/, ""),
    exten: value("extension"),
    context: value("context"),
    steps,
  };
}

/** Makes what depends on the run the same in all. */
function shapeOf(text: string, channel: string, exten: string): string {
  return text
    .replaceAll(channel, "<channel>")
    .replaceAll(exten, "<exten>")
    .replaceAll(/endpos=[1-9]\d*/g, "endpos=<some>")
    .replaceAll(/\b\d{9,10}(\.\d+)?\b/g, "<time>");
}

/** A FastAGI server that says what was recorded. */
class Replay implements AsyncDisposable {
  readonly #asterisk: Pbx;
  readonly #witness: Witness;
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #waiting = new Map<string, (line: LiveLine) => void>();
  readonly #accepting: Promise<void>;

  private constructor(asterisk: Pbx, witness: Witness) {
    this.#asterisk = asterisk;
    this.#witness = witness;
    this.#accepting = this.#accept();
  }

  static async start(asterisk: Pbx): Promise<Replay> {
    const replay = new Replay(asterisk, await Witness.open(asterisk));
    const { port } = replay.#listener.addr as Deno.NetAddr;
    await asterisk.sendCallsTo(`127.0.0.1:${port}`);
    return replay;
  }

  /** Says what was said in a recording, and resolves to what was answered otherwise. */
  async run(recording: Recording): Promise<string[]> {
    const { id, steps } = recording;
    const { during = "hangup", hangupBefore } = conditions[id] ?? {};
    const exten = `replay-${id.replaceAll("/", "-")}`;
    const context = recording.context === "lines" ? "lines" : "lunopark";
    const called = new Promise<LiveLine>((resolve) => this.#waiting.set(exten, resolve));
    if (id === "env/answered-leg") {
      await this.#witness.addExtension("replays", exten, ["Answer()", `AGI(\${AGI_URL}/${exten})`]);
      await this.#call(exten, "replays", recording);
    } else await this.#call(exten, context, recording);
    using line = await within(`the call of ${id}`, called);
    const problems: string[] = [];
    for (const [index, { sent, received }] of steps.entries()) {
      const isExact = inexact[`${id} ${sent.trim()}`] === undefined;
      const shape = (text: string) => {
        const own = shapeOf(text, recording.channel, recording.exten);
        const shape = shapeOf(own, line.channel, exten);
        return isExact ? shape : shape.replaceAll(/\d+(?=\))/g, "<number>");
      };
      const expected = shape(received);
      if (index === hangupBefore) {
        await this.#interfere("hangup", line);
        await this.#witness.event("HangupRequest", { Channel: `${line.channel};2` });
        await line.read("", 0);
      }
      await line.write(sent.replaceAll(recording.channel, line.channel));
      let came = await line.read(received, byItself);
      if (shape(came).length < expected.length && shape(came) !== expected) {
        await this.#interfere(during, line);
        came += await line.read(received.slice(came.length), byItself);
      }
      if (shape(came) === expected) continue;
      problems.push(
        `${sent.slice(0, 80).trim()} had ${expected.trim()}, has ${shape(came).trim()}`,
      );
    }
    return problems;
  }

  /** Calls as the recorder did. */
  async #call(exten: string, context: string, { id, far }: Recording): Promise<void> {
    const { vars = {} } = conditions[id] ?? {};
    await this.#witness.action("Originate", {
      ...{ Channel: `Local/${exten}@${context}/n`, CallerID: '"Lab Caller" <5551234>' },
      ...{ Context: "sink", Exten: far, Priority: "1", Timeout: "60000", Async: "true" },
      Variable: Object.entries(vars).map(([name, value]) => `${name}=${value}`),
    });
  }

  async #interfere(during: During, { channel }: LiveLine): Promise<void> {
    switch (during) {
      case "hangup":
        await this.#witness.action("Hangup", { Channel: `${channel};1` });
        break;
      case "redirect":
        await this.#witness.action("Redirect", {
          ...{ Channel: `${channel};2`, Context: "after", Exten: "s", Priority: "1" },
        });
        break;
      case "stop":
        await this.#witness.action("ControlPlayback", { Channel: `${channel};2`, Control: "stop" });
    }
  }

  async #accept(): Promise<void> {
    try {
      for (;;) {
        const line = await LiveLine.begin(await this.#listener.accept());
        this.#waiting.get(line.exten)?.(line);
      }
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    await this.#accepting;
    await this.#witness[Symbol.asyncDispose]();
  }
}

/** A FastAGI connection whose environment has been read; one character for each byte. */
class LiveLine implements Disposable {
  readonly #connection: Deno.TcpConn;
  #text = "";
  #news = Promise.withResolvers<void>();
  #ended = false;
  channel = "";
  exten = "";

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
    connection.setNoDelay(true);
    this.#readAll();
  }

  static async begin(connection: Deno.TcpConn): Promise<LiveLine> {
    const line = new LiveLine(connection);
    while (!line.#text.includes("\n\n")) {
      await line.#news.promise;
      line.#news = Promise.withResolvers();
    }
    const value = (name: string) => new RegExp(`^agi_${name}: (.*)$`, "m").exec(line.#text)?.[1];
    line.channel = (value("channel") ?? "").replace(/;\d$/, "");
    line.exten = value("extension") ?? "";
    // Arguments may have blank lines in them.
    await line.read("", 0);
    return line;
  }

  async write(text: string): Promise<void> {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    let sent = 0;
    try {
      while (sent < bytes.length) sent += await this.#connection.write(bytes.subarray(sent));
    } catch {
      // Asterisk has closed the line: what it says then is nothing.
    }
  }

  /** Reads as many lines as are expected, or what comes in the time, and what comes right behind. */
  async read(expected: string, time: number): Promise<string> {
    const lines = (text: string) => text.split("\n").length;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#news.resolve();
    }, time);
    while (lines(this.#text) < lines(expected) && !late && !this.#ended) {
      await this.#news.promise;
      this.#news = Promise.withResolvers();
    }
    clearTimeout(timer);
    // As the recorder did; more than was expected may follow.
    await new Promise((resolve) => setTimeout(resolve, 40));
    const text = this.#text;
    this.#text = "";
    return text;
  }

  async #readAll(): Promise<void> {
    const buffer = new Uint8Array(65_536);
    try {
      for (let count; (count = await this.#connection.read(buffer)) !== null;) {
        this.#text += String.fromCharCode(...buffer.subarray(0, count));
        this.#news.resolve();
      }
    } catch {
      // closed by ourselves
    }
    this.#ended = true;
    this.#news.resolve();
  }

  [Symbol.dispose](): void {
    try {
      this.#connection.close();
    } catch {
      // Asterisk was first.
    }
  }
}
