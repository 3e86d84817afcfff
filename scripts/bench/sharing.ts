/**
 * Several processes on one port, by `reusePort`.
 *
 * @module
 */
import { cpuOf, figure, freePort, generate, lunopark } from "./processes.ts";
import { Watched } from "./watched.ts";
import { ours, type Workload } from "./workload.ts";

/** The workloads: one process and two, with few and with many calls at a time. */
export function sharingWorkloads(scale = 1): Workload[] {
  return [50, 500].map((atOnce) => ({
    key: `processes-${atOnce}`,
    title: `Processes that share a port, ${atOnce} calls at a time`,
    note:
      "Nothing is pinned to a core: on a machine of two cores, two processes and the generator " +
      "share them, and two processes cannot serve twice as many calls.",
    metrics: [
      { name: "calls a second", digits: 0, moreIsBetter: true },
      { name: "CPU of all processes, µs per call", digits: 0 },
    ],
    contenders: [1, 2].map((processes) => ({
      name: `${ours}, ${processes} ${processes === 1 ? "process" : "processes"}`,
      measure: () => measure(processes, atOnce, Math.round(8_000 * scale)),
    })),
  }));
}

async function measure(processes: number, atOnce: number, calls: number): Promise<number[]> {
  const port = freePort();
  const program = lunopark({ BENCH_PORT: `${port}`, BENCH_ROLE: "agi", BENCH_REUSE_PORT: "yes" });
  await using servers = new AsyncDisposableStack();
  const pids: number[] = [];
  for (let count = 0; count < processes; count++) {
    const server = servers.use(new Watched(program, { pin: false }));
    await server.line(/Taking calls/);
    pids.push(server.pid);
  }
  const run = (count: number) =>
    generate("agi-load", ...["-P", port, "-c", atOnce, "-n", count, "-w", 0, "-x", 9]);
  await run(calls / 4);
  const before = await Promise.all(pids.map(cpuOf));
  const output = await run(calls);
  const after = await Promise.all(pids.map(cpuOf));
  if (figure(output, "ok") < calls) throw new Error(`Only ${figure(output, "ok")} calls went well`);
  const own = after.map((cpu, index) => cpu - before[index]!);
  // Whichever process the kernel gives a connection to: with hundreds, each gets some.
  if (Math.min(...own) === 0) throw new Error("One of the processes got no calls");
  return [
    figure(output, "calls_per_s"),
    own.reduce((sum, cpu) => sum + cpu, 0) * 1_000 / calls,
  ];
}
