/**
 * `lunopark init`: writes a project in which editing, checking and testing work at once.
 *
 * @module
 */

import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../cli.ts";
import { LunoparkError } from "../errors.ts";
import { type Library, readLibrary } from "./library.ts";
import { denoCommand } from "./program_path.ts";
import { libraryFolder, type ProjectFile, projectFiles, systemdUnit } from "./project_files.ts";

/** What the command line asks for. */
export interface InitCommand {
  /** Folder of the project. */
  readonly directory: string;
  /** Whether to write a unit for systemd, too. */
  readonly systemd: boolean;
  /** Whether to write the help text and end. */
  readonly help: boolean;
}

/** What `initProject()` needs to know. */
export interface InitOptions extends Omit<InitCommand, "help"> {
  /** Version of the library. */
  readonly version: string;
  /** Program and arguments that start Lunopark, for systemd. */
  readonly command: readonly string[];
  /** Takes a line of what was done. */
  readonly write: (line: string) => void;
  /** The library to write; that of this program unless given. */
  readonly library?: Library;
}

const options = {
  systemd: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Reads the arguments behind `lunopark init`.
 *
 * @throws {UsageError} If one is unknown, or there is more than one folder.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseInitArguments(["calls", "--systemd"]).directory, "calls");
 * assert.equal(parseInitArguments([]).directory, ".");
 * ```
 */
export function parseInitArguments(args: string[]): InitCommand {
  const { values, tokens, positionals } = parseArgs({
    args,
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name)) {
      throw new UsageError(
        `Unknown option ${JSON.stringify(token.rawName)}: ` +
          "allowed behind init are a folder, --systemd and -h/--help",
      );
    }
    if (token.value !== undefined) {
      const value = JSON.stringify(token.value);
      throw new UsageError(`Option "${token.rawName}" takes no value, got ${value}`);
    }
  }
  if (positionals.length > 1) {
    const rest = positionals.slice(1).map((word) => JSON.stringify(word)).join(" ");
    throw new UsageError(`Unexpected argument ${rest}: init makes one folder`);
  }
  return {
    directory: positionals[0] ?? ".",
    systemd: values.systemd === true,
    help: values.help === true,
  };
}

/** The help text, at most 80 columns wide. */
export function initUsage(): string {
  return `\
Usage: lunopark init [DIR] [--systemd]

Writes a project into DIR, or the current folder: config.ts, handler.ts, its
test handler_test.ts, and deno.json with the folder .lunopark, which has the
library for the editor and for tests. A file that is there is never changed.

Options:
      --systemd  write lunopark.service as well
  -h, --help     write this text

Then, in DIR, with no network:
  deno check                    types
  deno test                     simulated calls
  lunopark -c config.ts         serves Asterisk

Exit status:
  0  all files are there, written now or before
  1  a file could not be written
  2  wrong command line
`;
}

/**
 * Writes the files of a project that are not there yet, and says of each what was done.
 *
 * @throws {LunoparkError} If one cannot be written.
 */
export function initProject(init: InitOptions): void {
  const { systemd, command, write, version } = init;
  const directory = resolve(init.directory);
  const files = [...projectFiles(), ...systemd ? [systemdUnit({ command, directory })] : []];
  for (const file of files) writeFile(directory, file, write);
  writeLibrary(join(directory, libraryFolder), version, init.library, write);
}

/** What to do with a new project, for the terminal. */
export function nextSteps(directory: string, deno: string = denoCommand()): string {
  return `
Next, in ${resolve(directory)}:
  ${deno} check && ${deno} test
  lunopark call subroutine --digits 0000   a simulated call, to watch
  lunopark -c config.ts                    serves Asterisk`;
}

function writeFile(
  directory: string,
  { name, text, advice }: ProjectFile,
  write: (line: string) => void,
): void {
  const path = join(directory, name);
  if (createFile(path, text)) return write(`wrote ${path}`);
  const isSame = readFile(path) === text;
  write(`kept  ${path}${isSame || advice === undefined ? "" : `: ${advice}`}`);
}

/** A folder is complete when it has the file `version`, which is written last. */
function writeLibrary(
  folder: string,
  version: string,
  given: Library | undefined,
  write: (line: string) => void,
): void {
  const there = readFile(join(folder, "version"))?.trim();
  if (there !== undefined) {
    const advice = there === version
      ? ""
      : `: it is Lunopark ${there}; delete the folder and run init again for ${version}`;
    return write(`kept  ${folder}${advice}`);
  }
  const library = given ?? readLibrary();
  for (const [name, text] of library) createFile(join(folder, name), text);
  createFile(join(folder, "version"), `${version}\n`);
  write(`wrote ${folder}: Lunopark ${version} for the editor and for tests, ${library.size} files`);
}

/** Writes a file with its folders; false when it is there already. */
function createFile(path: string, text: string): boolean {
  try {
    Deno.mkdirSync(dirname(path), { recursive: true });
    Deno.writeTextFileSync(path, text, { createNew: true });
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists && isFile(path)) return false;
    const reason = (error as Error).message.replace(/ \(os error.*/s, "");
    throw new LunoparkError(`Cannot write ${path}: ${reason}`, { cause: error });
  }
}

function isFile(path: string): boolean {
  try {
    return !Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

function readFile(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
}
