/**
 * Makes the binary `dist/lunopark`: `deno task compile`.
 *
 * `deno task compile --check` needs no download. It compiles with Deno itself in the place of the
 * runtime `denort`, and reads back from the result (which cannot run) what was built in.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { builtInLibrary, collectLibrary } from "../lib/init/library.ts";
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

if (Deno.args.includes("--check")) {
  await check();
} else {
  const { success, output } = await compile("dist/lunopark");
  const unreachable = /error sending request for url \((\S+\/(denort-[^\s/]+\.zip))\)/.exec(output);
  console.error(unreachable ? explain(unreachable[2]!) : output.trim());
  if (!success) Deno.exit(1);
}

async function compile(
  path: string,
  env: Record<string, string> = {},
): Promise<{ success: boolean; output: string }> {
  const library = await writeLibrary();
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "compile",
      ...serviceFlags,
      "--exclude-unused-npm",
      ...[library, "mod.ts", ...await findParts()].flatMap((file) => ["--include", file]),
      ...["--output", path, "main.ts"],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env,
  });
  try {
    const { success, stderr } = await command.output();
    return { success, output: new TextDecoder().decode(stderr) };
  } finally {
    await Deno.remove(library, { recursive: true });
  }
}

/** What main.ts loads where Deno does not see it; handlers import mod.ts. */
async function findParts(): Promise<string[]> {
  const source = await Deno.readTextFile(new URL("../main.ts", import.meta.url));
  return Array.from(source.matchAll(/\bload\("\.\/(.+?)"\)/g), ([, file]) => file!);
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
  return `compile: the runtime cannot be downloaded; put ${archive} into ` +
    `$DENO_DIR/dl/release/v${Deno.version.deno}/, or set DENORT_BIN to an unpacked denort`;
}

async function check(): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "lunopark-compile-" });
  try {
    const path = `${folder}/lunopark`;
    const { success, output } = await compile(path, { DENORT_BIN: Deno.execPath() });
    if (!success) {
      console.error(output.trim());
      Deno.exit(1);
    }
    const problems = findProblems(...readBack(await Deno.readFile(path)));
    for (const problem of problems) console.error(`compile: ${problem}`);
    if (problems.length > 0) Deno.exit(1);
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
  for (const name of ["main.ts", "mod.ts", "lib"]) {
    if (!names.includes(name)) problems.push(`${name} is missing`);
  }
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
