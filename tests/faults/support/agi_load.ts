/**
 * The load tool of `scripts/bench`, built when a test needs it.
 *
 * @module
 */

const source = new URL("../../../scripts/bench/agi-load.c", import.meta.url).pathname;

/** What `agi-load` prints in hold mode, as far as tests look at it; memory is in kB. */
export interface HoldResult {
  readonly held: number;
  /** Those that were still there when the settle time was over. */
  readonly still_held: number;
  /** Calls that ended well after they were released. */
  readonly ok: number;
  readonly open_secs: number;
  readonly release_secs: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly rss_before_kb: number;
  readonly rss_held_kb: number;
  readonly rss_after_kb: number;
  readonly rss_bytes_per_call: number;
  readonly idle_cpu_ms_per_s: number;
}

/** What it prints in load mode. */
export interface LoadResult {
  readonly calls: number;
  readonly ok: number;
  readonly commands: number;
  readonly secs: number;
  readonly calls_per_s: number;
  readonly errors: Readonly<Record<string, number>>;
}

/** The tool, to be disposed of when the test is over. */
export class AgiLoad implements AsyncDisposable {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Builds it with the C compiler of the machine. */
  static async build(): Promise<AgiLoad> {
    const folder = await Deno.makeTempDir({ prefix: "agi-load-" });
    const { code, stderr } = await new Deno.Command(Deno.env.get("CC") || "cc", {
      args: ["-O2", "-o", `${folder}/agi-load`, source],
    }).output().catch((cause) => {
      throw new Error("Cannot build agi-load: there is no C compiler (Debian: gcc, libc6-dev)", {
        cause,
      });
    });
    if (code !== 0) throw new Error(`Cannot build agi-load: ${new TextDecoder().decode(stderr)}`);
    return new AgiLoad(folder);
  }

  /** Runs it to its end, and gives what it has printed. */
  async run<Result>(...args: readonly (string | number)[]): Promise<Result> {
    const { code, stdout, stderr } = await new Deno.Command(`${this.#folder}/agi-load`, {
      args: args.map(String),
    }).output();
    const text = new TextDecoder().decode(stdout);
    if (!text.startsWith("{")) {
      throw new Error(`agi-load ended with ${code}: ${text}${new TextDecoder().decode(stderr)}`);
    }
    return JSON.parse(text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.#folder, { recursive: true });
  }
}
