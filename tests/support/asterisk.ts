/**
 * A real Asterisk for tests, run by `scripts/asterisk-lab`.
 *
 * @module
 */

/** The versions that the tests know. */
export type AsteriskVersion = "22" | "16";

const VERSIONS: readonly AsteriskVersion[] = ["22", "16"];
const LAB = `${import.meta.dirname}/../../scripts/asterisk-lab/asterisk-lab`;

/** Where something listens, and how to log in. */
export interface AmiAccess {
  readonly hostname: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
}

/** How `Asterisk.call()` calls; see `scripts/asterisk-lab/README.md`, "Calls". */
export interface CallOptions {
  /** How many calls; default 1. */
  readonly count?: number;
  /** Far leg: an extension of the context `sink`; default `answer`. */
  readonly far?: string;
  /** Default `lunopark`. */
  readonly context?: string;
  /** How many may be under way at once; default 100. */
  readonly max?: number;
  /** Channel variables of the caller's half; names with `__` reach the other half. */
  readonly vars?: Readonly<Record<string, string>>;
  /** How long a call may take to be answered, in milliseconds (Asterisk gets whole seconds). */
  readonly timeout?: number;
  /** Wait until every call is over, not only answered. */
  readonly wait?: boolean;
}

/** What became of the calls. */
export interface CallCounts {
  readonly calls: number;
  readonly answered: number;
  readonly failed: number;
  readonly over: number;
  readonly unfinished: number;
  readonly ms: number;
}

/** The versions to test, from the environment variable `ASTERISK_VERSIONS`; default `22,16`. */
export function asteriskVersions(): AsteriskVersion[] {
  return parseVersions(Deno.env.get("ASTERISK_VERSIONS") || VERSIONS.join(), "ASTERISK_VERSIONS");
}

/** Reads `22,16` and the like; `variable` is where it stands. */
export function parseVersions(text: string, variable: string): AsteriskVersion[] {
  return text.split(",").map((name) => {
    const version = VERSIONS.find((known) => known === name.trim());
    if (version === undefined) {
      throw new RangeError(`Cannot test Asterisk "${name}": ${variable} knows ${VERSIONS}`);
    }
    return version;
  });
}

/** A TCP port on loopback that was free a moment ago. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}

/**
 * Installs the version if need be, and starts an instance of its own on free ports.
 *
 * Its dialplan looks for the FastAGI server on `agiPort`; without one, on a port where nobody is.
 */
export async function startAsterisk(
  version: AsteriskVersion,
  options: { agiPort?: number } = {},
): Promise<Asterisk> {
  await install(version);
  // whoever stops what a killed run left behind knows it by this name
  const prefix = Deno.env.get("ASTERISK_TEST_NAME") || "test";
  const name = `${prefix}-${version}-${Deno.pid}-${crypto.randomUUID().slice(0, 8)}`;
  const agiPort = options.agiPort ?? freePort();
  const output = await lab("start", version, "--name", name, "--auto", "--agi", `${agiPort}`);
  return new Asterisk(version, parseEnvironment(output));
}

/** One running instance. */
export class Asterisk implements AsyncDisposable {
  readonly version: AsteriskVersion;
  /** What `asterisk-lab start` printed: `ASTERISK_AMI_TLS`, `ASTERISK_RUN` and so on. */
  readonly env: Readonly<Record<string, string>>;
  /** The AMI user `admin`, who may do everything. */
  readonly ami: AmiAccess;

  constructor(version: AsteriskVersion, env: Readonly<Record<string, string>>) {
    this.version = version;
    this.env = env;
    const { hostname, port } = new URL(`tcp://${env.ASTERISK_AMI}`);
    this.ami = {
      hostname,
      port: Number(port),
      user: env.ASTERISK_AMI_USER ?? "",
      secret: env.ASTERISK_AMI_SECRET ?? "",
    };
  }

  /** Runs a command of Asterisk's command line, such as `core show channels`. */
  cli(command: string): Promise<string> {
    return lab("cli", "--name", this.#name, command);
  }

  /** Calls an extension and says what became of it; calls that fail are no exception. */
  async call(exten: string, options: CallOptions = {}): Promise<CallCounts> {
    const { count = 1, far, context, max, vars = {}, timeout, wait } = options;
    const args = ["call", exten, `${count}`, "--name", this.#name];
    if (far !== undefined) args.push("--far", far);
    if (context !== undefined) args.push("--context", context);
    if (max !== undefined) args.push("--max", `${max}`);
    if (timeout !== undefined) args.push("--timeout", `${Math.ceil(timeout / 1000)}`);
    if (wait) args.push("--wait");
    for (const [name, value] of Object.entries(vars)) args.push("--var", `${name}=${value}`);
    const { stdout, stderr } = await run(args);
    const counts = Object.fromEntries([...stdout.matchAll(/(\w+)=(\d+)/g)].map(toNumber));
    const { calls, answered, failed, over, unfinished, ms } = counts;
    if (
      calls === undefined || answered === undefined || failed === undefined ||
      over === undefined || unfinished === undefined || ms === undefined
    ) {
      throw new Error(`Cannot call "${exten}": ${stderr.trim() || stdout.trim()}`);
    }
    return { calls, answered, failed, over, unfinished, ms };
  }

  /** Sets a global variable of the dialplan, such as `AGI_URL`. */
  async setGlobal(name: string, value: string): Promise<void> {
    const quoted = value.replaceAll(/["\\]/g, "\\$&");
    const output = await this.cli(`dialplan set global ${name} "${quoted}"`);
    if (!output.includes(`'${name}' set to`)) {
      throw new Error(`Cannot set the global variable "${name}": ${output.trim()}`);
    }
  }

  /**
   * `core restart now`, or with `hard` the end of the process and a new one, or with `kill` its end
   * without notice. Ports stay.
   */
  async restart(how?: "hard" | "kill"): Promise<void> {
    await lab("restart", this.#name, ...(how ? [`--${how}`] : []));
  }

  /** Stops the instance; more than once does no harm. */
  async stop(): Promise<void> {
    await lab("stop", this.#name);
  }

  /** The end of its logs. */
  log(): Promise<string> {
    return lab("log", this.#name);
  }

  /** Stops it at the end of an `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  get #name(): string {
    return this.env.ASTERISK_LAB_NAME ?? "";
  }
}

/** Fetches the version unless it is there already, which takes 0.1 s to see. */
async function install(version: AsteriskVersion): Promise<void> {
  // its messages (only when there is something to do) are for whoever waits
  const command = new Deno.Command(LAB, {
    args: ["install", version],
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  });
  const { code } = await command.output();
  if (code !== 0) throw new Error(`Cannot install Asterisk ${version}: exit status ${code}`);
}

async function lab(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(args);
  if (code !== 0) {
    throw new Error(`Cannot ${args.join(" ")}: exit status ${code}\n${stderr}${stdout}`);
  }
  return stdout;
}

async function run(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await new Deno.Command(LAB, { args, stdin: "null" }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

function parseEnvironment(lines: string): Record<string, string> {
  return Object.fromEntries([...lines.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => {
    return [name ?? "", value ?? ""];
  }));
}

function toNumber([, name, digits]: RegExpExecArray): [string, number] {
  return [name ?? "", Number(digits)];
}
