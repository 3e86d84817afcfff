/**
 * Makes self-contained programs in `dist/`: `deno task compile`.
 *
 * Alone, `dist/lunopark` for this machine. `--target linux-arm64`, more than once, or `--target all`:
 * `dist/lunopark-VERSION-TARGET`, those of a release.
 *
 * `--check` needs no download. It compiles with Deno itself in the place of the runtime `denort`, and
 * reads back from the result (which cannot run) what was built in.
 *
 * `--portable` needs none either: `dist/lunopark-portable/` has Deno itself, the source and a launcher.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { builtInLibrary, collectLibrary } from "../lib/init/library.ts";
import { writePortable } from "./portable.ts";
import { binaryPath, findTargets, host, type Target, version } from "./release_targets.ts";
import { findParts } from "./program_parts.ts";
import { serviceFlags } from "./service_flags.ts";

/** What `deno compile` writes behind the runtime, as far as it matters here. */
interface Metadata {
  readonly permissions: Readonly<Record<string, unknown>>;
  readonly entrypoint_key: string;
  readonly workspace_resolver: { readonly import_map: { readonly json: string } | null };
}

/** An entry of the embedded file system. */
type Entry =
  & Readonly<Partial<Record<"File" | "Symlink", { readonly n: string }>>>
  & { readonly Dir?: { readonly n: string; readonly e: readonly Entry[] } };

try {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean" },
      portable: { type: "boolean" },
      target: { type: "string", multiple: true },
    },
  });
  if (values.check) await check();
  else if (values.portable) await makePortable("dist/lunopark-portable");
  else if (!values.target) await make("dist/lunopark", host);
  else for (const target of findTargets(values.target)) await make(binaryPath(target), target);
} catch (error) {
  console.error(`compile: ${(error as Error).message}`);
  Deno.exit(1);
}

/** Compiles for a target, and starts the result if this is such a machine. */
async function make(path: string, target: Target | undefined): Promise<void> {
  const { success, output } = await compile(path, target);
  if (!success) {
    const unreachable = /error sending request for url \((\S+\/(denort-[^\s/]+\.zip))\)/.exec(
      output,
    );
    throw new Error(unreachable ? explain(unreachable[2]!) : output.trim());
  }
  if (target === host) await checkVersion(path);
  console.log(`compile: ${path}`);
}

/** Puts the program into a folder that can be moved. */
async function makePortable(folder: string): Promise<void> {
  await writePortable(folder);
  await checkVersion(`${folder}/lunopark`);
  console.log(`compile: ${folder}/lunopark, which needs the folder that it is in`);
}

/** Fails unless a program says that it is this version. */
async function checkVersion(path: string): Promise<void> {
  const { stdout, stderr } = await new Deno.Command(path, { args: ["--version"] }).output();
  const told = new TextDecoder().decode(stdout).trim();
  if (told === `lunopark ${version}`) return;
  throw new Error(
    `${path} says ${JSON.stringify(told)}: ${new TextDecoder().decode(stderr).trim()}`,
  );
}

async function compile(
  path: string,
  target: Target | undefined,
  env: Record<string, string> = {},
): Promise<{ success: boolean; output: string }> {
  const library = await writeLibrary();
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "compile",
      ...serviceFlags,
      "--exclude-unused-npm",
      ...target ? ["--target", target.triple] : [],
      // Handlers import mod.ts.
      ...[library, "mod.ts", ...await findParts()].flatMap((file) => ["--include", file]),
      ...["--output", path, "main.ts"],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1", ...env },
  });
  try {
    const { success, stderr } = await command.output();
    return { success, output: new TextDecoder().decode(stderr) };
  } finally {
    await Deno.remove(library, { recursive: true });
  }
}

/** Puts the library where `lunopark init` of the compiled program finds it. */
async function writeLibrary(): Promise<string> {
  const folder = fileURLToPath(builtInLibrary);
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  for (const [name, text] of collectLibrary()) {
    await Deno.mkdir(dirname(folder + name), { recursive: true });
    await Deno.writeTextFile(folder + name, text);
  }
  return folder;
}

function explain(archive: string): string {
  return `the runtime cannot be downloaded; put ${archive} into ` +
    `$DENO_DIR/dl/release/v${Deno.version.deno}/, set DENORT_BIN to an unpacked denort, or use --portable`;
}

async function check(): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "lunopark-compile-" });
  try {
    const path = `${folder}/lunopark`;
    const { success, output } = await compile(path, host, { DENORT_BIN: Deno.execPath() });
    if (!success) throw new Error(output.trim());
    const problems = findProblems(...readBack(await Deno.readFile(path)));
    if (problems.length > 0) throw new Error(problems.join("; "));
    console.log(`compile: main.ts and mod.ts are built in, with ${serviceFlags.join(" ")}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Finds the metadata and the file system, each with its length in front, in the output file. */
function readBack(bytes: Uint8Array): [Metadata, readonly Entry[]] {
  const file = Buffer.from(bytes.buffer);
  const start = file.lastIndexOf('{"argv"');
  const metadata = readSized(file, start);
  const files = readSized(file, file.indexOf('[{"', start + metadata.length));
  return [JSON.parse(metadata), JSON.parse(files)];
}

function readSized(file: Buffer, start: number): string {
  if (start < 8) throw new Error("Cannot read back the binary: its format is another one");
  return file.toString("utf8", start, start + Number(file.readBigUInt64LE(start - 8)));
}

function findProblems(metadata: Metadata, files: readonly Entry[]): string[] {
  const problems: string[] = [];
  const { permissions } = metadata;
  for (const name of ["net", "read", "write", "env", "run", "ffi", "sys"]) {
    // an empty list is a permission without bounds, null is none
    const granted = JSON.stringify(permissions[`allow_${name}`]);
    const wanted = serviceFlags.includes(`--allow-${name}`) ? "[]" : "null";
    if (granted !== wanted) problems.push(`permission ${name} is ${granted}, not ${wanted}`);
  }
  if (permissions.prompt !== false) problems.push("it asks for permissions");
  if (metadata.entrypoint_key !== "main.ts") problems.push(`starts ${metadata.entrypoint_key}`);

  const { imports } = JSON.parse(metadata.workspace_resolver.import_map?.json ?? '{"imports":{}}');
  if (imports.lunopark !== "./mod.ts") problems.push('handlers cannot import "lunopark"');

  const names = files.map(({ File, Dir, Symlink }) => (File ?? Dir ?? Symlink)?.n);
  for (const name of ["main.ts", "mod.ts", "lib", "deno.json"]) {
    if (!names.includes(name)) problems.push(`${name} is missing`);
  }
  if (!hasFile(files, ["lib", "status", "page", "page.ts"])) problems.push("no status page");
  if (!hasFile(files, ["dist", "library", "mod.ts"])) problems.push("init has no library to write");
  for (const name of ["tests", "scripts", "handlers"]) {
    if (names.includes(name)) problems.push(`${name} is built in`);
  }
  return problems;
}

function hasFile(entries: readonly Entry[], [name, ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return entries.some(({ File }) => File?.n === name);
  const folder = entries.find(({ Dir }) => Dir?.n === name)?.Dir;
  return folder !== undefined && hasFile(folder.e, rest);
}
