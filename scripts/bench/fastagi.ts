/**
 * FastAGI: nine commands a call, at several loads; open calls; latency.
 *
 * @module
 */
import {
  figure,
  freePort,
  generate,
  inC,
  lunopark,
  onDeno,
  onNode,
  type Program,
  Running,
} from "./processes.ts";
import {
  type Contender,
  floorC,
  floorDeno,
  floorDenoStatus,
  ours,
  type Workload,
} from "./workload.ts";

/** The servers that do the work, and how each is started on a port. */
const servers: Readonly<Record<string, (port: number) => Program>> = {
  [floorC]: (port) => inC("floor-agi", `${port}`),
  [floorDeno]: (port) => onDeno("floor_agi.ts", `${port}`),
  [floorDenoStatus]: (port) => onDeno("floor_agi.ts", `${port}`, "status"),
  [ours]: (port) => lunopark({ BENCH_PORT: `${port}` }),
  "ding-dong": (port) => onNode("ding-dong.cjs", `${port}`),
  "asterisk.io": (port) => onNode("asterisk.io-agi.cjs", `${port}`),
};

/** Runs agi-load against a fresh server, and gives the figures of its output. */
async function load(
  name: string,
  args: readonly (string | number)[],
  paths: readonly string[],
): Promise<number[]> {
  const port = freePort();
  await using server = await Running.start(servers[name]!(port), port);
  const output = await generate("agi-load", "-P", port, "-p", server.pid, ...args);
  return paths.map((path) => figure(output, path));
}

function contenders(
  names: readonly string[],
  args: readonly (string | number)[],
  ...paths: string[]
): Contender[] {
  return names.map((name) => ({ name, measure: () => load(name, args, paths) }));
}

/** Calls at a time, measured calls, and the goal. */
const loads = [
  { atOnce: 1, calls: 4_000, ratio: 1.15 },
  { atOnce: 50, calls: 8_000, ratio: 1.10 },
  { atOnce: 500, calls: 8_000, ratio: 1.15 },
] as const;

/** The FastAGI workloads; `peers` are those that could be installed, `scale` is for how much work. */
export function fastAgiWorkloads(peers: ReadonlySet<string>, scale = 1): Workload[] {
  const all = Object.keys(servers).filter((name) => !isPeer(name) || peers.has(name));
  const floorsAndUs = [floorC, floorDeno, floorDenoStatus, ours];
  return [
    ...loads.map(({ atOnce, calls, ratio }): Workload => ({
      key: `fastagi-${atOnce}`,
      title: `FastAGI, ${atOnce} ${atOnce === 1 ? "call" : "calls"} at a time`,
      metrics: [{ name: "CPU, µs per call", digits: 0, goal: { of: floorDeno, ratio } }],
      contenders: contenders(
        all,
        ["-c", atOnce, "-n", calls * scale, "-w", 2_000 * scale, "-x", 9],
        "srv_cpu_us_per_call",
      ),
    })),
    {
      key: "latency",
      title: "FastAGI, 500 calls a second",
      metrics: [
        { name: "command turn-around, median, µs", digits: 0 },
        { name: "command turn-around, p99, µs", digits: 0 },
      ],
      contenders: contenders(
        all,
        ["-c", 300, "-r", 500, "-n", 1_500, "-w", 500, "-x", 9],
        "turn_us.p50",
        "turn_us.p99",
      ),
    },
    ...[2_000, 10_000].map((calls): Workload => ({
      key: `open-${calls}`,
      title: `${calls} open calls`,
      metrics: [{
        name: "memory, bytes per call",
        digits: 0,
        ...calls === 10_000 && { most: 8_000 },
      }],
      contenders: (calls === 2_000 ? floorsAndUs : all).filter((name) => name !== floorDenoStatus)
        .map((name) => ({ name, measure: () => hold(name, calls) })),
    })),
  ];
}

function isPeer(name: string): boolean {
  return name !== ours && !name.startsWith("floor");
}

/** Memory of open calls, on a server that has served some before. */
async function hold(name: string, calls: number): Promise<number[]> {
  const port = freePort();
  await using server = await Running.start(servers[name]!(port), port);
  const common = ["-P", port, "-p", server.pid];
  await generate("agi-load", ...common, "-c", 50, "-n", 400, "-w", 100, "-x", 9);
  const output = await generate("agi-load", ...common, "-u", "hold", "-H", calls, "-c", 100);
  if (figure(output, "still_held") < calls) throw new Error(`${name} has lost open calls`);
  return [figure(output, "rss_bytes_per_call")];
}
