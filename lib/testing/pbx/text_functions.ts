/**
 * What functions of texts and numbers do.
 *
 * @module
 */

import { splitArguments } from "./application.ts";
import { isTrueWord } from "./words.ts";

/** `a?b:c`, with the colon behind the question mark. */
export function ifFunction(text: string): string {
  const mark = text.indexOf("?");
  const [yes = "", no = ""] = splitArguments(text.slice(mark + 1), ":");
  return isTrueWord(text.slice(0, mark).trim()) ? yes : no;
}

/** `MATH(1+2,int)`: six digits behind the point, none for whole numbers. */
export function math(text: string): string {
  const [, one = "", operator = "", other = ""] =
    /^\s*(-?[\d.]+)\s*([-+*/%]|AND|XOR|OR|[<>]=?|==|!=)\s*(-?[\d.]+)/.exec(text) ?? [];
  const [left, right] = [Number(one), Number(other)];
  const isInteger = /,\s*i/.test(text);
  const results: Record<string, number | boolean> = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "%": left % right,
    "<": left < right,
    ">": left > right,
    "==": left === right,
    "!=": left !== right,
    "<=": left <= right,
    ">=": left >= right,
    AND: left & right,
    OR: left | right,
    XOR: left ^ right,
  };
  const result = results[operator];
  if (result === undefined) return "";
  if (typeof result === "boolean") return result ? "TRUE" : "FALSE";
  return isInteger ? String(Math.trunc(result)) : result.toFixed(6);
}

/** The commonest conversions of strftime(3), in the time zone of this machine. */
export function strftime(date: Date, format: string): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const values: Record<string, string> = {
    Y: String(date.getFullYear()),
    m: two(date.getMonth() + 1),
    d: two(date.getDate()),
    H: two(date.getHours()),
    M: two(date.getMinutes()),
    S: two(date.getSeconds()),
    F: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    T: `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
    u: String(date.getDay() || 7),
    w: String(date.getDay()),
    s: String(Math.floor(date.getTime() / 1000)),
    c: date.toString(),
    "%": "%",
  };
  return format.replace(/%(.)/g, (whole, letter) => values[letter] ?? whole);
}
