/**
 * Start: how soon calls are taken, how soon they are served, and what an idle program keeps.
 *
 * @module
 */
import { freePort, lunopark, memoryOf, type Program, sleep } from "./processes.ts";
import { median } from "./results.ts";
import { ours, type Workload } from "./workload.ts";

const emptyProgram = "deno run of an empty program";
/** Starts of one round; the median counts. */
const starts = 5;
/** When the memory is read, in milliseconds after the start. */
const idleTime = 2_000;
/** How long a start may take, in milliseconds. */
const patience = 20_000;

/** What Asterisk says first. */
const environment = new TextEncoder().encode(
  "agi_network: yes\nagi_network_script: bench\nagi_request: agi://127.0.0.1/bench\n" +
    "agi_channel: PJSIP/100-00000001\nagi_uniqueid: 1\nagi_version: 22.5.2\n\n",
);

/** The workload; an empty program is started in turn. */
export function startWorkload(): Workload {
  return {
    key: "start",
    title: "Start",
    metrics: [
      { name: "to accepting, ms", digits: 0, goal: { of: emptyProgram, ratio: 2 } },
      { name: "to the first command of a call, ms", digits: 0 },
      { name: "idle memory, MB", digits: 1 },
    ],
    contenders: [
      { name: emptyProgram, measure: startEmpty },
      { name: ours, measure: start },
    ],
  };
}

/** An empty program is started when it has ended. */
async function startEmpty(): Promise<number[]> {
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  const program = { command: Deno.execPath(), args: ["run", file] };
  try {
    const times: number[] = [];
    for (let run = 0; run < starts; run++) {
      const begun = performance.now();
      await spawn(program).status;
      times.push(performance.now() - begun);
    }
    await Deno.writeTextFile(file, "setTimeout(() => {}, 60_000);\n");
    return [median(times), NaN, await idleMemory(spawn(program))];
  } finally {
    await Deno.remove(file);
  }
}

async function start(): Promise<number[]> {
  const accepting: number[] = [];
  const serving: number[] = [];
  for (let run = 0; run < starts; run++) {
    const port = freePort();
    const begun = performance.now();
    const server = spawn(lunopark({ BENCH_PORT: `${port}` }));
    try {
      using connection = await connect(port);
      accepting.push(performance.now() - begun);
      await connection.write(environment);
      await connection.read(new Uint8Array(100));
      serving.push(performance.now() - begun);
    } finally {
      // Not by the way that takes time: nothing is to be saved.
      server.kill("SIGKILL");
      await server.status;
    }
  }
  const memory = await idleMemory(spawn(lunopark({ BENCH_PORT: `${freePort()}` })));
  return [median(accepting), median(serving), memory];
}

async function connect(port: number): Promise<Deno.TcpConn> {
  const late = performance.now() + patience;
  for (;;) {
    try {
      return await Deno.connect({ hostname: "127.0.0.1", port });
    } catch (error) {
      if (performance.now() > late) throw new Error("Lunopark takes no calls", { cause: error });
      await sleep(1);
    }
  }
}

/** Memory after some idle time, in MB; ends the program. */
async function idleMemory(program: Deno.ChildProcess): Promise<number> {
  try {
    await sleep(idleTime);
    return await memoryOf(program.pid) / 1e6;
  } finally {
    program.kill("SIGTERM");
    await program.status;
  }
}

/** Starts a program with nothing between it and us. */
function spawn({ command, args, env = {} }: Program): Deno.ChildProcess {
  return new Deno.Command(command, {
    ...{ args: [...args], env: { ...env } },
    ...{ stdin: "null", stdout: "null", stderr: "null" },
  }).spawn();
}
