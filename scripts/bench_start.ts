/**
 * Measures how soon the program takes calls, and what it costs when it is idle: `deno task bench:start`.
 *
 * It runs with both roles, against an Asterisk of the lab if one is installed, else against a port
 * where nobody listens. The figures are for people: the exit status is always 0.
 *
 * @module
 */
import { resolve } from "node:path";
import { serviceFlags } from "./service_flags.ts";

const runs = 10;
/** How long a start may take, in milliseconds. */
const patience = 10_000;
/** When the memory is read, in milliseconds after the port is open. */
const idleTime = 2_000;

const root = resolve(import.meta.dirname ?? ".", "..");
const lab = resolve(root, "scripts/asterisk-lab/asterisk-lab");

/** What one start has shown: milliseconds, and bytes (0 where the system does not tell). */
interface Measured {
  readonly time: number;
  readonly memory: number;
}

const folder = await Deno.makeTempDir({ prefix: "lunopark-bench-" });
const name = `bench-${Deno.pid}`;
const asterisk = await startAsterisk();
try {
  await Deno.writeTextFile(`${folder}/handler.ts`, handlerFile());
  const measured: Measured[] = [];
  for (let run = 0; run < runs; run++) measured.push(await measure(asterisk ?? "127.0.0.1:1"));
  print(measured);
} catch (error) {
  console.log((error as Error).message);
} finally {
  if (asterisk !== undefined) await runLab("stop", name);
  await Deno.remove(folder, { recursive: true });
}

/** Starts an Asterisk and resolves to the address of its AMI; `undefined` where none is installed. */
async function startAsterisk(): Promise<string | undefined> {
  const version = /^installed +(\d+)/m.exec(await runLab("status"))?.[1];
  if (version === undefined) return undefined;
  const output = await runLab("start", version, "--name", name, "--auto");
  return /^ASTERISK_AMI=(.*)$/m.exec(output)?.[1];
}

/** Runs a command of the lab; a failed one has no output. */
async function runLab(...args: string[]): Promise<string> {
  try {
    const { stdout } = await new Deno.Command(lab, { args, stdin: "null" }).output();
    return new TextDecoder().decode(stdout);
  } catch {
    return "";
  }
}

function handlerFile(): string {
  return `
import { ami, type App, type Channel } from "lunopark";
export async function subroutine(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await channel.get("PIN");
}
ami.addEvent("Hangup", () => {});
`;
}

/** Starts the program, waits until it takes a connection, and then until it is idle. */
async function measure(host: string): Promise<Measured> {
  const port = freePort();
  const config = { host, user: "admin", secret: "secret", listen: `127.0.0.1:${port}` };
  await Deno.writeTextFile(`${folder}/config.json`, JSON.stringify(config));
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", ...serviceFlags, `${root}/main.ts`, "-c", `${folder}/config.json`],
    ...{ stdin: "null", stdout: "null", stderr: "null" },
  });
  const begun = performance.now();
  const server = command.spawn();
  try {
    while (!await isOpen(port)) {
      if (performance.now() - begun > patience) throw new Error("The program takes no calls");
      await sleep(1);
    }
    const time = performance.now() - begun;
    await sleep(idleTime);
    return { time, memory: await memoryOf(server.pid) };
  } finally {
    server.kill("SIGTERM");
    await server.status;
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function isOpen(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return false;
  }
}

function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

async function memoryOf(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

function print(measured: readonly Measured[]): void {
  const peer = asterisk === undefined ? "no Asterisk" : `Asterisk at ${asterisk}`;
  console.log(`${runs} starts with both roles, ${peer}`);
  console.log("                              median    worst     goal");
  printRow("ready to accept, ms", measured.map(({ time }) => time), 500);
  printRow(`idle after ${idleTime / 1_000} s, MB`, measured.map(({ memory }) => memory / 1e6), 90);
}

function printRow(what: string, figures: readonly number[], goal: number): void {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  const columns = [median, sorted.at(-1)!, goal].map((figure) => figure.toFixed(0).padStart(9));
  console.log(what.padEnd(27) + columns.join(""));
}
