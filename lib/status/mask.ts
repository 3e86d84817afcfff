/**
 * What of a conversation may be shown: no digits that a caller types, no values, no secrets.
 *
 * What is known to be harmless is shown, and all else is hidden: a command that nobody has thought of
 * here shows its name alone.
 *
 * @module
 */

import type { Reply } from "../agi/reply.ts";

/** Stands for what is not shown. */
export const hidden = "•••";

/** How many words of a command may be shown, by its name; all others show none. */
const shownWords: Readonly<Record<string, number>> = {
  "ANSWER": 0,
  "CHANNEL STATUS": 1,
  "CONTROL STREAM FILE": Infinity,
  "DATABASE DEL": 1,
  "DATABASE DELTREE": 1,
  "DATABASE GET": 1,
  "DATABASE PUT": 1,
  "GET DATA": Infinity,
  "GET OPTION": Infinity,
  "GET VARIABLE": 1,
  "GOSUB": 3,
  "HANGUP": 1,
  "RECEIVE CHAR": 1,
  "RECEIVE TEXT": 1,
  "RECORD FILE": Infinity,
  "SET AUTOHANGUP": 1,
  "SET CALLERID": 1,
  "SET CONTEXT": 1,
  "SET EXTENSION": 1,
  "SET MUSIC": 2,
  "SET PRIORITY": 1,
  "SET VARIABLE": 1,
  "SPEECH RECOGNIZE": Infinity,
  "STREAM FILE": Infinity,
  "TDD MODE": 1,
  "WAIT FOR DIGIT": 1,
};

/** Applications whose arguments may be shown: where a call goes, what is played, how long. */
const shownApplications = new Set(
  ("answer background busy chanspy confbridge congestion dial echo followme goto hangup milliwatt " +
    "musiconhold page park pickup playback playtones proceeding progress queue read record ringing " +
    "startmusiconhold stopmixmonitor stopmusiconhold stopplaytones transfer voicemail " +
    "voicemailmain wait waitexten waitforsilence").split(" "),
);

/** Words in parentheses behind a result that say how a command ended. */
const shownData = new Set([
  "timeout",
  "dtmf",
  "hangup",
  "waitfor",
  "randomerror",
  "digit",
  "speech",
  "noresponse",
  "writefile",
]);

/** A command line as it may be shown: `SET VARIABLE PIN •••`. */
export function maskCommand(line: string): string {
  const [name, rest] = splitName(line);
  if (name === "EXEC") return maskExec(rest);
  const words = rest.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];
  if (words.length === 0) return name;
  const count = shownWords[name] ?? 0;
  const shown = words.slice(0, count).map(maskWord);
  // Status that we set ourselves, of five words.
  if (name === "SET VARIABLE" && words[0] === "LUNOPARK_STATUS") shown.push(words[1] ?? "");
  else if (words.length > count) shown.push(hidden);
  return [name, ...shown].join(" ");
}

/** A reply as it may be shown: `200 result=1 (•••)`. */
export function maskReply(line: string, reply: Reply): string {
  const { code, result, data, text } = reply;
  const [name] = splitName(line);
  if (code !== 200) return `${code} ${text.split("\n")[0]?.slice(0, 80) ?? ""}`.trimEnd();
  if (result === "" && data === undefined) return text === "" ? "200 result=" : `200 ${hidden}`;
  // Digits, the code of a key, or nothing of a caller's.
  const isPlain = name === "CHANNEL STATUS" || /^(-1|)$/.test(result) ||
    (name !== "GET DATA" && /^[01]$/.test(result));
  const shown = `200 result=${isPlain ? result : hidden}`;
  if (data === undefined) {
    return /^(endpos=\d+)?$/.test(text) ? `${shown} ${text}`.trimEnd() : shown;
  }
  const position = / endpos=\d+/.exec(text.slice(data.length))?.[0] ?? "";
  return `${shown} (${shownData.has(data) ? data : hidden})${shownData.has(data) ? position : ""}`;
}

/** A reply as it was. */
export function describeReply({ code, result, data, text }: Reply): string {
  const isResult = result !== "" || data !== undefined;
  return `${code} ${isResult ? `result=${result}${text && ` ${text}`}` : text}`.trimEnd();
}

/**
 * A message or a stack as it may be shown: without numbers but for places in files. What is quoted of
 * a command is masked as the command.
 */
export function maskText(text: string): string {
  return text.split("\n").map((line) => {
    if (/^\s+at .*:\d+:\d+\)?$/.test(line)) return line;
    return line
      .replace(/(AGI command )(?=\w)(.*)(: )/, maskOwnCommand)
      .replace(/(Cannot interrupt )(.*)( over AsyncAGI)/, maskOwnCommand)
      .replace(
        /((?:nobody asked for|to one command|does not end|\(limits\.\w+\)): |AGI reply )".*"/,
        `$1"${hidden}"`,
      )
      .replace(/(: argument ).*( has a line end| must be a string)/, `$1${hidden}$2`)
      .replace(/"([A-Z]{3,}(?: |\\").*)"/, (_, command) => `"${maskCommand(command)}"`)
      .replace(/(\.[cm]?[jt]s:\d+(?::\d+)?)|\d{2,}/g, (_, place) => place ?? hidden);
  }).join("\n");
}

/** A command in an error of ours, which has no quotes around it. */
function maskOwnCommand(_: string, before: string, command: string, behind: string): string {
  return before + maskCommand(command) + behind;
}

/** The name of a command, of one to three words in capitals, and what stands behind it. */
function splitName(line: string): [name: string, rest: string] {
  const [, first = "", rest = ""] = /^(\S+) *(.*)$/s.exec(line) ?? [];
  const one = first.toUpperCase();
  if (one === "EXEC") return [one, rest];
  const words = line.split(" ", 3).map((word) => word.toUpperCase());
  for (let count = 3; count > 0; count--) {
    const name = words.slice(0, count).join(" ");
    if (knownNames.has(name)) return [name, line.slice(name.length).trimStart()];
  }
  return [one, rest];
}

/** Names of more than one word, and those that show something. */
const knownNames = new Set([
  ...Object.keys(shownWords),
  "ASYNCAGI BREAK",
  "GET FULL VARIABLE",
  "SAY ALPHA",
  "SAY DATE",
  "SAY DATETIME",
  "SAY DIGITS",
  "SAY NUMBER",
  "SAY PHONETIC",
  "SAY TIME",
  "SEND IMAGE",
  "SEND TEXT",
  "SPEECH ACTIVATE GRAMMAR",
  "SPEECH CREATE",
  "SPEECH DEACTIVATE GRAMMAR",
  "SPEECH DESTROY",
  "SPEECH LOAD GRAMMAR",
  "SPEECH SET",
  "SPEECH UNLOAD GRAMMAR",
]);

/**
 * Options of Dial, one behind the other without a sign between: the digits it sends, with Authenticate
 * among what they are for, and what subroutines and macros are called with.
 */
const secretOptions = /([DMUbB])\([^)]*\)?/g;

function maskExec(rest: string): string {
  // A name is one word: `Set(PIN=4711)`, as the dialplan has it, is a name with its data.
  const [, application = "", data = ""] = /^([\w-]*) *(.*)$/s.exec(rest) ?? [];
  if (data === "") return `EXEC ${application}`.trimEnd();
  if (application === "") return `EXEC ${hidden}`;
  if (/^\(/.test(data)) return `EXEC ${application} ${hidden}`;
  if (shownApplications.has(application.toLowerCase())) {
    return `EXEC ${application} ${maskWord(data.replaceAll(secretOptions, `$1(${hidden})`))}`;
  }
  const [, name] = application.toLowerCase() === "set" ? /^"?(\w+)\s*=/.exec(data) ?? [] : [];
  return `EXEC ${application} ${name === undefined ? hidden : `${name}=${hidden}`}`;
}

/** A word without what functions are asked for, and without digits that are read out. */
function maskWord(word: string): string {
  return word
    .replace(/^("?\w+)\(.*\)("?)$/s, `$1(${hidden})$2`)
    .replaceAll(/\b(digits|letters|phonetic)\/[^\s"&,]*/g, `$1/${hidden}`);
}
