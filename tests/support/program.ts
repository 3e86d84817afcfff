/**
 * The program as a person starts it.
 *
 * @module
 */

import { serviceFlags } from "../../scripts/service_flags.ts";

const main = new URL("../../main.ts", import.meta.url).pathname;

/** Lunopark in a process of its own, for as long as a test needs it. */
export class Program implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #reading: Promise<void>;
  #waiting: (() => void)[] = [];
  #over = false;
  /** All that it has logged. */
  log = "";

  /**
   * `env` is added to the environment, `undefined` takes a variable away. `command` starts another
   * program than the source, with no environment but this.
   */
  constructor(config: string, env: Record<string, string | undefined> = {}, command?: string) {
    const args = command === undefined ? ["run", "--quiet", ...serviceFlags, main] : [];
    this.#child = new Deno.Command(command ?? Deno.execPath(), {
      args: [...args, "-c", config],
      stderr: "piped",
      env: definedIn({ ...command === undefined && Deno.env.toObject(), NO_COLOR: "1", ...env }),
      clearEnv: true,
    }).spawn();
    this.#reading = this.#read();
  }

  /** Resolves when the log has a line that fits. */
  async line(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.log);
      if (found) return found;
      if (this.#over) {
        throw new Error(`The program has ended, and said no ${pattern}:\n${this.log}`);
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Sends it a signal. */
  kill(signal: Deno.Signal): void {
    this.#child.kill(signal);
  }

  /** Where it takes calls, as soon as it does. */
  async address(): Promise<string> {
    return (await this.line(/Taking calls at agi:\/\/(\S+)\//))[1] ?? "";
  }

  /** Resolves to the exit status. */
  async ended(): Promise<number> {
    await this.#reading;
    return (await this.#child.status).code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.kill("SIGKILL");
    } catch {
      // It has ended.
    }
    await this.ended();
  }

  async #read(): Promise<void> {
    for await (const text of this.#child.stderr.pipeThrough(new TextDecoderStream())) {
      this.log += text;
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
    this.#over = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function definedIn(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * Writes a configuration in YAML, with the role `agi` and a free port, and the handlers; resolves to the
 * directory.
 */
export async function writeFiles(config: string, handler: string): Promise<string> {
  const directory = await Deno.makeTempDir();
  await Deno.writeTextFile(`${directory}/handler.ts`, handler);
  await Deno.writeTextFile(
    `${directory}/config.yaml`,
    `role: agi\nlisten: 127.0.0.1:0\n${config}`,
  );
  return directory;
}
