/**
 * Makes a Debian package in `dist/`: `deno task package`.
 *
 * It takes the binary that `deno task compile --target` has made; for this machine, when there is none,
 * Deno itself with the source. The same source and time, `SOURCE_DATE_EPOCH`, make the same bytes.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { configurationFiles, writeFiles } from "./package_files.ts";
import { control, debianVersion } from "./package_texts.ts";
import { binaryPath, findTargets, host, type Target, targets, version } from "./release_targets.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What {@linkcode makePackage} is to make. */
export interface PackageOptions {
  readonly target: Target;
  /** Folder for the package. */
  readonly output: string;
  /** The compiled program; without it, Deno and the source. */
  readonly binary?: string | undefined;
  readonly version?: string;
  /** Of all files in it. */
  readonly time?: Date;
  /** `none` is quick to make, and large. */
  readonly compression?: "xz" | "none";
}

/** Makes a package and resolves to its path. */
export async function makePackage(options: PackageOptions): Promise<string> {
  const { target, output, binary, compression = "xz" } = options;
  const { version: upstream = version, time = await sourceTime() } = options;
  const scratch = await Deno.makeTempDir({ prefix: "lunopark-package-" });
  const folder = `${scratch}/root`;
  try {
    await Deno.mkdir(`${folder}/DEBIAN`, { recursive: true });
    await writeFiles(folder, { binary, version: upstream, time });
    await writeControlFiles(folder, upstream, target.debian ?? "");
    await normalizeModes(folder);
    const path = `${output}/lunopark_${debianVersion(upstream)}_${target.debian}.deb`;
    await Deno.mkdir(dirname(path), { recursive: true });
    await run("dpkg-deb", ["--root-owner-group", `-Z${compression}`, "--build", folder, path], {
      SOURCE_DATE_EPOCH: String(Math.floor(time.getTime() / 1_000)),
    });
    return path;
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}

async function writeControlFiles(
  folder: string,
  version: string,
  architecture: string,
): Promise<void> {
  const files = listFiles(folder).filter((path) => !path.startsWith("/DEBIAN/"));
  let size = 0;
  const sums: string[] = [];
  for (const path of files) {
    const { isSymlink } = await Deno.lstat(folder + path);
    if (isSymlink) continue;
    const bytes = await Deno.readFile(folder + path);
    size += Math.ceil(bytes.length / 1_024);
    if (configurationFiles.includes(path)) continue;
    sums.push(`${createHash("md5").update(bytes).digest("hex")}  ${path.slice(1)}`);
  }
  const texts = {
    control: control({ version, architecture, size }),
    conffiles: lines(configurationFiles),
    md5sums: lines(sums),
  };
  for (const [name, text] of Object.entries(texts)) {
    await Deno.writeTextFile(`${folder}/DEBIAN/${name}`, text);
  }
  for await (const { name } of Deno.readDir(`${root}packaging/debian`)) {
    await Deno.copyFile(`${root}packaging/debian/${name}`, `${folder}/DEBIAN/${name}`);
  }
}

/** Paths of all files below a folder, in the same order everywhere. */
function listFiles(folder: string, under = ""): string[] {
  return Array.from(Deno.readDirSync(folder + under))
    .sort((one, other) => one.name < other.name ? -1 : 1)
    .flatMap(({ name, isDirectory }) =>
      isDirectory ? listFiles(folder, `${under}/${name}`) : [`${under}/${name}`]
    );
}

/** Not what the umask of this process has made of them. */
async function normalizeModes(folder: string): Promise<void> {
  const executable = /^\/(DEBIAN\/p\w+|usr\/bin\/lunopark|usr\/lib\/lunopark\/(deno|lunopark))$/;
  for (const path of listFiles(folder)) {
    if (!(await Deno.lstat(folder + path)).isSymlink) {
      await Deno.chmod(folder + path, executable.test(path) ? 0o755 : 0o644);
    }
    for (let above = dirname(path); above !== "/"; above = dirname(above)) {
      await Deno.chmod(folder + above, 0o755);
    }
  }
  await Deno.chmod(folder, 0o755);
}

/** The time of the source: `SOURCE_DATE_EPOCH`, or that of the last commit. */
async function sourceTime(): Promise<Date> {
  const given = Deno.env.get("SOURCE_DATE_EPOCH") ??
    await run("git", ["-C", root, "log", "-1", "--format=%ct"]).catch(() => "");
  return given.trim() === "" ? new Date() : new Date(Number(given) * 1_000);
}

async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, { args, env }).output();
    if (success) return new TextDecoder().decode(stdout);
    throw new Error(`${command} failed: ${new TextDecoder().decode(stderr).trim()}`);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Error(`${command} is not installed`, { cause: error });
  }
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join("");
}

/** The compiled binary for a target, or nothing where Deno itself can take its place. */
function findBinary(target: Target): string | undefined {
  try {
    Deno.statSync(root + binaryPath(target));
    return root + binaryPath(target);
  } catch {
    if (target === host) return undefined;
    throw new Error(`There is no ${binaryPath(target)}; deno task compile --target ${target.name}`);
  }
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { target: { type: "string", multiple: true } } });
    const known = targets.filter(({ debian }) => debian !== undefined);
    for (const target of findTargets(values.target ?? [host?.name ?? "this machine"], known)) {
      const binary = findBinary(target);
      const path = await makePackage({ target, binary, output: `${root}dist` });
      const size = (Deno.statSync(path).size / 2 ** 20).toFixed(1);
      const program = binary === undefined ? "Deno and the source" : binaryPath(target);
      console.log(`package: ${path.slice(root.length)}, ${size} MB, with ${program}`);
    }
  } catch (error) {
    console.error(`package: ${(error as Error).message}`);
    Deno.exit(1);
  }
}
