/**
 * Privilege classes: what a manager user may do, and which events it is sent.
 *
 * @module
 */
import { isFalse, isTrue } from "./manager_action.ts";

/** The classes in Asterisk's order, which is the order in which it writes them. */
const CLASSES = [
  "system",
  "call",
  "log",
  "verbose",
  "command",
  "agent",
  "user",
  "config",
  "dtmf",
  "reporting",
  "cdr",
  "dialplan",
  "originate",
  "agi",
  "cc",
  "aoc",
  "test",
  "security",
  "message",
] as const;

/** A class of actions and events. Source: Asterisk 22, main/manager.c, perms[] */
export type Privilege = typeof CLASSES[number];

/** A set of classes. */
export type Privileges = ReadonlySet<Privilege>;

/** All classes: `all` of `manager.conf`. */
export const ALL: Privileges = new Set(CLASSES);
/** None of them: `none`. */
export const NONE: Privileges = new Set();

/**
 * Reads a mask: `call,user`, `all`, `none`, or a word for yes or no; `undefined` when it is empty.
 *
 * A number is a set of bits in Asterisk, which people hardly use: any but 0 means all here. Words
 * that are no class mean nothing, not even an error.
 * Source: Asterisk 22, main/manager.c, strings_to_mask()
 */
export function parsePrivileges(text: string): Privileges | undefined {
  if (text === "") return undefined;
  if (/^\d+$/.test(text)) return Number(text) === 0 ? NONE : ALL;
  if (isFalse(text)) return NONE;
  if (isTrue(text)) return ALL;
  const words = text.split(",");
  if (words.includes("all")) return ALL;
  return new Set(CLASSES.filter((name) => words.includes(name)));
}

/** Classes that both sets have. */
export function commonPrivileges(a: Privileges, b: Privileges): Privileges {
  return new Set(CLASSES.filter((name) => a.has(name) && b.has(name)));
}

/**
 * Writes the classes of an action or event: `call,all`; `<none>` when there are none.
 * Source: Asterisk 22, main/manager.c, authority_to_str()
 */
export function formatPrivileges(privileges: readonly Privilege[]): string {
  if (privileges.length === 0) return "<none>";
  return [...CLASSES.filter((name) => privileges.includes(name)), "all"].join(",");
}
