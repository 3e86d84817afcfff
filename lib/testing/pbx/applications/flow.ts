/**
 * Applications that steer the dialplan: variables, jumps, subroutines.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import type { Channel } from "../channel.ts";
import { writeFunction } from "../functions.ts";
import { runApplication, runExtension } from "../run.ts";
import { isTrueWord } from "../words.ts";

/** Sets a variable, or writes a function. Source: Asterisk 22, pbx_builtin_setvar_helper() */
export function assign(channel: Channel, name: string, value: string): void {
  if (name.endsWith(")")) writeFunction(channel.pbx, channel, name, value);
  else channel.setVariable(name, value);
}

/**
 * Has the dialplan go on at `context,exten,priority`, of which the first parts can be left out; false
 * where there is no such place. The step behind the running one is meant, so one less is set.
 *
 * Source: Asterisk 22, main/pbx.c, ast_parseable_goto()
 */
export function goTo(channel: Channel, target: string): boolean {
  const parts = target.split(",").map((part) => part.trim());
  const priority = parts.pop() ?? "";
  const exten = parts.pop() || channel.exten;
  const context = parts.pop() || channel.context;
  const { dialplan } = channel.pbx;
  const relative = /^[+-]\d+$/.test(priority) ? channel.priority + Number(priority) : undefined;
  const number = relative ??
    (/^\d+$/.test(priority) ? Number(priority) : dialplan.findLabel(context, exten, priority));
  if (number === undefined || number < 1) return false;
  channel.context = context;
  channel.exten = exten;
  channel.priority = number - 1;
  return true;
}

/** `a?b:c` of GotoIf and its like. */
function choose(data: string): string {
  const mark = data.indexOf("?");
  const [yes = "", no = ""] = splitOutside(data.slice(mark + 1), ":");
  return isTrueWord(data.slice(0, mark).trim()) ? yes : no;
}

/** Splits at the first separator that is not in parentheses. */
function splitOutside(text: string, separator: string): [string, string] {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")") depth--;
    else if (text[at] === separator && depth === 0) return [text.slice(0, at), text.slice(at + 1)];
  }
  return [text, ""];
}

/** `context,exten,priority(arguments)`: goes there, to come back by Return. */
function gosub(channel: Channel, data: string): number {
  const [, target = "", args] = /^([^(]*)(?:\((.*)\))?\s*$/s.exec(data) ?? [];
  const { context, exten, priority } = channel;
  if (!goTo(channel, target)) return -1;
  const locals = new Map<string, string | undefined>();
  const values = splitArguments(args ?? "");
  for (const [index, value] of values.entries()) {
    const name = `ARG${index + 1}`;
    locals.set(name, channel.variables.get(name));
    channel.setVariable(name, value);
  }
  locals.set("ARGC", channel.variables.get("ARGC"));
  channel.setVariable("ARGC", String(values.length));
  channel.gosubFrames.push({ context, exten, priority, locals });
  return 0;
}

/** Takes the last Gosub back: its variables, and if asked for its place. */
function leaveGosub(channel: Channel, goBack: boolean): boolean {
  const frame = channel.gosubFrames.pop();
  if (!frame) return false;
  for (const [name, value] of frame.locals) channel.setVariable(name, value);
  if (goBack) {
    channel.context = frame.context;
    channel.exten = frame.exten;
    channel.priority = frame.priority;
  }
  return true;
}

/**
 * Runs a subroutine of the dialplan to its Return, as the AGI command GOSUB does.
 *
 * Resolves to `missing` where there is no such place, and to `abnormal` when it ended without Return.
 */
export async function runGosub(
  channel: Channel,
  target: string,
): Promise<"returned" | "abnormal" | "missing"> {
  const { context, exten, priority, gosubFrames } = channel;
  const depth = gosubFrames.length;
  if (gosub(channel, target) < 0) return "missing";
  channel.priority++;
  await runExtension(channel, () => gosubFrames.length <= depth);
  const returned = gosubFrames.length <= depth;
  while (gosubFrames.length > depth) leaveGosub(channel, false);
  channel.context = context;
  channel.exten = exten;
  channel.priority = priority;
  return returned ? "returned" : "abnormal";
}

/** Variables, jumps, subroutines. */
export const flowApplications: Readonly<Record<string, Application>> = {
  NoOp: () => 0,
  Verbose: () => 0,
  Log: () => 0,
  Set(channel, data) {
    const equals = data.indexOf("=");
    if (equals >= 0) assign(channel, data.slice(0, equals).trim(), data.slice(equals + 1));
    return 0;
  },
  MSet(channel, data) {
    for (const pair of splitArguments(data)) {
      const equals = pair.indexOf("=");
      if (equals >= 0) assign(channel, pair.slice(0, equals).trim(), pair.slice(equals + 1));
    }
    return 0;
  },
  Goto: (channel, data) => goTo(channel, data) ? 0 : -1,
  GotoIf(channel, data) {
    const target = choose(data);
    return target === "" || goTo(channel, target) ? 0 : -1;
  },
  async ExecIf(channel, data) {
    const [, name, args = ""] = /^\s*([\w-]+)\s*(?:\((.*)\))?\s*$/s.exec(choose(data)) ?? [];
    return name === undefined ? 0 : await runApplication(channel, name, args);
  },
  Exec: async (channel, data) => {
    const [, name = "", args = ""] = /^\s*([\w-]+)\s*(?:\((.*)\))?\s*$/s.exec(data) ?? [];
    return Math.max(-1, await runApplication(channel, name, args));
  },
  TryExec: async (channel, data) => {
    const [, name = "", args = ""] = /^\s*([\w-]+)\s*(?:\((.*)\))?\s*$/s.exec(data) ?? [];
    const result = await runApplication(channel, name, args);
    const status = result === -2 ? "NOAPP" : result === 0 ? "SUCCESS" : "FAILED";
    channel.setVariable("TRYSTATUS", status);
    return 0;
  },
  Gosub: gosub,
  GosubIf(channel, data) {
    const target = choose(data);
    return target === "" ? 0 : gosub(channel, target);
  },
  Return(channel, data) {
    if (!leaveGosub(channel, true)) return -1;
    channel.setVariable("GOSUB_RETVAL", data);
    return 0;
  },
  StackPop: (channel) => leaveGosub(channel, false) ? 0 : 0,
};
