/**
 * Lunopark as a whole: both roles, AsyncAGI, start, reload, neighbours.
 *
 * @module
 */
import { AsyncAgiPeer } from "./async_agi_peer.ts";
import {
  cpuOf,
  figure,
  freePort,
  generate,
  lunopark,
  memoryOf,
  outside,
  Running,
  sleep,
} from "./processes.ts";
import { ours, type Workload } from "./workload.ts";

const emptyProgram = "deno run of an empty program";
/** Events a second that arrive beside calls. */
const eventRate = 10_000;

/** The workloads of the house. */
export function houseWorkloads(): Workload[] {
  return [
    {
      key: "both",
      title: `FastAGI, 500 calls a second, and ${eventRate} AMI events a second, each listened to`,
      metrics: [
        { name: "CPU, µs per call with its 20 events", digits: 0 },
        { name: "command turn-around, p99, µs", digits: 0 },
      ],
      contenders: [{ name: ours, measure: () => beside("events") }],
    },
    {
      key: "async-agi",
      title: "AsyncAGI, 50 calls at a time",
      metrics: [{ name: "CPU, µs per call", digits: 0 }],
      contenders: [{ name: ours, measure: asyncAgi }],
    },
    {
      key: "neighbours",
      title: "FastAGI, 500 calls a second, beside other work",
      metrics: [{ name: "command turn-around, p99, µs", digits: 0 }],
      contenders: [
        { name: `${ours}, idle otherwise`, measure: async () => [(await beside())[1]!] },
        {
          name: `${ours}, ${eventRate} events a second`,
          measure: async () => [(await beside("events"))[1]!],
        },
        {
          name: `${ours}, reloads of 100 modules`,
          measure: async () => [(await beside("reloads"))[1]!],
        },
      ],
    },
    {
      key: "start",
      title: "Start",
      metrics: [
        { name: "to accepting, ms", digits: 0, goal: { of: emptyProgram, ratio: 2 } },
        { name: "idle memory, MB", digits: 1 },
      ],
      contenders: [
        { name: emptyProgram, measure: startEmpty },
        { name: ours, measure: start },
      ],
    },
    {
      key: "reload",
      title: "Reload",
      metrics: [{ name: "5 modules, ms", digits: 1 }, { name: "100 modules, ms", digits: 1 }],
      contenders: [{
        name: ours,
        measure: async () => [await reload(5), await reload(100)],
      }],
    },
  ];
}

/** CPU per call and p99 of the turn-around at 500 calls a second, beside `what`. */
async function beside(what?: "events" | "reloads"): Promise<number[]> {
  const [port, amiPort] = [freePort(), freePort()];
  await using folder = await makeHandlers(what === "reloads" ? 100 : 0);
  const env = { BENCH_PORT: `${port}`, AMI_PORT: `${amiPort}`, AMI_MODE: "events" };
  // It waits for the client, streams for longer than the calls take, and is ended then.
  await using _events = what === "events"
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
    ...["-c", 300, "-r", 500, "-n", 2_000, "-w", 500],
  ]);
  let over = false;
  calls.finally(() => over = true).catch(() => {});
  while (what === "reloads" && !over) {
    await folder.touch();
    server.kill("SIGHUP");
    await sleep(700);
  }
  const output = await calls;
  return [figure(output, "srv_cpu_us_per_call"), figure(output, "turn_us.p99")];
}

async function asyncAgi(): Promise<number[]> {
  const port = freePort();
  const peer = new AsyncAgiPeer(port);
  await using server = await Running.start(
    lunopark({ BENCH_PORT: `${freePort()}`, AMI_PORT: `${port}`, AMI_MODE: "none" }),
  );
  try {
    await peer.ready;
    await peer.run({ calls: 500, atOnce: 50 });
    const before = await cpuOf(server.pid);
    const calls = 2_000;
    await peer.run({ calls, atOnce: 50 });
    return [(await cpuOf(server.pid) - before) * 1_000 / calls];
  } finally {
    peer.close();
  }
}

async function startEmpty(): Promise<number[]> {
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  const begun = performance.now();
  await new Deno.Command(Deno.execPath(), { args: ["run", file] }).output();
  const time = performance.now() - begun;
  await Deno.writeTextFile(file, "setTimeout(() => {}, 60_000);\n");
  await using idle = await Running.start({ command: Deno.execPath(), args: ["run", file] });
  await sleep(2_000);
  const memory = await memoryOf(idle.pid);
  await Deno.remove(file);
  return [time, memory / 1e6];
}

async function start(): Promise<number[]> {
  const port = freePort();
  const begun = performance.now();
  await using server = await Running.start(lunopark({ BENCH_PORT: `${port}` }), port);
  const time = performance.now() - begun;
  await sleep(2_000);
  return [time, await memoryOf(server.pid) / 1e6];
}

/** Median time of reloads in milliseconds, as the program itself tells. */
async function reload(modules: number): Promise<number> {
  const port = freePort();
  await using folder = await makeHandlers(modules);
  await using server = await Running.start(
    lunopark({ BENCH_PORT: `${port}`, BENCH_HANDLER: folder.handler, BENCH_LOG: folder.log }),
    port,
  );
  const times: number[] = [];
  for (let count = 2; count <= 6; count++) {
    await folder.touch();
    server.kill("SIGHUP");
    for (let turn = 0; turn < 200 && times.length < count - 1; turn++) {
      await sleep(20);
      const log = await Deno.readTextFile(folder.log);
      const time = new RegExp(`Loaded generation ${count} .* in (\\d+) ms`).exec(log)?.[1];
      if (time !== undefined) times.push(Number(time));
    }
  }
  if (times.length === 0) throw new Error("Lunopark did not reload");
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Handlers in a folder of their own: the usual ones, and a number of modules beside them. */
interface Handlers extends AsyncDisposable {
  /** Path of the handler file. */
  readonly handler: string;
  /** Path of a log. */
  readonly log: string;
  /** Changes the handler file. */
  touch(): Promise<void>;
}

async function makeHandlers(modules: number): Promise<Handlers> {
  const folder = await Deno.makeTempDir({ prefix: "lunopark-bench-" });
  const usual = new URL("./programs/lunopark_handler.ts", import.meta.url);
  const own = await Deno.readTextFile(usual);
  let imports = "";
  for (let number = 1; number < modules; number++) {
    imports += `import { value${number} } from "./module${number}.ts";\nvoid value${number};\n`;
    const lines = Array.from(
      { length: 40 },
      (_, line) => `export function task${line}(text: string): string { return text + ${line}; }`,
    );
    await Deno.writeTextFile(
      `${folder}/module${number}.ts`,
      `export const value${number}: number = ${number};\n${lines.join("\n")}\n`,
    );
  }
  const handler = `${folder}/handler.ts`;
  let touched = 0;
  const touch = () => Deno.writeTextFile(handler, `${imports}${own}\n// ${++touched}\n`);
  await touch();
  return {
    handler,
    log: `${folder}/lunopark.log`,
    touch,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
