/**
 * Simulated calls to the IVR example, in one process: `deno task bench:simulator [CALLS] [AT_ONCE]`.
 *
 * @module
 */
import process from "node:process";
import { fakeAsterisk, type TestCall } from "lunopark/testing";

const calls = Number(Deno.args[0] ?? 10_000);
const atOnce = Number(Deno.args[1] ?? 500);

/** What callers do, one after the other. */
const callers: readonly ((call: TestCall) => unknown)[] = [
  // wants the operator
  (call) => call.digits("0"),
  // presses a wrong key, hears his number in the menu below, and goes back to the operator
  (call) => call.digits("912*0"),
  // says nothing, and gets the operator after three tries
  () => {},
  // listens to something, and hangs up
  async (call) => {
    await call.digits("2");
    await call.expect("Playback", "hello-world");
    call.hangup();
  },
  // hangs up at the first question
  async (call) => {
    await call.expect("GET OPTION");
    call.hangup();
  },
];

const pbx = await fakeAsterisk({
  handler: new URL("../handlers/ivr.ts", import.meta.url),
  config: { role: "agi", level: "error" },
  keepEvents: false,
});
pbx.phone("PJSIP/operator", "ANSWER", { talk: 30_000 });
const counts: Record<string, number> = {};
let placed = 0;
let duration = 0;

async function placeCalls(): Promise<void> {
  while (placed < calls) {
    const caller = callers[placed++ % callers.length];
    const call = pbx.call("ivr", { callerid: "100" });
    await caller?.(call);
    const end = await call.ended;
    duration += end.duration;
    const name = end.status ?? "none";
    counts[name] = (counts[name] ?? 0) + 1;
    // A long run does not keep what its calls said.
    pbx.calls.splice(pbx.calls.indexOf(call), 1);
  }
}

const began = performance.now();
const cpu = process.cpuUsage();
await Promise.all(Array.from({ length: atOnce }, placeCalls));
const time = (performance.now() - began) / 1_000;
const { user, system } = process.cpuUsage(cpu);
await pbx.stop();
const statuses = Object.entries(counts).map(([status, count]) => `${count} ${status}`).join(", ");
console.log(
  `${calls} calls, ${atOnce} at once, in ${time.toFixed(1)} s, ` +
    `${((user + system) / 1e6).toFixed(1)} s of CPU: ` +
    `${statuses}; they lasted ${Math.round(duration / 3_600_000)} hours; ` +
    `${Math.round(Deno.memoryUsage().rss / 1e6)} MB`,
);
