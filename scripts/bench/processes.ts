/**
 * The processes of a benchmark: started, pinned to a core, watched, ended.
 *
 * @module
 */
import { resolve } from "node:path";
import { serviceFlags } from "../service_flags.ts";

/** The root of the project. */
export const root: string = resolve(import.meta.dirname ?? ".", "../..");
/** Where the C programs are built, and the peers installed: outside of the tree. */
export const outside: string = Deno.env.get("LUNOPARK_BENCH") ?? "/tmp/lunopark-bench";

const programs = `${root}/scripts/bench/programs`;
/** How long a program may take to listen, in milliseconds. */
const patience = 20_000;

/** A program to be measured. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A program of scripts/bench/programs on Deno. */
export function onDeno(file: string, ...args: string[]): Program {
  return {
    command: Deno.execPath(),
    args: ["run", "--no-prompt", "--allow-net", "--allow-env", `${programs}/${file}`, ...args],
  };
}

/** A program of scripts/bench/programs on Node, with the peers that npm has installed. */
export function onNode(file: string, ...args: string[]): Program {
  return {
    command: "node",
    args: [`${programs}/${file}`, ...args],
    env: { NODE_PATH: `${outside}/peers/node_modules` },
  };
}

/** A program in C. */
export function inC(file: string, ...args: string[]): Program {
  return { command: `${outside}/${file}`, args };
}

/** Lunopark from source, with the rights of the service. */
export function lunopark(env: Readonly<Record<string, string>>, flags: string[] = []): Program {
  return {
    command: Deno.execPath(),
    args: [
      "run",
      ...serviceFlags,
      ...flags,
      `${root}/main.ts`,
      "-c",
      `${programs}/lunopark_config.ts`,
    ],
    env,
  };
}

/** Builds the C programs. */
export async function build(): Promise<void> {
  const args = ["-s", "-C", `${root}/scripts/bench`, `OUT=${outside}`];
  const { code, stderr } = await new Deno.Command("make", { args }).output();
  if (code !== 0) throw new Error(`Cannot build: ${new TextDecoder().decode(stderr)}`);
}

/** Whether generator and measured program can have a core each. */
const pins = navigator.hardwareConcurrency > 1 && await canPin();

async function canPin(): Promise<boolean> {
  try {
    return (await new Deno.Command("taskset", { args: ["-c", "0,1", "true"] }).output()).success;
  } catch {
    return false;
  }
}

/** The generator on the first core, what is measured on the second. */
export function pinned(core: 0 | 1, { command, args, env = {} }: Program): Program {
  return pins
    ? { command: "taskset", args: ["-c", String(core), command, ...args], env }
    : { command, args, env };
}

/** A program that runs. */
export class Running implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #errors: string;

  private constructor(process: Deno.ChildProcess, errors: string) {
    this.#process = process;
    this.#errors = errors;
  }

  /** Starts a program; with a port, resolves when it listens there. */
  static async start(program: Program, port?: number): Promise<Running> {
    const { command, args, env } = pinned(1, program);
    const errors = await Deno.makeTempFile({ prefix: "lunopark-bench-" });
    // By the shell, which becomes the program: what it says goes to a file, and is shown if it fails.
    const process = new Deno.Command("/bin/sh", {
      args: ["-c", 'exec "$@" >"$0" 2>&1', errors, command, ...args],
      ...{ env: { ...env }, stdin: "null", stdout: "null", stderr: "null" },
    }).spawn();
    const running = new Running(process, errors);
    const late = performance.now() + patience;
    while (port !== undefined && !await isOpen(port)) {
      if (performance.now() < late) {
        await sleep(5);
        continue;
      }
      const said = await Deno.readTextFile(errors);
      await running[Symbol.asyncDispose]();
      throw new Error(`${command} ${args.join(" ")} does not listen: ${said}`);
    }
    return running;
  }

  get pid(): number {
    return this.#process.pid;
  }

  kill(signal: Deno.Signal): void {
    this.#process.kill(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { status } = this.#process;
    try {
      this.#process.kill("SIGTERM");
    } catch {
      // It has ended by itself.
    }
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 8_000);
    await status;
    clearTimeout(timer);
    await Deno.remove(this.#errors);
  }
}

/** What a load generator has printed. */
export type Output = Readonly<Record<string, unknown>>;

/** Runs a load generator, and gives back the one line of JSON that it prints. */
export async function generate(tool: string, ...args: (string | number)[]): Promise<Output> {
  const program = pinned(0, { command: `${outside}/${tool}`, args: args.map(String) });
  const { command } = program;
  const { stdout, stderr } = await new Deno.Command(command, {
    ...{ args: [...program.args], stdin: "null" },
  }).output();
  const [text, said] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  try {
    return JSON.parse(text!);
  } catch {
    throw new Error(`${tool} ${args.join(" ")} failed: ${said}`);
  }
}

/** Runs a program as the client of ami-load. */
export function generateFor(client: Program, ...args: (string | number)[]): Promise<Output> {
  const { command, args: own, env = {} } = pinned(1, client);
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return generate("ami-load", ...args, "--", "env", ...variables, command, ...own);
}

/** A figure of a generator's output, such as `turn_us.p99`. */
export function figure(output: Output, path: string): number {
  let value: unknown = output;
  for (const name of path.split(".")) value = (value as Output | undefined)?.[name];
  if (typeof value !== "number") throw new Error(`No ${path} in ${JSON.stringify(output)}`);
  return value;
}

/** A port on loopback that was free a moment ago. */
export function freePort(): number {
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

/** Waits. */
export function sleep(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** CPU time of a process in milliseconds, user and system; in steps of 10 on most systems. */
export async function cpuOf(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory of a process in bytes. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
