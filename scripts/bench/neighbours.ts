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
import { ours, type Workload } from "./workload.ts";

/** Events a second that arrive beside calls. */
const eventRate = 10_000;
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
        measure: async () => [figure(await beside("events"), "srv_cpu_us_per_call")],
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

async function turnAround(neighbour?: Neighbour): Promise<number[]> {
  const output = await beside(neighbour);
  return [figure(output, "turn_us.p50"), figure(output, "turn_us.p99")];
}

/** What the generator of 500 calls a second says of a server that has other work too. */
async function beside(neighbour?: Neighbour): Promise<Output> {
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
  await using server = await Running.start(
    lunopark({ ...env, BENCH_LISTEN: "all", BENCH_HANDLER: folder.handler }),
    port,
  );
  await sleep(1_000);
  const calls = generate("agi-load", ...["-P", port, "-p", server.pid, "-x", 9], ...[
    ...["-c", 300, "-r", 500, "-n", 3_000, "-w", 1_000],
  ]);
  let over = false;
  calls.finally(() => over = true).catch(() => {});
  while (neighbour === "reloads" && !over) {
    await folder.touch();
    server.kill("SIGHUP");
    await sleep(1_000);
  }
  return await calls;
}
