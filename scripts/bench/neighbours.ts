/**
 * Neighbours: what calls feel of events and of reloads in the same process.
 *
 * @module
 */
import { makeHandlers } from "./handlers.ts";
import {
  figure,
  freePort,
  generate,
  lunopark,
  type Output,
  outside,
  Running,
  sleep,
} from "./processes.ts";
import { median } from "./results.ts";
import { Watched } from "./watched.ts";
import { ours, type Workload } from "./workload.ts";

/** Events a second that arrive beside calls. */
const eventRate = 10_000;
/** Runs of the generator on one server: the median of their figures counts, since others come and go. */
const runs = 3;
const idle = `${ours}, idle otherwise`;

type Neighbour = "events" | "reloads";

/** The workloads in which calls are not alone. */
export function neighbourWorkloads(): Workload[] {
  return [
    {
      key: "both",
      title: `FastAGI, 500 calls a second, and ${eventRate} AMI events a second, each listened to`,
      metrics: [{ name: "CPU, µs per call with its 20 events", digits: 0 }],
      contenders: [{
        name: ours,
        measure: () => beside(["srv_cpu_us_per_call"], "events"),
      }],
    },
    {
      key: "neighbours",
      title: "FastAGI, 500 calls a second, beside other work",
      metrics: [
        { name: "command turn-around, median, µs", digits: 0 },
        { name: "command turn-around, p99, µs", digits: 0, goal: { of: idle, ratio: 3 } },
      ],
      contenders: [
        { name: idle, measure: () => turnAround() },
        { name: `${ours}, ${eventRate} events a second`, measure: () => turnAround("events") },
        { name: `${ours}, reloads of 100 modules`, measure: () => turnAround("reloads") },
      ],
    },
  ];
}

function turnAround(neighbour?: Neighbour): Promise<number[]> {
  return beside(["turn_us.p50", "turn_us.p99"], neighbour);
}

/** Figures of the generator of 500 calls a second, on a server that has other work too. */
async function beside(paths: readonly string[], neighbour?: Neighbour): Promise<number[]> {
  const [port, amiPort] = [freePort(), freePort()];
  await using folder = await makeHandlers(neighbour === "reloads" ? 100 : 0);
  const env = { BENCH_PORT: `${port}`, AMI_PORT: `${amiPort}`, AMI_MODE: "events" };
  // It waits for the client, streams for longer than the calls take, and is ended then.
  await using _events = neighbour === "events"
    ? await Running.start({
      command: `${outside}/ami-load`,
      args: ["-P", `${amiPort}`, "-r", `${eventRate}`, "-n", "9000000", "-w", "1", "-p", "1"],
    })
    : undefined;
  await sleep(300);
  await using server = new Watched(
    lunopark({ ...env, BENCH_LISTEN: "all", BENCH_HANDLER: folder.handler }),
  );
  await server.line(/Taking calls/);
  // Until the code is compiled, calls wait for the compiler, which is no neighbour.
  await generateCalls(port, server.pid, ["-c", 50, "-n", 5_000, "-w", 500]);
  await sleep(1_000);
  let over = false;
  const calls = generateRuns(port, server.pid).finally(() => over = true);
  calls.catch(() => {});
  while (neighbour === "reloads" && !over) {
    await folder.touch();
    server.kill("SIGHUP");
    // The next one begins a second after the end, so that a slow machine is not kept at it.
    await server.line(/Loaded generation/);
    await sleep(1_000);
  }
  const outputs = await calls;
  return paths.map((path) => median(outputs.map((output) => figure(output, path))));
}

async function generateRuns(port: number, pid: number): Promise<Output[]> {
  const outputs: Output[] = [];
  const rate = ["-c", 300, "-r", 500, "-n", 1_250, "-w", 500];
  while (outputs.length < runs) outputs.push(await generateCalls(port, pid, rate));
  return outputs;
}

function generateCalls(port: number, pid: number, rate: (string | number)[]): Promise<Output> {
  return generate("agi-load", "-P", port, "-p", pid, "-x", 9, ...rate);
}
