/**
 * Simulated calls through a menu, in one process: `deno task bench:simulator [CALLS] [AT_ONCE]`.
 *
 * @module
 */
import type { App, Channel } from "lunopark";
import { fakeAsterisk } from "lunopark/testing";

const calls = Number(Deno.args[0] ?? 10_000);
const atOnce = Number(Deno.args[1] ?? 500);

/** A menu with a prompt, timeouts, three tries, and somebody to be put through to. */
async function menu(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await app.Playback("welcome");
  for (let tries = 0; tries < 3; tries++) {
    const { digits } = await channel.getData("menu", { timeout: 5_000, max: 1 });
    if (digits === "1") {
      await app.Dial("PJSIP/201", 30, "g");
      await channel.set("CHOICE", `sales ${await channel.get("DIALSTATUS")}`);
      return;
    }
    if (digits === "2") {
      await channel.set("CHOICE", "opening hours");
      await app.Playback("opening-hours");
      return;
    }
    await app.Playback("invalid");
  }
  await app.Playback("vm-goodbye");
}

/** What a caller does: is put through, listens, errs twice, says nothing, or hangs up. */
const callers = ["1", "2", "991", "", "hangup"] as const;

const pbx = await fakeAsterisk({ handler: menu, config: { role: "agi" }, keepEvents: false });
pbx.phone("PJSIP/201", "ANSWER", { talk: 30_000 });
const counts: Record<string, number> = {};
let placed = 0;
let duration = 0;

async function placeCalls(): Promise<void> {
  while (placed < calls) {
    const caller = callers[placed++ % callers.length] as typeof callers[number];
    const call = pbx.call("menu", { callerid: "100" });
    if (caller === "hangup") {
      await call.expect("GET DATA");
      call.hangup();
    } else if (caller !== "") call.digits(caller);
    const end = await call.ended;
    duration += end.duration;
    const name = end.status ?? "none";
    counts[name] = (counts[name] ?? 0) + 1;
    // A long run does not keep what its calls said.
    pbx.calls.splice(pbx.calls.indexOf(call), 1);
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: atOnce }, placeCalls));
const time = (performance.now() - began) / 1_000;
await pbx.stop();
const statuses = Object.entries(counts).map(([status, count]) => `${count} ${status}`).join(", ");
console.log(
  `${calls} calls, ${atOnce} at once, in ${time.toFixed(1)} s (${Math.round(calls / time)}/s): ` +
    `${statuses}; they lasted ${Math.round(duration / 3_600_000)} hours; ` +
    `${Math.round(Deno.memoryUsage().rss / 1e6)} MB`,
);
