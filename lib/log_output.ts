/**
 * Where log lines go: the console, and a file that logrotate may rename.
 *
 * All of it is synchronous, so that the last line before an end is not lost, and none of it throws
 * once the log is open: a full disk costs records, never a call.
 *
 * @module
 */

import { LunoparkError } from "./errors.ts";
import { formatJson, formatText, type LogLevel, type LogRecord } from "./log_record.ts";

/** Where a log goes and how it looks. */
export interface LogOptions {
  /** Name of the program in each record; default `lunopark`. */
  ident?: string;
  /** Lowest level that is written; default `info`. */
  level?: LogLevel;
  /** A line for people, or JSON for programs; default `text`. */
  format?: "text" | "json";
  /** Path of a log file, beside the console. */
  file?: string;
  /** Whether to write to stderr; default true. What the file does not take goes there anyway. */
  console?: boolean;
  /** Takes the lines of the console in place of stderr. */
  write?: (line: string) => void;
  /** Whether to colour the console; default: on a terminal, unless `NO_COLOR` is set. */
  color?: boolean;
}

/** The console and the file of one log. */
export class LogOutput {
  readonly #ident: string;
  readonly #format: (record: LogRecord, color?: boolean) => string;
  readonly #color: boolean;
  readonly #console: boolean;
  readonly #writeConsole: (line: string) => void;
  readonly #path: string | undefined;
  #file: Deno.FsFile | undefined;
  /** Records that the file did not take since it last took one. */
  #lost = 0;

  /**
   * Opens the file, if there is to be one.
   *
   * @throws {LunoparkError} If it cannot be opened.
   */
  constructor(options: LogOptions) {
    const { write, color = !write && Deno.stderr.isTerminal() && !Deno.noColor } = options;
    this.#ident = options.ident ?? "lunopark";
    this.#format = options.format === "json" ? formatJson : formatText;
    this.#color = color;
    this.#console = options.console ?? true;
    this.#writeConsole = write ?? writeStderr;
    this.#path = options.file;
    this.#file = options.file === undefined ? undefined : openFile(options.file);
  }

  /** Writes one record. */
  write(facts: Omit<LogRecord, "ident">): void {
    const record = { ...facts, ident: this.#ident };
    const kept = this.#file !== undefined && this.#writeFile(this.#file, this.#format(record));
    const needed = this.#console || (this.#file !== undefined && !kept);
    if (needed) this.#writeConsole(this.#format(record, this.#color));
  }

  /**
   * Opens the file again by its name.
   *
   * If that fails, the console says so, and the open one stays in use, as in nginx: records in a
   * renamed file are better than none.
   */
  reopen(): void {
    if (this.#path === undefined || this.#file === undefined) return;
    try {
      const file = openFile(this.#path);
      this.#file.close();
      this.#file = file;
    } catch (error) {
      this.#complain(`${reasonOf(error)}; the one that was open stays in use`);
    }
  }

  /** Closes the file. */
  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  #writeFile(file: Deno.FsFile, line: string): boolean {
    try {
      writeLine(file, line);
    } catch (error) {
      const first = this.#lost++ === 0;
      if (first) this.#complain(`Cannot write to log file "${this.#path}": ${reasonOf(error)}`);
      return false;
    }
    const lost = this.#lost;
    this.#lost = 0;
    if (lost > 0) {
      this.write(complaint(`Log file "${this.#path}" works again, it lacks ${lost} records`));
    }
    return true;
  }

  #complain(message: string): void {
    const record = { ...complaint(message), ident: this.#ident };
    this.#writeConsole(this.#format(record, this.#color));
  }
}

/** Writes a line to stderr, if anybody reads it: after `lunopark 2>&1 | head` nobody does. */
export function writeStderr(line: string): void {
  try {
    writeLine(Deno.stderr, line);
  } catch {
    // There is no better place to say so.
  }
}

const encoder = new TextEncoder();

function writeLine(to: { writeSync(bytes: Uint8Array): number }, line: string): void {
  let bytes = encoder.encode(`${line}\n`);
  while (bytes.length > 0) bytes = bytes.subarray(to.writeSync(bytes));
}

function complaint(message: string): Omit<LogRecord, "ident"> {
  return { time: Date.now(), level: "error", category: "log", message, facts: {} };
}

function openFile(path: string): Deno.FsFile {
  try {
    return Deno.openSync(path, { append: true, create: true });
  } catch (error) {
    throw new LunoparkError(`Cannot open log file "${path}": ${reasonOf(error)}`, { cause: error });
  }
}

/** The system's words without its number and its name of the call. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/ \(os error.*/s, "") : String(error);
}
