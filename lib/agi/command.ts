/**
 * AGI command lines: how words become the bytes that Asterisk reads back as exactly these words.
 *
 * @module
 */

/** What can stand for a word of a command; numbers are written in decimal. */
export type CommandWord = string | number | bigint;

/** An argument of a dialplan application; `undefined` and `null` are empty ones. */
export type ApplicationArgument = CommandWord | undefined | null;

/**
 * How the reply to a command ends, which only the command can tell.
 *
 * `line`: with its line. `data`: with the `)` of a value that may have line ends. `exec`: with its
 * line, but a usage block of its own may follow. A {@linkcode ValueMark}: with that.
 */
export type ReplyKind = "line" | "data" | "exec" | ValueMark;

/** Text that a command has put behind the value that it asks for, and that the value cannot have. */
export interface ValueMark {
  /** The text; nobody who could choose the value may know it before. */
  readonly mark: string;
}

/**
 * Most words that are ever sent. Asterisk has room for 128 and drops further unquoted ones; a quoted
 * one beyond them is written past the end of its array.
 * Source: Asterisk 22, res/res_agi.c, parse_args()
 */
const maxWords = 120;

/** Longest line, with its LF, that every Asterisk takes (AGI_BUF_LEN 2048). */
const shortLine = 2047;
/** Longest line, with its LF, of an Asterisk that has AGI_BUF_LEN 8192. */
const longLine = 8191;

/**
 * Formats a command line without its LF, such as `STREAM FILE beep "#"`.
 *
 * The first word may hold the whole name of the command, `"STREAM FILE"`. Words are quoted where
 * they need it: Asterisk splits at blanks and tabs, `"` switches quoting and `\` makes the next
 * character literal.
 * Source: Asterisk 22, res/res_agi.c, parse_args()
 *
 * @throws {TypeError} If a word has CR, LF or NUL, or is not text, or there are too many words.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatCommand(["SET VARIABLE", "X", 'say "hi"']), 'SET VARIABLE X "say \\"hi\\""');
 * ```
 */
export function formatCommand(words: readonly CommandWord[]): string {
  const name = String(words[0] ?? "");
  if (!knownNames.has(name)) checkName(name);
  if (words.length > maxWords) {
    throw new TypeError(
      `Cannot send AGI command ${name}: got ${words.length} words, at most ${maxWords} are allowed`,
    );
  }
  let line = name;
  for (let position = 1; position < words.length; position++) {
    line += " " + quoteWord(words[position] as CommandWord, name);
  }
  return line;
}

/** Names that were checked: to look one up costs a tenth of checking it. There are some 50. */
const knownNames = new Set<string>();
const maxKnownNames = 200;

function checkName(name: string): void {
  if (!/^(?!failure)[a-z]+( [a-z]+)*$/i.test(name)) {
    throw new TypeError(
      `Cannot send AGI command ${JSON.stringify(name)}: its name must be letters and single blanks`,
    );
  }
  if (knownNames.size < maxKnownNames) knownNames.add(name);
}

/**
 * Formats `EXEC application "argument,argument"`, the line that runs a dialplan application.
 *
 * The arguments are joined by commas as the dialplan would write them; trailing empty ones are
 * dropped. Nothing in them is rewritten: see {@linkcode escapeArgument} for commas in an argument.
 * Source: Asterisk 22, res/res_agi.c, handle_exec(), which takes one word of data only
 *
 * @throws {TypeError} If the name is not one word, or an argument has CR, LF or NUL.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatExec("Read", ["PIN", "beep", 4, undefined, undefined, 8]), "EXEC Read PIN,beep,4,,,8");
 * assert.equal(formatExec("Answer", []), "EXEC Answer");
 * ```
 */
export function formatExec(
  application: string,
  args: readonly ApplicationArgument[],
): string {
  if (application !== lastApplication) checkApplication(application);
  let length = args.length;
  while (length > 0 && isEmpty(args[length - 1])) length--;
  if (length === 0) return `EXEC ${application}`;
  let data = "";
  for (let position = 0; position < length; position++) {
    if (position > 0) data += ",";
    const argument = args[position];
    if (isEmpty(argument)) continue;
    data += typeof argument === "string" ? argument : toText(argument as CommandWord, application);
  }
  if (plainWord.test(data)) return `EXEC ${application} ${data}`;
  // It says which argument cannot be sent.
  for (const argument of args) if (!isEmpty(argument)) toText(argument as CommandWord, application);
  return `EXEC ${application} ${quoteWord(data, application)}`;
}

/** The one that was checked last. */
let lastApplication: string | undefined;

function checkApplication(application: string): void {
  if (typeof application !== "string" || !/^[\w-]+$/.test(application)) {
    throw new TypeError(
      `Cannot run dialplan application ${quoteForError(application)}: its name must be one word`,
    );
  }
  lastApplication = application;
}

function isEmpty(argument: ApplicationArgument): boolean {
  return argument === undefined || argument === null || argument === "";
}

/**
 * Escapes an argument so that an application takes it as one: `Room 1, upstairs` → `Room 1\, upstairs`.
 *
 * For the applications that split their data by AST_STANDARD_APP_ARGS, which is nearly all of them.
 * The few that take their data whole (NoOp, Set, System) would show the backslashes.
 * Source: Asterisk 22, main/app.c, __ast_app_separate_args()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(escapeArgument("Room 1, upstairs"), "Room 1\\, upstairs");
 * ```
 */
export function escapeArgument(text: string): string {
  return text.replace(/[\\",()[\]]/g, "\\$&");
}

/** What Asterisk reads as one word without quotes, and nothing that ends a line. */
const plainWord = /^[^\s"\\\0]+$/;

/** One word of a command, quoted where Asterisk would read it differently without quotes. */
function quoteWord(word: CommandWord, command: string): string {
  // One look for the usual word, where to ask for line ends first would be another.
  if (typeof word === "string" && plainWord.test(word)) return word;
  const text = toText(word, command);
  if (plainWord.test(text)) return text;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** Text of a word; line ends and NUL would end the command and begin another one. */
function toText(word: CommandWord, command: string): string {
  if (typeof word === "string") {
    if (/[\r\n\0]/.test(word)) {
      throw new TypeError(
        `Cannot send ${command}: argument ${quoteForError(word)} has a line end or NUL`,
      );
    }
    return word;
  }
  if (typeof word === "bigint" || (typeof word === "number" && Number.isFinite(word))) {
    return String(word);
  }
  throw new TypeError(
    `Cannot send ${command}: argument ${quoteForError(word)} must be a string or a finite number`,
  );
}

function quoteForError(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/**
 * Tells from a command line how its reply ends. Only the values of a variable, of the database and
 * received text can have line ends, and only EXEC can be followed by a usage block of its own.
 */
export function replyKind(line: string): ReplyKind {
  // By its first letter first: most commands are none of these.
  if (!/^[EGDR]/i.test(line)) return "line";
  if (/^EXEC\b/i.test(line)) return "exec";
  return /^(GET (FULL )?VARIABLE|DATABASE GET|RECEIVE TEXT)\b/i.test(line) ? "data" : "line";
}

/**
 * The longest line in bytes, LF included, that this version of Asterisk reads as one command.
 *
 * A longer one would be cut, the rest run as further commands and every later reply be off by one.
 * A version that is not known gets the short limit.
 * Source: res/res_agi.c, AGI_BUF_LEN: 8192 from 20.16, 21.11, 22.6 and 23.0 on, 2048 before
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(lineLimit("22.10.1+dfsg"), 8191);
 * assert.equal(lineLimit("16.28.0"), 2047);
 * ```
 */
export function lineLimit(version: string): number {
  // Calls come from few Asterisks, most often from the same one as the call before.
  if (version !== lastVersion) {
    lastLimit = findLineLimit(version);
    lastVersion = version;
  }
  return lastLimit;
}

let lastVersion = "";
let lastLimit = shortLine;

function findLineLimit(version: string): number {
  const found = /^(\d+)\.(\d+)/.exec(version);
  if (!found) return shortLine;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  if (major >= 23) return longLine;
  const since = { 20: 16, 21: 11, 22: 6 }[major];
  return since !== undefined && minor >= since ? longLine : shortLine;
}
