/**
 * The configuration: from a file and the environment to settings that the rest can rely on.
 *
 * @module
 */

import { credentialKeys, readCredential } from "./config_credential.ts";
import { readConfigFile } from "./config_file.ts";
import { type GivenSetting, listGiven } from "./config_given.ts";
import {
  checkConfig,
  configKeys,
  portNotGiven,
  type StatusAddress,
  type TlsConfig,
} from "./config_schema.ts";
import { ConfigError } from "./errors.ts";
import type { Limits } from "./limits.ts";
import { resolvePath } from "./paths.ts";
import type { Permissions } from "./permissions.ts";
import { formatAddress, isLoopback } from "./net/address.ts";
import type { TlsSettings } from "./net/tls_stream.ts";

export type { Config, StatusAddress, TlsConfig } from "./config_schema.ts";
export type { Limits } from "./limits.ts";

/**
 * A configuration that has been checked: nothing is missing, paths are absolute. The secret and the key
 * are not enumerable, so that nobody prints them who prints settings.
 */
export interface Settings {
  /** Whether to be a FastAGI server, an AMI client, or both. */
  readonly role: "both" | "agi" | "ami";
  /** The AMI server, and how to log in there. */
  readonly ami: {
    readonly hostname: string;
    readonly port: number;
    readonly user: string;
    readonly secret: string;
    /** File of systemd that the secret was read from. */
    readonly secretFile?: string;
    /** Whether to log in by MD5 challenge. */
    readonly secure: boolean;
    /** How to connect by TLS; without TLS when it is not there. */
    readonly tls?: TlsSettings | undefined;
  };
  /** Where to listen for FastAGI. */
  readonly listen: { readonly hostname: string; readonly port: number };
  /** Who may call; `undefined` for this machine and the AMI host. */
  readonly allow?: readonly string[] | undefined;
  /** Whether other processes may listen there too. */
  readonly reusePort: boolean;
  /** Path of the file with the call handlers. */
  readonly handler: string;
  /** Name in log records. */
  readonly ident: string;
  /** Path of the log file, if there is to be one. */
  readonly log?: string | undefined;
  /** Lowest level that is logged. */
  readonly level: "debug" | "info" | "warn" | "error";
  /** How log records are written. */
  readonly logFormat: "text" | "json";
  /** Where in the dialplan a call goes on when its handler has thrown. */
  readonly onError?:
    | { readonly context: string; readonly extension: string; readonly priority: number | string }
    | undefined;
  /** Whether each script ends with a UserEvent `AGIStatus`. */
  readonly agiStatusEvent: boolean;
  /** Whether calls come over AMI as well, by `AGI(agi:async,script)`. */
  readonly asyncAgi: boolean;
  /** How long a handler may go on after its caller hung up, in milliseconds. */
  readonly hangupGrace: number;
  /** How long running calls may go on when Lunopark stops, in milliseconds. */
  readonly stopGrace: number;
  /** What is left of the permissions of the process; paths are absolute. */
  readonly permissions: Permissions;
  /** How much others may ask of us. */
  readonly limits: Limits;
  /** The status page, if there is to be one. */
  readonly status?: StatusSettings | undefined;
  /** Path of the configuration file, if there was one. */
  readonly file?: string | undefined;
  /** Each key of the configuration, and where its value comes from; not enumerable. */
  readonly given?: readonly GivenSetting[];
}

/** Where the status page is, and what may be done there. The token is not enumerable. */
export interface StatusSettings {
  /** A port, or a unix socket. */
  readonly address: StatusAddress;
  /** Who has it may steer; nobody may without one. */
  readonly token?: string | undefined;
  /** File of systemd that the token was read from. */
  readonly tokenFile?: string;
  /** Whether digits that callers type, and values, are shown. */
  readonly digits: boolean;
}

/** What {@linkcode resolveConfig} needs to know beside the configuration. */
export interface ResolveOptions {
  /** Where relative paths start. */
  directory: string;
  /** The file that the configuration came from, as error messages are to name it. */
  file?: string | undefined;
  /** Looks up environment variables, which come before the configuration; default: none are. */
  env?: ((name: string) => string | undefined) | undefined;
}

/** Keys that the environment overrides, so that a secret need not be in a file. */
export const environmentVariables: Readonly<Record<string, string>> = {
  host: "LUNOPARK_HOST",
  user: "LUNOPARK_USER",
  secret: "LUNOPARK_SECRET",
  listen: "LUNOPARK_LISTEN",
  statusToken: "LUNOPARK_STATUS_TOKEN",
};

/**
 * Loads a configuration file; without one, the defaults hold.
 *
 * Reads `.ts`, `.js` and `.mjs` (default export, or named exports), `.json`, `.yaml` and `.yml`. The
 * environment variables `LUNOPARK_HOST`, `LUNOPARK_USER`, `LUNOPARK_SECRET`, `LUNOPARK_LISTEN` and
 * `LUNOPARK_STATUS_TOKEN` come before the file; an empty one counts as not set. Between the two comes
 * what systemd hands over, the files `lunopark.secret` and `lunopark.status-token` in
 * `CREDENTIALS_DIRECTORY`.
 *
 * @throws {ConfigError} If a file cannot be read, or anything in it is wrong.
 */
export async function loadConfig(
  file?: string,
  env: (name: string) => string | undefined = readVariable,
): Promise<Settings> {
  if (file === undefined) return resolveConfig({}, { directory: Deno.cwd(), env });
  return resolveConfig(await readConfigFile(file), {
    directory: resolvePath(file, ".."),
    file,
    env,
  });
}

/**
 * Checks that the handler file is there, which a program that brings its own handlers need not have.
 *
 * @throws {ConfigError} If it is not.
 */
export function requireHandler({ file, handler }: Settings): void {
  if (isFile(handler)) return;
  const problem = `handler: there is no file ${handler}`;
  throw new ConfigError([file === undefined ? problem : `${file}: ${problem}`]);
}

/**
 * Checks a configuration and makes settings of it.
 *
 * @throws {ConfigError} If anything in it is wrong, with one line for each mistake.
 */
export function resolveConfig(config: unknown, options: ResolveOptions): Settings {
  const { file, env } = options;
  const overrides: Record<string, string> = {};
  const sources: Record<string, string> = {};
  for (const [key, variable] of Object.entries(environmentVariables)) {
    const value = env?.(variable);
    if (value) [overrides[key], sources[key]] = [value, variable];
  }
  /** Which of them systemd has handed over. */
  const files: { secret?: string; statusToken?: string } = {};
  for (const key of credentialKeys) {
    const credential = env && !overrides[key] ? readCredential(key, env) : undefined;
    if (!credential) continue;
    [overrides[key], sources[key]] = [credential.value, credential.path];
    files[key] = credential.path;
  }
  const { checked, problems } = checkConfig(config, overrides);
  if (!checked) {
    throw new ConfigError(problems.map(({ path, reason }) => {
      const source = path in sources ? [sources[path]] : [file, path];
      return [...source, reason].filter(Boolean).join(": ");
    }));
  }
  const { host, user, secret, secure, tls, listen, handler, log, ...others } = checked;
  const { status: address, statusToken: token, statusDigits: digits, ...rest } = others;
  const directory = resolvePath(options.directory);
  const port = host.port === portNotGiven ? (tls ? 5039 : 5038) : host.port;
  const ami = {
    ...host,
    port,
    user,
    secret,
    ...files.secret && { secretFile: files.secret },
    secure,
    ...tls && { tls: readPemFiles(tls === true ? {} : tls, directory, file) },
  };
  const settings: Settings = {
    ...rest,
    ami: hide(ami, "secret"),
    // Not "::": that fails where IPv6 is switched off.
    listen: listen.hostname === "*" ? { ...listen, hostname: "0.0.0.0" } : listen,
    asyncAgi: rest.asyncAgi ?? !rest.reusePort,
    permissions: resolvePaths(rest.permissions, directory),
    status: address && resolveStatus(
      { address, token, ...files.statusToken && { tokenFile: files.statusToken }, digits },
      directory,
      file,
    ),
    handler: resolvePath(directory, handler),
    log: log === undefined ? undefined : resolvePath(directory, log),
    file: file === undefined ? undefined : resolvePath(file),
  };
  const { asyncAgi, handler: handlerPath, log: logPath, allow = "this machine and the AMI host" } =
    settings;
  const values = { ...checked, host: ami, asyncAgi, allow, handler: handlerPath, log: logPath };
  const given = listGiven(configKeys, values, { ...config as object, ...overrides }, sources);
  return hide({ ...settings, given }, "given");
}

/** Makes the path of a socket absolute, and sees to it that strangers need a token. */
function resolveStatus(
  { address, ...others }: StatusSettings,
  directory: string,
  source: string | undefined,
): StatusSettings {
  if ("path" in address) {
    return hide({ address: { path: resolvePath(directory, address.path) }, ...others }, "token");
  }
  if (others.token === undefined && !isLoopback(address.hostname)) {
    const reason = `got ${JSON.stringify(formatAddress(address))}, which others can reach: ` +
      'set "statusToken", or take 127.0.0.1';
    throw new ConfigError([[source, "status", reason].filter(Boolean).join(": ")]);
  }
  const hostname = address.hostname === "*" ? "0.0.0.0" : address.hostname;
  return hide({ address: { ...address, hostname }, ...others }, "token");
}

/** Makes the paths of permissions absolute. */
function resolvePaths(permissions: Permissions, directory: string): Permissions {
  const resolved: Record<string, boolean | readonly string[]> = {};
  for (const [name, left] of Object.entries(permissions)) {
    if (left === undefined) continue;
    const hasPaths = typeof left === "object" && ["read", "write", "ffi"].includes(name);
    resolved[name] = hasPaths ? left.map((path) => resolvePath(directory, path)) : left;
  }
  return resolved;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Puts PEM text in the place of the files that a configuration names. */
function readPemFiles(tls: TlsConfig, directory: string, source: string | undefined): TlsSettings {
  const read: TlsConfig = { ...tls };
  const problems: string[] = [];
  for (const name of ["ca", "cert", "key"] as const) {
    const given = tls[name];
    if (given === undefined || given.includes("-----BEGIN ")) continue;
    try {
      read[name] = Deno.readTextFileSync(resolvePath(directory, given));
    } catch (error) {
      const reason = (error as Error).message.replace(/ \(os error \d+\).*/s, "");
      problems.push(
        [source, `tls.${name}`, `cannot be read: ${reason}`].filter(Boolean).join(": "),
      );
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return read.key === undefined ? read : hide(read, "key");
}

/** Has a property left out where an object is printed, copied or written as JSON. */
function hide<Of extends object>(object: Of, name: keyof Of): Of {
  const value = object[name];
  return Object.defineProperty(object, name, { get: () => value, enumerable: false });
}

/** Reads an environment variable; a process that may not read its environment has none. */
export function readVariable(name: string): string | undefined {
  try {
    return Deno.env.get(name);
  } catch {
    return undefined;
  }
}
