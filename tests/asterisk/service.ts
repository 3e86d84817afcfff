/**
 * Lunopark as people run it: a process of its own.
 *
 * @module
 */
import type { Config } from "lunopark";
import { serviceFlags } from "../../scripts/service_flags.ts";
import type { Pbx } from "./pbx.ts";
import { configFor } from "./scene.ts";
import { Seen, within } from "./waiting.ts";

const root = new URL("../../", import.meta.url).pathname;

/** What a program is started with. */
export interface ServiceOptions {
  /** Files of its folder by name, `handler.ts` among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly config?: Config;
  /** Environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a developer may have set for other purposes; an empty one counts as not set. */
const noOverrides = {
  LUNOPARK_HOST: "",
  LUNOPARK_USER: "",
  LUNOPARK_SECRET: "",
  LUNOPARK_LISTEN: "",
};

/** Lunopark as people run it: the program, with a configuration and handlers in a folder. */
export class Service implements AsyncDisposable {
  /** Lines of its log, which end with one about its end. */
  readonly log: Seen<string> = new Seen();
  readonly folder: string;
  /** How it ended. */
  readonly status: Promise<Deno.CommandStatus>;
  readonly #process: Deno.ChildProcess;
  readonly #reading: Promise<void>;

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", ...serviceFlags, `${root}main.ts`, "-c", `${folder}/config.json`],
      cwd: folder,
      env: { ...noOverrides, ...env },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#reading = this.#readLog();
    this.status = this.#process.status;
  }

  /** Starts it, whatever becomes of it. */
  static async spawn(options: ServiceOptions): Promise<Service> {
    const folder = await Deno.makeTempDir({ prefix: "lunopark-" });
    const files = { ...options.files, "config.json": JSON.stringify(options.config ?? {}) };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    return new Service(folder, options.env ?? {});
  }

  /** Starts it, and waits until it serves calls of this Asterisk, and AMI if it is to. */
  static async start(asterisk: Pbx, options: ServiceOptions): Promise<Service> {
    const config = { ...configFor(asterisk), ...options.config };
    const service = await Service.spawn({ ...options, config });
    try {
      await service.line(config.role === "agi" ? /Taking calls/ : /Connected to AMI/);
      if (config.role !== "ami") await asterisk.sendCallsTo(await service.address());
      return service;
    } catch (error) {
      await service[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Where it takes calls, as soon as it does. */
  async address(): Promise<string> {
    return /agi:\/\/([^/]+)/.exec(await this.line(/Taking calls at agi:/))?.[1] ?? "";
  }

  /** Waits for a line of its log. */
  line(pattern: RegExp, time?: number): Promise<string> {
    return this.log.first(`log line ${pattern}`, (line) => pattern.test(line), time);
  }

  /** Number of lines of its log so far that fit. */
  count(pattern: RegExp): number {
    return this.log.all.filter((line) => pattern.test(line)).length;
  }

  /** Writes a file of its folder. */
  write(name: string, text: string): Promise<void> {
    return Deno.writeTextFile(`${this.folder}/${name}`, text);
  }

  /** Sends it a signal. */
  signal(signal: Deno.Signal): void {
    this.#process.kill(signal);
  }

  /** Number of its process. */
  get pid(): number {
    return this.#process.pid;
  }

  /** Ends it, by force if need be, and takes its folder away. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.signal("SIGTERM");
      await within("the end of the program", this.status, 5_000).catch(() =>
        this.signal("SIGKILL")
      );
    } catch {
      // it has ended
    }
    await this.status;
    await this.#reading;
    await Deno.remove(this.folder, { recursive: true });
  }

  async #readLog(): Promise<void> {
    let text = "";
    for await (const piece of this.#process.stderr.pipeThrough(new TextDecoderStream())) {
      const lines = (text + piece).split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) this.log.add(line);
    }
    if (text !== "") this.log.add(text);
    this.log.add("(its log has ended)");
  }
}

/** Memory in use of a process (VmRSS), in bytes. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** The source of a handler file in `tests/asterisk/handlers/`. */
export function handlerFile(name: string): Promise<string> {
  return Deno.readTextFile(new URL(`handlers/${name}`, import.meta.url));
}
