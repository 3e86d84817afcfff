/**
 * The machines that a release is made for.
 *
 * @module
 */
import project from "../deno.json" with { type: "json" };

/** A machine, under the names that others give it. */
export interface Target {
  /** In the names of our files. */
  readonly name: string;
  /** For `deno compile`. */
  readonly triple: string;
  /** For Debian, where there is a package. */
  readonly debian?: "amd64" | "arm64";
}

/** All of them. */
export const targets: readonly Target[] = [
  { name: "linux-x64", triple: "x86_64-unknown-linux-gnu", debian: "amd64" },
  { name: "linux-arm64", triple: "aarch64-unknown-linux-gnu", debian: "arm64" },
  { name: "macos-x64", triple: "x86_64-apple-darwin" },
  { name: "macos-arm64", triple: "aarch64-apple-darwin" },
  { name: "windows-x64", triple: "x86_64-pc-windows-msvc" },
];

/** The version that is released. */
export const version: string = project.version;

/** This machine. */
export const host: Target | undefined = targets.find(({ triple }) => triple === Deno.build.target);

/** Where the binary for a target is. */
export function binaryPath({ name }: Target): string {
  return `dist/lunopark-${version}-${name}${name.startsWith("windows") ? ".exe" : ""}`;
}

/**
 * The targets with these names; `all` is all of `from`.
 *
 * @throws {RangeError} If there is none of such a name.
 */
export function findTargets(
  names: readonly string[],
  from: readonly Target[] = targets,
): readonly Target[] {
  if (names.includes("all")) return from;
  return names.map((name) => {
    const found = from.find((target) => target.name === name);
    if (found) return found;
    const known = from.map((target) => target.name).join(", ");
    throw new RangeError(`Unknown target ${JSON.stringify(name)}, must be one of ${known}, all`);
  });
}
