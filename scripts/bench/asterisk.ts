/**
 * Real Asterisk: what a call costs, in the dialplan, in Lua, and with Lunopark.
 *
 * @module
 */
import { freePort, startAsterisk } from "../../tests/support/asterisk.ts";
import { cpuOf, lunopark, Running, sleep } from "./processes.ts";
import { ours, type Workload } from "./workload.ts";

/** Calls of one measurement, and how many at a time. */
const calls = 400;
const atOnce = 50;

/** The workload on real Asterisk 22; each call is two Local channels, one of which does the work. */
export function asteriskWorkloads(): Workload[] {
  return [{
    key: "asterisk",
    title: "Real Asterisk 22, answer, two variables, five applications, hangup",
    metrics: [
      { name: "CPU of Asterisk, ms per call", digits: 2 },
      { name: "CPU of Lunopark, ms per call", digits: 2, most: 0.35 },
    ],
    contenders: [
      { name: "plain dialplan", measure: () => measure("plain", "trivial") },
      { name: "pbx_lua", measure: () => measure("lua", "trivial") },
      { name: ours, measure: () => measure("agi", "bench", "agi") },
      { name: `${ours}, AMI role too`, measure: () => measure("agi", "bench", "both") },
    ],
  }];
}

async function measure(context: string, exten: string, role?: "agi" | "both"): Promise<number[]> {
  const port = freePort();
  await using asterisk = await startAsterisk("22", { agiPort: port });
  const { ami, env } = asterisk;
  await using server = role && await Running.start(
    lunopark({
      BENCH_PORT: `${port}`,
      BENCH_ROLE: role,
      AMI_PORT: `${ami.port}`,
      AMI_USER: ami.user,
      AMI_SECRET: ami.secret,
    }),
    port,
  );
  const pids = [Number(env["ASTERISK_PID"]), ...server ? [server.pid] : []];
  const run = async (count: number) => {
    const { answered } = await asterisk.call(exten, { context, count, max: atOnce, wait: true });
    if (answered < count) throw new Error(`Asterisk has answered ${answered} of ${count} calls`);
    await sleep(300);
  };
  await run(atOnce);
  const before = await Promise.all(pids.map(cpuOf));
  await run(calls);
  const after = await Promise.all(pids.map(cpuOf));
  return after.map((cpu, index) => (cpu - before[index]!) / calls);
}
