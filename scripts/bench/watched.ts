/**
 * A program whose console is read, with the time at which each line came.
 *
 * @module
 */
import { pinned, type Program } from "./processes.ts";

/** A line of the console, and when it came by the monotonic clock, in milliseconds. */
export interface TimedLine {
  readonly time: number;
  readonly text: string;
}

/** Cuts a stream of text into lines, each with the time of the piece that ended it. */
export class LineCutter {
  #rest = "";

  /** Takes a piece that came at a time, and gives the lines that it ends. */
  take(piece: string, time: number): TimedLine[] {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop()!;
    return lines.map((text) => ({ time, text }));
  }
}

/** A running program. */
export class Watched implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #lines: TimedLine[] = [];
  #ended = false;
  #wake = Promise.withResolvers<void>();

  /** Starts a program. */
  constructor(program: Program) {
    const { command, args, env } = pinned(1, program);
    this.#process = new Deno.Command(command, {
      ...{ args: [...args], env: { ...env } },
      ...{ stdin: "null", stdout: "null", stderr: "piped" },
    }).spawn();
    this.#read();
  }

  get pid(): number {
    return this.#process.pid;
  }

  kill(signal: Deno.Signal): void {
    this.#process.kill(signal);
  }

  /**
   * Waits for a line, and gives its time. Lines before it are forgotten, so that the next one that is
   * asked for comes later.
   *
   * @throws {Error} If the program ends, or says nothing of the kind within so many milliseconds.
   */
  async line(pattern: RegExp, patience = 20_000): Promise<number> {
    const seen: string[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#wake.resolve();
    }, patience);
    try {
      for (;;) {
        for (let line = this.#lines.shift(); line; line = this.#lines.shift()) {
          if (pattern.test(line.text)) return line.time;
          seen.push(line.text);
        }
        if (this.#ended || late) {
          const what = this.#ended ? "has ended" : `said no such thing in ${patience} ms`;
          throw new Error(`Waited for ${pattern}, the program ${what}: ${seen.join(" | ")}`);
        }
        await this.#wake.promise;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async #read(): Promise<void> {
    const cutter = new LineCutter();
    for await (const piece of this.#process.stderr.pipeThrough(new TextDecoderStream())) {
      this.#lines.push(...cutter.take(piece, performance.now()));
      this.#rouse();
    }
    this.#ended = true;
    this.#rouse();
  }

  #rouse(): void {
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#ended) this.#process.kill("SIGTERM");
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 8_000);
    await this.#process.status;
    clearTimeout(timer);
  }
}
