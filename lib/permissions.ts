/**
 * What handlers may do with the machine: less than the process was started with.
 *
 * Deno can take away a whole category from a running process, and nothing less. What a process may have
 * of a category, only the flags at its start can say; a list in the configuration holds them to it.
 *
 * @module
 */

import { ConfigError } from "./errors.ts";
import { ipVersion } from "./net/ip.ts";

/** A category of permissions, as Deno names it. */
export type PermissionName = "net" | "read" | "write" | "env" | "run" | "sys" | "ffi" | "import";

/** All of them. */
export const permissionNames: readonly PermissionName[] = [
  "net",
  "read",
  "write",
  "env",
  "run",
  "sys",
  "ffi",
  "import",
];

/**
 * What is left of each category: `true` is what the process was started with, `false` is nothing, a list
 * is these and not all.
 */
export type Permissions = Readonly<Partial<Record<PermissionName, boolean | readonly string[]>>>;

/** What Lunopark does itself, which decides what it cannot do without. */
export interface PermissionNeeds {
  /** Whether it reconnects to AMI. */
  readonly ami: boolean;
  /** Who may call: names are looked up. */
  readonly allow?: readonly string[] | undefined;
  /** Its log file, which is opened again at a HUP. */
  readonly log?: string | undefined;
  /** The socket of systemd. */
  readonly notifySocket?: string | undefined;
}

/** The permissions of the process; a test has its own. */
export type PermissionSource = Pick<Deno.Permissions, "querySync" | "revokeSync">;

/**
 * Takes away what a configuration does not leave, and checks that no list is exceeded.
 *
 * @throws {ConfigError} If Lunopark itself needs what it is to lose, or the flags give more or less than
 *   a list says; it names every such category, and takes away nothing.
 */
export function dropPermissions(
  permissions: Permissions,
  needs: PermissionNeeds,
  source: PermissionSource = Deno.permissions,
): PermissionName[] {
  const problems = permissionNames.flatMap((name) => findProblem(name, permissions, needs, source));
  if (problems.length > 0) throw new ConfigError(problems);
  const dropped = permissionNames.filter((name) => permissions[name] === false);
  for (const name of dropped) source.revokeSync({ name });
  return dropped;
}

/** What the process has of each category, in words. */
export function describePermissions(
  permissions: Permissions,
  source: PermissionSource = Deno.permissions,
): Record<PermissionName, string> {
  const describe = (name: PermissionName): string => {
    const left = permissions[name];
    const { state, partial } = source.querySync({ name });
    if (state === "granted") return partial ? "all but what is denied" : "all";
    if (left === false) return "none";
    if (typeof left === "object") return left.join(", ");
    // Deno does not tell these two apart.
    return `none, or what --allow-${name} lists`;
  };
  const entries = permissionNames.map((name) => [name, describe(name)]);
  return Object.fromEntries(entries) as Record<PermissionName, string>;
}

function findProblem(
  name: PermissionName,
  permissions: Permissions,
  needs: PermissionNeeds,
  source: PermissionSource,
): string[] {
  const left = permissions[name];
  const problem = (reason: string) => [`permissions.${name}: ${reason}`];
  if (left === false) {
    const reason = findNeed(name, needs);
    return reason === undefined
      ? []
      : problem(`got false, but ${reason}; narrow it by --allow-${name}=... at the start`);
  }
  if (typeof left !== "object") return [];
  const flag = `--allow-${name}=${left.join(",")}`;
  if (source.querySync({ name }).state === "granted") {
    return problem(`the process may use all of it, start it with ${flag}`);
  }
  const missing = left.filter((one) => source.querySync(descriptor(name, one)).state !== "granted");
  return missing.length === 0
    ? []
    : problem(`the process may not use ${missing.join(", ")}, start it with ${flag}`);
}

/** Why Lunopark cannot do without a category; `undefined` when it can. */
function findNeed(name: PermissionName, needs: PermissionNeeds): string | undefined {
  switch (name) {
    case "read":
      return "handlers are read at each reload";
    case "net":
      if (needs.ami) return "the AMI connection has to be made anew when it is lost";
      if (needs.allow?.some((entry) => ipVersion(entry.split("/")[0] ?? "") === 0)) {
        return 'the names in "allow" are looked up';
      }
      return undefined;
    case "write":
      if (needs.log !== undefined) return "the log file is opened again at a HUP";
      if (needs.notifySocket) return "systemd is written to";
      return undefined;
    default:
      return undefined;
  }
}

/** One thing of a category, as Deno asks for it. */
function descriptor(name: PermissionName, value: string): Deno.PermissionDescriptor {
  switch (name) {
    case "net":
    case "import":
      return { name, host: value } as Deno.PermissionDescriptor;
    case "env":
      return { name, variable: value };
    case "run":
      return { name, command: value };
    case "sys":
      return { name, kind: value as Deno.SysPermissionDescriptor["kind"] & string };
    default:
      return { name, path: value };
  }
}
