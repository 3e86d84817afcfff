/**
 * AMI: events and actions.
 *
 * @module
 */
import {
  figure,
  freePort,
  generateFor,
  inC,
  lunopark,
  onDeno,
  onNode,
  type Program,
} from "./processes.ts";
import {
  type Contender,
  floorAllHeaders,
  floorC,
  floorOnDemand,
  ours,
  type Workload,
} from "./workload.ts";

type Listen = "all" | "one";

/** The clients that do the work, and how each is started; `scale` is how many events one takes. */
const clients: Readonly<Record<string, { scale: number; run: (listen: Listen) => Program }>> = {
  [floorC]: { scale: 4, run: () => inC("floor-ami") },
  [floorAllHeaders]: { scale: 1, run: () => onDeno("floor_ami.ts", "all") },
  [floorOnDemand]: { scale: 1, run: () => onDeno("floor_ami.ts") },
  [ours]: {
    scale: 1,
    run: (listen) =>
      lunopark({ BENCH_LISTEN: listen, BENCH_PORT: `${freePort()}`, BENCH_ROLE: "ami" }),
  },
  "asterisk.io": { scale: 0.25, run: (listen) => onNode("ami-client.cjs", "asterisk.io", listen) },
  yana: { scale: 0.15, run: (listen) => onNode("ami-client.cjs", "yana", listen) },
  "asterisk-manager": {
    scale: 0.1,
    run: (listen) => onNode("ami-client.cjs", "asterisk-manager", listen),
  },
};

/** Events of one run. */
const events = 600_000;

async function listen(name: string, mode: Listen, count: number): Promise<number[]> {
  const { scale, run } = clients[name]!;
  count *= scale;
  const args = ["-P", freePort(), "-n", count, "-w", count / 4];
  const output = await generateFor(run(mode), ...args);
  if (output["finished"] !== true) throw new Error(`${name}: ${output["why"]}`);
  const counted = figure(output, "client_events");
  if (mode === "all" && counted !== count + 1) {
    throw new Error(`${name} has counted ${counted} of ${count} events`);
  }
  return [figure(output, "cli_cpu_us_per_event")];
}

async function act(name: string, window: number, count: number): Promise<number[]> {
  // CPU time is counted in steps of 10 ms: what is cheap does more.
  if (name === floorC && window > 1) count *= 10;
  const args = ["-m", "actions", "-W", window, "-n", count, "-w", count / 4];
  const output = await generateFor(clients[name]!.run("one"), "-P", freePort(), ...args);
  if (output["finished"] !== true) throw new Error(`${name}: ${output["why"]}`);
  return [figure(output, "cli_cpu_us_per_action")];
}

/** The AMI workloads; `peers` are those that could be installed, `scale` is for how much work. */
export function amiWorkloads(peers: ReadonlySet<string>, scale = 1): Workload[] {
  const names = Object.keys(clients).filter((name) =>
    name === ours || name.startsWith("floor") || peers.has(name)
  );
  const all = (measure: (name: string) => Promise<number[]>): Contender[] =>
    names.map((name) => ({ name, measure: () => measure(name) }));
  return [
    {
      key: "events-all",
      title: "AMI events, each listened to, 3 fields read",
      metrics: [{
        name: "CPU, µs per event",
        digits: 2,
        goal: { of: floorAllHeaders, ratio: 0.57 },
      }],
      contenders: all((name) => listen(name, "all", events * scale)),
    },
    {
      key: "events-one",
      title: "AMI events, one in fifty listened to",
      metrics: [{
        name: "CPU, µs per event",
        digits: 2,
        goal: { of: floorOnDemand, ratio: 1.1 },
      }],
      contenders: all((name) => listen(name, "one", events * scale)),
    },
    {
      key: "actions-1",
      title: "AMI actions, one in flight",
      metrics: [{ name: "CPU, µs per action", digits: 1 }],
      contenders: all((name) => act(name, 1, 8_000 * scale)),
    },
    {
      key: "actions-100",
      title: "AMI actions, 100 in flight",
      metrics: [{
        name: "CPU, µs per action",
        digits: 2,
        goal: { of: floorOnDemand, ratio: 1.5 },
      }],
      contenders: all((name) => act(name, 100, 100_000 * scale)),
    },
  ];
}
