/**
 * Real Asterisk: what a call costs, in the dialplan, in Lua, and with Lunopark.
 *
 * @module
 */
import {
  cpuOf,
  freePort,
  lunopark,
  onDeno,
  type Program,
  root,
  Running,
  sleep,
} from "./processes.ts";
import { floorDeno, ours, type Workload } from "./workload.ts";

/** Calls before the measurement, by which the code is compiled that runs often. */
const warmUp = 400;
/** Calls of one measurement, and how many at a time. */
const calls = 400;
const atOnce = 50;

/** The workload on real Asterisk 22; each call is two Local channels, one of which does the work. */
export function asteriskWorkloads(): Workload[] {
  return [{
    key: "asterisk",
    title: "Real Asterisk 22, answer, two variables, five applications, hangup",
    note:
      "Some 60 calls a second come of it. At such a rate each command wakes a process that sleeps, " +
      "and a call costs three times what it does at 50 at a time without pause: the floor too.",
    metrics: [
      { name: "CPU of Asterisk, ms per call", digits: 2 },
      { name: "CPU of the FastAGI server, ms per call", digits: 2, most: 0.35 },
    ],
    contenders: [
      { name: "plain dialplan", measure: () => measure("plain", "trivial") },
      { name: "pbx_lua", measure: () => measure("lua", "trivial") },
      {
        name: floorDeno,
        measure: () => measure("agi", "bench", (port) => onDeno("floor_agi.ts", `${port}`)),
      },
      { name: ours, measure: () => measure("agi", "bench", inRole("agi")) },
      { name: `${ours}, AMI role too`, measure: () => measure("agi", "bench", inRole("both")) },
    ],
  }];
}

/** The server of a measurement: on a port, for an Asterisk with these variables. */
type Server = (port: number, asterisk: Readonly<Record<string, string>>) => Program;

function inRole(role: "agi" | "both"): Server {
  return (port, asterisk) =>
    lunopark({
      BENCH_PORT: `${port}`,
      BENCH_ROLE: role,
      AMI_PORT: asterisk["ASTERISK_AMI"]?.split(":")[1] ?? "",
      AMI_USER: asterisk["ASTERISK_AMI_USER"] ?? "",
      AMI_SECRET: asterisk["ASTERISK_AMI_SECRET"] ?? "",
    });
}

async function measure(context: string, exten: string, serve?: Server): Promise<number[]> {
  const port = freePort();
  const name = `bench-${Deno.pid}`;
  await lab("install", "22");
  const env = await lab("start", "22", "--name", name, "--auto", "--agi", `${port}`);
  await using _asterisk = { [Symbol.asyncDispose]: async () => void await lab("stop", name) };
  await using server = serve && await Running.start(serve(port, env), port);
  const pids = [Number(env["ASTERISK_PID"]), ...server ? [server.pid] : []];
  const run = async (count: number) => {
    const options = ["--name", name, "--context", context, "--max", `${atOnce}`, "--wait"];
    await lab("call", exten, `${count}`, ...options);
    await sleep(300);
  };
  await run(warmUp);
  const before = await Promise.all(pids.map(cpuOf));
  await run(calls);
  const after = await Promise.all(pids.map(cpuOf));
  return after.map((cpu, index) => (cpu - before[index]!) / calls);
}

/** Runs a command of the lab, and gives the variables that it prints. */
async function lab(...args: string[]): Promise<Record<string, string>> {
  const program = `${root}/scripts/asterisk-lab/asterisk-lab`;
  const { success, stdout, stderr } = await new Deno.Command(program, { args, stdin: "null" })
    .output();
  const [text = "", said = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) throw new Error(`asterisk-lab ${args.join(" ")} failed: ${said || text}`);
  return Object.fromEntries(
    Array.from(text.matchAll(/^(\w+)=(.*)$/gm), ([, name, value]) => [name, value]),
  );
}
