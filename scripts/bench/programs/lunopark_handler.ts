/**
 * The work of the benchmarks as handlers of Lunopark.
 *
 * @module
 */
import { ami, type AmiEvent, type App, type Channel } from "lunopark";

const env = (name: string) => Deno.env.get(name) ?? "";

/** Nine commands; Lunopark adds one that sets `LUNOPARK_STATUS`. */
export async function bench(app: App, channel: Channel): Promise<void> {
  await channel.answer();
  await channel.set("FOO", "bar");
  const value = await channel.get("FOO");
  if (value !== "bar") throw new Error(`FOO is ${value}`);
  await app.NoOp("hi");
  await app.NoOp("hi");
  await app.NoOp("hi");
  await app.NoOp("hi");
  await app.NoOp("hi");
  await channel.hangup();
}

export async function hold(app: App, channel: Channel): Promise<void> {
  await channel.answer();
  await app.Wait(60);
  await channel.hangup();
}

const counts = new Map<string, number>();
let counted = 0;
let lengths = 0;

function count(event: AmiEvent): void {
  const { Event, Channel = "", Uniqueid = "" } = event;
  counts.set(Event, (counts.get(Event) ?? 0) + 1);
  lengths += Channel.length + Uniqueid.length;
  counted++;
}

let left = Number(env("AMI_WARM")) + Number(env("AMI_COUNT"));
async function askOn(): Promise<void> {
  while (left-- > 0) {
    const response = await ami.Getvar({ Channel: "PJSIP/100-00000001", Variable: "FOO" });
    if (response.Value !== "bar") throw new Error(`FOO is ${response.Value}`);
  }
}

if (env("AMI_MODE") === "events") {
  if (env("BENCH_LISTEN") === "all") ami.addEvent("*", count);
  // One event in 46 of the stream.
  else ami.addEvent("Cdr", count);
  ami.addEvent("UserEvent", (event) => {
    if (!event.headers.get("UserEvent")?.startsWith("Bench")) return;
    if (env("BENCH_LISTEN") !== "all") counted++;
    return ami.Getvar({ Variable: `BenchAck-${counted}` });
  });
} else if (env("AMI_MODE") === "actions") {
  ami.addEvent("ami:ready", () => {
    for (let window = Number(env("AMI_WINDOW")); window > 0; window--) askOn();
  });
}
