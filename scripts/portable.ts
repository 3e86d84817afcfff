/**
 * Lunopark as a folder that needs nothing: Deno itself, the program, the packages that it imports, and a
 * launcher. It is for machines on which `deno compile` has no runtime to build on.
 *
 * @module
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { collectLibrary } from "../lib/init/library.ts";
import { findParts } from "./program_parts.ts";
import { serviceFlags } from "./service_flags.ts";
import project from "../deno.json" with { type: "json" };

const root = fileURLToPath(new URL("../", import.meta.url));

/** What `deno info --json` says, as far as it matters here. */
interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly npmPackage?: string;
    readonly error?: string;
  }[];
  readonly npmPackages: Readonly<Record<string, NpmPackage>>;
}

/** A package in Deno's cache. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
  readonly localPath: string;
}

/** What a program does not read: its packages' types, source maps, commands and prose. */
const unread = /\.(d\.[cm]?ts|[cm]?ts|map|md|markdown)$|^(bin|LICENSE|LICENCE|CHANGELOG|README)\b/i;

/** Writes the program with all that it needs into a folder, which may be moved; Unix only. */
export async function writePortable(folder: string): Promise<void> {
  if (Deno.build.os === "windows") throw new Error("A launcher for Windows is not there");
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  for (const file of ["main.ts", "mod.ts"]) await copy(root + file, `${folder}/${file}`);
  await copyFolder(`${root}lib`, `${folder}/lib`, (file) => !file.endsWith("_test.ts"));
  const packages = await runtimePackages();
  for (const { name, localPath } of packages) {
    await copyFolder(localPath, `${folder}/node_modules/${name}`, (file) => !unread.test(file));
  }
  for (const [name, text] of collectLibrary()) await write(`${folder}/dist/library/${name}`, text);
  await write(`${folder}/deno.json`, denoJson(packages));
  await copy(Deno.execPath(), `${folder}/deno`);
  await Deno.chmod(`${folder}/deno`, 0o755);
  const launcher = await Deno.readTextFile(`${root}packaging/launcher`);
  await write(`${folder}/lunopark`, launcher.replace("FLAGS", launcherFlags.join(" ")));
  await Deno.chmod(`${folder}/lunopark`, 0o755);
}

const launcherFlags = ["--quiet", "--cached-only", "--no-lock", ...serviceFlags];

/** The packages that the running program imports, with those that they need. */
export async function runtimePackages(): Promise<NpmPackage[]> {
  const { modules, npmPackages } = await readGraph();
  const found = new Map<string, NpmPackage>();
  const take = (id: string) => {
    const wanted = npmPackages[id];
    if (!wanted) throw new Error(`Deno does not say what ${id} is`);
    const other = found.get(wanted.name);
    if (other === wanted) return;
    if (other) throw new Error(`${id} and version ${other.version} of it cannot lie side by side`);
    found.set(wanted.name, wanted);
    for (const dependency of wanted.dependencies) take(dependency);
  };
  for (const { npmPackage } of modules) if (npmPackage !== undefined) take(npmPackage);
  return [...found.values()].sort((one, other) => one.name < other.name ? -1 : 1);
}

/** What of our `deno.json` the program needs; packages are those that lie beside it. */
function denoJson(packages: readonly NpmPackage[]): string {
  const names = packages.map(({ name }) => name);
  const own = Object.entries(project.imports).filter(([name, target]) =>
    target.startsWith("./") || names.includes(name)
  );
  const { name, version, unstable } = project;
  const text = {
    name,
    version,
    unstable,
    nodeModulesDir: "manual",
    imports: Object.fromEntries(own),
  };
  return `${JSON.stringify(text, undefined, 2)}\n`;
}

/** The graph of the whole program: that of main.ts, and those of its parts. */
async function readGraph(): Promise<ModuleGraph> {
  const graphs = await Promise.all(["main.ts", ...await findParts()].map(readGraphOf));
  const npmPackages: Record<string, NpmPackage> = {};
  for (const graph of graphs) {
    for (const [id, one] of Object.entries(graph.npmPackages)) npmPackages[id] ??= one;
  }
  return { modules: graphs.flatMap(({ modules }) => modules), npmPackages };
}

async function readGraphOf(file: string): Promise<ModuleGraph> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", file],
    cwd: root,
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim());
  const graph: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const broken = graph.modules.find(({ error }) => error !== undefined);
  if (broken) throw new Error(`Cannot pack ${broken.specifier}: ${broken.error}`);
  return graph;
}

async function copyFolder(
  from: string,
  to: string,
  wanted: (name: string) => boolean,
): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`, wanted);
    else if (wanted(name)) await copy(`${from}/${name}`, `${to}/${name}`);
  }
}

async function copy(from: string, to: string): Promise<void> {
  await Deno.mkdir(dirname(to), { recursive: true });
  await Deno.copyFile(from, to);
}

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
}
