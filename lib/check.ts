/**
 * What `lunopark --check` tells: configuration, handlers, and what somebody should look at.
 *
 * @module
 */

import { createClient } from "./ami_client.ts";
import type { GivenSetting } from "./config_given.ts";
import { configUnits } from "./config_schema.ts";
import type { Settings } from "./config.ts";
import { countCells, wrapText } from "./diagram/visible.ts";
import { openHandlers } from "./handler_source.ts";
import { HandlerStore } from "./handler_store.ts";
import { defineGlobals } from "./handlers/scope.ts";
import { openLog } from "./log.ts";
import { restrict } from "./lunopark.ts";
import { allowsAnybody } from "./net/allow_list.ts";
import { formatAddress, isLoopback } from "./net/address.ts";
import { describePermissions, type PermissionName } from "./permissions.ts";

/** A script, and where it is written. */
export interface CheckedScript {
  /** Name of the function, or path of the route. */
  readonly name: string;
  /** `handler.ts:12`; `undefined` when the handler file has it from another one. */
  readonly place?: string | undefined;
}

/** What was found; `--json` writes it as it is. */
export interface CheckReport {
  /** Path of the configuration file; `undefined` when the defaults hold. */
  readonly configuration?: string | undefined;
  /** Path of the file with the handlers. */
  readonly handler: string;
  /** Each key of the configuration. */
  readonly settings: readonly GivenSetting[];
  readonly scripts: readonly CheckedScript[];
  /** Names of the events that handlers listen to from the beginning. */
  readonly listeners: readonly string[];
  readonly permissions: Readonly<Record<PermissionName, string>>;
  /** What is allowed and hardly ever wanted. */
  readonly warnings: readonly string[];
}

/**
 * Loads the handlers without serving anything, and looks at the configuration.
 *
 * @throws {ConfigError} If permissions cannot be as they are to be.
 * @throws {HandlerLoadError} If the handlers cannot be loaded.
 */
export async function check(settings: Settings): Promise<CheckReport> {
  defineGlobals();
  const source = readSource(settings.handler);
  // Before handlers are loaded, which may take away the permission to look.
  const warnings = findWarnings(settings);
  const { scripts, listeners, permissions } = await checkHandlers(settings);
  if (scripts.length === 0) warnings.push("no script: the handler file exports no function");
  return {
    configuration: settings.file,
    handler: settings.handler,
    settings: settings.given ?? [],
    scripts: scripts.map((name) => ({ name, place: findPlace(name, settings.handler, source) })),
    listeners,
    permissions,
    warnings,
  };
}

/** What handlers turned out to be: their scripts, what they listen to, what they may do. */
export interface CheckedHandlers {
  readonly scripts: readonly string[];
  readonly listeners: readonly string[];
  readonly permissions: Readonly<Record<PermissionName, string>>;
}

/**
 * Loads the handlers without serving anything, and tells what they are.
 *
 * @throws {ConfigError} If permissions cannot be as they are to be.
 * @throws {HandlerLoadError} If the handlers cannot be loaded.
 */
export async function checkHandlers(settings: Settings): Promise<CheckedHandlers> {
  const log = openLog({ level: "error" });
  // A client that is not started: handlers can listen, and are told that there is no connection.
  const client = settings.role === "agi" ? undefined : createClient(settings, log);
  const handlers = new HandlerStore(openHandlers(settings), client, log);
  restrict(settings);
  await handlers.load();
  const { names: scripts } = handlers.generation;
  const listeners = Object.keys(handlers.listeners);
  await handlers.stop();
  return { scripts, listeners, permissions: describePermissions(settings.permissions) };
}

function readSource(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return ""; // Loading it tells why.
  }
}

/** Where a script is written: the line that exports the function, or that has the route. */
function findPlace(name: string, path: string, source: string): string | undefined {
  const word = RegExp.escape(name);
  const exported = new RegExp(`^\\s*export (?:async )?(?:function\\*? *|const |let )${word}\\b`);
  const route = new RegExp(`["'\`]${word}["'\`]\\s*:`);
  const line = source.split("\n").findIndex((text) => exported.test(text) || route.test(text));
  return line < 0 ? undefined : `${path.replace(/^.*[/\\]/, "")}:${line + 1}`;
}

/** What a configuration may say, and should not say by accident. */
function findWarnings({ role, ami, listen, allow, file, given = [] }: Settings): string[] {
  const warnings: string[] = [];
  const find = (key: string) => given.find((setting) => setting.key === key);
  const secret = find("secret");
  const readable = ["secret", "statusToken"].filter((key) =>
    find(key)?.from === "file" && (key !== "secret" || role !== "agi")
  );
  if (readable.length > 0 && file !== undefined && isReadByAll(file)) {
    const what = readable.join(" and the ");
    warnings.push(`anybody on this machine can read the ${what}: chmod o-r ${file}`);
  }
  if (role !== "agi") {
    if (secret?.from === "default") {
      warnings.push('no secret is set: AMI is asked with "password"; set LUNOPARK_SECRET');
    }
    if (ami.secret === "change me") {
      warnings.push('the secret is still "change me": write that of the AMI user into it');
    }
    if (ami.tls?.insecure) warnings.push("tls.insecure: anybody may pose as the AMI server");
    if (!ami.secure && !ami.tls && !isLoopback(ami.hostname)) {
      warnings.push(`secure is false without tls: the secret goes to ${ami.hostname} as it is`);
    }
  }
  if (role !== "ami" && !isLoopback(listen.hostname)) {
    if (allow && allowsAnybody(allow)) {
      warnings.push(`allow keeps nobody out: who reaches ${formatAddress(listen)} may call`);
    }
  }
  return warnings;
}

function isReadByAll(file: string): boolean {
  try {
    return ((Deno.statSync(file).mode ?? 0) & 0o004) !== 0;
  } catch {
    return false;
  }
}

/** How a report is shown. */
export interface CheckFormat {
  /** Most characters in a line. */
  readonly width: number;
  /** Colours for a terminal. */
  readonly color: boolean;
}

/** A report as people read it: tables, then warnings. Each script is a line that begins with
 * `script NAME`. */
export function formatCheck(report: CheckReport, { width, color }: CheckFormat): string {
  const { configuration, handler, settings, scripts, listeners, permissions, warnings } = report;
  const paint = (code: number) => (text: string) => color ? `\x1b[${code}m${text}\x1b[0m` : text;
  const [bold, dim, yellow, plain] = [paint(1), paint(90), paint(33), (text: string) => text];
  const configured = settings.map(({ key, value, from }) => ({
    cells: [key, withUnit(key, value), from],
    paint: from === "default" ? dim : plain,
  }));
  const loaded = [
    ...scripts.map(({ name, place = "" }) => [`script ${name}`, place]),
    ...listeners.map((name) => [`listener ${name}`, ""]),
    ...Object.entries(permissions).map(([name, what]) => [`permission ${name}`, what]),
  ].map((cells) => ({ cells, paint: plain }));
  return [
    bold(`configuration ${configuration ?? "by default"}: good`),
    ...formatTable(configured, width),
    "",
    bold(`handler ${handler}: good`),
    ...formatTable(loaded, width),
    ...warnings.length > 0 ? [""] : [],
    ...warnings.flatMap((text) => wrapText(`warning: ${text}`, width).map(yellow)),
  ].join("\n");
}

function withUnit(key: string, value: string): string {
  const unit = configUnits[key];
  return unit === undefined ? value : `${value} ${unit}`;
}

interface TableRow {
  readonly cells: readonly string[];
  readonly paint: (text: string) => string;
}

/** Columns that are as wide as what is in them; the second one goes on in more lines. */
function formatTable(rows: readonly TableRow[], width: number): string[] {
  const widest = (column: number) =>
    Math.max(0, ...rows.map(({ cells }) => countCells(cells[column] ?? "")));
  const [first, last] = [widest(0) + 2, widest(2)];
  const room = Math.max(16, Math.min(widest(1), width - first - (last === 0 ? 0 : last + 2)));
  return rows.flatMap(({ cells: [key = "", value = "", from = ""], paint }) =>
    wrapText(value, room).map((text, index) => {
      const parts = index === 0
        ? [pad(key, first), pad(text, room), `  ${from}`]
        : [" ".repeat(first), text];
      return paint(parts.join("").trimEnd());
    })
  );
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - countCells(text)));
}
