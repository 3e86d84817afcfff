/**
 * A clean Debian with systemd as its first process, in a container of systemd-nspawn that shares the
 * network of this machine. What a test does to it is gone with it.
 *
 * Needs root, and Debian's packages `debootstrap` and `systemd-container`.
 *
 * @module
 */
import { NotifySocket } from "../support/notify_socket.ts";

/** Versions of Debian that are tried: one with systemd 252, and one that knows `Type=notify-reload`. */
export const releases = ["bookworm", "trixie"] as const;

const mirror = Deno.env.get("ASTERISK_LAB_MIRROR") || "http://deb.debian.org/debian";
const folder = `${Deno.env.get("TMPDIR") || "/tmp"}/lunopark-machines`;

/** Why there can be no machine here; `undefined` when there can. */
export async function findHindrance(): Promise<string | undefined> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return "only root can start a container";
  for (const tool of ["debootstrap", "systemd-nspawn", "nsenter"]) {
    try {
      await output(tool, ["--version"]);
    } catch {
      return `${tool} is not installed`;
    }
  }
  try {
    for (const release of releases) await (await Machine.boot(release))[Symbol.asyncDispose]();
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

/** A running machine. */
export class Machine implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #leader: string;

  private constructor(process: Deno.ChildProcess, leader: string) {
    this.#process = process;
    this.#leader = leader;
  }

  /** Boots a machine with a folder of ours in `/share`; makes the release's root when it is not there yet. */
  static async boot(release: string, share?: string): Promise<Machine> {
    const root = await install(release);
    using socket = new NotifySocket();
    // A test that is killed leaves it running, but not for ever.
    const process = new Deno.Command("timeout", {
      args: [
        "600",
        "systemd-nspawn",
        `--directory=${root}`,
        "--volatile=overlay",
        "--boot",
        "--register=no",
        "--keep-unit",
        "--notify-ready=yes",
        ...share === undefined ? [] : [`--bind-ro=${share}:/share`],
      ],
      env: { NOTIFY_SOCKET: socket.path, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: "1" },
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    let leader = "";
    const ready = async () => {
      for (;;) {
        const text = await socket.next();
        leader = /^X_NSPAWN_LEADER_PID=(\d+)$/m.exec(text)?.[1] ?? leader;
        if (/^READY=1$/m.test(text)) return true;
      }
    };
    // A socket that is closed beneath it is the end of the wait.
    const waiting = ready().catch(() => false);
    const ended = process.status.then(() => false);
    if (await Promise.race([waiting, ended])) return new Machine(process, leader);
    throw new Error(`systemd-nspawn cannot boot ${release}`);
  }

  /** Runs a command of the shell as root; what it says is the result. */
  run(command: string, input = ""): Promise<string> {
    const environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LANG=C.UTF-8"];
    const start = ["-t", this.#leader, "-a", "env", "-i", ...environment];
    return output("nsenter", [...start, "bash", "-c", `{ ${command}\n} 2>&1`], input);
  }

  /** Writes a file. */
  async write(path: string, text: string): Promise<void> {
    await this.run(`cat > ${path}`, text);
  }

  /** Waits for a line in a file that grows. */
  async line(path: string, pattern: string): Promise<string> {
    // In a pipe, tail would go on to its next line after grep has ended.
    const tail = `<(timeout 30 tail -n +1 -F ${path} 2>/dev/null)`;
    return await this.run(`grep -m 1 -E '${pattern}' ${tail}`);
  }

  /** Switches it off. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGTERM");
    await this.#process.status;
  }
}

/** Makes the root of a release, once; 250 MB. */
async function install(release: string): Promise<string> {
  const root = `${folder}/${release}`;
  if (await Deno.stat(root).catch(() => undefined)) return root;
  await Deno.mkdir(folder, { recursive: true });
  const scratch = await Deno.makeTempDir({ dir: folder });
  try {
    await output("debootstrap", [
      "--variant=minbase",
      "--include=systemd,systemd-sysv,dbus,logrotate",
      ...[release, scratch, mirror],
    ]);
    await Deno.chmod(scratch, 0o755);
    // Whoever was first has it.
    await Deno.rename(scratch, root).catch(() => {});
  } finally {
    await Deno.remove(scratch, { recursive: true }).catch(() => {});
  }
  return root;
}

async function output(command: string, args: string[], input = ""): Promise<string> {
  const process = new Deno.Command(command, {
    args,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input)).catch(() => {});
  await writer.close().catch(() => {});
  const { success, stdout, stderr } = await process.output();
  const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  if (!success) throw new Error(`${command} ${args.slice(-1)[0]}: ${text.trim()}`);
  return text;
}
